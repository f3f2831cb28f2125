#include "train/lexicon_builder.h"

#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <optional>
#include <vector>

#include "detect/names/lexicon.h"
#include "detect/names/lexicon_slot.h"

namespace privet {
namespace {

constexpr std::array<std::string_view, 14> kPartNames = {"-",        "title",    "role",    "org",        "street",
                                                         "calendar", "greeting", "signoff", "speech",     "kin",
                                                         "particle", "suffix",   "place",   "nationality"};

std::optional<WordPart> part_named(std::string_view name) {
  for (std::size_t i = 0; i < kPartNames.size(); ++i) {
    if (kPartNames[i] == name) return static_cast<WordPart>(i);
  }
  return {};
}

struct Word {
  std::string text;
  WordFacts facts;
};

std::optional<Word> read_word(std::string_view line) {
  std::array<std::string_view, 6> cells;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (i + 1 == cells.size())) return {};
    cells[i] = line.substr(0, tab);
    line.remove_prefix(std::min(line.size(), tab == std::string_view::npos ? line.size() : tab + 1));
  }
  std::array<int, 4> grades{};
  for (std::size_t i = 0; i < grades.size(); ++i) {
    const std::string_view cell = cells[i < 3 ? i + 1 : 5];
    if (cell.size() != 1 || cell[0] < '0' || cell[0] > '3') return {};
    grades[i] = cell[0] - '0';
  }
  const std::optional<WordPart> part = part_named(cells[4]);
  if (!part || cells[0].empty()) return {};
  const WordFacts facts(grades[0], grades[1], grades[2], *part, static_cast<NameLean>(grades[3]));
  return Word{std::string(cells[0]), facts};
}

}  // namespace

Result<std::string> build_lexicon(const std::string& path, std::size_t most_bytes) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return fail(ErrorCode::kIo, path + ": cannot be opened");
  std::vector<Word> words;
  std::string line;
  while (std::getline(in, line)) {
    std::optional<Word> word = read_word(line);
    if (!word)
      return fail(ErrorCode::kConfig, path + ":" + std::to_string(words.size() + 1) + ": no word with its facts");
    if (word->facts.known()) words.push_back(std::move(*word));
  }
  std::size_t count = 1024;
  while (count * 4 < words.size() * 5) count *= 2;
  if (count * sizeof(LexiconSlot) > most_bytes) {
    return fail(ErrorCode::kConfig,
                path + ": " + std::to_string(words.size()) + " words are more than the model has room for");
  }
  std::vector<LexiconSlot> slots(count);
  for (const Word& word : words) {
    if (!insert_word(slots, Lexicon::hash_of(word.text), word.facts.bits()))
      return fail(ErrorCode::kConfig, path + ": too many words fall together");
  }
  std::string table(count * sizeof(LexiconSlot), '\0');
  std::memcpy(table.data(), slots.data(), table.size());
  return table;
}

}  // namespace privet
