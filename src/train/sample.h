// Labelled text, as the trainer reads it: one record a line,
//   {"text": "...", "entities": [{"start": 0, "end": 7, "label": "PERSON"}]}
// with offsets in code points. Other keys are not looked at.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace privet {

// What a labelled span says of its tokens. Sets differ in what they label, so
// all but persons, places and organisations only rule a person out.
enum class SpanKind : std::uint8_t { kPerson, kPlace, kOrganisation, kNotPerson };

struct LabelledSpan {
  std::uint32_t begin = 0;  // bytes of the text
  std::uint32_t end = 0;
  SpanKind kind{};
};

struct Sample {
  std::string text;
  std::vector<LabelledSpan> spans;  // in order
};

// The samples of one file, and the set that they are from: the file's name up
// to its first dot. What is written by us from another set ("wnut17+lower")
// belongs to it too.
struct SampleSet {
  std::string name;
  std::string title;  // with its language: "wnut17.en"
  std::vector<Sample> samples;
  [[nodiscard]] std::string_view origin() const { return std::string_view(name).substr(0, name.find('+')); }
};

[[nodiscard]] SpanKind span_kind(std::string_view label);

// Fails on the first line that is not as above, and says which.
Result<SampleSet> read_samples(const std::string& path);

}  // namespace privet
