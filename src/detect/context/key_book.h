// What the names of members say: which rules they tell for, and whether they
// name a locale or a country.
//
// A corpus has few different keys, so each thread remembers what it was told
// (KeyBook); the names themselves are shared (TellingNames).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/string_hash.h"
#include "rule/rule_set.h"

namespace privet {

struct KeyFacts {
  bool locale = false;      // {"lang": …}
  bool region = false;      // {"country": …}
  std::vector<bool> tells;  // by RuleIndex: the key is, or has as words, one of the rule's `fields`
};

// The telling names of all rules, turned round. Immutable.
class TellingNames {
 public:
  TellingNames() = default;
  explicit TellingNames(const RuleSet& rules);
  // Of a key as it stands in the record, decoded: "home_phone" tells for "phone",
  // "número-NIF" for "numeronif".
  [[nodiscard]] KeyFacts facts_of(std::string_view key) const;

 private:
  StringMap<std::vector<RuleIndex>> rules_;
  std::size_t rule_count_ = 0;
};

class KeyBook {
 public:
  // Valid until the next call.
  const KeyFacts& facts_of(const TellingNames& names, std::string_view key);

 private:
  StringMap<KeyFacts> known_;
};

}  // namespace privet
