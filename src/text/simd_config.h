// Which Highway targets the kernels of this folder are compiled for. To be
// included before any Highway header.
//
// SVE is left out: its vectors cannot be members of a struct, and CPUs that
// have it run NEON as fast on bytes.
#pragma once

#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128)
