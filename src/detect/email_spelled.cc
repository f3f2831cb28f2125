// Addresses spelled out to hide them from harvesters: "jo [at] example [dot]
// com", "jo(a)example.com", "jo at example dot com", "jo@example punkt de".
//
// Brackets say it plainly. Words alone ("at", "dot") are also prose, so they
// stand without a cue only when the spelling leaves no doubt.
#include <algorithm>
#include <optional>
#include <string>

#include "detect/chars.h"
#include "detect/domains.h"
#include "detect/email.h"
#include "detect/validators.h"

namespace privet {
namespace {

constexpr std::string_view kAtWords = "at ät a @ æt arroba chez собака snabel-a snabela kukac zavinac malpa at-sign";
constexpr std::string_view kDotWords = "dot . d0t dt punkt punto ponto point точка kropka tecka pont nokta punt prik";
// In running text these two mean nothing else; "a", "point" or "chez" do.
constexpr std::string_view kSpacedAtWords = "at arroba собака";
constexpr std::string_view kSpacedDotWords = "dot punkt punto ponto точка kropka nokta";
// Mail services: "jo at gmail.com" needs no brackets.
constexpr std::string_view kMailHosts =
    "gmail.com googlemail.com yahoo.com hotmail.com outlook.com icloud.com protonmail.com proton.me aol.com gmx.de gmx.net "
    "web.de mail.ru yandex.ru live.com msn.com";
// What stands before "at" in prose: "look at that dot com".
constexpr std::string_view kNotNames =
    "look looking looked is was be been are were am me us them him her it live living work working works worked arrive "
    "arrived stay stayed point pointed only available found find visit visiting online site website page based now here "
    "there happened meet met start started stop one that this everyone anyone people employee employees engineer team job "
    "jobs example up down out all later hosted posted published aimed good better best not just and or";
constexpr std::size_t kMaxTokenBytes = 24;
constexpr int kMaxDots = 6;

enum class Style { kNone, kBracketed, kSpaced, kDashed, kPlain };

struct Token {
  std::uint32_t begin = 0, end = 0;
  Style style = Style::kNone;
  std::string_view word;
};

char closing(char open) {
  switch (open) {
    case '[': return ']';
    case '(': return ')';
    case '{': return '}';
    case '<': return '>';
    default: return '\0';
  }
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  for (int i = 0; i < 2 && at_or(text, at) == ' '; ++i) ++at;
  return at;
}

// A spelled sign that begins at `begin`, with the spaces around it.
Token token_at(std::string_view text, std::uint32_t begin, std::string_view bracketed, std::string_view spaced, char plain) {
  std::uint32_t at = skip_spaces(text, begin);
  const bool spaces = at > begin;
  if (const char close = closing(at_or(text, at)); close != '\0') {
    const std::uint32_t word_begin = skip_spaces(text, at + 1);
    const std::size_t found = text.substr(word_begin, kMaxTokenBytes).find(close);
    if (found == std::string_view::npos) return {};
    const std::string_view word = trimmed_right(text.substr(word_begin, found));
    if (!holds_word(bracketed, word)) return {};
    return {begin, skip_spaces(text, word_begin + static_cast<std::uint32_t>(found) + 1), Style::kBracketed, word};
  }
  if (at_or(text, at) == plain) return {begin, skip_spaces(text, at + 1), Style::kPlain, text.substr(at, 1)};
  const char edge = at_or(text, begin);
  const bool dashed = edge == '-' || edge == '_';
  if (dashed) ++at;
  if (!spaces && !dashed) return {};
  std::uint32_t end = at;
  while (end < text.size() && end - at < kMaxTokenBytes && (is_letter(text[end]) || !is_ascii(text[end]))) ++end;
  const std::string_view word = text.substr(at, end - at);
  if (!holds_word(dashed ? std::string_view(plain == '@' ? "at" : "dot") : spaced, word)) return {};
  if (dashed) return at_or(text, end) == edge ? Token{begin, end + 1, Style::kDashed, word} : Token{};
  const std::uint32_t after = skip_spaces(text, end);
  return after > end ? Token{begin, after, Style::kSpaced, word} : Token{};
}
Token at_sign_at(std::string_view text, std::uint32_t begin) { return token_at(text, begin, kAtWords, kSpacedAtWords, '@'); }
Token dot_at(std::string_view text, std::uint32_t begin) {
  Token dot = token_at(text, begin, kDotWords, kSpacedDotWords, '.');
  // "example. Then": a dot with one space is the end of a sentence.
  if (dot.style == Style::kPlain && dot.end - dot.begin != 1 && dot.end - dot.begin != 3) return {};
  return dot;
}

// The longest such sign that ends at `end`.
template <class At>
Token token_before(std::string_view text, std::uint32_t end, At token) {
  const auto reach = static_cast<std::uint32_t>(std::min<std::size_t>(end, kMaxTokenBytes));
  for (std::uint32_t begin = end - reach; begin < end; ++begin) {
    if (is_continuation(text[begin])) continue;
    const Token found = token(text, begin);
    if (found.style != Style::kNone && found.end == end) return found;
  }
  return {};
}

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
         (is_atom_byte(text[at - 1], dashes) || (local && (text[at - 1] == '.' || text[at - 1] == '+' || (dashes && text[at - 1] == '_'))))) {
    --at;
  }
  while (at < end && (is_continuation(text[at]) || text[at] == '.' || text[at] == '-' || text[at] == '+')) ++at;
  return at;
}

struct Spelled {
  Span<ViewSpace> span;
  std::string local, domain;
  Token sign;
  int spelled_dots = 0;  // that are words or bracketed
  bool bracketed_dot = false;
  bool dashed_dot = false;
  std::string_view dot_word;
};

// The address around a sign that stands for `@`.
std::optional<Spelled> address_around(std::string_view text, Token sign) {
  const bool dashes = sign.style != Style::kDashed;
  Spelled out;
  out.sign = sign;
  const std::uint32_t begin = atom_begin(text, sign.begin, true, dashes);
  if (begin == sign.begin) return std::nullopt;
  out.local = text.substr(begin, sign.begin - begin);
  out.span.begin = begin;
  // "jo dot doe at …"
  for (int i = 0; i < 2; ++i) {
    const Token dot = token_before(text, out.span.begin, dot_at);
    if (dot.style == Style::kNone || dot.style == Style::kPlain || (sign.style == Style::kBracketed) != (dot.style == Style::kBracketed)) break;
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
    const Token dot = dot_at(text, end);
    if (dot.style == Style::kNone || (dot.style == Style::kDashed && dashes)) break;
    if (dot.style != Style::kPlain) {
      ++spelled;
      word = dot.word;
    }
    bracketed = bracketed || dot.style == Style::kBracketed;
    dashed = dashed || dot.style == Style::kDashed;
    joined += '.';
    at = dot.end;
  }
  if (out.domain.empty()) return std::nullopt;
  return out;
}

// The sign that a match is about: at its begin, or left of the dot there.
Token sign_of(std::string_view text, std::uint32_t begin) {
  if (const Token sign = at_sign_at(text, begin); sign.style != Style::kNone) {
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
      if (const Token sign = token_before(text, atom, at_sign_at); sign.style != Style::kNone) return sign;
    }
    const std::uint32_t atom = atom_begin(text, at, false, true);
    const Token dot = token_before(text, atom, dot_at);
    if (atom == at || dot.style == Style::kNone) return {};
    at = dot.begin;
  }
  return {};
}

bool has_name_marks(std::string_view local) {
  return std::any_of(local.begin(), local.end(), [](char c) { return is_digit(c) || c == '.' || c == '_' || c == '+'; });
}
bool is_shouted(std::string_view word) { return std::all_of(word.begin(), word.end(), is_upper); }

}  // namespace

// Takes a match that begins at a spelled `@` or at a spelled dot of the domain.
Verdict validate_spelled_email(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const Token sign = sign_of(text, match.span.begin);
  if (sign.style == Style::kNone) return {};
  const std::optional<Spelled> found = address_around(text, sign);
  if (!found || holds_word(kNotNames, found->local)) return {};
  Verdict verdict{.accepted = true, .reserved = is_reserved_domain(found->domain), .span = found->span};
  const bool spelled = found->spelled_dots > 0;
  switch (sign.style) {
    case Style::kNone: return {};
    case Style::kBracketed:
      // "(a)" between spaces is an item of a list.
      if (equal_ignoring_case(sign.word, "a") && (text[sign.begin] == ' ' || text[sign.end - 1] == ' ')) return {};
      verdict.alone = true;
      break;
    case Style::kDashed:
      if (!found->dashed_dot) return {};
      verdict.alone = true;
      break;
    case Style::kPlain:
      if (!spelled) return {};
      verdict.alone = found->bracketed_dot || sign.end - sign.begin == 1;
      break;
    case Style::kSpaced: {
      const bool shouted = is_shouted(sign.word) && (!spelled || is_shouted(found->dot_word)) &&
                           std::any_of(found->domain.begin(), found->domain.end(), is_lower);
      const bool known = holds_word(kMailHosts, found->domain);
      if (!spelled && !known) return {};
      verdict.alone = found->bracketed_dot || found->spelled_dots >= 2 || has_name_marks(found->local) ||
                      (spelled && (shouted || known || !equal_ignoring_case(sign.word, "at")));
      break;
    }
  }
  return verdict;
}

std::string plain_address(std::string_view value) {
  for (std::uint32_t at = 1; at < value.size(); ++at) {
    if (is_continuation(value[at])) continue;
    const Token sign = at_sign_at(value, at);
    if (sign.style == Style::kNone) continue;
    const std::optional<Spelled> found = address_around(value, sign);
    if (found && found->span == Span<ViewSpace>{0, static_cast<std::uint32_t>(value.size())}) return found->local + "@" + found->domain;
  }
  return std::string(value);
}

}  // namespace privet
