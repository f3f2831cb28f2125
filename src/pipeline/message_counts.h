// What a run saw of private messages, in numbers: for the ledger.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "pipeline/message_action.h"
#include "rule/message_kind.h"
#include "rule/policy.h"

namespace privet {

// Sums, as Counts.
struct MessageCounts {
  std::uint64_t judged = 0;                                      // records that were looked at twice
  std::uint64_t embedded = 0;                                    // conversations inside other records
  std::array<std::uint64_t, kMessageClasses.size()> by_class{};  // of those judged: private, or why not
  std::array<std::uint64_t, kPlatforms.size()> by_platform{};    // of those that are private

  std::array<std::uint64_t, kMessageActions> by_action{};  // likewise; what was done with them
  std::array<std::uint64_t, kDecisions> by_decision{};     // likewise, of a policy; without one all zero

  [[nodiscard]] std::uint64_t private_messages() const;
  [[nodiscard]] std::uint64_t left_out() const;
  void add(const MessageCounts& other);
};

// Who private messages came from: values of keys such as "source", by class.
inline constexpr std::size_t kMostProviders = 1000;
inline constexpr std::string_view kOtherProviders = "(others)";

struct Provider {
  std::string key;
  std::string value;
  MessageClass message_class = MessageClass::kNone;
  std::uint64_t count = 0;
};

// In the order in which they came. Unlike sums this depends on the order in
// which parts are merged, which must be the input's.
class ProviderCounts {
 public:
  // Any number: the caller's input is bounded.
  void count(std::string_view key, std::string_view value, MessageClass message_class, std::uint64_t by = 1);
  // Of different ones kMostProviders are kept, the first; the rest is
  // kOtherProviders, by key and class.
  void merge(const ProviderCounts& later);
  void clear();

  [[nodiscard]] const std::vector<Provider>& list() const { return list_; }
  // By class, key and value.
  [[nodiscard]] std::vector<Provider> sorted() const;

 private:
  [[nodiscard]] static std::string name_of(std::string_view key, std::string_view value, MessageClass message_class);

  std::vector<Provider> list_;
  std::unordered_map<std::string, std::size_t> places_;
  std::size_t named_ = 0;  // in the list, but for kOtherProviders
};

}  // namespace privet
