// Values for options that were not typed: from the environment, else from a
// configuration file.
//
// A file's keys are the long options without their dashes, of any verb, so that
// one file serves all:
//
//   entities  = ["EMAIL_ADDRESS", "PHONE_NUMBER"]
//   threads   = 2
//   operator  = ["PHONE_NUMBER=mask"]
//   report    = "findings.jsonl"       # relative to the file that says so
//
// The environment's names are PRIVET_ and the long option in capitals:
// PRIVET_MAX_RECORD_BYTES=64MiB. Empty is unset; a flag is true or false.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/config_file.h"

namespace CLI {
class App;
}

namespace privet {

// Who gave an option its value.
struct Given {
  bool from_file = false;  // else from the environment
  std::string where;       // "privet.toml:3" or "PRIVET_THREADS"
};
using GivenBy = std::map<std::string, Given>;  // by long name

// Gives the options of `verb` that were not typed their values, as if they had
// been.
//   keys: all that a file may hold, but for allow rules (rule/allow_reader.h)
//   config: null: none. One that was found and not named may not say where
//     findings are written.
// Fails with one line that names the file and line, or the variable.
[[nodiscard]] Result<GivenBy> apply_settings(CLI::App& verb, const std::vector<std::string>& keys,
                                             const ConfigFile* config);

}  // namespace privet
