// Attributes as Dolma's taggers write them: one line for each line of a file of
// documents, in its order. Dolma's mixer puts the two side by side.
//
//   {"id":"doc-1","attributes":{"privet__redact__any":[[9,30,0.98]],
//    "privet__entity__EMAIL_ADDRESS":[[9,30,0.98]],"privet__entity__PERSON":[[9,18,0.7]]}}
//
// Keys are <experiment>__<tagger>__<type>, values are [start,end,score] with
// whole numbers of code points in the document's `text`. The mixer walks through
// `text` with one span at a time: behind a span's end it passes over every span
// that began before it, so that of [9,18] and [9,30] the rest stays readable,
// and an empty span takes a character with it. So within a key spans are in
// order, disjoint and never empty; those that overlap are one, with the highest
// score, and those that touch stay two.
//
//   privet__redact__any              what `privet redact` hides: for span_replacement. Always there, even if empty
//   privet__entity__ENTITY           all findings of an entity
//   privet__record__PRIVATE_MESSAGE  [[0,length,score]]: the document is a private message
//
// Only the first is on every line, as it is with Dolma's own taggers and their
// default: 180 entities would make 6 KB of each. What reads lines without being
// told their schema has one key to rely on, and in all of them one type.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace privet {

// 16 bytes, since a document may have millions.
struct AttributeSpan {
  std::uint32_t begin = 0;  // code points of `text`; begin < end
  std::uint32_t end = 0;
  float score = 0;           // written with two decimals at most
  std::uint16_t entity = 0;  // of `entities`
  bool hidden = false;       // `privet redact` would hide it
};
static_assert(sizeof(AttributeSpan) == 16);

// Appends a document's line, but for its end.
//   id: a JSON value, which must equal the document's (null if it has none), or the mixer stops
//   entities: names, in any order; keys are by name
//   spans: in any order; sorted here
//   whole: all of `text`, if the document is a private message
void append_attributes(std::string_view id, std::span<const std::string> entities, std::span<AttributeSpan> spans,
                       const std::optional<AttributeSpan>& whole, std::string& out);

// The line of what was not scanned. `attributes` is no object, so that the mixer
// stops there whatever the id: it must not pass on what nobody looked at.
inline constexpr std::string_view kNotScanned = R"({"id":null,"attributes":null})";

}  // namespace privet
