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

}  // namespace privet
