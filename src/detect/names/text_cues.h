// Persons that a text names by its form: heads of mails, greetings, signatures,
// titles, introductions, speakers, addresses.
//
// A text without any of them costs one pass over its words (and no word costs
// more than a bit), its colons and its "@".
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "detect/names/cue_matcher.h"
#include "detect/names/cue_names.h"
#include "detect/names/name_reader.h"
#include "detect/names/speaker_names.h"
#include "text/masks.h"

namespace privet {

// One per worker: it reuses its room.
class TextCues {
 public:
  explicit TextCues(NameReader& reader) : reader_(&reader), names_(reader), speakers_(reader) {}

  // Finds the names that `text` (a view) tells of. Valid until the next call.
  void find(std::string_view text);
  [[nodiscard]] std::span<const CuedName> found() const { return found_; }
  // Names that only local parts of addresses spell: "maria.tarrez@". Their
  // places are the parts.
  [[nodiscard]] std::span<const PersonName> spelled() const { return spelled_; }

 private:
  void at_words(std::string_view text, const MaskWords& masks);
  void at_signs(std::string_view text, const MaskWords& masks);
  void spell(std::string_view text, std::uint32_t begin, std::uint32_t end);

  NameCueMatcher cues_;
  NameReader* reader_;
  CueNames names_;
  SpeakerNames speakers_;
  CharMasks masks_;
  std::vector<CueMatch> matches_;
  std::vector<CuedName> found_;
  std::vector<PersonName> spelled_;
};

}  // namespace privet
