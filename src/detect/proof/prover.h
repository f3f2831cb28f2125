// Proof by RE2: does the pattern match right here, and how far?
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "base/result.h"
#include "base/span.h"

namespace privet {

class Prover {
 public:
  // The pattern, for longest match. Fails with RE2's own words if it does not
  // compile. One that we are built with compiles, and does so when it is first
  // tried: most never are in a small file, and it takes longer than scanning one.
  static Result<Prover> compile(const std::string& pattern);

  Prover(Prover&&) noexcept;
  Prover& operator=(Prover&&) noexcept;
  ~Prover();

  // The longest match that begins at `at`, with all of `text` as context.
  // Linear in the match's length for patterns of bounded reach.
  [[nodiscard]] std::optional<Span<ViewSpace>> match(Bytes<ViewSpace> text, std::uint32_t at) const;

  // Instructions of the compiled pattern. Past kMostInstructions its automaton
  // does not fit into the memory it is given, and a match takes a hundred
  // times as long: 5 microseconds instead of 0.05.
  [[nodiscard]] int program_size() const;
  static constexpr int kMostInstructions = 20'000;

  // True if some match begins with this byte: a cheap way to skip starts.
  [[nodiscard]] bool may_begin_with(char byte) const { return first_bytes_[static_cast<std::uint8_t>(byte)]; }

 private:
  struct Regex;
  explicit Prover(std::unique_ptr<Regex> regex);
  void find_first_bytes();
  std::unique_ptr<Regex> regex_;
  bool first_bytes_[256];
};

}  // namespace privet
