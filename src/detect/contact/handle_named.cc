// User names that something says are one: Reddit's u/name, Discord's
// name#0123, a name behind "username:", a field that is called so.
#include <algorithm>
#include <string_view>

#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "detect/proof/word_set.h"

namespace privet {
namespace {

bool is_name(char c) { return is_word(c) || c == '.' || c == '-'; }
bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

// Names of accounts that are nobody's, and what prose and forms have in the place of a name.
constexpr std::string_view kNobody =
    "root admin administrator user users username guest anonymous nobody none null nil unknown undefined deleted "
    "system bot "
    "default test tester postgres mysql oracle www-data string text varchar char int integer uuid object bool the not "
    "your his "
    "her their our my and for password passwd name email login required optional true false example foo bar baz field "
    "value "
    "this that with which also still now then here there only just very quite really already never always all both "
    "wrong right "
    "correct invalid valid taken available set unset missing empty blank case unique derived based used stored shown "
    "sent "
    "registered reserved limited enter choose pick type http https must may can cannot will was were has have had you "
    "they it "
    "its from like more less something anything someone";

constexpr WordSet<count_words(kNobody)> kNobodyWords(kNobody);
bool is_nobody(std::string_view name) { return kNobodyWords.holds(name); }

}  // namespace

// Takes a match that begins at "u/" or "/u/": a Reddit user.
Verdict validate_reddit_user(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  std::uint32_t begin = match.span.begin;
  if (before_or(text, begin) == '/') --begin;
  const char before = before_or(text, begin, ' ');
  if (!is_space(before) && is_ascii(before) && !is_in("([\"'*_,:>~-", before)) return {};
  std::uint32_t name = begin;
  while (at_or(text, name) == '/') ++name;
  if (to_lower(at_or(text, name)) != 'u' || at_or(text, name + 1) != '/') return {};
  name += 2;
  std::uint32_t end = name;
  while (end < text.size() && (is_word(text[end]) || text[end] == '-')) ++end;
  const char after = at_or(text, end, ' ');
  if (end - name < 3 || end - name > 20 || after == '/' || after == '=' || after == '+') return {};
  if ((after == '.' || after == ':') && is_word(at_or(text, end + 1, ' '))) return {};
  if (std::none_of(text.begin() + name, text.begin() + end, is_letter)) return {};
  return {.accepted = true, .alone = true, .span = {begin, end}};
}

// Takes a match that ends with a name and four digits behind `#`: Discord's tags
// of old. The verdict's span is the tag alone.
Verdict validate_discord_tag(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t end = match.span.end;
  const std::uint32_t sign = end - 5;
  std::uint32_t begin = sign;
  while (begin > match.span.begin && (is_word(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  if (is_in("/#&=?%$@-", before_or(text, begin, ' ')) || is_word(at_or(text, end, ' ')) || at_or(text, end) == '#')
    return {};
  const std::string_view name = text.substr(begin, sign - begin);
  if (name.size() < 2 || name.size() > 32 || std::none_of(name.begin(), name.end(), is_letter)) return {};
  if (holds_word("issue bug ticket pr room page build order case no nr", name)) return {};
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
  if (is_in("@(=:/\\[{<$", after) || !is_ascii(after) || is_nobody(name)) return {};
  // A plain word may be prose ("login: enter"); digits, case or `_` mark a name.
  const bool marked = std::any_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '_'; });
  // "my username is jo" ends there; "my username is still running" goes on.
  const std::string_view label = text.substr(match.span.begin, begin - match.span.begin);
  const bool told = label.find(':') != std::string_view::npos || label.find('=') != std::string_view::npos ||
                    (!label.empty() && !is_ascii(label.back()));
  if (!told && !marked && before_or(text, begin) == ' ' && (after == ' ' || after == '-')) {
    const std::string_view next = text.substr(std::min<std::size_t>(stop + 1, text.size()), 16);
    if (!next.empty() && !holds_word("and on if so but at in too btw please thanks there",
                                     next.substr(0, next.find_first_of(" ,.!?\n"))))
      return {};
  }
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
