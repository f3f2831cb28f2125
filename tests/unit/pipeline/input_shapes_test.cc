// What of a batch is the prefix, and how one worker tells the others.
#include "pipeline/input_shapes.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <thread>

namespace privet {
namespace {

Batch batch_of(std::size_t records, std::uint32_t size) {
  Batch batch;
  for (std::uint32_t i = 0; i < records; ++i) {
    batch.pieces.push_back({.kind = PieceKind::kRecord, .begin = i * size, .size = size - 1});
    batch.pieces.push_back({.kind = PieceKind::kGlue, .begin = (i + 1) * size - 1, .size = 1});
  }
  return batch;
}

TEST(Prefix, EndsAfterSoManyRecordsOrBytes) {
  EXPECT_EQ(prefix_pieces(batch_of(10, 20)), 20U) << "all of a small input";
  EXPECT_EQ(prefix_pieces(batch_of(kPrefixRecords + 5, 20)), 2 * kPrefixRecords);
  const Batch large = batch_of(5, 1 << 20);
  EXPECT_EQ(prefix_pieces(large), 8U) << "four records end within 4 MiB";
}

TEST(Prefix, EndsBeforeARecordOverTheLimit) {
  Batch batch = batch_of(10, 20);
  batch.pieces[6].kind = PieceKind::kOversize;
  EXPECT_EQ(prefix_pieces(batch), 6U);
}

Judgement judged(double score) {
  Judgement judgement;
  judgement.judged = true;
  judgement.origin.score = score;
  return judgement;
}

TEST(Shapes, WhatSpeaksIsMeasuredFromThePrior) {
  for (const double prior : {0.001, 0.01, 0.3}) {
    const JudgeOptions options{.prior = prior, .threshold = 0.5};
    const auto at = [&](double added) {
      const double odds = prior / (1 - prior) * std::exp(added);
      return judged(odds / (1 + odds));
    };
    EXPECT_TRUE(speaks_for_private(at(kSpeaks + 0.1), options));
    EXPECT_FALSE(speaks_for_private(at(kSpeaks - 0.1), options));
  }
}

TEST(Shapes, WhatWasBlankedDoesNotSpeak) {
  Judgement judgement = judged(0.99);
  EXPECT_TRUE(speaks_for_private(judgement, {}));
  judgement.blanked = true;
  EXPECT_FALSE(speaks_for_private(judgement, {}));
  judgement.blanked = judgement.judged = false;
  EXPECT_FALSE(speaks_for_private(judgement, {}));
}

TEST(ShapeBoard, WaitsForWhatIsNotSettledYet) {
  ShapeBoard board(2);
  board.publish(1, nullptr);
  EXPECT_EQ(board.wait(1), nullptr);
  EXPECT_FALSE(board.is_published(0));
  const InputShapes* seen = nullptr;
  {
    std::jthread waits([&] { seen = board.wait(0); });
    board.publish(0, std::make_unique<InputShapes>());
  }
  EXPECT_NE(seen, nullptr);
}

}  // namespace
}  // namespace privet
