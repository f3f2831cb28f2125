// Where the persons of a roster are mentioned: by the whole name, by a part of
// it, in whatever case, with or without accents.
//
//   roster: Ann Rey      "[[ann rey]] came; ask Ms [[Rey]] or [[ANN]]'s brother"
//
// A part that is a plain word ("will", "rose", "young") counts only where its
// capital says something. Links, addresses and handles are left alone. Linear:
// most words of a text are passed over by one bit.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "detect/names/name_fold.h"
#include "detect/names/roster.h"
#include "detect/names/tokens.h"
#include "text/masks.h"

namespace privet {

struct Mention {
  Span<ViewSpace> place;
  float score = 0;
};

// One per worker: it reuses its room.
class Mentions {
 public:
  explicit Mentions(NameFolder& folder) : folder_(&folder) {}

  // Of an indexed roster, which must stay as it is until the last find().
  void begin(const Roster& roster);
  // Appends the mentions in a text, in order.
  void find(std::string_view text, std::vector<Mention>& out);

 private:
  // A word of the text: what it is, and whose.
  struct Seen {
    FoldedWord folded;
    std::span<const Roster::Word> words;
    bool capital = false;
    bool upper = false;  // nothing but capitals
  };
  // Tokens that are one mention, or words of one that goes on.
  struct Run {
    static constexpr std::size_t kMostPersons = 16;
    std::array<PersonIndex, kMostPersons> persons{};  // who may be meant
    std::size_t person_count = 0;
    std::array<std::uint64_t, 6> hashes{};  // the words so far
    std::size_t words = 0;
    std::uint32_t end = 0;
    bool capital = false;
    bool all_plain = true;
    NamePart first = NamePart::kEither;
  };

  [[nodiscard]] bool is_other_word(std::string_view text, std::size_t begin);
  std::uint32_t look(std::string_view text, std::uint32_t from, std::uint32_t hit, std::vector<Mention>& out);
  std::uint32_t match(std::string_view text, std::size_t i, std::vector<Mention>& out);
  [[nodiscard]] Seen see(std::string_view text, const Token& token);
  [[nodiscard]] bool begin_run(const Seen& seen, const Token& token, Run& run) const;
  [[nodiscard]] bool extend_run(const Seen& seen, const Token& token, Run& run) const;
  void read_on(std::string_view text, std::size_t i, Run& run);
  [[nodiscard]] std::uint32_t begin_of(std::string_view text, std::size_t i, const Run& run);
  [[nodiscard]] float score_alone(std::string_view text, std::size_t i, const Seen& seen, const Run& run);
  [[nodiscard]] bool before_no_person(std::string_view text, std::size_t i);
  void find_glued(std::string_view text, std::vector<Mention>& out) const;

  NameFolder* folder_;
  const Roster* roster_ = nullptr;
  CharMasks masks_;
  std::array<std::uint64_t, 64> beginnings_{};  // a bit for the first two bytes of a word
  std::array<std::uint64_t, 64> hashes_{};      // a bit for the hash of a whole word
  std::vector<std::string_view> glued_;         // names in scripts without spaces, folded
  bool spaced_ = false;                         // there are others
  std::vector<Token> tokens_;
};

}  // namespace privet
