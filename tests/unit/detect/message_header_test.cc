// Message headers: each layout on marked texts, and what only looks like one.
#include "detect/messages/header.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/utf8.h"
#include "text/fold.h"

namespace privet {
namespace {

// Speakers stand in ‹ ›, which no layout writes itself.
constexpr std::string_view kOpen = "‹", kClose = "›";

std::string without_marks(std::string_view text) {
  std::string out(text);
  for (const std::string_view mark : {kOpen, kClose}) {
    for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark)) out.erase(at, mark.size());
  }
  return out;
}

struct Found {
  std::string marked;   // the text with its speakers marked
  std::string layouts;  // of the headers, without repetition, in order
};

Found found_in(const std::string& text) {
  Arena arena;
  Folder folder;
  const View view = folder.fold(Bytes<FieldSpace>(text), arena);
  std::vector<MessageHeader> headers;
  find_headers(view.text.text(), headers);
  Found found;
  std::size_t at = 0;
  for (const MessageHeader& header : headers) {
    const std::string name(kLayouts[static_cast<std::size_t>(header.layout)]);
    const std::string shown = header.machine ? name + " machine" : header.notice ? name + " notice" : name;
    if (!found.layouts.ends_with(shown)) found.layouts += (found.layouts.empty() ? "" : ", ") + shown;
    if (header.notice) continue;
    const Span<FieldSpace> speaker = view.folding.to_source(header.speaker);
    found.marked += text.substr(at, speaker.begin - at);
    found.marked += std::string(kOpen) + text.substr(speaker.begin, speaker.size()) + std::string(kClose);
    at = speaker.end;
  }
  found.marked += text.substr(at);
  return found;
}

struct Case {
  const char* name;
  const char* layout;
  const char* text;
};

void expect_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const Found found = found_in(without_marks(c.text));
    EXPECT_EQ(found.marked, c.text) << c.name;
    EXPECT_EQ(found.layouts, c.layout) << c.name;
  }
}

TEST(MessageHeader, WhatsappOfBothKindsOfTelephone) {
  expect_all({
      {"day first", "whatsapp_ios", "[03/02/2024, 14:05:11] ‹Ida Lind›: see you"},
      {"American, with narrow space", "whatsapp_ios", "[2/3/24, 2:05:11\u202fPM] ‹Ida Lind›: see you"},
      {"with a mark of direction", "whatsapp_ios", "\u200e[03/02/2024, 14:05:11] ‹Ida Lind›: \u200eimage omitted"},
      {"German dots, two-digit year", "whatsapp_ios", "[03.02.24, 14:05:11] ‹Ida›: bis dann"},
      {"a number for a name", "whatsapp_ios", "[03/02/2024, 14:05:11] ‹+44 7700 900123›: see you"},
      {"Android", "whatsapp_android", "03/02/2024, 14:05 - ‹Ida Lind›: see you\n03/02/2024, 14:06 - ‹Odo›: yes"},
      {"Android, American", "whatsapp_android", "2/3/24, 2:05 PM - ‹Ida›: see you"},
      {"Android, a. m.", "whatsapp_android", "3/2/24, 2:05 a. m. - ‹Ida›: hola"},
      {"Android, p.m.", "whatsapp_android", "3/2/2024, 2:05 p.m. - ‹Ida›: hello"},
      {"Android, dots", "whatsapp_android", "03.02.24, 14:05 - ‹Ida›: bis dann"},
      {"Android, ISO", "whatsapp_android", "2024-02-03, 14:05 - ‹Ida›: vi ses"},
      {"Android, Arabic-Indic digits", "whatsapp_android", "٣/٢/٢٠٢٤، ٢:٠٥ م - ‹إيدا›: أراك"},
      {"Android, Persian digits", "whatsapp_android", "۱۴۰۲/۱۱/۱۴،\u200f ۱۴:۰۵ - ‹آیدا›: فردا"},
      {"Android, Devanagari digits", "whatsapp_android", "०३/०२/२४, १४:०५ - ‹इडा›: कल"},
      {"Android, Thai year", "whatsapp_android", "3/2/2567 14:05 - ‹ไอดา›: เจอกัน"},
      {"Android, Korean", "kakaotalk", "2024. 2. 3. 오후 2:05, ‹이다› : 안녕"},
      {"a notice has no speaker", "whatsapp_android notice", "03/02/2024, 14:05 - Messages are encrypted"},
      {"line ends lost", "whatsapp_android",
       "03/02/2024, 14:05 - ‹Ida›: see you 03/02/2024, 14:06 - ‹Odo›: yes 03/02/2024, 14:07 - ‹Ida›: fine"},
  });
}

TEST(MessageHeader, OtherMessengers) {
  expect_all({
      {"Telegram, copied", "telegram_copy",
       "‹Ida Lind›, [03.02.2024 14:05]\nsee you\n\n‹Odo›, [03.02.2024 14:06]\nyes"},
      {"LINE", "line", "14:05\t‹Ida›\tsee you\n14:06\t‹Odo›\tyes"},
      {"KakaoTalk", "kakaotalk", "[‹이다›] [오후 2:05] 안녕\n[‹오도›] [오후 2:06] 응"},
      {"Zoom, to one", "zoom_direct", "14:05:11 From ‹Ida Lind› to Odo(Direct Message) : see you"},
      {"Zoom, to all", "zoom_everyone", "14:05:11 From ‹Ida Lind› to Everyone : see you"},
      {"Slack, copied", "copied", "‹Ida Lind›  2:05 PM\nsee you\n‹Odo›  2:06 PM\nyes"},
      {"Discord, copied", "copied", "‹ida_ex› — Today at 2:05 PM\nsee you"},
      {"WeChat", "wechat", "‹Ida Lind› 2024-02-03 14:05:11\nsee you\n"},
      {"iMessage", "imessage", "Feb 03, 2024  2:05:11 PM\n‹Ida Lind›\nsee you\n"},
      {"Signal", "signal", "[2024-02-03, 14:05] ‹Ida›: see you"},
      {"Skype", "skype", "[03.02.2024 14:05:11] ‹Ida Lind›: see you"},
      {"IRC", "irc", "[14:05] <‹ida›> see you\n[14:06] <‹odo›> yes"},
      {"IRC with a status", "irc", "14:05 <‹@ida›> see you"},
      {"in brackets", "bracket_time", "[14:05] ‹Ida›: see you"},
      {"plain", "plain", "2024-02-03 14:05 ‹Ida›: see you"},
      {"Zoom, with a tab and two spaces", "zoom_direct", "14:05:11\t From  ‹Ida Lind› to  Odo (Privately) : see you"},
      {"no time", "dialogue", "‹Ida›: see you\n‹Odo›: yes"},
  });
}

// As they are pasted into a text: days without a year, names before the time,
// lines quoted.
TEST(MessageHeader, PastedIntoAText) {
  expect_all({
      {"Discord, in another language", "copied", "‹ida_ex› — hier à 23:10\nbonsoir\n‹odo_ex› — hier à 23:12\noui"},
      {"a day and a month", "copied", "‹ida.ex› — 14 mai, 21:03\nsalut"},
      {"Messenger", "stacked", "‹Ida Lind›\nśr., 21:14\ncześć\n‹Odo›\nśr., 21:20\nno"},
      {"LinkedIn", "stacked", "‹Ida Lind› • 2nd\n10:02 AM\nHi\n\n‹Odo Karr›\n10:15 AM\nNo"},
      {"LinkedIn, its notice", "copied", "‹Ida Lind› sent the following message at 10:03 AM\nHi"},
      {"name before the time", "named", "‹Moi›, 14:02 : libre ?\n‹M. Karr›, 14:10 : oui"},
      {"with a day, quoted", "named", "> ‹Odo (landlord)› 12/03 07:02: rent\n> ‹Me› 12/03 07:10: no"},
      {"with a day of the week", "named", "‹Ida› Mon 14:05: see you\n‹Odo Karr›, 12 mar 2:05 PM: no"},
      {"with a day before it", "bracket_time", "12/03 14:05 ‹Ida›: see you\n12/03 14:06 ‹Odo›: no"},
      {"LINE, with spaces", "spaced", "21:03 ‹あや› 楽しかった\n21:05 ‹しゅん› こちらこそ"},
      {"quoted", "bracket_time", "> [14:05] ‹Ida›: see you\n>> [14:06] ‹Odo›: yes"},
      {"Teams", "teams_copy", "[04.02. 16:58] ‹Ida›: bis dann\n[2/4 2:05 PM] ‹Odo›: yes"},
      {"a day in brackets", "bracket_time", "[Mon 14:05] ‹Ida›: see you"},
      {"Discord's exporter", "copied", "[03-Jan-23 10:01 PM] ‹ida_ex›\nsee you"},
      {"a ticket", "copied", "‹Ida Lind› wrote (May 3, 10:14): It hums.\n‹Odo (Agent)› wrote (May 3, 11:02): Yes."},
  });
  const Case none[] = {
      {"verses", "dialogue", "John 3:16: is not\nLuke 2:10: was"},
      {"days of the week", "dialogue", "Mon 9:00: yoga at the hall\nTue 9:30: swimming"},
      {"sentences above a time", "", "Doors open early.\n9:00 AM\nEverybody comes in."},
      {"a heading above", "", "# Morning\n9:00 AM\nEverybody comes in."},
  };
  for (const Case& c : none) EXPECT_EQ(found_in(c.text).layouts, c.layout) << c.name;
}

TEST(MessageHeader, RetoldByOneOfTheTwo) {
  const auto layout_of = [](const std::string& text) {
    std::vector<MessageHeader> headers;
    find_headers(text, headers);
    return headers.size() == 4 && headers[0].layout == Layout::kOwnDialogue ? std::string("own") : std::string();
  };
  EXPECT_EQ(layout_of("It went so:\n\nMe: are you in\nGus: who asks\nMe: me\nGus: no\n\nNote: I left."), "own");
  EXPECT_EQ(layout_of("> him: hi\n> him: hello??\n> him: so\n> me: it is 4am"), "own");
  EXPECT_EQ(layout_of("[her] is it there\n[me] yes\n[her] why\n[me] why not"), "own");
  EXPECT_EQ(layout_of("Moi : tu viens ?\nGus : non\nMoi : bon\nGus : voilà"), "own");
  EXPECT_EQ(layout_of("我：在吗\n小舟：在\n我：好\n小舟：嗯"), "own");
  EXPECT_EQ(layout_of("我:在吗\n小舟:在\n我:好\n小舟:嗯"), "own");  // as it is folded
  // What stands apart before it is of the text around.
  EXPECT_EQ(layout_of("Update from me: I texted her.\n\nme: hey\nher: what\nme: my meds\nher: they asked"), "own");
  // Too short; of others; a joke; a model's.
  EXPECT_EQ(layout_of("Me: are you in\nGus: no\nMe: oh"), "");
  EXPECT_EQ(layout_of("Ida: are you in\nGus: no\nIda: oh\nGus: yes"), "");
  EXPECT_EQ(layout_of("nobody: \nMe: hi\nmy brain: no\nMe: hi"), "");
  EXPECT_EQ(layout_of("Me: hi\nAssistant: hello\nMe: help\nAssistant: yes"), "");
}

TEST(MessageHeader, NotOfAMessage) {
  const Case cases[] = {
      {"a log", "", "2024-02-03 14:05:11,123 INFO main: started"},
      {"a duration", "", "it took 12:30.5 minutes"},
      {"a verse", "", "as John 3:16 says"},
      {"a ratio in prose", "", "we mixed it 1:100 and left it"},
      {"an address", "", "fe80::12:3456 is local"},
      {"an opening time", "", "Open from 9:00 to 17:00, on Sundays closed."},
      {"a timetable", "", "9:00 - Breakfast\n10:00 - Talks\n12:00 - Lunch"},
      {"times of a day in a sentence", "", "We met at 14:05 and left at 15:10."},
  };
  for (const Case& c : cases) EXPECT_EQ(found_in(c.text).layouts, c.layout) << c.name;
  // Lines of machines are headers whose speaker is none.
  EXPECT_EQ(found_in("2024-02-03 14:05:11 INFO: started").layouts, "plain machine");
  EXPECT_EQ(found_in("[14:05] Moderator: welcome").layouts, "bracket_time machine");
  // A line is read as speech without a time if no header is found.
  EXPECT_EQ(found_in("14:05:11 app.core.worker: ready").layouts, "dialogue");
}

// Any bytes of views: what is told lies in the text, in order, on characters.
TEST(MessageHeader, BoundsHoldInAnyText) {
  const std::vector<std::string> pieces = {"14:05",
                                           "2:05:11 PM",
                                           "03/02/2024, ",
                                           "2024-02-03 ",
                                           "[",
                                           "]",
                                           "] ",
                                           ": ",
                                           " - ",
                                           "Ida Lind",
                                           "이다",
                                           "é",
                                           "\n",
                                           "\n\n",
                                           "\t",
                                           "<",
                                           "> ",
                                           "(",
                                           "): ",
                                           "From ",
                                           " to ",
                                           "(Direct Message)",
                                           " : ",
                                           "오후 ",
                                           "日",
                                           "Feb 03, 2024 ",
                                           "T",
                                           ", ",
                                           ".",
                                           "x",
                                           " ",
                                           "12",
                                           ":",
                                           "a very long name that goes on and on for more than sixty bytes ",
                                           " -> "};
  std::mt19937 random(7);
  std::size_t all = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t n = random() % 40; n > 0; --n) text += pieces[random() % pieces.size()];
    std::vector<MessageHeader> headers;
    find_headers(text, headers);
    std::uint32_t last = 0;
    for (const MessageHeader& h : headers) {
      ASSERT_LE(h.begin, h.body) << text;
      ASSERT_LE(h.body, text.size()) << text;
      ASSERT_LE(h.speaker.begin, h.speaker.end) << text;
      ASSERT_LE(h.speaker.end, text.size()) << text;
      ASSERT_TRUE(is_valid_utf8(text.substr(h.speaker.begin, h.speaker.size()))) << text;
      ASSERT_TRUE(is_valid_utf8(text.substr(0, h.begin))) << text;
      ASSERT_GE(h.speaker.begin, last) << text;
      last = h.notice ? last : h.speaker.end;
    }
    all += headers.size();
  }
  EXPECT_GT(all, 2000U);  // the pieces do make headers
}

}  // namespace
}  // namespace privet
