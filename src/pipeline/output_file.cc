#include "pipeline/output_file.h"

#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <filesystem>
#include <system_error>
#include <utility>

#include "input/source.h"

namespace privet {
namespace {

constexpr std::string_view kTemporarySuffix = ".privet-tmp";
constexpr std::size_t kLongestName = 255;
constexpr int kMostLinks = 40;  // as the kernel's own limit

std::string reason(int error) {
  switch (error) {
    case ENOSPC:
      return "the disk is full";
    case EDQUOT:
      return "the disk quota is used up";
    case EFBIG:
      return "the file size limit is reached";
    case EACCES:
      return "permission denied";
    case ENOENT:
      return "there is no such folder";
    case EROFS:
      return "the file system is read-only";
    default:
      return std::generic_category().message(error);
  }
}

// umask can only be read by setting it: once, before there are threads that
// make files.
mode_t mode_of_new_files() {
  static const mode_t mode = [] {
    const mode_t mask = ::umask(077);
    ::umask(mask);
    return static_cast<mode_t>(0666 & ~mask);
  }();
  return mode;
}

// The descriptor that a path like /dev/stdout means, or -1.
int own_descriptor(std::string_view path) {
  if (path == "-" || path == "/dev/stdout") return STDOUT_FILENO;
  if (path == "/dev/stderr") return STDERR_FILENO;
  for (const std::string_view folder : {"/dev/fd/", "/proc/self/fd/"}) {
    if (!path.starts_with(folder)) continue;
    int fd = -1;
    const char* const end = path.data() + path.size();
    const auto [at, wrong] = std::from_chars(path.data() + folder.size(), end, fd);
    if (wrong == std::errc() && at == end && fd >= 0) return fd;
  }
  return -1;
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Where a chain of links leads, whether or not something is there.
Result<std::string> resolve_links(std::string path, const std::string& name) {
  for (int i = 0; i < kMostLinks; ++i) {
    std::error_code error;
    const std::filesystem::path to = std::filesystem::read_symlink(path, error);
    if (error) return path;
    path = to.is_absolute() ? to.string() : (std::filesystem::path(folder_of(path)) / to).string();
  }
  return fail(ErrorCode::kIo, "cannot write " + name + ": the link leads nowhere");
}

std::string temporary_of(const std::string& target) {
  const std::size_t slash = target.rfind('/');
  const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash + 1);
  std::string base = slash == std::string::npos ? target : target.substr(slash + 1);
  const std::size_t room = kLongestName - 1 - kTemporarySuffix.size();
  if (base.size() > room) base.resize(room);
  return folder + "." + base + std::string(kTemporarySuffix);
}

bool same_file(const struct stat& a, const struct stat& b) { return a.st_dev == b.st_dev && a.st_ino == b.st_ino; }

// Opens and locks the temporary; one that a killed run left is emptied. Returns
// -1 and errno; EWOULDBLOCK: another run has it; EEXIST: it is not ours.
int open_locked(const std::string& path, bool wait) {
  while (true) {
    int fd = -1;
    do fd = ::open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0600);
    while (fd < 0 && errno == EINTR);
    if (fd < 0) return -1;
    int error = 0, locked = -1;
    do locked = ::flock(fd, wait ? LOCK_EX : LOCK_EX | LOCK_NB);
    while (locked != 0 && errno == EINTR);
    // File systems without locks (some network ones) do without.
    if (locked != 0 && errno == EWOULDBLOCK) error = errno;
    struct stat opened {
    }, there{};
    if (error == 0 && ::fstat(fd, &opened) != 0) error = errno;
    if (error == 0 && (!S_ISREG(opened.st_mode) || opened.st_nlink > 1 || opened.st_uid != ::geteuid())) error = EEXIST;
    // Whoever held the lock before may have renamed or removed it meanwhile.
    const bool ours = error == 0 && ::lstat(path.c_str(), &there) == 0 && same_file(opened, there);
    if (error == 0 && !ours) {
      ::close(fd);
      continue;
    }
    if (error == 0 && (::fchmod(fd, 0600) != 0 || ::ftruncate(fd, 0) != 0)) error = errno;
    if (error == 0) return fd;
    ::close(fd);
    errno = error;
    return -1;
  }
}

// A rename is on the disk when its folder is. Some file systems cannot sync
// folders, and then the rename is as safe as they make it.
void sync_folder(const std::string& folder) {
  const int fd = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  ::fsync(fd);
  ::close(fd);
}

// Like rename(), but fails with EEXIST if there is something by the new name.
int rename_if_absent(const char* from, const char* to) {
  if (::renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return -1;
  // The file system cannot do it in one step.
  if (::access(to, F_OK) == 0) {
    errno = EEXIST;
    return -1;
  }
  return ::rename(from, to);
}

tl::unexpected<Error> exists(const std::string& name) {
  return fail(ErrorCode::kUsage, name + " exists already; --force replaces it");
}

}  // namespace

OutputFile::OutputFile(OutputFile&& other) noexcept { *this = std::move(other); }

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this == &other) return *this;
  discard();
  fd_ = std::exchange(other.fd_, -1);
  owned_ = std::exchange(other.owned_, false);
  sealed_ = other.sealed_;
  force_ = other.force_;
  secret_ = other.secret_;
  name_ = std::move(other.name_);
  target_ = std::move(other.target_);
  temporary_ = std::exchange(other.temporary_, std::string());
  cleanup_ = std::move(other.cleanup_);
  return *this;
}

tl::unexpected<Error> OutputFile::failed(std::string_view doing, int error) const {
  if (error == EPIPE) return fail(ErrorCode::kClosedPipe, name_ + ": closed by its reader");
  return fail(ErrorCode::kIo, "cannot " + std::string(doing) + " " + name_ + ": " + reason(error));
}

Result<OutputFile> OutputFile::open(const std::string& path, const OutputFileOptions& options) {
  (void)mode_of_new_files();
  OutputFile file;
  file.name_ = path == "-" ? "standard output" : printable_path(path);
  file.force_ = options.force;
  file.secret_ = options.secret;
  if (const int fd = own_descriptor(path); fd >= 0) {
    if (::fcntl(fd, F_GETFD) < 0) return file.failed("write", errno);
    file.fd_ = fd;
    return file;
  }
  Result<std::string> target = resolve_links(path, file.name_);
  if (!target) return fail(target);
  struct stat there {};
  if (::stat(target->c_str(), &there) != 0) {
    if (errno != ENOENT) return file.failed("write", errno);
  } else if (S_ISDIR(there.st_mode)) {
    return fail(ErrorCode::kUsage, "cannot write " + file.name_ + ": it is a folder");
  } else if (!S_ISREG(there.st_mode)) {
    do file.fd_ = ::open(target->c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY);
    while (file.fd_ < 0 && errno == EINTR);
    if (file.fd_ < 0) return file.failed("write", errno);
    file.owned_ = true;
    return file;
  } else if (!options.force) {
    return exists(file.name_);
  }
  if (Status done = file.open_temporary(*target, options); !done) return fail(done);
  return file;
}

Status OutputFile::open_temporary(const std::string& target, const OutputFileOptions& options) {
  const std::string folder = folder_of(target);
  if (options.make_folders) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) return failed("write", error.value());
  }
  const std::string temporary = temporary_of(target);
  fd_ = open_locked(temporary, options.wait);
  if (fd_ < 0) {
    const int error = errno;
    if (error == EWOULDBLOCK) return fail(ErrorCode::kIo, "cannot write " + name_ + ": another run is writing it");
    if (error == EEXIST || error == ELOOP) {
      return fail(ErrorCode::kIo,
                  "cannot write " + name_ + ": remove " + printable_path(temporary) + ", which is not privet's");
    }
    return failed("write", error);
  }
  owned_ = true;
  target_ = target;
  temporary_ = temporary;
  // Only now that it is locked: before, it could be another run's.
  cleanup_ = CleanupGuard(temporary);
  return {};
}

Status OutputFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd_, bytes.data(), bytes.size());
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
      // A partner may have made our end of the pipe non-blocking.
      pollfd wait{fd_, POLLOUT, 0};
      ::poll(&wait, 1, -1);
    } else if (errno != EINTR) {
      return failed("write", errno);
    }
  }
  return {};
}

Status OutputFile::seal() {
  if (direct() || sealed_) return {};
  if (!secret_ && ::fchmod(fd_, mode_of_new_files()) != 0) return failed("write", errno);
  if (::fsync(fd_) != 0 && errno != EINVAL && errno != EROFS) return failed("write", errno);
  sealed_ = true;
  return {};
}

Status OutputFile::commit() {
  if (direct()) return {};
  if (Status done = seal(); !done) return done;
  const int moved =
      force_ ? ::rename(temporary_.c_str(), target_.c_str()) : rename_if_absent(temporary_.c_str(), target_.c_str());
  if (moved != 0) return errno == EEXIST ? exists(name_) : failed("write", errno);
  cleanup_.release();
  temporary_.clear();
  sync_folder(folder_of(target_));
  ::close(std::exchange(fd_, -1));
  owned_ = false;
  return {};
}

void OutputFile::discard() {
  // Unlinked while still locked, so that nobody else's temporary can be hit.
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
  temporary_.clear();
  cleanup_.release();
  if (owned_) ::close(fd_);
  fd_ = -1;
  owned_ = false;
}

}  // namespace privet
