#include "record/record_reader.h"

#include <algorithm>

#include "base/check.h"
#include "record/json_grammar.h"
#include "record/unescape.h"

namespace privet {
namespace {

// What a reader keeps between records, and the size of a record that shows
// that the huge ones are over.
constexpr std::size_t kKeepBytes = std::size_t{16} << 20;
constexpr std::size_t kSmallRecord = std::size_t{1} << 20;

// Nothing that is looked for fits into less; but a letter and another or a
// digit are the code of a country or a language, which says whose numbers to
// expect, or tell where a record is from: "to", "dm", Reddit's "t4".
constexpr std::uint32_t kSmallestListed = 3;

bool is_code(std::string_view text) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  return text.size() == 2 && is_letter(text[0]) && (is_letter(text[1]) || is_digit(text[1]));
}

// From here on a string's escapes are counted before room is made for their
// edits; below, half of its bytes is near enough, and counting took a quarter
// of the reader's time.
constexpr std::size_t kCountFrom = std::size_t{256} << 10;

}  // namespace

RecordReader::RecordReader() : frames_(std::make_unique_for_overwrite<Frame[]>(kMaxDepth)) {}

std::size_t RecordReader::capacity_bytes() const {
  return tokens_.capacity_bytes() + fields_.capacity_bytes() + containers_.capacity_bytes() + edits_.capacity_bytes() +
         decoded_capacity_;
}

void RecordReader::begin(std::string_view raw) {
  if (raw.size() <= kSmallRecord && capacity_bytes() > kKeepBytes) {
    tokens_.release();
    fields_.release();
    containers_.release();
    edits_.release();
    decoded_.reset();
    decoded_capacity_ = 0;
  }
  raw_ = raw;
  fields_.truncate(0);
  containers_.truncate(0);
  edits_.truncate(0);
  decoded_size_ = 0;
  depth_ = 0;
  strings_ = 0;
  id_ = -1;
  key_ = {};
}

Read RecordReader::read(const RecordForm& form, std::string_view raw, const ReadOptions& options, Record& out) {
  PRIVET_CHECK((form.header != nullptr) ==
               (form.format == RecordFormat::kCsvHeader || form.format == RecordFormat::kCsvRow));
  begin(raw);
  options_ = &options;
  if (raw.size() > kMaxRecordBytes) return damaged(Damage::kTooLong, kMaxRecordBytes, out);
  if (form.header != nullptr) {
    const Read done = read_row(form);
    if (!done.ok()) return damaged(done.damage, done.at, out);
  } else if (form.format == RecordFormat::kText) {
    if (!is_valid_utf8_fast(raw)) return damaged(Damage::kInvalidUtf8, 0, out);  // which says where
    Field line;
    line.raw = {0, static_cast<std::uint32_t>(raw.size())};
    line.size = line.raw.size();
    line.kind_bits = static_cast<std::uint32_t>(FieldKind::kString);
    strings_ = 1;
    list(line, false);
  } else {
    if (!tokens_.find(raw)) return damaged(Damage::kNotJson, first_control_in_string(raw), out);
    const Read done = read_document();
    if (!done.ok()) return damaged(done.damage, done.at, out);
  }
  fill(out);
  out.header = form.header;
  return {};
}

void RecordReader::fill(Record& out) const {
  out.raw = Bytes<RecordSpace>(raw_);
  out.fields = fields_.values();
  out.containers = containers_.values();
  out.edits = edits_.values();
  out.decoded = {decoded_.get(), decoded_size_};
  out.strings = strings_;
  out.id = id_;
}

Read RecordReader::damaged(Damage damage, std::size_t at, Record& out) {
  out = Record{};
  // Which check fails first depends on simdjson's implementation for this CPU;
  // invalid UTF-8 anywhere is named as that, so the answer does not.
  if (damage != Damage::kTooLong) {
    const std::size_t valid = valid_utf8_prefix(raw_);
    if (valid != raw_.size()) return {Damage::kInvalidUtf8, static_cast<std::uint32_t>(valid)};
  }
  return {damage, static_cast<std::uint32_t>(at)};
}

std::uint32_t RecordReader::position() const {
  return token_ == tokens_end_ ? static_cast<std::uint32_t>(raw_.size()) : *token_;
}

// A token ends where the next begins, less the white space between them.
std::uint32_t RecordReader::token_end() const {
  std::uint32_t end = token_[1];
  while (is_json_space(raw_[end - 1])) --end;
  return end;
}

std::string_view RecordReader::text(const Field& field) const {
  return field.edit_count == 0 ? raw_.substr(field.raw.begin, field.size)
                               : std::string_view(decoded_.get() + field.decoded, field.size);
}

Read RecordReader::read_document() {
  token_ = tokens_.begins().data();
  tokens_end_ = token_ + tokens_.begins().size();
  next_backslash_ = std::min(raw_.find('\\'), raw_.size());
  on_id_path_ = options_->id_field.has_value();
  for (;;) {  // one value each time
    const char c = peek();
    if (c == '{' || c == '[') {
      if (const Read done = open_container(c == '{'); !done.ok()) return done;
      if (peek() != (c == '{' ? '}' : ']')) {
        if (const Read done = begin_member(frames_[depth_ - 1]); !done.ok()) return done;
        continue;
      }
    } else if (const Read done = read_scalar(); !done.ok()) {
      return done;
    }
    // A value has ended, or a container that was opened empty is about to.
    for (;;) {
      if (depth_ == 0) {
        if (token_ != tokens_end_) return {Damage::kNotJson, *token_};
        return {};
      }
      Frame& frame = frames_[depth_ - 1];
      const char next = peek();
      if (next == ',') {
        ++token_;
        ++frame.ordinal;
        if (const Read done = begin_member(frame); !done.ok()) return done;
        break;
      }
      if (next != (frame.is_object ? '}' : ']')) return {Damage::kNotJson, position()};
      ++token_;
      --depth_;
    }
  }
}

Read RecordReader::open_container(bool is_object) {
  if (depth_ == kMaxDepth) return {Damage::kTooDeep, *token_};
  const auto index = static_cast<std::uint32_t>(containers_.size());
  JsonNode container;
  container.is_object = is_object;
  if (depth_ > 0) {
    const Frame& parent = frames_[depth_ - 1];
    container.parent = parent.container;
    container.ordinal = parent.ordinal & 0x7FFFFFFF;
    if (parent.is_object) container.name = key_;
  }
  containers_.push(container);
  const bool on_id_path = on_id_path_ && depth_ < options_->id_field->segments.size();
  frames_[depth_++] = {.container = index, .ordinal = 0, .is_object = is_object, .on_id_path = on_id_path};
  ++token_;
  return {};
}

Read RecordReader::begin_member(const Frame& frame) {
  on_id_path_ = frame.on_id_path;
  if (!frame.is_object) {
    if (on_id_path_) on_id_path_ = element_index(options_->id_field->segments[depth_ - 1]) == frame.ordinal;
    return {};
  }
  if (peek() != '"') return {Damage::kNotJson, position()};
  Field key;
  if (const Read done = read_string(FieldKind::kKey, key); !done.ok()) return done;
  if (on_id_path_) on_id_path_ = text(key) == options_->id_field->segments[depth_ - 1];
  key_ = key.raw;
  list(key, false);
  if (peek() != ':') return {Damage::kNotJson, position()};
  ++token_;
  return {};
}

Read RecordReader::read_scalar() {
  const bool is_id = on_id_path_ && depth_ == options_->id_field->segments.size();
  const char c = peek();
  if (c == '"') {
    Field field;
    if (const Read done = read_string(FieldKind::kString, field); !done.ok()) return done;
    ++strings_;
    list(field, is_id);
    return {};
  }
  if (token_ == tokens_end_) return {Damage::kNotJson, position()};
  Field field;
  field.raw = {*token_, token_end()};
  field.size = field.raw.size();
  const std::string_view token = text(field);
  FieldKind kind = FieldKind::kNumber;
  if (c == '-' || (c >= '0' && c <= '9')) {
    if (!is_json_number(token)) return {Damage::kNotJson, *token_};
  } else if (token == "true" || token == "false") {
    kind = FieldKind::kBoolean;
  } else if (token == "null") {
    kind = FieldKind::kNull;
  } else {
    return {Damage::kNotJson, *token_};
  }
  ++token_;
  field.kind_bits = static_cast<std::uint32_t>(kind) & 0xF;
  if (depth_ > 0) {
    field.container = frames_[depth_ - 1].container;
    field.ordinal = frames_[depth_ - 1].ordinal & 0x0FFFFFFF;
  }
  if (kind == FieldKind::kNumber) {
    list(field, is_id);
  } else if (options_->every_leaf) {
    fields_.push(field);
  }
  return {};
}

Read RecordReader::read_string(FieldKind kind, Field& field) {
  // A token reaches to the next one, so the closing quote is found without
  // looking at the content.
  const std::uint32_t end = token_end();
  field.raw = {*token_ + 1, end - 1};
  if (end - *token_ < 2 || raw_[end - 1] != '"') return {Damage::kNotJson, *token_};
  field.size = field.raw.size();
  field.kind_bits = static_cast<std::uint32_t>(kind) & 0xF;
  if (depth_ > 0) {
    field.container = frames_[depth_ - 1].container;
    field.ordinal = frames_[depth_ - 1].ordinal & 0x0FFFFFFF;
  }
  ++token_;
  if (next_backslash_ >= field.raw.end) return {};
  return unescape_string(field);
}

// At the first escape of a record, when no text stands there yet. All texts
// together are never longer than the record.
void RecordReader::make_room_for_text() {
  if (decoded_capacity_ >= raw_.size()) return;
  assert(decoded_size_ == 0);
  decoded_capacity_ = std::max(raw_.size(), decoded_capacity_ * 2);
  decoded_.reset();
  decoded_ = std::make_unique_for_overwrite<char[]>(decoded_capacity_);
}

void RecordReader::take_text(const Unescaped& done, Field& field) {
  field.decoded = static_cast<std::uint32_t>(decoded_size_);
  field.size = done.size;
  field.edit_begin = static_cast<std::uint32_t>(edits_.size());
  field.edit_count = done.edits;
  decoded_size_ += done.size;
  edits_.added(done.edits);
}

Read RecordReader::unescape_string(Field& field) {
  make_room_for_text();
  const std::string_view content = text(field);
  const std::size_t room = content.size() < kCountFrom ? content.size() / 2 : count_backslashes(content);
  const Unescaped done = unescape(content, decoded_.get() + decoded_size_, edits_.room(room));
  if (!done.ok) return {Damage::kNotJson, field.raw.begin + done.bad_at};
  take_text(done, field);
  next_backslash_ = std::min(raw_.find('\\', field.raw.end), raw_.size());
  return {};
}

void RecordReader::list(const Field& field, bool is_id) {
  const bool code = field.size == 2 && field.kind() != FieldKind::kNumber && is_code(text(field));
  if (field.size < kSmallestListed && !code && !is_id && !options_->every_leaf) {
    if (field.edit_count != 0) {
      decoded_size_ = field.decoded;
      edits_.truncate(field.edit_begin);
    }
    return;
  }
  if (is_id) id_ = static_cast<std::int32_t>(fields_.size());
  fields_.push(field);
}

}  // namespace privet
