#include "detect/contact/email_look_alikes.h"

#include <algorithm>
#include <cstdint>

#include "detect/contact/domains.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::uint32_t kLookBack = 256;  // for what stands before: schemes, headers

// The unbroken text before `at`, back to a space, quote or bracket.
std::string_view glued_before(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;
  while (begin > 0 && at - begin < kLookBack &&
         std::string_view(" \t\r\n\"<>()[]{}|,;`").find(text[begin - 1]) == std::string_view::npos) {
    --begin;
  }
  return text.substr(begin, at - begin);
}

// "user:secret@host:8080", as proxies and databases are told, without a scheme.
bool is_credential(std::string_view text, const Address& address) {
  const std::uint32_t begin = address.span.begin;
  return before_or(text, begin) == ':' && begin > 1 && is_word(text[begin - 2]) &&
         at_or(text, address.span.end) == ':' && is_digit(at_or(text, address.span.end + 1)) &&
         !holds_word("mailto sip sips xmpp acct email mail e-mail", word_before(text, begin));
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
  if ((before == '~' || before == '^') &&
      std::string_view("[(!").find(before_or(text, begin - 1, ' ')) != std::string_view::npos)
    return true;
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

// git@host:path and user@host:/path, as scp and git write them; a shell's
// prompt, "user@host:~$" or "[user@host dir]$".
bool is_remote(std::string_view text, const Address& address) {
  const std::uint32_t end = address.span.end;
  if (before_or(text, address.span.begin) == '[' && at_or(text, end) == ' ') {
    const std::size_t close = text.substr(end, 64).find_first_of("]\n");
    return close != std::string_view::npos &&
           (at_or(text, end + close + 1) == '$' || at_or(text, end + close + 1) == '#');
  }
  if (at_or(text, end) != ':') return false;
  const char next = at_or(text, end + 1, ' ');
  if (next == '/' || next == '~') return true;
  if (is_space(next)) return false;
  if (holds_word("git hg svn gitea gitlab gitolite forgejo aur cvs bzr org-git", address.local)) return true;
  // A path with a repository's suffix tells it too.
  const std::string_view path = text.substr(end + 1, 120);
  const std::size_t stop = std::min(path.find_first_of(" \t\r\n\"'<>),"), path.size());
  return path.substr(0, stop).ends_with(".git");
}

// "ssh -p 2222 user@host", "scp a.txt user@host:": what a command connects to.
// Between the command and the name stand options and what belongs to them, or
// files, and no other words: "my ssh key, jo@example.com" is prose.
bool is_login(std::string_view text, std::uint32_t begin) {
  constexpr std::uint32_t kReach = 120;
  constexpr int kMostWords = 10;
  const std::uint32_t floor = begin > kReach ? begin - kReach : 0;
  std::string_view head = text.substr(floor, begin - floor);
  head = head.substr(head.find_last_of("\n;|&") + 1);
  if (head.empty() || head.back() != ' ') return false;
  bool plain = false;  // a word was seen that must belong to an option on its left
  for (int i = 0; i < kMostWords; ++i) {
    head = trimmed_right(head);
    if (head.empty()) return false;
    const std::size_t space = head.find_last_of(" \t");
    std::string_view word = head.substr(space + 1);
    head = head.substr(0, space + 1);
    while (!word.empty() && std::string_view("`\"'($").find(word.front()) != std::string_view::npos)
      word.remove_prefix(1);
    if (holds_word("ssh scp sftp rsync mosh sshfs autossh slogin ssh-copy-id", word)) return !plain;
    if (word.starts_with('-')) {
      plain = false;
    } else if (word.find_first_of("/.~:0123456789") == std::string_view::npos || word.ends_with('.')) {
      if (plain || !(trimmed_right(head).size() > 1)) return false;
      plain = true;
    }
  }
  return false;
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

}  // namespace

bool is_connection(std::string_view text, const Address& address) {
  const std::uint32_t begin = address.span.begin;
  return is_user_info(glued_before(text, begin)) || is_credential(text, address) || is_hostmask(text, address) ||
         is_remote(text, address) || is_login(text, begin);
}

bool is_other_name(std::string_view text, const Address& address) {
  return is_file_or_version(address.domain) || is_chat_id(address.domain) || is_message_id(text, address.span.begin);
}

bool is_call(std::string_view text, const Address& address) {
  if (at_or(text, address.span.end + 1) == ')') return true;
  // Suffixes that are no method's name.
  return !is_reserved_domain(address.domain) &&
         !holds_word(
             "com org net edu gov mil info biz de fr nl uk eu ru pl es dk cz br mx ar jp cn kr au nz ca us se fi pt",
             last_label(address.domain));
}

}  // namespace privet
