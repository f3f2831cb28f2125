#include "input/csv_cutter.h"

#include <algorithm>
#include <cstring>

namespace privet {
namespace {

std::size_t find_byte(const char* base, char byte, std::size_t begin, std::size_t end) {
  if (begin >= end) return end;
  const void* const found = std::memchr(base + begin, byte, end - begin);
  return found == nullptr ? end : static_cast<std::size_t>(static_cast<const char*>(found) - base);
}

// Tabs are no blanks: a row of them may be a row of empty cells.
bool is_blank(std::string_view line) { return line.find_first_not_of(" \r") == std::string_view::npos; }

std::size_t content_end_of(std::string_view text, std::size_t begin, std::size_t feed) {
  return feed > begin && text[feed - 1] == '\r' ? feed - 1 : feed;
}

}  // namespace

bool RowEnd::find(std::string_view text, std::size_t begin, std::size_t limit, DelimiterCounts* counts) {
  if (found_) return true;
  const char* const base = text.data();
  std::size_t feed = 0;
  bool feed_known = false;  // the first LF at or behind at_, or the limit
  while (at_ < limit) {
    if (place_ == Place::kQuoteSeen) {
      place_ = base[at_] == '"' ? Place::kQuoted : Place::kPlain;
      if (place_ == Place::kQuoted) ++at_;
      continue;
    }
    if (place_ == Place::kQuoted) {
      const std::size_t quote = find_byte(base, '"', at_, limit);
      at_ = std::min(quote + 1, limit);
      if (quote < limit) place_ = Place::kQuoteSeen;
      continue;
    }
    if (!feed_known || feed < at_) feed = find_byte(base, '\n', at_, limit);
    feed_known = true;
    const std::size_t quote = find_byte(base, '"', at_, feed);
    for (std::size_t i = 0; counts != nullptr && i < counts->size(); ++i) {
      (*counts)[i] += static_cast<std::uint64_t>(std::count(base + at_, base + quote, kCsvDelimiters[i]));
    }
    if (quote == feed) {
      at_ = feed;
      found_ = feed < limit;
      return found_;
    }
    // It opens a cell if the cell begins there; else it is a plain character.
    if (quote == begin || delimiters_.find(base[quote - 1]) != std::string_view::npos) place_ = Place::kQuoted;
    at_ = quote + 1;
  }
  return false;
}

void CsvCutter::cut(Batch& out, bool at_end, std::size_t max_pieces) {
  cut_rows(out, at_end, max_pieces);
  out.delimiter = row_.delimiters().empty() ? '\0' : row_.delimiters().front();
}

void CsvCutter::cut_rows(Batch& out, bool at_end, std::size_t max_pieces) {
  const std::string_view text = out.bytes.view();
  while (out.pieces.size() < max_pieces && covered_ < text.size()) {
    if (over_) {
      if (!skip_line(out, at_end)) return;
      continue;
    }
    // Two bytes more than the limit: the row's own CRLF.
    const std::size_t limit = std::min(text.size(), covered_ + max_record_bytes_ + 2);
    const bool full = limit - covered_ == max_record_bytes_ + 2;
    if (!header_done_ && !tell_delimiter(text, limit, full || at_end)) return;
    if (row_.find(text, covered_, limit)) {
      finish_row(out, content_end_of(text, covered_, row_.at()), row_.at() + 1);
    } else if (full) {
      over_ = header_done_ = true;
      searched_ = limit;
    } else if (at_end) {
      finish_row(out, limit, limit);
    } else {
      return;
    }
  }
}

// By the first row. False: more bytes are needed.
//   no_more: of the row's bytes will come that count
bool CsvCutter::tell_delimiter(std::string_view text, std::size_t limit, bool no_more) {
  if (!first_.find(text, covered_, limit, &counts_) && !no_more) return false;
  auto most = std::max_element(counts_.begin(), counts_.end());
  const std::size_t likely = kCsvDelimiters.find(likely_);
  if (likely != std::string_view::npos && counts_[likely] > 0) most = counts_.begin() + likely;
  row_ = RowEnd(kCsvDelimiters.substr(static_cast<std::size_t>(most - counts_.begin()), *most == 0 ? 0 : 1));
  row_.start(covered_);
  return true;
}

// The row from covered_ to `row_end`; its LF or CRLF begins at `content_end`.
void CsvCutter::finish_row(Batch& out, std::size_t content_end, std::size_t row_end) {
  const std::string_view content = out.bytes.view().substr(covered_, content_end - covered_);
  if (is_blank(content)) {
    ++out.blank_lines;
  } else if (content.size() > max_record_bytes_) {
    push_oversize(out, content_end, true);
    header_done_ = true;
  } else {
    push(out, header_done_ ? PieceKind::kRecord : PieceKind::kHeader, content_end);
    header_done_ = true;
  }
  push_glue(out, covered_, row_end, line_);
  if (row_end > content_end) ++line_;
  covered_ = row_end;
  begin_row();
}

// The rest of a row over the limit; false: its end is not in sight.
bool CsvCutter::skip_line(Batch& out, bool at_end) {
  const std::string_view text = out.bytes.view();
  const std::size_t feed = find_byte(text.data(), '\n', searched_, text.size());
  if (feed < text.size()) {
    push_oversize(out, content_end_of(text, covered_, feed), true);
    push_glue(out, covered_, feed + 1, line_);
    ++line_;
    covered_ = feed + 1;
  } else if (at_end) {
    push_oversize(out, text.size(), true);
  } else {
    // Two are held back, so that the last piece has content and its CR is glue.
    searched_ = text.size();
    if (text.size() - covered_ > 2) push_oversize(out, text.size() - 2, false);
    return false;
  }
  over_ = false;
  begin_row();
  return true;
}

void CsvCutter::begin_row() {
  row_line_ = line_;
  row_.start(covered_);
  first_.start(covered_);
}

void CsvCutter::push(Batch& out, PieceKind kind, std::size_t end) {
  out.pieces.push_back({.kind = kind,
                        .begin = static_cast<std::uint32_t>(covered_),
                        .size = static_cast<std::uint32_t>(end - covered_),
                        .line = row_line_});
  line_ += count_newlines(out.bytes.view().substr(covered_, end - covered_));
  covered_ = end;
}

void CsvCutter::push_oversize(Batch& out, std::size_t end, bool last) {
  push(out, PieceKind::kOversize, end);
  out.pieces.back().first = !in_oversize_;
  out.pieces.back().last = last;
  in_oversize_ = !last;
}

void CsvCutter::carry() {
  row_.carry(covered_);
  first_.carry(covered_);
  searched_ -= std::min(searched_, covered_);
  covered_ = 0;
}

void CsvCutter::skip(std::size_t bytes) {
  covered_ = bytes;
  begin_row();
}

}  // namespace privet
