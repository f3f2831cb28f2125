#include "pipeline/attributes.h"

#include <optional>

#include "base/scratch.h"
#include "base/utf8.h"
#include "pipeline/message_rows.h"
#include "record/member_value.h"
#include "redact/operators.h"

namespace privet {
namespace {

// The string at /text; absent if there is none, or if it is too short to be listed.
std::optional<FieldIndex> text_of(const Record& record) {
  const std::optional<FieldIndex> key = outermost_key(record, "text");
  if (!key || index(*key) + 1 == record.fields.size()) return {};
  const FieldIndex next{static_cast<std::uint32_t>(index(*key) + 1)};
  const Field& value = record.field(next);
  const bool is_its_value = value.container == 0 && value.ordinal == record.field(*key).ordinal;
  if (!is_its_value || value.kind() != FieldKind::kString) return {};
  return next;
}

class Document {
 public:
  Document(const ScanPlan& plan, Worker& worker, AttributeCounts& counts)
      : plan_(plan), worker_(worker), scan_(worker.original), counts_(counts) {}

  void append(std::string& out) {
    const std::optional<FieldIndex> text = text_of(scan_.record);
    for (const Finding& finding : scan_.findings) {
      if (finding.field != text || finding.cp_begin == finding.cp_end) {
        ++counts_.findings_elsewhere;
        continue;
      }
      worker_.attributes.push_back({.begin = finding.cp_begin,
                                    .end = finding.cp_end,
                                    .score = finding.score,
                                    .entity = number_of(finding.entity),
                                    .hidden = finding.action != Action::kKeep});
    }
    const std::optional<AttributeSpan> whole = add_messages();
    append_attributes(read_id(), plan_.rules->entities(), worker_.attributes, whole, out);
    empty_scratch(worker_.attributes);
  }

 private:
  // What is embedded in the text, and all of it if the record is a message.
  std::optional<AttributeSpan> add_messages() {
    const Judgement& judgement = scan_.judgement;
    const bool whole = judgement.is_message && plan_.messages.origin;
    const bool parts = !judgement.embedded.empty() && plan_.messages.embedded;
    if (!whole && !parts) return {};
    // The judge's reading lists every leaf, however short.
    const Record& record = scan_.judge->record();
    const std::optional<FieldIndex> text = text_of(record);
    for (const EmbeddedMessage& one : judgement.embedded) {
      if (!parts) break;
      const EmbeddedPlace place = place_of(scan_, one);
      if (one.field != text || place.cp_begin == place.cp_end) {
        ++counts_.findings_elsewhere;
        continue;
      }
      worker_.attributes.push_back({.begin = place.cp_begin,
                                    .end = place.cp_end,
                                    .score = static_cast<float>(one.classification.score),
                                    .entity = entity_of(*plan_.messages.embedded)});
    }
    if (!whole) return {};
    const std::size_t length = text ? count_code_points(record.text(record.field(*text)).text()) : 0;
    if (length == 0) {
      ++counts_.findings_elsewhere;
      return {};
    }
    return AttributeSpan{.begin = 0,
                         .end = static_cast<std::uint32_t>(length),
                         .score = static_cast<float>(judgement.origin.score),
                         .entity = entity_of(*plan_.messages.origin)};
  }

  // As it stands: what is found in it stays, or the mixer would stop.
  std::string_view read_id() {
    const std::optional<FieldIndex> key = outermost_key(scan_.record, "id");
    if (!key) return "null";
    const Span<RecordSpace> place = member_value(scan_.record, *key);
    for (const Finding& finding : scan_.findings) {
      if (!place.contains(finding.raw)) continue;
      ++counts_.ids_with_findings;
      break;
    }
    return scan_.record.raw.slice(place);
  }

  [[nodiscard]] static std::uint16_t number_of(EntityIndex entity) { return static_cast<std::uint16_t>(index(entity)); }
  [[nodiscard]] std::uint16_t entity_of(RuleIndex rule) const { return number_of(plan_.rules->rule(rule).entity); }

  const ScanPlan& plan_;
  Worker& worker_;
  const RecordScan& scan_;
  AttributeCounts& counts_;
};

}  // namespace

void append_document(const ScanPlan& plan, Worker& worker, std::string& out, AttributeCounts& counts) {
  Document(plan, worker, counts).append(out);
}

void AttributeLines::end_record() {
  end_line();
  in_line_ = true;
}

void AttributeLines::withheld() {
  out_.output += kNotScanned;
  end_record();
}

void AttributeLines::glue(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t feed = text.find('\n', at);
    const std::string_view line = text.substr(at, feed - at);
    at = feed == std::string_view::npos ? text.size() : feed + 1;
    // What does not end here goes on in a record (a BOM), unless it is all there is.
    const bool blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!in_line_ && (feed != std::string_view::npos || blank)) {
      out_.output += kNotScanned;
      end_line();
    }
    if (feed != std::string_view::npos) in_line_ = false;
  }
}

void AttributeLines::end_line() {
  out_.output.push_back('\n');
  ++out_.counts.attributes.lines;
  out_.parts.push_back({0, static_cast<std::uint32_t>(out_.output.size() - begin_), true});
  begin_ = out_.output.size();
}

}  // namespace privet
