// The configuration file of a run, privet.toml: where it is, and what is in it.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"

namespace privet {

inline constexpr char kConfigName[] = "privet.toml";

struct ConfigFile {
  std::string path;
  std::string text;
  bool found = false;  // by us: nobody named it
};

// The file that --config names.
[[nodiscard]] Result<ConfigFile> read_config(const std::string& path);

// privet.toml in the folder we are in, or else in the nearest above it, up to the
// root of the git repository; outside of one, in this folder alone. A file that is
// there and cannot be read is a mistake.
[[nodiscard]] Result<std::optional<ConfigFile>> find_config();

}  // namespace privet
