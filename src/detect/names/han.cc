#include <algorithm>

#include "base/check.h"
#include "base/utf8.h"
#include "detect/names/han_line.h"

namespace privet {

HanLine::HanLine(const CaselessLine& line, const WordTable& words) : words_(words) {
  PRIVET_CHECK(line.end - line.begin <= kRoom);
  for (std::uint32_t at = line.begin; at < line.end; ++size_) {
    const Decoded c = decode_utf8(line.text, at);
    const Kind kind = kind_of(c.code_point);
    letters_[size_] = c.code_point;
    at_[size_] = at;
    kinds_[size_] = kind;
    facts_[size_] = 0;
    if (kind != Kind::kOther) {
      LetterHash hash;
      hash.add(c.code_point);
      facts_[size_] = words_.find(hash.value());
    }
    const bool mark = c.code_point == ' ' || c.code_point == '-' || c.code_point == '*' || c.code_point == '>';
    if (line.begins && first_ == kRoom && !mark) first_ = size_;
    at += c.bytes;
  }
  at_[size_] = line.end;
}

HanLine::Kind HanLine::kind_of(char32_t c) {
  if ((c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x3005 && c <= 0x3007)) return Kind::kHan;
  if (c >= 0x3041 && c <= 0x309F) return Kind::kHiragana;
  if (c >= 0x30A1 && c <= 0x30FF && c != 0x30FB) return Kind::kKatakana;
  if ((c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x323AF)) return Kind::kHan;
  return Kind::kOther;
}

bool HanLine::is(std::size_t i, std::size_t n, ListFacts wanted) const {
  if (n == 0 || i + n > size_) return false;
  LetterHash hash;
  for (std::size_t k = i; k < i + n; ++k) hash.add(letters_[k]);
  return (words_.find(hash.value()) & wanted) != 0;
}

std::size_t HanLine::longest_at(std::size_t i, ListFacts wanted) const {
  std::size_t longest = 0;
  LetterHash hash;
  for (std::size_t n = 1; n <= kLongestWord && i + n <= size_; ++n) {
    if (kinds_[i + n - 1] == Kind::kOther) break;
    hash.add(letters_[i + n - 1]);
    if ((words_.find(hash.value()) & wanted) != 0) longest = n;
  }
  return longest;
}

std::size_t HanLine::longest_before(std::size_t i, ListFacts wanted) const {
  for (std::size_t n = std::min(kLongestWord, i); n > 0; --n) {
    if (is(i - n, n, wanted)) return n;
  }
  return 0;
}

bool HanLine::labelled(std::size_t i, ListFacts label) const {
  while (i > 0 && letters_[i - 1] == ' ') --i;
  if (i == 0 || letters_[i - 1] != ':') return false;
  --i;
  while (i > 0 && letters_[i - 1] == ' ') --i;
  return longest_before(i, label) > 0;
}

namespace {

bool has_japanese_letter(const CaselessLine& line) {
  for (std::uint32_t at = line.begin; at < line.end;) {
    const Decoded c = decode_utf8(line.text, at);
    if (c.code_point >= 0x4E00 && is_japanese_letter(c.code_point)) return true;
    at += c.bytes;
  }
  return false;
}

}  // namespace

void find_han_names(const CaselessLine& line, std::vector<CaselessName>& out) {
  return line.near_kana || has_japanese_letter(line) ? find_japanese_names(line, out) : find_chinese_names(line, out);
}

}  // namespace privet
