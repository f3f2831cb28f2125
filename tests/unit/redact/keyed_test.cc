#include "redact/keyed.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <set>
#include <string>

namespace privet {
namespace {

constexpr std::string_view kKey = "sixteen bytes ok";

Keyring keys_of(std::string_view key) {
  Result<Keyring> keys = Keyring::from_bytes(key);
  EXPECT_TRUE(keys.has_value());
  return std::move(*keys);
}

// Worked out with another program, from the header alone.
TEST(Keyed, NamesFollowTheDocumentedConstruction) {
  const Keyring keys = keys_of(kKey);
  EXPECT_EQ(keys.fingerprint("EMAIL_ADDRESS", "jo@example.com"), "h1:97b49957bd4ddfafab4300126f8933fb");
  EXPECT_EQ(keys.token("EMAIL_ADDRESS", "jo@example.com"), "xzrvtiugozrmoqhrzttq");
}

TEST(Keyed, TheSameValueHasTheSameNameAndAnotherHasAnother) {
  const Keyring keys = keys_of(kKey);
  const Keyring same = keys_of(kKey);
  const Keyring other = keys_of("sixteen bytes OK");
  EXPECT_EQ(keys.token("PERSON", "jo"), same.token("PERSON", "jo"));
  EXPECT_NE(keys.token("PERSON", "jo"), keys.token("PERSON", "bo"));
  EXPECT_NE(keys.token("PERSON", "jo"), keys.token("USER_HANDLE", "jo"));
  EXPECT_NE(keys.token("PERSON", "jo"), other.token("PERSON", "jo"));
  EXPECT_NE(keys.fingerprint("PERSON", "jo"), other.fingerprint("PERSON", "jo"));
  // The boundary between entity and value counts.
  EXPECT_NE(keys.token("AB", "C"), keys.token("A", "BC"));
}

TEST(Keyed, AnAnchorIsUnderAKeyOfItsOwn) {
  const Keyring keys = keys_of(kKey);
  const Keyring other = keys_of("sixteen bytes OK");
  std::string anchor;
  for (const std::uint8_t byte : keys.anchor("EMAIL_ADDRESS"))
    anchor.append({"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]});
  EXPECT_EQ(anchor.substr(0, 32), "213898422e5f378497cafc3162ae698d");
  EXPECT_EQ(keys.anchor_key_name(), "9b4430cfcb81");
  EXPECT_NE(keys.anchor_key_name(), other.anchor_key_name());
}

TEST(Keyed, ATokenIsTwentyLettersOutOfTwenty) {
  const Keyring keys = keys_of(kKey);
  std::set<char> seen;
  std::set<std::string> tokens;
  for (int i = 0; i < 500; ++i) {
    const std::string token = keys.token("PERSON", std::to_string(i));
    EXPECT_EQ(token.size(), 20U);
    EXPECT_EQ(token.find_first_not_of("ghijklmnopqrstuvwxyz"), std::string::npos) << token;
    seen.insert(token.begin(), token.end());
    tokens.insert(token);
  }
  EXPECT_EQ(seen.size(), 20U);
  EXPECT_EQ(tokens.size(), 500U);
}

class KeyFile : public testing::Test {
 protected:
  void SetUp() override { path_ = testing::TempDir() + "privet_key_" + std::to_string(::getpid()); }
  void TearDown() override { std::remove(path_.c_str()); }
  Result<Keyring> load(std::string_view content) {
    std::ofstream(path_, std::ios::binary) << content;
    ::chmod(path_.c_str(), 0600);
    return Keyring::load(path_);
  }
  std::string path_;
};

TEST_F(KeyFile, OneLineEndDoesNotBelongToTheKey) {
  const std::string expected = keys_of(kKey).token("PERSON", "jo");
  const std::string key(kKey);
  for (const std::string& end : {std::string(), std::string("\n"), std::string("\r\n")}) {
    const auto keys = load(key + end);
    ASSERT_TRUE(keys.has_value());
    EXPECT_EQ(keys->token("PERSON", "jo"), expected);
  }
  for (const std::string& end : {std::string("\n\n"), std::string("\r"), std::string(" ")}) {
    const auto keys = load(key + end);
    ASSERT_TRUE(keys.has_value());
    EXPECT_NE(keys->token("PERSON", "jo"), expected);
  }
}

TEST_F(KeyFile, WhatIsNoKeyIsRefusedByName) {
  for (const std::string& content : {std::string(), std::string("\n"), std::string("fifteen bytes k\n"),
                                     std::string(4097, 'x'), std::string(1 << 20, 'x')}) {
    const auto keys = load(content);
    ASSERT_FALSE(keys.has_value()) << content.size();
    EXPECT_NE(keys.error().message.find(path_), std::string::npos);
    EXPECT_EQ(keys.error().message.find("fifteen"), std::string::npos) << "a message must not hold the key";
  }
  EXPECT_TRUE(load(std::string(4096, 'x') + "\r\n").has_value());
  EXPECT_FALSE(Keyring::load(path_ + ".none").has_value());
  EXPECT_FALSE(Keyring::load(testing::TempDir()).has_value());
}

TEST_F(KeyFile, AKeyThatOthersMayReadIsNoticed) {
  EXPECT_FALSE(load(kKey)->readable_by_others());
  ::chmod(path_.c_str(), 0640);
  EXPECT_TRUE(Keyring::load(path_)->readable_by_others());
  ::chmod(path_.c_str(), 0604);
  EXPECT_TRUE(Keyring::load(path_)->readable_by_others());
}

}  // namespace
}  // namespace privet
