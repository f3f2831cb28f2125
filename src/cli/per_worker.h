// Something of the caller's for each worker, made when it is first asked for.
#pragma once

#include <memory>
#include <mutex>
#include <unordered_map>

#include "pipeline/worker.h"

namespace privet {

template <class T>
class PerWorker {
 public:
  // By many workers at a time; what comes back is the worker's alone.
  //   make: () -> std::unique_ptr<T>
  template <class Make>
  [[nodiscard]] T& of(const Worker& worker, const Make& make) {
    const std::lock_guard lock(mutex_);
    std::unique_ptr<T>& one = all_[&worker];
    if (!one) one = make();
    return *one;
  }

 private:
  std::mutex mutex_;
  std::unordered_map<const Worker*, std::unique_ptr<T>> all_;
};

}  // namespace privet
