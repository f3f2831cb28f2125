#include "detect/names/name_fold.h"

#include <algorithm>

#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"

namespace privet {
namespace {

// U+00E0 to U+00FF, and U+0100 to U+017F, without what stands on the letters.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo?ouuuuy?y";  // "?": as it is
static_assert(kLatin1.size() == 32);
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";
static_assert(kLatinA.size() == 128);

struct Range {
  char32_t first, last;
  char32_t plain;
};
// Romanian, Vietnamese, Greek, Cyrillic.
constexpr Range kRanges[] = {
    {0x01A0, 0x01A1, 'o'},   {0x01AF, 0x01B0, 'u'},   {0x0218, 0x0219, 's'},   {0x021A, 0x021B, 't'},
    {0x03AC, 0x03AC, 0x3B1}, {0x03AD, 0x03AD, 0x3B5}, {0x03AE, 0x03AE, 0x3B7}, {0x03AF, 0x03AF, 0x3B9},
    {0x03C2, 0x03C2, 0x3C3}, {0x03CC, 0x03CC, 0x3BF}, {0x03CD, 0x03CD, 0x3C5}, {0x03CE, 0x03CE, 0x3C9},
    {0x0451, 0x0451, 0x435}, {0x1EA0, 0x1EB7, 'a'},   {0x1EB8, 0x1EC7, 'e'},   {0x1EC8, 0x1ECB, 'i'},
    {0x1ECC, 0x1EE3, 'o'},   {0x1EE4, 0x1EF1, 'u'},   {0x1EF2, 0x1EF9, 'y'},   {0x2019, 0x2019, '\''}};

constexpr bool is_accent(char32_t c) { return c >= 0x300 && c < 0x370; }

char32_t without_accent(char32_t small) {
  if (small >= 0xE0 && small <= 0xFF) {
    const char plain = kLatin1[small - 0xE0];
    return plain != '?' ? static_cast<char32_t>(plain) : small;
  }
  if (small >= 0x100 && small < 0x180) return static_cast<char32_t>(kLatinA[small - 0x100]);
  const auto* const it = std::find_if(std::begin(kRanges), std::end(kRanges),
                                      [&](const Range& r) { return small >= r.first && small <= r.last; });
  return it != std::end(kRanges) ? it->plain : small;
}

}  // namespace

void append_name_fold(std::string_view word, std::string& out) {
  for (std::size_t at = 0; at < word.size();) {
    if (is_ascii(word[at])) {
      out.push_back(to_lower(word[at++]));
      continue;
    }
    const Decoded d = decode_utf8(word, at);
    at += d.bytes;
    const char32_t small = small_letter(d.code_point);
    if (small == 0xDF) {
      out += "ss";
    } else if (!is_accent(small)) {
      append_utf8(out, without_accent(small));
    }
  }
}

FoldedWord NameFolder::fold(std::string_view word) {
  folded_.clear();
  append_name_fold(word, folded_);
  FoldedWord out;
  out.hash = Lexicon::hash_of(folded_);
  out.kinds = word_kinds(out.hash);
  out.letters = static_cast<std::uint32_t>(count_code_points(word));
  if (!std::all_of(word.begin(), word.end(), is_ascii)) {
    cased_.clear();
    append_casefolded(word, cased_);
    out.facts = lexicon_->find(cased_);
  }
  if (!out.facts.known()) out.facts = lexicon_->find_hash(out.hash);
  // "Jean-Luc" is a name where "Jean" is one, and "In-Reply-To" none.
  if (const std::size_t hyphen = folded_.find('-'); !out.facts.known() && hyphen != std::string::npos) {
    const std::uint64_t hash = Lexicon::hash_of(std::string_view(folded_).substr(0, hyphen));
    const FoldedWord first{hash, lexicon_->find_hash(hash), 0, word_kinds(hash)};
    out.facts = first.facts;
    if (is_no_name(first) && !is_particle(first)) out.kinds |= first.kinds;
  }
  return out;
}

}  // namespace privet
