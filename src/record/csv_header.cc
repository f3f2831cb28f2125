#include "record/csv_header.h"

#include "base/utf8.h"
#include "record/csv_cell.h"
#include "record/json_pointer.h"

namespace privet {

CsvHeader::CsvHeader(std::string_view row, char delimiter) : row_(row), delimiter_(delimiter) {
  if (!row_.empty() && is_valid_utf8(row_)) read_names(row_);
}

void CsvHeader::read_names(std::string_view row) {
  std::vector<std::string> texts;
  std::vector<Edit> edits;
  for (std::uint32_t at = 0; at <= row.size() && texts.size() < kMostNames;) {
    const CsvCell cell = csv_cell_at(row, at, delimiter_);
    if (!cell.is_closed()) return;
    std::string text(cell.content().size(), '\0');
    edits.resize(cell.edits());
    text.resize(unquote(row, cell, text.data(), edits.data()).size);
    texts.push_back(std::move(text));
    at = cell.end + 1;
  }
  names_.resize(texts.size());
  // Names as they stand come first: a second `a` must not take the name of a
  // column that is called `a_2`.
  const auto take = [&](std::size_t column, std::string name) {
    const auto [it, fresh] = columns_.try_emplace(std::move(name), static_cast<std::uint32_t>(column));
    if (fresh) names_[column] = &it->first;
  };
  for (std::size_t column = 0; column < texts.size(); ++column) {
    if (!texts[column].empty()) take(column, texts[column]);
  }
  StringMap<std::uint32_t> suffixes;
  for (std::size_t column = 0; column < texts.size(); ++column) {
    if (names_[column] != nullptr) continue;
    const std::string& wanted = texts[column].empty() ? std::to_string(column) : texts[column];
    take(column, free_name(wanted, suffixes[wanted]));
  }
}

// `wanted`, or the first of wanted_2, wanted_3, ... that no column has.
//   suffix: where to begin, and where to go on the next time
std::string CsvHeader::free_name(const std::string& wanted, std::uint32_t& suffix) const {
  if (columns_.find(wanted) == columns_.end()) return wanted;
  if (suffix < 2) suffix = 2;
  for (;; ++suffix) {
    std::string name = wanted + '_' + std::to_string(suffix);
    if (columns_.find(name) == columns_.end()) return name;
  }
}

std::string_view CsvHeader::name(std::uint32_t column, std::string& room) const {
  if (column < names_.size()) return *names_[column];
  std::uint32_t suffix = 0;
  room = free_name(std::to_string(column), suffix);
  return room;
}

std::optional<std::uint32_t> CsvHeader::column_of(std::string_view name) const {
  if (const auto it = columns_.find(name); it != columns_.end()) return it->second;
  const std::optional<std::uint32_t> number = element_index(name);
  return number && *number >= names_.size() ? number : std::nullopt;
}

}  // namespace privet
