// The fast masks and gates against their plain definitions, on any bytes.
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "text/gates.h"
#include "text/gates_scalar.h"
#include "text/masks.h"
#include "text/masks_scalar.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  // A heap block of exactly this size, so that a sanitizer sees an over-read.
  const std::unique_ptr<char[]> block(new char[size]);
  if (size != 0) std::memcpy(block.get(), data, size);
  const std::string_view text(block.get(), size);

  CharMasks masks;
  const MaskWords& fast = masks.compute(text);
  const ScalarMasks plain = compute_masks_scalar(text);
  PRIVET_CHECK(fast.has == plain.words.has);
  for (std::size_t w = 0; w <= fast.words(); ++w) {
    PRIVET_CHECK(fast.digit[w] == plain.words.digit[w] && fast.ascii_letter[w] == plain.words.ascii_letter[w]);
    PRIVET_CHECK(fast.upper[w] == plain.words.upper[w] && fast.at[w] == plain.words.at[w]);
    PRIVET_CHECK(fast.colon[w] == plain.words.colon[w] && fast.dash[w] == plain.words.dash[w]);
    PRIVET_CHECK(fast.dot[w] == plain.words.dot[w] && fast.non_ascii[w] == plain.words.non_ascii[w]);
  }

  std::vector<DigitGroup> groups, groups_plain;
  find_digit_groups(text, fast, groups);
  scalar::find_digit_groups(text, groups_plain);
  PRIVET_CHECK(groups == groups_plain);
  std::vector<MixedToken> tokens, tokens_plain;
  find_mixed_tokens(fast, tokens);
  scalar::find_mixed_tokens(text, tokens_plain);
  PRIVET_CHECK(tokens == tokens_plain);
  std::vector<std::uint32_t> starts, starts_plain;
  find_ip4_starts(text, fast, starts);
  find_ip6_starts(text, fast, starts);
  find_mac_starts(text, fast, starts);
  find_clock_times(fast, starts);
  scalar::find_ip4_starts(text, starts_plain);
  scalar::find_ip6_starts(text, starts_plain);
  scalar::find_mac_starts(text, starts_plain);
  scalar::find_clock_times(text, starts_plain);
  PRIVET_CHECK(starts == starts_plain);
  return 0;
}
