// The ledgers of many runs as one, as if one run had read all of their files.
//
// Files are put in the order of their names, everything that is counted is added
// up. So ledgers may come in any order and in any steps: merging some and then
// the rest gives the same bytes as merging all at once, and, where no two runs
// had a file of the same name, as the ledger of one run over all files.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "record/json_read.h"

namespace privet {

class LedgerMerger {
 public:
  //   text: a ledger (pipeline/ledger.h); where: what messages call it
  // Fails, and leaves everything as it was, if it is none, does not balance, was
  // made by another program, by other rules, options or another verb than the ones
  // before, or holds a file that is there already.
  [[nodiscard]] Status add(std::string_view text, std::string_view where);

  // After one add() at least: the merged ledger.
  [[nodiscard]] std::string write() const;

  // Of `expected`, what no ledger has read, in the order given.
  [[nodiscard]] std::vector<std::string> missing(const std::vector<std::string>& expected) const;
  // Files, and how many of them were not wholly read; records withheld.
  struct Summary {
    std::uint64_t ledgers = 0, files = 0, not_read = 0, records = 0, withheld = 0;
  };
  [[nodiscard]] Summary summary() const;

 private:
  struct File {
    std::string from;  // which ledger it is from, for messages
    JsonValue entry;
  };
  using Files = std::map<std::pair<std::string, std::string>, File>;  // by name and digest

  [[nodiscard]] Status check_same(const JsonValue& ledger, std::string_view where) const;

  JsonValue::Object head_;  // of the first: schema, program, verb, options
  std::string first_;       // where it is from
  Files files_;
  JsonValue not_looked_at_, totals_;
  std::uint64_t ledgers_ = 0;
};

}  // namespace privet
