// The command line as plain values, read off the parser's own definitions: what
// completion and the manual are printed from, so that they know every verb and
// option that the parser knows, and no other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
}

namespace privet {

// What an option or an argument takes, as far as a shell can help with it.
enum class Takes : std::uint8_t {
  kNothing,  // a flag
  kText,     // numbers, patterns: nothing to offer
  kFile,
  kFolder,
  kWord,    // one of the words
  kList,    // words with commas between
  kEdits,   // the same, each perhaps with + or - before it
  kAssign,  // WORD=VALUE
};

struct Argument {
  std::string name = {};  // as help calls it: "FILE"
  Takes takes = Takes::kNothing;
  std::string set = {};                  // words that rules define, by the set's name (words_of_set); else
  std::vector<std::string> words = {};   // these, by themselves
  std::vector<std::string> values = {};  // of kAssign, behind the =
};

struct OptionEntry {
  std::vector<std::string> names;  // "-o", "--output"
  Argument argument;
  std::string description;
  std::string otherwise;  // the default, as help says it; empty: none
  std::string group;
  bool repeatable = false;
};

struct Operand {
  Argument argument;
  std::string description;
  bool required = false;
  bool repeatable = false;
};

struct Command {
  std::vector<std::string> path;  // "privet", "rules", "list"
  std::string description;
  std::vector<OptionEntry> options;  // without those that help does not list
  std::optional<Operand> operand;
  std::string footer;  // paragraphs, one a line
  std::vector<Command> verbs;
};

[[nodiscard]] Command command_tree(const CLI::App& app);

// "privet rules list".
[[nodiscard]] std::string name_of(const std::vector<std::string>& path, std::string_view between = " ");

// What an option's type_name() may say of the words it takes: `a|b|c`, or a set
// as below; `@entities=a|b` is for WORD=VALUE, and `+` in front allows edits.
inline constexpr char kEntityEdits[] = "+@entities";
inline constexpr char kEntityValue[] = "@entities=";  // then the values
inline constexpr char kIdCountries[] = "@countries";
inline constexpr char kPhoneRegions[] = "@regions";
inline constexpr char kRuleNames[] = "@rules";  // ids, entities, platforms
inline constexpr char kVerbNames[] = "@verbs";

// The words of a set: of the built-in rules, and of `tree`.
[[nodiscard]] std::vector<std::string> words_of_set(std::string_view set, const Command& tree);

}  // namespace privet
