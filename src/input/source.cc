#include "input/source.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/utf8.h"

namespace privet {
namespace {

// errno in the words that messages use.
std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file";
    case EACCES:
      return "permission denied";
    case EISDIR:
      return "it is a folder";
    default:
      return std::generic_category().message(error);
  }
}

tl::unexpected<Error> cannot_read(std::string_view name, int error) {
  return fail(ErrorCode::kIo, "cannot read " + printable_path(name) + ": " + reason(error));
}

class FileSource final : public Source {
 public:
  FileSource(int fd, bool owned, std::string name, const struct stat& at_open)
      : fd_(fd), owned_(owned), name_(std::move(name)), at_open_(at_open) {}
  ~FileSource() override {
    if (owned_) ::close(fd_);
  }

  Result<std::size_t> read(char* into, std::size_t room) override {
    while (true) {
      const ssize_t got = ::read(fd_, into, room);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      // A partner may have made our end of the pipe non-blocking.
      if (errno == EAGAIN) {
        pollfd wait{fd_, POLLIN, 0};
        ::poll(&wait, 1, -1);
        continue;
      }
      return cannot_read(name_, errno);
    }
  }

  bool changed() const override {
    if (!S_ISREG(at_open_.st_mode)) return false;
    struct stat now {};
    if (::fstat(fd_, &now) != 0) return true;
    return now.st_size != at_open_.st_size || now.st_mtim.tv_sec != at_open_.st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != at_open_.st_mtim.tv_nsec;
  }

 private:
  int fd_;
  bool owned_;
  std::string name_;
  struct stat at_open_;
};

Result<std::unique_ptr<Source>> adopt(int fd, bool owned, const std::string& name) {
  struct stat status {};
  int error = 0;
  if (::fstat(fd, &status) != 0) error = errno;
  if (error == 0 && S_ISDIR(status.st_mode)) error = EISDIR;
  if (error != 0) {
    if (owned) ::close(fd);
    return cannot_read(name, error);
  }
  // Advice only: twice the read-ahead. That it fails on pipes is no matter.
  (void)::posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  return std::make_unique<FileSource>(fd, owned, name, status);
}

}  // namespace

Result<std::unique_ptr<Source>> open_file(const std::string& path) {
  int fd = -1;
  do fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY);
  while (fd < 0 && errno == EINTR);
  if (fd < 0) return cannot_read(path, errno);
  return adopt(fd, true, path);
}

Result<std::unique_ptr<Source>> open_stdin() { return adopt(STDIN_FILENO, false, "standard input"); }

Result<std::string> read_to_end(Source& source) {
  std::string text;
  std::string room(std::size_t{256} << 10, '\0');
  while (true) {
    const Result<std::size_t> got = source.read(room.data(), room.size());
    if (!got) return tl::unexpected<Error>(got.error());
    if (*got == 0) return text;
    text.append(room, 0, *got);
  }
}

std::string printable_path(std::string_view path) {
  std::string shown = with_bytes_escaped(path);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return shown;
}

}  // namespace privet
