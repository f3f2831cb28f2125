// Random records that are like private messages, or nearly: headers of every
// layout, the markers' own words and examples, names, in the shapes that
// exports have. The same records everywhere for a seed.
#pragma once

#include <string>
#include <vector>

#include "rule/marker.h"
#include "rule/pattern.h"

namespace privet::test {

class MessageGenerator {
 public:
  MessageGenerator(const MarkerSet& markers, std::uint64_t seed);

  // One JSON value in one line.
  [[nodiscard]] std::string record();

 private:
  [[nodiscard]] std::uint32_t below(std::uint32_t below) { return random_.next(below); }
  const std::string& any_of(const std::vector<std::string>& texts);
  std::string transcript();
  std::string text();
  void write_string(const std::string& text, std::string& out);

  std::vector<std::string> triggers_, texts_, records_;
  SampleRandom random_;
};

}  // namespace privet::test
