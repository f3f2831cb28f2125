// The cue words of all rules, found around a place in one look.
//
// A number may be claimed by the rules of a dozen countries, and each would read
// the same sixty bytes for its own words. Here they are read once. What counts is
// what CueMatcher (cues.h) defines, rule by rule; the tests compare the two.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/span.h"
#include "base/string_hash.h"
#include "rule/rule_set.h"
#include "text/casefold.h"
#include "text/masks.h"

namespace privet {

// What stands around one place. Reused from place to place.
struct CueHits {
  struct Hit {
    Span<ViewSpace> place;
    std::uint32_t cue;  // its number in the index
  };
  std::vector<Hit> hits;
  Span<ViewSpace> covered;  // where all cues are known

  std::string folded;  // working memory
  std::vector<CaseFoldedWord> words;
};

class CueIndex {
 public:
  CueIndex() = default;
  explicit CueIndex(const RuleSet& rules) : CueIndex(rules, std::vector<bool>(rules.rules().size(), true)) {}
  // Of the rules that are `asked`, by RuleIndex: the fewer cues, the quicker a look.
  CueIndex(const RuleSet& rules, const std::vector<bool>& asked);

  // Finds all cues that may speak for a value that begins at `at` or up to
  // kMostBefore bytes before it, and ends at most kLongestValue bytes behind it.
  static constexpr std::uint32_t kMostBefore = 24;
  static constexpr std::uint32_t kLongestValue = 40;
  // Most words are told apart by their length and beginning, without reading them.
  //   masks: of the text
  void look(std::string_view text, const MaskWords& masks, std::uint32_t at, CueHits& hits) const;

  // Finds all cues that stand wholly in a stretch of the text.
  void look_between(std::string_view text, Span<ViewSpace> where, CueHits& hits) const;
  // Calls `use` for the rules that a cue in `hits` speaks for, perhaps more than once.
  void for_each_rule(const CueHits& hits, FunctionRef<void(RuleIndex)> use) const;

  // CueMatcher::weight_near(). Looks where `hits` do not cover what it has to know; only
  // `hits` of the same text or with nothing covered are of use.
  [[nodiscard]] std::uint32_t weight_near(RuleIndex rule, std::string_view text, Span<ViewSpace> span,
                                          CueHits& hits) const;

  // False if weight_near() is 0 for every value that look() foresaw.
  [[nodiscard]] bool may_be_near(RuleIndex rule, const CueHits& hits) const;

 private:
  struct Use {
    RuleIndex rule;
    std::uint32_t window;
  };
  struct Cue {
    std::string rest;        // of a phrase: "free here", folded, behind the first word
    std::uint32_t size = 0;  // bytes of all of it, folded
    std::vector<Use> uses;
  };
  [[nodiscard]] Span<ViewSpace> around(std::string_view text, std::uint32_t at) const;
  void find_words(CueHits& hits) const;
  void find_word(std::size_t word, CueHits& hits, FunctionRef<bool(std::uint32_t)> more) const;
  static bool add_next_word(std::string_view text, std::uint32_t at, CueHits& hits);
  void find_word_at(std::string_view text, std::uint32_t at, CueHits& hits) const;
  void find_in_ascii(std::string_view text, const MaskWords& masks, CueHits& hits) const;
  void find_in_non_ascii(std::string_view text, const MaskWords& masks, CueHits& hits) const;
  void find_unspaced(std::string_view text, CueHits& hits) const;
  void find_unspaced_at(std::string_view seen, std::uint32_t at, CueHits& hits) const;
  void add_sketches(std::string_view word, std::string_view rest);
  [[nodiscard]] bool may_begin(std::size_t sketch, std::string_view behind) const;

  std::vector<std::uint32_t> windows_;  // by RuleIndex; 0: it has no cues
  std::vector<Cue> cues_;
  // The cues that begin with a word: the word itself, and phrases. A table of
  // their hashes, a power of two and never half full; looks are rare, and each
  // probe of a map of strings was a miss of the caches.
  struct Word {
    std::uint64_t hash = 0;              // 0: free
    std::uint32_t first = 0, count = 0;  // in starts_
  };
  std::vector<Word> words_;
  std::vector<std::uint32_t> starts_;  // cues
  void build_words(const StringMap<std::vector<std::uint32_t>>& by_word);
  [[nodiscard]] std::span<const std::uint32_t> cues_of(std::string_view word) const;
  // By a hash of how a word of words_ begins and its length: cues by themselves,
  // words that begin phrases, and these with the first byte of the next word.
  std::vector<std::uint64_t> words_alone_, phrases_, pairs_;
  struct Unspaced {
    std::string head;  // in ASCII: "sim"
    std::string text;  // from the first other character on
    std::uint32_t cue;
  };
  std::vector<Unspaced> unspaced_;         // sorted by text
  std::vector<bool> unspaced_beginnings_;  // by their first two bytes
  std::uint32_t widest_ = 0;
};

}  // namespace privet
