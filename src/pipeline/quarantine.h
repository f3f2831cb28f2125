// The lines of --quarantine: what was set aside, and why.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace privet {

struct QuarantineRow {
  std::string_view file = {};  // as reports say it
  std::uint64_t line = 0;
  std::string_view reason = {};  // private_message, policy
  std::string_view message_class = {};
  std::string_view platform = {};
  std::string_view policy = {};
  std::string_view policy_rule = {};
};

// One JSON object and a line end; `raw` is its last member, "record".
//   is_json: `raw` is one JSON value and stays one, its line ends as spaces;
//            anything else becomes a string
void append_quarantined(const QuarantineRow& row, std::string_view raw, bool is_json, std::string& out);

}  // namespace privet
