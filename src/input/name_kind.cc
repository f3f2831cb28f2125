// The suffixes of data files, and of data files that are not read.
#include <algorithm>
#include <string>

#include "input/inputs.h"

namespace privet {
namespace {

struct Suffix {
  std::string_view text;
  Container container;
};
constexpr Suffix kContainers[] = {
    {".jsonl", Container::kJsonl}, {".ndjson", Container::kJsonl}, {".json", Container::kJson},
    {".txt", Container::kText},    {".csv", Container::kCsv},      {".tsv", Container::kCsv},
};

struct Packed {
  std::string_view text;
  Codec codec;
};
constexpr Packed kCodecs[] = {{".gz", Codec::kGzip}, {".zst", Codec::kZstd}, {".zstd", Codec::kZstd}};

struct Foreign {
  std::string_view text;
  std::string_view kind;
};
// Suffixes of archives that are packed come before those they end in.
constexpr Foreign kForeign[] = {
    {".parquet", "Parquet"}, {".arrow", "Arrow"}, {".feather", "Feather"}, {".avro", "Avro"},   {".tar", "tar"},
    {".tar.gz", "tar"},      {".tar.zst", "tar"}, {".tar.xz", "tar"},      {".tar.bz2", "tar"}, {".tgz", "tar"},
    {".zip", "zip"},         {".7z", "7z"},       {".xz", "xz"},           {".bz2", "bzip2"},   {".lz4", "lz4"},
};

}  // namespace

NameKind kind_of_name(std::string_view name) {
  std::string lower(name.substr(name.rfind('/') + 1));
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  std::string_view rest = lower;
  for (const Foreign& foreign : kForeign) {
    if (rest.ends_with(foreign.text)) return {.codec = Codec::kUnsupported, .kind = foreign.kind};
  }
  NameKind kind;
  for (const Packed& packed : kCodecs) {
    if (!rest.ends_with(packed.text)) continue;
    kind.codec = packed.codec;
    rest.remove_suffix(packed.text.size());
    break;
  }
  for (const Suffix& suffix : kContainers) {
    if (!rest.ends_with(suffix.text)) continue;
    kind.container = suffix.container;
    if (suffix.text == ".tsv") kind.delimiter = '\t';
    break;
  }
  return kind;
}

}  // namespace privet
