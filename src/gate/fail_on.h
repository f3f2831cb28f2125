// Which findings fail a check: --fail-on.
//
//   --fail-on default,STREET_ADDRESS:0.9,block
//
// A list of terms, any of which is enough. A term says of what, and perhaps how
// sure: WHAT or WHAT:SURE.
//   WHAT  an entity; `private` (records and parts that are private messages); a
//         class of these, `dm_group`; `block` or `review`, what a policy decided;
//         `identifiers` (numbers and codes, and all that rules of one's own
//         find); `any`; `default` for the terms below; `none`
//   SURE  a strength, at least: `validated`, `shaped` (or `weak`, which all are); or
//         a score from 0 to 1, at least. Alone it is of any entity but PERSON,
//         which must be named.
// By default: private, identifiers:validated, EMAIL_ADDRESS, PHONE_NUMBER. Reserved
// values, which nobody can own, fail only if `reserved` is among the terms.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "rule/rule.h"

namespace privet {

inline constexpr std::string_view kDefaultFailOn = "private,identifiers:validated,EMAIL_ADDRESS,PHONE_NUMBER";

// What is asked about a finding.
struct FailQuestion {
  std::string_view entity;
  std::string_view origin;  // Rule::origin: which of our folders the rule is from
  Strength strength = Strength::kShaped;
  double score = 0;
  bool reserved = false;
  std::string_view message_class = {};  // of a private message
  std::string_view policy = {};         // allow, review, block
};

class FailOn {
 public:
  //   entities: all there are, for what is misspelled
  // Fails with a line that names the term.
  [[nodiscard]] static Result<FailOn> parse(std::string_view list, std::span<const std::string> entities);

  [[nodiscard]] bool fails(const FailQuestion& finding) const;
  // Whether a term is about what a policy decides.
  [[nodiscard]] bool needs_policy() const;

 private:
  enum class What : std::uint8_t { kAny, kEntity, kPrivate, kClass, kPolicy, kIdentifiers };
  struct Term {
    What what = What::kAny;
    std::string name;  // of the entity, class or decision
    Strength least_strength = Strength::kWeak;
    double least_score = 0;
  };
  [[nodiscard]] Status add(std::string_view term, std::span<const std::string> entities);
  [[nodiscard]] static bool is_meant(const Term& term, const FailQuestion& finding);

  std::vector<Term> terms_;
  bool reserved_ = false;
};

}  // namespace privet
