#include "detect/places/street_parts.h"

#include "detect/places/place_text.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr float kSureScore = 0.85F;
constexpr float kPlainScore = 0.6F;

std::string_view word_ending_at(std::string_view text, std::uint32_t end) {
  const std::uint32_t begin = place_word_begin(text, end);
  return text.substr(begin, end - begin);
}

}  // namespace

Verdict accept_address(Span<ViewSpace> span, const PlaceTail& tail) {
  return {.accepted = true,
          .alone = tail.sure,
          .region = tail.region,
          .score = tail.sure ? kSureScore : kPlainScore,
          .span = span};
}

std::uint32_t without_point(std::string_view text, std::uint32_t end) {
  return end > 0 && text[end - 1] == '.' ? end - 1 : end;
}

bool follows_preposition(std::string_view text, std::uint32_t number, std::string_view digits) {
  if (number == 0 || text[number - 1] != ' ') return false;
  const std::string_view before = word_ending_at(text, number - 1);
  if (place_word_in("the a an this that these those top over under about version page chapter no", before)) return true;
  const bool like_a_year =
      digits.size() == 4 && (digits.starts_with("18") || digits.starts_with("19") || digits.starts_with("20"));
  return like_a_year &&
         place_word_in(
             "in since of by from until before after during early late mid spring summer autumn fall winter "
             "january february march april may june july august september october november december",
             before);
}

std::uint32_t house_number_end(std::string_view text, std::uint32_t at) {
  const std::uint32_t end = place_word_end(text, at);
  if (!is_house_number(text.substr(at, end - at))) return at;
  if (at_or(text, end) != ' ') return end;
  const std::uint32_t next = place_word_end(text, end + 1);
  const std::string_view word = text.substr(end + 1, next - end - 1);
  const bool letter =
      word.size() == 1 && word[0] >= 'a' && word[0] <= 'h' && text[end - 1] >= '0' && text[end - 1] <= '9';
  return letter || holds_word("bis ter quater", word) ? next : end;
}

bool number_goes_on(std::string_view text, std::uint32_t end) {
  if (end >= text.size()) return false;
  const char next = text[end];
  const char far = at_or(text, end + 1, ' ');
  if (is_word(next) || next == '%' || next == '$' || next == '@' || next == '(') return true;
  if ((next == '.' || next == ':' || next == ',' || next == '-') && is_digit(far)) return true;
  if (next != ' ') return false;
  const std::uint32_t word = place_word_end(text, end + 1);
  if (text[word - 1] == '.') return false;  // "m. 12" is a flat
  return place_word_in("km m min minuten uhr prozent euro eur mal x stunden jahre jahren meter kilometer mb gb kg og",
                       text.substr(end + 1, word - end - 1));
}

std::uint32_t linked_name_end(std::string_view text, std::uint32_t at, std::string_view links, bool small_behind_link) {
  std::uint32_t end = at;
  std::uint32_t next = at;
  bool after_link = false;
  for (int words = 0; words < kMostNameWords; ++words) {
    const std::uint32_t word_end = place_word_end(text, next);
    const std::string_view word = text.substr(next, word_end - next);
    if (word.empty() || is_house_number(word) || place_word_in(kNumberSigns, word)) break;
    const std::size_t apostrophe = word.find('\'');
    const bool elided = apostrophe == 1 && word.size() > 3;  // l'Europe, d'Italie
    const bool link = place_word_in(links, word);
    const bool counts = begins_upper(word) || elided || (small_behind_link && after_link && !link);
    if (!counts && !link) break;
    if (counts) end = word_end;
    after_link = link;
    if (at_or(text, word_end) != ' ') break;
    next = word_end + 1;
  }
  return end;
}

bool letter_before(std::string_view text, std::uint32_t at) {
  if (at == 0) return false;
  if (is_ascii(text[at - 1])) return is_word(text[at - 1]) || text[at - 1] == '/' || text[at - 1] == '-';
  return place_word_begin(text, at) < at;
}

}  // namespace privet
