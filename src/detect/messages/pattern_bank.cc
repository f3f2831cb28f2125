#include "detect/messages/pattern_bank.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <optional>

#include "base/check.h"
#include "base/scratch.h"
#include "detect/gate/prepared.h"
#include "detect/messages/pattern_pieces.h"
#include "detect/messages/pattern_search.h"

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
  std::vector<Entry> list;
  bool reference = false;
  Over over = Over::kText;
  std::once_flag once;
  // Written once, by set_up().
  LiteralScanner scanner;   // hits report the piece
  PatternPieces known;
  std::vector<char> loose;  // by pattern

  explicit Filter(std::size_t patterns) : list(patterns) {}
  void set_up();
  const re2::RE2& regex_of(std::uint32_t pattern);
};

PatternBank::PatternBank(const std::vector<std::string>& patterns, bool reference, Over over)
    : filter_(std::make_unique<Filter>(patterns.size())) {
  for (std::size_t i = 0; i < patterns.size(); ++i) filter_->list[i].text = "(?m)" + patterns[i];
  filter_->reference = reference;
  filter_->over = over;
}
PatternBank::PatternBank(PatternBank&&) noexcept = default;
PatternBank& PatternBank::operator=(PatternBank&&) noexcept = default;
PatternBank::~PatternBank() = default;

const re2::RE2& PatternBank::Filter::regex_of(std::uint32_t pattern) {
  Entry& entry = list[pattern];
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
  return filter_->loose[pattern] != 0;
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

bool PatternBank::is_possible(std::uint32_t pattern, std::string_view text, const Look& look) const {
  if (look.possible[pattern] == 0) return false;
  const std::vector<std::string>& sought = filter_->known.needs[pattern].sought;
  const auto is_there = [&](const std::string& one) { return text.find(one) != std::string_view::npos; };
  return sought.empty() || std::any_of(sought.begin(), sought.end(), is_there);
}

void PatternBank::find(std::string_view text, Scratch& scratch, Wanted wanted, Found found) const {
  look(text, scratch, scratch.look);
  find(text, scratch.look, scratch, wanted, found);
}

void PatternBank::find(std::string_view text, const Look& look, Scratch& scratch, Wanted wanted, Found found) const {
  for (std::uint32_t pattern = 0; pattern < look.possible.size(); ++pattern) {
    if (look.possible[pattern] != 0 && wanted(pattern) && is_possible(pattern, text, look))
      find_one(text, pattern, look, scratch, found);
  }
}

void PatternBank::find_one(std::string_view text, std::uint32_t pattern, const Look& look, Scratch& scratch,
                           Found found) const {
  const PatternPieces::Need& need = filter_->known.needs[pattern];
  const re2::RE2& regex = filter_->regex_of(pattern);
  std::optional<Span<ViewSpace>> match;
  if (filter_->reference) {
    match = find_first(regex, text, Pattern::Begin::kAnywhere);
  } else if (need.loose || look.crowded) {
    match = find_first(regex, text, need.form.begin);
  } else {
    scratch.ends.clear();
    for (auto at = std::lower_bound(look.places.begin(), look.places.end(), Place{pattern, 0});
         at != look.places.end() && at->pattern == pattern; ++at)
      scratch.ends.push_back(at->end);
    match = find_first(regex, text, need.form, scratch.ends);
  }
  if (match) found(pattern, match->begin, match->end);
}

}  // namespace privet
