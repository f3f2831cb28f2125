#include "pipeline/message_counts.h"

#include <algorithm>
#include <tuple>

namespace privet {

std::uint64_t MessageCounts::private_messages() const {
  std::uint64_t sum = 0;
  for (const std::uint64_t n : by_platform) sum += n;
  return sum;
}

std::uint64_t MessageCounts::left_out() const {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < by_action.size(); ++i)
    sum += leaves_out(static_cast<MessageAction>(i)) ? by_action[i] : 0;
  return sum;
}

void MessageCounts::add(const MessageCounts& other) {
  judged += other.judged;
  embedded += other.embedded;
  for (std::size_t i = 0; i < by_class.size(); ++i) by_class[i] += other.by_class[i];
  for (std::size_t i = 0; i < by_platform.size(); ++i) by_platform[i] += other.by_platform[i];
  for (std::size_t i = 0; i < by_action.size(); ++i) by_action[i] += other.by_action[i];
  for (std::size_t i = 0; i < by_decision.size(); ++i) by_decision[i] += other.by_decision[i];
}

std::string ProviderCounts::name_of(std::string_view key, std::string_view value, MessageClass message_class) {
  std::string name(1, static_cast<char>(message_class));
  name += key;
  name.push_back('\0');
  name += value;
  return name;
}

void ProviderCounts::count(std::string_view key, std::string_view value, MessageClass message_class, std::uint64_t by) {
  const auto [place, added] = places_.try_emplace(name_of(key, value, message_class), list_.size());
  if (added) {
    list_.push_back({std::string(key), std::string(value), message_class, 0});
    named_ += value == kOtherProviders ? 0 : 1;
  }
  list_[place->second].count += by;
}

void ProviderCounts::merge(const ProviderCounts& later) {
  for (const Provider& one : later.list_) {
    const bool room = named_ < kMostProviders || places_.contains(name_of(one.key, one.value, one.message_class));
    count(one.key, room ? one.value : kOtherProviders, one.message_class, one.count);
  }
}

void ProviderCounts::clear() {
  list_.clear();
  places_.clear();
  named_ = 0;
}

std::vector<Provider> ProviderCounts::sorted() const {
  std::vector<Provider> out = list_;
  std::sort(out.begin(), out.end(), [](const Provider& a, const Provider& b) {
    return std::tie(a.message_class, a.key, a.value) < std::tie(b.message_class, b.key, b.value);
  });
  return out;
}

}  // namespace privet
