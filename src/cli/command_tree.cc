#include "cli/command_tree.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <set>

#include "cli/value_names.h"
#include "detect/phone/phone_plan.h"
#include "rule/marker_reader.h"
#include "rule/regions.h"
#include "rule/rule_reader.h"

namespace privet {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

Takes takes_of(const std::string& name, bool edits, const Argument& argument) {
  if (!argument.values.empty()) return Takes::kAssign;
  if (edits) return Takes::kEdits;
  if (!argument.set.empty() || !argument.words.empty()) return name == "LIST" ? Takes::kList : Takes::kWord;
  return names_folder(name) ? Takes::kFolder : names_path(name) ? Takes::kFile : Takes::kText;
}

// `type` is a type_name() as the header describes it.
Argument argument_of(const std::string& name, std::string type) {
  Argument out{.name = name};
  const bool edits = type.starts_with("+");
  if (edits) type.erase(0, 1);
  if (type.starts_with("@")) {
    const std::size_t equals = std::min(type.find('='), type.size());
    out.set = type.substr(1, equals - 1);
    if (equals != type.size()) out.values = split(type.substr(equals + 1), '|');
  } else if (type.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
    // Else it is CLI11's own name of a C++ type, "TEXT".
    out.words = split(type, '|');
  }
  out.takes = takes_of(name, edits, out);
  return out;
}

OptionEntry entry_of(const CLI::Option& option) {
  OptionEntry out;
  for (const std::string& name : option.get_snames()) out.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) out.names.push_back("--" + name);
  if (option.get_expected_min() != 0) out.argument = argument_of(option.get_option_text(), option.get_type_name());
  out.description = option.get_description();
  out.otherwise = option.get_default_str();
  out.group = option.get_group();
  out.repeatable = option.get_expected_max() > 1;
  return out;
}

Command command_of(const CLI::App& app, std::vector<std::string> above) {
  Command out;
  out.path = std::move(above);
  out.path.push_back(app.get_name());
  out.description = app.get_description();
  out.footer = app.get_footer();
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional()) {
      out.operand = {argument_of(option->get_name(true), option->get_type_name()), option->get_description(),
                     option->get_required(), option->get_expected_max() > 1};
    } else if (!option->get_group().empty()) {
      out.options.push_back(entry_of(*option));
    }
  }
  for (const CLI::App* verb : app.get_subcommands([](const CLI::App* a) { return !a->get_group().empty(); }))
    out.verbs.push_back(command_of(*verb, out.path));
  return out;
}

}  // namespace

Command command_tree(const CLI::App& app) { return command_of(app, {}); }

std::string name_of(const std::vector<std::string>& path, std::string_view between) {
  std::string out;
  for (const std::string& name : path) out += (out.empty() ? "" : std::string(between)) + name;
  return out;
}

std::vector<std::string> words_of_set(std::string_view set, const Command& tree) {
  std::set<std::string> out;
  if (set == "verbs") {
    for (const Command& verb : tree.verbs) out.insert(verb.path.back());
  } else if (set == "countries" || set == "regions") {
    for (const std::string_view code : country_codes()) {
      if (set == "countries" || has_plan(code)) out.emplace(code);
    }
    if (set == "countries") out.insert({std::string(kUnion), std::string(kEconomicArea), "none"});
  } else {
    RuleSet rules;
    MarkerSet markers;
    // Both are proved where the program is built; one that cannot be read has nothing to offer.
    if (!read_builtin_rules(rules) || !read_builtin_markers(markers)) return {};
    out.insert(rules.entities().begin(), rules.entities().end());
    if (set == "rules") {
      for (const Rule& rule : rules.rules()) out.insert(rule.id);
      for (const Marker& marker : markers.markers()) out.insert(marker.id);
      out.insert(kPlatforms.begin(), kPlatforms.end());
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace privet
