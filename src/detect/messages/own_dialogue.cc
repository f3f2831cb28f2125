#include "detect/messages/own_dialogue.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "detect/messages/introduction.h"
#include "detect/messages/speakers.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kLeastLines = 4;
constexpr std::size_t kLeastTold = 3;
constexpr std::size_t kMostBlocks = 64;   // asked for: each costs some microseconds
constexpr std::size_t kMostTold = 6;      // speakers
constexpr std::size_t kLongestName = 40;  // bytes
constexpr std::ptrdiff_t kMostSpaces = 2;

// The one who tells it. Not the English "I", which is an interviewer, nor the
// Turkish "ben", which is a name.
constexpr std::array<std::string_view, 28> kOwn = {
    "aku",    "eg",   "eu",   "ich",  "ik",  "io", "ja", "jag", "jeg",     "jo", "me",  "mig", "minä", "moi",
    "myself", "mình", "saya", "self", "tôi", "yo", "én", "εγώ", "ο ίδιος", "я",  "أنا", "我",  "私",   "自分"};
// The other one, where "me" is said but once.
constexpr std::array<std::string_view, 22> kOther = {"ela", "ele", "ella", "elle", "er",  "ex",  "han", "haar",
                                                     "he",  "hem", "her",  "hij",  "him", "hon", "hun", "lei",
                                                     "lui", "she", "sie",  "zij",  "он",  "она"};
// What is not a conversation but a joke in its form.
constexpr std::array<std::string_view, 6> kJoke = {"also me", "brain", "everyone", "me also", "no one", "nobody"};

struct Line {
  Span<ViewSpace> speaker;
  std::uint32_t begin = 0;
  std::uint32_t body = 0;
};

std::string lowered(std::string_view name) {
  std::string out(name);
  lower_name(out);
  return out;
}

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// `Name: text` or `[name] text`, quoted or not.
std::optional<Line> parse_line(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && (text[at] == '>' || text[at] == ' ')) ++at;
  const bool bracketed = at < end && text[at] == '[';
  if (bracketed) ++at;
  const std::string_view head = text.substr(at, std::min(end - at, kLongestName));
  const std::string_view mark = bracketed ? "] " : ": ";
  const std::size_t wide = bracketed ? std::string_view::npos : head.find("：");
  std::size_t narrow = head.find(mark);
  // A wide colon is folded to one without a space.
  const std::size_t tight = bracketed ? std::string_view::npos : head.find(':');
  const bool glued = tight < narrow && tight > 2 && begins_cjk(head[tight - 3]);
  if (glued) narrow = tight;
  const std::size_t size = std::min(wide, narrow);
  if (size == std::string_view::npos || size == 0) return {};
  const std::size_t name_size = size - (head[size - 1] == ' ' ? 1 : 0);  // French: Moi : text
  if (!is_speaker(head.substr(0, name_size))) return {};
  if (std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(size), ' ') > kMostSpaces) return {};
  const auto name = static_cast<std::uint32_t>(at);
  const auto mark_at = static_cast<std::uint32_t>(at + size);
  return Line{{name, static_cast<std::uint32_t>(at + name_size)},
              static_cast<std::uint32_t>(begin),
              mark_at + (glued           ? 1U
                         : narrow < wide ? 2U
                                         : 3U)};
}

bool is_retold(std::string_view text, const std::vector<Line>& block) {
  if (block.size() < kLeastLines) return false;
  std::size_t own = 0;
  std::size_t others = 0;
  bool pronoun = false;
  for (const Line& line : block) {
    const std::string name = lowered(text.substr(line.speaker.begin, line.speaker.size()));
    if (is_one_of(kJoke, name) || name.starts_with("my ") || is_machine_speaker(name)) return false;
    const bool mine = is_one_of(kOwn, name);
    own += mine ? 1 : 0;
    others += mine ? 0 : 1;
    pronoun = pronoun || is_one_of(kOther, name);
  }
  return others > 0 && (own >= 2 || (own == 1 && pronoun));
}

// By few people, of whom one speaks again, and shown as private.
bool is_told(std::string_view text, const std::vector<Line>& block) {
  std::vector<std::string> names;
  for (const Line& line : block) {
    std::string name = lowered(text.substr(line.speaker.begin, line.speaker.size()));
    if (is_one_of(kJoke, name) || is_machine_speaker(name)) return false;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    if (names.size() > kMostTold) return false;
  }
  return names.size() > 1 && names.size() < block.size() && introduction_before(text, block.front().begin).personal;
}

}  // namespace

void find_own_dialogue(std::string_view text, std::vector<MessageHeader>& out) {
  std::vector<Line> block;
  std::size_t told = 0;             // blocks of which it was asked whether they are introduced
  bool gap = false, tight = false;  // an empty line before this one; lines of the block that follow each other
  const auto close = [&] {
    const bool own = is_retold(text, block);
    if (own || (block.size() >= kLeastTold && told++ < kMostBlocks && is_told(text, block))) {
      const Layout layout = own ? Layout::kOwnDialogue : Layout::kToldDialogue;
      for (const Line& line : block) out.push_back({line.begin, line.body, line.speaker, layout});
    }
    block.clear();
    tight = false;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool empty = text.substr(begin, end - begin).find_first_not_of(" >") == std::string_view::npos;
    if (empty && !gap) {
      gap = true;
    } else if (const auto line = empty ? std::nullopt : parse_line(text, begin, end)) {
      // Where lines follow each other, an empty one ends the conversation.
      if (gap && tight) close();
      // And the lines before it are of the text around.
      if (!tight && !gap && block.size() > 1) block.erase(block.begin(), block.end() - 1);
      tight = tight || (!gap && !block.empty());
      block.push_back(*line);
      gap = false;
    } else {
      close();
      gap = false;
    }
    begin = end + 1;
  }
  close();
}

}  // namespace privet
