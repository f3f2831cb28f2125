#include "input/inputs.h"

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <map>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "input/folder_walk.h"
#include "input/source.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

// The path without links and dots; what a name collision is told apart by, and
// what makes two arguments the same file. Things without one (a pipe behind
// /dev/fd) stand for themselves.
std::string canonical_path(const std::string& path) {
  std::error_code error;
  const fs::path canonical = fs::canonical(path, error);
  return error ? path : canonical.string();
}

Result<std::vector<std::string>> read_files_from(const ListOptions& options) {
  Result<std::unique_ptr<Source>> source = options.files_from == "-" ? open_stdin() : open_file(options.files_from);
  if (!source) return fail(source);
  std::string text;
  std::string buffer(std::size_t{1} << 16, '\0');
  while (true) {
    Result<std::size_t> got = (*source)->read(buffer.data(), buffer.size());
    if (!got) return fail(got);
    if (*got == 0) break;
    text.append(buffer, 0, *got);
  }
  const char separator = options.nul_separated ? '\0' : '\n';
  std::vector<std::string> paths;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(separator, at), text.size());
    std::string path = text.substr(at, end - at);
    if (!options.nul_separated && path.ends_with('\r')) path.pop_back();  // lists made on Windows
    if (!path.empty()) paths.push_back(std::move(path));
    at = end + 1;
  }
  return paths;
}

class Lister {
 public:
  explicit Lister(const ListOptions& options) : options_(options) {}

  Status add(const std::string& argument) {
    if (argument == "-") return add_stdin();
    std::error_code error;
    const fs::file_status status = fs::status(argument, error);
    if (status.type() == fs::file_type::not_found) {
      return fail(ErrorCode::kIo, "cannot read " + printable_path(argument) + ": there is no such file");
    }
    if (error) return fail(ErrorCode::kIo, "cannot read " + printable_path(argument) + ": " + error.message());
    Status done = fs::is_directory(status) ? add_folder(argument) : add_file(argument);
    ++argument_;
    return done;
  }

  Result<InputList> finish() {
    if (Status done = make_names_unique(); !done) return fail(done);
    for (Named& named : named_) {
      if (named.reason.empty()) {
        list_.inputs.push_back(std::move(named.input));
      } else {
        list_.not_read.push_back({std::move(named.input.path), std::move(named.input.name),
                                  std::string(named.input.kind.kind), std::move(named.reason)});
      }
    }
    return std::move(list_);
  }

 private:
  struct Named {
    Input input;
    std::string reason;  // why it is not read; empty: it is
    std::string above;   // the canonical folder that input.name is below
  };

  Status add_stdin() {
    if (std::any_of(named_.begin(), named_.end(), [](const Named& n) { return n.input.is_stdin; })) {
      return fail(ErrorCode::kUsage, "standard input (-) is given twice");
    }
    if (options_.files_from == "-") {
      return fail(ErrorCode::kUsage, "standard input (-) is both the list of files and an input");
    }
    named_.push_back({{.path = "-",
                       .name = options_.stdin_filename,
                       .kind = kind_of_name(options_.stdin_filename),
                       .argument = argument_++,
                       .is_stdin = true},
                      "",
                      ""});
    return {};
  }

  Status add_file(const std::string& path) {
    const fs::path given(path);
    const std::string above = canonical_path(given.has_parent_path() ? given.parent_path().string() : ".");
    Input input{.path = path, .name = given.filename().string(), .kind = kind_of_name(path), .argument = argument_};
    // Who names a file means it: whether it is read is told by its first bytes.
    return add(std::move(input), "", above);
  }

  Status add_folder(const std::string& path) {
    FolderContents found = walk_folder(path);
    if (!found.problem.empty()) {
      return fail(ErrorCode::kIo, "cannot read " + printable_path(path) + ": " + found.problem);
    }
    list_.hidden += found.hidden;
    list_.links += found.links;
    list_.not_data += found.not_data;
    if (found.files.empty()) list_.folders_without_data.push_back(path);
    const std::string above = canonical_path(path);
    for (FolderFile& file : found.files) {
      std::string reason = std::move(file.problem);
      const NameKind kind = kind_of_name(file.name);
      if (reason.empty() && !kind.kind.empty()) reason = not_read_reason(kind.kind, file.name);
      Input input{.path = std::move(file.path),
                  .name = std::move(file.name),
                  .kind = kind,
                  .argument = argument_,
                  .in_folder = true,
                  .folder = path};
      if (Status done = add(std::move(input), std::move(reason), above); !done) return done;
    }
    return {};
  }

  // Within one folder, links may well give one file two names.
  Status add(Input input, std::string reason, const std::string& above) {
    const auto [known, fresh] = seen_.try_emplace(canonical_path(input.path), argument_);
    if (!fresh && known->second != argument_) {
      return fail(ErrorCode::kUsage, printable_path(input.path) + " is given twice");
    }
    named_.push_back({std::move(input), std::move(reason), above});
    return {};
  }

  // All that share a name get one more folder, until none do. Canonical paths
  // differ, so this ends.
  Status make_names_unique() {
    while (true) {
      std::unordered_map<std::string, std::size_t> uses;
      for (const Named& named : named_) ++uses[named.input.name];
      if (uses.size() == named_.size()) return {};
      bool longer = false;
      for (Named& named : named_) {
        if (uses[named.input.name] == 1 || named.input.is_stdin || named.above.empty() || named.above == "/") continue;
        const std::size_t slash = named.above.rfind('/');
        const std::size_t begin = slash == std::string::npos ? 0 : slash + 1;
        named.input.name = named.above.substr(begin) + "/" + named.input.name;
        named.above.resize(slash == std::string::npos ? 0 : slash);
        longer = true;
      }
      if (!longer) return fail(ErrorCode::kUsage, "two inputs have the same name; pass --stdin-filename another one");
    }
  }

  const ListOptions& options_;
  InputList list_;
  std::vector<Named> named_;
  std::map<std::string, std::size_t> seen_;  // canonical path to argument
  std::size_t argument_ = 0;
};

}  // namespace

Result<InputList> list_inputs(std::span<const std::string> arguments, const ListOptions& options) {
  std::vector<std::string> all(arguments.begin(), arguments.end());
  if (!options.files_from.empty()) {
    Result<std::vector<std::string>> more = read_files_from(options);
    if (!more) return fail(more);
    all.insert(all.end(), std::make_move_iterator(more->begin()), std::make_move_iterator(more->end()));
  } else if (all.empty()) {
    all.emplace_back("-");
  }
  Lister lister(options);
  for (const std::string& argument : all) {
    if (Status done = lister.add(argument); !done) return fail(done);
  }
  return lister.finish();
}

}  // namespace privet
