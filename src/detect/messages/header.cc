// The heads of messages in a text, by the times in it or line by line.
#include <algorithm>

#include "detect/messages/either_of.h"
#include "detect/messages/header.h"
#include "detect/messages/own_dialogue.h"
#include "detect/messages/speakers.h"

namespace privet {
namespace {

constexpr std::size_t kTriedTimes = 16;
constexpr std::size_t kBytesATime = 4096;  // beyond the first, one more time is tried for so many bytes

// `Name: text`, line by line.
void find_dialogue(std::string_view text, std::vector<MessageHeader>& out) {
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view head = text.substr(line, std::min<std::size_t>(end - line, 40));
    const std::size_t colon = head.find(": ");
    if (colon != std::string_view::npos && colon > 0 && is_speaker(head.substr(0, colon)) &&
        std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= 2) {
      const auto begin = static_cast<std::uint32_t>(line);
      const auto name_end = static_cast<std::uint32_t>(line + colon);
      out.push_back(
          {begin, name_end + 2, {begin, name_end}, Layout::kDialogue, is_machine_speaker(head.substr(0, colon))});
    }
    line = end + 1;
  }
}

}  // namespace

void find_headers(std::string_view text, std::vector<MessageHeader>& out) {
  const std::size_t first = out.size();
  EitherOf marks(text, ':', '.');
  for (std::size_t at = marks.next(0); at != std::string_view::npos; at = marks.next(at + 1)) {
    if (!is_clock_time(text, at)) continue;
    if (out.size() > first && at < out.back().body) continue;
    if (const auto header = parse_header(text, static_cast<std::uint32_t>(at))) out.push_back(*header);
  }
  if (out.size() == first) find_own_dialogue(text, out);
  if (out.size() == first) find_dialogue(text, out);
}

std::uint32_t count_first_headers(std::string_view text, const std::vector<std::uint32_t>& colons) {
  const std::size_t tries = kTriedTimes + text.size() / kBytesATime;
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < std::min(colons.size(), tries); ++i) {
    const auto header = parse_header(text, colons[i]);
    if (header && !header->machine && header->layout != Layout::kIrc && ++found == 2) break;
  }
  return found;
}

}  // namespace privet
