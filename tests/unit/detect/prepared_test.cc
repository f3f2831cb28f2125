// What was prepared when we were built is what would be computed now, and what
// was not is computed.
#include "base/prepared.h"

#include <gtest/gtest.h>

#include "cli/prepared_pieces.h"
#include "detect/gate/literal_scanner.h"
#include "detect/matcher.h"
#include "detect/messages/marker_matcher.h"
#include "detect/path_matcher.h"
#include "rule/marker_reader.h"
#include "rule/rule_image.h"
#include "rule/rule_reader.h"

namespace privet {
namespace {

// Whatever the tests use, they find it again.
class Prepared : public testing::Test {
 protected:
  ~Prepared() override { use_prepared(prepared_pieces()); }
};

std::vector<std::string> keys_of(std::string_view pieces) {
  std::vector<std::string> keys;
  for (PieceReader reader(pieces); !reader.at_end(); reader.text()) keys.emplace_back(reader.text());
  return keys;
}

TEST_F(Prepared, EverythingThatARunNeedsIsPrepared) {
  use_prepared(prepared_pieces());
  const PreparedWriter writer;
  RuleSet all;
  ASSERT_TRUE(read_builtin_rules(all));
  const RuleSet rules = default_rules(all);
  MarkerSet markers;
  ASSERT_TRUE(read_builtin_markers(markers));
  std::string unknown;
  ASSERT_TRUE(markers.apply_weights(&unknown));
  const Result<MarkerMatcher> messages = MarkerMatcher::build(markers, false);
  ASSERT_TRUE(messages.has_value());
  messages->set_up();
  MatcherOptions options;
  options.watched = MarkerMatcher::watched(markers);
  ASSERT_TRUE(Matcher::build(rules, options).has_value());
  options.watched.clear();
  ASSERT_TRUE(Matcher::build(rules, options).has_value());
  ASSERT_TRUE(PathMatcher::build(rules, false).has_value());
  EXPECT_EQ(writer.written(), "") << "computed although it should have been prepared";
}

TEST_F(Prepared, RulesAndMarkersAreThoseOfTheirFiles) {
  RuleSet prepared;
  MarkerSet prepared_markers;
  ASSERT_TRUE(read_builtin_rules(prepared));
  ASSERT_TRUE(read_builtin_markers(prepared_markers));
  use_prepared("");
  RuleSet rules;
  MarkerSet markers;
  ASSERT_TRUE(read_builtin_rules(rules));
  ASSERT_TRUE(read_builtin_markers(markers));
  EXPECT_EQ(prepared.entities(), rules.entities());
  EXPECT_GT(rules.rules().size(), 200U);
  EXPECT_TRUE(write_image(prepared) == write_image(rules));
  EXPECT_GT(markers.markers().size(), 400U);
  EXPECT_TRUE(write_image(prepared_markers) == write_image(markers));
}

// An image holds every member: two rules that differ in one have two images.
TEST_F(Prepared, NothingOfARuleIsLeftOut) {
  constexpr std::string_view kRule = R"([[rule]]
id = "a.b"
entity = "A_B"
gate = { digits = ["3-4", "9"], token = ["LDD"], before = "[ab]", before_bytes = 3, before_least = 1 }
prove = "x"
validate = "card"
score = 0.25
strength = "weak"
official = "y"
default = false
region = "CH"
tells_region = true
fields = ["ab"]
context = { words = ["cue"], window = 33, boost = 0.2, needed = true }
description = "d"
source = "s"
finds = ["[[f]]"]
ignores = ["i"]
)";
  const auto read = [](std::string_view text) {
    RuleSet rules;
    const Status status = read_rules(text, "t.toml", rules);
    EXPECT_TRUE(status) << status.error().message;
    RuleSet again;
    read_image(write_image(rules), again);
    EXPECT_EQ(write_image(again), write_image(rules));
    EXPECT_EQ(again.entities(), rules.entities());
    return write_image(again);
  };
  const std::string whole = read(kRule);
  for (std::size_t at = kRule.find('\n') + 1; at < kRule.size();) {
    const std::size_t end = kRule.find('\n', at) + 1;
    const std::string_view line = kRule.substr(at, end - at);
    at = end;
    if (line.starts_with("id") || line.starts_with("entity") || line.starts_with("prove")) continue;
    std::string without(kRule);
    without.erase(without.find(line), line.size());
    EXPECT_NE(read(without), whole) << line;
  }
  for (const std::string_view part :
       {", token = [\"LDD\"]", ", before_least = 1", ", needed = true", ", window = 33", ", boost = 0.2", ", \"9\""}) {
    std::string without(kRule);
    ASSERT_NE(without.find(part), std::string::npos) << part;
    without.erase(without.find(part), part.size());
    EXPECT_NE(read(without), whole) << part;
  }
}

TEST_F(Prepared, AScannerFindsTheSameByADatabaseThatWasKept) {
  const std::vector<ScanPattern> patterns = {{.text = "@", .id = 1},
                                             {.text = "ab[0-9]c", .literal = false, .id = 2},
                                             {.text = "Sent", .cased = true, .id = 0}};
  const std::string text = "a@b AB1c sent Sent";
  const auto hits_of = [&] {
    const Result<LiteralScanner> scanner = LiteralScanner::compile(patterns, false);
    std::vector<ScanHit> hits;
    ScanScratch scratch = scanner->make_scratch();
    scanner->scan(text, scratch, hits);
    std::sort(hits.begin(), hits.end());
    return hits;
  };
  use_prepared("");
  std::string kept;
  std::vector<ScanHit> compiled;
  {
    const PreparedWriter writer;
    compiled = hits_of();
    kept = writer.written();
  }
  EXPECT_EQ(compiled, (std::vector<ScanHit>{{0, 18}, {1, 2}, {2, 8}}));
  ASSERT_EQ(keys_of(kept).size(), 1U);
  use_prepared(kept);
  EXPECT_EQ(hits_of(), compiled);

  // Another set of patterns is another key.
  const PreparedWriter writer;
  ASSERT_TRUE(LiteralScanner::compile(std::vector{patterns[0]}, false).has_value());
  EXPECT_EQ(keys_of(writer.written()).size(), 1U);
  EXPECT_NE(keys_of(writer.written()), keys_of(kept));
}

TEST_F(Prepared, ADatabaseOfAnotherLibraryIsCompiledAnew) {
  use_prepared("");
  const std::vector<ScanPattern> patterns = {{.text = "needle", .id = 7}};
  std::string kept;
  {
    const PreparedWriter writer;
    ASSERT_TRUE(LiteralScanner::compile(patterns, false).has_value());
    kept = writer.written();
  }
  PieceReader reader(kept);
  PieceWriter damaged;
  damaged.text(reader.text());
  std::string database(reader.text());
  database[4] = static_cast<char>(database[4] ^ 0x55);  // in the number of the version
  damaged.text(database);
  const std::string pieces = damaged.take();
  use_prepared(pieces);
  const Result<LiteralScanner> scanner = LiteralScanner::compile(patterns, false);
  ASSERT_TRUE(scanner.has_value());
  std::vector<ScanHit> hits;
  ScanScratch scratch = scanner->make_scratch();
  scanner->scan("a needle", scratch, hits);
  EXPECT_EQ(hits, (std::vector<ScanHit>{{7, 8}}));
}

TEST_F(Prepared, APatternThatWasPreparedBeginsWithTheSameBytes) {
  use_prepared("");
  std::string kept;
  {
    const PreparedWriter writer;
    ASSERT_TRUE(Prover::compile("[b-d]x+").has_value());
    kept = writer.written();
  }
  use_prepared(kept);
  const PreparedWriter writer;
  const Result<Prover> prover = Prover::compile("[b-d]x+");
  ASSERT_TRUE(prover.has_value());
  EXPECT_EQ(writer.written(), "");
  EXPECT_FALSE(prover->may_begin_with('a'));
  EXPECT_TRUE(prover->may_begin_with('c'));
  EXPECT_EQ(prover->match(Bytes<ViewSpace>("cxx"), 0)->size(), 3U);
}

}  // namespace
}  // namespace privet
