#include "detect/names/runs.h"

#include <algorithm>

#include "detect/names/word_hash.h"

namespace privet {
namespace {

// Tokens looked at together. A longer line is cut; what stands at the cut
// sees nothing beyond it.
constexpr std::size_t kBlockTokens = 1024;

// Fewer words tell nothing of how a line is written.
constexpr std::size_t kFewWords = 3;

constexpr std::uint32_t kMostParticles = 3;

// Of what a word can be, what makes it worth a look in a line of that style.
std::uint8_t wanted_in(LineStyle style) {
  return can::kName | (style == LineStyle::kLower ? can::kSmallName : can::kAmid);
}

}  // namespace

void RunCutter::cut(std::string_view text, FunctionRef<void(const Run&)> use) { cut_blocks(text, nullptr, use); }

void RunCutter::cut(std::string_view text, FunctionRef<bool(std::uint64_t)> pass_over,
                    FunctionRef<void(const Run&)> use) {
  cut_blocks(text, &pass_over, use);
}

// What the runs of a line depend on: its text, that of kAround tokens before
// and behind it, and where among them it stands.
std::optional<std::uint64_t> RunCutter::line_hash(std::string_view text, std::size_t first, std::size_t last,
                                                  bool from_begin, bool to_end) const {
  constexpr std::size_t kAround = Run::kAround;
  if ((first < kAround && !from_begin) || (last + kAround > tokens_.size() && !to_end)) return {};
  const std::size_t around_first = first < kAround ? 0 : first - kAround;
  const std::size_t around_last = std::min(last + kAround, tokens_.size());
  const std::uint32_t begin = tokens_[around_first].begin;
  const std::uint64_t place = std::uint64_t{tokens_[first].begin - begin} << 32 | (tokens_[last - 1].end - begin);
  const std::uint64_t edges = (first - around_first) << 8 | (around_last - last);
  const std::string_view seen = text.substr(begin, tokens_[around_last - 1].end - begin);
  return mix_hash(mix_hash(hash_word(seen), place), edges);
}

// What the runs of a line depend on is worth its hash only where lines are to be passed over.
void RunCutter::cut_blocks(std::string_view text, const FunctionRef<bool(std::uint64_t)>* pass_over,
                           FunctionRef<void(const Run&)> use) {
  tokens_.clear();
  rest_.clear();
  bool from_begin = true;
  for (std::uint32_t at = 0; at < text.size() || !rest_.empty(); from_begin = false) {
    tokens_.swap(rest_);
    rest_.clear();
    at = append_tokens(text, at, kBlockTokens - tokens_.size(), tokens_);
    // Up to the last line end, so that a line is seen whole if it can be.
    if (at < text.size()) {
      std::size_t keep = tokens_.size();
      while (keep > 0 && tokens_[keep - 1].kind != TokenKind::kBreak) --keep;
      if (keep > 0) {
        rest_.assign(tokens_.begin() + static_cast<std::ptrdiff_t>(keep), tokens_.end());
        tokens_.resize(keep);
      }
    }
    const bool to_end = at == text.size() && rest_.empty();
    begin_block();
    for (std::size_t first = 0; first < tokens_.size();) {
      std::size_t last = first;
      while (last < tokens_.size() && tokens_[last].kind != TokenKind::kBreak) ++last;
      if (last > first) {
        std::optional<std::uint64_t> hash;
        if (pass_over != nullptr) hash = line_hash(text, first, last, from_begin, to_end);
        if (!hash || !(*pass_over)(*hash)) cut_line(text, first, last, use);
      }
      first = last + 1;
    }
  }
}

void RunCutter::begin_block() {
  sketches_.resize(tokens_.size());
  infos_.resize(tokens_.size() + 2 * Run::kAround);
  const auto nothing = static_cast<std::ptrdiff_t>(Run::kAround);
  std::fill(infos_.begin(), infos_.begin() + nothing, WordInfo{});
  std::fill(infos_.end() - nothing, infos_.end(), WordInfo{});
  described_ = 0;
}

bool RunCutter::is_mark(std::string_view text, std::size_t i, char mark) const {
  return tokens_[i].kind == TokenKind::kMark && text[tokens_[i].begin] == mark;
}

// Sketches a line's words, and tells from them how it is written and whether
// it is strange: in a language of which few words are known, an unknown one is
// no news. Words in capitals may be names, so they tell only where there is
// nothing else.
LineStyle RunCutter::survey_line(std::string_view text, std::size_t first, std::size_t last) {
  book_.sketch(text, std::span<const Token>(tokens_).subspan(first, last - first), sketches_.data() + first);
  std::size_t words = 0, capitals = 0, shouted = 0, puzzles = 0;
  for (std::size_t i = first; i < last; ++i) {
    const WordSketch word = sketches_[i];
    words += tokens_[i].kind == TokenKind::kWord ? 1 : 0;
    capitals += (word.can & can::kLead) != 0 ? 1 : 0;
    shouted += (word.can & can::kShout) != 0 ? 1 : 0;
    puzzles += (word.can & can::kPuzzle) != 0 ? 1 : 0;
  }
  strange_ = 2 * puzzles > words - capitals + 1;
  if (words == 0) return LineStyle::kNormal;
  if (capitals == 0) return LineStyle::kLower;
  if (words < kFewWords) return shouted == words ? LineStyle::kUpper : LineStyle::kNormal;
  if (4 * shouted >= 3 * words) return LineStyle::kUpper;
  if (4 * capitals >= 3 * words) return LineStyle::kTitle;
  return LineStyle::kNormal;
}

bool RunCutter::begins_sentence(std::string_view text, std::size_t i, std::size_t line_first) const {
  for (; i > line_first; --i) {
    const Token& before = tokens_[i - 1];
    if (before.kind != TokenKind::kMark) return false;
    const char c = text[before.begin];
    if (c == '.' || c == '!' || c == '?' || c == ':' || c == '*' || c == '-' || c == '|' || c == ';') return true;
    const bool opens = c == '"' || c == '\'' || c == '(' || c == '[' || static_cast<unsigned char>(c) >= 0x80;
    if (!opens) return false;
  }
  return true;
}

bool RunCutter::is_particle(std::size_t i) const {
  if (tokens_[i].kind != TokenKind::kWord || tokens_[i].capital) return false;
  const WordSketch word = sketches_[i];
  if (word.facts.is(WordPart::kParticle)) return word.shape == Shape::kLower;
  return word.shape == Shape::kLowerJoined && word.letters <= 2;  // "d'" before "Estaing"
}

// A call, or in small letters a part of a longer identifier: "requery()",
// "pytest.mark.skip", "--will", "$rose", "a/b/mark".
bool RunCutter::is_in_code(std::string_view text, std::size_t i) const {
  const Token& token = tokens_[i];
  const auto follows = [&](std::size_t at) { return at < text.size() ? text[at] : ' '; };
  if (follows(token.end) == '(') return true;
  if (token.capital) return false;
  const char before = token.begin > 0 ? text[token.begin - 1] : ' ';
  if (std::string_view(".-/\\$_").find(before) != std::string_view::npos) return true;
  const char behind = follows(token.end);
  if (behind == '=' || behind == '/' || behind == '\\' || behind == '_') return true;
  return behind == '.' && follows(token.end + 1) >= 'a' && follows(token.end + 1) <= 'z';
}

bool RunCutter::may_be_name(std::string_view text, std::size_t i, std::size_t line_first, LineStyle style) const {
  const WordSketch word = sketches_[i];
  if ((word.can & wanted_in(style)) == 0 || is_in_code(text, i)) return false;
  if ((word.can & can::kLead) == 0) return style != LineStyle::kLower || may_be_small_name(text, i, line_first);
  const WordFacts facts = word.facts;
  if (word.shape == Shape::kInitial) {
    if (i + 1 < tokens_.size() && is_mark(text, i + 1, '.') && !tokens_[i + 1].spaced) return true;
    return facts.plain() < 3;
  }
  if (facts.plain() < 2) return true;
  if (facts.given() > 1 || (facts.plain() < 3 && facts.names())) return true;
  return !begins_sentence(text, i, line_first);
}

// In a line without capitals.
bool RunCutter::may_be_small_name(std::string_view text, std::size_t i, std::size_t line_first) const {
  const WordSketch word = sketches_[i];
  const WordFacts facts = word.facts;
  if (word.letters == 1) return leads_as_initial(text, i, line_first);
  if (is_small_name(facts)) return true;
  if (facts.plain() == 0) return word.letters > 2 && !strange_;
  if (i == line_first) return false;
  // "hi sanne", "mr dombrow", and what follows a given name.
  const WordFacts lead = sketches_[i - 1].facts;
  if (lead.given() > 1 && lead.plain() < 3) return true;
  return facts.plain() < 2 && (lead.is(WordPart::kTitle) || lead.is(WordPart::kGreeting));
}

// "h. zhang", and the "h" of "h. w. lonner".
bool RunCutter::leads_as_initial(std::string_view text, std::size_t i, std::size_t line_first) const {
  constexpr int kMostInitials = 3;
  for (int n = 0; n < kMostInitials && i + 2 < tokens_.size(); ++n, i += 2) {
    if (!is_mark(text, i + 1, '.') || tokens_[i + 1].spaced || tokens_[i + 2].kind != TokenKind::kWord) return false;
    if (sketches_[i + 2].letters > 1) return may_be_name(text, i + 2, line_first, LineStyle::kLower);
  }
  return false;
}

// The last token of what continues the run that so far ends with `last`: a
// token that may be a name, and what leads to it. `last` itself if nothing does.
std::size_t RunCutter::bridge(std::string_view text, std::size_t last, std::size_t line_last, std::size_t line_first,
                              LineStyle style) const {
  std::size_t i = last + 1;
  if (i >= line_last) return last;
  if (may_be_name(text, i, line_first, style)) return i;
  const WordSketch before = sketches_[last];
  if (is_mark(text, i, '.') && !tokens_[i].spaced && (before.letters <= 2 || before.facts.is(WordPart::kSuffix))) {
    const bool goes_on = i + 1 < line_last && may_be_name(text, i + 1, line_first, style);
    if (goes_on) return i + 1;
    if (i + 1 < line_last && is_particle(i + 1)) {
      ++i;
    } else {
      return before.shape == Shape::kInitial || before.facts.is(WordPart::kSuffix) ? i : last;
    }
  }
  // "O 'Brien", as tokenised text has it, and a name in quotes: 'Wilma "Bo" Lonner'.
  if (is_mark(text, i, '\'') && i + 1 < line_last && !tokens_[i + 1].spaced && before.shape == Shape::kInitial) {
    return may_be_name(text, i + 1, line_first, style) ? i + 1 : last;
  }
  if (is_mark(text, i, '"') && tokens_[i].spaced) {
    std::size_t end = i + 1;
    while (end < line_last && end < i + 3 && tokens_[end].kind == TokenKind::kWord) ++end;
    const bool closed = end > i + 1 && end + 1 < line_last && is_mark(text, end, '"') && tokens_[end + 1].spaced;
    return closed && may_be_name(text, end + 1, line_first, style) ? end + 1 : last;
  }
  if (is_mark(text, i, '-') && !tokens_[i].spaced && i + 1 < line_last && !tokens_[i + 1].spaced &&
      tokens_[i + 1].kind == TokenKind::kWord) {
    const bool short_word = tokens_[i + 1].end - tokens_[i + 1].begin <= 5;  // "Jong-il", not "Paris-based"
    return may_be_name(text, i + 1, line_first, style) || short_word ? i + 1 : last;
  }
  for (std::uint32_t n = 0; n < kMostParticles && i < line_last && is_particle(i); ++n) {
    ++i;
    if (i + 1 < line_last && is_mark(text, i, '-') && !tokens_[i].spaced) ++i;  // "al-Sayegh"
    if (i < line_last && may_be_name(text, i, line_first, style)) return i;
  }
  return last;
}

// Whether any word, or the one that leads to them, gives a reason to look closer.
bool RunCutter::tells(std::size_t first, std::size_t last, std::size_t line_first) const {
  if (first > line_first) --first;
  const auto run = std::span<const WordSketch>(sketches_).subspan(first, last - first);
  return std::any_of(run.begin(), run.end(), [](const WordSketch& word) { return (word.can & can::kTelling) != 0; });
}

void RunCutter::cut_line(std::string_view text, std::size_t first, std::size_t last,
                         FunctionRef<void(const Run&)> use) {
  const LineStyle style = survey_line(text, first, last);
  std::size_t done = first;
  const std::uint8_t wanted = wanted_in(style);
  for (std::size_t i = first; i < last;) {
    if ((sketches_[i].can & wanted) == 0 || !may_be_name(text, i, first, style)) {
      ++i;
      continue;
    }
    std::size_t begin = i;
    for (std::uint32_t n = 0; n < kMostParticles && begin > done && is_particle(begin - 1); ++n) --begin;
    std::size_t end = i;
    while (end - begin + 4 < kLongestRun) {
      const std::size_t next = bridge(text, end, last, first, style);
      if (next == end) break;
      end = next;
    }
    if (runs_ == Runs::kAll || tells(begin, end + 1, first)) emit(text, begin, end + 1, first, last, style, use);
    i = done = end + 1;
  }
}

void RunCutter::emit(std::string_view text, std::size_t first, std::size_t last, std::size_t line_first,
                     std::size_t line_last, LineStyle style, FunctionRef<void(const Run&)> use) {
  constexpr std::size_t kAround = Run::kAround;
  // Runs come in order, and see some of the same tokens.
  const std::size_t around_last = std::min(last + kAround, tokens_.size());
  for (std::size_t i = std::max(first < kAround ? 0 : first - kAround, described_); i < around_last; ++i) {
    WordSketch sketch;
    if (i >= line_first && i < line_last) {
      sketch = sketches_[i];
    } else {
      book_.sketch(text, std::span<const Token>(tokens_).subspan(i, 1), &sketch);
    }
    book_.describe(text, tokens_[i], sketch, infos_[kAround + i]);
  }
  described_ = std::max(described_, around_last);
  run_begins_.clear();
  std::uint32_t parts = 0;
  for (std::size_t i = first; i < last; ++i) {
    run_begins_.push_back(begins_sentence(text, i, line_first) ? 1 : 0);
    parts |= 1U << static_cast<unsigned>(sketches_[i].facts.part());
  }
  use({.tokens = std::span<const Token>(tokens_).subspan(first, last - first),
       .infos = std::span<const WordInfo>(infos_).subspan(first, last - first + 2 * kAround),
       .begins_sentence = run_begins_,
       .parts = parts,
       .style = style,
       .strange = strange_,
       .begins_line = first == line_first,
       .ends_line = last == line_last});
}

}  // namespace privet
