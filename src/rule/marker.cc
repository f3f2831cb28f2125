#include "rule/marker.h"

namespace privet {

void MarkerSet::add(Marker marker) {
  const auto [it, added] = by_id_.try_emplace(marker.id, markers_.size());
  if (added) {
    markers_.push_back(std::move(marker));
  } else {
    markers_[it->second] = std::move(marker);
  }
}

void MarkerSet::add_provider_keys(const std::vector<std::string>& keys) {
  provider_keys_.insert(provider_keys_.end(), keys.begin(), keys.end());
}

void MarkerSet::set_weight(const std::string& id, double weight) { weights_[id] = weight; }

int MarkerSet::find(std::string_view id) const {
  const auto it = by_id_.find(id);
  return it == by_id_.end() ? -1 : static_cast<int>(it->second);
}

bool MarkerSet::apply_weights(std::string* unknown) {
  bool all = true;
  for (const auto& [id, weight] : weights_) {
    const int at = find(id);
    if (at >= 0) {
      markers_[static_cast<std::size_t>(at)].weight = weight;
    } else if (all) {
      all = false;
      if (unknown != nullptr) *unknown = id;
    }
  }
  return all;
}

}  // namespace privet
