#include "text/masks.h"

#include <algorithm>
#include <cstring>

#include "text/simd_config.h"
#include "text/simd_dispatch.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/masks.cc"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once for each target.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace privet {
namespace HWY_NAMESPACE {
namespace {
namespace hn = hwy::HWY_NAMESPACE;

// At most 64 lanes: a word is the unit of everything above.
using Bytes8 = hn::CappedTag<std::uint8_t, 64>;
using Signed8 = hn::RebindToSigned<Bytes8>;
using Vec = hn::Vec<Bytes8>;
using Mask = hn::Mask<Bytes8>;

// first <= v < first + count, as one addition and one signed comparison: the
// range is moved to the very bottom of the signed numbers.
HWY_INLINE Mask in_range(Vec v, std::uint8_t first, int count) {
  const Bytes8 d;
  const Signed8 s;
  const auto moved = hn::BitCast(s, hn::Add(v, hn::Set(d, static_cast<std::uint8_t>(0x80 - first))));
  return hn::RebindMask(d, hn::Lt(moved, hn::Set(s, static_cast<std::int8_t>(count - 128))));
}

// Calls test(vector) on the 64 bytes at `block` and gathers the bits.
template <class Test>
HWY_INLINE std::uint64_t word_of(const std::uint8_t* block, Test test) {
  const Bytes8 d;
  const std::size_t lanes = hn::Lanes(d);
  std::uint64_t word = 0;
  for (std::size_t i = 0; i < 64; i += lanes) {
    const Mask mask = test(hn::LoadU(d, block + i));
#if HWY_TARGET == HWY_SCALAR
    // One lane, which is less than the byte that StoreMaskBits writes.
    word |= hn::AllFalse(d, mask) ? std::uint64_t{0} : std::uint64_t{1} << i;
#else
    std::uint64_t bits = 0;
    hn::StoreMaskBits(d, mask, reinterpret_cast<std::uint8_t*>(&bits));
    word |= bits << i;
#endif
  }
  return word;
}

// What was seen anywhere: words and vectors that are not 0. The kinds that no
// gate walks stay vectors, since moving masks to words is the dearest step.
struct Seen {
  std::uint64_t digit, at, colon, non_ascii;
  Vec ampersand, percent, backslash, less_than;
};

// One block of 64 bytes to word `w` of each kind.
HWY_INLINE void classify(const std::uint8_t* HWY_RESTRICT block, std::uint64_t* HWY_RESTRICT room, std::size_t stride,
                         std::size_t w, Seen& seen) {
  const auto is = [](char c) {
    return [c](Vec v) HWY_ATTR { return hn::Eq(v, hn::Set(Bytes8(), static_cast<std::uint8_t>(c))); };
  };
  const auto keep = [&](std::size_t kind, std::uint64_t word) { return room[kind * stride + w] = word; };
  seen.digit |= keep(0, word_of(block, [](Vec v) HWY_ATTR { return in_range(v, '0', 10); }));
  keep(1, word_of(block, [](Vec v) HWY_ATTR { return in_range(hn::Or(v, hn::Set(Bytes8(), 0x20)), 'a', 26); }));
  keep(2, word_of(block, [](Vec v) HWY_ATTR { return in_range(v, 'A', 26); }));
  seen.at |= keep(3, word_of(block, is('@')));
  seen.colon |= keep(4, word_of(block, is(':')));
  keep(5, word_of(block, is('-')));
  keep(6, word_of(block, is('.')));
  seen.non_ascii |= keep(7, word_of(block, [](Vec v) HWY_ATTR {
                           return hn::RebindMask(Bytes8(), hn::Lt(hn::BitCast(Signed8(), v), hn::Zero(Signed8())));
                         }));
  const Bytes8 d;
  for (std::size_t i = 0; i < 64; i += hn::Lanes(d)) {
    const Vec v = hn::LoadU(d, block + i);
    const auto note = [&](Vec& so_far, char c) HWY_ATTR { so_far = hn::Or(so_far, hn::VecFromMask(d, is(c)(v))); };
    note(seen.ampersand, '&');
    note(seen.percent, '%');
    note(seen.backslash, '\\');
    note(seen.less_than, '<');
  }
}

void compute_masks(std::string_view text, std::uint64_t* HWY_RESTRICT room, std::size_t stride, CharSummary* has) {
  const Bytes8 d;
  const Vec zero = hn::Zero(d);
  Seen seen{0, 0, 0, 0, zero, zero, zero, zero};
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t whole = text.size() / 64;
  for (std::size_t w = 0; w < whole; ++w) classify(bytes + 64 * w, room, stride, w, seen);
  if (const std::size_t rest = text.size() % 64; rest != 0) {
    // A padded copy, since nothing past the end may be read. 0 is in no class.
    alignas(64) std::uint8_t padded[64] = {};
    std::memcpy(padded, bytes + 64 * whole, rest);
    classify(padded, room, stride, whole, seen);
  }
  const auto any = [&](Vec v) HWY_ATTR { return !hn::AllTrue(d, hn::Eq(v, zero)); };
  *has = {.digit = seen.digit != 0,
          .at = seen.at != 0,
          .colon = seen.colon != 0,
          .non_ascii = seen.non_ascii != 0,
          .ampersand = any(seen.ampersand),
          .percent = any(seen.percent),
          .backslash = any(seen.backslash),
          .less_than = any(seen.less_than)};
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace privet
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace privet {
namespace {
PRIVET_KERNEL(compute_masks);

// Words a kind that are kept from text to text: those of a 1 MiB text.
constexpr std::size_t kKeptWords = (std::size_t{1} << 20) / 64 + 1;
}  // namespace

void CharMasks::make_room(std::size_t words) {
  const bool too_much = capacity_ > kKeptWords && words <= kKeptWords;
  if (words <= capacity_ && !too_much) return;
  capacity_ = std::max<std::size_t>({words, 64, too_much ? 0 : std::min(2 * capacity_, kKeptWords)});
  capacity_ |= 8;  // no power of two: the eight arrays must not meet in one cache set
  room_.reset();
  room_ = std::make_unique_for_overwrite<std::uint64_t[]>(capacity_ * kMaskKinds);
}

void CharMasks::release() {
  words_ = {};
  make_room(0);
}

const MaskWords& CharMasks::compute(std::string_view text) {
  const std::size_t words = (text.size() + 63) / 64;
  make_room(words + 1);
  words_ = {.bytes = static_cast<std::uint32_t>(text.size()),
            .digit = room_.get(),
            .ascii_letter = room_.get() + capacity_,
            .upper = room_.get() + 2 * capacity_,
            .at = room_.get() + 3 * capacity_,
            .colon = room_.get() + 4 * capacity_,
            .dash = room_.get() + 5 * capacity_,
            .dot = room_.get() + 6 * capacity_,
            .non_ascii = room_.get() + 7 * capacity_,
            .has = {}};
  PRIVET_DISPATCH(compute_masks)(text, room_.get(), capacity_, &words_.has);
  for (std::size_t kind = 0; kind < kMaskKinds; ++kind) room_[kind * capacity_ + words] = 0;
  return words_;
}

}  // namespace privet
#endif  // HWY_ONCE
