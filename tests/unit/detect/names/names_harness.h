// One record with [[ ]] around the names that are to be found in it, and a
// small lexicon for it.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/arena.h"
#include "detect/names/record_names.h"
#include "detect/names/text_cues.h"
#include "record/record_reader.h"
#include "rule/marked.h"
#include "support/lexicon_builder.h"
#include "text/fold.h"

namespace privet {

inline const Lexicon& test_lexicon() {
  using W = WordPart;
  static const BuiltLexicon words({
      // given, family, plain
      {"ann", WordFacts(3, 0, 0, W::kNone)},       {"anna", WordFacts(3, 0, 0, W::kNone)},
      {"bo", WordFacts(2, 0, 0, W::kNone)},        {"odo", WordFacts(2, 0, 0, W::kNone)},
      {"ida", WordFacts(3, 0, 0, W::kNone)},       {"luc", WordFacts(3, 0, 0, W::kNone)},
      {"jan", WordFacts(3, 0, 0, W::kNone)},       {"marco", WordFacts(3, 0, 0, W::kNone)},
      {"maria", WordFacts(3, 0, 0, W::kNone)},     {"josé", WordFacts(3, 0, 0, W::kNone)},
      {"jose", WordFacts(3, 0, 0, W::kNone)},      {"иван", WordFacts(3, 0, 0, W::kNone)},
      {"мария", WordFacts(3, 0, 0, W::kNone)},     {"will", WordFacts(2, 0, 3, W::kNone)},
      {"mark", WordFacts(3, 1, 2, W::kNone)},      {"rose", WordFacts(2, 2, 2, W::kNone)},
      {"rey", WordFacts(1, 3, 0, W::kNone)},       {"lind", WordFacts(0, 3, 0, W::kNone)},
      {"tarrez", WordFacts(0, 3, 0, W::kNone)},    {"schmidt", WordFacts(0, 3, 0, W::kNone)},
      {"young", WordFacts(0, 2, 3, W::kNone)},     {"stone", WordFacts(0, 2, 2, W::kNone)},
      {"copper", WordFacts(0, 2, 2, W::kNone)},    {"paris", WordFacts(1, 0, 0, W::kPlace)},
      {"oslo", WordFacts(0, 0, 0, W::kPlace)},     {"german", WordFacts(0, 0, 0, W::kNationality)},
      {"april", WordFacts(2, 0, 0, W::kCalendar)}, {"street", WordFacts(0, 0, 2, W::kEponym)},
      {"minister", WordFacts(0, 0, 2, W::kRole)},  {"pan", WordFacts(0, 0, 2, W::kTitle)},
      {"car", WordFacts(0, 0, 3, W::kNone)},       {"red", WordFacts(0, 0, 3, W::kNone)},
      {"box", WordFacts(0, 0, 3, W::kNone)},       {"world", WordFacts(0, 0, 3, W::kNone)},
      {"widgets", WordFacts(0, 0, 2, W::kNone)},   {"black", WordFacts(0, 1, 3, W::kNone)},
      {"important", WordFacts(0, 0, 3, W::kNone)}, {"tired", WordFacts(0, 0, 3, W::kNone)},
      {"coffee", WordFacts(0, 0, 3, W::kNone)},    {"table", WordFacts(0, 0, 3, W::kNone)},
      {"fresh", WordFacts(0, 0, 3, W::kNone)},     {"bread", WordFacts(0, 0, 3, W::kNone)},
  });
  return words.lexicon();
}

struct NamedRecord {
  std::string marked;         // the record with its names marked, each place once
  std::vector<float> scores;  // of the marked places, the best of each
};

class NamesOf {
 public:
  explicit NamesOf(const Lexicon& lexicon = test_lexicon()) : names(lexicon, RuleIndex{7}) {}

  // Overlapping places are shown as one.
  NamedRecord in(const std::string& json, const RecordForm& form = {RecordFormat::kJson}) {
    Record record;
    if (!reader_.read(form, json, {}, record).ok()) return {"damaged: " + json, {}};
    Arena arena;
    Folder folder;
    RecordViews views;
    views.begin(record);
    std::vector<FieldIndex> searched;
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
      const FieldIndex at{i};
      searched.push_back(at);
      const Bytes<FieldSpace> text = record.text(record.field(at));
      const View view = folder.fold(text, arena);
      if (view.text.data() != text.data() || !view.folding.identity()) views.add(at, view);
    }
    candidates.clear();
    names.find(views, searched, candidates);
    std::vector<std::pair<Span<FieldSpace>, float>> places;
    found.clear();
    for (const Candidate& c : candidates) {
      found.emplace_back(views.view_of(c.field).text.slice(c.span));
      const Span<RecordSpace> raw =
          record.escapes(record.field(c.field)).to_source(views.view_of(c.field).folding.to_source(c.span));
      places.push_back({{raw.begin, raw.end}, c.score});
    }
    std::sort(places.begin(), places.end());
    std::vector<Span<FieldSpace>> spans;
    NamedRecord out;
    for (const auto& [span, score] : places) {
      if (!spans.empty() && span.begin < spans.back().end) {
        spans.back().end = std::max(spans.back().end, span.end);
        out.scores.back() = std::max(out.scores.back(), score);
      } else {
        spans.push_back(span);
        out.scores.push_back(score);
      }
    }
    out.marked = mark(json, spans);
    return out;
  }
  // Of a record of one text.
  std::string in_text(std::string_view text) {
    std::string json = R"({"text":")";
    for (const char c : text) {
      if (c == '\n') {
        json += "\\n";
      } else if (c == '\t') {
        json += "\\t";
      } else {
        if (c == '"' || c == '\\') json += '\\';
        json += c;
      }
    }
    const std::string marked = in(json + "\"}").marked;
    std::string out;
    for (std::size_t i = 9; i + 2 < marked.size(); ++i) {
      if (marked[i] != '\\') {
        out += marked[i];
        continue;
      }
      ++i;
      out += marked[i] == 'n' ? '\n' : marked[i] == 't' ? '\t' : marked[i];
    }
    return out;
  }

  RecordNames names;
  std::vector<Candidate> candidates;  // of the last record
  std::vector<std::string> found;     // their texts

 private:
  RecordReader reader_;
};

inline std::string unmarked(std::string_view marked) { return parse_marked(marked).text; }

// The text with what its cues tell of marked.
inline std::string cued(std::string_view text) {
  static NameReader reader(test_lexicon());
  static TextCues cues(reader);
  cues.find(text);
  std::vector<Span<FieldSpace>> spans;
  for (const CuedName& one : cues.found()) spans.push_back({one.name.place.begin, one.name.place.end});
  std::sort(spans.begin(), spans.end());
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  return mark(text, spans);
}

template <std::size_t N>
void expect_cued(const char* const (&cases)[N]) {
  for (const char* const expected : cases) EXPECT_EQ(cued(unmarked(expected)), expected);
}

}  // namespace privet
