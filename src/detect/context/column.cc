#include "detect/context/column.h"

#include <algorithm>

namespace privet {
namespace {

constexpr std::uint32_t kLongestLine = 1024;  // bytes that are looked at
constexpr std::string_view kParting = ",;\t|";
constexpr std::string_view kAround = " \"'";  // a cell's content

std::string_view first_line(std::string_view text) {
  const std::string_view head = text.substr(0, kLongestLine);
  const std::size_t end = head.find('\n');
  return end == std::string_view::npos ? std::string_view() : head.substr(0, end);
}

}  // namespace

std::optional<Span<ViewSpace>> column_name(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;  // of the cell
  while (begin > 0 && kAround.find(text[begin - 1]) != std::string_view::npos) --begin;
  if (begin == 0) return std::nullopt;
  const char before = text[begin - 1];
  const bool is_first = before == '\n';
  if (!is_first && kParting.find(before) == std::string_view::npos) return std::nullopt;

  const std::string_view names = first_line(text);
  if (names.empty() || names.size() >= at) return std::nullopt;
  // Of the first cell of a line, what parts the names parts its cells.
  char parting = before;
  if (is_first) {
    const std::size_t first = names.find_first_of(kParting, names.starts_with('|') ? 1 : 0);
    if (first == std::string_view::npos) return std::nullopt;
    parting = names[first];
  }
  const std::uint32_t least = begin > kLongestLine ? begin - kLongestLine : 0;
  std::uint32_t line = begin;
  while (line > least && text[line - 1] != '\n') --line;
  if (line == 0 || text[line - 1] != '\n') return std::nullopt;
  auto column = std::count(text.begin() + line, text.begin() + begin, parting);

  std::size_t cell = 0;
  for (; column > 0; --column) {
    cell = names.find(parting, cell);
    if (cell == std::string_view::npos) return std::nullopt;
    ++cell;
  }
  const std::size_t end = std::min(names.find(parting, cell), names.size());
  if (end == names.size() && cell == 0) return std::nullopt;  // one column: a line of prose
  return Span<ViewSpace>{static_cast<std::uint32_t>(cell), static_cast<std::uint32_t>(end)};
}

std::optional<Span<ViewSpace>> assigned_name(std::string_view text, std::uint32_t at) {
  constexpr std::uint32_t kMostBetween = 3;  // spaces and quotes on one side of the sign
  constexpr std::uint32_t kShortest = 2, kLongest = 48;
  const auto skip = [&](std::uint32_t end) {
    std::uint32_t begin = end;
    while (begin > 0 && end - begin < kMostBetween && kAround.find(text[begin - 1]) != std::string_view::npos) --begin;
    return begin;
  };
  const std::uint32_t sign = skip(at);
  if (sign == 0 || (text[sign - 1] != '=' && text[sign - 1] != ':')) return std::nullopt;
  const std::uint32_t end = skip(sign - 1);
  std::uint32_t begin = end;
  const auto belongs = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' || c == '-' || c == '.';
  };
  while (begin > 0 && end - begin <= kLongest && belongs(text[begin - 1])) --begin;
  if (end - begin < kShortest || end - begin > kLongest) return std::nullopt;
  return Span<ViewSpace>{begin, end};
}

}  // namespace privet
