#include "rule/rule_folder.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "rule/marker_reader.h"
#include "rule/policy_reader.h"
#include "rule/rule_reader.h"
#include "rule/term_file.h"

namespace privet {
namespace {

// Of a file that is too large, enough to notice.
Result<std::string> read_term_text(const std::filesystem::path& folder, const std::string& name) {
  std::error_code code;
  std::ifstream in(folder / name, std::ios::binary);
  if (!in || std::filesystem::is_directory(folder / name, code))
    return fail(ErrorCode::kConfig, name + ": cannot be read");
  std::string text(kLargestTermFile + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  return text;
}

}  // namespace

Status read_rule_folder(const std::string& folder, RuleSet& rules, MarkerSet* markers, std::string* overridden) {
  namespace fs = std::filesystem;
  std::error_code code;
  std::vector<fs::path> files;
  if (!fs::is_directory(folder, code)) return fail(ErrorCode::kConfig, folder + ": no such folder of rules");
  for (fs::recursive_directory_iterator it(folder, code), end; it != end && !code; it.increment(code)) {
    if (it->path().extension() == ".toml" && it->is_regular_file(code)) files.push_back(it->path());
  }
  if (code) return fail(ErrorCode::kIo, folder + ": " + code.message());
  if (files.empty()) return fail(ErrorCode::kConfig, folder + ": holds no .toml file with rules");
  std::sort(files.begin(), files.end());
  for (const fs::path& file : files) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return fail(ErrorCode::kIo, file.string() + ": cannot be read");
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::string name = file.lexically_relative(folder).generic_string();
    const auto read_beside = [&](const std::string& beside) { return read_term_text(folder, beside); };
    if (!is_policy_file(name)) rules.note_source(name, text);
    if (Status status = read_rules(text, name, rules, overridden, ReadBeside(read_beside)); !status) return status;
    if (markers == nullptr || !is_marker_file(name)) continue;
    markers->set_unproven();
    if (Status status = read_markers(text, name, *markers); !status) return status;
  }
  return {};
}

}  // namespace privet
