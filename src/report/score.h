// A score as every report writes it.
#pragma once

#include <string>

namespace privet {

// At most two decimals, none that are not needed: 0.95, 0.9, 1.
//   score: 0 to 1
void append_score(double score, std::string& out);

}  // namespace privet
