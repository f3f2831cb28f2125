// What an option accepts, and the words in which it refuses anything else.
//
// No message repeats the value: it may be a secret that was typed in the wrong
// place.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace privet {

struct Accept {
  // Returns what is wrong ("must be ..."), or nothing. May rewrite the value.
  std::function<std::string(std::string& value)> check;
  std::vector<std::string> words = {};  // all that are accepted; empty: no closed list
};

// "a, b or c".
[[nodiscard]] std::string list_of(const std::vector<std::string>& names, std::string_view last = "or");

// Refuses with the list, and the nearest of it where that is likely meant.
[[nodiscard]] Accept one_of(std::vector<std::string> names);
[[nodiscard]] Accept whole_number(std::uint64_t least, std::uint64_t most);
[[nodiscard]] Accept number(double least, double most);
// "64MiB" and "64M" are 64 times 2^20, "64MB" is 64 times 10^6, as in GNU's
// tools. Rewrites the value as digits.
//   range: in words
[[nodiscard]] Accept size(std::uint64_t least, std::uint64_t most, const std::string& range);

}  // namespace privet
