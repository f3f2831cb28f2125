// Addresses with an `@`: where they begin and end. Starts and ends are found here from the `@` alone, so that every
// match around one `@` gets the same verdict.
#include "detect/contact/email.h"

#include <algorithm>

#include "detect/contact/domains.h"
#include "detect/contact/email_look_alikes.h"
#include "detect/network/network.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

constexpr std::uint32_t kMaxLocalBytes = 64 * 3;  // RFC 5321 4.5.3.1.1, three times for UTF-8
constexpr std::uint32_t kMaxQuotedBytes = 66;

// What a local part holds in practice. RFC 5322 allows more; a `!`, `=`, `/`
// or `$` there is a hostmask, an assignment, a path or a template.
bool is_local_ascii(char c) { return is_alnum(c) || std::string_view("._%+-'&").find(c) != std::string_view::npos; }
bool is_joiner(char c) { return c == '.' || c == '_' || c == '-' || c == '+'; }

// The begin of a quoted local part ("jo doe"@…) that ends before `at`; `at` if none.
std::uint32_t quoted_begin(std::string_view text, std::uint32_t at) {
  if (at < 3 || text[at - 1] != '"' || text[at - 2] == '\\') return at;
  const std::uint32_t floor = at > kMaxQuotedBytes ? at - kMaxQuotedBytes : 0;
  for (std::uint32_t i = at - 2; i > floor; --i) {
    if (text[i] == '\n' || text[i] == '\r') return at;
    const std::uint32_t open = i - 1;
    if (text[open] != '"' || before_or(text, open) == '\\') continue;
    const char before = before_or(text, open, ' ');
    return is_word(before) || before == '"' || before == '@' ? at : open;
  }
  return at;
}

// The begin of an unquoted local part that ends before `at`. It keeps to one
// family of scripts, unless a dot or underscore stands between two; Latin
// letters and digits end where a script without spaces begins.
std::uint32_t local_begin(std::string_view text, std::uint32_t at, bool ascii_domain) {
  const std::uint32_t floor = at > kMaxLocalBytes ? at - kMaxLocalBytes : 0;
  Script family = Script::kNone;
  bool digits = false;
  std::uint32_t begin = at;
  while (begin > floor) {
    const auto previous = static_cast<std::uint32_t>(previous_utf8(text, begin));
    const Decoded c = decode_utf8(text, previous);
    const Script script = script_of(c.code_point);
    if (script == Script::kMark) {
      begin = previous;
      continue;
    }
    if (script == Script::kNone) {
      if (c.bytes != 1 || !is_local_ascii(text[previous])) break;
      digits = digits || is_digit(text[previous]);
    } else {
      const bool joined = begin < at && (text[begin] == '.' || text[begin] == '_');
      if (family != Script::kNone && script != family && !joined) break;
      if (is_glued(script) && family != script && begin < at && ascii_domain && (digits || family != Script::kNone))
        break;
      family = script;
    }
    begin = previous;
  }
  // A dot run is an ellipsis, not a name.
  const std::string_view local = text.substr(begin, at - begin);
  if (const std::size_t dots = local.rfind("..."); dots != std::string_view::npos)
    begin += static_cast<std::uint32_t>(dots) + 3;
  while (begin < at && (is_joiner(text[begin]) || text[begin] == '\'' || text[begin] == '%' || text[begin] == '&') &&
         text[begin] != '_') {
    ++begin;
  }
  while (begin < at && script_of(decode_utf8(text, begin).code_point) == Script::kMark) {
    begin += decode_utf8(text, begin).bytes;
  }
  // "all'orto@…", "l'info@…": an article, glued to the name. O'Neil is a name.
  if (const std::size_t quote = text.substr(begin, at - begin).find('\'');
      quote != std::string_view::npos && begin + quote + 1 < at &&
      holds_word("l all dall dell nell sull coll dagli un qu quell", text.substr(begin, quote))) {
    begin += static_cast<std::uint32_t>(quote) + 1;
  }
  // "EMAIL=jo@…" is an assignment, "list+jo=example.com@…" a return path.
  if (begin > 1 && text[begin - 1] == '=') {
    std::uint32_t word = begin - 1;
    while (word > floor && is_ascii(text[word - 1]) && (is_local_ascii(text[word - 1]) || text[word - 1] == '='))
      --word;
    const std::string_view head = text.substr(word, begin - 1 - word);
    const std::size_t plus = head.find('+');
    if ((plus != std::string_view::npos && plus > 0) || head.starts_with("SRS0") || head.starts_with("SRS1"))
      begin = word;
  }
  return begin;
}

// [192.0.2.1] or [IPv6:2001:db8::1] behind the `@`; empty if there is none.
std::string_view address_literal(std::string_view text, std::uint32_t begin) {
  if (at_or(text, begin) != '[') return {};
  const std::string_view inside = text.substr(begin + 1, 48);
  const std::size_t close = inside.find(']');
  if (close == std::string_view::npos) return {};
  std::string_view address = inside.substr(0, close);
  if (address.size() > 5 && equal_ignoring_case(address.substr(0, 5), "IPv6:")) address.remove_prefix(5);
  if (!parse_ip4(address) && !parse_ip6(address)) return {};
  return text.substr(begin, close + 2);
}

// Long, with many digits or without vowels: made by a machine.
bool is_id_like(std::string_view local) {
  if (local.size() < 12) return false;
  std::size_t digits = 0, vowels = 0, letters = 0;
  for (const char c : local) {
    digits += is_digit(c) ? 1U : 0U;
    letters += is_letter(c) ? 1U : 0U;
    vowels += std::string_view("aeiouyAEIOUY").find(c) != std::string_view::npos ? 1U : 0U;
  }
  if (digits == local.size()) return false;  // a phone number as a name: common in China
  return digits * 2 >= local.size() || (letters >= 12 && vowels * 8 < letters);
}

// The end of a domain that spaces were put into, "example. com" or "example .
// com"; `begin` if it is no such thing.
std::uint32_t broken_domain_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t end = begin;
  while (end - begin < 64 && (is_alnum(at_or(text, end)) || at_or(text, end) == '-')) ++end;
  if (end == begin) return begin;
  if (at_or(text, end) == ' ') ++end;
  if (at_or(text, end) != '.' || at_or(text, end + 1) != ' ') return begin;
  end += 2;
  const bool known =
      holds_word("com org net", text.substr(end, 3)) && is_lower(text[end]) && !is_word(at_or(text, end + 3, ' '));
  return known ? end + 3 : begin;
}

// "jo@example. com": torn by a tokenizer, or to hide it.
Verdict validate_broken(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = broken_domain_end(text, at + 1);
  const std::uint32_t begin = end > at + 1 ? local_begin(text, at, true) : at;
  if (begin == at || before_or(text, begin) == '@') return {};
  const std::string_view name = text.substr(at + 1, text.find_first_of(" .", at) - at - 1);
  return {.accepted = true, .reserved = equal_ignoring_case(name, "example"), .score = 0.7F, .span = {begin, end}};
}

}  // namespace

std::optional<Address> address_at(std::string_view text, std::uint32_t at) {
  const std::string_view literal = address_literal(text, at + 1);
  const std::uint32_t end =
      literal.empty() ? domain_end(text, at + 1) : at + 1 + static_cast<std::uint32_t>(literal.size());
  if (end == at + 1) return std::nullopt;
  const std::string_view domain = text.substr(at + 1, end - at - 1);
  const bool ascii_domain = std::all_of(domain.begin(), domain.end(), is_ascii);
  std::uint32_t begin = quoted_begin(text, at);
  if (begin == at) begin = local_begin(text, at, ascii_domain);
  // "_jo@example.com_": emphasis, not a name that begins with an underscore.
  if (begin + 1 < at && text[begin] == '_' && at_or(text, end) == '_') ++begin;
  if (begin == at) return std::nullopt;
  return Address{{begin, end}, text.substr(begin, at - begin), domain};
}

// Takes a match that holds an `@`; the verdict is about the first one.
Verdict validate_email(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::size_t sign = text.find('@', match.span.begin);
  if (sign == std::string_view::npos || sign >= match.span.end) return {};
  const std::optional<Address> address = address_at(text, static_cast<std::uint32_t>(sign));
  if (!address) return validate_broken(text, static_cast<std::uint32_t>(sign));
  const std::uint32_t begin = address->span.begin;
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, address->span.end, ' ');
  // @a@b.c is a fediverse handle, ${user}@… a template, x@y.name() code.
  if (before == '@' || before == '$' || before == '%' || (after == '(' && is_call(text, *address))) return {};
  if (is_connection(text, *address)) return {};
  Verdict verdict{.accepted = true, .span = address->span};
  if (address->domain[0] == '[') {
    const std::optional<Ip4> ip = parse_ip4(address->domain.substr(1, address->domain.size() - 2));
    verdict.reserved = ip && is_reserved_ip4(*ip);
    return verdict;
  }
  if (is_other_name(text, *address)) return {};
  verdict.reserved = is_reserved_domain(address->domain);
  if (is_id_like(address->local) && before == '<')
    verdict.score = 0.4F;
  else if (is_id_like(address->local) || address->local.back() == '.')
    verdict.score = 0.8F;
  return verdict;
}

}  // namespace privet
