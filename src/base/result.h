// The second road of failure: an operation that could not be done.
//
// (The first, a broken invariant, is PRIVET_CHECK; the third, damaged data, is
// a Diagnostic that is counted while the work goes on.) A function that can
// fail returns Result<T> or Status; callers write `if (!r) return fail(r);`.
#pragma once

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace privet {

enum class ErrorCode {
  kUsage,       // the command line asks for something that cannot be
  kConfig,      // a rule file, policy or configuration is wrong
  kIo,          // a file or stream could not be read or written
  kData,        // an input as a whole is not what it claims to be
  kClosedPipe,  // the reader of an output has gone away: no message, die by SIGPIPE
};

// One line: where (file, rule, option), what is wrong, what to do. Holds no
// personal data: text of the input is never quoted.
struct Error {
  ErrorCode code = ErrorCode::kIo;
  std::string message;
};

template <class T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

// Messages quote keys, patterns and what libraries say of them; none may break
// the line or reach the terminal as a control.
[[nodiscard]] inline std::string one_line(std::string message) {
  for (char& c : message) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  }
  return message;
}

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string message) {
  return tl::unexpected<Error>(Error{code, one_line(std::move(message))});
}
template <class T>
[[nodiscard]] tl::unexpected<Error> fail(Result<T>& result) {
  return tl::unexpected<Error>(std::move(result.error()));
}

}  // namespace privet
