#include "detect/names/cue_matcher.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "base/check.h"
#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"
#include "text/script.h"

namespace privet {
namespace {

bool only_at_line_begin(Cue cue) {
  return cue == Cue::kHeader || cue == Cue::kGreeting || cue == Cue::kHello || cue == Cue::kSignOff;
}

// "Mr", "Frau": what begins small is a word.
bool needs_capital(Cue cue) { return cue == Cue::kTitle || cue == Cue::kCareTitle; }

// What may stand behind a cue of two letters or one, up to the third byte.
std::string_view followers(Cue cue) {
  switch (cue) {
    case Cue::kHeader:
      return ": ";
    case Cue::kSignOff:
      return ",.! \n\r";
    case Cue::kTitle:
    case Cue::kSmallTitle:
    case Cue::kCareTitle:
      return ". ";
    default:
      return " ,:";
  }
}

// The end of `words` (in small letters) at `at` in whatever case, or 0.
std::uint32_t end_of(std::string_view text, std::uint32_t at, std::string_view words) {
  std::size_t i = 0;
  std::size_t t = at;
  while (i < words.size()) {
    if (t >= text.size()) return 0;
    if (is_ascii(words[i]) && is_ascii(text[t])) {
      if (to_lower(text[t]) != words[i]) return 0;
      ++i;
      ++t;
      continue;
    }
    const Decoded word = decode_utf8(words, i);
    const Decoded seen = decode_utf8(text, t);
    const bool apostrophe = word.code_point == '\'' && seen.code_point == 0x2019;
    if (!apostrophe && small_letter(seen.code_point) != word.code_point) return 0;
    i += word.bytes;
    t += seen.bytes;
  }
  if (t < text.size()) {
    const char32_t next = decode_utf8(text, t).code_point;
    if (is_word(next) && !is_cjk(next)) return 0;
  }
  return static_cast<std::uint32_t>(t);
}

}  // namespace

NameCueMatcher::NameCueMatcher() {
  for (const std::string_view words : kHeaderWords) add(words, Cue::kHeader);
  for (const std::string_view words : kGreetingWords) add(words, Cue::kGreeting);
  for (const std::string_view words : kHelloWords) add(words, Cue::kHello);
  for (const std::string_view words : kSignOffWords) add(words, Cue::kSignOff);
  for (const std::string_view words : kTitleWords) add(words, Cue::kTitle);
  for (const std::string_view words : kSmallTitleWords) add(words, Cue::kSmallTitle);
  for (const std::string_view words : kCareTitleWords) add(words, Cue::kCareTitle);
  for (const std::string_view words : kNamedWords) add(words, Cue::kNamed);
  for (const std::string_view words : kIAmWords) add(words, Cue::kIAm);
  for (const std::string_view words : kThisIsWords) add(words, Cue::kThisIs);
  for (const std::string_view words : kWroteAfterWords) add(words, Cue::kWroteAfter);
  for (const std::string_view words : kWroteBeforeWords) add(words, Cue::kWroteBefore);
  std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return std::tuple(a.slot, b.words.size(), a.cue, a.words) < std::tuple(b.slot, a.words.size(), b.cue, b.words);
  });
  PRIVET_CHECK(entries_.size() < 0xFFFF);
  first_.assign(kSlots + 1, static_cast<std::uint16_t>(entries_.size()));
  for (std::size_t slot = 0, i = 0; slot <= kSlots; ++slot) {
    while (i < entries_.size() && entries_[i].slot < slot) ++i;
    first_[slot] = static_cast<std::uint16_t>(i);
  }
}

void NameCueMatcher::add(std::string_view words, Cue cue) {
  // An apostrophe may be the typographic one within the first three bytes.
  const Decoded first = decode_utf8(words, 0);
  std::string capital;
  append_utf8(capital, capital_letter(first.code_point));
  capital += words.substr(first.bytes);
  for (const bool as_capital : {false, true}) {
    if (!as_capital && needs_capital(cue)) continue;
    const std::string one = as_capital ? capital : std::string(words);
    if (as_capital && one == words) break;
    add_beginning(one, words, cue);
    const std::size_t apostrophe = one.find('\'');
    if (apostrophe < 3) {
      std::string other = one;
      add_beginning(other.replace(apostrophe, 1, "\u2019"), words, cue);
    }
  }
}

void NameCueMatcher::add_beginning(std::string_view beginning, std::string_view words, Cue cue) {
  std::vector<std::string> begins;
  if (beginning.size() >= 3) {
    begins.emplace_back(beginning.substr(0, 3));
  } else if (beginning.size() == 2) {
    for (const char c : followers(cue)) begins.push_back(std::string(beginning) + c);
  } else {
    begins.push_back(std::string(beginning) + ". ");  // "M. Dupont"
  }
  for (std::string& begin : begins) {
    begin += '\0';  // slot_of() reads four bytes
    const std::uint32_t slot = slot_of(begin.data());
    const std::uint64_t kind = only_at_line_begin(cue) ? kAtLine : kInside;
    slots_[slot / 32] |= kind << (slot % 32 * 2);
    const auto same = [&](const Entry& e) { return e.slot == slot && e.cue == cue && e.words == words; };
    if (std::none_of(entries_.begin(), entries_.end(), same)) entries_.push_back({slot, cue, words});
  }
}

void NameCueMatcher::match(std::string_view text, std::uint32_t at, bool line_begins,
                           std::vector<CueMatch>& out) const {
  const std::uint32_t slot = slot_of(text.data() + at);
  for (std::size_t i = first_[slot]; i < first_[slot + 1]; ++i) {
    const Entry& entry = entries_[i];
    if (only_at_line_begin(entry.cue) && !line_begins) continue;
    if (const std::uint32_t end = end_of(text, at, entry.words); end != 0) out.push_back({entry.cue, at, end});
  }
}

}  // namespace privet
