#include "input/json_cutter.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"
#include "input/source.h"

namespace privet {
namespace {

// More white space than this (or than the record limit) between two elements
// is refused, since it must be held until its comma comes.
constexpr std::size_t kSeparatorLimit = std::size_t{1} << 20;

constexpr std::string_view kSpaces = " \n\t\r";
constexpr std::string_view kBetweenElements = ",:]}";

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Any of eight bytes equal to `byte`? (Exact as a yes or no.)
bool any_equal(std::uint64_t eight, unsigned char byte) {
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  const std::uint64_t difference = eight ^ (kOnes * byte);
  return ((difference - kOnes) & ~difference & (kOnes << 7)) != 0;
}

}  // namespace

Status JsonCutter::cut(Batch& out, bool at_end, std::size_t max_pieces) {
  const std::string_view text = out.bytes.view();
  while (out.pieces.size() < max_pieces) {
    if (place_ == Place::kInElement) {
      if (!skip_element(text)) return run_out(out, at_end);
      push_element(out, searched_, true);
      place_ = is_array_ ? Place::kAfterElement : Place::kBetweenValues;
      continue;
    }
    while (searched_ < text.size() && is_space(text[searched_])) ++searched_;
    if (searched_ == text.size()) return run_out(out, at_end);
    if (Status done = step(out, text[searched_]); !done) return done;
  }
  return {};
}

// Between records, at a byte that is no white space; what is before it is not
// covered yet.
Status JsonCutter::step(Batch& out, char mark) {
  const std::size_t at = searched_;
  if (Status done = check_separator(out, at); !done) return done;
  switch (place_) {
    case Place::kBegin:
      is_array_ = mark == '[';
      if (is_array_) return move_on(Place::kAfterOpen);
      place_ = Place::kBetweenValues;
      [[fallthrough]];
    case Place::kBetweenValues:
      push(out, PieceKind::kGlue, at);
      if (kBetweenElements.find(mark) != std::string_view::npos) {
        push_stray(out);
      } else {
        begin_element(mark);
      }
      return {};
    case Place::kAfterOpen:
      push(out, PieceKind::kGlue, at);
      if (mark == ']') return move_on(Place::kAfterArray);
      if (mark == ',') return wrong(out, at, "a comma with no element before it");
      begin_element(mark);
      return {};
    case Place::kAfterElement:
      if (mark == ',') return move_on(Place::kAfterComma);
      if (mark == ']') return move_on(Place::kAfterArray);
      return wrong(out, at, "no comma between two elements");
    case Place::kAfterComma:
      if (mark == ',' || mark == ']') return wrong(out, at, "a comma with no element after it");
      push(out, PieceKind::kSeparator, at);
      begin_element(mark);
      return {};
    case Place::kAfterArray:
      push(out, PieceKind::kGlue, at);
      return wrong(out, at, "text after the end of the array; for one array a line use --input-format jsonl");
    case Place::kInElement:
      break;
  }
  PRIVET_CHECK(false);
}

// Past a bracket or comma.
Status JsonCutter::move_on(Place next) {
  ++searched_;
  place_ = next;
  return {};
}

// Nothing more can be told from the bytes there are.
Status JsonCutter::run_out(Batch& out, bool at_end) {
  const std::size_t size = out.bytes.size();
  if (Status done = check_separator(out, size); !done) return done;
  if (place_ == Place::kInElement) {
    // One byte is held back, so that the last piece has content.
    const bool over = in_oversize_ || size - covered_ > max_record_bytes_;
    if (at_end && (over || !is_array_)) {
      push_element(out, size, true);
      if (!is_array_) place_ = Place::kBetweenValues;
    }
    if (over && !at_end && size - covered_ > 1) push_element(out, size - 1, false);
  } else if (place_ != Place::kAfterElement && place_ != Place::kAfterComma) {
    push(out, PieceKind::kGlue, size);
  }
  if (!at_end || !is_array_ || place_ == Place::kAfterArray) return {};
  return wrong(out, size, "the array is cut off: its ] is missing");
}

Status JsonCutter::check_separator(const Batch& out, std::size_t end) const {
  if (place_ != Place::kAfterElement && place_ != Place::kAfterComma) return {};
  const std::size_t limit = std::max(max_record_bytes_, kSeparatorLimit);
  if (end - covered_ <= limit) return {};
  return wrong(out, covered_ + limit, "too much white space between two elements");
}

void JsonCutter::begin_element(char mark) {
  place_ = Place::kInElement;
  element_ = mark == '"' ? Element::kString : mark == '[' || mark == '{' ? Element::kNested : Element::kScalar;
  element_line_ = line_;
  in_string_ = element_ == Element::kString;
  escaped_ = false;
  depth_ = element_ == Element::kNested ? 1 : 0;
  ++searched_;
}

// What no value can begin with.
void JsonCutter::push_stray(Batch& out) {
  element_line_ = line_;
  ++searched_;
  push_element(out, searched_, true);
}

// Moves searched_ to the element's end; false if it is not in sight.
bool JsonCutter::skip_element(std::string_view text) {
  if (element_ == Element::kScalar) {
    // In an array a quote or an opening bracket ends it as well: a comma is missing.
    const std::string_view ends = is_array_ ? " \n\t\r,]\"[{" : kSpaces;
    searched_ = std::min(text.find_first_of(ends, searched_), text.size());
    return searched_ < text.size();
  }
  while (searched_ < text.size()) {
    if (in_string_) {
      if (!skip_string(text)) return false;
      if (element_ == Element::kString) return true;
      continue;
    }
    switch (text[searched_++]) {
      case '"':
        in_string_ = true;
        break;
      case '[':
      case '{':
        ++depth_;
        break;
      case ']':
      case '}':
        if (--depth_ == 0) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

// Moves searched_ past the closing quote; false if it is not in sight.
bool JsonCutter::skip_string(std::string_view text) {
  std::size_t at = searched_;
  while (at < text.size()) {
    if (escaped_) {
      escaped_ = false;
      ++at;
      continue;
    }
    while (at + 8 <= text.size()) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if (any_equal(eight, '"') || any_equal(eight, '\\')) break;
      at += 8;
    }
    while (at < text.size() && text[at] != '"' && text[at] != '\\') ++at;
    if (at == text.size()) break;
    if (text[at++] == '"') {
      in_string_ = false;
      searched_ = at;
      return true;
    }
    escaped_ = true;
  }
  searched_ = at;
  return false;
}

void JsonCutter::push(Batch& out, PieceKind kind, std::size_t end) {
  if (end == covered_) return;
  out.pieces.push_back({.kind = kind,
                        .begin = static_cast<std::uint32_t>(covered_),
                        .size = static_cast<std::uint32_t>(end - covered_),
                        .line = line_});
  line_ += count_newlines(out.bytes.view().substr(covered_, end - covered_));
  covered_ = end;
}

// The element at hand up to `end`: all of it, or the next part of one over the
// limit.
void JsonCutter::push_element(Batch& out, std::size_t end, bool last) {
  const bool over = in_oversize_ || end - covered_ > max_record_bytes_ || !last;
  push(out, over ? PieceKind::kOversize : PieceKind::kRecord, end);
  Piece& piece = out.pieces.back();
  piece.line = element_line_;
  piece.first = !in_oversize_;
  piece.last = last;
  in_oversize_ = !last;
}

Status JsonCutter::wrong(const Batch& out, std::size_t at, std::string_view what) const {
  const std::uint64_t line = line_ + count_newlines(out.bytes.view().substr(covered_, at - covered_));
  return fail(ErrorCode::kData, printable_path(name_) + ":" + std::to_string(line) + ": " + std::string(what) +
                                    " (byte " + std::to_string(to_number(out.begin + at)) + ")");
}

}  // namespace privet
