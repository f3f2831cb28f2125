// A marker: one thing that speaks for or against a record being a private
// message. Data, read from rules/private-message/*.toml.
//
//   [[marker]]
//   id       = "slack.im-object"
//   view     = "path"            # or "text", or "layout"
//   category = "key_shape"
//   class    = "dm_1to1"
//   weight   = 9                 # log-odds; below 0 it speaks against
//   vote     = 9                 # for its platform, where several are possible; the weight if absent
//   trigger  = ["is_im"]         # literals that make a record worth judging
//   all      = ['(^|\.)is_im=true$']
//   none     = ['(^|\.)is_archived=']
//   finds    = ['{"id":"D04EXAMPLE1","is_im":true}']
//   ignores  = ['{"is_im":false}']
//
// What a marker means: it is there if each pattern of `all` is found somewhere
// in the record and none of `none` is. Patterns are RE2, `^` and `$` match at
// lines. They are searched for in the lines of the path view (record/
// path_view.h), with lines `%path=…` before them that say where the record was
// read, or in the folded text of each field. `(^|\.|%2E)` stands for where a
// name of a path begins: never in a value. A `layout` marker is there if a
// field holds so many message headers of a layout (detect/messages/header.h).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rule/message_kind.h"

namespace privet {

enum class MarkerIndex : std::uint16_t {};

enum class MarkerView : std::uint8_t { kPath, kText, kLayout };

struct Marker {
  std::string id;
  Platform platform = kGenericPlatform;
  MarkerView view = MarkerView::kPath;
  EvidenceCategory category = EvidenceCategory::kKeyShape;
  MessageClass message_class = MessageClass::kNone;
  // Two people or more: the class is dm_1to1 or dm_group by their number.
  bool any_dm = false;
  double weight = 0;
  std::optional<double> vote;  // for the platform; absent: the weight
  std::vector<std::string> all;
  std::vector<std::string> none;
  std::vector<std::string> layouts;  // kLayout: names
  std::uint32_t least_headers = 2;
  std::uint32_t least_speakers = 1;
  // Literals that open the second level: in any key or text, in that case
  // only; those of a marker over paths in keys and short values. With `^` in
  // front, where a text begins; with `$` behind, where it ends.
  std::vector<std::string> triggers;
  std::string description;  // for a person: "the export's table of messages"
  std::string source;
  std::vector<std::string> finds;  // JSON records, or texts
  std::vector<std::string> ignores;
  std::string origin;  // "slack.toml:14"
};

// A place in a record's structure whose value is somebody who wrote or got the
// message.
struct ParticipantPath {
  std::string pattern;  // RE2 over a line of the path view, up to its `=`
};

class MarkerSet {
 public:
  // A marker of the same id is replaced in place.
  void add(Marker marker);
  void add_participant(ParticipantPath path) { participants_.push_back(std::move(path)); }
  // Names of keys whose value tells who collected or passed on a record.
  void add_provider_keys(const std::vector<std::string>& keys);
  // Somebody's own markers are among them, which nobody has checked.
  void set_unproven() { unproven_ = true; }
  [[nodiscard]] bool has_unproven() const { return unproven_; }
  // Weights by id, fitted on labelled records; unknown ids are kept for later.
  void set_weight(const std::string& id, double weight);
  [[nodiscard]] const std::map<std::string, double, std::less<>>& weights() const { return weights_; }

  [[nodiscard]] const std::vector<Marker>& markers() const { return markers_; }
  [[nodiscard]] const Marker& marker(MarkerIndex i) const { return markers_[static_cast<std::size_t>(i)]; }
  [[nodiscard]] const std::vector<ParticipantPath>& participants() const { return participants_; }
  [[nodiscard]] const std::vector<std::string>& provider_keys() const { return provider_keys_; }
  [[nodiscard]] int find(std::string_view id) const;
  // Replaces the weights of markers by those set, after all files are read.
  // False if a weight has no marker; its id in `unknown`.
  bool apply_weights(std::string* unknown);

 private:
  std::vector<Marker> markers_;
  std::vector<ParticipantPath> participants_;
  std::vector<std::string> provider_keys_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::map<std::string, double, std::less<>> weights_;
  bool unproven_ = false;
};

}  // namespace privet
