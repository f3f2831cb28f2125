// Where bytes come from: a file, standard input, a decoder over another source.
//
// This is the program's one virtual interface, so that tests can have short
// reads and errors in the middle. Whoever reads stops at the first 0 or error.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace privet {

class Source {
 public:
  Source() = default;
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  virtual ~Source() = default;

  // Writes up to `room` (> 0) bytes to `into` and says how many. Short reads
  // are normal; 0 is the end. An error comes after all bytes before it.
  virtual Result<std::size_t> read(char* into, std::size_t room) = 0;

  // Whether the file is known to have changed since it was opened (its size or
  // its time of change differs): what was read may be neither the old nor the
  // new content. Ask after the end. Always false for pipes and devices.
  [[nodiscard]] virtual bool changed() const { return false; }
};

// Opens a file, fifo or device for reading. Fails, in one line that names the
// file, if it is missing, unreadable or a folder.
[[nodiscard]] Result<std::unique_ptr<Source>> open_file(const std::string& path);

// Standard input; it is not closed.
[[nodiscard]] Result<std::unique_ptr<Source>> open_stdin();

// All of it, for files of our own that are small.
[[nodiscard]] Result<std::string> read_to_end(Source& source);

// A path as messages show it: control characters, which could forge a second
// line or drive the terminal, become '?', and bytes that are no UTF-8 `\xE9`.
[[nodiscard]] std::string printable_path(std::string_view path);

}  // namespace privet
