// Which findings of a check are allowed: the rules of rule/allow_rule.h, asked.
//
//   entity   the finding's entity
//   domain   of an e-mail address or a URL: this domain or one below it
//   value    RE2, of the whole value as it stands in the decoded text
//   path     patterns of gate/glob.h, from the folder of the configuration file
//   pointer  where the finding is, or what holds it: as --field, with * for any
//            one step
//   source   the record's string at `source-field` (/source): these, exactly
//
// A rule that is over (`expires`, a day that still counts) holds for nothing, and
// can be asked what it held for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "record/json_pointer.h"
#include "record/record.h"
#include "rule/allow_rule.h"

namespace privet {

struct AllowQuestion {
  std::string_view entity;
  std::string_view value;  // as it stands in the decoded text; empty: the finding is the record or a part of it
  const Record& record;
  std::optional<FieldIndex> field;  // absent: the finding is the record
  std::uint64_t serial = 0;         // another one for each record
};

// What is read of a record once, however many findings it has. One per worker.
struct AllowScratch {
  std::uint64_t serial = 0;
  std::vector<std::optional<std::string>> sources;  // by source field; empty: not looked for
};

// Immutable; shared by all threads.
class AllowRules {
 public:
  AllowRules();
  AllowRules(AllowRules&&) noexcept;
  AllowRules& operator=(AllowRules&&) noexcept;
  ~AllowRules();

  //   entities: all there are, for what is misspelled
  //   today: YYYY-MM-DD
  // Fails with a line that names the file, its line and the key.
  [[nodiscard]] static Result<AllowRules> build(std::vector<AllowRule> rules, std::span<const std::string> entities,
                                                std::string_view today);

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] const AllowRule& rule(std::size_t i) const;
  [[nodiscard]] bool is_over(std::size_t i) const;
  // Whether a rule asks for what only a whole reading of the record shows
  // (ReadOptions::every_leaf).
  [[nodiscard]] bool needs_every_leaf() const;

  // Whether the rule is about such a finding, in whatever file.
  [[nodiscard]] bool fits(std::size_t i, const AllowQuestion& finding, AllowScratch& scratch) const;
  // Whether it is about that file.
  //   path: from the folder of the configuration file, '/' between names; above that folder it begins with ".."
  [[nodiscard]] bool fits_path(std::size_t i, std::string_view path) const;

 private:
  struct Compiled;
  [[nodiscard]] bool fits_source(const Compiled& compiled, const AllowQuestion& finding, AllowScratch& scratch) const;

  std::vector<std::unique_ptr<const Compiled>> rules_;
  std::vector<JsonPointer> source_fields_;  // each once
};

// The domain in an e-mail address or a URL, or the value itself if it looks like
// one; in lower case; else empty.
[[nodiscard]] std::string domain_in(std::string_view value);

}  // namespace privet
