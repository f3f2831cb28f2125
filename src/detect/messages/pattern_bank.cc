#include "detect/messages/pattern_bank.h"

#include <re2/re2.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>

#include "base/check.h"
#include "base/rarity.h"
#include "base/utf8.h"
#include "detect/gate/prepared.h"
#include "detect/messages/pattern_search.h"
#include "detect/proof/chars.h"
#include "rule/pattern.h"
#include "text/casefold.h"

namespace privet {
namespace {

constexpr std::size_t kLeastScanned = 3;       // bytes; shorter ones are in every text
constexpr std::size_t kLeastInPaths = 2;       // the same in a path view, which is short
constexpr std::size_t kRanked = 9;             // bytes that tell how rare a text is
constexpr std::size_t kMostSought = 4;    // texts, if they are too short to scan for

constexpr std::size_t kMostVaried = 3;  // letters in two cases: eight literals

// The other letter that a byte scanner, which folds ASCII, must look for too; 0:
// none. Cases of which one is ASCII (the Turkish i's) are not the same to RE2.
char32_t capital_of(char32_t c) {
  const char32_t capital = c < 0x80 ? c : capital_letter(c);
  return capital == c || capital < 0x80 ? 0 : capital;
}
char32_t small_of(char32_t c) {
  const char32_t small = c < 0x80 ? c : small_letter(c);
  return small < 0x80 ? c : small;
}

// The scanner looks for a piece of each text: short literals compile ten times
// as fast as long ones and take a fifth of the room.
constexpr std::size_t kPiece = 8;  // bytes

constexpr std::size_t kLeastValue = 4;  // bytes

// Of `name=value` in a path view, the value, if it tells enough: names are in
// many lines, and a pattern knows many names for one value.
std::string_view telling_part(std::string_view text) {
  const std::size_t value = text.rfind('=') + 1;
  return text.size() - value >= kLeastValue ? text.substr(value) : text;
}

// Whether case counts in a pattern is not asked. The longest piece of the text
// with at most kMostVaried letters whose case the scanner does not see
// (it folds ASCII), in each of their cases: literals, since expressions with
// alternatives take the compiler 50 MB.
std::vector<std::string> any_case(std::string_view text) {
  struct Letter {
    std::size_t begin;
    char32_t capital;  // 0: none, or ASCII
  };
  std::vector<Letter> letters;
  std::string small;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) {
    const char32_t c = small_of(decode_utf8(text, at).code_point);
    letters.push_back({small.size(), capital_of(c)});
    append_utf8(small, c);
  }
  letters.push_back({small.size(), 0});
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
    for (std::size_t k = 0; k < known; ++k)
      out[k].append(small, letters[i].begin, letters[i + 1].begin - letters[i].begin);
  }
  return out;
}

// Names end with `=` in a path view, and are no rarer for being long.
Pattern::Required required_of(const Pattern& pattern, PatternBank::Over over) {
  if (over == PatternBank::Over::kText) return pattern.required(kLeastScanned);
  return pattern.required(kLeastInPaths, [](std::string_view text) {
    return text.ends_with('=') ? 1 : commonness(text.substr(0, kRanked));
  });
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || !is_ascii(c); });
}

}  // namespace

struct PatternBank::Filter {
  struct Entry {
    std::string text;
    std::once_flag once;
    std::optional<re2::RE2> regex;    // written once, by regex_of()
    // Written once, by set_up().
    std::vector<std::string> sought;    // of which a text must have one, if it is loose; empty: not known
    std::vector<std::uint32_t> pieces;  // that it needs one of, rising
    MatchForm form;
  };
  std::vector<Entry> list;
  bool reference = false;
  Over over = Over::kText;
  std::once_flag once;
  // Written once, by set_up().
  LiteralScanner scanner;                          // hits report the piece
  std::vector<std::vector<std::uint32_t>> pieces;  // the patterns that need it
  std::vector<char> loose;                         // by pattern: no text that it needs is known
  std::vector<ScanPattern> literals;               // by piece, until they are compiled

  explicit Filter(std::size_t patterns) : list(patterns) {}
  void set_up();
  void find_pieces();
  [[nodiscard]] std::string written() const;  // what find_pieces() finds, for read()
  void read(std::string_view piece);
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

// Which texts stand for which patterns: what takes long of setting up.
void PatternBank::Filter::find_pieces() {
  loose.assign(list.size(), 1);
  std::map<std::string, std::uint32_t> ids;
  for (std::size_t i = 0; i < list.size(); ++i) {
    const Result<Pattern> pattern = Pattern::parse(list[i].text);
    if (!pattern) continue;
    const Pattern::Required required = required_of(*pattern, over);
    list[i].form = {pattern->begin(), required.before, {pattern->reach(), pattern->line_feeds()}};
    if (required.texts.empty()) {
      list[i].sought = pattern->required(1).texts;
      const bool serves = list[i].sought.size() <= kMostSought &&
                          std::none_of(list[i].sought.begin(), list[i].sought.end(), has_letter);
      if (!serves) list[i].sought.clear();
    }
    for (const std::string& text : required.texts) {
      loose[i] = 0;
      for (const std::string& piece : any_case(telling_part(text))) {
        const std::uint32_t id = ids.try_emplace(piece, static_cast<std::uint32_t>(ids.size())).first->second;
        pieces.resize(ids.size());
        if (pieces[id].empty() || pieces[id].back() != i) pieces[id].push_back(static_cast<std::uint32_t>(i));
      }
    }
  }
  literals.resize(ids.size());
  for (const auto& [piece, id] : ids) literals[id] = {.text = piece, .literal = true, .id = id};
}

std::string PatternBank::Filter::written() const {
  PieceWriter out;
  for (std::size_t i = 0; i < list.size(); ++i) {
    out.number(loose[i] != 0 ? 1 : 0).number(static_cast<std::uint32_t>(list[i].sought.size()));
    for (const std::string& text : list[i].sought) out.text(text);
    const MatchForm& form = list[i].form;
    out.number(static_cast<std::uint32_t>(form.begin)).number(form.before.bytes).number(form.before.line_feeds);
    out.number(form.whole.bytes).number(form.whole.line_feeds);
  }
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    out.text(literals[id].text).number(static_cast<std::uint32_t>(pieces[id].size()));
    for (const std::uint32_t pattern : pieces[id]) out.number(pattern);
  }
  return out.take();
}

void PatternBank::Filter::read(std::string_view piece) {
  PieceReader in(piece);
  loose.resize(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    loose[i] = static_cast<char>(in.number());
    list[i].sought.resize(in.number());
    for (std::string& text : list[i].sought) text = in.text();
    MatchForm& form = list[i].form;
    form.begin = static_cast<Pattern::Begin>(in.number());
    for (std::uint32_t* one :
         {&form.before.bytes, &form.before.line_feeds, &form.whole.bytes, &form.whole.line_feeds})
      *one = in.number();
  }
  while (!in.at_end()) {
    literals.push_back(
        {.text = std::string(in.text()), .literal = true, .id = static_cast<std::uint32_t>(literals.size())});
    pieces.emplace_back(in.number());
    for (std::uint32_t& pattern : pieces.back()) pattern = in.number();
  }
}

void PatternBank::Filter::set_up() {
  PieceWriter key;
  key.text(over == Over::kPaths ? "path patterns" : "patterns");
  for (const Entry& entry : list) key.text(entry.text);
  const std::string spelled = key.take();
  if (const auto piece = find_prepared(spelled)) {
    read(*piece);
  } else {
    find_pieces();
    if (PreparedWriter* writer = PreparedWriter::current()) writer->add(spelled, written());
  }
  Result<LiteralScanner> compiled = LiteralScanner::compile(literals, reference);
  PRIVET_CHECK(compiled.has_value());  // literals always compile
  for (std::uint32_t id = 0; id < pieces.size(); ++id) {
    for (const std::uint32_t pattern : pieces[id]) list[pattern].pieces.push_back(id);
  }
  scanner = std::move(*compiled);
  literals = {};
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
  Size size{.literals = filter_->pieces.size()};
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
  out.hits.clear();
  if (filter_->reference) {
    out.possible.assign(filter_->list.size(), 1);
    return;
  }
  if (!scratch.literals) scratch.literals.emplace(filter_->scanner.make_scratch());
  out.possible = filter_->loose;
  filter_->scanner.scan(text, *scratch.literals, out.hits);
  const auto sooner = [](const ScanHit& a, const ScanHit& b) { return a.end < b.end; };
  if (!std::is_sorted(out.hits.begin(), out.hits.end(), sooner)) std::sort(out.hits.begin(), out.hits.end(), sooner);
  for (const ScanHit& hit : out.hits) {
    for (const std::uint32_t pattern : filter_->pieces[hit.id]) {
      const MatchForm& form = filter_->list[pattern].form;
      if (form.begin != Pattern::Begin::kText || hit.end <= form.before.bytes) out.possible[pattern] = 1;
    }
  }
}

bool PatternBank::is_possible(std::uint32_t pattern, std::string_view text, const Look& look) const {
  if (look.possible[pattern] == 0) return false;
  const std::vector<std::string>& sought = filter_->list[pattern].sought;
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
  const Filter::Entry& entry = filter_->list[pattern];
  std::optional<Span<ViewSpace>> match;
  if (filter_->reference) {
    match = find_first(filter_->regex_of(pattern), text, Pattern::Begin::kAnywhere);
  } else if (entry.pieces.empty()) {
    match = find_first(filter_->regex_of(pattern), text, entry.form.begin);
  } else {
    scratch.ends.clear();
    for (const ScanHit& hit : look.hits) {
      if (std::binary_search(entry.pieces.begin(), entry.pieces.end(), hit.id)) scratch.ends.push_back(hit.end);
    }
    match = find_first(filter_->regex_of(pattern), text, entry.form, scratch.ends);
  }
  if (match) found(pattern, match->begin, match->end);
}

}  // namespace privet
