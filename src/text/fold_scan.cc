#include "text/fold_scan.h"

#include "text/simd_config.h"
#include "text/simd_dispatch.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "text/fold_scan.cc"
#include <hwy/foreach_target.h>
// After foreach_target.h, which includes this file once for each target.
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace privet {
namespace HWY_NAMESPACE {
namespace {
namespace hn = hwy::HWY_NAMESPACE;

using Bytes8 = hn::CappedTag<std::uint8_t, 64>;
using Signed8 = hn::RebindToSigned<Bytes8>;
using Mask = hn::Mask<Bytes8>;

// Whether the character of more than one byte at `p` is flagged: its last six
// bits choose the bit, all others the word.
HWY_INLINE bool is_flagged(const std::uint8_t* p, const std::uint64_t* flagged) {
  const auto low = [&](int i) { return static_cast<std::size_t>(p[i] & 0x3F); };
  const std::size_t lead = p[0];
  if (lead < 0xE0) return (flagged[lead & 0x1F] >> low(1) & 1) != 0;
  if (lead < 0xF0) return (flagged[(lead & 0x0F) << 6 | low(1)] >> low(2) & 1) != 0;
  return (flagged[(lead & 0x07) << 12 | low(1) << 6 | low(2)] >> low(3) & 1) != 0;
}

HWY_INLINE bool is_escape(std::uint8_t c) { return c == '&' || c == '%' || c == '\\'; }

// Where a lane begins an escape or a character of more than one byte.
template <bool kEscapes, bool kFlagged>
HWY_INLINE Mask suspects(const std::uint8_t* bytes) {
  const Bytes8 d;
  const Signed8 s;
  const auto v = hn::LoadU(d, bytes);
  Mask found = hn::MaskFromVec(hn::Zero(d));
  if constexpr (kEscapes) {
    // `%` and `&` are neighbours: 0x25 and 0x26.
    const auto moved = hn::BitCast(s, hn::Add(v, hn::Set(d, 0x80 - 0x25)));
    found = hn::Or(hn::RebindMask(d, hn::Lt(moved, hn::Set(s, -126))), hn::Eq(v, hn::Set(d, '\\')));
  }
  if constexpr (kFlagged) {
    // Lead bytes, 0xC0 and above.
    const auto moved = hn::BitCast(s, hn::Add(v, hn::Set(d, 0xC0)));
    found = hn::Or(found, hn::RebindMask(d, hn::Lt(moved, hn::Set(s, -64))));
  }
  return found;
}

template <bool kEscapes, bool kFlagged>
HWY_INLINE std::size_t scan(std::string_view text, std::size_t at, const std::uint64_t* flagged, bool& non_ascii) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
#if HWY_TARGET != HWY_SCALAR
  const Bytes8 d;
  const std::size_t lanes = hn::Lanes(d);
  for (; at + 64 <= size; at += 64) {
    Mask any = suspects<kEscapes, kFlagged>(bytes + at);
    for (std::size_t i = lanes; i < 64; i += lanes) any = hn::Or(any, suspects<kEscapes, kFlagged>(bytes + at + i));
    if (hn::AllFalse(d, any)) continue;
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 64; i += lanes) {
      std::uint64_t bits = 0;
      hn::StoreMaskBits(d, suspects<kEscapes, kFlagged>(bytes + at + i), reinterpret_cast<std::uint8_t*>(&bits));
      word |= bits << i;
    }
    for (; word != 0; word &= word - 1) {
      const std::size_t p = at + hwy::Num0BitsBelowLS1Bit_Nonzero64(word);
      if (kEscapes && bytes[p] < 0x80) return p;
      if constexpr (kFlagged) {
        non_ascii = true;
        if (is_flagged(bytes + p, flagged)) return p;
      }
    }
  }
#endif
  for (; at < size; ++at) {
    const std::uint8_t c = bytes[at];
    if (kEscapes && is_escape(c)) return at;
    if (kFlagged && c >= 0xC0) {
      non_ascii = true;
      if (is_flagged(bytes + at, flagged)) return at;
    }
  }
  return size;
}

// U+00C0 to U+00FF are C3 and one more byte, and whatever else a byte can stand
// for in Latin-1 or Windows-1252 begins with another lead byte.
HWY_INLINE bool is_twice_encoded(const std::uint8_t* p) { return p[0] == 0xC3 && p[2] >= 0xC2 && p[2] != 0xC3; }

std::size_t scan_twice_encoded(std::string_view text, std::size_t at) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const std::size_t size = text.size();
#if HWY_TARGET != HWY_SCALAR
  const Bytes8 d;
  const Signed8 s;
  const std::size_t lanes = hn::Lanes(d);
  for (; at + lanes + 2 <= size; at += lanes) {
    const auto lead = hn::Eq(hn::LoadU(d, bytes + at), hn::Set(d, 0xC3));
    const auto next = hn::LoadU(d, bytes + at + 2);
    const auto moved = hn::BitCast(s, hn::Add(next, hn::Set(d, 0xBE)));  // 0xC2 is -128 now
    const Mask other = hn::AndNot(hn::Eq(next, hn::Set(d, 0xC3)), hn::RebindMask(d, hn::Lt(moved, hn::Set(s, -66))));
    const Mask found = hn::And(lead, other);
    const auto first = hn::FindFirstTrue(d, found);
    if (first >= 0) return at + static_cast<std::size_t>(first);
  }
#endif
  for (; at + 2 < size; ++at) {
    if (is_twice_encoded(bytes + at)) return at;
  }
  return size;
}

std::size_t scan_foldable(std::string_view text, std::size_t from, const std::uint64_t* flagged, bool& non_ascii) {
  return scan<true, true>(text, from, flagged, non_ascii);
}
std::size_t scan_escape(std::string_view text, std::size_t from) {
  bool unused = false;
  return scan<true, false>(text, from, nullptr, unused);
}
std::size_t scan_flagged(std::string_view text, std::size_t from, const std::uint64_t* flagged, bool& non_ascii) {
  return scan<false, true>(text, from, flagged, non_ascii);
}

}  // namespace
}  // namespace HWY_NAMESPACE
}  // namespace privet
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace privet {
namespace {
PRIVET_KERNEL(scan_foldable);
PRIVET_KERNEL(scan_escape);
PRIVET_KERNEL(scan_flagged);
PRIVET_KERNEL(scan_twice_encoded);
}  // namespace

std::size_t find_foldable(std::string_view text, std::size_t from, const std::uint64_t* flagged, bool& non_ascii) {
  return PRIVET_DISPATCH(scan_foldable)(text, from, flagged, non_ascii);
}
std::size_t find_escape(std::string_view text, std::size_t from) { return PRIVET_DISPATCH(scan_escape)(text, from); }
std::size_t find_flagged(std::string_view text, std::size_t from, const std::uint64_t* flagged, bool& non_ascii) {
  return PRIVET_DISPATCH(scan_flagged)(text, from, flagged, non_ascii);
}
std::size_t find_twice_encoded(std::string_view text, std::size_t from) {
  return PRIVET_DISPATCH(scan_twice_encoded)(text, from);
}

}  // namespace privet
#endif  // HWY_ONCE
