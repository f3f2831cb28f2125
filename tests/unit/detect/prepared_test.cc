// What was prepared when we were built is what would be computed now, and what
// was not is computed.
#include "detect/gate/prepared.h"

#include <gtest/gtest.h>

#include "cli/prepared_pieces.h"
#include "detect/gate/literal_scanner.h"
#include "detect/matcher.h"
#include "detect/messages/marker_matcher.h"
#include "detect/path_matcher.h"
#include "rule/marker_reader.h"
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
  RuleSet all;
  ASSERT_TRUE(read_builtin_rules(all));
  const RuleSet rules = default_rules(all);
  MarkerSet markers;
  ASSERT_TRUE(read_builtin_markers(markers));
  std::string unknown;
  ASSERT_TRUE(markers.apply_weights(&unknown));
  use_prepared(prepared_pieces());
  const PreparedWriter writer;
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
