// The shape of a record: which keys it has and where, whatever their order and
// their values.
//
//   {"a":[{"b":1},{"b":2}],"c":0}    a  a[]  a[].b  c
//
// Rows of one table share it, and so do messages of one export.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "record/record.h"

namespace privet {

// A record without keys, or with more than kMostShapeKeys: no row of a table.
inline constexpr std::uint64_t kNoShape = 0;
// Rows of CSV have one header.
inline constexpr std::uint64_t kTableShape = 1;
inline constexpr std::size_t kMostShapeKeys = 4096;

class KeyShapes {
 public:
  // A hash of the set of key paths. It depends on nothing but the record, which
  // must have been read with ReadOptions::every_leaf.
  [[nodiscard]] std::uint64_t shape_of(const Record& record);

 private:
  std::uint64_t step(std::uint64_t hash, const Record& record, Span<RecordSpace> name);

  std::vector<std::uint64_t> containers_, paths_;
  std::string name_;
};

}  // namespace privet
