#include "report/dolma.h"

#include <algorithm>
#include <charconv>

#include "report/score.h"

namespace privet {
namespace {

constexpr std::size_t kMany = 10'000;
constexpr std::size_t kUsualBytes = 26;  // of [12345678,12345690,0.95] and a comma

void append_number(std::uint32_t value, std::string& out) {
  char digits[16];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_span(const AttributeSpan& span, std::string& out) {
  out.push_back('[');
  append_number(span.begin, out);
  out.push_back(',');
  append_number(span.end, out);
  out.push_back(',');
  append_score(span.score, out);
  out.push_back(']');
}

// One key's spans, in order of their beginnings, and what overlaps made one.
class SpanWriter {
 public:
  explicit SpanWriter(std::string& out) : out_(out) { out_.push_back('['); }

  void add(const AttributeSpan& span) {
    if (open_ && span.begin < last_.end) {
      last_.end = std::max(last_.end, span.end);
      last_.score = std::max(last_.score, span.score);
      return;
    }
    flush();
    last_ = span;
    open_ = true;
  }

  void finish() {
    flush();
    out_.push_back(']');
  }

 private:
  void flush() {
    if (!open_) return;
    if (any_) out_.push_back(',');
    any_ = true;
    append_span(last_, out_);
  }

  std::string& out_;
  AttributeSpan last_;
  bool open_ = false;  // last_ is one that is not written yet
  bool any_ = false;
};

}  // namespace

void append_attributes(std::string_view id, std::span<const std::string> entities, std::span<AttributeSpan> spans,
                       const std::optional<AttributeSpan>& whole, std::string& out) {
  // Of very many, all at once: while it grew it would be there twice.
  if (spans.size() > kMany) out.reserve(out.size() + 2 * spans.size() * kUsualBytes);
  out += R"({"id":)";
  out += id;
  out += R"(,"attributes":{"privet__redact__any":)";
  std::sort(spans.begin(), spans.end(),
            [](const AttributeSpan& a, const AttributeSpan& b) { return a.begin < b.begin; });
  SpanWriter any(out);
  for (const AttributeSpan& span : spans) {
    if (span.hidden) any.add(span);
  }
  any.finish();
  std::sort(spans.begin(), spans.end(), [&](const AttributeSpan& a, const AttributeSpan& b) {
    if (a.entity != b.entity) return entities[a.entity] < entities[b.entity];
    return a.begin < b.begin;
  });
  for (auto first = spans.begin(); first != spans.end();) {
    const auto end =
        std::find_if(first, spans.end(), [&](const AttributeSpan& s) { return s.entity != first->entity; });
    out += R"(,"privet__entity__)";
    out += entities[first->entity];
    out += R"(":)";
    SpanWriter of_entity(out);
    std::for_each(first, end, [&](const AttributeSpan& span) { of_entity.add(span); });
    of_entity.finish();
    first = end;
  }
  if (whole) {
    out += R"(,"privet__record__)";
    out += entities[whole->entity];
    out += R"(":[)";
    append_span(*whole, out);
    out.push_back(']');
  }
  out += "}}";
}

}  // namespace privet
