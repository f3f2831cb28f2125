// Words that stand right before a number and say what it is, in the languages
// of the phone rules. They are given case folded.
#pragma once

#include <cstddef>
#include <string_view>

namespace privet {

[[nodiscard]] bool is_phone_word(std::string_view word);

// "no", "number", "Nr", "is": the word before it says of what.
[[nodiscard]] bool is_number_word(std::string_view word);

// "isbn", "order", "invoice": digits behind it are no phone number.
[[nodiscard]] bool is_other_number_word(std::string_view word);

// "best" of "Best.-Nr.", "part" of "part number", and all of the above: so only before a number word.
[[nodiscard]] bool is_other_before_number_word(std::string_view word);

// "EUR": digits before or behind it are an amount.
[[nodiscard]] bool is_currency_word(std::string_view word);

// "km": digits before it are an amount.
[[nodiscard]] bool is_unit_word(std::string_view word);

// "jpg": digits before its dot are a file's name. Lower case.
[[nodiscard]] bool is_file_suffix(std::string_view word);

// The bytes of the label of an extension at the front of `text` ("ext", "x", "доб"), any case; 0 if none.
[[nodiscard]] std::size_t extension_label_size(std::string_view text);

}  // namespace privet
