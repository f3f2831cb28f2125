#include "support/message_generator.h"

#include <array>
#include <cstdio>
#include <string_view>

#include "base/utf8.h"

namespace privet::test {
namespace {

// A name for @, a time for %, what is said for #.
constexpr std::array<std::string_view, 20> kLayoutLines = {
    "[03/02/2024, %:11] @: #\n",
    "03/02/2024, % - @: #\n",
    "2/3/24, % PM - @: #\n",
    "@, [03.02.2024 %]\n#\n\n",
    "%\t@\t#\n",
    "[@] [오후 %] #\n",
    "%:11 From @ to Odo(Direct Message) : #\n",
    "@  % PM\n#\n",
    "@ 2024-02-03 %:11\n#\n",
    "[%] <@> #\n",
    "[2024-02-03, %] @: #\n",
    "[03.02.2024 %:11] @: #\n",
    "2024-02-03 % @: #\n",
    "[%] @: #\n",
    "@: #\n",
    "On Mon, Feb 3, 2024 at % @ <ida@example.com> wrote:\n> #\n",
    "From: @ <ida@example.com>\nTo: odo@example.com\nSubject: #\n\n",
    "2024-02-03 %:11,123 INFO app.core: #\n",
    "03/02/2024, % - #\n",
    "#\n\n",
};
constexpr std::array<std::string_view, 10> kNames = {"Ida Lind",  "Odo",       "ida_ex",    "이다", "+44 7700 900123",
                                                     "Zoë 🙂", "Moderator", "Ёлка Линд", "me",   "Dr. Ida M. Lind"};
constexpr std::array<std::string_view, 9> kSaid = {"see you",
                                                   "ok",
                                                   "call 415-555-0123",
                                                   "write to ida@example.com",
                                                   "<Media omitted>",
                                                   "😀😀",
                                                   "Ida said: 14:05 works",
                                                   "```\ncode\n```",
                                                   "안녕"};
constexpr std::array<std::string_view, 14> kKeys = {"text",    "from",    "sender",    "messages", "participants",
                                                    "to",      "body",    "source",    "author",   "is_dm",
                                                    "channel", "content", "timestamp", "name"};

template <class List>
std::string_view pick(const List& list, SampleRandom& random) {
  return list[random.next(static_cast<std::uint32_t>(list.size()))];
}

}  // namespace

MessageGenerator::MessageGenerator(const MarkerSet& markers, std::uint64_t seed) : random_(seed) {
  for (const Marker& marker : markers.markers()) {
    for (std::string trigger : marker.triggers) {
      std::erase(trigger, '^');
      triggers_.push_back(std::move(trigger));
    }
    auto& list = marker.view == MarkerView::kPath ? records_ : texts_;
    list.insert(list.end(), marker.finds.begin(), marker.finds.end());
    list.insert(list.end(), marker.ignores.begin(), marker.ignores.end());
  }
}

const std::string& MessageGenerator::any_of(const std::vector<std::string>& texts) {
  return texts[below(static_cast<std::uint32_t>(texts.size()))];
}

std::string MessageGenerator::transcript() {
  std::string out;
  std::string_view line = pick(kLayoutLines, random_);
  for (std::uint32_t n = 1 + below(below(8) == 0 ? 40 : 8); n > 0; --n) {
    if (below(6) == 0) line = pick(kLayoutLines, random_);
    for (const char c : line) {
      if (c == '@') {
        out += pick(kNames, random_);
      } else if (c == '#') {
        out += below(8) == 0 ? any_of(texts_) : std::string(pick(kSaid, random_));
      } else if (c == '%') {
        char time[8];
        std::snprintf(time, sizeof time, "%02u:%02u", below(24), below(60));
        out += time;
      } else {
        out += c == '\n' && below(20) == 0 ? ' ' : c;
      }
    }
  }
  return out;
}

std::string MessageGenerator::text() {
  switch (below(7)) {
    case 0:
      return any_of(texts_);
    case 1:
      return any_of(triggers_);
    case 2:
      return any_of(records_);  // JSON in a string
    case 3:
      return std::string(pick(kSaid, random_));
    case 4:
      return "A paragraph before it, of some length, so that the rest is a part.\n\n" + transcript() +
             "\n\nAnd a paragraph behind it that goes on about something else entirely, until it ends.";
    default:
      return transcript();
  }
}

void MessageGenerator::write_string(const std::string& text, std::string& out) {
  const bool escape_all = below(4) == 0;
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    const auto code = static_cast<unsigned>(c.code_point);
    char buffer[16];
    if (code < 0x20 || code == '"' || code == '\\' ||
        (escape_all && code < 0x10000 && (code >= 0x80 || below(9) == 0))) {
      std::snprintf(buffer, sizeof buffer, "\\u%04x", code);
      out += buffer;
    } else if (escape_all && code >= 0x10000) {
      std::snprintf(buffer, sizeof buffer, "\\u%04x", 0xD800 + ((code - 0x10000) >> 10));
      out += buffer;
      std::snprintf(buffer, sizeof buffer, "\\u%04x", 0xDC00 + ((code - 0x10000) & 0x3FF));
      out += buffer;
    } else {
      out += text.substr(at, c.bytes);
    }
    at += c.bytes;
  }
  out += '"';
}

std::string MessageGenerator::record() {
  const std::uint32_t form = below(10);
  if (form == 0) {
    std::string example = any_of(records_);
    const std::size_t record = example.find('{');
    return record == std::string::npos ? "{}" : example.substr(record);
  }
  std::string out = "{";
  for (std::uint32_t n = 1 + below(5); n > 0; --n) {
    if (out.size() > 1) out += ',';
    write_string(below(4) == 0 ? any_of(triggers_) : std::string(pick(kKeys, random_)), out);
    out += ':';
    switch (below(6)) {
      case 0:
        out += below(2) == 0 ? "true" : "1707000000";
        break;
      case 1:
        out += '[';
        for (std::uint32_t m = below(3); true; --m) {
          out += R"({"from":)";
          write_string(std::string(pick(kNames, random_)), out);
          out += R"(,"text":)";
          write_string(std::string(pick(kSaid, random_)), out);
          out += '}';
          if (m == 0) break;
          out += ',';
        }
        out += ']';
        break;
      default:
        write_string(text(), out);
    }
  }
  return out + "}";
}

}  // namespace privet::test
