// A file's bytes inside the program. As a C++ array a megabyte of them would
// take the compiler seconds.
#pragma once

#include <string_view>

// Defines `std::string_view NAME()` in the namespace at hand. FILE is the path as
// a string literal; NAME must be no other symbol of the program.
#define PRIVET_EMBED_FILE(NAME, FILE)                                                                 \
  asm(".pushsection .rodata\n"                                                                        \
      ".balign 64\n"                                                                                  \
      "privet_embedded_" #NAME                                                                        \
      "_begin:\n"                                                                                     \
      ".incbin \"" FILE                                                                               \
      "\"\n"                                                                                          \
      "privet_embedded_" #NAME                                                                        \
      "_end:\n"                                                                                       \
      ".byte 0\n"                                                                                     \
      ".popsection\n");                                                                               \
  extern "C" const char privet_embedded_##NAME##_begin[] __attribute__((visibility("hidden")));       \
  extern "C" const char privet_embedded_##NAME##_end[] __attribute__((visibility("hidden")));         \
  std::string_view NAME() {                                                                           \
    return {privet_embedded_##NAME##_begin,                                                           \
            static_cast<std::size_t>(privet_embedded_##NAME##_end - privet_embedded_##NAME##_begin)}; \
  }
