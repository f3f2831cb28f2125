#include "detect/messages/transcript.h"

#include <algorithm>
#include <array>

#include "detect/messages/introduction.h"

namespace privet {
namespace {

// Programs write such lines, too, under names in lower case.
bool is_log_like(Layout layout) { return layout == Layout::kSignal || layout == Layout::kPlain; }
// So do timetables and lists, in which nobody returns.
bool is_list_like(Layout layout) {
  return layout == Layout::kStacked || layout == Layout::kNamed || layout == Layout::kSpaced;
}
bool is_lower(std::string_view name) { return !name.empty() && name[0] >= 'a' && name[0] <= 'z' && name != "me"; }

// Of all the conversation's layouts together, whose people are not added up: a
// speaker has lines of one.
void add_introduced(std::string_view text, Span<ViewSpace> place, std::vector<Transcript>& out) {
  Transcript sum{.layout = Layout::kIntroduced, .place = place};
  for (const Transcript& one : out) {
    if (one.layout == Layout::kDialogue) continue;
    sum.headers += one.headers;
    sum.speakers = std::max(sum.speakers, one.speakers);
  }
  if (sum.headers > 0 && introduction_before(text, place.begin).personal) out.push_back(sum);
}

}  // namespace

void sum_up(std::string_view text, std::span<const MessageHeader> headers, std::vector<Transcript>& out) {
  if (headers.empty()) return;
  const std::size_t end = std::min(text.find("\n\n", headers.back().body), text.size());
  const Span<ViewSpace> place{headers.front().begin, static_cast<std::uint32_t>(end)};
  for (std::size_t l = 0; l < kLayouts.size(); ++l) {
    const auto layout = static_cast<Layout>(l);
    Transcript sum{.layout = layout, .place = place};
    std::vector<std::string_view> speakers;
    std::uint32_t machines = 0;
    for (const MessageHeader& header : headers) {
      if (header.layout != layout || header.notice) continue;
      const std::string_view name = text.substr(header.speaker.begin, header.speaker.size());
      if (header.machine || (is_log_like(layout) && is_lower(name))) {
        ++machines;
        continue;
      }
      ++sum.headers;
      if (speakers.size() < kMostSpeakers && std::find(speakers.begin(), speakers.end(), name) == speakers.end())
        speakers.push_back(name);
    }
    if (sum.headers == 0 || machines > sum.headers / 2) continue;
    sum.speakers = static_cast<std::uint32_t>(speakers.size());
    if (is_list_like(layout) && 2 * sum.speakers > sum.headers + 1) continue;
    out.push_back(sum);
  }
  add_introduced(text, place, out);
}

}  // namespace privet
