// What a text says just before a conversation that is shown in it.
//
//   My manager DMed me on Slack, is it a warning?     personal, slack
//   Aus unserer Signal-Gruppe:                        personal, group, signal
//   Nos messages privés Instagram, en entier :        personal, instagram
//   I am posting the mail I got:                      published
//   An example of a WhatsApp chat:                    made up, whatsapp
//
// The words are closed lists, in the languages that people post in. They are
// looked for in the last lines before the conversation and nowhere else: a text
// that speaks of messages elsewhere introduces none.
#pragma once

#include <string_view>

#include "base/span.h"
#include "rule/message_kind.h"

namespace privet {

struct Introduction {
  bool personal = false;   // somebody shows messages of his own; never if they are made up
  bool published = false;  // it is posted or printed here, says the one who does so
  bool made_up = false;    // a sample, a scene, a format that is explained
  bool group = false;      // of more than two
  Platform platform = kGenericPlatform;
};

// Reads at most kLongestIntroduction bytes before `begin`, where the
// conversation begins in `text`.
[[nodiscard]] Introduction introduction_before(std::string_view text, std::uint32_t begin);
inline constexpr std::size_t kLongestIntroduction = 320;

}  // namespace privet
