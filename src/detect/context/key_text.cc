#include "detect/context/key_text.h"

#include "record/pointer.h"

namespace privet {
namespace {

// A name of half a megabyte above 100,000 elements was read for each of them.
constexpr std::uint32_t kLongestTelling = 1024;  // bytes as written

}  // namespace

std::string_view key_text(const Record& record, FieldIndex at, std::string& room) {
  const Field& field = record.field(at);
  if (is_key(field.kind())) return {};
  std::optional<MemberName> name = name_of(record, field);
  for (std::uint32_t c = field.container; !name && c != kNoContainer; c = record.containers[c].parent) {
    const JsonNode& node = record.containers[c];
    if (node.parent != kNoContainer && record.containers[node.parent].is_object) {
      name = MemberName{node.name, node.ordinal};
    }
    if (node.is_object) break;
  }
  if (name && name->raw.size() > kLongestTelling) return {};
  return name ? name_text(record, *name, room) : std::string_view();
}

}  // namespace privet
