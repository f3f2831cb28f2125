// Is this record, or a part of it, somebody's private message?
//
// Asked only of records in which something opened (GateSet::Scratch::watched)
// or whose file tells. The record is read once more, with every leaf.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "detect/messages/marker_matcher.h"
#include "detect/messages/participants.h"
#include "record/key_shape.h"
#include "record/record_reader.h"
#include "resolve/classify.h"
#include "text/fold.h"

namespace privet {

// A private conversation that somebody put into a text of another kind.
struct EmbeddedMessage {
  FieldIndex field{};  // of the judged record
  Span<ViewSpace> place;
  Classification classification;
};

// Somebody who wrote or got the message.
struct Participant {
  FieldIndex field{};  // of the judged record
  Span<ViewSpace> place;
  bool is_nickname = false;  // no name of a person by its form: a user name
};

struct Judgement {
  bool judged = false;
  bool is_message = false;  // origin.score reaches the threshold
  bool blanked = false;     // no string but placeholders and the id: blanked before
  Classification origin;
  std::vector<EmbeddedMessage> embedded;
  std::vector<Participant> participants;  // if it is one, or one is embedded
};

// One per worker.
class MessageJudge {
 public:
  // Null: judge() must not be called. Both must outlive the judge.
  //   id_field: what blanking leaves as it is
  MessageJudge(const MarkerMatcher* matcher, const ParticipantFinder* participants,
               std::optional<JsonPointer> id_field);

  // Of a record that may be damaged, and then has none (kNoShape).
  [[nodiscard]] std::uint64_t shape_of(const RecordForm& form, std::string_view raw);

  // Of the record that was judged last.
  [[nodiscard]] std::uint64_t shape() { return shapes_.shape_of(record_); }

  // `raw` has been read before, without damage. What `judgement` and record()
  // say holds until the next call.
  //   openers: what the gates saw in it
  void judge(const RecordForm& form, std::string_view raw, const FileContext& context, const Openers& openers,
             const JudgeOptions& options, Folder& folder, Judgement& judgement);

  [[nodiscard]] const Record& record() const { return record_; }
  [[nodiscard]] const RecordViews& views() const { return views_; }
  [[nodiscard]] const PathView& paths() const { return paths_; }

 private:
  [[nodiscard]] bool could_be_private(const JudgeOptions& options);
  [[nodiscard]] MessageFacts facts() const;
  [[nodiscard]] std::span<const MessageHeader> headers_of(const MarkerMatcher::FieldTranscript& one) const;
  void find_embedded(bool all_sizes, const JudgeOptions& options, Judgement& judgement);
  void find_embedded_text(bool shown_only, const JudgeOptions& options, Judgement& judgement);
  void find_participants(Judgement& judgement);
  [[nodiscard]] std::uint32_t text_bytes() const;
  [[nodiscard]] bool is_blanked() const;

  const MarkerMatcher* matcher_;
  const ParticipantFinder* participants_;
  ReadOptions every_leaf_;
  MarkerMatcher::Scratch scratch_;
  RecordReader reader_;
  KeyShapes shapes_;
  Arena arena_;
  Record record_;
  RecordViews views_;
  PathView paths_;
  std::vector<Evidence> evidence_, part_;
  std::vector<MarkerMatcher::FieldTranscript> transcripts_;
  std::vector<FieldIndex> people_;
};

}  // namespace privet
