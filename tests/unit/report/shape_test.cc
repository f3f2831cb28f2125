// Shapes: enough to recognise a value's form, nothing of the value.
#include "report/shape.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

TEST(Shape, WritesClassesAndRuns) {
  const struct {
    const char* value;
    const char* shape;
  } cases[] = {
      {"", ""},
      {"jo@example.com", "l{2}@l{7}.l{3}"},
      {"+1 415 555 0123", "+d d{3} d{3} d{4}"},
      {"Jo-Ann_X (2)/3:4", "ul-ul{2}_u (d)/d:d"},
      {"é日", "L{2}"},
      {"a#$%b", "ls{3}l"},
      {"...", ".{3}"},
      {"\x1b\n", "s{2}"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.value);
    EXPECT_EQ(shape_of(c.value), c.shape);
  }
}

TEST(Shape, StopsAt64Bytes) {
  for (std::size_t runs = 1; runs < 60; ++runs) {
    std::string value;
    for (std::size_t i = 0; i < runs; ++i) value += i % 2 == 0 ? "aaaaaaaaaaaa" : "1";
    const std::string shape = shape_of(value);
    EXPECT_LE(shape.size(), 65U) << shape;
    if (shape.size() == 65) {
      EXPECT_EQ(shape.back(), '~');
    }
  }
  EXPECT_EQ(shape_of(std::string(100000, 'x')), "l{100000}");
}

TEST(Shape, AppendsBehindWhatIsThere) {
  std::string out(100, '.');
  append_shape("ab1", out);
  EXPECT_EQ(out, std::string(100, '.') + "l{2}d");
}

}  // namespace
}  // namespace privet
