#include "detect/messages/when.h"

#include <algorithm>
#include <array>
#include <span>

#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 17> kHalfAfter = {"AM",    "PM",    "am",   "pm",   "a.m.", "p.m.",
                                                         "a. m.", "p. m.", "A.M.", "P.M.", "ص",    "م",
                                                         "π.μ.",  "μ.μ.",  "Uhr",  "h",    "uur"};
constexpr std::array<std::string_view, 8> kHalfBefore = {"오전", "오후", "午前", "午後", "上午", "下午", "ÖÖ", "ÖS"};
constexpr std::array<std::string_view, 12> kBetween = {"at",    "um", "à", "om", "alle", "kl.",
                                                       "a las", "às", "o", "в",  "的",   "klo"};
constexpr std::array<std::string_view, 6> kDays = {"Today", "Yesterday", "today", "yesterday", "Heute", "Gestern"};
constexpr std::size_t kLongestDate = 48;

// Most times have none of these beside them, and a byte tells so.
using Bytes256 = std::array<bool, 256>;
constexpr bool holds(const Bytes256& bytes, char c) { return bytes[static_cast<unsigned char>(c)]; }
constexpr Bytes256 first_bytes(std::span<const std::string_view> words) {
  Bytes256 out{};
  for (const std::string_view word : words) out[static_cast<unsigned char>(word.front())] = true;
  return out;
}
constexpr Bytes256 last_bytes(std::span<const std::string_view> words) {
  Bytes256 out{};
  for (const std::string_view word : words) out[static_cast<unsigned char>(word.back())] = true;
  return out;
}
constexpr Bytes256 kBeginsHalfAfter = first_bytes(kHalfAfter);
constexpr Bytes256 kEndsHalfBefore = last_bytes(kHalfBefore);
constexpr Bytes256 kEndsBetween = last_bytes(kBetween);
constexpr Bytes256 kEndsDay = last_bytes(kDays);

bool is_of_word(char c) { return is_letter(c) || !is_ascii(c); }

// What a copied head has before its time, in small letters and without a dot.
constexpr std::string_view kDayWords =
    "mon tue wed thu fri sat sun tues weds thur thurs monday tuesday wednesday thursday friday saturday sunday today "
    "yesterday mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern lun mar "
    "mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui mié mie jue vie sáb sab "
    "dom lunes martes miércoles jueves viernes sábado domingo hoy ayer seg ter qua qui sex hoje ontem gio lunedì "
    "martedì mercoledì giovedì venerdì sabato domenica oggi ieri ma wo vr za zo maandag dinsdag woensdag donderdag "
    "vrijdag zaterdag zondag vandaag gisteren pon wt śr czw pt sob ndz niedz nd dziś dzisiaj wczoraj po út st čt pá ne "
    "dnes včera mån tis ons tors fre lör sön idag igår man tir tor lør søn ti ke to pe la su tänään eilen paz pzt sal "
    "çar per cum cmt bugün dün hétfő kedd szerda csütörtök péntek szombat vasárnap ma tegnap azi ieri joi "
    "пн вт ср чт пт сб вс нд понедельник вторник среда четверг пятница суббота воскресенье сегодня вчера сьогодні "
    "вчора δευ τρι τετ πεμ παρ σαβ κυρ σήμερα χθες امس أمس اليوم "
    "昨天 今天 昨日 今日 어제 오늘 kemarin senin selasa rabu kamis jumat sabtu minggu";
constexpr std::string_view kDayLinks = "at um à om o alle kl a las às as в о klo den le el il på i pada lúc";

// Words with a space between them, in order, to be searched.
constexpr std::size_t count_words(std::string_view words) {
  return static_cast<std::size_t>(std::count(words.begin(), words.end(), ' ')) + 1;
}
template <std::size_t N>
constexpr std::array<std::string_view, N> sorted_words(std::string_view words) {
  std::array<std::string_view, N> out;
  for (std::string_view& word : out) {
    word = words.substr(0, words.find(' '));
    words.remove_prefix(std::min(word.size() + 1, words.size()));
  }
  std::sort(out.begin(), out.end());
  return out;
}
constexpr auto kSortedDayWords = sorted_words<count_words(kDayWords)>(kDayWords);
constexpr auto kSortedDayLinks = sorted_words<count_words(kDayLinks)>(kDayLinks);

bool ends_with(std::string_view text, std::size_t end, std::string_view word) {
  return end >= word.size() && text.substr(end - word.size(), word.size()) == word;
}

std::size_t skip_back(std::string_view text, std::size_t end, std::string_view chars) {
  while (end > 0 && chars.find(text[end - 1]) != std::string_view::npos) --end;
  return end;
}
std::size_t digits_back(std::string_view text, std::size_t end) {
  std::size_t begin = end;
  while (begin > 0 && is_digit(text[begin - 1])) --begin;
  return begin;
}

// 3/2/2024, 2024-02-03, 3. 2. 24, 2024. 2. 3.
std::optional<DateBefore> numeric_before(std::string_view text, std::size_t end) {
  std::size_t at = end;
  if (at > 0 && text[at - 1] == '.') --at;  // the Korean and Hungarian last dot
  std::size_t sizes[3] = {};
  for (int part = 2; part >= 0; --part) {
    const std::size_t begin = digits_back(text, at);
    sizes[part] = at - begin;
    if (sizes[part] == 0 || sizes[part] > 4 || sizes[part] == 3) return {};
    at = begin;
    if (part == 0) break;
    at = skip_back(text, at, " ");
    if (at == 0 || std::string_view("/.-").find(text[at - 1]) == std::string_view::npos) return {};
    at = skip_back(text, at - 1, " ");
  }
  if (at > 0 && (is_digit(text[at - 1]) || text[at - 1] == '.' || text[at - 1] == '/')) return {};
  const int years = static_cast<int>(sizes[0] == 4) + static_cast<int>(sizes[2] == 4);
  if (years > 1 || sizes[1] > 2) return {};
  return DateBefore{at, sizes[0] == 4 ? DateForm::kIso : DateForm::kNumeric};
}

// 3/14 behind a bracket: a year is not written.
std::optional<DateBefore> day_before(std::string_view text, std::size_t end) {
  if (end > 0 && text[end - 1] == '.') --end;
  const std::size_t second = digits_back(text, end);
  if (second == end || end - second > 2 || second == 0 || (text[second - 1] != '/' && text[second - 1] != '.'))
    return {};
  const std::size_t first = digits_back(text, second - 1);
  if (first == second - 1 || second - 1 - first > 2 || first == 0 || text[first - 1] != '[') return {};
  return DateBefore{first, DateForm::kDay};
}

// "12 March 2024", "Mar 12, 2024", "2024年3月11日", "2020년 12월 31일", with a
// day of the week before or behind it.
std::optional<DateBefore> words_before(std::string_view text, std::size_t end) {
  const std::size_t least = end > kLongestDate ? end - kLongestDate : 0;
  std::size_t at = end;
  std::size_t years = 0, days = 0, words = 0, tokens = 0;
  std::size_t begin = end;
  while (at > least && tokens < 7) {
    at = skip_back(text, at, " ,.");
    const std::size_t token_end = at;
    if (at > 0 && is_digit(text[at - 1])) {
      at = digits_back(text, at);
      const std::size_t size = token_end - at;
      if (size == 4 && years == 0) {
        ++years;
      } else if (size <= 2 && size > 0 && days < 2) {
        ++days;
      } else {
        break;
      }
    } else if (at > 0 && is_of_word(text[at - 1])) {
      while (at > least && is_of_word(text[at - 1])) --at;
      if (years == 1 && days >= 1 && words > 0 && (at > 0 && text[at - 1] != '[' && text[at - 1] != '\n')) break;
      ++words;
    } else {
      break;
    }
    ++tokens;
    begin = at;
    if (years == 1 && days >= 1 && words >= 1 && at > 0 && (text[at - 1] == '\n' || text[at - 1] == '[')) break;
  }
  if (years == 1 && days >= 1 && words >= 1) return DateBefore{begin, DateForm::kWords};
  return {};
}

}  // namespace

std::optional<ClockTime> clock_time_at(std::string_view text, std::size_t colon) {
  ClockTime time;
  const std::size_t begin = digits_back(text, colon);
  if (begin == colon || colon - begin > 2) return {};
  if (begin > 0 &&
      (text[begin - 1] == ':' || text[begin - 1] == '.' || text[begin - 1] == '+' || text[begin - 1] == '/'))
    return {};
  time.begin = begin;
  time.end = colon + 3;
  if (time.end + 2 < text.size() && text[time.end] == text[colon] && is_digit(text[time.end + 1]) &&
      is_digit(text[time.end + 2])) {
    time.end += 3;
    time.seconds = true;
  }
  if (is_digit(at_or(text, time.end))) return {};
  if (at_or(text, time.end) == ':' && at_or(text, time.end + 1, ' ') != ' ') return {};
  if (time.end + 1 < text.size() && (text[time.end] == '.' || text[time.end] == ',') && is_digit(text[time.end + 1]))
    return {};
  std::size_t after = time.end;
  if (after < text.size() && text[after] == ' ') ++after;
  const bool half_after = after < text.size() && holds(kBeginsHalfAfter, text[after]);
  for (const std::string_view half : kHalfAfter) {
    if (!half_after) break;
    if (text.substr(after, half.size()) != half) continue;
    const std::size_t behind = after + half.size();
    if (behind < text.size() && is_of_word(text[behind]) && static_cast<unsigned char>(text[behind]) < 0x80) continue;
    time.end = behind;
    break;
  }
  const std::size_t before = skip_back(text, begin, " ");
  const bool half_before = before > 0 && holds(kEndsHalfBefore, text[before - 1]);
  for (const std::string_view half : kHalfBefore) {
    if (!half_before) break;
    if (!ends_with(text, before, half)) continue;
    time.begin = before - half.size();
    time.half_before = true;
    break;
  }
  return time;
}

std::optional<DateBefore> date_before(std::string_view text, std::size_t end) {
  std::size_t at = skip_back(text, end, " ,");
  if (ends_with(text, at, "،")) at -= std::string_view("،").size();
  if (at == 0 || (at == end && text[at - 1] != 'T')) {
    if (!ends_with(text, at, "日")) return {};
  }
  if (text[at - 1] == 'T' && at >= 2 && is_digit(text[at - 2])) --at;
  const bool between = at > 0 && holds(kEndsBetween, text[at - 1]);
  for (const std::string_view word : kBetween) {
    if (!between) break;
    if (!ends_with(text, at, word) || at == word.size()) continue;
    const char before = text[at - word.size() - 1];
    if (before != ' ' && before != ',') continue;
    at = skip_back(text, at - word.size(), " ,");
    break;
  }
  const bool named = at > 0 && holds(kEndsDay, text[at - 1]);
  for (const std::string_view day : kDays) {
    if (!named) break;
    if (ends_with(text, at, day)) return DateBefore{at - day.size(), DateForm::kWords};
  }
  if (const auto date = numeric_before(text, at)) return date;
  if (const auto date = day_before(text, at)) return date;
  // "BE" and other eras: "3/2/2567 BE".
  return words_before(text, at);
}

bool is_day(std::string_view text) {
  // It is asked of every time of day.
  std::array<char, kLongestDate> lowered;
  if (text.empty() || text.size() > lowered.size()) return false;
  std::copy(text.begin(), text.end(), lowered.begin());
  const std::string_view all(lowered.data(), text.size());
  lower_name({lowered.data(), text.size()});
  std::size_t tokens = 0, numbers = 0, days = 0, names = 0;
  constexpr std::string_view kApart = " ,./-";
  for (std::size_t at = all.find_first_not_of(kApart); at != std::string_view::npos;
       at = all.find_first_not_of(kApart, at)) {
    const std::size_t end = std::min(all.find_first_of(kApart, at), all.size());
    const std::string_view token = all.substr(at, end - at);
    at = end;
    if (++tokens > 5) return false;
    if (token.find_first_not_of("0123456789") == std::string_view::npos) {
      if (token.size() > 2 && token.size() != 4) return false;
      ++numbers;
    } else if (std::binary_search(kSortedDayWords.begin(), kSortedDayWords.end(), token)) {
      ++days;
    } else if (!std::binary_search(kSortedDayLinks.begin(), kSortedDayLinks.end(), token)) {
      // The name of a month.
      if (token.size() < 3 || !std::all_of(token.begin(), token.end(), is_of_word)) return false;
      if (++names > 1) return false;
    }
  }
  if (numbers > 3) return false;
  return names == 1 ? numbers > 0 : days > 0 || numbers > 1;
}

std::size_t date_end(std::string_view text, std::size_t begin) {
  std::size_t at = begin;
  int parts = 0;
  while (at < text.size() && at - begin < 16 &&
         (is_digit(text[at]) || std::string_view("/.- ").find(text[at]) != std::string_view::npos)) {
    if (is_digit(text[at]) && (at == begin || !is_digit(text[at - 1]))) ++parts;
    ++at;
  }
  return parts == 3 ? at : begin;
}

}  // namespace privet
