#include "detect/messages/introduction.h"

#include <algorithm>
#include <bitset>
#include <span>
#include <string>

#include "base/utf8.h"
#include "detect/messages/introduction_words.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kMostLines = 3;

// Two bytes begin letters of the alphabets, three those that are written
// without spaces or whose words take others before them; Arabic and Hebrew are
// between the two.
bool is_glued(char lead) { return static_cast<unsigned char>(lead) >= 0xD6; }
bool is_part(char c) { return is_alnum(c) || !is_ascii(c); }
// Foreign words have those of glued languages around them.
bool goes_on_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char lead = text[previous_utf8(text, at)];
  return is_part(lead) && !begins_cjk(lead);
}
bool goes_on_behind(std::string_view text, std::size_t at) {
  const char lead = at_or(text, at);
  return is_part(lead) && !begins_cjk(lead);
}

// Which bytes follow each other in a text. Hundreds of words are looked for in
// a few lines, and nearly all of them hold two that do not.
class Pairs {
 public:
  void add(std::string_view text) {
    for (std::size_t i = 1; i < text.size(); ++i) there_.set(index(text[i - 1], text[i]));
  }
  // False: it does not stand there.
  [[nodiscard]] bool may_hold(std::string_view word) const {
    for (std::size_t i = 1; i < word.size(); ++i) {
      if (!there_.test(index(word[i - 1], word[i]))) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kSize = 4096;
  static std::size_t index(char a, char b) {
    return (static_cast<std::size_t>(static_cast<unsigned char>(a)) << 5U ^ static_cast<unsigned char>(b)) % kSize;
  }
  std::bitset<kSize> there_;
};

// What is looked in: as it is, and in small letters, of the same size.
struct Heard {
  std::string_view written;
  std::string lowered;
  Pairs pairs;  // of both

  [[nodiscard]] bool says(std::string_view word) const {
    const bool open = word.ends_with('*');
    if (open) word.remove_suffix(1);
    if (!pairs.may_hold(word)) return false;
    const bool cased = std::any_of(word.begin(), word.end(), is_upper);
    const std::string_view text = cased ? written : std::string_view(lowered);
    const bool glued = is_glued(word.front());
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (glued) return true;
      if (is_part(word.front()) && goes_on_before(text, at)) continue;
      if (open || !goes_on_behind(text, at + word.size())) return true;
    }
    return false;
  }
  [[nodiscard]] bool says_any(std::span<const std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return says(word); });
  }
};

// The last lines with words before `begin`.
std::string_view lines_before(std::string_view text, std::size_t begin) {
  std::size_t least = begin > kLongestIntroduction ? begin - kLongestIntroduction : 0;
  while (least < begin && is_continuation(text[least])) ++least;
  std::size_t at = begin;
  for (std::size_t lines = 0; lines < kMostLines && at > least;) {
    const std::size_t end = at;
    const std::size_t feed = text.substr(least, end - least).rfind('\n', end - least - 1);
    at = feed == std::string_view::npos ? least : least + feed;
    lines += std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                         text.begin() + static_cast<std::ptrdiff_t>(end), is_part)
                 ? 1
                 : 0;
  }
  return text.substr(at, begin - at);
}

}  // namespace

Introduction introduction_before(std::string_view text, std::uint32_t begin) {
  Introduction out;
  Heard heard;
  heard.written = lines_before(text, std::min<std::size_t>(begin, text.size()));
  if (heard.written.find_first_not_of(" \n\r>") == std::string_view::npos) return out;
  heard.lowered = heard.written;
  lower_name(heard.lowered);
  heard.pairs.add(heard.written);
  heard.pairs.add(heard.lowered);
  out.made_up = heard.says_any(kIntroducesMadeUp);
  out.personal = !out.made_up && (heard.says_any(kIntroducesPrivate) ||
                                  (heard.says_any(kIntroducesTalk) && !heard.says_any(kIntroducesOpen) &&
                                   (heard.says_any(kIntroducesOwn) || heard.says_any(kIntroducesShown))));
  out.published = !out.made_up && heard.says_any(kIntroducesPublished);
  out.group = heard.says_any(kIntroducesGroup);
  const auto* const name = std::find_if(std::begin(kNamedPlatforms), std::end(kNamedPlatforms),
                                        [&](const NamedPlatform& one) { return heard.says(one.word); });
  if (name != std::end(kNamedPlatforms)) {
    out.platform = Platform{static_cast<std::uint8_t>(find_name(kPlatforms, name->platform).value())};
  }
  return out;
}

}  // namespace privet
