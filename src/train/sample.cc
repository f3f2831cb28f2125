#include "train/sample.h"

#include <algorithm>
#include <array>
#include <fstream>

#include "base/utf8.h"
#include "record/json_read.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 15> kPlaces = {"LOC",        "GPE",  "COUNTRY", "FAC",   "FACILITY",
                                                      "TERRITORIO", "PAIS", "CALLE",   "LOCER", "OLOC",
                                                      "ST",         "STR",  "LD",      "LDS",   "PLACE"};
constexpr std::array<std::string_view, 12> kOrganisations = {"ORG",  "GROUP",       "UNIVERSITY", "POLITICALPARTY",
                                                             "BAND", "INSTITUCION", "INN",        "UN",
                                                             "GRT",  "HOSPITAL",    "TEAM",       "MRK"};

bool among(std::string_view label, auto& labels) {
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

Result<Sample> read_sample(std::string_view line, std::string_view where) {
  Result<JsonValue> document = parse_json(line, where);
  if (!document) return fail(document);
  const auto wrong = [&](const Error& error) {
    return fail(ErrorCode::kConfig, std::string(where) + ": " + error.message);
  };
  Sample sample;
  const Result<std::string_view> text = document->get_string("text");
  if (!text) return wrong(text.error());
  sample.text = *text;
  const Result<std::span<const JsonValue>> entities = document->get_array("entities");
  if (!entities) return wrong(entities.error());
  // Code points to bytes.
  std::vector<std::uint32_t> starts;
  for (std::size_t at = 0; at < sample.text.size(); at += decode_utf8(sample.text, at).bytes) {
    starts.push_back(static_cast<std::uint32_t>(at));
  }
  starts.push_back(static_cast<std::uint32_t>(sample.text.size()));
  for (const JsonValue& entity : *entities) {
    const Result<std::uint64_t> begin = entity.get_uint("start");
    if (!begin) return wrong(begin.error());
    const Result<std::uint64_t> end = entity.get_uint("end");
    if (!end) return wrong(end.error());
    const Result<std::string_view> label = entity.get_string("label");
    if (!label) return wrong(label.error());
    if (*begin >= *end || *end >= starts.size())
      return fail(ErrorCode::kConfig, std::string(where) + ": a span that is none");
    sample.spans.push_back({starts[*begin], starts[*end], span_kind(*label)});
  }
  std::sort(sample.spans.begin(), sample.spans.end(),
            [](const LabelledSpan& a, const LabelledSpan& b) { return a.begin < b.begin; });
  return sample;
}

}  // namespace

SpanKind span_kind(std::string_view label) {
  if (label == "PERSON") return SpanKind::kPerson;
  if (among(label, kPlaces)) return SpanKind::kPlace;
  if (among(label, kOrganisations)) return SpanKind::kOrganisation;
  return SpanKind::kNotPerson;
}

Result<SampleSet> read_samples(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::kIo, path + ": cannot be opened");
  SampleSet set;
  const std::size_t slash = path.rfind('/');
  set.name = path.substr(slash == std::string::npos ? 0 : slash + 1);
  set.title = set.name.substr(0, set.name.find(".jsonl"));
  set.name = set.name.substr(0, set.name.find('.'));
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty()) continue;
    Result<Sample> sample = read_sample(line, path + ":" + std::to_string(number));
    if (!sample) return fail(sample);
    set.samples.push_back(std::move(*sample));
  }
  return set;
}

}  // namespace privet
