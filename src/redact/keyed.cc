#include "redact/keyed.h"

#include <fcntl.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/params.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <utility>

#include "base/check.h"

namespace privet {
namespace {

using Digest = std::array<unsigned char, 32>;

struct FreeMac {
  void operator()(EVP_MAC* mac) const { EVP_MAC_free(mac); }
  void operator()(EVP_MAC_CTX* context) const { EVP_MAC_CTX_free(context); }
};

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

}  // namespace

// HMAC-SHA256 with its key set up: a copy of the context starts from there.
struct Keyring::Mac {
  std::unique_ptr<EVP_MAC_CTX, FreeMac> context;

  explicit Mac(std::string_view key) {
    const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, "HMAC", nullptr));
    PRIVET_CHECK(mac != nullptr);
    context.reset(EVP_MAC_CTX_new(mac.get()));
    PRIVET_CHECK(context != nullptr);
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string("digest", digest, 0), OSSL_PARAM_construct_end()};
    PRIVET_CHECK(EVP_MAC_init(context.get(), bytes_of(key), key.size(), params) == 1);
  }

  [[nodiscard]] Digest of(std::string_view first, std::string_view second) const {
    const std::unique_ptr<EVP_MAC_CTX, FreeMac> copy(EVP_MAC_CTX_dup(context.get()));
    PRIVET_CHECK(copy != nullptr);
    Digest digest{};
    std::size_t size = 0;
    const unsigned char zero = 0;
    PRIVET_CHECK(EVP_MAC_update(copy.get(), bytes_of(first), first.size()) == 1);
    PRIVET_CHECK(EVP_MAC_update(copy.get(), &zero, 1) == 1);
    PRIVET_CHECK(EVP_MAC_update(copy.get(), bytes_of(second), second.size()) == 1);
    PRIVET_CHECK(EVP_MAC_final(copy.get(), digest.data(), &size, digest.size()) == 1 && size == digest.size());
    return digest;
  }
};

namespace {

// HMAC-SHA256 of one text, for deriving keys.
Digest hmac(std::string_view key, std::string_view text) {
  Digest digest{};
  std::size_t size = 0;
  PRIVET_CHECK(EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.data(), key.size(), bytes_of(text),
                         text.size(), digest.data(), digest.size(), &size) != nullptr);
  return digest;
}

std::string_view text_of(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

std::string hex(const Digest& digest, std::size_t bytes) {
  std::string out;
  for (std::size_t i = 0; i < bytes; ++i) {
    out += "0123456789abcdef"[digest[i] >> 4];
    out += "0123456789abcdef"[digest[i] & 15];
  }
  return out;
}

tl::unexpected<Error> refuse(const std::string& path, const std::string& why) {
  return fail(ErrorCode::kUsage, "--key-file " + path + ": " + why);
}

}  // namespace

Keyring::Keyring() = default;
Keyring::Keyring(Keyring&&) noexcept = default;
Keyring& Keyring::operator=(Keyring&&) noexcept = default;
Keyring::~Keyring() = default;

Result<Keyring> Keyring::from_bytes(std::string_view key) {
  if (key.size() < kMinKeyBytes) {
    return fail(ErrorCode::kUsage, "a key needs at least 16 bytes; make one with: head -c 32 /dev/urandom | base64");
  }
  Keyring keys;
  keys.report_ = std::make_unique<Mac>(text_of(hmac(key, "privet report v1")));
  keys.token_ = std::make_unique<Mac>(text_of(hmac(key, "privet token v1")));
  keys.anchor_ = std::make_unique<Mac>(text_of(hmac(key, "privet anchor v1")));
  return keys;
}

Result<Keyring> Keyring::load(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail(ErrorCode::kIo, "--key-file " + path + ": " + std::strerror(errno));
  struct stat about {};
  const bool known = ::fstat(file, &about) == 0;
  // One byte for a line end, and one more to see that there is too much.
  std::array<char, kMaxKeyBytes + 3> room{};
  std::size_t size = 0;
  ssize_t got = known ? 1 : -1;
  while (got > 0 && size < room.size()) {
    got = ::read(file, room.data() + size, room.size() - size);
    if (got < 0 && errno == EINTR)
      got = 1;
    else if (got > 0)
      size += static_cast<std::size_t>(got);
  }
  const int error = errno;
  ::close(file);
  if (got < 0) return fail(ErrorCode::kIo, "--key-file " + path + ": " + std::strerror(error));

  std::string_view key(room.data(), size);
  if (key.ends_with('\n')) key.remove_suffix(key.ends_with("\r\n") ? 2 : 1);
  if (key.size() > kMaxKeyBytes) return refuse(path, "more than 4096 bytes; is this the right file?");
  Result<Keyring> keys = from_bytes(key);
  OPENSSL_cleanse(room.data(), room.size());
  if (!keys) return refuse(path, keys.error().message);
  keys->readable_by_others_ = S_ISREG(about.st_mode) && (about.st_mode & (S_IRGRP | S_IROTH)) != 0;
  return keys;
}

std::string Keyring::fingerprint(std::string_view entity, std::string_view normal_form) const {
  return "h1:" + hex(report_->of(entity, normal_form), 16);
}

std::array<std::uint8_t, 32> Keyring::anchor(std::string_view text) const { return anchor_->of("anchor", text); }

std::string Keyring::anchor_key_name() const { return hex(anchor_->of("key", ""), 6); }

std::string Keyring::token(std::string_view entity, std::string_view normal_form) const {
  const Digest digest = token_->of(entity, normal_form);
  std::string out;
  for (std::size_t group = 0; group < 2; ++group) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = number << 8 | digest[group * 8 + i];
    for (int letter = 0; letter < 10; ++letter, number /= 20) out += static_cast<char>('g' + number % 20);
  }
  return out;
}

}  // namespace privet
