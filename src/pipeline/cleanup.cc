#include "pipeline/cleanup.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cstring>
#include <utility>

namespace privet {
namespace {

constexpr int kSlots = 32;
constexpr std::size_t kPathBytes = 4096;
enum : int { kFree, kTaken, kArmed };

struct Slot {
  std::atomic<int> state{kFree};
  std::array<char, kPathBytes> path{};
};
static_assert(std::atomic<int>::is_always_lock_free);
Slot slots[kSlots];
std::atomic<bool> line_shown{false};
static_assert(std::atomic<bool>::is_always_lock_free);

void clean_up_and_die(int signal) {
  for (Slot& slot : slots) {
    if (slot.state.load(std::memory_order_acquire) == kArmed) ::unlink(slot.path.data());
  }
  if (line_shown.load(std::memory_order_relaxed)) {
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, kEraseLine, sizeof kEraseLine - 1);
  }
  // SA_RESETHAND has put the default action back; it happens when the handler
  // returns and the signal is no longer blocked.
  ::raise(signal);
}

}  // namespace

void install_signal_handlers() {
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN) continue;  // nohup
    struct sigaction action {};
    action.sa_handler = clean_up_and_die;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigemptyset(&action.sa_mask);
    ::sigaction(signal, &action, nullptr);
  }
  ::signal(SIGPIPE, SIG_IGN);
}

void die_of_closed_pipe() {
  ::signal(SIGPIPE, SIG_DFL);
  sigset_t pipe;
  ::sigemptyset(&pipe);
  ::sigaddset(&pipe, SIGPIPE);
  ::sigprocmask(SIG_UNBLOCK, &pipe, nullptr);
  ::raise(SIGPIPE);
  ::_exit(2);
}

void erase_line_on_signal(bool shown) { line_shown.store(shown, std::memory_order_relaxed); }

CleanupGuard::CleanupGuard(const std::string& path) {
  if (path.size() >= kPathBytes) return;
  for (int i = 0; i < kSlots; ++i) {
    int expected = kFree;
    if (!slots[i].state.compare_exchange_strong(expected, kTaken)) continue;
    std::memcpy(slots[i].path.data(), path.c_str(), path.size() + 1);
    slots[i].state.store(kArmed, std::memory_order_release);
    slot_ = i;
    return;
  }
}

CleanupGuard::CleanupGuard(CleanupGuard&& other) noexcept : slot_(std::exchange(other.slot_, -1)) {}

CleanupGuard& CleanupGuard::operator=(CleanupGuard&& other) noexcept {
  if (this != &other) {
    release();
    slot_ = std::exchange(other.slot_, -1);
  }
  return *this;
}

void CleanupGuard::release() {
  if (slot_ >= 0) slots[std::exchange(slot_, -1)].state.store(kFree, std::memory_order_release);
}

}  // namespace privet
