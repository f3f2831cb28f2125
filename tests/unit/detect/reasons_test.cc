// What speaks for a number that does not speak for itself, and that the fast
// path, which looks only where something may, finds what the definition finds.
#include "detect/reasons.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "rule/marked.h"
#include "unit/detect/record_harness.h"

namespace privet {
namespace {

RecordHarness& harness() {
  static RecordHarness shared = RecordHarness::builtin();
  return shared;
}

struct Case {
  const char* name;
  std::string record;
  const char* finds;  // by the rule of the table, "|" between them
};

void expect_all(const char* rule, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    EXPECT_EQ(harness().texts(c.record, rule, false), c.finds) << c.name;
    EXPECT_EQ(harness().texts(c.record, rule, true), c.finds) << c.name << ", on the reference path";
  }
}

TEST(Reasons, ANumberCountsByItsFieldOrItsColumn) {
  expect_all("nl.bsn",
             {
                 {"nothing", R"({"text":"123456782"})", ""},
                 {"a word", R"({"text":"my bsn is 123456782"})", "123456782"},
                 {"a word too far", R"({"text":"bsn )" + std::string(60, '-') + R"( 123456782"})", ""},
                 // Its field.
                 {"named", R"({"bsn":"123456782"})", "123456782"},
                 {"named as one word of several", R"({"client_bsn":"123456782"})", "123456782"},
                 {"named, a number", R"({"bsn":123456782})", "123456782"},
                 {"named by the array", R"({"bsn":["111222333","123456782"]})", "111222333|123456782"},
                 {"the field beside it", R"({"bsn":"none","text":"123456782"})", ""},
                 {"named, and wrong", R"({"bsn":"123456783"})", ""},
                 // Its column.
                 {"commas", R"({"text":"name,bsn\nJo,123456782"})", "123456782"},
                 {"semicolons", R"({"text":"bsn;name\n123456782;Jo"})", "123456782"},
                 {"tabs", R"({"text":"name\tbsn\nJo\t123456782\nAl\t111222333"})", "123456782|111222333"},
                 {"bars", R"({"text":"| name | bsn |\n|---|---|\n| Jo | 123456782 |"})", "123456782"},
                 {"a cue word in its name", R"({"text":"name,the bsn nummer\nJo,123456782"})", "123456782"},
                 {"far from its name", R"({"text":"name,bsn\n)" + std::string(300, 'x') + R"(,1\nJo,123456782"})",
                  "123456782"},
                 {"the column beside it",
                  R"({"text":"bsn,some other thing of the kind that is long enough,x\n1,123456782,3"})", ""},
                 {"no table", R"({"text":"a bsn and )" + std::string(60, '-') + R"(\n123456782"})", ""},
                 {"a name too long", R"({"text":"name,bsn)" + std::string(70, '.') + R"(\nJo,123456782"})", ""},
             });
}

TEST(Reasons, AnAnswerCountsByTheTurnBefore) {
  const std::string filler(200, 'a');
  expect_all(
      "nl.bsn",
      {
          {"asked", R"({"dialog":[{"text":"your BSN?"},{"text":"123456782"}]})", "123456782"},
          {"in a sentence", R"({"dialog":[{"text":"your BSN?"},{"text":"it is 123456782 I think"}]})", "123456782"},
          {"with members between",
           R"({"dialog":[{"role":"bot","text":"your BSN?"},{"role":"user","lang":"nl","text":"123456782"}]})",
           "123456782"},
          {"at the end of a long question",
           R"({"dialog":[{"text":")" + filler + R"( your BSN?"},{"text":"123456782"}]})", "123456782"},
          // Not asked.
          {"two turns before", R"({"dialog":[{"text":"your BSN?"},{"text":"why?"},{"text":"123456782"}]})", ""},
          {"two turns before, and nothing said between",
           R"({"dialog":[{"text":"your BSN?"},{"note":"why?"},{"text":"123456782"}]})", ""},
          {"after it", R"({"dialog":[{"text":"123456782"},{"text":"your BSN?"}]})", ""},
          {"in another array", R"({"a":[{"text":"your BSN?"},{"text":"x"}],"b":[{"text":"y"},{"text":"123456782"}]})",
           ""},
          {"in the element before of another array", R"({"a":[{"text":"your BSN?"}],"b":[7,{"text":"123456782"}]})",
           ""},
          {"in another member", R"({"dialog":[{"note":"your BSN?","text":"hi"},{"text":"123456782"}]})", ""},
          {"of objects that are no turns", R"({"a":{"text":"your BSN?"},"b":{"text":"123456782"}})", ""},
          {"at the beginning of a long question",
           R"({"dialog":[{"text":"your BSN? )" + filler + R"("},{"text":"123456782"}]})", ""},
          {"a long answer", R"({"dialog":[{"text":"your BSN?"},{"text":"123456782 )" + filler + R"("}]})", ""},
          {"too many leaves away",
           R"({"dialog":[{"text":"your BSN?"},{"a":["1","2","3","4","5","6","7","8","9","10","11","12","13","14","15","16"],"text":"123456782"}]})",
           ""},
      });
}

TEST(Reasons, ANumberCountsByWhatStandsAroundItsField) {
  expect_all(
      "nl.bsn",
      {
          {"a cue in its name", R"({"sofi_nummer_client":"123456782"})", "123456782"},
          {"the object's name", R"({"bsn":{"number":"123456782"}})", "123456782"},
          {"the object's name, an array between", R"({"bsn":[{"value":123456782}]})", "123456782"},
          {"a label before it", R"({"type":"BSN","value":"123456782"})", "123456782"},
          {"a label behind it", R"({"value":"123456782","label":"Burgerservicenummer"})", "123456782"},
          {"a question", R"({"question":"What is your BSN?","answer":"123456782"})", "123456782"},
          {"a line that asks",
           R"({"text":"Wat is uw BSN, want dat hebben wij nodig voor de loonheffing?\nJan: 123456782"})", "123456782"},
          // Nothing says so.
          {"a label of something else", R"({"type":"parcel","value":"123456782"})", ""},
          {"a name of its own", R"({"type":"BSN","parcel":"123456782"})", ""},
          {"a label of another object", R"({"a":{"type":"BSN"},"b":{"value":"123456782"}})", ""},
          {"a line that asks nothing",
           R"({"text":"Wat uw BSN is, dat hebben wij niet nodig voor de loonheffing.\nJan: 123456782"})", ""},
      });
}

// A value without reason of its own, where another field has one.
TEST(Reasons, AValueFoundOnceIsFoundInOtherWritings) {
  expect_all("nl.bsn", {
                           {"dots", R"({"a":"bsn 123456782","b":"123.456.782"})", "123456782|123.456.782"},
                           {"before it", R"({"a":"123 456 782","b":"bsn 123456782"})", "123 456 782|123456782"},
                           {"by its field", R"({"bsn":"123.456.782","b":"x 123456782 y"})", "123.456.782|123456782"},
                           {"in the same text", R"({"a":"bsn 123456782 )" + std::string(80, '-') + R"( 123-456-782"})",
                            "123456782|123-456-782"},
                           {"another value", R"({"a":"bsn 123456782","b":"111.222.333"})", "123456782"},
                           {"in another record", R"({"b":"123.456.782"})", ""},
                       });
  expect_all("tr.national",
             {
                 {"groups", R"({"a":"TCKN: 17291716060","b":"172 917 160 60"})", "17291716060|172 917 160 60"},
                 {"before it", R"({"a":"x 17291716060 y","b":"TCKN: 172 917 160 60"})", "17291716060|172 917 160 60"},
             });
}

// Records of pieces: values of a few rules, right and mistyped, with their cue
// words and keys, as texts, turns, lists and tables.
class Pieces {
 public:
  explicit Pieces(const RuleSet& rules) : rules_(rules) {
    for (const Rule& rule : rules.rules()) {
      std::vector<std::string> values;
      for (const std::string& example : rule.finds) {
        const Marked marked = parse_marked(example);
        for (const auto& span : marked.spans) values.push_back(marked.text.substr(span.begin, span.size()));
      }
      values_.push_back(std::move(values));
    }
  }

  std::string record() {
    chosen_.clear();
    // Rules that stand near each other are of one country or kind.
    const std::size_t first = below(rules_.rules().size());
    for (std::size_t i = 1 + below(3); i > 0; --i)
      chosen_.push_back(below(3) == 0 ? below(rules_.rules().size())
                                      : std::min(first + below(4), rules_.rules().size() - 1));
    switch (below(5)) {
      case 0:
        return turns();
      case 1:
        return R"({"text":)" + quoted(table()) + R"(,"note":)" + quoted(text()) + "}";
      case 2:
        return R"({"list":[)" + quoted(value()) + "," + quoted(value()) + "," + quoted(text()) + "]," + member() + "}";
      default:
        return "{" + member() + "," + member() + (below(2) == 0 ? "," + member() : "") + "}";
    }
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  const std::string& any(const std::vector<std::string>& list, const std::string& otherwise) {
    return list.empty() ? otherwise : list[below(list.size())];
  }
  std::size_t rule() { return chosen_[below(chosen_.size())]; }

  std::string value() {
    if (!last_.empty() && below(4) == 0) return last_;
    std::string out = any(values_[rule()], "12345678");
    if (below(3) == 0) {  // mistyped
      const std::size_t at = below(out.size());
      if (out[at] >= '0' && out[at] <= '9') out[at] = static_cast<char>('0' + below(10));
    }
    if (below(5) == 0) std::erase_if(out, [](char c) { return c == ' ' || c == '.' || c == '-'; });
    return last_ = out;
  }
  std::string cue() { return any(rules_.rules()[rule()].cues.words, "number"); }
  std::string key() { return below(2) == 0 ? "text" : any(rules_.rules()[rule()].field_names, "id"); }
  std::string glue() {
    static const std::vector<std::string> kGlue = {" ", " ",  ", ", ",",   ": ", "\n", "\t", ";", "|", " | ", "\"",
                                                   "(", ") ", "+",  " - ", "/",  "?",  "=",  ".", "",  "é",   "号"};
    return any(kGlue, "");
  }
  std::string filler() {
    static const std::vector<std::string> kFillers = {
        "the", "and it was", "Grüße", "编号", "2024-05-01", "a longer stretch of words that says nothing of anything",
        "7"};
    return any(kFillers, "");
  }
  std::string piece() {
    switch (below(6)) {
      case 0:
      case 1:
      case 2:
        return value();
      case 3:
        return cue();
      default:
        return filler();
    }
  }
  std::string text() {
    std::string out;
    for (std::size_t i = 1 + below(7); i > 0; --i) out += piece() + glue();
    return out;
  }
  std::string table() {
    static const std::vector<std::string> kPartings = {",", ";", "\t", " | ", ", "};
    const std::string parting = any(kPartings, ",");
    const std::size_t columns = 2 + below(2);
    std::string out;
    for (std::size_t row = 0, rows = 2 + below(5); row < rows; ++row) {
      for (std::size_t c = 0; c < columns; ++c) {
        const std::string cell = row == 0 ? (below(2) == 0 ? cue() : key()) : below(3) == 0 ? filler() : value();
        out += (c > 0 ? parting : "") + cell;
      }
      out += "\n";
    }
    return out;
  }
  std::string member() { return quoted(key()) + ":" + quoted(below(2) == 0 ? value() : text()); }
  std::string turns() {
    std::string out;
    for (std::size_t i = 2 + below(3); i > 0; --i) {
      const std::string said = below(2) == 0 ? filler() + " " + cue() + "?" : below(2) == 0 ? value() : text();
      out += (out.empty() ? "" : ",") + std::string(R"({"role":"x","text":)") + quoted(said) + "}";
    }
    return R"({"dialog":[)" + out + "]}";
  }
  static std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
      if (c == '\n') {
        out += "\\n";
      } else if (c == '\t') {
        out += "\\t";
      } else {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
      }
    }
    return out + "\"";
  }

  const RuleSet& rules_;
  std::vector<std::vector<std::string>> values_;  // by RuleIndex
  std::vector<std::size_t> chosen_;               // of the record under way
  std::string last_;
  std::mt19937 random_{20};
};

TEST(Reasons, TheFastPathFindsWhatTheDefinitionFinds) {
  Pieces pieces(harness().rules());
  int found = 0, repeated = 0, differ = 0;
  for (int round = 0; round < 3'000 && differ < 5; ++round) {
    const std::string record = pieces.record();
    std::string fast, plain;
    for (const RecordHarness::Find& one : harness().find(record, false)) {
      fast += one.all;
      ++found;
      repeated += one.candidate.repeated ? 1 : 0;
    }
    for (const RecordHarness::Find& one : harness().find(record, true)) plain += one.all;
    EXPECT_EQ(fast, plain) << "(the second is the reference path) " << record;
    differ += fast == plain ? 0 : 1;
  }
  EXPECT_GT(found, 3'000);
  EXPECT_GT(repeated, 100);
}

}  // namespace
}  // namespace privet
