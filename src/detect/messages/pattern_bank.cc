#include "detect/messages/pattern_bank.h"

#include <re2/re2.h>

#include <algorithm>
#include <deque>
#include <mutex>
#include <optional>

#include "base/check.h"
#include "base/scratch.h"
#include "detect/gate/prepared.h"
#include "detect/messages/pattern_pieces.h"
#include "detect/messages/pattern_search.h"
#include "rule/pattern_alternatives.h"

namespace privet {
namespace {

// Of one text that are kept. Where there are more, patterns are looked for in
// all of it.
constexpr std::size_t kMostPlaces = std::size_t{1} << 14;

}  // namespace

struct PatternBank::Filter {
  struct Entry {
    std::string text;
    std::once_flag once;
    std::optional<re2::RE2> regex;  // written once, by regex_of()
  };
  std::deque<Entry> list;           // the alternatives of all patterns
  std::vector<std::uint32_t> ends;  // of each pattern's, in `list`
  bool reference = false;
  Over over = Over::kText;
  std::once_flag once;
  // Written once, by set_up().
  LiteralScanner scanner;   // hits report the piece
  PatternPieces known;
  std::vector<char> loose;  // by alternative

  void set_up();
  const re2::RE2& regex_of(std::uint32_t alternative);
  [[nodiscard]] std::uint32_t begin_of(std::uint32_t pattern) const { return pattern == 0 ? 0 : ends[pattern - 1]; }
  template <class Test>
  [[nodiscard]] bool any_of(std::uint32_t pattern, Test test) const {
    for (std::uint32_t i = begin_of(pattern); i < ends[pattern]; ++i) {
      if (test(i)) return true;
    }
    return false;
  }
  [[nodiscard]] bool is_possible(std::uint32_t alternative, std::string_view text, const Look& look) const;
  std::optional<Span<ViewSpace>> find(std::string_view text, std::uint32_t alternative, const Look& look,
                                      Scratch& scratch);
};

PatternBank::PatternBank(const std::vector<std::string>& patterns, bool reference, Over over)
    : filter_(std::make_unique<Filter>()) {
  for (const std::string& pattern : patterns) {
    for (std::string& one : alternatives_of(pattern)) filter_->list.emplace_back().text = "(?m)" + std::move(one);
    filter_->ends.push_back(static_cast<std::uint32_t>(filter_->list.size()));
  }
  filter_->reference = reference;
  filter_->over = over;
}
PatternBank::PatternBank(PatternBank&&) noexcept = default;
PatternBank& PatternBank::operator=(PatternBank&&) noexcept = default;
PatternBank::~PatternBank() = default;

const re2::RE2& PatternBank::Filter::regex_of(std::uint32_t alternative) {
  Entry& entry = list[alternative];
  std::call_once(entry.once, [&] {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(std::int64_t{2} << 20);
    entry.regex.emplace(entry.text, options);
  });
  return *entry.regex;
}

void PatternBank::Filter::set_up() {
  PieceWriter key;
  key.text(over == Over::kPaths ? "path patterns" : "patterns");
  for (const Entry& entry : list) key.text(entry.text);
  const std::string spelled = key.take();
  if (const auto piece = find_prepared(spelled)) {
    known = PatternPieces::read(*piece, list.size());
  } else {
    std::vector<std::string> patterns;
    for (const Entry& entry : list) patterns.push_back(entry.text);
    known = PatternPieces::find(patterns, over == Over::kPaths);
    if (PreparedWriter* writer = PreparedWriter::current()) writer->add(spelled, known.written());
  }
  for (const PatternPieces::Need& need : known.needs) loose.push_back(need.loose ? 1 : 0);
  std::vector<ScanPattern> literals;
  for (std::uint32_t id = 0; id < known.pieces.size(); ++id)
    literals.push_back({.text = known.pieces[id], .literal = true, .id = id});
  Result<LiteralScanner> compiled = LiteralScanner::compile(literals, reference);
  PRIVET_CHECK(compiled.has_value());  // literals always compile
  scanner = std::move(*compiled);
}

Status PatternBank::compile() const {
  for (std::uint32_t i = 0; i < filter_->list.size(); ++i) {
    const re2::RE2& regex = filter_->regex_of(i);
    if (!regex.ok()) return fail(ErrorCode::kConfig, regex.error() + " in '" + filter_->list[i].text.substr(4) + "'");
  }
  return {};
}

void PatternBank::set_up() const {
  std::call_once(filter_->once, [&] { filter_->set_up(); });
}

PatternBank::Size PatternBank::size() const {
  set_up();
  Size size{.literals = filter_->known.pieces.size()};
  for (std::uint32_t i = 0; i < filter_->list.size(); ++i)
    size.instructions += static_cast<std::size_t>(std::max(filter_->regex_of(i).ProgramSize(), 0));
  return size;
}

bool PatternBank::is_loose(std::uint32_t pattern) const {
  set_up();
  return filter_->any_of(pattern, [&](std::uint32_t i) { return filter_->loose[i] != 0; });
}

void PatternBank::look(std::string_view text, Scratch& scratch, Look& out) const {
  set_up();
  out.places.clear();
  out.crowded = false;
  if (filter_->reference) {
    out.possible.assign(filter_->list.size(), 1);
    return;
  }
  if (!scratch.literals) scratch.literals.emplace(filter_->scanner.make_scratch());
  out.possible = filter_->loose;
  scratch.hits.clear();
  filter_->scanner.scan(text, *scratch.literals, scratch.hits);
  for (const ScanHit& hit : scratch.hits) {
    const std::size_t begin = hit.end - filter_->known.pieces[hit.id].size();
    for (const PatternPieces::Use& use : filter_->known.uses[hit.id]) {
      const MatchForm& form = filter_->known.needs[use.pattern].form;
      if (form.begin == Pattern::Begin::kText && hit.end > form.before.bytes) continue;
      if (!PatternPieces::stands(use, text, begin, hit.end)) continue;
      out.possible[use.pattern] = 1;
      out.crowded = out.crowded || out.places.size() == kMostPlaces;
      if (!out.crowded) out.places.push_back({use.pattern, hit.end});
    }
  }
  empty_scratch(scratch.hits);
  std::sort(out.places.begin(), out.places.end());
}

bool PatternBank::Filter::is_possible(std::uint32_t alternative, std::string_view text, const Look& look) const {
  if (look.possible[alternative] == 0) return false;
  if (reference) return true;
  const std::vector<std::string>& sought = known.needs[alternative].sought;
  const auto is_there = [&](const std::string& one) { return text.find(one) != std::string_view::npos; };
  return sought.empty() || std::any_of(sought.begin(), sought.end(), is_there);
}

std::optional<Span<ViewSpace>> PatternBank::Filter::find(std::string_view text, std::uint32_t alternative,
                                                         const Look& look, Scratch& scratch) {
  const re2::RE2& regex = regex_of(alternative);
  if (reference) return find_first(regex, text, Pattern::Begin::kAnywhere);
  const PatternPieces::Need& need = known.needs[alternative];
  if (need.loose || look.crowded) return find_first(regex, text, need.form.begin);
  scratch.ends.clear();
  for (auto at = std::lower_bound(look.places.begin(), look.places.end(), Place{alternative, 0});
       at != look.places.end() && at->alternative == alternative; ++at)
    scratch.ends.push_back(at->end);
  return find_first(regex, text, need.form, scratch.ends);
}

bool PatternBank::is_possible(std::uint32_t pattern, std::string_view text, const Look& look) const {
  return filter_->any_of(pattern, [&](std::uint32_t i) { return filter_->is_possible(i, text, look); });
}

void PatternBank::find(std::string_view text, Scratch& scratch, Wanted wanted, Found found) const {
  look(text, scratch, scratch.look);
  find(text, scratch.look, scratch, wanted, found);
}

void PatternBank::find(std::string_view text, const Look& look, Scratch& scratch, Wanted wanted, Found found) const {
  for (std::uint32_t pattern = 0; pattern < filter_->ends.size(); ++pattern) {
    const auto possible = [&](std::uint32_t i) { return look.possible[i] != 0; };
    if (filter_->any_of(pattern, possible) && wanted(pattern)) find_one(text, pattern, look, scratch, found);
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
