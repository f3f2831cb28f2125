// privet merge: the ledgers of many runs as one.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

#include "audit/ledger_merge.h"
#include "cli/check_run.h"
#include "cli/scan_run.h"
#include "cli/verbs.h"
#include "input/source.h"
#include "pipeline/cleanup.h"
#include "pipeline/output_file.h"
#include "pipeline/progress.h"

namespace privet {
namespace {

Result<std::string> read_all(const std::string& path) {
  Result<std::unique_ptr<Source>> source = path == "-" ? open_stdin() : open_file(path);
  if (!source) return fail(source);
  return read_to_end(**source);
}

// Names of files, one a line.
Result<std::vector<std::string>> read_names(const std::string& path) {
  Result<std::string> text = read_all(path);
  if (!text) return fail(text);
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text->size();) {
    const std::size_t end = std::min(text->find('\n', begin), text->size());
    std::string name = text->substr(begin, end - begin);
    if (name.ends_with('\r')) name.pop_back();
    if (!name.empty()) out.push_back(std::move(name));
    begin = end + 1;
  }
  return out;
}

std::string summary_text(const LedgerMerger::Summary& all) {
  std::string out = fmt::format("{} of {}, {}", count_of(all.ledgers, "ledger"), count_of(all.files, "file"),
                                count_of(all.records, "record"));
  if (all.not_read != 0) out += fmt::format("; {} not wholly read", count_of(all.not_read, "file"));
  if (all.withheld != 0) out += fmt::format("; {} withheld", count_of(all.withheld, "record"));
  return out + "\n";
}

}  // namespace

ExitCode run_merge_verb(const Options& o) {
  install_signal_handlers();
  LedgerMerger merger;
  for (const std::string& path : o.inputs) {
    const Result<std::string> text = read_all(path);
    if (!text) return complain(text.error());
    if (Status status = merger.add(*text, printable_path(path)); !status) return complain(status.error());
  }
  std::vector<std::string> missing;
  if (!o.expect.empty()) {
    const Result<std::vector<std::string>> expected = read_names(o.expect);
    if (!expected) return complain(expected.error());
    missing = merger.missing(*expected);
  }
  Result<OutputFile> file = OutputFile::open(o.output.empty() ? "-" : o.output, {.force = o.force});
  if (!file) return complain(file.error());
  if (Status status = file->write(merger.write()); !status) return complain(status.error());
  if (Status status = file->commit(); !status) return complain(status.error());
  for (const std::string& name : missing) fmt::print(stderr, "privet: no ledger has read {}\n", printable_path(name));
  const LedgerMerger::Summary all = merger.summary();
  if (!o.quiet) fmt::print(stderr, "{}", summary_text(all));
  return missing.empty() && all.not_read == 0 && all.withheld == 0 ? ExitCode::kDone : ExitCode::kIncomplete;
}

}  // namespace privet
