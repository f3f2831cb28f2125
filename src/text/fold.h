// Folds a field's text into its view: the one spelling that rules are written
// for, with the map back.
//
//   text   ｊｏ&#64;exаmple․com      (full width, an entity, a Cyrillic а, a one dot leader)
//   view   jo@example.com
//
// In this order, each step on the result of the one before:
//  1. escapes in the text are decoded, two layers (decode.h)       kEncoded
//  2. UTF-8 that was read as Latin-1 becomes text again, two
//     layers (mojibake.h)                                          kMojibake
//  3. compatibility forms (NFKC, case kept), dashes to `-`,
//     Unicode spaces to ` `, plus signs to `+`, decimal digits of
//     every script to 0-9 (phone numbers are written in them)      kCompatibility
//     invisible characters and marks on ASCII removed              kInvisible
//  4. inside addresses only, letters that look like Latin ones     kConfusable
//
// A view folds to itself, unless a later step, or a third layer, leaves
// something that reads as an escape or as mojibake, or the last step puts a Latin
// letter under marks that stood on another one.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/offset_map.h"
#include "base/span.h"
#include "text/view.h"

namespace privet {

// One per worker: scratch that is reused from text to text.
class Folder {
 public:
  // The view of `text`, which is valid UTF-8. Text with nothing to fold is
  // borrowed and the map is the identity; otherwise text and map are cut from
  // `arena`. Linear in the size of `text`, whatever it holds.
  [[nodiscard]] View fold(Bytes<FieldSpace> text, Arena& arena);

 private:
  void adopt_step(std::string_view& current);
  void trim();

  std::string out_;              // what the step at hand writes
  std::string current_;          // what the steps before it wrote
  OffsetMapBuilder step_edits_;  // by the step at hand
  OffsetMapBuilder edits_;       // by all steps before it together
  OffsetMapBuilder composed_;
  std::vector<std::uint32_t> stops_;
};

}  // namespace privet
