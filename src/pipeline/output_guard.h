// Keeps a run from writing over what it reads, or two outputs into one file.
//
// Files are told apart by device and inode, so that links and other spellings
// of a path are the same file.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace privet {

class OutputGuard {
 public:
  // What the run reads: a file, a folder (and all below it), or "-" for stdin.
  // What is missing is passed over: opening it will say so.
  void add_input(const std::string& path);

  // `option` names the output in messages: "--report". kUsage if `path` is an
  // input, or an output that was added before. Adds it.
  Status add_file(const std::string& path, const std::string& option);
  // For a folder that outputs go to, and for what must not stand among the
  // inputs (--quarantine): also kUsage if it is, or is in, an input folder. It
  // need not exist yet. A file outside is outside the output folders, too, that
  // were added before.
  Status add_folder(const std::string& path, const std::string& option);
  Status add_file_outside(const std::string& path, const std::string& option);

 private:
  using FileId = std::pair<std::uint64_t, std::uint64_t>;  // device, inode
  [[nodiscard]] Status check_outside_output(const std::string& path, const std::string& option) const;
  [[nodiscard]] Status check_outside(const std::string& path, const std::string& option) const;

  std::map<FileId, std::string> inputs_;  // with their names
  std::map<FileId, std::string> input_folders_;
  std::vector<std::string> output_folders_;  // as typed
  bool stdout_taken_ = false;
  std::set<FileId> outputs_;
  std::set<std::string> missing_outputs_;  // absolute paths of outputs that do not exist yet
};

}  // namespace privet
