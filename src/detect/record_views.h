// The folded views of one record's fields.
//
// Most fields need no folding and are their own view; only the others take
// room here. Valid until the worker's next record.
#pragma once

#include <algorithm>
#include <vector>

#include "base/ids.h"
#include "record/record.h"
#include "text/view.h"

namespace privet {

class RecordViews {
 public:
  void begin(const Record& record) {
    record_ = &record;
    folded_.clear();
  }
  // Fields in ascending order. Borrowed views need not be added.
  void add(FieldIndex field, const View& view) { folded_.push_back({field, view}); }

  [[nodiscard]] const Record& record() const { return *record_; }
  [[nodiscard]] View view_of(FieldIndex field) const {
    const auto it = std::lower_bound(folded_.begin(), folded_.end(), field,
                                     [](const Folded& f, FieldIndex at) { return f.field < at; });
    if (it != folded_.end() && it->field == field) return it->view;
    return View{Bytes<ViewSpace>(record_->text(record_->field(field)).text()), {}};
  }

 private:
  struct Folded {
    FieldIndex field;
    View view;
  };
  const Record* record_ = nullptr;
  std::vector<Folded> folded_;
};

}  // namespace privet
