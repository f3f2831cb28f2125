// Programs are full of `@`. Words alone do not tell ("my @jo", "and @jo" are
// Perl as well as English), so that most tests here ask for two signs: a place
// where a variable or annotation stands, and a line that looks like a program.
#include "detect/contact/handle_code.h"

#include <algorithm>

#include "detect/contact/handle_words.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::uint32_t kLine = 160;      // how much of a line is looked at, to each side
constexpr std::uint32_t kComment = 4000;  // how far back a comment may have begun

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }

// The line around a name, without what is too far away.
struct Line {
  std::string_view head;  // before the `@`
  std::string_view tail;  // behind the name
};

Line line_around(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t floor = begin > kLine ? begin - kLine : 0;
  std::uint32_t from = begin;
  while (from > floor && text[from - 1] != '\n') --from;
  std::string_view tail = text.substr(end, kLine);
  tail = tail.substr(0, tail.find('\n'));
  return {text.substr(from, begin - from), trimmed_right(tail)};
}

std::string_view trimmed_left(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && end < 32 && is_word(text[end])) ++end;
  return text.substr(0, end);
}

bool has_code_marks(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char next = at_or(text, i + 1, ' ');
    switch (text[i]) {
      case '{':
      case '}':
      case '\\':
        return true;
      case '$':
        if (is_lower(next) || next == '_' || next == '{') return true;
        break;
      case '-':
        if (next == '>' && i > 0 && (is_word(text[i - 1]) || is_in(")]}", text[i - 1]))) return true;
        break;
      case '=':
        if (next == '>' || next == '=' || next == '~') return true;
        break;
      case ':':
        if (next == ':' && is_word(at_or(text, i + 2, ' '))) return true;
        break;
      case '(':
        if (next == ')' && i > 0 && is_word(text[i - 1])) return true;
        break;
      default:
        break;
    }
  }
  return !text.empty() && text.back() == ';';
}

// "@name(", "@name = 5", "@name {": what only a program writes behind a name.
bool is_followed_by_code(std::string_view tail) {
  if (tail.empty()) return false;
  const char next = at_or(tail, 1, ' ');
  switch (tail[0]) {
    case '(':
    case '{':
    case '[':
    case '=':
    case '\\':
    case '`':
    case '/':
    case '<':
    case '$':
    case '#':
      return true;
    case '+':
      return next == '+' || next == '=';
    case ';':
      return tail.size() == 1;
    case ':':
      return next == ':';
    case '-':
      return next == '>';
    default:
      break;
  }
  if (tail[0] != ' ' && tail[0] != '\t') return false;
  tail = trimmed_left(tail);
  const char after = at_or(tail, 1, ' ');
  switch (at_or(tail, 0)) {
    case '=':
      return !is_in(")DPp(/]|", after);  // but "@jo =)" is a smile
    case '{':
      return tail.size() == 1 || is_space(after) || is_in("\"'}", after);
    case '/':
      return is_letter(after);  // "@reboot /usr/bin/job"
    case '$':
      return is_letter(after) || after == '_';
    case '%':
      return is_letter(after);
    case '<':
      return is_letter(after) && tail.find('>') == std::string_view::npos;
    case ';':
      return tail.size() == 1;
    default:
      return false;
  }
}

// "@name class X {", "@name\ndef f():".
bool is_annotation(std::string_view text, std::uint32_t end, std::string_view tail) {
  if (!tail.empty())
    return holds_word(kCodeWords, first_word(trimmed_left(tail))) &&
           tail.find_first_of("({;=") != std::string_view::npos;
  std::size_t at = end;
  for (int line = 0; line < 4; ++line) {
    while (at < text.size() && at - end < kLine && is_space(text[at])) ++at;
    if (at_or(text, at) != '@') break;
    // One more annotation.
    at = std::min(text.find('\n', at), std::size_t{end} + kLine);
  }
  return at < text.size() && holds_word(kCodeWords, first_word(text.substr(at, 32)));
}

// Inside /* … */, or behind // or ///: names there are tags and references.
bool is_in_comment(std::string_view text, std::uint32_t begin, std::string_view head) {
  std::string_view lead = trimmed_left(head);
  if (lead.starts_with("//") || lead.starts_with("#'")) return true;
  const std::size_t inside = head.rfind("/*");
  if (inside != std::string_view::npos) return head.find("*/", inside) == std::string_view::npos;
  // A comment's later lines begin with a star, or are indented below its start.
  if (!lead.starts_with('*') && !(lead.empty() && !head.empty())) return false;
  const std::uint32_t floor = begin > kComment ? begin - kComment : 0;
  const std::string_view before = text.substr(floor, begin - floor);
  const std::size_t open = before.rfind("/*");
  return open != std::string_view::npos && before.find("*/", open) == std::string_view::npos;
}

// Without the names of a list that ends here: "SELECT @a, @b, ".
std::string_view before_list(std::string_view head) {
  for (std::string_view rest = trimmed_right(head); rest.ends_with(',');) {
    rest = trimmed_right(rest.substr(0, rest.size() - 1));
    std::size_t sign = rest.size();
    while (sign > 0 && is_word(rest[sign - 1])) --sign;
    if (sign == 0 || !is_in("@$%", rest[sign - 1])) break;
    head = rest.substr(0, sign - 1);
    rest = trimmed_right(head);
  }
  return head;
}

// Where Perl, Ruby, SQL and Less have a variable.
bool is_variable(Line line) {
  const std::string_view list = before_list(line.head);
  const std::string_view word = word_before(list, list.size());
  if (holds_word(kVariableWords, word)) return true;
  const bool shouted = !word.empty() && std::all_of(word.begin(), word.end(), is_upper);
  if (shouted && holds_word("select set into where values between", word)) return true;
  const bool keyword = holds_word(kProseWords, word);
  const std::string_view head = trimmed_right(list);
  const bool operand =
      !head.empty() && (is_in("([{,\\=:", head.back()) || head.ends_with("&&") || head.ends_with("||"));
  if (!keyword && !operand) return false;
  return has_code_marks(line.head) || has_code_marks(line.tail);
}

}  // namespace

bool is_in_program(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const Line line = line_around(text, begin, end);
  if (is_followed_by_code(line.tail) || is_annotation(text, end, line.tail)) return true;
  const std::string_view lead = trimmed_left(line.head);
  // An at-rule or a declaration: "@name …;", "@name … {" on its own line.
  if (lead.empty() && !line.tail.empty()) {
    const char last = line.tail.back();
    if (last == ';' || last == '{' || (last == '}' && line.tail.find(';') != std::string_view::npos)) return true;
  }
  // Documentation in Perl: "=item @x", "C<@x>"; a make recipe: a tab, "@cmd".
  if (lead.starts_with('=') || (line.head == "\t" && line.tail.starts_with(' '))) return true;
  const char before = before_or(line.head, line.head.size(), ' ');
  if (before == '<' && line.head.size() > 1 && is_upper(line.head[line.head.size() - 2])) return true;
  if (is_in("=%{[;\\#$`", before)) return true;
  const std::string_view head = trimmed_right(line.head);
  if (!head.empty() && is_in("=\\%{", head.back())) return true;
  return is_in_comment(text, begin, line.head) || is_variable(line);
}

bool is_among_code(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::uint32_t kBefore = 1500, kBehind = 500;
  const std::uint32_t from = begin > kBefore ? begin - kBefore : 0;
  std::string_view near = text.substr(from, end - from + kBehind);
  int lines = 0, code = 0, stars = 0;
  bool comment = false;
  while (!near.empty()) {
    const std::size_t stop = std::min(near.find('\n'), near.size());
    const std::string_view line = trimmed_right(trimmed_left(near.substr(0, stop)));
    near.remove_prefix(std::min(stop + 1, near.size()));
    if (line.empty()) continue;
    ++lines;
    comment = comment || line.starts_with("/*") || line.ends_with("*/");
    if (line.starts_with('*'))
      ++stars;
    else if (is_in(";{}\\", line.back()) || line.starts_with("//") || line.starts_with("/*"))
      ++code;
  }
  if (comment) code += stars;
  return code >= 4 && code * 4 >= lines;
}

}  // namespace privet
