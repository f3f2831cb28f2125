#include "report/score.h"

#include <cmath>

namespace privet {

void append_score(double score, std::string& out) {
  const long hundredths = std::lround(score * 100);
  out.push_back(static_cast<char>('0' + hundredths / 100));
  const long rest = hundredths % 100;
  if (rest == 0) return;
  out.push_back('.');
  out.push_back(static_cast<char>('0' + rest / 10));
  if (rest % 10 != 0) out.push_back(static_cast<char>('0' + rest % 10));
}

}  // namespace privet
