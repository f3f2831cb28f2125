// What is left of a text when nothing of its values may be: words of the list
// in common_words.h, and for everything else a mark of its kind.
//
//   write to Ann.Lind@example.com by 12 May, or +1 202 555 0142
//   x4 to Xx2.Xx4.x4.x2 by 9 Xx2 or 9
//
// A token, which is what stands between spaces, loses the punctuation at its
// ends. What is then a word of the list stays. Else it is cut at the punctuation
// inside, and each part becomes a mark; the parts are joined by a dot.
//
//   9        digits of any script; however many, and however often one follows
//            another: "555-0142" and "+1 202 555 0142" are one 9
//   x X Xx   letters: small or of a script without capitals, capitals, a capital
//   xX       first, any others. Behind it stands how many at least, out of 1, 2,
//            4, 8 and 16, and the script, if it is not Latin: Xx4/Cyrl
//   m        letters and digits together, with how many as above
//
// Texts without spaces between words (Chinese, Japanese, Thai) give marks alone.
//
// Part of anchor/1 and frozen with it (anchor.h): characters are told apart by a
// table here, so that no new version of Unicode changes an anchor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace privet {

// So much of a text is looked at, to the last whole character.
inline constexpr std::size_t kMostSkeletonBytes = std::size_t{64} << 10;

// Appends the skeleton of `text`, which is valid UTF-8. Returns how many words
// of the list are in it.
std::uint32_t append_skeleton(std::string_view text, std::string& out);

// Appends what stands for a key in an anchor: its words, in small letters with
// `_` between, if all are words of the list; digits become `9`. A key of digits
// alone is `*`, as an element of an array is, and any other is `x`.
//   "senderName", "Sender-Name"   sender_name
//   "address2"                    address_9
//   "Ann Lind", "2@example.com"   x
void append_key_mark(std::string_view key, std::string& out);

}  // namespace privet
