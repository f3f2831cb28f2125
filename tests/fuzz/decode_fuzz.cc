// Decoding any bytes: no crash, and the same text and error whatever the sizes
// of reads and of the room for text. The first byte of the input is not part of
// the file: it chooses the sizes.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/check.h"
#include "input/codec.h"
#include "support/memory_source.h"

namespace {

constexpr std::size_t kMostText = std::size_t{1} << 22;  // a bomb would take the fuzzer's time

struct Outcome {
  std::string text;
  std::string error;
  bool stopped = false;
};

Outcome run(const std::string& file, std::size_t read_bytes, std::size_t room) {
  Outcome outcome;
  auto source = privet::decode(
      std::make_unique<privet::test::MemorySource>(file, privet::test::MemorySourceOptions{.read_bytes = read_bytes}),
      {.name = "x", .max_window = std::size_t{1} << 23});
  if (!source) {
    outcome.error = source.error().message;
    return outcome;
  }
  std::string buffer(room, '\0');
  while (true) {
    auto got = (*source)->read(buffer.data(), room);
    if (!got) {
      outcome.error = got.error().message;
      // An error stays.
      PRIVET_CHECK(!(*source)->read(buffer.data(), room));
      return outcome;
    }
    PRIVET_CHECK(*got <= room);
    if (*got == 0) return outcome;
    outcome.text.append(buffer, 0, *got);
    if (outcome.text.size() > kMostText) {
      outcome.stopped = true;
      return outcome;
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string file(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Outcome whole = run(file, std::size_t{1} << 20, std::size_t{1} << 16);
  const Outcome pieces = run(file, 1U + data[0] % 7U, 100U + data[0]);
  if (whole.stopped || pieces.stopped) return 0;
  PRIVET_CHECK(whole.text == pieces.text);
  PRIVET_CHECK(whole.error == pieces.error);
  return 0;
}
