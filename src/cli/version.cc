#include "cli/version.h"

#include <fmt/format.h>

#include <string_view>

#include "cli/build_facts.h"
#include "cli/builtin_names.h"
#include "detect/gate/engine_version.h"
#include "input/zstd_source.h"
#include "record/json_tokens.h"
#include "redact/digest.h"
#include "rule/builtin.h"
#include "rule/marker_reader.h"
#include "rule/policy_reader.h"
#include "rule/rule_reader.h"
#include "text/unicode_version.h"

namespace privet {
namespace {

constexpr std::string_view kCompiler =
#ifdef __clang__
    "clang " __clang_version__;
#else
    "GCC " __VERSION__;
#endif

std::string describe_rules() {
  RuleSet rules;
  MarkerSet markers;
  if (const Status read = read_builtin_rules(rules); !read) return read.error().message;
  if (const Status read = read_builtin_markers(markers); !read) return read.error().message;
  return fmt::format("{} rules, {} markers of private messages, {}", rules.rules().size(), markers.markers().size(),
                     rules_digest(true, ""));
}

std::string describe_names() {
  const Result<NameModel> model = NameModel::read(builtin_name_model());
  return model ? name_model_version(*model) : model.error().message;
}

}  // namespace

std::string program_version() { return std::string(kProgramVersion); }

std::string rules_digest(bool builtin, std::string_view of_folders) {
  Sha256 sha;
  for (const BuiltinFile& file : builtin_rule_files()) {
    if (!builtin || is_policy_file(file.name)) continue;
    for (const std::string_view part : {file.name, file.text}) {
      sha.add(part);
      sha.add(std::string_view("\0", 1));
    }
  }
  sha.add(of_folders);
  return "sha256:" + to_hex(sha.finish());
}

std::string name_model_version(const NameModel& model) { return fmt::format("{:016x}", model.checksum()); }

Ledger::Pairs telling_versions() {
  return {
      {"hyperscan", engine_version()}, {"unicode", unicode_version()}, {"libphonenumber", std::string(kPhoneVersion)}};
}

std::string version_text() {
  std::string out = "privet " + program_version() + "\n";
  const auto line = [&out](std::string_view what, std::string_view is) {
    out += fmt::format("  {:<15} {}\n", what, is);
  };
  line("build", kBuildId.empty() ? std::string_view("not of a clone") : kBuildId);
  line("compiler", kCompiler);
  line("Hyperscan", engine_version());
  line("RE2", kRe2Version);
  line("ICU", fmt::format("{}, Unicode {}", icu_version(), unicode_version()));
  line("simdjson", simdjson_version());
  line("libphonenumber", kPhoneVersion);
  line("zstd", zstd_version());
  line("rules", describe_rules());
  line("name model", describe_names());
  return out;
}

}  // namespace privet
