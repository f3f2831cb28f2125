// What stands beside the messages of a Slack export and says what they are.
//
//   export/channels.json  groups.json  dms.json  mpims.json
//   export/general/2024-03-01.json
//
// The lists name the folders: dms.json by id, the others by name. A folder in
// them settles where its messages are from, whatever they show themselves.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "input/inputs.h"

namespace privet {

class SlackExports {
 public:
  // "%export=slack.im\n" and the like, for FileContext::lines; empty if no list
  // tells. Lists are looked for above the input's own folder: in an INPUT
  // folder up to that folder and never above, for a file, or stdin by its name,
  // in the one folder above its own.
  std::string line_for(const Input& input);

  // Lists that are no lists, for stderr, a line each.
  [[nodiscard]] const std::string& notice() const { return notice_; }

 private:
  enum class Kind : std::uint8_t { kChannel, kPrivate, kMpim, kIm };
  using Folders = std::map<std::string, Kind>;

  const Folders& lists_in(const std::string& folder);
  bool read_list(const std::string& path, Kind kind, Folders& folders) const;

  std::map<std::string, Folders> seen_;  // by the folder that the lists are in
  std::string notice_;
};

}  // namespace privet
