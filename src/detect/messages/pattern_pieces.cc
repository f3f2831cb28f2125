#include "detect/messages/pattern_pieces.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/prepared.h"
#include "base/rarity.h"
#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "rule/pattern.h"
#include "rule/pattern_alternatives.h"
#include "text/casefold.h"

namespace privet {
namespace {

constexpr std::size_t kLeastScanned = 3;  // bytes; shorter ones are in every text
constexpr std::size_t kLeastInPaths = 2;  // the same in a path view, which is short
constexpr std::size_t kRanked = 9;        // bytes that tell how rare a text is
constexpr std::size_t kMostSought = 4;    // texts, if they are too short to scan for

constexpr std::size_t kMostVaried = 3;  // letters in two cases: eight literals

// The other letter that a byte scanner, which folds ASCII, must look for too; 0:
// none. Cases of which one is ASCII (the Turkish i's) are not the same to RE2.
char32_t capital_of(char32_t c) {
  const char32_t capital = c < 0x80 ? c : capital_letter(c);
  return capital == c || capital < 0x80 ? 0 : capital;
}
char32_t small_of(char32_t c) {
  const char32_t small = c < 0x80 ? c : small_letter(c);
  return small < 0x80 ? c : small;
}

// The scanner looks for a piece of each text: short literals compile ten times
// as fast as long ones and take a fifth of the room.
constexpr std::size_t kPiece = 8;  // bytes

constexpr std::size_t kLeastValue = 4;  // bytes

// Of `name=value` in a path view, where the value begins, if it tells enough: names are in
// many lines, and a pattern knows many names for one value.
std::size_t telling_part(std::string_view text) {
  const std::size_t value = text.rfind('=') + 1;
  return text.size() - value >= kLeastValue ? value : 0;
}

// Whether case counts in a pattern is not asked. The longest piece of the text
// with at most kMostVaried letters whose case the scanner does not see
// (it folds ASCII), in each of their cases: literals, since expressions with
// alternatives take the compiler 50 MB.
struct Pieces {
  std::vector<std::string> texts;
  std::string before, behind;  // of the text in small letters
};
Pieces any_case(std::string_view text) {
  struct Letter {
    std::size_t begin;
    char32_t capital;  // 0: none, or ASCII
  };
  std::vector<Letter> letters;
  std::string small;
  for (std::size_t at = 0; at < text.size(); at += decode_utf8(text, at).bytes) {
    const char32_t c = small_of(decode_utf8(text, at).code_point);
    letters.push_back({small.size(), capital_of(c)});
    append_utf8(small, c);
  }
  letters.push_back({small.size(), 0});
  std::size_t best = 0, best_end = 0, varied = 0;
  for (std::size_t first = 0, end = 0; end + 1 < letters.size(); ++end) {
    varied += letters[end].capital != 0 ? 1 : 0;
    for (; varied > kMostVaried || letters[end + 1].begin - letters[first].begin > kPiece; ++first) {
      varied -= letters[first].capital != 0 ? 1 : 0;
    }
    if (letters[end + 1].begin - letters[first].begin <= letters[best_end].begin - letters[best].begin) continue;
    best = first;
    best_end = end + 1;
  }
  Pieces pieces{{""}, small.substr(0, letters[best].begin), small.substr(letters[best_end].begin)};
  std::vector<std::string>& out = pieces.texts;
  for (std::size_t i = best; i < best_end; ++i) {
    const std::size_t known = out.size();
    if (letters[i].capital != 0) {
      out.insert(out.end(), out.begin(), out.begin() + static_cast<std::ptrdiff_t>(known));
      for (std::size_t k = known; k < out.size(); ++k) append_utf8(out[k], letters[i].capital);
    }
    for (std::size_t k = 0; k < known; ++k)
      out[k].append(small, letters[i].begin, letters[i + 1].begin - letters[i].begin);
  }
  return pieces;
}

// Names end with `=` in a path view, and are no rarer for being long; nor are
// those that most records have, and that patterns name to tell where one is from.
Pattern::Required required_of(const Pattern& pattern, bool in_paths) {
  if (!in_paths) return pattern.required(kLeastScanned);
  constexpr std::array<std::string_view, 6> kNames = {"file", "name", "path", "source", "text", "type"};
  return pattern.required(kLeastInPaths, [&](std::string_view text) {
    const bool name = text.ends_with('=') || std::find(kNames.begin(), kNames.end(), text) != kNames.end();
    return name ? 1 : commonness(text.substr(0, kRanked));
  });
}

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_letter(c) || !is_ascii(c); });
}

// The last of ASCII, and the first.
std::string_view ascii_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0 && is_ascii(text[begin - 1])) --begin;
  return text.substr(begin);
}
std::string_view ascii_begin(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_ascii(text[end])) ++end;
  return text.substr(0, end);
}

// The longest part without a letter that is not ASCII and has another case.
std::string without_case(std::string_view text) {
  std::string_view best;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    const bool cased = d.code_point >= 0x80 &&
                       (capital_letter(d.code_point) != d.code_point || small_letter(d.code_point) != d.code_point);
    at += d.bytes;
    if (cased) begin = at;
    if (at - begin > best.size()) best = text.substr(begin, at - begin);
  }
  return std::string(best);
}

// What is not ASCII may be another case of what is: of `k` the Kelvin sign. It
// is left to the pattern.
bool may_follow(std::string_view text, std::size_t at, std::string_view small) {
  for (const char c : small) {
    if (at >= text.size()) return false;
    if (!is_ascii(text[at])) return true;
    if (to_lower(text[at++]) != c) return false;
  }
  return true;
}
bool may_precede(std::string_view text, std::size_t end, std::string_view small) {
  for (std::size_t i = small.size(); i > 0; --i) {
    if (end == 0) return false;
    if (!is_ascii(text[--end])) return true;
    if (to_lower(text[end]) != small[i - 1]) return false;
  }
  return true;
}

}  // namespace

PatternPieces PatternPieces::find(std::span<const std::string> patterns, bool in_paths) {
  PatternPieces out;
  std::map<std::string, std::size_t> ids;
  const auto add = [&](std::uint32_t i, const std::string& text) {
    const std::size_t value = telling_part(text);
    const Pieces pieces = any_case(std::string_view(text).substr(value));
    const std::string_view around[] = {out.texts.emplace_back(ascii_end(text.substr(0, value) + pieces.before)),
                                       out.texts.emplace_back(ascii_begin(pieces.behind))};
    for (const std::string& piece : pieces.texts) {
      const std::size_t id = ids.try_emplace(piece, ids.size()).first->second;
      if (id == out.pieces.size()) out.pieces.push_back(piece);
      out.uses.resize(ids.size());
      out.uses[id].push_back({i, around[0], around[1]});
    }
  };
  for (std::uint32_t i = 0; i < patterns.size(); ++i) {
    for (const std::string& text : alternatives_of(patterns[i])) {
      Alternative& one = out.alternatives.emplace_back();
      one.text = out.texts.emplace_back("(?m)" + text);
      one.pattern = i;
    }
  }
  for (std::uint32_t i = 0; i < out.alternatives.size(); ++i) {
    Alternative& one = out.alternatives[i];
    const Result<Pattern> pattern = Pattern::parse(one.text);
    if (!pattern) continue;
    const Pattern::Required required = required_of(*pattern, in_paths);
    one.form = {pattern->begin(), required.before, {pattern->reach(), pattern->line_feeds()}};
    if (one.form.begin == Pattern::Begin::kLine && one.form.before.line_feeds == 0) {
      for (const std::string& text : required.earlier) one.earlier.push_back(without_case(text));
    }
    one.loose = required.texts.empty();
    for (const std::string& text : required.texts) add(i, text);
    if (!one.loose) continue;
    one.sought = pattern->required(1).texts;
    const bool serves =
        one.sought.size() <= kMostSought && std::none_of(one.sought.begin(), one.sought.end(), has_letter);
    if (!serves) one.sought.clear();
  }
  return out;
}

std::string PatternPieces::written() const {
  PieceWriter out;
  out.number(static_cast<std::uint32_t>(alternatives.size()));
  for (const Alternative& one : alternatives) {
    const MatchForm& form = one.form;
    out.text(one.text).number(one.pattern).number(static_cast<std::uint32_t>(form.begin));
    for (const Pattern::Extent& extent : {form.before, form.whole}) out.number(extent.bytes).number(extent.line_feeds);
    out.number(one.loose ? 1 : 0);
    for (const auto* list : {&one.sought, &one.earlier}) {
      out.number(static_cast<std::uint32_t>(list->size()));
      for (const std::string& text : *list) out.text(text);
    }
  }
  for (std::size_t id = 0; id < pieces.size(); ++id) {
    out.text(pieces[id]).number(static_cast<std::uint32_t>(uses[id].size()));
    for (const Use& use : uses[id]) out.number(use.alternative).text(use.before).text(use.behind);
  }
  return out.take();
}

PatternPieces PatternPieces::read(std::string_view written) {
  PieceReader in(written);
  PatternPieces out;
  out.alternatives.resize(in.number());
  for (Alternative& one : out.alternatives) {
    one.text = in.text();
    one.pattern = in.number();
    MatchForm& form = one.form;
    form.begin = static_cast<Pattern::Begin>(in.number());
    for (Pattern::Extent* extent : {&form.before, &form.whole}) {
      extent->bytes = in.number();
      extent->line_feeds = in.number();
    }
    one.loose = in.number() != 0;
    for (auto* list : {&one.sought, &one.earlier}) {
      list->resize(in.number());
      for (std::string& text : *list) text = in.text();
    }
  }
  while (!in.at_end()) {
    out.pieces.emplace_back(in.text());
    for (Use& use : out.uses.emplace_back(in.number())) {
      use.alternative = in.number();
      use.before = in.text();
      use.behind = in.text();
    }
  }
  return out;
}

bool PatternPieces::is_preceded(const Alternative& one, std::string_view text, std::size_t end) {
  if (one.earlier.empty()) return true;
  std::array<char, 512> room;
  std::size_t begin = end;
  while (begin > 0 && text[begin - 1] != '\n') {
    if (end - --begin > room.size()) return true;  // too far to tell
  }
  const std::string_view line = text.substr(begin, end - begin);
  // To RE2 these are cases of `s` and `k`.
  if (line.find("\u017f") != std::string_view::npos || line.find("\u212a") != std::string_view::npos) return true;
  std::transform(line.begin(), line.end(), room.begin(), to_lower);
  const std::string_view small(room.data(), line.size());
  return std::any_of(one.earlier.begin(), one.earlier.end(),
                     [&](const std::string& name) { return small.find(name) != std::string_view::npos; });
}

bool PatternPieces::stands(const Use& use, std::string_view text, std::size_t begin, std::size_t end) {
  return may_precede(text, begin, use.before) && may_follow(text, end, use.behind);
}

}  // namespace privet
