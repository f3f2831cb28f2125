#include "text/fold_table.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucpmap.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>

#include <algorithm>

#include "base/check.h"
#include "base/prepared.h"
#include "base/utf8.h"

namespace privet {
namespace {

const icu::Normalizer2& nfkc() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFKCInstance(error);
    PRIVET_CHECK(U_SUCCESS(error));
    return n;
  }();
  return *instance;
}

UChar32 signed_of(char32_t c) { return static_cast<UChar32>(c); }

bool is_mark(char32_t c) { return (U_GET_GC_MASK(signed_of(c)) & U_GC_M_MASK) != 0; }

// Beyond NFKC: spellings of one ASCII character that Unicode keeps apart.
char32_t plain_form(char32_t c) {
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';  // hyphens, dashes, minus
  if (c == 0x2795) return '+';                                  // heavy plus sign
  if (c >= 0x80 && (U_GET_GC_MASK(signed_of(c)) & U_GC_ZS_MASK) != 0) return ' ';
  if (c >= 0x80 && u_charType(signed_of(c)) == U_DECIMAL_DIGIT_NUMBER) {
    return static_cast<char32_t>('0' + u_charDigitValue(signed_of(c)));
  }
  return c;
}

// A code point's own folded form.
std::u32string folded(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::UnicodeString out = nfkc().normalize(icu::UnicodeString(signed_of(c)), error);
  PRIVET_CHECK(U_SUCCESS(error));
  std::u32string points;
  for (std::int32_t i = 0; i < out.length(); i = out.moveIndex32(i, 1)) {
    points.push_back(plain_form(static_cast<char32_t>(out.char32At(i))));
  }
  return points;
}

// Left alone although NFKC would change them. A spacing accent would become a
// space, which cuts the word that it stands in for an apostrophe; a trade mark
// sign would become letters of the word before it, a numero sign those of the
// number after it; single Hangul letters are written for themselves (laughter,
// tears) and must not join into syllables.
bool keeps_its_form(char32_t c, const std::u32string& form) {
  if (c == 0x2116 || c == 0x2120 || c == 0x2122 || (c >= 0x3131 && c <= 0x318E)) return true;
  return form.size() > 1 && form[0] == ' ' && is_mark(form[1]);
}

// Calls visit(code_point, value) for every code point that has a value of
// `property` other than `usual`.
template <class Visit>
void for_each_value(UProperty property, std::uint32_t usual, Visit visit) {
  UErrorCode error = U_ZERO_ERROR;
  const UCPMap* map = u_getIntPropertyMap(property, &error);
  PRIVET_CHECK(U_SUCCESS(error));
  UChar32 begin = 0;
  std::uint32_t value = 0;
  for (UChar32 end; (end = ucpmap_getRange(map, begin, UCPMAP_RANGE_NORMAL, 0, nullptr, nullptr, &value)) >= 0;
       begin = end + 1) {
    if (value == usual) continue;
    for (UChar32 c = begin; c <= end; ++c) visit(static_cast<char32_t>(c), value);
  }
}

// Every code point that may need an entry, in order, each once.
std::vector<char32_t> suspects() {
  std::vector<char32_t> points = {0x3002};
  for_each_value(UCHAR_NFKC_QUICK_CHECK, UNORM_YES, [&](char32_t c, std::uint32_t) { points.push_back(c); });
  for_each_value(UCHAR_GENERAL_CATEGORY, U_UNASSIGNED, [&](char32_t c, std::uint32_t category) {
    const bool marks = category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK;
    if ((marks || category == U_DECIMAL_DIGIT_NUMBER || category == U_SPACE_SEPARATOR) && c >= 0x80)
      points.push_back(c);
  });
  for (char32_t c = 0x2010; c <= 0x2015; ++c) points.push_back(c);
  points.insert(points.end(), {0x2212, 0x2795});
  UErrorCode error = U_ZERO_ERROR;
  const USet* ignorable = u_getBinaryPropertySet(UCHAR_DEFAULT_IGNORABLE_CODE_POINT, &error);
  PRIVET_CHECK(U_SUCCESS(error));
  for (std::int32_t i = 0; i < uset_getItemCount(ignorable); ++i) {
    UChar32 begin = 0, end = 0;
    uset_getItem(ignorable, i, &begin, &end, nullptr, 0, &error);
    for (UChar32 c = begin; c <= end; ++c) points.push_back(static_cast<char32_t>(c));
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

// Marks for every script. Those of one script (Indic vowel signs and the like)
// are left out: they are letters of their language and no disguise.
bool is_common_mark(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return is_mark(c) && uscript_getScript(signed_of(c), &error) == USCRIPT_INHERITED;
}

}  // namespace

const FoldTable& FoldTable::get() {
  static const FoldTable table;
  return table;
}

void FoldTable::add(char32_t c, FoldEntry entry, std::string_view text) {
  PRIVET_CHECK(text.size() <= 0xFF && texts_.size() <= 0xFFFF);
  entry.text_begin = static_cast<std::uint16_t>(texts_.size());
  entry.text_size = static_cast<std::uint8_t>(text.size());
  texts_ += text;
  flagged_[c / 64] |= std::uint64_t{1} << (c % 64);
  entries_.push_back(entry);
}

void FoldTable::compute() {
  for (const char32_t c : suspects()) {
    if (u_hasBinaryProperty(signed_of(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) {
      add(c, {.kind = FoldKind::kInvisible}, "");
      continue;
    }
    const std::u32string form = folded(c);
    const bool boundary_before = nfkc().hasBoundaryBefore(signed_of(c)) != 0;
    if (c == 0x3002 || c == 0xFF61) {
      add(c, {.kind = FoldKind::kStop}, "\u3002");
    } else if (form == std::u32string(1, c)) {
      const auto quick = u_getIntPropertyValue(signed_of(c), UCHAR_NFKC_QUICK_CHECK);
      if (quick == UNORM_YES && !is_common_mark(c)) continue;
      add(c, {.kind = FoldKind::kMark, .extends = true, .composes = quick != UNORM_YES}, "");
    } else if (!keeps_its_form(c, form)) {
      std::string text;
      for (const char32_t point : form) append_utf8(text, point);
      add(c, {.kind = FoldKind::kMapped, .extends = !boundary_before}, text);
    }
  }
}

// An entry after the other: the code point, what is known, its text.
std::string FoldTable::image() const {
  PieceWriter out;
  for (char32_t c = 0; c < 0x110000; ++c) {
    const FoldEntry* entry = find(c);
    if (entry == nullptr) continue;
    out.number(c).number(static_cast<std::uint32_t>(entry->kind));
    out.number(entry->extends ? 1 : 0).number(entry->composes ? 1 : 0).text(text(*entry));
  }
  return out.take();
}

void FoldTable::read(std::string_view image) {
  for (PieceReader in(image); !in.at_end();) {
    const char32_t c = in.number();
    FoldEntry entry{.kind = static_cast<FoldKind>(in.number())};
    entry.extends = in.number() != 0;
    entry.composes = in.number() != 0;
    add(c, entry, in.text());
  }
}

FoldTable::FoldTable() : flagged_(0x110000 / 64, 0), rank_(0x110000 / 64, 0) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  PieceWriter key;
  key.text("folding of Unicode");
  for (const std::uint8_t part : version) key.number(part);
  std::string piece = key.take();
  const auto image = find_prepared(piece);
  if (image) {
    read(*image);
  } else {
    compute();
  }
  std::size_t rank = 0;
  for (std::size_t w = 0; w < flagged_.size(); ++w) {
    rank_[w] = static_cast<std::uint16_t>(rank);
    rank += static_cast<std::size_t>(__builtin_popcountll(flagged_[w]));
  }
  PRIVET_CHECK(rank == entries_.size() && rank <= 0xFFFF);
  if (PreparedWriter* writer = PreparedWriter::current(); writer != nullptr && !image)
    writer->add(std::move(piece), this->image());
}

bool FoldTable::extends(char32_t c) const {
  if (c < 0x300) return false;
  if (const FoldEntry* entry = find(c)) return entry->extends;
  return nfkc().hasBoundaryBefore(signed_of(c)) == 0;
}

}  // namespace privet
