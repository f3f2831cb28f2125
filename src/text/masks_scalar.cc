#include "text/masks_scalar.h"

namespace privet {

ScalarMasks compute_masks_scalar(std::string_view text) {
  ScalarMasks out;
  const std::size_t per_kind = (text.size() + 63) / 64 + 1;
  out.room.assign(per_kind * kMaskKinds, 0);
  const auto plane = [&](std::size_t kind) { return out.room.data() + kind * per_kind; };
  out.words = {.bytes = static_cast<std::uint32_t>(text.size()),
               .digit = plane(0),
               .ascii_letter = plane(1),
               .upper = plane(2),
               .at = plane(3),
               .colon = plane(4),
               .dash = plane(5),
               .dot = plane(6),
               .non_ascii = plane(7),
               .has = {}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const auto mark = [&](std::size_t kind, bool yes) {
      if (yes) plane(kind)[i / 64] |= std::uint64_t{1} << (i % 64);
      return yes;
    };
    const bool upper = c >= 'A' && c <= 'Z';
    CharSummary& has = out.words.has;
    has.digit |= mark(0, c >= '0' && c <= '9');
    mark(1, upper || (c >= 'a' && c <= 'z'));
    mark(2, upper);
    has.at |= mark(3, c == '@');
    has.colon |= mark(4, c == ':');
    mark(5, c == '-');
    mark(6, c == '.');
    has.non_ascii |= mark(7, static_cast<std::uint8_t>(c) >= 0x80);
    has.ampersand |= c == '&';
    has.percent |= c == '%';
    has.backslash |= c == '\\';
    has.less_than |= c == '<';
  }
  return out;
}

}  // namespace privet
