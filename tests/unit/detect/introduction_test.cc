// What the words before a conversation say of it.
#include "detect/messages/introduction.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "detect/messages/transcript.h"

namespace privet {
namespace {

Introduction before_chat(std::string_view words) {
  const std::string text = std::string(words) + "\n\n[14:05] Ida: are you in";
  return introduction_before(text, static_cast<std::uint32_t>(words.size() + 2));
}

// "personal group telegram", as far as it says so.
std::string said(std::string_view words) {
  const Introduction one = before_chat(words);
  std::string out = one.personal ? "personal" : one.made_up ? "made up" : "";
  if (one.group) out += " group";
  if (one.platform != kGenericPlatform) out += " " + std::string(platform_name(one.platform));
  return out;
}

TEST(Introduction, SaysThatMessagesAreSomebodysOwn) {
  const struct {
    const char* words;
    const char* said;
  } cases[] = {
      // Private whoever says it.
      {"My manager DMed me this, is it a warning?", "personal"},
      {"Here is the entire LinkedIn message thread, unedited. Our DMs in full:", "personal linkedin"},
      {"Nos messages privés Instagram, en entier :", "personal instagram"},
      {"Gente, copiei da DM dela com autorização:", "personal"},
      {"次のLINEのやりとりを読んで、脈ありか判定してください。", "personal line"},
      {"朋友发来的微信聊天记录：", "personal wechat"},
      {"Он написал мне ночью:", "personal"},
      // Messages, and somebody who speaks of himself.
      {"Summarise who owes what. Texts from my phone:", "personal sms"},
      {"Co mam odpisać siostrze? Wklejam z Messengera:", "personal messenger"},
      {"Uit onze Signal-groep, 9 maart:", "personal group signal"},
      {"Our family group on WhatsApp, last night:", "personal group whatsapp"},
      // Or shows them as they came.
      {"Here is the entire LinkedIn message thread, unedited.", "personal linkedin"},
      {"Guardo los mensajes de mi padre. Los copio tal cual:", "personal"},
      // Two lines above, behind a line without words.
      {"From our Slack, my messages with the boss:\n\n```", "personal slack"},
  };
  for (const auto& c : cases) EXPECT_EQ(said(c.words), c.said) << c.words;
}

TEST(Introduction, OrNothing) {
  for (const char* const words : {
           "The minutes of the meeting:",
           "The talk began at two.",
           "Kitchen, later that day:",
           "Das Protokoll:",
           "I get these messages from my server:",
           "My post got these messages in its comments:",
           "He sent messages to the queue:",          // messages of nobody here
           "We wrote this page for you:",             // somebody, and no messages
           "The adms and the pmsg parameter, dmdx:",  // parts of other words
           "",
       })
    EXPECT_EQ(said(words), "") << words;
}

TEST(Introduction, SaysThatItIsPublished) {
  EXPECT_TRUE(before_chat("We print it as it reached us.").published);
  EXPECT_TRUE(before_chat("Je colle ici le dernier échange.").published);
  EXPECT_FALSE(before_chat("This is what she sent me at night.").published);
  EXPECT_FALSE(before_chat("We print an example of it.").published);
}

TEST(Introduction, MadeUpIsNotPersonal) {
  EXPECT_EQ(said("An example of the messages that I get on WhatsApp:"), "made up whatsapp");
  EXPECT_EQ(said("My chat with ChatGPT, in full:"), "made up");
  EXPECT_EQ(said("Ein Beispiel für unseren Chat:"), "made up");
  EXPECT_EQ(said("My app gets these error messages:"), "made up");
  EXPECT_EQ(said("A short story, told in text messages from my phone:"), "made up sms");
}

// What stands far before the conversation, or behind it, says nothing.
TEST(Introduction, IsReadInTheLastLinesOnly) {
  const std::string far(400, 'x');
  EXPECT_EQ(said("Our DMs in full: " + far), "");
  EXPECT_EQ(said("Our DMs.\nThe first line.\nThe second line.\nThe third line."), "");
  const std::string_view text = "[14:05] Ida: are you in\nThese were our DMs.";
  EXPECT_FALSE(introduction_before(text, 0).personal);
}

TEST(Introduction, CutsNoCharacter) {
  for (std::size_t n = 300; n < 340; ++n) {
    std::string words(n, 'x');
    words.insert(0, "私私私");
    EXPECT_FALSE(before_chat(words + " DMs").made_up);
  }
}

// Where it is personal, the headers are summed up once more, all together.
TEST(Introduction, AddsASummaryOfItsOwn) {
  const auto layouts = [](const std::string& text) {
    std::vector<MessageHeader> headers;
    std::vector<Transcript> sums;
    find_headers(text, headers);
    sum_up(text, headers, sums);
    std::string out;
    for (const Transcript& one : sums) {
      out += std::string(kLayouts[static_cast<std::size_t>(one.layout)]) + " " + std::to_string(one.headers) + " ";
    }
    return out;
  };
  const std::string chat = "[14:05] Ida: are you in\n[14:06] Odo: no\n[14:07] Ida: oh";
  EXPECT_EQ(layouts("The talk:\n" + chat), "bracket_time 3 ");
  EXPECT_EQ(layouts("Our DMs:\n" + chat), "bracket_time 3 introduced 3 ");
  // Without times: three lines by two people, one of whom speaks again.
  const std::string told = "Ida: are you in\nOdo: no\nIda: oh";
  EXPECT_EQ(layouts("The talk:\n\n" + told), "dialogue 3 ");
  EXPECT_EQ(layouts("Our DMs, in full and in the order they came:\n\n" + told), "told_dialogue 3 introduced 3 ");
  EXPECT_EQ(layouts("Our DMs are open at these hours of the week:\n\nMonday: nine\nTuesday: ten\nFriday: two"),
            "dialogue 3 ");
  EXPECT_EQ(layouts("Our DMs, in full and in the order they came:\n\nUser: hi\nAssistant: hello\nUser: help"), "");
}

}  // namespace
}  // namespace privet
