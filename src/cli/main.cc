// privet: argv in, exit code out.
//
// A run is Options (what was typed), a plan (what will be done) and a job; see
// cli/verb_stream.cc, then pipeline/scan_record.cc.
#include <cstdio>
#include <exception>

#include "cli/options.h"
#include "cli/verbs.h"

namespace {

// A full disk is no success, for a listing neither.
int finish(int exit_code) {
  if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0) return exit_code;
  std::fputs("privet: cannot write standard output\n", stderr);
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace privet;
  try {
    const ParseOutcome parsed = parse_options(argc, argv);
    if (!parsed.options) {
      std::fputs(parsed.text.c_str(), parsed.exit_code == 0 ? stdout : stderr);
      return parsed.exit_code == 0 ? finish(0) : parsed.exit_code;
    }
    const Options& options = *parsed.options;
    const bool stream = options.verb == Verb::kScan || options.verb == Verb::kRedact;
    return finish(static_cast<int>(stream ? run_stream_verb(options) : run_rules_verb(options)));
  } catch (const std::exception& error) {
    // No stage lets an exception out; running out of memory is what is left.
    std::fprintf(stderr, "privet: %s\n", error.what());
    return 2;
  }
}
