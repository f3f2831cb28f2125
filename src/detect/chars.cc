#include "detect/chars.h"

#include <algorithm>

namespace privet {
namespace {

struct ScriptRange {
  char32_t first, last;
  Script script;
};

// Sorted. Letters only: punctuation and symbols inside a block are left out.
constexpr ScriptRange kScripts[] = {
    {0xAA, 0xAA, Script::kLatin},       {0xBA, 0xBA, Script::kLatin},       {0xC0, 0xD6, Script::kLatin},
    {0xD8, 0xF6, Script::kLatin},       {0xF8, 0x2AF, Script::kLatin},      {0x300, 0x36F, Script::kMark},
    {0x370, 0x373, Script::kGreek},     {0x376, 0x37D, Script::kGreek},     {0x386, 0x386, Script::kGreek},
    {0x388, 0x3FF, Script::kGreek},     {0x400, 0x481, Script::kCyrillic},  {0x483, 0x487, Script::kMark},
    {0x48A, 0x52F, Script::kCyrillic},  {0x531, 0x556, Script::kOther},     {0x561, 0x587, Script::kOther},
    {0x591, 0x5BD, Script::kMark},      {0x5D0, 0x5F2, Script::kSemitic},   {0x610, 0x61A, Script::kMark},
    {0x620, 0x64A, Script::kSemitic},   {0x64B, 0x65F, Script::kMark},      {0x66E, 0x6D3, Script::kSemitic},
    {0x6D5, 0x6D5, Script::kSemitic},   {0x6D6, 0x6ED, Script::kMark},      {0x6FA, 0x6FF, Script::kSemitic},
    {0x710, 0x7FF, Script::kSemitic},   {0x8A0, 0x8FF, Script::kSemitic},   {0x900, 0x963, Script::kIndic},
    {0x971, 0xDFF, Script::kIndic},     {0xE01, 0xE3A, Script::kThai},      {0xE40, 0xE4E, Script::kThai},
    {0xE80, 0xEDF, Script::kThai},      {0xF40, 0xFBC, Script::kThai},      {0x1000, 0x103F, Script::kThai},
    {0x10A0, 0x10FF, Script::kOther},   {0x1100, 0x11FF, Script::kHangul},  {0x1200, 0x135F, Script::kOther},
    {0x1780, 0x17D3, Script::kThai},    {0x1E00, 0x1EFF, Script::kLatin},   {0x1F00, 0x1FFF, Script::kGreek},
    {0x2C60, 0x2C7F, Script::kLatin},   {0x2E80, 0x2FD5, Script::kHan},     {0x3005, 0x3007, Script::kHan},
    {0x3021, 0x3029, Script::kHan},     {0x3041, 0x3096, Script::kHan},     {0x309D, 0x309F, Script::kHan},
    {0x30A1, 0x30FA, Script::kHan},     {0x30FC, 0x30FF, Script::kHan},     {0x3105, 0x312F, Script::kHan},
    {0x3131, 0x318E, Script::kHangul},  {0x31A0, 0x31FF, Script::kHan},     {0x3400, 0x4DBF, Script::kHan},
    {0x4E00, 0x9FFF, Script::kHan},     {0xA640, 0xA66E, Script::kCyrillic}, {0xAC00, 0xD7A3, Script::kHangul},
    {0xF900, 0xFAFF, Script::kHan},     {0xFB50, 0xFDFB, Script::kSemitic}, {0xFE70, 0xFEFC, Script::kSemitic},
    {0x20000, 0x3134F, Script::kHan},
};

}  // namespace

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return to_lower(x) == to_lower(y); });
}

bool ends_with_ignoring_case(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && equal_ignoring_case(text.substr(text.size() - tail.size()), tail);
}

std::string_view trimmed_right(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

bool holds_word(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (equal_ignoring_case(words.substr(0, end), word)) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string_view word_before(std::string_view text, std::size_t at) {
  std::size_t end = at;
  for (int i = 0; i < 2 && end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\t'); ++i) --end;
  if (end > 0 && (text[end - 1] == ':' || text[end - 1] == '=' || text[end - 1] == '#')) --end;
  std::size_t begin = end;
  while (begin > 0 && end - begin < 32 && is_word(text[begin - 1])) --begin;
  return text.substr(begin, end - begin);
}

Script script_of(char32_t code_point) {
  if (code_point < 0x80) return is_letter(static_cast<char>(code_point)) ? Script::kLatin : Script::kNone;
  const auto it = std::upper_bound(std::begin(kScripts), std::end(kScripts), code_point,
                                   [](char32_t point, const ScriptRange& range) { return point < range.first; });
  if (it == std::begin(kScripts) || code_point > std::prev(it)->last) return Script::kNone;
  return std::prev(it)->script;
}

}  // namespace privet
