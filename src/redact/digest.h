// SHA-256 (FIPS 180-4), for naming what was read. Not for values of findings:
// those get keyed fingerprints only.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace privet {

using Sha256Digest = std::array<std::uint8_t, 32>;

// Reused from text to text: finish() begins a new one.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(Sha256&&) noexcept;
  Sha256& operator=(Sha256&&) noexcept;

  void add(std::string_view bytes);
  [[nodiscard]] Sha256Digest finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(const Sha256Digest& digest);

}  // namespace privet
