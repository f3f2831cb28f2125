// The files of rules/, embedded at build time (tools/embed_rules.cmake writes
// the definition).
#pragma once

#include <span>
#include <string_view>

namespace privet {

struct BuiltinFile {
  std::string_view name;  // "contact/email.toml"
  std::string_view text;
};

[[nodiscard]] std::span<const BuiltinFile> builtin_rule_files();

}  // namespace privet
