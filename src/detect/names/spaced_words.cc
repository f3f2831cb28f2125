#include "detect/names/spaced_words.h"

#include <algorithm>

#include "base/utf8.h"

namespace privet {
namespace {

bool is_single_quote(char32_t c) { return c == '\'' || c == 0x2019 || c == 0x5F3; }
bool is_double_quote(char32_t c) { return c == '"' || c == 0x201D || c == 0x5F4; }

Gap gap_of(char32_t c) {
  switch (c) {
    case ' ':
    case '\t':
    case '\r':
    case 0xA0:
      return Gap::kSpace;
    case '-':
    case 0x5BE:  // maqaf
      return Gap::kHyphen;
    case '.':
      return Gap::kDot;
    case ':':
      return Gap::kColon;
    case ',':
    case 0x60C:  // Arabic comma
      return Gap::kComma;
    default:
      return Gap::kOther;
  }
}

// Before the first word these leave it the first one.
bool may_lead(char32_t c) { return c == '-' || c == '*' || c == '>' || c == '#' || c == 0x2022 || c == 0x200F; }

}  // namespace

bool SpacedWords::next() {
  size_ = 0;
  begins_line_ = false;
  if (at_ >= line_.end) return false;
  const bool at_begin = at_ == line_.begin && line_.begins;
  Gap before = behind_;
  if (at_ == line_.begin) before = read_gap();
  begins_line_ = at_begin && before == Gap::kNothing;
  while (at_ < line_.end) {
    if (size_ == kRoom) return true;
    SpacedWord& word = words_[size_];
    word = {.before = before};
    if (!read_word(word)) break;
    ++size_;
    behind_ = before = read_gap();
    // What hangs together never crosses such a gap.
    if (before == Gap::kOther && size_ > kRoom / 2) break;
  }
  return size_ > 0;
}

// Takes everything up to the next word of the script.
Gap SpacedWords::read_gap() {
  const bool first = at_ == line_.begin;
  Gap gap = Gap::kNothing;
  for (; at_ < line_.end;) {
    const Decoded c = decode_utf8(line_.text, at_);
    if (script_.is_letter(c.code_point)) break;
    at_ += c.bytes;
    const Gap one = gap_of(c.code_point);
    if (first && (one == Gap::kSpace || may_lead(c.code_point))) continue;
    const bool both_marks = gap > Gap::kSpace && one > Gap::kSpace && one != gap;
    // "word - word" is a dash, no hyphen.
    const bool dash = (gap == Gap::kSpace && one == Gap::kHyphen) || (gap == Gap::kHyphen && one == Gap::kSpace);
    gap = both_marks || dash ? Gap::kOther : std::max(gap, one);
  }
  if (at_ >= line_.end && gap == Gap::kSpace) return Gap::kNothing;
  return gap;
}

bool SpacedWords::read_word(SpacedWord& word) {
  word.begin = word.name_begin = at_;
  LetterHash hash;
  while (at_ < line_.end) {
    const Decoded c = decode_utf8(line_.text, at_);
    char32_t letter = 0;
    if (script_.is_letter(c.code_point)) {
      letter = script_.table.letter(c.code_point);
    } else if (script_.quotes_in_words && (is_single_quote(c.code_point) || is_double_quote(c.code_point))) {
      letter = is_single_quote(c.code_point) ? U'\'' : U'"';
      const std::uint32_t behind = at_ + c.bytes;
      const bool inside = behind < line_.end && script_.is_letter(decode_utf8(line_.text, behind).code_point);
      if (!inside) {
        // At the end it belongs to the words that the lists spell so.
        LetterHash with = hash;
        with.add(letter);
        if (script_.table.find(with.value()) == 0) break;
      }
    } else {
      break;
    }
    at_ += c.bytes;
    if (letter == 0) continue;
    hash.add(letter);
    if (word.letters < 255) ++word.letters;
  }
  word.end = word.name_end = at_;
  if (word.end > word.begin) look_up(word, hash.value());
  return word.end > word.begin;
}

// As it stands, else without one thing that sticks to it.
void SpacedWords::look_up(SpacedWord& word, std::uint64_t hash) {
  word.facts = script_.table.find(hash);
  const std::string_view text = line_.text.substr(word.begin, word.end - word.begin);
  if (word.facts != 0 || word.letters < 3) return;
  for (const std::string_view prefix : script_.prefixes) {
    if (!text.starts_with(prefix)) continue;
    const ListFacts rest = script_.table.find(text.substr(prefix.size()));
    if ((rest & (kGiven | kFamily | kTitle)) == 0) continue;
    word.facts = rest;
    word.name_begin = word.begin + static_cast<std::uint32_t>(prefix.size());
    return;
  }
  for (const std::string_view ending : script_.endings) {
    if (!text.ends_with(ending)) continue;
    const ListFacts rest = script_.table.find(text.substr(0, text.size() - ending.size()));
    if ((rest & (kGiven | kFamily)) == 0) continue;
    word.facts = rest;
    word.name_end = word.end - static_cast<std::uint32_t>(ending.size());
    word.ending = true;
    return;
  }
}

}  // namespace privet
