// Files that appear whole or not at all.
//
// An output is written to a temporary beside it (`.NAME.privet-tmp`, 0600,
// locked) and takes its name by a rename after fsync. Whatever ends the run
// before that leaves the previous file, or none; the next run takes over the
// temporary that a killed one left. Its lock is also what two runs that change
// one file wait for (`wait`): each reads the file once it is open here, and has
// it for itself until it is committed or discarded. Devices, fifos and stdout are written
// directly.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "pipeline/cleanup.h"

namespace privet {

struct OutputFileOptions {
  bool force = false;         // may replace an existing file
  bool make_folders = false;  // makes the folders above that are missing (for folder runs)
  bool secret = false;        // the file stays 0600 (--withheld, --quarantine: raw personal data)
  bool wait = false;          // for another run that is writing it, instead of failing
};

class OutputFile {
 public:
  // `path`: "-", /dev/stdout, /dev/stderr and /dev/fd/N are the run's own
  // descriptors; a link is followed, so that it stays a link. Fails (kUsage) if
  // the file exists and `force` is not given, (kIo) if another run is writing it
  // or it cannot be made.
  [[nodiscard]] static Result<OutputFile> open(const std::string& path, const OutputFileOptions& options = {});

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile() { discard(); }

  // All of `bytes`, or an error: ErrorCode::kClosedPipe if the reader has gone
  // away, else kIo with a line that names the file.
  Status write(std::string_view bytes);

  // Brings everything to the disk under the temporary name, with its mode:
  // what can fail has failed, when several files are to appear together.
  // Nothing may be written afterwards. No effect on what is written directly.
  Status seal();
  // Seals if need be and takes the name.
  Status commit();
  // Removes the temporary. Also what the destructor does if not committed.
  void discard();

  // Written as we go: what went out cannot be taken back.
  [[nodiscard]] bool direct() const { return temporary_.empty(); }
  [[nodiscard]] int descriptor() const { return fd_; }
  // As messages show it.
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  OutputFile() = default;
  Status open_temporary(const std::string& target, const OutputFileOptions& options);
  tl::unexpected<Error> failed(std::string_view doing, int error) const;

  int fd_ = -1;
  bool owned_ = false;  // close it
  bool sealed_ = false;
  bool force_ = false;
  bool secret_ = false;
  std::string name_;
  std::string target_;     // links resolved
  std::string temporary_;  // empty: direct, committed or discarded
  CleanupGuard cleanup_;
};

}  // namespace privet
