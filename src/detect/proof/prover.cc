#include "detect/proof/prover.h"

#include <re2/re2.h>

#include <mutex>

#include "base/prepared.h"

namespace privet {

struct Prover::Regex {
  std::string pattern;
  std::once_flag once;
  std::optional<re2::RE2> compiled;  // written once, by get()

  const re2::RE2& get() {
    std::call_once(once, [&] {
      re2::RE2::Options options;
      options.set_longest_match(true);
      options.set_log_errors(false);
      // What the largest pattern (bounded repeats of Unicode classes) compiles in; DFAs grow only as they are used.
      options.set_max_mem(std::int64_t{8} << 20);
      compiled.emplace(pattern, options);
    });
    return *compiled;
  }
};

// RE2 does not say which bytes a match may begin with. Asking whether the
// pattern can match between "b" and "b\xFF\xFF…" does: PossibleMatchRange only
// widens, so a byte outside its range is never a beginning.
void Prover::find_first_bytes() {
  std::string least, most;
  const bool known = regex_->get().PossibleMatchRange(&least, &most, 8);
  for (int b = 0; b < 256; ++b) {
    first_bytes_[b] = !known || least.empty() || most.empty() ||
                      (b >= static_cast<unsigned char>(least[0]) && b <= static_cast<unsigned char>(most[0]));
  }
}

Prover::Prover(std::unique_ptr<Regex> regex) : regex_(std::move(regex)) {}
Prover::Prover(Prover&&) noexcept = default;
Prover& Prover::operator=(Prover&&) noexcept = default;
Prover::~Prover() = default;

Result<Prover> Prover::compile(const std::string& pattern) {
  auto regex = std::make_unique<Regex>();
  regex->pattern = pattern;
  Prover prover(std::move(regex));
  const std::string key = PieceWriter().text("first bytes").text(pattern).take();
  if (const auto piece = find_prepared(key); piece && piece->size() == sizeof prover.first_bytes_) {
    for (int b = 0; b < 256; ++b) prover.first_bytes_[b] = (*piece)[static_cast<std::size_t>(b)] != 0;
    return prover;
  }
  const re2::RE2& compiled = prover.regex_->get();
  if (!compiled.ok()) return fail(ErrorCode::kConfig, compiled.error());
  prover.find_first_bytes();
  if (PreparedWriter* writer = PreparedWriter::current())
    writer->add(key, std::string(std::begin(prover.first_bytes_), std::end(prover.first_bytes_)));
  return prover;
}

int Prover::program_size() const { return regex_->get().ProgramSize(); }

std::optional<Span<ViewSpace>> Prover::match(Bytes<ViewSpace> text, std::uint32_t at) const {
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  if (!regex_->get().Match(whole, at, text.size(), re2::RE2::ANCHOR_START, &found, 1)) return std::nullopt;
  return Span<ViewSpace>{at, at + static_cast<std::uint32_t>(found.size())};
}

}  // namespace privet
