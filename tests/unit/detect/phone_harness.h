// The phone rules alone, by the plain meaning of a rule: digit groups open the
// gate, RE2 proves at the start, the validator decides, cue words count.
#pragma once

#include <algorithm>
#include <cctype>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/check.h"
#include "detect/context/cues.h"
#include "detect/proof/prover.h"
#include "detect/proof/validators.h"
#include "rule/rule_reader.h"
#include "text/gates_scalar.h"

namespace privet {

class PhoneHarness {
 public:
  struct Find {
    Span<ViewSpace> span;
    const Rule* rule;
    Verdict verdict;
    bool fires;
  };

  // Reads rules/contact/phone*.toml below `source`.
  explicit PhoneHarness(const std::string& source) {
    for (const std::string name : {"phone.toml", "phone-national.toml", "phone-elsewhere.toml"}) {
      std::ifstream in(source + "/rules/contact/" + name);
      const std::string text{std::istreambuf_iterator<char>(in), {}};
      const Status status = read_rules(text, name, rules_);
      if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
      PRIVET_CHECK(status.has_value());
    }
    for (const Rule& rule : rules_.rules()) {
      Result<Prover> prover = Prover::compile(rule.prove);
      if (!prover) std::fprintf(stderr, "%s: %s\n", rule.origin.c_str(), prover.error().message.c_str());
      provers_.push_back(std::move(*prover));
      cues_.emplace_back(rule.cues);
    }
  }

  [[nodiscard]] const std::vector<Rule>& rules() const { return rules_.rules(); }

  // All that is proved, whether or not it has reason enough to fire.
  [[nodiscard]] std::vector<Find> prove(std::string_view text, const RecordContext& context) const {
    std::vector<DigitGroup> groups;
    scalar::find_digit_groups(text, groups);
    std::vector<Find> finds;
    for (std::size_t r = 0; r < rules().size(); ++r) {
      const Rule& rule = rules()[r];
      std::uint32_t claimed = 0;
      for (const std::uint32_t hit : hits(rule.gate, text, groups)) {
        if (hit < claimed) continue;
        std::uint32_t start = hit;
        while (rule.gate.kind == GateKind::kDigits && start > 0 && hit - start < 2 &&
               (text[start - 1] == '+' || text[start - 1] == '(')) {
          --start;
        }
        for (; start <= hit; ++start) {
          const auto span = provers_[r].match(Bytes<ViewSpace>(text), start);
          if (!span || span->end < hit) continue;
          const Verdict verdict = validate_phone({Bytes<ViewSpace>(text), *span, rule.region}, context);
          if (!verdict.accepted) break;
          const bool cue = cues_[r].near(Bytes<ViewSpace>(text), verdict.span);
          const int needed = rule.strength == Strength::kValidated ? 0 : rule.strength == Strength::kShaped ? 1 : 2;
          const bool fires = verdict.alone || int{cue} + int{verdict.expected} >= needed;
          finds.push_back({verdict.span, &rule, verdict, fires});
          if (fires) claimed = verdict.span.end;
          break;
        }
      }
    }
    return finds;
  }

  // Where numbers are found, each once, without those that lie inside another.
  [[nodiscard]] std::vector<Span<FieldSpace>> find(std::string_view text, const RecordContext& context = {},
                                                   const Rule* only = nullptr) const {
    std::set<Span<FieldSpace>> spans;
    for (const Find& find : prove(text, context)) {
      if (find.fires && (only == nullptr || find.rule == only)) spans.insert({find.span.begin, find.span.end});
    }
    std::vector<Span<FieldSpace>> out;
    for (const Span<FieldSpace>& span : spans) {
      const auto covers = [&](const Span<FieldSpace>& other) { return other != span && other.contains(span); };
      if (std::none_of(spans.begin(), spans.end(), covers)) out.push_back(span);
    }
    return out;
  }

  // The starts that a gate gives, in order.
  [[nodiscard]] static std::vector<std::uint32_t> hits(const Gate& gate, std::string_view text,
                                                       const std::vector<DigitGroup>& groups) {
    std::set<std::uint32_t> hits;
    for (const std::string& literal : gate.literals) {
      const auto same = [](char a, char b) { return std::tolower(a) == std::tolower(b); };
      for (auto at = text.begin(); at != text.end(); ++at) {
        at = std::search(at, text.end(), literal.begin(), literal.end(), same);
        if (at == text.end()) break;
        hits.insert(static_cast<std::uint32_t>(at - text.begin()));
      }
    }
    if (gate.kind != GateKind::kDigits) return {hits.begin(), hits.end()};
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const std::uint32_t at = groups[i].begin;
      const bool plus = (at > 0 && text[at - 1] == '+') || (at > 1 && text[at - 1] == '(' && text[at - 2] == '+');
      const bool lead = gate.digits.lead == "+" ? plus : text.substr(at).starts_with("00");
      std::string lengths;
      std::uint32_t digits = 0;
      for (std::size_t k = i; k < groups.size() && k < i + 12 && (k == i || groups[k].joined); ++k) {
        const std::uint32_t size = groups[k].end - groups[k].begin;
        digits += size;
        lengths += (k == i ? "" : "-") + std::to_string(size);
        const auto& known = gate.digits.groups;
        const bool total = lead && digits >= gate.digits.min_digits && digits <= gate.digits.max_digits;
        const bool opens =
            gate.digits.lead.empty() ? std::find(known.begin(), known.end(), lengths) != known.end() : total;
        if (opens) hits.insert(at);
      }
    }
    return {hits.begin(), hits.end()};
  }

 private:
  RuleSet rules_;
  std::vector<Prover> provers_;
  std::vector<CueMatcher> cues_;
};

}  // namespace privet
