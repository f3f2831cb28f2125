// Reads rule files: TOML to Rule values, with every mistake named by file and
// line.
//
// A rule of ours gives its gate and examples; a user's needs only `id`,
// `entity` and `regex` (another name for `prove`): it is then tried wherever a
// word begins, which is slower than a gate. Or, for `regex`, `terms`: a file of
// the words to find.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "base/result.h"
#include "rule/rule_set.h"

namespace privet {

// Reads a file that a rule names, relative to the folder of rules.
using ReadBeside = FunctionRef<Result<std::string>(const std::string& name)>;

// Reads the `[[rule]]` tables of one file into `rules`.
//   text: the file's TOML; name: what messages call it, "contact/email.toml"
//   overridden: ids that were there already, one a line, for a notice
//   read_beside: for `terms` and `allow_terms`; without it they are a mistake
// Fails on the first mistake: `email.toml:14: unknown key "sorce"; did you mean "source"?`
[[nodiscard]] Status read_rules(std::string_view text, std::string_view name, RuleSet& rules,
                                std::string* overridden = nullptr, std::optional<ReadBeside> read_beside = {});

// The rules that the program is built with.
[[nodiscard]] Status read_builtin_rules(RuleSet& rules);

}  // namespace privet
