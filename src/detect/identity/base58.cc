#include "detect/identity/base58.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <span>

namespace privet {
namespace {

using ByteList = std::vector<std::uint8_t>;

std::array<std::uint8_t, 32> sha_256(std::span<const std::uint8_t> bytes) {
  std::array<std::uint8_t, 32> digest{};
  SHA256(bytes.data(), bytes.size(), digest.data());
  return digest;
}

}  // namespace

std::optional<std::vector<std::uint8_t>> decode_base58(std::string_view text, std::string_view alphabet) {
  ByteList bytes;  // the lowest first
  std::size_t zeros = 0;
  for (const char c : text) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) return std::nullopt;
    if (value == 0 && bytes.empty()) ++zeros;
    std::uint32_t carry = static_cast<std::uint32_t>(value);
    for (std::uint8_t& byte : bytes) {
      carry += byte * 58U;
      byte = static_cast<std::uint8_t>(carry);
      carry >>= 8;
    }
    if (carry > 0) bytes.push_back(static_cast<std::uint8_t>(carry));
  }
  bytes.insert(bytes.end(), zeros, 0);
  std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

std::optional<std::vector<std::uint8_t>> decode_base58_check(std::string_view text, std::string_view alphabet) {
  std::optional<ByteList> bytes = decode_base58(text, alphabet);
  if (!bytes || bytes->size() < 5) return std::nullopt;
  const std::span<const std::uint8_t> payload(bytes->data(), bytes->size() - 4);
  const std::array<std::uint8_t, 32> digest = sha_256(sha_256(payload));
  if (!std::equal(bytes->end() - 4, bytes->end(), digest.begin())) return std::nullopt;
  bytes->resize(payload.size());
  return bytes;
}

std::optional<std::vector<std::uint8_t>> decode_base58_blocks(std::string_view text) {
  constexpr std::size_t kBlock = 11;
  ByteList bytes;
  for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
    const std::string_view block = text.substr(0, kBlock);
    if (block.size() != kBlock && block.size() != 7) return std::nullopt;
    std::optional<ByteList> part = decode_base58(block, kBitcoinAlphabet);
    if (!part) return std::nullopt;
    const std::size_t size = block.size() == kBlock ? 8 : 5;
    // Leading zeros are digits here like others: the size is fixed.
    while (part->size() > size && part->front() == 0) part->erase(part->begin());
    if (part->size() > size) return std::nullopt;
    bytes.insert(bytes.end(), size - part->size(), 0);
    bytes.insert(bytes.end(), part->begin(), part->end());
  }
  return bytes;
}

}  // namespace privet
