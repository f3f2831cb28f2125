// Which pointers there are in an input, for the error "matched nothing; did you
// mean".
//
// A shape is a pointer with `*` for array indices. Only so many are kept, the
// shallowest and first in order of bytes: the same ones however the records
// are shared out among workers. Collect while a pattern has not matched yet.
// Shapes hold key names of the input: they may need hiding before they are shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "record/pointer_set.h"
#include "record/record.h"

namespace privet {

class PointerShapes {
 public:
  // The shapes of everything in the record; those of more than 8 segments and
  // with names over 64 bytes are left out.
  void collect(const Record& record);
  void merge(const PointerShapes& other);

  // In order: by number of segments, then by bytes.
  [[nodiscard]] std::vector<std::string> shapes() const;

  // The shape with the least edit distance over segments; nothing if there are
  // no shapes.
  [[nodiscard]] std::optional<std::string> nearest(const PointerPattern& pattern) const;

 private:
  using Shape = std::vector<std::string>;
  struct Shallow {
    bool operator()(const Shape& a, const Shape& b) const { return a.size() != b.size() ? a.size() < b.size() : a < b; }
  };
  void add(const Record& record, std::uint32_t container, std::string last);

  std::set<Shape, Shallow> shapes_;
  std::unordered_set<std::uint64_t> seen_;  // hashes of shapes that were looked at
  std::vector<std::uint64_t> hashes_;       // of the record's containers; 0: too deep
};

}  // namespace privet
