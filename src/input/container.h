// How records lie in a stream of text, and how that is told.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "input/json_glance.h"

namespace privet {

enum class Container : std::uint8_t {
  kAuto,   // not known yet: look at the first bytes
  kJsonl,  // a JSON value a line
  kJson,   // one JSON array, whose elements are the records; or a sequence of
           // values, each a record, whatever lines they are in
  kCsv,    // a row a record; the first names the columns
  kText,   // a line a record
};

// How many bytes are looked at, at most. More white space than this at the
// beginning of an array makes it JSONL (and its lines withheld, not lost).
inline constexpr std::size_t kContainerSniffBytes = std::size_t{64} * 1024;

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

// What is known of a text before its first byte.
struct ContainerHints {
  // What the file's name says, kAuto if nothing. CSV is told by the name alone.
  Container by_suffix = Container::kAuto;
  // What is no JSON is text: a file that somebody named, whatever its suffix.
  // Of no effect on the suffixes of JSONL and CSV.
  bool or_text = false;
};

// Tells the container by the first bytes (of the uncompressed text, a BOM
// included). The first that is no white space decides most of it:
//
//   by_suffix        `[`     `{`                                    else
//   none (stdin)     array   JSONL or values                        JSONL
//   .jsonl .ndjson   array   JSONL                                  JSONL
//   .json            array   JSONL or values (so may scalars be)    JSONL
//   .txt             text    JSONL or values; text if it is neither  text
//   none, or_text    array, if it is one; else as .txt
//   .json, or_text   array, JSONL or values, if it is one; else text
//
// JSONL or values: if the first line is one whole value, or is so long that its
// end is not in sight, it is JSONL; if the value goes on behind the line, or
// another stands behind it on the line, the text is a sequence of values. If it
// is neither, since it is damaged: JSONL where the damage is in the first line,
// or the next line begins with `{`; else values. (A name that says JSON makes
// values of a damaged first line, too, unless the next begins with `{`.) So one
// damaged line at the beginning of JSONL is one withheld record. Where the text
// might be text, damage makes text of it, unless it looks like a damaged line of
// JSONL: `{"`, and the damage in that line or the next line begins with `{`.
class ContainerSniffer {
 public:
  explicit ContainerSniffer(const ContainerHints& hints) : hints_(hints) {}

  // kAuto: more bytes are needed.
  //   first_bytes   all there are so far, of which the last call saw a beginning
  //   at_end        nothing will follow
  [[nodiscard]] Container look(std::string_view first_bytes, bool at_end);

 private:
  [[nodiscard]] Container without_mark() const;
  [[nodiscard]] Container by_value(std::string_view text, char mark, bool no_more);
  [[nodiscard]] Container behind_value(std::string_view text, char mark, bool no_more) const;
  [[nodiscard]] Container damaged(std::string_view text, bool no_more) const;

  ContainerHints hints_;
  std::size_t begin_ = std::string_view::npos;  // of the first value
  JsonGlance glance_;
};

// The same for a whole text.
[[nodiscard]] Container sniff_container(std::string_view text, const ContainerHints& hints = {});

// Whether the first byte that is neither BOM nor white space is `[`.
[[nodiscard]] bool begins_array(std::string_view text);

// A picture, a program, a database: there is no text to scan in it. Told by a
// NUL, which no text holds, or by the first bytes of formats that may have none.
inline constexpr std::size_t kBinarySniffBytes = std::size_t{8} * 1024;
[[nodiscard]] bool is_binary(std::string_view first_bytes);

}  // namespace privet
