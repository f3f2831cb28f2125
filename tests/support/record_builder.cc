#include "support/record_builder.h"

#include "base/check.h"
#include "base/utf8.h"

namespace privet {
namespace {

class Parser {
 public:
  explicit Parser(TestRecord& out) : out_(out), text_(out.raw) {}
  void run() {
    value(kNoContainer, 0, {});
    space();
    PRIVET_CHECK(at_ == text_.size());
  }

 private:
  void space() {
    while (at_ < text_.size() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  char peek() {
    space();
    PRIVET_CHECK(at_ < text_.size());
    return text_[at_];
  }
  void expect(char c) {
    PRIVET_CHECK(peek() == c);
    ++at_;
  }
  std::uint32_t here() const { return static_cast<std::uint32_t>(at_); }

  void value(std::uint32_t container, std::uint32_t ordinal, Span<RecordSpace> name) {
    const char c = peek();
    if (c == '{' || c == '[') return members(container, ordinal, name, c == '{');
    if (c == '"') {
      string(container, ordinal, FieldKind::kString);
      return;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && std::string_view(" ,]}\t\r\n").find(text_[at_]) == std::string_view::npos) ++at_;
    PRIVET_CHECK(at_ > begin);
    if (c == '-' || (c >= '0' && c <= '9'))
      add(static_cast<std::uint32_t>(begin), container, ordinal, FieldKind::kNumber);
  }

  void members(std::uint32_t parent, std::uint32_t ordinal, Span<RecordSpace> name, bool object) {
    const auto self = static_cast<std::uint32_t>(out_.containers.size());
    out_.containers.push_back({parent, ordinal & 0x7FFFFFFF, object, name});
    const char close = object ? '}' : ']';
    ++at_;
    for (std::uint32_t n = 0; peek() != close; ++n) {
      if (n > 0) expect(',');
      Span<RecordSpace> key;
      if (object) {
        peek();
        key = string(self, n, FieldKind::kKey);
        expect(':');
      }
      value(self, n, key);
    }
    ++at_;
  }

  Field& add(std::uint32_t begin, std::uint32_t container, std::uint32_t ordinal, FieldKind kind) {
    Field f;
    f.raw = {begin, here()};
    f.size = f.raw.size();
    f.container = container;
    f.ordinal = ordinal & 0xFFFFFFF;
    f.kind_bits = static_cast<std::uint32_t>(kind) & 0xF;
    out_.fields.push_back(f);
    return out_.fields.back();
  }

  char32_t hex4() {
    const auto unit = static_cast<char32_t>(std::stoul(std::string(text_.substr(at_ + 2, 4)), nullptr, 16));
    at_ += 6;
    return unit;
  }

  Span<RecordSpace> string(std::uint32_t container, std::uint32_t ordinal, FieldKind kind) {
    expect('"');
    const std::size_t begin = at_;
    const auto decoded_begin = static_cast<std::uint32_t>(out_.decoded.size());
    OffsetMapBuilder map;
    while (text_[at_] != '"') {
      if (text_[at_] != '\\') {
        out_.decoded += text_[at_++];
        map.copied(1);
        continue;
      }
      const std::size_t escape = at_;
      const std::size_t before = out_.decoded.size();
      const char c = text_[at_ + 1];
      if (c == 'u') {
        char32_t unit = hex4();
        if (unit >= 0xD800 && unit < 0xDC00 && text_.substr(at_, 2) == "\\u") {
          unit = 0x10000 + ((unit - 0xD800) << 10) + (hex4() - 0xDC00);
        }
        append_utf8(out_.decoded, unit);
      } else {
        const std::string_view from = "bfnrt", to = "\b\f\n\r\t";
        const std::size_t known = from.find(c);
        out_.decoded += known == std::string_view::npos ? c : to[known];
        at_ += 2;
      }
      map.replaced(at_ - escape, out_.decoded.size() - before, EditFlag::kEscape);
    }
    Field& f = add(static_cast<std::uint32_t>(begin), container, ordinal, kind);
    ++at_;
    if (!map.edits().empty()) {
      f.decoded = decoded_begin;
      f.size = map.derived_size();
      f.edit_begin = static_cast<std::uint32_t>(out_.edits.size());
      f.edit_count = static_cast<std::uint32_t>(map.edits().size());
      out_.edits.insert(out_.edits.end(), map.edits().begin(), map.edits().end());
    }
    return f.raw;
  }

  TestRecord& out_;
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

Record TestRecord::record() const {
  Record r;
  r.raw = Bytes<RecordSpace>(raw);
  r.fields = fields;
  r.containers = containers;
  r.edits = edits;
  r.decoded = decoded;
  return r;
}

Finding TestRecord::at(FieldIndex field, Span<FieldSpace> bytes, EntityIndex entity, Action action) const {
  const Record r = record();
  const Field& in = r.field(field);
  const std::string_view text = r.text(in).text();
  Finding f;
  f.field = field;
  f.entity = entity;
  f.view = {bytes.begin, bytes.end};
  f.bytes = bytes;
  f.cp_begin = static_cast<std::uint32_t>(count_code_points(text.substr(0, bytes.begin)));
  f.cp_end = static_cast<std::uint32_t>(count_code_points(text.substr(0, bytes.end)));
  f.raw = r.escapes(in).to_source(bytes);
  f.score = 0.9F;
  f.action = action;
  return f;
}

Finding TestRecord::find(std::string_view value, EntityIndex entity, Action action, std::size_t nth) const {
  const Record r = record();
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const std::string_view text = r.text(fields[i]).text();
    for (std::size_t at = text.find(value); at != std::string_view::npos; at = text.find(value, at + 1)) {
      if (nth-- > 0) continue;
      const auto begin = static_cast<std::uint32_t>(at);
      return this->at(FieldIndex{static_cast<std::uint32_t>(i)},
                      {begin, begin + static_cast<std::uint32_t>(value.size())}, entity, action);
    }
  }
  PRIVET_CHECK(!"the value is in the record");
  return {};
}

TestRecord json_record(std::string_view json) {
  TestRecord r;
  r.raw = json;
  Parser(r).run();
  return r;
}

TestRecord text_record(std::string_view line) {
  TestRecord r;
  r.raw = line;
  Field f;
  f.raw = {0, static_cast<std::uint32_t>(line.size())};
  f.size = f.raw.size();
  f.kind_bits = static_cast<std::uint32_t>(FieldKind::kString) & 0xF;
  r.fields.push_back(f);
  return r;
}

}  // namespace privet
