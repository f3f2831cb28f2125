// How a name model lies in its file. Read by NameModel, written by the trainer.
//
//   header | tables | lexicon slots | moves of feature groups | feature slots
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "detect/names/model.h"
#include "detect/names/word_hash.h"

namespace privet {

inline constexpr std::array<char, 8> kModelMagic = {'p', 'r', 'v', 'n', 'a', 'm', 'e', 's'};
inline constexpr std::uint32_t kModelLayout = 2;

struct ModelHeader {
  std::array<char, 8> magic{};
  std::uint32_t layout = 0;
  std::uint32_t features = 0;
  std::uint64_t checksum = 0;  // of all that follows the header
  std::uint32_t lexicon_bytes = 0;
  std::uint32_t features_kept = 0;  // slots, of which some may be free
};
static_assert(sizeof(ModelHeader) == 32);
static_assert(std::is_trivially_copyable_v<NameModelTables>);

[[nodiscard]] inline std::uint64_t model_checksum(std::string_view bytes) {
  // Four at a time: one after the other a multiplication would have to wait for the last.
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    for (std::size_t lane = 0; lane < 4; ++lane) {
      std::uint64_t value = 0;
      std::memcpy(&value, bytes.data() + at + 8 * lane, 8);
      lanes[lane] = mix_hash(lanes[lane], value);
    }
  }
  std::uint64_t hash = hash_word(bytes.substr(at));
  for (const std::uint64_t lane : lanes) hash = mix_hash(hash, lane);
  return mix_hash(hash, bytes.size());
}

}  // namespace privet
