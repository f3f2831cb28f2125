// The data files below a folder.
//
// Links to files are followed if they stay inside; links to folders never are:
// inside, their files are found anyway, and there can be no cycles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace privet {

struct FolderFile {
  std::string path;     // to open
  std::string name;     // below the folder
  std::string problem;  // why it cannot be read, if that is known already
};

struct FolderContents {
  std::string problem;  // why the folder itself cannot be listed
  std::vector<FolderFile>
      files;  // data by its name (kind_of_name()), or folders that cannot be listed; bytewise by name
  std::uint64_t hidden = 0;
  std::uint64_t links = 0;
  std::uint64_t not_data = 0;
};

[[nodiscard]] FolderContents walk_folder(const std::string& folder);

}  // namespace privet
