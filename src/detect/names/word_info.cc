#include "detect/names/word_info.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/utf8.h"
#include "detect/names/letter_bits.h"
#include "detect/names/word_hash.h"
#include "text/casefold.h"

namespace privet {
namespace {

// Up to four bytes are their own hash.
std::uint32_t short_hash(std::string_view text) {
  std::uint32_t bytes = 0;
  if (text.size() > sizeof bytes) return static_cast<std::uint32_t>(hash_word(text) >> 32);
  std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

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

// What a token that is no word looks like.
void describe_other(std::string_view text, const Token& token, WordInfo& out) {
  out = {};
  std::uint8_t byte = 0;
  switch (token.kind) {
    case TokenKind::kNumber:
      out.shape = number_shape(token.end - token.begin);
      break;
    case TokenKind::kMark:
      out.shape = Shape::kMark;
      byte = static_cast<std::uint8_t>(text[token.begin]);
      if (byte >= 0x80) byte = static_cast<std::uint8_t>(text[token.end - 1]);
      break;
    case TokenKind::kMixed:
      out.shape = Shape::kMixed;
      break;
    case TokenKind::kLink:
      out.shape = Shape::kLink;
      break;
    case TokenKind::kHandle:
      out.shape = Shape::kHandle;
      break;
    case TokenKind::kTag:
      out.shape = Shape::kTag;
      break;
    case TokenKind::kBreak:
      out.shape = Shape::kBreak;
      break;
    case TokenKind::kWord:
      break;
  }
  out.word = kind_hash(out.shape, byte);
}

std::uint32_t upper_half(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 32); }

// Known as a name, or not known at all, or what stands before one.
bool is_telling(const WordSketch& word) {
  const WordFacts facts = word.facts;
  if (word.letters < 2) return false;
  if (facts.given() > 1 || facts.family() > 1) return true;
  if (facts.names()) return facts.plain() < 2;
  if (facts.is(WordPart::kTitle) || facts.is(WordPart::kGreeting)) return true;
  return facts.plain() == 0 && facts.part() == WordPart::kNone;
}

}  // namespace

std::uint8_t can_of(const WordSketch& word) {
  const WordFacts facts = word.facts;
  const bool tells = is_telling(word);
  if (begins_capital(word.shape)) {
    const bool shouts = word.shape == Shape::kUpper || word.shape == Shape::kUpperJoined;
    const bool never =
        word.shape != Shape::kInitial && !facts.names() && (facts.is(WordPart::kCalendar) || facts.plain() == 3);
    return can::kLead | (shouts ? can::kShout : 0) | (never ? 0 : can::kName) | (tells ? can::kTelling : 0);
  }
  const bool plays_part = facts.part() != WordPart::kNone;
  const bool known = facts.given() > 1 || facts.family() > 1 || facts.plain() > 0 || plays_part;
  std::uint8_t can = (word.letters > 2 && !known ? can::kPuzzle : 0) | (tells ? can::kTelling : 0);
  if (word.shape == Shape::kCaseless) return can;
  if (facts.plain() == 0 && facts.given() > 1 && word.letters > 2 && !plays_part) can |= can::kAmid;
  const bool unusual = facts.plain() == 0 && word.letters > 2;
  const bool by_what_leads = facts.plain() > 0 && facts.plain() < 3 && !plays_part;
  if (word.letters == 1 || is_small_name(facts) || unusual || by_what_leads) can |= can::kSmallName;
  return can;
}

WordBook::WordBook(const Lexicon& lexicon)
    : lexicon_(&lexicon), sketches_(std::size_t{1} << kSketchBits), infos_(std::size_t{1} << kInfoBits) {}

// By a word's size, which of the sixteen bytes are its own.
const std::array<WordBook::ShortWord, WordBook::kLongestKept + 1> WordBook::kOfWord = [] {
  std::array<ShortWord, kLongestKept + 1> kept{};
  for (std::size_t size = 1; size <= kLongestKept; ++size) {
    kept[size].low = size < 8 ? (std::uint64_t{1} << 8 * size) - 1 : ~std::uint64_t{0};
    kept[size].high = size <= 8 ? 0 : ~std::uint64_t{0} >> 8 * (16 - size);
  }
  return kept;
}();

// Up to sixteen bytes; those that are not of the word are 0.
WordBook::ShortWord WordBook::load(std::string_view text, std::size_t at, std::size_t size) {
  ShortWord word;
  if (at + sizeof word <= text.size()) {
    std::memcpy(&word, text.data() + at, sizeof word);
    word.low &= kOfWord[size].low;
    word.high &= kOfWord[size].high;
  } else {
    std::memcpy(&word, text.data() + at, size);
  }
  return word;
}

std::size_t WordBook::slot_of(const ShortWord& word, std::size_t bits) {
  return (word.low ^ word.high * kSecondFactor) * kHashFactor >> (64 - bits);
}

void WordBook::sketch(std::string_view text, std::span<const Token> tokens, WordSketch* out) {
  wanted_.clear();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    out[i] = {};
    if (token.kind != TokenKind::kWord) continue;
    const std::size_t size = token.end - token.begin;
    if (size > kLongestKept) {
      const std::uint64_t hash = read_word(text.substr(token.begin, size), out[i]);
      out[i].facts = lexicon_->find_hash(hash);
      out[i].can = can_of(out[i]);
      continue;
    }
    const ShortWord word = load(text, token.begin, size);
    const Sketched& kept = sketches_[slot_of(word, kSketchBits)];
    if (kept.word == word) {
      out[i] = kept.sketch;
      continue;
    }
    ShortWord folded = word;
    const bool plain = fold_plain(folded, size, out[i]);
    const std::uint64_t hash = plain ? Lexicon::hash_of({reinterpret_cast<const char*>(&folded), size})
                                     : read_word(text.substr(token.begin, size), out[i]);
    lexicon_->prefetch(hash);
    wanted_.push_back({word, hash, i, out[i]});
  }
  for (Wanted& one : wanted_) {
    one.sketch.facts = lexicon_->find_hash(one.hash);
    one.sketch.can = can_of(one.sketch);
    sketches_[slot_of(one.word, kSketchBits)] = {one.word, one.sketch};
    out[one.token] = one.sketch;
  }
}

void WordBook::describe(std::string_view text, const Token& token, WordSketch sketch, WordInfo& out) {
  if (token.kind != TokenKind::kWord) {
    describe_other(text, token, out);
    return;
  }
  const std::size_t size = token.end - token.begin;
  if (size > kLongestKept) {
    describe_word(text.substr(token.begin, size), out);
    static_cast<WordSketch&>(out) = sketch;
    return;
  }
  ShortWord word = load(text, token.begin, size);
  ShortWord folded = word;
  WordSketch same;
  if (fold_plain(folded, size, same)) {
    describe_plain(folded, size, out);
  } else {
    Described& kept = infos_[slot_of(word, kInfoBits)];
    if (!(kept.word == word)) {
      kept.word = word;
      describe_word(text.substr(token.begin, size), kept.info);
    }
    out = kept.info;
  }
  static_cast<WordSketch&>(out) = sketch;
}

// Folds a word of ASCII letters alone, all at once, and sketches all but its
// facts. False for any other word; it is then as it was.
bool WordBook::fold_plain(ShortWord& word, std::size_t size, WordSketch& sketch) {
  const std::uint64_t low = kOfWord[size].low & kHighBits, high = kOfWord[size].high & kHighBits;
  if (ascii_letter_bits(word.low) != low || ascii_letter_bits(word.high) != high) return false;
  const std::uint64_t upper_low = low >> 2 & ~word.low, upper_high = high >> 2 & ~word.high;
  const bool leads = (upper_low & 0x20) != 0;
  const std::uint64_t others = (upper_low & ~std::uint64_t{0x20}) | upper_high;
  sketch.letters = static_cast<std::uint8_t>(size);
  if (!leads) {
    sketch.shape = others == 0 ? Shape::kLower : Shape::kCamel;
  } else if (size == 1) {
    sketch.shape = Shape::kInitial;
  } else if (others == 0) {
    sketch.shape = Shape::kTitle;
  } else {
    sketch.shape = upper_low == low >> 2 && upper_high == high >> 2 ? Shape::kUpper : Shape::kInner;
  }
  word.low |= upper_low;
  word.high |= upper_high;
  return true;
}

// The same as describe_word() says of it.
void WordBook::describe_plain(const ShortWord& folded, std::size_t size, WordInfo& out) {
  const auto* const letters = reinterpret_cast<const char*>(&folded);
  const auto whole = static_cast<std::uint32_t>(folded.low);
  std::uint32_t end = whole;
  if (size > 4) std::memcpy(&end, letters + size - 4, sizeof end);
  out.word = upper_half(Lexicon::hash_of({letters, size}));
  out.prefix2 = whole & 0xFFFF;
  out.prefix3 = whole & 0xFFFFFF;
  out.suffix2 = size > 4 ? end >> 16 : size > 2 ? end >> 8 * (size - 2) : end;
  out.suffix3 = size > 4 ? end >> 8 : size > 3 ? end >> 8 : end;
  out.suffix4 = end;
}

// Folds a word into folded_ and starts_; its hash, and all of the sketch but
// the facts.
std::uint64_t WordBook::read_word(std::string_view word, WordSketch& sketch) {
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
  sketch.shape = word_shape(seen);
  sketch.letters = static_cast<std::uint8_t>(std::min<std::size_t>(seen.all, 255));
  return Lexicon::hash_of(folded_);
}

void WordBook::describe_word(std::string_view word, WordInfo& out) {
  const std::uint64_t hash = read_word(word, out);
  const std::string_view folded = folded_;
  const std::size_t count = starts_.size();
  const auto first = [&](std::size_t n) {
    return count > n ? short_hash(folded.substr(0, starts_[n])) : short_hash(folded);
  };
  const auto last = [&](std::size_t n) {
    return count > n ? short_hash(folded.substr(starts_[count - n])) : short_hash(folded);
  };
  out.word = upper_half(hash);
  out.prefix2 = first(2);
  out.prefix3 = first(3);
  out.suffix2 = last(2);
  out.suffix3 = last(3);
  out.suffix4 = last(4);
}

}  // namespace privet
