// privet completion bash|zsh|fish|man.
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cli/completion.h"
#include "cli/man_page.h"
#include "cli/verbs.h"
#include "input/source.h"
#include "rule/nearest.h"

namespace privet {
namespace {

ExitCode complain(const std::string& message) {
  fmt::print(stderr, "privet: {}\n", message);
  return ExitCode::kError;
}

ExitCode print(const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  return ExitCode::kDone;
}

Status write_page(const Command& command, const Command& tree, const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / (page_name(command) + ".1");
  std::ofstream out(path, std::ios::binary);
  out << man_page(command, tree);
  out.close();
  return out ? Status() : fail(ErrorCode::kIo, "--into: cannot write " + printable_path(path.string()));
}

ExitCode write_pages(const Command& tree, const std::string& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (Status status = write_page(tree, tree, folder); !status) return complain(status.error().message);
  for (const Command& verb : tree.verbs) {
    if (Status status = write_page(verb, tree, folder); !status) return complain(status.error().message);
  }
  return ExitCode::kDone;
}

ExitCode print_page(const Command& tree, const std::string& name) {
  if (name.empty()) return print(man_page(tree, tree));
  std::vector<std::string_view> known;
  for (const Command& verb : tree.verbs) {
    if (verb.path.back() == name) return print(man_page(verb, tree));
    known.push_back(verb.path.back());
  }
  return complain("there is no page of \"" + name + "\"" + did_you_mean(name, known));
}

}  // namespace

ExitCode run_completion_verb(const Options& options) {
  const Command tree = describe_options();
  switch (options.verb) {
    case Verb::kCompletionBash:
      return print(bash_completion(tree));
    case Verb::kCompletionZsh:
      return print(zsh_completion(tree));
    case Verb::kCompletionFish:
      return print(fish_completion(tree));
    default:
      break;
  }
  if (options.manual_folder.empty()) return print_page(tree, options.manual_of);
  if (!options.manual_of.empty()) return complain("--into writes all pages; leave the verb out");
  return write_pages(tree, options.manual_folder);
}

}  // namespace privet
