// Runs a fuzz target's body over its committed corpus: one body, two lives.
//   replay FOLDER...   every file once; then every file with each of its first
//   2,000 prefixes cut off, which is where bounds mistakes live
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

// An exact heap block, so that a sanitizer sees a read past the end.
void run(const std::vector<std::uint8_t>& bytes, std::size_t size) {
  const auto block = std::make_unique<std::uint8_t[]>(size);
  std::copy_n(bytes.begin(), size, block.get());
  LLVMFuzzerTestOneInput(block.get(), size);
}

}  // namespace

int main(int argc, char** argv) {
  int files = 0;
  for (int i = 1; i < argc; ++i) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(argv[i])) paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    for (const auto& path : paths) {
      std::ifstream in(path, std::ios::binary);
      const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(in), {}};
      run(bytes, bytes.size());
      const std::size_t step = std::max<std::size_t>(1, bytes.size() / 200);
      for (std::size_t size = 0; size < std::min<std::size_t>(bytes.size(), 2000); size += step) run(bytes, size);
      ++files;
    }
  }
  std::printf("%d corpus files replayed\n", files);
  return files > 0 ? 0 : 1;
}
