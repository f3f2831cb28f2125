// A `complete` line for each option of each verb, under the condition that the
// verb has been typed.
#include "cli/completion.h"

namespace privet {
namespace {

constexpr const char* kHead = R"(# fish completion for privet, made by "privet completion fish".

# What has been typed so far but options.
function __privet_typed
    for word in (commandline -opc)[2..]
        string match -q -- '-*' $word; or echo $word
    end
end

# Whether it begins with these verbs.
function __privet_at
    set -l typed (__privet_typed)
    test (count $typed) -ge (count $argv); and test "$typed[1..$(count $argv)]" = "$argv"
end

# Whether it is these verbs; without any, whether it is nothing.
function __privet_only
    set -l typed (__privet_typed)
    test "$typed" = "$argv"
end

# The value that is being typed.
function __privet_value
    commandline -ct | string replace -r -- '^--[^=]*=' ''
end

# Words with commas between.
function __privet_list
    set -l head (__privet_value | string replace -r -- '[^,]*$' '')
    printf '%s\n' $head$argv
end

# The same, each perhaps with + or - before it.
function __privet_edits
    set -l head (__privet_value | string replace -r -- '[^,+-]*$' '')
    printf '%s\n' $head$argv
end

# WORD=VALUE: the words, then =, then the values.
function __privet_assign
    set -l at (contains -i -- = $argv)
    set -l word (__privet_value | string match -r -- '^[^=]*=')
    if test -n "$word"
        printf '%s\n' $word$argv[(math $at + 1)..]
    else
        printf '%s=\n' DEFAULT $argv[1..(math $at - 1)]
    end
end

complete -c privet -f
)";

std::string quoted(std::string_view text) { return in_quotes(text, R"(\')"); }

std::string words_of(const Argument& argument) {
  return argument.set.empty() ? joined(argument.words) : "$__privet_" + argument.set;
}

// What `complete` is told of the value.
std::string value_of(const Argument& argument) {
  switch (argument.takes) {
    case Takes::kNothing:
      return "";
    case Takes::kText:
      return " -x";
    case Takes::kFile:
      return " -r -F";
    case Takes::kFolder:
      return " -x -a '(__fish_complete_directories (__privet_value))'";
    case Takes::kWord:
      return " -x -a " + quoted(words_of(argument));
    case Takes::kList:
      return " -x -a " + quoted("(__privet_list " + words_of(argument) + ")");
    case Takes::kEdits:
      return " -x -a " + quoted("(__privet_edits " + words_of(argument) + ")");
    case Takes::kAssign:
      return " -x -a " + quoted("(__privet_assign " + words_of(argument) + " = " + joined(argument.values) + ")");
  }
  return "";
}

// Where the command's own options and operands stand: behind it, and not behind a verb of its own.
std::string place_of(const Command& command) {
  const std::string typed = joined({command.path.begin() + 1, command.path.end()});
  if (!command.verbs.empty() && !command.operand) return "__privet_only " + typed;
  std::string out = "__privet_at " + typed;
  for (const Command& verb : command.verbs)
    out += "; and not __privet_at " + joined({verb.path.begin() + 1, verb.path.end()});
  return out;
}

void add_command(const Command& command, std::string& out) {
  const std::string begin = "complete -c privet -n " + quoted(place_of(command));
  out += "\n";
  for (const OptionEntry& option : command.options) {
    out += begin;
    for (const std::string& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    out += value_of(option.argument) + " -d " + quoted(option.description) + "\n";
  }
  if (command.operand) {
    const Argument& operand = command.operand->argument;
    if (operand.takes == Takes::kFile) out += begin + " -F\n";
    if (operand.takes == Takes::kWord) out += begin + " -a " + quoted(words_of(operand)) + "\n";
  }
  for (const Command& verb : command.verbs) {
    const std::string typed = joined({command.path.begin() + 1, command.path.end()});
    out += "complete -c privet -n " + quoted("__privet_only " + typed) + " -a " + verb.path.back() + " -d " +
           quoted(verb.description) + "\n";
  }
  for (const Command& verb : command.verbs) add_command(verb, out);
}

}  // namespace

std::string fish_completion(const Command& tree) {
  std::string out = kHead;
  for (const auto& [set, words] : sets_of(tree)) out += "set -g __privet_" + set + " " + joined(words) + "\n";
  add_command(tree, out);
  return out;
}

}  // namespace privet
