// Links of any kind, for those who ask for them (they are off by default).
#include <algorithm>
#include <string_view>

#include "base/utf8.h"
#include "detect/contact/domains.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "text/script.h"

namespace privet {
namespace {

// RFC 3986 2: what a link is not written with, unless it is escaped.
bool ends_link(char c) {
  constexpr std::string_view kNever = "<>\"{}|\\^`";
  return static_cast<unsigned char>(c) <= ' ' || c == 0x7F || kNever.find(c) != std::string_view::npos;
}

// Where the characters of a link end; text in Chinese or Japanese follows one without a space.
std::uint32_t characters_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      if (ends_link(text[at])) break;
      ++at;
      continue;
    }
    const Decoded d = decode_utf8(text, at);
    if (!is_word(d.code_point) || is_cjk(d.code_point)) break;
    at += d.bytes;
  }
  return at;
}

// Points of the sentence, and brackets that were opened before the link.
std::uint32_t without_points(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  constexpr std::string_view kPoints = ".,;:!?'*_";
  for (; end > begin; --end) {
    const char c = text[end - 1];
    if (kPoints.find(c) != std::string_view::npos) continue;
    const std::string_view link = text.substr(begin, end - begin);
    const auto more = [&](char close, char open) {
      return c == close && std::count(link.begin(), link.end(), close) > std::count(link.begin(), link.end(), open);
    };
    if (!more(')', '(') && !more(']', '[')) break;
  }
  return end;
}

}  // namespace

// Takes the scheme and the first character of a link, or "www." and one.
Verdict validate_url(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  if (is_word(before_or(text, begin, ' '))) return {};
  const bool scheme = text.substr(begin, match.span.size()).find("://") != std::string_view::npos;
  if (!scheme) {
    const std::uint32_t domain = domain_end(text, begin);
    if (domain == begin || at_or(text, domain) == '-') return {};
  }
  const std::uint32_t end = without_points(text, match.span.end, characters_end(text, match.span.end));
  return {.accepted = true, .alone = true, .span = {begin, end}};
}

}  // namespace privet
