#include "pipeline/input_shapes.h"

#include <algorithm>
#include <cmath>

namespace privet {
namespace {

// What the evidence adds to the prior's log-odds.
double added(const Judgement& judgement, const JudgeOptions& options) {
  return logit(judgement.origin.score) - logit(options.prior);
}

}  // namespace

const FileContext* InputShapes::context_of(std::uint64_t shape) const {
  const auto it = is_private.find(shape);
  if (it == is_private.end()) return nullptr;
  return it->second ? &when_private : &when_public;
}

// A record that was blanked before counts as one that does not speak: what is
// left after redaction must not settle what was not settled before it.
bool speaks_for_private(const Judgement& judgement, const JudgeOptions& options) {
  return judgement.judged && !judgement.blanked && added(judgement, options) >= kSpeaks;
}

bool speaks_for_public(const Judgement& judgement, const MarkerSet& markers, const JudgeOptions& options) {
  if (!judgement.judged || judgement.blanked || added(judgement, options) > -kSpeaks) return false;
  const auto& evidence = judgement.origin.evidence;
  return std::any_of(evidence.begin(), evidence.end(), [&](const WeighedEvidence& one) {
    return one.weight < 0 && markers.marker(one.evidence.marker).category == EvidenceCategory::kPublic;
  });
}

void ShapeSurvey::add(std::uint64_t shape, const Judgement& judgement, const MarkerSet& markers,
                      const JudgeOptions& options) {
  if (shape == kNoShape) return;
  ShapeCounts& counts = shapes_[shape];
  ++counts.records;
  counts.for_private += speaks_for_private(judgement, options) ? 1 : 0;
  counts.for_public += speaks_for_public(judgement, markers, options) ? 1 : 0;
}

std::size_t prefix_pieces(const Batch& first) {
  std::size_t records = 0;
  for (std::size_t i = 0; i < first.pieces.size(); ++i) {
    const Piece& piece = first.pieces[i];
    const bool is_record = piece.kind == PieceKind::kRecord;
    if (piece.kind == PieceKind::kOversize || (is_record && records == kPrefixRecords)) return i;
    if (std::size_t{piece.begin} + piece.size > kPrefixBytes) return i;
    records += is_record ? 1 : 0;
  }
  return first.pieces.size();
}

void ShapeBoard::publish(std::size_t input, std::unique_ptr<InputShapes> shapes) {
  const std::scoped_lock lock(mutex_);
  shapes_[input] = std::move(shapes);
  published_[input] = 1;
  changed_.notify_all();
}

bool ShapeBoard::is_published(std::size_t input) {
  const std::scoped_lock lock(mutex_);
  return published_[input] != 0;
}

const InputShapes* ShapeBoard::wait(std::size_t input) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return published_[input] != 0; });
  return shapes_[input].get();
}

}  // namespace privet
