#include "detect/names/lexicon.h"

#include <bit>

namespace privet {

Result<Lexicon> Lexicon::read(std::string_view table) {
  const std::size_t slots = table.size() / sizeof(LexiconSlot);
  if (table.size() % sizeof(LexiconSlot) != 0 || !std::has_single_bit(slots)) {
    return fail(ErrorCode::kConfig, "name model: its lexicon is damaged; build it again");
  }
  Lexicon lexicon;
  lexicon.slots_ = table.data();
  lexicon.mask_ = slots - 1;
  return lexicon;
}

}  // namespace privet
