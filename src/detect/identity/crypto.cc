// Addresses of crypto-currencies: their form and their checksum. A checksum is
// 30 bits or more, so that an address needs no other proof; Ethereum's is in
// the case of its letters, and Solana has none.
#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "detect/identity/base58.h"
#include "detect/identity/keccak.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Addresses stand in links and paths as well, but not in a longer word.
bool is_whole_word(std::string_view text, Span<ViewSpace> span) {
  return !is_word(before_or(text, span.begin, ' ')) && !is_word(at_or(text, span.end, ' '));
}

// The first byte says whose address it is. Each is 20 bytes more.
//   Bitcoin    00 1..., 05 3...   (wiki.bitcoin.it: List of address prefixes)
//   Litecoin   30 L..., 32 M...   (chainparams.cpp of each)
//   Dogecoin   1E D..., 16 9 or A
//   Dash       4C X..., 10 7...
//   Tron       41 T...
constexpr std::uint8_t kVersions[] = {0x00, 0x05, 0x10, 0x16, 0x1E, 0x30, 0x32, 0x41, 0x4C};
constexpr std::size_t kAddressBytes = 21;

bool is_base58_address(std::string_view address) {
  if (const auto bytes = decode_base58_check(address, kBitcoinAlphabet);
      bytes && bytes->size() == kAddressBytes &&
      std::find(std::begin(kVersions), std::end(kVersions), bytes->front()) != std::end(kVersions)) {
    return true;
  }
  // Zcash, transparent: two bytes, t1 and t3.
  if (address[0] == 't') {
    const auto bytes = decode_base58_check(address, kBitcoinAlphabet);
    return bytes && bytes->size() == kAddressBytes + 1 && (*bytes)[0] == 0x1C &&
           ((*bytes)[1] == 0xB8 || (*bytes)[1] == 0xBD);
  }
  if (address[0] != 'r') return false;
  const auto bytes = decode_base58_check(address, kRippleAlphabet);
  return bytes && bytes->size() == kAddressBytes && bytes->front() == 0;
}

// BIP 173: five bits a character, and what the checksum of BIP 173 (1) or BIP
// 350 leaves.
constexpr std::string_view kBech32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::uint32_t kBech32Rest = 1;
constexpr std::uint32_t kBech32mRest = 0x2BC830A3;

std::uint32_t add_bech32(std::uint32_t sum, std::uint32_t value) {
  constexpr std::uint32_t kGenerator[] = {0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3};
  const std::uint32_t top = sum >> 25;
  sum = (sum & 0x1FFFFFF) << 5 ^ value;
  for (int i = 0; i < 5; ++i) {
    if ((top >> i & 1) != 0) sum ^= kGenerator[i];
  }
  return sum;
}

// A witness program of version 0 (20 or 32 bytes) or 1 (32, BIP 341). Later
// versions are not in use.
bool is_segwit(std::string_view address) {
  const std::size_t one = address.find('1');
  std::uint32_t sum = 1;
  for (std::size_t i = 0; i < one; ++i) sum = add_bech32(sum, static_cast<std::uint8_t>(address[i]) >> 5);
  sum = add_bech32(sum, 0);
  for (std::size_t i = 0; i < one; ++i) sum = add_bech32(sum, static_cast<std::uint8_t>(address[i]) & 31);
  const std::string_view data = address.substr(one + 1);
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < data.size(); ++i) {
    const std::size_t five = kBech32.find(data[i]);
    if (five == std::string_view::npos) return false;
    sum = add_bech32(sum, static_cast<std::uint32_t>(five));
    if (i + 7 == data.size()) value = static_cast<std::uint32_t>(five);
  }
  if (data.size() < 8) return false;
  // Version, program, checksum; 20 bytes are 32 characters, 32 bytes are 52 with
  // four bits of zero at the end.
  const std::size_t program = data.size() - 7;
  if (program != 32 && (program != 52 || (value & 15) != 0)) return false;
  if (data[0] == 'q') return sum == kBech32Rest;
  return data[0] == 'p' && program == 52 && sum == kBech32mRest;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = to_lower(c);
  return out;
}

// EIP-55: a letter is a capital where the digest of the small letters has its
// four bits at 8 or above.
bool has_case_of_digest(std::string_view hex) {
  const std::array<std::uint8_t, 32> digest = keccak_256(lower(hex));
  for (std::size_t i = 0; i < hex.size(); ++i) {
    const int four = digest[i / 2] >> (i % 2 == 0 ? 4 : 0) & 15;
    if (is_letter(hex[i]) && is_upper(hex[i]) != (four >= 8)) return false;
  }
  return true;
}

}  // namespace

Verdict validate_coin_address(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!is_whole_word(text, match.span)) return {};
  const std::string_view address = text.substr(match.span.begin, match.span.size());
  if (!is_base58_address(address)) return {};
  // The hash of nothing: where coins are destroyed.
  const bool reserved = address.starts_with("11111111111111111111");
  return {.accepted = true, .reserved = reserved, .span = match.span};
}

Verdict validate_segwit_address(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!is_whole_word(text, match.span)) return {};
  return {.accepted = is_segwit(lower(text.substr(match.span.begin, match.span.size()))), .span = match.span};
}

// Takes a match of 0x and 40 hexadecimal digits.
Verdict validate_ethereum_address(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!is_whole_word(text, match.span)) return {};
  const std::string_view hex = text.substr(match.span.begin + 2, match.span.size() - 2);
  // 0x000...dead, 0xffff...: placeholders.
  const std::string_view first = hex.substr(0, 16);
  if (std::all_of(first.begin(), first.end(), [&](char c) { return c == first[0]; })) return {};
  const bool mixed = std::any_of(hex.begin(), hex.end(), is_upper) && std::any_of(hex.begin(), hex.end(), is_lower);
  if (mixed && !has_case_of_digest(hex)) return {};
  return {.accepted = true, .alone = mixed, .score = mixed ? 0.95F : -1.0F, .span = match.span};
}

// An Ed25519 key of 32 bytes: the form is all.
Verdict validate_solana_address(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!is_whole_word(text, match.span)) return {};
  const std::string_view address = text.substr(match.span.begin, match.span.size());
  if (std::none_of(address.begin(), address.end(), is_upper) || std::none_of(address.begin(), address.end(), is_lower))
    return {};
  const auto bytes = decode_base58(address, kBitcoinAlphabet);
  return {.accepted = bytes && bytes->size() == 32, .span = match.span};
}

// Network byte 18 (addresses) or 42 (subaddresses), two keys, four bytes of
// Keccak-256 (CryptoNote standard 007; Monero's address.md).
Verdict validate_monero_address(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  if (!is_whole_word(text, match.span)) return {};
  const auto bytes = decode_base58_blocks(text.substr(match.span.begin, match.span.size()));
  if (!bytes || bytes->size() != 69 || (bytes->front() != 18 && bytes->front() != 42)) return {};
  const std::array<std::uint8_t, 32> digest =
      keccak_256({reinterpret_cast<const char*>(bytes->data()), bytes->size() - 4});
  return {.accepted = std::equal(bytes->end() - 4, bytes->end(), digest.begin()), .span = match.span};
}

}  // namespace privet
