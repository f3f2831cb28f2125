// Outputs appear whole or not at all.
#include "pipeline/output_file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

#include "support/scratch_folder.h"

namespace privet {
namespace {

namespace fs = std::filesystem;
using test::ScratchFolder;

std::string content(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}
unsigned mode(const std::string& path) {
  struct stat s = {};
  return ::stat(path.c_str(), &s) == 0 ? s.st_mode & 0777U : 0;
}
std::size_t files_in(const ScratchFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()));
}

TEST(OutputFile, AppearsWithItsNameOnCommit) {
  const ScratchFolder folder;
  const std::string path = folder.path("out.jsonl");
  Result<OutputFile> file = OutputFile::open(path);
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_FALSE(file->direct());
  ASSERT_TRUE(file->write("one\n"));
  ASSERT_TRUE(file->write("two\n"));
  EXPECT_FALSE(fs::exists(path));
  EXPECT_EQ(mode(folder.path(".out.jsonl.privet-tmp")), 0600U);
  ASSERT_TRUE(file->commit());
  EXPECT_EQ(content(path), "one\ntwo\n");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, LeavesNothingWithoutCommit) {
  const ScratchFolder folder;
  {
    Result<OutputFile> file = OutputFile::open(folder.path("out"));
    ASSERT_TRUE(file && file->write("half"));
  }
  EXPECT_EQ(files_in(folder), 0U);
}

TEST(OutputFile, LeavesThePreviousFileWithoutCommit) {
  const ScratchFolder folder;
  const std::string path = folder.write("out", "previous");
  {
    Result<OutputFile> file = OutputFile::open(path, {.force = true});
    ASSERT_TRUE(file && file->write("half") && file->seal());
    EXPECT_EQ(content(path), "previous");
  }
  EXPECT_EQ(content(path), "previous");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, ReplacesOnlyWhenForced) {
  const ScratchFolder folder;
  const std::string path = folder.write("out", "previous");
  const Result<OutputFile> refused = OutputFile::open(path);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::kUsage);
  EXPECT_NE(refused.error().message.find("--force"), std::string::npos);
  Result<OutputFile> file = OutputFile::open(path, {.force = true});
  ASSERT_TRUE(file && file->write("new") && file->commit());
  EXPECT_EQ(content(path), "new");
}

TEST(OutputFile, RefusesAFileThatAppearedMeanwhile) {
  const ScratchFolder folder;
  Result<OutputFile> file = OutputFile::open(folder.path("out"));
  ASSERT_TRUE(file && file->write("ours"));
  folder.write("out", "theirs");
  EXPECT_FALSE(file->commit());
  EXPECT_EQ(content(folder.path("out")), "theirs");
}

TEST(OutputFile, HasTheModeOfTheUmaskOrIsSecret) {
  const ScratchFolder folder;
  const mode_t before = ::umask(022);
  for (const bool secret : {false, true}) {
    const std::string path = folder.path(secret ? "secret" : "open");
    Result<OutputFile> file = OutputFile::open(path, {.secret = secret});
    ASSERT_TRUE(file && file->commit());
    EXPECT_EQ(mode(path), secret ? 0600U : 0644U);
  }
  ::umask(before);
}

TEST(OutputFile, IsWrittenByOneRunAtATime) {
  const ScratchFolder folder;
  const Result<OutputFile> first = OutputFile::open(folder.path("out"));
  ASSERT_TRUE(first);
  const Result<OutputFile> second = OutputFile::open(folder.path("out"));
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, ErrorCode::kIo);
}

// Whoever changes a file reads it once it is open, so that nothing is lost.
TEST(OutputFile, OfRunsThatWaitOneHasItAtATime) {
  const ScratchFolder folder;
  const std::string path = folder.path("count");
  constexpr int kRuns = 4, kTimes = 25;
  const auto count_up = [&] {
    for (int i = 0; i < kTimes; ++i) {
      Result<OutputFile> file = OutputFile::open(path, {.force = true, .wait = true});
      ASSERT_TRUE(file) << file.error().message;
      const std::string before = content(path);
      if (i % 5 == 4) file->discard();  // changed its mind; the next one must not be lost
      if (i % 5 == 4) continue;
      ASSERT_TRUE(file->write(std::to_string(before.empty() ? 1 : std::stoi(before) + 1)));
      ASSERT_TRUE(file->commit());
    }
  };
  {
    std::vector<std::jthread> runs;
    for (int i = 0; i < kRuns; ++i) runs.emplace_back(count_up);
  }
  EXPECT_EQ(content(path), std::to_string(kRuns * kTimes * 4 / 5));
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, TakesOverWhatAKilledRunLeft) {
  const ScratchFolder folder;
  folder.write(".out.privet-tmp", "what a killed run left, which is longer");
  Result<OutputFile> file = OutputFile::open(folder.path("out"));
  ASSERT_TRUE(file && file->write("new") && file->commit());
  EXPECT_EQ(content(folder.path("out")), "new");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, FollowsALink) {
  const ScratchFolder folder;
  const std::string target = folder.write("target", "old");
  const std::string link = folder.path("link");
  fs::create_symlink(target, link);
  Result<OutputFile> file = OutputFile::open(link, {.force = true});
  ASSERT_TRUE(file && file->write("new") && file->commit());
  EXPECT_TRUE(fs::is_symlink(link));
  EXPECT_EQ(content(target), "new");
}

TEST(OutputFile, MakesFoldersOnlyWhenAsked) {
  const ScratchFolder folder;
  EXPECT_FALSE(OutputFile::open(folder.path("a/b/out")));
  Result<OutputFile> file = OutputFile::open(folder.path("a/b/out"), {.make_folders = true});
  ASSERT_TRUE(file && file->commit());
  EXPECT_TRUE(fs::exists(folder.path("a/b/out")));
}

TEST(OutputFile, WritesDevicesDirectlyAndNamesAFullOne) {
  Result<OutputFile> null = OutputFile::open("/dev/null");
  ASSERT_TRUE(null);
  EXPECT_TRUE(null->direct());
  EXPECT_TRUE(null->write("x") && null->commit());
  Result<OutputFile> full = OutputFile::open("/dev/full");
  ASSERT_TRUE(full);
  const Status status = full->write("x");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kIo);
  EXPECT_NE(status.error().message.find("/dev/full"), std::string::npos);
}

}  // namespace
}  // namespace privet
