#include "pipeline/scan_batch.h"

#include <algorithm>
#include <optional>

#include "base/scratch.h"
#include "pipeline/message_policy.h"
#include "pipeline/message_rows.h"
#include "pipeline/quarantine.h"
#include "pipeline/record_hints.h"
#include "pipeline/safe_names.h"
#include "pipeline/scan_record.h"
#include "record/csv_header.h"
#include "redact/blank.h"
#include "report/finding_row.h"
#include "report/shape.h"

namespace privet {
namespace {

constexpr std::size_t kMostDiagnostics = 20;
constexpr std::size_t kGlueRoom = 64;
constexpr std::string_view kKept = "keep";

// Writes the output side of a batch: text and the parts that tile it.
class OutputWriter {
 public:
  explicit OutputWriter(BatchResult& out) : out_(out) {}

  void glue(std::string_view text) { part(text, 0, false); }
  void separator(std::string_view text) { pending_.append(text); }
  void drop_separator() { pending_.clear(); }
  void record(std::string_view text) {
    const auto separator = static_cast<std::uint32_t>(pending_.size());
    out_.output += pending_;
    pending_.clear();
    // Room for the line end, too, which otherwise would double what a large record takes.
    if (text.size() > kMostKeptBytes) out_.output.reserve(out_.output.size() + text.size() + kGlueRoom);
    out_.output += text;
    out_.parts.push_back({separator, separator + static_cast<std::uint32_t>(text.size()), true});
  }

  // The same; a large record leaves nothing in `text`.
  void record_from(std::string& text) {
    record(text);
    empty_scratch(text);
  }

 private:
  void part(std::string_view text, std::uint32_t separator, bool is_record) {
    if (text.empty()) return;
    out_.output += text;
    out_.parts.push_back({separator, static_cast<std::uint32_t>(text.size()), is_record});
  }

  BatchResult& out_;
  std::string pending_;  // an array's comma, until its element is known to stay
};

class BatchScanner {
 public:
  BatchScanner(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, BatchResult& out)
      : plan_(plan), input_(input), worker_(worker), batch_(batch), out_(out), writer_(out) {
    const std::size_t entities = plan.rules->entities().size();
    for (auto* counts : {&out.counts.findings, &out.counts.reserved_findings, &out.counts.redacted})
      counts->resize(entities);
  }

  void run(const BatchPrefix& prefix) {
    if (input_.header != nullptr && plan_.report != ReportFormat::kNone) know_header(plan_, worker_, *input_.header);
    for (std::size_t i = 0; i < batch_.pieces.size() && !stopped_; ++i) {
      const Piece& piece = batch_.pieces[i];
      survey_ = i < prefix.pieces ? prefix.survey : nullptr;
      const std::string_view text = batch_.bytes.view().substr(piece.begin, piece.size);
      switch (piece.kind) {
        case PieceKind::kHeader:
        case PieceKind::kRecord:
          record(piece, text);
          break;
        case PieceKind::kOversize:
          oversize(piece, text);
          break;
        case PieceKind::kSeparator:
          if (plan_.redact) writer_.separator(text);
          break;
        case PieceKind::kGlue:
          // The line end of a record that was left out goes with it.
          if (plan_.redact && !(dropped_ && input_.container != Container::kJson)) {
            writer_.glue(text);
          } else if (plan_.redact) {
            writer_.glue(text.substr(
                std::min(text.size(), text.find('\n') == std::string_view::npos ? text.size() : text.find('\n') + 1)));
          }
          dropped_ = false;
          break;
      }
    }
  }

 private:
  void record(const Piece& piece, std::string_view text) {
    ++out_.counts.records;
    const RecordSource source{form_of(piece), &input_.messages, input_.shapes};
    const RecordOutcome outcome = scan_record(plan_, source, worker_, text);
    action_ = outcome.action;
    policy_ = outcome.policy;
    if (outcome.fate == RecordFate::kWithheld) return withhold(piece, text, outcome.reason, outcome.damaged_at);
    ++out_.counts.scanned;
    out_.counts.strings_outside_fields += outcome.strings_outside;
    if (!outcome.has_field) ++out_.counts.records_without_field;
    if (outcome.changed) ++out_.counts.records_changed;
    if (leaves_out(action_)) {
      if (action_ == MessageAction::kQuarantine) quarantine(piece, text, source.form.format);
      leave_out();
    } else if (plan_.redact) {
      ++out_.counts.records_out;
      if (outcome.changed) {
        writer_.record_from(worker_.output);
      } else {
        writer_.record(text);
      }
    }
    count();
    const Judgement& judgement = worker_.original.judgement;
    if (survey_ != nullptr && judgement.judged)
      survey_->add(worker_.original.judge->shape(), judgement, plan_.messages.matcher->markers(),
                   plan_.messages.options);
    if (plan_.report == ReportFormat::kNone ||
        (worker_.original.findings.empty() && !judgement.is_message && judgement.embedded.empty()))
      return;
    worker_.row_id.clear();
    append_safe_id(plan_, worker_, worker_.row_id);
    report_messages(piece);
    if (plan_.report_records) {
      report_entities(piece);
    } else {
      report(piece);
    }
  }

  [[nodiscard]] RecordForm form_of(const Piece& piece) const {
    if (input_.container == Container::kCsv)
      return {piece.kind == PieceKind::kHeader ? RecordFormat::kCsvHeader : RecordFormat::kCsvRow, input_.header};
    return input_.container == Container::kText ? RecordFormat::kText : RecordFormat::kJson;
  }

  void count() {
    for (const Finding& finding : worker_.original.findings) {
      const std::size_t entity = index(finding.entity);
      ++out_.counts.findings[entity];
      if (finding.reserved) ++out_.counts.reserved_findings[entity];
      if (action_of(finding) != kKept) ++out_.counts.redacted[entity];
    }
    const Judgement& judgement = worker_.original.judgement;
    MessageCounts& messages = out_.counts.messages;
    messages.embedded += judgement.embedded.size();
    if (judgement.judged) {
      ++messages.judged;
      ++messages.by_class[static_cast<std::size_t>(judgement.origin.message_class)];
    }
    if (judgement.is_message) {
      ++messages.by_platform[static_cast<std::size_t>(judgement.origin.platform)];
      ++messages.by_action[static_cast<std::size_t>(action_)];
      if (policy_) ++messages.by_decision[static_cast<std::size_t>(policy_->decision)];
      count_providers(plan_, worker_, out_.providers);
    }
    if (judgement.is_message && plan_.messages.origin) {
      const std::size_t entity = index(plan_.rules->rule(*plan_.messages.origin).entity);
      ++out_.counts.findings[entity];
      if (action_ != MessageAction::kKeep) ++out_.counts.redacted[entity];
    }
    if (plan_.messages.embedded)
      out_.counts.findings[index(plan_.rules->rule(*plan_.messages.embedded).entity)] += judgement.embedded.size();
  }

  // What became of a finding: its own action, or that of its record.
  [[nodiscard]] std::string_view action_of(const Finding& finding) const {
    const bool with_record =
        leaves_out(action_) || (action_ == MessageAction::kBlank && is_blanked(worker_.original.record, finding.field));
    return with_record ? action_name(action_) : action_name(finding.action);
  }

  void leave_out() {
    writer_.drop_separator();
    dropped_ = true;
  }

  void quarantine(const Piece& piece, std::string_view text, RecordFormat format) {
    const Classification& judged = worker_.original.judgement.origin;
    const bool by_policy = policy_ && policy_->decision != Decision::kAllow;
    append_quarantined({.file = input_.file,
                        .line = piece.line,
                        .reason = by_policy ? "policy" : "private_message",
                        .message_class = class_name(judged.message_class),
                        .platform = platform_name(judged.platform),
                        .policy = policy_ ? decision_name(policy_->decision) : "",
                        .policy_rule = policy_ ? policy_->rule : ""},
                       text, format == RecordFormat::kJson, out_.quarantined);
  }

  void diagnose(const Piece& piece, WithheldReason reason, std::uint64_t at) {
    ++out_.counts.withheld[static_cast<std::size_t>(reason)];
    if (out_.diagnostics.size() < kMostDiagnostics) out_.diagnostics.push_back({piece.line, at, reason});
    stopped_ = plan_.on_bad_record == OnBadRecord::kStop;
  }

  // In CSV the stub is the first cell of a row of as many cells as the header has.
  void stub(const Piece& piece) {
    ++out_.counts.records_out;
    const std::string line = std::to_string(piece.line);
    if (input_.container != Container::kCsv) return writer_.record(R"({"privet":"withheld","line":)" + line + "}");
    std::string row = R"("{""privet"":""withheld"",""line"":)" + line + R"(}")";
    if (input_.header != nullptr && input_.header->size() > 1)
      row.append(input_.header->size() - 1, input_.header->delimiter());
    writer_.record(row);
  }

  void withhold(const Piece& piece, std::string_view text, WithheldReason reason, std::uint64_t at) {
    diagnose(piece, reason, at);
    if (plan_.keep_withheld) {
      out_.withheld += text;
      out_.withheld.push_back('\n');
    }
    if (!plan_.redact) return;
    switch (plan_.on_bad_record) {
      case OnBadRecord::kPass:
        ++out_.counts.records_out;
        return writer_.record(text);
      case OnBadRecord::kStub:
        return stub(piece);
      case OnBadRecord::kWithhold:
      case OnBadRecord::kStop:
        ++out_.counts.withheld_left_out;
        leave_out();
    }
  }

  // A record over the limit comes in pieces, perhaps over many batches.
  void oversize(const Piece& piece, std::string_view text) {
    if (piece.first) {
      ++out_.counts.records;
      diagnose(piece, WithheldReason::kTooLong, 0);
      if (plan_.redact && plan_.on_bad_record == OnBadRecord::kStub) {
        stub(piece);
      } else if (plan_.redact) {
        ++(plan_.on_bad_record == OnBadRecord::kPass ? out_.counts.records_out : out_.counts.withheld_left_out);
      }
    }
    if (plan_.keep_withheld) {
      out_.withheld += text;
      if (piece.last) out_.withheld.push_back('\n');
    }
    if (!plan_.redact || plan_.on_bad_record == OnBadRecord::kStub) return;
    if (plan_.on_bad_record == OnBadRecord::kPass) {
      if (piece.last) {
        writer_.record(text);
      } else {
        writer_.glue(text);
      }
      return;
    }
    writer_.drop_separator();
    if (piece.last) dropped_ = true;
  }

  // The record as a private message, and what in it is one.
  void report_messages(const Piece& piece) {
    const Judgement& judgement = worker_.original.judgement;
    if (!judgement.is_message && judgement.embedded.empty()) return;
    const std::uint64_t record_at = to_number(batch_.begin) + piece.begin;
    std::string& hints = worker_.row_hints;
    hints.assign(1, '[');
    append_hints(plan_, worker_, worker_.hints, hints);
    const std::size_t hints_end = hints.size();
    const auto row_of = [&](RuleIndex at, const Classification& judged) {
      const Rule& rule = plan_.rules->rule(at);
      worker_.row_evidence.clear();
      append_evidence(plan_, worker_, judged, worker_.row_evidence);
      return FindingRow{.file = input_.file,
                        .line = piece.line,
                        .id = worker_.row_id,
                        .rule = rule.id,
                        .entity = plan_.rules->entity(rule.entity),
                        .strength = judged.confirmed ? "validated" : "shaped",
                        .score = judged.score,
                        .raw_start = record_at,
                        .raw_end = record_at + piece.size,
                        .action = kKept,
                        .region = strongest_region(worker_.hints),
                        .message_class = class_name(judged.message_class),
                        .platform = platform_name(judged.platform),
                        .evidence = worker_.row_evidence,
                        .show_value = false};
    };
    if (judgement.is_message && plan_.messages.origin) {
      FindingRow row = row_of(*plan_.messages.origin, judgement.origin);
      row.action = action_name(action_);
      if (policy_) {
        row.policy = decision_name(policy_->decision);
        row.policy_rule = policy_->rule;
        append_policy_hint(*policy_, hints);
      }
      hints.push_back(']');
      row.hints = hints;
      write(row);
    }
    // What the policy wanted to know is no matter of what is embedded.
    hints.resize(hints_end);
    hints.push_back(']');
    for (const EmbeddedMessage& one : judgement.embedded) {
      if (!plan_.messages.embedded) break;
      FindingRow row = row_of(*plan_.messages.embedded, one.classification);
      row.embedded = true;
      row.hints = hints;
      const EmbeddedPlace place = place_of(worker_.original, one);
      worker_.row_pointer.clear();
      append_safe_pointer(plan_, worker_, worker_.original.judge->record(), one.field, worker_.row_pointer);
      row.pointer = worker_.row_pointer;
      row.cp_start = place.cp_begin;
      row.cp_end = place.cp_end;
      row.byte_start = place.bytes.begin;
      row.byte_end = place.bytes.end;
      row.raw_start = record_at + place.raw.begin;
      row.raw_end = record_at + place.raw.end;
      write(row);
    }
  }

  // A row for each entity, whose place is the record: with the rule of the
  // highest score; reserved if all are.
  void report_entities(const Piece& piece) {
    const std::vector<Finding>& findings = worker_.original.findings;
    const std::uint64_t record_at = to_number(batch_.begin) + piece.begin;
    for (std::size_t entity = 0; entity < plan_.rules->entities().size(); ++entity) {
      const Finding* best = nullptr;
      FindingRow row{.file = input_.file, .line = piece.line, .id = worker_.row_id, .reserved = true};
      for (const Finding& finding : findings) {
        if (index(finding.entity) != entity) continue;
        if (best == nullptr || finding.score > best->score) best = &finding;
        row.reserved = row.reserved && finding.reserved;
        row.embedded = row.embedded || finding.embedded;
        if (row.action.empty() || action_of(finding) != kKept) row.action = action_of(finding);
      }
      if (best == nullptr) continue;
      const Rule& rule = plan_.rules->rule(best->rule);
      row.rule = rule.id;
      row.entity = plan_.rules->entity(best->entity);
      row.strength = strength_name(rule.strength);
      row.score = best->score;
      row.region = {best->region.data(), best->region[0] == 0 ? 0U : 2U};
      row.raw_start = record_at;
      row.raw_end = record_at + piece.size;
      row.show_value = plan_.show_values;
      write(row);
    }
  }

  void report(const Piece& piece) {
    const RecordScan& scan = worker_.original;
    FieldIndex pointer_of_field{0xFFFFFFFF};
    for (const Finding& finding : scan.findings) {
      const Field& field = scan.record.field(finding.field);
      const Rule& rule = plan_.rules->rule(finding.rule);
      const std::string& entity = plan_.rules->entity(finding.entity);
      const std::string_view value = scan.record.text(field).slice(finding.bytes);
      if (pointer_of_field != finding.field) {
        pointer_of_field = finding.field;
        worker_.row_pointer.clear();
        append_safe_pointer(plan_, worker_, scan.record, finding.field, worker_.row_pointer);
      }
      worker_.row_shape.clear();
      append_shape(value, worker_.row_shape);
      worker_.row_fingerprint.clear();
      if (plan_.keys != nullptr) {
        worker_.row_fingerprint = plan_.keys->fingerprint(
            entity, normal_form(entity, scan.views.view_of(finding.field).text.slice(finding.view)));
      }
      const std::uint64_t record_at = to_number(batch_.begin) + piece.begin;
      write({.file = input_.file,
             .line = piece.line,
             .id = worker_.row_id,
             .pointer = worker_.row_pointer,
             .is_key = is_key(field.kind()),
             .rule = rule.id,
             .entity = entity,
             .strength = strength_name(rule.strength),
             .score = finding.score,
             .reserved = finding.reserved,
             .embedded = finding.embedded,
             .cp_start = finding.cp_begin,
             .cp_end = finding.cp_end,
             .byte_start = finding.bytes.begin,
             .byte_end = finding.bytes.end,
             .raw_start = record_at + finding.raw.begin,
             .raw_end = record_at + finding.raw.end,
             .action = action_of(finding),
             .shape = worker_.row_shape,
             .fingerprint = worker_.row_fingerprint,
             .region = {finding.region.data(), finding.region[0] == 0 ? 0U : 2U},
             .value = value,
             .show_value = plan_.show_values});
    }
  }

  void write(const FindingRow& row) {
    switch (plan_.report) {
      case ReportFormat::kNone:
        return;
      case ReportFormat::kJsonl:
        append_jsonl(row, out_.report.row());
        break;
      case ReportFormat::kCsv:
        append_csv(row, out_.report.row());
        break;
      case ReportFormat::kText:
        append_text(row, plan_.color, out_.report.row());
        break;
    }
    out_.report.end_row();
  }

  const ScanPlan& plan_;
  const InputContext& input_;
  Worker& worker_;
  const Batch& batch_;
  BatchResult& out_;
  OutputWriter writer_;
  ShapeSurvey* survey_ = nullptr;
  MessageAction action_ = MessageAction::kKeep;  // on the record at hand
  std::optional<PolicyAnswer> policy_;           // likewise
  bool dropped_ = false;                         // the record just before was left out
  bool stopped_ = false;
};

}  // namespace

void scan_batch(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, BatchResult& out,
                const BatchPrefix& prefix) {
  BatchScanner(plan, input, worker, batch, out).run(prefix);
}

}  // namespace privet
