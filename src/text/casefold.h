// Comparing words without regard to case, for cue words and field names. Not
// for hot paths.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace privet {

// Unicode simple case folding of valid UTF-8, appended to `out`.
void append_casefolded(std::string_view text, std::string& out);

// The same without the marks on Latin and Greek letters, as people type them: "číslo" as
// "cislo", "ødegård" as "odegard", "αριθμός" as "αριθμος"; and "ё" as "е".
void append_unmarked(std::string_view folded, std::string& out);

// The letter's other case by Unicode's simple mapping, of "ß" the capital that
// has been one since 2008; the character itself where there is none.
[[nodiscard]] char32_t small_letter(char32_t c);
[[nodiscard]] char32_t capital_letter(char32_t c);

// The words of a text, case folded, one space between them and at both ends,
// so that a whole word or phrase is found by searching " word ". A word is a
// run of letters, marks and digits; "_" belongs to it too.
void append_words(std::string_view text, std::string& out);

// A word of a text, and where it stands folded.
struct CaseFoldedWord {
  std::uint32_t begin, end;  // in the text
  std::uint32_t folded_begin, folded_end;
};

// Whether a character belongs to words as append_words() cuts them.
[[nodiscard]] bool is_word_character(char32_t c);
// The end of the word that begins at `at`.
[[nodiscard]] std::uint32_t word_end(std::string_view text, std::uint32_t at);

// The words that stand wholly between two places of a text, as append_words()
// cuts them, case folded one after the other into `folded`; both appended.
void fold_words(std::string_view text, std::uint32_t begin, std::uint32_t end, std::string& folded,
                std::vector<CaseFoldedWord>& words);

// True if a word of a text goes on over this place, so that it would be cut there.
[[nodiscard]] bool is_inside_word(std::string_view text, std::size_t at);

// A key as field names are compared: case folded, letters and digits only.
// "Phone_Number" and "phoneNumber" both give "phonenumber".
[[nodiscard]] std::string folded_key(std::string_view key);

// The words of a key, cut at everything that is no letter or digit and where a
// capital follows a small letter, or begins a word behind capitals; case folded:
// "homePhone_2" gives " home phone 2 ", "GPSPosition" " gps position ".
[[nodiscard]] std::string key_words(std::string_view key);

// True if the text holds a character of a script that is written without
// spaces (Han, kana, Thai): whole-word search has no meaning there.
[[nodiscard]] bool has_unspaced_script(std::string_view text);

}  // namespace privet
