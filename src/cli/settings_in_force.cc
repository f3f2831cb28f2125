#include "cli/settings_in_force.h"

#include <CLI/CLI.hpp>

#include "cli/value_names.h"

namespace privet {
namespace {

// As TOML and JSON both write numbers: 12, 0.5.
bool is_number(const std::string& text) {
  const std::size_t whole = text.find_first_not_of("0123456789");
  if (whole == 0 || text.empty() || (text.size() > 1 && text[0] == '0' && whole != 1)) return false;
  if (whole == std::string::npos) return true;
  return text[whole] == '.' && whole + 1 < text.size() &&
         text.find_first_not_of("0123456789", whole + 1) == std::string::npos;
}

// Sizes are bytes by now; as people write them.
std::string shortest_size(const std::string& digits) {
  constexpr std::uint64_t kStep = 1024;
  std::uint64_t bytes = std::stoull(digits);
  std::size_t unit = 0;
  for (; unit < 4 && bytes != 0 && bytes % kStep == 0; ++unit) bytes /= kStep;
  constexpr const char* kUnits[] = {"", "KiB", "MiB", "GiB", "TiB"};
  return std::to_string(bytes) + kUnits[unit];
}

ValueForm form_of(const CLI::Option& option, const std::vector<std::string>& values) {
  const std::string& type = option.get_option_text();
  if (option.get_expected_min() == 0) return ValueForm::kFlag;
  if (option.get_expected_max() > 1) return ValueForm::kList;
  return names_number(type) && values.size() == 1 && is_number(values.front()) ? ValueForm::kNumber : ValueForm::kText;
}

}  // namespace

std::vector<SettingInForce> settings_in_force(const CLI::App& verb, const GivenBy& given) {
  std::vector<SettingInForce> out;
  for (const CLI::Option* option :
       verb.get_options([](const CLI::Option* o) { return !o->get_positional() && !o->get_group().empty(); })) {
    // Of several names ("-o,--output,--report") the first, unless another was used.
    const std::string& key = option->get_lnames().front();
    if (key == "help" || key == "config" || key == "no-config") continue;
    SettingInForce setting{.key = key, .values = option->results(), .otherwise = option->get_default_str()};
    const bool is_flag = option->get_expected_min() == 0;
    for (const std::string& name : option->get_lnames()) {
      const auto by = given.find(name);
      if (by == given.end()) continue;
      setting.key = name;
      setting.where = by->second.where;
      setting.origin = by->second.from_file ? Origin::kFile : Origin::kEnvironment;
      if (is_flag && setting.values.empty()) setting.values = {"false"};
    }
    if (setting.origin == Origin::kDefault && !setting.values.empty()) setting.origin = Origin::kTyped;
    if (is_flag && setting.origin == Origin::kDefault) setting.otherwise = "false";
    if (option->get_option_text() == "SIZE") {
      for (std::string& value : setting.values) value = shortest_size(value);
    }
    setting.form = form_of(*option, setting.values);
    out.push_back(std::move(setting));
  }
  return out;
}

std::string_view origin_name(Origin origin) {
  switch (origin) {
    case Origin::kDefault:
      return "default";
    case Origin::kTyped:
      return "typed";
    case Origin::kEnvironment:
      return "environment";
    case Origin::kFile:
      return "file";
    case Origin::kVerb:
      return "verb";
  }
  return "";
}

}  // namespace privet
