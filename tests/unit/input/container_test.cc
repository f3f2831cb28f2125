// How records lie in a text, told by its name and its first bytes.
#include "input/container.h"

#include <gtest/gtest.h>

#include <string>

#include "input/batch_reader.h"
#include "support/memory_source.h"

namespace privet {
namespace {

constexpr std::size_t kReadSizes[] = {1, 2, 5, 1 << 20};

struct ContainerCase {
  const char* name;
  std::string input;
  ContainerHints hints;
  Container expected;
};

constexpr ContainerHints kNone;
constexpr ContainerHints kJsonl{.by_suffix = Container::kJsonl};
constexpr ContainerHints kJson{.by_suffix = Container::kJson};
constexpr ContainerHints kTxt{.by_suffix = Container::kText};
constexpr ContainerHints kNamed{.or_text = true};
constexpr ContainerHints kJsonOrText{.by_suffix = Container::kJson, .or_text = true};

const std::string kLong(kContainerSniffBytes, 'x');

const ContainerCase kContainers[] = {
    {"an object", "{}\n", kNone, Container::kJsonl},
    {"an array", "[1]", kNone, Container::kJson},
    {"an array after white space", " \r\n\t[1]", kNone, Container::kJson},
    {"an array after a BOM", "\xEF\xBB\xBF [1]", kNone, Container::kJson},
    {"nothing", "", kNone, Container::kJsonl},
    {"white space", " \n", kNone, Container::kJsonl},
    {"one array a line is an array of records all the same", "[1,2]\n[3,4]\n", kNone, Container::kJson},
    // Values one after the other.
    {"an object over lines", "{\n  \"a\": 1\n}\n", kNone, Container::kJson},
    {"its first member on its first line", "{\"a\": 1,\n \"b\": 2}", kNone, Container::kJson},
    {"after a BOM and white space", "\xEF\xBB\xBF\n {\n}", kNone, Container::kJson},
    {"two on a line", "{\"a\":1} {\"b\":2}\n", kNone, Container::kJson},
    {"two on a line without a space", "{}[]", kNone, Container::kJson},
    {"cut off behind its first line", "{\n \"a\": ", kNone, Container::kJson},
    {"damaged behind its first line", "{\n \"a\": 1,\n}\n", kNone, Container::kJson},
    {"so large that its end is not in sight", "{\n \"a\": \"" + kLong, kNone, Container::kJson},
    // JSONL, damaged or not.
    {"an object a line, the second over lines", "{}\n{\n}\n", kNone, Container::kJsonl},
    {"CRLF", "{}\r\n{}\r\n", kNone, Container::kJsonl},
    {"so long that its end is not in sight", "{\"a\":\"" + kLong, kNone, Container::kJsonl},
    {"a damaged first line", "{\"a\":1,}\n{}\n", kNone, Container::kJsonl},
    {"a first line cut off in a string", "{\"a\":\"x\n{}\n", kNone, Container::kJsonl},
    {"a first line cut off behind a comma", "{\"a\":1,\n{}\n", kNone, Container::kJsonl},
    {"a first line cut off at the end", "{\"a\":1,", kNone, Container::kJsonl},
    {"a first line with something behind it", "{\"a\":1} x\n{}\n", kNone, Container::kJsonl},
    {"no JSON", "hello\n", kNone, Container::kJsonl},
    {"a string a line", "\"a\"\n\"b\"\n", kNone, Container::kJsonl},
    // Names.
    {"a .json file may be JSONL", "{}\n{}\n", kJson, Container::kJsonl},
    {"a .json file of an object", "{\n}\n", kJson, Container::kJson},
    {"a .json file of a number", "12", kJson, Container::kJsonl},
    {"a .json file of numbers", "12 13\n14", kJson, Container::kJson},
    {"a .json file of names and strings", "true\n\"a\" null", kJson, Container::kJsonl},
    {"a .json file that is damaged", "{\"a\":1,}\n", kJson, Container::kJson},
    {"a .json file of damaged JSONL", "{\"a\":1,}\n{}\n", kJson, Container::kJsonl},
    {"a .json file of JSONL cut off in a string", "{\"a\":\"x\n{}\n", kJson, Container::kJsonl},
    {"a .json file with comments", "{\n  // a\n}\n", kJson, Container::kJson},
    {"a .json file of text", "hello\n", kJson, Container::kJsonl},
    {"a .jsonl file may be an array", "[{}]", kJsonl, Container::kJson},
    {"a .jsonl file with an object over lines is damaged", "{\n}\n", kJsonl, Container::kJsonl},
    {"a .jsonl file that is damaged", "{\"a\":\n{}\n", kJsonl, Container::kJsonl},
    {"a .txt file is text", "hello\n", kTxt, Container::kText},
    {"an empty .txt file", "", kTxt, Container::kText},
    {"a chat export is text", "[12/03/2024, 10:00:00] Jo: hi\n", kTxt, Container::kText},
    {"a .txt file that begins with an array", "[1]\n", kTxt, Container::kText},
    {"a .txt file may be JSONL", "{\"a\":1}\n", kTxt, Container::kJsonl},
    {"a .txt file of damaged JSONL", "{\"a\":1,}\n", kTxt, Container::kJsonl},
    {"a .txt file of an object over lines", "{\n \"a\":1}\n", kTxt, Container::kJson},
    {"braces", "{hello}\n", kTxt, Container::kText},
    // A file that somebody named.
    {"text", "# Title\n", kNamed, Container::kText},
    {"no bytes", "", kNamed, Container::kText},
    {"an ini file", "[section]\nkey = 1\n", kNamed, Container::kText},
    {"an ini file that begins like an array", "[404]\nkey = 1\n", kNamed, Container::kText},
    {"a link", "[text](https://example.com)\n", kNamed, Container::kText},
    {"a log", "[2026-01-02 10:00] started\n", kNamed, Container::kText},
    {"a template", "{{ title }}\n", kNamed, Container::kText},
    {"TeX", "{\\bf x}\n", kNamed, Container::kText},
    {"a style sheet", "{\n  color: red;\n}\n", kNamed, Container::kText},
    {"comments in an object", "{\n  \"a\": 1, // one\n}\n", kNamed, Container::kText},
    {"an array of records", "[{\"a\":1},\n{}]\n", kNamed, Container::kJson},
    {"an array whose end is not in sight", "[\"" + kLong, kNamed, Container::kJson},
    {"JSONL", "{\"a\":1}\n{\"a\":2}\n", kNamed, Container::kJsonl},
    {"JSONL with a damaged first line", "{\"a\":1,}\n{\"a\":2}\n", kNamed, Container::kJsonl},
    {"JSONL with a first line cut off behind a comma", "{\"a\":1,\n{\"a\":2}\n", kNamed, Container::kJsonl},
    {"a document", "{\n  \"a\": {\"b\": [1, 2.5e3, -0, true, null, \"\\u00e9\\n\"]}\n}\n", kNamed, Container::kJson},
    {"a .json file with comments that may be text", "{\n  // a\n}\n", kJsonOrText, Container::kText},
    {"a .json file of an array that may be text", "[1,\n 2]\n", kJsonOrText, Container::kJson},
    {"an empty .jsonl file", "", {.by_suffix = Container::kJsonl, .or_text = true}, Container::kJsonl},
    {"a .csv file is CSV", "{}", {.by_suffix = Container::kCsv, .or_text = true}, Container::kCsv},
};

TEST(Container, TellsTheContainerWhateverTheSizesOfReads) {
  for (const ContainerCase& c : kContainers) {
    for (const std::size_t read : kReadSizes) {
      SCOPED_TRACE(c.name);
      EXPECT_EQ(sniff_container(c.input, c.hints), c.expected);
      test::MemorySource source(c.input, {.read_bytes = read});
      BatchReader reader(source, {.hints = c.hints});
      EXPECT_EQ(reader.container(), c.expected);
    }
  }
}

TEST(Container, TellsBinaryFromText) {
  const std::string nul(1, '\0');
  const struct {
    const char* name;
    std::string input;
    bool binary;
  } cases[] = {
      {"text", "hello\n", false},
      {"nothing", "", false},
      {"a NUL", "hello" + nul, true},
      {"a NUL among the first bytes", std::string(kBinarySniffBytes - 1, 'x') + nul, true},
      {"a NUL behind them", std::string(kBinarySniffBytes, 'x') + nul, false},
      {"a picture", "\x89PNG\r\n\x1A\n", true},
      {"a document for printing", "%PDF-1.7\n", true},
  };
  for (const auto& c : cases) {
    for (const std::size_t read : kReadSizes) {
      SCOPED_TRACE(c.name);
      test::MemorySource source(c.input, {.read_bytes = read});
      BatchReader reader(source, {.hints = kNamed});
      EXPECT_EQ(reader.holds_binary(), c.binary);
      std::string all;
      for (Batch batch; *reader.next(batch);) all += batch.bytes.view();
      EXPECT_EQ(all, c.input);
    }
  }
}

TEST(Container, LookingForTheContainerLosesNothing) {
  for (const std::size_t read : kReadSizes) {
    test::MemorySource source(" \n {}\n", {.read_bytes = read});
    BatchReader reader(source, {});
    EXPECT_EQ(reader.container(), Container::kJsonl);
    Batch batch;
    ASSERT_TRUE(*reader.next(batch));
    EXPECT_EQ(batch.bytes.view(), " \n {}\n");
  }
}

TEST(Container, StopsLookingForTheContainer) {
  const std::string space(kContainerSniffBytes, ' ');
  for (const std::size_t read : {std::size_t{1} << 10, std::size_t{1} << 20}) {
    test::MemorySource near(space.substr(1) + "[1]", {.read_bytes = read});
    EXPECT_EQ(BatchReader(near, {}).container(), Container::kJson);
    test::MemorySource far(space + "[1]", {.read_bytes = read});
    EXPECT_EQ(BatchReader(far, {}).container(), Container::kJsonl);
  }
}

}  // namespace
}  // namespace privet
