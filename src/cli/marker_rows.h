// Markers of private messages as `privet rules list` and `show` print them.
#pragma once

#include <string_view>
#include <vector>

#include "rule/marker.h"

namespace privet {

// What their findings are.
inline constexpr std::string_view kMarkerEntity = "PRIVATE_MESSAGE";

void list_markers_text(const MarkerSet& markers, const std::vector<MarkerIndex>& chosen, bool color);
void list_markers_jsonl(const MarkerSet& markers, const std::vector<MarkerIndex>& chosen);
void show_marker(const Marker& marker, bool color);

}  // namespace privet
