#include "gate/allow.h"

#include <re2/re2.h>

#include <algorithm>

#include "gate/glob.h"
#include "record/json_pointer.h"
#include "record/pointer.h"
#include "record/pointer_set.h"
#include "rule/nearest.h"

namespace privet {
namespace {

using Patterns = std::vector<std::unique_ptr<const RE2>>;

bool match_any(const Patterns& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const std::unique_ptr<const RE2>& pattern) {
    return RE2::FullMatch({text.data(), text.size()}, *pattern);
  });
}

bool holds(const std::vector<std::string>& list, std::string_view text) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

bool is_within(std::string_view domain, std::string_view zone) {
  if (!domain.ends_with(zone)) return false;
  return domain.size() == zone.size() || domain[domain.size() - zone.size() - 1] == '.';
}

// Whether the pattern names the value or something that holds it.
bool selects(const PointerPattern& pattern, const std::vector<std::string>& segments) {
  if (pattern.segments.size() > segments.size()) return false;
  return std::equal(
      pattern.segments.begin(), pattern.segments.end(), segments.begin(),
      [](const PatternSegment& wanted, const std::string& is) { return wanted.any || wanted.name == is; });
}

std::vector<std::string> segments_of(const Record& record, FieldIndex field) {
  std::vector<PointerSegment> way;
  pointer_segments(record, field, way);
  std::vector<std::string> out(way.size());
  for (std::size_t i = 0; i < way.size(); ++i) append_segment_text(record, way[i], out[i]);
  return out;
}

// The string of the record at `pointer`; empty: there is none.
std::string text_at(const Record& record, const JsonPointer& pointer) {
  std::string room;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    const Field& field = record.fields[i];
    if (field.kind() != FieldKind::kString) continue;
    // Most fields are told by the last step alone.
    const std::optional<MemberName> name = name_of(record, field);
    if (name && !pointer.segments.empty() && name_text(record, *name, room) != pointer.segments.back()) continue;
    if (segments_of(record, FieldIndex{i}) == pointer.segments) return std::string(record.text(field).text());
  }
  return {};
}

}  // namespace

struct AllowRules::Compiled {
  AllowRule rule;
  bool over = false;
  Patterns values, paths;
  std::vector<PointerPattern> pointers;
  std::size_t source_field = 0;  // of AllowRules::source_fields_

  Status compile(std::span<const std::string> entities) {
    for (const std::string& entity : rule.entity.any_of) {
      if (std::find(entities.begin(), entities.end(), entity) != entities.end()) continue;
      const std::vector<std::string_view> known(entities.begin(), entities.end());
      return fail(ErrorCode::kConfig,
                  rule.entity.place + ": unknown entity \"" + entity + "\"" + did_you_mean(entity, known));
    }
    for (const std::string& value : rule.value.any_of) {
      auto pattern = std::make_unique<const RE2>(value, RE2::Quiet);
      if (!pattern->ok()) return fail(ErrorCode::kConfig, rule.value.place + ": \"value\": " + pattern->error());
      values.push_back(std::move(pattern));
    }
    RE2::Options bytes(RE2::Latin1);
    bytes.set_dot_nl(true);
    bytes.set_log_errors(false);
    for (const std::string& glob : rule.path.any_of) {
      auto pattern = std::make_unique<const RE2>(glob_pattern(glob), bytes);
      if (!pattern->ok()) return fail(ErrorCode::kConfig, rule.path.place + ": \"path\": " + pattern->error());
      paths.push_back(std::move(pattern));
    }
    for (const std::string& text : rule.pointer.any_of) {
      Result<PointerPattern> pattern = parse_pattern(text);
      if (!pattern) return fail(ErrorCode::kConfig, rule.pointer.place + ": \"pointer\": " + pattern.error().message);
      pointers.push_back(std::move(*pattern));
    }
    return {};
  }

  [[nodiscard]] bool fits_pointer(const AllowQuestion& finding) const {
    if (pointers.empty()) return true;
    std::vector<std::string> segments;
    if (finding.field) segments = segments_of(finding.record, *finding.field);
    return std::any_of(pointers.begin(), pointers.end(),
                       [&](const PointerPattern& pattern) { return selects(pattern, segments); });
  }

  [[nodiscard]] bool fits_domain(std::string_view value) const {
    if (rule.domain.any_of.empty()) return true;
    const std::string domain = domain_in(value);
    return std::any_of(rule.domain.any_of.begin(), rule.domain.any_of.end(),
                       [&](const std::string& zone) { return is_within(domain, zone); });
  }
};

AllowRules::AllowRules() = default;
AllowRules::AllowRules(AllowRules&&) noexcept = default;
AllowRules& AllowRules::operator=(AllowRules&&) noexcept = default;
AllowRules::~AllowRules() = default;

Result<AllowRules> AllowRules::build(std::vector<AllowRule> rules, std::span<const std::string> entities,
                                     std::string_view today) {
  AllowRules out;
  for (AllowRule& rule : rules) {
    auto compiled = std::make_unique<Compiled>();
    compiled->over = !rule.expires.empty() && rule.expires < today;
    compiled->rule = std::move(rule);
    if (Status status = compiled->compile(entities); !status) return fail(status);
    Result<JsonPointer> source = parse_pointer(compiled->rule.source_field);
    if (!source)
      return fail(ErrorCode::kConfig, compiled->rule.place + ": \"source-field\": " + source.error().message);
    const auto same = [&](const JsonPointer& other) { return other.segments == source->segments; };
    const auto known = std::find_if(out.source_fields_.begin(), out.source_fields_.end(), same);
    compiled->source_field = static_cast<std::size_t>(known - out.source_fields_.begin());
    if (known == out.source_fields_.end()) out.source_fields_.push_back(std::move(*source));
    out.rules_.push_back(std::move(compiled));
  }
  return out;
}

std::size_t AllowRules::size() const { return rules_.size(); }
const AllowRule& AllowRules::rule(std::size_t i) const { return rules_[i]->rule; }
bool AllowRules::is_over(std::size_t i) const { return rules_[i]->over; }

bool AllowRules::needs_every_leaf() const {
  return std::any_of(rules_.begin(), rules_.end(), [](const std::unique_ptr<const Compiled>& compiled) {
    return !compiled->rule.source.any_of.empty();
  });
}

bool AllowRules::fits_source(const Compiled& compiled, const AllowQuestion& finding, AllowScratch& scratch) const {
  if (compiled.rule.source.any_of.empty()) return true;
  if (scratch.serial != finding.serial || scratch.sources.empty()) {
    scratch.serial = finding.serial;
    scratch.sources.assign(source_fields_.size(), std::nullopt);
  }
  std::optional<std::string>& source = scratch.sources[compiled.source_field];
  if (!source) source = text_at(finding.record, source_fields_[compiled.source_field]);
  return !source->empty() && holds(compiled.rule.source.any_of, *source);
}

bool AllowRules::fits(std::size_t i, const AllowQuestion& finding, AllowScratch& scratch) const {
  const Compiled& compiled = *rules_[i];
  const AllowRule& rule = compiled.rule;
  if (!rule.entity.any_of.empty() && !holds(rule.entity.any_of, finding.entity)) return false;
  if (!compiled.fits_domain(finding.value)) return false;
  if (!compiled.values.empty() && (finding.value.empty() || !match_any(compiled.values, finding.value))) return false;
  return compiled.fits_pointer(finding) && fits_source(compiled, finding, scratch);
}

bool AllowRules::fits_path(std::size_t i, std::string_view path) const {
  return rules_[i]->paths.empty() || match_any(rules_[i]->paths, path);
}

std::string domain_in(std::string_view value) {
  if (const std::size_t scheme = value.find("://"); scheme != std::string_view::npos) {
    value.remove_prefix(scheme + 3);
    value = value.substr(0, value.find_first_of("/?#"));
    if (const std::size_t user = value.rfind('@'); user != std::string_view::npos) value.remove_prefix(user + 1);
    value = value.substr(0, value.find(':'));
  } else if (const std::size_t at = value.rfind('@'); at != std::string_view::npos) {
    value.remove_prefix(at + 1);
  } else if (value.find('.') == std::string_view::npos) {
    return {};
  }
  while (value.ends_with('.')) value.remove_suffix(1);
  std::string out(value);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  const bool is_domain = out.find_first_of(" \t\r\n/\\@:,;()<>\"'") == std::string::npos;
  return is_domain ? out : std::string();
}

}  // namespace privet
