// Any bytes as a row of CSV: read as the plain reader does, and patched so that
// every cell reads back as its text with the patches in it. The first three
// bytes of the input choose the delimiter, the operator and where findings are.
#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "record/csv_header.h"
#include "record/pointer.h"
#include "record/record_reader.h"
#include "redact/patch.h"
#include "support/csv_reference.h"
#include "support/exact_buffer.h"

namespace {

using namespace privet;

using Cells = std::vector<ReferenceCell>;

const RuleSet& rules() {
  static const RuleSet set = [] {
    RuleSet s;
    Rule rule;
    rule.id = "a";
    s.add(rule, "A");
    return s;
  }();
  return set;
}

void check_cells(const Record& record, const CsvHeader& header, const Cells& cells, RecordFormat format) {
  std::size_t at = 0;
  for (std::uint32_t column = 0; column < cells.size(); ++column) {
    const ReferenceCell& cell = cells[column];
    const bool listed = at < record.fields.size() && record.fields[at].ordinal == column;
    if (!listed) {
      PRIVET_CHECK(cell.text.empty() && column >= header.size());
      continue;
    }
    const Field& field = record.fields[at];
    PRIVET_CHECK(is_key(field.kind()) == (format == RecordFormat::kCsvHeader));
    PRIVET_CHECK(record.text(field).text() == cell.text);
    const auto escapes = record.escapes(field);
    for (std::uint32_t i = 0; i < cell.text.size(); ++i) {
      PRIVET_CHECK(escapes.to_source({i, i + 1}).begin == cell.from[i]);
      PRIVET_CHECK(escapes.to_derived(escapes.to_source({i, i + 1})).contains({i, i + 1}));
    }
    std::string room;
    std::string pointer;
    append_pointer_segment(header.name(column, room), pointer);
    PRIVET_CHECK(pointer_of(record, FieldIndex{static_cast<std::uint32_t>(at)}) == pointer);
    ++at;
  }
  PRIVET_CHECK(at == record.fields.size());
}

// Findings at the characters of each text that `seed` picks: at most one a cell.
std::vector<Finding> pick(const Record& record, std::uint8_t seed, Action action) {
  std::vector<Finding> findings;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    const std::string_view text = record.text(field).text();
    if (text.empty() || (seed + i) % 3 == 0) continue;
    std::uint32_t begin = (seed * 7U + i * 13U) % field.size;
    std::uint32_t end = begin + 1 + seed % 11U;
    if (seed % 5 == 0) begin = 0, end = field.size;
    end = std::min(end, field.size);
    while (begin > 0 && is_continuation(text[begin])) --begin;
    while (end < field.size && is_continuation(text[end])) ++end;
    Finding finding;
    finding.field = FieldIndex{i};
    finding.bytes = {begin, end};
    finding.raw = record.escapes(field).to_source(finding.bytes);
    finding.cp_begin = static_cast<std::uint32_t>(count_code_points(text.substr(0, begin)));
    finding.cp_end = finding.cp_begin + static_cast<std::uint32_t>(count_code_points(text.substr(begin, end - begin)));
    finding.action = action;
    findings.push_back(finding);
  }
  return findings;
}

// What a cell says after a replacement of known text.
void check_patched(const Record& record, const CsvHeader& header, const Cells& cells,
                   const std::vector<Finding>& findings, const RedactPlan& plan, std::optional<std::string> text) {
  Redactor redactor(rules());
  OffsetMapBuilder map;
  std::string out;
  redactor.apply(
      record, findings, plan, [](const Finding&) { return std::string("a"); }, out, map);
  PRIVET_CHECK(map.source_size() == record.raw.size() && map.derived_size() == out.size());
  const auto after = reference_cells(out, header.delimiter());
  PRIVET_CHECK(after && after->size() == cells.size());
  std::vector<bool> patched(cells.size());
  for (const Finding& f : findings) {
    const std::uint32_t column = record.field(f.field).ordinal;
    const std::string& before = cells[column].text;
    const std::string& now = (*after)[column].text;
    const std::string_view tail = std::string_view(before).substr(f.bytes.end);
    patched[column] = true;
    PRIVET_CHECK(now.starts_with(before.substr(0, f.bytes.begin)) && now.ends_with(tail));
    if (text) PRIVET_CHECK(now == before.substr(0, f.bytes.begin) + *text + std::string(tail));
  }
  for (std::size_t column = 0; column < cells.size(); ++column) {
    if (!patched[column]) PRIVET_CHECK((*after)[column].text == cells[column].text);
  }
  // It is still a row, and one row: a reader of lines must not stumble either.
  const bool blank = out.find_first_not_of(" \r") == std::string::npos;
  PRIVET_CHECK(findings.empty() || !blank);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 3) return 0;
  static auto* const reader = new RecordReader;
  constexpr char kDelimiters[] = {',', ';', '\t', '\0'};
  const char delimiter = kDelimiters[data[0] % 4];
  const ExactBuffer buffer({reinterpret_cast<const char*>(data) + 3, size - 3});
  const std::string_view row = buffer.text();
  const CsvHeader own(row, delimiter);
  const CsvHeader other("a,a,\"a_2\",,3", ',');
  for (const RecordFormat format : {RecordFormat::kCsvRow, RecordFormat::kCsvHeader}) {
    const CsvHeader& header = data[0] / 4 % 2 == 0 || delimiter != ',' ? own : other;
    Record record;
    const Read read = reader->read({format, &header}, row, {.every_leaf = true}, record);
    const auto cells = reference_cells(row, delimiter);
    PRIVET_CHECK(read.ok() == (cells && is_valid_utf8(row)));
    PRIVET_CHECK((read.damage == Damage::kInvalidUtf8) == !is_valid_utf8(row));
    if (!read.ok()) continue;
    check_cells(record, header, *cells, format);
    if (format == RecordFormat::kCsvHeader) continue;  // its patches are made to differ: see patch_csv_test.cc
    RedactPlan plan;
    if (data[1] / 3 % 2 == 1) plan.style = *PlaceholderStyle::parse("<{entity},;>");
    plan.mask_keep_last = data[1] / 6U % 4;
    const std::string placeholder = data[1] / 3 % 2 == 1 ? "<A,;>" : "<A>";
    const Action action = data[1] % 3 == 0 ? Action::kReplace : data[1] % 3 == 1 ? Action::kRedact : Action::kMask;
    check_patched(record, header, *cells, pick(record, data[2], action), plan,
                  action == Action::kReplace ? std::optional(placeholder) : std::nullopt);
  }
  return 0;
}
