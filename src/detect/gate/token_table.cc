#include "detect/gate/token_table.h"

#include <algorithm>

#include "base/check.h"

namespace privet {

void TokenTable::add(RuleIndex rule, std::string_view shape, bool whole) {
  PRIVET_CHECK(!shape.empty() && shape.size() <= kLongestShape);
  Shape row{.rule = rule};
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] != 'A') row.known |= 1U << i;
    if (shape[i] == 'D') row.digits |= 1U << i;
  }
  empty_ = false;
  if (whole) {
    whole_[shape.size()].push_back(row);
  } else {
    beginnings_.emplace_back(shape.size(), row);
  }
}

void TokenTable::find(std::string_view token, FunctionRef<void(RuleIndex)> want) const {
  const bool short_enough = token.size() <= kLongestShape;
  if (beginnings_.empty() && (!short_enough || whole_[token.size()].empty())) return;
  std::uint32_t digits = 0;
  for (std::size_t i = 0; i < std::min(token.size(), kLongestShape); ++i) {
    if (token[i] >= '0' && token[i] <= '9') digits |= 1U << i;
  }
  for (const auto& [length, shape] : beginnings_) {
    if (token.size() >= length && (digits & shape.known) == shape.digits) want(shape.rule);
  }
  if (!short_enough) return;
  for (const Shape& shape : whole_[token.size()]) {
    if ((digits & shape.known) == shape.digits) want(shape.rule);
  }
}

}  // namespace privet
