#include "cli/tracked_files.h"

#include <array>
#include <cstdio>
#include <filesystem>

#include "input/inputs.h"

namespace privet {
namespace {

bool is_read(const std::string& name) {
  const NameKind kind = kind_of_name(name);
  if (!kind.kind.empty()) return false;
  if (kind.container != Container::kAuto) return true;
  return name.ends_with(".md") || name.ends_with(".markdown");
}

}  // namespace

Result<std::vector<std::string>> tracked_files() {
  std::string names;
  // Quoting is of no use with -z: names come as they are.
  FILE* const git = popen("git ls-files -z 2>/dev/null", "r");
  if (git != nullptr) {
    std::array<char, 1 << 16> buffer{};
    while (const std::size_t got = fread(buffer.data(), 1, buffer.size(), git)) names.append(buffer.data(), got);
  }
  if (git == nullptr || pclose(git) != 0)
    return fail(ErrorCode::kUsage, "no FILE, and this is no folder of a git repository whose files could be checked");
  std::vector<std::string> out;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = names.find('\0', at);
    const std::string name = names.substr(at, end - at);
    at = end == std::string::npos ? names.size() : end + 1;
    std::error_code error;
    if (is_read(name) && std::filesystem::symlink_status(name, error).type() == std::filesystem::file_type::regular)
      out.push_back("./" + name);  // no name is - then, or looks like an option
  }
  return out;
}

}  // namespace privet
