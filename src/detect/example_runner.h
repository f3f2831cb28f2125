// Runs a rule's examples: a text by itself, or for a rule over paths a whole
// record.
#pragma once

#include <string>
#include <vector>

#include "base/arena.h"
#include "base/function_ref.h"
#include "base/span.h"
#include "detect/matcher.h"
#include "detect/path_matcher.h"
#include "record/record_reader.h"
#include "text/fold.h"

namespace privet {

class ExampleRunner {
 public:
  // Both must outlive the runner.
  ExampleRunner(const Matcher& matcher, const PathMatcher& paths);

  using Wanted = FunctionRef<bool(const Candidate&)>;
  // The spans in the example of what is wanted, without those that lie inside
  // another. Of a JSON record (for rules over paths) the spans are raw bytes,
  // and what is no JSON finds nothing.
  std::vector<Span<FieldSpace>> find(const std::string& text, Wanted wanted);
  std::vector<Span<FieldSpace>> find_in_record(const std::string& json, Wanted wanted);

 private:
  const Matcher* matcher_;
  const PathMatcher* paths_;
  Matcher::Scratch scratch_;
  PathMatcher::Scratch path_scratch_;
  RecordReader reader_;
  Arena arena_;
  Folder folder_;
};

}  // namespace privet
