// Writes a patched text and the map back to its source, left to right.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/offset_map.h"

namespace privet {

class PatchWriter {
 public:
  PatchWriter(std::string_view source, std::string& out, OffsetMapBuilder& map)
      : source_(source), out_(out), map_(map) {}

  void copy_to(std::size_t end) {
    out_.append(source_, at_, end - at_);
    map_.copied(end - at_);
    at_ = end;
  }
  // What stands up to `end` becomes `text`.
  void replace(std::size_t end, std::string_view text) {
    out_ += text;
    map_replaced(end - at_, text.size());
    at_ = end;
  }
  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  // An edit holds 65,535 bytes: of a longer source each further edit takes one
  // byte of what replaces it, so that the whole of one still leads to the whole
  // of the other.
  void map_replaced(std::size_t source, std::size_t derived) {
    constexpr std::size_t kMostInEdit = 0xFFFF;
    while (source > kMostInEdit) {
      const std::size_t part = derived > 1 ? 1 : 0;
      map_.replaced(kMostInEdit, part, EditFlag::kNone);
      source -= kMostInEdit;
      derived -= part;
    }
    map_.replaced(source, derived, EditFlag::kNone);
  }

  std::string_view source_;
  std::string& out_;
  OffsetMapBuilder& map_;
  std::size_t at_ = 0;
};

}  // namespace privet
