#include "text/gates_scalar.h"

#include <algorithm>

namespace privet::scalar {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_alnum(char c) { return is_digit(c) || is_letter(c); }
bool is_hex(char c) { return is_digit(c) || (c >= 'A' && c <= 'F') || (c >= 'a' && c <= 'f'); }
bool is_hex_or_colon(char c) { return is_hex(c) || c == ':'; }
bool is_separator(char c) { return std::string_view(" .-()/").find(c) != std::string_view::npos; }

// The end of the longest run of `in_class` that begins at `at`.
template <class Class>
std::size_t run_end(std::string_view text, std::size_t at, Class in_class) {
  while (at < text.size() && in_class(text[at])) ++at;
  return at;
}

// How many characters of `in_class` stand at `at`, but no more than `most`.
template <class Class>
std::size_t count_at(std::string_view text, std::size_t at, std::size_t most, Class in_class) {
  std::size_t n = 0;
  while (n < most && at + n < text.size() && in_class(text[at + n])) ++n;
  return n;
}

bool char_at(std::string_view text, std::size_t at, char c) { return at < text.size() && text[at] == c; }

bool has_colons_within_five(std::string_view run) {
  for (std::size_t i = 0; i < run.size(); ++i) {
    if (run[i] == ':' && run.substr(i + 1, 5).find(':') != std::string_view::npos) return true;
  }
  return false;
}

// Twice: `h` hexadecimal digits and `separator`.
bool two_hex_groups_at(std::string_view text, std::size_t at, std::size_t h, char separator) {
  return count_at(text, at, h, is_hex) == h && char_at(text, at + h, separator) &&
         count_at(text, at + h + 1, h, is_hex) == h && char_at(text, at + 2 * h + 1, separator);
}

}  // namespace

void find_digit_groups(std::string_view text, std::vector<DigitGroup>& out) {
  std::size_t previous_end = 0;
  bool first = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const std::size_t end = run_end(text, at, is_digit);
    const std::string_view between = text.substr(previous_end, at - previous_end);
    const bool joined = !first && between.size() <= 3 && std::all_of(between.begin(), between.end(), is_separator);
    out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end), joined});
    first = false;
    previous_end = at = end;
  }
}

void find_mixed_tokens(std::string_view text, std::vector<MixedToken>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_alnum(text[at])) continue;
    const std::size_t end = run_end(text, at, is_alnum);
    const std::string_view token = text.substr(at, end - at);
    const bool mixed =
        std::any_of(token.begin(), token.end(), is_digit) && std::any_of(token.begin(), token.end(), is_letter);
    if (mixed) out.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
}

void find_ip4_starts(std::string_view text, std::vector<std::uint32_t>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_digit(text[at - 1])) continue;
    std::size_t next = at;
    int groups = 0;
    for (; groups < 3; ++groups) {
      const std::size_t digits = count_at(text, next, 3, is_digit);
      if (digits == 0 || !char_at(text, next + digits, '.')) break;
      next += digits + 1;
    }
    if (groups == 3 && count_at(text, next, 1, is_digit) == 1) out.push_back(static_cast<std::uint32_t>(at));
  }
}

void find_ip6_starts(std::string_view text, std::vector<std::uint32_t>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_hex_or_colon(text[at])) continue;
    const std::size_t end = run_end(text, at, is_hex_or_colon);
    std::string_view run = text.substr(at, end - at);
    const bool ends_a_word = at > 0 && (is_alnum(text[at - 1]) || text[at - 1] == '_');
    if (ends_a_word) run.remove_prefix(std::min(run.find(':'), run.size()));
    if (run.starts_with(':') && !run.starts_with("::")) run.remove_prefix(1);
    if (has_colons_within_five(run)) out.push_back(static_cast<std::uint32_t>(end - run.size()));
    at = end;
  }
}

void find_mac_starts(std::string_view text, std::vector<std::uint32_t>& out) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (at > 0 && is_hex(text[at - 1])) continue;
    if (two_hex_groups_at(text, at, 2, ':') || two_hex_groups_at(text, at, 2, '-') ||
        two_hex_groups_at(text, at, 4, '.')) {
      out.push_back(static_cast<std::uint32_t>(at));
    }
  }
}

void find_clock_times(std::string_view text, std::vector<std::uint32_t>& out) {
  for (std::size_t at = 1; at + 2 < text.size(); ++at) {
    if (text[at] == ':' && is_digit(text[at - 1]) && is_digit(text[at + 1]) && is_digit(text[at + 2]))
      out.push_back(static_cast<std::uint32_t>(at));
  }
}

}  // namespace privet::scalar
