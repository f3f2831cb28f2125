// Keyed names for values: the same value gives the same name everywhere, and
// nobody without the key can tell which value it was.
//
// An unkeyed hash of a phone number is undone in minutes; HMAC-SHA256 under a
// secret is not. Three keys are derived from the one of --key-file, so that a
// token in a corpus, a fingerprint in a report and an id in a baseline cannot be
// joined:
//
//   report key   HMAC(key, "privet report v1")
//   token key    HMAC(key, "privet token v1")
//   anchor key   HMAC(key, "privet anchor v1")
//   name         HMAC(derived key, entity, a zero byte, normal form of the value)
//   anchor       HMAC(derived key, "anchor", a zero byte, text)
//
// A fingerprint is `h1:` and the first 16 bytes in hexadecimal. A token is 20
// letters from g to z: two groups of ten, each a big-endian number of eight
// bytes of the HMAC to base 20, least significant letter first.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace privet {

class Keyring {
 public:
  // The longest key file that is read, so that a mistaken path is noticed.
  static constexpr std::size_t kMinKeyBytes = 16;
  static constexpr std::size_t kMaxKeyBytes = 4096;

  // One line end at the end of the file does not belong to the key. Fails on
  // what cannot be read, is no regular file or fifo, or is too short or long.
  [[nodiscard]] static Result<Keyring> load(const std::string& path);
  [[nodiscard]] static Result<Keyring> from_bytes(std::string_view key);

  Keyring(Keyring&&) noexcept;
  Keyring& operator=(Keyring&&) noexcept;
  ~Keyring();

  // All may be called by many threads at once.
  //   normal_form: equal for two spellings of one value (detect/proof/validator.h)
  [[nodiscard]] std::string fingerprint(std::string_view entity, std::string_view normal_form) const;
  [[nodiscard]] std::string token(std::string_view entity, std::string_view normal_form) const;
  // For ids of findings in a baseline (gate/anchor.h).
  [[nodiscard]] std::array<std::uint8_t, 32> anchor(std::string_view text) const;
  // Tells keys apart and nothing else: 12 hexadecimal digits.
  [[nodiscard]] std::string anchor_key_name() const;

  // The key file may be read by other users: worth a warning.
  [[nodiscard]] bool readable_by_others() const { return readable_by_others_; }

 private:
  struct Mac;
  Keyring();

  std::unique_ptr<Mac> report_;
  std::unique_ptr<Mac> token_;
  std::unique_ptr<Mac> anchor_;
  bool readable_by_others_ = false;
};

}  // namespace privet
