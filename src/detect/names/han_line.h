// A line of Han and kana, letter by letter, with what a list says of each
// letter and of words at a place.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "detect/names/caseless_line.h"
#include "detect/names/word_table.h"

namespace privet {

class HanLine {
 public:
  static constexpr std::size_t kRoom = kLongestPiece;  // one byte a letter

  HanLine(const CaselessLine& line, const WordTable& words);

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] bool begins_line(std::size_t i) const { return i == first_; }
  // 0 outside.
  [[nodiscard]] char32_t letter(std::size_t i) const { return i < size_ ? letters_[i] : 0; }
  [[nodiscard]] bool is_han(std::size_t i) const { return i < size_ && kinds_[i] == Kind::kHan; }
  [[nodiscard]] bool is_hiragana(std::size_t i) const { return i < size_ && kinds_[i] == Kind::kHiragana; }
  [[nodiscard]] bool is_katakana(std::size_t i) const { return i < size_ && kinds_[i] == Kind::kKatakana; }

  // Of letter i alone, as a word.
  [[nodiscard]] ListFacts facts(std::size_t i) const { return i < size_ ? facts_[i] : 0; }
  // Letters [i, i + n) are a word of that kind.
  [[nodiscard]] bool is(std::size_t i, std::size_t n, ListFacts wanted) const;
  // Letters of the longest word of that kind that begins at i, or ends just
  // before it; 0 if there is none.
  [[nodiscard]] std::size_t longest_at(std::size_t i, ListFacts wanted) const;
  [[nodiscard]] std::size_t longest_before(std::size_t i, ListFacts wanted) const;
  // A label and a colon lie before letter i.
  [[nodiscard]] bool labelled(std::size_t i, ListFacts label) const;

  [[nodiscard]] Span<ViewSpace> span(std::size_t begin, std::size_t end) const { return {at_[begin], at_[end]}; }

 private:
  enum class Kind : std::uint8_t { kOther, kHan, kHiragana, kKatakana };
  static constexpr std::size_t kLongestWord = 6;

  static Kind kind_of(char32_t c);

  const WordTable& words_;
  std::size_t size_ = 0;
  std::size_t first_ = kRoom;  // the first letter that is no mark; none if the line began before
  std::array<char32_t, kRoom> letters_;
  std::array<std::uint32_t, kRoom + 1> at_;  // byte offsets in the view
  std::array<ListFacts, kRoom> facts_;
  std::array<Kind, kRoom> kinds_;
};

// Han that only Japanese writes so.
bool is_japanese_letter(char32_t c);

void find_chinese_names(const CaselessLine& line, std::vector<CaselessName>& out);
void find_japanese_names(const CaselessLine& line, std::vector<CaselessName>& out);

}  // namespace privet
