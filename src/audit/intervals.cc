#include "audit/intervals.h"

#include <boost/math/distributions/binomial.hpp>

#include "base/check.h"

namespace privet {

Interval clopper_pearson(std::uint64_t hits, std::uint64_t drawn, double confidence) {
  PRIVET_CHECK(hits <= drawn);
  if (drawn == 0) return {};
  using Binomial = boost::math::binomial_distribution<double>;
  const double beyond = (1 - confidence) / 2;  // on each side
  const auto n = static_cast<double>(drawn);
  const auto k = static_cast<double>(hits);
  return {Binomial::find_lower_bound_on_p(n, k, beyond), Binomial::find_upper_bound_on_p(n, k, beyond)};
}

}  // namespace privet
