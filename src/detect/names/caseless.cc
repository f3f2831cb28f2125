#include "detect/names/caseless.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "detect/names/caseless_line.h"
#include "detect/names/letter_bits.h"

namespace privet {
namespace {

// How far kana makes Han Japanese, in bytes.
constexpr std::uint32_t kKanaReach = 400;

// Sets of scripts.
constexpr unsigned kHebrew = 1, kArabic = 2, kDevanagari = 4, kHan = 8, kKana = 16, kHangul = 32;

// All our scripts have lead bytes from 0xD6 on; so do punctuation and emoji.
constexpr std::uint8_t kFirstLead = 0xD6;

unsigned script_of(std::uint8_t lead, std::uint8_t second) {
  if (lead < kFirstLead || lead > 0xED) return 0;
  if (lead <= 0xD7) return kHebrew;
  if (lead <= 0xDB) return kArabic;
  if (lead == 0xE0) return second == 0xA4 || second == 0xA5 ? kDevanagari : 0;
  if (lead == 0xE3 && (second == 0x81 || second == 0x82 || second == 0x83)) return kKana;
  if (lead >= 0xE4 && lead <= 0xE9) return kHan;
  return lead >= 0xEA ? kHangul : 0;
}

// Whether there is anything here for us. Eight bytes at a time: most have no
// lead byte at all.
bool holds_our_scripts(std::string_view text) {
  const auto is_ours = [&](std::size_t at) {
    return script_of(static_cast<std::uint8_t>(text[at]), static_cast<std::uint8_t>(text[at + 1])) != 0;
  };
  std::size_t at = 0;
  for (; at + 9 <= text.size(); at += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, sizeof bytes);
    for (std::uint64_t leads = bytes & bytes << 1 & kHighBits; leads != 0; leads &= leads - 1) {
      if (is_ours(at + static_cast<std::size_t>(std::countr_zero(leads)) / 8)) return true;
    }
  }
  for (; at + 1 < text.size(); ++at) {
    if (is_ours(at)) return true;
  }
  return false;
}

class Reader {
 public:
  Reader(std::string_view text, std::vector<CaselessName>& out) : text_(text), out_(&out) {}

  void read() {
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', at), text_.size());
      if (end > at) read_line(static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end));
      at = end + 1;
    }
  }

 private:
  void read_line(std::uint32_t begin, std::uint32_t end) {
    const std::uint32_t line_begin = begin;
    while (begin < end) {
      const std::uint32_t stop = piece_end(begin, end);
      read_piece(begin, stop, begin == line_begin);
      begin = stop;
    }
  }

  // At a space or a mark of punctuation, if there is one.
  std::uint32_t piece_end(std::uint32_t begin, std::uint32_t end) const {
    if (end - begin <= kLongestPiece) return end;
    std::uint32_t last = begin + kLongestPiece;
    while (is_inside(last)) --last;
    for (std::uint32_t at = last; at > begin + kLongestPiece / 2; --at) {
      if (static_cast<std::uint8_t>(text_[at]) <= 0x20 || text_[at] == ',') return at;
      if (text_.substr(at, 3) == "。" || text_.substr(at, 3) == "、") return at;
    }
    return last;
  }
  bool is_inside(std::uint32_t at) const { return (static_cast<std::uint8_t>(text_[at]) & 0xC0) == 0x80; }

  void read_piece(std::uint32_t begin, std::uint32_t end, bool begins) {
    unsigned scripts = 0;
    for (std::uint32_t at = begin; at + 1 < end; ++at) {
      const auto lead = static_cast<std::uint8_t>(text_[at]);
      if (lead >= kFirstLead) scripts |= script_of(lead, static_cast<std::uint8_t>(text_[at + 1]));
    }
    if (scripts == 0) return forget_sign_off(begin, end);

    CaselessLine line{.text = text_, .begin = begin, .end = end, .begins = begins, .after_sign_off = signed_off_};
    const std::size_t first = out_->size();
    signed_off_ = false;
    if ((scripts & kHebrew) != 0) signed_off_ |= find_hebrew_names(line, *out_);
    if ((scripts & kArabic) != 0) signed_off_ |= find_arabic_names(line, *out_);
    if ((scripts & kDevanagari) != 0) signed_off_ |= find_devanagari_names(line, *out_);
    if ((scripts & kHangul) != 0) find_hangul_names(line, *out_);
    if ((scripts & (kHan | kKana)) != 0) {
      line.near_kana = (scripts & kKana) != 0 || kana_near(begin, end);
      find_han_names(line, *out_);
    }
    if ((scripts & (scripts - 1)) != 0) put_in_order(first);
    if ((scripts & kKana) != 0) last_kana_ = end;
  }

  // An empty line may stand between the words of leave and the name.
  void forget_sign_off(std::uint32_t begin, std::uint32_t end) {
    if (text_.substr(begin, end - begin).find_first_not_of(" \t\r") != text_.npos) signed_off_ = false;
  }

  bool kana_near(std::uint32_t begin, std::uint32_t end) {
    if (last_kana_ != 0 && begin - last_kana_ < kKanaReach) return true;
    // Each byte is looked at once: what lies before `searched_` is known.
    const std::uint32_t stop = std::min(end + kKanaReach, static_cast<std::uint32_t>(text_.size()));
    if (next_kana_ >= end && next_kana_ < stop) return true;
    for (std::uint32_t at = std::max(end, searched_); at + 1 < stop; ++at) {
      searched_ = at + 1;
      if (static_cast<std::uint8_t>(text_[at]) != 0xE3) continue;
      if (script_of(0xE3, static_cast<std::uint8_t>(text_[at + 1])) == kKana) {
        next_kana_ = at;
        return true;
      }
    }
    return false;
  }

  // Several scripts on one line: by place, the first of two that overlap.
  void put_in_order(std::size_t first) {
    const auto by_place = [](const CaselessName& a, const CaselessName& b) { return a.span < b.span; };
    std::sort(out_->begin() + static_cast<std::ptrdiff_t>(first), out_->end(), by_place);
    std::size_t kept = first;
    for (std::size_t i = first; i < out_->size(); ++i) {
      if (kept > first && (*out_)[i].span.overlaps((*out_)[kept - 1].span)) continue;
      (*out_)[kept++] = (*out_)[i];
    }
    out_->resize(kept);
  }

  std::string_view text_;
  std::vector<CaselessName>* out_;
  bool signed_off_ = false;
  std::uint32_t last_kana_ = 0;  // just behind it; 0: none yet
  std::uint32_t next_kana_ = 0;
  std::uint32_t searched_ = 0;
};

}  // namespace

void find_caseless_names(Bytes<ViewSpace> text, std::vector<CaselessName>& out) {
  if (holds_our_scripts(text.text())) Reader(text.text(), out).read();
}

}  // namespace privet
