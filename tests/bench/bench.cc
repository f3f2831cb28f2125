// How fast, as a ratio to the roofline in the same process (tools/bench).
//   privet_bench FILE [RUNS]
//   privet_bench --names FILE [RUNS]     only what names cost by themselves
// Prints medians of CPU seconds, for threads of wall seconds, as a table.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

#include "base/prepared.h"
#include "bench/names.h"
#include "bench/roofline.h"
#include "cli/options.h"
#include "cli/prepared_pieces.h"
#include "cli/verbs.h"

namespace {

using namespace privet;

struct Times {
  std::vector<double> cpu, wall;
};

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Row {
  std::string name;
  std::function<void()> body;
  Times times;
};

void time_once(Row& row) {
  const double cpu = bench::process_cpu_seconds();
  const auto wall = std::chrono::steady_clock::now();
  row.body();
  row.times.wall.push_back(std::chrono::duration<double>(std::chrono::steady_clock::now() - wall).count());
  row.times.cpu.push_back(bench::process_cpu_seconds() - cpu);
}

Options redact_options(const std::string& file, unsigned threads) {
  Options o;
  o.verb = Verb::kRedact;
  o.inputs = {file};
  o.output = "/dev/null";
  o.report = "/dev/null";
  o.format = "jsonl";
  o.ledger = "/dev/null";
  o.threads = threads;
  o.force = true;
  o.quiet = true;
  o.progress = "off";
  return o;
}

// /dev/null has no suffix; the codec of an output comes from a name, so the
// compressed rows write to stdout, which the caller sends to /dev/null.
Options packed_options(const std::string& file, unsigned threads, const std::string& codec) {
  Options o = redact_options(file, threads);
  o.output.clear();
  o.compress = codec;
  return o;
}

void must_run(const Options& options) {
  if (const ExitCode code = run_stream_verb(options); code != ExitCode::kDone) {
    fmt::print(stderr, "the run ended with exit code {}\n", static_cast<int>(code));
    std::exit(1);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool names_only = argc > 2 && std::string_view(argv[1]) == "--names";
  if (names_only) {
    bench::print_names(argv[2], argc > 3 ? std::atoi(argv[3]) : 3);
    return 0;
  }
  if (argc < 2) {
    fmt::print(stderr, "usage: privet_bench [--names] FILE [RUNS]\n");
    return 2;
  }
  use_prepared(prepared_pieces());  // as the program does
  const std::string file = argv[1];
  const int runs = argc > 2 ? std::atoi(argv[2]) : 5;
  std::uint64_t bytes = 0;
  std::vector<Row> rows;
  rows.push_back({"roofline", [&] { bytes = bench::run_roofline(file).bytes; }, {}});
  rows.push_back({"redact + report, 1 thread", [&] { must_run(redact_options(file, 1)); }, {}});
  rows.push_back({"redact + report, 2 threads", [&] { must_run(redact_options(file, 2)); }, {}});
  for (const std::string codec : {"gz", "zst"}) {
    for (const unsigned threads : {1U, 2U}) {
      rows.push_back({fmt::format("same, --compress {}, {} thread{}", codec, threads, threads == 1 ? "" : "s"),
                      [=] { must_run(packed_options(file, threads, codec)); },
                      {}});
    }
  }
  Options count = redact_options(file, 1);
  count.verb = Verb::kScan;
  count.report.clear();
  count.format.clear();
  count.report_level = "none";
  rows.push_back({"scan, no report, 1 thread", [&] { must_run(count); }, {}});
  Options no_names = redact_options(file, 1);
  no_names.names = "off";
  rows.push_back({"redact, --names off", [&] { must_run(no_names); }, {}});
  Options no_messages = no_names;
  no_messages.entities = "-PRIVATE_MESSAGE,-PERSON";
  rows.push_back({"redact, no names, no private messages", [&] { must_run(no_messages); }, {}});

  for (Row& row : rows) row.body();  // warm: page cache, libphonenumber's tables
  for (int i = 0; i < runs; ++i) {
    for (Row& row : rows) time_once(row);
  }
  fmt::print(stderr, "{:<38} {:>9} {:>9} {:>9} {:>10}\n", "", "CPU s", "wall s", "MB/s CPU", "of roofline");
  for (const Row& row : rows) {
    const double cpu = median(row.times.cpu);
    std::vector<double> ratios;
    for (std::size_t i = 0; i < row.times.cpu.size(); ++i) ratios.push_back(rows[0].times.cpu[i] / row.times.cpu[i]);
    fmt::print(stderr, "{:<38} {:>9.3f} {:>9.3f} {:>9.0f} {:>10.2f}\n", row.name, cpu, median(row.times.wall),
               static_cast<double>(bytes) / cpu / 1e6, median(ratios));
  }
  const auto speedup = [&](std::size_t one, std::size_t two) {
    std::vector<double> ratios;
    for (std::size_t i = 0; i < rows[one].times.wall.size(); ++i)
      ratios.push_back(rows[one].times.wall[i] / rows[two].times.wall[i]);
    return median(ratios);
  };
  // What the row `with` takes more than the row `without`.
  const auto added = [&](std::size_t with, std::size_t without) {
    std::vector<double> more;
    for (std::size_t i = 0; i < rows[with].times.cpu.size(); ++i)
      more.push_back((rows[with].times.cpu[i] - rows[without].times.cpu[i]) / static_cast<double>(bytes) * 1e9);
    return median(more);
  };
  const std::size_t last = rows.size() - 1;
  fmt::print(stderr, "names add {:.1f} ns a byte\n", added(1, last - 1));
  fmt::print(stderr, "private messages add {:.1f} ns a byte, their compilation included\n", added(last - 1, last));
  fmt::print(stderr, "two threads against one (wall): plain {:.2f}, gz {:.2f}, zst {:.2f}\n", speedup(1, 2),
             speedup(3, 4), speedup(5, 6));
  bench::print_names(file, std::min(runs, 3));
  return 0;
}
