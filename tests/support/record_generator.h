// Random records out of the rules' own alphabets: texts of their patterns and
// examples, glued with what may stand around them, hidden in the ways that
// people hide them, nested into JSON. The same records everywhere for a seed.
#pragma once

#include <string>
#include <vector>

#include "rule/pattern.h"
#include "rule/rule_set.h"

namespace privet::test {

class RecordGenerator {
 public:
  // `rules` must outlive it; aborts on a pattern that cannot be drawn from.
  RecordGenerator(const RuleSet& rules, std::uint64_t seed);

  // One JSON value in one line.
  [[nodiscard]] std::string record();
  // From 0 to `below` - 1, from the same sequence.
  [[nodiscard]] std::uint32_t below(std::uint32_t below) { return random_.next(below); }

 private:
  [[nodiscard]] bool chance(std::uint32_t one_in) { return below(one_in) == 0; }
  template <class Texts>
  const auto& any_of(const Texts& texts) {
    return texts[below(static_cast<std::uint32_t>(std::size(texts)))];
  }

  std::string value_of_rule();
  std::string text();
  void hide(std::string& text);
  void write_value(int depth, std::string& out);
  void write_string(const std::string& text, std::string& out);
  std::string key();
  bool write_number(std::string& out);

  const RuleSet& rules_;
  std::vector<Pattern> patterns_;      // by RuleIndex
  std::vector<std::string> examples_;  // of all rules, without marks
  std::vector<std::string> cues_;
  std::vector<std::string> keys_;
  std::vector<std::string> values_;  // of the record under way, to come again
  SampleRandom random_;
};

}  // namespace privet::test
