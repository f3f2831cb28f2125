// Ids of findings in a run: anchors made by workers, counted where rows come in
// order (gate/anchor.h says what they are made of). Ask for findings that fail
// the check and for no others, since they are counted.
#pragma once

#include <memory>
#include <string>

#include "cli/per_worker.h"
#include "gate/anchor.h"
#include "pipeline/worker.h"
#include "redact/keyed.h"
#include "report/finding_row.h"

namespace privet {

class FindingIds {
 public:
  //   keys: of --key-file, must outlive this; null: ids are made without a key
  explicit FindingIds(const Keyring* keys);
  ~FindingIds();

  // By many workers at a time; for the rows of a record in their order, while it
  // is the worker's.
  [[nodiscard]] Anchor anchor_of(const Worker& worker, const FindingRow& row);

  // One at a time, in the order of the run.
  [[nodiscard]] std::string id_of(const Anchor& anchor);

  // Baseline::key: which key it is, "" for none.
  [[nodiscard]] std::string key_name() const;

 private:
  struct Maker;

  const Keyring* keys_;
  PerWorker<Maker> makers_;
  std::unique_ptr<Maker> counter_;  // of the ordered side
  RunIds run_;
};

}  // namespace privet
