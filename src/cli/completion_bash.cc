// Two tables as `case` (what a verb has, what an option takes) and fixed
// functions that read the line with them. Needs no bash-completion.
#include <map>

#include "cli/completion.h"

namespace privet {
namespace {

constexpr const char* kHead = R"(# bash completion for privet, made by "privet completion bash".

)";

constexpr const char* kBody = R"(
# Offers those of the words $3 that begin with $1, each behind $2 and before $4.
_privet_offer() {
  local word IFS=$' \t\n'
  for word in $3; do
    [[ $word == "$1"* ]] && COMPREPLY+=("$2$word${4-}")
  done
}

# Offers what may stand in the place of the value $1, which is behind $2.
_privet_value() {
  local item=${1##*,}
  case $takes in
    file)
      # Readline's own, unless verbs are offered too.
      if ((${#COMPREPLY[@]} == 0)); then
        compopt -o default
      else
        compopt -o filenames
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$1")
      fi
      ;;
    folder) compopt -o dirnames ;;
    word) _privet_offer "$1" "$2" "$words" ;;
    list | edits)
      [[ $takes == edits ]] && item=${item#[+-]}
      _privet_offer "$item" "$2${1%"$item"}" "$words"
      compopt -o nospace
      ;;
    assign)
      if [[ $1 == *=* ]]; then
        _privet_offer "${1#*=}" "$2${1%%=*}=" "$values"
      else
        _privet_offer "$1" "$2" "DEFAULT $words" =
        compopt -o nospace
      fi
      ;;
  esac
}

_privet() {
  local verb=privet verbs options takes words values operand operand_words operand_set
  local rest=$COMP_LINE current waiting='' plain='' word i
  local -a typed=()
  COMPREPLY=()
  # Readline cuts words at = and :, here they are whole again. What is offered
  # stands in the place of the last piece, $2.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    word=${COMP_WORDS[i]}
    if ((i > 0)) && [[ -n $rest && $rest != [[:blank:]]* ]]; then
      ((i == COMP_CWORD)) && [[ $word != [=:]* ]] && word=$2
      typed[${#typed[@]} - 1]+=$word
    else
      ((i == COMP_CWORD)) && word=$2
      typed+=("$word")
    fi
    rest=${rest#*"${COMP_WORDS[i]}"}
  done
  current=${typed[${#typed[@]} - 1]}

  _privet_verb "$verb"
  for ((i = 1; i < ${#typed[@]} - 1; i++)); do
    word=${typed[i]}
    if [[ -n $waiting ]]; then
      waiting=''
    elif [[ $word == -- ]]; then
      plain=1 verbs=''
    elif [[ -z $plain && $word == -?* ]]; then
      _privet_option "$verb" "$word"
      [[ -n $takes ]] && waiting=$word
    elif [[ " $verbs " == *" $word "* ]]; then
      verb+=" $word"
      _privet_verb "$verb"
    else
      verbs=''  # what follows an operand is another
    fi
  done

  if [[ ${typed[i - 1]} == *[\<\>] ]]; then
    compopt -o default
  elif [[ -n $waiting ]]; then
    _privet_option "$verb" "$waiting"
    _privet_value "$current" ''
  elif [[ -z $plain && $current == --*=* ]]; then
    _privet_option "$verb" "${current%%=*}"
    _privet_value "${current#*=}" "${current%%=*}="
  elif [[ -z $plain && $current == -* ]]; then
    _privet_offer "$current" '' "$options"
  else
    _privet_offer "$current" '' "$verbs"
    takes=$operand words=$operand_words
    _privet_value "$current" ''
  fi
  word=${current%"$2"}
  COMPREPLY=("${COMPREPLY[@]#"$word"}")
}

complete -F _privet privet
)";

const char* name_of_kind(Takes takes) {
  switch (takes) {
    case Takes::kNothing:
      return "";
    case Takes::kText:
      return "text";
    case Takes::kFile:
      return "file";
    case Takes::kFolder:
      return "folder";
    case Takes::kWord:
      return "word";
    case Takes::kList:
      return "list";
    case Takes::kEdits:
      return "edits";
    case Takes::kAssign:
      return "assign";
  }
  return "";
}

std::string words_of(const Argument& argument) {
  return argument.set.empty() ? in_quotes(joined(argument.words)) : "$_privet_" + argument.set;
}

// A line for each verb: what may come next.
void add_verbs(const Command& command, std::string& out) {
  std::vector<std::string> verbs, options;
  for (const Command& verb : command.verbs) verbs.push_back(verb.path.back());
  for (const OptionEntry& option : command.options)
    options.insert(options.end(), option.names.begin(), option.names.end());
  const Argument operand = command.operand ? command.operand->argument : Argument{};
  out += "    " + in_quotes(name_of(command.path)) + ") verbs=" + in_quotes(joined(verbs)) +
         " operand=" + name_of_kind(operand.takes) + " operand_words=" + words_of(operand) +
         "\n      options=" + in_quotes(joined(options)) + " ;;\n";
  for (const Command& verb : command.verbs) add_verbs(verb, out);
}

// What is assigned, to the options that take it.
void collect_options(const Command& command, std::map<std::string, std::vector<std::string>>& by_value) {
  for (const OptionEntry& option : command.options) {
    const Argument& argument = option.argument;
    if (argument.takes == Takes::kNothing) continue;
    const std::string value = std::string("takes=") + name_of_kind(argument.takes) + " words=" + words_of(argument) +
                              " values=" + in_quotes(joined(argument.values));
    for (const std::string& name : option.names)
      by_value[value].push_back(in_quotes(name_of(command.path) + " " + name));
  }
  for (const Command& verb : command.verbs) collect_options(verb, by_value);
}

}  // namespace

std::string bash_completion(const Command& tree) {
  std::string out = kHead;
  for (const auto& [set, words] : sets_of(tree)) out += "_privet_" + set + "=" + in_quotes(joined(words)) + "\n";
  out += "\n# What verb $1 has.\n_privet_verb() {\n  case $1 in\n";
  add_verbs(tree, out);
  out +=
      "  esac\n}\n\n# What option $2 of verb $1 takes; nothing for a flag.\n_privet_option() {\n  takes=''\n"
      "  case \"$1 $2\" in\n";
  std::map<std::string, std::vector<std::string>> by_value;
  collect_options(tree, by_value);
  for (const auto& [value, names] : by_value)
    out += "    " + joined(names, " | \\\n      ") + ")\n      " + value + " ;;\n";
  return out + "  esac\n}\n" + kBody;
}

}  // namespace privet
