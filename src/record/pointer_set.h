// Which fields are meant: the patterns of --field.
//
// A pattern is a JSON Pointer in which `*` stands for any one segment; it
// selects what it names and everything below. The empty pattern selects the
// whole record. Decisions are made once per object or array and kept, so that a
// field costs a look-up, or one comparison of its name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "record/record.h"

namespace privet {

struct PatternSegment {
  bool any = false;  // `*`
  std::string name;
  std::optional<std::uint32_t> element;  // the name as an array index, if it is one
};

struct PointerPattern {
  std::string text;  // as it was typed
  std::vector<PatternSegment> segments;
};

// Fails with a message for the user when `text` is no pointer.
[[nodiscard]] Result<PointerPattern> parse_pattern(std::string_view text);

struct MemberName;

// Immutable; shared by all threads.
class PointerSet {
 public:
  [[nodiscard]] static Result<PointerSet> parse(const std::vector<std::string>& patterns);
  [[nodiscard]] const std::vector<PointerPattern>& patterns() const { return patterns_; }

 private:
  std::vector<PointerPattern> patterns_;
};

// One per worker. Use it with records read with ReadOptions::every_leaf: only
// then does it see the small strings too, and "matched nothing" is true.
class PointerSelector {
 public:
  // `set` must outlive the selector; null: everything is selected.
  explicit PointerSelector(const PointerSet* set);

  // Decides for every object and array of the record.
  void begin(const Record& record);

  // A key is selected with the value it belongs to.
  [[nodiscard]] bool selects(const Record& record, FieldIndex field);

  // Since begin(): whether selects() was true for a string value.
  [[nodiscard]] bool matched_any() const { return matched_any_; }

  // For each pattern, whether it has ever named something. Take the union of
  // all workers' with merge().
  [[nodiscard]] const std::vector<bool>& ever_matched() const { return ever_matched_; }
  [[nodiscard]] bool all_matched() const { return unmatched_ == 0; }
  void merge(const PointerSelector& other);

 private:
  using Word = std::uint64_t;
  struct Node {
    std::uint32_t depth = 0;  // segments that lead to it
    bool selected = false;    // with everything below
    bool ends_below = false;  // some pattern's last segment could name a member
  };

  void begin_node(const Record& record, std::size_t index);
  // The patterns that still fit after one more segment. `alive` are those that
  // fitted `depth` segments; survivors go to `next`, if given. True: a pattern
  // ends here.
  bool step(const Record& record, const Word* alive, std::uint32_t depth, const std::optional<MemberName>& name,
            std::uint32_t ordinal, Word* next);
  void mark(std::size_t pattern);

  const PointerSet* set_;
  std::size_t words_ = 0;  // per container
  std::vector<Node> nodes_;
  std::vector<Word> alive_;  // of nodes_[i], at i * words_: patterns longer than its depth that fit so far
  std::vector<bool> ever_matched_;
  std::size_t unmatched_ = 0;
  bool root_selected_ = false;
  bool matched_any_ = false;
  std::string name_;  // scratch
};

}  // namespace privet
