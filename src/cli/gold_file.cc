#include "cli/gold_file.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "record/json_grammar.h"
#include "record/json_read.h"
#include "record/json_tokens.h"
#include "record/json_write.h"
#include "record/pointer.h"
#include "record/record_reader.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 2> kTexts = {"text", "full_text"};
constexpr std::array<std::string_view, 3> kLists = {"spans", "entities", "labels"};
constexpr std::array<std::string_view, 2> kStarts = {"start", "start_position"};
constexpr std::array<std::string_view, 2> kEnds = {"end", "end_position"};
constexpr std::array<std::string_view, 3> kLabels = {"entity", "entity_type", "label"};

const JsonValue* find_any(const JsonValue& object, std::span<const std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (const JsonValue* value = object.find(key)) return value;
  }
  return nullptr;
}

// The raw text of a member of a JSON object; empty: there is none, or it is no object.
std::string_view raw_member(std::string_view object, std::string_view name) {
  JsonTokens tokens;
  if (!tokens.find(object)) return {};
  const std::span<const std::uint32_t> at = tokens.begins();
  const std::string quoted = "\"" + std::string(name) + "\"";
  std::size_t depth = 0, begin = 0;
  for (std::size_t i = 0; i < at.size(); ++i) {
    const char c = object[at[i]];
    const bool closes = c == '}' || c == ']';
    if (begin != 0 && depth == 1 && (c == ',' || closes)) {
      std::size_t end = at[i];
      while (is_json_space(object[end - 1])) --end;
      return object.substr(begin, end - begin);
    }
    if (depth == 1 && c == ':' && object.substr(at[i - 1], quoted.size()) == quoted && i + 1 < at.size())
      begin = at[i + 1];
    if (c == '{' || c == '[') ++depth;
    if (closes && depth-- == 0) return {};
  }
  return {};
}

class GoldReader {
 public:
  GoldReader(std::string_view line, std::string_view where) : line_(line), where_(where) {}

  Result<GoldRecord> read() {
    // A record may hold what no document of ours may (lone surrogates, equal keys), so it is looked at by itself.
    const std::string_view record = raw_member(line_, "record");
    std::string line(line_);
    if (!record.empty()) line.replace(static_cast<std::size_t>(record.data() - line_.data()), record.size(), "0");
    Result<JsonValue> value = parse_json(line, where_);
    if (!value) return fail(value);
    if (value->object() == nullptr) return wrong("a labelled record is a JSON object");
    for (const JsonMember& member : *value->object()) {
      if (const std::string* text = member.value.string()) out_.strings.emplace_back(member.key, *text);
    }
    Status done;
    if (value->find("record") != nullptr) {
      done = read_marked(record, *value);
    } else if (const JsonValue* text = find_any(*value, kTexts); text != nullptr && text->string() != nullptr) {
      done = read_spans(*text->string(), find_any(*value, kLists));
    } else {
      done = wrong(R"(neither "record" with marks nor "text" with "spans")");
    }
    if (!done) return fail(done);
    return std::move(out_);
  }

 private:
  [[nodiscard]] tl::unexpected<Error> wrong(const std::string& what) const {
    return fail(ErrorCode::kUsage, std::string(where_) + ": " + what);
  }

  Status read_marked(std::string_view rest, const JsonValue& line) {
    while (!rest.empty()) {
      const std::size_t begin = rest.find(kMarkBegin);
      const std::size_t end = rest.find(kMarkEnd);
      if (begin == std::string_view::npos && end == std::string_view::npos) break;
      const std::string_view inside = begin < end && end != std::string_view::npos
                                          ? rest.substr(begin + kMarkBegin.size(), end - begin - kMarkBegin.size())
                                          : std::string_view();
      const std::size_t colon = inside.find(':');
      if (colon == std::string_view::npos || inside.find(kMarkBegin) != std::string_view::npos)
        return wrong("a mark is not closed, nested, or no \u27E6ENTITY:value\u27E7");
      out_.raw.append(rest.substr(0, begin));
      const std::uint64_t at = out_.raw.size();
      out_.raw.append(inside.substr(colon + 1));
      out_.spans.push_back({std::string(inside.substr(0, colon)), at, out_.raw.size()});
      rest.remove_prefix(end + kMarkEnd.size());
    }
    out_.raw.append(rest);
    Record record;
    RecordReader reader;
    if (!reader.read(RecordFormat::kJson, out_.raw, {.every_leaf = true}, record).ok())
      return wrong("\"record\" without its marks is no JSON");
    for (const LabelledSpan& span : out_.spans) {
      const bool inside = std::any_of(record.fields.begin(), record.fields.end(), [&](const Field& field) {
        return (field.kind() == FieldKind::kString || is_key(field.kind())) && field.raw.begin <= span.begin &&
               span.end <= field.raw.end;
      });
      if (!inside || span.begin == span.end) return wrong("a mark of " + span.entity + " is empty or in no string");
    }
    return read_numbers(line, record);
  }

  Status read_numbers(const JsonValue& line, const Record& record) {
    const JsonValue* const list = line.find("gold");
    if (list == nullptr) return {};
    if (list->array() == nullptr) return wrong(R"("gold" must be an array)");
    for (const JsonValue& item : *list->array()) {
      const Result<std::string_view> pointer = item.get_string("pointer");
      const Result<std::string_view> entity = item.get_string("entity");
      if (!pointer || !entity) return wrong(R"("gold" must hold {"pointer": …, "entity": …})");
      std::optional<LabelledSpan> span;
      for (std::uint32_t i = 0; i < record.fields.size() && !span; ++i) {
        const Field& field = record.fields[i];
        if (field.kind() == FieldKind::kNumber && pointer_of(record, FieldIndex{i}) == *pointer)
          span = {std::string(*entity), field.raw.begin, field.raw.end};
      }
      if (!span) return wrong("\"gold\" names " + std::string(*pointer) + ", which is no number");
      out_.spans.push_back(std::move(*span));
    }
    return {};
  }

  Status read_spans(const std::string& text, const JsonValue* list) {
    if (list == nullptr || list->array() == nullptr) return wrong(R"("spans" must be an array)");
    // Where each code point begins in the record's bytes.
    std::vector<std::uint64_t> places;
    out_.raw = R"({"text":")";
    for (std::size_t at = 0; at < text.size();) {
      std::size_t end = at + 1;
      while (end < text.size() && is_continuation(text[end])) ++end;
      places.push_back(out_.raw.size());
      escape_json(std::string_view(text).substr(at, end - at), out_.raw);
      at = end;
    }
    places.push_back(out_.raw.size());
    out_.raw += "\"}";
    for (const JsonValue& item : *list->array()) {
      const std::optional<LabelledSpan> span = span_of(item);
      if (!span) return wrong("a span must have a start, an end and an entity");
      if (span->begin >= span->end || span->end >= places.size())
        return wrong("a span of " + span->entity + " is empty or leaves the text");
      out_.spans.push_back({span->entity, places[span->begin], places[span->end]});
    }
    return {};
  }

  // In code points.
  static std::optional<LabelledSpan> span_of(const JsonValue& item) {
    const JsonValue* parts[3] = {find_any(item, kStarts), find_any(item, kEnds), find_any(item, kLabels)};
    if (const JsonValue::Array* array = item.array(); array != nullptr && array->size() == 3)
      std::transform(array->begin(), array->end(), std::begin(parts), [](const JsonValue& part) { return &part; });
    if (parts[0] == nullptr || parts[1] == nullptr || parts[2] == nullptr || parts[2]->string() == nullptr)
      return std::nullopt;
    const std::optional<std::uint64_t> begin = parts[0]->unsigned_integer(), end = parts[1]->unsigned_integer();
    if (!begin || !end) return std::nullopt;
    return LabelledSpan{*parts[2]->string(), *begin, *end};
  }

  std::string_view line_, where_;
  GoldRecord out_;
};

}  // namespace

Result<GoldRecord> read_gold(std::string_view line, std::string_view where) { return GoldReader(line, where).read(); }

}  // namespace privet
