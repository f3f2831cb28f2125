#include "cli/packed_finding.h"

#include <cmath>

#include "base/prepared.h"

namespace privet {
namespace {

// What there is of each kind, in one order for both ways.
template <class Packed>
auto numbers(Packed& p) {
  return std::array{&p.finding.line, &p.finding.column, &p.finding.end_line, &p.finding.end_column};
}
template <class Packed>
auto flags(Packed& p) {
  return std::array{&p.finding.reserved, &p.finding.embedded, &p.finding.is_key, &p.anchor.few_words};
}
template <class Packed>
auto texts(Packed& p) {
  auto& f = p.finding;
  return std::array{&f.file,          &f.pointer,  &f.rule,   &f.entity,   &f.shape, &f.region,
                    &f.message_class, &f.platform, &f.policy, &f.strength, &f.value, &p.anchor.id};
}

}  // namespace

void pack(const PackedFinding& packed, std::string& out) {
  PieceWriter row;
  for (const std::uint64_t* number : numbers(packed))
    row.number(static_cast<std::uint32_t>(*number)).number(static_cast<std::uint32_t>(*number >> 32));
  row.number(static_cast<std::uint32_t>(std::lround(packed.finding.score * 10'000)));
  for (const bool* flag : flags(packed)) row.number(*flag ? 1 : 0);
  for (const std::string* text : texts(packed)) row.text(*text);
  row.number(static_cast<std::uint32_t>(packed.rules.size()));
  for (const std::uint32_t rule : packed.rules) row.number(rule);
  out += row.take();
}

PackedFinding unpack(std::string_view bytes) {
  PieceReader row(bytes);
  PackedFinding packed;
  for (std::uint64_t* number : numbers(packed)) {
    const std::uint64_t low = row.number();
    *number = std::uint64_t{row.number()} << 32 | low;
  }
  packed.finding.score = row.number() / 10'000.0;
  for (bool* flag : flags(packed)) *flag = row.number() != 0;
  for (std::string* text : texts(packed)) *text = row.text();
  packed.rules.resize(row.number());
  for (std::uint32_t& rule : packed.rules) rule = row.number();
  return packed;
}

}  // namespace privet
