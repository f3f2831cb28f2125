// What a record itself says about place, time, consent and visibility.
//
// Read from its structure: values of fields whose name says what they are, and
// days that stand where lines begin. Values are of closed lists (hint_values.h,
// hint_days.h), so that no hint tells who somebody is. A hint is evidence, and
// says nothing of the law that applies.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "record/record.h"

namespace privet {

enum class HintKind : std::uint8_t {
  kRegion,         // ISO 3166-1 alpha-2, or EU
  kLocale,         // a language with its country or script: de-CH
  kLanguage,       // a language alone: de
  kTimeZone,       // Europe/Zurich, UTC, UTC+02:00
  kDateFirst,      // the earliest and the latest day of a message: 2024-03-11
  kDateLast,       //
  kConsent,        // to training, or at all: true, false, pending
  kOptOut,         // true, false, pending
  kAllowIncoming,  // all, following, none
  kVisibility,     // public, direct, followers, …
};
inline constexpr std::array<std::string_view, 10> kHintKinds = {"region",         "locale",    "language", "time_zone",
                                                                "date_first",     "date_last", "consent",  "opt_out",
                                                                "allow_incoming", "visibility"};
[[nodiscard]] constexpr std::string_view kind_name(HintKind kind) { return kHintKinds[static_cast<std::size_t>(kind)]; }

// Where a region is from, the strongest first.
enum class RegionSource : std::uint8_t { kField, kPhone, kDomain, kLocale, kTimeZone };

struct Hint {
  HintKind kind = HintKind::kRegion;
  std::string value;
  FieldIndex field{};                          // of the record that was asked
  RegionSource source = RegionSource::kField;  // of a region
};

// A country that something found in the record has: a telephone number, the
// address of somebody who took part.
struct RegionClue {
  FieldIndex field{};
  std::array<char, 2> region{};
  RegionSource source = RegionSource::kPhone;
};

// All hints of a record that was read with every leaf, by kind; each value of a
// kind once, where it stands first; regions by their source, the strongest first.
[[nodiscard]] std::vector<Hint> find_hints(const Record& record, std::span<const RegionClue> clues);

// The first region; empty if there is none.
[[nodiscard]] std::string_view strongest_region(std::span<const Hint> hints);

// Those that a report shows: of many, some of each kind.
inline constexpr std::size_t kMostHints = 16;
[[nodiscard]] std::vector<Hint> hints_to_show(std::span<const Hint> hints);

}  // namespace privet
