#include "rule/term_file.h"

#include <algorithm>

#include "base/utf8.h"

namespace privet {

Result<TermFile> read_terms(std::string_view text, const std::string& name) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.size() > kLargestTermFile) return fail(ErrorCode::kConfig, name + ": a file of terms has at most 32 MiB");
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  TermFile out{.name = name, .terms = {}};
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.empty() || line.front() == '#') continue;
    const auto wrong = [&](const std::string& what) {
      return fail(ErrorCode::kConfig, name + ":" + std::to_string(number) + ": " + what);
    };
    if (line.size() > kLongestTerm) return wrong("a term has at most 256 bytes");
    if (!is_valid_utf8(line)) return wrong("not UTF-8; save the file as UTF-8");
    if (out.terms.size() == kMostTerms) return wrong("a file has at most 100,000 terms");
    out.terms.emplace_back(line);
  }
  if (out.terms.empty()) return fail(ErrorCode::kConfig, name + ": holds no term");
  return out;
}

}  // namespace privet
