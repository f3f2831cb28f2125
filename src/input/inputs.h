// What INPUT arguments stand for: the files to read, by name and in order, and
// what is there but will not be read, so that nothing goes missing silently.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "input/codec.h"
#include "input/container.h"

namespace privet {

// What a file's name says about it.
struct NameKind {
  Container container = Container::kAuto;  // kAuto: nothing
  char delimiter = '\0';                   // of CSV; '\0': nothing
  Codec codec = Codec::kPlain;             // kUnsupported: `kind` says which format
  std::string_view kind = "";              // as not_read_reason() takes it; empty if the file is read
};
// By the last component's suffixes, in any case: "x.jsonl.gz". Data files have a
// container or a kind.
[[nodiscard]] NameKind kind_of_name(std::string_view name);

struct Input {
  std::string path = "";  // to open; of no meaning for stdin
  // As reports say it, with '/': for a file its base name, for a file of a
  // folder its path below that, for stdin the name it was given. Where two
  // inputs would have the same, both get as many of the folders above as tell
  // them apart. Unique in a list.
  std::string name = "";
  NameKind kind = {};
  std::size_t argument = 0;  // index of the argument (then of the line in --files-from) it comes from
  bool is_stdin = false;
  bool in_folder = false;   // the argument was a folder
  std::string folder = "";  // that one, as given; empty if it was none
};

struct NotRead {
  std::string path;  // as Input's
  std::string name;
  std::string kind;    // "Parquet", "xz", ...; empty: it is damaged or no file
  std::string reason;  // one line, without the name but perhaps with a command that holds the path
};

struct InputList {
  std::vector<Input> inputs;      // by argument; in a folder bytewise by name
  std::vector<NotRead> not_read;  // data that is there and is not read, likewise
  std::uint64_t hidden = 0;       // files and folders in folders, not looked at: a name with a dot in front
  std::uint64_t links = 0;        // links to folders, and links that leave the INPUT folder: not followed
  std::uint64_t not_data = 0;     // other files in folders
  std::vector<std::string> folders_without_data;  // arguments, as given, that brought neither input nor not_read
};

struct ListOptions {
  std::string stdin_filename = "-";
  std::string files_from = "";  // a file with more arguments, one a line; "-" is stdin; empty: none
  bool nul_separated = false;   // in files_from: NUL instead of line ends
};

// "-" is stdin, and so is no argument at all. Fails if an argument is missing
// or the same file is there twice. Opens nothing but files_from.
[[nodiscard]] Result<InputList> list_inputs(std::span<const std::string> arguments, const ListOptions& options);

}  // namespace privet
