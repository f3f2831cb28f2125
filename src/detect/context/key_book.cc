#include "detect/context/key_book.h"

#include <algorithm>

#include "detect/context/country.h"
#include "text/casefold.h"

namespace privet {
namespace {

// An object whose keys are data (a million ids) must not fill the memory.
constexpr std::size_t kMostKnown = 4096;
// Of a key's words, and how many of them may be one name: "vehicle_registration_no"
// holds "vehicleregistration".
constexpr std::size_t kMostWords = 12, kMostTogether = 5;

}  // namespace

TellingNames::TellingNames(const RuleSet& rules) : rule_count_(rules.rules().size()) {
  for (std::size_t i = 0; i < rule_count_; ++i) {
    for (const std::string& name : rules.rules()[i].field_names) {
      std::string plain;
      append_unmarked(name, plain);
      rules_[plain].push_back(RuleIndex{static_cast<std::uint16_t>(i)});
    }
  }
}

KeyFacts TellingNames::facts_of(std::string_view key) const {
  const std::string whole = folded_key(key);
  KeyFacts facts{
      .locale = is_locale_field(whole), .region = is_region_field(whole), .tells = std::vector<bool>(rule_count_)};
  std::string name;
  const auto look_up = [&](std::string_view marked) {
    name.clear();
    append_unmarked(marked, name);
    const auto it = rules_.find(name);
    if (it == rules_.end()) return;
    for (const RuleIndex rule : it->second) facts.tells[index(rule)] = true;
  };
  look_up(whole);
  const std::string spaced = key_words(key);
  std::vector<std::string_view> words;
  for (std::size_t at = 1; at < spaced.size() && words.size() < kMostWords;) {
    const std::size_t end = std::min(spaced.find(' ', at), spaced.size());
    words.push_back(std::string_view(spaced).substr(at, end - at));
    at = end + 1;
  }
  std::string together;
  for (std::size_t first = 0; first < words.size(); ++first) {
    together.clear();
    for (std::size_t last = first; last < std::min(words.size(), first + kMostTogether); ++last) {
      together += words[last];
      look_up(together);
    }
  }
  return facts;
}

const KeyFacts& KeyBook::facts_of(const TellingNames& names, std::string_view key) {
  if (const auto it = known_.find(key); it != known_.end()) return it->second;
  if (known_.size() >= kMostKnown) known_.clear();
  return known_.emplace(key, names.facts_of(key)).first->second;
}

}  // namespace privet
