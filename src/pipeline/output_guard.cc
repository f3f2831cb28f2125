#include "pipeline/output_guard.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "input/source.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

std::optional<struct stat> look(const std::string& path) {
  struct stat found {};
  const bool std_stream = path == "-";
  if ((std_stream ? ::fstat(STDIN_FILENO, &found) : ::stat(path.c_str(), &found)) != 0) return std::nullopt;
  return found;
}

std::optional<struct stat> look_output(const std::string& path) {
  struct stat found {};
  if ((path == "-" ? ::fstat(STDOUT_FILENO, &found) : ::stat(path.c_str(), &found)) != 0) return std::nullopt;
  return found;
}

std::pair<std::uint64_t, std::uint64_t> id_of(const struct stat& s) {
  return {static_cast<std::uint64_t>(s.st_dev), static_cast<std::uint64_t>(s.st_ino)};
}

// With links resolved as far as things exist.
fs::path absolute(const std::string& path) {
  std::error_code error;
  fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
  if (error) whole = fs::absolute(path, error).lexically_normal();
  if (!whole.has_filename()) whole = whole.parent_path();  // "out/"
  return whole;
}

}  // namespace

void OutputGuard::add_input(const std::string& path) {
  const auto found = look(path);
  if (!found) return;
  if (S_ISDIR(found->st_mode)) {
    input_folders_.emplace(id_of(*found), printable_path(path));
  } else if (S_ISREG(found->st_mode)) {
    inputs_.emplace(id_of(*found), path == "-" ? "standard input" : printable_path(path));
  }
}

Status OutputGuard::add_file(const std::string& path, const std::string& option) {
  const bool is_stdout = path == "-" || path == "/dev/stdout" || path == "/dev/fd/1" || path == "/proc/self/fd/1";
  if (is_stdout && std::exchange(stdout_taken_, true)) {
    return fail(ErrorCode::kUsage, option + ": standard output is another output already");
  }
  const auto found = look_output(path);
  if (!found) {
    if (missing_outputs_.insert(absolute(path).string()).second) return {};
    return fail(ErrorCode::kUsage, option + ": " + printable_path(path) + " is another output already");
  }
  // Devices, pipes and terminals may well be both, or take two outputs.
  if (!S_ISREG(found->st_mode)) return {};
  const std::string shown = path == "-" ? "standard output" : printable_path(path);
  if (const auto input = inputs_.find(id_of(*found)); input != inputs_.end()) {
    return fail(ErrorCode::kUsage, option + ": " + shown + " is the input " + input->second);
  }
  if (outputs_.insert(id_of(*found)).second) return {};
  return fail(ErrorCode::kUsage, option + ": " + shown + " is another output already");
}

Status OutputGuard::check_outside(const std::string& path, const std::string& option) const {
  // Upwards from the output: by inode, so that bind mounts and links count.
  fs::path at = absolute(path);
  while (true) {
    if (const auto found = look_output(at.string()); found) {
      if (const auto folder = input_folders_.find(id_of(*found)); folder != input_folders_.end()) {
        return fail(ErrorCode::kUsage, option + ": " + printable_path(path) + " is inside the input folder " +
                                           folder->second + "; choose one outside");
      }
    }
    if (!at.has_relative_path() || at == at.parent_path()) return {};
    at = at.parent_path();
  }
}

// By name: what the run will make does not exist yet.
Status OutputGuard::check_outside_output(const std::string& path, const std::string& option) const {
  const fs::path file = absolute(path);
  for (const std::string& folder : output_folders_) {
    const fs::path whole = absolute(folder);
    if (std::mismatch(whole.begin(), whole.end(), file.begin(), file.end()).first != whole.end()) continue;
    return fail(ErrorCode::kUsage, option + ": " + printable_path(path) + " is inside the output folder " +
                                       printable_path(folder) + "; choose one outside");
  }
  return {};
}

Status OutputGuard::add_folder(const std::string& path, const std::string& option) {
  if (Status done = check_outside(path, option); !done) return done;
  output_folders_.push_back(path);
  const auto found = look_output(path);
  if (!found) return {};
  if (!S_ISDIR(found->st_mode)) {
    return fail(ErrorCode::kUsage, option + ": " + printable_path(path) + " is not a folder, but the input is one");
  }
  return {};
}

Status OutputGuard::add_file_outside(const std::string& path, const std::string& option) {
  if (Status done = check_outside(path, option); !done) return done;
  if (Status done = check_outside_output(path, option); !done) return done;
  return add_file(path, option);
}

}  // namespace privet
