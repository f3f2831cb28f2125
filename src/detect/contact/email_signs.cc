#include "detect/contact/email_signs.h"

#include <algorithm>

#include "base/utf8.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

// Names of the sign in German, French, Spanish, Portuguese, Italian, Dutch,
// Polish, Czech, Hungarian, the Scandinavian languages, Russian and Ukrainian.
constexpr std::string_view kSureAtWords =
    "arroba arobase arobas arrobase chiocciola apenstaartje apestaartje klammeraffe affenschwanz małpa malpa zavináč "
    "zavinac "
    "kukac snabel-a snabela alfakrøll krøllalfa собака равлик";

// How one of the two signs is written.
struct Spelling {
  char plain;
  std::string_view bracketed;  // words in brackets
  std::string_view spaced;     // words between spaces, where fewer mean nothing else
  std::string_view dashed;     // the word between hyphens or underscores
};
constexpr Spelling kAt = {'@', "at ät a @ æt chez bei à at-sign", "at ät", "at"};
constexpr Spelling kDot = {
    '.', "dot . d0t dt punkt punto ponto point точка kropka tecka tečka pont nokta punt prik крапка тчк",
    "dot punkt punto ponto point точка kropka nokta punt tečka tecka pont крапка", "dot"};

constexpr std::size_t kMaxSignBytes = 24;

char closing(char open) {
  switch (open) {
    case '[':
      return ']';
    case '(':
      return ')';
    case '{':
      return '}';
    case '<':
      return '>';
    case '*':
      return '*';
    default:
      return '\0';
  }
}

std::uint32_t skip_spaces(std::string_view text, std::uint32_t at) {
  for (int i = 0; i < 2 && at_or(text, at) == ' '; ++i) ++at;
  return at;
}

bool is_word_of(const Spelling& spelling, std::string_view words, std::string_view word) {
  return holds_word(words, word) || (spelling.plain == '@' && is_sure_at_word(word));
}

Sign bracketed_at(std::string_view text, std::uint32_t begin, std::uint32_t open, const Spelling& spelling) {
  const std::uint32_t word_begin = skip_spaces(text, open + 1);
  const std::size_t close = text.substr(word_begin, kMaxSignBytes).find(closing(text[open]));
  if (close == std::string_view::npos) return {};
  const std::string_view word = trimmed_right(text.substr(word_begin, close));
  if (!is_word_of(spelling, spelling.bracketed, word)) return {};
  return {begin, skip_spaces(text, word_begin + static_cast<std::uint32_t>(close) + 1), SignStyle::kBracketed, word};
}

// A spelled sign that begins at `begin`, with the spaces around it.
Sign sign_at(std::string_view text, std::uint32_t begin, const Spelling& spelling) {
  std::uint32_t at = skip_spaces(text, begin);
  if (closing(at_or(text, at)) != '\0') return bracketed_at(text, begin, at, spelling);
  if (at_or(text, at) == spelling.plain)
    return {begin, skip_spaces(text, at + 1), SignStyle::kPlain, text.substr(at, 1)};
  const char edge = at_or(text, begin);
  const bool dashed = edge == '-' || edge == '_';
  if (dashed) ++at;
  if (at == begin) return {};
  std::uint32_t end = at;
  while (end < text.size() && end - at < kMaxSignBytes &&
         (is_letter(text[end]) || !is_ascii(text[end]) || (!dashed && text[end] == '-')))
    ++end;
  const std::string_view word = text.substr(at, end - at);
  if (dashed)
    return holds_word(spelling.dashed, word) && at_or(text, end) == edge
               ? Sign{begin, end + 1, SignStyle::kDashed, word}
               : Sign{};
  const std::uint32_t after = skip_spaces(text, end);
  if (after == end || !is_word_of(spelling, spelling.spaced, word)) return {};
  return {begin, after, SignStyle::kSpaced, word};
}

template <class At>
Sign sign_before(std::string_view text, std::uint32_t end, At at) {
  const auto reach = static_cast<std::uint32_t>(std::min<std::size_t>(end, kMaxSignBytes));
  for (std::uint32_t begin = end - reach; begin < end; ++begin) {
    if (is_continuation(text[begin])) continue;
    const Sign found = at(text, begin);
    if (found.style != SignStyle::kNone && found.end == end) return found;
  }
  return {};
}

}  // namespace

Sign at_sign_at(std::string_view text, std::uint32_t begin) { return sign_at(text, begin, kAt); }

Sign dot_at(std::string_view text, std::uint32_t begin) {
  const Sign dot = sign_at(text, begin, kDot);
  // "example. Then": a dot with one space is the end of a sentence.
  if (dot.style == SignStyle::kPlain && dot.end - dot.begin != 1 && dot.end - dot.begin != 3) return {};
  return dot;
}

Sign at_sign_before(std::string_view text, std::uint32_t end) { return sign_before(text, end, at_sign_at); }
Sign dot_before(std::string_view text, std::uint32_t end) { return sign_before(text, end, dot_at); }

bool is_sure_at_word(std::string_view word) { return holds_word(kSureAtWords, word); }
bool is_common_dot_word(std::string_view word) { return holds_word("dot point punt pont", word); }

}  // namespace privet
