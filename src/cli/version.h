// What this program is: for `privet --version`, and, as far as it changes
// results, for the ledger's header.
#pragma once

#include <string>
#include <string_view>

#include "detect/names/model.h"
#include "pipeline/ledger.h"
#include "rule/rule_set.h"

namespace privet {

// "0.1.0".
[[nodiscard]] std::string program_version();

// "sha256:…" of name and text of the files that rules are from.
//   builtin: those we are built with are in force
//   of_folders: RuleSet::sources()
[[nodiscard]] std::string rules_digest(bool builtin, std::string_view of_folders);

// Its checksum.
[[nodiscard]] std::string name_model_version(const NameModel& model);

// The versions of what decides what is found: engine, Unicode, numbering plans.
[[nodiscard]] Ledger::Pairs telling_versions();

// "privet 0.1.0" alone in the first line, for scripts; then, a line each, the
// build, the compiler, the libraries, and the rules and name model within.
// Nothing in it tells when, where or by whom it was built.
[[nodiscard]] std::string version_text();

}  // namespace privet
