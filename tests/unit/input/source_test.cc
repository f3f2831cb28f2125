// Files, pipes and what can be wrong with them.
#include "input/source.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "support/memory_source.h"
#include "support/scratch_folder.h"

namespace privet {
namespace {

using test::drain;
using test::ScratchFolder;

TEST(OpenFile, ReadsAFile) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.jsonl", "{}\n[]\n");
  for (const std::size_t room : {std::size_t{1}, std::size_t{100}}) {
    auto source = open_file(path);
    ASSERT_TRUE(source);
    EXPECT_EQ(drain(**source, room).text, "{}\n[]\n");
    EXPECT_FALSE((*source)->changed());
  }
}

TEST(OpenFile, SaysWhatIsWrongInOneLine) {
  const ScratchFolder folder;
  const auto message = [](const std::string& path) {
    auto source = open_file(path);
    return source ? std::string("opened") : source.error().message;
  };
  EXPECT_EQ(message(folder.path("no.jsonl")), "cannot read " + folder.path("no.jsonl") + ": there is no such file");
  EXPECT_EQ(message(folder.path()), "cannot read " + folder.path() + ": it is a folder");
  EXPECT_EQ(message(folder.path("a\nb\x1B[31m")), "cannot read " + folder.path("a?b?[31m") + ": there is no such file");

  const std::string locked = folder.write("locked.jsonl", "x");
  ASSERT_EQ(::chmod(locked.c_str(), 0), 0);
  ASSERT_EQ(::chmod(folder.path().c_str(), 0755), 0);
  const test::AsNobody nobody;
  EXPECT_EQ(message(locked), "cannot read " + locked + ": permission denied");
}

TEST(OpenFile, SeesThatAFileChanged) {
  const ScratchFolder folder;
  struct Change {
    const char* name;
    void (*make)(const std::string& path);
  };
  const Change kChanges[] = {
      {"grew",
       [](const std::string& path) {
         std::FILE* f = std::fopen(path.c_str(), "a");
         std::fputs("more", f);
         std::fclose(f);
       }},
      {"shrank", [](const std::string& path) { ASSERT_EQ(::truncate(path.c_str(), 2), 0); }},
      {"was touched",
       [](const std::string& path) {
         const timespec times[2] = {{1, 0}, {1, 0}};
         ASSERT_EQ(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
       }},
  };
  for (const Change& change : kChanges) {
    const std::string path = folder.write("a.jsonl", "{}\n[]\n");
    auto source = open_file(path);
    ASSERT_TRUE(source);
    char buffer[3];
    ASSERT_EQ((*source)->read(buffer, 3), 3U);
    EXPECT_FALSE((*source)->changed());
    change.make(path);
    drain(**source);
    EXPECT_TRUE((*source)->changed()) << change.name;
  }
}

TEST(OpenFile, AFileThatIsReplacedOrRemovedWasReadWhole) {
  const ScratchFolder folder;
  const std::string path = folder.write("a.jsonl", "{}\n");
  auto source = open_file(path);
  ASSERT_TRUE(source);
  ASSERT_EQ(::rename(folder.write("b.jsonl", "other text\n").c_str(), path.c_str()), 0);
  EXPECT_EQ(drain(**source).text, "{}\n");
  EXPECT_FALSE((*source)->changed());
}

TEST(OpenFile, ReadsFifosAndDevices) {
  const ScratchFolder folder;
  const std::string path = folder.path("fifo");
  ASSERT_EQ(::mkfifo(path.c_str(), 0600), 0);
  std::thread writer([&] { folder.write("fifo", "{}\n"); });
  auto source = open_file(path);
  ASSERT_TRUE(source);
  EXPECT_EQ(drain(**source).text, "{}\n");
  EXPECT_FALSE((*source)->changed());
  writer.join();

  auto null = open_file("/dev/null");
  ASSERT_TRUE(null);
  EXPECT_EQ(drain(**null).text, "");
  EXPECT_FALSE((*null)->changed());
}

// Puts `fd` in the place of standard input while it lives.
class AsStdin {
 public:
  explicit AsStdin(int fd) : saved_(::dup(STDIN_FILENO)) {
    if (fd >= 0) {
      ::dup2(fd, STDIN_FILENO);
      ::close(fd);
    } else {
      ::close(STDIN_FILENO);
    }
  }
  ~AsStdin() {
    ::dup2(saved_, STDIN_FILENO);
    ::close(saved_);
  }

 private:
  int saved_;
};

TEST(OpenStdin, WaitsForASlowPipeAlsoANonBlockingOne) {
  for (const int flags : {0, O_NONBLOCK}) {
    int ends[2];
    ASSERT_EQ(::pipe2(ends, flags), 0);
    const AsStdin as_stdin(ends[0]);
    std::thread writer([&] {
      for (const char* part : {"{}", "\n", "[]\n"}) {
        ::usleep(20000);
        EXPECT_GT(::write(ends[1], part, std::char_traits<char>::length(part)), 0);
      }
      ::close(ends[1]);
    });
    auto source = open_stdin();
    ASSERT_TRUE(source);
    const test::Drained all = drain(**source);
    EXPECT_EQ(all.text, "{}\n[]\n");
    EXPECT_FALSE(all.error);
    writer.join();
  }
}

TEST(OpenStdin, GoesOnAfterASignal) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  const AsStdin as_stdin(ends[0]);
  static volatile sig_atomic_t signals = 0;
  struct sigaction action {};
  action.sa_handler = [](int) { signals = signals + 1; };
  struct sigaction before {};
  ASSERT_EQ(::sigaction(SIGUSR1, &action, &before), 0);  // without SA_RESTART
  const pthread_t reader = ::pthread_self();
  std::thread writer([&] {
    for (int i = 0; i < 5; ++i) {
      ::usleep(10000);
      ::pthread_kill(reader, SIGUSR1);
    }
    EXPECT_EQ(::write(ends[1], "{}\n", 3), 3);
    ::close(ends[1]);
  });
  auto source = open_stdin();
  ASSERT_TRUE(source);
  const test::Drained all = drain(**source);
  writer.join();
  ::sigaction(SIGUSR1, &before, nullptr);
  EXPECT_GT(signals, 0);
  EXPECT_EQ(all.text, "{}\n");
  EXPECT_FALSE(all.error);
}

TEST(OpenStdin, SaysWhatIsWrong) {
  {
    const AsStdin closed(-1);
    auto source = open_stdin();
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().message, "cannot read standard input: Bad file descriptor");
  }
  const AsStdin folder(::open("/", O_RDONLY | O_DIRECTORY));
  auto source = open_stdin();
  ASSERT_FALSE(source);
  EXPECT_EQ(source.error().message, "cannot read standard input: it is a folder");
}

}  // namespace
}  // namespace privet
