#include "detect/identity/keccak.h"

#include <bit>
#include <cstddef>

namespace privet {
namespace {

// FIPS 202, 3.2 and 3.4: 24 rounds over 5 by 5 lanes; 136 bytes are absorbed
// between two permutations (capacity 512).
constexpr std::size_t kRate = 136;
using State = std::array<std::uint64_t, 25>;

constexpr std::uint64_t kRoundConstants[24] = {
    0x0000000000000001, 0x0000000000008082, 0x800000000000808A, 0x8000000080008000, 0x000000000000808B,
    0x0000000080000001, 0x8000000080008081, 0x8000000000008009, 0x000000000000008A, 0x0000000000000088,
    0x0000000080008009, 0x000000008000000A, 0x000000008000808B, 0x800000000000008B, 0x8000000000008089,
    0x8000000000008003, 0x8000000000008002, 0x8000000000000080, 0x000000000000800A, 0x800000008000000A,
    0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008};

void permute(State& state) {
  for (const std::uint64_t round_constant : kRoundConstants) {
    // Theta: each lane takes in the parity of two columns.
    std::uint64_t parity[5];
    for (std::size_t x = 0; x < 5; ++x)
      parity[x] = state[x] ^ state[x + 5] ^ state[x + 10] ^ state[x + 15] ^ state[x + 20];
    for (std::size_t x = 0; x < 5; ++x) {
      const std::uint64_t change = parity[(x + 4) % 5] ^ std::rotl(parity[(x + 1) % 5], 1);
      for (std::size_t y = 0; y < 25; y += 5) state[x + y] ^= change;
    }
    // Rho and pi: lanes are rotated, by triangular numbers, and move.
    std::size_t x = 1, y = 0;
    std::uint64_t moving = state[1];
    for (int t = 1; t <= 24; ++t) {
      const std::size_t next_y = (2 * x + 3 * y) % 5;
      x = y;
      y = next_y;
      const std::uint64_t replaced = state[x + 5 * y];
      state[x + 5 * y] = std::rotl(moving, t * (t + 1) / 2 % 64);
      moving = replaced;
    }
    // Chi: the only step that is not linear.
    for (std::size_t row = 0; row < 25; row += 5) {
      std::uint64_t lanes[5];
      for (std::size_t i = 0; i < 5; ++i) lanes[i] = state[row + i];
      for (std::size_t i = 0; i < 5; ++i) state[row + i] = lanes[i] ^ (~lanes[(i + 1) % 5] & lanes[(i + 2) % 5]);
    }
    state[0] ^= round_constant;
  }
}

void add_byte(State& state, std::size_t at, std::uint8_t byte) {
  state[at / 8] ^= static_cast<std::uint64_t>(byte) << (at % 8 * 8);
}

}  // namespace

std::array<std::uint8_t, 32> keccak_256(std::string_view bytes) {
  State state{};
  std::size_t at = 0;
  for (const char c : bytes) {
    add_byte(state, at, static_cast<std::uint8_t>(c));
    if (++at == kRate) {
      permute(state);
      at = 0;
    }
  }
  add_byte(state, at, 0x01);  // SHA3 would begin its padding with 0x06
  add_byte(state, kRate - 1, 0x80);
  permute(state);
  std::array<std::uint8_t, 32> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) digest[i] = static_cast<std::uint8_t>(state[i / 8] >> (i % 8 * 8));
  return digest;
}

}  // namespace privet
