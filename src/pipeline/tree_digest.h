// What names an input's content in the ledger: a SHA-256 that many threads can
// compute.
//
// "sha256-64k:HEX": the SHA-256 of the SHA-256s (32 bytes each) of the text's
// blocks of 65,536 bytes, the last one shorter, none if the text is empty. The
// text is the uncompressed one. So anyone can check it:
//
//   zcat x.gz | split -b 64K --filter='openssl dgst -sha256 -binary' | sha256sum
//
// Plain SHA-256 in the ordered stage would halve the speed of two threads. Here
// workers hash the blocks that lie wholly in a batch, and only the one that two
// batches share is left to the ordered stage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "redact/digest.h"

namespace privet {

inline constexpr std::size_t kDigestBlock = std::size_t{64} << 10;

// The whole blocks in a stretch of the text, hashed.
struct BlockDigests {
  std::size_t head = 0;  // bytes before the first whole block
  std::vector<Sha256Digest> blocks;
};
// Any thread; `sha` is its own and between texts.
void hash_blocks(StreamOffset begin, std::string_view text, Sha256& sha, BlockDigests& out);

class TreeDigest {
 public:
  // The next stretch, in order.
  void add(std::string_view text, const BlockDigests& digests);
  // "sha256-64k:..." of all; begins anew.
  [[nodiscard]] std::string finish();

 private:
  void add_part(std::string_view part);

  Sha256 blocks_;
  Sha256 block_;
  std::size_t in_block_ = 0;  // bytes of the unfinished block
};

}  // namespace privet
