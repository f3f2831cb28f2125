#include "detect/messages/pattern_bank.h"

#include <re2/filtered_re2.h>
#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <mutex>

#include "base/check.h"
#include "base/utf8.h"

namespace privet {
namespace {

constexpr int kLeastAtom = 3;  // bytes

constexpr std::size_t kMostVaried = 3;  // letters in two cases: eight literals

// The capital of a small letter, or 0 if it has none. Latin, Greek, Cyrillic and
// Armenian, as simple case mapping has it (Unicode 15, UnicodeData.txt).
char32_t capital_of(char32_t c) {
  if (c == 0xDF) return 0x1E9E;
  if (c == 0xFF) return 0x178;
  if (c >= 0xE0 && c <= 0xFE && c != 0xF7) return c - 0x20;
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) return c % 2 == 0 ? c - 1 : 0;
  if ((c >= 0x100 && c <= 0x177) || (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x460 && c <= 0x481) ||
      (c >= 0x48A && c <= 0x52F)) {
    return c % 2 != 0 ? c - 1 : 0;
  }
  if (c >= 0x3AD && c <= 0x3AF) return c - 0x25;
  if (c == 0x3AC) return 0x386;
  if (c == 0x3CC) return 0x38C;
  if (c == 0x3CD || c == 0x3CE) return c - 0x3F;
  if (c >= 0x3B1 && c <= 0x3C9) return c - 0x20;
  if (c >= 0x430 && c <= 0x44F) return c - 0x20;
  if (c >= 0x450 && c <= 0x45F) return c - 0x50;
  if (c >= 0x561 && c <= 0x586) return c - 0x30;
  return 0;
}

// The scanner looks for a piece of each atom: short literals compile ten times
// as fast as long ones and take a fifth of the room.
constexpr std::size_t kPiece = 8;  // bytes

// RE2 gives atoms in lower case; a text may have any. The longest piece of the
// atom with at most kMostVaried letters whose case the scanner does not see
// (it folds ASCII), in each of their cases: literals, since expressions with
// alternatives take the compiler 50 MB.
std::vector<std::string> any_case(std::string_view atom) {
  struct Letter {
    std::size_t begin;
    char32_t capital;  // 0: none, or ASCII
  };
  std::vector<Letter> letters;
  for (std::size_t at = 0; at < atom.size(); at += decode_utf8(atom, at).bytes) {
    const char32_t c = decode_utf8(atom, at).code_point;
    letters.push_back({at, c < 0x80 ? 0 : capital_of(c)});
  }
  letters.push_back({atom.size(), 0});
  std::size_t best = 0, best_end = 0, varied = 0;
  for (std::size_t first = 0, end = 0; end + 1 < letters.size(); ++end) {
    varied += letters[end].capital != 0 ? 1 : 0;
    for (; varied > kMostVaried || letters[end + 1].begin - letters[first].begin > kPiece; ++first) {
      varied -= letters[first].capital != 0 ? 1 : 0;
    }
    if (letters[end + 1].begin - letters[first].begin <= letters[best_end].begin - letters[best].begin) continue;
    best = first;
    best_end = end + 1;
  }
  std::vector<std::string> out = {""};
  for (std::size_t i = best; i < best_end; ++i) {
    const std::size_t known = out.size();
    if (letters[i].capital != 0) {
      out.insert(out.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known));
      for (std::size_t k = known; k < out.size(); ++k) append_utf8(out[k], letters[i].capital);
    }
    const std::string_view bytes = atom.substr(letters[i].begin, letters[i + 1].begin - letters[i].begin);
    for (std::size_t k = 0; k < known; ++k) out[k] += bytes;
  }
  return out;
}

}  // namespace

struct PatternBank::Filter {
  std::vector<std::string> list;
  bool reference = false;
  std::once_flag once;
  // Written once, by compile().
  Status status;
  re2::FilteredRE2 patterns{kLeastAtom};
  LiteralScanner scanner;                // hits report the piece
  std::vector<std::vector<int>> pieces;  // the atoms that a piece may be of
  std::vector<char> loose;               // by pattern: no literal that it needs could be told

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
  options.set_max_mem(std::int64_t{2} << 20);
  for (const std::string& pattern : list) {
    int id = 0;
    const re2::RE2::ErrorCode code = patterns.Add("(?m)" + pattern, options, &id);
    if (code != re2::RE2::NoError) {
      re2::RE2 again("(?m)" + pattern, options);
      return fail(ErrorCode::kConfig, again.error() + " in '" + pattern + "'");
    }
  }
  if (list.empty()) return {};
  std::vector<std::string> atoms;
  patterns.Compile(&atoms);
  std::vector<int> without;
  patterns.AllPotentials({}, &without);
  loose.assign(list.size(), 0);
  for (const int pattern : without) loose[static_cast<std::size_t>(pattern)] = 1;
  if (reference) return {};
  std::map<std::string, std::uint32_t> ids;
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    for (const std::string& piece : any_case(atoms[i])) {
      const auto at = ids.try_emplace(piece, static_cast<std::uint32_t>(ids.size())).first;
      pieces.resize(ids.size());
      pieces[at->second].push_back(static_cast<int>(i));
    }
  }
  std::vector<ScanPattern> literals;
  for (const auto& [piece, id] : ids) literals.push_back({.text = piece, .literal = true, .id = id});
  Result<LiteralScanner> compiled = LiteralScanner::compile(literals, false);
  if (!compiled) return fail(compiled);
  scanner = std::move(*compiled);
  return {};
}

PatternBank::Size PatternBank::size() const {
  PRIVET_CHECK(compile().has_value());
  Size size{.literals = filter_->pieces.size()};
  for (std::size_t i = 0; i < filter_->list.size(); ++i)
    size.instructions += static_cast<std::size_t>(filter_->patterns.GetRE2(static_cast<int>(i)).ProgramSize());
  return size;
}

bool PatternBank::is_loose(std::uint32_t pattern) const {
  PRIVET_CHECK(compile().has_value());
  return filter_->loose[pattern] != 0;
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
  scratch.atoms.clear();
  for (const ScanHit& hit : scratch.hits) {
    const std::vector<int>& atoms = filter_->pieces[hit.id];
    scratch.atoms.insert(scratch.atoms.end(), atoms.begin(), atoms.end());
  }
  std::sort(scratch.atoms.begin(), scratch.atoms.end());
  scratch.atoms.erase(std::unique(scratch.atoms.begin(), scratch.atoms.end()), scratch.atoms.end());
  filter_->patterns.AllPotentials(scratch.atoms, &scratch.potentials);
  std::sort(scratch.potentials.begin(), scratch.potentials.end());
  for (const int pattern : scratch.potentials) try_one(pattern);
}

}  // namespace privet
