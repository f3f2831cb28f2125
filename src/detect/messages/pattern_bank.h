// Many patterns, few of which occur: which are found in a text, and where
// first.
//
// Of each pattern texts are known of which a match holds one (Pattern::
// required()); one pass finds those, and only patterns whose texts are there
// are tried (pattern_pieces.h), near them (pattern_search.h). Every try is linear in the text.
//
// Compiling some hundred patterns takes longer than scanning a small file, and
// most are never tried: each is compiled when it first is, once for all
// threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"
#include "detect/gate/literal_scanner.h"

namespace privet {

class PatternBank {
 public:
  // Where a text ends that a match of a pattern's alternative must hold.
  struct Place {
    std::uint32_t alternative = 0;
    std::uint32_t end = 0;
    friend auto operator<=>(const Place&, const Place&) = default;
  };
  // What one pass over a text has shown.
  struct Look {
    std::vector<Place> places;   // rising
    bool crowded = false;        // there are more of them
    std::vector<char> possible;  // by pattern
    std::vector<char> ones;      // the same by alternative
  };
  struct Scratch {
    std::optional<ScanScratch> literals;  // from the first text on
    std::vector<ScanHit> hits;
    Look look;
    std::vector<std::uint32_t> ends;
  };
  // What the texts are: a path view has names of keys in every line, so they
  // tell nothing.
  enum class Over : std::uint8_t { kText, kPaths };

  // RE2 patterns; `^` and `$` match at lines. `reference`: no filter, all
  // patterns are tried. Nothing is compiled yet.
  PatternBank(const std::vector<std::string>& patterns, bool reference, Over over = Over::kText);
  PatternBank(PatternBank&&) noexcept;
  PatternBank& operator=(PatternBank&&) noexcept;
  ~PatternBank();

  // Compiles all patterns. Fails with RE2's words, the pattern quoted. find()
  // must not be called with patterns that fail. Safe from any thread, as is all
  // that is const here.
  Status compile() const;

  // What find() does the first time: which texts a match must hold.
  void set_up() const;

  // What compiling all of it takes time and memory for.
  struct Size {
    std::size_t instructions = 0;  // of RE2's programs
    std::size_t literals = 0;      // that are scanned for
  };
  [[nodiscard]] Size size() const;  // compiles it

  // No text is known that a match of the pattern must hold: it would be tried
  // in every text.
  [[nodiscard]] bool is_loose(std::uint32_t pattern) const;

  // Calls `found` for each pattern that matches in `text`, with the bounds of
  // its first match. `wanted` is asked before a pattern is tried.
  using Found = FunctionRef<void(std::uint32_t pattern, std::uint32_t begin, std::uint32_t end)>;
  using Wanted = FunctionRef<bool(std::uint32_t pattern)>;
  void find(std::string_view text, Scratch& scratch, Wanted wanted, Found found) const;

  // The same in steps, for who wants few of them: one pass over the text; which
  // patterns it leaves possible; and one of them.
  void look(std::string_view text, Scratch& scratch, Look& out) const;
  [[nodiscard]] bool is_possible(std::uint32_t pattern, std::string_view text, const Look& look) const;
  void find(std::string_view text, const Look& look, Scratch& scratch, Wanted wanted, Found found) const;
  void find_one(std::string_view text, std::uint32_t pattern, const Look& look, Scratch& scratch, Found found) const;

 private:
  struct Filter;
  std::unique_ptr<Filter> filter_;
};

}  // namespace privet
