#include "rule/nearest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace privet {
namespace {

// Letters put in, left out, replaced, or swapped with their neighbour: one edit
// each, no letter edited twice.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  std::iota(above.begin(), above.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t substituted = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, substituted});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above.back();
}

}  // namespace

std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> known) {
  return nearest_word(typed, known, std::max<std::size_t>(2, typed.size() / 3));
}

std::string_view nearest_word(std::string_view typed, std::span<const std::string_view> known, std::size_t most) {
  if (typed.size() > 200) return {};
  std::string_view best;
  std::size_t best_distance = most + 1;
  for (const std::string_view word : known) {
    const std::size_t distance = edit_distance(typed, word);
    if (distance < best_distance) {
      best_distance = distance;
      best = word;
    }
  }
  return best;
}

std::string did_you_mean(std::string_view typed, std::span<const std::string_view> known) {
  return did_you_mean(nearest_word(typed, known));
}

std::string did_you_mean(std::string_view word) {
  return word.empty() ? std::string() : "; did you mean \"" + std::string(word) + "\"?";
}

}  // namespace privet
