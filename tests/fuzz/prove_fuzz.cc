// Every built-in rule on any line of text. Provers match whole characters, no
// farther than their pattern reaches, and never from a byte that they are said
// not to begin with; and the line's scan holds all that a scan must.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "detect/proof/prover.h"
#include "rule/pattern.h"
#include "support/scan_oracle.h"

namespace {

using namespace privet;

struct Proof {
  Prover prover;
  std::uint32_t reach;
};

std::vector<Proof> proofs_of(const RuleSet& rules) {
  std::vector<Proof> proofs;
  for (const Rule& rule : rules.rules()) {
    Result<Prover> prover = Prover::compile(rule.prove);
    const Result<Pattern> pattern = Pattern::parse(rule.prove);
    PRIVET_CHECK(prover && pattern && pattern->reach() != kUnbounded);
    proofs.push_back({std::move(*prover), pattern->reach()});
  }
  return proofs;
}

// Bytes that are no UTF-8 choose characters that rules look for.
std::string text_of(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  static constexpr std::u32string_view kCharacters =
      U"0123456789+-.()/ "
      U":@_#abcdefglmnopqtuwxyzABDEGIKX[]<>{}=&;%\\\"'\n,\u00e9\uff10\uff20\uff0e\u200b\u0301\u4f8b\u0438\u0663";
  std::string text;
  for (const char c : bytes) append_utf8(text, kCharacters[static_cast<std::uint8_t>(c) % kCharacters.size()]);
  return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static auto* const oracle = new test::ScanOracle;
  static const auto* const proofs = new std::vector<Proof>(proofs_of(oracle->rules()));
  const std::string text = text_of({reinterpret_cast<const char*>(data), size});
  // A few provers a text, which ones its size says: all on all are slow.
  for (std::size_t i = size % 8; i < proofs->size(); i += 8) {
    const Proof& proof = (*proofs)[i];
    for (std::uint32_t at = 0; at < text.size(); ++at) {
      if (is_continuation(text[at])) continue;
      const auto match = proof.prover.match(Bytes<ViewSpace>(text), at);
      if (!match) continue;
      PRIVET_CHECK(match->begin == at && match->end <= text.size() && match->size() <= proof.reach);
      PRIVET_CHECK(match->end == text.size() || !is_continuation(text[match->end]));
      if (!match->empty()) PRIVET_CHECK(proof.prover.may_begin_with(text[at]));
    }
  }
  test::OracleOptions options;
  options.keep_reserved_ip = false;
  const std::string wrong = oracle->check(RecordFormat::kText, text, options);
  if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
  PRIVET_CHECK(wrong.empty());
  return 0;
}
