#include "redact/digest.h"

#include <openssl/evp.h>

#include "base/check.h"

namespace privet {

struct Sha256::State {
  State() : context(EVP_MD_CTX_new()), kind(EVP_MD_fetch(nullptr, "SHA256", nullptr)) {
    PRIVET_CHECK(context != nullptr && kind != nullptr);
    begin();
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    EVP_MD_CTX_free(context);
    EVP_MD_free(kind);
  }
  void begin() { PRIVET_CHECK(EVP_DigestInit_ex2(context, kind, nullptr) == 1); }

  EVP_MD_CTX* context;
  EVP_MD* kind;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::add(std::string_view bytes) {
  PRIVET_CHECK(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1);
}

Sha256Digest Sha256::finish() {
  Sha256Digest digest{};
  PRIVET_CHECK(EVP_DigestFinal_ex(state_->context, digest.data(), nullptr) == 1);
  state_->begin();
  return digest;
}

std::string to_hex(const Sha256Digest& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  hex.reserve(2 * digest.size());
  for (const std::uint8_t byte : digest) {
    hex += kDigits[byte >> 4];
    hex += kDigits[byte & 15];
  }
  return hex;
}

}  // namespace privet
