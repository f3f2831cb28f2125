// The names that stand beside cue words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/names/cue_matcher.h"
#include "detect/names/name_reader.h"

namespace privet {

struct CuedName {
  PersonName name;
  float score = 0;
};

// One per worker: it reuses its room.
class CueNames {
 public:
  explicit CueNames(NameReader& reader) : reader_(&reader) {}

  // Appends the names that the cue tells of; false: it tells of none.
  bool find(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);

  // The longest name that ends at `end` and begins at or behind `begin`: "On
  // Monday, Ann Rey" gives Ann Rey.
  bool read_before(std::string_view text, std::uint32_t begin, std::uint32_t end, PersonName& out);

 private:
  bool header(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool greeting(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool sign_off(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool title(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool introduction(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool wrote_after(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);
  bool wrote_before(std::string_view text, const CueMatch& cue, std::vector<CuedName>& out);

  NameReader* reader_;
  std::vector<PersonName> names_;
};

}  // namespace privet
