#include "cli/builtin_names.h"

// As in prepared_pieces.cc: four megabytes as an array would take the compiler long.
asm(".pushsection .rodata\n"
    ".balign 64\n"
    "privet_names_begin:\n"
    ".incbin \"" PRIVET_NAMES_FILE
    "\"\n"
    "privet_names_end:\n"
    ".byte 0\n"
    ".popsection\n");

extern "C" const char privet_names_begin[] __attribute__((visibility("hidden")));
extern "C" const char privet_names_end[] __attribute__((visibility("hidden")));

namespace privet {

std::string_view builtin_name_model() {
  return {privet_names_begin, static_cast<std::size_t>(privet_names_end - privet_names_begin)};
}

}  // namespace privet
