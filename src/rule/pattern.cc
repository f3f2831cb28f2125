#include "rule/pattern.h"

#include <algorithm>

#include "base/utf8.h"
#include "rule/pattern_node.h"

namespace privet {
namespace {

using Node = Pattern::Node;

std::uint32_t times(std::uint32_t one, std::uint32_t most) {
  if (one == 0 || most == 0) return 0;
  const std::uint64_t product = std::uint64_t{one} * most;
  return most == kUnbounded || product >= kUnbounded ? kUnbounded : static_cast<std::uint32_t>(product);
}

using Begin = Pattern::Begin;

// What a sequence begins with decides, and what asserts nothing is passed over.
// A part that may be left out leaves open what the match begins with.
struct Start {
  Begin begin = Begin::kAnywhere;
  bool passed_over = false;
};
Start start_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kEmpty:
      return {node.begin, node.begin == Begin::kAnywhere};
    case Node::Kind::kSet:
      return {};
    case Node::Kind::kSequence:
      for (const auto& child : node.children) {
        const Start start = start_of(*child);
        if (!start.passed_over) return start;
      }
      return {Begin::kAnywhere, true};
    case Node::Kind::kChoice: {
      Begin least = Begin::kText;
      for (const auto& child : node.children) least = std::min(least, start_of(*child).begin);
      return {least, false};
    }
    case Node::Kind::kRepeat:
      return node.least == 0 ? Start{} : Start{start_of(*node.children.front()).begin, false};
  }
  return {};
}

void sample_set(const Node& node, SampleRandom& random, std::string& out) {
  const CharRange& range = node.set[random.next(static_cast<std::uint32_t>(node.set.size()))];
  char32_t c = range.first + random.next(static_cast<std::uint32_t>(range.last - range.first + 1));
  const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z' && c < 0x80;
  if (node.fold_case && letter && random.next(2) == 0) c ^= 0x20;
  append_utf8(out, c);
}

void sample_node(const Node& node, SampleRandom& random, std::string& out) {
  switch (node.kind) {
    case Node::Kind::kEmpty:
      return;
    case Node::Kind::kSet:
      return sample_set(node, random, out);
    case Node::Kind::kSequence:
      for (const auto& child : node.children) sample_node(*child, random, out);
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

std::uint32_t SampleRandom::next(std::uint32_t below) {
  // xorshift64*, enough for samples.
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  return static_cast<std::uint32_t>(((state_ * 2685821657736338717ULL) >> 33) % below);
}

Pattern::Pattern(std::unique_ptr<Node> root) : root_(std::move(root)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::parse(std::string_view text) {
  Result<std::unique_ptr<Node>> root = parse_pattern_text(text);
  if (!root) return fail(root);
  return Pattern(std::move(*root));
}

Pattern::Extent extent_of(const Node& node) {
  Pattern::Extent extent;
  switch (node.kind) {
    case Node::Kind::kEmpty:
      break;
    case Node::Kind::kSet:
      return {node.most_bytes, node.line_feed ? 1U : 0U};
    case Node::Kind::kSequence:
      for (const auto& child : node.children) extent = sum_of(extent, extent_of(*child));
      break;
    case Node::Kind::kChoice:
      for (const auto& child : node.children) extent = greater_of(extent, extent_of(*child));
      break;
    case Node::Kind::kRepeat: {
      const Pattern::Extent one = extent_of(*node.children.front());
      return {times(one.bytes, node.most), times(one.line_feeds, node.most)};
    }
  }
  return extent;
}

Pattern::Begin Pattern::begin() const { return start_of(*root_).begin; }

std::uint32_t Pattern::reach() const { return extent_of(*root_).bytes; }
std::uint32_t Pattern::line_feeds() const { return extent_of(*root_).line_feeds; }

void Pattern::sample(SampleRandom& random, std::string& out) const { sample_node(*root_, random, out); }

}  // namespace privet
