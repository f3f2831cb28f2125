// Rules of one file as the program runs them, over one line of marked text:
// folding, gates, pattern, validator, cue words.
#pragma once

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "base/arena.h"
#include "base/check.h"
#include "detect/matcher.h"
#include "rule/marked.h"
#include "rule/rule_reader.h"
#include "text/fold.h"

namespace privet {

// One row of a test's table; the heading above a group says what it shows.
struct MarkedCase {
  const char* name;
  const char* text;  // what is to be found stands in [[ ]]
};

class RuleHarness {
 public:
  struct Find {
    Span<FieldSpace> span;
    Candidate candidate;
  };

  // Reads rules/`file`, for example "network/ip.toml".
  explicit RuleHarness(const std::string& file) {
    std::ifstream in(std::string(PRIVET_SOURCE_DIR) + "/rules/" + file);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const Status status = read_rules(text, file, rules_);
    if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
    PRIVET_CHECK(status.has_value());
    for (const bool reference : {false, true}) {
      Result<Matcher> matcher = Matcher::build(rules_, {.reference = reference, .default_region = {}});
      PRIVET_CHECK(matcher.has_value());
      matchers_.push_back(std::move(*matcher));
    }
  }

  // On the fast path, or on the reference path.
  [[nodiscard]] std::vector<Find> find(const std::string& text, bool reference = false) const {
    Arena arena;
    Folder folder;
    const View view = folder.fold(Bytes<FieldSpace>(text), arena);
    const Matcher& matcher = matchers_[reference ? 1 : 0];
    Matcher::Scratch scratch = matcher.make_scratch();
    std::vector<Find> found;
    for (const Candidate& candidate : matcher.find_in(view.text.text(), scratch)) {
      found.push_back({view.folding.to_source(candidate.span), candidate});
    }
    return found;
  }

  // The text of a marked line, marked again with what is found in it, without
  // what lies inside another find.
  [[nodiscard]] std::string marked(const std::string& line, bool reference = false) const {
    const std::string text = parse_marked(line).text;
    std::set<Span<FieldSpace>> spans;
    for (const Find& one : find(text, reference)) spans.insert(one.span);
    std::vector<Span<FieldSpace>> whole;
    for (const Span<FieldSpace>& span : spans) {
      const auto covers = [&](const Span<FieldSpace>& other) { return other != span && other.contains(span); };
      if (std::none_of(spans.begin(), spans.end(), covers)) whole.push_back(span);
    }
    return mark(text, whole);
  }

  // Whether each thing found in the line is reserved; false if nothing is.
  [[nodiscard]] bool all_reserved(const std::string& line) const {
    const std::vector<Find> found = find(parse_marked(line).text);
    return !found.empty() &&
           std::all_of(found.begin(), found.end(), [](const Find& f) { return f.candidate.reserved; });
  }

 private:
  RuleSet rules_;
  std::vector<Matcher> matchers_;
};

}  // namespace privet
