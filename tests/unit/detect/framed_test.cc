// A conversation that is shown in somebody's text, and one that an exporter
// wrote a title over.
#include "detect/messages/framed.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "detect/messages/transcript.h"

namespace privet {
namespace {

bool framed(std::string_view text) {
  std::vector<MessageHeader> headers;
  find_headers(text, headers);
  std::vector<Transcript> all;
  sum_up(text, headers, all);
  EXPECT_FALSE(all.empty()) << text;
  return !all.empty() && is_framed(text, all.front().place, headers);
}

constexpr std::string_view kChat =
    "03.02.2024, 21:10 - Nova: are you up\n03.02.2024, 21:12 - Odo: yes. why\n03.02.2024, 21:13 - Nova: look outside";

std::string around(std::string_view before, std::string_view after) {
  return std::string(before) + std::string(kChat) + std::string(after);
}

TEST(Framed, ASentenceBeforeAndOneBehind) {
  EXPECT_TRUE(framed(around("My neighbours wrote this.\n\n", "\n\nTell me what you think of it.")));
  EXPECT_TRUE(framed(around("Our messages from the third of May:\n", "\n\nThat was it. #moving")));
  EXPECT_TRUE(framed(around("房东这样说合理吗？聊天记录如下:\n\n", "\n\n请懂法的朋友们都来说说吧。")));
}

TEST(Framed, OneOfThemIsNotEnough) {
  EXPECT_FALSE(framed(around("", "")));
  EXPECT_FALSE(framed(around("My neighbours wrote this last night.\n\n", "")));
  EXPECT_FALSE(framed(around("", "\n\nTell me what you think of it.")));
}

TEST(Framed, OrALongQuestionOrAnnouncement) {
  EXPECT_TRUE(framed(around("Should I answer my sister at all? This is what she wrote to me:\n", "")));
  EXPECT_TRUE(framed(around("My manager wrote me this, is it meant as a warning?\n\n", "")));
  EXPECT_TRUE(framed(around("From our Signal group, 9 March:\n", "")));
  EXPECT_FALSE(framed(around("Am I right with this?\n\n", "")));
  EXPECT_FALSE(framed(around("Chat of Nova and Odo, 3 messages, saved on the phone of Nova:\n", "")));
}

TEST(Framed, TheLineBehindMayFollowAtOnce) {
  EXPECT_TRUE(framed(around("Our messages from the third of May, in full.\n", "\nAnd so it began. More tomorrow.")));
  EXPECT_FALSE(framed(around("Our messages from the third of May, in full.\n", "\nand a line more of it")));
}

TEST(Framed, WhatAnExporterWritesIsNoSentence) {
  EXPECT_FALSE(framed(around("Chat history with Odo Example\n\n", "\n\nTell me what you think of it.")));
  EXPECT_FALSE(framed(around("Messages:\n\n", "\n\nTell me what you think of it.")));
  EXPECT_FALSE(framed(around("My neighbours wrote this last night.\n\n", "\n\n3 messages")));
  EXPECT_FALSE(framed(around("My neighbours wrote this last night.\n\n", "\n\n--- end of the chat ---")));
}

// A message may have paragraphs, the last one too.
TEST(Framed, NotWhereMessagesHaveParagraphs) {
  const std::string text =
      "My neighbours wrote this last night.\n\n"
      "03.02.2024, 21:10 - Nova: are you up\n\nI cannot sleep at all.\n03.02.2024, 21:12 - Odo: no\n\n"
      "Tell me what you think of it.";
  EXPECT_FALSE(framed(text));
}

// Its header begins above the line that told of it, and a quoted mail ends with
// its quote.
TEST(Framed, AMailFromItsFirstFieldToItsEnd) {
  const std::string_view text = "See this.\n\nSubject: keys\nFrom: ida@example.com\nTo: odo@example.org\n\nOdo, no.";
  const auto begin_of = [&](std::string_view line) {
    return text.substr(mail_begin(text, static_cast<std::uint32_t>(text.find(line)))).substr(0, 8);
  };
  EXPECT_EQ(begin_of("From: "), "Subject:");
  EXPECT_EQ(begin_of("Subject: "), "Subject:");
  EXPECT_EQ(begin_of("See"), "See this");
  EXPECT_EQ(mail_end(text, 11), text.size());
  const std::string_view quoted = "Ida wrote:\n\n> no\n>\n> never\n\nSo she did.";
  EXPECT_EQ(quoted.substr(0, mail_end(quoted, 0)), "Ida wrote:\n\n> no\n>\n> never");
  EXPECT_EQ(mail_end("", 0), 0U);
}

// A code block is set around what is shown, not what is said of it.
TEST(Framed, TheMarkOfACodeBlockIsNoSentence) {
  EXPECT_TRUE(framed(around("Should I answer my sister at all? This is what she wrote to me:\n\n```\n", "\n```")));
  EXPECT_FALSE(framed(around("```\n", "\n```")));
}

}  // namespace
}  // namespace privet
