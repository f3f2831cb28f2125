// One JSON array, element by element; or values, one after the other.
#include "input/json_cutter.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <span>
#include <string>

#include "support/piece_list.h"

namespace privet {
namespace {

using test::picture;
using test::PieceList;
using test::read_pieces;

struct Case {
  const char* name;
  std::string input;
  std::string pieces;      // records in <>, separators in (), oversize in {}, glue as it is
  std::string error = "";  // how it ends; "" for none
};

const Case kArrays[] = {
    {"no text", "", ""},
    {"white space", " \n", " \n"},
    {"no elements", "[]", "[]"},
    {"no elements, spread out", " [ \n] \n", " [ \n] \n"},
    {"one", "[1]", "[<1>]"},
    {"numbers and names", "[1,-2.5e3 ,true,null]", "[<1>(,)<-2.5e3>( ,)<true>(,)<null>]"},
    {"objects", "[{\"a\":1},{\"b\":[2]}]\n", "[<{\"a\":1}>(,)<{\"b\":[2]}>]\n"},
    {"pretty", "[\n  {\n  }\n  ,\n  []\n]\n", "[\n  <{\n  }>(\n  ,\n  )<[]>\n]\n"},
    {"a BOM", "\xEF\xBB\xBF[1]", "\xEF\xBB\xBF[<1>]"},
    // Strings.
    {"brackets and commas in strings", R"(["],[", "{"])", R"([<"],[">(, )<"{">])"},
    {"escaped quotes", R"(["\"]", "\\", "\\\"]"])", R"([<"\"]">(, )<"\\">(, )<"\\\"]">])"},
    {"escaped quotes in keys", R"([{"\"}":1},2])", R"([<{"\"}":1}>(,)<2>])"},
    {"a long string", "[\"0123456789abcdef\\\"0123456\"]", "[<\"0123456789abcdef\\\"0123456\">]"},
    {"damaged bytes", "[\"\xFF\",\xFF]", "[<\"\xFF\">(,)<\xFF>]"},
    // Broken inside, whole outside: for the parser to refuse.
    {"a broken object", "[{\"a\" 1,,},2]", "[<{\"a\" 1,,}>(,)<2>]"},
    {"brackets that do not match", "[{]},2]", "[<{]>", "1: no comma between two elements (byte 3)"},
    {"words", "[foo,2]", "[<foo>(,)<2>]"},
    {"a lone closing brace", "[},2]", "[<}>(,)<2>]"},
    // Over the limit of 30.
    {"as long as the limit", "[\"0123456789012345678901234567\",1]", "[<\"0123456789012345678901234567\">(,)<1>]"},
    {"over the limit", "[\"01234567890123456789012345678\",1]", "[{\"01234567890123456789012345678\"}(,)<1>]"},
    {"far over the limit", "[1, {\"0\":\"]123456789012345678901234567890123456789012345678901234567890\"} ,1]",
     "[<1>(, ){{\"0\":\"]123456789012345678901234567890123456789012345678901234567890\"}}( ,)<1>]"},
    {"a number over the limit", "[1234567890123456789012345678901 ]", "[{1234567890123456789012345678901} ]"},
    {"a number as long as the limit", "[123456789012345678901234567890 ]", "[<123456789012345678901234567890> ]"},
    {"backslashes over the limit", "[\"\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"]\",1]",
     "[{\"\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\\"]\"}(,)<1>]"},
    // What is wrong with the array itself.
    {"no comma", "[1\n 2]", "[<1>", "2: no comma between two elements (byte 4)"},
    {"no comma, no space", "[{}{}]", "[<{}>", "1: no comma between two elements (byte 3)"},
    {"no comma before a string", "[1\"a\"]", "[<1>", "1: no comma between two elements (byte 2)"},
    {"two commas", "[1,\n,2]", "[<1>", "2: a comma with no element after it (byte 4)"},
    {"a comma at the end", "[1, ]", "[<1>", "1: a comma with no element after it (byte 4)"},
    {"a comma at the beginning", "[ ,1]", "[ ", "1: a comma with no element before it (byte 2)"},
    {"text after the array", "[1,2]\n[3,4]\n", "[<1>(,)<2>]\n",
     "2: text after the end of the array; for one array a line use --input-format jsonl (byte 6)"},
    // Cut off.
    {"cut off after the bracket", "[ \n", "[ \n", "2: the array is cut off: its ] is missing (byte 3)"},
    {"cut off in an element", "[1,\n{\"a\":\n", "[<1>(,\n)", "3: the array is cut off: its ] is missing (byte 10)"},
    {"cut off in a number", "[1,22", "[<1>(,)", "1: the array is cut off: its ] is missing (byte 5)"},
    {"cut off after an element", "[\"a\" ", "[<\"a\">", "1: the array is cut off: its ] is missing (byte 5)"},
    {"cut off after a comma", "[\"a\" ,\n", "[<\"a\">", "2: the array is cut off: its ] is missing (byte 7)"},
    {"cut off in an element over the limit", "[\"0123456789012345678901234567890123456789",
     "[{\"0123456789012345678901234567890123456789}", "1: the array is cut off: its ] is missing (byte 42)"},
};

const Case kSequences[] = {
    {"one object", "{\"a\":1}", "<{\"a\":1}>"},
    {"one object over lines", "\n{\n  \"a\": [1,\n2]\n}\n", "\n<{\n  \"a\": [1,\n2]\n}>\n"},
    {"objects", "{\n}\n\n{\n}\n", "<{\n}>\n\n<{\n}>\n"},
    {"objects on one line", "{} {}\t{}", "<{}> <{}>\t<{}>"},
    {"objects without white space", "{\"a\":1}{\"b\":2}[3]\"four\"5", "<{\"a\":1}><{\"b\":2}><[3]><\"four\"><5>"},
    {"a BOM", "\xEF\xBB\xBF{\n}", "\xEF\xBB\xBF<{\n}>"},
    {"scalars", "1 -2.5e3\ntrue\t\"a b\" null\r\n", "<1> <-2.5e3>\n<true>\t<\"a b\"> <null>\r\n"},
    {"an array behind an object", "{}\n[1,\n2]\n", "<{}>\n<[1,\n2]>\n"},
    {"brackets, braces and quotes in strings", R"({"a}":"]\"}"} {"\\":{}})", R"(<{"a}":"]\"}"}> <{"\\":{}}>)"},
    // A number or name needs white space behind it.
    {"numbers that an object would part", "1{\"a\":0}2 3", "<1{\"a\":0}2> <3>"},
    // Broken: for the parser to refuse, and found again behind it.
    {"commas", "{},{}, 1,2", "<{}><,><{}><,> <1,2>"},
    {"one bracket too many", "{}}\n{}]\n", "<{}><}>\n<{}><]>\n"},
    {"a broken object", "{\"a\" 1,,}\n{}\n", "<{\"a\" 1,,}>\n<{}>\n"},
    {"words", "foo bar\n{}", "<foo> <bar>\n<{}>"},
    {"damaged bytes", "\xFF {\"\xFF\":1}", "<\xFF> <{\"\xFF\":1}>"},
    // Cut off.
    {"cut off in an object", "{}\n{\"a\":\n", "<{}>\n<{\"a\":\n>"},
    {"cut off in a string", "{}\n{\"a\n{}\n", "<{}>\n<{\"a\n{}\n>"},
    {"cut off behind a backslash", "{\"a\\", "<{\"a\\>"},
    // Over the limit of 30.
    {"as long as the limit", "{\"a\":\"0123456789012345678901\"}\n{}", "<{\"a\":\"0123456789012345678901\"}>\n<{}>"},
    {"over the limit", "{\"a\":\"01234567890123456789012\"}\n{}", "{{\"a\":\"01234567890123456789012\"}}\n<{}>"},
    {"far over the limit", "{\"0\":\"]123456789012345678901234567890123456789012345678901\"\n}{}\n",
     "{{\"0\":\"]123456789012345678901234567890123456789012345678901\"\n}}<{}>\n"},
    {"a number over the limit", "1234567890123456789012345678901 1", "{1234567890123456789012345678901} <1>"},
    {"cut off over the limit", "{} {\"01234567890123456789012345678901234567\n",
     "<{}> {{\"01234567890123456789012345678901234567\n}"},
};

constexpr std::size_t kBatchSizes[] = {1, 2, 3, 7, 16, 1 << 20};
constexpr std::size_t kReadSizes[] = {1, 2, 5, 1 << 20};

void expect_pieces(std::span<const Case> cases) {
  for (const Case& c : cases) {
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        SCOPED_TRACE(std::string(c.name) + " batch " + std::to_string(batch) + " read " + std::to_string(read));
        const PieceList list = read_pieces(
            c.input, {.batch_bytes = batch, .max_record_bytes = 30, .container = Container::kJson, .name = "x.json"},
            {.read_bytes = read});
        EXPECT_EQ(picture(list), c.pieces);
        EXPECT_EQ(list.error ? list.error->message : "", c.error.empty() ? "" : "x.json:" + c.error);
        if (c.error.empty()) {
          EXPECT_EQ(list.text(), c.input);
        } else {
          EXPECT_EQ(list.text(), c.input.substr(0, list.text().size()));
          EXPECT_EQ(list.error ? list.error->code : ErrorCode::kIo, ErrorCode::kData);
        }
        if (!list.pieces.empty()) {
          EXPECT_TRUE(list.pieces.back().closed);
        }
      }
    }
  }
}

TEST(JsonCutter, CutsElementsWhateverTheSizes) { expect_pieces(kArrays); }

TEST(JsonCutter, CutsValuesWhateverTheSizes) { expect_pieces(kSequences); }

TEST(JsonCutter, KnowsLinesOfValues) {
  const std::string input = "\n{\n}\n\n {\n\n\"a\":1} 2\n\"0123456789\n0123456789\n0123456789\",\n[\n";
  for (const std::size_t batch : kBatchSizes) {
    const PieceList list =
        read_pieces(input, {.batch_bytes = batch, .max_record_bytes = 30, .container = Container::kJson});
    std::vector<std::uint64_t> lines;
    for (const auto& piece : list.pieces) {
      EXPECT_EQ(input.substr(piece.offset, piece.text.size()), piece.text);
      if (piece.kind != PieceKind::kGlue) lines.push_back(piece.line);
    }
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{2, 5, 7, 8, 10, 11}));
  }
}

TEST(JsonCutter, ValuesBeforeASourceErrorAreWhole) {
  const PieceList list = read_pieces("{}\n{\"a\":1}\n", {.container = Container::kJson}, {.fail_at = 8});
  EXPECT_EQ(list.of(PieceKind::kRecord), (std::vector<std::string>{"{}", "{\"a\":"}));
  ASSERT_TRUE(list.error);
  EXPECT_EQ(list.error->message, "memory: input/output error");
}

TEST(JsonCutter, KnowsLinesAndOffsets) {
  const std::string input =
      "[\n  {\n    \"a\": \"x\ny\"\n  },\n\n  2, \"01234567890123456789\n01234567890123456789\",\n4\n]\n";
  for (const std::size_t batch : kBatchSizes) {
    const PieceList list =
        read_pieces(input, {.batch_bytes = batch, .max_record_bytes = 30, .container = Container::kJson});
    std::vector<std::uint64_t> lines;
    for (const auto& piece : list.pieces) {
      EXPECT_EQ(input.substr(piece.offset, piece.text.size()), piece.text);
      if (piece.kind == PieceKind::kRecord || piece.kind == PieceKind::kOversize) lines.push_back(piece.line);
    }
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{2, 7, 7, 9}));
  }
}

TEST(JsonCutter, ASourceErrorComesFirst) {
  const PieceList list = read_pieces("[1, 22, 333]", {.container = Container::kJson}, {.fail_at = 10});
  EXPECT_EQ(list.of(PieceKind::kRecord), (std::vector<std::string>{"1", "22"}));
  ASSERT_TRUE(list.error);
  EXPECT_EQ(list.error->message, "memory: input/output error");
}

TEST(JsonCutter, DepthIsNoLimit) {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  const PieceList list = read_pieces("[" + deep + ",1]", {.container = Container::kJson}, {.read_bytes = 777});
  EXPECT_EQ(list.of(PieceKind::kRecord), (std::vector<std::string>{deep, "1"}));
}

TEST(JsonCutter, RefusesToHoldWhiteSpaceForEver) {
  const std::string most(1 << 20, '\n');
  for (const std::size_t read : {std::size_t{4096}, std::size_t{8} << 20}) {
    const BatchOptions options{.max_record_bytes = 10, .container = Container::kJson, .name = "x.json"};
    EXPECT_FALSE(read_pieces("[1" + most.substr(1) + ",2]", options, {.read_bytes = read}).error);
    for (const std::string& text :
         {"[1" + most + "\n,2]", "[1 ," + most + "2]", "[1" + most + "\n", "[1" + most + "\n]"}) {
      const PieceList list = read_pieces(text, options, {.read_bytes = read});
      ASSERT_TRUE(list.error);
      constexpr std::size_t kByte = (1 << 20) + 2;
      const auto line = 1 + std::count(text.begin(), text.begin() + kByte, '\n');
      EXPECT_EQ(list.error->message, "x.json:" + std::to_string(line) +
                                         ": too much white space between two elements (byte " + std::to_string(kByte) +
                                         ")");
    }
    // Before, after and in front of the first, white space passes through.
    const std::string around = most + most + "[" + most + most + "1]" + most + most;
    EXPECT_EQ(read_pieces(around, options, {.read_bytes = read}).text(), around);
  }
}

// Random elements, with the pieces known from the making.
TEST(JsonCutter, FindsTheElementsOfRandomArrays) {
  std::mt19937 random(11);
  const char* const kElements[] = {
      "1",  "\"\"",     "{}",        "[]",      "\"a,b\"",        "{\"a\":[1,\"]\"]}",
      "-0", "\"\\\\\"", "\"\\\"[\"", "[\n1\n]", "{\"\\\"\": {}}", "\"\\u005d 0123456789\""};
  const char* const kSpaces[] = {"", "", " ", "\n", " \r\n\t"};
  const auto space = [&] { return std::string(kSpaces[random() % 5]); };
  for (int round = 0; round < 200; ++round) {
    std::string text = space() + "[" + space();
    std::vector<std::string> elements;
    std::vector<std::string> separators;
    for (std::size_t count = random() % 12, i = 0; i < count; ++i) {
      if (i > 0) {
        separators.push_back(space() + "," + space());
        text += separators.back();
      }
      elements.emplace_back(kElements[random() % std::size(kElements)]);
      text += elements.back();
    }
    text += space() + "]" + space();
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        const PieceList list =
            read_pieces(text, {.batch_bytes = batch, .container = Container::kJson}, {.read_bytes = read});
        ASSERT_FALSE(list.error) << text;
        ASSERT_EQ(list.text(), text);
        ASSERT_EQ(list.of(PieceKind::kRecord), elements) << text;
        ASSERT_EQ(list.of(PieceKind::kSeparator), separators) << text;
      }
    }
  }
}

TEST(JsonCutter, FindsTheValuesOfRandomSequences) {
  std::mt19937 random(12);
  const char* const kValues[] = {
      "1",        "\"\"",      "{}",      "{\n}",           "\"a,b\"", "{\"a\":[1,\"]\"]}",     "-0e-07",
      "\"\\\\\"", "\"\\\"[\"", "[\n1\n]", "{\"\\\"\": {}}", "null",    "\"\\u005d 0123456789\""};
  const char* const kSpaces[] = {" ", "\n", "\n\n", " \r\n\t"};
  for (int round = 0; round < 200; ++round) {
    std::string text = random() % 2 == 0 ? "" : "\n ";
    std::vector<std::string> values;
    for (std::size_t count = random() % 12, i = 0; i < count; ++i) {
      std::string value = kValues[random() % std::size(kValues)];
      if (i == 0 && value[0] == '[') value = "{}";
      const bool closed =
          values.empty() || std::string_view("}]\"").find(values.back().back()) != std::string_view::npos;
      if (!closed || random() % 3 != 0) text += kSpaces[random() % std::size(kSpaces)];
      text += value;
      values.push_back(std::move(value));
    }
    for (const std::size_t batch : kBatchSizes) {
      for (const std::size_t read : kReadSizes) {
        const PieceList list =
            read_pieces(text, {.batch_bytes = batch, .container = Container::kJson}, {.read_bytes = read});
        ASSERT_FALSE(list.error) << text;
        ASSERT_EQ(list.text(), text);
        ASSERT_EQ(list.of(PieceKind::kRecord), values) << text;
      }
    }
  }
}

}  // namespace
}  // namespace privet
