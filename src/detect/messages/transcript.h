// Headers of one field, summed up by layout.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "detect/messages/header.h"

namespace privet {

struct Transcript {
  Layout layout = Layout::kPlain;
  std::uint32_t headers = 0;   // with a person as speaker
  std::uint32_t speakers = 0;  // different ones, at most kMostSpeakers
  // From the first header of any layout to the end of the last message's
  // paragraph: one conversation may have lines of two layouts.
  Span<ViewSpace> place;
};
inline constexpr std::size_t kMostSpeakers = 64;

// Appends a summary for each layout in `headers`, which are of `text`, and
// another one of all together (kIntroduced) if the text before them says that
// they are somebody's own (introduction.h). `out` is empty. Where
// most speakers are machines or roles, the layout is a log, a play or minutes,
// and nothing is appended. Text in which one speaker has all the lines is no
// conversation unless other evidence says so: the marker asks for speakers.
void sum_up(std::string_view text, std::span<const MessageHeader> headers, std::vector<Transcript>& out);

}  // namespace privet
