#include "pipeline/judge.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "detect/messages/framed.h"
#include "detect/messages/introduction.h"
#include "redact/placeholder.h"

namespace privet {
namespace {

// A conversation is the record's own if it is most of its text, or if what is
// beside it is a line or two: a title, a note of the exporter. Not if these are
// sentences that frame it.
constexpr double kMostOfIt = 0.6;
constexpr std::uint32_t kBeside = 120;            // bytes
constexpr std::uint32_t kWholeConversation = 20;  // headers
constexpr std::uint32_t kLeastIntroduction = 40;  // bytes before a mail in a text of another kind
constexpr std::size_t kMostPeople = 64;
constexpr std::uint32_t kAGroup = 3;  // people, of whom not all need speak

// Evidence against that speaks of the record as a whole and not of what is
// quoted in it. A text that says "public channel" speaks of what it quotes.
bool is_about_record(const Marker& marker) {
  if (marker.view == MarkerView::kText && marker.message_class == MessageClass::kPublicChannel) return false;
  return marker.category == EvidenceCategory::kPublic && marker.message_class != MessageClass::kSyntheticDialogue &&
         marker.message_class != MessageClass::kFiction && marker.message_class != MessageClass::kTemplate;
}

// What is shown by somebody is a part of what he writes.
bool is_introduction(const Marker& marker) {
  constexpr auto kIntroduced = kLayouts[static_cast<std::size_t>(Layout::kIntroduced)];
  return marker.view == MarkerView::kLayout && marker.layouts.size() == 1 && marker.layouts.front() == kIntroduced;
}

// What a mail may be put into. Lists and notifications are mail themselves.
bool is_around_mail(const Marker& marker) {
  return marker.weight < 0 &&
         (marker.message_class == MessageClass::kInstruction || marker.message_class == MessageClass::kChatbotLog ||
          marker.message_class == MessageClass::kPublicPost);
}

}  // namespace

MessageJudge::MessageJudge(const MarkerMatcher* matcher, const ParticipantFinder* participants,
                           std::optional<JsonPointer> id_field)
    : matcher_(matcher), participants_(participants) {
  every_leaf_.every_leaf = true;
  every_leaf_.id_field = std::move(id_field);
}

// A placeholder beside words of any kind tells nothing: anybody can write one.
bool MessageJudge::is_blanked() const {
  bool any = false;
  for (std::uint32_t i = 0; i < record_.fields.size(); ++i) {
    const Field& field = record_.fields[i];
    if (field.kind() != FieldKind::kString || static_cast<std::int32_t>(i) == record_.id) continue;
    if (record_.text(field).text() != kBlankedText) return false;
    any = true;
  }
  return any;
}

std::uint32_t MessageJudge::text_bytes() const {
  std::uint32_t bytes = 0;
  for (const Field& field : record_.fields) {
    if (field.kind() == FieldKind::kString) bytes += field.size;
  }
  return bytes;
}

// By all that speaks for, whatever speaks against.
bool MessageJudge::could_be_private(const JudgeOptions& options) {
  part_.clear();
  for (const Evidence& e : evidence_) {
    if (matcher_->markers().marker(e.marker).weight > 0) part_.push_back(e);
  }
  return classify(part_, matcher_->markers(), facts(), options).score >= options.threshold;
}

std::span<const MessageHeader> MessageJudge::headers_of(const MarkerMatcher::FieldTranscript& one) const {
  return std::span(scratch_.headers).subspan(one.first_header, one.headers_end - one.first_header);
}

MessageFacts MessageJudge::facts() const {
  MessageFacts facts;
  std::set<std::string_view> people;
  for (const FieldIndex at : people_) {
    if (people.size() < kMostPeople) people.insert(record_.text(record_.field(at)).text());
  }
  facts.people = static_cast<std::uint32_t>(people.size());
  for (const MarkerMatcher::FieldTranscript& one : transcripts_) {
    if (one.transcript.layout == Layout::kDialogue) continue;
    facts.people = std::max(facts.people, one.transcript.speakers);
    facts.whole_conversation = facts.whole_conversation || one.transcript.headers >= kWholeConversation;
  }
  return facts;
}

std::uint64_t MessageJudge::shape_of(const RecordForm& form, std::string_view raw) {
  return reader_.read(form, raw, every_leaf_, record_).ok() ? shapes_.shape_of(record_) : kNoShape;
}

void MessageJudge::judge(const RecordForm& form, std::string_view raw, const FileContext& context,
                         const Openers& openers, const JudgeOptions& options, Folder& folder, Judgement& judgement) {
  arena_.clear();
  const Read read = reader_.read(form, raw, every_leaf_, record_);
  PRIVET_CHECK(read.ok());
  judgement = Judgement();
  judgement.judged = true;
  judgement.blanked = is_blanked();
  views_.begin(record_);
  if (judgement.blanked) return;
  for (std::uint32_t i = 0; i < record_.fields.size(); ++i) {
    const Field& field = record_.fields[i];
    if (field.kind() != FieldKind::kString) continue;
    const Bytes<FieldSpace> text = record_.text(field);
    const View view = folder.fold(text, arena_);
    if (view.text.data() != text.data() || !view.folding.identity()) views_.add(FieldIndex{i}, view);
  }
  paths_ = make_path_view(record_, arena_);
  evidence_.clear();
  transcripts_.clear();
  people_.clear();
  participants_->find(record_, paths_, people_);
  matcher_->find(views_, paths_, context, openers, arena_, scratch_, evidence_, transcripts_);
  // What speaks against costs most to find: only where it could change something.
  if (could_be_private(options)) matcher_->find_against(views_, scratch_, evidence_);
  find_embedded(false, options, judgement);
  find_embedded_text(true, options, judgement);
  part_.clear();
  for (const Evidence& e : evidence_) {
    if (!is_introduction(matcher_->markers().marker(e.marker))) part_.push_back(e);
  }
  judgement.origin = classify(part_, matcher_->markers(), facts(), options);
  judgement.is_message = is_private(judgement.origin.message_class) && judgement.origin.score >= options.threshold;
  if (judgement.is_message) {
    judgement.embedded.clear();
  } else {
    find_embedded(true, options, judgement);
    find_embedded_text(false, options, judgement);
  }
  if (judgement.is_message || !judgement.embedded.empty()) find_participants(judgement);
}

// Conversations that are a part of their record: judged by what stands in the
// text, and no evidence of the record's own origin.
//   all_sizes: also those that are most of it, once it is known that the record
//              is of another kind: a prompt around a pasted chat
void MessageJudge::find_embedded(bool all_sizes, const JudgeOptions& options, Judgement& judgement) {
  const std::uint32_t all = text_bytes();
  for (const MarkerMatcher::FieldTranscript& one : transcripts_) {
    const std::uint32_t size = one.transcript.place.size();
    if (one.transcript.layout == Layout::kDialogue) continue;
    const bool large = size >= kMostOfIt * all || all - size <= kBeside;
    const std::string_view text = views_.view_of(one.field).text.text();
    const bool framed = !all_sizes && is_framed(text, one.transcript.place, headers_of(one));
    if (!all_sizes && large && !framed) continue;
    part_.clear();
    bool in_place = false;
    const MarkerView telling = one.transcript.layout == Layout::kJson ? MarkerView::kPath : MarkerView::kLayout;
    for (const Evidence& e : evidence_) {
      const Marker& marker = matcher_->markers().marker(e.marker);
      in_place = in_place || (marker.view == telling && marker.weight > 0 && e.in_text && e.field == one.field);
      if (marker.weight > 0 ? e.in_text && e.field == one.field : !is_about_record(marker)) part_.push_back(e);
    }
    if (!in_place) continue;
    const Introduction told = introduction_before(text, one.transcript.place.begin);
    MessageFacts facts;
    facts.people = told.group ? std::max(kAGroup, one.transcript.speakers) : one.transcript.speakers;
    facts.named = told.platform;
    facts.whole_conversation = one.transcript.headers >= kWholeConversation;
    EmbeddedMessage found{one.field, one.transcript.place, classify(part_, matcher_->markers(), facts, options)};
    // What lies in a part of the text does not tell where the whole is from.
    std::erase_if(evidence_, [&](const Evidence& e) {
      return e.in_text && e.field == one.field && matcher_->markers().marker(e.marker).weight > 0 &&
             one.transcript.place.contains(e.place);
    });
    if (found.classification.score < options.threshold || !is_private(found.classification.message_class)) continue;
    const bool known = std::any_of(judgement.embedded.begin(), judgement.embedded.end(), [&](const EmbeddedMessage& e) {
      return e.field == found.field && e.place.begin < found.place.end && found.place.begin < e.place.end;
    });
    // Nor do the words that introduce it, if these are no exporter's head.
    std::erase_if(evidence_, [&](const Evidence& e) {
      return framed && e.in_text && e.field == one.field && matcher_->markers().marker(e.marker).weight > 0 &&
             e.place.begin + kLongestIntroduction >= found.place.begin && e.place.end <= found.place.begin;
    });
    if (!known) judgement.embedded.push_back(std::move(found));
  }
}

// A mail, or another text that has no message headers, that was put into a
// record of another kind: from its first mark on.
//   shown_only: only what the text before it announces or says to publish; it
//               does not tell then where the record is from. Else mails alone.
void MessageJudge::find_embedded_text(bool shown_only, const JudgeOptions& options, Judgement& judgement) {
  const MarkerSet& markers = matcher_->markers();
  const auto is_mail = [](const Marker& marker) { return marker.category == EvidenceCategory::kEnvelope; };
  for (const Evidence& first : evidence_) {
    const Marker& marker = markers.marker(first.marker);
    const bool copied = marker.category == EvidenceCategory::kTranscript && marker.view == MarkerView::kText;
    if (!first.in_text || marker.weight <= 0 || !(is_mail(marker) || (copied && shown_only))) continue;
    const auto same_field = [&](const EmbeddedMessage& e) { return e.field == first.field; };
    if (std::any_of(judgement.embedded.begin(), judgement.embedded.end(), same_field)) continue;
    part_.clear();
    std::uint32_t begin = first.place.begin;
    for (const Evidence& e : evidence_) {
      const Marker& other = markers.marker(e.marker);
      const bool same = e.in_text && e.field == first.field && other.category == marker.category;
      if (other.weight > 0 && same) begin = std::min(begin, e.place.begin);
      if (other.weight > 0 ? same : !(is_mail(marker) ? is_around_mail(other) : is_about_record(other)))
        part_.push_back(e);
    }
    // Below a sentence or in a prompt; a mail by itself was judged as the record.
    const bool around = std::any_of(evidence_.begin(), evidence_.end(),
                                    [&](const Evidence& e) { return is_around_mail(markers.marker(e.marker)); });
    const std::string_view text = views_.view_of(first.field).text.text();
    begin = mail_begin(text, begin);
    if (!shown_only && !around && begin < kLeastIntroduction) continue;
    if (shown_only && !(is_mail(marker) ? is_published(text, begin) : is_shown(text, begin))) continue;
    const Introduction told = introduction_before(text, begin);
    MessageFacts facts;
    facts.named = told.platform;
    EmbeddedMessage found{first.field, {begin, mail_end(text, begin)}, classify(part_, markers, facts, options)};
    if (found.classification.score < options.threshold || !is_private(found.classification.message_class)) continue;
    judgement.embedded.push_back(std::move(found));
  }
  if (!shown_only) return;
  std::erase_if(evidence_, [&](const Evidence& e) {
    return e.in_text && markers.marker(e.marker).weight > 0 &&
           std::any_of(judgement.embedded.begin(), judgement.embedded.end(), [&](const EmbeddedMessage& one) {
             return one.field == e.field && one.place.begin <= e.place.begin && e.place.end <= one.place.end;
           });
  });
}

void MessageJudge::find_participants(Judgement& judgement) {
  const auto add = [&](FieldIndex field, Span<ViewSpace> place) {
    const NameForm form = name_form(views_.view_of(field).text.slice(place));
    if (form == NameForm::kNone) return;
    judgement.participants.push_back({field, place, form == NameForm::kNickname});
  };
  if (judgement.is_message) {
    for (const FieldIndex at : people_) add(at, {0, static_cast<std::uint32_t>(views_.view_of(at).text.size())});
  }
  for (const MarkerMatcher::FieldTranscript& one : transcripts_) {
    const bool embedded =
        std::any_of(judgement.embedded.begin(), judgement.embedded.end(),
                    [&](const EmbeddedMessage& e) { return e.field == one.field && e.place == one.transcript.place; });
    if (!judgement.is_message && !embedded) continue;
    for (std::size_t i = one.first_header; i < one.headers_end; ++i) {
      const MessageHeader& header = scratch_.headers[i];
      if (header.layout == one.transcript.layout && !header.machine && !header.notice &&
          one.transcript.place.contains(header.speaker))
        add(one.field, header.speaker);
    }
  }
}

}  // namespace privet
