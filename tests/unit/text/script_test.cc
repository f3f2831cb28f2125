// Script profiles, and what counts as a word character.
#include "text/script.h"

#include <gtest/gtest.h>

#include <string>

#include "text_test_support.h"

namespace privet {
namespace {

using testing_text::ExactBuffer;

TEST(Script, the_main_script_of_a_text_is_told) {
  const struct {
    const char* text;
    ScriptGroup main;
  } cases[] = {
      {"plain English, 123", ScriptGroup::kLatin},
      {"Größe und Łódź", ScriptGroup::kLatin},
      {"Привет, world", ScriptGroup::kCyrillic},
      {"Καλημέρα", ScriptGroup::kGreek},
      {"السلام عليكم", ScriptGroup::kArabic},
      {"שלום", ScriptGroup::kHebrew},
      {"नमस्ते", ScriptGroup::kDevanagari},
      {"สวัสดี", ScriptGroup::kThai},
      {"你好世界", ScriptGroup::kHan},
      {"これはテスト", ScriptGroup::kKana},
      {"안녕하세요", ScriptGroup::kHangul},
      {"გამარჯობა", ScriptGroup::kOther},
      {"", ScriptGroup::kOther},
      {"123 !? 😀", ScriptGroup::kOther},
  };
  for (const auto& c : cases) {
    const ExactBuffer buffer(c.text);
    EXPECT_EQ(profile_scripts(buffer.text()).main(), c.main) << c.text;
  }
}

TEST(Script, letters_are_counted_by_group_and_add_up) {
  ScriptProfile profile = profile_scripts("abé да 日本 1");
  EXPECT_EQ(profile.of(ScriptGroup::kLatin), 3U);
  EXPECT_EQ(profile.of(ScriptGroup::kCyrillic), 2U);
  EXPECT_EQ(profile.of(ScriptGroup::kHan), 2U);
  EXPECT_EQ(profile.total(), 7U);
  profile += profile_scripts("z");
  EXPECT_EQ(profile.of(ScriptGroup::kLatin), 4U);
}

TEST(Script, only_the_beginning_of_a_text_is_looked_at) {
  const std::string text = std::string(4096, ' ') + "abc";
  EXPECT_EQ(profile_scripts(text).total(), 0U);
  // A character across the border is left out whole.
  const std::string cut = std::string(4095, 'a') + "日本";
  EXPECT_EQ(profile_scripts(cut).total(), 4095U);
}

TEST(Script, word_characters_are_letters_digits_marks_and_underscore) {
  for (const char32_t c : U"aZ09_éßяא漢かक\u0301\u093F٣") {
    if (c != 0) {
      EXPECT_TRUE(is_word(c)) << static_cast<std::uint32_t>(c);
    }
  }
  for (const char32_t c : U" @.-+'’、。😀\u200B€") {
    if (c != 0) {
      EXPECT_FALSE(is_word(c)) << static_cast<std::uint32_t>(c);
    }
  }
}

TEST(Script, cjk_is_what_sticks_to_a_value_without_spaces) {
  for (const char32_t c : U"漢かカー々ㄅ한\U00020000") {
    if (c != 0) {
      EXPECT_TRUE(is_cjk(c)) << static_cast<std::uint32_t>(c);
    }
  }
  for (const char32_t c : U"aéяअ。、ไ") {
    if (c != 0) {
      EXPECT_FALSE(is_cjk(c)) << static_cast<std::uint32_t>(c);
    }
  }
  EXPECT_TRUE(is_mark(0x301));
  EXPECT_FALSE(is_mark('a'));
}

}  // namespace
}  // namespace privet
