// Addresses spelled out to hide them from harvesters: "jo [at] example [dot]
// com", "jo(a)example.com", "jo at example dot com", "jo@example punkt de".
//
// Brackets say it plainly. Words alone ("at", "dot") are also prose, so they
// stand without a cue only when the spelling leaves no doubt.
#include <algorithm>
#include <optional>
#include <string>

#include "detect/contact/domains.h"
#include "detect/contact/email.h"
#include "detect/contact/email_signs.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Mail services: "jo at gmail.com" needs no brackets.
constexpr std::string_view kMailHosts =
    "gmail.com googlemail.com yahoo.com hotmail.com outlook.com icloud.com protonmail.com proton.me aol.com gmx.de "
    "gmx.net "
    "web.de mail.ru yandex.ru live.com msn.com";
// What stands before "at" in prose: "look at that dot com".
constexpr std::string_view kNotNames =
    "look looking looked is was be been are were am me us them him her it live living work working works worked arrive "
    "arrived stay stayed point pointed only available found find visit visiting online site website page based now "
    "here "
    "there happened meet met start started stop one that this everyone anyone people employee employees engineer team "
    "job "
    "jobs example up down out all later hosted posted published aimed good better best not just and or log sign shop "
    "buy call order go see us-only on in by to of";
constexpr int kMaxDots = 6;

// A run of the characters of a domain label. Dashes are signs in "jo-at-x-dot-y".
bool is_atom_byte(char c, bool dashes) { return is_alnum(c) || !is_ascii(c) || (dashes && c == '-'); }
std::uint32_t atom_end(std::string_view text, std::uint32_t at, bool dashes) {
  const std::uint32_t begin = at;
  while (at < text.size() && at - begin < 64 && is_atom_byte(text[at], dashes)) ++at;
  while (at > begin && at < text.size() && is_continuation(text[at])) --at;
  return at;
}
std::uint32_t atom_begin(std::string_view text, std::uint32_t at, bool local, bool dashes) {
  const std::uint32_t end = at;
  while (at > 0 && end - at < 64 &&
         (is_atom_byte(text[at - 1], dashes) ||
          (local && (text[at - 1] == '.' || text[at - 1] == '+' || (dashes && text[at - 1] == '_'))))) {
    --at;
  }
  while (at < end && (is_continuation(text[at]) || text[at] == '.' || text[at] == '-' || text[at] == '+')) ++at;
  return at;
}

struct Spelled {
  Span<ViewSpace> span;
  std::string local, domain;
  Sign sign;
  int spelled_dots = 0;  // that are words or bracketed
  bool bracketed_dot = false;
  bool dashed_dot = false;
  std::string_view dot_word;
};

// The address around a sign that stands for `@`.
std::optional<Spelled> address_around(std::string_view text, Sign sign) {
  const bool dashes = sign.style != SignStyle::kDashed;
  Spelled out;
  out.sign = sign;
  const std::uint32_t begin = atom_begin(text, sign.begin, true, dashes);
  if (begin == sign.begin) return std::nullopt;
  out.local = text.substr(begin, sign.begin - begin);
  out.span.begin = begin;
  // "jo dot doe at …"
  for (int i = 0; i < 2; ++i) {
    const Sign dot = dot_before(text, out.span.begin);
    if (dot.style == SignStyle::kNone || dot.style == SignStyle::kPlain ||
        (sign.style == SignStyle::kBracketed) != (dot.style == SignStyle::kBracketed))
      break;
    const std::uint32_t head = atom_begin(text, dot.begin, true, dashes);
    if (head == dot.begin) break;
    out.local = std::string(text.substr(head, dot.begin - head)) + "." + out.local;
    out.span.begin = head;
  }
  std::uint32_t at = sign.end;
  std::string joined;
  int spelled = 0;
  bool bracketed = false, dashed = false;
  std::string_view word;
  for (int i = 0; i <= kMaxDots; ++i) {
    const std::uint32_t end = atom_end(text, at, dashes);
    if (end == at) break;
    joined += text.substr(at, end - at);
    const std::string_view label = text.substr(at, end - at);
    if (i > 0 && domain_end(joined, 0) == joined.size() && !is_digit(label[0])) {
      out.span.end = end;
      out.domain = joined;
      out.spelled_dots = spelled;
      out.bracketed_dot = bracketed;
      out.dashed_dot = dashed;
      out.dot_word = word;
    }
    const Sign dot = dot_at(text, end);
    if (dot.style == SignStyle::kNone || (dot.style == SignStyle::kDashed && dashes)) break;
    if (dot.style != SignStyle::kPlain) {
      ++spelled;
      word = dot.word;
    }
    bracketed = bracketed || dot.style == SignStyle::kBracketed;
    dashed = dashed || dot.style == SignStyle::kDashed;
    joined += '.';
    at = dot.end;
  }
  if (out.domain.empty()) return std::nullopt;
  return out;
}

// The sign that a match is about: at its begin, or left of the dot there.
Sign sign_of(std::string_view text, std::uint32_t begin) {
  if (const Sign sign = at_sign_at(text, begin); sign.style != SignStyle::kNone) {
    // Take the spaces before a bracket in.
    std::uint32_t head = begin;
    for (int i = 0; i < 2 && head > 0 && text[head - 1] == ' '; ++i) --head;
    return head < begin ? at_sign_at(text, head) : sign;
  }
  std::uint32_t at = begin;
  for (int i = 0; i < 2 && at > 0 && text[at - 1] == ' '; ++i) --at;
  for (int i = 0; i < kMaxDots; ++i) {
    for (const bool dashes : {true, false}) {
      const std::uint32_t atom = atom_begin(text, at, false, dashes);
      if (atom == at) continue;
      if (const Sign sign = at_sign_before(text, atom); sign.style != SignStyle::kNone) return sign;
    }
    const std::uint32_t atom = atom_begin(text, at, false, true);
    const Sign dot = dot_before(text, atom);
    if (atom == at || dot.style == SignStyle::kNone) return {};
    at = dot.begin;
  }
  return {};
}

bool has_name_marks(std::string_view local) {
  return std::any_of(local.begin(), local.end(),
                     [](char c) { return is_digit(c) || c == '.' || c == '_' || c == '+'; });
}
// "… (dot) by hand": a word of the sentence that is a suffix too.
bool goes_on(std::string_view text, std::uint32_t end, std::string_view domain) {
  return holds_word("am as at be by de do es et in is it la me my no of on se si so to us", last_label(domain)) &&
         at_or(text, end) == ' ' && is_letter(at_or(text, end + 1));
}
bool is_shouted(std::string_view word) { return std::all_of(word.begin(), word.end(), is_upper); }

}  // namespace

// Takes a match that begins at a spelled `@` or at a spelled dot of the domain.
Verdict validate_spelled_email(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const Sign sign = sign_of(text, match.span.begin);
  if (sign.style == SignStyle::kNone) return {};
  const std::optional<Spelled> found = address_around(text, sign);
  if (!found || holds_word(kNotNames, found->local) || found->local.back() == '.') return {};
  if (found->spelled_dots > 0 && goes_on(text, found->span.end, found->domain)) return {};
  Verdict verdict{.accepted = true, .reserved = is_reserved_domain(found->domain), .span = found->span};
  const bool spelled = found->spelled_dots > 0;
  switch (sign.style) {
    case SignStyle::kNone:
      return {};
    case SignStyle::kBracketed:
      // "(a)" between spaces is an item of a list.
      if (equal_ignoring_case(sign.word, "a") && (text[sign.begin] == ' ' || text[sign.end - 1] == ' ')) return {};
      verdict.alone = true;
      break;
    case SignStyle::kDashed:
      if (!found->dashed_dot) return {};
      verdict.alone = true;
      break;
    case SignStyle::kPlain:
      // "jo @ example.com" says place as well as address.
      verdict.alone = spelled && (found->bracketed_dot || sign.end - sign.begin == 1);
      break;
    case SignStyle::kSpaced: {
      const bool shouted = is_shouted(sign.word) && (!spelled || is_shouted(found->dot_word)) &&
                           !is_shouted(text.substr(found->span.begin, sign.begin - found->span.begin)) &&
                           std::any_of(found->domain.begin(), found->domain.end(), is_lower);
      const bool known = holds_word(kMailHosts, found->domain);
      const bool sure = is_sure_at_word(sign.word) || (spelled && !is_common_dot_word(found->dot_word));
      if (!spelled && !known && !sure && !shouted) return {};
      verdict.alone = sure || shouted || found->bracketed_dot || found->spelled_dots >= 2 ||
                      has_name_marks(found->local) || (spelled && known);
      break;
    }
  }
  return verdict;
}

std::string plain_address(std::string_view value) {
  for (std::uint32_t at = 1; at < value.size(); ++at) {
    if (is_continuation(value[at])) continue;
    const Sign sign = at_sign_at(value, at);
    if (sign.style == SignStyle::kNone) continue;
    const std::optional<Spelled> found = address_around(value, sign);
    if (found && found->span == Span<ViewSpace>{0, static_cast<std::uint32_t>(value.size())})
      return found->local + "@" + found->domain;
  }
  return std::string(value);
}

}  // namespace privet
