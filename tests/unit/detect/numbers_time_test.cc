// Product.md, promise 7: time grows as the record does, whatever numbers fill it.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/growth.h"
#include "unit/detect/record_harness.h"

namespace privet {
namespace {

TEST(Numbers, TakeLinearTimeWhateverFillsARecord) {
  RecordHarness harness = RecordHarness::builtin();
  const char* const kPieces[] = {
      "123456782 ",                   // nothing speaks for it
      "bsn 123456782 ",               // a cue for each
      "bsn 123456782 123456783 ",     // right and wrong ones by turns
      "4000 0000 0000 0010, ",        // cards in groups
      "4000000000000010 ",            // cards, undivided
      "12.345.678-Z; ",               // official writings
      "123.456.789-09 12345678909 ",  // and the same undivided
      "1,2,3,",                       // one line of columns
      "Jo,123456782\\n",              // rows
      "tax_id=123456782 ",            // assignments
      "身份证11010519491231002X",     // without spaces
      "n n n n n ",                   // words that begin phrases
      "AB12 CDE 34 ABC 123 ",         // plates
      "a1b2c3 ",                      // tokens
      "<<",                           // gates of MRZ
      "12 34 56 78 90 ",              // groups
      "order no. 12345678Z ",         // called something else
  };
  for (const char* const piece : kPieces) {
    expect_linear_time(1 << 20, piece, [&](std::size_t bytes) {
      const std::string json = "{\"t\":\"name,bsn\\n" + repeated(piece, bytes) + "\"}";
      const double before = cpu_seconds();
      (void)harness.find(json, false);
      return cpu_seconds() - before;
    });
  }
  // Many fields: a dialogue of questions and answers, an array of numbers.
  for (const char* const element : {R"({"text":"your bsn?"},{"text":"123456782"},)", R"("123456782",)", "123456782,"}) {
    expect_linear_time(1 << 20, element, [&](std::size_t bytes) {
      std::string json = "{\"bsn\":[" + repeated(element, bytes);
      json.back() = ']';
      json += "}";
      const double before = cpu_seconds();
      (void)harness.find(json, false);
      return cpu_seconds() - before;
    });
  }
}

// Three texts that it finds and five that it leaves alone, a source and what it
// is: what a rule for a number owes its reader.
TEST(Numbers, EveryRuleShowsWhatItFindsAndWhatNot) {
  const RecordHarness harness = RecordHarness::builtin();
  int rules = 0;
  for (const Rule& rule : harness.rules().rules()) {
    const bool is_number = rule.gate.kind == GateKind::kDigits || rule.gate.kind == GateKind::kAlnum;
    if (!is_number) continue;
    ++rules;
    EXPECT_GE(rule.finds.size(), 3U) << rule.id;
    EXPECT_GE(rule.ignores.size(), 5U) << rule.id;
    EXPECT_FALSE(rule.source.empty()) << rule.id;
    EXPECT_FALSE(rule.description.empty()) << rule.id;
  }
  EXPECT_GT(rules, 200);
}

}  // namespace
}  // namespace privet
