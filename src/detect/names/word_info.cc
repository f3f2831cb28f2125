#include "detect/names/word_info.h"

#include <algorithm>
#include <cstring>

#include "base/utf8.h"
#include "detect/names/word_hash.h"
#include "text/casefold.h"

namespace privet {
namespace {

std::uint32_t short_hash(std::string_view text) { return static_cast<std::uint32_t>(hash_word(text) >> 32); }

// Tokens that are no words are told apart by their kind alone, marks by their
// first byte too, which is all of an ASCII one.
std::uint32_t kind_hash(Shape shape, std::uint8_t byte) {
  return 0x10000U | static_cast<std::uint32_t>(shape) << 8 | byte;
}

Shape number_shape(std::uint32_t size) {
  if (size == 1) return Shape::kDigit;
  if (size <= 3) return Shape::kDigits;
  return size == 4 ? Shape::kYear : Shape::kNumber;
}

struct ShortWord {
  std::uint64_t low = 0, high = 0;
};

// Up to sixteen bytes; those that are not of the word are 0.
ShortWord load_short(std::string_view text, std::size_t at, std::size_t size) {
  ShortWord word;
  if (at + 16 > text.size()) {
    std::array<char, 16> bytes{};
    std::memcpy(bytes.data(), text.data() + at, size);
    std::memcpy(&word, bytes.data(), sizeof word);
    return word;
  }
  std::memcpy(&word, text.data() + at, sizeof word);
  const auto kept = [](std::size_t bytes) {
    return bytes >= 8 ? ~std::uint64_t{0} : ~(~std::uint64_t{0} << 8 * bytes);
  };
  word.low &= kept(size);
  word.high &= size > 8 ? kept(size - 8) : 0;
  return word;
}

struct Letters {
  std::uint32_t all = 0, upper = 0, lower = 0;
  bool first_upper = false, joined = false, upper_after_lower = false;
};

struct Letter {
  bool upper = false, lower = false;
};

// Appends a character without its case, and tells which it had. Most are ASCII.
Letter fold_letter(std::string_view letter, char32_t code_point, std::string& out) {
  if (code_point < 0x80) {
    const bool upper = code_point >= 'A' && code_point <= 'Z';
    out.push_back(static_cast<char>(upper ? code_point + 0x20 : code_point));
    return {upper, code_point >= 'a' && code_point <= 'z'};
  }
  if (code_point == 0x2019) {
    out.push_back('\'');
    return {};
  }
  const std::size_t before = out.size();
  append_casefolded(letter, out);
  const bool upper = std::string_view(out).substr(before) != letter;
  return {upper, !upper && capital_letter(code_point) != code_point};
}

Shape word_shape(const Letters& seen) {
  if (seen.upper == 0 && seen.lower == 0) return Shape::kCaseless;
  if (seen.first_upper) {
    if (seen.all == 1) return Shape::kInitial;
    if (seen.lower == 0) return seen.joined ? Shape::kUpperJoined : Shape::kUpper;
    if (seen.joined) return Shape::kTitleJoined;
    return seen.upper_after_lower || seen.upper > 1 ? Shape::kInner : Shape::kTitle;
  }
  if (seen.upper > 0) return Shape::kCamel;
  return seen.joined ? Shape::kLowerJoined : Shape::kLower;
}

}  // namespace

WordBook::WordBook(const Lexicon& lexicon) : lexicon_(&lexicon), entries_(kEntries) {}

const WordInfo& WordBook::info_of(std::string_view text, const Token& token) {
  const std::size_t size = token.end - token.begin;
  if (token.kind == TokenKind::kWord) {
    if (size > kLongestKept) {
      describe_word(text.substr(token.begin, size), other_);
      return other_;
    }
    const ShortWord word = load_short(text, token.begin, size);
    Entry& entry = entries_[mix_hash(mix_hash(size, word.low), word.high) % kEntries];
    if (entry.low != word.low || entry.high != word.high || entry.size != size) {
      entry.low = word.low;
      entry.high = word.high;
      entry.size = static_cast<std::uint32_t>(size);
      describe_word(text.substr(token.begin, size), entry.info);
    }
    return entry.info;
  }
  const std::string_view word = text.substr(token.begin, size);
  Shape shape = Shape::kMark;
  std::uint8_t byte = 0;
  switch (token.kind) {
    case TokenKind::kNumber:
      shape = number_shape(token.end - token.begin);
      break;
    case TokenKind::kMark:
      byte = static_cast<std::uint8_t>(word.front());
      if (byte >= 0x80) byte = static_cast<std::uint8_t>(word.back());
      break;
    case TokenKind::kMixed:
      shape = Shape::kMixed;
      break;
    case TokenKind::kLink:
      shape = Shape::kLink;
      break;
    case TokenKind::kHandle:
      shape = Shape::kHandle;
      break;
    case TokenKind::kTag:
      shape = Shape::kTag;
      break;
    case TokenKind::kBreak:
      shape = Shape::kBreak;
      break;
    case TokenKind::kWord:
      break;
  }
  other_ = {};
  other_.shape = shape;
  other_.word = kind_hash(shape, byte);
  return other_;
}

void WordBook::describe_word(std::string_view word, WordInfo& info) {
  folded_.clear();
  starts_.clear();
  Letters seen;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded d = decode_utf8(word, at);
    starts_.push_back(static_cast<std::uint32_t>(folded_.size()));
    const Letter letter = fold_letter(word.substr(at, d.bytes), d.code_point, folded_);
    if (d.code_point == '-' || d.code_point == '\'' || d.code_point == 0x2019) {
      seen.joined = true;
    } else {
      if (at == 0) seen.first_upper = letter.upper;
      seen.upper_after_lower = seen.upper_after_lower || (letter.upper && seen.lower > 0);
      ++seen.all;
      seen.upper += letter.upper ? 1 : 0;
      seen.lower += letter.lower ? 1 : 0;
    }
    at += d.bytes;
  }
  const std::string_view folded = folded_;
  const std::size_t count = starts_.size();
  const auto first = [&](std::size_t n) {
    return count > n ? short_hash(folded.substr(0, starts_[n])) : short_hash(folded);
  };
  const auto last = [&](std::size_t n) {
    return count > n ? short_hash(folded.substr(starts_[count - n])) : short_hash(folded);
  };
  const std::uint64_t hash = Lexicon::hash_of(folded);
  info.word = static_cast<std::uint32_t>(hash >> 32);
  info.prefix2 = first(2);
  info.prefix3 = first(3);
  info.suffix2 = last(2);
  info.suffix3 = last(3);
  info.suffix4 = last(4);
  info.facts = lexicon_->find_hash(hash);
  info.shape = word_shape(seen);
  info.letters = static_cast<std::uint8_t>(std::min<std::size_t>(seen.all, 255));
}

}  // namespace privet
