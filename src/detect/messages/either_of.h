// Places of two characters in a text, in order, each found by a fast search.
#pragma once

#include <algorithm>
#include <string_view>

namespace privet {

class EitherOf {
 public:
  EitherOf(std::string_view text, char first, char second) : text_(text), chars_{first, second} {}

  // The first from `at` on, which never falls; npos: none.
  std::size_t next(std::size_t at) {
    for (int i = 0; i < 2; ++i) {
      if (known_[i] == kUnknown || known_[i] < at) known_[i] = text_.find(chars_[i], at);
    }
    return std::min(known_[0], known_[1]);
  }

 private:
  static constexpr std::size_t kUnknown = std::string_view::npos - 1;
  std::string_view text_;
  char chars_[2];
  std::size_t known_[2] = {kUnknown, kUnknown};
};

}  // namespace privet
