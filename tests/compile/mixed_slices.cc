// A text is sliced with its own offsets only. Compiles as it is; must not with
// MUST_NOT_COMPILE.
#include "base/span.h"

using namespace privet;

std::string_view value(Bytes<FieldSpace> field, Bytes<ViewSpace> view, Span<ViewSpace> span) {
#ifdef MUST_NOT_COMPILE
  (void)view;
  return field.slice(span);
#else
  (void)field;
  return view.slice(span);
#endif
}
