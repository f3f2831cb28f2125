#include "detect/messages/pattern_bank.h"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>

#include "base/check.h"
#include "base/prepared.h"
#include "base/scratch.h"
#include "detect/messages/pattern_pieces.h"
#include "detect/messages/pattern_search.h"

namespace privet {
namespace {

// Of one text that are kept. Where there are more, patterns are looked for in
// all of it.
constexpr std::size_t kMostPlaces = std::size_t{1} << 14;

}  // namespace

struct PatternBank::Filter {
  std::vector<std::string> patterns;
  bool reference = false;
  Over over = Over::kText;
  std::once_flag once;
  // Written once, by set_up().
  LiteralScanner scanner;  // hits report the piece
  PatternPieces known;
  std::vector<std::uint32_t> ends;               // of each pattern's alternatives
  std::vector<char> loose_ones, loose_patterns;  // where no text that must stand there is known
  struct Regex {
    std::once_flag once;
    std::optional<re2::RE2> regex;  // written once, by regex_of()
  };
  std::deque<Regex> regexes;  // by alternative

  void set_up();
  const re2::RE2& regex_of(std::uint32_t alternative);
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t pattern) const { return pattern == 0 ? 0 : ends[pattern - 1]; }
  [[nodiscard]] bool is_possible(std::uint32_t alternative, std::string_view text, const Look& look) const;
  std::optional<Span<ViewSpace>> find(std::string_view text, std::uint32_t alternative, const Look& look,
                                      Scratch& scratch);
};

PatternBank::PatternBank(const std::vector<std::string>& patterns, bool reference, Over over)
    : filter_(std::make_unique<Filter>()) {
  filter_->patterns = patterns;
  filter_->reference = reference;
  filter_->over = over;
}
PatternBank::PatternBank(PatternBank&&) noexcept = default;
PatternBank& PatternBank::operator=(PatternBank&&) noexcept = default;
PatternBank::~PatternBank() = default;

const re2::RE2& PatternBank::Filter::regex_of(std::uint32_t alternative) {
  Regex& one = regexes[alternative];
  std::call_once(one.once, [&] {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{2} << 20);
    one.regex.emplace(known.alternatives[alternative].text, options);
  });
  return *one.regex;
}

void PatternBank::Filter::set_up() {
  PieceWriter key;
  key.text(over == Over::kPaths ? "path patterns" : "patterns");
  for (const std::string& pattern : patterns) key.text(pattern);
  const std::string spelled = key.take();
  if (const auto piece = find_prepared(spelled)) {
    known = PatternPieces::read(*piece);
  } else {
    known = PatternPieces::find(patterns, over == Over::kPaths);
    if (PreparedWriter* writer = PreparedWriter::current()) writer->add(spelled, known.written());
  }
  ends.resize(patterns.size());
  loose_patterns.resize(patterns.size());
  for (std::uint32_t i = 0; i < known.alternatives.size(); ++i) {
    const PatternPieces::Alternative& one = known.alternatives[i];
    ends[one.pattern] = i + 1;
    loose_ones.push_back(one.loose ? 1 : 0);
    if (one.loose) loose_patterns[one.pattern] = 1;
  }
  regexes.resize(known.alternatives.size());
  std::vector<ScanPattern> literals;
  for (std::uint32_t id = 0; id < known.pieces.size(); ++id)
    literals.push_back({.text = known.pieces[id], .literal = true, .id = id});
  Result<LiteralScanner> compiled = LiteralScanner::compile(literals, reference);
  PRIVET_CHECK(compiled.has_value());  // literals always compile
  scanner = std::move(*compiled);
}

Status PatternBank::compile() const {
  set_up();
  for (std::uint32_t i = 0; i < filter_->regexes.size(); ++i) {
    const re2::RE2& regex = filter_->regex_of(i);
    const std::string_view text = filter_->known.alternatives[i].text;
    if (!regex.ok()) return fail(ErrorCode::kConfig, regex.error() + " in '" + std::string(text.substr(4)) + "'");
  }
  return {};
}

void PatternBank::set_up() const {
  std::call_once(filter_->once, [&] { filter_->set_up(); });
}

PatternBank::Size PatternBank::size() const {
  set_up();
  Size size{.literals = filter_->known.pieces.size()};
  for (std::uint32_t i = 0; i < filter_->regexes.size(); ++i)
    size.instructions += static_cast<std::size_t>(std::max(filter_->regex_of(i).ProgramSize(), 0));
  return size;
}

bool PatternBank::is_loose(std::uint32_t pattern) const {
  set_up();
  return filter_->loose_patterns[pattern] != 0;
}

void PatternBank::look(std::string_view text, Scratch& scratch, Look& out) const {
  set_up();
  out.places.clear();
  out.crowded = false;
  if (filter_->reference) {
    out.possible.assign(filter_->patterns.size(), 1);
    out.ones.assign(filter_->regexes.size(), 1);
    return;
  }
  if (!scratch.literals) scratch.literals.emplace(filter_->scanner.make_scratch());
  out.possible = filter_->loose_patterns;
  out.ones = filter_->loose_ones;
  scratch.hits.clear();
  filter_->scanner.scan(text, *scratch.literals, scratch.hits);
  for (const ScanHit& hit : scratch.hits) {
    const std::size_t begin = hit.end - filter_->known.pieces[hit.id].size();
    for (const PatternPieces::Use& use : filter_->known.uses[hit.id]) {
      const PatternPieces::Alternative& one = filter_->known.alternatives[use.alternative];
      if (one.form.begin == Pattern::Begin::kText && hit.end > one.form.before.bytes) continue;
      if (!PatternPieces::stands(use, text, begin, hit.end)) continue;
      out.possible[one.pattern] = 1;
      out.ones[use.alternative] = 1;
      out.crowded = out.crowded || out.places.size() == kMostPlaces;
      if (!out.crowded) out.places.push_back({use.alternative, hit.end});
    }
  }
  empty_scratch(scratch.hits);
  std::sort(out.places.begin(), out.places.end());
}

bool PatternBank::Filter::is_possible(std::uint32_t alternative, std::string_view text, const Look& look) const {
  if (look.ones[alternative] == 0) return false;
  if (reference) return true;
  const std::vector<std::string>& sought = known.alternatives[alternative].sought;
  const auto is_there = [&](const std::string& one) { return text.find(one) != std::string_view::npos; };
  return sought.empty() || std::any_of(sought.begin(), sought.end(), is_there);
}

std::optional<Span<ViewSpace>> PatternBank::Filter::find(std::string_view text, std::uint32_t alternative,
                                                         const Look& look, Scratch& scratch) {
  if (reference) return find_first(regex_of(alternative), text, Pattern::Begin::kAnywhere);
  const PatternPieces::Alternative& one = known.alternatives[alternative];
  if (one.loose || look.crowded) return find_first(regex_of(alternative), text, one.form.begin);
  scratch.ends.clear();
  for (auto at = std::lower_bound(look.places.begin(), look.places.end(), Place{alternative, 0});
       at != look.places.end() && at->alternative == alternative; ++at)
    if (PatternPieces::is_preceded(one, text, at->end)) scratch.ends.push_back(at->end);
  if (scratch.ends.empty()) return {};
  return find_first(regex_of(alternative), text, one.form, scratch.ends);
}

bool PatternBank::is_possible(std::uint32_t pattern, std::string_view text, const Look& look) const {
  if (look.possible[pattern] == 0) return false;
  for (std::uint32_t i = filter_->begin_of(pattern); i < filter_->ends[pattern]; ++i) {
    if (filter_->is_possible(i, text, look)) return true;
  }
  return false;
}

void PatternBank::find(std::string_view text, Scratch& scratch, Wanted wanted, Found found) const {
  look(text, scratch, scratch.look);
  find(text, scratch.look, scratch, wanted, found);
}

void PatternBank::find(std::string_view text, const Look& look, Scratch& scratch, Wanted wanted, Found found) const {
  for (std::uint32_t pattern = 0; pattern < look.possible.size(); ++pattern) {
    if (look.possible[pattern] != 0 && wanted(pattern)) find_one(text, pattern, look, scratch, found);
  }
}

void PatternBank::find_one(std::string_view text, std::uint32_t pattern, const Look& look, Scratch& scratch,
                           Found found) const {
  std::optional<Span<ViewSpace>> first;
  for (std::uint32_t i = filter_->begin_of(pattern); i < filter_->ends[pattern]; ++i) {
    if (!filter_->is_possible(i, text, look)) continue;
    const auto match = filter_->find(text, i, look, scratch);
    if (match && (!first || match->begin < first->begin)) first = match;
  }
  if (first) found(pattern, first->begin, first->end);
}

}  // namespace privet
