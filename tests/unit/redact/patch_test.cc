#include "redact/patch.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "redact/keyed.h"
#include "support/record_builder.h"

namespace privet {
namespace {

constexpr EntityIndex kEmail{0};
constexpr EntityIndex kPerson{1};
constexpr EntityIndex kPhone{2};

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleSet s;
    for (const char* entity : {"EMAIL_ADDRESS", "PERSON", "PHONE_NUMBER"}) {
      Rule rule;
      rule.id = entity;
      s.add(rule, entity);
    }
    return s;
  }();
  return set;
}

// What to hide: a value as the field says it.
struct Hide {
  const char* value;
  EntityIndex entity = kEmail;
  Action action = Action::kReplace;
  std::size_t nth = 0;
};

struct Patched {
  bool changed = false;
  std::string text;
  std::vector<Edit> edits;
};

// The normal form of the tests: lower case.
std::string lower(std::string_view value) {
  std::string out(value);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return out;
}

Patched patch(const TestRecord& test, std::vector<Finding> findings, const RedactPlan& plan = {}) {
  std::sort(findings.begin(), findings.end(),
            [](const Finding& a, const Finding& b) { return std::tie(a.field, a.bytes) < std::tie(b.field, b.bytes); });
  const Record record = test.record();
  Redactor redactor(rules());
  OffsetMapBuilder map;
  Patched out;
  out.changed = redactor.apply(
      record, findings, plan,
      [&](const Finding& f) { return lower(record.text(record.field(f.field)).slice(f.bytes)); }, out.text, map);
  EXPECT_EQ(map.source_size(), record.raw.size());
  EXPECT_EQ(map.derived_size(), out.text.size());
  out.edits.assign(map.edits().begin(), map.edits().end());
  return out;
}

std::vector<Finding> find_all(const TestRecord& test, const std::vector<Hide>& hides) {
  std::vector<Finding> findings;
  for (const Hide& h : hides) findings.push_back(test.find(h.value, h.entity, h.action, h.nth));
  return findings;
}

struct Case {
  const char* name;
  const char* json;
  std::vector<Hide> hides;
  const char* expected;
};

void expect_all(std::span<const Case> cases, const RedactPlan& plan = {}) {
  for (const Case& c : cases) {
    const TestRecord test = json_record(c.json);
    EXPECT_EQ(patch(test, find_all(test, c.hides), plan).text, c.expected) << c.name;
  }
}

TEST(Patch, OnlyTheFindingsChange) {
  const Case kCases[] = {
      {"nothing to hide", R"({"a": "jo@x.com"})", {}, R"({"a": "jo@x.com"})"},
      {"order, spaces, number text and escapes stay",
       R"( { "b" :1.50e+02,  "a":"\u00e9\/ jo@x.com\t" ,"n": null} )",
       {{"jo@x.com"}},
       R"( { "b" :1.50e+02,  "a":"\u00e9\/ <EMAIL_ADDRESS>\t" ,"n": null} )"},
      {"a whole string", R"(["jo@x.com"])", {{"jo@x.com"}}, R"(["<EMAIL_ADDRESS>"])"},
      {"escapes inside go with it", R"(["a jo\u0040x.com b"])", {{"jo@x.com"}}, R"(["a <EMAIL_ADDRESS> b"])"},
      {"half a surrogate pair is not left",
       R"(["a \ud83d\ude00@x.com b"])",
       {{"😀@x.com"}},
       R"(["a <EMAIL_ADDRESS> b"])"},
      {"several in several fields",
       R"({"a":"jo@x.com, bo@y.org","b":["jo@x.com"]})",
       {{"jo@x.com"}, {"bo@y.org"}, {"jo@x.com", kEmail, Action::kReplace, 1}},
       R"({"a":"<EMAIL_ADDRESS>, <EMAIL_ADDRESS>","b":["<EMAIL_ADDRESS>"]})"},
      {"touching ones are two", R"(["jo@x.combo"])", {{"jo@x.com"}, {"bo", kPerson}}, R"(["<EMAIL_ADDRESS><PERSON>"])"},
      {"kept",
       R"(["jo@x.com bo"])",
       {{"jo@x.com", kEmail, Action::kKeep}, {"bo", kPerson}},
       R"(["jo@x.com <PERSON>"])"},
  };
  expect_all(kCases);
  const TestRecord test = json_record(R"(["jo@x.com"])");
  EXPECT_FALSE(patch(test, {}).changed);
  EXPECT_FALSE(patch(test, find_all(test, {{"jo@x.com", kEmail, Action::kKeep}})).changed);
  EXPECT_TRUE(patch(test, find_all(test, {{"jo@x.com"}})).changed);
}

TEST(Patch, WhereFindingsOverlapAllTheirBytesAreHidden) {
  const Case kCases[] = {
      {"the longer says how",
       R"(["x abcdefgh y"])",
       {{"abcdef", kEmail}, {"fgh", kPerson}},
       R"(["x <EMAIL_ADDRESS> y"])"},
      {"also when it comes second",
       R"(["x abcdefgh y"])",
       {{"abc", kEmail}, {"cdefgh", kPerson}},
       R"(["x <PERSON> y"])"},
      {"of equals the first",
       R"(["x abcdefg y"])",
       {{"abcd", kEmail}, {"defg", kPerson}},
       R"(["x <EMAIL_ADDRESS> y"])"},
      {"one inside another",
       R"(["x abcdefgh y"])",
       {{"abcdefgh", kEmail}, {"cd", kPerson}},
       R"(["x <EMAIL_ADDRESS> y"])"},
      {"a chain of three",
       R"(["x abcdefghi y"])",
       {{"abcd", kEmail}, {"defg", kPerson}, {"ghi", kPhone}},
       R"(["x <EMAIL_ADDRESS> y"])"},
      {"the same twice", R"(["x abc y"])", {{"abc", kEmail}, {"abc", kEmail}}, R"(["x <EMAIL_ADDRESS> y"])"},
      {"a kept one does not shield the other",
       R"(["x abcdefgh y"])",
       {{"abcdef", kEmail, Action::kKeep}, {"efgh", kPerson}},
       R"(["x abcd<PERSON> y"])"},
  };
  expect_all(kCases);
}

TEST(Patch, ANumberBecomesNull) {
  const Case kCases[] = {
      {"replace", R"({"n":4915112345678})", {{"4915112345678", kPhone}}, R"({"n":null})"},
      {"as a whole", R"({"n":-4915112345678.0,"m":1})", {{"15112345", kPhone}}, R"({"n":null,"m":1})"},
      {"number", R"([4915112345678])", {{"4915112345678", kPhone, Action::kNumber}}, "[null]"},
      {"redact", R"([4915112345678])", {{"4915112345678", kPhone, Action::kRedact}}, "[null]"},
      {"mask", R"([4915112345678])", {{"4915112345678", kPhone, Action::kMask}}, "[null]"},
      {"hash", R"([4915112345678])", {{"4915112345678", kPhone, Action::kHash}}, "[null]"},
      {"keep", R"([4915112345678])", {{"4915112345678", kPhone, Action::kKeep}}, "[4915112345678]"},
      {"two in one", R"([4915112345678])", {{"49151", kPhone}, {"45678", kPerson}}, "[null]"},
      {"keep and replace in one",
       R"([4915112345678])",
       {{"49151", kPhone, Action::kKeep}, {"45678", kPerson}},
       "[null]"},
  };
  expect_all(kCases);
}

TEST(Patch, NumbersAreConsistentWithinTheRecord) {
  const Action n = Action::kNumber;
  const Case kCases[] = {
      {"in document order, by normal form",
       R"({"a":"Bo and Jo","b":["jo","BO"]})",
       {{"Bo", kPerson, n}, {"Jo", kPerson, n}, {"jo", kPerson, n}, {"BO", kPerson, n}},
       R"({"a":"<PERSON_1> and <PERSON_2>","b":["<PERSON_2>","<PERSON_1>"]})"},
      {"each entity counts for itself",
       R"(["Bo bo@x.com Jo"])",
       {{"Bo", kPerson, n}, {"bo@x.com", kEmail, n}, {"Jo", kPerson, n}},
       R"(["<PERSON_1> <EMAIL_ADDRESS_1> <PERSON_2>"])"},
      {"keys count too",
       R"({"Jo!":"Bo","Bo!":"Jo"})",
       {{"Jo", kPerson, n}, {"Bo", kPerson, n}, {"Bo", kPerson, n, 1}, {"Jo", kPerson, n, 1}},
       R"({"<PERSON_1>!":"<PERSON_2>","<PERSON_2>!":"<PERSON_1>"})"},
  };
  expect_all(kCases);
}

TEST(Patch, NumbersBeginAgainInTheNextRecord) {
  const TestRecord test = json_record(R"(["Jo"])");
  const std::vector<Finding> findings = find_all(test, {{"Jo", kPerson, Action::kNumber}});
  Redactor redactor(rules());
  OffsetMapBuilder map;
  std::string out;
  std::string value = "a";
  for (int i = 0; i < 2; ++i, value += "a") {
    redactor.apply(
        test.record(), findings, {}, [&](const Finding&) { return value; }, out, map);
  }
  EXPECT_EQ(out, R"(["<PERSON_1>"]["<PERSON_1>"])");
}

TEST(Patch, RedactLeavesOneSpaceWhereTwoWordsWouldMeet) {
  const Action r = Action::kRedact;
  const Case kCases[] = {
      {"between words and spaces", R"(["call jo@x.com now"])", {{"jo@x.com", kEmail, r}}, R"(["call  now"])"},
      {"between letters", R"(["calljo@x.comnow"])", {{"jo@x.com", kEmail, r}}, R"(["call now"])"},
      {"between digits", R"(["12jo@x.com34"])", {{"jo@x.com", kEmail, r}}, R"(["12 34"])"},
      {"between underscores", R"(["_jo@x.com_"])", {{"jo@x.com", kEmail, r}}, R"(["_ _"])"},
      {"between letters beyond ASCII", R"(["éjo@x.comж"])", {{"jo@x.com", kEmail, r}}, R"(["é ж"])"},
      {"between escaped letters", R"(["\u00e9jo@x.com\u0436"])", {{"jo@x.com", kEmail, r}}, R"(["\u00e9 \u0436"])"},
      {"after an escaped newline", R"(["\njo@x.com\u0436"])", {{"jo@x.com", kEmail, r}}, R"(["\n\u0436"])"},
      {"between brackets", R"-(["(jo@x.com)"])-", {{"jo@x.com", kEmail, r}}, R"-(["()"])-"},
      {"between full-width brackets", R"(["（jo@x.com）"])", {{"jo@x.com", kEmail, r}}, R"(["（）"])"},
      {"the whole", R"(["jo@x.com"])", {{"jo@x.com", kEmail, r}}, R"([""])"},
      {"two side by side leave one space",
       R"(["ajo@x.combo@x.comz"])",
       {{"jo@x.com", kEmail, r}, {"bo@x.com", kEmail, r}},
       R"(["a z"])"},
      {"beside a placeholder none is needed",
       R"(["ajo@x.comBoz"])",
       {{"jo@x.com", kEmail, r}, {"Bo", kPerson}},
       R"(["a<PERSON>z"])"},
      {"behind a placeholder neither",
       R"(["aBojo@x.comz"])",
       {{"Bo", kPerson}, {"jo@x.com", kEmail, r}},
       R"(["a<PERSON>z"])"},
  };
  expect_all(kCases);
}

TEST(Patch, MaskHidesTheLength) {
  const Action m = Action::kMask;
  const Case kCases[] = {{"mask", R"(["a jo@x.com b"])", {{"jo@x.com", kEmail, m}}, R"(["a *** b"])"}};
  expect_all(kCases);
}

TEST(Patch, MaskKeepsAtMostAQuarter) {
  const Action m = Action::kMask;
  const Case kCases[] = {
      {"as many as asked for", R"(["4111 1111 1111 1234"])", {{"4111 1111 1111 1234", kPhone, m}}, R"(["***1234"])"},
      {"never over a quarter", R"(["123456789"])", {{"123456789", kPhone, m}}, R"(["***89"])"},
      {"none of three", R"(["123"])", {{"123", kPhone, m}}, R"(["***"])"},
      {"counted in characters, copied with escapes",
       R"(["ééééééé\u00e9"])",
       {{"éééééééé", kPerson, m}},
       R"(["***é\u00e9"])"},
      {"no control character", R"(["1234567\n"])", {{"1234567\n", kPhone, m}}, R"(["***"])"},
      {"none of a union", R"(["123456789012"])", {{"12345678", kPhone, m}, {"789012", kPerson, m}}, R"(["***"])"},
      {"none of a key", R"({"12345678":1})", {{"12345678", kPhone, m}}, R"({"***":1})"},
  };
  RedactPlan plan;
  plan.mask_keep_last = 4;
  expect_all(kCases, plan);
}

TEST(Patch, HashIsTheKeyedTokenOfTheNormalForm) {
  const auto keys = Keyring::from_bytes("sixteen bytes ok");
  ASSERT_TRUE(keys.has_value());
  const std::string token = keys->token("EMAIL_ADDRESS", "jo@x.com");
  const std::string expected = "[\"<EMAIL_ADDRESS:" + token + "> <EMAIL_ADDRESS:" + token + ">\"]";
  const Action h = Action::kHash;
  const Case kCases[] = {
      {"hash", R"(["JO@x.com jo@x.com"])", {{"JO@x.com", kEmail, h}, {"jo@x.com", kEmail, h}}, expected.c_str()}};
  RedactPlan plan;
  plan.tokens = &*keys;
  expect_all(kCases, plan);
}

TEST(Patch, KeysStayUniqueInTheirObject) {
  const Action mask = Action::kMask;
  const Action redact = Action::kRedact;
  const Action number = Action::kNumber;
  const Case kCases[] = {
      {"two alike",
       R"({"jo@x.com":1,"bo@x.com":2})",
       {{"jo@x.com"}, {"bo@x.com"}},
       R"({"<EMAIL_ADDRESS>":1,"<EMAIL_ADDRESS_2>":2})"},
      {"three alike",
       R"({"jo@x.com":1,"bo@x.com":2,"mo@x.com":3})",
       {{"jo@x.com"}, {"bo@x.com"}, {"mo@x.com"}},
       R"({"<EMAIL_ADDRESS>":1,"<EMAIL_ADDRESS_2>":2,"<EMAIL_ADDRESS_3>":3})"},
      {"one that was there, before",
       R"({"<EMAIL_ADDRESS>":1,"bo@x.com":2})",
       {{"bo@x.com"}},
       R"({"<EMAIL_ADDRESS>":1,"<EMAIL_ADDRESS_2>":2})"},
      {"one that was there, after",
       R"({"bo@x.com":2,"<EMAIL_ADDRESS>":1})",
       {{"bo@x.com"}},
       R"({"<EMAIL_ADDRESS_2>":2,"<EMAIL_ADDRESS>":1})"},
      {"one that was there, escaped",
       R"({"bo@x.com":2,"\u003cEMAIL_ADDRESS>":1})",
       {{"bo@x.com"}},
       R"({"<EMAIL_ADDRESS_2>":2,"\u003cEMAIL_ADDRESS>":1})"},
      {"suffixed ones that were there",
       R"({"<EMAIL_ADDRESS_2>":0,"<EMAIL_ADDRESS>":1,"bo@x.com":2})",
       {{"bo@x.com"}},
       R"({"<EMAIL_ADDRESS_2>":0,"<EMAIL_ADDRESS>":1,"<EMAIL_ADDRESS_3>":2})"},
      {"another object is another matter",
       R"([{"jo@x.com":1},{"bo@x.com":2}])",
       {{"jo@x.com"}, {"bo@x.com"}},
       R"([{"<EMAIL_ADDRESS>":1},{"<EMAIL_ADDRESS>":2}])"},
      {"nested in one another",
       R"({"jo@x.com":{"bo@x.com":{"<EMAIL_ADDRESS>":1}},"mo@x.com":2})",
       {{"jo@x.com"}, {"bo@x.com"}, {"mo@x.com"}},
       R"({"<EMAIL_ADDRESS>":{"<EMAIL_ADDRESS>":{"<EMAIL_ADDRESS>":1}},"<EMAIL_ADDRESS_2>":2})"},
      {"values are no keys",
       R"({"jo@x.com":"bo@x.com"})",
       {{"jo@x.com"}, {"bo@x.com"}},
       R"({"<EMAIL_ADDRESS>":"<EMAIL_ADDRESS>"})"},
      {"a part of the key",
       R"({"of jo@x.com":1,"of bo@x.com":2,"by bo@x.com":3})",
       {{"jo@x.com"}, {"bo@x.com"}, {"bo@x.com", kEmail, Action::kReplace, 1}},
       R"({"of <EMAIL_ADDRESS>":1,"of <EMAIL_ADDRESS_2>":2,"by <EMAIL_ADDRESS>":3})"},
      {"the first of two takes the suffix",
       R"({"jo@x.com Jo":1,"bo@x.com Bo":2})",
       {{"jo@x.com"}, {"Jo", kPerson}, {"bo@x.com"}, {"Bo", kPerson}},
       R"({"<EMAIL_ADDRESS> <PERSON>":1,"<EMAIL_ADDRESS_2> <PERSON>":2})"},
      {"one value in two spellings, numbered",
       R"({"JOJO":1,"jojo":2})",
       {{"JOJO", kPerson, number}, {"jojo", kPerson, number}},
       R"({"<PERSON_1>":1,"<PERSON_1_2>":2})"},
      {"the same key twice in the input",
       R"({"jojo":1,"jojo":2})",
       {{"jojo", kPerson}, {"jojo", kPerson, Action::kReplace, 1}},
       R"({"<PERSON>":1,"<PERSON_2>":2})"},
      {"mask",
       R"({"jo@x.com":1,"bo@x.com":2})",
       {{"jo@x.com", kEmail, mask}, {"bo@x.com", kEmail, mask}},
       R"({"***":1,"***_2":2})"},
      {"redact",
       R"({"mail jo@x.com":1,"mail bo@x.com":2})",
       {{"jo@x.com", kEmail, redact}, {"bo@x.com", kEmail, redact}},
       R"({"mail ":1,"mail _2":2})"},
      {"redact leaves no empty key",
       R"({"jo@x.com":1,"bo@x.com!":2,"":3})",
       {{"jo@x.com", kEmail, redact}, {"bo@x.com", kEmail, redact}},
       R"({"<EMAIL_ADDRESS>":1,"<EMAIL_ADDRESS>!":2,"":3})"},
  };
  expect_all(kCases);
}

TEST(Patch, AHundredThousandEqualKeysTakeLinearTime) {
  std::string json = "{";
  for (int i = 0; i < 100000; ++i) json += (i > 0 ? ",\"k" : "\"k") + std::to_string(1000000 + i) + "\":1";
  const TestRecord test = json_record(json + "}");
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < test.fields.size(); ++i) {
    if (test.fields[i].kind() == FieldKind::kKey)
      findings.push_back(test.at(FieldIndex{i}, {0, test.fields[i].size}, kPerson));
  }
  ASSERT_EQ(findings.size(), 100000U);
  const auto start = std::chrono::steady_clock::now();
  const Patched out = patch(test, findings);
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(3));
  EXPECT_NE(out.text.find("\"<PERSON>\":1,\"<PERSON_2>\":1,"), std::string::npos);
  EXPECT_NE(out.text.find("<PERSON_100000>"), std::string::npos);
}

TEST(Patch, ALineOfTextIsPatchedAsItStands) {
  const TestRecord test = text_record(R"(say "jo@x.com" \n to C:\x)");
  EXPECT_EQ(patch(test, find_all(test, {{"jo@x.com"}})).text, R"(say "<EMAIL_ADDRESS>" \n to C:\x)");
}

// The map.

TEST(Patch, TheMapLeadsBackToTheRecord) {
  const TestRecord test = json_record(R"({"a":"x jo\u0040x.com y","n":4915112345678})");
  const Patched out = patch(test, find_all(test, {{"jo@x.com"}, {"4915112345678", kPhone}}));
  const OffsetMap<RecordSpace, PatchedSpace> map(0, out.edits);
  const auto source_of = [&](std::string_view part) {
    const auto begin = static_cast<std::uint32_t>(out.text.find(part));
    const auto span = map.to_source({begin, begin + static_cast<std::uint32_t>(part.size())});
    return test.raw.substr(span.begin, span.size());
  };
  EXPECT_EQ(source_of("x "), "x ");
  EXPECT_EQ(source_of(" y"), " y");
  EXPECT_EQ(source_of("<EMAIL_ADDRESS>"), R"(jo\u0040x.com)");
  EXPECT_EQ(source_of("ADDRESS"), R"(jo\u0040x.com)");
  EXPECT_EQ(source_of("null"), "4915112345678");
  EXPECT_EQ(source_of("}"), "}");
}

TEST(Patch, AFindingLongerThanAnEditIsCutIntoSeveral) {
  const std::string value(200000, 'v');
  for (const Action action : {Action::kReplace, Action::kRedact}) {
    const TestRecord test = json_record("[\"a " + value + " b\"]");
    const Patched out = patch(test, {test.find(value, kEmail, action)});
    const OffsetMap<RecordSpace, PatchedSpace> map(0, out.edits);
    EXPECT_EQ(out.edits.size(), 4U);
    const auto b = static_cast<std::uint32_t>(out.text.find(" b"));
    EXPECT_EQ(map.to_source({b, b + 2}), (Span<RecordSpace>{200004, 200006}));
    if (action == Action::kReplace) {
      EXPECT_EQ(map.to_source({4, b}), (Span<RecordSpace>{4, 200004}));
    }
  }
}

// A second pass over what the first wrote finds nothing new, if placeholders
// are opaque and the detector is blind to what a mask leaves: the detector of
// this test finds every run of letters, digits, @ and dots that holds a digit
// or an @.
std::vector<Finding> detect(const TestRecord& test, Action action, const PlaceholderStyle& style) {
  std::vector<Finding> findings;
  const Record record = test.record();
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    const std::string_view text = record.text(field).text();
    const auto in = [&](std::size_t at) {
      const char c = text[at];
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@' || c == '.' ||
             c == '_';
    };
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at;
      while (end < text.size() && in(end)) ++end;
      const Span<FieldSpace> span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
      const std::string_view token = text.substr(at, end - at);
      const bool wanted = token.find('@') != std::string_view::npos ||
                          std::count_if(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; }) > 2;
      if (wanted && !style.touches(text, span))
        findings.push_back(test.at(FieldIndex{i}, span, i % 2 == 0 ? kEmail : kPhone, action));
      at = end + 1;
    }
  }
  return findings;
}

TEST(Patch, ASecondPassFindsAndChangesNothing) {
  const auto keys = Keyring::from_bytes("sixteen bytes ok");
  const char* const kRecords[] = {
      R"({"jo@x.com":"bo@x.com, mo@x.com; 030123456","bo@x.com":[1234567,"x jo\u0040x.com"],"<EMAIL_ADDRESS>":"<PHONE_NUMBER_7>"})",
      R"(["a@b.c\n1234","<<a@b.c>>","[a@b.c]","a@b.c<PERSON>a@b.c"])",
      R"({"a@b.c":{"a@b.c":1,"b@b.c":2},"c@b.c 12345":{"a@b.c d@e.f":0}})",
  };
  const char* const kStyles[] = {"<{entity}>", "[{entity}_{n}]", "(( {entity} #{n} ))", "*{entity}:{n}*"};
  for (const char* text : kStyles) {
    RedactPlan plan;
    plan.style = *PlaceholderStyle::parse(text);
    plan.tokens = &*keys;
    for (const Action action : {Action::kReplace, Action::kNumber, Action::kRedact, Action::kMask, Action::kHash}) {
      for (const char* json : kRecords) {
        const TestRecord first = json_record(json);
        const Patched once = patch(first, detect(first, action, plan.style), plan);
        EXPECT_TRUE(once.changed);
        const TestRecord second = json_record(once.text);
        const auto again = detect(second, action, plan.style);
        EXPECT_TRUE(again.empty()) << once.text;
        const Patched twice = patch(second, again, plan);
        EXPECT_FALSE(twice.changed);
        EXPECT_EQ(twice.text, once.text) << text;
      }
    }
  }
}

}  // namespace
}  // namespace privet
