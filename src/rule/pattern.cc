#include "rule/pattern.h"

#include <algorithm>

#include "base/utf8.h"

namespace privet {
namespace {

struct Range {
  char32_t first, last;
};
using Ranges = std::vector<Range>;

// What stands for "any letter" and the like in samples: a few of every kind.
const Ranges kLetters = {{'a', 'z'}, {'A', 'Z'}, {0xE0, 0xF6}, {0x3B1, 0x3C1}, {0x430, 0x44F}, {0x4E00, 0x4E20}};
const Ranges kDigits = {{'0', '9'}};
const Ranges kWord = {{'a', 'z'}, {'A', 'Z'}, {'0', '9'}, {'_', '_'}};
const Ranges kSpace = {{' ', ' '}, {'\t', '\t'}};
const Ranges kAny = {{' ', '~'}, {0xE0, 0xF6}, {0x4E00, 0x4E20}};

void append(Ranges& to, const Ranges& from) { to.insert(to.end(), from.begin(), from.end()); }

bool holds(const Ranges& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return r.first <= c && c <= r.last; });
}

Ranges complement(const Ranges& ranges) {
  Ranges out;
  for (const Range& range : kAny) {
    for (char32_t c = range.first; c <= range.last; ++c) {
      if (!holds(ranges, c)) out.push_back({c, c});
    }
  }
  return out;
}

}  // namespace

std::uint32_t SampleRandom::next(std::uint32_t below) {
  // xorshift64*, enough for samples.
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  return static_cast<std::uint32_t>(((state_ * 2685821657736338717ULL) >> 33) % below);
}

struct Pattern::Node {
  enum class Kind { kEmpty, kSet, kSequence, kChoice, kRepeat } kind = Kind::kEmpty;
  Ranges set;
  bool fold_case = false;
  std::vector<std::unique_ptr<Node>> children;
  std::uint32_t least = 1, most = 1;
};

namespace {

using Node = Pattern::Node;
using NodePtr = std::unique_ptr<Node>;

// Recursive descent over the grammar; the first mistake ends it.
class PatternParser {
 public:
  explicit PatternParser(std::string_view text) : text_(text) {}

  Result<NodePtr> parse() {
    NodePtr root = alternatives();
    if (error_.empty() && at_ < text_.size()) error_ = "unmatched )";
    if (!error_.empty()) return fail(ErrorCode::kConfig, error_ + " at byte " + std::to_string(at_) + " of the pattern");
    return root;
  }

 private:
  [[nodiscard]] bool more() const { return at_ < text_.size() && error_.empty(); }
  [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(std::string_view expected) {
    if (text_.substr(at_).substr(0, expected.size()) != expected) return false;
    at_ += expected.size();
    return true;
  }
  char32_t take_character() {
    const Decoded d = decode_utf8(text_, at_);
    at_ += d.bytes;
    return d.code_point;
  }

  NodePtr alternatives() {
    auto choice = std::make_unique<Node>();
    choice->kind = Node::Kind::kChoice;
    do choice->children.push_back(sequence());
    while (more() && take("|"));
    return choice->children.size() == 1 ? std::move(choice->children.front()) : std::move(choice);
  }

  NodePtr sequence() {
    auto out = std::make_unique<Node>();
    out->kind = Node::Kind::kSequence;
    while (more() && peek() != '|' && peek() != ')') {
      if (NodePtr item = repeated(atom())) out->children.push_back(std::move(item));
    }
    return out;
  }

  NodePtr repeated(NodePtr item) {
    while (more()) {
      std::uint32_t least = 1, most = 1;
      if (take("*")) {
        least = 0, most = kUnbounded;
      } else if (take("+")) {
        most = kUnbounded;
      } else if (take("?")) {
        least = 0;
      } else if (peek() == '{' && at_ + 1 < text_.size() && text_[at_ + 1] >= '0' && text_[at_ + 1] <= '9') {
        ++at_;
        least = most = number();
        if (take(",")) most = peek() == '}' ? kUnbounded : number();
        if (!take("}")) error_ = "unfinished repeat";
      } else {
        break;
      }
      take("?");  // lazy or greedy: the same texts
      auto repeat = std::make_unique<Node>();
      repeat->kind = Node::Kind::kRepeat;
      repeat->least = least;
      repeat->most = most;
      repeat->children.push_back(std::move(item));
      item = std::move(repeat);
    }
    return item;
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    while (more() && peek() >= '0' && peek() <= '9' && value < 100000) value = value * 10 + static_cast<std::uint32_t>(text_[at_++] - '0');
    return value;
  }

  NodePtr set_node(Ranges ranges) {
    auto node = std::make_unique<Node>();
    node->kind = Node::Kind::kSet;
    node->set = std::move(ranges);
    node->fold_case = fold_case_;
    return node;
  }

  NodePtr atom() {
    if (take("(")) return group();
    if (take("[")) return set_node(bracket());
    if (take("^") || take("$")) return std::make_unique<Node>();
    if (take(".")) return set_node(kAny);
    if (peek() == '\\') return escape();
    const char32_t c = take_character();
    return set_node({{c, c}});
  }

  NodePtr group() {
    const bool before = fold_case_;
    if (take("?")) {
      if (take("P<")) {
        while (more() && peek() != '>') ++at_;
        take(">");
      } else {
        bool on = true;
        while (more() && peek() != ':' && peek() != ')') {
          if (peek() == '-') on = false;
          if (peek() == 'i') fold_case_ = on;
          ++at_;
        }
        if (take(")")) return std::make_unique<Node>();  // flags for the rest of the enclosing group
        take(":");
      }
    }
    NodePtr inner = alternatives();
    if (!take(")")) error_ = "unfinished group";
    fold_case_ = before;
    return inner;
  }

  NodePtr escape() {
    Ranges ranges;
    if (at_ + 1 < text_.size() && std::string_view("bBAz").find(text_[at_ + 1]) != std::string_view::npos) {
      at_ += 2;
      return std::make_unique<Node>();
    }
    add_escape(ranges);
    return set_node(std::move(ranges));
  }

  void add_escape(Ranges& ranges) {
    ++at_;
    const char c = peek();
    ++at_;
    switch (c) {
      case 'd': return append(ranges, kDigits);
      case 'D': return append(ranges, complement(kDigits));
      case 'w': return append(ranges, kWord);
      case 'W': return append(ranges, complement(kWord));
      case 's': return append(ranges, kSpace);
      case 'S': return append(ranges, complement(kSpace));
      case 'n': return ranges.push_back({'\n', '\n'});
      case 'r': return ranges.push_back({'\r', '\r'});
      case 't': return ranges.push_back({'\t', '\t'});
      case 'p':
      case 'P': return add_property(ranges, c == 'P');
      case 'x': return add_hex(ranges);
      default: return ranges.push_back({static_cast<unsigned char>(c), static_cast<unsigned char>(c)});
    }
  }

  void add_property(Ranges& ranges, bool negated) {
    std::string name;
    if (take("{")) {
      while (more() && peek() != '}') name.push_back(text_[at_++]);
      take("}");
    } else {
      name.push_back(text_[at_++]);
    }
    Ranges named;
    if (name == "Lu") {
      named = {{'A', 'Z'}, {0xC0, 0xD6}};
    } else if (name == "Ll") {
      named = {{'a', 'z'}, {0xE0, 0xF6}};
    } else if (name == "Han") {
      named = {{0x4E00, 0x4E20}};
    } else if (name == "Hangul") {
      named = {{0xAC00, 0xAC20}};
    } else if (name == "Cyrillic") {
      named = {{0x430, 0x44F}};
    } else if (name[0] == 'N') {
      named = kDigits;
    } else if (name[0] == 'M') {
      named = {{0x300, 0x310}};
    } else {
      named = kLetters;
    }
    append(ranges, negated ? complement(named) : named);
  }

  void add_hex(Ranges& ranges) {
    const bool braced = take("{");
    char32_t value = 0;
    for (int i = 0; more() && (braced ? peek() != '}' : i < 2); ++i) {
      const char c = text_[at_++];
      value = value * 16 + static_cast<char32_t>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    }
    if (braced) take("}");
    ranges.push_back({value, value});
  }

  Ranges bracket() {
    const bool negated = take("^");
    Ranges ranges;
    bool first = true;
    while (more() && (peek() != ']' || first)) {
      first = false;
      const std::size_t before = ranges.size();
      if (peek() == '\\') {
        add_escape(ranges);
      } else {
        const char32_t c = take_character();
        ranges.push_back({c, c});
      }
      if (ranges.size() != before + 1 || peek() != '-' || at_ + 1 >= text_.size() || text_[at_ + 1] == ']') continue;
      ++at_;
      Ranges last;
      if (peek() == '\\') {
        add_escape(last);
      } else {
        last.push_back({take_character(), 0});
      }
      ranges.back().last = last.front().first;
    }
    if (!take("]")) error_ = "unfinished class";
    return negated ? complement(ranges) : ranges;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool fold_case_ = false;
  std::string error_;
};

std::uint32_t reach_of(const Node& node) {
  const auto add = [](std::uint32_t a, std::uint32_t b) { return a == kUnbounded || b == kUnbounded ? kUnbounded : a + b; };
  std::uint32_t out = 0;
  switch (node.kind) {
    case Node::Kind::kEmpty: return 0;
    case Node::Kind::kSet:
      for (const Range& r : node.set) out = std::max(out, r.last < 0x80 ? 1U : r.last < 0x800 ? 2U : r.last < 0x10000 ? 3U : 4U);
      // \p{...} and negated classes hold characters of any length.
      return node.set.size() > 3 && out > 1 ? 4 : out;
    case Node::Kind::kSequence:
      for (const NodePtr& child : node.children) out = add(out, reach_of(*child));
      return out;
    case Node::Kind::kChoice:
      for (const NodePtr& child : node.children) out = std::max(out, reach_of(*child));
      return out;
    case Node::Kind::kRepeat: {
      const std::uint32_t one = reach_of(*node.children.front());
      if (one == 0) return 0;
      if (node.most == kUnbounded || one == kUnbounded) return kUnbounded;
      return one * node.most;
    }
  }
  return out;
}

void sample_node(const Node& node, SampleRandom& random, std::string& out) {
  switch (node.kind) {
    case Node::Kind::kEmpty: return;
    case Node::Kind::kSet: {
      if (node.set.empty()) return;
      const Range& range = node.set[random.next(static_cast<std::uint32_t>(node.set.size()))];
      char32_t c = range.first + random.next(static_cast<std::uint32_t>(range.last - range.first + 1));
      const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
      if (node.fold_case && letter && random.next(2) == 0) c ^= 0x20;
      append_utf8(out, c);
      return;
    }
    case Node::Kind::kSequence:
      for (const NodePtr& child : node.children) sample_node(*child, random, out);
      return;
    case Node::Kind::kChoice:
      return sample_node(*node.children[random.next(static_cast<std::uint32_t>(node.children.size()))], random, out);
    case Node::Kind::kRepeat: {
      const std::uint32_t most = std::min(node.most, node.least + 12);
      const std::uint32_t times = node.least + random.next(most - node.least + 1);
      for (std::uint32_t i = 0; i < times; ++i) sample_node(*node.children.front(), random, out);
      return;
    }
  }
}

}  // namespace

Pattern::Pattern(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::parse(std::string_view text) {
  Result<NodePtr> root = PatternParser(text).parse();
  if (!root) return fail(root);
  return Pattern(std::move(*root));
}

std::uint32_t Pattern::reach() const { return reach_of(*root_); }

void Pattern::sample(SampleRandom& random, std::string& out) const { sample_node(*root_, random, out); }

}  // namespace privet
