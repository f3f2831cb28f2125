// A conversation that somebody shows in a text of his own: a sentence before
// it, and one behind it. The one before is enough if it asks or announces with
// a colon, at length or messages of somebody's own (introduction.h).
//
//   My landlord wrote this, is it legal?      <- says why
//                                             (an empty line, or none)
//   03.02.2023 21:10 - Rifat: ...
//   03.02.2023 21:12 - Flat 7: ...
//                                             (an empty line)
//   Who knows about the law, please tell.     <- goes on
//
// What exporters write around a conversation is no sentence: a title, a date, a
// count of messages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "base/span.h"
#include "detect/messages/header.h"

namespace privet {

//   place    of the conversation in `text`
//   headers  of its messages, in order
// Linear in the size of the conversation.
[[nodiscard]] bool is_framed(std::string_view text, Span<ViewSpace> place, std::span<const MessageHeader> headers);

// Where the header of a mail begins of which a line begins there: above the
// lines of the same form.
[[nodiscard]] std::uint32_t mail_begin(std::string_view text, std::uint32_t line);

// Whether the sentence before a mail says that it is published here, so that the
// rest of the text is no mail: whoever answers or forwards one writes above it,
// too.
//   begin  of the mail in `text`
[[nodiscard]] bool is_published(std::string_view text, std::uint32_t begin);

// Whether the sentence before a conversation that has no headers announces it
// as somebody's own, or says that it is published.
[[nodiscard]] bool is_shown(std::string_view text, std::uint32_t begin);

// Where a mail ends that begins there: behind its last quoted line, if it is
// quoted; else with the text.
[[nodiscard]] std::uint32_t mail_end(std::string_view text, std::uint32_t begin);

}  // namespace privet
