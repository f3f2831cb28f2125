#include "cli/prepared_pieces.h"

// A megabyte of bytes as a C++ array would take the compiler seconds.
asm(".pushsection .rodata\n"
    ".balign 64\n"
    "privet_prepared_begin:\n"
    ".incbin \"" PRIVET_PREPARED_FILE
    "\"\n"
    "privet_prepared_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" const char privet_prepared_begin[] __attribute__((visibility("hidden")));
extern "C" const char privet_prepared_end[] __attribute__((visibility("hidden")));

namespace privet {

std::string_view prepared_pieces() {
  return {privet_prepared_begin, static_cast<std::size_t>(privet_prepared_end - privet_prepared_begin)};
}

}  // namespace privet
