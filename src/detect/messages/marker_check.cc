#include "detect/messages/marker_check.h"

#include <re2/re2.h>

#include <algorithm>
#include <optional>
#include <string_view>

#include "detect/messages/json_part.h"
#include "detect/messages/marker_matcher.h"
#include "detect/proof/prover.h"
#include "text/fold.h"

namespace privet {
namespace {

// An example taken apart.
struct Example {
  FileContext context;
  std::string record;  // moved here, so that views outlive the call that made them
  RecordFormat format = RecordFormat::kJson;
};

Example parse_example(const std::string& text, const MarkerMatcher& matcher, MarkerView view) {
  Example example;
  std::size_t at = 0;
  while (at < text.size() && text[at] == '%') {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    example.context.lines += text.substr(at, end - at) + '\n';
    at = std::min(end + 1, text.size());
  }
  matcher.prepare(example.context);
  example.record = text.substr(at);
  example.format = view == MarkerView::kPath ? RecordFormat::kJson : RecordFormat::kText;
  return example;
}

bool stands_in(const WatchedLiteral& literal, std::string_view text) {
  if (literal.short_only && text.size() > kShortField && !begins_like_json(text)) return false;
  if (literal.at_begin && literal.at_end) return text == literal.text;
  if (literal.at_begin) return text.starts_with(literal.text);
  if (literal.at_end) return text.ends_with(literal.text);
  return text.find(literal.text) != std::string_view::npos;
}

class ExampleJudge {
 public:
  explicit ExampleJudge(const MarkerMatcher& matcher) : matcher_(&matcher) {}

  // Whether the marker is there; nothing if the example cannot be read.
  std::optional<bool> shows(const Example& example, MarkerIndex marker) {
    ReadOptions every;
    every.every_leaf = true;
    if (!read(example, every)) return {};
    evidence_.clear();
    transcripts_.clear();
    const PathView paths = make_path_view(record_, arena_);
    matcher_->find(views_, paths, example.context, Openers{.markers = {}, .all = true}, arena_, scratch_, evidence_,
                   transcripts_);
    matcher_->find_against(views_, scratch_, evidence_);
    return std::any_of(evidence_.begin(), evidence_.end(), [&](const Evidence& e) { return e.marker == marker; });
  }

  // Whether a text that is no more than the literal is read at all.
  bool is_read(const WatchedLiteral& literal) {
    const std::string json = "[\"" + literal.text + "\"]";
    return reader_.read(RecordFormat::kJson, json, {}, record_).ok() && !record_.fields.empty();
  }

  // Whether one of the marker's own literals stands in what the gates see.
  bool opens(const Example& example, const Marker& marker) {
    if (example.context.tells) return true;  // so every record of the file is judged
    MarkerSet alone;
    alone.add(marker);
    const std::vector<WatchedLiteral> literals = MarkerMatcher::watched(alone);
    if (!read(example, {})) return false;
    for (std::uint32_t i = 0; i < record_.fields.size(); ++i) {
      const std::string_view text = views_.view_of(FieldIndex{i}).text.text();
      if (std::any_of(literals.begin(), literals.end(), [&](const WatchedLiteral& l) { return stands_in(l, text); }))
        return true;
    }
    return false;
  }

 private:
  bool read(const Example& example, const ReadOptions& options) {
    arena_.clear();
    if (!reader_.read(example.format, example.record, options, record_).ok()) return false;
    views_.begin(record_);
    for (std::uint32_t i = 0; i < record_.fields.size(); ++i) {
      const Bytes<FieldSpace> text = record_.text(record_.fields[i]);
      const View view = folder_.fold(text, arena_);
      if (view.text.data() != text.data() || !view.folding.identity()) views_.add(FieldIndex{i}, view);
    }
    return true;
  }

  const MarkerMatcher* matcher_;
  MarkerMatcher::Scratch scratch_;
  RecordReader reader_;
  Arena arena_;
  Folder folder_;
  Record record_;
  RecordViews views_;
  std::vector<Evidence> evidence_;
  std::vector<MarkerMatcher::FieldTranscript> transcripts_;
};

void check_patterns(const Marker& marker, MarkerReport& report) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  for (const auto* list : {&marker.all, &marker.none}) {
    for (const std::string& pattern : *list) {
      const re2::RE2 regex("(?m)" + pattern, options);
      if (!regex.ok()) {
        report.problems.push_back(marker.origin + ": marker " + marker.id + ": " + regex.error());
        continue;
      }
      report.instructions = std::max(report.instructions, regex.ProgramSize());
    }
  }
  if (report.instructions > Prover::kMostInstructions) {
    report.problems.push_back(marker.origin + ": marker " + marker.id + ": a pattern takes " +
                              std::to_string(report.instructions) + " instructions, and above " +
                              std::to_string(Prover::kMostInstructions) + " RE2 is slow; write smaller classes");
  }
}

void check_words(const Marker& marker, MarkerReport& report) {
  const std::string where = marker.origin + ": marker " + marker.id + ": ";
  if (marker.description.empty()) report.problems.push_back(where + "\"description\" is missing");
  for (const std::string& layout : marker.layouts) {
    if (!find_name(kLayouts, layout))
      report.problems.push_back(std::string(where).append("no layout \"").append(layout).append("\""));
  }
}

// Texts of one or two bytes are seldom read (record/record.h).
void check_triggers(const Marker& marker, ExampleJudge& judge, MarkerReport& report) {
  MarkerSet alone;
  alone.add(marker);
  for (const WatchedLiteral& literal : MarkerMatcher::watched(alone)) {
    if (!literal.at_begin || !literal.at_end || literal.text.size() > 2 || judge.is_read(literal)) continue;
    report.problems.push_back(marker.origin + ": marker " + marker.id + ": trigger \"^" + literal.text +
                              "$\" never opens: so short a text is read only if it is a letter and another or a digit");
  }
}

void check_examples(const Marker& marker, MarkerIndex at, const MarkerMatcher& matcher, ExampleJudge& judge,
                    MarkerReport& report) {
  const auto complain = [&](const char* list, const std::string& example, const char* what) {
    report.problems.push_back(marker.origin + ": marker " + marker.id + ": " + list + " \"" + example + "\", but " +
                              what);
  };
  for (const std::string& text : marker.finds) {
    const Example example = parse_example(text, matcher, marker.view);
    const std::optional<bool> shown = judge.shows(example, at);
    if (!shown) {
      complain("finds", text, "that is no JSON record");
    } else if (!*shown) {
      complain("finds", text, "it is not there");
    } else if (!marker.triggers.empty() && marker.weight > 0 && !judge.opens(example, marker)) {
      complain("finds", text, "none of its triggers is there");
    }
  }
  for (const std::string& text : marker.ignores) {
    const std::optional<bool> shown = judge.shows(parse_example(text, matcher, marker.view), at);
    if (!shown || *shown) complain("ignores", text, shown ? "it is there" : "that is no JSON record");
  }
}

}  // namespace

Result<std::vector<MarkerReport>> check_markers(const MarkerSet& markers, const std::vector<MarkerIndex>& chosen) {
  std::vector<MarkerReport> reports;
  for (const MarkerIndex at : chosen) {
    MarkerReport report{.id = markers.marker(at).id, .problems = {}};
    check_words(markers.marker(at), report);
    check_patterns(markers.marker(at), report);
    reports.push_back(std::move(report));
  }
  Result<MarkerMatcher> matcher = MarkerMatcher::build(markers, false);
  if (matcher) {
    if (Status compiled = matcher->compile(); !compiled) matcher = fail(compiled);
  }
  if (!matcher) {
    const bool told =
        std::any_of(reports.begin(), reports.end(), [](const MarkerReport& r) { return !r.problems.empty(); });
    if (!told) return fail(matcher);
    return reports;
  }
  ExampleJudge judge(*matcher);
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    check_triggers(markers.marker(chosen[i]), judge, reports[i]);
    check_examples(markers.marker(chosen[i]), chosen[i], *matcher, judge, reports[i]);
  }
  return reports;
}

}  // namespace privet
