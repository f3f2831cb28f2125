#include "report/plain_text.h"

namespace privet {

void append_plain(std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const bool c1 = c == 0xC2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    out.push_back(c < 0x20 || c == 0x7F || c1 ? '?' : text[at]);
    at += c1 ? 1 : 0;
  }
}

}  // namespace privet
