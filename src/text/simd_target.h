// Which SIMD instruction set the kernels of this folder run on.
//
// The best one that the CPU has is chosen at run time, and no choice may
// change a result: tests force each in turn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace privet {

// The targets that this build holds and this CPU runs, the best first.
[[nodiscard]] std::vector<std::string> simd_target_names();

// Makes every kernel run on the named target from now on; "" goes back to the
// best. False: there is no such target here. Not for use while other threads
// scan.
bool set_simd_target_for_test(std::string_view name);

}  // namespace privet
