#include "detect/proof/prover.h"

#include <re2/re2.h>

namespace privet {

Prover::Prover(std::unique_ptr<re2::RE2> regex) : regex_(std::move(regex)) {
  // RE2 does not say which bytes a match may begin with. Asking whether the
  // pattern can match between "b" and "b\xFF\xFF…" does: PossibleMatchRange
  // only widens, so a byte outside its range is never a beginning.
  std::string least, most;
  const bool known = regex_->PossibleMatchRange(&least, &most, 8);
  for (int b = 0; b < 256; ++b) {
    first_bytes_[b] = !known || least.empty() || most.empty() ||
                      (b >= static_cast<unsigned char>(least[0]) && b <= static_cast<unsigned char>(most[0]));
  }
}

Prover::Prover(Prover&&) noexcept = default;
Prover& Prover::operator=(Prover&&) noexcept = default;
Prover::~Prover() = default;

Result<Prover> Prover::compile(const std::string& pattern) {
  re2::RE2::Options options;
  options.set_longest_match(true);
  options.set_log_errors(false);
  // What the largest pattern (bounded repeats of Unicode classes) compiles in; DFAs grow only as they are used.
  options.set_max_mem(std::int64_t{8} << 20);
  auto regex = std::make_unique<re2::RE2>(pattern, options);
  if (!regex->ok()) return fail(ErrorCode::kConfig, regex->error());
  return Prover(std::move(regex));
}

int Prover::program_size() const { return regex_->ProgramSize(); }

std::optional<Span<ViewSpace>> Prover::match(Bytes<ViewSpace> text, std::uint32_t at) const {
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  if (!regex_->Match(whole, at, text.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  return Span<ViewSpace>{at, at + static_cast<std::uint32_t>(found.size())};
}

}  // namespace privet
