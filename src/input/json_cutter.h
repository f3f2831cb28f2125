// Cuts JSON text into its records, streaming: an array into its elements, any
// other text into the values that stand in it one after the other.
//
//   [ {"a": 1} , [2, "]"] ]\n      an array
//   ggrrrrrrrrsssrrrrrrrrgggg      its pieces: glue, record, separator
//
//   {\n  "a": 1\n}\n{"b": []}\n    a sequence of values
//   rrrrrrrrrrrrrrgrrrrrrrrrgg
//
// An array is what begins with `[`. Only strings, escapes and depth are looked
// at, so broken JSON inside a record is still one record, which the parser will
// refuse, and the next one is found again. What cannot be cut of an array (no
// comma, text after the `]`, no `]`) is an error, after every element before it.
// A sequence has no such errors: what is left at its end is its last record, and
// each `,` `:` `]` `}` between values is a record of its own (both are refused
// by the parser). A number or name there ends at white space only, so that no
// two of them can meet when what stands between them is left out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "input/batch.h"

namespace privet {

class JsonCutter {
 public:
  // `name`: of the file, in messages. A record longer than `max_record_bytes`
  // (>= 1) becomes kOversize pieces.
  JsonCutter(std::string name, std::size_t max_record_bytes)
      : name_(std::move(name)), max_record_bytes_(max_record_bytes) {}

  // As LineCutter's. Fails where an array is not one; the pieces before that
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
    kBegin,
    kBetweenValues,  // of a sequence: a value or the end
    kAfterOpen,      // an element or `]`
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
  void push_stray(Batch& out);
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
  Place place_ = Place::kBegin;
  bool is_array_ = false;
  // Of the element at hand.
  Element element_ = Element::kScalar;
  bool in_string_ = false;
  bool escaped_ = false;  // the byte before searched_ is a backslash that counts
  bool in_oversize_ = false;
  std::uint64_t depth_ = 0;
  std::uint64_t element_line_ = 0;
};

}  // namespace privet
