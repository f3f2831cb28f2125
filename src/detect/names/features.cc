#include "detect/names/features.h"

#include <algorithm>

#include "base/check.h"
#include "detect/names/word_hash.h"

namespace privet {
namespace {

// Numbers the features in the order in which they are added.
class Adder {
 public:
  Adder(std::span<std::uint32_t> keys, std::size_t first) : at_(first), keys_(keys) {}
  void add(std::uint64_t a, std::uint64_t b = 0) {
    // Its number is spread over all bits first. Facts and shapes are small numbers, as it is itself: one feature's
    // would else be taken for another's.
    const std::uint64_t kind = (at_ + 1) * kSecondFactor;
    keys_[at_ - first_] = static_cast<std::uint32_t>((mix_hash(kind, a) ^ b) * kSecondFactor >> 32);
    ++at_;
  }
  std::size_t count() const { return at_ - first_; }

 private:
  std::size_t at_;
  std::size_t first_ = at_;
  std::span<std::uint32_t> keys_;
};

// What is left of a word's facts where three of them are looked at together.
std::uint64_t coarse(const WordInfo& info) {
  const WordFacts f = info.facts;
  return static_cast<std::uint64_t>(f.part()) << 6 | (f.names() ? 32U : 0U) | (f.given() > 1 ? 16U : 0U) |
         (f.family() > 1 ? 8U : 0U) | static_cast<std::uint64_t>(f.lean()) << 1 | (f.plain() > 1 ? 1U : 0U);
}

std::uint64_t shape(const WordInfo& info) { return static_cast<std::uint64_t>(info.shape); }
std::uint64_t facts(const WordInfo& info) { return info.facts.bits(); }

std::uint64_t join(std::uint64_t a, std::uint64_t b) { return a << 16 ^ b; }
std::uint64_t join(std::uint64_t a, std::uint64_t b, std::uint64_t c) { return a << 32 ^ b << 16 ^ c; }

}  // namespace

void features_of_word(const WordInfo& w0, std::span<std::uint32_t, kWordFeatures> keys) {
  Adder out(keys, 0);
  out.add(w0.word);
  out.add(w0.word, shape(w0));
  out.add(facts(w0));
  out.add(w0.prefix2);
  out.add(w0.prefix3);
  out.add(w0.suffix2);
  out.add(w0.suffix3);
  out.add(w0.suffix4);
  out.add(w0.suffix3, coarse(w0));
  out.add(w0.suffix4, shape(w0));
  out.add(join(facts(w0), shape(w0)), w0.letters);
  PRIVET_CHECK(out.count() == kWordFeatures);
}

void features_around(const Run& run, std::size_t i, std::span<std::uint32_t, kAroundFeatures> keys) {
  const WordInfo* const at = run.infos.data() + Run::kAround + i;
  const WordInfo &w0 = at[0], &l1 = at[-1], &l2 = at[-2], &l3 = at[-3], &r1 = at[1], &r2 = at[2], &r3 = at[3];
  const std::uint64_t style = static_cast<std::uint64_t>(run.style);
  const std::size_t count = run.tokens.size();
  // Where in its run the token stands, and whether the run is all of its line.
  const std::uint64_t place = (i == 0 ? 1U : 0U) | (i + 1 == count ? 2U : 0U) | (run.begins_line ? 4U : 0U) |
                              (run.ends_line ? 8U : 0U) | run.begins_sentence[i] << 4U;
  Adder out(keys, kWordFeatures);
  // Words.
  out.add(l1.word);
  out.add(r1.word);
  out.add(l2.word);
  out.add(r2.word);
  out.add(r1.word, r2.word);
  out.add(l1.word, shape(w0));
  out.add(join(l1.word, coarse(w0)), coarse(r1));
  out.add(join(r1.word, coarse(w0)), coarse(l1));
  out.add(l3.word);
  out.add(r3.word);
  // Shapes.
  out.add(shape(w0), place);
  out.add(join(shape(l1), shape(w0)));
  out.add(join(shape(w0), shape(r1)));
  out.add(join(shape(l2), shape(l1), shape(w0)));
  out.add(join(shape(w0), shape(r1), shape(r2)));
  // The lists.
  out.add(facts(w0), join(shape(w0), style));
  out.add(join(facts(l1), facts(w0)));
  out.add(join(facts(w0), facts(r1)));
  out.add(join(coarse(l2), coarse(l1), coarse(w0)));
  out.add(join(coarse(w0), coarse(r1), coarse(r2)));
  out.add(facts(w0), place);
  out.add(facts(l1), shape(w0));
  out.add(facts(r1), shape(w0));
  out.add(join(coarse(w0), style), join(coarse(l1), coarse(r1)));
  out.add(join(coarse(l3), coarse(l2), coarse(w0)));
  // The line.
  out.add(join(place, coarse(w0)), shape(r1));
  out.add(std::min<std::size_t>(count, 7), join(shape(w0), coarse(w0), place));
  // The run.
  const WordInfo &first = run.infos[Run::kAround], &last = run.infos[Run::kAround + count - 1];
  const std::size_t from_first = std::min<std::size_t>(i, 3), to_last = std::min<std::size_t>(count - 1 - i, 3);
  out.add(join(coarse(first), coarse(last), coarse(w0)), join(from_first, to_last));
  out.add(join(run.parts, shape(w0)), std::min<std::size_t>(count, 4));
  PRIVET_CHECK(out.count() == kAroundFeatures);
}

void features_of(const Run& run, std::size_t i, FeatureKeys& keys) {
  const std::span<std::uint32_t, kFeatures> all(keys);
  features_of_word(run.infos[Run::kAround + i], all.first<kWordFeatures>());
  features_around(run, i, all.last<kAroundFeatures>());
}

}  // namespace privet
