// The baseline: findings that are known, so that only new ones fail a check.
//
// A JSON document, sorted by id, an entry a line. The last line never changes
// and entries end with a comma, so git merges what two branches added; what it
// cannot merge is told with its line.
//
//   {"schema":"privet.baseline/1","anchor":"anchor/1","key":"","entries":[
//   {"id":"0c9be61f27a4","entity":"EMAIL_ADDRESS","file":"a.jsonl","reason":"public
//   list","who":"","added":"","expires":""},
//   {}]}
//
// id: see anchor.h. file: where it was when it was accepted, for people; it is
// not compared. added and expires: YYYY-MM-DD or "". key: under which key the ids
// were made, "" for none; it tells keys apart and not what they are.
//
// There is no I/O here (cli/baseline_file.h), and no clock.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace privet {

inline constexpr std::string_view kBaselineSchema = "privet.baseline/1";

struct BaselineEntry {
  std::string id;
  std::string entity, file;  // "": not told
  std::string reason;        // never empty
  std::string who, added, expires;

  friend bool operator==(const BaselineEntry&, const BaselineEntry&) = default;
};

enum class Known : std::uint8_t { kNew, kKnown, kExpired };

struct Baseline {
  std::string key;
  std::vector<BaselineEntry> entries;  // by id, each once

  [[nodiscard]] const BaselineEntry* find(std::string_view id) const;
  // today: YYYY-MM-DD
  [[nodiscard]] Known knows(std::string_view id, std::string_view today) const;
  // In its place; an entry of the same id is replaced. False: it was there as it is.
  bool put(BaselineEntry entry);
  // All of them, of two with one id the later one, in time n log n; putting one by one takes the square.
  bool put_all(std::vector<BaselineEntry> more);
};

// An entry counts on the day that it expires, and no longer.
[[nodiscard]] bool has_expired(const BaselineEntry& entry, std::string_view today);

// Fails (kConfig) with `name`, the line, what is wrong and what to do. Lines may
// end as on Windows, and stand in any order, as a merge leaves them.
[[nodiscard]] Result<Baseline> parse_baseline(std::string_view text, std::string_view name);

[[nodiscard]] std::string write_baseline(const Baseline& baseline);

}  // namespace privet
