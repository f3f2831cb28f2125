#include "detect/messages/hints.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "detect/context/country.h"
#include "detect/context/key_text.h"
#include "detect/messages/hint_days.h"
#include "detect/messages/hint_values.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"

namespace privet {
namespace {

// Longer values are no codes and no dates, and longer names of no field we know.
constexpr std::size_t kLongestValue = 64;

// Names of fields, folded: small letters and digits. Consent that is asked for
// other things (newsletters, cookies) is not among them.
constexpr std::string_view kTimeZoneKeys = "timezone tz timezoneid timezonename tzname utcoffset gmtoffset tzoffset";
constexpr std::string_view kDateKeys =
    "date datetime day ts timestamp timestampms timestampmillis time sent sentat senton sentdate datesent senttime "
    "created createdat createdon createdate createddate createtime createdtime creationtime createdatetime "
    "createddatetime delivered deliveredat received receivedat receiveddate messagedate messagetime msgdate "
    "originserverts composetime originalarrivaltime internaldate publishedat postedat";
constexpr std::string_view kConsentKeys =
    "consent consented consentgiven hasconsent userconsent gdprconsent dataconsent trainingconsent aiconsent "
    "consentstatus trainingoptin aioptin aitraining allowaitraining allowtraining trainingallowed allowmodeltraining "
    "usefortraining usedfortraining allowdatause";
constexpr std::string_view kOptOutKeys =
    "optout optedout hasoptedout useroptout trainingoptout optouttraining aioptout optoutai donottrain notrain noai "
    "noaitraining excludefromtraining donotuse donotsell gdproptout";
constexpr std::string_view kVisibilityKeys =
    "visibility privacy audience privacylevel visibilitylevel sharingscope channelvisibility";

class HintFinder {
 public:
  explicit HintFinder(const Record& record) : record_(record) {}

  std::vector<Hint> run(std::span<const RegionClue> clues) {
    for (std::uint32_t i = 0; i < record_.fields.size(); ++i) look_at(FieldIndex{i});
    for (const RegionClue& clue : clues) add_region({clue.region.data(), clue.region.size()}, clue.field, clue.source);
    add(HintKind::kDateFirst, first_.value, first_.field);
    add(HintKind::kDateLast, last_.value, last_.field);
    std::stable_sort(hints_.begin(), hints_.end(), [](const Hint& a, const Hint& b) {
      return std::tie(a.kind, a.source) < std::tie(b.kind, b.source);
    });
    return std::move(hints_);
  }

 private:
  void add(HintKind kind, std::string_view value, FieldIndex field, RegionSource source = RegionSource::kField) {
    if (value.empty()) return;
    const auto [known, is_new] = known_.try_emplace({kind, std::string(value)}, hints_.size());
    if (is_new) {
      hints_.push_back({kind, std::string(value), field, source});
    } else if (Hint& hint = hints_[known->second]; source < hint.source) {
      // The stronger source of a region says where it is from.
      hint.source = source;
      hint.field = field;
    }
  }
  void add_region(std::string_view code, FieldIndex field, RegionSource source) {
    add(HintKind::kRegion, code, field, source);
  }

  void look_at(FieldIndex at) {
    const Field& field = record_.field(at);
    if (is_key(field.kind()) || field.kind() == FieldKind::kNull) return;
    const std::string_view value = record_.text(field).text();
    if (field.kind() == FieldKind::kString) look_at_lines(value, at);
    if (value.size() > kLongestValue) return;
    const std::string_view name = key_text(record_, at, room_);
    if (name.empty() || name.size() > kLongestValue) return;
    const std::string key = folded_key(name);
    if (field.kind() == FieldKind::kString) look_at_place(key, value, at);
    look_at_consent(key, value, at);
    if (field.kind() != FieldKind::kBoolean && holds_word(kDateKeys, key)) add_day(day_value(value), at);
  }

  void look_at_lines(std::string_view text, FieldIndex at) {
    while (!text.empty()) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      add_day(day_of_line(text.substr(0, end)), at);
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void look_at_place(std::string_view key, std::string_view value, FieldIndex at) {
    if (is_region_field(key)) add_region(region_value(value), at, RegionSource::kField);
    if (is_locale_field(key)) {
      const std::string tag = locale_value(value);
      add(tag.find('-') == std::string::npos ? HintKind::kLanguage : HintKind::kLocale, tag, at);
      add_region(locale_region(tag), at, RegionSource::kLocale);
    }
    if (holds_word(kTimeZoneKeys, key)) {
      const std::string zone = time_zone_value(value);
      add(HintKind::kTimeZone, zone, at);
      add_region(time_zone_region(zone), at, RegionSource::kTimeZone);
    }
  }

  void look_at_consent(std::string_view key, std::string_view value, FieldIndex at) {
    if (holds_word(kConsentKeys, key)) add(HintKind::kConsent, consent_value(value), at);
    if (holds_word(kOptOutKeys, key)) add(HintKind::kOptOut, opt_out_value(value), at);
    if (key == "allowincoming") add(HintKind::kAllowIncoming, incoming_value(value), at);
    if (holds_word(kVisibilityKeys, key)) add(HintKind::kVisibility, visibility_value(value), at);
    // What is not marked private may be a direct message all the same, as in Slack's objects.
    const bool tells = key == "ispublic" || (key == "isprivate" && consent_value(value) == "true");
    const std::string_view said = tells ? consent_value(value) : std::string_view();
    if (said == "true" || said == "false")
      add(HintKind::kVisibility, said == "true" && key == "ispublic" ? "public" : "private", at);
  }

  void add_day(const std::string& day, FieldIndex at) {
    if (day.empty()) return;
    if (first_.value.empty() || day < first_.value) first_ = {.value = day, .field = at};
    if (last_.value.empty() || day > last_.value) last_ = {.value = day, .field = at};
  }

  const Record& record_;
  std::vector<Hint> hints_;
  std::map<std::pair<HintKind, std::string>, std::size_t> known_;  // where in hints_
  Hint first_, last_;
  std::string room_;
};

}  // namespace

std::vector<Hint> find_hints(const Record& record, std::span<const RegionClue> clues) {
  return HintFinder(record).run(clues);
}

std::string_view strongest_region(std::span<const Hint> hints) {
  return hints.empty() || hints.front().kind != HintKind::kRegion ? std::string_view() : hints.front().value;
}

std::vector<Hint> hints_to_show(std::span<const Hint> hints) {
  // The first of each kind, then the second of each, and so on; then by kind again.
  std::vector<std::pair<std::size_t, std::size_t>> turns;  // which of its kind, where
  std::size_t begin = 0;
  for (std::size_t i = 0; i < hints.size(); ++i) {
    if (hints[i].kind != hints[begin].kind) begin = i;
    turns.emplace_back(i - begin, i);
  }
  std::sort(turns.begin(), turns.end());
  turns.resize(std::min(turns.size(), kMostHints));
  std::sort(turns.begin(), turns.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  std::vector<Hint> out;
  out.reserve(turns.size());
  for (const auto& turn : turns) out.push_back(hints[turn.second]);
  return out;
}

}  // namespace privet
