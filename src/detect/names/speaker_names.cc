#include "detect/names/speaker_names.h"

#include <algorithm>
#include <array>
#include <bit>

#include "detect/messages/header.h"
#include "detect/messages/participants.h"
#include "detect/messages/speakers.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr float kSpeakerScore = 0.8F;
constexpr std::uint32_t kLongestLabel = 48;
constexpr std::uint32_t kLongestNick = 24;
constexpr std::size_t kMostLabels = 4096;
constexpr std::size_t kMostSpeakersInTurn = 12;
// Times without a head: a log has nothing else.
constexpr std::uint32_t kTriedTimes = 16;
constexpr std::uint32_t kBytesATime = 4096;

// Where the label may begin that ends at `end`: behind what stands before it in
// its line, which is quoting or a time in brackets. `end`, if it is too long.
std::uint32_t label_begin(std::string_view text, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > 0 && text[begin - 1] != '\n') {
    if (end - begin == kLongestLabel) return end;
    --begin;
  }
  if (at_or(text, begin) == '[' || at_or(text, begin) == '(') {
    const std::size_t close = text.substr(begin, end - begin).find_first_of("])");
    if (close == std::string_view::npos) return end;
    begin += static_cast<std::uint32_t>(close) + 1;
  }
  while (begin < end && std::string_view(" >*-_\t#").find(text[begin]) != std::string_view::npos) ++begin;
  return begin;
}

}  // namespace

void SpeakerNames::find(std::string_view text, const MaskWords& masks, std::vector<CuedName>& out) {
  labels_.clear();
  behind_ = 0;
  tries_ = kTriedTimes + static_cast<std::uint32_t>(text.size()) / kBytesATime;
  if (masks.has.colon) {
    for (std::size_t w = 0; w < masks.words(); ++w) {
      for (std::uint64_t bits = masks.colon[w]; bits != 0; bits &= bits - 1) {
        at_colon(text, static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(bits))), out);
      }
    }
  }
  if (masks.has.less_than) {
    for (std::size_t open = text.find('<'); open != std::string_view::npos; open = text.find('<', open + 1)) {
      at_nick(text, static_cast<std::uint32_t>(open), out);
    }
  }
  settle(out);
}

void SpeakerNames::at_colon(std::string_view text, std::uint32_t colon, std::vector<CuedName>& out) {
  if (colon < behind_ || colon == 0) return;
  const char before = text[colon - 1];
  if (is_digit(before)) {
    if (is_clock_time(text, colon)) at_time(text, colon, out);
    return;
  }
  if (!is_letter(before) && is_ascii(before) && before != '*' && before != ' ') return;
  const char next = at_or(text, colon + 1, '\n');
  if (next != ' ' && next != '\n' && next != '*' && next != '\t') return;
  std::uint32_t end = colon;
  while (end > 0 && (text[end - 1] == '*' || text[end - 1] == ' ')) --end;
  const std::uint32_t begin = label_begin(text, end);
  if (begin >= end || (!is_letter(text[begin]) && is_ascii(text[begin]))) return;
  const std::string_view label = text.substr(begin, end - begin);
  if (std::count(label.begin(), label.end(), ' ') > 3 || !is_speaker(label)) return;
  PersonName name;
  if (!reader_->read_at(text.substr(0, end), begin, {.small = true, .most_words = 4}, name)) return;
  if (name.place.end != end || is_machine_speaker(label)) return;
  // "Parameters:" above a paragraph is a heading.
  const std::size_t said = text.find_first_not_of(" \t*", colon + 1);
  if (said == std::string_view::npos || text[said] == '\n' || text[said] == '\r') return;
  take(text, name, out);
}

void SpeakerNames::at_time(std::string_view text, std::uint32_t colon, std::vector<CuedName>& out) {
  if (tries_ == 0) return;
  --tries_;
  const auto header = parse_header(text, colon);
  if (!header) return;
  ++tries_;
  behind_ = std::max(behind_, header->body);
  if (header->machine || header->notice || header->speaker.empty()) return;
  PersonName name;
  const std::string_view head = text.substr(0, header->speaker.end);
  if (!reader_->read_at(head, header->speaker.begin, {.small = true, .most_words = 4}, name)) return;
  // A nickname of IRC is a name only if it looks like one.
  if (header->layout == Layout::kIrc && !name.well_known()) return;
  if (name.place.end == header->speaker.end) take(text, name, out);
}

// "<ann> text"
void SpeakerNames::at_nick(std::string_view text, std::uint32_t open, std::vector<CuedName>& out) {
  const char before = before_or(text, open, '\n');
  if (before != '\n' && !(before == ' ' && open >= 2 && (text[open - 2] == ']' || is_digit(text[open - 2])))) return;
  const std::uint32_t begin = open + 1 + (at_or(text, open + 1) == ' ' || at_or(text, open + 1) == '@' ? 1 : 0);
  const std::size_t size = text.substr(std::min<std::size_t>(begin, text.size()), kLongestNick).find('>');
  if (size == std::string_view::npos || size == 0) return;
  const auto end = static_cast<std::uint32_t>(begin + size);
  if (at_or(text, end + 1) != ' ') return;
  PersonName name;
  if (!reader_->read_at(text.substr(0, end), begin, {.small = true, .most_words = 3}, name)) return;
  if (name.place.end != end || !name.well_known()) return;
  if (!name.capital() && name.words[0].facts.plain() > 0) return;
  out.push_back({name, kSpeakerScore});
}

void SpeakerNames::take(std::string_view text, const PersonName& name, std::vector<CuedName>& out) {
  if (name_form(text.substr(name.place.begin, name.place.size())) == NameForm::kNone) return;  // "Me", "Moi", "나"
  const bool known = name.well_known();
  if (known) out.push_back({name, kSpeakerScore});
  if ((!known && !name.capital()) || labels_.size() == kMostLabels) return;
  std::uint64_t hash = 0;
  for (const NameWord& word : name.all()) hash = hash * 31 + word.hash;
  labels_.push_back({name, hash, known});
}

// Two or more labels that return and take turns are people, and so is who takes
// turns with one that the lexicon knows; else a label may be anything.
void SpeakerNames::settle(std::vector<CuedName>& out) {
  if (labels_.size() < 3) return;
  struct Speaker {
    std::uint64_t hash;
    std::uint32_t times;
  };
  std::array<Speaker, kMostSpeakersInTurn> speakers{};
  std::size_t count = 0;
  std::size_t turns = 0;
  for (std::size_t i = 0; i < labels_.size(); ++i) {
    turns += i > 0 && labels_[i].hash != labels_[i - 1].hash ? 1 : 0;
    const auto end = speakers.begin() + static_cast<std::ptrdiff_t>(count);
    const auto it = std::find_if(speakers.begin(), end, [&](const Speaker& s) { return s.hash == labels_[i].hash; });
    if (it != end) {
      ++it->times;
    } else if (count == speakers.size()) {
      return;  // a list of terms
    } else {
      speakers[count++] = {labels_[i].hash, 1};
    }
  }
  const auto end = speakers.begin() + static_cast<std::ptrdiff_t>(count);
  const auto returning = std::count_if(speakers.begin(), end, [](const Speaker& s) { return s.times >= 2; });
  const bool known = std::any_of(labels_.begin(), labels_.end(), [](const Label& l) { return l.known; });
  if (returning < (known ? 1 : 2) || turns < (known ? 2U : 3U)) return;
  if (2 * count > labels_.size() + (known ? 1 : 0)) return;
  for (const Label& label : labels_) {
    const auto it = std::find_if(speakers.begin(), end, [&](const Speaker& s) { return s.hash == label.hash; });
    if (!label.known && (known || it->times >= 2)) out.push_back({label.name, kSpeakerScore});
  }
}

}  // namespace privet
