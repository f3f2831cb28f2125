#include "detect/phone/phone_national.h"

#include <algorithm>
#include <string>

#include "detect/phone/phone_plan.h"
#include "detect/phone/phone_words.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// The plans here are stricter than libphonenumber, so that the digits they
// leave need no parsing; but for Korea's carrier codes.
PhoneOpinion judge_national(std::string_view region, const NationalNumber& number, std::string_view dialled) {
  const PhoneOpinion opinion = judge_phone(number.calling_code, number.national);
  if (opinion.valid || region != "KR") return opinion;
  const PhoneOpinion parsed = judge_dialled_phone(dialled, region);
  return parsed.calling_code == number.calling_code ? parsed : opinion;
}

// "10 20 30 40", "05 12 23 34 45": pairs that climb are drawn or counted numbers.
bool is_climbing_pairs(std::string_view text, std::span<const Group> groups) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].end - groups[i].begin != 2) return false;
    if (i > 0 && text.substr(groups[i].begin, 2) <= text.substr(groups[i - 1].begin, 2)) return false;
  }
  return groups.size() > 1;
}

// Whether another group stands before or behind, one sign away.
bool goes_on(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return (end + 1 < text.size() && !is_letter(text[end]) && is_digit(text[end + 1])) ||
         (begin >= 2 && !is_letter(text[begin - 1]) && is_digit(text[begin - 2]));
}

// "612.345.678", "811.884660", "076.115 49": thousands or a fraction.
bool is_dotted_amount(std::string_view text, std::span<const Group> groups) {
  const auto is_dotted = [&](std::size_t i) {
    return groups[i].begin == groups[i - 1].end + 1 && text[groups[i - 1].end] == '.';
  };
  if (groups.size() < 2 || !is_dotted(1)) return false;
  if (groups.size() == 2) return true;
  for (std::size_t i = 2; i < groups.size(); ++i) {
    if (!is_dotted(i)) return true;
  }
  if (text[groups[0].begin] == '0') return false;
  for (std::size_t i = 1; i < groups.size(); ++i) {
    if (groups[i].end - groups[i].begin != 3 || text[groups[i].begin - 1] != '.') return false;
  }
  return groups[0].end - groups[0].begin <= 3;
}

// A front of the groups as one national number, so far as its digits, its print
// and its surroundings tell.
struct Front {
  std::span<const Group> groups;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string digits;
  bool local = false;     // "555-0123", without an area
  NationalNumber number;  // views `digits`
  PhoneLook look;
  bool doubtful = false;  // needs more than an expected country
};

// False if it is none.
bool read_front(std::string_view text, std::string_view region, std::span<const Group> groups, bool link,
                Front& front) {
  front.groups = groups;
  front.digits = join(text, groups);
  front.local = region == "US" && front.digits.size() == 7;
  front.number = read_national(region, front.digits);
  if (front.number.calling_code == 0 && !(front.local && front.digits.starts_with("555"))) return false;

  front.end = groups.back().end;
  front.begin = balance_parenthesis(text, groups.front().begin, front.end);
  // "1 (212) 555-0123": the trunk prefix is a group of its own, which a gate may skip.
  const std::uint32_t begin = front.begin;
  const bool lone_one = begin >= 2 && text[begin - 2] == '1' && (text[begin - 1] == ' ' || text[begin - 1] == '-');
  if (region == "US" && lone_one && !front.local && !front.number.trunk &&
      (begin == 2 || text[begin - 3] == ' ' || text[begin - 3] == '\n')) {
    front.begin -= 2;
  }
  const std::string_view printed = text.substr(front.begin, front.end - front.begin);
  front.look = look_of(printed);
  front.look.link = link;
  if (is_printed_date(printed) || surroundings_rule_out_phone(text, front.begin, front.end, front.look)) return false;

  const bool climbing = is_climbing_pairs(text, groups);
  if (climbing && goes_on(text, front.begin, front.end)) return false;
  // "0891-9666" may be an ISSN.
  const bool four_four = printed.size() == 9 && printed[4] == '-';
  front.doubtful = climbing || four_four || is_dotted_amount(text, groups);
  return true;
}

bool is_unmistakable(std::string_view text, std::string_view region, const Front& front) {
  return !front.doubtful && front.look.divided &&
         is_unmistakable_phone(region, text.substr(front.begin, front.end - front.begin));
}

bool is_labelled(std::string_view text, const Front& front) {
  return (front.look.divided || front.digits.size() >= 9) && is_labelled_phone(text, front.begin);
}

// Several countries have these calling codes: libphonenumber says which of them a number is of.
constexpr bool is_shared(int calling_code) {
  return calling_code == 1 || calling_code == 7 || calling_code == 39 || calling_code == 44 || calling_code == 47 ||
         calling_code == 61 || calling_code == 358;
}

// Whether anything could make this number a finding by itself.
bool has_reason(std::string_view region, const Front& front, const Match& match, const RecordContext& context) {
  const std::string_view text = match.text.text();
  if (is_unmistakable(text, region, front) || is_labelled(text, front)) return true;
  if ((*match.spoken_for)({front.begin, end_of_extension(text, front.end)})) return true;
  const CountrySet& countries = context.countries();
  return countries.has(region) || (is_shared(front.number.calling_code) && !countries.empty());
}

Verdict judge_front(std::string_view text, std::string_view region, const Front& front, const RecordContext& context) {
  const NationalNumber& number = front.number;
  const std::string international =
      front.local ? "1" + front.digits : std::to_string(number.calling_code) + std::string(number.national);
  const bool fictional = is_fictional_phone(international);
  const PhoneOpinion opinion = front.local ? PhoneOpinion{.valid = true, .calling_code = 1, .region = {'U', 'S'}}
                                           : judge_national(region, number, front.digits);
  if (!opinion.valid && !fictional) return {};
  Verdict verdict = accept_phone(text, front.begin, front.end, opinion, context);
  verdict.reserved = fictional;
  verdict.expected |= context.countries().has(region);
  // Eleven digits from 1 on are anything; the trunk prefixes of others are rare in front.
  const bool mobile_by_prefix = ((number.trunk && region != "US") || region == "CN") && (opinion.mobile || fictional);
  verdict.expected = verdict.expected && !front.doubtful && (front.look.divided || mobile_by_prefix);
  verdict.expected |= is_labelled(text, front);
  verdict.alone = is_unmistakable(text, region, front);
  verdict.by_chance = !is_labelled(text, front);
  // Where two countries print alike, the one that is expected should win.
  constexpr float kExpected = 0.85F, kLayout = 0.05F, kAlone = 0.75F, kKnown = 0.65F;
  if (verdict.expected)
    verdict.score = kExpected + (verdict.alone ? kLayout : 0);
  else if (verdict.alone)
    verdict.score = kAlone;
  else if (context.countries().has(region))
    verdict.score = kKnown;
  return verdict;
}

}  // namespace

Verdict accept_phone(std::string_view text, std::uint32_t begin, std::uint32_t end, const PhoneOpinion& opinion,
                     const RecordContext& context) {
  Verdict verdict;
  verdict.accepted = true;
  verdict.region = opinion.region;
  verdict.expected = context.countries().has({opinion.region.data(), 2});
  verdict.span = {begin, end_of_extension(text, end)};
  return verdict;
}

Verdict validate_national(const Match& match, std::string_view region, const Groups& groups, bool link,
                          const RecordContext& context) {
  const std::string_view text = match.text.text();
  // More fronts than this are not printed as one number.
  constexpr std::size_t kMostTries = 6;
  const std::size_t fewest = groups.size > kMostTries ? groups.size - kMostTries : 0;
  Front front;
  // Logs are full of digits that would be somebody's number somewhere: unless
  // something speaks for one of the fronts, libphonenumber is not asked.
  if (match.spoken_for) {
    Verdict put_off;
    bool matters = false;
    for (std::size_t count = groups.size; count > fewest && !matters; --count) {
      if (!read_front(text, region, {groups.at.data(), count}, link, front)) continue;
      matters = has_reason(region, front, match, context);
      if (!put_off.accepted) {
        put_off = {.accepted = true, .deferred = true, .span = {front.begin, end_of_extension(text, front.end)}};
      }
    }
    if (!matters) return put_off;
  }
  for (std::size_t count = groups.size; count > fewest; --count) {
    if (!read_front(text, region, {groups.at.data(), count}, link, front)) continue;
    const Verdict verdict = judge_front(text, region, front, context);
    if (verdict.accepted) return verdict;
  }
  return {};
}

}  // namespace privet
