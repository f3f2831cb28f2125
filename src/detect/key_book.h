// What the names of members say: which rules they tell for, and whether they
// name a locale or a country.
//
// A corpus has few different keys, so each thread remembers what it was told
// (KeyBook); the names themselves are shared (TellingNames).
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/ids.h"
#include "rule/rule_set.h"

namespace privet {

struct KeyFacts {
  bool locale = false;       // {"lang": …}
  bool region = false;       // {"country": …}
  std::vector<bool> tells;   // by RuleIndex: the key is, or has as a word, one of the rule's `fields`
};

// The telling names of all rules, turned round. Immutable.
class TellingNames {
 public:
  TellingNames() = default;
  explicit TellingNames(const RuleSet& rules);
  // Of a key as it stands in the record, decoded: "home_phone" tells for "phone".
  [[nodiscard]] KeyFacts facts_of(std::string_view key) const;

 private:
  std::unordered_map<std::string, std::vector<RuleIndex>> rules_;
  std::size_t rule_count_ = 0;
};

class KeyBook {
 public:
  // Valid until the next call.
  const KeyFacts& facts_of(const TellingNames& names, std::string_view key);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, KeyFacts, Hash, std::equal_to<>> known_;
};

}  // namespace privet
