// One record's bytes to a Record: every string, number and key, and where it
// stands.
//
// A record is one complete JSON value, a row of CSV, or a line of text. Nothing
// wrong passes silently: whatever is not exactly one JSON text (RFC 8259) or
// row in valid UTF-8 is Damage, and the caller withholds the record. The only leniency is for lone
// surrogates (see unescape.h). Of equal keys in an object all are read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "record/grow_buffer.h"
#include "record/json_pointer.h"
#include "record/json_tokens.h"
#include "record/record.h"

namespace privet {

struct CsvCell;
struct Unescaped;

enum class RecordFormat : std::uint8_t {
  kJson,
  kText,       // one field, a string without escapes, with pointer ""
  kCsvHeader,  // an object of keys
  kCsvRow,     // an object of strings, numbers too
};

// A format, and what a row of CSV cannot be read without.
struct RecordForm {
  RecordForm(RecordFormat f, const CsvHeader* h = nullptr) : format(f), header(h) {}

  RecordFormat format;
  const CsvHeader* header;  // must outlive the Record
};

enum class Damage : std::uint8_t { kNone, kNotJson, kInvalidUtf8, kTooDeep, kTooLong, kNotCsv };

// Objects and arrays inside each other; the outermost counts as one.
inline constexpr std::size_t kMaxDepth = 1024;
// The most a record may have. Ordinals have 28 bits, so this is no mere policy.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{256} << 20;

struct ReadOptions {
  // Lists strings and numbers of any size, booleans and nulls too.
  bool every_leaf = false;
  // The string or number that becomes Record::id and is listed whatever its
  // size; of equal keys the last, as JSON parsers have it.
  std::optional<JsonPointer> id_field = JsonPointer{{"id"}};
};

struct [[nodiscard]] Read {
  Damage damage = Damage::kNone;
  std::uint32_t at = 0;  // damage: the byte of the record where it was seen, from 0

  [[nodiscard]] bool ok() const { return damage == Damage::kNone; }
};

// One per worker. After a record over a few MiB its memory is given back when
// a smaller one comes.
class RecordReader {
 public:
  RecordReader();

  // Fills `out`, which borrows from `raw` and from this reader until its next
  // read. Reads no byte behind `raw`. When the record is damaged, `out` is empty.
  Read read(const RecordForm& form, std::string_view raw, const ReadOptions& options, Record& out);

  // Bytes of address space held for the next record.
  [[nodiscard]] std::size_t capacity_bytes() const;

 private:
  // An object or array that is being read.
  struct Frame {
    std::uint32_t container;
    std::uint32_t ordinal;  // of the member or element being read
    bool is_object;
    bool on_id_path;  // the id field's pointer leads through it
  };

  void begin(std::string_view raw);
  void fill(Record& out) const;
  Read damaged(Damage damage, std::size_t at, Record& out);

  // The walk over the tokens: each leaves token_ behind what it read.
  Read read_document();
  Read open_container(bool is_object);
  Read begin_member(const Frame& frame);  // a key and its colon, or nothing in an array
  Read read_scalar();
  // The string whose opening quote is the token.
  Read read_string(FieldKind kind, Field& field);
  Read unescape_string(Field& field);
  void make_room_for_text();
  void take_text(const Unescaped& done, Field& field);  // that was written there
  Read read_row(const RecordForm& form);
  void unquote_cell(const CsvCell& cell, Field& field);
  // Keeps the field, or forgets its text if it is too small to be listed.
  void list(const Field& field, bool is_id);

  [[nodiscard]] char peek() const { return token_ == tokens_end_ ? '\0' : raw_[*token_]; }
  [[nodiscard]] std::uint32_t position() const;  // of the token, or of the end
  [[nodiscard]] std::uint32_t token_end() const;
  [[nodiscard]] std::string_view text(const Field& field) const;

  JsonTokens tokens_;
  GrowBuffer<Field> fields_;
  GrowBuffer<JsonNode> containers_;
  GrowBuffer<Edit> edits_;
  std::unique_ptr<char[]> decoded_;  // room for the text of a whole record
  std::size_t decoded_capacity_ = 0;
  std::unique_ptr<Frame[]> frames_;  // kMaxDepth of them

  // Of the record being read.
  std::string_view raw_;
  const ReadOptions* options_ = nullptr;
  const std::uint32_t* token_ = nullptr;
  const std::uint32_t* tokens_end_ = nullptr;
  std::size_t depth_ = 0;
  std::size_t decoded_size_ = 0;
  std::size_t next_backslash_ = 0;  // the first one at or behind what was read
  std::uint32_t strings_ = 0;
  std::int32_t id_ = -1;
  Span<RecordSpace> key_;    // of the member being read
  bool on_id_path_ = false;  // the value being read lies on the id's path
};

}  // namespace privet
