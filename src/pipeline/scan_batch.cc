#include "pipeline/scan_batch.h"

#include <algorithm>
#include <optional>

#include "base/scratch.h"
#include "pipeline/attributes.h"
#include "pipeline/message_rows.h"
#include "pipeline/quarantine.h"
#include "pipeline/record_rows.h"
#include "pipeline/safe_names.h"
#include "pipeline/scan_record.h"
#include "record/csv_header.h"

namespace privet {
namespace {

constexpr std::size_t kMostDiagnostics = 20;
constexpr std::size_t kGlueRoom = 64;

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
      : plan_(plan), input_(input), worker_(worker), batch_(batch), out_(out), writer_(out), lines_(out) {
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
          if (plan_.attributes) lines_.glue(text);
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
  // --record: whether a part of it is in that line.
  [[nodiscard]] bool is_wanted(const Piece& piece, std::string_view text) const {
    if (plan_.only_line == 0) return true;
    return piece.line <= plan_.only_line && plan_.only_line <= piece.line + count_newlines(text);
  }

  void record(const Piece& piece, std::string_view text) {
    if (!is_wanted(piece, text)) return;
    ++out_.counts.records;
    const RecordSource source{form_of(piece), &input_.messages, input_.shapes};
    const RecordOutcome outcome = scan_record(plan_, source, worker_, text);
    if (outcome.fate == RecordFate::kWithheld) return withhold(piece, text, outcome.reason, outcome.damaged_at);
    ++out_.counts.scanned;
    out_.counts.strings_outside_fields += outcome.strings_outside;
    if (!outcome.has_field) ++out_.counts.records_without_field;
    if (outcome.changed) ++out_.counts.records_changed;
    if (leaves_out(outcome.action)) {
      if (outcome.action == MessageAction::kQuarantine) quarantine(piece, text, source.form.format, outcome.policy);
      leave_out();
    } else if (plan_.redact) {
      ++out_.counts.records_out;
      if (outcome.changed) {
        writer_.record_from(worker_.output);
      } else {
        writer_.record(text);
      }
    }
    count(outcome);
    if (plan_.attributes) {
      append_document(plan_, worker_, lines_.room(), out_.counts.attributes);
      lines_.end_record();
    }
    const Judgement& judgement = worker_.original.judgement;
    if (survey_ != nullptr && judgement.judged)
      survey_->add(worker_.original.judge->shape(), judgement, plan_.messages.matcher->markers(),
                   plan_.messages.options);
    const RecordPlace place{input_.file, piece.line, to_number(batch_.begin) + piece.begin, piece.size, &batch_};
    if (plan_.report != ReportFormat::kNone) append_rows(plan_, worker_, place, outcome, out_.report);
  }

  [[nodiscard]] RecordForm form_of(const Piece& piece) const {
    if (input_.container == Container::kCsv)
      return {piece.kind == PieceKind::kHeader ? RecordFormat::kCsvHeader : RecordFormat::kCsvRow, input_.header};
    return input_.container == Container::kText ? RecordFormat::kText : RecordFormat::kJson;
  }

  void count(const RecordOutcome& outcome) {
    for (const Finding& finding : worker_.original.findings) {
      const std::size_t entity = index(finding.entity);
      ++out_.counts.findings[entity];
      if (finding.reserved) ++out_.counts.reserved_findings[entity];
      if (plan_.redact && action_of(worker_.original, finding, outcome.action) != kKept) ++out_.counts.redacted[entity];
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
      ++messages.by_action[static_cast<std::size_t>(outcome.action)];
      if (outcome.policy) ++messages.by_decision[static_cast<std::size_t>(outcome.policy->decision)];
      count_providers(plan_, worker_, out_.providers);
    }
    if (judgement.is_message && plan_.messages.origin) {
      const std::size_t entity = index(plan_.rules->rule(*plan_.messages.origin).entity);
      ++out_.counts.findings[entity];
      if (outcome.action != MessageAction::kKeep) ++out_.counts.redacted[entity];
    }
    if (plan_.messages.embedded)
      out_.counts.findings[index(plan_.rules->rule(*plan_.messages.embedded).entity)] += judgement.embedded.size();
  }

  void leave_out() {
    writer_.drop_separator();
    dropped_ = true;
  }

  void quarantine(const Piece& piece, std::string_view text, RecordFormat format,
                  const std::optional<PolicyAnswer>& policy) {
    const Classification& judged = worker_.original.judgement.origin;
    const bool by_policy = policy && policy->decision != Decision::kAllow;
    append_quarantined({.file = input_.file,
                        .line = piece.line,
                        .reason = by_policy ? "policy" : "private_message",
                        .message_class = class_name(judged.message_class),
                        .platform = platform_name(judged.platform),
                        .policy = policy ? decision_name(policy->decision) : "",
                        .policy_rule = policy ? policy->rule : ""},
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
    if (plan_.attributes) lines_.withheld();
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
    if (plan_.attributes && piece.last) lines_.withheld();
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

  const ScanPlan& plan_;
  const InputContext& input_;
  Worker& worker_;
  const Batch& batch_;
  BatchResult& out_;
  OutputWriter writer_;
  AttributeLines lines_;
  ShapeSurvey* survey_ = nullptr;
  bool dropped_ = false;  // the record just before was left out
  bool stopped_ = false;
};

}  // namespace

void scan_batch(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, BatchResult& out,
                const BatchPrefix& prefix) {
  BatchScanner(plan, input, worker, batch, out).run(prefix);
}

}  // namespace privet
