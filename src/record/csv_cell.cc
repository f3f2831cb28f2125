#include "record/csv_cell.h"

#include <algorithm>
#include <cstring>

namespace privet {
namespace {

std::uint32_t find_byte(std::string_view row, char byte, std::uint32_t at) {
  return static_cast<std::uint32_t>(std::min(row.find(byte, at), row.size()));
}

}  // namespace

CsvCell csv_cell_at(std::string_view row, std::uint32_t at, char delimiter) {
  CsvCell cell{.begin = at};
  const auto size = static_cast<std::uint32_t>(row.size());
  if (at < size && row[at] == '"') {
    cell.quoted = true;
    for (++at;; at += 2) {
      at = find_byte(row, '"', at);
      if (at + 1 >= size || row[at + 1] != '"') break;
      ++cell.doubled;
    }
    cell.close = at;
    at = std::min(at + 1, size);
  }
  cell.end = delimiter == '\0' ? size : find_byte(row, delimiter, at);
  return cell;
}

Unescaped unquote(std::string_view row, const CsvCell& cell, char* out, Edit* edits) {
  const Span<RecordSpace> content = cell.content();
  Unescaped done;
  std::uint32_t at = content.begin;
  const auto copy_to = [&](std::uint32_t end) {
    std::memcpy(out + done.size, row.data() + at, end - at);
    done.size += end - at;
    at = end;
  };
  const auto edit = [&](std::uint16_t source, std::uint16_t derived) {
    edits[done.edits++] = {at - content.begin, done.size, source, derived, EditFlag::kEscape};
  };
  for (std::uint32_t i = 0; i < cell.doubled; ++i) {
    copy_to(find_byte(row, '"', at));
    edit(2, 1);
    out[done.size++] = '"';
    at += 2;
  }
  if (cell.has_tail()) {
    copy_to(cell.close);
    edit(1, 0);
    ++at;
  }
  copy_to(content.end);
  return done;
}

}  // namespace privet
