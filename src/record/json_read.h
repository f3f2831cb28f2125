// Reads our own small JSON documents: ledgers, labels, baselines.
//
// Strict where a mistake would be silent: equal keys in an object, lone
// surrogates and numbers that fit no type are errors. Values own their text.
// For records of a corpus see record_reader.h.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"

namespace privet {

class JsonValue;
class JsonWriter;
struct JsonMember;

class JsonValue {
 public:
  using Array = std::vector<JsonValue>;
  using Object = std::vector<JsonMember>;  // in document order

  JsonValue() = default;
  template <class T>
  explicit JsonValue(T value) : value_(std::move(value)) {}

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::nullptr_t>(value_); }
  // Null if the value is of another type.
  [[nodiscard]] const bool* boolean() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const std::string* string() const { return std::get_if<std::string>(&value_); }
  // Nothing if the value is no whole number, or a negative one.
  [[nodiscard]] std::optional<std::uint64_t> unsigned_integer() const;
  [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Object* object() const { return std::get_if<Object>(&value_); }
  [[nodiscard]] Array* array() { return std::get_if<Array>(&value_); }
  [[nodiscard]] Object* object() { return std::get_if<Object>(&value_); }

  // The member of an object; null if there is none, or this is no object.
  [[nodiscard]] const JsonValue* find(std::string_view key) const;

  // Members that must be there, with their type. Errors name the key; the
  // caller puts the file before it.
  [[nodiscard]] Result<std::string_view> get_string(std::string_view key) const;
  [[nodiscard]] Result<bool> get_bool(std::string_view key) const;
  [[nodiscard]] Result<std::int64_t> get_int(std::string_view key) const;
  [[nodiscard]] Result<std::uint64_t> get_uint(std::string_view key) const;
  [[nodiscard]] Result<double> get_number(std::string_view key) const;
  [[nodiscard]] Result<std::span<const JsonValue>> get_array(std::string_view key) const;
  [[nodiscard]] Result<const JsonValue*> get_object(std::string_view key) const;

 private:
  friend void write_json(const JsonValue& value, JsonWriter& json);

  // An integer is signed if it fits, so that each number has one form.
  std::variant<std::nullptr_t, bool, std::int64_t, std::uint64_t, double, std::string, Array, Object> value_;
};

struct JsonMember {
  std::string key;
  JsonValue value;
};

// One JSON document. `where` (a file, a line) begins the error message.
[[nodiscard]] Result<JsonValue> parse_json(std::string_view text, std::string_view where);

// Members in their order.
void write_json(const JsonValue& value, JsonWriter& json);

}  // namespace privet
