// The built-in contact rules on a text of its own, expectations inside it:
// marked("write to jo@example.com") is "write to [[jo@example.com]]".
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/arena.h"
#include "base/check.h"
#include "detect/matcher.h"
#include "rule/marked.h"
#include "rule/rule_reader.h"
#include "text/fold.h"

namespace privet {

class ContactHarness {
 public:
  // Reads rules/contact/`name`.toml below `source`.
  ContactHarness(const std::string& source, const std::string& name) {
    std::ifstream in(source + "/rules/contact/" + name + ".toml");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    PRIVET_CHECK(read_rules(text, name, rules_).has_value());
    Result<Matcher> matcher = Matcher::build(rules_, {});
    PRIVET_CHECK(matcher.has_value());
    matcher_.emplace(std::move(*matcher));
  }
  ContactHarness(const ContactHarness&) = delete;
  ContactHarness& operator=(const ContactHarness&) = delete;

  // What is found in the text, without what lies inside another find.
  [[nodiscard]] std::string marked(std::string_view text) {
    arena_.clear();
    const View view = folder_.fold(Bytes<FieldSpace>(text), arena_);
    Matcher::Scratch scratch = matcher_->make_scratch();
    std::set<Span<FieldSpace>> spans;
    for (const Candidate& candidate : matcher_->find_in(view.text.text(), scratch)) {
      spans.insert(view.folding.to_source(candidate.span));
    }
    std::vector<Span<FieldSpace>> out;
    for (const Span<FieldSpace>& span : spans) {
      const auto covers = [&](const Span<FieldSpace>& other) { return other != span && other.contains(span); };
      if (std::none_of(spans.begin(), spans.end(), covers)) out.push_back(span);
    }
    return mark(text, out);
  }

 private:
  RuleSet rules_;
  std::optional<Matcher> matcher_;
  Arena arena_;
  Folder folder_;
};

}  // namespace privet
