// Names of those who speak: "Ann Rey: text", "[10:02] Ann Rey: text", "<ann> text",
// and the heads of transcripts (detect/messages/header.h).
//
// A label may be anything. It is a name if the lexicon knows it, or if it takes
// turns with another one.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/names/cue_names.h"
#include "detect/names/name_reader.h"
#include "text/masks.h"

namespace privet {

// One per worker: it reuses its room.
class SpeakerNames {
 public:
  explicit SpeakerNames(NameReader& reader) : reader_(&reader) {}

  //   masks  of `text`
  void find(std::string_view text, const MaskWords& masks, std::vector<CuedName>& out);

 private:
  struct Label {
    PersonName name;
    std::uint64_t hash = 0;
    bool known = false;  // to the lexicon
  };

  void at_colon(std::string_view text, std::uint32_t colon, std::vector<CuedName>& out);
  void at_time(std::string_view text, std::uint32_t colon, std::vector<CuedName>& out);
  void at_nick(std::string_view text, std::uint32_t open, std::vector<CuedName>& out);
  void take(std::string_view text, const PersonName& name, std::vector<CuedName>& out);
  void settle(std::vector<CuedName>& out);

  NameReader* reader_;
  std::vector<Label> labels_;
  std::uint32_t tries_ = 0;   // times that may still be read for a head
  std::uint32_t behind_ = 0;  // the end of the last head
};

}  // namespace privet
