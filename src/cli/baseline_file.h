// The baseline on the disk: where it is, reading it, and changing it so that
// two runs at a time lose nothing.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/function_ref.h"
#include "base/result.h"
#include "gate/baseline.h"

namespace privet {

inline constexpr std::string_view kBaselineName = ".privet-baseline.json";

// The file that --baseline names; without it the one in the folder we are in, or
// else at the root of its git repository. There need be none yet: it is where it
// would be made.
[[nodiscard]] std::string baseline_path(const std::string& asked);

// Nothing if there is no such file.
[[nodiscard]] Result<std::optional<Baseline>> load_baseline(const std::string& path);

// Reads it, lets `change` change it and writes it, with nobody in between: others
// that change it wait. Whatever fails leaves the file as it is, and so does a
// change that is none.
//   change: gets nothing if there is no file; false: nothing is to be written
Status change_baseline(const std::string& path, FunctionRef<Result<bool>(std::optional<Baseline>&)> change);

// Writes a new one; in place of what is there, in whatever state, if `force`.
Status make_baseline(const std::string& path, const Baseline& baseline, bool force);

// The day that expiry is judged by, in UTC; PRIVET_TODAY=YYYY-MM-DD is another.
[[nodiscard]] Result<std::string> today();

// Ids made under one key mean nothing under another. Fails if `baseline` was made
// under another than `key_name` ("": none).
Status check_key(const Baseline& baseline, std::string_view key_name, std::string_view path);

}  // namespace privet
