#include "report/repeated_ids.h"

namespace privet {
namespace {

constexpr std::size_t kMostIds = 100'000;

}  // namespace

std::uint32_t RepeatedIds::times(std::string_view file, std::string_view id) {
  if (file != file_) {
    file_ = file;
    seen_.clear();
  }
  const auto known = seen_.find(id);
  if (known != seen_.end()) return ++known->second;
  if (seen_.size() < kMostIds) seen_.emplace(id, 1);
  return 1;
}

std::string file_mark(std::string_view file) {
  std::uint32_t hash = 2166136261U;
  for (const char c : file) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  std::string out;
  for (int shift = 28; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[hash >> shift & 0xF]);
  return out;
}

}  // namespace privet
