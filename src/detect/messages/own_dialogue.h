// A conversation as somebody retells it, who was in it: no times, and "me" for
// a name.
//
//   Me: are you coming?          > him: who told you        [her] why
//   Gus: who asks                > me: nobody               [me] just asking
#pragma once

#include <string_view>
#include <vector>

#include "detect/messages/header.h"

namespace privet {

// The headers of each block of at least four such lines (an empty line between
// two of them is allowed), in order; none of the text around. Linear.
void find_own_dialogue(std::string_view text, std::vector<MessageHeader>& out);

}  // namespace privet
