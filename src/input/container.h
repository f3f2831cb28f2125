// How records lie in a stream of text, and how that is told.
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

enum class Container : std::uint8_t {
  kAuto,   // not known yet: look at the first bytes
  kJsonl,  // a JSON value a line
  kJson,   // one JSON array; its elements are the records
  kCsv,    // a row a record; the first names the columns
  kText,   // a line a record
};

// How many bytes are looked at, at most. More white space than this at the
// beginning of an array makes it JSONL (and its lines withheld, not lost).
inline constexpr std::size_t kContainerSniffBytes = std::size_t{64} * 1024;

// What the first bytes (of the uncompressed text, a BOM included) say: `[` as
// the first byte that is no white space begins an array, all else is JSONL.
//
// `by_suffix`: what the file's name says, kAuto if nothing. A name can only
// make CSV or text of it: a `.csv` file is CSV; a `.txt` file is JSONL if it
// begins with `{`, else text (chat exports begin with `[12/03/2024, ...]`). A
// `.json` file may well be JSONL.
[[nodiscard]] Container sniff_container(std::string_view first_bytes, Container by_suffix = Container::kAuto);

// Whether the first bytes are enough to tell: a byte that is no white space.
[[nodiscard]] bool container_is_decided(std::string_view first_bytes);

inline constexpr std::string_view kUtf8Bom = "\xEF\xBB\xBF";

}  // namespace privet
