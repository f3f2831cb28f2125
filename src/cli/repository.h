// Where the git repository is that we are in.
#pragma once

#include <filesystem>
#include <optional>

namespace privet {

// The folder that holds .git (a file, in a worktree): `folder` or one above it.
[[nodiscard]] std::optional<std::filesystem::path> repository_of(std::filesystem::path folder);

}  // namespace privet
