// Keys whose values are persons' names: "sender_name", {"user": {"name": …}},
// "vorname" beside "nachname".
#pragma once

#include <cstdint>
#include <string_view>

#include "base/string_hash.h"

namespace privet {

enum class KeyRole : std::uint8_t {
  kNone,
  kName,    // "name", "from", "owner": of a person, if something else says so
  kPerson,  // "author", "patient": of a person, or of a firm that acts as one
  kSure,    // "sender_name", "full_name"
  kGiven,
  kFamily,
};

struct NameKey {
  KeyRole role = KeyRole::kNone;
  bool person_above = false;   // {"user": {"name": …}}
  bool person_beside = false;  // {"email": …, "name": …}
};

// Of a key as it stands in the record, decoded.
[[nodiscard]] NameKey name_key(std::string_view key);

// One per worker: a corpus has few different keys.
class NameKeys {
 public:
  NameKey of(std::string_view key);

 private:
  StringMap<NameKey> known_;
};

}  // namespace privet
