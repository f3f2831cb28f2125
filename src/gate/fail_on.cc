#include "gate/fail_on.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <optional>

#include "rule/message_kind.h"
#include "rule/nearest.h"

namespace privet {
namespace {

constexpr std::string_view kPrivateMessage = "PRIVATE_MESSAGE";
constexpr std::string_view kPerson = "PERSON";
constexpr std::array<std::string_view, 2> kDecisions = {"block", "review"};
constexpr std::array<std::string_view, 6> kWords = {"any", "default", "identifiers", "none", "private", "reserved"};
// Folders of ours whose rules find no numbers or codes of a person.
constexpr std::array<std::string_view, 7> kNoIdentifiers = {"contact/", "dates/",  "message/",        "network/",
                                                            "person/",  "places/", "private-message/"};

std::optional<Strength> strength_of(std::string_view name) {
  for (const Strength strength : {Strength::kValidated, Strength::kShaped, Strength::kWeak}) {
    if (name == strength_name(strength)) return strength;
  }
  return std::nullopt;
}

std::optional<double> score_of(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !(value >= 0 && value <= 1)) return std::nullopt;
  return value;
}

bool is_private_class(std::string_view name) {
  const auto at = find_name(kMessageClasses, name);
  return at && is_private(MessageClass{static_cast<std::uint8_t>(*at)});
}

}  // namespace

Result<FailOn> FailOn::parse(std::string_view list, std::span<const std::string> entities) {
  FailOn out;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    std::string_view term = list.substr(at, comma - at);
    at = comma + 1;
    while (term.starts_with(' ')) term.remove_prefix(1);
    while (term.ends_with(' ')) term.remove_suffix(1);
    if (term.empty()) continue;
    if (Status status = out.add(term, entities); !status) return fail(status);
  }
  return out;
}

Status FailOn::add(std::string_view text, std::span<const std::string> entities) {
  if (text == "none") return {};
  if (text == "default") {
    // Rules of one's own alone may know none of these entities.
    constexpr std::string_view kUsual[] = {"EMAIL_ADDRESS", "PHONE_NUMBER"};
    const std::vector<std::string> all(std::begin(kUsual), std::end(kUsual));
    const Result<FailOn> usual = parse(kDefaultFailOn, all);
    if (!usual) return tl::unexpected(usual.error());
    terms_.insert(terms_.end(), usual->terms_.begin(), usual->terms_.end());
    return {};
  }
  if (text == "reserved") {
    reserved_ = true;
    return {};
  }
  const std::string_view what = text.substr(0, text.find(':'));
  const bool alone = what.size() == text.size();
  const std::string_view sure = alone ? text : text.substr(what.size() + 1);
  const std::optional<Strength> strength = strength_of(sure);
  const std::optional<double> score = score_of(sure);
  if (!alone && !strength && !score) {
    return fail(ErrorCode::kUsage, "--fail-on: behind \"" + std::string(what) +
                                       ":\" stands validated, shaped, weak or a score from 0 to 1");
  }
  Term term{.name = std::string(what),
            .least_strength = strength.value_or(Strength::kWeak),
            .least_score = score.value_or(0)};
  if ((alone && (strength || score)) || what == "any") {
    term.what = What::kAny;
  } else if (what == "private") {
    term.what = What::kPrivate;
  } else if (what == "identifiers") {
    term.what = What::kIdentifiers;
  } else if (is_private_class(what)) {
    term.what = What::kClass;
  } else if (find_name(kDecisions, what)) {
    term.what = What::kPolicy;
  } else if (std::find(entities.begin(), entities.end(), what) != entities.end()) {
    term.what = What::kEntity;
  } else {
    std::vector<std::string_view> known(entities.begin(), entities.end());
    known.insert(known.end(), kWords.begin(), kWords.end());
    known.insert(known.end(), kDecisions.begin(), kDecisions.end());
    for (const std::string_view name : kMessageClasses) {
      if (is_private_class(name)) known.push_back(name);
    }
    // Not the word itself: it may be anything that was typed.
    return fail(ErrorCode::kUsage, "--fail-on: a term is neither an entity nor a word that it knows" +
                                       did_you_mean(what, known) + "; see privet check --help");
  }
  terms_.push_back(std::move(term));
  return {};
}

bool FailOn::is_meant(const Term& term, const FailQuestion& finding) {
  if (finding.strength > term.least_strength || finding.score < term.least_score) return false;
  switch (term.what) {
    case What::kAny:
      return finding.entity != kPerson;
    case What::kEntity:
      return finding.entity == term.name;
    case What::kPrivate:
      return finding.entity == kPrivateMessage && is_private_class(finding.message_class);
    case What::kClass:
      return finding.entity == kPrivateMessage && finding.message_class == term.name;
    case What::kPolicy:
      return finding.policy == term.name;
    case What::kIdentifiers:
      return finding.entity != kPrivateMessage &&
             std::none_of(kNoIdentifiers.begin(), kNoIdentifiers.end(),
                          [&](std::string_view folder) { return finding.origin.starts_with(folder); });
  }
  return false;
}

bool FailOn::fails(const FailQuestion& finding) const {
  if (finding.reserved && !reserved_) return false;
  return std::any_of(terms_.begin(), terms_.end(), [&](const Term& term) { return is_meant(term, finding); });
}

bool FailOn::needs_policy() const {
  return std::any_of(terms_.begin(), terms_.end(), [](const Term& term) { return term.what == What::kPolicy; });
}

}  // namespace privet
