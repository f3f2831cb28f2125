// The head of one message, around the time in it.
#include "detect/messages/header.h"

#include <algorithm>

#include "detect/messages/speakers.h"
#include "detect/messages/when.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kLongestName = 60;
// As the meeting client writes it in its languages.
constexpr std::array<std::string_view, 5> kFrom = {"From", "Von", "De", "Da", "Van"};
constexpr std::array<std::string_view, 9> kTo = {" to ",   "\tto\t", " an ",   " à ", " a ",
                                                 " para ", " aan ",  " till ", " al "};
constexpr std::array<std::string_view, 10> kDirect = {
    "(Direct Message)",  "(Privately)",         "(privately)",       "(Direktnachricht)", "(Message direct",
    "(Mensaje directo)", "(Messaggio diretto)", "(Mensagem direta)", "(Privat)",          "(privat)"};
constexpr std::uint32_t kWindow = 260;
constexpr std::size_t kWholeTime = 5;    // "14:05", "2:05 PM"
constexpr std::size_t kLongestDay = 24;  // without a year

// Behind the marks of quoted lines.
std::size_t line_begin(std::string_view text, std::size_t from) {
  const std::size_t least = from > 200 ? from - 200 : 0;
  std::size_t at = from;
  while (at > least && text[at - 1] != '\n') --at;
  while (at < from && text[at] == '>') at += at + 1 < from && text[at + 1] == ' ' ? 2 : 1;
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

// "Mon ", "mercredi ": a word and a space.
bool is_weekday(std::string_view text) {
  return text.size() >= 3 && text.size() <= 12 && text.back() == ' ' &&
         std::none_of(text.begin(), text.end() - 1,
                      [](char c) { return c == ' ' || is_digit(c) || c == ':' || c == '['; });
}

// Who is meant, without what an application writes behind the name: "Ida wrote",
// "Ida • 2nd", "Ida sent the following message at".
std::string_view without_tail(std::string_view name) {
  constexpr std::array<std::string_view, 14> kTails = {
      " wrote",      " schrieb", " a écrit",  " escribió", " ha scritto", " escreveu", " schreef",
      " napisał(a)", " napisał", " napisała", " skrev",    " пишет",      " написал",  " написала"};
  name = name.substr(0, std::min(name.find(" sent the following message"), name.find(" • ")));
  for (const std::string_view tail : kTails) {
    if (name.ends_with(tail)) return name.substr(0, name.size() - tail.size());
  }
  return name;
}

// A name on a line of its own, or before a time, in text that may be anything.
bool is_bare_name(std::string_view name) {
  constexpr std::ptrdiff_t kMostBlanks = 3;
  if (!is_speaker(name) || name.find_first_of(",!?:") != std::string_view::npos) return false;
  if (name.ends_with('.') || name.front() == '-' || name.front() == '#') return false;
  return !is_digit(name.front()) && std::count(name.begin(), name.end(), ' ') <= kMostBlanks;
}

// A header under way: what is around its time.
class Parser {
 public:
  Parser(std::string_view text, const ClockTime& time)
      : text_(text), time_(time), date_(date_before(text, time.begin)) {
    when_begin_ = date_ ? date_->begin : time.begin;
    if (date_ || preceded_by('[') || preceded_by('(')) return;
    // Days without a year, in brackets: "[Mon 14:05]", "(May 3, 14:05)".
    const std::size_t least = when_begin_ > kLongestDay ? when_begin_ - kLongestDay : 0;
    std::size_t open = when_begin_;
    while (open > least && text[open - 1] != '[' && text[open - 1] != '(' && text[open - 1] != '\n') --open;
    if (open > least && text[open - 1] != '\n' && is_day(text.substr(open, when_begin_ - open))) when_begin_ = open;
  }

  std::optional<MessageHeader> parse() {
    if (preceded_by('[')) return in_brackets();
    if (preceded_by('(')) return in_parentheses();
    const std::size_t end = time_.end;
    const std::size_t line = line_begin(text_, when_begin_);
    const std::string_view before = text_.substr(line, when_begin_ - line);
    const bool first = line == when_begin_ || is_weekday(before) || is_day(before);
    for (const std::string_view word : kFrom) {
      if (const std::size_t from = behind_word(end, word); first && from != 0) return zoom(from);
    }
    if (first && !date_ && text_.substr(end, 1) == "\t") return tabs(end + 1);
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
      const auto header = named(text_[end] == ':' ? end + 2 : next, date_ ? Layout::kPlain : Layout::kBracketTime);
      if (header || date_) return header;
      if (line == when_begin_) return spaced(next);
    }
    if (line != when_begin_ && (text_.substr(next, 2) == ": " || text_.substr(next, 2) == ":\n"))
      return name_before(line, next + 2);
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
  [[nodiscard]] std::optional<MessageHeader> named(std::size_t name, Layout layout,
                                                   std::size_t begin = std::string_view::npos) const {
    const std::string_view rest = text_.substr(name, kLongestName + 2);
    std::size_t colon = rest.find(':');
    while (colon != std::string_view::npos && colon + 1 < rest.size() && rest[colon + 1] != ' ' &&
           rest[colon + 1] != '\n')
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
    if (const auto header = named(next, date ? dated_layout(close) : Layout::kBracketTime, open)) return header;
    if (line != open) return in_running_text(open, next, date);
    // `[10:02 AM] NAME`, and the message on the next line.
    const std::size_t end = std::min(text_.find('\n', next), text_.size());
    if (line != open || end == next || end >= text_.size() || end - next > 40) return {};
    const std::string_view name = text_.substr(next, end - next);
    if (!is_speaker(name) || name.find_first_of(".,!?:") != std::string_view::npos) return {};
    return made(open, end + 1, next, end, Layout::kCopied);
  }

  // Who writes dates in brackets, and how: WhatsApp `[03/02/2024, 14:05:11]`,
  // Signal's exporter `[2024-02-03, 14:05]`, Skype `[03.02.2024 14:05:11]`, Teams
  // `[2/3 2:05 PM]`.
  [[nodiscard]] Layout dated_layout(std::size_t close) const {
    if (!date_) return Layout::kWhatsappIos;
    if (date_->form == DateForm::kDay) return Layout::kTeamsCopy;
    const bool comma = text_.substr(date_->begin, close - date_->begin).find(',') != std::string_view::npos;
    if (date_->form == DateForm::kIso && comma && !time_.seconds) return Layout::kSignal;
    if (!comma && time_.seconds && date_->form != DateForm::kWords) return Layout::kSkype;
    return Layout::kWhatsappIos;
  }

  // Line ends were lost: `… NAME, [DATE TIME] text NAME, [DATE TIME] text`, and
  // `NAME [TIME] text | NAME [TIME] text`.
  [[nodiscard]] std::optional<MessageHeader> in_running_text(std::size_t open, std::size_t next, bool date) const {
    std::size_t end = open;
    while (end > 0 && (text_[end - 1] == ' ' || text_[end - 1] == ',')) --end;
    const bool comma = text_.substr(end, open - end) == ", ";
    std::size_t begin = end;
    std::size_t words = 0;
    while (begin > 0 && end - begin < 40 &&
           std::string_view(".!?|\n\t\"").find(text_[begin - 1]) == std::string_view::npos) {
      if (text_[begin - 1] == ' ' && ++words == 3) break;
      --begin;
    }
    while (begin < end && text_[begin] == ' ') ++begin;
    if (begin == end || !is_speaker(text_.substr(begin, end - begin))) return {};
    if (date && comma) return made(begin, next, begin, end, Layout::kTelegramCopy);
    const bool apart = begin == 0 || (begin > 1 && (text_[begin - 1] == '|' || text_[begin - 2] == '|'));
    if (!date && !comma && apart) return made(begin, next, begin, end, Layout::kBracketTime);
    return {};
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
    if (end == open) return {};
    end = line + without_tail(text_.substr(line, end - line)).size();
    if (!is_speaker(text_.substr(line, end - line))) return {};
    const bool colon = text_.substr(close + 1, 1) == ":";
    if (!colon && !at_line_end(text_, close + 1)) return {};
    return made(line, close + 2, line, end, Layout::kCopied);
  }

  // `a -> b: (2024-01-02T…`
  [[nodiscard]] std::optional<MessageHeader> arrow(std::size_t line, std::size_t open) const {
    const std::string_view head = text_.substr(line, open - line);
    const std::size_t at = head.find(" -> ");
    if (at == std::string_view::npos || !head.ends_with(": ") || !is_speaker(head.substr(0, at))) return {};
    return made(line, next_line(text_, std::min(text_.find('\n', open), text_.size())), line, line + at,
                Layout::kTwitter);
  }

  [[nodiscard]] std::optional<MessageHeader> tabs(std::size_t name) const {
    const std::size_t tab = text_.find('\t', name);
    if (tab == std::string_view::npos || tab - name > kLongestName || !is_speaker(text_.substr(name, tab - name)))
      return {};
    return made(when_begin_, tab + 1, name, tab, Layout::kLine);
  }

  // `NAME to NAME(Direct Message) : `, in the languages of the client.
  [[nodiscard]] std::optional<MessageHeader> zoom(std::size_t name) const {
    const std::string_view rest = text_.substr(name, 160);
    const std::string_view line = rest.substr(0, rest.find('\n'));
    std::size_t to = std::string_view::npos;
    for (const std::string_view word : kTo) to = std::min(to, line.find(word));
    const bool has_to = to < 64;
    const std::size_t colon = line.find(':', has_to ? to : 0);
    if (colon == std::string_view::npos) return {};
    const std::string_view whom = has_to ? line.substr(to, colon - to) : std::string_view();
    const bool direct = std::any_of(kDirect.begin(), kDirect.end(),
                                    [&](std::string_view word) { return whom.find(word) != std::string_view::npos; });
    std::size_t end = std::min(has_to ? to : colon, colon);
    while (end > 0 && std::string_view(" :\t").find(line[end - 1]) != std::string_view::npos) --end;
    if (!is_speaker(line.substr(0, end))) return {};
    return made(when_begin_, name + colon + 2, name, name + end, direct ? Layout::kZoomDirect : Layout::kZoomEveryone);
  }

  // `NAME, DAY TIME: `, where the name may be followed by a day in digits. Not
  // `John 3:16: `.
  [[nodiscard]] std::optional<MessageHeader> name_before(std::size_t line, std::size_t body) const {
    std::string_view name = text_.substr(line, when_begin_ - line);
    const bool apart = name.ends_with(", ") || date_;
    const bool whole = time_.end - time_.begin >= kWholeTime;
    const std::size_t comma = name.find(", ");
    if (comma != std::string_view::npos && is_day(name.substr(comma))) name = name.substr(0, comma);
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
      if (is_day(name.substr(at))) name = name.substr(0, at);
    }
    const std::size_t last = name.find_last_not_of(" ,-(");
    if (last == std::string_view::npos || last + 1 == when_begin_ - line || !(apart || whole)) return {};
    name = name.substr(0, last + 1);
    if (!is_bare_name(name) || is_day(name)) return {};
    return made(line, body, line, line + name.size(), Layout::kNamed);
  }

  // `TIME NAME TEXT`, in scripts that write names without spaces.
  [[nodiscard]] std::optional<MessageHeader> spaced(std::size_t name) const {
    constexpr unsigned char kFirstLead = 0xE0;
    constexpr std::size_t kLongestSpaced = 30;
    const std::size_t end = text_.substr(name, kLongestSpaced).find_first_of(" \n");
    if (end == std::string_view::npos || end == 0 || text_[name + end] != ' ') return {};
    if (static_cast<unsigned char>(text_[name]) < kFirstLead || !is_speaker(text_.substr(name, end))) return {};
    if (at_line_end(text_, name + end + 1)) return {};
    return made(when_begin_, name + end + 1, name, name + end, Layout::kSpaced);
  }

  // The name on the line above: `NAME`, `DAY TIME`, text.
  [[nodiscard]] std::optional<MessageHeader> stacked(std::size_t line, std::size_t next) const {
    std::size_t end = line;
    while (end > 0 && text_[end - 1] == '>') --end;
    if (end == 0 || text_[end - 1] != '\n') return {};
    --end;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const std::size_t begin = line_begin(text_, end);
    const std::string_view name = without_tail(text_.substr(begin, end - begin));
    if (begin > 0 && text_[begin - 1] != '\n' && text_[begin - 1] != '>' && text_[begin - 1] != ' ') return {};
    if (!is_bare_name(name) || at_line_end(text_, next_line(text_, next))) return {};
    return made(begin, next_line(text_, next), begin, begin + name.size(), Layout::kStacked);
  }

  // The header is a line by itself: `NAME  DATE TIME`, or the day and time alone
  // and the name above them, or (iMessage) on the next line.
  [[nodiscard]] std::optional<MessageHeader> heading(std::size_t line, std::size_t next) const {
    std::size_t end = when_begin_;
    while (end > line && std::string_view(" ,-|(").find(text_[end - 1]) != std::string_view::npos) --end;
    const bool day = !date_ && is_day(text_.substr(line, end - line));
    const bool starts = date_ && date_->form == DateForm::kWords && time_.seconds;
    if (day || (end == line && !starts)) return stacked(line, next);
    if (end > line) {
      if (end == when_begin_) return {};
      std::string_view name = text_.substr(line, end - line);
      // `NAME - DAY TIME`
      const std::size_t dash = name.rfind(" - ");
      if (dash != std::string_view::npos && is_day(name.substr(dash + 3))) name = name.substr(0, dash);
      name = without_tail(name);
      end = line + name.size();
      if (!is_speaker(name) || name.find_first_of(",!?") != std::string_view::npos) return {};
      if (name.find(' ') != std::string_view::npos && name.find('.') != std::string_view::npos) return {};
      if (at_line_end(text_, next_line(text_, next))) return {};
      const bool dated = date_ && date_->form == DateForm::kIso && time_.seconds;
      return made(line, next_line(text_, next), line, end, dated ? Layout::kWechat : Layout::kCopied);
    }
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

}  // namespace

bool is_clock_time(std::string_view text, std::size_t colon) {
  if (colon == 0 || colon + 2 >= text.size()) return false;
  if (!is_digit(text[colon - 1]) || !is_digit(text[colon + 1]) || !is_digit(text[colon + 2])) return false;
  if (text[colon] == ':') return true;
  const std::string_view behind = text.substr(colon + 3, 3);
  return behind == " - " || behind.starts_with("]") ||
         (behind.starts_with(".") && behind.size() == 3 && is_digit(behind[1]));
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

}  // namespace privet
