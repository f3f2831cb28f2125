#include "cli/eval_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/json_write.h"
#include "report/finding_message.h"
#include "report/plain_text.h"

namespace privet {
namespace {

// ".973 (.951-.987)"
std::string shown(const Share& share) {
  return fmt::format("{:.3f} ({:.3f}-{:.3f})", share.value, share.interval.low, share.interval.high);
}

std::string plain(std::string_view text) {
  std::string out;
  append_plain(text, out);
  return out;
}

// With six places, so that no machine's last bit shows.
void write_share(JsonWriter& json, const std::string& name, double value) {
  json.key(name);
  json.raw(fmt::format("{:.6f}", value));
}

void write_share(JsonWriter& json, const std::string& name, const Share& share) {
  write_share(json, name, share.value);
  write_share(json, name + "_low", share.interval.low);
  write_share(json, name + "_high", share.interval.high);
}

}  // namespace

std::string eval_table(const std::vector<EvalRow>& rows) {
  std::size_t width = 6, group = 0;
  const auto group_of = [](const EvalRow& row) { return row.key.empty() ? "" : plain(row.key + "=" + row.value); };
  for (const EvalRow& row : rows) {
    width = std::max(width, plain(row.entity).size());
    group = std::max(group, group_of(row).size());
  }
  std::string out = fmt::format("{:<{}}  {:<{}} {:>6} {:>6} {:>6}  {:<19}  {:<19}  {:<19}  {:>5} {:>5}  {:>6}\n",
                                "entity", width, "", group, "gold", "found", "exact", "precision (95 %)",
                                "recall (95 %)", "F1 (95 %)", "oP", "oR", "alarms");
  for (const EvalRow& row : rows) {
    const Agreement& all = row.score.all;
    out += fmt::format("{:<{}}  {:<{}} {:>6} {:>6} {:>6}  {:<19}  {:<19}  {:<19}  {:>5.3f} {:>5.3f}  {:>6}\n",
                       plain(row.entity), width, group_of(row), group, all.gold, all.found, all.exact,
                       shown(row.score.precision), shown(row.score.recall), shown(row.score.f1),
                       row.score.overlap_precision, row.score.overlap_recall, all.false_alarms);
  }
  return out;
}

std::string confusion_table(const Confusion& confusion) {
  std::size_t width = 8;
  for (const auto& [pair, count] : confusion) width = std::max(width, plain(pair.first).size());
  std::string out = fmt::format("{:<{}}  {:>6}  {}\n", "labelled", width, "count", "found as");
  for (const auto& [pair, count] : confusion) {
    out += fmt::format("{:<{}}  {:>6}  {}\n", pair.first.empty() ? "(nothing)" : plain(pair.first), width, count,
                       pair.second.empty() ? "(missed)" : plain(pair.second));
  }
  return out;
}

void append_eval_jsonl(const EvalRow& row, std::string& out) {
  const Agreement& all = row.score.all;
  JsonWriter json(out);
  json.begin_object();
  json.member("schema", "privet.eval/1");
  json.member("entity", as_utf8(row.entity));
  json.member("key", as_utf8(row.key));
  json.member("value", as_utf8(row.value));
  json.member("records", row.records);
  json.member("gold", all.gold);
  json.member("found", all.found);
  json.member("exact", all.exact);
  write_share(json, "precision", row.score.precision);
  write_share(json, "recall", row.score.recall);
  write_share(json, "f1", row.score.f1);
  write_share(json, "overlap_precision", row.score.overlap_precision);
  write_share(json, "overlap_recall", row.score.overlap_recall);
  write_share(json, "overlap_f1", row.score.overlap_f1);
  json.member("false_alarms", all.false_alarms);
  json.member("false_records", all.false_records);
  json.end_object();
  out.push_back('\n');
}

void append_confusion_jsonl(const Confusion& confusion, std::string& out) {
  for (const auto& [pair, count] : confusion) {
    JsonWriter json(out);
    json.begin_object();
    json.member("schema", "privet.confusion/1");
    json.member("labelled", as_utf8(pair.first));
    json.member("found", as_utf8(pair.second));
    json.member("count", count);
    json.end_object();
    out.push_back('\n');
  }
}

std::vector<EvalError> errors_of(const ScoredRecord& record) {
  std::vector<EvalError> out;
  for (const LabelledSpan& gold : record.gold) {
    if (std::find(record.found.begin(), record.found.end(), gold) != record.found.end()) continue;
    EvalError error{.kind = "missed", .gold = gold.entity, .found = {}, .gold_begin = gold.begin, .gold_end = gold.end};
    const LabelledSpan* best = nullptr;
    for (const LabelledSpan& found : record.found) {
      if (shared_bytes(gold, found) == 0) continue;
      // One of its own entity says more than a longer one of another.
      if (best == nullptr || (found.entity == gold.entity) > (best->entity == gold.entity)) best = &found;
    }
    if (best != nullptr) {
      error.kind = best->entity == gold.entity ? "ends" : "entity";
      error.found = best->entity;
      error.found_begin = best->begin;
      error.found_end = best->end;
    }
    out.push_back(std::move(error));
  }
  for (const LabelledSpan& found : record.found) {
    const bool met = std::any_of(record.gold.begin(), record.gold.end(),
                                 [&](const LabelledSpan& gold) { return shared_bytes(gold, found) != 0; });
    if (!met)
      out.push_back(
          {.kind = "false", .gold = {}, .found = found.entity, .found_begin = found.begin, .found_end = found.end});
  }
  return out;
}

}  // namespace privet
