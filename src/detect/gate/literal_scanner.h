// Finds where the literals and regular expressions of gates end, all in one
// pass over a text: Hyperscan, or its plain twin for the reference path.
//
// Hyperscan finds suspects, it does not match: cores are short and rare, ends
// come unsorted and more than once, no start of match is asked for.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace privet {

struct ScanPattern {
  std::string text;  // a literal, or a regular expression in Hyperscan syntax
  bool literal = true;
  bool cased = false;    // ASCII letters in that case only; of literals
  std::uint32_t id = 0;  // what a hit reports
};

struct ScanHit {
  std::uint32_t id = 0;
  std::uint32_t end = 0;  // offset just after the last byte
  friend auto operator<=>(const ScanHit&, const ScanHit&) = default;
};

// Per-thread working memory of a scanner.
class ScanScratch {
 public:
  ScanScratch();
  ~ScanScratch();
  ScanScratch(ScanScratch&&) noexcept;
  ScanScratch& operator=(ScanScratch&&) noexcept;

 private:
  friend class LiteralScanner;
  struct State;
  std::unique_ptr<State> state_;
};

class LiteralScanner {
 public:
  // No patterns: a scanner that finds nothing.
  static Result<LiteralScanner> compile(std::span<const ScanPattern> patterns, bool reference);

  LiteralScanner();
  LiteralScanner(LiteralScanner&&) noexcept;
  LiteralScanner& operator=(LiteralScanner&&) noexcept;
  ~LiteralScanner();

  [[nodiscard]] ScanScratch make_scratch() const;

  // Appends every end of every match; order and repetition are not defined.
  void scan(std::string_view text, ScanScratch& scratch, std::vector<ScanHit>& out) const;

  [[nodiscard]] bool empty() const;

 private:
  struct Database;
  explicit LiteralScanner(std::unique_ptr<Database> database);
  std::unique_ptr<Database> database_;
};

}  // namespace privet
