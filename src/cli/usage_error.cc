#include "cli/usage_error.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/accept.h"
#include "cli/command_tree.h"
#include "rule/nearest.h"

namespace privet {
namespace {

// Of the contract, and not of this version: better said than guessed at.
constexpr std::array<std::string_view, 2> kLaterVerbs = {"audit", "review"};

std::vector<std::string> verbs_of(const Command& command) {
  std::vector<std::string> out;
  for (const Command& verb : command.verbs) out.push_back(verb.path.back());
  return out;
}

// "rules list": without the program.
std::string verb_of(const Command& command) { return name_of({command.path.begin() + 1, command.path.end()}); }

std::string what_is_missing(const Command& command, const std::string& message) {
  if (!command.verbs.empty()) return list_of(verbs_of(command));
  if (!message.starts_with("-") && command.operand)
    return command.operand->argument.name + ": " + command.operand->description;
  return message.substr(0, message.find(' '));
}

bool has_option(const Command& command, const std::string& name) {
  return std::any_of(command.options.begin(), command.options.end(), [&](const OptionEntry& option) {
    return std::find(option.names.begin(), option.names.end(), name) != option.names.end();
  });
}

// "privet redact has it" of another verb's option; empty: no verb has it.
std::string owner_of(const std::string& option, const Command& command) {
  if (has_option(command, option)) return "; " + name_of(command.path) + " has it";
  for (const Command& verb : command.verbs) {
    if (const std::string owner = owner_of(option, verb); !owner.empty()) return owner;
  }
  return {};
}

std::string unknown_option(const std::string& typed, const Command& command, const Command& root) {
  const std::string what = "unknown option " + typed;
  std::vector<std::string_view> known;
  for (const OptionEntry& option : command.options) {
    for (const std::string& name : option.names) {
      if (name.starts_with("--")) known.push_back(name);
    }
  }
  const std::string owner = owner_of(typed, root);
  return what + (owner.empty() ? did_you_mean(typed, known) : owner);
}

std::string unknown_verb(const std::string& typed, const Command& command) {
  const std::vector<std::string> verbs = verbs_of(command);
  const std::string all = command.path.size() == 1 ? "there are " + list_of(verbs, "and")
                                                   : name_of(command.path) + " has " + list_of(verbs, "and");
  const std::string see = " (see " + name_of(command.path) + " --help)";
  if (command.path.size() == 1 && std::find(kLaterVerbs.begin(), kLaterVerbs.end(), typed) != kLaterVerbs.end())
    return "there is no verb " + typed + " in this version; " + all + see;
  const std::vector<std::string_view> known(verbs.begin(), verbs.end());
  const std::string meant = did_you_mean(typed, known);
  return "unknown verb" + (meant.empty() ? "; " + all : meant) + see;
}

}  // namespace

std::string usage_error(const CLI::ParseError& error, const CLI::App& app) {
  const Command root = command_tree(app);
  const Command* command = &root;
  for (const CLI::App* verb = &app; !verb->get_subcommands().empty();) {
    verb = verb->get_subcommands().front();
    const auto found = std::find_if(command->verbs.begin(), command->verbs.end(),
                                    [&](const Command& c) { return c.path.back() == verb->get_name(); });
    if (found == command->verbs.end()) break;
    command = &*found;
  }
  const std::string message = error.what();
  const std::string option = message.substr(0, message.find(':'));
  const std::vector<std::string> rest = app.remaining(true);
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::ExtrasError:
      for (const std::string& typed : rest) {
        if (typed.starts_with("-")) return unknown_option(typed.substr(0, typed.find('=')), *command, root);
      }
      if (!command->verbs.empty()) return unknown_verb(rest.front(), *command);
      return "there are arguments too many";
    case CLI::ExitCodes::ArgumentMismatch:
      return option + (message.find("received") == std::string::npos ? " needs a value" : " is given more than once");
    case CLI::ExitCodes::ValidationError:
      return option + message.substr(std::min(option.size() + 1, message.size()));
    case CLI::ExitCodes::RequiredError:
      if (!command->verbs.empty() && !rest.empty() && !rest.front().starts_with("-"))
        return unknown_verb(rest.front(), *command);
      return verb_of(*command) + " needs " + what_is_missing(*command, message);
    default:
      return message.substr(0, message.find('\n'));
  }
}

}  // namespace privet
