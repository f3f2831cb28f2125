#include "cli/settings.h"

#include <toml++/toml.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <map>

#include "cli/value_names.h"
#include "input/source.h"
#include "rule/allow_reader.h"
#include "rule/nearest.h"

namespace privet {
namespace {

struct Setting {
  const toml::node* node = nullptr;
  std::string where;  // "privet.toml:3"
};
using Settings = std::map<std::string, Setting>;

// What TOML types an option takes, told by what its help calls its value.
bool takes_string(const std::string& type) { return type != "N" && type != "X"; }
bool is_flag(const CLI::Option& option) { return option.get_expected_min() == 0; }

std::string expected(const CLI::Option& option) {
  if (is_flag(option)) return "true or false";
  const std::string& type = option.get_option_text();
  if (!takes_string(type)) return "a number";
  if (names_number(type)) return "a number or a string";
  return option.get_expected_max() > 1 || type == "LIST" ? "a string or an array of strings" : "a string";
}

std::optional<std::string> scalar(const toml::node& node, const CLI::Option& option) {
  const std::string& type = option.get_option_text();
  if (is_flag(option)) {
    const auto* value = node.as_boolean();
    return value == nullptr ? std::nullopt : std::optional<std::string>(value->get() ? "true" : "false");
  }
  if (const auto* text = node.as_string(); text != nullptr && takes_string(type)) return text->get();
  if (const auto* whole = node.as_integer(); whole != nullptr && names_number(type))
    return std::to_string(whole->get());
  if (const auto* number = node.as_floating_point(); number != nullptr && type == "X")
    return std::to_string(number->get());
  return std::nullopt;
}

// The values as they would be typed; none: of a wrong type.
std::optional<std::vector<std::string>> values_of(const toml::node& node, const CLI::Option& option) {
  const bool list = option.get_option_text() == "LIST";
  std::vector<std::string> values;
  if (const toml::array* array = node.as_array(); array != nullptr && (list || option.get_expected_max() > 1)) {
    for (const toml::node& element : *array) {
      const std::optional<std::string> value = scalar(element, option);
      if (!value) return std::nullopt;
      values.push_back(*value);
    }
    if (list) values = {CLI::detail::join(values, ",")};
    return values;
  }
  const std::optional<std::string> value = scalar(node, option);
  if (!value) return std::nullopt;
  values.push_back(*value);
  return values;
}

// What the option says of a value; empty: it was taken.
std::string give(CLI::Option& option, const std::vector<std::string>& values) {
  if (values.empty() || (is_flag(option) && values.front() == "false")) return {};
  try {
    option.add_result(values);
    option.run_callback();
  } catch (const CLI::Error& error) {
    const std::string message = error.what();
    const std::size_t colon = message.find(": ");
    return message.substr(colon == std::string::npos ? 0 : colon + 2);
  }
  return {};
}

std::string variable_of(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(), [](char c) {
    return c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return "PRIVET_" + name;
}

Status from_environment(CLI::Option& option, const std::string& variable, std::string value) {
  if (is_flag(option)) {
    value = value == "1" ? "true" : value == "0" ? "false" : value;
    if (value != "true" && value != "false") return fail(ErrorCode::kConfig, variable + " must be true or false");
  }
  const std::string wrong = give(option, {value});
  return wrong.empty() ? Status() : fail(ErrorCode::kConfig, variable + " " + wrong);
}

Status from_file(CLI::Option& option, const std::string& key, const Setting& setting,
                 const std::filesystem::path& folder) {
  std::optional<std::vector<std::string>> values = values_of(*setting.node, option);
  const std::string what = setting.where + ": \"" + key + "\" ";
  if (!values) return fail(ErrorCode::kConfig, what + "must be " + expected(option));
  if (names_path(option.get_option_text())) {
    for (std::string& value : *values) {
      if (value != "-") value = (folder / value).string();
    }
  }
  const std::string wrong = give(option, *values);
  return wrong.empty() ? Status() : fail(ErrorCode::kConfig, what + wrong);
}

Status parse(const ConfigFile& config, toml::table& file) {
  try {
    file = toml::parse(config.text, config.path);
  } catch (const toml::parse_error& wrong) {
    return fail(ErrorCode::kConfig, printable_path(config.path) + ":" + std::to_string(wrong.source().begin.line) +
                                        ": not valid TOML: " + std::string(wrong.description()));
  }
  return {};
}

// Whoever changes the file that is found by itself could else have any file
// overwritten where a check runs.
constexpr std::array<std::string_view, 2> kTypedOnly = {"output", "force"};

Status check_keys(const toml::table& file, const std::string& name, const std::vector<std::string>& keys,
                  Settings& out) {
  // By line, so that the first mistake is the one that is named.
  std::vector<std::pair<std::size_t, std::string>> lines;
  for (const auto& [key, node] : file) {
    lines.emplace_back(key.source().begin.line, key.str());
    out[std::string(key.str())] = {&node, name + ":" + std::to_string(key.source().begin.line)};
  }
  std::sort(lines.begin(), lines.end());
  std::vector<std::string_view> known(keys.begin(), keys.end());
  known.push_back(kAllowKey);
  for (const auto& [line, key] : lines) {
    if (std::find(known.begin(), known.end(), key) != known.end()) continue;
    return fail(ErrorCode::kConfig, out[key].where + ": unknown key \"" + key + "\"" + did_you_mean(key, known));
  }
  return {};
}

}  // namespace

Result<GivenBy> apply_settings(CLI::App& verb, const std::vector<std::string>& keys, const ConfigFile* config) {
  toml::table file;
  Settings settings;
  std::filesystem::path folder;
  if (config != nullptr) {
    if (Status status = parse(*config, file); !status) return fail(status);
    if (Status status = check_keys(file, printable_path(config->path), keys, settings); !status) return fail(status);
    folder = std::filesystem::path(config->path).parent_path();
  }
  GivenBy given;
  for (CLI::Option* option :
       verb.get_options([](const CLI::Option* o) { return !o->get_positional() && !o->get_group().empty(); })) {
    bool is_given = option->count() > 0;
    for (const std::string& name : option->get_lnames()) {
      if (is_given || std::find(keys.begin(), keys.end(), name) == keys.end()) continue;
      const std::string variable = variable_of(name);
      const char* const value = std::getenv(variable.c_str());
      if (value == nullptr || *value == '\0') continue;
      if (Status status = from_environment(*option, variable, value); !status) return fail(status);
      given[name] = {false, variable};
      is_given = true;
    }
    for (const std::string& name : option->get_lnames()) {
      const auto setting = settings.find(name);
      if (is_given || setting == settings.end()) continue;
      if (config->found && std::find(kTypedOnly.begin(), kTypedOnly.end(), name) != kTypedOnly.end()) {
        return fail(ErrorCode::kConfig, setting->second.where + ": \"" + name +
                                            "\": a file that is found by itself does not say where to write; type "
                                            "--" +
                                            name + ", or name the file with --config");
      }
      if (Status status = from_file(*option, name, setting->second, folder); !status) return fail(status);
      given[name] = {true, setting->second.where};
      is_given = true;
    }
  }
  return given;
}

}  // namespace privet
