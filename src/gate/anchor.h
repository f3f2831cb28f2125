// anchor/1: what the id of a finding is made of, so that a baseline knows it
// again and tells nobody what it was.
//
// A finding's place is
//   - its record: for every key of three bytes or more where it stands, for
//     every string of three bytes or more where it stands and its skeleton
//     (skeleton.h), all in any order;
//   - where in it: the pointer, its keys as marks and elements as `*`, and
//     whether the key itself is meant;
//   - the entity.
// The id is the first 12 hexadecimal digits of SHA-256 of that, or of HMAC-SHA256
// under the key of --key-file. Of several findings in one place the second and
// all further ones have an id that counts them; so ask for those alone that
// matter, or one more that does not would change the ids of those that do.
//
// So an id stays what it is when records are moved, sorted, sharded or compressed
// in another way, when JSON is laid out in another way (spaces, escapes, the order
// of keys), and when another rule or model finds the same thing, be it with
// other ends. It is another one when keys or words of the record change.
//
// What it does not notice: another value of the same shape in the same place,
// since nothing of a value goes into it. Records with few words of the list are
// alike in great number (rows of a table), so there findings are counted over
// the whole run: a baseline then knows how many there are, not which.
//
// Frozen: whatever changes an id makes it anchor/2 (tests/unit/gate/anchor_test.cc
// holds ids that must never change).
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/function_ref.h"
#include "record/record.h"

namespace privet {

inline constexpr std::string_view kAnchorVersion = "anchor/1";
inline constexpr std::size_t kFindingIdSize = 12;
inline constexpr std::uint32_t kFewWords = 8;

// SHA-256, or HMAC-SHA256 under a key that is used for nothing else.
using AnchorHash = FunctionRef<std::array<std::uint8_t, 32>(std::string_view text)>;

// 12 digits of lower-case hexadecimal.
[[nodiscard]] bool is_finding_id(std::string_view text);

struct AnchorPlace {
  std::string_view entity;
  std::string_view pointer;  // as reports show it; "": the record
  bool is_key = false;
};

struct Anchor {
  std::string id;          // of the finding, unless few_words
  bool few_words = false;  // the record has less than kFewWords words of the list: RunIds has the id
};

// One per worker. The record is read once, when the first of its findings asks.
class AnchorMaker {
 public:
  // Call it for the findings of a record that fail a check, in their order.
  //   record: however it was read (ReadOptions do not matter)
  //   serial: another one for each record
  [[nodiscard]] Anchor anchor_of(const Record& record, std::uint64_t serial, const AnchorPlace& place, AnchorHash hash);

 private:
  void begin(const Record& record);
  [[nodiscard]] std::uint64_t path_of(const Record& record, const Field& field);

  std::uint64_t serial_ = 0;
  bool begun_ = false;
  std::uint64_t record_ = 0;
  std::uint32_t words_ = 0;
  std::unordered_map<std::string, std::uint32_t> seen_;  // ids of the record, and how often
  std::vector<std::uint64_t> containers_;                // hashes of their paths
  std::string name_, text_;
};

// One per run, on the ordered side.
class RunIds {
 public:
  // The finding's id. Anchors come in the order of the run, of findings that
  // fail it and of no others.
  [[nodiscard]] std::string id_of(const Anchor& anchor, AnchorHash hash);

 private:
  std::unordered_map<std::string, std::uint32_t> seen_;
};

}  // namespace privet
