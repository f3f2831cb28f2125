#include "input/json_glance.h"

#include <algorithm>

namespace privet {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
// What may stand in a number or name, so that both end at the first byte that may not.
bool is_of_scalar(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || c == 'E' || c == '-' || c == '+' || c == '.';
}

// Takes digits off the front; how many.
std::size_t take_digits(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
  const auto count = static_cast<std::size_t>(end - text.begin());
  text.remove_prefix(count);
  return count;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const bool zero = text.starts_with('0');
  const std::size_t whole = take_digits(text);
  if (whole == 0 || (zero && whole > 1)) return false;
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    if (take_digits(text) == 0) return false;
  }
  if (text.starts_with('e') || text.starts_with('E')) {
    text.remove_prefix(1);
    if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
    if (take_digits(text) == 0) return false;
  }
  return text.empty();
}

bool is_scalar(std::string_view text) { return text == "true" || text == "false" || text == "null" || is_number(text); }

}  // namespace

JsonGlance::Seen JsonGlance::look(std::string_view text) {
  while (!wrong_ && expect_ != Expect::kNothing && at_ < text.size()) wrong_ = !step(text);
  if (wrong_) return Seen::kWrong;
  return expect_ == Expect::kNothing ? Seen::kWhole : Seen::kOpen;
}

JsonGlance::Seen JsonGlance::finish(std::string_view text) {
  const Seen seen = look(text);
  if (seen != Seen::kOpen || expect_ != Expect::kScalar || !open_.empty()) return seen;
  return is_scalar(text.substr(scalar_, at_ - scalar_)) ? Seen::kWhole : Seen::kOpen;
}

// Past one byte or more; false where it does not fit.
bool JsonGlance::step(std::string_view text) {
  const char c = text[at_];
  switch (expect_) {
    case Expect::kString:
      return step_string(text);
    case Expect::kEscape:
      if (c != 'u' && std::string_view("\"\\/bfnrt").find(c) == std::string_view::npos) return false;
      hex_ = 4;
      expect_ = c == 'u' ? Expect::kHex : Expect::kString;
      ++at_;
      return true;
    case Expect::kHex:
      if (!is_hex(c)) return false;
      if (--hex_ == 0) expect_ = Expect::kString;
      ++at_;
      return true;
    case Expect::kScalar:
      if (is_of_scalar(c)) {
        ++at_;
        return true;
      }
      if (!is_scalar(text.substr(scalar_, at_ - scalar_))) return false;
      end_value();
      return true;
    default:
      break;
  }
  if (!is_space(c) && !step_value(c)) return false;
  ++at_;
  return true;
}

// Outside strings and scalars, at a byte that is no white space.
bool JsonGlance::step_value(char c) {
  switch (expect_) {
    case Expect::kValueOrEnd:
      if (c == ']') return end_container('[');
      [[fallthrough]];
    case Expect::kValue:
      if (c == '{' || c == '[') {
        open_ += c;
        expect_ = c == '{' ? Expect::kKeyOrEnd : Expect::kValueOrEnd;
      } else if (c == '"') {
        in_key_ = false;
        expect_ = Expect::kString;
      } else {
        scalar_ = at_;
        expect_ = Expect::kScalar;
        return is_digit(c) || c == '-' || c == 't' || c == 'f' || c == 'n';
      }
      return true;
    case Expect::kKeyOrEnd:
      if (c == '}') return end_container('{');
      [[fallthrough]];
    case Expect::kKey:
      in_key_ = true;
      expect_ = Expect::kString;
      return c == '"';
    case Expect::kColon:
      expect_ = Expect::kValue;
      return c == ':';
    case Expect::kCommaOrEnd:
      if (c == ']' || c == '}') return end_container(c == ']' ? '[' : '{');
      expect_ = open_.back() == '{' ? Expect::kKey : Expect::kValue;
      return c == ',';
    default:
      return false;
  }
}

// Past what is in sight of a string, or past its quote.
bool JsonGlance::step_string(std::string_view text) {
  while (at_ < text.size()) {
    const char c = text[at_];
    if (static_cast<unsigned char>(c) < 0x20) return false;
    ++at_;
    if (c == '\\') {
      expect_ = Expect::kEscape;
      return true;
    }
    if (c != '"') continue;
    if (in_key_) {
      expect_ = Expect::kColon;
    } else {
      end_value();
    }
    return true;
  }
  return true;
}

bool JsonGlance::end_container(char begun_by) {
  if (open_.back() != begun_by) return false;
  open_.pop_back();
  end_value();
  return true;
}

void JsonGlance::end_value() { expect_ = open_.empty() ? Expect::kNothing : Expect::kCommaOrEnd; }

}  // namespace privet
