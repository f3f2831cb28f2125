// Who took part, by a record's structure: which lines of the path view name
// somebody, and what a name looks like there.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/path_view.h"
#include "record/record.h"
#include "rule/marker.h"

namespace privet {

class ParticipantFinder {
 public:
  // Fails on a pattern that does not compile.
  static Result<ParticipantFinder> build(const MarkerSet& markers);
  ParticipantFinder(ParticipantFinder&&) noexcept;
  ~ParticipantFinder();

  // Appends the leaves that name a participant.
  void find(const Record& record, const PathView& paths, std::vector<FieldIndex>& out) const;

 private:
  struct Patterns;
  explicit ParticipantFinder(std::unique_ptr<Patterns> patterns);
  std::unique_ptr<Patterns> patterns_;
};

enum class NameForm { kNone, kPerson, kNickname };
// A person's name or a user name; none for addresses, numbers, ids, roles.
[[nodiscard]] NameForm name_form(std::string_view value);

}  // namespace privet
