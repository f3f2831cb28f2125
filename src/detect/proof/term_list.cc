#include "detect/proof/term_list.h"

#include <algorithm>
#include <array>

#include "base/arena.h"
#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"
#include "text/fold.h"

namespace privet {
namespace {

// Whether a term may begin or end at this place.
bool is_cut(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  if (is_continuation(text[at])) return false;
  if (is_ascii(text[at - 1]) && is_ascii(text[at])) return !is_word(text[at - 1]) || !is_word(text[at]);
  if (!is_inside_word(text, at)) return true;
  return is_glued(script_of(decode_utf8(text, previous_utf8(text, at)).code_point)) ||
         is_glued(script_of(decode_utf8(text, at).code_point));
}

// The bytes of the run of ASCII letters and digits, or of the one character, at
// this place.
std::size_t head_size(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_word(text[end])) ++end;
  return end > at ? end - at : decode_utf8(text, at).bytes;
}

}  // namespace

std::vector<std::string> folded_terms(const TermFile& file) {
  Folder folder;
  Arena arena;
  std::vector<std::string> out;
  for (const std::string& term : file.terms) {
    arena.clear();
    const View view = folder.fold(Bytes<FieldSpace>(term), arena);
    std::string folded(trimmed(view.text.text()));
    std::transform(folded.begin(), folded.end(), folded.begin(), to_lower);
    // A compatibility form may stand for several characters.
    if (!folded.empty() && folded.size() <= kLongestTerm) out.push_back(std::move(folded));
  }
  return out;
}

TermList::TermList(const TermFile& file) : terms_(folded_terms(file)) {
  std::sort(terms_.begin(), terms_.end());
  terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
  // Terms of one head need not be neighbours: "ab", "ab-c", "abc", "abé".
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    const std::string& term = terms_[i];
    Range& range = by_head_.try_emplace(term.substr(0, head_size(term, 0)), Range{i, i}).first->second;
    range.end = i + 1;
  }
}

void TermList::find_starts(Bytes<ViewSpace> text, FunctionRef<void(std::uint32_t)> open) const {
  const std::string_view view = text.text();
  for (std::size_t at = 0; at < view.size();) {
    // A word by itself, or a character that belongs to none.
    const std::size_t size = head_size(view, at);
    if (view[at] != ' ' && match(text, static_cast<std::uint32_t>(at))) open(static_cast<std::uint32_t>(at));
    at += size;
  }
}

const TermList::Range* TermList::find_head(std::string_view head) const {
  std::array<char, kLongestTerm> lower;
  if (head.size() > lower.size()) return nullptr;
  std::transform(head.begin(), head.end(), lower.begin(), to_lower);
  const auto known = by_head_.find(std::string_view(lower.data(), head.size()));
  return known == by_head_.end() ? nullptr : &known->second;
}

std::optional<Span<ViewSpace>> TermList::match(Bytes<ViewSpace> text, std::uint32_t at) const {
  const std::string_view view = text.text();
  if (at >= view.size() || !is_cut(view, at)) return std::nullopt;
  const Range* const known = find_head(view.substr(at, head_size(view, at)));
  if (known == nullptr) return std::nullopt;
  const std::string_view here = view.substr(at, kLongestTerm);
  // Narrowed byte by byte to the terms that the text goes on as; one that ends
  // here comes first among them.
  const std::string* first = terms_.data() + known->begin;
  const std::string* last = terms_.data() + known->end;
  std::optional<Span<ViewSpace>> found;
  for (std::size_t size = 0;; ++size) {
    if (first->size() == size && is_cut(view, at + size))
      found = Span<ViewSpace>{at, at + static_cast<std::uint32_t>(size)};
    if (size == here.size()) return found;
    const auto next = static_cast<std::uint8_t>(to_lower(here[size]));
    const auto is_before = [&](const std::string& t) {
      return t.size() <= size || static_cast<std::uint8_t>(t[size]) < next;
    };
    const auto goes_on = [&](const std::string& t) {
      return t.size() > size && static_cast<std::uint8_t>(t[size]) == next;
    };
    // Terms that begin alike would take two searches for each byte of it.
    if (goes_on(*first) && goes_on(last[-1])) continue;
    first = std::partition_point(first, last, is_before);
    last = std::partition_point(first, last, goes_on);
    if (first == last) return found;
  }
}

}  // namespace privet
