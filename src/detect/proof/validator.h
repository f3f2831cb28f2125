// Validators: the last word on whether a match is what it looks like.
//
// A validator sees the match and the whole view around it. It may reject, and
// it may move the ends of the match within the field, for what a regular
// expression cannot say (a domain that ends at the longest known suffix). It
// is pure: same text and context, same verdict, on every thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "base/span.h"
#include "detect/context/context.h"
#include "detect/identity/number_check.h"

namespace privet {

// What RE2 matched, and where.
struct Match {
  Bytes<ViewSpace> text;         // the whole view
  Span<ViewSpace> span;          // the match in it
  std::string_view region = {};  // Rule::region; empty for rules of no one country
  bool is_key = false;           // the text is an object's key
  // Whether a cue word or the field's name speaks for a value at this place. If
  // it can be asked, a validator may put its dearest proof off where nothing
  // does (Verdict::deferred).
  std::optional<FunctionRef<bool(Span<ViewSpace>)>> spoken_for = {};
};

struct Verdict {
  bool accepted = false;
  // Nothing speaks for the value, and so it was not proved to the end. It counts
  // only if the same value is found elsewhere in the record, and then after a
  // whole proof.
  bool deferred = false;
  bool reserved = false;  // nobody can own the value (product.md: reserved)
  // Stands without a cue: the official grouping, or proof beyond the rule's
  // strength.
  bool alone = false;
  // Without a cue or a telling field name it stands only in a record whose other
  // numbers of this form the rule accepts too (crowd.h).
  bool by_chance = false;
  // Counts as one reason for a shaped rule: the record expects its country.
  bool expected = false;
  std::array<char, 2> region{};  // ISO 3166-1, or zeros
  float score = -1.0F;           // replaces Rule::score unless negative
  Span<ViewSpace> span;          // the value; the match unless moved
};

using Validate = Verdict (*)(const Match& match, const RecordContext& context);

// What a rule names by `validate`: a function that sees the text around the
// match, or the check of a number (identity/number_check.h), which sees the
// number only and is asked where the number stands apart.
class Validator {
 public:
  Validator() = default;
  explicit Validator(Validate validate) : validate_(validate) {}
  explicit Validator(NumberCheck check) : check_(check) {}

  [[nodiscard]] explicit operator bool() const { return validate_ != nullptr || check_ != nullptr; }
  // Whether it says the same wherever the number stands: then nothing but a
  // reason decides whether the number counts.
  [[nodiscard]] bool is_number_check() const { return check_ != nullptr; }
  [[nodiscard]] Verdict operator()(const Match& match, const RecordContext& context) const;

 private:
  Validate validate_ = nullptr;
  NumberCheck check_ = nullptr;
};

// Empty if there is no validator of that name.
[[nodiscard]] Validator find_validator(std::string_view name);

// Equal for two spellings of one value (digits only, folded case, no
// separators): what `number` counts, `hash` hashes and "found once, found
// everywhere" compares.
//   entity: the entity's name; value: the found text in view form
[[nodiscard]] std::string normal_form(std::string_view entity, std::string_view value);

}  // namespace privet
