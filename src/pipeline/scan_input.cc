#include "pipeline/scan_input.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "pipeline/safe_names.h"
#include "record/pointer_shapes.h"

namespace privet {
namespace {

constexpr std::size_t kMostKeysShown = 32;
// A shape is looked at more closely if so many records speak of those in which
// something opened.
constexpr std::uint64_t kCandidate = kFewestOfShape / 2;

std::vector<std::string> shown_keys(const ScanPlan& plan, Worker& worker, const Record& record) {
  PointerShapes all;
  all.collect(record);
  std::vector<std::string> keys = all.shapes();
  if (keys.size() > kMostKeysShown) keys.resize(kMostKeysShown);
  for (std::string& key : keys) key = safe_pointer(plan, worker, key);
  return keys;
}

// All records of the prefix that have one of these shapes, judged whether
// something opened or not.
class Prefix {
 public:
  Prefix(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch, std::size_t pieces)
      : plan_(plan), input_(input), worker_(worker), batch_(batch), pieces_(pieces) {}

  std::unique_ptr<InputShapes> settle(const std::set<std::uint64_t>& candidates) {
    MessageJudge& judge = *worker_.original.judge;
    const RecordForm form(input_.header != nullptr ? RecordFormat::kCsvRow : RecordFormat::kJson, input_.header);
    const JudgeOptions& options = plan_.messages.options;
    ShapeSurvey survey;
    std::vector<std::uint64_t> order;
    std::map<std::uint64_t, std::vector<std::string>> keys;
    for (std::size_t i = 0; i < pieces_; ++i) {
      const Piece& piece = batch_.pieces[i];
      if (piece.kind != PieceKind::kRecord) continue;
      const std::string_view raw = batch_.bytes.view().substr(piece.begin, piece.size);
      const std::uint64_t shape = judge.shape_of(form, raw);
      if (!candidates.contains(shape)) continue;
      if (keys.try_emplace(shape).second) {
        order.push_back(shape);
        keys[shape] = shown_keys(plan_, worker_, judge.record());
      }
      judge.judge(form, raw, input_.messages, Openers{.markers = {}, .all = true}, options, worker_.folder, judgement_);
      survey.add(shape, judgement_, plan_.messages.matcher->markers(), options);
    }
    auto shapes = std::make_unique<InputShapes>();
    for (const std::uint64_t shape : order) {
      const ShapeCounts& counts = survey.shapes().at(shape);
      const std::optional<bool> is_private = verdict(counts);
      if (!is_private) continue;
      shapes->is_private[shape] = *is_private;
      shapes->settled.push_back({*is_private, counts, std::move(keys[shape])});
    }
    if (shapes->settled.empty()) return nullptr;
    shapes->when_private = context("%shape=private\n");
    shapes->when_public = context("%shape=public\n");
    return shapes;
  }

 private:
  static std::optional<bool> verdict(const ShapeCounts& counts) {
    if (counts.records < kFewestOfShape) return {};
    const auto enough = kShareOfShape * static_cast<double>(counts.records);
    if (static_cast<double>(counts.for_private) >= enough) return true;
    if (static_cast<double>(counts.for_public) >= enough) return false;
    return {};
  }

  FileContext context(std::string_view line) const {
    FileContext out;
    out.lines = input_.messages.lines + std::string(line);
    plan_.messages.matcher->prepare(out);
    return out;
  }

  const ScanPlan& plan_;
  const InputContext& input_;
  Worker& worker_;
  const Batch& batch_;
  std::size_t pieces_;
  Judgement judgement_;
};

// Scans the first batch into `out`, and settles by it.
std::unique_ptr<InputShapes> settle(const ScanPlan& plan, const InputContext& input, Worker& worker, const Batch& batch,
                                    BatchResult& out) {
  ShapeSurvey survey;
  const std::size_t pieces = prefix_pieces(batch);
  scan_batch(plan, input, worker, batch, out, {pieces, &survey});
  std::set<std::uint64_t> candidates;
  for (const auto& [shape, counts] : survey.shapes()) {
    if (std::max(counts.for_private, counts.for_public) >= kCandidate) candidates.insert(shape);
  }
  if (candidates.empty()) return nullptr;
  return Prefix(plan, input, worker, batch, pieces).settle(candidates);
}

// Whatever happens: others wait for it.
class Publishing {
 public:
  Publishing(ShapeBoard& board, std::size_t index) : board_(board), index_(index) {}
  Publishing(const Publishing&) = delete;
  Publishing& operator=(const Publishing&) = delete;
  ~Publishing() { board_.publish(index_, std::move(shapes)); }

  std::unique_ptr<InputShapes> shapes;

 private:
  ShapeBoard& board_;
  std::size_t index_;
};

}  // namespace

void scan_input(const ScanPlan& plan, InputContext input, std::size_t index, ShapeBoard* board, Worker& worker,
                const Batch& batch, BatchResult& out) {
  if (board == nullptr || input.container == Container::kText) return scan_batch(plan, input, worker, batch, out);
  if (!board->is_published(index)) {
    if (batch.begin == StreamOffset{}) {
      Publishing publishing(*board, index);
      publishing.shapes = settle(plan, input, worker, batch, out);
    } else {
      scan_batch(plan, input, worker, batch, out);
    }
    if (board->wait(index) == nullptr) return;
    out.clear();
  }
  input.shapes = board->wait(index);
  scan_batch(plan, input, worker, batch, out);
}

}  // namespace privet
