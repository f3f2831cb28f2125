#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "rule/pattern_node.h"

namespace privet {
namespace {

using Node = Pattern::Node;
using NodePtr = std::unique_ptr<Node>;

constexpr std::uint32_t kMostRepeats = 1000;  // RE2's own limit
constexpr int kMostDepth = 200;
constexpr std::uint32_t kLongestCharacter = 4;

// What stands for "any letter" and the like in samples: a few of every kind.
const CharRanges kLetters = {{'a', 'z'}, {'A', 'Z'}, {0xE0, 0xF6}, {0x3B1, 0x3C1}, {0x430, 0x44F}, {0x4E00, 0x4E20}};
const CharRanges kDigits = {{'0', '9'}};
const CharRanges kWord = {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}};
const CharRanges kSpace = {{' ', ' '}, {'\t', '\t'}};
const CharRanges kAllSpace = {{' ', ' '}, {'\t', '\n'}, {'\f', '\r'}};
const CharRanges kAny = {{' ', '~'}, {0xE0, 0xF6}, {0x4E00, 0x4E20}};

// Unicode classes by name, and what is drawn from them.
struct Property {
  std::string_view name;
  CharRanges samples;
};
const std::array kProperties = {
    Property{"L", kLetters},
    Property{"Lu", {{'A', 'Z'}, {0xC0, 0xD6}}},
    Property{"Ll", {{'a', 'z'}, {0xE0, 0xF6}}},
    Property{"M", {{0x300, 0x310}}},
    Property{"Mn", {{0x300, 0x310}}},
    Property{"N", kDigits},
    Property{"Nd", kDigits},
    Property{"Latin", {{'a', 'z'}, {'A', 'Z'}, {0xC0, 0xD6}, {0xE0, 0xF6}}},
    Property{"Greek", {{0x3B1, 0x3C1}}},
    Property{"Cyrillic", {{0x430, 0x44F}}},
    Property{"Han", {{0x4E00, 0x4E20}}},
    Property{"Hangul", {{0xAC00, 0xAC20}}},
    Property{"Hiragana", {{0x3042, 0x3062}}},
    Property{"Katakana", {{0x30A2, 0x30C2}}},
};

void append(CharRanges& to, const CharRanges& from) { to.insert(to.end(), from.begin(), from.end()); }

bool holds(const CharRanges& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [&](CharRange r) { return r.first <= c && c <= r.last; });
}

CharRanges complement(const CharRanges& ranges) {
  CharRanges out;
  for (const CharRange& range : kAny) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      if (!holds(ranges, c)) out.push_back({c, c});
    }
  }
  return out;
}

// The letters of ASCII and Latin-1 in both cases.
CharRanges in_both_cases(const CharRanges& ranges) {
  CharRanges out = ranges;
  for (const CharRange letters : {CharRange{'a', 'z'}, CharRange{0xE0, 0xFE}}) {
    for (char32_t c = letters.first; c <= letters.last; ++c) {
      if (holds(ranges, c) || holds(ranges, c - 0x20)) out.insert(out.end(), {{c, c}, {c - 0x20, c - 0x20}});
    }
  }
  return out;
}

std::uint32_t bytes_of(char32_t c) { return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4; }

// The other case of a character may be longer than it: of "k" the Kelvin sign,
// of "s" the long s, of some two-byte letters one of three.
std::uint32_t bytes_in_any_case(CharRange range) {
  const auto holds_one = [&](char32_t c) { return range.first <= c && c <= range.last; };
  if (range.last < 0x80) return holds_one('K') || holds_one('k') ? 3 : holds_one('S') || holds_one('s') ? 2 : 1;
  return std::max(3U, bytes_of(range.last));
}

// A class as it is read: what is drawn from it, and how long its characters are.
struct CharClass {
  CharRanges ranges;
  std::uint32_t most_bytes = 0;
  bool one = false;        // the last thing added is one character, and may begin a range
  bool whole = true;       // `ranges` holds every character of the class, not samples
  bool line_feed = false;  // the class holds one
};

// Recursive descent over the grammar; the first mistake ends it.
class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<NodePtr> parse() {
    if (!is_valid_utf8(text_)) return fail(ErrorCode::kConfig, "the pattern is not valid UTF-8");
    NodePtr root = alternatives();
    if (at_ < text_.size()) mistake("unmatched )");
    if (!error_.empty())
      return fail(ErrorCode::kConfig, error_ + " at byte " + std::to_string(error_at_) + " of the pattern");
    return root;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size() && error_.empty(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected)) return false;
    at_ += expected.size();
    return true;
  }
  char32_t take_character() {
    const Decoded d = decode_utf8(text_, at_);
    at_ += d.bytes;
    return d.code_point;
  }
  void mistake(std::string_view what) {
    if (!error_.empty()) return;
    error_ = what;
    error_at_ = at_;
  }

  NodePtr alternatives() {
    auto choice = std::make_unique<Node>();
    choice->kind = Node::Kind::kChoice;
    if (++depth_ > kMostDepth) mistake("groups too deep inside each other");
    do choice->children.push_back(sequence());
    while (more() && take("|"));
    --depth_;
    return choice->children.size() == 1 ? std::move(choice->children.front()) : std::move(choice);
  }

  NodePtr sequence() {
    auto out = std::make_unique<Node>();
    out->kind = Node::Kind::kSequence;
    while (more() && peek() != '|' && peek() != ')') out->children.push_back(repeated(atom()));
    return out;
  }

  [[nodiscard]] bool at_repeat() const {
    const char c = peek();
    return c == '*' || c == '+' || c == '?' || (c == '{' && peek(1) >= '0' && peek(1) <= '9');
  }

  NodePtr repeated(NodePtr item) {
    if (!more() || !at_repeat()) return item;
    auto repeat = std::make_unique<Node>();
    repeat->kind = Node::Kind::kRepeat;
    if (take("*")) {
      repeat->least = 0, repeat->most = kUnbounded;
    } else if (take("+")) {
      repeat->most = kUnbounded;
    } else if (take("?")) {
      repeat->least = 0;
    } else {
      ++at_;
      repeat->least = repeat->most = number();
      if (take(",")) repeat->most = peek() == '}' ? kUnbounded : number();
      if (!take("}")) mistake("unfinished repeat");
      const bool too_many = repeat->least > kMostRepeats || (repeat->most != kUnbounded && repeat->most > kMostRepeats);
      if (too_many) mistake("more than 1000 repeats");
      if (repeat->most < repeat->least) mistake("a repeat of at least more than at most");
    }
    take("?");  // lazy or greedy: the same texts
    if (more() && at_repeat()) mistake("a repeat of a repeat; put the first in a group");
    repeat->children.push_back(std::move(item));
    return repeat;
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    if (peek() == '0' && peek(1) >= '0' && peek(1) <= '9') mistake("a number that begins with 0");  // to RE2 no repeat
    while (more() && peek() >= '0' && peek() <= '9' && value < 100000)
      value = value * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    return value;
  }

  NodePtr set_node(CharClass set) {
    auto node = std::make_unique<Node>();
    node->kind = Node::Kind::kSet;
    if (set.ranges.empty()) mistake("a class without a character that samples know");
    node->set = std::move(set.ranges);
    node->most_bytes = set.most_bytes;
    node->whole = set.whole;
    node->line_feed = set.line_feed;
    node->fold_case = fold_case_;
    return node;
  }

  NodePtr atom() {
    CharClass set;
    if (take("(")) return group();
    if (take("^")) return asserting(multi_line_ ? Pattern::Begin::kLine : Pattern::Begin::kText);
    if (take("$")) return asserting(Pattern::Begin::kAnywhere);
    if (take("[")) return set_node(bracket());
    if (take(".")) return set_node({kAny, kLongestCharacter, false, false, dot_all_});
    if (peek() == '\\') return escape();
    if (at_repeat()) mistake("a repeat of nothing");
    add_one(set, take_character());
    return set_node(std::move(set));
  }

  NodePtr group() {
    const std::array before = {fold_case_, multi_line_, dot_all_};
    if (take("?")) {
      if (take("P<")) {
        while (more() && peek() != '>') ++at_;
        if (!take(">")) mistake("unfinished name of a group");
      } else {
        bool on = true;
        while (more() && peek() != ':' && peek() != ')') {
          if (std::string_view("imsU-").find(peek()) == std::string_view::npos) mistake("unknown flag");
          if (peek() == '-') on = false;
          if (peek() == 'i') fold_case_ = on;
          if (peek() == 'm') multi_line_ = on;
          if (peek() == 's') dot_all_ = on;
          ++at_;
        }
        if (take(")")) {  // flags for the rest of the enclosing group
          if (more() && at_repeat()) mistake("a repeat of nothing");
          return std::make_unique<Node>();
        }
        if (!take(":")) mistake("unfinished group");
      }
    }
    NodePtr inner = alternatives();
    if (!take(")")) mistake("unfinished group");
    fold_case_ = before[0], multi_line_ = before[1], dot_all_ = before[2];
    return inner;
  }

  static NodePtr asserting(Pattern::Begin begin) {
    auto node = std::make_unique<Node>();
    node->begin = begin;
    return node;
  }

  NodePtr escape() {
    if (take("\\A")) return asserting(Pattern::Begin::kText);
    if (std::string_view("bBz").find(peek(1)) != std::string_view::npos && at_ + 1 < text_.size()) {
      at_ += 2;
      return asserting(Pattern::Begin::kAnywhere);
    }
    CharClass set;
    add_escape(set);
    return set_node(std::move(set));
  }

  void add_one(CharClass& set, char32_t c) {
    set.ranges.push_back({c, c});
    set.line_feed = set.line_feed || c == '\n';
    set.most_bytes = std::max(set.most_bytes, fold_case_ ? bytes_in_any_case({c, c}) : bytes_of(c));
    set.one = true;
  }

  void add_many(CharClass& set, const CharRanges& ranges, std::uint32_t most_bytes, bool line_feed = false) {
    append(set.ranges, ranges);
    set.line_feed = set.line_feed || line_feed;
    set.most_bytes = std::max(set.most_bytes, most_bytes);
    set.one = set.whole = false;
  }

  void add_escape(CharClass& set) {
    ++at_;
    if (at_ >= text_.size()) return mistake("a backslash at the end");
    const char c = peek();
    if (static_cast<unsigned char>(c) >= 0x80) return mistake("an escaped letter that is not ASCII");
    ++at_;
    // With fold_case, \w holds the Kelvin sign and the long s.
    const std::uint32_t word_bytes = fold_case_ ? 3 : 1;
    switch (c) {
      case 'd':
        return add_many(set, kDigits, 1);
      case 'D':
        return add_many(set, complement(kDigits), kLongestCharacter, true);
      case 'w':
        return add_many(set, kWord, word_bytes);
      case 'W':
        return add_many(set, complement(kWord), kLongestCharacter, true);
      case 's':
        return add_many(set, kSpace, 1, true);
      case 'S':
        return add_many(set, complement(kAllSpace), kLongestCharacter);
      case 'n':
        return add_one(set, '\n');
      case 'r':
        return add_one(set, '\r');
      case 't':
        return add_one(set, '\t');
      case 'p':
      case 'P':
        return add_property(set, c == 'P');
      case 'x':
        return add_hex(set);
      default:
        break;
    }
    const bool word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (word) return mistake("unknown escape \\" + std::string(1, c));
    add_one(set, static_cast<unsigned char>(c));
  }

  void add_property(CharClass& set, bool negated) {
    std::string_view name;
    if (take("{")) {
      const std::size_t end = std::min(text_.find('}', at_), text_.size());
      name = text_.substr(at_, end - at_);
      at_ = end;
      if (!take("}")) return mistake("unfinished \\p{");
    } else {
      name = text_.substr(at_, 1);
      at_ += name.size();
    }
    const auto it =
        std::find_if(kProperties.begin(), kProperties.end(), [&](const Property& p) { return p.name == name; });
    if (it == kProperties.end()) return mistake("unknown class \\p{" + std::string(name) + "}");
    add_many(set, negated ? complement(fold_case_ ? in_both_cases(it->samples) : it->samples) : it->samples,
             kLongestCharacter, negated);
  }

  void add_hex(CharClass& set) {
    const bool braced = take("{");
    char32_t value = 0;
    int digits = 0;
    for (; more() && (braced ? peek() != '}' : digits < 2) && digits < 7; ++digits) {
      const char c = text_[at_++];
      const char lower = static_cast<char>(c | 0x20);
      const bool decimal = c >= '0' && c <= '9';
      if (!decimal && (lower < 'a' || lower > 'f')) return mistake("no hexadecimal digit");
      value = value * 16 + static_cast<char32_t>(decimal ? c - '0' : lower - 'a' + 10);
    }
    if (digits == 0 || (braced ? !take("}") : digits != 2)) return mistake("unfinished \\x");
    if (value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return mistake("\\x names no character");
    add_one(set, value);
  }

  void add_member(CharClass& set) {
    if (peek() == '\\') return add_escape(set);
    if (text_.substr(at_).starts_with("[:")) return mistake("unknown class [:");
    add_one(set, take_character());
  }

  CharClass bracket() {
    const bool negated = take("^");
    CharClass set;
    bool first = true;
    while (more() && (peek() != ']' || first)) {
      first = false;
      add_member(set);
      if (!more() || !set.one || peek() != '-' || peek(1) == ']' || at_ + 1 >= text_.size()) continue;
      ++at_;
      CharClass last;
      add_member(last);
      if (!error_.empty()) break;
      CharRange& range = set.ranges.back();
      if (!last.one || last.ranges.front().first < range.first) {
        mistake("a range that ends before it begins");
        break;
      }
      range.last = last.ranges.front().first;
      set.line_feed = set.line_feed || (range.first <= '\n' && '\n' <= range.last);
      set.most_bytes = std::max(set.most_bytes, fold_case_ ? bytes_in_any_case(range) : bytes_of(range.last));
    }
    if (!take("]")) mistake("unfinished class");
    if (!negated) return set;
    return {complement(fold_case_ ? in_both_cases(set.ranges) : set.ranges), kLongestCharacter, false, false,
            !set.line_feed};
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool fold_case_ = false, multi_line_ = false, dot_all_ = false;
  std::string error_;
  std::size_t error_at_ = 0;
};

}  // namespace

Result<std::unique_ptr<Pattern::Node>> parse_pattern_text(std::string_view text) { return PatternParser(text).parse(); }

}  // namespace privet
