// The verbs: Options in, exit code out. Each says what went wrong on stderr,
// in one line.
#pragma once

#include "cli/options.h"

namespace privet {

// The contract's exit codes.
enum class ExitCode : int { kDone = 0, kFindings = 1, kError = 2, kIncomplete = 3 };

[[nodiscard]] ExitCode run_stream_verb(const Options& options);    // scan, redact
[[nodiscard]] ExitCode run_rules_verb(const Options& options);     // rules list|show|check
[[nodiscard]] ExitCode run_check_verb(const Options& options);     // check
[[nodiscard]] ExitCode run_baseline_verb(const Options& options);  // baseline create|update|add|prune|show
[[nodiscard]] ExitCode run_eval_verb(const Options& options);      // eval
[[nodiscard]] ExitCode run_merge_verb(const Options& options);     // merge
[[nodiscard]] ExitCode run_config_verb(const Options& options);    // config show|schema
[[nodiscard]] ExitCode run_completion_verb(const Options& options);

}  // namespace privet
