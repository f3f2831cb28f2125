// GitLab's Code Quality report: one array, an object a finding.
//
//   [{"description":"EMAIL_ADDRESS in '/text' (the value is not shown). Baseline id: 0123456789ab.",
//     "check_name":"email.address","fingerprint":"0123456789ab.5f2a3c1e.1","severity":"major",
//     "location":{"path":"x/a.jsonl","lines":{"begin":12,"end":12}}},
//   …]
//
// GitLab tells what a merge request adds and takes away by fingerprints, and
// shows one of equal ones: so ours is the baseline's id, a mark of the file, and
// which time the file holds it. Severity is critical, major or minor; info for
// values that nobody can own.
#pragma once

#include <string>

#include "report/check_finding.h"
#include "report/repeated_ids.h"

namespace privet {

class GitlabWriter {
 public:
  // Everything is appended to `out`, which the caller may empty between calls.
  explicit GitlabWriter(std::string& out) : out_(out) { out_ += "["; }
  void add(const CheckFinding& finding);
  void finish() { out_ += any_ ? "\n]\n" : "]\n"; }

 private:
  std::string& out_;
  RepeatedIds ids_;
  bool any_ = false;
};

}  // namespace privet
