// privet eval: how well what is found agrees with labelled records.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "cli/check_run.h"
#include "cli/eval_report.h"
#include "cli/gold_file.h"
#include "cli/scan_run.h"
#include "cli/verbs.h"
#include "input/source.h"
#include "pipeline/cleanup.h"
#include "pipeline/output_file.h"
#include "pipeline/safe_names.h"
#include "pipeline/scan_record.h"
#include "record/json_write.h"
#include "report/finding_message.h"
#include "report/shape.h"
#include "rule/nearest.h"

namespace privet {
namespace {

Result<std::string> read_all(const Input& input) {
  Result<std::unique_ptr<Source>> source = input.is_stdin ? open_stdin() : open_file(input.path);
  if (!source) return fail(source);
  return read_to_end(**source);
}

// Of one line: the record, what is labelled and found in it, and where it is from.
struct Judged {
  ScoredRecord spans = {};
  std::vector<std::pair<std::string, std::string>> strings = {};
};

class EvalRun {
 public:
  explicit EvalRun(const Options& options) : o_(options), run_(o_) {
    o_.threads = 1;
    o_.input_format = "jsonl";
  }

  ExitCode run() {
    Status done = prepare();
    for (std::size_t i = 0; done && i < run_.plan().inputs.inputs.size(); ++i) done = read_file(i);
    if (done) done = choose_judged();
    if (done) done = write_scores();
    if (done) done = write_errors();
    if (!done) return complain(done.error());
    if (!o_.quiet) fmt::print(stderr, "{}", summary());
    return ExitCode::kDone;
  }

 private:
  Status prepare() {
    for (const std::string& item : o_.label_map) {
      const std::size_t equals = item.find('=');
      if (equals == std::string::npos || equals == 0)
        return fail(ErrorCode::kUsage, "--map: LABEL=ENTITY, such as PER=PERSON; LABEL= for labels to leave out");
      map_[item.substr(0, equals)] = item.substr(equals + 1);
    }
    if (Status status = run_.make_plan(); !status) return status;
    if (!run_.plan().notice.empty()) fmt::print(stderr, "{}", run_.plan().notice);
    run_.set_up();
    if (!o_.errors.empty()) {
      Result<OutputFile> file = OutputFile::open(o_.errors, {.force = o_.force, .secret = o_.show_values});
      if (!file) return fail(file);
      errors_.emplace(std::move(*file));
    }
    return {};
  }

  Status read_file(std::size_t at) {
    const Input& input = run_.plan().inputs.inputs[at];
    const Result<std::string> text = read_all(input);
    if (!text) return tl::unexpected<Error>(text.error());
    std::uint64_t number = 0;
    for (std::size_t begin = 0; begin < text->size();) {
      const std::size_t end = std::min(text->find('\n', begin), text->size());
      const std::string_view line = std::string_view(*text).substr(begin, end - begin);
      begin = end + 1;
      ++number;
      if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
      if (Status status = judge(at, number, line); !status) return status;
    }
    return {};
  }

  Status judge(std::size_t file, std::uint64_t number, std::string_view line) {
    const std::string where = fmt::format("{}:{}", printable_path(run_.plan().inputs.inputs[file].path), number);
    Result<GoldRecord> gold = read_gold(line, where);
    if (!gold) return fail(gold);
    Judged judged{.strings = std::move(gold->strings)};
    for (LabelledSpan& span : gold->spans) {
      if (const auto it = map_.find(span.entity); it != map_.end()) span.entity = it->second;
      if (span.entity.empty()) continue;
      if (run_.plan().all_rules.find_entity(span.entity) < 0) return unknown_label(where, span.entity);
      judged.spans.gold.push_back(std::move(span));
    }
    Worker& worker = run_.first_worker();
    const RecordSource source{.context = &run_.contexts()[file].messages};
    const RecordOutcome outcome = scan_record(run_.plan().scan, source, worker, gold->raw);
    if (outcome.fate != RecordFate::kScanned)
      return fail(ErrorCode::kUsage, fmt::format("{}: {}", where, describe(outcome.reason)));
    for (const Finding& finding : worker.original.findings)
      judged.spans.found.push_back({run_.plan().rules.entity(finding.entity), finding.raw.begin, finding.raw.end});
    if (errors_) raws_.push_back({fmt::format("{}:{}", run_.contexts()[file].file, number), std::move(gold->raw)});
    records_.push_back(std::move(judged));
    return {};
  }

  Status unknown_label(const std::string& where, const std::string& label) const {
    const std::vector<std::string>& entities = run_.plan().all_rules.entities();
    const std::vector<std::string_view> known(entities.begin(), entities.end());
    return fail(ErrorCode::kUsage, where + ": the label \"" + label + "\" is no entity" + did_you_mean(label, known) +
                                       "; --map LABEL=ENTITY says which it is, --map LABEL= leaves it out");
  }

  // What nobody labelled cannot be judged, nor what was not looked for.
  Status choose_judged() {
    std::set<std::string> labelled;
    for (const Judged& judged : records_) {
      for (const LabelledSpan& span : judged.spans.gold) labelled.insert(span.entity);
    }
    for (const std::string& entity : labelled) {
      (run_.plan().rules.find_entity(entity) < 0 ? not_looked_for_ : judged_).insert(entity);
    }
    const auto others = [&](const LabelledSpan& span) { return !judged_.contains(span.entity); };
    for (Judged& judged : records_) {
      not_judged_ += std::erase_if(judged.spans.found, others);
      std::erase_if(judged.spans.gold, others);
    }
    if (judged_.empty()) return fail(ErrorCode::kUsage, "there is no label of an entity that is looked for");
    return {};
  }

  // The row of an entity ("": of all) among the records that `chosen` has.
  EvalRow row_of(const std::string& entity, const std::vector<const Judged*>& chosen) const {
    EvalRow row{.entity = entity.empty() ? "all" : entity, .records = chosen.size()};
    std::vector<Agreement> each;
    for (const Judged* judged : chosen) {
      if (!entity.empty()) {
        each.push_back(agreement_of(judged->spans, entity));
        continue;
      }
      Agreement sum;
      for (const std::string& one : judged_) sum += agreement_of(judged->spans, one);
      each.push_back(sum);
    }
    row.score = score_of(each);
    return row;
  }

  void add_rows(const std::vector<const Judged*>& chosen, const std::string& key, const std::string& value) {
    for (const std::string& entity : judged_) {
      EvalRow row = row_of(entity, chosen);
      if (!key.empty() && row.score.all.gold + row.score.all.found == 0) continue;
      row.key = key;
      row.value = value;
      rows_.push_back(std::move(row));
    }
    if (judged_.size() == 1) return;
    rows_.push_back(row_of("", chosen));
    rows_.back().key = key;
    rows_.back().value = value;
  }

  Status write_scores() {
    std::vector<const Judged*> all;
    for (const Judged& judged : records_) all.push_back(&judged);
    add_rows(all, "", "");
    for (const std::string& key : o_.by) {
      std::map<std::string, std::vector<const Judged*>> groups;
      for (const Judged& judged : records_) {
        const auto it = std::find_if(judged.strings.begin(), judged.strings.end(),
                                     [&](const auto& member) { return member.first == key; });
        groups[it == judged.strings.end() ? "" : it->second].push_back(&judged);
      }
      if (groups.size() == 1 && groups.contains(""))
        return fail(ErrorCode::kUsage, "--by: no labelled record has a string \"" + key + "\"");
      for (const auto& [value, chosen] : groups) add_rows(chosen, key, without_findings(value));
    }
    Confusion confusion;
    for (const Judged& judged : records_) add_confusion(judged.spans, confusion);
    std::string out;
    if (o_.format == "jsonl") {
      for (const EvalRow& row : rows_) append_eval_jsonl(row, out);
      if (o_.confusion) append_confusion_jsonl(confusion, out);
    } else {
      out = eval_table(rows_);
      if (o_.confusion) out += "\n" + confusion_table(confusion);
    }
    Result<OutputFile> file = OutputFile::open(o_.output.empty() ? "-" : o_.output, {.force = o_.force});
    if (!file) return fail(file);
    if (Status status = file->write(out); !status) return status;
    return file->commit();
  }

  // A value of --by may be an address: its shape then.
  std::string without_findings(const std::string& value) {
    if (o_.show_values || !tells_something(run_.plan().scan, run_.first_worker(), value)) return value;
    std::string shape;
    append_shape(value, shape);
    return shape;
  }

  Status write_errors() {
    if (!errors_) return {};
    std::string out;
    for (std::size_t i = 0; i < records_.size(); ++i) {
      for (const EvalError& error : errors_of(records_[i].spans)) append_error(error, raws_[i], out);
    }
    if (Status status = errors_->write(out); !status) return status;
    return errors_->commit();
  }

  struct Raw {
    std::string where, text;
  };

  void append_error(const EvalError& error, const Raw& raw, std::string& out) const {
    const auto text = [&](std::uint64_t begin, std::uint64_t end) {
      const std::string_view value = std::string_view(raw.text).substr(begin, end - begin);
      if (o_.show_values) return std::string(value);
      std::string shape;
      append_shape(value, shape);
      return shape;
    };
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", "privet.eval-error/1");
    json.member("place", as_utf8(raw.where));
    json.member("kind", error.kind);
    json.member("labelled", error.gold);
    json.member("found", error.found);
    json.member(o_.show_values ? "labelled_text" : "labelled_shape", text(error.gold_begin, error.gold_end));
    json.member(o_.show_values ? "found_text" : "found_shape", text(error.found_begin, error.found_end));
    json.end_object();
    out.push_back('\n');
  }

  [[nodiscard]] std::string summary() const {
    std::string out = fmt::format("{}, {} judged", count_of(records_.size(), "record"),
                                  judged_.size() == 1 ? "1 entity" : fmt::format("{} entities", judged_.size()));
    if (not_judged_ != 0)
      out += fmt::format("; left out: {} of entities that nobody labelled", count_of(not_judged_, "finding"));
    out += "\n";
    for (const std::string& entity : not_looked_for_)
      out += entity + " is labelled and was not looked for (--entities, --names)\n";
    return out;
  }

  Options o_;  // with what an eval decides by itself
  ScanRun run_;
  std::map<std::string, std::string> map_;
  std::vector<Judged> records_;
  std::vector<Raw> raws_;  // by record, if errors are wanted
  std::set<std::string> judged_, not_looked_for_;
  std::uint64_t not_judged_ = 0;
  std::vector<EvalRow> rows_;
  std::optional<OutputFile> errors_;
};

}  // namespace

ExitCode run_eval_verb(const Options& options) {
  install_signal_handlers();
  return EvalRun(options).run();
}

}  // namespace privet
