#include "input/container.h"

#include <algorithm>

namespace privet {
namespace {

using namespace std::string_view_literals;

constexpr auto kNowhere = std::string_view::npos;

// From each format's specification.
constexpr std::string_view kBinaryMagics[] = {"\x89PNG\r\n\x1A\n"sv,
                                              "\xFF\xD8\xFF"sv,
                                              "GIF87a"sv,
                                              "GIF89a"sv,
                                              "%PDF-"sv,
                                              "\x7F"
                                              "ELF"sv};

// Position of the first byte that is neither BOM nor white space, or npos.
std::size_t first_mark(std::string_view bytes) {
  const std::size_t begin = bytes.starts_with(kUtf8Bom) ? kUtf8Bom.size() : 0;
  return bytes.find_first_not_of(" \t\r\n", begin);
}

bool begins_value(char c) { return c == '-' || (c >= '0' && c <= '9') || "{[\"tfn"sv.find(c) != kNowhere; }

bool has_lines(std::string_view text) { return text.find('\n') != kNowhere; }

}  // namespace

Container ContainerSniffer::look(std::string_view first_bytes, bool at_end) {
  if (hints_.by_suffix == Container::kCsv) return Container::kCsv;
  const std::string_view text = first_bytes.substr(0, kContainerSniffBytes);
  const bool no_more = at_end || text.size() == kContainerSniffBytes;
  // A BOM that has not arrived in full is not a mark.
  if (!no_more && text.size() < kUtf8Bom.size() && kUtf8Bom.starts_with(text)) return Container::kAuto;
  if (begin_ == kNowhere) begin_ = first_mark(text);
  if (begin_ == kNowhere) return no_more ? without_mark() : Container::kAuto;
  const char mark = text[begin_];
  switch (hints_.by_suffix) {
    case Container::kJsonl:
      return mark == '[' ? Container::kJson : Container::kJsonl;
    case Container::kText:
      if (mark != '{') return Container::kText;
      break;
    case Container::kJson:
      if (mark == '[' && !hints_.or_text) return Container::kJson;
      if (!begins_value(mark)) return without_mark();
      break;
    default:
      if (mark == '[' && !hints_.or_text) return Container::kJson;
      if (mark != '{' && mark != '[') return without_mark();
      break;
  }
  return by_value(text, mark, no_more);
}

// Nothing in the text speaks for JSON.
Container ContainerSniffer::without_mark() const {
  if (hints_.by_suffix == Container::kJsonl) return Container::kJsonl;
  return hints_.or_text || hints_.by_suffix == Container::kText ? Container::kText : Container::kJsonl;
}

// By the value at begin_.
Container ContainerSniffer::by_value(std::string_view text, char mark, bool no_more) {
  const std::string_view rest = text.substr(begin_);
  const JsonGlance::Seen seen =
      no_more && text.size() < kContainerSniffBytes ? glance_.finish(rest) : glance_.look(rest);
  switch (seen) {
    case JsonGlance::Seen::kWhole:
      return behind_value(text, mark, no_more);
    case JsonGlance::Seen::kWrong:
      return damaged(text, no_more);
    case JsonGlance::Seen::kOpen:
      break;
  }
  if (!no_more) return Container::kAuto;
  if (text.size() < kContainerSniffBytes) return damaged(text, no_more);  // cut off
  return mark == '[' || has_lines(rest) ? Container::kJson : Container::kJsonl;
}

// By what follows the value.
Container ContainerSniffer::behind_value(std::string_view text, char mark, bool no_more) const {
  const std::string_view value = text.substr(begin_, glance_.at());
  const std::string_view rest = text.substr(begin_ + value.size());
  if (mark == '[') {
    // "[404]" may be the first line of another format.
    const std::size_t next = rest.find_first_not_of(" \t\r\n");
    if (next == kNowhere) return no_more ? Container::kJson : Container::kAuto;
    return begins_value(rest[next]) ? Container::kJson : damaged(text, no_more);
  }
  const std::size_t next = rest.find_first_not_of(" \t\r");
  if (next == kNowhere && !no_more) return Container::kAuto;
  if (next == kNowhere || rest[next] == '\n') return has_lines(value) ? Container::kJson : Container::kJsonl;
  return begins_value(rest[next]) ? Container::kJson : damaged(text, no_more);
}

// By where the value stops being one, and what the next line begins with.
Container ContainerSniffer::damaged(std::string_view text, bool no_more) const {
  const std::string_view value = text.substr(begin_, glance_.at());
  const bool lines = has_lines(value);
  const bool is_json = hints_.by_suffix == Container::kJson;
  const bool may_be_text = hints_.or_text || hints_.by_suffix == Container::kText;
  if (value.front() != '{') return may_be_text ? Container::kText : Container::kJson;
  if (!lines && !may_be_text && !is_json) return Container::kJsonl;

  const std::size_t key = value.find_first_not_of(" \t", 1);
  const bool has_key = key != kNowhere && value[key] == '"';
  std::size_t next = begin_ + value.size();
  if (!lines) next = text.find('\n', next) == kNowhere ? text.size() : text.find('\n', next) + 1;
  if (next == text.size() && !no_more) return Container::kAuto;
  if (next < text.size() && text[next] == '{' && text[next - 1] == '\n' && has_key) return Container::kJsonl;

  if (!may_be_text) return Container::kJson;
  return has_key && !lines && !is_json ? Container::kJsonl : Container::kText;
}

Container sniff_container(std::string_view text, const ContainerHints& hints) {
  return ContainerSniffer(hints).look(text, true);
}

bool begins_array(std::string_view text) {
  const std::size_t at = first_mark(text);
  return at != kNowhere && text[at] == '[';
}

bool is_binary(std::string_view first_bytes) {
  return first_bytes.substr(0, kBinarySniffBytes).find('\0') != kNowhere ||
         std::any_of(std::begin(kBinaryMagics), std::end(kBinaryMagics),
                     [&](std::string_view magic) { return first_bytes.starts_with(magic); });
}

}  // namespace privet
