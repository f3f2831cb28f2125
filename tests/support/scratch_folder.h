// A folder for one test, gone with it; and the rights of somebody else.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "base/check.h"

namespace privet::test {

class ScratchFolder {
 public:
  ScratchFolder() {
    const char* const above = std::getenv("TMPDIR");
    path_ = std::string(above != nullptr ? above : "/tmp") + "/privet-test-XXXXXX";
    PRIVET_CHECK(::mkdtemp(path_.data()) != nullptr);
    path_ = std::filesystem::canonical(path_).string();
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  ~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string path(std::string_view below) const { return path_ + "/" + std::string(below); }

  // Writes a file, and the folders above it; gives its path.
  std::string write(std::string_view below, std::string_view text) const {
    const std::string path = this->path(below);
    std::filesystem::create_directories(std::filesystem::path(path).parent_path());
    std::FILE* const file = std::fopen(path.c_str(), "wb");
    PRIVET_CHECK(file != nullptr);
    PRIVET_CHECK(std::fwrite(text.data(), 1, text.size(), file) == text.size());
    PRIVET_CHECK(std::fclose(file) == 0);
    return path;
  }

 private:
  std::string path_;
};

// Root may read everything; while this lives, root is somebody else.
class AsNobody {
 public:
  AsNobody() : root_(::geteuid() == 0) {
    if (root_) PRIVET_CHECK(::seteuid(65534) == 0);
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;
  ~AsNobody() {
    if (root_) PRIVET_CHECK(::seteuid(0) == 0);
  }

 private:
  bool root_;
};

}  // namespace privet::test
