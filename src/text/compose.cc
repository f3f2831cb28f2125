#include "text/compose.h"

#include <algorithm>

namespace privet {

void compose_edits(std::span<const Edit> first, std::span<const Edit> second, std::uint32_t b_size,
                   OffsetMapBuilder& out) {
  std::size_t i = 0;
  std::size_t j = 0;
  std::uint32_t b = 0;  // how far B is accounted for
  const auto first_begin = [&] { return i < first.size() ? first[i].derived_begin : b_size; };
  const auto second_begin = [&] { return j < second.size() ? second[j].source_begin : b_size; };
  while (i < first.size() || j < second.size()) {
    const std::uint32_t begin = std::min(first_begin(), second_begin());
    out.copied(begin - b);
    b = begin;
    // Something that left nothing in B, before whatever begins here.
    if (i < first.size() && first[i].derived_begin == begin && first[i].derived_size == 0) {
      out.replaced(first[i].source_size, 0, first[i].flags);
      ++i;
      continue;
    }
    // The edits that overlap each other, taken together: B from begin to end.
    std::uint32_t end = begin;
    std::uint32_t a_size = 0, a_edited = 0;  // read by the edits of `first`; in B, what they wrote
    std::uint32_t c_size = 0, c_edited = 0;  // written by those of `second`; in B, what they read
    EditFlag flags = EditFlag::kNone;
    for (bool grown = true; grown;) {
      grown = false;
      if (i < first.size() && (first_begin() < end || (first_begin() == begin && end == begin))) {
        const Edit& e = first[i++];
        end = std::max(end, e.derived_begin + e.derived_size);
        a_size += e.source_size;
        a_edited += e.derived_size;
        flags = flags | e.flags;
        grown = true;
      }
      if (j < second.size() && (second_begin() < end || (second_begin() == begin && end == begin))) {
        const Edit& e = second[j++];
        end = std::max(end, e.source_begin + e.source_size);
        c_size += e.derived_size;
        c_edited += e.source_size;
        flags = flags | e.flags;
        grown = true;
      }
    }
    out.replaced(a_size + (end - begin - a_edited), c_size + (end - begin - c_edited), flags);
    b = end;
  }
  out.copied(b_size - b);
}

}  // namespace privet
