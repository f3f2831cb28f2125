#include "cli/slack_export.h"

#include <filesystem>
#include <utility>

#include "input/batch_reader.h"
#include "input/source.h"
#include "record/json_read.h"

namespace privet {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostListBytes = std::uintmax_t{16} << 20;
constexpr std::size_t kMostEntryBytes = std::size_t{1} << 20;  // a channel with all its members

bool is_true(const JsonValue& entry, std::string_view key) {
  const JsonValue* value = entry.find(key);
  return value != nullptr && value->boolean() != nullptr && *value->boolean();
}

fs::path whole_path(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error).lexically_normal();
  if (error || path.empty()) return path;
  return whole.has_filename() ? whole : whole.parent_path();  // "export/"
}

}  // namespace

std::string SlackExports::line_for(const Input& input) {
  if (input.is_stdin && input.name == "-") return "";
  const fs::path file = input.is_stdin ? fs::path(input.name) : fs::path(input.path);
  const fs::path top = whole_path(input.folder);
  fs::path folder = whole_path(file).parent_path();
  while (folder.has_relative_path()) {
    const fs::path above = folder.parent_path();
    if (input.in_folder && folder == top) break;
    const Folders& known = lists_in(above.string());
    if (const auto it = known.find(folder.filename().string()); it != known.end()) {
      constexpr const char* kLines[] = {"%export=slack.channel\n", "%export=slack.private\n", "%export=slack.mpim\n",
                                        "%export=slack.im\n"};
      return kLines[static_cast<std::size_t>(it->second)];
    }
    // The nearest lists count.
    if (!input.in_folder || !known.empty()) break;
    folder = above;
  }
  return "";
}

// The more private list wins where two have one name.
const SlackExports::Folders& SlackExports::lists_in(const std::string& folder) {
  const auto [it, fresh] = seen_.try_emplace(folder);
  if (!fresh) return it->second;
  constexpr std::pair<const char*, Kind> kLists[] = {{"channels.json", Kind::kChannel},
                                                     {"groups.json", Kind::kPrivate},
                                                     {"mpims.json", Kind::kMpim},
                                                     {"dms.json", Kind::kIm}};
  for (const auto& [name, kind] : kLists) {
    const fs::path path = fs::path(folder) / name;
    std::error_code error;
    // A link may leave the folder, and to open a fifo would wait for its writer.
    if (fs::symlink_status(path, error).type() != fs::file_type::regular) continue;
    Folders of_list;
    if (read_list(path.string(), kind, of_list)) {
      for (auto& [named, what] : of_list) it->second[named] = what;
    } else {
      notice_ += std::string("privet: ") + name + " above an input is no list of conversations; ignored\n";
    }
  }
  return it->second;
}

// Entry by entry, as any array of records: a large list is not held.
bool SlackExports::read_list(const std::string& path, Kind kind, Folders& folders) const {
  std::error_code error;
  const std::uintmax_t size = fs::file_size(path, error);
  if (error || size > kMostListBytes) return false;
  Result<std::unique_ptr<Source>> source = open_file(path);
  if (!source) return false;
  BatchReader reader(**source, {.max_record_bytes = kMostEntryBytes, .container = Container::kJson});
  Batch batch;
  while (true) {
    const Result<bool> more = reader.next(batch);
    if (!more) return false;
    if (!*more) return true;
    if (batch.begin == StreamOffset{} && !begins_array(batch.bytes.view())) return false;
    for (const Piece& piece : batch.pieces) {
      if (piece.kind == PieceKind::kOversize) return false;
      if (piece.kind != PieceKind::kRecord) continue;
      const Result<JsonValue> entry = parse_json(batch.bytes.view().substr(piece.begin, piece.size), "");
      if (!entry || entry->object() == nullptr) return false;
      Kind its = kind;
      if (kind == Kind::kChannel && is_true(*entry, "is_private")) its = Kind::kPrivate;
      if (kind == Kind::kChannel && is_true(*entry, "is_mpim")) its = Kind::kMpim;
      for (const std::string_view key : {"id", "name"}) {
        const JsonValue* value = entry->find(key);
        if (value != nullptr && value->string() != nullptr && !value->string()->empty())
          folders[*value->string()] = its;
      }
    }
  }
}

}  // namespace privet
