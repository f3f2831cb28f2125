#include "pipeline/quarantine.h"

#include <algorithm>

#include "record/json_write.h"

namespace privet {
namespace {

void append_member(std::string_view name, std::string_view value, std::string& out) {
  out += name;
  escape_json(value, out);
  out.push_back('"');
}

}  // namespace

void append_quarantined(const QuarantineRow& row, std::string_view raw, bool is_json, std::string& out) {
  append_member(R"({"privet":"quarantined","file":")", row.file, out);
  out += R"(,"line":)" + std::to_string(row.line);
  append_member(R"(,"reason":")", row.reason, out);
  append_member(R"(,"class":")", row.message_class, out);
  append_member(R"(,"platform":")", row.platform, out);
  append_member(R"(,"policy":")", row.policy, out);
  append_member(R"(,"policy_rule":")", row.policy_rule, out);
  if (is_json) {
    // Between the tokens of an array's element, line ends are mere space.
    out += R"(,"record":)";
    const auto begin = static_cast<std::ptrdiff_t>(out.size());
    out += raw;
    std::replace_if(
        out.begin() + begin, out.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  } else {
    append_member(R"(,"record":")", raw, out);
  }
  out += "}\n";
}

}  // namespace privet
