#include "rule/pattern.h"

#include <algorithm>

#include "base/utf8.h"
#include "rule/pattern_node.h"

namespace privet {
namespace {

using Node = Pattern::Node;

std::uint32_t bounded(std::uint64_t bytes) {
  return bytes < kUnbounded ? static_cast<std::uint32_t>(bytes) : kUnbounded;
}

std::uint32_t reach_of(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kEmpty:
      return 0;
    case Node::Kind::kSet:
      return node.most_bytes;
    case Node::Kind::kSequence: {
      std::uint64_t sum = 0;
      for (const auto& child : node.children) sum += reach_of(*child);
      return bounded(sum);
    }
    case Node::Kind::kChoice: {
      std::uint32_t most = 0;
      for (const auto& child : node.children) most = std::max(most, reach_of(*child));
      return most;
    }
    case Node::Kind::kRepeat: {
      const std::uint64_t one = reach_of(*node.children.front());
      if (one == 0 || node.most == 0) return 0;
      return node.most == kUnbounded ? kUnbounded : bounded(one * node.most);
    }
  }
  return 0;
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

std::uint32_t Pattern::reach() const { return reach_of(*root_); }

void Pattern::sample(SampleRandom& random, std::string& out) const { sample_node(*root_, random, out); }

}  // namespace privet
