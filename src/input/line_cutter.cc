#include "input/line_cutter.h"

#include <cstring>

namespace privet {
namespace {

bool is_blank(const char* text, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) {
    if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') return false;
  }
  return true;
}

}  // namespace

void LineCutter::cut(Batch& out, bool at_end, std::size_t max_pieces) {
  const char* const base = out.bytes.data();
  const std::size_t size = out.bytes.size();
  while (out.pieces.size() < max_pieces && covered_ < size) {
    const void* const found = searched_ < size ? std::memchr(base + searched_, '\n', size - searched_) : nullptr;
    if (found == nullptr) {
      searched_ = size;
      cut_unfinished(out, at_end);
      return;
    }
    const auto feed = static_cast<std::size_t>(static_cast<const char*>(found) - base);
    finish_line(out, feed > covered_ && base[feed - 1] == '\r' ? feed - 1 : feed, feed + 1);
    ++line_;
  }
}

// The line from covered_ to `line_end`; its LF or CRLF begins at `content_end`.
inline void LineCutter::finish_line(Batch& out, std::size_t content_end, std::size_t line_end) {
  const char* const base = out.bytes.data();
  const std::size_t begin = covered_;
  const std::size_t size = content_end - begin;
  if (in_oversize_ || size > max_record_bytes_) {
    push_oversize(out, content_end, true);
    push_glue(out, content_end, line_end, line_);
  } else if (size == 0 || (base[begin] <= ' ' && is_blank(base + begin, size))) {
    ++out.blank_lines;
    push_glue(out, begin, line_end, line_);
  } else {
    out.pieces.push_back({.kind = PieceKind::kRecord,
                          .begin = static_cast<std::uint32_t>(begin),
                          .size = static_cast<std::uint32_t>(size),
                          .line = line_});
    if (content_end != line_end) {
      out.pieces.push_back({.kind = PieceKind::kGlue,
                            .begin = static_cast<std::uint32_t>(content_end),
                            .size = static_cast<std::uint32_t>(line_end - content_end),
                            .line = line_});
    }
  }
  covered_ = searched_ = line_end;
}

// A line whose end is not in sight.
void LineCutter::cut_unfinished(Batch& out, bool at_end) {
  const std::size_t size = out.bytes.size();
  if (at_end) {
    // A CR without an LF is no line end: it stays in the record.
    finish_line(out, size, size);
    return;
  }
  // Two bytes more than the limit: the last may be the CR of the line's end.
  // Two are held back, so that the last piece has content and its CR is glue.
  const std::size_t held = size - covered_;
  if (in_oversize_ ? held > 2 : held >= max_record_bytes_ + 2) push_oversize(out, size - 2, false);
}

void LineCutter::push_oversize(Batch& out, std::size_t end, bool last) {
  out.pieces.push_back({.kind = PieceKind::kOversize,
                        .first = !in_oversize_,
                        .last = last,
                        .begin = static_cast<std::uint32_t>(covered_),
                        .size = static_cast<std::uint32_t>(end - covered_),
                        .line = line_});
  in_oversize_ = !last;
  covered_ = end;
}

}  // namespace privet
