#include "cli/marker_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "cli/terminal.h"
#include "record/json_write.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 3> kViewNames = {"path", "text", "layout"};

// One to one or a group, whichever the number of people says.
std::string_view class_of(const Marker& marker) { return marker.any_dm ? "dm" : class_name(marker.message_class); }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

}  // namespace

void list_markers_text(const MarkerSet& markers, const std::vector<MarkerIndex>& chosen, bool color) {
  if (chosen.empty()) return;
  std::size_t ids = 6;
  for (const MarkerIndex at : chosen) ids = std::max(ids, markers.marker(at).id.size());
  const std::string heading = fmt::format("{:<{}}  {:<11}  {:<11}  {:<18}  {:>6}  {}", "MARKER", ids, "PLATFORM",
                                          "CATEGORY", "CLASS", "WEIGHT", "DESCRIPTION");
  fmt::print("{}\n", emphasised(heading, color));
  for (const MarkerIndex at : chosen) {
    const Marker& marker = markers.marker(at);
    fmt::print("{:<{}}  {:<11}  {:<11}  {:<18}  {:>6}  {}\n", marker.id, ids, platform_name(marker.platform),
               category_name(marker.category), class_of(marker), fmt::format("{}", marker.weight), marker.description);
  }
}

void list_markers_jsonl(const MarkerSet& markers, const std::vector<MarkerIndex>& chosen) {
  for (const MarkerIndex at : chosen) {
    const Marker& marker = markers.marker(at);
    std::string line = R"({"id":")";
    escape_json(marker.id, line);
    line +=
        fmt::format(R"(","entity":"{}","region":"","default":true,"strength":"","score":0,"source":")", kMarkerEntity);
    escape_json(marker.source, line);
    line +=
        fmt::format(R"(","platform":"{}","category":"{}","class":"{}","weight":{},"description":")",
                    platform_name(marker.platform), category_name(marker.category), class_of(marker), marker.weight);
    escape_json(marker.description, line);
    line += "\"}\n";
    std::fwrite(line.data(), 1, line.size(), stdout);
  }
}

void show_marker(const Marker& marker, bool color) {
  const auto row = [](const char* name, std::string_view value) {
    if (!value.empty()) fmt::print("  {:<12} {}\n", name, value);
  };
  const auto rows = [&](const char* name, const std::vector<std::string>& values) {
    for (const std::string& value : values) row(name, value);
  };
  fmt::print("{}  ({})\n", emphasised(marker.id, color), marker.origin);
  row("entity", kMarkerEntity);
  row("what", marker.description);
  row("platform", platform_name(marker.platform));
  row("category", category_name(marker.category));
  row("class", class_of(marker));
  row("weight", fmt::format("{}", marker.weight));
  if (marker.vote) row("vote", fmt::format("{}", *marker.vote));
  row("looks in", kViewNames[static_cast<std::size_t>(marker.view)]);
  rows("all of", marker.all);
  rows("none of", marker.none);
  row("layouts", joined(marker.layouts));
  if (!marker.layouts.empty()) {
    row("headers", std::to_string(marker.least_headers));
    row("speakers", std::to_string(marker.least_speakers));
  }
  row("triggers", joined(marker.triggers));
  row("source", marker.source);
  rows("finds", marker.finds);
  rows("ignores", marker.ignores);
}

}  // namespace privet
