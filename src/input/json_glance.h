// Whether a text begins with a JSON value (RFC 8259), told as its bytes come in.
//
// To tell JSON from text by its first bytes; records are read, and their damage
// is named, by record/record_reader.h. UTF-8 is not looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace privet {

class JsonGlance {
 public:
  enum class Seen : std::uint8_t {
    kOpen,   // so far all is well, and the value goes on
    kWhole,  // at() is behind the value
    kWrong,  // no value can begin like this; at() is the first byte that does not fit
  };

  // `text`: all there is, of which the last call saw a beginning. The value may
  // begin with white space. Takes time in proportion to what is new.
  Seen look(std::string_view text);
  // The same where nothing will follow: ends a number or name.
  Seen finish(std::string_view text);

  [[nodiscard]] std::size_t at() const { return at_; }

 private:
  enum class Expect : std::uint8_t {
    kValue,
    kValueOrEnd,  // behind `[`
    kKeyOrEnd,    // behind `{`
    kKey,
    kColon,
    kCommaOrEnd,
    kString,  // or more of it
    kEscape,  // the byte behind a backslash
    kHex,     // `hex_` more digits
    kScalar,  // more of a number or name
    kNothing,
  };

  bool step(std::string_view text);
  bool step_value(char c);
  bool step_string(std::string_view text);
  bool end_container(char begun_by);
  void end_value();

  Expect expect_ = Expect::kValue;
  bool wrong_ = false;
  bool in_key_ = false;
  int hex_ = 0;
  std::size_t at_ = 0;
  std::size_t scalar_ = 0;  // where it begins
  std::string open_;        // brackets, outermost first
};

}  // namespace privet
