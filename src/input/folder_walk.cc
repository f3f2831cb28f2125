#include "input/folder_walk.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "input/inputs.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

bool is_inside(const fs::path& path, const fs::path& folder) {
  const auto [end, rest] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

class Walk {
 public:
  explicit Walk(const std::string& folder) : folder_(folder) {
    std::error_code error;
    canonical_ = fs::canonical(folder, error);
  }

  FolderContents run() {
    std::vector<std::string> pending = {""};
    while (!pending.empty()) {
      const std::string below = std::move(pending.back());
      pending.pop_back();
      std::error_code error;
      fs::directory_iterator entry(folder_ / below, error);
      for (; !error && entry != fs::directory_iterator(); entry.increment(error)) {
        const std::string base = entry->path().filename().string();
        const std::string name = below.empty() ? base : std::string(below).append("/").append(base);
        if (base.starts_with('.')) {
          ++found_.hidden;
        } else if (visit(name)) {
          pending.push_back(name);
        }
      }
      if (error && below.empty()) found_.problem = error.message();
      if (error && !below.empty()) {
        found_.files.push_back({(folder_ / below).string(), below, "the folder cannot be listed: " + error.message()});
      }
    }
    std::sort(found_.files.begin(), found_.files.end(),
              [](const FolderFile& a, const FolderFile& b) { return a.name < b.name; });
    return std::move(found_);
  }

 private:
  // True if `name` is a folder to go into.
  bool visit(const std::string& name) {
    const fs::path path = folder_ / name;
    std::error_code error;
    const bool is_link = fs::symlink_status(path, error).type() == fs::file_type::symlink;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status)) {
      if (is_link) ++found_.links;
      return !is_link;
    }
    if (is_link && fs::exists(status) && !is_inside(fs::canonical(path, error), canonical_)) {
      ++found_.links;
      return false;
    }
    const NameKind kind = kind_of_name(name);
    if (kind.container == Container::kAuto && kind.kind.empty()) {
      ++found_.not_data;
      return false;
    }
    std::string problem;
    if (!fs::exists(status)) {
      problem = "it is a link to nothing";
    } else if (!fs::is_regular_file(status)) {
      problem = "it is not a regular file";  // to open a fifo would wait for its writer
    }
    found_.files.push_back({path.string(), name, std::move(problem)});
    return false;
  }

  fs::path folder_;
  fs::path canonical_;
  FolderContents found_;
};

}  // namespace

FolderContents walk_folder(const std::string& folder) { return Walk(folder).run(); }

}  // namespace privet
