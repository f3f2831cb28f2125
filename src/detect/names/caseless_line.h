// What the readers of the single scripts are given: one line, or a piece of a
// very long one. Each appends the names it finds, in order.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "detect/names/caseless.h"

namespace privet {

// In bytes: the readers look around a word by a few dozen letters, and keep a
// piece's letters on the stack.
inline constexpr std::uint32_t kLongestPiece = 3072;

struct CaselessLine {
  std::string_view text;  // the whole view
  std::uint32_t begin = 0, end = 0;
  bool begins = true;           // nothing of the line lies before `begin`
  bool after_sign_off = false;  // the line before took leave
  bool near_kana = false;       // Han is Japanese here
};

// Those that say so tell whether the line takes leave ("best regards,"), so
// that a name may stand alone on the next one.
bool find_arabic_names(const CaselessLine& line, std::vector<CaselessName>& out);
bool find_hebrew_names(const CaselessLine& line, std::vector<CaselessName>& out);
bool find_devanagari_names(const CaselessLine& line, std::vector<CaselessName>& out);
void find_hangul_names(const CaselessLine& line, std::vector<CaselessName>& out);
void find_han_names(const CaselessLine& line, std::vector<CaselessName>& out);

}  // namespace privet
