// A function for each verb, in terms of zsh's own _arguments.
#include <fmt/format.h>

#include "cli/completion.h"

namespace privet {
namespace {

constexpr const char* kHead = R"(#compdef privet
# zsh completion for privet, made by "privet completion zsh".

)";

constexpr const char* kBody = R"(
# Words of the array $1 with commas between.
_privet_list() {
  compset -P '*,'
  compadd -qS , -a $1
}

# The same, each perhaps with + or - before it.
_privet_edits() {
  compset -P '*,'
  compset -P '[+-]'
  compadd -qS , -a $1
}

# WORD=VALUE, of the arrays $1 and $2.
_privet_assign() {
  if compset -P '*='; then
    compadd -a $2
  else
    compadd -qS = -a $1
    compadd -qS = DEFAULT
  fi
}

if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
  _privet "$@"
else
  compdef _privet privet
fi
)";

// For the text of an _arguments or _describe entry.
std::string described(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string action_of(const Argument& argument) {
  const std::string& set = argument.set;
  switch (argument.takes) {
    case Takes::kNothing:
    case Takes::kText:
      return " ";
    case Takes::kFile:
      return "_files";
    case Takes::kFolder:
      return "_files -/";
    case Takes::kWord:
      return set.empty() ? fmt::format("({})", joined(argument.words))
                         : fmt::format(" compadd -a _privet_words_{}", set);
    case Takes::kList:
      return fmt::format(" _privet_list _privet_words_{}", set);
    case Takes::kEdits:
      return fmt::format(" _privet_edits _privet_words_{}", set);
    case Takes::kAssign:
      return fmt::format(" _privet_assign _privet_words_{} _privet_values", set);
  }
  return " ";
}

// A line for each of an option's names; one excludes the others.
void add_option(const OptionEntry& option, std::string& out) {
  const bool leaves = option.names.back() == "--help" || option.names.back() == "--version";
  const bool flag = option.argument.takes == Takes::kNothing;
  const std::string excludes = option.repeatable ? "*" : fmt::format("({})", leaves ? "- : *" : joined(option.names));
  const std::string value =
      flag ? "" : fmt::format(":{}:{}", described(option.argument.name), action_of(option.argument));
  for (const std::string& name : option.names) {
    const char* const glued = flag ? "" : name.starts_with("--") ? "=" : "+";
    const std::string spec = fmt::format("{}{}{}[{}]{}", excludes, name, glued, described(option.description), value);
    out += fmt::format("    {} \\\n", in_quotes(spec));
  }
}

std::string function_of(const Command& command) { return "_" + name_of(command.path, "__"); }

// The verbs of a verb, and where they are taken further.
void add_verbs(const Command& command, std::string& out) {
  out += "  case $state in\n    verb)\n      local -a verbs=(\n";
  for (const Command& verb : command.verbs)
    out += fmt::format("        {}\n", in_quotes(verb.path.back() + ":" + described(verb.description)));
  out += "      )\n      _describe -t verbs verb verbs\n";
  if (command.operand) out += fmt::format("      {}\n", action_of(command.operand->argument));
  out += "      ;;\n    rest)\n      case $words[1] in\n";
  for (const Command& verb : command.verbs)
    out += fmt::format("        {}) {} ;;\n", verb.path.back(), function_of(verb));
  out += "      esac\n      ;;\n  esac\n";
}

void add_command(const Command& command, std::string& out) {
  const bool verbs = !command.verbs.empty();
  const Argument operand = command.operand ? command.operand->argument : Argument{};
  out += fmt::format("{}() {{\n", function_of(command));
  if (verbs) out += "  local curcontext=\"$curcontext\" state line\n  typeset -A opt_args\n";
  for (const OptionEntry& option : command.options) {
    if (option.argument.takes == Takes::kAssign)
      out += fmt::format("  local -a _privet_values=({})\n", joined(option.argument.values));
  }
  std::string specs;
  for (const OptionEntry& option : command.options) add_option(option, specs);
  const std::string operands =
      command.operand ? in_quotes(fmt::format("*:{}:{}", operand.name, action_of(operand))) : "':: '";
  if (verbs && command.operand) {
    // Its own operands, unless a verb stands in the first one's place.
    std::vector<std::string> names;
    for (const Command& verb : command.verbs) names.push_back(verb.path.back());
    out += fmt::format(
        "  if [[ $words[2] == ({}) ]]; then\n    shift words\n    (( CURRENT-- ))\n    state=rest\n  else\n",
        joined(names, "|"));
    out += fmt::format("  _arguments -s -S -C \\\n{}    ': :->verb' {}\n  fi\n", specs, operands);
  } else if (verbs) {
    out += fmt::format("  _arguments -s -S -C \\\n{}    ': :->verb' '*:: :->rest'\n", specs);
  } else {
    out += fmt::format("  _arguments -s -S \\\n{}    {}\n", specs, operands);
  }
  if (verbs) add_verbs(command, out);
  out += "}\n\n";
  for (const Command& verb : command.verbs) add_command(verb, out);
}

}  // namespace

std::string zsh_completion(const Command& tree) {
  std::string out = kHead;
  for (const auto& [set, words] : sets_of(tree))
    out += "typeset -ga _privet_words_" + set + "=(" + joined(words) + ")\n";
  out += "\n";
  add_command(tree, out);
  return out + kBody;
}

}  // namespace privet
