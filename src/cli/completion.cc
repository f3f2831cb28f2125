#include "cli/completion.h"

namespace privet {
namespace {

void collect(const Command& command, const Command& tree, std::map<std::string, std::vector<std::string>>& sets) {
  const auto need = [&](const Argument& argument) {
    if (!argument.set.empty() && !sets.contains(argument.set))
      sets.emplace(argument.set, words_of_set(argument.set, tree));
  };
  for (const OptionEntry& option : command.options) need(option.argument);
  if (command.operand) need(command.operand->argument);
  for (const Command& verb : command.verbs) collect(verb, tree, sets);
}

}  // namespace

std::string in_quotes(std::string_view text, std::string_view quote) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += quote;
    } else if (c == '\\' && quote == R"(\')") {
      out += R"(\\)";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::map<std::string, std::vector<std::string>> sets_of(const Command& tree) {
  std::map<std::string, std::vector<std::string>> sets;
  collect(tree, tree, sets);
  return sets;
}

std::string joined(const std::vector<std::string>& words, std::string_view between) { return name_of(words, between); }

}  // namespace privet
