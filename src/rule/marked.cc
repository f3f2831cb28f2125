#include "rule/marked.h"

namespace privet {

Marked parse_marked(std::string_view marked) {
  Marked out;
  std::size_t at = 0;
  while (at < marked.size()) {
    std::size_t open = marked.find("[[", at);
    std::size_t close = open == std::string_view::npos ? open : marked.find("]]", open + 2);
    if (close == std::string_view::npos) break;
    // A bracket beside the marks belongs to the text around them where one was
    // opened there ("[[[::1]]]:80"), else to the marked text ("[[jo@[::1]]]").
    if (marked.substr(open + 2, 1) == "[") {
      ++open;
    } else if (marked.substr(close + 2, 1) == "]") {
      ++close;
    }
    out.text += marked.substr(at, open - at);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text += marked.substr(open + 2, close - open - 2);
    out.spans.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
    at = close + 2;
  }
  out.text += marked.substr(at);
  return out;
}

std::string mark(std::string_view text, const std::vector<Span<FieldSpace>>& spans) {
  std::string out;
  std::size_t at = 0;
  for (const Span<FieldSpace>& span : spans) {
    if (span.begin < at) continue;
    out += text.substr(at, span.begin - at);
    out += "[[";
    out += text.substr(span.begin, span.size());
    out += "]]";
    at = span.end;
  }
  out += text.substr(at);
  return out;
}

}  // namespace privet
