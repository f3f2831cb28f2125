#include "bench/roofline.h"

#include <fcntl.h>
#include <hs/hs.h>
#include <simdjson.h>
#include <time.h>
#include <unistd.h>

#include <cstring>
#include <memory>
#include <stdexcept>

namespace privet::bench {
namespace {

double clock_seconds(clockid_t clock) {
  timespec t{};
  clock_gettime(clock, &t);
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) * 1e-9;
}

int count_hit(unsigned, unsigned long long, unsigned long long, unsigned, void* context) {
  ++*static_cast<std::uint64_t*>(context);
  return 0;
}

class Roofline {
 public:
  Roofline() {
    hs_compile_error_t* error = nullptr;
    if (hs_compile(R"(@[A-Za-z0-9.-]+\.[A-Za-z]{2})", 0, HS_MODE_BLOCK, nullptr, &database_, &error) != HS_SUCCESS ||
        hs_alloc_scratch(database_, &scratch_) != HS_SUCCESS) {
      throw std::runtime_error("Hyperscan");
    }
  }
  ~Roofline() {
    hs_free_scratch(scratch_);
    hs_free_database(database_);
  }
  Roofline(const Roofline&) = delete;
  Roofline& operator=(const Roofline&) = delete;

  void line(const char* begin, std::size_t size, std::size_t capacity) {
    simdjson::ondemand::document document;
    if (parser_.iterate(begin, size, capacity).get(document)) return;
    simdjson::ondemand::value value;
    if (document.get_value().get(value)) return;
    visit(value);
  }

  RooflineResult result;

 private:
  void visit(simdjson::ondemand::value value) {
    switch (value.type()) {
      case simdjson::ondemand::json_type::object:
        for (auto field : value.get_object()) {
          std::string_view key;
          if (field.unescaped_key().get(key)) return;
          simdjson::ondemand::value inner;
          if (field.value().get(inner)) return;
          visit(inner);
        }
        break;
      case simdjson::ondemand::json_type::array:
        for (auto element : value.get_array()) {
          simdjson::ondemand::value inner;
          if (element.get(inner)) return;
          visit(inner);
        }
        break;
      case simdjson::ondemand::json_type::string: {
        std::string_view text;
        if (value.get_string().get(text)) return;
        ++result.strings;
        hs_scan(database_, text.data(), static_cast<unsigned>(text.size()), 0, scratch_, count_hit, &result.hits);
        break;
      }
      default:
        break;
    }
  }

  hs_database_t* database_ = nullptr;
  hs_scratch_t* scratch_ = nullptr;
  simdjson::ondemand::parser parser_;
};

}  // namespace

double thread_cpu_seconds() { return clock_seconds(CLOCK_THREAD_CPUTIME_ID); }
double process_cpu_seconds() { return clock_seconds(CLOCK_PROCESS_CPUTIME_ID); }

RooflineResult run_roofline(const std::string& path) {
  Roofline roofline;
  const double begin = thread_cpu_seconds();
  const int file = open(path.c_str(), O_RDONLY);
  if (file < 0) throw std::runtime_error(path + ": cannot be opened");
  constexpr std::size_t kBatch = std::size_t{1} << 20;
  constexpr std::size_t kMostCarried = std::size_t{32} << 20;
  auto buffer = std::make_unique<char[]>(kMostCarried + kBatch + simdjson::SIMDJSON_PADDING);
  std::size_t carried = 0;
  for (;;) {
    const ssize_t got = read(file, buffer.get() + carried, kBatch);
    if (got <= 0) break;
    roofline.result.bytes += static_cast<std::uint64_t>(got);
    const std::size_t size = carried + static_cast<std::size_t>(got);
    std::size_t at = 0;
    while (const void* end = std::memchr(buffer.get() + at, '\n', size - at)) {
      const auto next = static_cast<std::size_t>(static_cast<const char*>(end) - buffer.get());
      roofline.line(buffer.get() + at, next - at, next - at + simdjson::SIMDJSON_PADDING);
      at = next + 1;
    }
    carried = size - at;
    if (carried > kMostCarried) throw std::runtime_error("a line is too long for the roofline");
    std::memmove(buffer.get(), buffer.get() + at, carried);
  }
  close(file);
  roofline.result.cpu_seconds = thread_cpu_seconds() - begin;
  return roofline.result;
}

}  // namespace privet::bench
