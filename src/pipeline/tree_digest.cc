#include "pipeline/tree_digest.h"

#include <algorithm>

#include "base/check.h"

namespace privet {
namespace {

std::string_view bytes_of(const Sha256Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

void hash_blocks(StreamOffset begin, std::string_view text, Sha256& sha, BlockDigests& out) {
  out.blocks.clear();
  const std::size_t in_block = static_cast<std::size_t>(to_number(begin) % kDigestBlock);
  out.head = std::min(text.size(), in_block == 0 ? 0 : kDigestBlock - in_block);
  text.remove_prefix(out.head);
  while (text.size() >= kDigestBlock) {
    sha.add(text.substr(0, kDigestBlock));
    out.blocks.push_back(sha.finish());
    text.remove_prefix(kDigestBlock);
  }
}

void TreeDigest::add(std::string_view text, const BlockDigests& digests) {
  add_part(text.substr(0, digests.head));
  text.remove_prefix(digests.head);
  PRIVET_CHECK(in_block_ == 0 || (digests.blocks.empty() && text.empty()));
  for (const Sha256Digest& block : digests.blocks) blocks_.add(bytes_of(block));
  add_part(text.substr(digests.blocks.size() * kDigestBlock));
}

// Never past the end of the block.
void TreeDigest::add_part(std::string_view part) {
  if (part.empty()) return;
  block_.add(part);
  in_block_ += part.size();
  PRIVET_CHECK(in_block_ <= kDigestBlock);
  if (in_block_ < kDigestBlock) return;
  blocks_.add(bytes_of(block_.finish()));
  in_block_ = 0;
}

std::string TreeDigest::finish() {
  if (in_block_ != 0) blocks_.add(bytes_of(block_.finish()));
  in_block_ = 0;
  return "sha256-64k:" + to_hex(blocks_.finish());
}

}  // namespace privet
