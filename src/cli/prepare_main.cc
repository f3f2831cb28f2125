// Run while we are built: computes what takes long to compute from the rules
// that we are built with (base/prepared.h).
//
//   privet_prepare OUT
#include <cstdio>
#include <exception>
#include <fstream>
#include <string>

#include "base/prepared.h"
#include "detect/matcher.h"
#include "detect/messages/marker_matcher.h"
#include "detect/path_matcher.h"
#include "rule/marker_reader.h"
#include "rule/rule_reader.h"
#include "text/fold_table.h"

namespace privet {
namespace {

Status prepare(std::string& out) {
  const PreparedWriter writer;
  RuleSet all;
  if (Status status = read_builtin_rules(all); !status) return status;
  const RuleSet rules = default_rules(all);
  MarkerSet markers;
  if (Status status = read_builtin_markers(markers); !status) return status;
  std::string unknown;
  if (!markers.apply_weights(&unknown)) return fail(ErrorCode::kConfig, "weights: no marker \"" + unknown + "\"");
  const Result<MarkerMatcher> messages = MarkerMatcher::build(markers, false);
  if (!messages) return tl::unexpected(messages.error());
  messages->set_up();
  // What runs by default, and what names in reports go through if --entities is given.
  for (const bool watching : {true, false}) {
    MatcherOptions options;
    if (watching) options.watched = MarkerMatcher::watched(markers);
    const Result<Matcher> matcher = Matcher::build(rules, options);
    if (!matcher) return tl::unexpected(matcher.error());
  }
  [[maybe_unused]] const FoldTable& folding = FoldTable::get();
  const Result<PathMatcher> paths = PathMatcher::build(rules, false);
  if (!paths) return tl::unexpected(paths.error());
  out = writer.written();
  return {};
}

}  // namespace
}  // namespace privet

int main(int argc, char** argv) {
  using namespace privet;
  try {
    if (argc != 2) {
      std::fputs("Usage: privet_prepare OUT\n", stderr);
      return 2;
    }
    std::string pieces;
    if (const Status status = prepare(pieces); !status) {
      std::fprintf(stderr, "privet_prepare: %s\n", status.error().message.c_str());
      return 1;
    }
    std::ofstream out(argv[1], std::ios::binary);
    out << pieces;
    return out.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "privet_prepare: %s\n", error.what());
    return 1;
  }
}
