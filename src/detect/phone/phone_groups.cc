#include "detect/phone/phone_groups.h"

#include "detect/proof/chars.h"

namespace privet {

Groups find_groups(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  Groups groups;
  for (std::uint32_t i = begin; i < end && groups.size < groups.at.size();) {
    if (!is_digit(text[i])) {
      ++i;
      continue;
    }
    std::uint32_t stop = i;
    while (stop < end && is_digit(text[stop])) ++stop;
    const bool hint = groups.size > 0 && stop == i + 1 && text[i] == '0' && text[i - 1] == '(' && stop < text.size() &&
                      text[stop] == ')';
    groups.at[groups.size++] = {i, stop, hint};
    i = stop;
  }
  return groups;
}

std::string join(std::string_view text, std::span<const Group> groups) {
  std::string digits;
  for (const Group& group : groups) {
    if (!group.trunk_hint) digits += text.substr(group.begin, group.end - group.begin);
  }
  return digits;
}

std::uint32_t balance_parenthesis(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  const std::string_view printed = text.substr(begin, end - begin);
  if (text[begin] == '(') return printed.find(')') == std::string_view::npos ? begin + 1 : begin;
  const std::size_t close = printed.find(')');
  const std::size_t open = printed.find('(');
  const bool closes_first = close != std::string_view::npos && (open == std::string_view::npos || close < open);
  return closes_first && begin > 0 && text[begin - 1] == '(' ? begin - 1 : begin;
}

PhoneLook look_of(std::string_view printed) {
  PhoneLook look;
  for (std::size_t i = 1; i + 1 < printed.size(); ++i) {
    if (is_digit(printed[i])) continue;
    look.divided = true;
    const bool by_parenthesis = printed[i - 1] == ')' || printed[i + 1] == '(' || printed[i - 1] == '/' ||
                                printed[i + 1] == '/' || printed[i - 1] == '-' || printed[i + 1] == '-';
    look.spaced |= printed[i] == ' ' && !by_parenthesis;
  }
  return look;
}

}  // namespace privet
