#include "cli/finding_ids.h"

#include "redact/digest.h"

namespace privet {
namespace {

// Under the key, or plain: not for many threads at once.
class IdHash {
 public:
  explicit IdHash(const Keyring* keys) : keys_(keys) {}
  std::array<std::uint8_t, 32> operator()(std::string_view text) {
    if (keys_ != nullptr) return keys_->anchor(text);
    plain_.add(text);
    return plain_.finish();
  }

 private:
  const Keyring* keys_;
  Sha256 plain_;
};

}  // namespace

struct FindingIds::Maker {
  explicit Maker(const Keyring* keys) : hash(keys) {}
  AnchorMaker anchors;
  IdHash hash;
};

FindingIds::FindingIds(const Keyring* keys) : keys_(keys), counter_(std::make_unique<Maker>(keys)) {}
FindingIds::~FindingIds() = default;

Anchor FindingIds::anchor_of(const Worker& worker, const FindingRow& row) {
  Maker& maker = makers_.of(worker, [this] { return std::make_unique<Maker>(keys_); });
  return maker.anchors.anchor_of(worker.original.record, worker.records, {row.entity, row.pointer, row.is_key},
                                 maker.hash);
}

std::string FindingIds::id_of(const Anchor& anchor) { return run_.id_of(anchor, counter_->hash); }

std::string FindingIds::key_name() const { return keys_ == nullptr ? std::string() : keys_->anchor_key_name(); }

}  // namespace privet
