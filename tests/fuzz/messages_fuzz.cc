// Any record judged: is it a private message, on which evidence, who took
// part. The fast path and the plain one must say the same, and every place must
// lie on whole characters (see ScanOracle). The first byte of the input is not
// part of the record: it tells whether that is JSON, a text, or a text inside
// JSON, which is what most inputs of a fuzzer can be.
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "record/json_write.h"
#include "support/scan_oracle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  if (size < 1) return 0;
  static auto* const oracle = new test::ScanOracle;
  std::string record(reinterpret_cast<const char*>(data) + 1, size - 1);
  const RecordFormat format = data[0] % 3 == 0 ? RecordFormat::kText : RecordFormat::kJson;
  if (data[0] % 3 == 2) {
    if (!is_valid_utf8(record)) return 0;
    std::string json = R"({"text":")";
    escape_json(record, json);
    record = json + "\"}";
  }
  test::OracleOptions kept;
  kept.action = Action::kKeep;
  const std::string wrong = oracle->check(format, record, kept);
  if (!wrong.empty()) std::fprintf(stderr, "%s\n", wrong.c_str());
  PRIVET_CHECK(wrong.empty());
  return 0;
}
