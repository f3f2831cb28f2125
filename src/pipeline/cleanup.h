// What must not be left behind when a signal ends the run.
//
// A fixed table of paths that the handler of SIGINT, SIGTERM and SIGHUP
// unlinks (unlink is async-signal-safe) before the signal takes its course. A
// kill -9 leaves them; the next run takes them over.
#pragma once

#include <cstddef>
#include <string>

namespace privet {

// Installs the handlers (signals that the parent had ignored stay ignored) and
// ignores SIGPIPE, so that a closed pipe is an error that unwinds. Once, early
// in main().
void install_signal_handlers();

// Dies as if SIGPIPE had not been ignored.
[[noreturn]] void die_of_closed_pipe();

// Takes a line of progress off the terminal, with all that it was wrapped to.
// Not "\033[J" in the first column: in the screen's corner tmux takes that for
// clearing the screen, and keeps what was there in its history.
inline constexpr char kEraseLine[] = "\r \033[J\r";
// Whether the handlers write that to stderr: while such a line is shown.
void erase_line_on_signal(bool shown);

// A path that is unlinked if a signal comes before the guard is gone. When the
// table is full, or the path too long for it, nothing happens: the next run
// will clear the file.
class CleanupGuard {
 public:
  CleanupGuard() = default;
  explicit CleanupGuard(const std::string& path);
  CleanupGuard(CleanupGuard&& other) noexcept;
  CleanupGuard& operator=(CleanupGuard&& other) noexcept;
  ~CleanupGuard() { release(); }
  void release();

 private:
  int slot_ = -1;
};

}  // namespace privet
