#include "text/joiners.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace privet {
namespace {

UChar32 signed_of(char32_t c) { return static_cast<UChar32>(c); }

// Letters and marks of the cursive and Indic scripts, where ZWJ and ZWNJ choose
// between forms that differ in meaning.
bool is_joined_letter(char32_t c) {
  if (c < 0x600) return false;
  if ((U_GET_GC_MASK(signed_of(c)) & (U_GC_L_MASK | U_GC_M_MASK)) == 0) return false;
  UErrorCode error = U_ZERO_ERROR;
  switch (uscript_getScript(signed_of(c), &error)) {
    case USCRIPT_ARABIC:
    case USCRIPT_SYRIAC:
    case USCRIPT_NKO:
    case USCRIPT_MONGOLIAN:
    case USCRIPT_DEVANAGARI:
    case USCRIPT_BENGALI:
    case USCRIPT_GURMUKHI:
    case USCRIPT_GUJARATI:
    case USCRIPT_ORIYA:
    case USCRIPT_TAMIL:
    case USCRIPT_TELUGU:
    case USCRIPT_KANNADA:
    case USCRIPT_MALAYALAM:
    case USCRIPT_SINHALA:
    case USCRIPT_TIBETAN:
    case USCRIPT_MYANMAR:
    case USCRIPT_KHMER:
    case USCRIPT_BALINESE:
    case USCRIPT_JAVANESE:
      return true;
    case USCRIPT_INHERITED:  // marks that several scripts share, such as the Arabic vowels
      return uscript_hasScript(signed_of(c), USCRIPT_ARABIC) != 0 ||
             uscript_hasScript(signed_of(c), USCRIPT_DEVANAGARI) != 0;
    default:
      return false;
  }
}

// The one character that an emoji (U+2194) and a mark compose to. It counts as
// one too, so that composing what stands beside a joiner never decides it anew.
constexpr char32_t kStruckArrow = 0x21AE;

bool is_pictographic(char32_t c) {
  return c == kStruckArrow || (c >= 0x80 && u_hasBinaryProperty(signed_of(c), UCHAR_EXTENDED_PICTOGRAPHIC) != 0);
}
// What a joiner or selector of an emoji may follow.
bool is_emoji(char32_t c) {
  return c == kStruckArrow || (c >= 0x80 && u_hasBinaryProperty(signed_of(c), UCHAR_EMOJI) != 0);
}
bool is_tag(char32_t c) { return c >= 0xE0020 && c <= 0xE007F; }

constexpr char32_t kZwnj = 0x200C;
constexpr char32_t kZwj = 0x200D;
constexpr char32_t kTextStyle = 0xFE0E;
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kBlackFlag = 0x1F3F4;  // begins the flags that are spelled with tags

}  // namespace

bool keeps_invisible(char32_t before, char32_t c, char32_t after) {
  if (c == kZwj && (is_emoji(before) || before == kEmojiStyle) && is_pictographic(after)) return true;
  if (c == kZwj || c == kZwnj) return is_joined_letter(before) && is_joined_letter(after);
  if (c == kTextStyle || c == kEmojiStyle) return is_emoji(before);
  return is_tag(c) && (before == kBlackFlag || is_tag(before));
}

}  // namespace privet
