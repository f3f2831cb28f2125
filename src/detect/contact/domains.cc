#include "detect/contact/domains.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_set>

#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::string_view kTopLevel[] = {
#include "detect/contact/tables/tlds.inc"
};
static_assert(std::is_sorted(std::begin(kTopLevel), std::end(kTopLevel)));

// RFC 1035: 255 in all and 63 a label on the wire; three times that for UTF-8.
constexpr std::uint32_t kMaxDomainBytes = 255 * 3;
constexpr std::uint32_t kMaxLabels = 12;

struct Label {
  std::uint32_t begin, end;
};

// The end of the run of label characters at `at`. Labels beyond ASCII take
// letters and marks of any script.
std::uint32_t label_end(std::string_view text, std::uint32_t at, std::uint32_t limit) {
  while (at < limit) {
    if (is_ascii(text[at])) {
      if (!is_alnum(text[at]) && text[at] != '-') break;
      ++at;
      continue;
    }
    const Decoded c = decode_utf8(text, at);
    if (script_of(c.code_point) == Script::kNone) break;
    at += c.bytes;
  }
  return at;
}

bool is_whole_label(std::string_view label) {
  return !label.empty() && label.front() != '-' && label.back() != '-' && label.size() <= std::size_t{63} * 3;
}

bool is_known_suffix(std::string_view label) {
  return is_top_level_domain(label) || holds_word("example test invalid localhost", label);
}

// A sentence that begins without a space: "example.com.Then".
bool begins_sentence(std::string_view label, std::string_view previous) {
  if (label.size() < 2 || !is_upper(label[0]) || !is_lower(label[1])) return false;
  return std::none_of(previous.begin(), previous.end(), is_upper);
}

// How many bytes of the label are a known suffix with other text behind it,
// that follows without a space; 0 if none are.
std::uint32_t cut_suffix(std::string_view label) {
  std::uint32_t best = 0;
  Script before = Script::kNone;
  // "example.comTel": a word that begins without a space, behind a suffix that
  // is no word of a program ("x.toString").
  for (std::uint32_t at = 2; at + 1 < label.size(); ++at) {
    if (is_upper(label[at]) && is_lower(label[at + 1]) && std::all_of(label.begin(), label.begin() + at, is_lower) &&
        holds_word("com org net edu gov info de fr es nl uk eu ru pl br jp cn test example", label.substr(0, at))) {
      return at;
    }
  }
  for (std::uint32_t at = 0; at < label.size();) {
    const Decoded c = decode_utf8(label, at);
    Script here = script_of(c.code_point);
    if (here == Script::kMark) here = before;
    const bool other_text = label[at] == '-' || (!is_ascii(label[at]) && (here != before || is_glued(here)));
    if (at > 0 && other_text && is_known_suffix(label.substr(0, at))) best = at;
    before = here;
    at += c.bytes;
  }
  return best;
}

}  // namespace

bool is_top_level_domain(std::string_view label) {
  constexpr std::size_t kLongest = 63;
  std::array<char, kLongest> lower;
  if (label.empty() || label.size() > kLongest) return false;
  // Names beyond ASCII stand in the table in both cases.
  std::transform(label.begin(), label.end(), lower.begin(), [](char c) { return to_lower(c); });
  static const std::unordered_set<std::string_view> kKnown(std::begin(kTopLevel), std::end(kTopLevel));
  return kKnown.contains({lower.data(), label.size()});
}

std::string_view last_label(std::string_view domain) {
  const std::size_t dot = domain.rfind('.');
  return dot == std::string_view::npos ? domain : domain.substr(dot + 1);
}

bool is_reserved_domain(std::string_view domain) {
  const std::string_view top = last_label(domain);
  if (holds_word("example test invalid localhost", top)) return true;
  if (domain.size() <= top.size() || !holds_word("com net org", top)) return false;
  return equal_ignoring_case(last_label(domain.substr(0, domain.size() - top.size() - 1)), "example");
}

std::uint32_t domain_end(std::string_view text, std::uint32_t begin) {
  const auto limit =
      static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), std::size_t{begin} + kMaxDomainBytes));
  std::array<Label, kMaxLabels> labels;
  std::uint32_t count = 0;
  for (std::uint32_t at = begin; count < kMaxLabels;) {
    const std::uint32_t end = label_end(text, at, limit);
    if (end == at) break;
    labels[count++] = {at, end};
    if (at_or(text, end) != '.') break;
    at = end + 1;
  }
  const auto label = [&](std::uint32_t i) { return text.substr(labels[i].begin, labels[i].end - labels[i].begin); };
  if (count == 0 || !is_whole_label(label(0))) return begin;
  std::uint32_t best = begin;
  for (std::uint32_t i = 1; i < count; ++i) {
    const bool last = i + 1 == count;
    if (is_known_suffix(label(i))) {
      // In the middle, a suffix is one only if no name follows it.
      if (last || begins_sentence(label(i + 1), label(i)) || !is_ascii(label(i + 1)[0])) best = labels[i].end;
    } else if (const std::uint32_t cut = cut_suffix(label(i)); cut > 0) {
      // "example.com-ra" ends at the hyphen, "mx.uk-north.example.net" does not.
      const bool goes_on = label(i)[cut] == '-' && !last && is_known_suffix(label(count - 1));
      if (!goes_on) {
        best = labels[i].begin + cut;
        break;
      }
    }
    if (!is_whole_label(label(i))) break;
    if (!last && best == labels[i].end && begins_sentence(label(i + 1), label(i))) break;
  }
  return best;
}

}  // namespace privet
