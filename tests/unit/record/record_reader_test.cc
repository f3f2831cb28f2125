// What a record gives, and that nothing wrong passes as JSON.
#include "record/record_reader.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "record/pointer.h"
#include "support/exact_buffer.h"
#include "support/json_reference.h"

namespace privet {
namespace {

const ReadOptions kEveryLeaf{.every_leaf = true};

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// "s:text" for each field, first letters being string, number, boolean, null, key.
std::string listed(std::string_view json, const ReadOptions& options) {
  const ExactBuffer buffer(json);
  RecordReader reader;
  Record record;
  if (!reader.read(RecordFormat::kJson, buffer.text(), options, record).ok()) return "damaged";
  std::string out;
  for (const Field& field : record.fields) {
    out += out.empty() ? "" : " ";
    out += "snbNk"[static_cast<std::size_t>(field.kind())];
    out += ":" + std::string(record.text(field).text());
  }
  return out;
}

TEST(RecordReader, ListsWhatIsLargeEnough) {
  const struct {
    const char* name;
    std::string_view json;
    std::string_view by_default;
    std::string_view every_leaf;
  } cases[] = {
      {"strings, keys and numbers", R"({"text": "hello", "count": 123})", "k:text s:hello k:count n:123",
       "k:text s:hello k:count n:123"},
      {"small ones are left out", R"({"_to": "0j", "n": 12, "x": "é"})", "k:_to", "k:_to s:0j k:n n:12 k:x s:é"},
      {"but for codes: of countries, languages, kinds", R"({"cc": "ES", "l": "fr", "to": "t4"})",
       "k:cc s:ES s:fr k:to s:t4", "k:cc s:ES k:l s:fr k:to s:t4"},
      {"literals", R"([true, false, null])", "", "b:true b:false N:null"},
      {"size is of the decoded text", R"(["\u0031\u0061", "\u0061\u0062\u0063"])", "s:abc", "s:1a s:abc"},
      {"a small one leaves no text behind", R"(["\n", "abc\n", "\t", "def\t"])", "s:abc\n s:def\t",
       "s:\n s:abc\n s:\t s:def\t"},
      {"equal keys are all read", R"({"text": "one", "text": "two"})", "k:text s:one k:text s:two",
       "k:text s:one k:text s:two"},
      {"empty names and texts", R"({"": "", "abc": ""})", "k:abc", "k: s: k:abc s:"},
      {"a string alone", R"("hello")", "s:hello", "s:hello"},
      {"a number alone", " -12.5e+3 ", "n:-12.5e+3", "n:-12.5e+3"},
      {"a literal alone", "true", "", "b:true"},
      {"empty containers", R"([{}, [], [[]], {"abc": {}}])", "k:abc", "k:abc"},
      {"white space everywhere", "\t{ \"abc\" \n:\r [ 123 , \"def\" ] } \n", "k:abc n:123 s:def", "k:abc n:123 s:def"},
      {"quotes and brackets in a string", R"(["a\"],[\\", "{}[]:,"])", R"(s:a"],[\ s:{}[]:,)", R"(s:a"],[\ s:{}[]:,)"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(listed(c.json, {}), c.by_default);
    EXPECT_EQ(listed(c.json, kEveryLeaf), c.every_leaf);
  }
}

TEST(RecordReader, RefusesWhatIsNotOneJsonValue) {
  const struct {
    const char* name;
    std::string json;
    Damage damage;
    std::uint32_t at;
  } cases[] = {
      {"nothing", "", Damage::kNotJson, 0},
      {"white space only", "  \t ", Damage::kNotJson, 4},
      // More than one value.
      {"two objects", R"({"a":1}{"b":2})", Damage::kNotJson, 7},
      {"two objects with a space", R"({"a":1} {"b":2})", Damage::kNotJson, 8},
      {"two scalars", "1 2", Damage::kNotJson, 2},
      {"two strings", R"("a""b")", Damage::kNotJson, 3},
      {"trailing comma", R"({"a":1},)", Damage::kNotJson, 7},
      {"trailing letter", R"({"a":1}x)", Damage::kNotJson, 7},
      {"a letter behind a string", R"(["abc"x])", Damage::kNotJson, 6},
      {"closed twice", "[1]]", Damage::kNotJson, 3},
      // Cut off.
      {"after a brace", "{", Damage::kNotJson, 1},
      {"in a key", R"({"ab)", Damage::kNotJson, 4},
      {"after a key", R"({"ab")", Damage::kNotJson, 5},
      {"after a colon", R"({"ab":)", Damage::kNotJson, 6},
      {"in a string", R"({"ab":"cd)", Damage::kNotJson, 9},
      {"after a string", R"({"ab":"cd")", Damage::kNotJson, 10},
      {"after a comma", R"({"ab":"cd",)", Damage::kNotJson, 11},
      {"after a bracket", "[[1]", Damage::kNotJson, 4},
      {"a quote alone", "\"", Damage::kNotJson, 1},
      {"behind an escaped quote", R"("\")", Damage::kNotJson, 3},
      // Punctuation.
      {"comma before the end", "[1,]", Damage::kNotJson, 3},
      {"comma before the brace", R"({"a":1,})", Damage::kNotJson, 7},
      {"comma first", "[,1]", Damage::kNotJson, 1},
      {"two commas", "[1,,2]", Damage::kNotJson, 3},
      {"no comma", R"(["a" "b"])", Damage::kNotJson, 5},
      {"no colon", R"({"a" 1})", Damage::kNotJson, 5},
      {"colon in an array", R"(["a":1])", Damage::kNotJson, 4},
      {"wrong bracket", "[1}", Damage::kNotJson, 2},
      {"wrong brace", R"({"a":1])", Damage::kNotJson, 6},
      {"key without quotes", "{a:1}", Damage::kNotJson, 1},
      {"number as a key", "{1:1}", Damage::kNotJson, 1},
      {"single quotes", "['a']", Damage::kNotJson, 1},
      {"comment", "[1 /* one */]", Damage::kNotJson, 3},
      // Literals.
      {"cut literal", "[tru]", Damage::kNotJson, 1},
      {"longer literal", "[truex]", Damage::kNotJson, 1},
      {"upper case", "[True]", Damage::kNotJson, 1},
      {"NaN", "[NaN]", Damage::kNotJson, 1},
      {"literal with a quote in it", R"([nul"l"])", Damage::kNotJson, 1},
      // Numbers.
      {"leading zero", "[01]", Damage::kNotJson, 1},
      {"leading plus", "[+1]", Damage::kNotJson, 1},
      {"minus alone", "[-]", Damage::kNotJson, 1},
      {"point at the end", "[1.]", Damage::kNotJson, 1},
      {"point first", "[.5]", Damage::kNotJson, 1},
      {"empty exponent", "[1e]", Damage::kNotJson, 1},
      {"exponent's sign alone", "[1e+]", Damage::kNotJson, 1},
      {"two points", "[1.2.3]", Damage::kNotJson, 1},
      {"hexadecimal", "[0x1F]", Damage::kNotJson, 1},
      {"number with a quote", R"([1"2"])", Damage::kNotJson, 1},
      {"minus infinity", "[-Infinity]", Damage::kNotJson, 1},
      // Strings.
      {"bad escape", R"(["ab\qcd"])", Damage::kNotJson, 4},
      {"bad escape in a tiny string", R"(["\q"])", Damage::kNotJson, 2},
      {"bad escape in a tiny key", R"({"\q":1})", Damage::kNotJson, 2},
      {"bad hexadecimal digits", R"(["\u00zz"])", Damage::kNotJson, 2},
      {"tab in a string", "[\"a\tb\"]", Damage::kNotJson, 3},
      {"line feed in a string", "[\"a\nb\"]", Damage::kNotJson, 3},
      {"NUL in a string", std::string("[\"a\0b\"]", 7), Damage::kNotJson, 3},
      {"NUL between values", std::string("[1,\0 2]", 7), Damage::kNotJson, 3},
      {"NUL at the end", std::string("[1]\0", 4), Damage::kNotJson, 3},
      {"form feed as white space", "[1\f]", Damage::kNotJson, 2},
      {"no-break space as white space", "[1,\u00a02]", Damage::kNotJson, 3},
      {"byte order mark", "\uFEFF[1]", Damage::kNotJson, 0},
      // UTF-8.
      {"broken lead byte", "[\"ab\xFFz\"]", Damage::kInvalidUtf8, 4},
      {"cut character", "[\"ab\xC3\"]", Damage::kInvalidUtf8, 4},
      {"surrogate in UTF-8", "[\"\xED\xA0\x80\"]", Damage::kInvalidUtf8, 2},
      {"overlong slash", "[\"\xC0\xAF\"]", Damage::kInvalidUtf8, 2},
      {"Latin-1 between values", "[1, \xE9]", Damage::kInvalidUtf8, 4},
      {"invalid UTF-8 is named before other damage", "[tru, \"\xFF\"]", Damage::kInvalidUtf8, 7},
      {"character cut by the end", "\"ab\xE2\x82", Damage::kInvalidUtf8, 3},
      // Depth.
      {"depth 10,000, closed", repeat("[", 10000) + repeat("]", 10000), Damage::kTooDeep, 1024},
      {"depth 10,000, not closed", repeat("[", 10000), Damage::kTooDeep, 1024},
      {"objects 10,000 deep, not closed", repeat(R"({"a":)", 10000), Damage::kTooDeep, 5120},
      {"depth 1025", repeat("[", 1025) + repeat("]", 1025), Damage::kTooDeep, 1024},
  };
  RecordReader reader;
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const ExactBuffer buffer(c.json);
    Record record;
    const Read read = reader.read(RecordFormat::kJson, buffer.text(), {}, record);
    EXPECT_EQ(read.damage, c.damage);
    EXPECT_EQ(read.at, c.at);
    EXPECT_TRUE(record.fields.empty() && record.raw.empty());
  }
}

TEST(RecordReader, TakesWhatIsUnusualButGood) {
  const struct {
    const char* name;
    std::string json;
  } cases[] = {
      {"depth 1024", repeat("[", 1024) + repeat("]", 1024)},
      {"a number of 10,000 digits", "[" + repeat("7", 10000) + "]"},
      {"a number no type holds", "[1e999999, -0, 0.0e-00]"},
      {"lone surrogates", R"(["\ud83d", "\ude00 \ud800"])"},
      {"DEL and C1 controls", "[\"\x7F\u0085\"]"},
      {"a million keys", "{" + repeat("\"k\":1,", 999999) + "\"k\":1}"},
      {"a string over the size of a block", "\"" + repeat("long \\n", 100000) + "\""},
  };
  RecordReader reader;
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    const ExactBuffer buffer(c.json);
    Record record;
    EXPECT_TRUE(reader.read(RecordFormat::kJson, buffer.text(), kEveryLeaf, record).ok());
  }
}

TEST(RecordReader, DoesNotLookBehindTheRecord) {
  // What follows in the batch would complete each of these.
  const std::string_view batch = R"(["a","b"]]})";
  RecordReader reader;
  Record record;
  for (std::size_t size = 0; size < 9; ++size) {
    EXPECT_FALSE(reader.read(RecordFormat::kJson, batch.substr(0, size), {}, record).ok()) << size;
  }
  EXPECT_TRUE(reader.read(RecordFormat::kJson, batch.substr(0, 9), {}, record).ok());
  EXPECT_EQ(listed(std::string_view("1234567").substr(0, 4), {}), "n:1234");
}

TEST(RecordReader, RefusesARecordThatOffsetsCouldNotName) {
  const std::string huge(kMaxRecordBytes + 1, ' ');
  RecordReader reader;
  Record record;
  EXPECT_EQ(reader.read(RecordFormat::kJson, huge, {}, record).damage, Damage::kTooLong);
  EXPECT_EQ(reader.read(RecordFormat::kText, huge, {}, record).damage, Damage::kTooLong);
}

TEST(RecordReader, CountsStringsListedOrNot) {
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"({"a": "", "b": ["x", "long enough", 1, true]})", {}, record).ok());
  EXPECT_EQ(record.strings, 3U);
  EXPECT_EQ(record.fields.size(), 1U);
}

TEST(RecordReader, FindsTheIdField) {
  const struct {
    const char* name;
    std::string_view pointer;
    std::string_view json;
    std::string_view id;  // "-": none
  } cases[] = {
      {"a string", "/id", R"({"x": 1, "id": "a-17"})", "a-17"},
      {"a number", "/id", R"({"id": 123456})", "123456"},
      {"listed though tiny", "/id", R"({"id": 7, "t": "text"})", "7"},
      {"listed though empty", "/id", R"({"id": ""})", ""},
      {"not in a member", "/id", R"({"meta": {"id": "a-17"}})", "-"},
      {"not in an element", "/id", R"([{"id": "a-17"}])", "-"},
      {"no object", "/id", R"({"id": {"id": "a-17"}})", "-"},
      {"no literal", "/id", R"({"id": true})", "-"},
      {"not a value equal to the name", "/id", R"({"x": "id"})", "-"},
      {"the last of equal keys", "/id", R"({"id": "one", "id": "two"})", "two"},
      {"an escaped key", "/id", R"({"\u0069d": "a-17"})", "a-17"},
      {"below a member", "/meta/id", R"({"id": "no", "meta": {"x": {"id": "no"}, "id": "yes"}, "z": {"id": "no"}})",
       "yes"},
      {"below an element", "/1/id", R"([{"id": "no"}, {"id": "yes"}, {"id": "no"}])", "yes"},
      {"escaped segment", "/a~1b", R"({"a/b": "yes"})", "yes"},
      {"the record itself", "", R"("yes")", "yes"},
  };
  for (const auto& c : cases) {
    SCOPED_TRACE(c.name);
    RecordReader reader;
    Record record;
    const ReadOptions options{.id_field = parse_pointer(c.pointer).value()};
    ASSERT_TRUE(reader.read(RecordFormat::kJson, c.json, options, record).ok());
    if (c.id == "-") {
      EXPECT_EQ(record.id, -1);
    } else {
      ASSERT_GE(record.id, 0);
      EXPECT_EQ(record.text(record.fields[static_cast<std::size_t>(record.id)]).text(), c.id);
    }
  }
}

TEST(RecordReader, CanDoWithoutAnIdField) {
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"({"id": "a-17"})", {.id_field = std::nullopt}, record).ok());
  EXPECT_EQ(record.id, -1);
}

TEST(RecordReader, TakesALineOfTextAsItIs) {
  RecordReader reader;
  Record record;
  const ExactBuffer line(std::string_view("say \\u0040 \"\0\t", 13));
  ASSERT_TRUE(reader.read(RecordFormat::kText, line.text(), {}, record).ok());
  ASSERT_EQ(record.fields.size(), 1U);
  EXPECT_EQ(record.text(record.fields[0]).text(), line.text());
  EXPECT_EQ(record.fields[0].kind(), FieldKind::kString);
  EXPECT_EQ(record.strings, 1U);
  EXPECT_EQ(pointer_of(record, FieldIndex{0}), "");
  const Read bad = reader.read(RecordFormat::kText, "abc\xFF", {}, record);
  EXPECT_EQ(bad.damage, Damage::kInvalidUtf8);
  EXPECT_EQ(bad.at, 3U);
}

TEST(RecordReader, GivesBackTheMemoryOfAHugeRecord) {
  RecordReader reader;
  Record record;
  const std::string huge = "[" + repeat(R"("abc\n",)", 2000000) + "1]";
  ASSERT_TRUE(reader.read(RecordFormat::kJson, huge, {}, record).ok());
  EXPECT_GT(reader.capacity_bytes(), std::size_t{32} << 20);
  ASSERT_TRUE(reader.read(RecordFormat::kJson, R"(["small"])", {}, record).ok());
  EXPECT_LT(reader.capacity_bytes(), std::size_t{1} << 20);
}

// Random documents, against the plain reader.

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}
  std::string document() {
    out_.clear();
    space();
    value(0);
    space();
    return out_;
  }

 private:
  unsigned below(unsigned n) { return static_cast<unsigned>(random_() % n); }
  void space() {
    while (below(4) == 0) out_ += " \t\n\r"[below(4)];
  }
  void value(int depth) {
    switch (below(depth > 6 ? 4 : 8)) {
      case 0:
        out_ += kNumbers[below(std::size(kNumbers))];
        break;
      case 1:
        out_ += kLiterals[below(3)];
        break;
      case 2:
      case 3:
        string();
        break;
      case 4:
      case 5:
        members('[', ']', depth);
        break;
      default:
        members('{', '}', depth);
        break;
    }
  }
  void members(char open, char close, int depth) {
    out_ += open;
    for (unsigned i = 0, n = below(5); i < n; ++i) {
      if (i > 0) out_ += ',';
      space();
      if (open == '{') {
        string();
        space();
        out_ += ':';
        space();
      }
      value(depth + 1);
      space();
    }
    if (out_.back() == open) space();
    out_ += close;
  }
  void string() {
    out_ += '"';
    for (unsigned i = 0, n = below(below(8) == 0 ? 90 : 8); i < n; ++i) out_ += kPieces[below(std::size(kPieces))];
    out_ += '"';
  }

  static constexpr const char* kNumbers[] = {
      "0", "-0", "7", "12", "123", "-1.5", "3e8", "0.0001E-22", "1234567890123456789012"};
  static constexpr const char* kLiterals[] = {"true", "false", "null"};
  static constexpr const char* kPieces[] = {"a",
                                            "id",
                                            "jo@example.com",
                                            " ",
                                            "~",
                                            "/",
                                            "*",
                                            ".",
                                            "=",
                                            "\u00e9",
                                            "\u65e5",
                                            "\U0001F600",
                                            "\\n",
                                            "\\\"",
                                            "\\\\",
                                            "\\/",
                                            "\\u0040",
                                            "\\u00E9",
                                            "\\ud83d\\ude00",
                                            "\\ud83d",
                                            "\\ude00",
                                            "\\u0000",
                                            "{",
                                            "}",
                                            "[",
                                            "]",
                                            ",",
                                            ":"};
  std::mt19937 random_;
  std::string out_;
};

void expect_same(const Record& record, const std::vector<ReferenceLeaf>& expected) {
  ASSERT_EQ(record.fields.size(), expected.size());
  for (std::uint32_t i = 0; i < expected.size(); ++i) {
    const Field& field = record.fields[i];
    const ReferenceLeaf& leaf = expected[i];
    ASSERT_EQ(field.kind(), leaf.kind);
    ASSERT_EQ(record.text(field).text(), leaf.text);
    ASSERT_EQ(field.raw.begin, leaf.begin);
    ASSERT_EQ(field.raw.end, leaf.end);
    ASSERT_EQ(pointer_of(record, FieldIndex{i}), leaf.pointer);
    ASSERT_EQ(record.escapes(field).to_source(record.text(field).whole()).size(), field.raw.size());
  }
}

TEST(RecordReader, AgreesWithThePlainReaderOnRandomDocuments) {
  Generator generator(20240501);
  RecordReader reader;
  for (int i = 0; i < 5000; ++i) {
    const std::string json = generator.document();
    SCOPED_TRACE(json);
    const ExactBuffer buffer(json);
    const auto expected = ReferenceReader(json).read();
    ASSERT_TRUE(expected.has_value());
    Record record;
    ASSERT_TRUE(reader.read(RecordFormat::kJson, buffer.text(), kEveryLeaf, record).ok());
    expect_same(record, *expected);
    if (testing::Test::HasFatalFailure()) return;
  }
}

TEST(RecordReader, AgreesWithThePlainReaderOnDamagedDocuments) {
  Generator generator(7);
  std::mt19937 random(8);
  RecordReader reader;
  constexpr std::string_view kBytes = "{}[]:,\"\\ tfn019-+.eE\x01\x1A\x0C\x80\xE2u";
  int refused = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string json = generator.document();
    const std::size_t at = random() % (json.size() + 1);
    switch (random() % 3) {
      case 0:
        json.insert(at, 1, kBytes[random() % kBytes.size()]);
        break;
      case 1:
        json.erase(at, 1 + random() % 3);
        break;
      default:
        json.resize(at);
        break;
    }
    SCOPED_TRACE(json);
    const ExactBuffer buffer(json);
    const auto expected = ReferenceReader(json).read();
    Record record;
    ASSERT_EQ(reader.read(RecordFormat::kJson, buffer.text(), kEveryLeaf, record).ok(), expected.has_value());
    if (expected) expect_same(record, *expected);
    if (testing::Test::HasFatalFailure()) return;
    refused += expected ? 0 : 1;
  }
  EXPECT_GT(refused, 5000);
}

}  // namespace
}  // namespace privet
