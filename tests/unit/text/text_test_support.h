// What the tests of text/ share: exact buffers, random texts over alphabets
// that hit the corners, and a run on every SIMD target.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "text/simd_target.h"

namespace privet::testing_text {

// A heap block that holds the text, `offset` bytes from its beginning, and
// ends with it: a sanitizer sees one byte too many.
class ExactBuffer {
 public:
  explicit ExactBuffer(std::string_view text, std::size_t offset = 0)
      : block_(new char[text.size() + offset]), text_(block_.get() + offset, text.size()) {
    if (!text.empty()) std::memcpy(block_.get() + offset, text.data(), text.size());
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::unique_ptr<char[]> block_;
  std::string_view text_;
};

using Random = std::mt19937;

inline std::string random_text(Random& random, const std::vector<std::string_view>& alphabet, std::size_t pieces) {
  std::string text;
  std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
  for (std::size_t i = 0; i < pieces; ++i) text += alphabet[pick(random)];
  return text;
}

// Calls body(name) with the kernels forced to each target in turn.
template <class Body>
void on_every_target(Body body) {
  for (const std::string& name : simd_target_names()) {
    set_simd_target_for_test(name);
    body(name);
  }
  set_simd_target_for_test("");
}

}  // namespace privet::testing_text
