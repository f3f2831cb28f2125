#include "detect/messages/header.h"

#include <algorithm>

#include "detect/messages/speakers.h"
#include "detect/messages/when.h"

namespace privet {
namespace {

constexpr std::size_t kLongestName = 60;
constexpr std::uint32_t kWindow = 260;
constexpr std::size_t kTriedTimes = 16;
constexpr std::size_t kBytesATime = 4096;  // beyond the first, one more time is tried for so many bytes

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t least = at > 200 ? at - 200 : 0;
  while (at > least && text[at - 1] != '\n') --at;
  return at;
}
std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}
bool at_line_end(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' || text[at] == '\r';
}
std::size_t next_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == '\n' || text[at] == '\r')) ++at;
  return at;
}

// A header under way: what is around its time.
class Parser {
 public:
  Parser(std::string_view text, const ClockTime& time) : text_(text), time_(time), date_(date_before(text, time.begin)) {
    when_begin_ = date_ ? date_->begin : time.begin;
  }

  std::optional<MessageHeader> parse() {
    if (preceded_by('[')) return in_brackets();
    if (preceded_by('(')) return in_parentheses();
    const std::size_t end = time_.end;
    const std::size_t line = line_begin(text_, when_begin_);
    const bool first = line == when_begin_;
    if (first && !date_ && text_.substr(end, 1) == "\t") return tabs(end + 1);
    if (const std::size_t from = behind_word(end, "From"); first && from != 0) return zoom(from);
    const std::size_t next = skip_spaces(text_, end);
    if (text_.substr(next, 1) == "<") return irc(next);
    if (date_ && text_.substr(next, 2) == "- ") {
      if (const auto header = named(next + 2, Layout::kWhatsappAndroid)) return header;
      MessageHeader notice = made(when_begin_, next + 2, next + 2, next + 2, Layout::kWhatsappAndroid);
      notice.notice = true;
      return notice;
    }
    if (date_ && time_.half_before && text_.substr(end, 2) == ", ") return named(end + 2, Layout::kKakaotalk);
    if (at_line_end(text_, end) || text_.substr(next, 8) == "(Read by") return heading(line, next);
    if (text_.substr(end, 3) == ", -") return {};
    if (first && (text_[end] == ' ' || text_.substr(end, 2) == ": ")) {
      return named(text_[end] == ':' ? end + 2 : next, date_ ? Layout::kPlain : Layout::kBracketTime);
    }
    return {};
  }

 private:
  [[nodiscard]] bool preceded_by(char c) const { return when_begin_ > 0 && text_[when_begin_ - 1] == c; }
  // Where what follows the word begins; 0: it does not stand there.
  [[nodiscard]] std::size_t behind_word(std::size_t at, std::string_view word) const {
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    if (text_.substr(at, word.size()) != word) return 0;
    at += word.size();
    const std::size_t begin = at;
    while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
    return at > begin ? at : 0;
  }

  [[nodiscard]] MessageHeader made(std::size_t begin, std::size_t body, std::size_t name, std::size_t name_end,
                                   Layout layout) const {
    return {.begin = static_cast<std::uint32_t>(begin),
            .body = static_cast<std::uint32_t>(std::min(body, text_.size())),
            .speaker = {static_cast<std::uint32_t>(name), static_cast<std::uint32_t>(name_end)},
            .layout = layout,
            .machine = is_machine_speaker(text_.substr(name, name_end - name))};
  }

  // `NAME: ` from here.
  [[nodiscard]] std::optional<MessageHeader> named(std::size_t name, Layout layout, std::size_t begin = std::string_view::npos) const {
    const std::string_view rest = text_.substr(name, kLongestName + 2);
    std::size_t colon = rest.find(':');
    while (colon != std::string_view::npos && colon + 1 < rest.size() && rest[colon + 1] != ' ' && rest[colon + 1] != '\n')
      colon = rest.find(':', colon + 1);
    if (colon == std::string_view::npos) return {};
    std::size_t end = colon;
    while (end > 0 && rest[end - 1] == ' ') --end;
    if (!is_speaker(rest.substr(0, end))) return {};
    return made(begin == std::string_view::npos ? when_begin_ : begin, name + colon + 2, name, name + end, layout);
  }

  [[nodiscard]] std::optional<MessageHeader> irc(std::size_t bracket) const {
    const std::size_t end = text_.find('>', bracket);
    if (end == std::string_view::npos || end - bracket < 2 || end - bracket > 34) return {};
    if (text_.substr(bracket, end - bracket).find_first_of(" \n/\"=") != std::string_view::npos &&
        text_[bracket + 1] != ' ' && text_[bracket + 1] != '@')
      return {};
    return made(when_begin_, end + 2, bracket + 1, end, Layout::kIrc);
  }

  // `[DATE, TIME] NAME: `, `[TIME, DATE] NAME: `, `[NAME] [TIME] `, `NAME, [DATE TIME]`.
  [[nodiscard]] std::optional<MessageHeader> in_brackets() const {
    const std::size_t open = when_begin_ - 1;
    std::size_t close = time_.end;
    bool date = date_.has_value();
    if (text_.substr(close, 2) == ", ") {
      close = date_end(text_, close + 2);
      date = close != time_.end + 2;
    }
    if (close >= text_.size() || text_[close] != ']') return {};
    const std::size_t next = skip_spaces(text_, close + 1);
    if (open > 1 && text_[open - 1] == ' ' && text_[open - 2] == ']') {
      const std::size_t name = text_.rfind('[', open - 2);
      if (name == std::string_view::npos || open - 2 - name > kLongestName) return {};
      if (!is_speaker(text_.substr(name + 1, open - 3 - name))) return {};
      return made(name, next, name + 1, open - 2, Layout::kKakaotalk);
    }
    if (text_.substr(next, 1) == "<") return irc(next);
    const std::size_t line = line_begin(text_, open);
    if (line < open && (at_line_end(text_, close + 1) || text_.substr(close + 1, 1) == ":")) {
      std::size_t end = open;
      while (end > line && (text_[end - 1] == ' ' || text_[end - 1] == ',')) --end;
      if (!is_speaker(text_.substr(line, end - line))) return {};
      const bool comma = text_.substr(line, open - line).ends_with(", ");
      const std::size_t body = text_.substr(close + 1, 1) == ":" ? close + 3 : next_line(text_, close + 1);
      return made(line, body, line, end, date && comma ? Layout::kTelegramCopy : Layout::kCopied);
    }
    if (line != open && open > 0 && text_[open - 1] != ' ') return {};
    if (const auto header = named(next, date ? Layout::kWhatsappIos : Layout::kBracketTime, open)) return header;
    // `[10:02 AM] NAME`, and the message on the next line.
    const std::size_t end = std::min(text_.find('\n', next), text_.size());
    if (line != open || end == next || end >= text_.size() || end - next > 40) return {};
    const std::string_view name = text_.substr(next, end - next);
    if (!is_speaker(name) || name.find_first_of(".,!?:") != std::string_view::npos) return {};
    return made(open, end + 1, next, end, Layout::kCopied);
  }

  // `(14:05:11) NAME: `, `NAME (DATE TIME): `.
  [[nodiscard]] std::optional<MessageHeader> in_parentheses() const {
    const std::size_t open = when_begin_ - 1;
    const std::size_t line = line_begin(text_, open);
    std::size_t close = time_.end;
    if (date_ && text_.substr(time_.begin > 0 ? time_.begin - 1 : 0, 1) == "T") return arrow(line, open);
    if (close >= text_.size() || text_[close] != ')') return {};
    if (line == open) return named(skip_spaces(text_, close + 1), date_ ? Layout::kPlain : Layout::kBracketTime, open);
    std::size_t end = open;
    while (end > line && text_[end - 1] == ' ') --end;
    if (end == open || !is_speaker(text_.substr(line, end - line))) return {};
    const bool colon = text_.substr(close + 1, 1) == ":";
    if (!colon && !at_line_end(text_, close + 1)) return {};
    return made(line, close + 2, line, end, Layout::kCopied);
  }

  // `a -> b: (2024-01-02T…`
  [[nodiscard]] std::optional<MessageHeader> arrow(std::size_t line, std::size_t open) const {
    const std::string_view head = text_.substr(line, open - line);
    const std::size_t at = head.find(" -> ");
    if (at == std::string_view::npos || !head.ends_with(": ") || !is_speaker(head.substr(0, at))) return {};
    return made(line, next_line(text_, std::min(text_.find('\n', open), text_.size())), line, line + at, Layout::kTwitter);
  }

  [[nodiscard]] std::optional<MessageHeader> tabs(std::size_t name) const {
    const std::size_t tab = text_.find('\t', name);
    if (tab == std::string_view::npos || tab - name > kLongestName || !is_speaker(text_.substr(name, tab - name))) return {};
    return made(when_begin_, tab + 1, name, tab, Layout::kLine);
  }

  [[nodiscard]] std::optional<MessageHeader> zoom(std::size_t name) const {
    const std::string_view rest = text_.substr(name, 160);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    std::size_t to = line.find(" to ");
    if (to == std::string_view::npos) to = line.find("\tto\t");
    const bool direct = line.substr(0, colon).find("(Direct Message)") != std::string_view::npos ||
                        line.substr(0, colon).find("(Privately)") != std::string_view::npos ||
                        line.substr(0, colon).find("(privately)") != std::string_view::npos;
    std::size_t end = std::min(to, colon);
    while (end > 0 && line[end - 1] == ' ') --end;
    if (!is_speaker(line.substr(0, end))) return {};
    return made(when_begin_, name + colon + 2, name, name + end, direct ? Layout::kZoomDirect : Layout::kZoomEveryone);
  }

  // The header is a line by itself: `NAME  DATE TIME`, or the date alone and
  // the name on the next line (iMessage).
  [[nodiscard]] std::optional<MessageHeader> heading(std::size_t line, std::size_t next) const {
    std::size_t end = when_begin_;
    while (end > line && std::string_view(" ,-|(").find(text_[end - 1]) != std::string_view::npos) --end;
    if (end > line) {
      if (end == when_begin_) return {};
      const std::string_view name = text_.substr(line, end - line);
      if (!is_speaker(name) || name.find_first_of(".,!?") != std::string_view::npos) return {};
      if (at_line_end(text_, next_line(text_, next))) return {};
      const bool dated = date_ && date_->form == DateForm::kIso && time_.seconds;
      return made(line, next_line(text_, next), line, end, dated ? Layout::kWechat : Layout::kCopied);
    }
    if (!date_ || date_->form != DateForm::kWords || !time_.seconds) return {};
    const std::size_t name = next_line(text_, std::min(text_.find('\n', next), text_.size()));
    const std::size_t name_end = std::min(text_.find('\n', name), text_.size());
    if (name_end == text_.size() || !is_speaker(text_.substr(name, name_end - name))) return {};
    return made(when_begin_, name_end + 1, name, name_end, Layout::kImessage);
  }

  std::string_view text_;
  ClockTime time_;
  std::optional<DateBefore> date_;
  std::size_t when_begin_ = 0;
};

// `Name: text`, line by line.
void find_dialogue(std::string_view text, std::vector<MessageHeader>& out) {
  for (std::size_t line = 0; line < text.size();) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::string_view head = text.substr(line, std::min<std::size_t>(end - line, 40));
    const std::size_t colon = head.find(": ");
    if (colon != std::string_view::npos && colon > 0 && is_speaker(head.substr(0, colon)) &&
        std::count(head.begin(), head.begin() + static_cast<std::ptrdiff_t>(colon), ' ') <= 2) {
      const auto begin = static_cast<std::uint32_t>(line);
      const auto name_end = static_cast<std::uint32_t>(line + colon);
      out.push_back({begin, name_end + 2, {begin, name_end}, Layout::kDialogue, is_machine_speaker(head.substr(0, colon))});
    }
    line = end + 1;
  }
}

}  // namespace

bool is_clock_time(std::string_view text, std::size_t colon) {
  return colon > 0 && colon + 2 < text.size() && is_digit(text[colon - 1]) && is_digit(text[colon + 1]) &&
         is_digit(text[colon + 2]);
}

std::optional<MessageHeader> parse_header(std::string_view text, std::uint32_t colon) {
  // A window, so that a line of a million bytes is not searched from end to end
  // for each time in it.
  const std::uint32_t before = std::min(colon, kWindow);
  const std::string_view window = text.substr(colon - before, 2 * std::size_t{kWindow});
  const auto time = clock_time_at(window, before);
  if (!time) return {};
  std::optional<MessageHeader> header = Parser(window, *time).parse();
  if (!header) return {};
  const std::uint32_t shift = colon - before;
  header->begin += shift;
  header->body += shift;
  header->speaker = {header->speaker.begin + shift, header->speaker.end + shift};
  return header;
}

void find_headers(std::string_view text, std::vector<MessageHeader>& out) {
  const std::size_t first = out.size();
  for (std::size_t at = text.find(':'); at != std::string_view::npos; at = text.find(':', at + 1)) {
    if (!is_clock_time(text, at)) continue;
    if (out.size() > first && at < out.back().body) continue;
    if (const auto header = parse_header(text, static_cast<std::uint32_t>(at))) out.push_back(*header);
  }
  if (out.size() == first) find_dialogue(text, out);
}

bool may_hold_headers(std::string_view text, const std::vector<std::uint32_t>& colons) {
  const std::size_t tries = kTriedTimes + text.size() / kBytesATime;
  std::size_t found = 0;
  for (std::size_t i = 0; i < std::min(colons.size(), tries); ++i) {
    const auto header = parse_header(text, colons[i]);
    if (header && !header->machine && ++found == 2) return true;
  }
  return false;
}

}  // namespace privet
