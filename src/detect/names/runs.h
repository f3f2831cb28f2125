// The gate: which stretches of a text could hold a person's name at all.
//
// A run is a row of tokens that could each be part of a name (capitalised words
// that are more than a sentence's first word or a month; in lines without
// capitals, words of the name lists and what follows them), with the particles,
// initials and hyphens between. Only runs are scored; everything else is no
// name. Scanner and trainer cut with the same code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/function_ref.h"
#include "detect/names/tokens.h"
#include "detect/names/word_info.h"

namespace privet {

enum class LineStyle : std::uint8_t { kNormal, kLower, kUpper, kTitle };
inline constexpr std::size_t kLineStyles = 4;

// Tokens of a run and what stands around them. Borrowed until the next run.
struct Run {
  static constexpr std::size_t kAround = 3;
  std::span<const Token> tokens;
  // kAround more at both ends; shape kNone where the block ends.
  std::span<const WordInfo> infos;
  // By token: what came before lets a capital mean nothing.
  std::span<const std::uint8_t> begins_sentence;
  std::uint32_t parts = 0;  // the WordParts of its tokens, a bit each
  LineStyle style{};
  bool strange = false;  // the line is of a language of which few words are known
  bool begins_line = false;
  bool ends_line = false;
};

inline constexpr std::size_t kLongestRun = 48;  // tokens; what is longer is cut

// kAll: also the runs of plain words alone. Names that are made so cannot be
// told from what is none, so the scanner passes over them; the trainer learns
// from them what no name looks like.
enum class Runs : std::uint8_t { kTelling, kAll };

// One per worker.
class RunCutter {
 public:
  explicit RunCutter(const Lexicon& lexicon, Runs runs = Runs::kTelling) : book_(lexicon), runs_(runs) {}
  // Linear in the size of `text` (valid UTF-8), with memory for one block of it.
  void cut(std::string_view text, FunctionRef<void(const Run&)> use);
  // The same, but for the lines that `pass_over` says yes to. It is asked with a
  // hash of all that the runs of a line depend on; a line that sees the edge of
  // a block is not asked about.
  void cut(std::string_view text, FunctionRef<bool(std::uint64_t)> pass_over, FunctionRef<void(const Run&)> use);

 private:
  void cut_blocks(std::string_view text, const FunctionRef<bool(std::uint64_t)>* pass_over,
                  FunctionRef<void(const Run&)> use);
  void begin_block();
  std::optional<std::uint64_t> line_hash(std::string_view text, std::size_t first, std::size_t last, bool from_begin,
                                         bool to_end) const;
  void cut_line(std::string_view text, std::size_t first, std::size_t last, FunctionRef<void(const Run&)> use);
  void emit(std::string_view text, std::size_t first, std::size_t last, std::size_t line_first, std::size_t line_last,
            LineStyle style, FunctionRef<void(const Run&)> use);
  LineStyle survey_line(std::string_view text, std::size_t first, std::size_t last);
  bool begins_sentence(std::string_view text, std::size_t i, std::size_t line_first) const;
  bool may_be_name(std::string_view text, std::size_t i, std::size_t line_first, LineStyle style) const;
  bool may_be_small_name(std::string_view text, std::size_t i, std::size_t line_first) const;
  bool leads_as_initial(std::string_view text, std::size_t i, std::size_t line_first) const;
  std::size_t bridge(std::string_view text, std::size_t last, std::size_t line_last, std::size_t line_first,
                     LineStyle style) const;
  bool is_in_code(std::string_view text, std::size_t i) const;
  bool is_particle(std::size_t i) const;
  bool tells(std::size_t first, std::size_t last, std::size_t line_first) const;
  bool is_mark(std::string_view text, std::size_t i, char mark) const;

  WordBook book_;
  Runs runs_;
  std::vector<Token> tokens_;
  std::vector<Token> rest_;           // of a line that the next block will see whole
  std::vector<WordSketch> sketches_;  // by token; of the words of the line at hand
  // By token, and Run::kAround more at both ends; of those that a run saw.
  std::vector<WordInfo> infos_;
  std::size_t described_ = 0;  // no token from here on has its info yet
  bool strange_ = false;       // of the line at hand: few of its words are known
  std::vector<std::uint8_t> run_begins_;
};

}  // namespace privet
