#include "detect/messages/framed.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "detect/messages/introduction.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kLeastWords = 4;
constexpr std::ptrdiff_t kIntroduction = 7;  // words
// Chinese, Japanese and Thai have no spaces between words.
constexpr std::size_t kLeastForeign = 8;  // characters beyond ASCII
constexpr std::array<std::string_view, 8> kEnds = {".", ":", "?", "!", ")", "\"", "。", "।"};  // wide ones are folded

// Words enough to be one, and an end of a sentence.
bool is_sentence(std::string_view text) {
  const bool inside = text.find(". ") != std::string_view::npos || text.find("? ") != std::string_view::npos ||
                      text.find("! ") != std::string_view::npos;
  const auto ends = [&](std::string_view end) { return text.ends_with(end); };
  if (!inside && std::none_of(kEnds.begin(), kEnds.end(), ends)) return false;
  std::size_t words = 1, foreign = 0;
  for (const char c : text) {
    words += c == ' ' ? 1 : 0;
    foreign += is_continuation(c) ? 0 : static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
  }
  return words >= kLeastWords || foreign >= kLeastForeign;
}

// It asks or announces, at length, and is no head that an exporter dates or
// counts messages in; unless it says that they are somebody's own.
bool introduces(std::string_view text, bool personal) {
  if (!text.ends_with(':') && !text.ends_with('?')) return false;
  if (personal) return true;
  if (text.find_first_of("0123456789") != std::string_view::npos) return false;
  return std::count(text.begin(), text.end(), ' ') + 1 >= kIntroduction;
}

// What stands in a line before `end`; not the mark of a code block.
std::string_view line_before(std::string_view text, std::size_t end) {
  text = trimmed(text.substr(0, end));
  std::string_view line = text.substr(text.rfind('\n') + 1);
  if (!line.starts_with("```")) return line;
  text = trimmed(text.substr(0, text.size() - line.size()));
  return text.substr(text.rfind('\n') + 1);
}

// "Subject: keys"
bool is_field(std::string_view line) {
  constexpr std::size_t kLongestField = 24;
  const std::size_t colon = line.substr(0, kLongestField).find(": ");
  return colon != std::string_view::npos && colon > 1 &&
         std::count(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon), ' ') < 2;
}

}  // namespace

bool is_framed(std::string_view text, Span<ViewSpace> place, std::span<const MessageHeader> headers) {
  const std::string_view before = line_before(text, place.begin);
  if (!is_sentence(before)) return false;
  if (introduces(before, introduction_before(text, place.begin).personal)) return true;
  // Where messages have paragraphs, or lines, what follows the last one may be
  // of it.
  bool lines = headers.empty(), paragraphs = false;
  for (std::size_t i = 0; i + 1 < headers.size(); ++i) {
    const std::uint32_t body = std::min(headers[i].body, headers[i + 1].begin);
    const std::string_view message = trimmed(text.substr(body, headers[i + 1].begin - body));
    lines = lines || message.find('\n') != std::string_view::npos;
    paragraphs = paragraphs || message.find("\n\n") != std::string_view::npos;
  }
  if (paragraphs) return false;
  std::size_t end = place.end;
  if (!lines) end = std::min<std::size_t>(end, text.find('\n', std::min<std::size_t>(headers.back().body, end)));
  const std::string_view after = trimmed(text.substr(end));
  return is_sentence(after.substr(0, after.find('\n')));
}

bool is_published(std::string_view text, std::uint32_t begin) {
  return is_sentence(line_before(text, begin)) && introduction_before(text, begin).published;
}

bool is_shown(std::string_view text, std::uint32_t begin) {
  const std::string_view before = line_before(text, begin);
  if (!is_sentence(before)) return false;
  const Introduction told = introduction_before(text, begin);
  return told.published || introduces(before, told.personal);
}

std::uint32_t mail_begin(std::string_view text, std::uint32_t line) {
  constexpr std::size_t kMostFields = 32;
  for (std::size_t fields = 0; fields < kMostFields && line > 0 && text[line - 1] == '\n'; ++fields) {
    const std::size_t above = line > 1 ? text.rfind('\n', line - 2) + 1 : line;
    if (!is_field(text.substr(above, line - 1 - std::min<std::size_t>(above, line - 1)))) break;
    line = static_cast<std::uint32_t>(above);
  }
  return line;
}

std::uint32_t mail_end(std::string_view text, std::uint32_t begin) {
  const auto whole = static_cast<std::uint32_t>(text.size());
  std::size_t line = text.find('\n', begin);
  while (line != std::string_view::npos && at_or(text, line + 1) == '\n') ++line;
  if (line == std::string_view::npos || at_or(text, line + 1) != '>') return whole;
  const std::size_t last = text.rfind("\n>");
  return static_cast<std::uint32_t>(std::min(text.find('\n', last + 1), text.size()));
}

}  // namespace privet
