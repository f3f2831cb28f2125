// What a whole record tells about the places in it: which countries' numbers
// to expect.
//
// Gathered once per record, and only when a validator asks, which is seldom:
// most suspects fall for other reasons. Evidence is a number with `+`, a
// country-code domain, a locale or region field, the language and script of
// the text, and --default-region.
#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/function_ref.h"

namespace privet {

// A set of ISO 3166-1 alpha-2 codes, by position in the square of letters.
class CountrySet {
 public:
  void add(std::string_view code) {
    if (is_code(code)) bits_.set(slot(code));
  }
  [[nodiscard]] bool has(std::string_view code) const { return is_code(code) && bits_.test(slot(code)); }
  [[nodiscard]] bool empty() const { return bits_.none(); }
  void merge(const CountrySet& other) { bits_ |= other.bits_; }
  void clear() { bits_.reset(); }

 private:
  static constexpr bool is_code(std::string_view c) {
    return c.size() == 2 && c[0] >= 'A' && c[0] <= 'Z' && c[1] >= 'A' && c[1] <= 'Z';
  }
  static constexpr std::size_t slot(std::string_view c) {
    return static_cast<std::size_t>(c[0] - 'A') * 26 + static_cast<std::size_t>(c[1] - 'A');
  }
  std::bitset<676> bits_;
};

class RecordContext {
 public:
  RecordContext() = default;
  explicit RecordContext(const CountrySet& known) : known_(known) {}
  // `gather` is called at the first question and must outlive the context.
  explicit RecordContext(FunctionRef<const CountrySet&()> gather) : gather_(gather) {}

  // Whose numbers to expect.
  [[nodiscard]] const CountrySet& countries() const { return gather_ ? (*gather_)() : known_; }

 private:
  CountrySet known_;
  std::optional<FunctionRef<const CountrySet&()>> gather_;
};

}  // namespace privet
