#include "text/fold_address.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "text/confusables.h"
#include "text/script.h"

namespace privet {
namespace {

constexpr std::size_t kMaxBack = 128;   // characters from a full stop back to its `@`
constexpr std::size_t kMaxPiece = 512;  // bytes of marks that one edit removes
constexpr std::string_view kStop = "\u3002";

// What a token is made of, and what an address is.
bool is_token(char32_t c) { return c != '_' && is_word(c); }
bool is_address(char32_t c) { return is_word(c) || c == '.' || c == '%' || c == '+' || c == '-' || c == 0x3002; }
// Ends up as an ASCII letter or digit if it stands in an address.
bool is_ascii_like(char32_t c) { return c < 0x80 ? is_token(c) : latin_look_alike(c) != 0; }

struct Replacement {
  std::size_t begin = 0;
  std::size_t bytes = 0;
  char by = 0;
  EditFlag flags = EditFlag::kNone;
};

class AddressFolder {
 public:
  explicit AddressFolder(std::string_view text) : text_(text) {}

  const std::vector<Replacement>& find(std::span<const std::uint32_t> stops) {
    const std::size_t first_at = text_.find('@');
    std::size_t done = 0;
    for (std::size_t at = first_at; at != std::string_view::npos; at = text_.find('@', std::max(done, at + 1))) {
      look_at_tokens(run_begin(at, done), at);
      done = run_end(at + 1);
      look_at_tokens(at + 1, done);
    }
    for (const std::uint32_t stop : stops) {
      if (joins_labels(stop, first_at)) found_.push_back({stop, kStop.size(), '.', EditFlag::kCompatibility});
    }
    std::sort(found_.begin(), found_.end(),
              [](const Replacement& a, const Replacement& b) { return a.begin < b.begin; });
    return found_;
  }

 private:
  [[nodiscard]] char32_t before(std::size_t at) const {
    return decode_utf8(text_, previous_utf8(text_, at)).code_point;
  }

  [[nodiscard]] std::size_t run_begin(std::size_t at, std::size_t limit) const {
    while (at > limit && is_address(before(at))) at = previous_utf8(text_, at);
    return at;
  }
  [[nodiscard]] std::size_t run_end(std::size_t at) const {
    while (at < text_.size()) {
      const Decoded c = decode_utf8(text_, at);
      if (!is_address(c.code_point)) break;
      at += c.bytes;
    }
    return at;
  }

  void look_at_tokens(std::size_t begin, std::size_t end) {
    while (begin < end) {
      bool latin = false;
      bool other = false;
      bool all_alike = true;  // "поч" of "почтаjo@" looks like nothing Latin: two words, no disguise
      std::size_t at = begin;
      while (at < end) {
        const Decoded c = decode_utf8(text_, at);
        if (!is_token(c.code_point)) break;
        latin = latin || is_latin_letter(c.code_point);
        if (is_look_alike_script(c.code_point) && !is_mark(c.code_point)) {
          other = true;
          all_alike = all_alike && latin_look_alike(c.code_point) != 0;
        }
        at += c.bytes;
      }
      if (latin && other && all_alike) replace_look_alikes(begin, at);
      begin = at < end ? at + decode_utf8(text_, at).bytes : end;
    }
  }

  void replace_look_alikes(std::size_t begin, std::size_t end) {
    while (begin < end) {
      const Decoded c = decode_utf8(text_, begin);
      const char latin = latin_look_alike(c.code_point);
      std::size_t next = begin + c.bytes;
      if (latin != 0) {
        // Marks would combine with the letter that is now Latin.
        EditFlag flags = EditFlag::kConfusable;
        while (next < end && next - begin < kMaxPiece && is_mark(decode_utf8(text_, next).code_point)) {
          next += decode_utf8(text_, next).bytes;
          flags = flags | EditFlag::kInvisible;
        }
        found_.push_back({begin, next - begin, latin, flags});
      }
      begin = next;
    }
  }

  [[nodiscard]] bool joins_labels(std::size_t stop, std::size_t first_at) const {
    const std::size_t next = stop + kStop.size();
    if (stop == 0 || next >= text_.size()) return false;
    const char32_t right = decode_utf8(text_, next).code_point;
    std::size_t left_end = stop;
    for (std::size_t n = 0; n < kMaxBack && left_end > 0 && is_mark(before(left_end)); ++n) {
      left_end = previous_utf8(text_, left_end);
    }
    if (left_end == 0) return false;
    const char32_t left = before(left_end);
    if (is_ascii_like(left)) return is_ascii_like(right);
    if (first_at > stop || !is_token(left) || !is_token(right)) return false;
    std::size_t at = stop;
    for (std::size_t n = 0; n < kMaxBack && at > 0; ++n) {
      const char32_t c = before(at);
      if (c == '@') return true;
      if (!is_address(c)) return false;
      at = previous_utf8(text_, at);
    }
    return false;
  }

  std::string_view text_;
  std::vector<Replacement> found_;
};

}  // namespace

bool fold_addresses(std::string_view text, std::span<const std::uint32_t> stops, std::string& out,
                    OffsetMapBuilder& edits) {
  out.clear();
  edits.clear();
  AddressFolder folder(text);
  std::size_t done = 0;
  for (const Replacement& r : folder.find(stops)) {
    out.append(text.substr(done, r.begin - done));
    edits.copied(r.begin - done);
    out.push_back(r.by);
    edits.replaced(r.bytes, 1, r.flags);
    done = r.begin + r.bytes;
  }
  if (done == 0) return false;
  out.append(text.substr(done));
  edits.copied(text.size() - done);
  return true;
}

}  // namespace privet
