// User names: @name in running text, the fediverse's @name@host, Matrix's
// @name:host, Reddit's u/name, and names behind "username:".
//
// Programs are full of `@` too. What is ruled out: annotations and at-rules by
// word and by what follows, variables, npm scopes, domains (@example.com).
#include <algorithm>
#include <string_view>

#include "detect/chars.h"
#include "detect/domains.h"
#include "detect/handle_words.h"
#include "detect/validators.h"

namespace privet {
namespace {

constexpr std::uint32_t kMaxName = 64;

bool is_name(char c) { return is_word(c) || c == '.' || c == '-'; }

std::uint32_t name_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  while (at < text.size() && at - begin < kMaxName && is_name(text[at])) ++at;
  while (at > begin && (text[at - 1] == '.' || text[at - 1] == '-')) --at;
  return at;
}

// The end of a host with an optional port; `begin` if there is none.
std::uint32_t host_end(std::string_view text, std::uint32_t begin, bool port) {
  std::uint32_t end = domain_end(text, begin);
  if (end == begin || !port || at_or(text, end) != ':' || !is_digit(at_or(text, end + 1))) return end;
  for (++end; is_digit(at_or(text, end)); ++end) {
  }
  return end;
}

// The ASCII word that begins at `at` or after spaces and line ends.
std::string_view word_after(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  std::size_t end = at;
  while (end < text.size() && end - at < 32 && is_word(text[end])) ++end;
  return text.substr(at, end - at);
}

// @name@host and @name:host, whole. Accepted alone: nothing else looks so.
Verdict federated(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const char joint = at_or(text, end);
  if (end == begin + 1 || (joint != '@' && joint != ':')) return {};
  const std::uint32_t stop = host_end(text, end + 1, joint == ':');
  if (stop == end + 1 || at_or(text, stop) == '(') return {};
  const std::string_view host = text.substr(end + 1, stop - end - 1);
  return {.accepted = true,
          .reserved = is_reserved_domain(host.substr(0, host.find(':'))),
          .alone = true,
          .score = 0.9F,
          .span = {begin, stop}};
}

// A program around it: an annotation, a variable, a directive.
bool is_code(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const char after = at_or(text, end, ' ');
  if (std::string_view("({[=/\\*|<`;+$").find(after) != std::string_view::npos) return true;
  if (after == ':' && at_or(text, end + 1) == ':') return true;
  if (after == '-' && at_or(text, end + 1) == '>') return true;
  const std::string_view next = word_after(text, end);
  if (holds_word(kCodeWords, next)) return true;
  // "@name = …", "@name /etc/…", "@name @other" on lines of their own.
  std::size_t at = end;
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  if (at > end && std::string_view("={/$<>%*|;").find(at_or(text, at, 'x')) != std::string_view::npos) return true;
  const std::string_view head = trimmed_right(text.substr(begin > 40 ? begin - 40 : 0, std::min(begin, 40U)));
  if (!head.empty() && std::string_view("=+<{[;&|%/*\\#").find(head.back()) != std::string_view::npos) return true;
  // "*/ @Override", "{ @Inject": a line that begins with a comment's star.
  return holds_word(kVariableWords, word_before(text, begin)) && after != ',' && after != '!';
}

}  // namespace

// Takes a match that begins with `@`.
Verdict validate_handle(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  if (at_or(text, begin) != '@') return {};
  const char before = before_or(text, begin, ' ');
  if (is_word(before) || !(is_space(before) || std::string_view("([<\"'*_~>,.;:!?|-").find(before) != std::string_view::npos ||
                           !is_ascii(before))) {
    return {};
  }
  std::uint32_t end = name_end(text, begin + 1);
  if (const Verdict verdict = federated(text, begin, end); verdict.accepted) return verdict;
  // A host may follow only in those two; "@a:b" ends at the name.
  std::string_view name = text.substr(begin + 1, end - begin - 1);
  const std::size_t dash = name.find('-');
  const bool dashed = dash != std::string_view::npos;
  if (name.size() < 2 || !is_word(name[0]) || std::none_of(name.begin(), name.end(), is_letter)) return {};
  if (at_or(text, end) == '@' || at_or(text, end) == '/' || is_word(at_or(text, end, ' '))) return {};
  if (holds_word(kNotHandles, name) || is_digit(name[0])) return {};
  Verdict verdict{.accepted = true, .span = {begin, end}};
  if (name.find('.') != std::string_view::npos && domain_end(name, 0) == name.size()) {
    // @name.bsky.social is a person, @example.com a domain.
    if (!ends_with_ignoring_case(name, ".bsky.social")) return {};
    verdict.alone = true;
    return verdict;
  }
  if (is_code(text, begin, end)) return {};
  const bool open = is_space(before) || before == '(' || before == '"' || before == '<' || before == '.' || before == '\'' || before == '_' || before == '*';
  const bool word_like = name.size() >= 3 && name.size() <= 30 && !dashed;
  const char after = at_or(text, end, ' ');
  const bool closed = is_space(after) || std::string_view(",.!?:)'\">_*-").find(after) != std::string_view::npos || !is_ascii(after);
  verdict.alone = open && closed && word_like;
  return verdict;
}

// Takes a match that begins at "u/" or "/u/": a Reddit user.
Verdict validate_reddit_user(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  std::uint32_t begin = match.span.begin;
  if (before_or(text, begin) == '/') --begin;
  const char before = before_or(text, begin, ' ');
  if (!(is_space(before) || std::string_view("([\"'*_,").find(before) != std::string_view::npos)) return {};
  std::uint32_t name = begin;
  while (at_or(text, name) == '/' ) ++name;
  if (to_lower(at_or(text, name)) != 'u' || at_or(text, name + 1) != '/') return {};
  name += 2;
  std::uint32_t end = name;
  while (end < text.size() && (is_word(text[end]) || text[end] == '-')) ++end;
  const char after = at_or(text, end, ' ');
  if (end - name < 3 || end - name > 20 || after == '/' || after == '.') {
    if (after != '.' || is_alnum(at_or(text, end + 1))) return {};
    if (end - name < 3 || end - name > 20) return {};
  }
  if (std::none_of(text.begin() + name, text.begin() + end, is_letter)) return {};
  return {.accepted = true, .alone = true, .span = {begin, end}};
}

// Takes a match that ends with a name: "username: jo_doe", "IGN = jo". The
// verdict's span is the name alone.
Verdict validate_named_user(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t end = match.span.end;
  std::uint32_t begin = end;
  while (begin > match.span.begin && is_name(text[begin - 1])) --begin;
  if (is_word(before_or(text, match.span.begin, ' '))) return {};
  while (begin < end && !is_alnum(text[begin]) && text[begin] != '_') ++begin;
  std::uint32_t stop = end;
  while (stop > begin && !is_word(text[stop - 1])) --stop;
  const std::string_view name = text.substr(begin, stop - begin);
  if (name.size() < 3 || name.size() > 40 || std::none_of(name.begin(), name.end(), is_letter)) return {};
  const char after = at_or(text, stop, ' ');
  if (std::string_view("@(=:/\\[{<$").find(after) != std::string_view::npos || !is_ascii(after)) return {};
  if (holds_word("root admin administrator user username guest anonymous nobody none null nil unknown undefined deleted system "
                 "bot default test postgres mysql oracle www-data string text varchar char int not the your and for password "
                 "passwd name email login required optional true false example foo bar baz field value this that with which",
                 name)) {
    return {};
  }
  // A plain word may be prose ("login: enter"); digits, case or `_` mark a name.
  const bool marked = std::any_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '_'; });
  return {.accepted = true, .alone = marked, .span = {begin, stop}};
}

// Takes a whole field. It is a name only if the field is called so.
Verdict validate_field_user(const Match& match, const RecordContext& context) {
  Verdict verdict = validate_named_user(match, context);
  if (verdict.accepted && verdict.span != match.span) return {};
  verdict.alone = false;
  return verdict;
}

}  // namespace privet
