// How far a run is, on stderr: one line that is written over on a terminal, or
// a line every half minute in a log.
//
// On a terminal the cursor rests at the line's beginning. When the window is
// made narrower, terminals wrap what no longer fits into lines below, and "erase
// from the cursor on" takes it all away.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace privet {

enum class ProgressMode : std::uint8_t { kNone, kTerminal, kPlain };

// "1.2 GB, 410 MB/s, 1,203 findings, 0:12 left".
//   total: bytes in all, 0 if not known; then nothing is said of the time left
[[nodiscard]] std::string progress_text(std::uint64_t bytes, std::uint64_t total, std::uint64_t findings,
                                        double seconds);

// What of it fits a line of that many columns with one to spare, in whole
// parts; of the first part as much as fits.
[[nodiscard]] std::string fitted(const std::string& text, std::size_t columns);

// "1,203".
[[nodiscard]] std::string with_commas(std::uint64_t number);

class Progress {
 public:
  // `total`: bytes in all, uncompressed; 0 if not known.
  Progress(ProgressMode mode, std::uint64_t total);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Cheap: looks at the clock and mostly does nothing. One thread at a time.
  void update(std::uint64_t bytes, std::uint64_t findings);
  // Takes the line off the terminal, before something else is written there.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  ProgressMode mode_;
  std::uint64_t total_;
  Clock::time_point begin_;
  Clock::time_point next_;
  bool shown_ = false;
};

}  // namespace privet
