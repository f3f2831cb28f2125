#include "report/finding_message.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "report/plain_text.h"

namespace privet {
namespace {

constexpr std::size_t kLongestPointer = 200;  // bytes: a page shows some sixty characters

std::string quoted(std::string_view text) {
  std::string out = "'";
  std::size_t end = std::min(text.size(), kLongestPointer);
  while (end < text.size() && end > 0 && is_continuation(text[end])) --end;
  append_plain(text.substr(0, end), out);
  if (end < text.size()) out += "…";
  return out + "'";
}

}  // namespace

std::string finding_message(const CheckFinding& finding) {
  std::string out = finding.entity;
  if (!finding.message_class.empty()) {
    out += fmt::format(": {}, {}, probability {:.2f}", quoted(finding.message_class), quoted(finding.platform),
                       finding.score);
    if (!finding.policy.empty()) out += ", policy " + quoted(finding.policy);
    if (finding.embedded) out += ", quoted in another text";
  } else {
    if (!finding.pointer.empty()) out += (finding.is_key ? " in the key at " : " in ") + quoted(finding.pointer);
    if (finding.reserved) out += ", reserved";
    out += " (the value is not shown)";
  }
  out += ".";
  if (!finding.fingerprint.empty()) out += " Baseline id: " + finding.fingerprint + ".";
  return out;
}

std::string as_utf8(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t bytes = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (is_valid_utf8(text.substr(0, bytes))) {
      out += text.substr(0, bytes);
      text.remove_prefix(bytes);
    } else {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace privet
