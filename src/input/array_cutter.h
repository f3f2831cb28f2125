// Cuts a text that is one JSON array into its elements, streaming.
//
//   [ {"a": 1} , [2, "]"] ]\n      the text
//   ggrrrrrrrrsssrrrrrrrrgggg      its pieces: glue, record, separator
//
// Only strings, escapes and depth are looked at, so broken JSON inside an
// element is still one record, which the parser will refuse, and the next
// element is found again. What cannot be cut (no comma, text after the `]`, no
// `]`) is an error, after every element before it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/batch.h"

namespace privet {

class ArrayCutter {
 public:
  // `name`: of the file, in messages. An element longer than `max_record_bytes`
  // (>= 1) becomes kOversize pieces.
  ArrayCutter(std::string name, std::size_t max_record_bytes)
      : name_(std::move(name)), max_record_bytes_(max_record_bytes) {}

  // As LineCutter's. Fails where the array is not one; the pieces before that
  // are good, and nothing may be cut afterwards.
  Status cut(Batch& out, bool at_end, std::size_t max_pieces);

  [[nodiscard]] std::size_t covered() const { return covered_; }
  void carry() {
    searched_ -= covered_;
    covered_ = 0;
  }
  void skip(std::size_t bytes) { covered_ = searched_ = bytes; }

 private:
  enum class Place : std::uint8_t {
    kBeforeArray,
    kAfterOpen,  // an element or `]`
    kInElement,
    kAfterElement,  // `,` or `]`
    kAfterComma,    // an element
    kAfterArray,
  };
  enum class Element : std::uint8_t { kScalar, kString, kNested };

  Status step(Batch& out, char mark);
  Status move_on(Place next);
  Status run_out(Batch& out, bool at_end);
  [[nodiscard]] Status check_separator(const Batch& out, std::size_t end) const;
  void begin_element(char mark);
  bool skip_element(std::string_view text);
  bool skip_string(std::string_view text);
  void push(Batch& out, PieceKind kind, std::size_t end);
  void push_element(Batch& out, std::size_t end, bool last);
  [[nodiscard]] Status wrong(const Batch& out, std::size_t at, std::string_view what) const;

  std::string name_;
  std::size_t max_record_bytes_;
  std::size_t covered_ = 0;
  std::size_t searched_ = 0;
  std::uint64_t line_ = 1;  // of the byte at covered_
  Place place_ = Place::kBeforeArray;
  // Of the element at hand.
  Element element_ = Element::kScalar;
  bool in_string_ = false;
  bool escaped_ = false;  // the byte before searched_ is a backslash that counts
  bool in_oversize_ = false;
  std::uint64_t depth_ = 0;
  std::uint64_t element_line_ = 0;
};

}  // namespace privet
