#include "train/feature_choice.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "detect/names/feature_table.h"
#include "detect/names/model_layout.h"

namespace privet {
namespace {

// What was seen less often was learned by heart.
constexpr std::uint32_t kLeastSeen = 3;

// The last groups look for the last free slots: some are left, or they would look for long.
constexpr double kLoad = 0.985;

struct Use {
  std::uint32_t key, row;
  friend bool operator<(const Use& a, const Use& b) { return a.key < b.key; }
};

struct Worth {
  std::uint32_t key;
  float worth;
};

// The most worthy first.
std::vector<Worth> worth_of(const Sequences& data, const Rows& rows, const Weights& first) {
  std::vector<Use> uses;
  uses.reserve(data.keys.size() * kFeatures);
  for (std::size_t i = 0; i < data.keys.size(); ++i) {
    for (std::size_t f = 0; f < kFeatures; ++f) uses.push_back({data.keys[i][f], rows[i][f]});
  }
  std::sort(uses.begin(), uses.end());
  std::vector<Worth> worth;
  for (std::size_t i = 0; i < uses.size();) {
    std::size_t end = i;
    while (end < uses.size() && uses[end].key == uses[i].key) ++end;
    const auto seen = static_cast<std::uint32_t>(end - i);
    // What has no bits to be told by looks like a free slot.
    if (seen >= kLeastSeen && FeatureTable::check_of(uses[i].key) != 0) {
      const auto& row = first.rows[uses[i].row];
      const auto [low, high] = std::minmax_element(row.begin(), row.end());
      // What moves all labels alike decides nothing.
      worth.push_back({uses[i].key, (*high - *low) * std::sqrt(static_cast<float>(seen))});
    }
    i = end;
  }
  std::sort(worth.begin(), worth.end(),
            [](const Worth& a, const Worth& b) { return a.worth != b.worth ? a.worth > b.worth : a.key < b.key; });
  return worth;
}

// Gives every feature a slot, group by group, the largest first.
class Placer {
 public:
  explicit Placer(std::uint32_t slots) : moves_(FeatureTable::kGroups), checks_(slots), taken_(slots) {}

  void place(std::vector<std::uint32_t> group) {
    // Two of a group that land together do so wherever the group is moved to: one has to go.
    for (; !group.empty(); group.pop_back()) {
      for (std::uint32_t move = 0; move <= 0xFFFF; ++move) {
        if (fits(group, static_cast<FeatureTable::Move>(move))) return;
      }
    }
  }

  [[nodiscard]] std::string bytes() const {
    std::string out(FeatureTable::bytes_of(size()), '\0');
    std::memcpy(out.data(), moves_.data(), moves_.size() * sizeof moves_[0]);
    for (std::uint32_t i = 0; i < size(); ++i) {
      std::memcpy(out.data() + FeatureTable::bytes_of(i) + offsetof(FeatureSlot, check), &checks_[i],
                  sizeof checks_[i]);
    }
    return out;
  }

 private:
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(checks_.size()); }

  // Takes the group's slots if all are free and no two are one.
  bool fits(const std::vector<std::uint32_t>& group, FeatureTable::Move move) {
    std::size_t done = 0;
    for (; done < group.size(); ++done) {
      const std::uint32_t at = FeatureTable::place_of(group[done], move, size());
      if (taken_[at] != 0) break;
      taken_[at] = 1;
      checks_[at] = FeatureTable::check_of(group[done]);
    }
    if (done == group.size()) {
      moves_[FeatureTable::group_of(group[0])] = move;
      return true;
    }
    while (done > 0) {
      const std::uint32_t at = FeatureTable::place_of(group[--done], move, size());
      taken_[at] = 0;
      checks_[at] = 0;
    }
    return false;
  }

  std::vector<FeatureTable::Move> moves_;
  std::vector<std::uint16_t> checks_;
  std::vector<std::uint8_t> taken_;
};

}  // namespace

std::string choose_features(const Sequences& data, const Rows& rows, const Weights& first, std::uint32_t slots) {
  std::vector<Worth> worth = worth_of(data, rows, first);
  worth.resize(std::min<std::size_t>(worth.size(), static_cast<std::size_t>(slots * kLoad)));
  std::vector<std::vector<std::uint32_t>> groups(FeatureTable::kGroups);
  for (const Worth& one : worth) groups[FeatureTable::group_of(one.key)].push_back(one.key);
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
  Placer placer(slots);
  for (std::vector<std::uint32_t>& group : groups) placer.place(std::move(group));
  return placer.bytes();
}

}  // namespace privet
