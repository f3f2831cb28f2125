#include "detect/repeats.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <tuple>

#include "base/utf8.h"

namespace privet {
namespace {

constexpr std::uint32_t kShortest = 5;
constexpr std::size_t kPrefixSlots = std::size_t{1} << 14;
// A record with more different lengths of values than this is a list of
// them, and each is found where it stands; the look-ups stay bounded.
constexpr std::size_t kMostLengths = 64;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool is_word(char c) {
  return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

std::size_t prefix_slot(const char* at) {
  std::uint32_t word = 0;
  std::memcpy(&word, at, 4);
  // Sets the bit that tells small ASCII letters from capitals; other bytes
  // may then share a slot, which costs a look-up and no more.
  return ((word | 0x20202020U) * 2654435761U) >> 18;
}

// What the values begin with: a text is looked through only where one may.
struct Beginnings {
  bool digit = false, letter = false, other = false;

  void add(char c) {
    if (c >= '0' && c <= '9') {
      digit = true;
    } else if (lower(c) >= 'a' && lower(c) <= 'z') {
      letter = true;
    } else {
      other = true;
    }
  }
  [[nodiscard]] std::uint64_t places(const MaskWords& masks, std::size_t w) const {
    if (other) return ~std::uint64_t{0};
    return (digit ? masks.digit[w] : 0) | (letter ? masks.ascii_letter[w] : 0);
  }
};

// `next` continues the value's last character into a longer word or number.
bool continues(char last, char next) { return is_word(last) && is_word(next); }

}  // namespace

void RepeatFinder::add_repeats(const RecordViews& views, std::span<const FieldIndex> searched,
                               std::vector<Candidate>& found, FunctionRef<bool(RuleIndex)> spread) {
  values_.clear();
  lengths_.clear();
  prefixes_.assign(kPrefixSlots, false);
  Beginnings beginnings;
  for (const Candidate& candidate : found) {
    if (!spread(candidate.rule)) continue;
    const View view = views.view_of(candidate.field);
    const std::string_view text = view.text.slice(candidate.span);
    std::string value(text);
    std::transform(value.begin(), value.end(), value.begin(), lower);
    if (value.size() >= kShortest) {
      prefixes_[prefix_slot(value.data())] = true;
      beginnings.add(value[0]);
    }
    if (values_.try_emplace(std::move(value), candidate).second && text.size() >= kShortest)
      lengths_.push_back(candidate.span.size());
  }
  if (values_.empty()) return;
  std::sort(lengths_.begin(), lengths_.end(), std::greater<>());
  lengths_.erase(std::unique(lengths_.begin(), lengths_.end()), lengths_.end());
  if (lengths_.size() > kMostLengths) lengths_.resize(kMostLengths);

  // Each place is found again where it was found first: no reason to hold all twice.
  const auto by_place = [](const Candidate& a, const Candidate& b) {
    return std::tie(a.field, a.span.begin) < std::tie(b.field, b.span.begin);
  };
  first_ = std::is_sorted(found.begin(), found.end(), by_place) ? found.size() : 0;
  next_ = 0;
  for (const FieldIndex field : searched) {
    const std::string_view text = views.view_of(field).text.text();
    if (text.size() < kShortest) {
      add_repeat(text, {0, static_cast<std::uint32_t>(text.size())}, field, found);
      continue;
    }
    // A value cannot begin inside a word, and most bytes are inside one.
    const MaskWords& masks = masks_.compute(text);
    std::uint64_t word_before = 0;
    for (std::size_t w = 0; w < masks.words(); ++w) {
      const std::uint64_t word = masks.ascii_letter[w] | masks.digit[w] | masks.non_ascii[w];
      std::uint64_t starts = ~(word & (word << 1 | word_before)) & beginnings.places(masks, w);
      word_before = word >> 63;
      for (; starts != 0; starts &= starts - 1) {
        const std::size_t at = w * 64 + static_cast<std::size_t>(std::countr_zero(starts));
        if (at + kShortest > text.size()) break;
        add_repeat_at(text, at, field, found);
      }
    }
  }
  masks_.release();
}

void RepeatFinder::add_repeat_at(std::string_view text, std::size_t at, FieldIndex field,
                                 std::vector<Candidate>& found) {
  if (!prefixes_[prefix_slot(text.data() + at)]) return;
  if (is_continuation(text[at]) || (at > 0 && continues(text[at - 1], text[at]))) return;
  for (const std::uint32_t length : lengths_) {
    if (at + length > text.size()) continue;
    if (at + length < text.size() && continues(text[at + length - 1], text[at + length])) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    if (add_repeat(text, {begin, begin + length}, field, found)) return;
  }
}

bool RepeatFinder::add_repeat(std::string_view text, Span<ViewSpace> span, FieldIndex field,
                              std::vector<Candidate>& found) {
  window_.assign(text.substr(span.begin, span.size()));
  std::transform(window_.begin(), window_.end(), window_.begin(), lower);
  const auto it = values_.find(window_);
  if (it == values_.end()) return false;
  Candidate repeat = it->second;
  repeat.field = field;
  repeat.span = span;
  repeat.repeated = true;
  if (!is_found(repeat, found)) found.push_back(repeat);
  return true;
}

bool RepeatFinder::is_found(const Candidate& repeat, const std::vector<Candidate>& found) {
  const auto place = std::tie(repeat.field, repeat.span.begin);
  while (next_ < first_ && std::tie(found[next_].field, found[next_].span.begin) < place) ++next_;
  for (std::size_t i = next_; i < first_ && std::tie(found[i].field, found[i].span.begin) == place; ++i) {
    if (found[i].span == repeat.span && found[i].rule == repeat.rule && found[i].score >= repeat.score) return true;
  }
  return false;
}

}  // namespace privet
