#include "text/casefold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include <iterator>

#include "base/utf8.h"

namespace privet {
namespace {

bool is_letter_or_digit(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  const auto mask = U_GET_GC_MASK(static_cast<UChar32>(c));
  return (mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_N_MASK)) != 0;
}

char32_t fold(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  return static_cast<char32_t>(u_foldCase(static_cast<UChar32>(c), U_FOLD_CASE_DEFAULT));
}

template <class Each>
void for_each_code_point(std::string_view text, Each each) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    each(d.code_point);
    at += d.bytes;
  }
}

}  // namespace

namespace {

// The letter under the marks; itself if it has none.
char32_t unmarked(char32_t c) {
  const bool latin = c >= 0xC0 && c < 0x250, greek = c >= 0x370 && c < 0x400, more_latin = c >= 0x1E00 && c < 0x1F00;
  switch (c) {
    case U'\u0131':
      return 'i';
    case U'\u0142':
      return 'l';
    case U'\u0111':
      return 'd';
    case U'\u00F8':
      return 'o';
    case U'\u0451':
      return U'\u0435';
    default:
      break;
  }
  if (!latin && !greek && !more_latin) return c;
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  UChar parts[8];
  const std::int32_t size = U_SUCCESS(status)
                                ? unorm2_getDecomposition(nfc, static_cast<UChar32>(c), parts,
                                                          static_cast<std::int32_t>(std::size(parts)), &status)
                                : -1;
  return size > 1 && U_SUCCESS(status) ? static_cast<char32_t>(parts[0]) : c;
}

}  // namespace

void append_unmarked(std::string_view folded, std::string& out) {
  for_each_code_point(folded, [&](char32_t c) {
    if (c < 0x80) {
      out.push_back(static_cast<char>(c));
    } else {
      append_utf8(out, unmarked(c));
    }
  });
}

void append_casefolded(std::string_view text, std::string& out) {
  for_each_code_point(text, [&](char32_t c) { append_utf8(out, fold(c)); });
}

char32_t small_letter(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

char32_t capital_letter(char32_t c) {
  return c == 0xDF ? 0x1E9E : static_cast<char32_t>(u_toupper(static_cast<UChar32>(c)));
}

void append_words(std::string_view text, std::string& out) {
  out.push_back(' ');
  for_each_code_point(text, [&](char32_t c) {
    if (c < 0x80 && (is_letter_or_digit(c) || c == '_')) {
      out.push_back(static_cast<char>(fold(c)));
    } else if (is_letter_or_digit(c)) {
      append_utf8(out, fold(c));
    } else if (out.back() != ' ') {
      out.push_back(' ');
    }
  });
  if (out.back() != ' ') out.push_back(' ');
}

bool is_word_character(char32_t c) { return c == '_' || is_letter_or_digit(c); }

std::uint32_t word_end(std::string_view text, std::uint32_t at) {
  while (at < text.size()) {
    const Decoded d = decode_utf8(text, at);
    if (!is_word_character(d.code_point)) break;
    at += d.bytes;
  }
  return at;
}

bool is_inside_word(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return false;
  std::size_t before = at - 1;
  while (before > 0 && is_continuation(text[before])) --before;
  return is_word_character(decode_utf8(text, before).code_point) && is_word_character(decode_utf8(text, at).code_point);
}

void fold_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::string& folded,
                std::vector<CaseFoldedWord>& words) {
  while (begin < end && is_continuation(text[begin])) ++begin;
  while (end > begin && end < text.size() && is_continuation(text[end])) --end;
  bool cut = is_inside_word(text, begin);  // the word under way is not whole
  bool inside = cut;
  CaseFoldedWord word{begin, begin, 0, 0};
  const auto close = [&](std::uint32_t at) {
    if (inside && !cut) {
      word.end = at;
      word.folded_end = static_cast<std::uint32_t>(folded.size());
      words.push_back(word);
    }
    inside = cut = false;
  };
  for (std::uint32_t at = begin; at < end;) {
    const Decoded d = decode_utf8(text, at);
    if (is_word_character(d.code_point)) {
      if (!inside) word = {at, at, static_cast<std::uint32_t>(folded.size()), 0};
      inside = true;
      if (!cut) append_utf8(folded, fold(d.code_point));
    } else {
      close(at);
    }
    at += d.bytes;
  }
  if (is_inside_word(text, end)) cut = true;
  close(end);
}

std::string folded_key(std::string_view key) {
  std::string out;
  for_each_code_point(key, [&](char32_t c) {
    if (is_letter_or_digit(c)) append_utf8(out, fold(c));
  });
  return out;
}

std::string key_words(std::string_view key) {
  std::string out = " ";
  // A capital begins a word behind a small letter, and before one behind capitals.
  bool after_small = false;
  std::size_t capitals = 0, last = 0;  // how many in a row, and where the last stands in `out`
  for_each_code_point(key, [&](char32_t c) {
    if (!is_letter_or_digit(c)) {
      if (out.back() != ' ') out.push_back(' ');
      after_small = false;
      capitals = 0;
      return;
    }
    const bool capital = fold(c) != c;
    if (capital && after_small) out.push_back(' ');
    if (!capital && capitals > 1 && small_letter(c) == c && capital_letter(c) != c)
      out.insert(out.begin() + static_cast<std::ptrdiff_t>(last), ' ');
    after_small = !capital;
    capitals = capital ? capitals + 1 : 0;
    last = out.size();
    append_utf8(out, fold(c));
  });
  if (out.back() != ' ') out.push_back(' ');
  return out;
}

bool has_unspaced_script(std::string_view text) {
  bool found = false;
  for_each_code_point(text, [&](char32_t c) {
    if (c < 0x0E00) return;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
    found = found || script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
            script == USCRIPT_THAI;
  });
  return found;
}

}  // namespace privet
