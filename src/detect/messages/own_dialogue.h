// A conversation as somebody retells it, who was in it: no times, and "me" for
// a name, or the words before it say whose it is (introduction.h).
//
//   Me: are you coming?          > him: who told you        My texts with Ida:
//   Gus: who asks                > me: nobody               Ida: are you in
//                                                           Odo: no
#pragma once

#include <string_view>
#include <vector>

#include "detect/messages/header.h"

namespace privet {

// The headers of each block of at least four such lines, three if they are
// introduced (an empty line between two of them is allowed), in order; none of
// the text around. Linear.
void find_own_dialogue(std::string_view text, std::vector<MessageHeader>& out);

}  // namespace privet
