// An allow rule as it is written: findings that are known, and that no check
// need fail for.
//
//   [[allow]]
//   reason  = "the address of our press office"    # mandatory
//   entity  = "EMAIL_ADDRESS"
//   domain  = "example.com"
//   expires = 2027-06-30
//
// A finding must fit every key that the rule has, and of a key that lists
// several things one of them. What each means is in gate/allow.h.
#pragma once

#include <string>
#include <vector>

namespace privet {

// What a rule asks of one property of a finding.
struct AllowTest {
  std::vector<std::string> any_of;  // empty: nothing is asked
  std::string place;                // of the key, "privet.toml:9"
};

struct AllowRule {
  std::string reason;
  std::string expires;  // the last day, YYYY-MM-DD; empty: none
  AllowTest entity, domain, value, path, pointer, source;
  std::string source_field;  // a JSON Pointer
  std::string place;         // of the rule, "privet.toml:7"
};

inline constexpr char kSourceField[] = "/source";  // unless the rule says otherwise: Dolma's

}  // namespace privet
