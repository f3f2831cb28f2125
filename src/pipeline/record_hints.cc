#include "pipeline/record_hints.h"

#include <algorithm>
#include <optional>
#include <string_view>

#include "detect/context/key_text.h"
#include "detect/messages/hint_values.h"
#include "detect/proof/chars.h"
#include "pipeline/safe_names.h"
#include "record/json_write.h"
#include "record/pointer.h"
#include "text/casefold.h"

namespace privet {
namespace {

// Fields that hold the address of somebody who took part.
constexpr std::string_view kAddressKeys =
    "from to cc bcc replyto sender senders recipient recipients receiver participants participant members member "
    "author user email mail emailaddress address fromaddress toaddress senderemail recipientemail useremail contact "
    "deliveredto returnpath handle owner requester";

// "From: Jo <jo@…>": the address stands in a line that begins with a word and
// a colon, in any language.
bool in_header_line(std::string_view text, std::uint32_t at) {
  constexpr std::size_t kLongestName = 24;
  constexpr std::size_t kLongestLine = 512;
  std::size_t begin = at;
  while (begin > 0 && text[begin - 1] != '\n' && at - begin < kLongestLine) --begin;
  const std::string_view line = text.substr(begin, at - begin);
  const std::size_t colon = line.find(':');
  return colon != std::string_view::npos && colon > 0 && colon <= kLongestName && at_or(line, colon + 1) != '/';
}

bool of_participant(const RecordScan& scan, const Finding& finding) {
  std::string room;
  const std::string_view name = key_text(scan.record, finding.field, room);
  if (!name.empty() && holds_word(kAddressKeys, folded_key(name))) return true;
  return in_header_line(scan.record.text(scan.record.field(finding.field)).text(), finding.bytes.begin);
}

// A number without its country has the one that we expected.
bool tells_its_country(std::string_view number) { return number.starts_with('+') || number.starts_with("00"); }

std::optional<RegionClue> phone_clue(const Finding& finding, std::string_view number, FieldIndex judged) {
  if (finding.region[0] == 0 || !tells_its_country(number)) return {};
  return RegionClue{judged, finding.region, RegionSource::kPhone};
}

std::optional<RegionClue> email_clue(const RecordScan& scan, const Finding& finding, std::string_view address,
                                     FieldIndex judged) {
  const std::size_t sign = address.rfind('@');
  if (sign == std::string_view::npos || !of_participant(scan, finding)) return {};
  const std::string country = host_region(address.substr(sign + 1));
  if (country.empty()) return {};
  return RegionClue{judged, {country[0], country[1]}, RegionSource::kDomain};
}

}  // namespace

std::vector<Hint> hints_of(const ScanPlan& plan, const RecordScan& scan) {
  const Record& judged = scan.judge->record();
  std::vector<RegionClue> clues;
  for (const Finding& finding : scan.findings) {
    const std::string_view entity = plan.rules->entity(finding.entity);
    const Field& field = scan.record.field(finding.field);
    if (is_key(field.kind()) || (entity != "PHONE_NUMBER" && entity != "EMAIL_ADDRESS")) continue;
    const std::optional<FieldIndex> at = field_at(judged, field.raw.begin);
    if (!at) continue;
    const std::string_view value = scan.views.view_of(finding.field).text.slice(finding.view);
    const std::optional<RegionClue> clue =
        entity == "PHONE_NUMBER" ? phone_clue(finding, value, *at) : email_clue(scan, finding, value, *at);
    if (clue) clues.push_back(*clue);
  }
  return find_hints(judged, clues);
}

void append_hints(const ScanPlan& plan, Worker& worker, std::span<const Hint> hints, std::string& out) {
  const Record& record = worker.original.judge->record();
  std::string pointer;
  for (const Hint& hint : hints_to_show(hints)) {
    if (out.ends_with('}')) out.push_back(',');
    out += R"({"kind":")";
    out += kind_name(hint.kind);
    out += R"(","value":")";
    out += hint.value;
    out += R"(","pointer":")";
    pointer.clear();
    append_safe_pointer(plan, worker, record, hint.field, pointer);
    escape_json(pointer, out);
    out += R"("})";
  }
}

}  // namespace privet
