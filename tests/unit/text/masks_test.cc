// The masks of every SIMD target against the plain definition.
#include "text/masks.h"

#include <gtest/gtest.h>

#include "text/masks_scalar.h"
#include "text_test_support.h"

namespace privet {
namespace {

using testing_text::ExactBuffer;
using testing_text::on_every_target;
using testing_text::Random;

struct Kind {
  const char* name;
  const std::uint64_t* MaskWords::*words;
};
const Kind kKinds[] = {
    {"digit", &MaskWords::digit}, {"ascii_letter", &MaskWords::ascii_letter},
    {"upper", &MaskWords::upper}, {"at", &MaskWords::at},
    {"colon", &MaskWords::colon}, {"dash", &MaskWords::dash},
    {"dot", &MaskWords::dot},     {"non_ascii", &MaskWords::non_ascii},
};

void expect_same(const MaskWords& got, std::string_view text) {
  const ScalarMasks wanted = compute_masks_scalar(text);
  ASSERT_EQ(got.bytes, text.size());
  EXPECT_TRUE(got.has == wanted.words.has) << text;
  for (const Kind& kind : kKinds) {
    // The word past the end too: gates look ahead into it.
    for (std::size_t w = 0; w <= got.words(); ++w) {
      ASSERT_EQ((got.*kind.words)[w], (wanted.words.*kind.words)[w]) << kind.name << " word " << w << " of " << text;
    }
  }
}

std::string bits(const std::uint64_t* words, std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out.push_back((words[i / 64] >> (i % 64) & 1) != 0 ? '1' : '.');
  return out;
}

TEST(Masks, show_each_class_where_it_stands) {
  CharMasks masks;
  const std::string_view text = "Call 02-05: a@B.cé";
  const MaskWords& m = masks.compute(text);
  EXPECT_EQ(bits(m.digit, text.size()), ".....11.11.........");
  EXPECT_EQ(bits(m.ascii_letter, text.size()), "1111........1.1.1..");
  EXPECT_EQ(bits(m.upper, text.size()), "1.............1....");
  EXPECT_EQ(bits(m.at, text.size()), ".............1.....");
  EXPECT_EQ(bits(m.colon, text.size()), "..........1........");
  EXPECT_EQ(bits(m.dash, text.size()), ".......1...........");
  EXPECT_EQ(bits(m.dot, text.size()), "...............1...");
  EXPECT_EQ(bits(m.non_ascii, text.size()), ".................11");
}

TEST(Masks, summary_names_what_the_text_holds_wherever_it_stands) {
  const struct {
    char c;
    bool CharSummary::*has;
  } cases[] = {{'7', &CharSummary::digit},        {'@', &CharSummary::at},        {':', &CharSummary::colon},
               {'\xE9', &CharSummary::non_ascii}, {'&', &CharSummary::ampersand}, {'%', &CharSummary::percent},
               {'\\', &CharSummary::backslash},   {'<', &CharSummary::less_than}};
  on_every_target([&](const std::string& target) {
    CharMasks masks;
    for (const auto& c : cases) {
      for (std::size_t at = 0; at < 130; ++at) {
        std::string text(130, 'x');
        text[at] = c.c;
        CharSummary only;
        only.*c.has = true;
        ASSERT_TRUE(masks.compute(text).has == only) << c.c << " at " << at << " on " << target;
      }
    }
    EXPECT_TRUE(masks.compute(std::string(130, 'x')).has == CharSummary{}) << target;
  });
}

TEST(Masks, every_byte_value_is_classed_as_defined) {
  std::string all;
  for (int c = 0; c < 256; ++c) all.push_back(static_cast<char>(c));
  on_every_target([&](const std::string& target) {
    SCOPED_TRACE(target);
    CharMasks masks;
    expect_same(masks.compute(all), all);
  });
}

TEST(Masks, every_length_and_alignment_agrees_with_the_scalar_twin) {
  on_every_target([&](const std::string& target) {
    SCOPED_TRACE(target);
    Random random(1);
    std::uniform_int_distribution<int> byte(0, 255);
    CharMasks masks;
    for (std::size_t size = 0; size <= 200; ++size) {
      std::string text(size, ' ');
      for (char& c : text) c = static_cast<char>(byte(random));
      for (const std::size_t offset : {0, 1, 7, 15, 33}) {
        const ExactBuffer buffer(text, offset);
        expect_same(masks.compute(buffer.text()), text);
      }
    }
  });
}

TEST(Masks, a_small_text_after_a_huge_one_is_not_mixed_up_with_it) {
  CharMasks masks;
  const std::string huge(3 << 20, '9');
  expect_same(masks.compute(huge), huge);
  expect_same(masks.compute("a 1"), "a 1");
  expect_same(masks.compute(""), "");
}

}  // namespace
}  // namespace privet
