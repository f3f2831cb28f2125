#include "pipeline/ordered.h"

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace privet {
namespace {

// Why everything ends: an error or an exception.
struct Failure {
  std::optional<Error> error;
  std::exception_ptr exception;

  explicit operator bool() const { return error || exception; }
};

// Calls `step`; what goes wrong lands in `failure`. Says what it returned, or
// a default.
template <class T, class F>
T guarded(Failure& failure, F&& step) {
  try {
    Result<T> done = step();
    if (done) {
      if constexpr (std::is_void_v<T>)
        return;
      else
        return *done;
    }
    failure.error = std::move(done.error());
  } catch (...) {
    failure.exception = std::current_exception();
  }
  return T();
}

// One run on several threads. Everything below `mutex_` is guarded by it.
class Run {
 public:
  Run(const OrderedOptions& options, const OrderedSteps& steps)
      : steps_(steps), max_weight_(options.max_weight), slots_(ordered_window(options)) {}

  void loop(unsigned thread) {
    std::unique_lock lock(mutex_);
    while (!stopped_) {
      if (can_emit()) {
        emit(lock);
      } else if (steps_.side_ready()) {
        lock.unlock();
        steps_.side_run();
        lock.lock();
        changed_.notify_all();
      } else if (can_take()) {
        take_and_work(lock, thread);
      } else if (ended_ && head_ == tail_) {
        return;
      } else {
        changed_.wait(lock);
      }
    }
  }

  Status result() {
    if (failure_.exception) std::rethrow_exception(failure_.exception);
    if (failure_.error) return tl::unexpected<Error>(std::move(*failure_.error));
    return {};
  }

 private:
  struct Slot {
    bool done = false;
    std::size_t weight = 0;
    std::exception_ptr exception;
  };

  [[nodiscard]] std::size_t slot_of(std::uint64_t item) const { return static_cast<std::size_t>(item % slots_.size()); }
  [[nodiscard]] bool can_emit() const { return !emitting_ && head_ < tail_ && slots_[slot_of(head_)].done; }
  [[nodiscard]] bool can_take() const {
    return !taking_ && !ended_ && tail_ - head_ < slots_.size() && weight_ < max_weight_ && !steps_.side_full();
  }

  void emit(std::unique_lock<std::mutex>& lock) {
    const std::size_t at = slot_of(head_);
    Failure failure{std::nullopt, std::move(slots_[at].exception)};
    emitting_ = true;
    lock.unlock();
    if (!failure) guarded<void>(failure, [&] { return steps_.emit(at); });
    lock.lock();
    emitting_ = false;
    ++head_;
    weight_ -= slots_[at].weight;
    slots_[at] = {};
    if (failure) {
      // Earlier in order than whatever next() may have met.
      failure_ = std::move(failure);
      stopped_ = true;
    }
    changed_.notify_all();
  }

  void take_and_work(std::unique_lock<std::mutex>& lock, unsigned thread) {
    const std::size_t at = slot_of(tail_);
    taking_ = true;
    lock.unlock();
    Failure failure;
    const Taken taken = guarded<Taken>(failure, [&] { return steps_.next(at); });
    lock.lock();
    taking_ = false;
    if (!taken.any) {
      ended_ = true;
      if (failure && !stopped_) failure_ = std::move(failure);
      changed_.notify_all();
      return;
    }
    ++tail_;
    slots_[at].weight = taken.weight;
    weight_ += taken.weight;
    changed_.notify_all();
    lock.unlock();
    std::exception_ptr exception;
    try {
      steps_.work(thread, at);
    } catch (...) {
      exception = std::current_exception();
    }
    lock.lock();
    slots_[at].exception = std::move(exception);
    slots_[at].done = true;
    // If it is this one's turn, this thread will see that itself.
  }

  const OrderedSteps& steps_;
  const std::size_t max_weight_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Slot> slots_;
  std::uint64_t head_ = 0;  // the next item to emit
  std::uint64_t tail_ = 0;  // the next item to take
  std::size_t weight_ = 0;  // of the items between
  bool taking_ = false;
  bool emitting_ = false;
  bool ended_ = false;    // nothing more to take
  bool stopped_ = false;  // nothing more to emit
  Failure failure_;
};

Status run_alone(const OrderedSteps& steps) {
  while (true) {
    Result<Taken> taken = steps.next(0);
    if (!taken) return fail(taken);
    if (!taken->any) return {};
    steps.work(0, 0);
    if (Status done = steps.emit(0); !done) return done;
    while (steps.side_ready()) steps.side_run();
  }
}

}  // namespace

std::size_t ordered_window(const OrderedOptions& options) {
  if (options.threads <= 1) return 1;
  if (options.window != 0) return options.window;
  return options.threads + std::max(2U, options.threads / 2);
}

Status run_ordered(const OrderedOptions& options, const OrderedSteps& steps) {
  if (options.threads <= 1) return run_alone(steps);
  Run run(options, steps);
  {
    std::vector<std::jthread> helpers;
    helpers.reserve(options.threads - 1);
    for (unsigned thread = 1; thread < options.threads; ++thread) {
      try {
        helpers.emplace_back([&run, thread] { run.loop(thread); });
      } catch (const std::system_error&) {
        break;  // the system gives no more threads: fewer do the same
      }
    }
    run.loop(0);
  }
  return run.result();
}

}  // namespace privet
