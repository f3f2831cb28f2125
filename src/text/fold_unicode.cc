#include "text/fold_unicode.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "text/fold_scan.h"
#include "text/fold_table.h"
#include "text/joiners.h"
#include "text/script.h"

namespace privet {
namespace {

// Characters of a cluster, counted as if all were decomposed: that number does
// not grow when the cluster is composed, so a folded one is never full anew.
// And bytes that invisible characters may add.
constexpr std::size_t kMaxCluster = 32;
constexpr std::size_t kMaxClusterBytes = 256;
// A deletion is cut into pieces, so that no edit outgrows its 16-bit sizes even
// after each of its bytes is traced back to a long escape.
constexpr std::size_t kMaxDeletion = 512;

constexpr char32_t kZwnj = 0x200C;
constexpr char32_t kZwj = 0x200D;

const icu::Normalizer2& nfd() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFDInstance(error);
    PRIVET_CHECK(U_SUCCESS(error));
    return n;
  }();
  return *instance;
}

const icu::Normalizer2& nfc() {
  static const icu::Normalizer2* instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* n = icu::Normalizer2::getNFCInstance(error);
    PRIVET_CHECK(U_SUCCESS(error));
    return n;
  }();
  return *instance;
}

UChar32 signed_of(char32_t c) { return static_cast<UChar32>(c); }
bool is_joiner(char32_t c) { return c == kZwj || c == kZwnj; }
bool is_graphic_ascii(char32_t c) { return c > 0x20 && c < 0x7F; }

// A character that no mark can reach the inside of: it is not composed itself.
bool is_plain_starter(char32_t c) {
  return u_getCombiningClass(signed_of(c)) == 0 &&
         u_getIntPropertyValue(signed_of(c), UCHAR_TRAIL_CANONICAL_COMBINING_CLASS) == 0;
}

class UnicodeFolder {
 public:
  UnicodeFolder(std::string_view text, std::string& out, OffsetMapBuilder& edits, std::vector<std::uint32_t>& stops)
      : text_(text), out_(out), edits_(edits), stops_(stops) {}

  bool run(std::size_t from, bool& non_ascii) {
    const std::uint64_t* flagged = table_.flagged();
    for (std::size_t at = find_flagged(text_, from, flagged, non_ascii); at < text_.size();
         at = find_flagged(text_, at, flagged, non_ascii)) {
      at = fold_at(at);
    }
    if (edits_.edits().empty()) return false;
    copy_up_to(text_.size());
    return true;
  }

 private:
  struct Cluster {
    std::array<char32_t, kMaxCluster> points;
    std::size_t size = 0;
    std::size_t weight = 0;  // characters once they are decomposed, at most kMaxCluster
    std::size_t begin = 0;   // of its source in text_
    std::size_t end = 0;
  };

  // Folds what begins with the flagged character at `at`; says where to go on.
  std::size_t fold_at(std::size_t at) {
    const Decoded c = decode_utf8(text_, at);
    const FoldEntry& entry = *table_.find(c.code_point);
    if (entry.kind == FoldKind::kMark && leaves_alone(at, c.code_point, entry)) return at + c.bytes;
    if (entry.extends && follows_joiner(at)) return at + c.bytes;

    // Gather forward; invisible characters are passed over.
    Cluster cluster{.points = {}, .begin = at, .end = at};
    bool too_long = false;
    std::size_t end = at;
    while (end < text_.size()) {
      const Decoded next = decode_utf8(text_, end);
      const FoldEntry* known = table_.find(next.code_point);
      if (known != nullptr && known->kind == FoldKind::kInvisible) {
        if (keeps_invisible(base_before(cluster, at), next.code_point, folded_at(end + next.bytes))) break;
      } else {
        const bool extends = table_.extends(next.code_point);
        if (!extends && end > at) break;
        const std::size_t weight = weight_of(next.code_point);
        too_long = cluster.weight + weight > kMaxCluster || (extends && end - at > kMaxClusterBytes);
        if (too_long) break;
        if (cluster.size == 0) cluster.begin = end;
        cluster.points[cluster.size++] = next.code_point;
        cluster.weight += weight;
        cluster.end = end + next.bytes;
      }
      end += next.bytes;
    }
    if (end == at) return at + c.bytes;  // a joiner that stays
    if (cluster.size > 0 && table_.extends(cluster.points[0]) && !take_base(cluster, at)) too_long = true;

    if (stands_on_joiner(cluster)) {
      remove_invisible(at, end);
    } else if (cluster.size > 0) {
      remove_up_to(at, cluster.begin);
      fold_cluster(cluster);
      remove_up_to(std::max(at, cluster.end), end);
    } else {
      remove_up_to(at, end);
    }
    return too_long ? remove_rest(end) : end;
  }

  // Most marks stand on a character that they neither compose with nor disguise.
  bool leaves_alone(std::size_t at, char32_t mark, const FoldEntry& entry) const {
    if (at == done_) return false;
    const char32_t base = decode_utf8(text_, previous_utf8(text_, at)).code_point;
    if (base < 0x80) return false;
    return !entry.composes || (is_plain_starter(base) && nfc().composePair(signed_of(base), signed_of(mark)) < 0);
  }

  // Whether a joiner that stayed stands right before `at`. It stayed because of
  // what is at `at`, which so must stay itself.
  bool follows_joiner(std::size_t at) const {
    return at > done_ && is_joiner(decode_utf8(text_, previous_utf8(text_, at)).code_point);
  }

  // Puts what stands before `at`, back to the character that the cluster's first
  // one extends, in front. False: too far away, and the cluster is emptied.
  bool take_base(Cluster& cluster, std::size_t at) {
    std::size_t begin = at;
    std::size_t marks = 0;
    for (bool extends = true; extends && begin > done_; ++marks) {
      begin = previous_utf8(text_, begin);
      const char32_t c = decode_utf8(text_, begin).code_point;
      cluster.weight += weight_of(c);
      if (cluster.weight > kMaxCluster) {
        cluster.size = 0;
        return false;
      }
      extends = table_.extends(c);
    }
    if (marks == 0) return true;  // nothing is there
    std::move_backward(cluster.points.begin(), cluster.points.begin() + static_cast<std::ptrdiff_t>(cluster.size),
                       cluster.points.begin() + static_cast<std::ptrdiff_t>(cluster.size + marks));
    cluster.size += marks;
    cluster.begin = begin;
    for (std::size_t i = 0; i < marks; ++i) {
      const Decoded c = decode_utf8(text_, begin);
      cluster.points[i] = c.code_point;
      begin += c.bytes;
    }
    return true;
  }

  // Marks on a joiner that stayed are left in their order: what follows it
  // decided that it stays.
  static bool stands_on_joiner(const Cluster& cluster) { return cluster.size > 0 && is_joiner(cluster.points[0]); }

  // What an invisible character stands on once all is folded: the character that
  // the marks before it belong to, since these may yet change places. It is read
  // off the folded text, so folding that again decides the same. 0: there is
  // none, or it is far away.
  char32_t base_before(const Cluster& cluster, std::size_t at) {
    Cluster whole = cluster;
    if (cluster.size == 0) {
      folded_.clear();
    } else {
      if (table_.extends(cluster.points[0]) && !take_base(whole, at)) return 0;
      if (stands_on_joiner(whole)) return whole.points[0];
      compose(whole);
    }
    const std::size_t copied = std::min(at, whole.begin) - done_;
    std::size_t steps = 0;
    for (const std::string_view part :
         {std::string_view(folded_), text_.substr(done_, copied), std::string_view(out_)}) {
      for (std::size_t end = part.size(); end > 0; ++steps) {
        if (steps == kMaxCluster) return 0;
        end = previous_utf8(part, end);
        if (const char32_t c = decode_utf8(part, end).code_point; !table_.extends(c)) return c;
      }
    }
    return 0;
  }
  char32_t folded_at(std::size_t at) const {
    if (at >= text_.size()) return 0;
    const char32_t c = decode_utf8(text_, at).code_point;
    const FoldEntry* entry = table_.find(c);
    return entry == nullptr || entry->text_size == 0 ? c : decode_utf8(table_.text(*entry), 0).code_point;
  }

  // Characters that `c` becomes once it is folded and decomposed.
  std::size_t weight_of(char32_t c) const {
    if (c < 0xC0) return 1;
    const FoldEntry* entry = table_.find(c);
    icu::UnicodeString parts;
    if (entry == nullptr || entry->text_size == 0) {
      return nfd().getDecomposition(signed_of(c), parts) ? static_cast<std::size_t>(parts.countChar32()) : 1;
    }
    const std::string_view form = table_.text(*entry);
    std::size_t weight = 0;
    for (std::size_t at = 0; at < form.size();) {
      const Decoded point = decode_utf8(form, at);
      at += point.bytes;
      weight += nfd().getDecomposition(signed_of(point.code_point), parts)
                    ? static_cast<std::size_t>(parts.countChar32())
                    : 1;
    }
    return weight;
  }

  void fold_cluster(const Cluster& cluster) {
    folded_.clear();
    if (cluster.size == 1) {
      const FoldEntry* entry = table_.find(cluster.points[0]);
      if (entry == nullptr || entry->kind == FoldKind::kMark) return;  // a mark with nothing to stand on
      if (entry->kind == FoldKind::kStop) stops_.push_back(narrow(edits_.derived_size() + (cluster.begin - done_)));
      folded_ = table_.text(*entry);
      replace(cluster, EditFlag::kCompatibility);
      return;
    }
    replace(cluster, compose(cluster));
  }

  // What more than one character becomes, in folded_, and what was done to it.
  EditFlag compose(const Cluster& cluster) {
    folded_.clear();
    plain_.clear();
    icu::UnicodeString mapped;
    for (std::size_t i = 0; i < cluster.size; ++i) {
      append_utf8(plain_, cluster.points[i]);
      const FoldEntry* entry = table_.find(cluster.points[i]);
      if (entry != nullptr && entry->text_size != 0) {
        const std::string_view form = table_.text(*entry);
        mapped.append(icu::UnicodeString::fromUTF8({form.data(), static_cast<std::int32_t>(form.size())}));
      } else {
        mapped.append(signed_of(cluster.points[i]));
      }
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString composed = nfc().normalize(mapped, error);
    PRIVET_CHECK(U_SUCCESS(error));
    // Marks that are still there on an ASCII character are a disguise.
    EditFlag flags = plain_.size() == cluster.end - cluster.begin ? EditFlag::kNone : EditFlag::kInvisible;
    std::size_t read = 0;
    bool same = true;
    char32_t base = 0;
    for (std::int32_t i = 0; i < composed.length(); i = composed.moveIndex32(i, 1)) {
      const auto c = static_cast<char32_t>(composed.char32At(i));
      const bool mark = is_mark(c);
      same = same && read < plain_.size() && decode_utf8(plain_, read).code_point == c;
      if (same) read += decode_utf8(plain_, read).bytes;
      if (mark && is_graphic_ascii(base)) {
        flags = flags | EditFlag::kInvisible;
        continue;
      }
      if (!mark) base = c;
      append_utf8(folded_, c);
    }
    if (!same || read != plain_.size()) flags = flags | EditFlag::kCompatibility;
    return flags;
  }

  // The cluster becomes folded_, unless it is that already.
  void replace(const Cluster& cluster, EditFlag flags) {
    const std::size_t size = cluster.end - cluster.begin;
    if (text_.substr(cluster.begin, size) == folded_) return;
    copy_up_to(cluster.begin);
    out_ += folded_;
    edits_.replaced(size, folded_.size(), flags);
    done_ = cluster.end;
  }

  void remove_up_to(std::size_t begin, std::size_t end) {
    if (begin >= end) return;
    copy_up_to(begin);
    while (done_ < end) {
      const std::size_t bytes = std::min(kMaxDeletion, end - done_);
      edits_.replaced(bytes, 0, EditFlag::kInvisible);
      done_ += bytes;
    }
  }
  // Drops the invisible characters among marks that stay.
  void remove_invisible(std::size_t at, std::size_t end) {
    while (at < end) {
      const Decoded c = decode_utf8(text_, at);
      const FoldEntry* known = table_.find(c.code_point);
      if (known != nullptr && known->kind == FoldKind::kInvisible) remove_up_to(at, at + c.bytes);
      at += c.bytes;
    }
  }
  // Drops what still extends a cluster that is full.
  std::size_t remove_rest(std::size_t at) {
    std::size_t end = at;
    while (end < text_.size()) {
      const Decoded c = decode_utf8(text_, end);
      const FoldEntry* known = table_.find(c.code_point);
      if ((known == nullptr || known->kind != FoldKind::kInvisible) && !table_.extends(c.code_point)) break;
      end += c.bytes;
    }
    remove_up_to(at, end);
    return end;
  }
  void copy_up_to(std::size_t at) {
    out_.append(text_.substr(done_, at - done_));
    edits_.copied(at - done_);
    done_ = at;
  }
  static std::uint32_t narrow(std::size_t at) { return static_cast<std::uint32_t>(at); }

  const FoldTable& table_ = FoldTable::get();
  std::string_view text_;
  std::string& out_;
  OffsetMapBuilder& edits_;
  std::vector<std::uint32_t>& stops_;
  std::size_t done_ = 0;  // of text_; written to out_
  std::string folded_;    // what a cluster becomes
  std::string plain_;     // a cluster without its invisible characters
};

}  // namespace

bool fold_unicode(std::string_view text, std::size_t from, std::string& out, OffsetMapBuilder& edits,
                  std::vector<std::uint32_t>& stops, bool& non_ascii) {
  out.clear();
  edits.clear();
  stops.clear();
  return UnicodeFolder(text, out, edits, stops).run(from, non_ascii);
}

}  // namespace privet
