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

struct Use {
  std::uint32_t key, row;
  friend bool operator<(const Use& a, const Use& b) { return a.key < b.key; }
};

struct Worth {
  std::uint32_t key;
  float worth;
};

}  // namespace

std::string choose_features(const Sequences& data, const Rows& rows, const Weights& first, std::uint32_t buckets) {
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
    if (seen >= kLeastSeen) {
      const auto& row = first.rows[uses[i].row];
      const auto [low, high] = std::minmax_element(row.begin(), row.end());
      // What moves all labels alike decides nothing.
      worth.push_back({uses[i].key, (*high - *low) * std::sqrt(static_cast<float>(seen))});
    }
    i = end;
  }
  std::sort(worth.begin(), worth.end(),
            [](const Worth& a, const Worth& b) { return a.worth != b.worth ? a.worth > b.worth : a.key < b.key; });
  std::vector<FeatureBucket> table(buckets);
  std::memset(static_cast<void*>(table.data()), 0, table.size() * sizeof(FeatureBucket));
  std::vector<std::uint8_t> used(buckets);
  for (const Worth& one : worth) {
    const std::uint32_t at = FeatureTable::bucket_of(one.key, buckets);
    FeatureBucket& bucket = table[at];
    const std::uint16_t check = FeatureTable::check_of(one.key);
    if (used[at] == FeatureBucket::kRows || check == 0) continue;  // 0 is what an empty row has
    if (std::find(bucket.check, bucket.check + used[at], check) != bucket.check + used[at]) continue;
    bucket.check[used[at]++] = check;
  }
  std::string bytes(table.size() * sizeof(FeatureBucket) + kModelPadding, '\0');
  std::memcpy(bytes.data(), table.data(), table.size() * sizeof(FeatureBucket));
  return bytes;
}

}  // namespace privet
