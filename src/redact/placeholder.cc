#include "redact/placeholder.h"

#include <algorithm>
#include <charconv>

#include "rule/rule_set.h"

namespace privet {
namespace {

constexpr std::size_t kMaxTemplate = 64;
constexpr std::size_t kMaxName = kMaxEntityName;
constexpr std::size_t kMaxNumberDigits = 6;
constexpr std::string_view kEdges = "<>[]()|~^!*$";
constexpr std::string_view kJoins = "_-:#. ";
constexpr std::string_view kEntitySlot = "{entity}";
constexpr std::string_view kNumberSlot = "{n}";

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_name_char(char c) { return (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }

void append_number(std::uint32_t n, std::string& out) {
  char digits[10];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, n).ptr);
}

// Bytes of a number as placeholders write it, at the beginning of `text`.
std::size_t number_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_digit(text[n])) ++n;
  return n == 0 || n > kMaxNumberDigits || text[0] == '0' ? 0 : n;
}

// `text` without a `_N` at its end; empty if it has none.
std::string_view without_number(std::string_view text) {
  const std::size_t bar = text.rfind('_');
  if (bar == std::string_view::npos) return {};
  const std::size_t digits = text.size() - bar - 1;
  return digits > 0 && number_length(text.substr(bar + 1)) == digits ? text.substr(0, bar) : std::string_view{};
}

// NAME, NAME_N or NAME_N_N.
bool is_numbered_name(std::string_view text) {
  for (int numbers = 0; numbers <= 2; ++numbers, text = without_number(text)) {
    if (is_entity_name(text)) return true;
  }
  return false;
}

// Takes `part` off the front of `rest`.
bool take(std::string_view part, std::string_view& rest) {
  if (!rest.starts_with(part)) return false;
  rest.remove_prefix(part.size());
  return true;
}

bool take_number(std::string_view join, std::string_view& rest) {
  std::string_view after = rest;
  if (!take(join, after)) return false;
  const std::size_t n = number_length(after);
  if (n == 0) return false;
  rest = after.substr(n);
  return true;
}

bool take_token(std::string_view& rest) {
  if (rest.size() <= kTokenLetters || rest[0] != ':') return false;
  const std::string_view token = rest.substr(1, kTokenLetters);
  if (!std::all_of(token.begin(), token.end(), [](char c) { return c >= 'g' && c <= 'z'; })) return false;
  rest.remove_prefix(1 + kTokenLetters);
  return true;
}

tl::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::kUsage, "--placeholder: " + std::move(why)); }

const PlaceholderStyle& default_style() {
  static const PlaceholderStyle style;
  return style;
}

}  // namespace

Result<PlaceholderStyle> PlaceholderStyle::parse(std::string_view text) {
  if (text.size() > kMaxTemplate) return refuse("longer than 64 characters; shorten it");
  const std::size_t entity = text.find(kEntitySlot);
  if (entity == std::string_view::npos) return refuse("has no {entity}; write it as in '[{entity}]'");
  std::string_view after = text.substr(entity + kEntitySlot.size());
  const std::size_t number = after.find(kNumberSlot);

  PlaceholderStyle style;
  style.open_ = text.substr(0, entity);
  style.middle_.clear();
  if (number == std::string_view::npos) {
    style.close_ = after;
  } else {
    if (number == 0 || kJoins.find(after[number - 1]) == std::string_view::npos) {
      return refuse("{n} needs one of _ - : # . or a space before it, as in '[{entity}_{n}]'");
    }
    style.middle_ = after.substr(0, number - 1);
    style.join_ = after.substr(number - 1, 1);
    style.close_ = after.substr(number + kNumberSlot.size());
  }

  const std::string literal = style.open_ + style.middle_ + style.close_;
  for (const char c : literal) {
    if (c == '{' || c == '}') return refuse("knows {entity} once and then {n} once, and no other { or }");
    if (c < 0x20 || c > 0x7E) return refuse("must be printable ASCII");
    if (std::string_view("\"\\&%@").find(c) != std::string_view::npos) {
      return refuse("must not hold any of \" \\ & % @");
    }
  }
  if (style.open_.empty() || style.close_.empty() || kEdges.find(style.open_.front()) == std::string_view::npos ||
      kEdges.find(style.close_.back()) == std::string_view::npos) {
    return refuse("must begin and end with one of < > [ ] ( ) | ~ ^ ! * $, as in '[{entity}]'");
  }
  const std::string& next = style.middle_.empty() ? style.close_ : style.middle_;
  if (is_name_char(style.open_.back()) || is_name_char(next.front()) || is_digit(style.close_.front())) {
    return refuse("no capital letter, digit or _ may touch {entity}, and no digit {n}; put a space there");
  }
  return style;
}

void PlaceholderStyle::append(std::string_view entity, const PlaceholderParts& parts, std::string& out) const {
  out += open_;
  for (const char c : entity.substr(0, kMaxName)) {
    const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    out += is_name_char(upper) ? upper : '_';
  }
  if (!parts.token.empty()) {
    out += ':';
    out += parts.token;
  }
  out += middle_;
  if (parts.number != 0) {
    out += join_;
    append_number(parts.number, out);
  }
  if (parts.suffix != 0) {
    if (parts.number != 0) {
      out += '_';
    } else {
      out += join_;
    }
    append_number(parts.suffix, out);
  }
  out += close_;
}

std::size_t PlaceholderStyle::match_at(std::string_view text, std::size_t at) const {
  std::string_view rest = text.substr(at);
  if (!take(open_, rest)) return 0;
  std::size_t n = 0;
  while (n < rest.size() && n <= kMaxName + 2 * (kMaxNumberDigits + 1) && is_name_char(rest[n])) ++n;
  const std::string_view name = rest.substr(0, n);
  rest.remove_prefix(n);
  // Joined by `_`, a number looks like a part of the name.
  const bool numbers_in_name = middle_.empty() && join_ == "_";
  if (!(numbers_in_name ? is_numbered_name(name) : is_entity_name(name))) return 0;
  take_token(rest);
  if (!take(middle_, rest)) return 0;
  if (take_number(join_, rest)) take_number("_", rest);
  if (!take(close_, rest)) return 0;
  return text.size() - at - rest.size();
}

bool PlaceholderStyle::touches(std::string_view text, std::size_t begin, std::size_t end) const {
  const std::size_t longest = open_.size() + kMaxName + 1 + kTokenLetters + middle_.size() + join_.size() +
                              2 * kMaxNumberDigits + 1 + close_.size();
  const std::size_t from = begin > longest ? begin - longest : 0;
  // Never past `end`: each candidate of a long text asks.
  const std::string_view before_end = text.substr(0, end);
  for (std::size_t at = before_end.find(open_.front(), from); at < end; at = before_end.find(open_.front(), at + 1)) {
    const std::size_t size = match_at(text, at);
    if (size > 0 && at + size > begin) return true;
  }
  // One of the default style, from a run without a template.
  const PlaceholderStyle& usual = default_style();
  const bool is_usual =
      open_ == usual.open_ && middle_ == usual.middle_ && join_ == usual.join_ && close_ == usual.close_;
  return !is_usual && usual.touches(text, begin, end);
}

}  // namespace privet
