#include "rule/policy_reader.h"

#include <algorithm>
#include <array>
#include <memory>

#include "base/iso_date.h"
#include "rule/regions.h"
#include "rule/toml_file.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 3> kFileKeys = {"default", "description", "rule"};
constexpr std::array<std::string_view, 15> kRuleKeys = {
    "id",     "description", "class",   "platform",       "region",     "language", "before", "after",
    "source", "consent",     "opt_out", "allow_incoming", "visibility", "decision", "unknown"};
constexpr std::array<std::string_view, 2> kUnknownWords = {"review", "allow"};

bool is_language(std::string_view text) {
  return (text.size() == 2 || text.size() == 3) &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

// Of private messages; there is no deciding about others.
std::vector<std::string_view> private_classes() {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i < kMessageClasses.size(); ++i) {
    if (is_private(MessageClass{static_cast<std::uint8_t>(i)})) out.push_back(kMessageClasses[i]);
  }
  return out;
}

class RuleFile {
 public:
  explicit RuleFile(const TomlTable& table) : table_(table) {}

  PolicyRule read(const Policy& before) {
    table_.allow_keys(kRuleKeys);
    read_id(before);
    for (const std::string& name : table_.words("class", private_classes()))
      rule_.classes.push_back(MessageClass{static_cast<std::uint8_t>(*find_name(kMessageClasses, name))});
    for (const std::string& name : table_.words("platform", kPlatforms))
      rule_.platforms.push_back(Platform{static_cast<std::uint8_t>(*find_name(kPlatforms, name))});
    read_regions();
    read_languages();
    read_day("before", PolicyTest::kBefore);
    read_day("after", PolicyTest::kAfter);
    read_sources();
    read_words(PolicySubject::kConsent, kConsentWords);
    read_words(PolicySubject::kOptOut, kConsentWords);
    read_words(PolicySubject::kAllowIncoming, kIncomingWords);
    read_words(PolicySubject::kVisibility, kVisibilityWords);
    if (const auto at = find_name(kDecisionNames, table_.word("decision", kDecisionNames))) {
      rule_.decision = Decision{static_cast<std::uint8_t>(*at)};
    } else {
      table_.mistake("decision", R"(a rule of a policy needs "decision": allow, review or block)");
    }
    rule_.unknown_allows = table_.word("unknown", kUnknownWords) == "allow";
    return std::move(rule_);
  }

 private:
  void read_id(const Policy& before) {
    rule_.id = table_.text("id");
    const auto same = [&](const PolicyRule& other) { return other.id == rule_.id; };
    if (rule_.id.empty()) {
      table_.mistake("id", "a rule of a policy needs \"id\"");
    } else if (rule_.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos) {
      table_.mistake("id", "\"id\" must be lower-case letters, digits, dots and dashes such as linkedin-eea");
    } else if (rule_.id == kPolicyDefault || std::any_of(before.rules.begin(), before.rules.end(), same)) {
      table_.mistake("id", std::string("the id \"").append(rule_.id) + "\" is taken; choose another");
    }
  }

  void add(PolicySubject subject, std::vector<std::string> values, PolicyTest test = PolicyTest::kOneOf) {
    rule_.conditions.push_back({subject, test, std::move(values)});
  }

  void read_regions() {
    if (!table_.has("region")) return;
    std::vector<std::string_view> known(country_codes().begin(), country_codes().end());
    known.insert(known.end(), {kUnion, kEconomicArea});
    std::vector<std::string> members;
    const std::vector<std::string> typed = table_.texts("region");
    // The one code that everybody gets wrong, and that is nearest to Ukraine's.
    if (std::find(typed.begin(), typed.end(), "UK") != typed.end())
      table_.mistake("region", R"(unknown region "UK"; did you mean "GB"?)");
    for (const std::string& region : table_.words("region", known)) {
      for (std::string& member : region_members(region)) members.push_back(std::move(member));
    }
    add(PolicySubject::kRegion, std::move(members));
  }

  void read_languages() {
    if (!table_.has("language")) return;
    std::vector<std::string> typed = table_.texts("language");
    if (typed.empty() || !std::all_of(typed.begin(), typed.end(), is_language))
      table_.mistake("language", R"("language" must be ISO 639 codes such as "de")");
    add(PolicySubject::kLanguage, std::move(typed));
  }

  void read_day(std::string_view key, PolicyTest test) {
    if (!table_.has(key)) return;
    std::string day = table_.text(key);
    if (!is_iso_date(day))
      table_.mistake(key, std::string("\"").append(key) + R"(" must be a day such as "2018-05-25")");
    add(PolicySubject::kDate, {std::move(day)}, test);
  }

  void read_sources() {
    if (!table_.has("source")) return;
    std::vector<std::string> typed = table_.texts("source");
    const bool wrong = std::any_of(typed.begin(), typed.end(), [](const std::string& one) {
      return one.empty() || one.find('*') < one.size() - 1;
    });
    if (typed.empty() || wrong)
      table_.mistake("source", R"("source" must be names, with a * at their end at most, such as "vendor-*")");
    add(PolicySubject::kSource, std::move(typed));
  }

  void read_words(PolicySubject subject, std::span<const std::string_view> known) {
    if (table_.has(subject_name(subject))) add(subject, table_.words(subject_name(subject), known));
  }

  const TomlTable& table_;
  PolicyRule rule_;
};

}  // namespace

bool is_policy_file(std::string_view name) { return name.starts_with("policy/"); }

Result<Policy> read_policy(std::string_view text, std::string_view name) {
  Result<std::unique_ptr<TomlFile>> file = TomlFile::parse(text, name);
  if (!file) return fail(file);
  const TomlTable root = (*file)->root();
  root.allow_keys(kFileKeys);
  Policy policy;
  if (const auto at = find_name(kDecisionNames, root.word("default", kDecisionNames))) {
    policy.otherwise = Decision{static_cast<std::uint8_t>(*at)};
  } else {
    root.mistake("default", R"(a policy states what no rule decides: default = "allow", "review" or "block")");
  }
  for (const TomlTable& table : root.tables("rule")) policy.rules.push_back(RuleFile(table).read(policy));
  if (Status status = (*file)->status(); !status) return fail(status);
  return policy;
}

}  // namespace privet
