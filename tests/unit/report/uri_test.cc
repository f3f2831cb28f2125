// Names of files as URIs: one whatever bytes they hold, and the same name again.
#include "report/uri.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

std::string uri(std::string_view path) {
  std::string out;
  append_uri(path, out);
  return out;
}

TEST(Uri, EncodesNamesOfAnyBytes) {
  const struct {
    const char* path;
    const char* uri;
  } cases[] = {
      {"x/00000.jsonl.gz", "x/00000.jsonl.gz"},
      {"a b.jsonl", "a%20b.jsonl"},
      {"a\nb", "a%0Ab"},
      {"-x.csv", "-x.csv"},
      {"caf\xC3\xA9.txt", "caf%C3%A9.txt"},
      {"\xFF\xFE.txt", "%FF%FE.txt"},
      {"100%.txt", "100%25.txt"},
      {"what?#[1]&\\\"", "what%3F%23%5B1%5D%26%5C%22"},
      // No scheme, though it looks like one.
      {"c:x", "c%3Ax"},
      // Written in another way, the same file.
      {"./x", "x"},
      {"././/x", "x"},
      {"a//b", "a/b"},
      {"../x", "../x"},
      {".hidden/.x", ".hidden/.x"},
      {"/home/x y", "file:///home/x%20y"},
      {"//x", "file:///x"},
  };
  for (const auto& c : cases) EXPECT_EQ(uri(c.path), c.uri) << c.path;
}

TEST(Uri, GivesEveryByteBack) {
  std::string path;
  for (int byte = 1; byte < 256; ++byte) path.push_back(static_cast<char>(byte));
  const std::string text = uri(path);
  std::string back;
  for (std::size_t i = 0; i < text.size(); ++i) {
    ASSERT_TRUE(text[i] > 0x20 && text[i] < 0x7F);
    const bool encoded = text[i] == '%';
    back.push_back(encoded ? static_cast<char>(std::stoi(text.substr(i + 1, 2), nullptr, 16)) : text[i]);
    i += encoded ? 2 : 0;
  }
  EXPECT_EQ(back, path);
}

}  // namespace
}  // namespace privet
