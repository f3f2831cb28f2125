// Why a record counts as a private message, for a person: lines below its row.
//
//       probability 0.9983, at or above 0.50; log-odds +6.40 =
//         -4.60 prior, 0.01
//         +9.00 key_shape, several markers
//         +2.50 transcript, half
//         -0.50 document, against
//       markers, by weight:
//         +8.50 key_shape slack.im-object at /is_im: the object of a direct conversation
//
// Numbers have two decimals, the probability four. What the parts mean:
// resolve/classify.h.
#pragma once

#include <span>
#include <string>

#include "resolve/classify.h"
#include "rule/marker.h"

namespace privet {

//   pointers  of the first so many pieces of evidence, safe to show; empty: no place of
//             its own (the whole record, its file or the shape of the input).
//             Of the rest only the number is told.
//   options   the prior and threshold it was judged with
void append_explanation(const Classification& judged, const MarkerSet& markers, const JudgeOptions& options,
                        std::span<const std::string> pointers, std::string& out);

}  // namespace privet
