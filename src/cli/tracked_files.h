// What `privet check` looks at if nothing is named.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace privet {

// The files that git tracks in this folder and below, of the kinds that corpora
// and what stands beside them have (JSON, CSV, text, Markdown; also .gz and .zst),
// by name. Links and files that are gone are left out. Fails outside of a
// repository, and without git.
[[nodiscard]] Result<std::vector<std::string>> tracked_files();

}  // namespace privet
