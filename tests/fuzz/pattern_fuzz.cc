// Any pattern taken apart: what it accepts and RE2 accepts too means the same
// to both. No sample and no match is longer than the reach, and where nothing
// is asserted every sample matches.
#include <re2/re2.h>

#include <cstdint>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "rule/pattern.h"

namespace {

// Matches of longer ones take the fuzzer's time.
constexpr std::uint32_t kMostReach = 400;

// Whether samples, which know nothing of assertions, may not match.
bool asserts(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '$' || c == '^') return true;
    if (c == '[' && pattern.substr(at + 1, 1) == "^") ++at;
    if (c == '\\' && std::string_view("bBAz").find(pattern.substr(++at, 1)) != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text) || size > 200) return 0;
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  const re2::RE2 engine(text, options);
  const Result<Pattern> pattern = Pattern::parse(text);
  if (!pattern) {
    PRIVET_CHECK(!pattern.error().message.empty());
    return 0;
  }
  if (!engine.ok()) return 0;

  const std::uint32_t reach = pattern->reach();
  SampleRandom random(1);
  std::string sample;
  for (int i = 0; i < 20; ++i) {
    sample.clear();
    pattern->sample(random, sample);
    PRIVET_CHECK(is_valid_utf8(sample) && sample.size() <= reach);
    if (!asserts(text)) PRIVET_CHECK(re2::RE2::FullMatch(sample, engine));
    if (reach > kMostReach) continue;
    const std::string more = "a1 " + sample + "1a." + sample;
    for (std::size_t at = 0; at < more.size(); ++at) {
      re2::StringPiece found;
      if (is_continuation(more[at]) || !engine.Match(more, at, more.size(), re2::RE2::ANCHOR_START, &found, 1))
        continue;
      PRIVET_CHECK(found.size() <= reach);
    }
  }
  return 0;
}
