// Any record redacted in any way: see ScanOracle for all that must hold. The
// first two bytes of the input are not part of the record: they choose how.
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/check.h"
#include "support/scan_oracle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  if (size < 2) return 0;
  static auto* const oracle = new test::ScanOracle;
  static const PlaceholderStyle styles[] = {{},
                                            *PlaceholderStyle::parse("[{entity}_{n}]"),
                                            *PlaceholderStyle::parse("|{entity}:{n}|"),
                                            *PlaceholderStyle::parse("$ {entity} {n} $")};
  constexpr Action kActions[] = {Action::kReplace, Action::kNumber, Action::kRedact,
                                 Action::kMask,    Action::kHash,   Action::kKeep};
  const test::OracleOptions options{.action = kActions[data[0] % 6],
                                    .keys = static_cast<KeysMode>(data[0] / 6 % 3),
                                    .mask_keep_last = data[0] / 18U % 5,
                                    .keep_reserved_ip = data[1] % 2 == 0,
                                    .style = styles[data[1] / 2 % 4]};
  const RecordFormat format = data[1] / 8 % 4 == 3 ? RecordFormat::kText : RecordFormat::kJson;
  const std::string_view record(reinterpret_cast<const char*>(data) + 2, size - 2);
  const std::string wrong = oracle->check(format, record, options);
  if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
  PRIVET_CHECK(wrong.empty());
  return 0;
}
