// Many threads, one order: what comes out is what went in, whatever finishes
// first, and the first error in order ends it.
#include "pipeline/ordered.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>
#include <vector>

namespace privet {
namespace {

using Numbers = std::vector<int>;

// Counts up to `count`; then there are no more.
struct Counter {
  int count;
  int at = 0;
  std::size_t weight = 1;
  Result<Taken> operator()(int& item) {
    if (at == count) return Taken{};
    item = at++;
    return Taken{true, weight};
  }
};

// Later items are often done first.
void linger(int item) {
  if (item % 7 == 0) std::this_thread::sleep_for(std::chrono::microseconds(300));
}

TEST(Ordered, EmitsInTheOrderOfItsInput) {
  for (const unsigned threads : {1U, 2U, 3U, 8U}) {
    for (const std::size_t window : {0U, 1U, 2U, 16U}) {
      SCOPED_TRACE(testing::Message() << threads << " threads, window " << window);
      Counter next{200};
      Numbers got;
      const auto work = [](unsigned, int& item, int& out) {
        linger(item);
        out = item * 2;
      };
      const auto emit = [&](int& item, int& out) -> Status {
        EXPECT_EQ(out, item * 2);
        got.push_back(item);
        return {};
      };
      ASSERT_TRUE((for_each_ordered<int, int>({.threads = threads, .window = window}, next, work, emit)));
      ASSERT_EQ(got.size(), 200U);
      for (int i = 0; i < 200; ++i) ASSERT_EQ(got[static_cast<std::size_t>(i)], i);
    }
  }
}

TEST(Ordered, KeepsNoMoreThanTheWindowInFlight) {
  Counter next{300};
  std::atomic<int> taken{0}, emitted{0}, most{0};
  const auto take = [&](int& item) -> Result<Taken> {
    const Result<Taken> result = next(item);
    if (result->any) most = std::max(most.load(), ++taken - emitted.load());
    return result;
  };
  const auto work = [](unsigned, int& item, int&) { linger(item); };
  const auto emit = [&](int&, int&) -> Status { return ++emitted, Status{}; };
  ASSERT_TRUE((for_each_ordered<int, int>({.threads = 4, .window = 5}, take, work, emit)));
  EXPECT_EQ(emitted.load(), 300);
  EXPECT_LE(most.load(), 5);
}

TEST(Ordered, TakesNothingWhileWhatIsInFlightIsHeavy) {
  Counter next{50, 0, 100};
  std::atomic<int> taken{0}, emitted{0}, most{0};
  const auto take = [&](int& item) -> Result<Taken> {
    const Result<Taken> result = next(item);
    if (result->any) most = std::max(most.load(), ++taken - emitted.load());
    return result;
  };
  const auto work = [](unsigned, int& item, int&) { linger(item); };
  const auto emit = [&](int&, int&) -> Status { return ++emitted, Status{}; };
  ASSERT_TRUE((for_each_ordered<int, int>({.threads = 4, .window = 16, .max_weight = 150}, take, work, emit)));
  EXPECT_EQ(emitted.load(), 50);
  EXPECT_LE(most.load(), 2);  // below 150, and one item more
}

TEST(Ordered, EndsWithAnErrorOfItsInputAfterWhatCameBefore) {
  for (const unsigned threads : {1U, 4U}) {
    Counter next{1000};
    int emitted = 0;
    const auto take = [&](int& item) -> Result<Taken> {
      if (next.at == 40) return fail(ErrorCode::kIo, "the input broke");
      return next(item);
    };
    const auto work = [](unsigned, int& item, int&) { linger(item); };
    const auto emit = [&](int&, int&) -> Status { return ++emitted, Status{}; };
    const Status status = for_each_ordered<int, int>({.threads = threads}, take, work, emit);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "the input broke");
    EXPECT_EQ(emitted, 40);
  }
}

TEST(Ordered, EndsAtOnceWithAnErrorOfItsOutput) {
  for (const unsigned threads : {1U, 4U}) {
    Counter next{100000};
    int emitted = 0;
    const auto work = [](unsigned, int&, int&) {};
    const auto emit = [&](int&, int&) -> Status {
      if (++emitted == 10) return fail(ErrorCode::kIo, "the disk is full");
      return {};
    };
    const Status status = for_each_ordered<int, int>({.threads = threads}, next, work, emit);
    ASSERT_FALSE(status);
    EXPECT_EQ(status.error().message, "the disk is full");
    EXPECT_EQ(emitted, 10);
    EXPECT_LT(next.at, 100);
  }
}

TEST(Ordered, ThrowsOnTheCallersThread) {
  for (const unsigned threads : {1U, 4U}) {
    Counter next{100};
    const auto work = [](unsigned, int& item, int&) {
      if (item == 20) throw std::runtime_error("no memory");
    };
    const auto emit = [](int&, int&) -> Status { return {}; };
    EXPECT_THROW((void)(for_each_ordered<int, int>({.threads = threads}, next, work, emit)), std::runtime_error);
  }
}

// Each emitted item leaves a piece of side work.
struct SideWork {
  std::atomic<int> waiting{0}, done{0};
  bool ready() { return waiting.load() > 0; }
  bool full() { return waiting.load() > 3; }
  void run_one() {
    int seen = waiting.load();
    while (seen > 0 && !waiting.compare_exchange_weak(seen, seen - 1)) {
    }
    if (seen > 0) ++done;
  }
};

TEST(Ordered, LeavesNoSideWorkAtTheEnd) {
  for (const unsigned threads : {1U, 2U, 4U}) {
    Counter next{200};
    SideWork side;
    const auto work = [](unsigned, int& item, int&) { linger(item); };
    const auto emit = [&](int&, int&) -> Status { return ++side.waiting, Status{}; };
    ASSERT_TRUE((for_each_ordered<int, int>({.threads = threads}, next, work, emit, side)));
    EXPECT_EQ(side.waiting.load(), 0);
    EXPECT_EQ(side.done.load(), 200);
  }
}

}  // namespace
}  // namespace privet
