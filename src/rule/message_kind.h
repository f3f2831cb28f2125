// The closed lists of a classification: class, platform, category of evidence.
// Names are the contract's.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace privet {

// What a record is, seen as a message. The first are the private ones.
enum class MessageClass : std::uint8_t {
  kNone,  // nothing tells
  kDm1to1,
  kDmGroup,
  kDmInmail,
  kPrivateGroup,  // a room for members only
  kPrivateEmail,
  kSupport,  // customer and company
  kChatbotLog,
  kPublicChannel,
  kPublicPost,
  kMailingList,
  kInstruction,
  kSyntheticDialogue,
  kDocs,
  kCode,
  kSchema,
  kFixture,
  kNewsQuote,
  kFiction,
  kInterview,
  kMachineLog,
  kTemplate,  // bulk mail and texts to be filled in
};

inline constexpr std::array<std::string_view, 22> kMessageClasses = {"",
                                                                     "dm_1to1",
                                                                     "dm_group",
                                                                     "dm_inmail",
                                                                     "private_group",
                                                                     "private_email",
                                                                     "support",
                                                                     "chatbot_log",
                                                                     "public_channel",
                                                                     "public_post",
                                                                     "mailing_list",
                                                                     "instruction",
                                                                     "synthetic_dialogue",
                                                                     "docs",
                                                                     "code",
                                                                     "schema",
                                                                     "fixture",
                                                                     "news_quote",
                                                                     "fiction",
                                                                     "interview",
                                                                     "machine_log",
                                                                     "template"};

[[nodiscard]] constexpr bool is_private(MessageClass c) {
  return c >= MessageClass::kDm1to1 && c <= MessageClass::kSupport;
}
[[nodiscard]] constexpr std::string_view class_name(MessageClass c) {
  return kMessageClasses[static_cast<std::size_t>(c)];
}

// An index into kPlatforms.
enum class Platform : std::uint8_t {};
inline constexpr std::array<std::string_view, 36> kPlatforms = {
    "generic",  "linkedin",  "slack",     "teams",    "skype",   "google_chat", "hangouts", "zoom",   "twitter",
    "facebook", "messenger", "instagram", "discord",  "reddit",  "whatsapp",    "telegram", "signal", "imessage",
    "sms",      "line",      "kakaotalk", "wechat",   "viber",   "snapchat",    "tiktok",   "matrix", "xmpp",
    "bluesky",  "mastodon",  "tinder",    "nextdoor", "zendesk", "intercom",    "hubspot",  "email",  "irc"};
inline constexpr Platform kGenericPlatform{0};

[[nodiscard]] constexpr std::string_view platform_name(Platform p) { return kPlatforms[static_cast<std::size_t>(p)]; }

// What a piece of evidence is of. Evidence of one category is correlated, so
// it is pooled before it is added up (resolve/classify.h).
enum class EvidenceCategory : std::uint8_t {
  kKeyShape,     // names of keys and values of enumerations that a platform's data has
  kIdentifier,   // thread ids, chat ids, addresses inside a platform
  kTranscript,   // the layout of lines: who said what and when
  kBoilerplate,  // notices and placeholders that an application writes
  kEnvelope,     // mail headers, reply and forward marks
  kMetadata,     // where the record says that it is from
  kPublic,       // against: public, synthetic, a training format
  kDocument,     // against: code, documentation, schema, placeholder values
};
inline constexpr std::array<std::string_view, 8> kEvidenceCategories = {
    "key_shape", "identifier", "transcript", "boilerplate", "envelope", "metadata", "public", "document"};

[[nodiscard]] constexpr std::string_view category_name(EvidenceCategory c) {
  return kEvidenceCategories[static_cast<std::size_t>(c)];
}

// The position of `name` in a list, or nothing.
template <class List>
[[nodiscard]] constexpr std::optional<std::size_t> find_name(const List& list, std::string_view name) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (list[i] == name) return i;
  }
  return std::nullopt;
}

}  // namespace privet
