// What is left of texts and keys: words of the list, and nothing of values.
#include "gate/skeleton.h"

#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "gate/common_words.h"

namespace privet {
namespace {

std::string skeleton(std::string_view text) {
  std::string out;
  append_skeleton(text, out);
  return out;
}

std::string key_mark(std::string_view key) {
  std::string out;
  append_key_mark(key, out);
  return out;
}

TEST(Skeleton, KeepsWordsOfTheListAndMarksTheRest) {
  const std::tuple<const char*, const char*> cases[] = {
      {"", ""},
      {" \t\n ", ""},
      {"-- ... !", ""},
      // Words.
      {"please write to the office", "please x4 to the x4"},
      {"(the \"with\", and: from!)", "the with and from"},
      {"The Names of ALL iPhones", "Xx2 Xx4 of X2 xX4"},
      {"a bc def ghij klmnopq rstuvwxy", "x1 x2 x2 x4 x4 x8"},
      {"don't well-known", "x2.x1 x4.x4"},
      // A word of the list inside a token is none.
      {"the.of@with.com to-the", "x2.x2.x4.x2 x2.x2"},
      // Numbers: that there is one, and no more.
      {"7", "9"},
      {"2025550142", "9"},
      {"+1 (202) 555-0142", "9"},
      {"1990-05-17, 12:30", "9"},
      {"on 12 5 of 3", "on 9 of 9"},
      {"\u0661\u0662\u0663 \u0967\u0968 \uFF11", "9"},
      // Letters and digits.
      {"DE89370400440532013000", "m16"},
      {"DE89 3704 0044 0532 0130 00", "m4 9"},
      {"room x1", "x4 m2"},
      // Scripts and case.
      {"\u041F\u0440\u0438\u0432\u0435\u0442 \u0438\u043C\u044F", "Xx4/Cyrl x2/Cyrl"},
      {"\u0141\u00F3d\u017A \u017C\u00F3\u0142ty", "Xx4 x4"},
      {"\u0645\u062D\u0645\u062F \u0641\u064A", "x4/Arab \u0641\u064A"},
      {"\u6771\u4EAC\u90FD \u30BF\u30EF\u30FC \uAE40\uCCA0\uC218", "x2/Hani x2/Kana x2/Hang"},
      {"\u6771\u4EAC\u30BF\u30EF\u30FC", "x4/Zyyy"},
      // Marks, zero-width characters and emoji.
      {"e\u0301a x\u200By \U0001F600 z", "x2 x2 x1"},
  };
  for (const auto& [text, marks] : cases) EXPECT_EQ(skeleton(text), marks) << text;
}

TEST(Skeleton, CountsWordsOfTheList) {
  std::string out;
  EXPECT_EQ(append_skeleton("please write to the office", out), 3U);
  EXPECT_EQ(append_skeleton("Please WRITE To office", out), 0U);
}

// Two values of a kind leave the same, so neither can be told from it.
TEST(Skeleton, ValuesOfAKindLeaveTheSame) {
  const std::tuple<const char*, const char*> alike[] = {
      {"ann@example.com", "bob@example.com"},
      {"maria.lopez@mail.example.org", "jonas.vogel@news.example.net"},
      {"202-555-0142", "415 555 0199"},
      {"+44 20 7946 0958", "+1 (202) 555 0142"},
      {"12345678", "98765432"},
      {"1990-05-17", "2001-12-01"},
      {"Ann Lind", "Bob Ross"},
      {"maria fischer", "julia richter"},
      {"DE89370400440532013000", "GB29601613319268190000"},
      {"DE89 3704 0044 0532 0130 00", "FR14 2004 1010 0505 0001 30"},
      {"4111 1111 1111 1111", "5500-0000-0000-0004"},
      {"192.0.2.1", "198.51.100.77"},
      {"078-05-1120", "219-09-9999"},
      {"@ann_lind", "@bob_ross"},
      {"C01X00T47", "L8988901C"},
  };
  for (const auto& [one, other] : alike) EXPECT_EQ(skeleton(one), skeleton(other)) << one << " " << other;
}

// Names that are words too, and words for numbers, are not in the list.
TEST(Skeleton, NoNameAndNoNumberIsAWordOfTheList) {
  for (const char* const word :
       {"will", "may", "mark", "can", "ali", "ben",  "kim", "hans",  "mia", "per", "dan", "jan",  "ole", "son",
        "an",   "do",  "le",   "van", "han", "min",  "li",  "yang",  "her", "he",  "she", "said", "nur", "ada",
        "pia",  "al",  "in",   "il",  "jo",  "one",  "two", "three", "un",  "une", "uno", "una",  "ein", "eine",
        "um",   "uma", "een",  "bir", "egy", "zero", "oh",  "null",  "a",   "i",   "y",   "o",    "e"})
    EXPECT_FALSE(is_common_word(word)) << word;
  for (const char* const word : {"the", "with", "nicht", "avec", "porque", "\u043D\u0435", "\u0939\u0948"})
    EXPECT_TRUE(is_common_word(word)) << word;
}

TEST(Skeleton, KeysStayOnlyIfAllTheirWordsAreOfTheList) {
  const std::tuple<const char*, const char*> cases[] = {
      {"text", "text"},
      {"senderName", "sender_name"},
      {"Sender-Name", "sender_name"},
      {"sender name", "sender_name"},
      {"URL", "url"},
      {"address2", "address_9"},
      {"home.phone.17", "home_phone_9"},
      {"3", "*"},
      {"20250101", "*"},
      {"", "x"},
      {"_", "x"},
      {"202-555-0142", "x"},
      {"Ann Lind", "x"},
      {"jo@example.com", "x"},
      {"{key 2}", "x"},
      {"name_of_ann", "x"},
      {"stra\u00DFe", "x"},
      {"email/jo", "x"},
  };
  for (const auto& [key, mark] : cases) EXPECT_EQ(key_mark(key), mark) << key;
}

TEST(Skeleton, LooksAtSoMuchOfATextAndNoFurther) {
  std::string text;
  while (text.size() < kMostSkeletonBytes - 1) text += "to ";
  text.resize(kMostSkeletonBytes - 1);
  const std::string whole = text + "\u00E9\u00E9";  // the limit is inside the first
  EXPECT_EQ(skeleton(whole), skeleton(text));
  EXPECT_EQ(skeleton(whole + " the end"), skeleton(whole));
}

}  // namespace
}  // namespace privet
