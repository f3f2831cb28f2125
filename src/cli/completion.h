// Completion for shells, printed from the tree of verbs and options.
//
// A script offers verbs, options, the words of closed lists and, where a path
// is asked for, files or folders; where anything may stand, nothing.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_tree.h"

namespace privet {

[[nodiscard]] std::string bash_completion(const Command& tree);
[[nodiscard]] std::string zsh_completion(const Command& tree);
[[nodiscard]] std::string fish_completion(const Command& tree);

// What the three share.

// 'text' in quotes that a shell takes off again. fish has another escape.
[[nodiscard]] std::string in_quotes(std::string_view text, std::string_view quote = R"('\'')");
// The sets that the tree's options name, with their words.
[[nodiscard]] std::map<std::string, std::vector<std::string>> sets_of(const Command& tree);
[[nodiscard]] std::string joined(const std::vector<std::string>& words, std::string_view between = " ");

}  // namespace privet
