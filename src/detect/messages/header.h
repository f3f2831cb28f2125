// Message headers in running text: who spoke, and when.
//
//   [03/02/2024, 14:05:11] Ida Lind: see you      whatsapp_ios
//   03/02/2024, 14:05 - Ida Lind: see you         whatsapp_android
//   Ida Lind, [03.02.2024 14:05]                  telegram_copy
//   14:05<TAB>Ida<TAB>see you                     line
//   [이다] [오후 2:05] 안녕                       kakaotalk
//   14:05:11 From Ida to Odo(Direct Message) :    zoom_direct
//   Ida Lind  2:05 PM                             copied (Slack, Discord, Teams)
//   Ida Lind 2024-02-03 14:05:11                  wechat
//   [14:05] <ida> see you                         irc
//   Ida Lind<LF>Mon 14:05<LF>see you              stacked (Messenger, LinkedIn)
//   Ida, 12/03 14:05: see you                     named
//   14:05 이다 안녕                               spaced (LINE)
//
// Every layout holds a time of day, so headers are looked for around clock
// times, at line starts and in text whose line ends are lost alike. The text
// is a view: digits of all scripts are 0-9 in it, spaces are spaces, and marks
// of direction are gone.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace privet {

enum class Layout : std::uint8_t {
  kWhatsappIos,
  kWhatsappAndroid,
  kTelegramCopy,
  kLine,
  kKakaotalk,
  kZoomDirect,
  kZoomEveryone,
  kCopied,
  kWechat,
  kImessage,
  kTwitter,
  kBracketTime,  // [14:05] Ida: see you
  kPlain,        // 2024-02-03 14:05 Ida: see you
  kIrc,
  kSignal,     // [2024-02-03, 14:05] Ida: see you
  kSkype,      // [03.02.2024 14:05:11] Ida: see you
  kTeamsCopy,  // [2/3 2:05 PM] Ida: see you
  // These stand in timetables and lists as well: only where speakers return.
  kStacked,       // Ida and, on the next line, Mon 14:05
  kNamed,         // Ida 14:05: see you
  kSpaced,        // 14:05 Ida see you; names without spaces, in scripts without them
  kDialogue,      // Ida: see you, line by line; no time
  kOwnDialogue,   // the same, told by one of the two: Me: see you
  kToldDialogue,  // the same, where the text before says that it is private
  kIntroduced,    // headers of any of these but kDialogue, where it does: beside their own (transcript.h)
  kJson,          // no layout of a marker, nor headers: JSON in a text of another kind (json_part.h)
};
inline constexpr std::array<std::string_view, 24> kLayouts = {
    "whatsapp_ios", "whatsapp_android", "telegram_copy", "line",      "kakaotalk",
    "zoom_direct",  "zoom_everyone",    "copied",        "wechat",    "imessage",
    "twitter",      "bracket_time",     "plain",         "irc",       "signal",
    "skype",        "teams_copy",       "stacked",       "named",     "spaced",
    "dialogue",     "own_dialogue",     "told_dialogue", "introduced"};

struct MessageHeader {
  std::uint32_t begin = 0;  // of the header
  std::uint32_t body = 0;   // where the message begins
  Span<ViewSpace> speaker;
  Layout layout = Layout::kPlain;
  bool machine = false;  // the speaker is a log level, a role, or the like
  bool notice = false;   // a line of the application itself: no speaker
};

// Whether a clock time `d:dd` stands around this colon, or `d.dd -` and
// `d.dd]` around this dot.
[[nodiscard]] bool is_clock_time(std::string_view text, std::size_t colon);

// The header whose clock time has its first colon at `colon`. Reads at most
// 200 bytes before and behind it.
[[nodiscard]] std::optional<MessageHeader> parse_header(std::string_view text, std::uint32_t colon);

// All headers of a text, in order; of dialogue those of a text without others.
// Linear.
void find_headers(std::string_view text, std::vector<MessageHeader>& out);

// Whether it is worth looking: how many headers there are among the first
// clock times, two at most. (Lines of IRC do not count: they say nothing of
// privacy, and logs of channels are made of them.)
//   colons: of clock times, in order
[[nodiscard]] std::uint32_t count_first_headers(std::string_view text, const std::vector<std::uint32_t>& colons);

}  // namespace privet
