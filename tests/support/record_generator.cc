#include "support/record_generator.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/check.h"
#include "base/utf8.h"
#include "rule/marked.h"

namespace privet::test {
namespace {

constexpr std::array<std::string_view, 34> kGlue = {" ",
                                                    "",
                                                    "-",
                                                    ".",
                                                    ",",
                                                    ", ",
                                                    ": ",
                                                    "=",
                                                    "/",
                                                    "\n",
                                                    "\t",
                                                    "(",
                                                    ")",
                                                    "<",
                                                    ">",
                                                    "[",
                                                    "]",
                                                    "\"",
                                                    "'",
                                                    "|",
                                                    ";",
                                                    "_",
                                                    "+",
                                                    "@",
                                                    "#",
                                                    " - ",
                                                    "\xE3\x80\x82",
                                                    "\xE3\x80\x80",
                                                    "\xE2\x80\x93",
                                                    "\xC2\xA0",
                                                    "*",
                                                    "{",
                                                    "}",
                                                    "&"};

constexpr std::array<std::string_view, 26> kWords = {
    "the",        "a",     "report", "was",    "at",  "dot",  "phone", "Grüße",
    "привет",     "你好",  "メール", "안녕",   "see", "x",    "v1.2",  "2024",
    "12:30",      "$5.00", "id",     "\u0301", "😀",   "[at]", "(dot)", "<EMAIL_ADDRESS>",
    "<PERSON_2>", "***"};

constexpr std::array<std::string_view, 12> kKeys = {"text",  "content", "messages", "id", "from", "phone",
                                                    "email", "locale",  "country",  "n",  "url",  "a b"};

// Reasons to expect a country, which national numbers ask for.
constexpr std::array<std::string_view, 8> kReasons = {"de-DE",          "fr_FR", "US",   "en-GB",
                                                      "www.example.ch", "+49",   "+33 ", "pt-BR"};

// Invisible characters, and a mark that joins the letter before it.
constexpr std::array<char32_t, 8> kInvisible = {0x200B, 0x200D, 0x200E, 0x202C, 0xFEFF, 0xAD, 0x2060, 0x301};

}  // namespace

RecordGenerator::RecordGenerator(const RuleSet& rules, std::uint64_t seed) : rules_(rules), random_(seed) {
  for (const Rule& rule : rules.rules()) {
    Result<Pattern> pattern = Pattern::parse(rule.prove);
    PRIVET_CHECK(pattern.has_value());
    patterns_.push_back(std::move(*pattern));
    for (const std::string& example : rule.finds) examples_.push_back(parse_marked(example).text);
    for (const std::string& example : rule.ignores) examples_.push_back(example);
    cues_.insert(cues_.end(), rule.cues.words.begin(), rule.cues.words.end());
    keys_.insert(keys_.end(), rule.field_names.begin(), rule.field_names.end());
  }
}

std::string RecordGenerator::value_of_rule() {
  if (!values_.empty() && chance(5)) return any_of(values_);
  if (chance(4)) return any_of(examples_);
  const std::size_t at = below(static_cast<std::uint32_t>(patterns_.size()));
  std::string value;
  patterns_[at].sample(random_, value);
  // Many patterns begin behind the value's first part.
  const char first = value.empty() ? '\0' : value[0];
  if (first == '@' || first == ' ' || first == '[' || first == '(') value.insert(0, chance(3) ? "jo.example" : "jo");
  if (first == '@' && chance(2)) value += chance(2) ? ".com" : ".example.org";
  values_.push_back(value);
  return value;
}

std::string RecordGenerator::text() {
  std::string out;
  for (std::uint32_t i = 0, pieces = below(5); i <= pieces; ++i) {
    if (chance(3)) out += any_of(cues_) + (chance(2) ? ": " : " ");
    std::string piece = value_of_rule();
    if (chance(3)) hide(piece);
    out += piece;
    out += any_of(kGlue);
    for (std::uint32_t w = 0, words = chance(12) ? 40 : below(3); w < words; ++w)
      out.append(any_of(kWords)).append(any_of(kGlue));
  }
  if (chance(8)) hide(out);
  return out;
}

// Some characters written in another way, or out of place.
void RecordGenerator::hide(std::string& text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    const std::string_view bytes = std::string_view(text).substr(at, c.bytes);
    at += c.bytes;
    const bool plain = c.code_point > ' ' && c.code_point < 0x7F;
    if (!chance(6)) {
      out += bytes;
      continue;
    }
    switch (below(10)) {
      case 0:
      case 1:
        append_utf8(out, plain ? c.code_point + 0xFEE0 : c.code_point);
        break;
      case 2:
        append_utf8(out.append(bytes), any_of(kInvisible));
        break;
      case 3:
        out += "&#" + std::to_string(static_cast<std::uint32_t>(c.code_point)) + ";";
        break;
      case 4:
        for (const char b : bytes)
          (out += '%').append({kHex[static_cast<unsigned char>(b) >> 4], kHex[static_cast<unsigned char>(b) & 15]});
        break;
      case 5:
        out += plain && ((c.code_point | 0x20) >= 'a') && ((c.code_point | 0x20) <= 'z')
                   ? std::string(1, static_cast<char>(c.code_point ^ 0x20))
                   : std::string(bytes);
        break;
      case 6:
        out.append(bytes).append(any_of(kGlue));
        break;
      case 7:
        out.append(bytes).append(bytes);
        break;
      case 8:
        break;
      default:
        append_utf8(out, c.code_point >= '0' && c.code_point <= '9' ? c.code_point - '0' + 0x660 : c.code_point);
        break;
    }
  }
  text = out;
}

std::string RecordGenerator::key() {
  switch (below(6)) {
    case 0:
      return text();
    case 1:
    case 2:
      return any_of(keys_);
    case 3:
      return values_.empty() ? "text" : any_of(values_);
    default:
      return std::string(any_of(kKeys));
  }
}

void RecordGenerator::write_string(const std::string& text, std::string& out) {
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::uint32_t escaped = chance(4) ? 3 : 40;  // one in so many
  const auto unit = [&](std::uint32_t u) {
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += kHex[u >> shift & 15];
  };
  out += '"';
  for (std::size_t at = 0; at < text.size();) {
    const Decoded c = decode_utf8(text, at);
    const bool must = c.code_point < 0x20 || c.code_point == '"' || c.code_point == '\\';
    if (must || chance(escaped)) {
      const std::uint32_t astral = c.code_point - 0x10000;
      if (c.code_point >= 0x10000) unit(0xD800 + (astral >> 10));
      unit(c.code_point >= 0x10000 ? 0xDC00 + (astral & 0x3FF) : c.code_point);
    } else {
      out.append(text, at, c.bytes);
    }
    if (chance(400)) unit(0xD800 + below(0x800));  // a lone surrogate, or half of a pair
    at += c.bytes;
  }
  out += '"';
}

// A value's digits, where they make a number.
bool RecordGenerator::write_number(std::string& out) {
  std::string digits = value_of_rule();
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  if (digits.empty() || (digits.size() > 1 && digits[0] == '0')) return false;
  out += (chance(8) ? "-" : "") + digits + (chance(8) ? ".5" : "");
  return true;
}

void RecordGenerator::write_value(int depth, std::string& out) {
  const auto space = [&] { out += chance(4) ? " " : ""; };
  const std::uint32_t kind = below(depth > 3 ? 6 : 10);
  if (kind == 0 && write_number(out)) return;
  if (kind == 1) return void(out += any_of(std::array<std::string_view, 3>{"true", "false", "null"}));
  if (kind == 2) return write_string(std::string(any_of(kReasons)), out);
  if (kind < 6) return write_string(text(), out);
  const bool object = kind < 9;
  out += object ? '{' : '[';
  for (std::uint32_t i = 0, n = below(5); i < n; ++i) {
    if (i > 0) out += ',';
    space();
    if (object) {
      write_string(key(), out);
      space();
      out += ':';
      space();
    }
    write_value(depth + 1, out);
    space();
  }
  out += object ? '}' : ']';
}

std::string RecordGenerator::record() {
  values_.clear();
  std::string out = "{\"text\":";
  write_string(text(), out);
  out += ",\"more\":";
  write_value(0, out);
  return out + "}";
}

}  // namespace privet::test
