// What the shape of an input tells of rows that are too thin to judge alone.
//
// A row such as {"channel":"D04…","text":…} shows a little evidence, but if
// nearly all rows of its shape (record/key_shape.h) do, the input is what that
// evidence says. Shapes are settled by the prefix of each input, its first
// kPrefixRecords records or kPrefixBytes, before anything of it is emitted, and
// then frozen: what is found depends on the order of rows, never on threads,
// batches, reads, or whether the input is a file or a pipe.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "detect/messages/marker_matcher.h"
#include "input/batch.h"
#include "pipeline/judge.h"
#include "record/key_shape.h"

namespace privet {

inline constexpr std::size_t kPrefixRecords = 1000;
inline constexpr std::size_t kPrefixBytes = std::size_t{4} << 20;

// A record speaks for or against if its evidence adds this much to the prior's
// log-odds. What forums and mailing lists show, too (2.5 and less, half a point
// more if there are several such markers), stays below.
inline constexpr double kSpeaks = 3.5;
// Fewer records of a shape may be alike by chance; and of those that there are,
// so many must agree that a table with a column for private and public
// messages both is never settled.
inline constexpr std::uint64_t kFewestOfShape = 20;
inline constexpr double kShareOfShape = 0.9;

struct ShapeCounts {
  std::uint64_t records = 0;  // of the prefix
  std::uint64_t for_private = 0;
  std::uint64_t for_public = 0;
};

struct SettledShape {
  bool is_private = false;  // or public
  ShapeCounts counts;
  std::vector<std::string> keys;  // pointers, as a report may show them; the first of them
};

// Of one input. Immutable once it is published.
struct InputShapes {
  std::vector<SettledShape> settled;  // as they appear in the input
  FileContext when_private, when_public;
  std::map<std::uint64_t, bool> is_private;  // by shape

  // What is known of a record of that shape; null: nothing more.
  [[nodiscard]] const FileContext* context_of(std::uint64_t shape) const;
};

// How many records of each shape spoke.
class ShapeSurvey {
 public:
  void add(std::uint64_t shape, const Judgement& judgement, const MarkerSet& markers, const JudgeOptions& options);
  // A record counts in ShapeCounts::records whether it was judged or not.
  [[nodiscard]] const std::map<std::uint64_t, ShapeCounts>& shapes() const { return shapes_; }

 private:
  std::map<std::uint64_t, ShapeCounts> shapes_;
};

[[nodiscard]] bool speaks_for_private(const Judgement& judgement, const JudgeOptions& options);
[[nodiscard]] bool speaks_for_public(const Judgement& judgement, const MarkerSet& markers, const JudgeOptions& options);

// How many pieces of an input's first batch are its prefix. A record over the
// limit ends it.
[[nodiscard]] std::size_t prefix_pieces(const Batch& first);

// Where the one worker that settles an input's shapes tells the others. All
// functions may be called from any thread.
class ShapeBoard {
 public:
  explicit ShapeBoard(std::size_t inputs) : shapes_(inputs), published_(inputs, 0) {}

  // Once for each input; null: nothing was settled.
  void publish(std::size_t input, std::unique_ptr<InputShapes> shapes);
  [[nodiscard]] bool is_published(std::size_t input);
  // Waits for it. The worker that publishes never waits, so this ends.
  [[nodiscard]] const InputShapes* wait(std::size_t input);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<std::unique_ptr<InputShapes>> shapes_;
  std::vector<char> published_;
};

}  // namespace privet
