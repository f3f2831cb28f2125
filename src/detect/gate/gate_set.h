// The gates of all rules, compiled to one pass over a text.
//
// Rules share gates: one Hyperscan scan for all literals, one enumeration of
// digit groups whose lengths are looked up in a hash table, one of mixed
// tokens. Adding a country adds a row to a table, not a pass.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"
#include "base/span.h"
#include "detect/gate/digit_table.h"
#include "detect/gate/literal_scanner.h"
#include "detect/gate/suspect.h"
#include "detect/gate/token_table.h"
#include "rule/rule_set.h"
#include "text/gates.h"
#include "text/masks.h"

namespace privet {

// A literal, in that case only, that opens the judging of private messages.
struct WatchedLiteral {
  std::string text;
  std::uint16_t marker = 0;  // whose it is
  bool at_begin = false;     // of a field
  bool at_end = false;
  bool short_only = false;  // in a field of at most kShortField bytes, or in JSON inside a string
};
inline constexpr std::size_t kShortField = 256;

// Whose literals stand in a record.
struct Openers {
  static constexpr std::size_t kMost = 64;
  std::vector<std::uint16_t> markers;  // each once, in no order
  std::uint32_t headers = 0;           // of messages; two open a record by themselves
  bool all = false;                    // too many to tell, or not asked: any may be there

  void add(std::uint16_t marker) {
    if (std::find(markers.begin(), markers.end(), marker) != markers.end()) return;
    all = all || markers.size() == kMost;
    if (!all) markers.push_back(marker);
  }
  void clear() {
    markers.clear();
    headers = 0;
    all = false;
  }
};

class GateSet {
 public:
  // Per-thread working memory.
  struct Scratch {
    ScanScratch literals, long_literals;
    std::vector<ScanHit> hits;
    CharMasks masks;
    std::vector<DigitGroup> groups;
    std::vector<MixedToken> tokens;
    std::vector<std::uint32_t> places;
    // What only opens the judging of private messages: a literal that is
    // watched for, or the layout of a transcript. Set, never cleared, by collect().
    bool watched = false;
    // Of the record so far; the caller clears them.
    Openers openers;
  };

  // What a rule wants of a number or token beside its gate.
  struct Picky {
    bool asks = false;  // collect() asks `wanted`
    // Gate::before_least, and the bytes of the gate's class (256 of them, which
    // must outlive the set): the farthest that must stand before the digits is one.
    const bool* before = nullptr;
    std::uint32_t least = 0;

    [[nodiscard]] bool has_room(std::string_view text, std::uint32_t at) const {
      return least == 0 || (at >= least && before[static_cast<std::uint8_t>(text[at - least])]);
    }
  };

  // Compiles the gates of all rules in `rules` that read this view.
  // `reference`: plain definitions only, no Hyperscan and no SIMD.
  // `may_begin`: whether a match of the rule's pattern may begin with this
  // byte; where it may not, no suspect need be given.
  using MayBegin = FunctionRef<bool(RuleIndex, char)>;
  //   watched: literals to report by Scratch::watched; empty: nothing is watched for
  //   picky: by RuleIndex; empty: no rule is
  static Result<GateSet> build(const RuleSet& rules, RuleView view, bool reference, MayBegin may_begin,
                               std::span<const WatchedLiteral> watched = {}, std::vector<Picky> picky = {});

  [[nodiscard]] Scratch make_scratch() const;

  // Whether a picky rule is to be told of a number or token that begins there.
  using Wanted = FunctionRef<bool(RuleIndex, std::uint32_t at)>;

  // Appends a suspect for every place where a gate opens. Order and repetition
  // are not defined. While `wanted` is asked, the scratch's masks are the text's,
  // but on the reference path.
  void collect(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
               Wanted wanted) const;
  // The same for the picky rules that ask, and only for these.
  void collect_picky(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                     Wanted wanted) const;
  void collect(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out) const {
    collect(field, text, scratch, out, [](RuleIndex, std::uint32_t) { return true; });
  }

 private:
  struct LeadGate {
    RuleIndex rule;
    char lead;  // '+' or '0' for "00"
    std::uint8_t min_digits, max_digits;
  };
  struct AtGate {
    RuleIndex rule;
    std::string rest;  // of the literal, after the "@"
    bool cased;
  };
  struct LiteralGate {
    RuleIndex rule;
    std::uint32_t size;  // of the literal, so that the hit is its first byte; 0 for a regex
  };

  // A question about a place, put to all rules or to the picky ones alone.
  struct Question {
    Wanted wanted;
    bool picky_only = false;
  };

  GateSet() = default;
  void add_digits(RuleIndex rule, const Gate& gate, std::uint16_t first_digits);
  void collect_at_signs(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out) const;
  void collect_anywhere(FieldIndex field, Bytes<ViewSpace> text, std::vector<Suspect>& out) const;
  void collect_literals(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out) const;
  void collect_digits(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                      const Question& question) const;
  void collect_tokens(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                      const Question& question) const;
  [[nodiscard]] bool is_wanted(RuleIndex rule, std::string_view text, std::uint32_t at,
                               const Question& question) const {
    const Picky& picky = picky_[index(rule)];
    return picky.has_room(text, at) && (picky.asks ? question.wanted(rule, at) : !question.picky_only);
  }
  void collect_network(const CharSummary& has, FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch,
                       std::vector<Suspect>& out) const;

  LiteralScanner scanner_;       // none of the members changes after build()
  LiteralScanner long_scanner_;  // of texts in which nothing `short_only` opens
  // Rules of users that give no gate: tried where a word begins, and at every
  // other character that is no space.
  std::vector<RuleIndex> anywhere_;
  std::vector<std::vector<LiteralGate>> literals_;  // by scan id
  std::vector<AtGate> at_signs_;                    // literals that begin with "@": the masks have found it already
  DigitTable signatures_;
  std::vector<LeadGate> leads_;
  TokenTable tokens_;
  std::vector<RuleIndex> ip4_, ip6_, mac_;
  // A literal that is watched for, of which the piece from `offset` on is
  // scanned for.
  struct Watch {
    WatchedLiteral literal;
    std::uint32_t offset, piece;
  };
  [[nodiscard]] static bool stands(const Watch& watch, std::string_view text, std::uint32_t piece_end);
  void watch_layout(std::string_view text, Scratch& scratch) const;

  std::vector<std::vector<Watch>> watches_;  // by scan id
  std::vector<Picky> picky_;                 // by RuleIndex
  bool watching_ = false;
  bool reference_ = false;
};

}  // namespace privet
