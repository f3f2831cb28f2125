// Rules at work over whole records, on the fast path and on the reference path.
#pragma once

#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/check.h"
#include "detect/matcher.h"
#include "rule/rule_reader.h"
#include "support/record_builder.h"
#include "text/fold.h"

namespace privet {

// One matcher of each kind and its scratch, which goes from record to record.
class RecordHarness {
 public:
  explicit RecordHarness(RuleSet rules) : rules_(std::make_unique<RuleSet>(std::move(rules))) {
    for (const bool reference : {false, true}) {
      Result<Matcher> matcher = Matcher::build(*rules_, {.reference = reference, .default_region = {}});
      if (!matcher) std::fprintf(stderr, "%s\n", matcher.error().message.c_str());
      PRIVET_CHECK(matcher.has_value());
      matchers_.push_back(std::move(*matcher));
      scratches_.push_back(matchers_.back().make_scratch());
    }
  }

  // All built-in rules, also those that are off by default.
  [[nodiscard]] static RecordHarness builtin() {
    RuleSet rules;
    PRIVET_CHECK(read_builtin_rules(rules).has_value());
    return RecordHarness(std::move(rules));
  }
  // The rules of a text in TOML.
  [[nodiscard]] static RecordHarness of(std::string_view toml) {
    RuleSet rules;
    const Status status = read_rules(toml, "x.toml", rules);
    if (!status) std::fprintf(stderr, "%s\n", status.error().message.c_str());
    PRIVET_CHECK(status.has_value());
    return RecordHarness(std::move(rules));
  }

  [[nodiscard]] const RuleSet& rules() const { return *rules_; }

  struct Find {
    std::string rule, text, all;  // all: every member of the candidate, to compare and to print
    Candidate candidate;
  };

  // What is found in a record of JSON, keys too, in the order of Matcher::decide().
  [[nodiscard]] std::vector<Find> find(std::string_view json, bool reference) {
    const TestRecord test = json_record(json);
    const Record record = test.record();
    const Matcher& matcher = matchers_[reference ? 1 : 0];
    Matcher::Scratch& scratch = scratches_[reference ? 1 : 0];
    Arena arena;
    Folder folder;
    RecordViews views;
    views.begin(record);
    matcher.begin_record(record, scratch);
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
      const FieldIndex at{i};
      const View view = folder.fold(record.text(record.field(at)), arena);
      views.add(at, view);
      matcher.collect(at, view.text, scratch);
      matcher.collect_named(at, view.text, scratch);
    }
    std::vector<Candidate> candidates;
    matcher.decide(views, scratch, candidates);
    std::vector<Find> out;
    for (const Candidate& one : candidates) {
      const std::string text(views.view_of(one.field).text.slice(one.span));
      const std::string& rule = rules_->rule(one.rule).id;
      out.push_back({rule, text,
                     rule + " \"" + text + "\" in field " + std::to_string(index(one.field)) + " at " +
                         std::to_string(one.span.begin) + ", " + std::to_string(one.score) + " " +
                         std::string(one.region.data(), one.region[0] == 0 ? 0 : 2) +
                         (one.reserved ? " reserved" : "") + (one.repeated ? " repeated" : "") + "\n",
                     one});
    }
    return out;
  }

  // The texts that one rule finds, "|" between them.
  [[nodiscard]] std::string texts(std::string_view json, std::string_view rule, bool reference) {
    std::string out;
    for (const Find& one : find(json, reference)) {
      if (one.rule == rule) out += (out.empty() ? "" : "|") + one.text;
    }
    return out;
  }

 private:
  std::unique_ptr<RuleSet> rules_;  // the matchers borrow it
  std::vector<Matcher> matchers_;
  std::vector<Matcher::Scratch> scratches_;
};

}  // namespace privet
