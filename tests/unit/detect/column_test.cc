// The names of columns in tables inside a text.
#include "detect/context/column.h"

#include <gtest/gtest.h>

#include <string>

#include "rule/marked.h"

namespace privet {
namespace {

// The name of the column of what is marked, or "-".
std::string name_of(const char* marked_text) {
  const Marked marked = parse_marked(marked_text);
  const auto name = column_name(marked.text, marked.spans.at(0).begin);
  return name ? marked.text.substr(name->begin, name->size()) : "-";
}

TEST(Column, IsNamedByTheFirstLine) {
  struct Case {
    const char* text;
    const char* name;
  };
  const Case cases[] = {
      // Cells.
      {"name,tax number,city\nJo,[[123]],Ede", "tax number"},
      {"name,tax number,city\nJo,1,Ede\nAl, [[123]],Ede\n", "tax number"},
      {"id;name\n[[123]];Jo", "id"},
      {"name\tid\nJo\t[[123]]", "id"},
      {"| name | id |\n|---|---|\n| Jo | [[123]] |", " id "},
      {"name,id\n\"Jo\",\"[[123]]\"", "id"},
      // A table behind other lines.
      {"See here:\n\n| name | id |\n|---|---|\n| Jo | [[123]] |", " id "},
      {"Some text, it goes on.\n\nname;id\nJo;[[123]]", "id"},
      {"As CSV:\n```\nname,id\nJo,[[123]]\n```", "id"},
      // None.
      {"Before:\nname, id, town\nJo, [[123]], x", "-"},
      {"name,[[123]]\nJo,4", "-"},
      {"A story, of two\nlines with [[123]] in it", "-"},
      {"One line\n[[123]] another", "-"},
      {"name,id\nJo,x [[123]]", "-"},
      {"name,id\nJo,4,[[123]]", "-"},
      {"name;id\nJo,[[123]]", "-"},
      {"[[123]],4\n5,6", "-"},
  };
  for (const Case& c : cases) EXPECT_EQ(name_of(c.text), c.name) << c.text;
}

TEST(Column, IsLookedForNearBy) {
  const std::string names = "name,id\n";
  const std::string far = names + std::string(2000, 'x') + ",";
  EXPECT_FALSE(column_name(far + "123", static_cast<std::uint32_t>(far.size())));
  const std::string near = names + std::string(900, 'x') + ",";
  EXPECT_TRUE(column_name(near + "123", static_cast<std::uint32_t>(near.size())));
}

}  // namespace
}  // namespace privet
