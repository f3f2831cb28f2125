// Everything that must hold of one record's scan and redaction, checked at
// once: for fuzz targets, and for records made at random.
//
//   ScanOracle oracle;
//   std::string wrong = oracle.check(RecordFormat::kJson, raw, {});
//   empty: all of this holds
//     - the fast path and the reference path find the same, judge it the same
//       private message for the same reasons, and write the same;
//     - the three spans of a finding, and of a conversation in a text, name the
//       same whole characters;
//     - the output is of the same structure, and differs only inside findings,
//       where what the operator writes stands and nothing else;
//     - keys that were different are different still;
//     - a second pass changes nothing and finds nothing to act on;
//     - a value that was hidden is no field's whole text in the output.
//   else: what does not hold, without any text of the record
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "pipeline/scan_record.h"
#include "redact/keyed.h"

namespace privet::test {

struct OracleOptions {
  Action action = Action::kReplace;  // of every entity
  KeysMode keys = KeysMode::kRedact;
  std::size_t mask_keep_last = 0;
  bool keep_reserved_ip = true;
  PlaceholderStyle style;
};

class ScanOracle {
 public:
  // The built-in rules, compiled for both paths; aborts if they do not.
  ScanOracle();
  ScanOracle(const ScanOracle&) = delete;
  ScanOracle& operator=(const ScanOracle&) = delete;

  [[nodiscard]] std::string check(RecordFormat format, std::string_view raw, const OracleOptions& options);
  // Only that both paths find the same, redaction aside.
  [[nodiscard]] std::string compare_paths(RecordFormat format, std::string_view raw);

  [[nodiscard]] const RuleSet& rules() const { return rules_; }
  // What the last record was judged to be; null if nothing made it worth that.
  [[nodiscard]] const Judgement* judgement() const {
    const Judgement& last = fast_->worker->original.judgement;
    return fast_->outcome.fate == RecordFate::kScanned && last.judged ? &last : nullptr;
  }
  // The last record as it was judged, and the folded texts of its fields.
  [[nodiscard]] const MessageJudge& judge() const { return *fast_->worker->original.judge; }
  [[nodiscard]] const RecordScan& scan() const { return fast_->worker->original; }
  [[nodiscard]] const MarkerSet& markers() const { return fast_->plan.messages.matcher->markers(); }

  // How many findings the last record had.
  [[nodiscard]] std::size_t findings() const { return findings_; }

 private:
  struct Side {
    std::optional<Matcher> matcher;
    std::optional<PathMatcher> paths;
    MessageDetection messages;
    FileContext context;
    ScanPlan plan;
    std::unique_ptr<Worker> worker;
    RecordOutcome outcome;
  };
  std::unique_ptr<Side> make_side(bool reference);
  void scan(Side& side, RecordFormat format, std::string_view raw) const;
  [[nodiscard]] std::string difference() const;

  RuleSet rules_;
  Keyring keys_;
  std::unique_ptr<Side> fast_, plain_;
  std::size_t findings_ = 0;
};

}  // namespace privet::test
