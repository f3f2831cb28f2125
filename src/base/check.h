// What to do when the program itself is wrong.
//
// PRIVET_CHECK holds in every build: it names the place and aborts, because a
// broken invariant in a redactor means that personal data may get through.
// On hot paths `assert` (from this header) serves instead.
#pragma once

#include <cassert>
#include <cstdio>
#include <cstdlib>

#define PRIVET_CHECK(condition)                                                                      \
  do {                                                                                               \
    if (!(condition)) [[unlikely]] {                                                                 \
      std::fprintf(stderr, "privet: internal error at %s:%d: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                                  \
    }                                                                                                \
  } while (false)
