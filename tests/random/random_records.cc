// Random records, or those of a file, each in a way of its own through the
// fast path and the reference path: both find and write the same, and all that
// must hold of a scan does (support/scan_oracle.h).
//   privet_random              5,000 records, or as many as PRIVET_RANDOM_RECORDS says
//   privet_random FILE.jsonl   every line of a file instead; says which line, never what stands there
#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "support/record_generator.h"
#include "support/scan_oracle.h"
#include "text/simd_target.h"

namespace {

using namespace privet;

constexpr std::uint64_t kSeed = 20260301;
constexpr std::uint64_t kRecords = 5000;
constexpr std::uint64_t kMostProblems = 20;

std::uint64_t records_wanted() {
  std::uint64_t wanted = kRecords;
  if (const char* text = std::getenv("PRIVET_RANDOM_RECORDS")) {
    const std::string_view digits = text;
    if (std::from_chars(digits.data(), digits.data() + digits.size(), wanted).ec != std::errc{}) wanted = kRecords;
  }
  return wanted;
}

// Another operator, style and instruction set from record to record.
test::OracleOptions options_for(std::uint64_t record) {
  static const PlaceholderStyle styles[] = {{}, {}, *PlaceholderStyle::parse("[{entity}_{n}]")};
  constexpr Action kActions[] = {Action::kReplace, Action::kNumber, Action::kRedact, Action::kMask, Action::kHash};
  test::OracleOptions options;
  options.action = kActions[record % 5];
  options.style = styles[record / 5 % 3];
  options.mask_keep_last = record / 15 % 5;
  options.keep_reserved_ip = record % 7 == 0;
  if (record % 11 == 0) options.keys = record % 2 == 0 ? KeysMode::kReport : KeysMode::kSkip;
  return options;
}

void use_simd_target(std::uint64_t record) {
  static const std::vector<std::string> targets = simd_target_names();
  PRIVET_CHECK(set_simd_target_for_test(targets[record / 100 % targets.size()]));
}

}  // namespace

int main(int argc, char** argv) {
  test::ScanOracle oracle;
  test::RecordGenerator generator(oracle.rules(), kSeed);
  std::ifstream file;
  if (argc > 1) {
    file.open(argv[1], std::ios::binary);
    if (!file) return std::fprintf(stderr, "%s: cannot be read\n", argv[1]), 2;
  }
  const std::uint64_t wanted = records_wanted();
  std::uint64_t records = 0, problems = 0, with_findings = 0, findings = 0;
  std::string record;
  while (problems < kMostProblems) {
    if (argc > 1) {
      if (!std::getline(file, record)) break;
    } else {
      if (records == wanted) break;
      record = generator.record();
    }
    use_simd_target(records);
    const std::string wrong = oracle.check(RecordFormat::kJson, record, options_for(records));
    ++records;
    findings += oracle.findings();
    with_findings += oracle.findings() > 0 ? 1 : 0;
    if (wrong.empty()) continue;
    ++problems;
    std::printf("record %llu: %s\n", static_cast<unsigned long long>(records), wrong.c_str());
    if (argc == 1) std::printf("  %s\n", record.c_str());
  }
  std::printf("%llu records, %llu of them with findings, %llu findings, %llu problems\n",
              static_cast<unsigned long long>(records), static_cast<unsigned long long>(with_findings),
              static_cast<unsigned long long>(findings), static_cast<unsigned long long>(problems));
  return problems == 0 && records > 0 ? 0 : 1;
}
