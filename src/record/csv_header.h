// The first row of a CSV input: what its columns are called.
//
// Made once per input and shared by all threads. Every column has a name that
// no other has: an empty one, and a cell beyond the header, is called by its
// column number from 0; of equal names all but the first get `_2`, `_3` and so
// on behind them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/string_hash.h"

namespace privet {

class CsvHeader {
 public:
  // Columns behind these are called by their numbers, so that a header costs
  // little beyond its text.
  static constexpr std::size_t kMostNames = std::size_t{1} << 16;

  // A row that is damaged gives no names.
  //   delimiter: '\0': each row is one cell
  CsvHeader(std::string_view row, char delimiter);
  CsvHeader(const CsvHeader&) = delete;
  CsvHeader& operator=(const CsvHeader&) = delete;

  [[nodiscard]] char delimiter() const { return delimiter_; }
  [[nodiscard]] const std::string& row() const { return row_; }
  // The columns that were named by the row.
  [[nodiscard]] std::size_t size() const { return names_.size(); }

  // Borrowed from the header, or from `room`.
  [[nodiscard]] std::string_view name(std::uint32_t column, std::string& room) const;
  [[nodiscard]] std::optional<std::uint32_t> column_of(std::string_view name) const;

 private:
  void read_names(std::string_view row);
  [[nodiscard]] std::string free_name(const std::string& wanted, std::uint32_t& suffix) const;

  std::string row_;
  char delimiter_;
  StringMap<std::uint32_t> columns_;
  std::vector<const std::string*> names_;  // by column: keys of columns_
};

}  // namespace privet
