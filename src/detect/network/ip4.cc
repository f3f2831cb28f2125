// IPv4 addresses in text, and the versions, sections, headings and masks that
// look like them.
//
// Four small numbers are more often a version or a section than an address, so
// that they need more: a cue word, a port, a scheme. What is told by the words
// around is told only by those right beside.
#include <algorithm>
#include <span>
#include <string_view>

#include "detect/contact/domains.h"
#include "detect/network/network.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Before any four numbers: these are versions.
constexpr std::string_view kVersionWords =
    "v ver vers version versions versión versão versie versio wersja verze verzió version: firmware libc glibc gcc oid "
    "sdk "
    "revision rev assemblyversion fileversion productversion";

// Before numbers that begin like a version: what is released in versions.
constexpr std::string_view kReleaseWords =
    "release releases rel build kernel driver patch tag tags update upgrade package plugin extension";

// The same, but 10.x behind them is as often a machine that runs it.
constexpr std::string_view kProducts =
    "ubuntu debian fedora firefox ff thunderbird chrome chromium opera safari flash java jre jdk skype office "
    "libreoffice "
    "openoffice wine mesa nvidia oracle mysql mariadb postgres postgresql mongodb redis nginx apache php python ruby "
    "node "
    "perl xorg gnome kde windows android ios macos osx acrobat reader itunes quicktime directx net framework";

// Before small numbers: parts of a document.
constexpr std::string_view kSectionWords =
    "section sections sect sec chapter chapters clause paragraph paragraphs para appendix annex figure fig table see "
    "rule "
    "article art step item part example exercise abschnitt kapitel ziffer absatz nummer nr siehe paragraaf hoofdstuk "
    "bijlage "
    "artikel section chapitre annexe voir sección ver capítulo anexo artículo sezione capitolo punto "
    "allegato vedi seção avsnitt afsnit kap kapittel pkt punkt rozdział sekcja kapitola odjeljak poglavlje "
    "bagian bab bölüm kısım madde secțiunea capitolul fejezet";

// The same without ASCII ends, where they touch the number or one space parts them.
constexpr std::string_view kOtherScripts[] = {"§",      "版本",   "バージョン", "버전",  "версия",
                                              "версии", "версию", "גרסה",       "संस्करण", "الإصدار"};
constexpr std::string_view kSectionsElsewhere[] = {
    "节",    "節",    "章",     "第", "절",      "раздел",  "Раздел", "разделе", "разделу", "розділ", "Розділ",
    "пункт", "Пункт", "пункте", "п.", "ενότητα", "Ενότητα", "סעיף",   "धारा",    "البند",   "القسم",  "بخش"};

// Behind small numbers: these are versions.
constexpr std::string_view kReleaseKinds = "lts alpha beta rc release build final stable ga sp1 sp2";

// The digits and dots at `begin` as far as they make a dotted quad.
std::uint32_t quad_end(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  for (int part = 0; part < 4; ++part) {
    const std::uint32_t first = at;
    while (at < text.size() && at - first < 4 && is_digit(text[at])) ++at;
    if (at == first) return begin;
    if (part == 3) return at;
    if (at_or(text, at) != '.') return begin;
    ++at;
  }
  return begin;
}

bool is_public_resolver(Ip4 ip) {
  constexpr Ip4 kLevel3 = 0x04020200;  // 4.2.2.1 to 4.2.2.6
  return ip == 0x01010101 || ip == 0x01000001 || ip == 0x08080808 || ip == 0x08080404 || ip == 0x09090909 ||
         (ip > kLevel3 && ip <= kLevel3 + 6);
}

std::uint32_t octet(Ip4 ip, int i) { return ip >> (8 * (3 - i)) & 0xFF; }

// What the four numbers alone say.
struct Numbers {
  Ip4 ip = 0;
  bool small = false;    // each below 32
  bool counted = false;  // small, and none is 0: so are sections
  bool release = false;  // begins as versions do
};

Numbers look_at(Ip4 ip) {
  Numbers numbers{.ip = ip, .small = !is_public_resolver(ip)};
  numbers.counted = numbers.small;
  for (int i = 0; i < 4; ++i) {
    numbers.small &= octet(ip, i) < 32;
    numbers.counted &= octet(ip, i) < 32 && octet(ip, i) > 0;
  }
  numbers.release = !is_public_resolver(ip) && (octet(ip, 0) < 32 || (octet(ip, 1) == 0 && !is_reserved_ip4(ip)));
  return numbers;
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> words) {
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return text.ends_with(word); });
}

std::string_view word_after(std::string_view text, std::uint32_t end) {
  if (at_or(text, end) != ' ') return {};
  std::uint32_t stop = end + 1;
  while (stop < text.size() && stop - end < 32 && is_word(text[stop])) ++stop;
  return text.substr(end + 1, stop - end - 1);
}

// Letters of any script that touch `at` from the left, with one space or one `.: = #` between.
std::string_view any_word_before(std::string_view text, std::uint32_t at) {
  std::uint32_t end = at;
  while (end > 0 && at - end < 2 && std::string_view(" \t.:=#(").find(text[end - 1]) != std::string_view::npos) --end;
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < 32 && (is_word(text[begin - 1]) || !is_ascii(text[begin - 1]))) --begin;
  return text.substr(begin, end - begin);
}

// Words right beside say that these are versions or sections.
bool is_numbered(std::string_view text, std::uint32_t begin, std::uint32_t end, const Numbers& numbers) {
  const std::string_view head =
      trimmed_right(text.substr(begin > 32 ? begin - 32 : 0, std::min<std::uint32_t>(begin, 32)));
  const std::string_view word = any_word_before(text, begin);
  if (ends_with_any(head, kOtherScripts) || holds_word(kVersionWords, word)) return true;
  if (numbers.release && holds_word(kReleaseWords, word)) return true;
  if (numbers.release && holds_word(kProducts, word) && (numbers.small || octet(numbers.ip, 0) != 10)) return true;
  if (numbers.small && holds_word(kReleaseKinds, word_after(text, end))) return true;
  if (!numbers.counted) return false;
  if (holds_word(kSectionWords, word) || ends_with_any(head, kSectionsElsewhere)) return true;
  const std::string_view tail = text.substr(end, 6);
  return tail.starts_with("절") || tail.starts_with("节") || tail.starts_with("節") || tail.starts_with(", “") ||
         tail.starts_with(", «") || tail.starts_with(", „");
}

// "10.3.1.1. Setting up the server" where a line or a sentence begins.
bool reads_as_heading(std::string_view text, std::uint32_t begin, std::uint32_t end, const Numbers& numbers) {
  if (!numbers.counted) return false;
  std::uint32_t at = begin;
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '#' || text[at - 1] == '*')) --at;
  const bool line = at == 0 || text[at - 1] == '\n';
  const bool sentence = at < begin && at > 0 && std::string_view(".!?)").find(text[at - 1]) != std::string_view::npos;
  const bool dot = at_or(text, end) == '.';
  const char next = at_or(text, end + (dot ? 2 : 1));
  const bool title = is_upper(next) || !is_ascii(next);
  if (at_or(text, end + (dot ? 1 : 0)) != ' ') return false;
  if (dot) return (line && (title || is_alnum(next))) || (sentence && title);
  return line && title && octet(numbers.ip, 0) != 10;
}

// ">= 1.2.3.4", "==1.2.3.4", "~1.2.3.4": what packages depend on. "== 192.0.2.1" may be a test.
bool is_compared(std::string_view text, std::uint32_t begin, const Numbers& numbers) {
  const std::string_view head =
      trimmed_right(text.substr(begin > 4 ? begin - 4 : 0, std::min<std::uint32_t>(begin, 4)));
  if (head.empty()) return false;
  if (head.back() == '~' || head.back() == '^') return true;
  if (head.size() < 2 || head.back() != '=') return false;
  const char sign = head[head.size() - 2];
  if (sign == '=' || sign == '!') return numbers.release || before_or(text, begin) == '=';
  return sign == '<' || sign == '>' || sign == '~';
}

// An address before "-": the first of a range.
bool ends_with_quad(std::string_view text, std::uint32_t end) {
  std::uint32_t begin = end;
  while (begin > 0 && end - begin < 15 && (is_digit(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  return parse_ip4(text.substr(begin, end - begin)).has_value();
}

// "-20" or "-192.0.2.20" behind an address; "-1" and "-1ubuntu2" behind a version.
bool starts_range(std::string_view text, std::uint32_t at, const Numbers& numbers) {
  const std::uint32_t quad = quad_end(text, at);
  if (quad > at) return parse_ip4(text.substr(at, quad - at)).has_value();
  std::uint32_t last = 0;
  std::uint32_t end = at;
  while (end < text.size() && end - at < 3 && is_digit(text[end]))
    last = last * 10 + static_cast<std::uint32_t>(text[end++] - '0');
  const char after = at_or(text, end, ' ');
  const bool goes_on = is_word(after) || ((after == '.' || after == '-') && is_alnum(at_or(text, end + 1)));
  return end > at && !goes_on && last <= 255 && last > octet(numbers.ip, 3);
}

// "4.120.63.122.dial1.example.net": the name of a host that holds its address.
bool names_host(std::string_view text, std::uint32_t end, const Numbers& numbers) {
  if (numbers.small || at_or(text, end) != '.') return false;
  const std::uint32_t begin = end + 1;
  const std::string_view name = text.substr(begin, domain_end(text, begin) - begin);
  // Domains that are suffixes of files too; and the tree of reversed addresses.
  return !name.empty() && !holds_word("zip mov sh py rs md arpa", last_label(name));
}

// Names and tokens that the numbers are part of, on the left.
bool continues_token(std::string_view text, std::uint32_t begin, const Numbers& numbers, bool host) {
  const char before = before_or(text, begin, ' ');
  if (is_word(before)) return true;
  if (begin < 2) return false;
  const char far = text[begin - 2];
  if (before == '.') return !is_space(far);
  if (before == '+') return is_word(far);
  if (before == '-') {
    if (is_digit(far)) return !ends_with_quad(text, begin - 1);
    return (is_word(far) || !is_ascii(far)) && numbers.release && !host;
  }
  if (before != '/' || !is_letter(far) || !numbers.release) return false;
  // Product/1.2.3.4; but "localhost/127.0.0.1" and "host.example.com/10.20.30.40" are printed for hosts.
  std::uint32_t word = begin - 1;
  while (word > 0 && begin - word < 64 && (is_alnum(text[word - 1]) || text[word - 1] == '-' || text[word - 1] == '.'))
    --word;
  const std::string_view name = text.substr(word, begin - 1 - word);
  return name != "localhost" && (numbers.small || name.find('.') == std::string_view::npos);
}

// The same on the right.
bool goes_on_in_token(std::string_view text, std::uint32_t end, const Numbers& numbers, bool host) {
  const char after = at_or(text, end, ' ');
  const char next = at_or(text, end + 1, ' ');
  if (is_word(after)) return true;
  if (after == '.') {
    if (is_digit(next) || next == '*') return true;  // a fifth part
    // The name of a file may begin with an address; in "in-addr.arpa" it is reversed.
    return is_lower(next) && !host && (numbers.release || text.substr(end + 1).starts_with("in-addr"));
  }
  if (after == '+' || after == '~') return is_alnum(next);
  if (after != '-') return false;
  if (is_letter(next)) return true;
  return is_digit(next) && (numbers.small || !starts_range(text, end + 1, numbers));
}

// Signs that only an address has beside it: a port, a prefix length, a scheme.
bool is_addressed(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  if (begin >= 3 && text.substr(begin - 3, 3) == "://") return true;
  const char sign = at_or(text, end);
  if (text.substr(end).starts_with(" port ")) return true;
  if (sign != ':' && sign != '/') return false;
  std::uint32_t number = 0;
  std::uint32_t at = end + 1;
  while (at < text.size() && at - end < 7 && is_digit(text[at]))
    number = number * 10 + static_cast<std::uint32_t>(text[at++] - '0');
  const std::uint32_t digits = at - end - 1;
  const char after = at_or(text, at, ' ');
  if (is_word(after) || (after == '.' && is_digit(at_or(text, at + 1)))) return false;
  return sign == ':' ? digits >= 2 && number <= 65535 && after != ':' : digits >= 1 && digits <= 2 && number <= 32;
}

// "8.8.8.8, 4.3.2.1": the next of a list.
bool follows_address(std::string_view text, std::uint32_t begin) {
  std::uint32_t at = begin;
  while (at > 0 && begin - at < 4 && (text[at - 1] == ' ' || text[at - 1] == ',' || text[at - 1] == ';')) --at;
  if (at == begin || !is_digit(before_or(text, at))) return false;
  std::uint32_t first = at;
  while (first > 0 && at - first < 15 && (is_digit(text[first - 1]) || text[first - 1] == '.')) --first;
  const std::optional<Ip4> other = parse_ip4(text.substr(first, at - first));
  return other && !look_at(*other).release;
}

}  // namespace

// Takes a match that begins at the first digit. Masks and 0.x are no addresses,
// but 0.0.0.0, where programs listen, is.
Verdict validate_ip4(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  const std::uint32_t end = quad_end(text, begin);
  const std::optional<Ip4> ip = parse_ip4(text.substr(begin, end - begin));
  if (!ip || (*ip >> 24 == 0 && *ip != 0) || *ip >> 24 == 255) return {};
  const Numbers numbers = look_at(*ip);
  const bool host = names_host(text, end, numbers);
  if (continues_token(text, begin, numbers, host) || goes_on_in_token(text, end, numbers, host)) return {};
  if (is_numbered(text, begin, end, numbers) || reads_as_heading(text, begin, end, numbers) ||
      is_compared(text, begin, numbers)) {
    return {};
  }
  // 10.a.b.c is private wherever no section or version stands for it.
  const bool doubtful = numbers.small && *ip >> 24 != 10;
  return {.accepted = true,
          .reserved = is_reserved_ip4(*ip),
          .alone = !doubtful || is_addressed(text, begin, end) || follows_address(text, begin),
          .span = {begin, end}};
}

}  // namespace privet
