#include "input/container.h"

namespace privet {
namespace {

// Position of the first byte that is neither BOM nor white space, or npos.
std::size_t first_mark(std::string_view bytes) {
  const std::size_t begin = bytes.substr(0, kUtf8Bom.size()) == kUtf8Bom ? kUtf8Bom.size() : 0;
  return bytes.find_first_not_of(" \t\r\n", begin);
}

}  // namespace

Container sniff_container(std::string_view first_bytes, Container by_suffix) {
  if (by_suffix == Container::kCsv) return Container::kCsv;
  const std::size_t at = first_mark(first_bytes.substr(0, kContainerSniffBytes));
  const char mark = at == std::string_view::npos ? '\0' : first_bytes[at];
  if (by_suffix == Container::kText) return mark == '{' ? Container::kJsonl : Container::kText;
  return mark == '[' ? Container::kJson : Container::kJsonl;
}

bool container_is_decided(std::string_view first_bytes) {
  if (first_bytes.size() >= kContainerSniffBytes) return true;
  // A BOM that has not arrived in full is not a mark.
  if (first_bytes.size() < kUtf8Bom.size() && kUtf8Bom.substr(0, first_bytes.size()) == first_bytes) return false;
  return first_mark(first_bytes) != std::string_view::npos;
}

}  // namespace privet
