// A finding as `check` sees it: one, however it is then written.
//
// Strings are its own, so that it outlives the record. Whoever fills it has
// seen to it that file and pointer hold nothing personal; the value is not in it.
#pragma once

#include <cstdint>
#include <string>

namespace privet {

struct CheckFinding {
  std::string file = {};  // as given, safe to print
  // Of the finding in the raw text: from 1, columns in code points, the end exclusive.
  std::uint64_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::string pointer = {}, rule = {}, entity = {}, shape = {}, region = {};
  std::string message_class = {}, platform = {}, policy = {};
  std::string strength = {};  // validated, shaped, weak
  double score = 0;
  bool reserved = false, embedded = false, is_key = false;
  std::string fingerprint = {};  // the baseline's id: 12 hex digits
  std::string value = {};        // empty unless somebody asked for it
};

}  // namespace privet
