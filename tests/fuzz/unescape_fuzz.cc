// What stands between the quotes of a JSON string, to text and back: the plain
// reader agrees, and the map leads from each character to its own source.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "record/unescape.h"
#include "support/exact_buffer.h"
#include "support/json_reference.h"

namespace {

// unescape() is asked for content only: valid, without quotes and controls.
bool is_content(std::string_view bytes) {
  bool escaped = false;
  for (const char c : bytes) {
    if (static_cast<unsigned char>(c) < 0x20 || (c == '"' && !escaped)) return false;
    escaped = c == '\\' && !escaped;
  }
  return privet::is_valid_utf8(bytes);
}

std::string read_plainly(std::string_view content, bool& ok) {
  const auto leaves = privet::ReferenceReader('"' + std::string(content) + '"').read();
  ok = leaves && leaves->size() == 1;
  return ok ? leaves->front().text : "";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!is_content(bytes)) return 0;
  const ExactBuffer content(bytes);
  const std::string_view source = content.text();
  bool ok = false;
  const std::string expected = read_plainly(source, ok);

  std::vector<char> out(source.size());
  std::vector<Edit> edits(count_backslashes(source));
  const Unescaped done = unescape(source, out.data(), edits.data());
  PRIVET_CHECK(done.ok == ok);
  if (!done.ok) {
    PRIVET_CHECK(done.bad_at < source.size() && source[done.bad_at] == '\\');
    bool good = false;
    const std::string before = read_plainly(source.substr(0, done.bad_at), good);
    PRIVET_CHECK(good && std::string_view(out.data(), done.size) == before);
    return 0;
  }
  const std::string_view text(out.data(), done.size);
  PRIVET_CHECK(text == expected && is_valid_utf8(text));

  std::string appended = "x";
  OffsetMapBuilder builder;
  PRIVET_CHECK(unescape(source, appended, builder) && appended.substr(1) == text);
  PRIVET_CHECK(builder.source_size() == source.size() && builder.derived_size() == text.size());
  PRIVET_CHECK(builder.edits().size() == done.edits);

  // Each character leads back to its own source, and they tile it.
  constexpr std::uint32_t kOrigin = 7;
  const OffsetMap<RecordSpace, FieldSpace> map(kOrigin, std::span<const Edit>(edits).first(done.edits));
  std::uint32_t last = kOrigin;
  for (std::uint32_t at = 0; at < text.size();) {
    const std::uint32_t end = at + decode_utf8(text, at).bytes;
    const Span<RecordSpace> raw = map.to_source({at, end});
    PRIVET_CHECK(raw.begin == last && raw.end > raw.begin && raw.end - kOrigin <= source.size());
    bool good = false;
    PRIVET_CHECK(read_plainly(source.substr(raw.begin - kOrigin, raw.size()), good) == text.substr(at, end - at) &&
                 good);
    PRIVET_CHECK(map.to_derived(raw) == (Span<FieldSpace>{at, end}));
    // A part of it widens to all of it.
    PRIVET_CHECK(map.to_derived(map.to_source({at, at + 1})).begin == at);
    PRIVET_CHECK(map.to_source({0, end}) == (Span<RecordSpace>{kOrigin, raw.end}));
    last = raw.end;
    at = end;
  }
  PRIVET_CHECK(last == kOrigin + source.size());
  return 0;
}
