// Every option of a verb with the value that it has, and who gave it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "cli/settings.h"

namespace privet {

enum class Origin : std::uint8_t { kDefault, kTyped, kEnvironment, kFile, kVerb };

// How a value is written in TOML and JSON.
enum class ValueForm : std::uint8_t { kText, kNumber, kFlag, kList };

struct SettingInForce {
  std::string key = {};  // of privet.toml
  ValueForm form = ValueForm::kText;
  std::vector<std::string> values = {};  // kDefault: none
  std::string otherwise = {};            // kDefault: the default in words; empty: there is none
  Origin origin = Origin::kDefault;
  std::string where = {};  // "privet.toml:3", "PRIVET_THREADS"; kVerb: the reason
};

// In the order of help. After apply_settings() returned `given`.
[[nodiscard]] std::vector<SettingInForce> settings_in_force(const CLI::App& verb, const GivenBy& given);

// "default", "typed", "environment", "file", "verb".
[[nodiscard]] std::string_view origin_name(Origin origin);

}  // namespace privet
