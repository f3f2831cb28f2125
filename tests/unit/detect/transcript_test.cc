// Speakers, times and what a transcript comes to.
#include "detect/messages/transcript.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "detect/messages/participants.h"
#include "detect/messages/speakers.h"
#include "detect/messages/when.h"

namespace privet {
namespace {

std::vector<Transcript> sums_of(const std::string& text) {
  std::vector<MessageHeader> headers;
  find_headers(text, headers);
  std::vector<Transcript> sums;
  sum_up(text, headers, sums);
  return sums;
}

TEST(Speakers, AreNamesNicknamesAndNumbers) {
  for (const char* name : {"Ida", "Ida Lind", "ida_ex", "O'Dowd-Lind", "+44 7700 900123", "이다", "Ida L.", "ida.lind",
                           "~Ida", "Dr. Ida Maria von Lind Example"}) {
    EXPECT_TRUE(is_speaker(name)) << name;
  }
  for (const char* name : {"", " Ida", "Ida ", "a=b", "C:\\x", "http://x", "std::vector", "f()", "app.core.worker",
                           "12-14", "one two three four five six seven", "a: b", "{id}", "x\ny"}) {
    EXPECT_FALSE(is_speaker(name)) << name;
  }
  EXPECT_TRUE(is_speaker(std::string(60, 'n')));
  EXPECT_FALSE(is_speaker(std::string(61, 'n')));
}

TEST(Speakers, MachinesAndRolesAreKnown) {
  for (const char* name :
       {"INFO", "HTTP GET", "User", "assistant", "Speaker 1", "worker-3", "Moderator", "Q", "systemd"})
    EXPECT_TRUE(is_machine_speaker(name)) << name;
  for (const char* name : {"Ida", "IL", "ida_ex", "Ida Lind", "Infante", "Anna-Lena"})
    EXPECT_FALSE(is_machine_speaker(name)) << name;
}

TEST(Participants, HaveTheFormOfNames) {
  for (const char* name : {"Ida Lind", "이다", "Ида Линд", "Jo"}) EXPECT_EQ(name_form(name), NameForm::kPerson) << name;
  for (const char* name : {"ida_ex", "ida77", "ida.lind", "ida_01", "odo"})
    EXPECT_EQ(name_form(name), NameForm::kNickname) << name;
  for (const char* name : {"U04EXAMPLE1", "me", "You", "ida@example.com", "1206555", "Lind, Ida", "user", "", "x"})
    EXPECT_EQ(name_form(name), NameForm::kNone) << name;
}

TEST(When, ClockTimes) {
  const struct {
    const char* name;
    const char* text;
    const char* time;  // "": none
  } cases[] = {
      {"plain", "at 14:05 sharp", "14:05"},
      {"with seconds", "14:05:11 x", "14:05:11"},
      {"with a half of the day", "at 2:05 PM.", "2:05 PM"},
      {"in Spanish", "2:05 a. m. y", "2:05 a. m."},
      {"in Korean", "오후 2:05 x", "오후 2:05"},
      {"in Japanese", "午後2:05 x", "午後2:05"},
      {"an hour of three digits", "114:05", ""},
      {"a third part", "a:14:05", ""},
      {"minutes of three digits", "14:051", ""},
      {"a fraction of a second", "14:05:11.5", ""},
      {"a zone", "+01:00", ""},
  };
  for (const auto& c : cases) {
    const std::string text = c.text;
    std::size_t colon = text.find(':');
    if (text.starts_with("a:")) colon = text.find(':', colon + 1);
    const auto time = clock_time_at(text, colon);
    EXPECT_EQ(time ? text.substr(time->begin, time->end - time->begin) : "", c.time) << c.name;
  }
}

TEST(When, DatesBefore) {
  const struct {
    const char* text;  // ends where the time begins
    const char* date;
  } cases[] = {
      {"x 03/02/2024, ", "03/02/2024"},
      {"x 3/2/24 ", "3/2/24"},
      {"x 2024-02-03 ", "2024-02-03"},
      {"x 03.02.2024 ", "03.02.2024"},
      {"x 2024. 2. 3. ", "2024. 2. 3"},
      {"x 3/2/2567 ", "3/2/2567"},
      {"x 2024-02-03T", "2024-02-03"},
      {"[Today at ", "Today"},
      {"\n12 March 2024 at ", "12 March 2024"},
      {"\nMar 12, 2024 ", "Mar 12, 2024"},
      {"2024年3月11日", "2024年3月11日"},
      {"version 1.2.3.4 ", ""},
      {"in room 12 ", ""},
      {"at ", ""},
  };
  for (const auto& c : cases) {
    const std::string text = c.text;
    const auto date = date_before(text, text.size());
    const std::string shown = date ? text.substr(date->begin) : "";
    EXPECT_EQ(shown.substr(0, std::string(c.date).size()), c.date) << c.text;
    EXPECT_EQ(date.has_value(), *c.date != '\0') << c.text;
  }
}

TEST(When, DaysWithoutAYear) {
  for (const char* day :
       {"Mon", "hier à", "14 mai,", "śr.,", "03-Jan-23", "May 3,", "Yesterday at", "12/03", "вчера в"})
    EXPECT_TRUE(is_day(day)) << day;
  for (const char* none : {"", "Ida", "Ida Lind", "12", "Flat 7 of the house", "Monday came", "at", "a:b"})
    EXPECT_FALSE(is_day(none)) << none;
}

TEST(Transcript, CountsHeadersAndSpeakersByLayout) {
  const std::string text = "[14:05] Ida: a\n[14:06] Odo: b\n[14:07] Ida: c\n\nLeave me out.";
  const auto sums = sums_of(text);
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums[0].layout, Layout::kBracketTime);
  EXPECT_EQ(sums[0].headers, 3U);
  EXPECT_EQ(sums[0].speakers, 2U);
  EXPECT_EQ(text.substr(sums[0].place.begin, sums[0].place.size()), "[14:05] Ida: a\n[14:06] Odo: b\n[14:07] Ida: c");
}

TEST(Transcript, LogsAndMinutesAreNone) {
  EXPECT_TRUE(sums_of("2024-02-03 14:05:11 INFO: a\n2024-02-03 14:05:12 WARN: b").empty());
  EXPECT_TRUE(sums_of("[14:05] Moderator: a\n[14:06] Speaker 1: b\n[14:07] Moderator: c").empty());
  // One person among machines is a log still; one machine among persons is not.
  EXPECT_TRUE(sums_of("[14:05] Moderator: a\n[14:06] Ida: b\n[14:07] Host: c").empty());
  EXPECT_EQ(sums_of("[14:05] Ida: a\n[14:06] Odo: b\n[14:07] Bot: c\n[14:08] Ida: d").size(), 1U);
}

// A timetable has the form of some chats, but nobody returns in it.
TEST(Transcript, InTimetablesNobodyReturns) {
  EXPECT_TRUE(sums_of("Keynote\n9:00 AM\nHall 1\n\nBreak\n10:00 AM\nFoyer\n\nLunch\n12:00 AM\nCanteen").empty());
  EXPECT_TRUE(sums_of("Lunch, 12:00: soup\nTea, 16:00: cake\nDinner, 19:00: fish").empty());
  EXPECT_EQ(sums_of("Ida\n9:00 AM\nin?\n\nOdo\n10:00 AM\nno\n\nIda\n12:00 AM\noh").size(), 1U);
  EXPECT_EQ(sums_of("Ida, 12:00: in?\nOdo, 16:00: no\nIda, 19:00: oh").size(), 1U);
}

TEST(Transcript, NoticesAreNoHeaders) {
  EXPECT_TRUE(sums_of("03/02/2024, 14:05 - Messages are encrypted\n03/02/2024, 14:06 - Ida left").empty());
}

TEST(Transcript, CountsSpeakersUpToItsLimit) {
  std::string text;
  for (int i = 0; i < 100; ++i)
    text += "[14:05] name" + std::string(1, static_cast<char>('a' + i % 26)) +
            std::string(1, static_cast<char>('a' + i / 26)) + ": x\n";
  const auto sums = sums_of(text);
  ASSERT_EQ(sums.size(), 1U);
  EXPECT_EQ(sums[0].headers, 100U);
  EXPECT_EQ(sums[0].speakers, kMostSpeakers);
}

}  // namespace
}  // namespace privet
