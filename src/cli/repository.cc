#include "cli/repository.h"

#include <system_error>

namespace privet {

std::optional<std::filesystem::path> repository_of(std::filesystem::path folder) {
  std::error_code error;
  while (true) {
    if (std::filesystem::exists(folder / ".git", error)) return folder;
    if (!folder.has_relative_path()) return std::nullopt;
    folder = folder.parent_path();
  }
}

}  // namespace privet
