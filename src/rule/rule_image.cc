#include "rule/rule_image.h"

#include <bit>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/check.h"
#include "base/prepared.h"

namespace privet {
namespace {

// Both take members one after the other, so one list of them serves for both ways.
class ImageWriter {
 public:
  template <class... Members>
  void all(const Members&... members) {
    (one(members), ...);
  }
  std::string take() { return out_.take(); }

 private:
  template <class T>
  void one(const T& value) {
    if constexpr (std::is_floating_point_v<T>) {
      const auto bits = std::bit_cast<std::uint64_t>(static_cast<double>(value));
      out_.number(static_cast<std::uint32_t>(bits)).number(static_cast<std::uint32_t>(bits >> 32));
    } else {
      static_assert(sizeof(T) <= sizeof(std::uint32_t));
      out_.number(static_cast<std::uint32_t>(value));
    }
  }
  void one(const std::string& value) { out_.text(value); }
  void one(const std::optional<double>& value) { all(value.has_value(), value.value_or(0)); }
  template <class T>
  void one(const std::vector<T>& values) {
    out_.number(static_cast<std::uint32_t>(values.size()));
    for (const T& value : values) one(value);
  }

  PieceWriter out_;
};

class ImageReader {
 public:
  explicit ImageReader(std::string_view image) : in_(image) {}

  template <class... Members>
  void all(Members&... members) {
    (one(members), ...);
  }
  [[nodiscard]] bool at_end() const { return in_.at_end(); }

 private:
  template <class T>
  void one(T& value) {
    if constexpr (std::is_floating_point_v<T>) {
      const std::uint64_t low = in_.number();
      value = static_cast<T>(std::bit_cast<double>(std::uint64_t{in_.number()} << 32 | low));
    } else {
      value = static_cast<T>(in_.number());
    }
  }
  void one(std::string& value) { value = in_.text(); }
  void one(std::optional<double>& value) {
    bool there = false;
    double number = 0;
    all(there, number);
    if (there) value = number;
  }
  template <class T>
  void one(std::vector<T>& values) {
    values.resize(in_.number());
    for (T& value : values) one(value);
  }

  PieceReader in_;
};

// Every member of a rule but `entity`, which is a number of one set only, and
// the files of terms.
template <class Image, class AnyRule>
void members(Image& image, AnyRule& r) {
  image.all(r.id, r.view, r.prove, r.validator, r.score, r.strength, r.official, r.off, r.region, r.tells_region,
            r.field_names, r.description, r.source, r.finds, r.ignores, r.origin);
  image.all(r.gate.kind, r.gate.literals, r.gate.cased, r.gate.regex, r.gate.shapes, r.gate.before, r.gate.before_bytes,
            r.gate.before_least);
  image.all(r.gate.digits.groups, r.gate.digits.tokens, r.gate.digits.lead, r.gate.digits.min_digits,
            r.gate.digits.max_digits);
  image.all(r.cues.words, r.cues.window, r.cues.boost, r.cues.needed);
}

template <class Image, class AnyMarker>
void marker_members(Image& image, AnyMarker& m) {
  image.all(m.id, m.platform, m.view, m.category, m.message_class, m.any_dm, m.weight, m.vote, m.all, m.none, m.layouts,
            m.least_headers, m.least_speakers, m.triggers, m.description, m.source, m.finds, m.ignores, m.origin);
}

}  // namespace

std::string write_image(const RuleSet& rules) {
  ImageWriter image;
  for (const Rule& rule : rules.rules()) {
    PRIVET_CHECK(rule.terms == nullptr && rule.allowed == nullptr);
    image.all(rules.entity(rule.entity));
    members(image, rule);
  }
  return image.take();
}

void read_image(std::string_view bytes, RuleSet& rules) {
  ImageReader image(bytes);
  while (!image.at_end()) {
    std::string entity;
    Rule rule;
    image.all(entity);
    members(image, rule);
    rules.add(std::move(rule), entity);
  }
}

std::string write_image(const MarkerSet& markers) {
  ImageWriter image;
  std::vector<std::string> participants;
  for (const ParticipantPath& path : markers.participants()) participants.push_back(path.pattern);
  image.all(participants, markers.provider_keys());
  image.all(static_cast<std::uint32_t>(markers.weights().size()));
  for (const auto& [id, weight] : markers.weights()) image.all(id, weight);
  for (const Marker& marker : markers.markers()) marker_members(image, marker);
  return image.take();
}

void read_image(std::string_view bytes, MarkerSet& markers) {
  ImageReader image(bytes);
  std::vector<std::string> participants;
  std::vector<std::string> provider_keys;
  std::uint32_t weights = 0;
  image.all(participants, provider_keys, weights);
  for (std::string& pattern : participants) markers.add_participant({std::move(pattern)});
  markers.add_provider_keys(provider_keys);
  for (std::uint32_t i = 0; i < weights; ++i) {
    std::string id;
    double weight = 0;
    image.all(id, weight);
    markers.set_weight(id, weight);
  }
  while (!image.at_end()) {
    Marker marker;
    marker_members(image, marker);
    markers.add(std::move(marker));
  }
}

}  // namespace privet
