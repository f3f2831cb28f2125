#include "detect/context/key_book.h"

#include <algorithm>

#include "detect/context/country.h"
#include "text/casefold.h"

namespace privet {
namespace {

// An object whose keys are data (a million ids) must not fill the memory.
constexpr std::size_t kMostKnown = 4096;

}  // namespace

TellingNames::TellingNames(const RuleSet& rules) : rule_count_(rules.rules().size()) {
  for (std::size_t i = 0; i < rule_count_; ++i) {
    for (const std::string& name : rules.rules()[i].field_names) {
      rules_[name].push_back(RuleIndex{static_cast<std::uint16_t>(i)});
    }
  }
}

KeyFacts TellingNames::facts_of(std::string_view key) const {
  const std::string whole = folded_key(key);
  KeyFacts facts{
      .locale = is_locale_field(whole), .region = is_region_field(whole), .tells = std::vector<bool>(rule_count_)};
  const auto look_up = [&](std::string_view name) {
    const auto it = rules_.find(name);
    if (it == rules_.end()) return;
    for (const RuleIndex rule : it->second) facts.tells[index(rule)] = true;
  };
  look_up(whole);
  const std::string spaced = key_words(key);
  const std::string_view words = spaced;
  for (std::size_t at = 1; at < words.size();) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    look_up(words.substr(at, end - at));
    at = end + 1;
  }
  return facts;
}

const KeyFacts& KeyBook::facts_of(const TellingNames& names, std::string_view key) {
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(key, names.facts_of(key)).first->second;
}

}  // namespace privet
