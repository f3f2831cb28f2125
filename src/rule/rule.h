// A rule: what to look for, how to prove it, what it must find and ignore.
//
// Rules are data, read from TOML (rules/), and mean exactly this: the gate
// gives starts; RE2 matches `prove` anchored at a start, longest, with the
// whole field as context; the validator decides and may move the ends. The
// gate is part of the meaning: what it does not give is not found. A rule of
// terms has neither gate nor `prove`: it finds the terms, as whole words.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "rule/term_file.h"

namespace privet {

enum class GateKind : std::uint8_t {
  kLiteral,  // every occurrence of `literals`, ASCII letters in either case unless `cased`
  kRegex,    // every end of a match of `regex` (Hyperscan syntax, bounded reach)
  kDigits,   // groups of digits with one to three separators between them; see DigitGate
  kAlnum,    // tokens that mix ASCII letters and digits; see `shapes`
  kIp4,      // three groups of one to three digits, each with a dot after it, and a digit
  kIp6,      // hexadecimal groups with two colons at most five bytes apart
  kField,    // the beginning of a value of at most 256 bytes whose member is called one of the rule's `fields`
  kMessage,  // given by the judging of private messages: the record, a part of it, or who took part
  kName,     // given by the name model (detect/names/)
  kAddress,  // given by the streets that were found: what stands behind one (detect/places/beside_street.h)
  kTerm,     // where one of `terms` begins, as a whole word
  kMac,      // pairs of hexadecimal digits, `:` or `-` between them, or quads with dots
};

// Which sequences of digit groups open a digits gate. A group is a maximal run
// of ASCII digits; groups belong together when one to three separators out of
// space . - ( ) / stand between them. The start is the first digit of a group,
// or up to two bytes before it where these are `+` or `(`, or what `before`
// allows if it is given.
struct DigitGate {
  // Lengths of consecutive groups, as "3-3-4" or "16". Any group may be the
  // first of such a sequence, and groups may follow it.
  std::vector<std::string> groups;
  // Whole tokens of letters and digits, as "LLDDDDDDL": L letter, D digit, A
  // either, one L and one D at least. The start is the token's first character.
  std::vector<std::string> tokens;
  // Or: total digits between min and max, behind this lead ("+" or "00").
  std::string lead;
  std::uint8_t min_digits = 0;
  std::uint8_t max_digits = 0;
};

inline constexpr std::size_t kLongestShape = 31;  // characters of a shape of tokens

struct Gate {
  GateKind kind = GateKind::kLiteral;
  std::vector<std::string> literals;  // kLiteral
  bool cased = false;                 // kLiteral
  std::string regex;                  // kRegex
  DigitGate digits;                   // kDigits
  std::vector<std::string> shapes;    // kAlnum: how the token begins; L letter, D digit, A either: "LLDD"
  // kLiteral, kRegex, kDigits: a character class, and how many bytes of it may stand
  // before the hit. Every character in that stretch is a start, the farthest
  // first; the hit itself (the literal's first byte, the regex's end) is the last.
  std::string before;
  std::uint16_t before_bytes = 0;
  std::uint16_t before_least = 0;  // how many of them must stand there
};

// How sure a match is without help (architecture: strength is computed).
enum class Strength : std::uint8_t {
  kValidated,  // fires alone
  kShaped,     // needs a cue word, a telling field name, an expected country, or the official grouping
  kWeak,       // needs two of these
};

[[nodiscard]] constexpr std::string_view strength_name(Strength strength) {
  switch (strength) {
    case Strength::kValidated:
      return "validated";
    case Strength::kShaped:
      return "shaped";
    case Strength::kWeak:
      return "weak";
  }
  return "";
}

// Words that make a match more likely when they stand near by.
struct CueWords {
  std::vector<std::string> words;  // whole words, any case; a phrase may hold spaces
  std::uint16_t window = 40;       // bytes of view before the match, and half of it after
  float boost = 0.1F;              // added to the score
  bool needed = false;             // only such a word, or the field's name, is a reason
};

enum class RuleView : std::uint8_t {
  kText,  // the folded text of each field
  kPath,  // the record as lines of path=value (detect/path_matcher.h says what a rule over them means)
};

struct Rule {
  std::string id;  // "email.address"; stable, never reused
  EntityIndex entity{};
  RuleView view = RuleView::kText;
  Gate gate;
  std::string prove;  // RE2; empty: `terms`
  // Shared, since sets of rules are copied.
  std::shared_ptr<const TermFile> terms;    // what is found; null: what `prove` matches
  std::shared_ptr<const TermFile> allowed;  // values that are no findings of this rule; null: none
  std::string validator;                    // a validator by name, in detect/; empty: none
  double score = 0.5;                       // of a match without context, 0 to 1
  Strength strength = Strength::kShaped;
  // RE2 of the official writing: a value that is written so, as a whole, has
  // one reason by that alone. Empty: no writing is a reason.
  std::string official;
  bool off = false;           // looked for only if --entities names its entity
  std::string region;         // ISO 3166 of what it finds, if the rule is one country's
  bool tells_region = false;  // a number beside its cue makes its country expected
  CueWords cues;
  std::vector<std::string> field_names;  // telling key names, folded: lower case, letters and digits only
  std::string description;
  std::string source;              // the standard or authority, with its section
  std::vector<std::string> finds;  // marked: "write to [[jo@example.com]] now"
  std::vector<std::string> ignores;
  std::string origin;  // "email.toml:14", for messages
};

}  // namespace privet
