// What is shaped like an address and is none: places that a program connects
// to, file names, versions, ids of chats and messages.
#pragma once

#include <string_view>

#include "detect/contact/email.h"

namespace privet {

// user@host in a link, a git remote, a command or prompt of a shell, an IRC
// hostmask: who connects where, and nowhere that mail goes.
[[nodiscard]] bool is_connection(std::string_view text, const Address& address);

// icon@2x.app, pkg@1.2.3.zip, chat ids, Message-IDs.
[[nodiscard]] bool is_other_name(std::string_view text, const Address& address);

// An address with a bracket right behind it that is code: weights@x.to(device).
[[nodiscard]] bool is_call(std::string_view text, const Address& address);

}  // namespace privet
