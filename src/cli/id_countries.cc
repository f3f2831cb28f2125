#include "cli/id_countries.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "cli/rules_in_force.h"
#include "rule/nearest.h"
#include "rule/regions.h"

namespace privet {
namespace {

constexpr std::string_view kNone = "NONE";
constexpr std::string_view kUnionVat = "EU_VAT";

tl::unexpected<Error> unknown_country(const std::string& code) {
  std::vector<std::string_view> known = {kUnion, kEconomicArea};
  // Two letters are always near some code; these two are meant for one.
  if (code == "UK") known = {"GB"};
  if (code == "EL") known = {"GR"};
  if (known.size() > 1) known.insert(known.end(), country_codes().begin(), country_codes().end());
  const std::string hint =
      known.size() == 1 ? "; did you mean \"" + std::string(known.front()) + "\"?" : did_you_mean(code, known);
  return fail(ErrorCode::kUsage, "--id-countries: unknown country \"" + code + "\"" + hint);
}

Result<std::set<std::string, std::less<>>> read_countries(const std::string& list) {
  std::set<std::string, std::less<>> out;
  const std::vector<std::string> items = split_list(list);
  if (items.empty()) return fail(ErrorCode::kUsage, "--id-countries names no country; none is written as none");
  for (std::string code : items) {
    std::transform(code.begin(), code.end(), code.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    if (code == kNone) {
      if (items.size() == 1) return out;
      return fail(ErrorCode::kUsage, "--id-countries: none stands alone");
    }
    const bool group = code == kUnion || code == kEconomicArea;
    if (!group && std::find(country_codes().begin(), country_codes().end(), code) == country_codes().end())
      return unknown_country(code);
    for (std::string& member : region_members(code)) out.insert(std::move(member));
  }
  return out;
}

// The country whose identifiers the rule finds, if it finds such.
std::optional<std::string_view> country_of(const Rule& rule, std::string_view entity) {
  if (rule.region.empty()) return std::nullopt;
  const std::string prefix = (rule.region == "GB" ? "UK" : rule.region) + "_";
  if (rule.origin.starts_with("identity/") || entity.starts_with(prefix)) return rule.region;
  return std::nullopt;
}

}  // namespace

Result<RuleSet> choose_id_countries(RuleSet rules, const std::string& list) {
  if (list.empty()) return rules;
  auto countries = read_countries(list);
  if (!countries) return fail(countries);
  const bool union_vat = std::any_of(countries->begin(), countries->end(), [](const std::string& code) {
    return code == kUnion || code == "GB" || is_in_union(code);
  });
  RuleSet out;
  for (const Rule& rule : rules.rules()) {
    const std::string& entity = rules.entity(rule.entity);
    const std::optional<std::string_view> country = country_of(rule, entity);
    if (country ? countries->contains(*country) : entity != kUnionVat || union_vat) out.add(rule, entity);
  }
  if (out.rules().empty()) return fail(ErrorCode::kUsage, "--id-countries leaves nothing to look for");
  return out;
}

}  // namespace privet
