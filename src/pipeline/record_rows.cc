#include "pipeline/record_rows.h"

#include <optional>

#include "pipeline/line_cursor.h"
#include "pipeline/message_policy.h"
#include "pipeline/message_rows.h"
#include "pipeline/record_hints.h"
#include "pipeline/safe_names.h"
#include "redact/blank.h"
#include "report/finding_row.h"
#include "report/shape.h"

namespace privet {
namespace {

class RowWriter {
 public:
  RowWriter(const ScanPlan& plan, Worker& worker, const RecordPlace& place, const RecordOutcome& outcome,
            ReportText& report)
      : plan_(plan), worker_(worker), place_(place), outcome_(outcome), report_(report) {
    if (plan.report == ReportFormat::kCaller) {
      const Batch& batch = *place.batch;
      cursor_.emplace(batch.bytes.view(), place.begin - to_number(batch.begin), place.line, batch.columns_before);
    }
  }

  void run() {
    const Judgement& judgement = worker_.original.judgement;
    if (worker_.original.findings.empty() && !judgement.is_message && judgement.embedded.empty()) return;
    worker_.row_id.clear();
    append_safe_id(plan_, worker_, worker_.row_id);
    report_messages();
    if (plan_.report_records) {
      report_entities();
    } else {
      report_findings();
    }
  }

 private:
  // The record as a private message, and what in it is one.
  void report_messages() {
    const Judgement& judgement = worker_.original.judgement;
    if (!judgement.is_message && judgement.embedded.empty()) return;
    std::string& hints = worker_.row_hints;
    hints.assign(1, '[');
    append_hints(plan_, worker_, worker_.hints, hints);
    const std::size_t hints_end = hints.size();
    const auto row_of = [&](RuleIndex at, const Classification& judged) {
      const Rule& rule = plan_.rules->rule(at);
      worker_.row_evidence.clear();
      append_evidence(plan_, worker_, judged, worker_.row_evidence);
      return FindingRow{.file = place_.file,
                        .line = place_.line,
                        .id = worker_.row_id,
                        .rule = rule.id,
                        .entity = plan_.rules->entity(rule.entity),
                        .strength = judged.confirmed ? "validated" : "shaped",
                        .score = judged.score,
                        .raw_start = place_.begin,
                        .raw_end = place_.begin + place_.size,
                        .action = kKept,
                        .region = strongest_region(worker_.hints),
                        .message_class = class_name(judged.message_class),
                        .platform = platform_name(judged.platform),
                        .evidence = worker_.row_evidence,
                        .show_value = false};
    };
    if (judgement.is_message && plan_.messages.origin) {
      FindingRow row = row_of(*plan_.messages.origin, judgement.origin);
      row.action = action_name(outcome_.action);
      if (outcome_.policy) {
        row.policy = decision_name(outcome_.policy->decision);
        row.policy_rule = outcome_.policy->rule;
        append_policy_hint(*outcome_.policy, hints);
      }
      hints.push_back(']');
      row.hints = hints;
      write(row, std::nullopt, &judgement.origin, worker_.original.record);
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
      row.raw_start = place_.begin + place.raw.begin;
      row.raw_end = place_.begin + place.raw.end;
      write(row, one.field, &one.classification, worker_.original.judge->record());
    }
  }

  // A row for each entity, whose place is the record: with the rule of the
  // highest score; reserved if all are.
  void report_entities() {
    const std::vector<Finding>& findings = worker_.original.findings;
    for (std::size_t entity = 0; entity < plan_.rules->entities().size(); ++entity) {
      const Finding* best = nullptr;
      FindingRow row{.file = place_.file, .line = place_.line, .id = worker_.row_id, .reserved = true};
      for (const Finding& finding : findings) {
        if (index(finding.entity) != entity) continue;
        if (best == nullptr || finding.score > best->score) best = &finding;
        row.reserved = row.reserved && finding.reserved;
        row.embedded = row.embedded || finding.embedded;
        if (row.action.empty() || action_of(worker_.original, finding, outcome_.action) != kKept)
          row.action = action_of(worker_.original, finding, outcome_.action);
      }
      if (best == nullptr) continue;
      const Rule& rule = plan_.rules->rule(best->rule);
      row.rule = rule.id;
      row.entity = plan_.rules->entity(best->entity);
      row.strength = strength_name(rule.strength);
      row.score = best->score;
      row.region = {best->region.data(), best->region[0] == 0 ? 0U : 2U};
      row.raw_start = place_.begin;
      row.raw_end = place_.begin + place_.size;
      row.show_value = plan_.show_values;
      write(row, std::nullopt, nullptr, worker_.original.record);
    }
  }

  void report_findings() {
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
      write({.file = place_.file,
             .line = place_.line,
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
             .raw_start = place_.begin + finding.raw.begin,
             .raw_end = place_.begin + finding.raw.end,
             .action = action_of(worker_.original, finding, outcome_.action),
             .shape = worker_.row_shape,
             .fingerprint = worker_.row_fingerprint,
             .region = {finding.region.data(), finding.region[0] == 0 ? 0U : 2U},
             .value = value,
             .show_value = plan_.show_values},
            finding.field, nullptr, scan.record);
    }
  }

  [[nodiscard]] LineSpan lines_of(const FindingRow& row) {
    const std::uint64_t batch = to_number(place_.batch->begin);
    const LinePlace begin = cursor_->at(row.raw_start - batch);
    const LinePlace end = cursor_->at(row.raw_end - batch);
    return {begin.line, begin.column, end.line, end.column};
  }

  //   field: absent if the place is the record
  //   judged: why, if it is a private message
  //   record: that the field is one of
  void write(FindingRow row, std::optional<FieldIndex> field, const Classification* judged, const Record& record) {
    switch (plan_.report) {
      case ReportFormat::kNone:
        return;
      case ReportFormat::kJsonl:
        append_jsonl(row, report_.row());
        break;
      case ReportFormat::kCsv:
        append_csv(row, report_.row());
        break;
      case ReportFormat::kText:
        append_text(row, plan_.color, report_.row());
        if (plan_.explain && judged != nullptr) append_explained(plan_, worker_, *judged, report_.row());
        break;
      case ReportFormat::kCaller:
        row.lines = lines_of(row);
        (*plan_.write_row)(row, worker_, record, field, report_.row());
        break;
    }
    report_.end_row();
  }

  const ScanPlan& plan_;
  Worker& worker_;
  const RecordPlace& place_;
  const RecordOutcome& outcome_;
  ReportText& report_;
  std::optional<LineCursor> cursor_;  // kCaller
};

}  // namespace

std::string_view action_of(const RecordScan& scan, const Finding& finding, MessageAction of_record) {
  const bool with_record =
      leaves_out(of_record) || (of_record == MessageAction::kBlank && is_blanked(scan.record, finding.field));
  return with_record ? action_name(of_record) : action_name(finding.action);
}

void append_rows(const ScanPlan& plan, Worker& worker, const RecordPlace& place, const RecordOutcome& outcome,
                 ReportText& report) {
  RowWriter(plan, worker, place, outcome, report).run();
}

}  // namespace privet
