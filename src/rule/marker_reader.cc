#include "rule/marker_reader.h"

#include <algorithm>
#include <array>

#include "base/prepared.h"
#include "rule/builtin.h"
#include "rule/rule_image.h"
#include "rule/toml_file.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 6> kFileKeys = {"platform",      "marker",  "participant",
                                                       "provider_keys", "weights", "description"};
constexpr std::array<std::string_view, 18> kMarkerKeys = {
    "id",   "platform", "view",   "category", "class",    "weight",      "vote",   "trigger", "all",
    "none", "any",      "layout", "headers",  "speakers", "description", "source", "finds",   "ignores"};
constexpr std::array<std::string_view, 1> kParticipantKeys = {"path"};
constexpr std::array<std::string_view, 3> kViews = {"path", "text", "layout"};
constexpr std::size_t kMostMarkers = 0xFFFE;

void read_marker(const TomlTable& table, const std::string& file_platform, MarkerSet& markers) {
  table.allow_keys(kMarkerKeys);
  Marker marker;
  marker.origin = table.place();
  marker.id = table.text("id");
  if (marker.id.empty()) table.mistake("id", "a marker needs \"id\"");
  if (marker.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos)
    table.mistake("id", "\"id\" must be lower-case letters, digits, dots and dashes such as slack.im-object");
  const std::string platform = table.has("platform") ? table.word("platform", kPlatforms) : file_platform;
  marker.platform = Platform{static_cast<std::uint8_t>(find_name(kPlatforms, platform).value_or(0))};
  if (const auto at = find_name(kViews, table.word("view", kViews)))
    marker.view = MarkerView{static_cast<std::uint8_t>(*at)};
  const auto category = find_name(kEvidenceCategories, table.word("category", kEvidenceCategories));
  if (category) {
    marker.category = EvidenceCategory{static_cast<std::uint8_t>(*category)};
  } else {
    table.mistake("category", "a marker needs \"category\"");
  }
  if (table.text("class") == "dm") {
    marker.any_dm = true;
    marker.message_class = MessageClass::kDm1to1;
  } else if (const auto at = find_name(kMessageClasses, table.word("class", kMessageClasses))) {
    marker.message_class = MessageClass{static_cast<std::uint8_t>(*at)};
  }
  if (!table.has("weight")) table.mistake("weight", "a marker needs \"weight\"");
  marker.weight = table.number("weight", 0, -20, 20);
  if (table.has("vote")) marker.vote = table.number("vote", 0, 0, 20);
  marker.triggers = table.texts("trigger");
  for (const std::string& trigger : marker.triggers) {
    if (trigger.size() < 3) table.mistake("trigger", "a trigger must have three bytes at least");
  }
  marker.all = table.texts("all");
  // Alternatives are one pattern, written as a list.
  std::string any;
  for (const std::string& one : table.texts("any")) any += (any.empty() ? "(?:" : "|") + one;
  if (!any.empty()) marker.all.push_back(any + ")");
  marker.none = table.texts("none");
  marker.layouts = table.texts("layout");
  marker.least_headers = static_cast<std::uint32_t>(table.number("headers", 2, 1, 1000));
  marker.least_speakers = static_cast<std::uint32_t>(table.number("speakers", 1, 1, 1000));
  if ((marker.view == MarkerView::kLayout) != !marker.layouts.empty())
    table.mistake("layout", "\"layout\" goes with view = \"layout\"");
  if ((marker.view == MarkerView::kLayout) != marker.all.empty())
    table.mistake("all", "a marker over paths or text needs \"all\" or \"any\", one over layouts has none");
  marker.description = table.text("description");
  marker.source = table.text("source");
  marker.finds = table.texts("finds");
  marker.ignores = table.texts("ignores");
  if (markers.markers().size() >= kMostMarkers) table.mistake("id", "more than 65,534 markers");
  markers.add(std::move(marker));
}

}  // namespace

bool is_marker_file(std::string_view name) {
  return name.starts_with("private-message/") || name.find("/private-message/") != std::string_view::npos;
}

Status read_markers(std::string_view text, std::string_view name, MarkerSet& markers) {
  Result<std::unique_ptr<TomlFile>> file = TomlFile::parse(text, name);
  if (!file) return fail(file);
  const TomlTable root = (*file)->root();
  root.allow_keys(kFileKeys);
  const std::string platform = root.word("platform", kPlatforms);
  for (const TomlTable& table : root.tables("marker")) read_marker(table, platform, markers);
  for (const TomlTable& table : root.tables("participant")) {
    table.allow_keys(kParticipantKeys);
    for (std::string& path : table.texts("path")) markers.add_participant({std::move(path)});
  }
  markers.add_provider_keys(root.texts("provider_keys"));
  for (const auto& [id, weight] : root.numbers("weights")) markers.set_weight(id, weight);
  return (*file)->status();
}

Status read_builtin_markers(MarkerSet& markers) {
  constexpr std::string_view kPiece = "built-in markers";
  if (const auto image = find_prepared(kPiece)) {
    read_image(*image, markers);
    return {};
  }
  for (const BuiltinFile& file : builtin_rule_files()) {
    if (!is_marker_file(file.name)) continue;
    if (Status status = read_markers(file.text, file.name, markers); !status) return status;
  }
  if (PreparedWriter* writer = PreparedWriter::current()) writer->add(std::string(kPiece), write_image(markers));
  return {};
}

}  // namespace privet
