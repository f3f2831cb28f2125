// A span of one text must not serve as a span of another. Compiles as it is;
// must not with MUST_NOT_COMPILE.
#include "base/offset_map.h"

using namespace privet;

Span<RecordSpace> hide(const OffsetMap<RecordSpace, FieldSpace>& escapes,
                       const OffsetMap<FieldSpace, ViewSpace>& folding, Span<ViewSpace> hit) {
#ifdef MUST_NOT_COMPILE
  return escapes.to_source(hit);
#else
  return escapes.to_source(folding.to_source(hit));
#endif
}
