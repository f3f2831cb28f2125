// Han that is Chinese. No spaces: a name is a family name, one or two letters
// of a given one, and something before and behind that makes it a word.
#include <algorithm>
#include <optional>

#include "detect/names/han_line.h"
#include "detect/names/tables/chinese_words.h"

namespace privet {
namespace {

enum ChineseFact : ListFacts {
  kFirm = 1,
  kDoubtful = 2,
  kTelling = 4,
  kPlain = 8,
  kNoGiven = 16,
  kTitle = 32,
  kShortTitle = 64,
  kSays = 128,
  kRole = 256,
  kLabel = 512,
  kBefore = 1024,
  kBehind = 2048,
  kNoName = 4096,
  kForeign = 8192,
  kPlace = 16384,
};

char32_t letter(char32_t c) { return c; }

const WordTable& table() {
  static const WordTable table(letter, {{chinese::kFirmFamilyWords, kFirm},
                                        {chinese::kDoubtfulFamilyWords, kDoubtful},
                                        {chinese::kTellingGivenWords, kTelling},
                                        {chinese::kPlainGivenWords, kPlain},
                                        {chinese::kNoGivenWords, kNoGiven},
                                        {chinese::kTitleWords, kTitle},
                                        {chinese::kShortTitleWords, kShortTitle},
                                        {chinese::kSaysWords, kSays},
                                        {chinese::kRoleWords, kRole},
                                        {chinese::kLabelWords, kLabel},
                                        {chinese::kBeforeWords, kBefore},
                                        {chinese::kBehindWords, kBehind},
                                        {chinese::kNoNameWords, kNoName},
                                        {chinese::kForeignWords, kForeign},
                                        {chinese::kPlaceWords, kPlace}});
  return table;
}

constexpr std::size_t kShortestForeign = 2, kLongestForeign = 6;  // letters between dots

bool is_middle_dot(char32_t c) { return c == 0xB7 || c == 0x2027 || c == 0x30FB || c == 0x2022; }

// What stands around a family name that begins at some letter.
struct Place {
  bool family_is_firm = false;
  bool hard_left = false;  // no letter before
  bool role = false;
  bool label = false;
  bool line_begin = false;
  bool behind_name = false;  // in a list, right behind a name
};

// One or two letters behind a family name.
struct Given {
  bool listed = true;    // all letters are in given names
  bool telling = false;  // one hardly anywhere else
  bool all_telling = true;
  bool any = false;          // at least one is listed
  bool all_foreign = false;  // with the family name they may be a foreign place
};

class Finder {
 public:
  Finder(const CaselessLine& line, std::vector<CaselessName>& out) : line_(line, table()), out_(&out) {}

  void find() {
    for (std::size_t i = 0; i < line_.size();) {
      std::size_t end = i;
      if (line_.is_han(i)) {
        end = from_family(i);
      } else if (is_middle_dot(line_.letter(i))) {
        end = around_dot(i);
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  bool hard_right(std::size_t i) const { return !line_.is_han(i); }
  bool soft_right(std::size_t i) const { return hard_right(i) || (line_.facts(i) & kBehind) != 0; }

  // The end of a name that begins here, or i.
  std::size_t from_family(std::size_t i) {
    const std::size_t family = line_.is(i, 2, kFirm) ? 2 : (line_.facts(i) & (kFirm | kDoubtful)) != 0 ? 1 : 0;
    if (family == 0) return i;
    if (line_.is(i, 2, kNoName) || (i > 0 && line_.is(i - 1, 2, kNoName))) return i;
    const std::optional<Place> place = place_at(i, family);
    if (!place) return i;
    if (const std::size_t end = i + family; title_at(end, place->family_is_firm)) return emit(i, end, kCueAndList);
    for (const std::size_t letters : {std::size_t{2}, std::size_t{1}}) {
      const std::size_t end = i + family + letters;
      const std::optional<Given> given = given_at(i + family, letters);
      if (!given) continue;
      if (const float score = score_of(*place, *given, letters, end); score > 0) return emit(i, end, score);
    }
    return i;
  }

  std::optional<Place> place_at(std::size_t i, std::size_t family) const {
    Place place{.family_is_firm = family == 2 || (line_.facts(i) & kFirm) != 0,
                .hard_left = i == 0 || !line_.is_han(i - 1)};
    place.role = line_.longest_before(i, kRole) > 0;
    place.label = place.hard_left && line_.labelled(i, kLabel);
    place.line_begin = line_.begins_line(i);
    place.behind_name = done_ > 0 && i == done_ + 1 && line_.letter(done_) == U'、';
    if (!place.hard_left && !place.role && (line_.facts(i - 1) & kBefore) == 0) return {};
    return place;
  }

  // A title; one of a single letter only if the word ends there.
  bool title_at(std::size_t i, bool family_is_firm) const {
    if (line_.longest_at(i, kTitle) > 0) return true;
    return family_is_firm && (line_.facts(i) & kShortTitle) != 0 && soft_right(i + 1);
  }

  std::optional<Given> given_at(std::size_t i, std::size_t letters) const {
    Given given;
    for (std::size_t k = i; k < i + letters; ++k) {
      const ListFacts facts = line_.facts(k);
      if (!line_.is_han(k) || (facts & kNoGiven) != 0) return {};
      given.any |= (facts & (kTelling | kPlain)) != 0;
      given.listed &= (facts & (kTelling | kPlain)) != 0;
      given.telling |= (facts & kTelling) != 0;
      given.all_telling &= (facts & kTelling) != 0;
    }
    given.all_foreign = true;
    for (std::size_t k = i - 1; k < i + letters; ++k) given.all_foreign &= (line_.facts(k) & kForeign) != 0;
    return given;
  }

  float score_of(const Place& place, const Given& given, std::size_t letters, std::size_t end) const {
    const bool two = letters == 2;
    const bool firm = place.family_is_firm;
    const bool form = firm && two && given.any;
    // Beside a doubtful family name the given one has to tell.
    const bool listed = given.listed && (firm || given.telling);
    if (place.label && hard_right(end)) return given.listed ? kCueAndList : firm ? kCueAndForm : 0;
    if (line_.longest_at(end, kTitle) > 0) return listed ? kCueAndList : form ? kCueAndForm : 0;
    if (listed && line_.longest_at(end, kSays) > 0 && (two || given.telling)) return kCueAndList;
    if (place.role && listed && (two || soft_right(end))) return kCueAndList;
    if (place.role && form && hard_right(end)) return kCueAndForm;
    if (place.line_begin && line_.letter(end) == ':' && firm && listed) return kCueAndList;
    if (place.line_begin && addresses(end) && firm && listed) return kCueAndList;
    if (!given.listed) return 0;
    if (firm && hard_right(end) && (place.behind_name || name_in_list_at(end))) return kListsAlone;
    if (given.all_foreign) return 0;
    if (firm && (two || given.telling) && soft_right(end)) return kListsAlone;
    if (!two) return 0;
    return given.all_telling && place.hard_left && hard_right(end) ? kListsAlone : 0;
  }

  // "X, you": the comma and the pronoun.
  bool addresses(std::size_t i) const {
    return line_.letter(i) == ',' && (line_.letter(i + 1) == U'你' || line_.letter(i + 1) == U'您');
  }

  // The list goes on at letter i, and with something that looks like a name.
  bool name_in_list_at(std::size_t i) const {
    if (line_.letter(i) != U'、' || (line_.facts(i + 1) & kFirm) == 0 || line_.is(i + 1, 2, kNoName)) return false;
    for (const std::size_t letters : {std::size_t{2}, std::size_t{1}}) {
      const std::optional<Given> given = given_at(i + 2, letters);
      if (given && given->listed && given->telling && hard_right(i + 2 + letters)) return true;
    }
    return false;
  }

  // A foreign name, its parts joined by dots.
  std::size_t around_dot(std::size_t dot) {
    std::size_t begin = dot;
    while (begin > done_ && (line_.facts(begin - 1) & kForeign) != 0) --begin;
    std::size_t end = dot;
    while (is_middle_dot(line_.letter(end))) {
      std::size_t next = end + 1;
      while ((line_.facts(next) & kForeign) != 0) ++next;
      if (next - end - 1 < kShortestForeign || next - end - 1 > kLongestForeign) break;
      end = next;
    }
    if (end == dot || dot - begin < kShortestForeign || dot - begin > kLongestForeign) return dot;
    const bool cue = line_.longest_before(begin, kRole) > 0 || line_.longest_at(end, kSays | kTitle) > 0;
    // Alone on a line it is as often a place, and places say what they are.
    const bool alone = line_.begins_line(begin) && end == line_.size();
    if (!cue && (alone || (line_.facts(end) & kPlace) != 0)) return end;
    return emit(begin, end, cue ? kCueAndList : kListsAlone);
  }

  std::size_t emit(std::size_t begin, std::size_t end, float score) {
    out_->push_back({line_.span(begin, end), score});
    done_ = end;
    return end;
  }

  HanLine line_;
  std::vector<CaselessName>* out_;
  std::size_t done_ = 0;  // where the last name ended
};

}  // namespace

void find_chinese_names(const CaselessLine& line, std::vector<CaselessName>& out) { Finder(line, out).find(); }

}  // namespace privet
