// Work on a stream with many threads, results in the stream's order.
//
// Any free thread takes the next item, works on it without locks, and whoever
// holds the next result in order emits it. Items and results live in a ring of
// slots that are used again and again, so nothing is allocated per item once
// the ring is warm, and at most `window` of them exist. With one thread it is a
// plain loop on the caller's thread.
//
// Side work is what emitting leaves to be done out of order (compressing what
// was emitted). Free threads prefer it to new items.
#pragma once

#include <cstddef>
#include <vector>

#include "base/function_ref.h"
#include "base/result.h"

namespace privet {

struct OrderedOptions {
  unsigned threads = 1;    // the caller's is one of them
  std::size_t window = 0;  // items in flight, at most; 0: a few more than threads
  // No item is taken while those in flight weigh this much (unit: the caller's).
  // An item's weight is known only when it is there, so the sum stays below
  // this plus one item, however heavy.
  std::size_t max_weight = std::size_t{8} << 20;
};
[[nodiscard]] std::size_t ordered_window(const OrderedOptions& options);

// An item was taken, or there are no more.
struct Taken {
  bool any = false;
  std::size_t weight = 0;
};

struct NoSideWork {
  [[nodiscard]] bool ready() { return false; }  // run_one() would do something
  [[nodiscard]] bool full() { return false; }   // take no new items until some of it is done
  void run_one() {}
};

// The same in terms of slot numbers; see for_each_ordered().
struct OrderedSteps {
  FunctionRef<Result<Taken>(std::size_t slot)> next;
  FunctionRef<void(unsigned thread, std::size_t slot)> work;
  FunctionRef<Status(std::size_t slot)> emit;
  FunctionRef<bool()> side_ready;
  FunctionRef<bool()> side_full;
  FunctionRef<void()> side_run;
};
[[nodiscard]] Status run_ordered(const OrderedOptions& options, const OrderedSteps& steps);

// next(Item&) -> Result<Taken>          fills a used item; never called twice at a time
// work(unsigned thread, Item&, Out&)    many at a time; `thread` counts from 0, the caller's
// emit(Item&, Out&) -> Status           in order, never twice at a time
// side                                  as NoSideWork; its functions must be safe to call from any thread
//
// The first error in order ends everything and is returned: an error of next()
// after all items before it were emitted, an error of emit() at once. An
// exception likewise, thrown on the caller's thread. When all is well no side
// work is left at the end; after an error some may be.
template <class Item, class Out, class Next, class Work, class Emit, class Side>
[[nodiscard]] Status for_each_ordered(const OrderedOptions& options, Next&& next, Work&& work, Emit&& emit,
                                      Side& side) {
  struct Slot {
    Item item;
    Out out;
  };
  std::vector<Slot> slots(ordered_window(options));
  const auto next_in = [&](std::size_t i) -> Result<Taken> { return next(slots[i].item); };
  const auto work_in = [&](unsigned thread, std::size_t i) { work(thread, slots[i].item, slots[i].out); };
  const auto emit_in = [&](std::size_t i) -> Status { return emit(slots[i].item, slots[i].out); };
  const auto ready = [&] { return side.ready(); };
  const auto full = [&] { return side.full(); };
  const auto run = [&] { side.run_one(); };
  return run_ordered(options, {next_in, work_in, emit_in, ready, full, run});
}

template <class Item, class Out, class Next, class Work, class Emit>
[[nodiscard]] Status for_each_ordered(const OrderedOptions& options, Next&& next, Work&& work, Emit&& emit) {
  NoSideWork none;
  return for_each_ordered<Item, Out>(options, next, work, emit, none);
}

}  // namespace privet
