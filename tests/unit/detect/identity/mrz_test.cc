// Machine readable lines: the specimens of ICAO 9303 and of states.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("identity/mrz.toml");
  return shared;
}

constexpr std::string_view kSpecimens[] = {
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
    "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6",
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
    "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<",
};

std::string with_break(std::string_view lines, std::string_view line_break) {
  std::string out;
  for (const char c : lines) c == '\n' ? out.append(line_break) : out.append(1, c);
  return out;
}

TEST(Mrz, LinesMayBePartedInManyWays) {
  for (const std::string_view specimen : kSpecimens) {
    for (const std::string_view line_break : {"\n", "\r\n", " ", "", " \n", "\n\n"}) {
      for (const std::string_view around : {"|", "MRZ:\n|\nend", "(|)", "COPY |, KEPT", "A << B\n|"}) {
        const std::size_t bar = around.find('|');
        const std::string lines = with_break(specimen, line_break);
        std::string text(around.substr(0, bar));
        text.append("[[").append(lines).append("]]").append(around.substr(bar + 1));
        EXPECT_EQ(harness().marked(text), text);
        EXPECT_EQ(harness().marked(text, true), text) << "on the reference path";
        EXPECT_TRUE(harness().all_reserved(lines));
      }
    }
  }
}

TEST(Mrz, EveryWrongDigitOfANumberOrDateIsNoticed) {
  for (const std::string_view specimen : kSpecimens) {
    // A visa's optional data has no check digit.
    const bool visa = specimen[0] == 'V';
    for (std::size_t i = 5; i < specimen.size(); ++i) {
      if (specimen[i] < '0' || specimen[i] > '9') continue;
      if (visa && i > specimen.find('\n') + 28) continue;
      for (char digit = '0'; digit <= '9'; ++digit) {
        std::string wrong(specimen);
        wrong[i] = digit;
        if (digit != specimen[i]) {
          EXPECT_EQ(harness().marked(wrong), wrong);
        }
      }
    }
  }
}

TEST(Mrz, TheIssuingStateIsTheRegion) {
  const std::pair<const char*, const char*> cases[] = {
      {"P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4", "DE"},
      {"IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<\n8806923102858CORINNE<<<<<<<6512068F6", "FR"},
  };
  for (const auto& [lines, region] : cases) {
    const std::vector<RuleHarness::Find> found = harness().find(lines);
    ASSERT_EQ(found.size(), 1U) << lines;
    EXPECT_EQ(std::string_view(found[0].candidate.region.data(), 2), region);
    EXPECT_FALSE(found[0].candidate.reserved);
  }
}

TEST(Mrz, OptionalDataMayFillTheFirstLine) {
  const char* const cases[] = {
      // A number of eleven characters goes on behind the filler, its check digit with it.
      "[[I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<]]",
      // No filler before the third line.
      "[[I<UTOD231458907ABCDEFGHIJKLMNO\n7408122F1204159UTO<<<<<<<<<<<1\nERIKSSON<<ANNA<MARIA<<<<<<<<<<]]",
      // No month has that number.
      "I<UTOD23145890<7349<<<<<<<<<<<\n3413127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
      // A line too short, a line too long, a letter in a date.
      "I<UTOD23145890<7349<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
      "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<<",
      "I<UTOD23145890<7349<<<<<<<<<<<\n34O7127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
  };
  for (const char* const text : cases) {
    EXPECT_EQ(harness().marked(text), text);
    EXPECT_EQ(harness().marked(text, true), text) << "on the reference path";
  }
}

}  // namespace
}  // namespace privet
