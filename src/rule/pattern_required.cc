// What a match cannot do without: the texts of which it holds one.
//
// Each part of a pattern either matches a few texts and nothing else, or is
// known by a list of texts of which its matches hold one, or nothing is known
// of it. A sequence joins its parts' few texts for as long as they stay few,
// and is known by the best list on the way.
#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "base/rarity.h"
#include "base/utf8.h"
#include "rule/pattern_node.h"

namespace privet {
namespace {

using Node = Pattern::Node;
using Texts = std::vector<std::string>;

constexpr std::size_t kRanked = 9;  // bytes that tell how rare a text is
constexpr std::size_t kMostTexts = 200;
constexpr std::size_t kMostBytes = 24;  // longer ones are no rarer
constexpr std::uint32_t kMostCharacters = 8;

using Held = Pattern::Required;

struct Known {
  std::optional<Texts> whole;  // all that it matches
  Held held;                   // else: one of these is in each match; none: nothing is known
};

void keep_once(Texts& texts) {
  std::sort(texts.begin(), texts.end());
  texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
}

std::optional<Texts> joined(const Texts& firsts, const Texts& seconds) {
  if (firsts.size() * seconds.size() > kMostTexts) return {};
  Texts out;
  for (const std::string& first : firsts) {
    for (const std::string& second : seconds) {
      if (first.size() + second.size() > kMostBytes) return {};
      out.push_back(first + second);
    }
  }
  keep_once(out);
  return out;
}

class Finder {
 public:
  Finder(std::size_t least, Pattern::Common common) : least_(least), common_(common) {}
  [[nodiscard]] Held required(const Node& node) const { return held_by(node, known_of(node)); }

 private:
  [[nodiscard]] double commonness_of(const Texts& texts) const {
    double sum = 0;
    for (const std::string& text : texts) sum += common_(text);
    return sum;
  }

  [[nodiscard]] bool serves(const Texts& texts) const {
    return !texts.empty() &&
           std::all_of(texts.begin(), texts.end(), [&](const std::string& t) { return t.size() >= least_; });
  }

  // Takes `one` for `best` if it is the rarer.
  void offer(Held one, Held& best) const {
    if (best.texts.empty() || commonness_of(one.texts) < commonness_of(best.texts)) best = std::move(one);
  }

  [[nodiscard]] Held held_by(const Node& node, const Known& known) const {
    Held best = known.held;
    if (known.whole && serves(*known.whole)) offer({*known.whole, extent_of(node), {}}, best);
    return best;
  }

  Known known_of_set(const Node& node) const {
    if (!node.whole) return {};
    Texts texts;
    for (const CharRange& range : node.set) {
      if (range.last - range.first >= kMostCharacters) return {};
      for (char32_t c = range.first; c <= range.last; ++c) {
        texts.emplace_back();
        append_utf8(texts.back(), c >= 'A' && c <= 'Z' ? c + 0x20 : c);
      }
    }
    keep_once(texts);
    if (texts.size() > kMostCharacters) return {};
    return {.whole = std::move(texts), .held = {}};
  }

  Known known_of_sequence(const Node& node) const {
    Held best, rarest;  // of all parts so far
    const auto offer_next = [&](const Texts& texts, Pattern::Extent before, const Texts& earlier) {
      if (!serves(texts)) return;
      offer({texts, before, earlier.empty() ? rarest.texts : earlier}, best);
      offer({texts, before, {}}, rarest);
    };
    Texts run = {""};
    bool whole = true;
    Pattern::Extent before, through;  // of the parts before one, and with it
    for (const auto& child : node.children) {
      const Known known = known_of(*child);
      before = through;
      through = sum_of(before, extent_of(*child));
      if (known.whole) {
        if (std::optional<Texts> longer = joined(run, *known.whole)) {
          run = std::move(*longer);
          continue;
        }
      }
      whole = false;
      offer_next(run, before, {});
      offer_next(known.held.texts, sum_of(before, known.held.before), known.held.earlier);
      run = known.whole.value_or(Texts{""});
    }
    if (whole) return {.whole = std::move(run), .held = {}};
    offer_next(run, through, {});
    return {.whole = {}, .held = std::move(best)};
  }

  Known known_of_choice(const Node& node) const {
    Texts all;
    Held held;
    bool whole = true, some = true, after_others = true;
    for (const auto& child : node.children) {
      const Known known = known_of(*child);
      whole = whole && known.whole;
      if (whole) std::copy(known.whole->begin(), known.whole->end(), std::back_inserter(all));
      const Held one = held_by(*child, known);
      some = some && !one.texts.empty();
      std::copy(one.texts.begin(), one.texts.end(), std::back_inserter(held.texts));
      std::copy(one.earlier.begin(), one.earlier.end(), std::back_inserter(held.earlier));
      after_others = after_others && !one.earlier.empty();
      held.before = greater_of(held.before, one.before);
    }
    if (!after_others) held.earlier.clear();
    keep_once(all);
    keep_once(held.texts);
    keep_once(held.earlier);
    if (whole && all.size() <= kMostTexts) return {.whole = std::move(all), .held = {}};
    if (!some) return {};
    return {.whole = {}, .held = std::move(held)};
  }

  Known known_of_repeat(const Node& node) const {
    Known known = known_of(*node.children.front());
    if (node.least == 1 && node.most == 1) return known;
    if (node.most == 0) return {.whole = Texts{""}, .held = {}};
    if (node.least == 0) {
      if (node.most > 1 || !known.whole || known.whole->size() >= kMostTexts) return {};
      known.whole->push_back("");
      keep_once(*known.whole);
      return known;
    }
    if (node.least == node.most && known.whole) {
      std::optional<Texts> run = Texts{""};
      for (std::uint32_t i = 0; run && i < node.least; ++i) run = joined(*run, *known.whole);
      if (run) return {.whole = std::move(run), .held = {}};
    }
    // Which of the repeats holds it is not known.
    return {.whole = {}, .held = {held_by(*node.children.front(), known).texts, extent_of(node), {}}};
  }

  Known known_of(const Node& node) const {
    switch (node.kind) {
      case Node::Kind::kEmpty:
        return {.whole = Texts{""}, .held = {}};
      case Node::Kind::kSet:
        return known_of_set(node);
      case Node::Kind::kSequence:
        return known_of_sequence(node);
      case Node::Kind::kChoice:
        return known_of_choice(node);
      case Node::Kind::kRepeat:
        return known_of_repeat(node);
    }
    return {};
  }

  std::size_t least_;  // bytes
  Pattern::Common common_;
};

}  // namespace

Pattern::Required Pattern::required(std::size_t least, Common common) const {
  return Finder(least, common).required(*root_);
}
Pattern::Required Pattern::required(std::size_t least) const {
  return required(least, [](std::string_view text) { return commonness(text.substr(0, kRanked)); });
}

}  // namespace privet
