#include "detect/messages/pattern_search.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

namespace privet {
namespace {

using Match = std::optional<Span<ViewSpace>>;

constexpr std::uint32_t kMostLines = 2;  // before a place, from which matches are tried
constexpr std::uint32_t kLongest = 512;  // bytes of matches that are looked for around a place
constexpr std::size_t kMostStarts = 16;  // of matches that may go on over any number of lines

Match match(const re2::RE2& regex, std::string_view text, std::size_t begin, std::size_t end, re2::RE2::Anchor anchor) {
  re2::StringPiece found;
  if (!regex.Match(text, begin, end, anchor, &found, 1)) return {};
  const auto at = static_cast<std::uint32_t>(found.data() - text.data());
  return Span<ViewSpace>{at, at + static_cast<std::uint32_t>(found.size())};
}

// From the begins of the lines that a place is in or behind.
Match find_at_lines(const re2::RE2& regex, std::string_view text, const MatchForm& form,
                    std::span<const std::uint32_t> ends) {
  std::size_t tried = 0;   // bytes: all begins of lines before it were tried
  std::size_t seen = 0;    // the place before
  std::size_t starts = 0;  // tried
  for (const std::uint32_t end : ends) {
    // Where no line has begun since the place before, there is no new start.
    if (seen > 0 && text.substr(seen - 1, end - seen + 1).find('\n') == std::string_view::npos) {
      seen = end;
      continue;
    }
    seen = end;
    std::array<std::size_t, kMostLines + 1> begins{};
    std::size_t lines = 0;
    std::size_t at = end;
    const std::size_t least = tried > 0 ? tried - 1 : 0;
    for (std::uint32_t feeds = 0; feeds <= form.before.line_feeds;) {
      const std::size_t feed = text.substr(least, at - least).rfind('\n');
      if (feed == std::string_view::npos) {
        if (tried == 0) begins[lines++] = 0;
        break;
      }
      at = least + feed;
      if (at + 1 < end) begins[lines++] = at + 1;
      ++feeds;  // also one that ends the text at this place
    }
    while (lines > 0) {
      const std::size_t begin = begins[--lines];
      tried = std::max(tried, begin + 1);
      const bool many = form.whole.line_feeds == kUnbounded && ++starts > kMostStarts;
      if (many) return match(regex, text, begin, text.size(), re2::RE2::UNANCHORED);
      if (const Match found = match(regex, text, begin, text.size(), re2::RE2::ANCHOR_START)) return found;
    }
  }
  return {};
}

// In as much text around the places as a match can have.
Match find_around(const re2::RE2& regex, std::string_view text, const MatchForm& form,
                  std::span<const std::uint32_t> ends) {
  for (std::size_t i = 0; i < ends.size();) {
    const std::size_t begin = ends[i] - std::min(ends[i], form.before.bytes);
    std::size_t last = ends[i];
    // Those whose surroundings overlap, at once.
    for (++i; i < ends.size() && ends[i] - std::min(ends[i], form.before.bytes) <= last + form.whole.bytes; ++i)
      last = ends[i];
    // What begins behind all of these would hold one more, so nothing is cut off.
    const std::size_t end = std::min<std::size_t>(text.size(), last + form.whole.bytes);
    if (const Match found = match(regex, text, begin, end, re2::RE2::UNANCHORED)) return found;
  }
  return {};
}

}  // namespace

std::optional<Span<ViewSpace>> find_first(const re2::RE2& regex, std::string_view text, const MatchForm& form,
                                          std::span<const std::uint32_t> ends) {
  if (ends.empty()) return {};
  if (form.begin == Pattern::Begin::kText) {
    if (ends.front() > form.before.bytes) return {};
    return find_first(regex, text, form.begin);
  }
  if (form.begin == Pattern::Begin::kLine && form.before.line_feeds <= kMostLines)
    return find_at_lines(regex, text, form, ends);
  if (form.whole.bytes <= kLongest) return find_around(regex, text, form, ends);
  return find_first(regex, text, form.begin);
}

std::optional<Span<ViewSpace>> find_first(const re2::RE2& regex, std::string_view text, Pattern::Begin begin) {
  const bool at_begin = begin == Pattern::Begin::kText;
  return match(regex, text, 0, text.size(), at_begin ? re2::RE2::ANCHOR_START : re2::RE2::UNANCHORED);
}

}  // namespace privet
