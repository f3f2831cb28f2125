// {fmt}, of which Debian has a shared library and headers: its parts that the
// program calls, compiled from the headers.
#include <fmt/format-inl.h>

namespace fmt {
inline namespace v9 {
namespace detail {
template char decimal_point_impl(locale_ref);
template thousands_sep_result<char> thousands_sep_impl(locale_ref);
template dragonbox::decimal_fp<float> dragonbox::to_decimal(float) noexcept;
template dragonbox::decimal_fp<double> dragonbox::to_decimal(double) noexcept;
}  // namespace detail
}  // namespace v9
}  // namespace fmt
