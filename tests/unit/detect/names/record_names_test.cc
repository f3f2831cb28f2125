// Who is named once in a record is found wherever he is mentioned in it.
#include "detect/names/record_names.h"

#include <gtest/gtest.h>

#include <iterator>
#include <random>

#include "base/utf8.h"
#include "record/csv_header.h"
#include "support/growth.h"
#include "unit/detect/names/names_harness.h"

namespace privet {
namespace {

template <std::size_t N>
void expect_each(const char* const (&cases)[N]) {
  NamesOf names;
  for (const char* const expected : cases) EXPECT_EQ(names.in(unmarked(expected)).marked, expected);
}

TEST(Mentions, TheWholeNameAndItsParts) {
  expect_each({
      R"({"author":"[[Ann Rey]]","text":"so [[Ann Rey]] came, and [[Ann]] saw; [[Rey]] won"})",
      // Before it, and in keys.
      R"({"text":"so [[Ann]] came","author":"[[Ann Rey]]"})",
      R"({"author":"[[Ann Rey]]","boxes":{"[[Ann Rey]]":12345}})",
      // In either case.
      R"({"author":"[[Ann Rey]]","text":"[[ann rey]], [[ANN REY]] and [[ann]] or [[ANN]]"})",
      R"({"author":"[[ANN REY]]","text":"so [[Ann]] came"})",
      R"({"author":"[[ann rey]]","text":"so [[Ann Rey]] came"})",
      // Possessives are left out, and so is what is between.
      R"({"author":"[[Ann Rey]]","text":"[[Ann]]'s and [[Rey]]’s box, [[Ann Rey]]'s box"})",
      R"({"author":"[[Ann Rey]]","text":"([[Ann]]), \"[[Rey]]\": [[Ann]]/[[Rey]]"})",
      R"({"author":"[[Ann Rey]]","text":"“[[Ann]]” said “[[Rey]]” «[[Ann]]» 「[[Rey]]」 [[Ann]]… [[Rey]]—"})",
      // Turned round, with initials, with titles.
      R"({"author":"[[Ann Rey]]","text":"[[Rey, Ann]] and [[A. Rey]] or [[Ann M. Rey]]"})",
      R"({"author":"[[Ann M. Rey]]","text":"so [[Ann Rey]] came"})",
      R"({"author":"[[Rey, Ann]]","text":"so [[Ann Rey]] came"})",
      R"({"author":"[[Ann Rey]]","text":"ask Ms [[Rey]] there"})",
      // Accents.
      R"({"author":"[[José Tárrez]]","text":"then [[Jose Tarrez]] and [[JOSÉ]], [[tarrez]]"})",
      R"({"author":"[[Jose Tarrez]]","text":"then [[José Tárrez]]"})",
      R"({"author":"[[Ángel Tarrow]]","text":"then [[Angel]] and [[ÁNGEL]]"})",
      R"({"author":"[[Angel Tarrow]]","text":"then [[Ángel]] came"})",
      R"({"author":"[[Quill Weiß]]","text":"then [[Weiss]] came"})",
      R"({"author":"[[Мария Тарова]]","text":"потом [[мария тарова]] и [[ТАРОВА]]"})",
      R"({"author":"[[Νίκος Τάρος]]","text":"ο [[ΝΙΚΟΣ]] και"})",
      // Words that are joined.
      R"({"author":"[[Ann-Marie O'Tarrow]]","text":"then [[Ann-Marie]] and [[O’Tarrow]]"})",
      R"({"author":"[[Ann de la Tarrow]]","text":"then [[de la Tarrow]], [[Tarrow]] and [[Ann de la Tarrow]]"})",
      // Without spaces.
      R"({"姓名":"[[李小明]]","text":"昨天[[李小明]]来了"})",
      R"({"이름":"[[김다라]]","text":"어제 [[김다라]]가 왔다"})",
      // Far from any space.
      R"({"author":"[[Ann Rey]]","text":"a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,[[Ann]],r,s,t,u,v,w,x,y,z,[[Rey]]"})",
      // Several.
      R"({"to":["[[Ann Rey]]","[[Ida Lind]]"],"text":"[[Ida]] met [[Ann]], [[Rey]] met [[Lind]]"})",
      R"({"first_name":"[[Quill]]","last_name":"[[Tarrow]]","text":"then [[Quill Tarrow]] or [[tarrow]]"})",
  });
}

TEST(Mentions, OfWhomATextNames) {
  NamesOf names;
  const char* const cases[] = {
      "Hi [[Ann]],\n\nask [[ann]] there.",
      "My name is [[Quill Tarrow]]. So [[quill]] came.",
      "From: [[Ann Rey]] <ann@example.com>\n\nso [[Rey]] came",
      "[[Maria Tarrez]] is at maria.tarrez@example.com, ask [[Maria]]",
      "ask maria there, maria.tarrez@example.com",
      "[[Ann]]: red?\n[[Quill]]: no\n[[Ann]]: blue? [[Quill]]!",
      "no name here, mr",
  };
  for (const char* const expected : cases) EXPECT_EQ(names.in_text(unmarked(expected)), expected);
}

TEST(Mentions, NotInsideOtherThings) {
  expect_each({
      R"({"author":"[[Ann Rey]]","text":"ann@example.com, rey.ann@example.com, @ann, #ann, https://example.com/ann/rey"})",
      R"({"author":"[[Ann Rey]]","text":"Annex, Leeds, Ann-Marie, Joann, ann_lee, ann2"})",
      R"({"author":"[[Ann Rey]]","text":"12 Rey Street"})",
      R"({"author":"[[Ann Rey]]","text":"nobody else"})",
      R"({"author":"[[Bo Tarrow]]","text":"so BO and bo, but [[Bo]]"})",
      R"({"姓名":"[[李小明]]","text":"李小和明"})",
  });
}

TEST(Mentions, PlainWordsNeedACapitalThatSaysSomething) {
  expect_each({
      R"({"author":"[[Will Tarrow]]","text":"it will be; Will it? and [[Will]] came. WILL IT BE?"})",
      R"({"author":"[[Mark Tarrow]]","text":"mark the box. then [[Mark]] came"})",
      R"({"author":"[[Will Copper]]","text":"to will copper boxes, [[Will Copper]] said"})",
      R"({"author":"[[Odo Young]]","text":"the Young and young [[Odo Young]]; Mr [[Young]]"})",
      R"({"author":"[[Odo Stone]]","text":"a stone. Stone? and then [[Stone]] came to Black Stone House"})",
      R"({"author":"[[Will Lind]]","text":"when will [[Lind]] come? [[Will Lind]] will."})",
      R"({"author":"[[April Tarrow]]","text":"in april, or ask [[April]] now"})",
  });
}

TEST(Mentions, OfNamesThatOthersFound) {
  const std::string json = R"({"text":"so Quill Tarrow came, and quill went"})";
  for (const float score : {0.95F, 0.8F}) {
    RecordReader reader;
    Record record;
    ASSERT_TRUE(reader.read(RecordFormat::kJson, json, {}, record).ok());
    RecordViews views;
    views.begin(record);
    std::vector<FieldIndex> searched;
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) searched.push_back(FieldIndex{i});
    std::vector<Candidate> candidates = {
        {.field = FieldIndex{1}, .span = {3, 15}, .score = score, .rule = RuleIndex{7}}};
    RecordNames names(test_lexicon(), RuleIndex{7});
    names.find(views, searched, candidates);
    ASSERT_EQ(candidates.size(), score > 0.9F ? 2U : 1U);
    if (score < 0.9F) continue;
    EXPECT_EQ(candidates[1].span, (Span<ViewSpace>{26, 31}));
    EXPECT_EQ(names.person_form("quill"), "quill tarrow");
  }
}

TEST(Mentions, Scores) {
  NamesOf names;
  EXPECT_EQ(names.in(R"({"author":"Ann Rey","text":"so Ann Rey, Ann or Rey, ann"})").scores,
            (std::vector<float>{0.9F, 0.9F, 0.85F, 0.85F, 0.75F}));
  EXPECT_EQ(names.in(R"({"author":"Ann Rey","text":"so ann rey"})").scores, (std::vector<float>{0.9F, 0.75F}));
}

TEST(RecordNames, NothingIsToldTwice) {
  NamesOf names;
  names.in(R"({"author":"Ann Rey","text":"Hi Ann,\n\nthis is Ann Rey from Oslo"})");
  EXPECT_EQ(names.candidates.size(), 3U);
}

TEST(RecordNames, RowsOfCsvHaveTheirKeysInTheHeader) {
  NamesOf names;
  const auto in_row = [&](std::string_view header_row, const std::string& row) {
    const CsvHeader header(header_row, ',');
    return names.in(row, {RecordFormat::kCsvRow, &header}).marked;
  };
  EXPECT_EQ(in_row("sender_name,text", "Quill Tarrow,so quill came"), "[[Quill Tarrow]],so [[quill]] came");
  EXPECT_EQ(in_row("name,email", "Quill Tarrow,q@example.com"), "[[Quill Tarrow]],q@example.com");
  EXPECT_EQ(in_row("first_name,last_name,text", "Quill,Tarrow,\"so, Quill Tarrow came\""),
            "[[Quill]],[[Tarrow]],\"so, [[Quill Tarrow]] came\"");
  EXPECT_EQ(in_row("name,price", "Quill Tarrow,12.50"), "Quill Tarrow,12.50");
  EXPECT_EQ(in_row("id,author", "12,\"Rey, Ann\""), "12,\"[[Rey, Ann]]\"");
}

TEST(RecordNames, LinesOfText) {
  NamesOf names;
  EXPECT_EQ(names.in("Dear Quill, ask Quill", RecordFormat::kText).marked, "Dear [[Quill]], ask [[Quill]]");
}

TEST(RecordNames, EscapesAndWideLetters) {
  NamesOf names;
  EXPECT_EQ(names.in(R"({"author":"Jos\u00e9 T\u00e1rrez","text":"so Jose came"})").marked,
            R"({"author":"[[Jos\u00e9 T\u00e1rrez]]","text":"so [[Jose]] came"})");
  EXPECT_EQ(names.in(R"({"author":"Ａｎｎ Rey","text":"so Ann came"})").marked,
            R"({"author":"[[Ａｎｎ Rey]]","text":"so [[Ann]] came"})");
}

TEST(RecordNames, ARecordIsForgottenWithTheNext) {
  NamesOf names;
  names.in(R"({"author":"Quill Tarrow"})");
  EXPECT_EQ(names.in(R"({"text":"so Quill Tarrow came"})").marked, R"({"text":"so Quill Tarrow came"})");
}

// Whatever is put together: places lie in their text, are whole characters, and
// begin and end with a letter or a dot.
TEST(RecordNames, PlacesAreSoundInRandomTexts) {
  const char* const pieces[] = {"Ann",
                                "Rey",
                                " ",
                                " ",
                                " ",
                                "\n",
                                ",",
                                ".",
                                ":",
                                "@",
                                "<",
                                ">",
                                "(",
                                ")",
                                "\"",
                                "Dear ",
                                "Hi ",
                                "Mr. ",
                                "M. ",
                                "wrote",
                                "schrieb",
                                "From:",
                                "12:34",
                                "[",
                                "]",
                                "de la ",
                                "van ",
                                "é",
                                "É",
                                "“",
                                "—",
                                "李",
                                "さん",
                                "先生",
                                "님",
                                "씨",
                                "様",
                                "田中",
                                "王",
                                "小明",
                                "김",
                                "иван",
                                "Й",
                                "\u0301",
                                "my name is ",
                                "i'm ",
                                "I’m ",
                                "Best regards",
                                "a.b@example.com",
                                "maria.tarrez@",
                                "will",
                                "Rose",
                                "O'",
                                "-",
                                "'s",
                                "’",
                                "\r\n",
                                "Señora ",
                                "🙂",
                                "ß",
                                "İ",
                                "x",
                                "0",
                                "Ann Rey",
                                "Rey, Ann",
                                "/",
                                "* ",
                                "> "};
  std::mt19937 random(1);
  NamesOf names;
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    const std::size_t count = random() % 40;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % std::size(pieces)];
    std::string json = R"({"author":"Ann Rey","姓名":"李小明","text":")";
    for (const char c : text) {
      if (c == '\n' || c == '\r') {
        json += c == '\n' ? "\\n" : "\\r";
      } else {
        if (c == '"') json += '\\';
        json += c;
      }
    }
    ASSERT_FALSE(names.in(json + "\"}").marked.starts_with("damaged")) << json;
    for (const std::string& one : names.found) {
      ASSERT_TRUE(is_valid_utf8(one)) << json;
      ASSERT_FALSE(one.empty()) << json;
      ASSERT_EQ(one.find_first_of("\n@<>\"():"), std::string::npos) << json << '\n' << one;
      ASSERT_TRUE(one.front() != ' ' && one.back() != ' ' && one.back() != ',') << json << '\n' << one;
    }
  }
}

TEST(RecordNames, TakeLinearTimeWhateverIsNamed) {
  struct Case {
    const char* head;
    const char* one;
  };
  const Case cases[] = {
      {R"({"author":"Ann Rey","text":")", "Ann Rey "},
      {R"({"author":"Ann Rey","text":")", "ann,"},
      {R"({"author":"Ann Rey","text":")", "annlee"},
      {R"({"author":"Ann Rey","text":")", "Dear Ann,\\n"},
      {R"({"author":"Ann Rey","text":")", "a@b.ann/"},
      {R"({"author":"李小明","text":")", "李小明"},
      {R"({"author":"Ann Rey","text":")", "Thanks,\\nAnn\\n\\n"},
  };
  const auto seconds_of = [&](const std::string& json) {
    NamesOf names;
    Record record;
    RecordReader reader;
    EXPECT_TRUE(reader.read(RecordFormat::kJson, json, {}, record).ok());
    RecordViews views;
    views.begin(record);
    std::vector<FieldIndex> searched;
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) searched.push_back(FieldIndex{i});
    const double before = cpu_seconds();
    names.names.find(views, searched, names.candidates);
    return cpu_seconds() - before;
  };
  for (const Case& c : cases) {
    expect_linear_time(10'000'000, c.one,
                       [&](std::size_t bytes) { return seconds_of(c.head + repeated(c.one, bytes) + "\"}"); });
  }
  expect_linear_time(10'000'000, "names in a list", [&](std::size_t bytes) {
    std::string list = R"({"authors":[)";
    for (int i = 0; list.size() < bytes; ++i) {
      const char letter = static_cast<char>('a' + i % 26);
      list +=
          std::string("{\"name\":\"Quill Tar") + letter + static_cast<char>('a' + i / 26 % 26) + "\",\"x\":\"y1\"},";
    }
    return seconds_of(list + "{}]}");
  });
}

}  // namespace
}  // namespace privet
