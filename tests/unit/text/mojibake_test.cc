// Mojibake: texts of many languages come back as they were, and what only looks
// like it stays.
#include "text/mojibake.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "text/fold.h"
#include "text/windows_1252.h"
#include "text_test_support.h"

namespace privet {
namespace {

using testing_text::ExactBuffer;
using testing_text::on_every_target;
using testing_text::Random;
using testing_text::random_text;

enum class ReadAs { kLatin1, kWindows1252 };

// The UTF-8 of `text`, each byte taken for a character.
std::string misread(std::string_view text, ReadAs how) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<std::uint8_t>(c);
    char32_t as = byte;
    if (how == ReadAs::kWindows1252 && byte >= 0x80 && byte < 0xA0 && kWindows1252[byte - 0x80] != 0) {
      as = kWindows1252[byte - 0x80];
    }
    append_utf8(out, as);
  }
  return out;
}

// One layer undone; nothing to repair: the text itself.
std::string repaired(std::string_view text) {
  const ExactBuffer buffer(text);
  std::string out;
  OffsetMapBuilder edits;
  const std::size_t first = repair_mojibake(buffer.text(), out, edits);
  if (first == text.size()) {
    EXPECT_TRUE(out.empty() && edits.edits().empty());
    return std::string(text);
  }
  EXPECT_EQ(edits.source_size(), text.size());
  EXPECT_EQ(edits.derived_size(), out.size());
  EXPECT_EQ(edits.edits().front().source_begin, first);
  EXPECT_EQ(text.substr(0, first), std::string_view(out).substr(0, first));
  return out;
}

TEST(Mojibake, texts_of_many_languages_come_back) {
  const char* const texts[] = {
      "José",
      "Zoë Müller",
      "À demain, René !",
      "ÉCOLE SUPÉRIEURE",
      "JOSÉ GARCÍA",
      "it’s “fine” – really…",
      "Łukasz napisał: cześć, gęślą jaźń",
      "Příliš žluťoučký kůň",
      "Şişli’de görüşürüz, İpek",
      "Привет, как дела?",
      "Γειά σου, Ελένη",
      "שלום, מה נשמע?",
      "مرحبا كيف حالك",
      "नमस्ते, कैसे हो?",
      "สวัสดีครับ",
      "안녕하세요 민지야",
      "明日の会議は何時ですか？",
      "好的，明天见。",
      "ok 👍🏽 see you 😀",
      "❤",
      "ÿ",
      "30 €",
      "\uFEFFid,text",
      "done ✓ → next",
  };
  on_every_target([&](const std::string& target) {
    SCOPED_TRACE(target);
    for (const char* text : texts) {
      EXPECT_EQ(repaired(misread(text, ReadAs::kLatin1)), text);
      EXPECT_EQ(repaired(misread(text, ReadAs::kWindows1252)), text);
      // Between much that is ASCII, wherever a vector begins.
      for (std::size_t before = 0; before < 70; before += 3) {
        const std::string around(before, '.');
        EXPECT_EQ(repaired(around + misread(text, ReadAs::kLatin1) + around), around + text + around);
      }
    }
  });
}

TEST(Mojibake, text_that_is_in_order_stays) {
  const char* const texts[] = {
      "",
      "plain ASCII",
      "José Müller, Zoë Ünal, Łódź",
      // Letters beside punctuation that UTF-8 could be read from.
      "DÉSOLÉ… AU CAFÉ… C’EST TROMPÉ…",
      "« JOSÉ » et «JOSÉ», “CAFÉ”",
      "groß» und »Straß«, Gruß…",
      "elle a été…” dit-il",
      "né–mort, à»",
      "IRMÃ» MAÇÃ®, «IRMÃ»",
      "AÇÃO, MANHÃ E AMANHÃ…",
      "20 Ä° 3×°2",
      "Ñ° É™",
      "»Ö« »Ü«",
      "Ð° á þ ð",
      // One in a text that is full of other letters.
      "Le mot été s’écrit Ã©té à l’écran, mal décodé ; près de là, où ça a été gâché",
      // Neither assigned nor to be written.
      "caf\u00C3",
      "\u00E2\u0080",
  };
  for (const char* text : texts) {
    SCOPED_TRACE(text);
    EXPECT_EQ(repaired(text), text);
  }
  EXPECT_EQ(repaired("a \u00C2\u0085"), "a \u00C2\u0085");                // would be a control character
  EXPECT_EQ(repaired("a \u00D4\u00B0 \u00C2"), "a \u00D4\u00B0 \u00C2");  // U+0530 is not assigned
}

TEST(Mojibake, the_view_leads_back_and_is_repaired_with_the_rest) {
  struct Case {
    const char* name;
    const char* source;
    const char* view;
  };
  const Case cases[] = {
      {"in JSON inside the text", R"(Jos\u00c3\u00a9)", "José"},
      {"twice", "JosÃƒÂ©", "José"},
      {"a space that was no plain one", "+1Â\u00A0202Â\u00A0555Â\u00A00100", "+1 202 555 0100"},
      {"a dash", "202â€“555â€“0100", "202-555-0100"},
      {"an invisible character", "joâ€‹@example.com", "jo@example.com"},
      {"full width", "JosÃ© joï¼\u00A0example.com", "José jo@example.com"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const std::string_view source(c.source);
    Arena arena;
    Folder folder;
    const View view = folder.fold(Bytes<FieldSpace>(source), arena);
    EXPECT_EQ(view.text.text(), c.view);
    EXPECT_TRUE(has(view.folding.flags_in({0, static_cast<std::uint32_t>(view.text.size())}), EditFlag::kMojibake));
  }
  const std::string_view name = "von JosÃ© an";
  Arena arena;
  Folder folder;
  const View view = folder.fold(Bytes<FieldSpace>(name), arena);
  ASSERT_EQ(view.text.text(), "von José an");
  const Span<FieldSpace> back = view.folding.to_source({4, 9});
  EXPECT_EQ(name.substr(back.begin, back.size()), "JosÃ©");
}

TEST(Mojibake, random_texts_come_back_or_stay_and_the_edits_add_up) {
  const std::vector<std::string_view> alphabet = {"a", "É",      "Ã", "Â", "©", "\u0080", "€", "™", "â",
                                                  "ð", "\u009F", "Ÿ", "˜", "»", " ",      "B", "é", "à",
                                                  "×", "ß",      "Ð", "°", "œ", "\u00AD", "я"};
  Random random(5);
  for (int round = 0; round < 30000; ++round) {
    const std::string text = random_text(random, alphabet, 1 + static_cast<std::size_t>(round) % 14);
    ASSERT_TRUE(is_valid_utf8(repaired(text))) << text;
  }
}

}  // namespace
}  // namespace privet
