#include "detect/context/gather.h"

#include <string_view>

#include "detect/context/country.h"
#include "detect/context/key_text.h"
#include "detect/context/language.h"

namespace privet {
namespace {

// Enough links to know where a record comes from; a list of a million links
// must not cost a million look-ups.
constexpr int kMostLinks = 64;

bool is_host_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '.';
}

std::string_view host_at(std::string_view text, std::size_t begin) {
  std::size_t end = begin;
  while (end < text.size() && is_host_character(text[end])) ++end;
  while (end > begin && text[end - 1] == '.') --end;
  return text.substr(begin, end - begin);
}

void expect_from_links(std::string_view text, int& links, CountrySet& countries) {
  for (std::size_t at = text.find("://"); at != std::string_view::npos && links < kMostLinks;
       at = text.find("://", at + 3)) {
    expect_from_domain(host_at(text, at + 3), countries);
    ++links;
  }
}

void expect_from_suspect(const Rule& rule, std::string_view text, std::uint32_t at, CountrySet& countries) {
  if (rule.gate.kind == GateKind::kDigits && rule.gate.digits.lead == "+") {
    expect_from_calling_code(text.substr(at, 4), countries);
  } else if (rule.gate.kind == GateKind::kLiteral && at < text.size() && text[at] == '@') {
    expect_from_domain(host_at(text, at + 1), countries);
  }
}

}  // namespace

void gather_countries(const RecordViews& views, const RuleSet& rules, std::span<const Suspect> suspects,
                      const TellingNames& names, KeyBook& keys, FunctionRef<bool(const Suspect&)> is_spoken_for,
                      CountrySet& countries) {
  const Record& record = views.record();
  for (const Suspect& suspect : suspects) {
    const Rule& rule = rules.rule(suspect.rule);
    if (rule.tells_region && !countries.has(rule.region) && is_spoken_for(suspect)) countries.add(rule.region);
    expect_from_suspect(rules.rule(suspect.rule), views.view_of(suspect.field).text.text(), suspect.at, countries);
  }
  int links = 0;
  std::string_view longest;
  std::string room;
  for (std::size_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    if (field.kind() != FieldKind::kString) continue;
    const std::string_view text = record.text(field).text();
    if (text.size() > longest.size()) longest = text;
    expect_from_links(text, links, countries);
    if (text.size() > 40) continue;
    const std::string_view key = key_text(record, FieldIndex{static_cast<std::uint32_t>(i)}, room);
    if (key.empty()) continue;
    const KeyFacts& facts = keys.facts_of(names, key);
    if (facts.locale) expect_from_locale(text, countries);
    if (facts.region) expect_from_region_value(text, countries);
  }
  expect_from_language(longest, countries);
}

}  // namespace privet
