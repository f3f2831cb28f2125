#include "cli/baseline_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <system_error>

#include "base/iso_date.h"
#include "cli/repository.h"
#include "input/source.h"
#include "pipeline/output_file.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

// A hundred thousand entries take some 15 MiB.
constexpr std::size_t kMostBytes = std::size_t{256} << 20;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

tl::unexpected<Error> cannot_read(const std::string& path, int error) {
  return fail(ErrorCode::kIo, "cannot read " + printable_path(path) + ": " + std::generic_category().message(error));
}

Result<std::optional<std::string>> read_file(const std::string& path) {
  const std::unique_ptr<std::FILE, Close> file(std::fopen(path.c_str(), "rbe"));
  if (!file) {
    if (errno == ENOENT) return std::nullopt;
    return cannot_read(path, errno);
  }
  std::string text;
  std::string room(std::size_t{64} << 10, '\0');
  while (const std::size_t got = std::fread(room.data(), 1, room.size(), file.get())) {
    text.append(room, 0, got);
    if (text.size() > kMostBytes)
      return fail(ErrorCode::kConfig, printable_path(path) + ": larger than 256 MiB; is this the right file?");
  }
  if (std::ferror(file.get()) != 0) return cannot_read(path, errno);
  return text;
}

}  // namespace

std::string baseline_path(const std::string& asked) {
  if (!asked.empty()) return asked;
  std::string here(kBaselineName);
  std::error_code error;
  if (fs::exists(here, error)) return here;
  const fs::path folder = fs::current_path(error);
  if (error) return here;
  const std::optional<fs::path> root = repository_of(folder);
  return root ? (root->lexically_relative(folder) / here).lexically_normal().string() : here;
}

Result<std::optional<Baseline>> load_baseline(const std::string& path) {
  Result<std::optional<std::string>> text = read_file(path);
  if (!text) return fail(text);
  if (!*text) return std::nullopt;
  Result<Baseline> baseline = parse_baseline(**text, printable_path(path));
  if (!baseline) return fail(baseline);
  return std::move(*baseline);
}

Status change_baseline(const std::string& path, FunctionRef<Result<bool>(std::optional<Baseline>&)> change) {
  // Held from here on: what is read below is what will be replaced.
  Result<OutputFile> file = OutputFile::open(path, {.force = true, .wait = true});
  if (!file) return fail(file);
  if (file->direct()) return fail(ErrorCode::kUsage, file->name() + ": a baseline must be a file");
  Result<std::optional<Baseline>> baseline = load_baseline(path);
  if (!baseline) return fail(baseline);
  const Result<bool> changed = change(*baseline);
  if (!changed) return tl::unexpected<Error>(changed.error());
  if (!*changed || !*baseline) return {};
  if (Status done = file->write(write_baseline(**baseline)); !done) return done;
  return file->commit();
}

Status make_baseline(const std::string& path, const Baseline& baseline, bool force) {
  Result<OutputFile> file = OutputFile::open(path, {.force = force, .wait = true});
  if (!file) return fail(file);
  if (Status done = file->write(write_baseline(baseline)); !done) return done;
  return file->commit();
}

Result<std::string> today() {
  if (const char* const set = std::getenv("PRIVET_TODAY"); set != nullptr && *set != '\0') {
    if (!is_iso_date(set)) return fail(ErrorCode::kUsage, "PRIVET_TODAY must be a date, YYYY-MM-DD");
    return std::string(set);
  }
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

Status check_key(const Baseline& baseline, std::string_view key_name, std::string_view path) {
  if (baseline.key == key_name) return {};
  const std::string file = printable_path(path);
  if (baseline.key.empty())
    return fail(ErrorCode::kUsage, file +
                                       ": its ids were made without a key; leave --key-file out, or make it anew "
                                       "(privet baseline create --force)");
  if (key_name.empty()) return fail(ErrorCode::kUsage, file + ": its ids were made under a key; give --key-file");
  return fail(ErrorCode::kUsage, file + ": its ids were made under another key than that of --key-file");
}

}  // namespace privet
