// Redactor's part for rows of CSV: a row stays a row of as many cells, and each
// cell reads back as its text with the patches in it.
//
// What a cell keeps of its quotes, it keeps: inside them nothing that is written
// needs escaping. A cell without becomes quoted, its plain quotes doubled, where
// it would otherwise be read as something else.
#include "redact/patch_csv.h"

#include <algorithm>

#include "redact/patch.h"
#include "redact/patch_writer.h"

namespace privet {
namespace {

// All that may be a delimiter: what stands in a header decides which one is.
constexpr std::string_view kCutsCells = ",;\t\r\n";

// Up to `end`, every quote twice.
void copy_doubled(PatchWriter& writer, std::string_view raw, std::size_t end) {
  for (;;) {
    const std::size_t quote = std::min(raw.find('"', writer.at()), end);
    writer.copy_to(quote);
    if (quote == end) return;
    writer.replace(quote + 1, "\"\"");
  }
}

std::string doubled(std::string_view text) {
  std::string out;
  for (const char c : text) out.append(c == '"' ? 2 : 1, c);
  return out;
}

}  // namespace

std::uint32_t inner_closing_quote(const Record& row, const Field& field) {
  if (field.edit_count == 0) return kNoQuote;
  // It is the last edit, and the only kind that leaves nothing.
  const Edit& last = row.edits[field.edit_begin + field.edit_count - 1];
  return last.derived_size == 0 ? field.raw.begin + last.source_begin : kNoQuote;
}

void Redactor::write_row(const Job& job, std::string& out, OffsetMapBuilder& map) {
  const std::string_view raw = job.record.raw.text();
  PatchWriter writer(raw, out, map);
  for (std::size_t first = 0, last = 0; first < patches_.size(); first = last) {
    while (last < patches_.size() && patches_[last].field == patches_[first].field) ++last;
    write_cell(job, first, last, writer);
  }
  writer.copy_to(raw.size());
}

void Redactor::write_cell(const Job& job, std::size_t first, std::size_t last, PatchWriter& writer) {
  const std::string_view raw = job.record.raw.text();
  const Field& field = job.record.field(patches_[first].field);
  const std::uint32_t close = inner_closing_quote(job.record, field);
  const bool quote = needs_quotes(job, first, last);
  bool doubling = quote && !is_quoted_cell(job.record, field);  // what was plain is in quotes now
  if (doubling) {
    writer.copy_to(field.raw.begin);
    writer.replace(field.raw.begin, "\"");
  }
  const auto copy_to = [&](std::uint32_t end) {
    if (quote && !doubling && close < end) {
      writer.copy_to(close);
      writer.replace(close + 1, "");
      doubling = true;
    }
    doubling ? copy_doubled(writer, raw, end) : writer.copy_to(end);
  };
  for (std::size_t i = first; i < last; ++i) {
    const Patch& patch = patches_[i];
    copy_to(patch.raw.begin);
    std::string text = texts_.substr(patch.text_begin, patch.text_end - patch.text_begin);
    if (doubling) text = doubled(text);
    const bool closes = holds(patch.raw, close);
    if (closes && !quote) text += '"';
    writer.replace(patch.raw.end, text);
    doubling = doubling || (closes && quote);
  }
  if (!quote) return;
  copy_to(field.raw.end);
  writer.replace(field.raw.end, "\"");
}

// Whether what stands outside quotes in a cell must come into them.
bool Redactor::needs_quotes(const Job& job, std::size_t first, std::size_t last) {
  const Field& field = job.record.field(patches_[first].field);
  const bool quoted = is_quoted_cell(job.record, field);
  const std::uint32_t close = inner_closing_quote(job.record, field);
  if (quoted && close == kNoQuote) return false;
  std::uint32_t behind = close + 1;  // what comes to stand behind the inner closing quote
  char next = '\0';
  for (std::size_t i = first; i < last; ++i) {
    const Patch& patch = patches_[i];
    const std::string_view text = std::string_view(texts_).substr(patch.text_begin, patch.text_end - patch.text_begin);
    if (quoted && patch.raw.end <= close) continue;
    if (holds(patch.raw, close)) {
      behind = patch.raw.end;
      continue;
    }
    if (text.find_first_of(kCutsCells) != std::string_view::npos) return true;
    if (patch.raw.begin == behind && next == '\0') {
      behind = patch.raw.end;
      if (!text.empty()) next = text.front();
    }
  }
  if (next == '\0' && behind < field.raw.end) next = job.record.raw[behind];
  if (quoted && next == '"') return true;  // the two would be one
  const std::string_view cell = new_text(job, first, last);
  // A CR behind would belong to the line end, a quote in front would open the
  // cell, and a row of nothing else would be a blank line.
  if (cell.ends_with('\r')) return true;
  const bool only = field.raw == job.record.raw.whole();
  return !quoted && (cell.starts_with('"') || (only && cell.find_first_not_of(" \r") == std::string_view::npos));
}

}  // namespace privet
