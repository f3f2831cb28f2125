// Mentions: @name in running text, the fediverse's @name@host, Matrix's
// @name:host.
//
// Programs are full of `@` too. What is ruled out: annotations and at-rules by
// word and by what stands around them, variables, npm scopes, domains
// (@example.com), amounts (@60hz).
#include <algorithm>
#include <string_view>

#include "detect/contact/domains.h"
#include "detect/contact/handle_code.h"
#include "detect/contact/handle_words.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

constexpr std::uint32_t kMaxName = 64;

bool is_name(char c) { return is_word(c) || c == '.' || c == '-'; }

// The end of the name that begins at `at`. Dots and hyphens stand alone and
// between letters: "@jo..." is a name and an ellipsis.
std::uint32_t name_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t begin = at;
  while (at < text.size() && at - begin < kMaxName && is_name(text[at])) {
    if (!is_word(text[at]) && !is_word(at_or(text, at + 1, ' '))) break;
    ++at;
  }
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

enum class Before { kNothing, kText, kOther };

// What an `@` may stand behind: nothing or punctuation, or text of a script
// that is written without spaces or glues small words to the next.
Before before_sign(std::string_view text, std::uint32_t begin) {
  if (begin == 0) return Before::kNothing;
  const char c = text[begin - 1];
  if (is_ascii(c)) {
    // "w/@jo", "cc/@jo"
    if (c == '/')
      return begin > 1 && is_letter(text[begin - 2]) && holds_word("w with via cc by", word_before(text, begin - 1))
                 ? Before::kNothing
                 : Before::kOther;
    const char earlier = begin > 1 ? text[begin - 2] : ' ';
    if (c == '+' || c == '&') return is_space(earlier) ? Before::kNothing : Before::kOther;
    if (c == '*' && earlier == '!') return Before::kOther;  // nick!*@host
    return is_space(c) || std::string_view("([<\"'*_~>,.;:!?|-").find(c) != std::string_view::npos ? Before::kNothing
                                                                                                   : Before::kOther;
  }
  const Script script = script_of(decode_utf8(text, previous_utf8(text, begin)).code_point);
  if (script == Script::kNone) return Before::kNothing;
  const bool cased =
      script == Script::kLatin || script == Script::kGreek || script == Script::kCyrillic || script == Script::kMark;
  return cased ? Before::kOther : Before::kText;
}

// "@60hz", "@1080p", "@5pm": an amount or a time, not a name.
// "@v1.2.0": a version.
bool is_amount(std::string_view name) {
  if (name[0] == 'v' && is_digit(name[1]) && std::none_of(name.begin() + 1, name.end(), is_letter)) return true;
  if (!is_digit(name[0])) return false;
  std::string_view unit = name;
  while (!unit.empty() && (is_digit(unit[0]) || unit[0] == '.')) unit.remove_prefix(1);
  if (std::count_if(name.begin(), name.end(), is_letter) < 3) return true;
  return holds_word(
      "fps hz khz mhz ghz bps kbps mbps gbps kib mib gib rpm mph kmh kph dpi ppi usd eur gbp inr min mins sec hrs "
      "hour hours day days week month year each x",
      unit);
}

}  // namespace

// Takes a match that begins with `@`.
Verdict validate_handle(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  if (at_or(text, begin) != '@') return {};
  const Before before = before_sign(text, begin);
  if (before == Before::kOther) return {};
  const std::uint32_t end = name_end(text, begin + 1);
  if (const Verdict verdict = federated(text, begin, end); verdict.accepted) return verdict;
  // A host may follow only in those two; "@a:b" ends at the name.
  const std::string_view name = text.substr(begin + 1, end - begin - 1);
  if (name.size() < 2 || std::none_of(name.begin(), name.end(), is_letter)) return {};
  const char after = at_or(text, end, ' ');
  if (after == '@' || after == '/' || is_no_handle(name) || is_amount(name)) return {};
  if (after == ':' && before_or(text, begin) == ':') return {};  // thin:@host:1521
  // A word of another script or with an accent goes on.
  if (!is_ascii(after)) {
    const Script next = script_of(decode_utf8(text, end).code_point);
    if (next != Script::kNone && !is_glued(next)) return {};
  }
  Verdict verdict{.accepted = true, .span = {begin, end}};
  if (name.find('.') != std::string_view::npos) {
    // @name.bsky.social is a person, @example.com a domain, @pytest.mark.slow a decorator.
    verdict.alone = ends_with_ignoring_case(name, ".bsky.social");
    if (verdict.alone) return verdict;
    const std::string_view first = name.substr(0, name.find('.'));
    if (domain_end(name, 0) == name.size() || is_no_handle(first) || std::none_of(first.begin(), first.end(), is_alnum))
      return {};
  }
  if (is_in_program(text, begin, end)) return {};
  const bool marked = std::any_of(name.begin(), name.end(), [](char c) { return is_digit(c) || c == '_'; });
  // Keys that begin with `@` are attributes of XML and JSON-LD.
  if (match.is_key && !marked) return {};
  const bool closed = is_space(after) || std::string_view(",.!?:;)]'\">_*-^|&").find(after) != std::string_view::npos ||
                      !is_ascii(after);
  verdict.alone = closed && name.size() >= 3 && name.size() <= 30 && !is_among_code(text, begin, end);
  return verdict;
}

}  // namespace privet
