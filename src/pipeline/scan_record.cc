#include "pipeline/scan_record.h"

#include <algorithm>
#include <tuple>

#include "base/scratch.h"
#include "base/utf8.h"
#include "pipeline/find_names.h"
#include "pipeline/input_shapes.h"
#include "pipeline/message_policy.h"
#include "pipeline/record_hints.h"
#include "redact/blank.h"
#include "redact/placeholder.h"

namespace privet {
namespace {

// Redacting can bring two things together that were apart, so the output is
// scanned again until nothing more is found. Each round hides more of a finite
// record; in practice the first finds nothing.
constexpr int kMostRounds = 16;

WithheldReason reason_of(Damage damage) {
  switch (damage) {
    case Damage::kInvalidUtf8:
      return WithheldReason::kInvalidUtf8;
    case Damage::kTooDeep:
      return WithheldReason::kTooDeep;
    case Damage::kTooLong:
      return WithheldReason::kTooLong;
    case Damage::kNotCsv:
      return WithheldReason::kNotCsv;
    default:
      return WithheldReason::kNotJson;
  }
}

// Rules over the structure see every leaf; --field says which of them count.
void find_by_path(const ScanPlan& plan, Worker& worker, RecordScan& scan) {
  const auto first = static_cast<std::ptrdiff_t>(scan.candidates.size());
  plan.paths->find(scan.views, scan.arena, worker.path_matching, scan.candidates);
  const auto unsearched = [&](const Candidate& c) {
    return !std::binary_search(scan.searched.begin(), scan.searched.end(), c.field);
  };
  scan.candidates.erase(std::remove_if(scan.candidates.begin() + first, scan.candidates.end(), unsearched),
                        scan.candidates.end());
}

// A field that is not searched. Where a record is from is read from all of it,
// whatever `--keys` and `--field` say.
void pass_over(const ScanPlan& plan, Worker& worker, RecordScan& scan, FieldIndex at) {
  if (!plan.messages.wanted()) return;
  const Bytes<FieldSpace> text = scan.record.text(scan.record.field(at));
  if (worker.quiet.knows(text.text())) return;
  plan.matcher->watch(worker.folder.fold(text, scan.arena).text, worker.matching);
}

// Fields to candidates: collect, context, decide.
void find_candidates(const ScanPlan& plan, Worker& worker, RecordScan& scan, RecordOutcome& outcome) {
  const Record& record = scan.record;
  const Look look = &scan == &worker.patched ? Look::kSecond : plan.hides() ? Look::kFirst : Look::kOnly;
  scan.views.begin(record);
  scan.searched.clear();
  scan.candidates.clear();
  plan.matcher->begin_record(record, worker.matching);
  if (plan.fields != nullptr) worker.selector.begin(record);
  std::uint32_t inside = 0;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const FieldIndex at{i};
    const Field& field = record.fields[i];
    const bool skipped = is_key(field.kind()) && plan.redaction.keys == KeysMode::kSkip;
    if (skipped || (plan.fields != nullptr && !worker.selector.selects(record, at))) {
      pass_over(plan, worker, scan, at);
      continue;
    }
    inside += field.kind() == FieldKind::kString ? 1 : 0;
    scan.searched.push_back(at);
    const Bytes<FieldSpace> text = record.text(field);
    if (worker.quiet.knows(text.text())) {
      plan.matcher->collect_named(at, Bytes<ViewSpace>(text.text()), worker.matching);
      continue;
    }
    const View view = worker.folder.fold(text, scan.arena);
    const bool folded = view.text.data() != text.data() || !view.folding.identity();
    if (folded) scan.views.add(at, view);
    bool opened = plan.matcher->collect(at, view.text, worker.matching);
    opened = find_names(plan, worker, scan, at, view.text, look) || opened;
    if (!folded && !opened && &scan == &worker.original) worker.quiet.quiet(text.text());
    plan.matcher->collect_named(at, view.text, worker.matching);
  }
  if (plan.fields != nullptr) {
    outcome.has_field = worker.selector.matched_any();
    if (!worker.selector.all_matched()) worker.shapes.collect(record);
    outcome.strings_outside = record.strings > inside ? record.strings - inside : 0;
  }
  plan.matcher->decide(scan.views, worker.matching, scan.candidates);
  if (!plan.paths->empty()) find_by_path(plan, worker, scan);
  find_told_names(plan, scan);
}

// Placeholders are opaque: what touches one is no finding.
bool touches_placeholder(const ScanPlan& plan, const RecordViews& views, const Candidate& candidate) {
  return plan.redaction.style.touches(views.view_of(candidate.field).text.text(), candidate.span);
}

// The field of `record` that stands where `judged` does in the judging's own
// reading of it, if it is one that is searched.
std::optional<FieldIndex> field_at(const RecordScan& scan, const Field& judged) {
  const auto& fields = scan.record.fields;
  const auto it = std::lower_bound(fields.begin(), fields.end(), judged.raw.begin,
                                   [](const Field& f, std::uint32_t at) { return f.raw.begin < at; });
  if (it == fields.end() || it->raw != judged.raw) return {};
  const FieldIndex at{static_cast<std::uint32_t>(it - fields.begin())};
  if (!std::binary_search(scan.searched.begin(), scan.searched.end(), at)) return {};
  return at;
}

// Whether the record is a private message, and who took part in it.
void judge(const ScanPlan& plan, const RecordSource& source, Worker& worker, RecordScan& scan) {
  scan.judgement.judged = false;
  scan.judgement.is_message = false;
  scan.judgement.embedded.clear();
  if (source.form.format == RecordFormat::kCsvHeader) return;  // names of keys without a message
  if (!plan.messages.wanted()) return;
  const std::string_view raw = scan.record.raw.text();
  const FileContext* context = source.context;
  if (source.shapes != nullptr) {
    if (const FileContext* own = source.shapes->context_of(scan.judge->shape_of(source.form, raw))) context = own;
  }
  if (!worker.matching.watched && !context->tells) return;
  worker.matching.gates.openers.all = worker.matching.gates.openers.all || context->tells;
  scan.judge->judge(source.form, raw, *context, worker.matching.gates.openers, plan.messages.options, worker.folder,
                    scan.judgement);
  for (const Participant& one : scan.judgement.participants) {
    const std::optional<RuleIndex> rule = one.is_nickname ? plan.messages.nickname : plan.messages.person;
    const std::optional<FieldIndex> field = field_at(scan, scan.judge->record().field(one.field));
    if (!rule || !field) continue;
    scan.candidates.push_back({.field = *field,
                               .span = one.place,
                               .score = static_cast<float>(plan.rules->rule(*rule).score),
                               .rule = *rule});
  }
}

void find(const ScanPlan& plan, const RecordSource& source, Worker& worker, RecordScan& scan, RecordOutcome& outcome) {
  find_candidates(plan, worker, scan, outcome);
  judge(plan, source, worker, scan);
  scan.findings.clear();
  if (scan.candidates.empty()) return;
  const auto unwanted = [&](const Candidate& c) {
    // Names have passed their own thresholds.
    const bool is_name = plan.names.wanted() && c.rule == plan.names.text;
    const double least = is_name ? plan.names.min_score : plan.min_score;
    return c.score < least || touches_placeholder(plan, scan.views, c);
  };
  std::erase_if(scan.candidates, unwanted);
  if (scan.candidates.empty()) return;
  // Far more than will be accepted: do not spend memory on resolving them. A place
  // has seldom more than two.
  if (scan.candidates.size() / 2 > plan.max_findings) {
    outcome.fate = RecordFate::kWithheld;
    outcome.reason = WithheldReason::kTooManyFindings;
    return;
  }
  const auto spreads = [&](RuleIndex rule) {
    return plan.rules->rule(rule).gate.kind != GateKind::kAddress && !(plan.names.wanted() && rule == plan.names.text);
  };
  worker.repeats.add_repeats(scan.views, scan.searched, scan.candidates, spreads);
  std::erase_if(scan.candidates, unwanted);
  const auto view_of = [&](FieldIndex field) { return scan.views.view_of(field); };
  worker.resolver.resolve(scan.candidates, scan.record, view_of, scan.findings);
  for (Finding& finding : scan.findings) {
    if (plan.reserved != nullptr && !finding.reserved) {
      finding.reserved =
          plan.reserved->holds(plan.rules->entity(finding.entity), view_of(finding.field).text.slice(finding.view));
    }
    finding.action = plan.hides() ? action_for(finding, scan.record.field(finding.field).kind(),
                                               plan.rules->entity(finding.entity), plan.redaction)
                                  : Action::kKeep;
  }
  empty_scratch(scan.candidates);
}

// One counter at a time: findings come field by field.
struct FieldCounter {
  FieldIndex field{};
  std::optional<CodePointCounter> code_points;
};

// A finding in the patched record, as one in the original. The structure is
// the same but for numbers that became null, so the field is found by its
// place.
bool to_original(const RecordScan& original, const OffsetMap<RecordSpace, PatchedSpace>& patches, FieldCounter& counter,
                 Finding& finding) {
  finding.raw = patches.to_source({finding.raw.begin, finding.raw.end});
  const auto& fields = original.record.fields;
  const auto after = std::upper_bound(fields.begin(), fields.end(), finding.raw.begin,
                                      [](std::uint32_t at, const Field& f) { return at < f.raw.begin; });
  if (after == fields.begin()) return false;
  const Field& field = *(after - 1);
  if (!field.raw.contains(finding.raw)) return false;
  finding.field = FieldIndex{static_cast<std::uint32_t>(after - 1 - fields.begin())};
  const std::string_view text = original.record.text(field).text();
  finding.bytes = original.record.escapes(field).to_derived(finding.raw);
  if (!counter.code_points || counter.field != finding.field) {
    counter.field = finding.field;
    counter.code_points.emplace(text);
  }
  finding.cp_begin = counter.code_points->before(finding.bytes.begin);
  finding.cp_end = counter.code_points->before(finding.bytes.end);
  finding.view = original.views.view_of(finding.field).folding.to_derived(finding.bytes);
  return true;
}

bool wants_hints(const ScanPlan& plan, const Judgement& judgement) {
  if (!judgement.is_message && judgement.embedded.empty()) return false;
  return plan.report != ReportFormat::kNone || plan.messages.policy != nullptr;
}

bool acts(const Finding& finding) { return finding.action != Action::kKeep; }

// The patched record once more: what redaction brought to light is added to
// the findings of the original. False: nothing new.
bool find_in_patched(const ScanPlan& plan, const RecordSource& source, Worker& worker) {
  worker.patched.arena.clear();
  const Read read = worker.patched.reader.read(source.form, worker.output, plan.read, worker.patched.record);
  PRIVET_CHECK(read.ok());
  RecordOutcome ignored;
  find(plan, source, worker, worker.patched, ignored);
  const auto patches = worker.patches.finish<RecordSpace, PatchedSpace>(0, worker.patched.arena);
  bool added = false;
  FieldCounter counter;
  for (Finding& finding : worker.patched.findings) {
    if (!acts(finding) || !to_original(worker.original, patches, counter, finding)) continue;
    worker.original.findings.push_back(finding);
    added = true;
  }
  if (added) {
    auto& findings = worker.original.findings;
    std::sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
      return std::tie(a.field, a.bytes, a.rule) < std::tie(b.field, b.bytes, b.rule);
    });
  }
  return added;
}

// Hides all findings that are to be hidden.
void redact(const ScanPlan& plan, const RecordSource& source, Worker& worker, RecordOutcome& outcome) {
  RecordScan& scan = worker.original;
  if (std::none_of(scan.findings.begin(), scan.findings.end(), acts)) return;
  for (int round = 0; round < kMostRounds; ++round) {
    worker.output.clear();
    worker.patches.clear();
    const auto normal_form_of = [&](const Finding& finding) {
      const std::string_view text = scan.views.view_of(finding.field).text.slice(finding.view);
      const std::string& entity = plan.rules->entity(finding.entity);
      // The surname alone is the same person as the whole name, in this record.
      if (finding.action == Action::kNumber && scan.names != nullptr && entity == "PERSON") {
        if (const std::string_view person = scan.names->person_form(text); !person.empty()) return std::string(person);
      }
      return normal_form(entity, text);
    };
    outcome.changed = worker.redactor.apply(scan.record, scan.findings, plan.redaction, normal_form_of, worker.output,
                                            worker.patches);
    if (!outcome.changed || !find_in_patched(plan, source, worker)) break;
  }
}

// All strings, in what redact() made of the record: keys, numbers and the id
// are redacted as anywhere.
void blank(const ScanPlan& plan, const RecordSource& source, Worker& worker, RecordOutcome& outcome) {
  const std::string redacted(outcome.changed ? std::string_view(worker.output) : worker.original.record.raw.text());
  ReadOptions every = plan.read;
  every.every_leaf = true;
  const Read read = worker.patched.reader.read(source.form, redacted, every, worker.patched.record);
  PRIVET_CHECK(read.ok());
  worker.output.clear();
  blank_strings(worker.patched.record, worker.output);
  outcome.changed = worker.output != worker.original.record.raw.text();
}

}  // namespace

RecordOutcome scan_record(const ScanPlan& plan, const RecordSource& source, Worker& worker, std::string_view raw) {
  RecordOutcome outcome;
  RecordScan& scan = worker.original;
  ++worker.records;
  scan.arena.clear();
  worker.hints.clear();
  if (plan.names.wanted()) worker.names->forget();
  const Read read = scan.reader.read(source.form, raw, plan.read, scan.record);
  if (!read.ok()) {
    return {.fate = RecordFate::kWithheld, .reason = reason_of(read.damage), .damaged_at = read.at};
  }
  find(plan, source, worker, scan, outcome);
  if (source.form.format == RecordFormat::kCsvHeader) outcome.has_field = true;  // it has no values
  if (outcome.fate == RecordFate::kWithheld) return outcome;
  if (scan.findings.size() > plan.max_findings) {
    return {.fate = RecordFate::kWithheld, .reason = WithheldReason::kTooManyFindings};
  }
  if (wants_hints(plan, scan.judgement)) worker.hints = hints_of(plan, scan);
  if (scan.judgement.is_message && plan.messages.policy != nullptr) outcome.policy = ask_policy(plan, worker);
  if (plan.attributes) {
    redact(plan, source, worker, outcome);
    outcome.changed = false;  // only what would be hidden is asked for
    empty_scratch(worker.output);
  }
  if (!plan.redact) return outcome;
  if (scan.judgement.is_message) outcome.action = plan.messages.action;
  if (outcome.policy && outcome.policy->decision != Decision::kAllow) outcome.action = MessageAction::kQuarantine;
  if (leaves_out(outcome.action)) return outcome;
  redact(plan, source, worker, outcome);
  if (outcome.action == MessageAction::kBlank) blank(plan, source, worker, outcome);
  return outcome;
}

}  // namespace privet
