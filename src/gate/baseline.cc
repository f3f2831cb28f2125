#include "gate/baseline.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/iso_date.h"
#include "gate/anchor.h"
#include "record/json_read.h"
#include "record/json_write.h"
#include "rule/nearest.h"

namespace privet {
namespace {

constexpr std::string_view kSchemaFamily = "privet.baseline/";
constexpr std::string_view kAnchorFamily = "anchor/";
constexpr std::string_view kLastLine = "{}]}";

using Member = std::pair<std::string_view, std::string BaselineEntry::*>;
constexpr std::array<Member, 7> kMembers = {{{"id", &BaselineEntry::id},
                                             {"entity", &BaselineEntry::entity},
                                             {"file", &BaselineEntry::file},
                                             {"reason", &BaselineEntry::reason},
                                             {"who", &BaselineEntry::who},
                                             {"added", &BaselineEntry::added},
                                             {"expires", &BaselineEntry::expires}}};

bool by_id(const BaselineEntry& a, std::string_view id) { return a.id < id; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string_view trimmed(std::string_view text) {
  if (is_blank(text)) return {};
  text.remove_prefix(text.find_first_not_of(" \t"));
  return text.substr(0, text.find_last_not_of(" \t\r") + 1);
}

bool is_conflict(std::string_view line) {
  for (const std::string_view marker : {"<<<<<<<", "|||||||", "=======", ">>>>>>>"})
    if (line.starts_with(marker)) return true;
  return false;
}

// "anchor/12" is 12 of the family "anchor/"; 0: it is none.
std::uint32_t version_in(std::string_view text, std::string_view family) {
  std::uint32_t version = 0;
  if (!text.starts_with(family)) return 0;
  const char* const end = text.data() + text.size();
  const auto [at, wrong] = std::from_chars(text.data() + family.size(), end, version);
  return wrong == std::errc() && at == end ? version : 0;
}

class BaselineParser {
 public:
  BaselineParser(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  Result<Baseline> parse() {
    if (Status done = look_for_conflicts(); !done) return fail(done);
    if (!next_line())
      return wrong("the file is empty; restore it from git, or make it anew with privet baseline create");
    if (Status done = header(); !done) return fail(done);
    while (next_line()) {
      if (line_ == kLastLine) return end();
      if (Status done = entry(); !done) return fail(done);
    }
    return wrong("the file is cut off behind this line: the last one is {}]}; restore it from git");
  }

 private:
  // Before all else: everything that follows would be blamed for the marker.
  Status look_for_conflicts() {
    while (next_line()) {
      if (is_conflict(line_))
        return wrong("a merge conflict is not resolved; keep the entries of both sides and remove the markers");
    }
    at_ = 0;
    number_ = 0;
    return {};
  }

  // Blank lines are nothing.
  bool next_line() {
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      line_ = trimmed(text_.substr(at_, end - at_));
      at_ = end + 1;
      ++number_;
      if (!line_.empty()) return true;
    }
    return false;
  }

  [[nodiscard]] std::string place() const {
    return std::string(name_) + ":" + std::to_string(std::max<std::size_t>(number_, 1));
  }
  [[nodiscard]] tl::unexpected<Error> wrong(std::string_view what) const {
    return fail(ErrorCode::kConfig, place() + ": " + std::string(what));
  }

  Status header() {
    constexpr std::string_view kWhat =
        "not the first line of a baseline; it is {\"schema\":\"privet.baseline/1\",\"anchor\":\"anchor/1\","
        "\"key\":\"\",\"entries\":[";
    if (!line_.ends_with('[')) return wrong(kWhat);
    const Result<JsonValue> parsed = parse_json(std::string(line_) + "]}", place());
    if (!parsed) return wrong(kWhat);
    const Result<std::string_view> schema = parsed->get_string("schema");
    if (!schema) return wrong(kWhat);
    if (Status done = check_version(*schema, kSchemaFamily, "the file is"); !done) return done;
    const Result<std::string_view> anchor = parsed->get_string("anchor");
    if (!anchor) return wrong(kWhat);
    if (Status done = check_version(*anchor, kAnchorFamily, "its ids are"); !done) return done;
    const Result<std::string_view> key = parsed->get_string("key");
    if (!key) return wrong("\"key\" is missing or not a string; \"\" is none");
    baseline_.key = *key;
    return {};
  }

  // All versions so far are 1.
  Status check_version(std::string_view text, std::string_view family, std::string_view what) {
    const std::uint32_t version = version_in(text, family);
    if (version == 1) return {};
    if (version == 0) return wrong(std::string(what) + " of no version that there is: " + std::string(family) + "1");
    return wrong(std::string(what) + " " + std::string(family) + std::to_string(version) +
                 ", of a newer privet; this one knows " + std::string(family) + "1");
  }

  Status entry() {
    if (line_.ends_with(kLastLine)) return wrong("{}]} must stand in a line of its own");
    if (!line_.ends_with(',')) {
      return wrong(rest_is_empty() ? "the file is cut off in this line; restore it from git"
                                   : "an entry is a line and ends with a comma");
    }
    line_.remove_suffix(1);
    const Result<JsonValue> parsed = parse_json(line_, place());
    if (!parsed && parsed.error().message.ends_with("twice")) return wrong("a key stands there twice");
    if (!parsed || parsed->object() == nullptr)
      return wrong("not an entry: a JSON object in one line, with a comma behind it");
    BaselineEntry made;
    for (const JsonMember& member : *parsed->object()) {
      if (Status done = take(member, made); !done) return done;
    }
    if (!is_finding_id(made.id)) return wrong("\"id\" must be 12 hexadecimal digits, in small letters");
    if (is_blank(made.reason)) return wrong("\"reason\" is missing or empty; say why it is accepted");
    for (const auto& [key, date] : {std::pair("added", &made.added), std::pair("expires", &made.expires)}) {
      if (!date->empty() && !is_iso_date(*date))
        return wrong("\"" + std::string(key) + "\" must be a date, YYYY-MM-DD, or \"\"");
    }
    baseline_.entries.push_back(std::move(made));
    numbers_.push_back(number_);
    return {};
  }

  Status take(const JsonMember& member, BaselineEntry& made) {
    const auto known =
        std::find_if(kMembers.begin(), kMembers.end(), [&](const Member& m) { return m.first == member.key; });
    if (known == kMembers.end()) {
      std::array<std::string_view, kMembers.size()> names;
      std::transform(kMembers.begin(), kMembers.end(), names.begin(), [](const Member& m) { return m.first; });
      return wrong("unknown key \"" + member.key + "\"" + did_you_mean(member.key, names));
    }
    if (member.value.string() == nullptr) return wrong("\"" + member.key + "\" must be a string");
    made.*(known->second) = *member.value.string();
    return {};
  }

  [[nodiscard]] bool rest_is_empty() const { return at_ >= text_.size() || is_blank(text_.substr(at_)); }

  Result<Baseline> end() {
    if (next_line()) return wrong("something stands behind the end, {}]}");
    std::vector<std::size_t> order(baseline_.entries.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return baseline_.entries[a].id < baseline_.entries[b].id; });
    std::vector<BaselineEntry> sorted;
    for (std::size_t i = 0; i < order.size(); ++i) {
      BaselineEntry& one = baseline_.entries[order[i]];
      if (!sorted.empty() && sorted.back().id == one.id) {
        number_ = numbers_[order[i]];
        return wrong("the id stands in line " + std::to_string(numbers_[order[i - 1]]) +
                     " already; remove one of them");
      }
      sorted.push_back(std::move(one));
    }
    baseline_.entries = std::move(sorted);
    return std::move(baseline_);
  }

  std::string_view text_, name_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;  // of line_, from 1
  std::string_view line_;
  Baseline baseline_;
  std::vector<std::size_t> numbers_;  // lines of the entries
};

}  // namespace

const BaselineEntry* Baseline::find(std::string_view id) const {
  const auto it = std::lower_bound(entries.begin(), entries.end(), id, by_id);
  return it == entries.end() || it->id != id ? nullptr : &*it;
}

Known Baseline::knows(std::string_view id, std::string_view today) const {
  const BaselineEntry* const entry = find(id);
  if (entry == nullptr) return Known::kNew;
  return has_expired(*entry, today) ? Known::kExpired : Known::kKnown;
}

bool Baseline::put(BaselineEntry entry) {
  const auto it = std::lower_bound(entries.begin(), entries.end(), entry.id, by_id);
  if (it == entries.end() || it->id != entry.id) {
    entries.insert(it, std::move(entry));
    return true;
  }
  if (*it == entry) return false;
  *it = std::move(entry);
  return true;
}

bool Baseline::put_all(std::vector<BaselineEntry> more) {
  const auto less = [](const BaselineEntry& a, const BaselineEntry& b) { return a.id < b.id; };
  std::stable_sort(more.begin(), more.end(), less);
  std::vector<BaselineEntry> merged;
  merged.reserve(entries.size() + more.size());
  bool changed = false;
  auto old = entries.begin();
  for (auto it = more.begin(); it != more.end(); ++it) {
    if (std::next(it) != more.end() && std::next(it)->id == it->id) continue;
    while (old != entries.end() && old->id < it->id) merged.push_back(std::move(*old++));
    const bool there = old != entries.end() && old->id == it->id;
    changed |= !there || *old != *it;
    if (there) ++old;
    merged.push_back(std::move(*it));
  }
  std::move(old, entries.end(), std::back_inserter(merged));
  entries = std::move(merged);
  return changed;
}

bool has_expired(const BaselineEntry& entry, std::string_view today) {
  return !entry.expires.empty() && entry.expires < today;
}

Result<Baseline> parse_baseline(std::string_view text, std::string_view name) {
  return BaselineParser(text, name).parse();
}

std::string write_baseline(const Baseline& baseline) {
  std::string out;
  JsonWriter header(out);
  header.begin_object();
  header.member("schema", kBaselineSchema);
  header.member("anchor", kAnchorVersion);
  header.member("key", baseline.key);
  header.key("entries");
  header.begin_array();
  out.push_back('\n');
  for (const BaselineEntry& entry : baseline.entries) {
    JsonWriter line(out);
    line.begin_object();
    for (const auto& [name, value] : kMembers) line.member(name, entry.*value);
    line.end_object();
    out += ",\n";
  }
  out += kLastLine;
  out.push_back('\n');
  return out;
}

}  // namespace privet
