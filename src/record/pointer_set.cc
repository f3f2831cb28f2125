#include "record/pointer_set.h"

#include <algorithm>
#include <bit>

#include "record/json_pointer.h"
#include "record/pointer.h"

namespace privet {

Result<PointerPattern> parse_pattern(std::string_view text) {
  Result<JsonPointer> pointer = parse_pointer(text);
  if (!pointer) return fail(pointer);
  PointerPattern pattern;
  pattern.text = text;
  for (std::string& name : pointer->segments) {
    PatternSegment segment;
    segment.any = name == "*";
    segment.element = element_index(name);
    segment.name = std::move(name);
    pattern.segments.push_back(std::move(segment));
  }
  return pattern;
}

Result<PointerSet> PointerSet::parse(const std::vector<std::string>& patterns) {
  PointerSet set;
  for (const std::string& text : patterns) {
    Result<PointerPattern> pattern = parse_pattern(text);
    if (!pattern) return fail(pattern);
    set.patterns_.push_back(std::move(*pattern));
  }
  return set;
}

PointerSelector::PointerSelector(const PointerSet* set) : set_(set) {
  if (set_ == nullptr) return;
  const std::size_t count = set_->patterns().size();
  words_ = (count + 63) / 64;
  ever_matched_.resize(count);
  unmatched_ = count;
}

void PointerSelector::mark(std::size_t pattern) {
  if (ever_matched_[pattern]) return;
  ever_matched_[pattern] = true;
  --unmatched_;
}

void PointerSelector::merge(const PointerSelector& other) {
  for (std::size_t i = 0; i < ever_matched_.size(); ++i) {
    if (other.ever_matched_[i]) mark(i);
  }
}

void PointerSelector::begin(const Record& record) {
  matched_any_ = false;
  if (set_ == nullptr) return;
  root_selected_ = false;
  for (std::size_t p = 0; p < set_->patterns().size(); ++p) {
    if (!set_->patterns()[p].segments.empty()) continue;
    root_selected_ = true;
    mark(p);
  }
  nodes_.assign(record.containers.size(), Node{});
  alive_.assign(record.containers.size() * words_, 0);
  for (std::size_t i = 0; i < nodes_.size(); ++i) begin_node(record, i);
}

void PointerSelector::begin_node(const Record& record, std::size_t index) {
  const JsonNode& from = record.containers[index];
  Node& node = nodes_[index];
  Word* alive = alive_.data() + index * words_;
  if (from.parent == kNoContainer) {
    node.selected = root_selected_;
    for (std::size_t p = 0; p < set_->patterns().size(); ++p) {
      if (!set_->patterns()[p].segments.empty()) alive[p / 64] |= Word{1} << (p % 64);
    }
  } else {
    const Node& parent = nodes_[from.parent];
    const bool named = record.containers[from.parent].is_object;
    node.depth = parent.depth + 1;
    const bool ends =
        step(record, alive_.data() + from.parent * words_, parent.depth,
             named ? std::optional(MemberName{from.name, from.ordinal}) : std::nullopt, from.ordinal, alive);
    node.selected = parent.selected || ends;
  }
  for (std::size_t p = 0; p < set_->patterns().size(); ++p) {
    const bool fits = (alive[p / 64] >> (p % 64) & 1) != 0;
    node.ends_below |= fits && set_->patterns()[p].segments.size() == node.depth + 1;
  }
}

bool PointerSelector::step(const Record& record, const Word* alive, std::uint32_t depth,
                           const std::optional<MemberName>& name, std::uint32_t ordinal, Word* next) {
  const std::string_view text = name ? name_text(record, *name, name_) : std::string_view();
  bool ends = false;
  for (std::size_t w = 0; w < words_; ++w) {
    for (Word left = alive[w]; left != 0; left &= left - 1) {
      const std::size_t p = w * 64 + static_cast<std::size_t>(std::countr_zero(left));
      const auto& segments = set_->patterns()[p].segments;
      const PatternSegment& segment = segments[depth];
      if (!segment.any && !(name ? segment.name == text : segment.element == ordinal)) continue;
      if (segments.size() == depth + 1) {
        mark(p);
        ends = true;
      } else if (next != nullptr) {
        next[w] |= left & (~left + 1);
      }
    }
  }
  return ends;
}

bool PointerSelector::selects(const Record& record, FieldIndex index) {
  const Field& field = record.field(index);
  bool selected = true;
  if (set_ != nullptr) {
    if (field.container == kNoContainer) {
      selected = root_selected_;
    } else {
      const Node& node = nodes_[field.container];
      selected = node.selected;
      // Inside a selected object a name matters only for "matched nothing".
      if (node.ends_below && !(selected && all_matched())) {
        const bool ends = step(record, alive_.data() + field.container * words_, node.depth, name_of(record, field),
                               field.ordinal, nullptr);
        selected = selected || ends;
      }
    }
  }
  matched_any_ |= selected && field.kind() == FieldKind::kString;
  return selected;
}

}  // namespace privet
