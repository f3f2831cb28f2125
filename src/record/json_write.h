// A streaming writer for our own JSON: findings, ledgers, baselines.
//
// Appends to a string; commas and colons are its business, the right order of
// calls is the caller's. Text must be valid UTF-8. Output is compact and the
// same on every machine.
#pragma once

#include <charconv>
#include <concepts>
#include <string>
#include <string_view>

#include "base/check.h"

namespace privet {

// Appends `text` as JSON string content, without quotes. Only `"`, `\` and
// control characters below U+0020 are escaped.
void escape_json(std::string_view text, std::string& out);

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }

  void key(std::string_view name) {
    string(name);
    out_.push_back(':');
    comma_ = false;
  }
  void string(std::string_view text) {
    separate();
    out_.push_back('"');
    escape_json(text, out_);
    out_.push_back('"');
  }
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) void number(T value) { append(value); }
  // The shortest text that reads back as the same number; it must be finite.
  void number(double value);
  void boolean(bool value) { raw(value ? "true" : "false"); }
  void null() { raw("null"); }
  // A whole JSON value, as it is.
  void raw(std::string_view json) {
    separate();
    out_.append(json);
  }

  // The commonest lines of a document.
  void member(std::string_view name, std::string_view text) { key(name), string(text); }
  void member(std::string_view name, const char* text) { key(name), string(text); }
  void member(std::string_view name, bool value) { key(name), boolean(value); }
  void member(std::string_view name, double value) { key(name), number(value); }
  template <std::integral T>
  requires(!std::same_as<T, bool> && !std::same_as<T, char>) void member(std::string_view name, T value) {
    key(name), number(value);
  }

 private:
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    comma_ = false;
  }
  void close(char bracket) {
    out_.push_back(bracket);
    comma_ = true;
  }
  void separate() {
    if (comma_) out_.push_back(',');
    comma_ = true;
  }
  template <class T>
  void append(T value) {
    separate();
    char digits[32];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
    PRIVET_CHECK(error == std::errc{});
    out_.append(digits, end);
  }

  std::string& out_;
  bool comma_ = false;  // something stands before at this level
};

}  // namespace privet
