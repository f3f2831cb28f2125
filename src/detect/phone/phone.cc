#include "detect/phone/phone.h"

#include <cstddef>
#include <cstdint>
#include <span>

#include "detect/phone/phone_groups.h"
#include "detect/phone/phone_library.h"
#include "detect/phone/phone_national.h"
#include "detect/phone/phone_plan.h"
#include "detect/phone/phone_surroundings.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Countries with rules, for a "tel:" link that names none; in the order of trial.
constexpr std::string_view kRegions[] = {"US", "GB", "DE", "FR", "ES", "IT", "NL", "BE", "CH", "AT", "PL",
                                         "SE", "DK", "NO", "FI", "PT", "IE", "BR", "MX", "IN", "AU", "NZ",
                                         "JP", "KR", "CN", "RU", "TR", "ZA", "IL", "CZ", "SK", "HU", "RO",
                                         "GR", "UA", "ID", "VN", "TH", "SA", "AE", "EG"};

PhoneOpinion judge_international(std::string_view digits) {
  const NationalNumber number = split_international(digits);
  if (number.calling_code != 0) {
    if (const PhoneOpinion opinion = judge_phone(number.calling_code, number.national); opinion.valid) return opinion;
  }
  return judge_dialled_phone("+" + std::string(digits), "ZZ");
}

// What stands before the calling code.
enum class Lead : std::uint8_t { kPlus, kZeros, kLink, kBare };

// "0044 20 …", "00 44 20 …": the calling code ends where a group does. Where it
// goes on, or is cut, a number that begins with two zeros is any number.
bool code_stands_apart(std::string_view text, std::span<const Group> groups, const PhoneOpinion& opinion) {
  const std::size_t size = std::to_string(opinion.calling_code).size();
  const std::string first(text.substr(groups[0].begin, groups[0].end - groups[0].begin));
  return first.size() == 2 + size ||
         (first.size() == 2 && groups.size() > 1 && groups[1].end - groups[1].begin == size);
}

// `groups` hold the number from the calling code on; the longest valid front wins.
Verdict validate_international(std::string_view text, std::uint32_t begin, const Groups& groups, Lead lead,
                               const RecordContext& context) {
  const bool zeros = lead == Lead::kZeros;
  constexpr std::size_t kFewestDigits = 7;
  constexpr std::size_t kFewestAlone = 10;  // behind two zeros
  for (std::size_t count = groups.size; count > 0; --count) {
    const std::span<const Group> front(groups.at.data(), count);
    std::string digits = join(text, front);
    if (zeros) digits.erase(0, 2);
    if (digits.size() < kFewestDigits) break;
    const bool fictional = is_fictional_phone(digits);
    if (!fictional && !may_be_international(digits)) continue;
    // Without a sign, only of a country whose lengths and prefixes are known.
    if (lead == Lead::kBare && !fictional && !is_planned_international(digits)) continue;

    const std::uint32_t end = front.back().end;
    const std::uint32_t from = balance_parenthesis(text, begin, end);
    PhoneLook look = look_of(text.substr(from, end - from));
    look.international = lead == Lead::kPlus;
    look.link = lead == Lead::kLink;
    if (surroundings_rule_out_phone(text, from, end, look)) continue;
    const PhoneOpinion opinion = judge_international(digits);
    if (!opinion.valid && !fictional) continue;
    Verdict verdict = accept_phone(text, from, end, opinion, context);
    verdict.reserved = fictional;
    verdict.alone =
        lead != Lead::kBare &&
        (!zeros || (look.divided && digits.size() >= kFewestAlone && code_stands_apart(text, front, opinion)));
    verdict.by_chance = zeros;
    if (lead == Lead::kBare) verdict.expected = false;  // ... which the record cannot be a reason for
    return verdict;
  }
  return {};
}

// A link that says itself that a phone number follows: "tel:", "wa.me/". The
// span is the number alone.
Verdict validate_link(const Match& match, Span<ViewSpace> span, const RecordContext& context) {
  const std::string_view text = match.text.text();
  const std::string_view link = text.substr(span.begin, span.size());
  const std::size_t at = link.find_first_of("+0123456789");
  if (at == std::string_view::npos) return {};
  const std::uint32_t begin = span.begin + static_cast<std::uint32_t>(at);
  const Groups groups = find_groups(text, begin, span.end);
  const std::string_view scheme = link.substr(0, at);
  // tel:, sms: and callto: may hold a national number; the chat links never do.
  const bool may_be_national = scheme.ends_with(":") && link[at] != '+';
  const bool zeros = may_be_national && link.substr(at).starts_with("00");
  if (!may_be_national || zeros) {
    Verdict verdict = validate_international(text, begin, groups, zeros ? Lead::kZeros : Lead::kLink, context);
    verdict.alone = verdict.accepted;
    return verdict;
  }
  Verdict best;
  for (const std::string_view region : kRegions) {
    const bool expected = context.countries().has(region);
    if (best.accepted && !expected) continue;
    Verdict verdict = validate_national({.text = match.text, .span = match.span}, region, groups, true, context);
    if (!verdict.accepted) continue;
    // A country that nothing else speaks for is a guess, and no answer.
    if (!expected && region != "US") verdict.region = {};
    best = verdict;
    best.alone = true;
    best.by_chance = false;
    best.score = -1;
    if (expected) break;
  }
  return best;
}

}  // namespace

Verdict validate_phone(const Match& match, const RecordContext& context) {
  const std::string_view text = match.text.text();
  Span<ViewSpace> span = match.span;
  while (!span.empty() && !is_digit(text[span.end - 1])) --span.end;
  if (span.empty()) return {};
  if (is_letter(text[span.begin])) return validate_link(match, span, context);

  const Groups groups = find_groups(text, span.begin, span.end);
  if (!match.region.empty()) return validate_national(match, match.region, groups, false, context);

  std::uint32_t begin = groups.at[0].begin;
  const bool plus = begin > 0 && text[begin - 1] == '+';
  if (plus) --begin;
  const bool zeros = text.substr(begin).starts_with("00");
  return validate_international(text, begin, groups, plus ? Lead::kPlus : zeros ? Lead::kZeros : Lead::kBare, context);
}

std::string phone_normal_form(std::string_view value) {
  std::string digits;
  bool international = false;
  bool extension = false;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '+' && digits.empty()) international = true;
    const bool trunk_hint = !digits.empty() && value.substr(i).starts_with("(0)");
    if (trunk_hint && international)
      i += 2;
    else if (is_digit(c))
      digits += c;
    // Letters, "#" or another script behind the digits name an extension.
    const bool label = is_letter(c) || c == '#' || static_cast<unsigned char>(c) >= 0x80;
    if (label && !digits.empty() && !extension && value.find_first_of("0123456789", i) != std::string_view::npos) {
      digits += 'x';
      extension = true;
    }
    if (digits == "00" && !international && i + 1 < value.size()) {
      digits.clear();
      international = true;
    }
  }
  return (international ? "+" : "") + digits;
}

}  // namespace privet
