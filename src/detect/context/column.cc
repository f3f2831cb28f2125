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

// The cell behind so many partings of a line.
std::optional<Span<ViewSpace>> nth_cell(std::string_view names, char parting, std::ptrdiff_t column) {
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

// The first line of the table that the line beginning at `line` belongs to: the
// lines above it that have as many partings. Nothing if it is none of a table.
std::optional<Span<ViewSpace>> head_of_table(std::string_view text, std::uint32_t line) {
  constexpr std::uint32_t kFarthest = 2048;
  const std::string_view own = text.substr(line, std::min(text.find('\n', line), text.size()) - line);
  if (own.size() > kLongestLine) return std::nullopt;
  const std::size_t first = own.find_first_of("|\t;,");
  if (first == std::string_view::npos) return std::nullopt;
  // A bar or tab parts cells that may hold commas.
  const std::size_t strong = own.find_first_of("|\t");
  const char parting = own[strong == std::string_view::npos ? first : strong];
  const auto partings = std::count(own.begin(), own.end(), parting);
  std::optional<Span<ViewSpace>> head;
  const std::uint32_t least = line > kFarthest ? line - kFarthest : 0;
  for (std::uint32_t end = line; end > least;) {
    std::uint32_t begin = end - 1;
    while (begin > least && text[begin - 1] != '\n') --begin;
    if (begin > 0 && text[begin - 1] != '\n') break;
    if (std::count(text.begin() + begin, text.begin() + end, parting) != partings) break;
    head = Span<ViewSpace>{begin, end - 1};
    end = begin;
  }
  return head;
}

}  // namespace

std::optional<Span<ViewSpace>> column_name(std::string_view text, std::uint32_t at) {
  std::uint32_t begin = at;  // of the cell
  while (begin > 0 && kAround.find(text[begin - 1]) != std::string_view::npos) --begin;
  if (begin == 0) return std::nullopt;
  const char before = text[begin - 1];
  const bool is_first = before == '\n';
  if (!is_first && kParting.find(before) == std::string_view::npos) return std::nullopt;

  std::uint32_t line = begin;
  const std::uint32_t least = begin > kLongestLine ? begin - kLongestLine : 0;
  while (line > least && text[line - 1] != '\n') --line;
  if (line == 0 || text[line - 1] != '\n') return std::nullopt;
  const auto cell_of = [&](Span<ViewSpace> head) -> std::optional<Span<ViewSpace>> {
    const std::string_view names = text.substr(head.begin, head.size());
    // Of the first cell of a line, what parts the names parts its cells.
    char parting = before;
    if (is_first) {
      const std::size_t first = names.find_first_of(kParting, names.starts_with('|') ? 1 : 0);
      if (first == std::string_view::npos) return std::nullopt;
      parting = names[first];
    }
    const auto cell = nth_cell(names, parting, std::count(text.begin() + line, text.begin() + begin, parting));
    if (!cell) return std::nullopt;
    return Span<ViewSpace>{head.begin + cell->begin, head.begin + cell->end};
  };
  const std::string_view names = first_line(text);
  if (!names.empty() && names.size() < line) {
    if (const auto cell = cell_of({0, static_cast<std::uint32_t>(names.size())})) return cell;
  }
  // Prose has a space behind its commas.
  if (before == ',' && begin < at && text[begin] == ' ') return std::nullopt;
  const std::optional<Span<ViewSpace>> head = head_of_table(text, line);
  return head ? cell_of(*head) : std::nullopt;
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
