#include "cli/check_allow.h"

#include <filesystem>

#include "cli/baseline_file.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

// From `folder`; ".." goes above it.
std::string path_from(const fs::path& folder, const Input& input) {
  const fs::path path = input.is_stdin ? fs::path(input.name) : fs::path(input.path);
  std::error_code error;
  return fs::absolute(path, error).lexically_normal().lexically_relative(folder).generic_string();
}

}  // namespace

Status CheckAllow::prepare(const Options& o, Plan& plan) {
  if (o.allow.empty()) return {};
  const Result<std::string> day = today();
  if (!day) return tl::unexpected<Error>(day.error());
  Result<AllowRules> rules = AllowRules::build(o.allow, plan.all_rules.entities(), *day);
  if (!rules) return fail(rules);
  rules_ = std::move(*rules);
  for (const AllowRule& rule : o.allow)
    counts_.push_back({.place = rule.place, .reason = rule.reason, .expires = rule.expires});
  if (rules_.needs_every_leaf()) plan.scan.read.every_leaf = true;
  std::error_code error;
  const fs::path folder = fs::absolute(o.config, error).lexically_normal().parent_path();
  for (const Input& input : plan.inputs.inputs) paths_.push_back(path_from(folder, input));
  return {};
}

std::vector<std::uint32_t> CheckAllow::rules_for(const Worker& worker, const FindingRow& row, const Record& record,
                                                 std::optional<FieldIndex> field) {
  std::vector<std::uint32_t> out;
  if (rules_.size() == 0) return out;
  AllowScratch& scratch = scratch_.of(worker, [] { return std::make_unique<AllowScratch>(); });
  const AllowQuestion question{row.entity, row.value, record, field, worker.records};
  for (std::uint32_t i = 0; i < rules_.size(); ++i) {
    if (rules_.fits(i, question, scratch)) out.push_back(i);
  }
  return out;
}

bool CheckAllow::allows(std::size_t file, std::span<const std::uint32_t> rules) {
  AllowedCount* over = nullptr;
  for (const std::uint32_t i : rules) {
    if (!rules_.fits_path(i, paths_[file])) continue;
    if (!rules_.is_over(i)) {
      ++counts_[i].allowed;
      return true;
    }
    if (over == nullptr) over = &counts_[i];
  }
  if (over != nullptr) ++over->over;
  return false;
}

}  // namespace privet
