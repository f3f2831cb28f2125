// From INPUT arguments to files.
#include "input/inputs.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "support/scratch_folder.h"

namespace privet {
namespace {

using test::ScratchFolder;
using Strings = std::vector<std::string>;

Strings names(const Result<InputList>& list) {
  if (!list) return {"error: " + list.error().message};
  Strings all;
  for (const Input& input : list->inputs) all.push_back(input.name);
  return all;
}

Result<InputList> list(const Strings& arguments, const ListOptions& options = {}) {
  return list_inputs(arguments, options);
}

struct NameCase {
  const char* name;
  Container container;
  Codec codec;
  const char* kind;
};

const NameCase kNames[] = {
    {"a.jsonl", Container::kJsonl, Codec::kPlain, ""},
    {"a.ndjson", Container::kJsonl, Codec::kPlain, ""},
    {"a.json", Container::kJson, Codec::kPlain, ""},
    {"a.txt", Container::kText, Codec::kPlain, ""},
    {"a.csv", Container::kCsv, Codec::kPlain, ""},
    {"a.tsv", Container::kCsv, Codec::kPlain, ""},
    {"a.jsonl.gz", Container::kJsonl, Codec::kGzip, ""},
    {"a.json.zst", Container::kJson, Codec::kZstd, ""},
    {"a.txt.zstd", Container::kText, Codec::kZstd, ""},
    {"a.csv.gz", Container::kCsv, Codec::kGzip, ""},
    {"A.JSONL.GZ", Container::kJsonl, Codec::kGzip, ""},
    {"x.parquet/a.jsonl", Container::kJsonl, Codec::kPlain, ""},
    // Data, but not read.
    {"a.parquet", Container::kAuto, Codec::kUnsupported, "Parquet"},
    {"a.arrow", Container::kAuto, Codec::kUnsupported, "Arrow"},
    {"a.feather", Container::kAuto, Codec::kUnsupported, "Feather"},
    {"a.jsonl.xz", Container::kAuto, Codec::kUnsupported, "xz"},
    {"a.jsonl.bz2", Container::kAuto, Codec::kUnsupported, "bzip2"},
    {"a.tar.gz", Container::kAuto, Codec::kUnsupported, "tar"},
    {"a.zip", Container::kAuto, Codec::kUnsupported, "zip"},
    // Not data.
    {"README.md", Container::kAuto, Codec::kPlain, ""},
    {"jsonl", Container::kAuto, Codec::kPlain, ""},
    {"a.jsonl.bak", Container::kAuto, Codec::kPlain, ""},
    {"backup.sql.gz", Container::kAuto, Codec::kGzip, ""},
};

TEST(KindOfName, LooksAtTheSuffixes) {
  for (const NameCase& c : kNames) {
    const NameKind kind = kind_of_name(c.name);
    EXPECT_EQ(kind.container, c.container) << c.name;
    EXPECT_EQ(kind.codec, c.codec) << c.name;
    EXPECT_EQ(kind.kind, c.kind) << c.name;
  }
}

TEST(ListInputs, AFileHasItsBaseName) {
  const ScratchFolder folder;
  const std::string path = folder.write("deep/down/a.jsonl.gz", "");
  const auto found = list({path});
  ASSERT_TRUE(found);
  ASSERT_EQ(found->inputs.size(), 1U);
  EXPECT_EQ(found->inputs[0].name, "a.jsonl.gz");
  EXPECT_EQ(found->inputs[0].path, path);
  EXPECT_EQ(found->inputs[0].kind.codec, Codec::kGzip);
  EXPECT_FALSE(found->inputs[0].in_folder);
  EXPECT_FALSE(found->inputs[0].is_stdin);
}

TEST(ListInputs, AFileThatIsNamedIsReadWhateverItsSuffix) {
  const ScratchFolder folder;
  EXPECT_EQ(names(list({folder.write("a.log", ""), folder.write(".hidden", ""), folder.write("b.parquet", "")})),
            (Strings{"a.log", ".hidden", "b.parquet"}));
}

TEST(ListInputs, AFolderGivesItsDataFilesBytewise) {
  const ScratchFolder folder;
  for (const char* name :
       {"b.jsonl", "a/z.json", "a.txt", "B.ndjson.zst", "a/y/x.jsonl.gz", "\xC3\xA9.jsonl", "a-b.jsonl"}) {
    folder.write(name, "");
  }
  const Strings expected = {"B.ndjson.zst", "a-b.jsonl", "a.txt",         "a/y/x.jsonl.gz",
                            "a/z.json",     "b.jsonl",   "\xC3\xA9.jsonl"};
  EXPECT_EQ(names(list({folder.path()})), expected);
  EXPECT_EQ(names(list({folder.path() + "/"})), expected);
  EXPECT_EQ(list({folder.path()})->inputs[3].path, folder.path("a/y/x.jsonl.gz"));
  EXPECT_TRUE(list({folder.path()})->inputs[3].in_folder);
}

TEST(ListInputs, CountsWhatItPassesBy) {
  const ScratchFolder folder;
  folder.write("a.jsonl", "");
  folder.write("README.md", "");
  folder.write("Makefile", "");
  folder.write("sub/x.py", "");
  folder.write(".cache/b.jsonl", "");
  folder.write("sub/.c.jsonl", "");
  const auto found = list({folder.path()});
  EXPECT_EQ(names(found), Strings{"a.jsonl"});
  EXPECT_EQ(found->not_data, 3U);
  EXPECT_EQ(found->hidden, 2U);
  EXPECT_EQ(found->links, 0U);
  EXPECT_TRUE(found->not_read.empty());
}

TEST(ListInputs, NamesDataThatIsNotRead) {
  const ScratchFolder folder;
  folder.write("a.jsonl", "");
  folder.write("b.csv", "");
  folder.write("c/d.parquet", "");
  folder.write("e.jsonl.xz", "");
  ASSERT_EQ(::mkfifo(folder.path("f.jsonl").c_str(), 0600), 0);
  std::filesystem::create_symlink("nowhere.jsonl", folder.path("g.jsonl"));
  const auto found = list({folder.path()});
  EXPECT_EQ(names(found), (Strings{"a.jsonl", "b.csv"}));
  Strings not_read;
  for (const NotRead& file : found->not_read) not_read.push_back(file.name + ": " + file.reason);
  EXPECT_EQ(not_read, (Strings{"c/d.parquet: Parquet is not read; make JSONL of it first: "
                               "duckdb -c \"COPY (SELECT * FROM 'c/d.parquet') TO 'c/d.jsonl' (FORMAT json)\"",
                               "e.jsonl.xz: xz is not read; unpack it first: xz -dk e.jsonl.xz",
                               "f.jsonl: it is not a regular file", "g.jsonl: it is a link to nothing"}));
}

TEST(ListInputs, FollowsLinksToFilesInsideOnly) {
  const ScratchFolder outside;
  const ScratchFolder folder;
  outside.write("o.jsonl", "");
  folder.write("blobs/7f3a", "");
  std::filesystem::create_symlink("blobs/7f3a", folder.path("in.jsonl"));
  std::filesystem::create_symlink(outside.path("o.jsonl"), folder.path("out.jsonl"));
  std::filesystem::create_directory_symlink(outside.path(), folder.path("out"));
  std::filesystem::create_directory_symlink("..", folder.path("blobs/up"));
  const auto found = list({folder.path()});
  EXPECT_EQ(names(found), Strings{"in.jsonl"});
  EXPECT_EQ(found->links, 3U);
  EXPECT_EQ(found->not_data, 1U);
  // A sibling whose name begins alike is outside.
  const ScratchFolder both;
  both.write("a-b/x.jsonl", "");
  std::filesystem::create_directory(both.path("a"));
  std::filesystem::create_symlink("../a-b/x.jsonl", both.path("a/x.jsonl"));
  EXPECT_EQ(list({both.path("a")})->links, 1U);
  // An argument is what it leads to.
  EXPECT_EQ(names(list({folder.path("out")})), Strings{"o.jsonl"});
  EXPECT_EQ(names(list({folder.path("out.jsonl")})), Strings{"out.jsonl"});
}

TEST(ListInputs, SaysWhichFolderHasNoData) {
  const ScratchFolder folder;
  folder.write("empty/x.md", "");
  folder.write("parquet/x.parquet", "");
  folder.write("full/x.jsonl", "");
  const auto found = list({folder.path("empty"), folder.path("parquet"), folder.path("full")});
  EXPECT_EQ(found->folders_without_data, Strings{folder.path("empty")});
}

TEST(ListInputs, RefusesWhatIsMissingOrThereTwice) {
  const ScratchFolder folder;
  const std::string a = folder.write("a.jsonl", "");
  std::filesystem::create_symlink("a.jsonl", folder.path("link.jsonl"));
  const auto error = [](const Strings& arguments) { return names(list(arguments)).at(0); };
  EXPECT_EQ(error({a, folder.path("no")}), "error: cannot read " + folder.path("no") + ": there is no such file");
  EXPECT_EQ(error({a, a}), "error: " + a + " is given twice");
  EXPECT_EQ(error({a, folder.path("./a.jsonl")}), "error: " + folder.path("./a.jsonl") + " is given twice");
  EXPECT_EQ(error({a, folder.path("link.jsonl")}), "error: " + folder.path("link.jsonl") + " is given twice");
  EXPECT_EQ(error({folder.path(), a}), "error: " + a + " is given twice");
  EXPECT_EQ(error({"-", "-"}), "error: standard input (-) is given twice");
  EXPECT_EQ(list({a, folder.path("no")}).error().code, ErrorCode::kIo);
  EXPECT_EQ(list({a, a}).error().code, ErrorCode::kUsage);
  // One folder may hold a file and a link to it.
  EXPECT_EQ(names(list({folder.path()})), (Strings{"a.jsonl", "link.jsonl"}));
}

TEST(ListInputs, TellsInputsOfOneNameApart) {
  const ScratchFolder folder;
  const std::string first = folder.write("train/de/0.jsonl", "");
  const std::string second = folder.write("train/fr/0.jsonl", "");
  const std::string third = folder.write("test/fr/0.jsonl", "");
  const std::string other = folder.write("test/fr/1.jsonl", "");
  EXPECT_EQ(names(list({first, second})), (Strings{"de/0.jsonl", "fr/0.jsonl"}));
  EXPECT_EQ(names(list({first, second, third, other})),
            (Strings{"de/0.jsonl", "train/fr/0.jsonl", "test/fr/0.jsonl", "1.jsonl"}));
  EXPECT_EQ(names(list({folder.path("train/fr"), folder.path("test/fr")})),
            (Strings{"train/fr/0.jsonl", "test/fr/0.jsonl", "1.jsonl"}));
  EXPECT_EQ(names(list({folder.path("train"), folder.path("test")})),
            (Strings{"de/0.jsonl", "train/fr/0.jsonl", "test/fr/0.jsonl", "fr/1.jsonl"}));
}

TEST(ListInputs, StdinHasTheNameItIsGiven) {
  const ScratchFolder folder;
  EXPECT_EQ(names(list({"-"})), Strings{"-"});
  EXPECT_EQ(names(list({})), Strings{"-"});
  const auto named = list({"-", folder.write("in/b.txt", "")}, {.stdin_filename = "b.txt"});
  EXPECT_EQ(names(named), (Strings{"b.txt", "in/b.txt"}));
  EXPECT_TRUE(named->inputs[0].is_stdin);
  EXPECT_EQ(named->inputs[0].kind.container, Container::kText);
}

TEST(ListInputs, ReadsArgumentsFromAFile) {
  const ScratchFolder folder;
  const std::string a = folder.write("a.jsonl", "");
  const std::string b = folder.write("b\n.jsonl", "");
  const std::string c = folder.write("c/d.jsonl", "");
  const std::string lines = folder.write("lines", a + "\r\n\n" + folder.path("c") + "\n");
  EXPECT_EQ(names(list({}, {.files_from = lines})), (Strings{"a.jsonl", "d.jsonl"}));
  const std::string nul = folder.write("nul", a + '\0' + b + '\0');
  EXPECT_EQ(names(list({c}, {.files_from = nul, .nul_separated = true})), (Strings{"d.jsonl", "a.jsonl", "b\n.jsonl"}));
  EXPECT_EQ(names(list({}, {.files_from = folder.write("none", "")})), Strings{});
  EXPECT_EQ(list({}, {.files_from = folder.path("no")}).error().message,
            "cannot read " + folder.path("no") + ": there is no such file");
  EXPECT_EQ(names(list({"-"}, {.files_from = folder.write("dash", "-\n")})),
            Strings{"error: standard input (-) is given twice"});
}

TEST(ListInputs, NamesAFolderThatCannotBeListed) {
  const ScratchFolder folder;
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  folder.write("a.jsonl", "");
  folder.write("locked/b.jsonl", "");
  ASSERT_EQ(::chmod(folder.path("locked").c_str(), 0), 0);
  {
    const test::AsNobody nobody;
    const auto inside = list({folder.path()});
    EXPECT_EQ(names(inside), Strings{"a.jsonl"});
    ASSERT_EQ(inside->not_read.size(), 1U);
    EXPECT_EQ(inside->not_read[0].name, "locked");
    EXPECT_EQ(inside->not_read[0].reason, "the folder cannot be listed: Permission denied");
    const auto itself = list({folder.path("locked")});
    EXPECT_EQ(itself.error().message, "cannot read " + folder.path("locked") + ": Permission denied");
  }
  ASSERT_EQ(::chmod(folder.path("locked").c_str(), 0755), 0);
}

}  // namespace
}  // namespace privet
