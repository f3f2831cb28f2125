#include "detect/messages/pattern_bank.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <mutex>

#include "base/check.h"
#include "base/utf8.h"

namespace privet {
namespace {

constexpr int kLeastAtom = 3;  // bytes

// RE2 gives atoms in lower case. A piece of an atom in which case cannot differ
// but for ASCII, which the scanner takes care of; empty if there is none long
// enough. What an atom's piece lets through, the pattern itself judges.
std::string caseless_piece(std::string_view atom) {
  std::string_view best;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end - begin > best.size()) best = atom.substr(begin, end - begin);
  };
  for (std::size_t at = 0; at < atom.size();) {
    const Decoded c = decode_utf8(atom, at);
    // Latin, Greek, Cyrillic and Armenian have two cases; what comes behind them
    // in Unicode, up to a few historic scripts and full-width letters, has not.
    const bool cased = c.code_point >= 0x80 && (c.code_point < 0x590 || c.code_point >= 0x10A0);
    const bool script = c.code_point >= 0x3000 && c.code_point < 0xD800;
    if (cased && !script) {
      close(at);
      begin = at + c.bytes;
    }
    at += c.bytes;
  }
  close(atom.size());
  return best.size() >= kLeastAtom ? std::string(best) : std::string();
}

}  // namespace

struct PatternBank::Filter {
  std::vector<std::string> list;
  bool reference = false;
  std::once_flag once;
  // Written once, by compile().
  Status status;
  re2::FilteredRE2 patterns{kLeastAtom};
  std::vector<int> always;  // atoms taken as found: no piece of them can be scanned for
  LiteralScanner scanner;   // hits report the atom

  Status compile();
};

PatternBank::PatternBank(std::vector<std::string> patterns, bool reference) : filter_(std::make_unique<Filter>()) {
  filter_->list = std::move(patterns);
  filter_->reference = reference;
}
PatternBank::PatternBank(PatternBank&&) noexcept = default;
PatternBank& PatternBank::operator=(PatternBank&&) noexcept = default;
PatternBank::~PatternBank() = default;

Status PatternBank::compile() const {
  std::call_once(filter_->once, [&] { filter_->status = filter_->compile(); });
  return filter_->status;
}

Status PatternBank::Filter::compile() {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(std::int64_t{16} << 20);
  for (const std::string& pattern : list) {
    int id = 0;
    const re2::RE2::ErrorCode code = patterns.Add("(?m)" + pattern, options, &id);
    if (code != re2::RE2::NoError) {
      re2::RE2 again("(?m)" + pattern, options);
      return fail(ErrorCode::kConfig, again.error() + " in '" + pattern + "'");
    }
  }
  if (list.empty() || reference) return {};
  std::vector<std::string> atoms;
  patterns.Compile(&atoms);
  std::vector<ScanPattern> literals;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    std::string piece = caseless_piece(atoms[i]);
    if (piece.empty()) {
      always.push_back(static_cast<int>(i));
    } else {
      literals.push_back({.text = std::move(piece), .literal = true, .id = static_cast<std::uint32_t>(i)});
    }
  }
  Result<LiteralScanner> compiled = LiteralScanner::compile(literals, false);
  if (!compiled) return fail(compiled);
  scanner = std::move(*compiled);
  return {};
}

void PatternBank::find(std::string_view text, Scratch& scratch, Wanted wanted, Found found) const {
  PRIVET_CHECK(compile().has_value());
  const auto try_one = [&](int pattern) {
    if (!wanted(static_cast<std::uint32_t>(pattern))) return;
    const re2::RE2& regex = filter_->patterns.GetRE2(pattern);
    re2::StringPiece match;
    if (!regex.Match(text, 0, text.size(), re2::RE2::UNANCHORED, &match, 1)) return;
    const auto begin = static_cast<std::uint32_t>(match.data() - text.data());
    found(static_cast<std::uint32_t>(pattern), begin, begin + static_cast<std::uint32_t>(match.size()));
  };
  if (filter_->list.empty()) return;
  if (filter_->reference) {
    for (std::size_t i = 0; i < filter_->list.size(); ++i) try_one(static_cast<int>(i));
    return;
  }
  if (!scratch.literals) scratch.literals.emplace(filter_->scanner.make_scratch());
  scratch.hits.clear();
  filter_->scanner.scan(text, *scratch.literals, scratch.hits);
  scratch.atoms = filter_->always;
  for (const ScanHit& hit : scratch.hits) scratch.atoms.push_back(static_cast<int>(hit.id));
  std::sort(scratch.atoms.begin(), scratch.atoms.end());
  scratch.atoms.erase(std::unique(scratch.atoms.begin(), scratch.atoms.end()), scratch.atoms.end());
  filter_->patterns.AllPotentials(scratch.atoms, &scratch.potentials);
  std::sort(scratch.potentials.begin(), scratch.potentials.end());
  for (const int pattern : scratch.potentials) try_one(pattern);
}

}  // namespace privet
