// CSV read the plain way, a character at a time: what the fast readers are
// compared with.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace privet {

struct ReferenceCell {
  std::string text;
  std::vector<std::size_t> from;  // by byte of the text: where it begins in the row
  bool quoted = false;
};

// The cells of one row; nothing if a quote is not closed. With a delimiter of
// '\0' there is one.
inline std::optional<std::vector<ReferenceCell>> reference_cells(std::string_view row, char delimiter) {
  enum class State { kBegin, kPlain, kQuoted, kQuote };
  std::vector<ReferenceCell> cells(1);
  State state = State::kBegin;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const char c = row[i];
    ReferenceCell& cell = cells.back();
    const auto add = [&](std::size_t from) {
      cell.text.push_back(c);
      cell.from.push_back(from);
    };
    if (state == State::kQuoted) {
      if (c == '"') {
        state = State::kQuote;
      } else {
        add(i);
      }
    } else if (state == State::kQuote && c == '"') {
      add(i - 1);
      state = State::kQuoted;
    } else if (delimiter != '\0' && c == delimiter) {
      cells.emplace_back();
      state = State::kBegin;
    } else if (state == State::kBegin && c == '"') {
      cell.quoted = true;
      state = State::kQuoted;
    } else {
      add(i);
      state = State::kPlain;
    }
  }
  if (state == State::kQuoted) return std::nullopt;
  return cells;
}

}  // namespace privet
