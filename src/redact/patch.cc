#include "redact/patch.h"

#include <algorithm>

#include "base/check.h"
#include "base/scratch.h"
#include "base/utf8.h"
#include "redact/keyed.h"
#include "redact/patch_csv.h"
#include "redact/patch_writer.h"

namespace privet {
namespace {

constexpr std::size_t kShortestKey = 3;  // shorter ones are not listed in a Record, and could be there unseen

// Letters, digits and `_`. Beyond ASCII everything but punctuation, which
// stands in a few blocks.
bool is_word(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
  if (c >= 0x2000 && c <= 0x206F) return false;
  if (c >= 0x3000 && c <= 0x3020) return false;
  return !((c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
           (c >= 0xFF3B && c <= 0xFF40 && c != 0xFF3F) || (c >= 0xFF5B && c <= 0xFF65));
}

bool ends_in_word(std::string_view text) {
  return !text.empty() && is_word(decode_utf8(text, previous_utf8(text, text.size())).code_point);
}

bool begins_with_word(std::string_view text) { return !text.empty() && is_word(decode_utf8(text, 0).code_point); }

}  // namespace

bool Redactor::apply(const Record& record, std::span<const Finding> findings, const RedactPlan& plan,
                     NormalFormOf normal_form_of, std::string& out, OffsetMapBuilder& map) {
  map.clear();
  const Job job{record, findings, plan, normal_form_of};
  collect(job);
  if (!patches_.empty()) write_texts(job);

  if (record.header != nullptr) {
    write_row(job, out, map);
    return !patches_.empty();
  }
  PatchWriter writer{record.raw.text(), out, map};
  for (const Patch& patch : patches_) {
    writer.copy_to(patch.raw.begin);
    writer.replace(patch.raw.end, std::string_view(texts_).substr(patch.text_begin, patch.text_end - patch.text_begin));
  }
  writer.copy_to(record.raw.size());
  const bool changed = !patches_.empty();
  empty_scratch(patches_);
  empty_scratch(texts_);
  return changed;
}

// Findings to patches: whole numbers, unions.
void Redactor::collect(const Job& job) {
  patches_.clear();
  for (std::size_t i = 0; i < job.findings.size(); ++i) {
    const Finding& f = job.findings[i];
    if (f.action == Action::kKeep) continue;
    const Field& field = job.record.field(f.field);
    Patch patch{.raw = f.raw, .bytes = f.bytes, .field = f.field, .winner = static_cast<std::uint32_t>(i)};
    if (field.kind() == FieldKind::kNumber) {
      patch.raw = field.raw;
      patch.bytes = {0, field.size};
    }
    PRIVET_CHECK(field.raw.contains(patch.raw));
    if (patch.raw.empty()) continue;
    patch.winner_size = patch.raw.size();
    patches_.push_back(patch);
  }
  const auto by_place = [](const Patch& a, const Patch& b) { return a.raw < b.raw; };
  if (!std::is_sorted(patches_.begin(), patches_.end(), by_place)) {
    std::stable_sort(patches_.begin(), patches_.end(), by_place);
  }

  std::size_t kept = 0;
  for (std::size_t i = 0; i < patches_.size(); ++i) {
    const Patch next = patches_[i];
    if (kept > 0) {
      Patch& last = patches_[kept - 1];
      const auto redacts = [&](const Patch& p) { return job.findings[p.winner].action == Action::kRedact; };
      // Two removals side by side leave one space, not two.
      const bool joined = next.raw.begin == last.raw.end && next.field == last.field && redacts(last) && redacts(next);
      if (next.raw.begin < last.raw.end || joined) {
        last.raw.end = std::max(last.raw.end, next.raw.end);
        last.bytes = {std::min(last.bytes.begin, next.bytes.begin), std::max(last.bytes.end, next.bytes.end)};
        if (next.winner_size > last.winner_size) {
          last.winner = next.winner;
          last.winner_size = next.winner_size;
        }
        last.alone = false;
        continue;
      }
    }
    patches_[kept++] = next;
  }
  patches_.resize(kept);
}

void Redactor::write_texts(const Job& job) {
  texts_.clear();
  if (!numbers_.empty()) {
    numbers_.clear();
    std::fill(counts_.begin(), counts_.end(), 0);
  }
  const auto in_key = [&](const Patch& p) { return is_key(job.record.field(p.field).kind()); };
  if (std::any_of(patches_.begin(), patches_.end(), in_key)) begin_keys(job);

  for (std::size_t first = 0, last = 0; first < patches_.size(); first = last) {
    while (last < patches_.size() && patches_[last].field == patches_[first].field) ++last;
    if (in_key(patches_[first])) {
      write_key(job, first, last);
    } else {
      write_field(job, first, last, 0, false);
    }
  }
}

// The replacements of one field, at the end of texts_. The first takes the
// suffix and, if so wanted, is a placeholder whatever its operator.
void Redactor::write_field(const Job& job, std::size_t first, std::size_t last, std::uint32_t suffix,
                           bool as_placeholder) {
  for (std::size_t i = first; i < last; ++i) {
    const Action action = job.findings[patches_[i].winner].action;
    patches_[i].text_begin = static_cast<std::uint32_t>(texts_.size());
    write_text(job, i, i == first && as_placeholder ? Action::kReplace : action, i == first ? suffix : 0);
    patches_[i].text_end = static_cast<std::uint32_t>(texts_.size());
  }
}

void Redactor::write_text(const Job& job, std::size_t at, Action action, std::uint32_t suffix) {
  const Patch& patch = patches_[at];
  const Finding& finding = job.findings[patch.winner];
  const std::string& entity = rules_->entity(finding.entity);
  if (job.record.field(patch.field).kind() == FieldKind::kNumber) {
    texts_ += "null";
    return;
  }
  PlaceholderParts parts;
  parts.suffix = suffix;
  switch (action) {
    case Action::kReplace:
      return job.plan.style.append(entity, parts, texts_);
    case Action::kNumber:
      parts.number = number_of(job, finding);
      return job.plan.style.append(entity, parts, texts_);
    case Action::kHash: {
      PRIVET_CHECK(job.plan.tokens != nullptr);
      const std::string token = job.plan.tokens->token(entity, job.normal_form_of(finding));
      parts.token = token;
      return job.plan.style.append(entity, parts, texts_);
    }
    case Action::kMask:
      texts_ += "***";
      append_tail(job, patch);
      break;
    case Action::kRedact:
      if (suffix == 0 && needs_space(job, at)) texts_ += ' ';
      break;
    case Action::kKeep:
      PRIVET_CHECK(!"a kept finding has no patch");
  }
  if (suffix != 0) texts_ += '_' + std::to_string(suffix);
}

// What `mask` keeps of a value.
void Redactor::append_tail(const Job& job, const Patch& patch) {
  const Finding& finding = job.findings[patch.winner];
  const Field& field = job.record.field(patch.field);
  const std::size_t keep = std::min<std::size_t>(job.plan.mask_keep_last, (finding.cp_end - finding.cp_begin) / 4);
  if (keep == 0 || !patch.alone || is_key(field.kind())) return;
  const std::string_view text = job.record.text(field).text();
  Span<FieldSpace> tail{patch.bytes.end, patch.bytes.end};
  for (std::size_t i = 0; i < keep; ++i) {
    tail.begin = static_cast<std::uint32_t>(previous_utf8(text, tail.begin));
    const unsigned char c = static_cast<unsigned char>(text[tail.begin]);
    if (c < 0x20 || c == 0x7F) return;
  }
  const auto escapes = job.record.escapes(field);
  // Half of it would stand in the quotes and half behind them.
  if (job.record.header != nullptr && holds(patch.raw, inner_closing_quote(job.record, field))) return;
  const Span<RecordSpace> raw = escapes.to_source(tail);
  // An edit of more than one character would show more than was asked for.
  if (escapes.to_derived(raw) == tail) texts_ += job.record.raw.slice(raw);
}

// Whether taking a patch out would join two words.
bool Redactor::needs_space(const Job& job, std::size_t at) const {
  const Patch& patch = patches_[at];
  const std::string_view text = job.record.text(job.record.field(patch.field)).text();
  std::string_view left = text.substr(0, patch.bytes.begin);
  std::string_view right = text.substr(patch.bytes.end);
  if (at > 0 && patches_[at - 1].raw.end == patch.raw.begin) {
    const Patch& before = patches_[at - 1];
    left = std::string_view(texts_).substr(before.text_begin, before.text_end - before.text_begin);
  }
  // What another patch writes never begins with a word character.
  if (at + 1 < patches_.size() && patches_[at + 1].raw.begin == patch.raw.end) right = {};
  return ends_in_word(left) && begins_with_word(right);
}

std::uint32_t Redactor::number_of(const Job& job, const Finding& finding) {
  const std::size_t entity = index(finding.entity);
  std::string name = std::to_string(entity) + ' ' + job.normal_form_of(finding);
  const auto [it, added] = numbers_.try_emplace(std::move(name), 0);
  if (added) {
    if (counts_.size() <= entity) counts_.resize(entity + 1);
    it->second = ++counts_[entity];
  }
  return it->second;
}

// Takes the names of all keys that stay, in objects where some do not.
void Redactor::begin_keys(const Job& job) {
  touched_.assign(job.record.containers.size(), 0);
  for (const Patch& patch : patches_) {
    const Field& field = job.record.field(patch.field);
    if (is_key(field.kind())) touched_[field.container] = 1;
  }
  const auto concerned = [&](const Field& f) { return is_key(f.kind()) && touched_[f.container] != 0; };
  names_.begin(static_cast<std::size_t>(std::count_if(job.record.fields.begin(), job.record.fields.end(), concerned)));
  auto patch = patches_.begin();
  for (std::size_t i = 0; i < job.record.fields.size(); ++i) {
    while (patch != patches_.end() && index(patch->field) < i) ++patch;
    const Field& field = job.record.fields[i];
    const bool patched = patch != patches_.end() && index(patch->field) == i;
    if (!patched && concerned(field)) names_.take(field.container, job.record.text(field).text());
  }
}

void Redactor::write_key(const Job& job, std::size_t first, std::size_t last) {
  const std::uint32_t object = job.record.field(patches_[first].field).container;
  const std::size_t begin = texts_.size();
  bool as_placeholder = false;
  const auto written = [&](std::uint32_t suffix) {
    texts_.resize(begin);
    write_field(job, first, last, suffix, as_placeholder);
    return new_text(job, first, last);
  };
  std::string name(written(0));
  if (name.size() < kShortestKey) {
    as_placeholder = true;
    name = written(0);
  }
  if (names_.take(object, name)) return;
  while (!names_.take(object, written(names_.next_suffix(object, name)))) {
  }
}

// A field's text with its patches as they are written now.
std::string_view Redactor::new_text(const Job& job, std::size_t first, std::size_t last) {
  const std::string_view text = job.record.text(job.record.field(patches_[first].field)).text();
  key_.clear();
  std::uint32_t at = 0;
  for (std::size_t i = first; i < last; ++i) {
    const Patch& patch = patches_[i];
    key_.append(text, at, patch.bytes.begin - at);
    key_.append(texts_, patch.text_begin, patch.text_end - patch.text_begin);
    at = patch.bytes.end;
  }
  key_.append(text, at);
  return key_;
}

}  // namespace privet
