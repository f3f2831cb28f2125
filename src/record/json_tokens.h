// Where the tokens of a JSON text begin: simdjson's first stage.
//
// One SIMD pass (chosen at run time) that also checks UTF-8, unescaped control
// characters and unclosed strings. What the tokens mean, and whether they make
// a document, is RecordReader's business: the on-demand API on top of this
// stage skips what it is not asked for, and a redactor may skip nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace simdjson::internal {
class dom_parser_implementation;
}

namespace privet {

class JsonTokens {
 public:
  JsonTokens();
  ~JsonTokens();
  JsonTokens(const JsonTokens&) = delete;
  JsonTokens& operator=(const JsonTokens&) = delete;

  // False: not UTF-8, a control character in a string, a string without end,
  // or nothing but white space. Reads no byte behind `json`.
  [[nodiscard]] bool find(std::string_view json);

  // The offset of each token of the last find() that succeeded: each of
  // {}[]:, outside strings, each opening quote, and each beginning of anything
  // else. One more element behind them (not in the span) is json.size().
  [[nodiscard]] std::span<const std::uint32_t> begins() const { return begins_; }

  // Address space held, most of it never touched.
  [[nodiscard]] std::size_t capacity_bytes() const { return capacity_ * sizeof(std::uint32_t); }
  void release();

 private:
  std::unique_ptr<simdjson::internal::dom_parser_implementation> stage_;
  std::span<const std::uint32_t> begins_;
  std::size_t capacity_ = 0;
};

// "3.0.1": that this was built with.
[[nodiscard]] std::string simdjson_version();

// As is_valid_utf8, by SIMD.
[[nodiscard]] bool is_valid_utf8_fast(std::string_view text);

}  // namespace privet
