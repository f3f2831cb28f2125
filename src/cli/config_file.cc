#include "cli/config_file.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/repository.h"
#include "input/source.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

// Settings take a page or two.
constexpr std::uintmax_t kMostBytes = std::uintmax_t{16} << 20;

//   before: what messages begin with
Result<ConfigFile> read(const std::string& path, const std::string& before) {
  const std::string name = printable_path(path);
  std::error_code error;
  std::ifstream in(path, std::ios::binary);
  if (!in || fs::is_directory(path, error)) return fail(ErrorCode::kConfig, before + "cannot read " + name);
  if (fs::is_regular_file(path, error) && fs::file_size(path, error) > kMostBytes)
    return fail(ErrorCode::kConfig, before + name + ": larger than 16 MiB; is this the right file?");
  return ConfigFile{.path = path, .text = std::string(std::istreambuf_iterator<char>(in), {})};
}

}  // namespace

Result<ConfigFile> read_config(const std::string& path) { return read(path, "--config: "); }

Result<std::optional<ConfigFile>> find_config() {
  std::error_code error;
  const fs::path here = fs::current_path(error);
  if (error) return std::nullopt;
  const fs::path root = repository_of(here).value_or(here);
  for (fs::path folder = here;; folder = folder.parent_path()) {
    if (fs::exists(folder / kConfigName, error)) {
      Result<ConfigFile> file = read((folder / kConfigName).lexically_relative(here).string(), "");
      if (!file) return fail(file);
      file->found = true;
      return std::move(*file);
    }
    if (folder == root || !folder.has_relative_path()) return std::nullopt;
  }
}

}  // namespace privet
