#include "redact/key_names.h"

#include <bit>

namespace privet {
namespace {

constexpr std::size_t kFewSlots = 64;

// FNV-1a with the finaliser of MurmurHash3, so that all bits take part.
std::uint64_t hash_of(std::uint32_t object, std::string_view name) {
  std::uint64_t h = 0xCBF29CE484222325U ^ (std::uint64_t{object} * 0x9E3779B97F4A7C15U);
  for (const char c : name) h = (h ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  h = (h ^ (h >> 33)) * 0xFF51AFD7ED558CCDU;
  h = (h ^ (h >> 33)) * 0xC4CEB9FE1A85EC53U;
  h ^= h >> 33;
  return h == 0 ? 1 : h;
}

}  // namespace

void KeyNames::begin(std::size_t names) {
  slots_.clear();
  if (slots_.capacity() > kFewSlots * 1024) slots_.shrink_to_fit();  // one huge object must not pin its memory
  slots_.resize(std::bit_ceil(names + names / 2 + kFewSlots));
  taken_ = 0;
}

KeyNames::Slot& KeyNames::slot_of(std::uint64_t hash) {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = hash & mask;
  while (slots_[at].hash != 0 && slots_[at].hash != hash) at = (at + 1) & mask;
  return slots_[at];
}

void KeyNames::grow(std::size_t slots) {
  std::vector<Slot> old(slots);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.hash != 0) slot_of(slot.hash) = slot;
  }
}

bool KeyNames::take(std::uint32_t object, std::string_view name) {
  if ((taken_ + 1) * 4 > slots_.size() * 3) grow(slots_.size() * 2);
  const std::uint64_t hash = hash_of(object, name);
  Slot& slot = slot_of(hash);
  if (slot.hash != 0) return false;
  slot.hash = hash;
  ++taken_;
  return true;
}

std::uint32_t KeyNames::next_suffix(std::uint32_t object, std::string_view name) {
  return slot_of(hash_of(object, name)).suffix++;
}

}  // namespace privet
