#include "record/json_read.h"

#include <simdjson.h>

#include <algorithm>

#include "record/json_write.h"

namespace privet {
namespace {

namespace dom = simdjson::dom;

// False: an object has two equal keys. Depth is bounded by the parser's own
// limit.
bool convert(dom::element from, JsonValue& to);

bool convert_object(dom::object from, JsonValue& to) {
  JsonValue::Object members;
  members.reserve(from.size());
  for (const dom::key_value_pair member : from) {
    JsonMember& made = members.emplace_back();
    made.key = member.key;
    if (!convert(member.value, made.value)) return false;
  }
  std::vector<std::string_view> keys;
  keys.reserve(members.size());
  for (const JsonMember& member : members) keys.push_back(member.key);
  std::sort(keys.begin(), keys.end());
  if (std::adjacent_find(keys.begin(), keys.end()) != keys.end()) return false;
  to = JsonValue(std::move(members));
  return true;
}

bool convert_array(dom::array from, JsonValue& to) {
  JsonValue::Array values;
  values.reserve(from.size());
  for (const dom::element value : from) {
    if (!convert(value, values.emplace_back())) return false;
  }
  to = JsonValue(std::move(values));
  return true;
}

bool convert(dom::element from, JsonValue& to) {
  switch (from.type()) {
    case dom::element_type::OBJECT:
      return convert_object(dom::object(from), to);
    case dom::element_type::ARRAY:
      return convert_array(dom::array(from), to);
    case dom::element_type::STRING:
      to = JsonValue(std::string(std::string_view(from)));
      break;
    case dom::element_type::INT64:
      to = JsonValue(std::int64_t(from));
      break;
    case dom::element_type::UINT64:
      to = JsonValue(std::uint64_t(from));
      break;
    case dom::element_type::DOUBLE:
      to = JsonValue(double(from));
      break;
    case dom::element_type::BOOL:
      to = JsonValue(bool(from));
      break;
    case dom::element_type::NULL_VALUE:
      to = JsonValue();
      break;
  }
  return true;
}

tl::unexpected<Error> expected(std::string_view key, std::string_view what) {
  return fail(ErrorCode::kData, "'" + std::string(key) + "' is missing or not " + std::string(what));
}

}  // namespace

const JsonValue* JsonValue::find(std::string_view key) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const auto it = std::find_if(members->begin(), members->end(), [&](const JsonMember& m) { return m.key == key; });
  return it == members->end() ? nullptr : &it->value;
}

Result<std::string_view> JsonValue::get_string(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found == nullptr || found->string() == nullptr) return expected(key, "a string");
  return std::string_view(*found->string());
}

Result<bool> JsonValue::get_bool(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found == nullptr || found->boolean() == nullptr) return expected(key, "true or false");
  return *found->boolean();
}

Result<std::int64_t> JsonValue::get_int(std::string_view key) const {
  const JsonValue* found = find(key);
  const auto* value = found == nullptr ? nullptr : std::get_if<std::int64_t>(&found->value_);
  if (value == nullptr) return expected(key, "a whole number");
  return *value;
}

std::optional<std::uint64_t> JsonValue::unsigned_integer() const {
  if (const auto* value = std::get_if<std::uint64_t>(&value_)) return *value;
  const auto* small = std::get_if<std::int64_t>(&value_);
  if (small == nullptr || *small < 0) return std::nullopt;
  return static_cast<std::uint64_t>(*small);
}

Result<std::uint64_t> JsonValue::get_uint(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found != nullptr) {
    if (const std::optional<std::uint64_t> value = found->unsigned_integer()) return *value;
  }
  return expected(key, "a whole number that is not negative");
}

Result<double> JsonValue::get_number(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found != nullptr) {
    if (const auto* value = std::get_if<double>(&found->value_)) return *value;
    if (const auto* value = std::get_if<std::int64_t>(&found->value_)) return static_cast<double>(*value);
    if (const auto* value = std::get_if<std::uint64_t>(&found->value_)) return static_cast<double>(*value);
  }
  return expected(key, "a number");
}

Result<std::span<const JsonValue>> JsonValue::get_array(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found == nullptr || found->array() == nullptr) return expected(key, "an array");
  return std::span<const JsonValue>(*found->array());
}

Result<const JsonValue*> JsonValue::get_object(std::string_view key) const {
  const JsonValue* found = find(key);
  if (found == nullptr || found->object() == nullptr) return expected(key, "an object");
  return found;
}

Result<JsonValue> parse_json(std::string_view text, std::string_view where) {
  dom::parser parser;
  dom::element root;
  // simdjson copies the text to get the padding it needs.
  if (const simdjson::error_code error = parser.parse(text.data(), text.size(), true).get(root)) {
    return fail(ErrorCode::kData,
                std::string(where) + ": not a JSON document (" + simdjson::error_message(error) + ")");
  }
  JsonValue value;
  if (!convert(root, value)) {
    return fail(ErrorCode::kData, std::string(where) + ": an object has the same key twice");
  }
  return value;
}

void write_json(const JsonValue& value, JsonWriter& json) {
  if (value.is_null()) return json.null();
  if (const bool* flag = value.boolean()) return json.boolean(*flag);
  if (const std::string* text = value.string()) return json.string(*text);
  if (const auto* number = std::get_if<std::int64_t>(&value.value_)) return json.number(*number);
  if (const auto* number = std::get_if<std::uint64_t>(&value.value_)) return json.number(*number);
  if (const auto* number = std::get_if<double>(&value.value_)) return json.number(*number);
  if (const JsonValue::Array* array = value.array()) {
    json.begin_array();
    for (const JsonValue& element : *array) write_json(element, json);
    return json.end_array();
  }
  json.begin_object();
  for (const JsonMember& member : *value.object()) {
    json.key(member.key);
    write_json(member.value, json);
  }
  json.end_object();
}

}  // namespace privet
