// Markers at work: which of them a record shows.
//
// The second level. The first, what makes a record worth this, is a set of
// literals and the layout of lines, seen by the gates on their one pass
// (GateSet::Scratch::watched).
#pragma once

#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/result.h"
#include "detect/gate/gate_set.h"
#include "detect/messages/evidence.h"
#include "detect/messages/header.h"
#include "detect/messages/pattern_bank.h"
#include "detect/messages/transcript.h"
#include "detect/record_views.h"
#include "record/path_view.h"
#include "record/record_reader.h"
#include "rule/marker.h"

namespace privet {

// What is known of a record's file before it is read: lines of the path view
// that no record can write itself, since a `%` in a key is escaped there.
//
//   %path=export/dms/D04EXAMPLE1/2024-03-01.json
//   %export=slack.im
struct FileContext {
  std::string lines;
  std::vector<char> matched;  // by path pattern
  bool tells = false;         // a marker is there by these lines alone: every record is judged
};

class MarkerMatcher {
 public:
  struct Scratch {
    // What was found in a view, by pattern.
    struct Found {
      PatternBank::Scratch bank;
      std::vector<char> there;
      std::vector<char> waits;  // not to be tried yet
      std::vector<FieldIndex> place;
      std::vector<Span<ViewSpace>> span;
      void begin(std::size_t patterns);
      auto note_in(FieldIndex field) {
        return [this, field](std::uint32_t pattern, std::uint32_t from, std::uint32_t to) {
          there[pattern] = 1;
          place[pattern] = field;
          span[pattern] = {from, to};
        };
      }
    };
    Found paths, texts, against, part;
    // What the bank of texts sees in the fields, the first of them each in its
    // place and the rest in the last one.
    static constexpr std::size_t kKeptLooks = 16;
    std::array<PatternBank::Look, kKeptLooks> looks;
    std::array<FieldIndex, kKeptLooks> looked{};
    std::vector<Span<ViewSpace>> parts;  // JSON in a text
    std::string names;
    PatternBank::Scratch names_bank;
    std::vector<char> tried;          // by pattern of paths: known to be there or not
    std::vector<Evidence> structure;  // of the record, if it is known
    bool structure_known = false;
    std::size_t openers_asked = 0;       // of Openers::markers
    std::vector<MessageHeader> headers;  // of all transcripts of the record
    std::vector<Transcript> transcripts;
    std::unique_ptr<RecordReader> nested = std::make_unique<RecordReader>();
    Record nested_record;
  };
  // A layout in a field.
  struct FieldTranscript {
    FieldIndex field{};
    Transcript transcript;
    // The headers of its text, of any layout: a part of Scratch::headers.
    std::size_t first_header = 0, headers_end = 0;
  };

  // `markers` must outlive the matcher. Markers that we are built with are
  // proven (rules check), so their patterns are compiled for the first record
  // that is judged; with others among them it is done here, and fails on a
  // pattern that does not compile.
  static Result<MarkerMatcher> build(const MarkerSet& markers, bool reference);
  [[nodiscard]] Status compile() const;
  // What the first record that is judged needs before its patterns, and is else
  // done for it.
  void set_up() const;
  // Of all patterns, which it compiles.
  [[nodiscard]] PatternBank::Size size() const;
  // What the gates have to watch for.
  [[nodiscard]] static std::vector<WatchedLiteral> watched(const MarkerSet& markers);

  [[nodiscard]] const MarkerSet& markers() const { return *markers_; }

  // Fills in what `context.lines` tells, to the patterns that name such a line.
  void prepare(FileContext& context) const;

  // Appends the evidence of a record that was read with every leaf: layouts,
  // structure, texts; and the layouts in its fields. A string that holds JSON is looked into.
  // Markers over text that speak against are left to find_against().
  //   openers: what the gates saw; unless one of these markers is there, or a
  //            layout, nothing more is looked for
  //   arena: for path views, until the record goes
  void find(const RecordViews& views, const PathView& paths, const FileContext& context, const Openers& openers,
            Arena& arena, Scratch& scratch, std::vector<Evidence>& evidence,
            std::vector<FieldTranscript>& transcripts) const;
  // Appends what speaks against, by the words of the record: much to look for,
  // and only of interest where something speaks for.
  void find_against(const RecordViews& views, Scratch& scratch, std::vector<Evidence>& evidence) const;

 private:
  struct Compiled {
    std::vector<std::uint32_t> all, none;  // patterns of the marker's view
    std::uint32_t layouts = 0;             // a bit for each Layout
  };
  // The patterns of one kind of markers.
  struct Bank {
    PatternBank patterns;
    std::size_t count = 0;
  };
  MarkerMatcher(const MarkerSet& markers, Bank paths, Bank texts, Bank against)
      : markers_(&markers), paths_(std::move(paths)), texts_(std::move(texts)), against_(std::move(against)) {}
  const PatternBank::Look& look_at(FieldIndex field, std::string_view text, Scratch& scratch) const;
  bool choose_loose(Scratch::Found& found) const;
  bool read_json(std::string_view json, FieldIndex field, Span<ViewSpace> place, Arena& arena, Scratch& scratch,
                 Scratch::Found& found) const;
  static void find_layouts(FieldIndex field, std::string_view text, Scratch& scratch,
                           std::vector<FieldTranscript>& transcripts);
  bool is_opened(const RecordViews& views, const PathView& paths, const FileContext& context, const Openers& openers,
                 Scratch& scratch, std::vector<Evidence>& evidence) const;
  static bool shows_json(const RecordViews& views, Scratch& scratch);
  void add_found(MarkerIndex at, const Scratch::Found& found, std::vector<Evidence>& evidence) const;
  [[nodiscard]] bool speaks(const std::vector<Evidence>& evidence) const;
  void ask_next_opener(const RecordViews& views, const Openers& openers, Scratch& scratch,
                       std::vector<Evidence>& evidence) const;
  void find_json_in_texts(const RecordViews& views, Arena& arena, Scratch& scratch, std::vector<Evidence>& evidence,
                          std::vector<FieldTranscript>& transcripts) const;
  void find_in_part(FieldIndex field, Span<ViewSpace> place, std::string_view part, Arena& arena, Scratch& scratch,
                    std::vector<Evidence>& evidence) const;
  const std::vector<Evidence>& structure_of(const PathView& paths, const FileContext& context, Scratch& scratch) const;
  void add_layouts(MarkerIndex at, const std::vector<FieldTranscript>& transcripts,
                   std::vector<Evidence>& evidence) const;

  const MarkerSet* markers_;
  Bank paths_, texts_, against_;
  std::vector<char> about_context_;  // by pattern of `paths_`: it is about where a record was read
  std::vector<Compiled> compiled_;   // by MarkerIndex
};

}  // namespace privet
