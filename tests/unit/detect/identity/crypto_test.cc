// Addresses of crypto-currencies: test vectors of their standards.
#include <gtest/gtest.h>

#include <cstdio>
#include <string>

#include "detect/identity/base58.h"
#include "detect/identity/keccak.h"
#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("finance/crypto.toml");
  return shared;
}

std::string keccak_hex(std::string_view bytes) {
  std::string hex;
  for (const std::uint8_t byte : keccak_256(bytes)) {
    char two[3];
    std::snprintf(two, sizeof two, "%02x", byte);
    hex += two;
  }
  return hex;
}

TEST(Keccak, IsTheSubmissionAndNotSha3) {
  // Of nothing, as Ethereum's Yellow Paper gives it for empty code.
  EXPECT_EQ(keccak_hex(""), "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
  EXPECT_EQ(keccak_hex("abc"), "4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
}

TEST(Keccak, BlocksOfAnySizeAreAbsorbed) {
  // Around the rate of 136 bytes each length pads otherwise.
  std::set<std::string> digests;
  for (std::size_t size = 130; size <= 280; ++size) digests.insert(keccak_hex(std::string(size, 'a')));
  EXPECT_EQ(digests.size(), 151U);
}

TEST(Base58, LeadingZerosAreBytes) {
  const auto genesis = decode_base58_check("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", kBitcoinAlphabet);
  ASSERT_TRUE(genesis.has_value());
  EXPECT_EQ(genesis->size(), 21U);
  EXPECT_EQ(genesis->front(), 0);
  EXPECT_EQ(decode_base58("111", kBitcoinAlphabet)->size(), 3U);
  EXPECT_FALSE(decode_base58("10", kBitcoinAlphabet).has_value());
}

TEST(Crypto, AddressesOfTheStandardsAreFound) {
  const char* const cases[] = {
      // Base58Check.
      "[[1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa]]",
      "bitcoin:[[1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa]]?amount=1",
      "[[3P14159f73E4gFr7JterCCQh9QjiTjiZrG]]",
      "XRP [[rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh]]",
      // BIP 173, version 0.
      "[[BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4]]",
      "[[bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3]]",
      // BIP 350, version 1.
      "[[bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0]]",
      // EIP-55: mixed, all capitals and all small.
      "[[0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed]]",
      "[[0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359]]",
      "[[0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB]]",
      "[[0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb]]",
      "wallet [[0x52908400098527886E0F7030069857D2E4169EE7]]",
      "wallet [[0xde709f2102306220921060314715629080e2fb77]]",
      // Without a cue, one case says nothing.
      "0x52908400098527886E0F7030069857D2E4169EE7",
      // BIP 350's vectors that are invalid: Bech32 where it should be Bech32m, a
      // program too short or too long for its version, mixed case, padding.
      "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
      "BC1S0XLXVLHEMJA6C4DQV22UAPCTQUPFHLXM9H8Z3K2E72Q4K9HCZ7VQ54WELL",
      "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kemeawh",
      "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
      "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
      "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du",
  };
  for (const char* const text : cases) {
    EXPECT_EQ(harness().marked(text), text);
    EXPECT_EQ(harness().marked(text, true), text) << "on the reference path";
  }
}

TEST(Crypto, OneWrongCharacterIsNoticed) {
  constexpr std::string_view kAlphabet = "023456789acdefghjklmnpqrstuvwxyz";
  for (const std::string_view address :
       {"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bc1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3qccfmv3",
        "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
        "4AdUndXHHZ6cfufTMvppY6JwXNouMBzSkbLYfpAV5Usx3skxNgYeYTRj5UzqtReoS44qo9mtmXCqY45DJ852K5Jv2684Rge"}) {
    for (std::size_t i = 1; i < address.size(); ++i) {
      for (const char c : kAlphabet) {
        std::string wrong(address);
        wrong[i] = c;
        if (c != address[i]) {
          EXPECT_EQ(harness().marked(wrong), wrong);
        }
      }
    }
  }
}

}  // namespace
}  // namespace privet
