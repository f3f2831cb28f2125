#include "pipeline/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "pipeline/cleanup.h"

namespace privet {
namespace {

constexpr auto kTerminalStep = std::chrono::milliseconds(200);
constexpr auto kPlainStep = std::chrono::seconds(30);

// Decimal units, as disks and networks are sold by.
std::string bytes_text(double bytes) {
  constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB", "PB"};
  std::size_t unit = 0;
  while (bytes >= 999.5 && unit + 1 < std::size(kUnits)) {
    bytes /= 1000;
    ++unit;
  }
  char text[32];
  std::snprintf(text, sizeof text, unit > 1 && bytes < 99.95 ? "%.1f %s" : "%.0f %s", bytes, kUnits[unit]);
  return text;
}

std::string time_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  char text[48];
  if (whole >= 3600) {
    std::snprintf(text, sizeof text, "%llu:%02u:%02u", static_cast<unsigned long long>(whole / 3600),
                  static_cast<unsigned>(whole / 60 % 60), static_cast<unsigned>(whole % 60));
  } else {
    std::snprintf(text, sizeof text, "%u:%02u", static_cast<unsigned>(whole / 60), static_cast<unsigned>(whole % 60));
  }
  return text;
}

// Asked each time: the window may have changed.
std::size_t columns_of_stderr() {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col != 0 ? size.ws_col : 80;
}

}  // namespace

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t at = text.size(); at > 3;) {
    at -= 3;
    text.insert(at, 1, ',');
  }
  return text;
}

std::string progress_text(std::uint64_t bytes, std::uint64_t total, std::uint64_t findings, double seconds) {
  const auto done = static_cast<double>(bytes);
  const double speed = seconds > 0 ? done / seconds : 0;
  std::string text = bytes_text(done) + ", " + bytes_text(speed) + "/s, " + with_commas(findings) +
                     (findings == 1 ? " finding" : " findings");
  if (total > bytes && speed > 0) text += ", " + time_text(static_cast<double>(total - bytes) / speed) + " left";
  return text;
}

std::string fitted(const std::string& text, std::size_t columns) {
  const std::size_t room = columns > 0 ? columns - 1 : 0;
  if (text.size() <= room) return text;
  // A part ends before ", " at the latest where the room does.
  const std::size_t end = text.rfind(", ", room);
  return text.substr(0, end == std::string::npos ? room : end);
}

Progress::Progress(ProgressMode mode, std::uint64_t total)
    : mode_(mode),
      total_(total),
      begin_(Clock::now()),
      next_(begin_ + (mode == ProgressMode::kPlain ? Clock::duration(kPlainStep) : Clock::duration(kTerminalStep))) {}

void Progress::update(std::uint64_t bytes, std::uint64_t findings) {
  if (mode_ == ProgressMode::kNone) return;
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  const std::string text = progress_text(bytes, total_, findings, std::chrono::duration<double>(now - begin_).count());
  if (mode_ == ProgressMode::kTerminal) {
    next_ = now + kTerminalStep;
    shown_ = true;
    erase_line_on_signal(true);
    // Without wrapping: a window may be narrower than we have been told yet.
    std::fprintf(stderr, "\r\033[?7l%s\033[J\033[?7h\r", fitted(text, columns_of_stderr()).c_str());
  } else {
    next_ = now + kPlainStep;
    std::fprintf(stderr, "privet: %s\n", text.c_str());
  }
  std::fflush(stderr);
}

void Progress::clear() {
  if (!shown_) return;
  shown_ = false;
  std::fputs(kEraseLine, stderr);
  std::fflush(stderr);
  erase_line_on_signal(false);
}

}  // namespace privet
