// privet: argv in, exit code out.
//
// A run is Options (what was typed), a plan (what will be done) and a job; see
// cli/verb_stream.cc, then pipeline/scan_record.cc.
#include <cstdio>
#include <exception>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "base/prepared.h"
#include "cli/options.h"
#include "cli/prepared_pieces.h"
#include "cli/verbs.h"

namespace {

// A full disk is no success, for a listing neither.
int finish(int exit_code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  std::fputs("privet: cannot write standard output\n", stderr);
  return 2;
}

// Buffers of batches go back to the system when they are freed. Else glibc
// raises this limit to the largest buffer seen and keeps them in pieces: 70 MiB
// instead of 59 for a table whose quote is never closed, at the same speed.
void bound_memory() {
#ifdef __GLIBC__
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
#endif
}

privet::ExitCode run(const privet::Options& options) {
  using privet::Verb;
  switch (options.verb) {
    case Verb::kScan:
    case Verb::kRedact:
      return privet::run_stream_verb(options);
    case Verb::kRulesList:
    case Verb::kRulesShow:
    case Verb::kRulesCheck:
      return privet::run_rules_verb(options);
    case Verb::kCheck:
      return privet::run_check_verb(options);
    case Verb::kEval:
      return privet::run_eval_verb(options);
    case Verb::kMerge:
      return privet::run_merge_verb(options);
    case Verb::kBaselineCreate:
    case Verb::kBaselineUpdate:
    case Verb::kBaselineAdd:
    case Verb::kBaselinePrune:
    case Verb::kBaselineShow:
      return privet::run_baseline_verb(options);
    case Verb::kConfigShow:
    case Verb::kConfigSchema:
      return privet::run_config_verb(options);
    case Verb::kCompletionBash:
    case Verb::kCompletionZsh:
    case Verb::kCompletionFish:
    case Verb::kCompletionMan:
      return privet::run_completion_verb(options);
  }
  return privet::ExitCode::kError;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace privet;
  bound_memory();
  use_prepared(prepared_pieces());
  try {
    const ParseOutcome parsed = parse_options(argc, argv);
    if (!parsed.options) {
      std::fputs(parsed.text.c_str(), parsed.exit_code == 0 ? stdout : stderr);
      return parsed.exit_code == 0 ? finish(0) : parsed.exit_code;
    }
    const Options& options = *parsed.options;
    return finish(static_cast<int>(run(options)));
  } catch (const std::exception& error) {
    // No stage lets an exception out; running out of memory is what is left.
    std::fprintf(stderr, "privet: %s\n", error.what());
    return 2;
  }
}
