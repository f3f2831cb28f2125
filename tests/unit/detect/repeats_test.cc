// "A value found once in a record is found everywhere in that record."
#include "detect/repeats.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "detect/example_runner.h"
#include "rule/marked.h"

namespace privet {
namespace {

const auto kAll = [](RuleIndex) { return true; };

// The fields of one record, each a text with [[ ]] where a value is expected;
// the first marked place of all is what was found to begin with.
class Fields {
 public:
  explicit Fields(std::initializer_list<const char*> texts) {
    for (const char* text : texts) {
      marked_.push_back(parse_marked(text));
      json_ += (json_.empty() ? "[\"" : ",\"") + marked_.back().text + "\"";
    }
    json_ += "]";
  }

  // The texts with marks where the finder says.
  std::vector<std::string> found() {
    Record record;
    EXPECT_TRUE(reader_.read(RecordFormat::kJson, json_, {.every_leaf = true}, record).ok());
    RecordViews views;
    views.begin(record);
    std::vector<FieldIndex> searched;
    std::vector<Candidate> candidates;
    for (std::uint32_t i = 0; i < marked_.size(); ++i) {
      searched.push_back(FieldIndex{i});
      if (!candidates.empty() || marked_[i].spans.empty()) continue;
      const Span<FieldSpace> span = marked_[i].spans[0];
      candidates.push_back({.field = FieldIndex{i}, .span = {span.begin, span.end}});
    }
    RepeatFinder().add_repeats(views, searched, candidates, kAll);
    std::vector<std::string> out;
    for (std::uint32_t i = 0; i < marked_.size(); ++i) {
      std::vector<Span<FieldSpace>> spans;
      for (const Candidate& c : candidates) {
        if (c.field == FieldIndex{i}) spans.push_back({c.span.begin, c.span.end});
      }
      std::sort(spans.begin(), spans.end());
      spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
      out.push_back(mark(marked_[i].text, spans));
    }
    return out;
  }

 private:
  std::vector<Marked> marked_;
  std::string json_;
  RecordReader reader_;
};

void expect_all_found(std::initializer_list<const char*> texts) {
  EXPECT_EQ(Fields(texts).found(), std::vector<std::string>(texts.begin(), texts.end()));
}

TEST(Repeats, the_same_value_by_itself_anywhere) {
  expect_all_found({"mail [[jo@example.com]]", "xjo@example.com, /[[jo@example.com]] and ([[JO@Example.com]])"});
}

TEST(Repeats, not_inside_longer_words_or_numbers) {
  expect_all_found({"call [[2125550123]]", "id 92125550123, 21255501234, a2125550123, /[[2125550123]]/"});
  expect_all_found({"[[12345]]", "12345_ é12345 [[12345]]"});
}

TEST(Repeats, values_that_begin_with_a_sign) {
  expect_all_found({"[[+12125550123]]", "a[[+12125550123]]", "tel:[[+12125550123]]"});
}

TEST(Repeats, short_values_as_whole_fields_only) { expect_all_found({"[[joe]]", "[[Joe]]", "say joe", "joey"}); }

TEST(Repeats, at_every_place_of_a_word_of_the_masks) {
  for (int pad = 40; pad < 80; ++pad) {
    const std::string text =
        std::string(static_cast<std::size_t>(pad), 'x') + " [[abcde]] " + std::string(60, 'y') + " [[abcde]]";
    expect_all_found({"[[abcde]]", text.c_str()});
  }
}

// How many candidates there are after a search that began with a number in one
// field and `second` in another that holds the same number.
std::size_t with_repeats(Candidate second) {
  RecordReader reader;
  Record record;
  EXPECT_TRUE(
      reader.read(RecordFormat::kJson, R"(["call 415-555-0123","call 415-555-0123"])", {.every_leaf = true}, record)
          .ok());
  RecordViews views;
  views.begin(record);
  std::vector<Candidate> candidates = {{.field = FieldIndex{0}, .span = {5, 17}, .score = 0.5F, .rule = RuleIndex{1}},
                                       second};
  RepeatFinder().add_repeats(views, std::vector{FieldIndex{0}, FieldIndex{1}}, candidates, kAll);
  return candidates.size();
}

TEST(Repeats, a_place_is_held_once_unless_the_repeat_may_win_there) {
  const Candidate same{.field = FieldIndex{1}, .span = {5, 17}, .score = 0.5F, .rule = RuleIndex{1}};
  EXPECT_EQ(with_repeats(same), 2U);
  Candidate better = same;
  better.score = 0.7F;
  EXPECT_EQ(with_repeats(better), 2U);
  Candidate worse = same;
  worse.score = 0.4F;
  EXPECT_EQ(with_repeats(worse), 3U);
  Candidate other_rule = same;
  other_rule.rule = RuleIndex{2};
  EXPECT_EQ(with_repeats(other_rule), 3U);
  Candidate shorter = same;
  shorter.span.end = 12;
  EXPECT_EQ(with_repeats(shorter), 3U);
}

}  // namespace
}  // namespace privet
