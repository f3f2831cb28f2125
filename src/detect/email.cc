// Addresses with an `@`: where they begin and end, and what only looks like
// one. Starts and ends are found here from the `@` alone, so that every match
// around one `@` gets the same verdict.
#include "detect/email.h"

#include <algorithm>

#include "detect/chars.h"
#include "detect/domains.h"
#include "detect/network.h"
#include "detect/validators.h"

namespace privet {
namespace {

constexpr std::uint32_t kMaxLocalBytes = 64 * 3;  // RFC 5321 4.5.3.1.1, three times for UTF-8
constexpr std::uint32_t kMaxQuotedBytes = 66;
constexpr std::uint32_t kLookBack = 256;          // for what stands before: schemes, headers

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
      if (is_glued(script) && family != script && begin < at && ascii_domain && (digits || family != Script::kNone)) break;
      family = script;
    }
    begin = previous;
  }
  // A dot run is an ellipsis, not a name.
  const std::string_view local = text.substr(begin, at - begin);
  if (const std::size_t dots = local.rfind("..."); dots != std::string_view::npos) begin += static_cast<std::uint32_t>(dots) + 3;
  while (begin < at && (is_joiner(text[begin]) || text[begin] == '\'' || text[begin] == '%' || text[begin] == '&') &&
         text[begin] != '_') {
    ++begin;
  }
  while (begin < at && script_of(decode_utf8(text, begin).code_point) == Script::kMark) {
    begin += decode_utf8(text, begin).bytes;
  }
  // "EMAIL=jo@…" is an assignment, "list+jo=example.com@…" a return path.
  if (begin > 1 && text[begin - 1] == '=') {
    std::uint32_t word = begin - 1;
    while (word > floor && is_ascii(text[word - 1]) && (is_local_ascii(text[word - 1]) || text[word - 1] == '=')) --word;
    const std::string_view head = text.substr(word, begin - 1 - word);
    const std::size_t plus = head.find('+');
    if ((plus != std::string_view::npos && plus > 0) || head.starts_with("SRS0") || head.starts_with("SRS1")) begin = word;
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

// The unbroken text before `at`, back to a space, quote or bracket.
std::string_view glued_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < kLookBack && std::string_view(" \t\r\n\"<>()[]{}|,;`").find(text[begin - 1]) == std::string_view::npos) {
    --begin;
  }
  return text.substr(begin, at - begin);
}

// user@host of a URL (ssh://git@host/, https://jo:pw@host/).
bool is_user_info(std::string_view before) {
  const std::size_t scheme = before.rfind("://");
  if (scheme == std::string_view::npos) return false;
  if (ends_with_ignoring_case(before.substr(0, scheme), "mailto")) return false;
  return before.find_first_of("/?#", scheme + 3) == std::string_view::npos;
}

// nick!user@host, ~user@host, [n=user@host], "joined" lines: IRC's hostmasks
// name a connection. They are not addresses that take mail.
bool is_hostmask(std::string_view text, const Address& address) {
  const std::uint32_t begin = address.span.begin;
  const char before = before_or(text, begin, ' ');
  if (before == '!' && begin > 1 && is_word(text[begin - 2])) return true;
  if (before == '~' || before == '^') return true;
  if (before == '=' && begin >= 2 && (text[begin - 2] == 'n' || text[begin - 2] == 'i') &&
      std::string_view("[(! ").find(before_or(text, begin - 2, ' ')) != std::string_view::npos) {
    return true;
  }
  std::string_view tail = text.substr(address.span.end, 24);
  if ((before == '[' || before == '(') && !tail.empty() && (tail[0] == ']' || tail[0] == ')')) {
    tail.remove_prefix(1);
    while (!tail.empty() && is_space(tail[0])) tail.remove_prefix(1);
    for (const std::string_view word : {"has joined", "has quit", "has left", "joined", "quit", "left"}) {
      if (tail.starts_with(word)) return true;
    }
  }
  return false;
}

// git@host:path and user@host:/path, as scp and git write them.
bool is_remote(std::string_view text, const Address& address) {
  if (at_or(text, address.span.end) != ':') return false;
  const char next = at_or(text, address.span.end + 1, ' ');
  if (next == '/' || next == '~') return true;
  if (is_space(next)) return false;
  if (holds_word("git hg svn gitea gitlab gitolite forgejo aur cvs bzr org-git", address.local)) return true;
  // A path with a repository's suffix tells it too.
  const std::string_view path = text.substr(address.span.end + 1, 120);
  const std::size_t end = std::min(path.find_first_of(" \t\r\n\"'<>),"), path.size());
  return path.substr(0, end).ends_with(".git");
}

// 2x, 3x, 1.5x: the pixel ratio of an image's name.
bool is_pixel_ratio(std::string_view label) {
  return label.size() >= 2 && label.size() <= 3 && to_lower(label.back()) == 'x' && is_digit(label.front());
}

// icon@2x.app, pkg@1.2.3.zip: file names and versions whose suffix happens to
// be a top-level domain.
bool is_file_or_version(std::string_view domain) {
  const std::string_view top = last_label(domain);
  std::uint32_t labels = 0, numbers = 0;
  bool ratio = false;
  for (std::string_view rest = domain.substr(0, domain.size() - top.size() - 1); !rest.empty();) {
    const std::size_t dot = std::min(rest.find('.'), rest.size());
    std::string_view label = rest.substr(0, dot);
    ratio = ratio || is_pixel_ratio(label);
    if (label.size() > 1 && to_lower(label.front()) == 'v') label.remove_prefix(1);
    numbers += std::all_of(label.begin(), label.end(), is_digit) ? 1 : 0;
    ++labels;
    rest.remove_prefix(std::min(dot + 1, rest.size()));
  }
  if (ratio && labels <= 2) return true;
  if (numbers != labels) return false;
  // All numbers: 163.com and 126.com are mail services, 1.2.zip is a version.
  return labels >= 2 || holds_word("zip mov sh py md rs app pl ps so cc dev br gz lol", top);
}

// Ids of chats and calls, shaped like addresses.
bool is_chat_id(std::string_view domain) {
  for (const std::string_view id : {"s.whatsapp.net", "g.us", "c.us", "lid.whatsapp.net", "thread.skype"}) {
    if (equal_ignoring_case(domain, id)) return true;
  }
  return false;
}

// The message's own id in a header or a reference to one.
bool is_message_id(std::string_view text, std::uint32_t begin) {
  const std::string_view glued = glued_before(text, begin);
  if (ends_with_ignoring_case(glued, "cid:") || ends_with_ignoring_case(glued, "mid:")) return true;
  if (before_or(text, begin) != '<') return false;
  // Headers may be folded: a line that begins with a space continues the last.
  std::uint32_t line = begin;
  const std::uint32_t floor = begin > 4 * kLookBack ? begin - 4 * kLookBack : 0;
  while (line > floor && (text[line - 1] != '\n' || at_or(text, line) == ' ' || at_or(text, line) == '\t')) --line;
  std::string_view head = text.substr(line, begin - line);
  while (!head.empty() && (is_space(head[0]) || head[0] == '>')) head.remove_prefix(1);
  for (const std::string_view name : {"message-id:", "in-reply-to:", "references:", "content-id:", "resent-message-id:",
                                      "x-message-id:", "message id:", "x-gmail-original-message-id:"}) {
    if (head.size() >= name.size() && equal_ignoring_case(head.substr(0, name.size()), name)) return true;
  }
  const std::string_view near = trimmed_right(text.substr(begin > 16 ? begin - 16 : 0, begin > 16 ? 15 : begin - 1));
  return ends_with_ignoring_case(near, "message-id") || ends_with_ignoring_case(near, "message-id:") ||
         ends_with_ignoring_case(near, "msgid");
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

}  // namespace

std::optional<Address> address_at(std::string_view text, std::uint32_t at) {
  const std::string_view literal = address_literal(text, at + 1);
  const std::uint32_t end = literal.empty() ? domain_end(text, at + 1) : at + 1 + static_cast<std::uint32_t>(literal.size());
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
  if (!address) return {};
  const std::uint32_t begin = address->span.begin;
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, address->span.end, ' ');
  // @a@b.c is a fediverse handle, ${user}@… a template, x@y.name() code.
  if (before == '@' || before == '$' || before == '%' || after == '(') return {};
  const std::string_view glued = glued_before(text, begin);
  if (is_user_info(glued) || is_hostmask(text, *address) || is_remote(text, *address)) return {};
  Verdict verdict{.accepted = true, .span = address->span};
  if (address->domain[0] == '[') {
    const std::optional<Ip4> ip = parse_ip4(address->domain.substr(1, address->domain.size() - 2));
    verdict.reserved = ip && is_reserved_ip4(*ip);
    return verdict;
  }
  if (is_file_or_version(address->domain) || is_chat_id(address->domain) || is_message_id(text, begin)) return {};
  verdict.reserved = is_reserved_domain(address->domain);
  if (is_id_like(address->local) && before == '<') verdict.score = 0.4F;
  else if (is_id_like(address->local) || address->local.back() == '.') verdict.score = 0.8F;
  return verdict;
}

}  // namespace privet
