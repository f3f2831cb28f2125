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

#include <string>
#include <vector>

#include "base/result.h"

namespace CLI {
class App;
}

namespace privet {

// Gives the options of `verb` that were not typed their values, as if they had
// been.
//   keys: all that a file may hold
//   config: the file; empty: none
// Fails with one line that names the file and line, or the variable.
[[nodiscard]] Status apply_settings(CLI::App& verb, const std::vector<std::string>& keys, const std::string& config);

}  // namespace privet
