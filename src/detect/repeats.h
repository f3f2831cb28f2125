// "A value found once in a record is found everywhere in that record."
//
// The same text may stand again where no gate opens or no reason helps: in a
// URL, a key, beside other digits. Linear in the record's text, and done only
// for records in which something was found.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/function_ref.h"
#include "detect/candidate.h"
#include "detect/record_views.h"
#include "rule/rule_set.h"
#include "text/masks.h"

namespace privet {

class RepeatFinder {
 public:
  // Appends a candidate for every further place, in the fields `searched` (in order),
  // where the text of one of `found` stands by itself (no word character on
  // either side that would continue it), ASCII letters in either case.
  // Values of fewer than five bytes are searched for as whole fields only.
  //   spread  whether a rule's finds are searched for: a name or a town is a
  //           word too, and names have a search of their own (names/mentions.h)
  void add_repeats(const RecordViews& views, std::span<const FieldIndex> searched, std::vector<Candidate>& found,
                   FunctionRef<bool(RuleIndex)> spread);

 private:
  void add_repeat_at(std::string_view text, std::size_t at, FieldIndex field, std::vector<Candidate>& found);
  bool add_repeat(std::string_view text, Span<ViewSpace> span, FieldIndex field, std::vector<Candidate>& found);

  // Whether `repeat` is one of the first `first_` found, and no better.
  [[nodiscard]] bool is_found(const Candidate& repeat, const std::vector<Candidate>& found);

  CharMasks masks_;
  std::size_t first_ = 0;  // candidates that were there before the search, if they are sorted by place
  std::size_t next_ = 0;   // of these, the first at or behind the place of the last repeat
  std::string window_;
  std::unordered_map<std::string, Candidate> values_;  // lower case
  std::vector<std::uint32_t> lengths_;                 // of values of five bytes and more, descending
  std::vector<bool> prefixes_;                         // hashes of the first four bytes
};

}  // namespace privet
