#include "pipeline/ledger.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/check.h"
#include "record/json_write.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, kWithheldReasons> kReasonNames = {"not_json", "invalid_utf8",      "too_long",
                                                                         "too_deep", "too_many_findings", "not_csv"};

constexpr std::array<std::string_view, kMessageActions> kFateNames = {"kept", "blanked", "dropped", "quarantined"};

struct EntityCounts {
  std::uint64_t found = 0, reserved = 0, redacted = 0;
};

std::uint64_t at(const std::vector<std::uint64_t>& sums, std::size_t i) { return i < sums.size() ? sums[i] : 0; }

void write_pairs(JsonWriter& json, std::string_view key, const Ledger::Pairs& pairs) {
  json.key(key);
  json.begin_object();
  for (const auto& [name, value] : pairs) json.member(name, value);
  json.end_object();
}

void write_entities(JsonWriter& json, const Ledger& ledger, const Counts& counts,
                    const std::vector<std::string>& always) {
  std::map<std::string_view, EntityCounts> by_name;
  for (const std::string& name : always) by_name[name];
  for (std::size_t i = 0; i < counts.findings.size(); ++i) {
    if (counts.findings[i] == 0) continue;
    PRIVET_CHECK(i < ledger.entities.size());
    EntityCounts& sums = by_name[ledger.entities[i]];
    sums.found += counts.findings[i];
    sums.reserved += at(counts.reserved_findings, i);
    sums.redacted += at(counts.redacted, i);
  }
  json.key("entities");
  json.begin_array();
  for (const auto& [name, sums] : by_name) {
    json.begin_object();
    json.member("entity", name);
    json.member("found", sums.found);
    json.member("reserved", sums.reserved);
    json.member("redacted", sums.redacted);
    json.end_object();
  }
  json.end_array();
}

template <class Sums, class Names>
void write_sums(JsonWriter& json, std::string_view key, const Sums& sums, const Names& names) {
  json.key(key);
  json.begin_object();
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i] > 0) json.member(names[i].empty() ? "none" : names[i], sums[i]);
  }
  json.end_object();
}

void write_messages(JsonWriter& json, const MessageCounts& counts) {
  json.key("messages");
  json.begin_object();
  json.member("judged", counts.judged);
  json.member("private", counts.private_messages());
  json.member("embedded", counts.embedded);
  write_sums(json, "by_class", counts.by_class, kMessageClasses);
  write_sums(json, "by_platform", counts.by_platform, kPlatforms);
  json.key("actions");
  json.begin_object();
  for (std::size_t i = 0; i < kMessageActions; ++i) json.member(kFateNames[i], counts.by_action[i]);
  json.end_object();
  json.key("decisions");
  json.begin_object();
  for (std::size_t i = 0; i < kDecisions; ++i) json.member(kDecisionNames[i], counts.by_decision[i]);
  json.end_object();
  json.end_object();
}

void write_shapes(JsonWriter& json, const std::vector<SettledShape>& shapes) {
  json.key("shapes");
  json.begin_array();
  for (const SettledShape& shape : shapes) {
    json.begin_object();
    json.member("is", shape.is_private ? "private" : "public");
    json.member("records", shape.counts.records);
    json.member("private", shape.counts.for_private);
    json.member("public", shape.counts.for_public);
    json.key("keys");
    json.begin_array();
    for (const std::string& key : shape.keys) json.string(key);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_providers(JsonWriter& json, const std::vector<Provider>& providers) {
  json.key("providers");
  json.begin_array();
  for (const Provider& one : providers) {
    json.begin_object();
    json.member("key", one.key);
    json.member("value", one.value);
    json.member("class", class_name(one.message_class));
    json.member("count", one.count);
    json.end_object();
  }
  json.end_array();
}

void write_attributes(JsonWriter& json, const AttributeCounts& counts) {
  json.key("attributes");
  json.begin_object();
  json.member("lines", counts.lines);
  json.member("findings_elsewhere", counts.findings_elsewhere);
  json.member("ids_with_findings", counts.ids_with_findings);
  json.end_object();
}

void write_counts(JsonWriter& json, const Ledger& ledger, const Counts& counts,
                  const std::vector<std::string>& always) {
  json.member("bytes", counts.bytes_in);
  json.member("records", counts.records);
  json.member("scanned", counts.scanned);
  json.key("withheld");
  json.begin_object();
  for (std::size_t i = 0; i < kWithheldReasons; ++i) json.member(kReasonNames[i], counts.withheld[i]);
  json.end_object();
  json.member("withheld_left_out", counts.withheld_left_out);
  json.member("records_out", counts.records_out);
  json.member("blank_lines", counts.blank_lines);
  json.member("records_changed", counts.records_changed);
  json.member("records_without_field", counts.records_without_field);
  json.member("strings_outside_fields", counts.strings_outside_fields);
  if (ledger.has_attributes) write_attributes(json, counts.attributes);
  write_entities(json, ledger, counts, always);
  write_messages(json, counts.messages);
}

void write_file(JsonWriter& json, const Ledger& ledger, const LedgerFile& file) {
  json.begin_object();
  json.member("name", file.name);
  json.member("read", file.reason.empty());
  json.member("reason", file.reason);
  json.member("container", file.container);
  json.member("digest", file.digest);
  write_counts(json, ledger, file.counts, {});
  write_shapes(json, file.shapes);
  json.end_object();
}

bool is_balanced(const MessageCounts& counts, std::uint64_t scanned) {
  std::uint64_t all = 0, of_private_classes = 0;
  for (std::size_t i = 0; i < counts.by_class.size(); ++i) {
    all += counts.by_class[i];
    if (is_private(MessageClass{static_cast<std::uint8_t>(i)})) of_private_classes += counts.by_class[i];
  }
  std::uint64_t acted_on = 0, decided = 0;
  for (const std::uint64_t n : counts.by_action) acted_on += n;
  for (const std::uint64_t n : counts.by_decision) decided += n;
  if (decided != 0 && decided != counts.private_messages()) return false;
  return all == counts.judged && acted_on == counts.private_messages() &&
         of_private_classes == counts.private_messages() && counts.judged <= scanned;
}

bool parts_fit(const std::vector<std::uint64_t>& parts, const std::vector<std::uint64_t>& wholes) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i] > at(wholes, i)) return false;
  }
  return true;
}

}  // namespace

std::string_view ledger_reason(const FileOutcome& outcome) {
  const bool io = outcome.error && outcome.error->code == ErrorCode::kIo;
  switch (outcome.fate) {
    case FileFate::kRead:
      return "";
    case FileFate::kNotReached:
      return "the run ended before";
    case FileFate::kPartly:
      return "read in part";
    case FileFate::kBinary:
      return "binary";
    case FileFate::kNotRead:
      return io ? "cannot be opened" : "format not supported";
    case FileFate::kDamaged:
      return io ? "read error" : "damaged";
  }
  return "";
}

std::string_view ledger_name(Container container) {
  switch (container) {
    case Container::kAuto:
      return "";
    case Container::kJsonl:
      return "jsonl";
    case Container::kJson:
      return "json";
    case Container::kCsv:
      return "csv";
    case Container::kText:
      return "text";
  }
  return "";
}

bool is_balanced(const Counts& counts, bool writes_records) {
  const std::uint64_t left_out = counts.withheld_left_out + counts.messages.left_out();
  if (writes_records && counts.records != counts.records_out + left_out) return false;
  return counts.withheld_left_out <= counts.withheld_in_all() &&
         counts.records == counts.scanned + counts.withheld_in_all() && counts.records_changed <= counts.scanned &&
         counts.records_without_field <= counts.scanned && parts_fit(counts.reserved_findings, counts.findings) &&
         parts_fit(counts.redacted, counts.findings) && is_balanced(counts.messages, counts.scanned);
}

std::string write_ledger(const Ledger& ledger) {
  const bool writes = ledger.verb == "redact";
  bool balanced = true;
  Counts totals;
  std::uint64_t read = 0;
  std::map<std::string_view, std::uint64_t> not_read;
  for (const LedgerFile& file : ledger.files) {
    balanced = balanced && is_balanced(file.counts, writes);
    if (ledger.has_attributes)
      balanced = balanced && file.counts.attributes.lines == file.counts.records + file.counts.blank_lines;
    totals.add(file.counts);
    if (file.reason.empty())
      ++read;
    else
      ++not_read[file.reason];
  }
  std::uint64_t seen = read;
  for (const auto& [reason, files] : not_read) seen += files;
  balanced = balanced && is_balanced(totals, writes) && seen == ledger.files.size();
  PRIVET_CHECK(balanced);

  // A line a file and a part, for people and for diff.
  std::string out;
  JsonWriter json(out);
  const auto new_line = [&out] { out += '\n'; };
  json.begin_object();
  json.member("schema", "privet.ledger/1");
  new_line();
  json.key("program");
  json.begin_object();
  json.member("name", "privet");
  json.member("version", ledger.version);
  json.member("rules", ledger.rules);
  write_pairs(json, "libraries", ledger.libraries);
  json.end_object();
  new_line();
  json.member("verb", ledger.verb);
  write_pairs(json, "options", ledger.options);
  new_line();
  json.key("files");
  json.begin_array();
  for (const LedgerFile& file : ledger.files) {
    new_line();
    write_file(json, ledger, file);
  }
  json.end_array();
  new_line();
  json.key("not_looked_at");
  json.begin_object();
  json.member("hidden", ledger.hidden);
  json.member("links", ledger.links);
  json.member("other_files", ledger.other_files);
  json.end_object();
  new_line();
  json.key("totals");
  json.begin_object();
  json.member("files_seen", ledger.files.size());
  json.member("files_read", read);
  json.key("files_not_read");
  json.begin_object();
  for (const auto& [reason, files] : not_read) json.member(reason, files);
  json.end_object();
  write_counts(json, ledger, totals, ledger.looked_for);
  write_providers(json, ledger.providers);
  json.end_object();
  new_line();
  json.member("balanced", balanced);
  json.end_object();
  out += '\n';
  return out;
}

}  // namespace privet
