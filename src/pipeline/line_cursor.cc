#include "pipeline/line_cursor.h"

#include "base/utf8.h"
#include "input/batch.h"

namespace privet {

LineCursor::LineCursor(std::string_view text, std::size_t begin, std::uint64_t line, std::uint64_t columns_before)
    : text_(text), begin_(begin), now_(begin) {
  const std::string_view before = text.substr(0, begin);
  const std::size_t end_of_line = before.rfind('\n');
  const bool in_batch = end_of_line != std::string_view::npos;
  first_ = {
      line,
      (in_batch ? count_code_points(before.substr(end_of_line + 1)) : columns_before + count_code_points(before)) + 1};
  place_ = first_;
}

LinePlace LineCursor::at(std::size_t at) {
  if (at < now_) {
    now_ = begin_;
    place_ = first_;
  }
  const std::string_view passed = text_.substr(now_, at - now_);
  const std::size_t end_of_line = passed.rfind('\n');
  if (end_of_line == std::string_view::npos) {
    place_.column += count_code_points(passed);
  } else {
    place_.line += count_newlines(passed);
    place_.column = count_code_points(passed.substr(end_of_line + 1)) + 1;
  }
  now_ = at;
  return place_;
}

}  // namespace privet
