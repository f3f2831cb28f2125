// The user's own reserved values (--reserved-list): test accounts, a company's
// public addresses. They are found like any other, and marked.
//
// A line of the file is a value in any spelling; "@example.com" stands for all
// e-mail addresses of that domain. Blank lines and lines that begin with # say
// nothing.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/result.h"

namespace privet {

class ReservedList {
 public:
  [[nodiscard]] static Result<ReservedList> load(const std::string& path);
  [[nodiscard]] static ReservedList parse(std::string_view text);

  //   value: the found text in view form
  [[nodiscard]] bool holds(std::string_view entity, std::string_view value) const;
  [[nodiscard]] std::size_t size() const { return lines_.size(); }

 private:
  [[nodiscard]] bool has(std::string_view entity, std::string_view normal) const;

  std::vector<std::string> lines_;
  // Entity, a zero byte and the normal form: for each entity when it is first
  // asked for would need a lock, so for all that have one of their own.
  std::unordered_set<std::string> known_;
};

}  // namespace privet
