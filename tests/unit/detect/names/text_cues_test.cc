// Names beside words that tell of them, and what stands there that is none.
#include "detect/names/text_cues.h"

#include <gtest/gtest.h>

#include "support/growth.h"
#include "unit/detect/names/names_harness.h"

namespace privet {
namespace {

TEST(TextCues, HeadsOfMails) {
  expect_cued({
      "From: [[Ann Rey]] <ann@example.com>\nTo: [[Quill Tarrow]] <q@example.org>\nSubject: box",
      "From: [[Quill]] <q@example.org>\n",
      "To: [[Ann Rey]]; [[Ida Lind]]\nSubject: box",
      "To: [[Rey, Ann]] <ann@example.com>, [[Lind, Ida]] <ida@example.com>",
      "Cc: \"[[Ann Rey]]\" <ann@example.com>",
      "Reply-To: [[Ann Rey]] <ann@example.com>",
      "> From: [[Ann Rey]]\n> Sent: Monday",
      "*From:* [[Ann Rey]]",
      "Von: [[Anna Schmidt]]\nGesendet: Montag\nAn: [[Ida Lind]]",
      "De : [[Luc Tarrow]]\nEnvoyé : lundi",
      "De: [[María Tárrez]]\nPara: [[Ida Lind]]",
      "Da: [[Marco Tarrow]]\nA: qualcuno",
      "Van: [[Jan Tarrow]]\nAan: [[Ida Lind]]",
      "Från: [[Ida Lind]]\nTill: [[Ann Rey]]",
      "Fra: [[Ida Lind]]\nTil: [[Ann Rey]]",
      "Od: [[Jan Tarrow]]\nDo: [[Ida Lind]]",
      "Lähettäjä: [[Ida Lind]]",
      "Kimden: [[Ida Lind]]\nKime: [[Ann Rey]]",
      "От: [[Иван Таров]]\nКому: [[Мария Тарова]]",
      "发件人: [[Ann Rey]] <ann@example.com>",
      "Signed-off-by: [[Quill Tarrow]] <q@example.com>",
      "the patch of [[Quill Tarrow]] <q@example.com> went in",
      "mail \"[[Tarrow Quill]]\" <q@example.com>",
  });
}

TEST(TextCues, LinesAboveAReply) {
  expect_cued({
      "On Mon, Jan 5, 2024 at 10:00 AM [[Ann Rey]] <ann@example.com> wrote:\n> box",
      "On Mon, Jan 5, 2024 at 10:00 AM, [[Quill Tarrow]] wrote:",
      "On 5 May 2024, at 10:00, [[Quill Tarrow]]\n<q@example.com> wrote:",
      "Am 05.01.2024 um 10:00 schrieb [[Anna Schmidt]] <anna@example.com>:",
      "Am 5. Mai 2024 schrieb [[Quill Tarrow]]:",
      "[[Anna Schmidt]] schrieb am 05.01.2024 um 10:00:",
      "Le lun. 5 janv. 2024 à 10:00, [[Luc Tarrow]] <luc@example.com> a écrit :",
      "El lun, 5 ene 2024 a las 10:00, [[María Tárrez]] (<m@example.com>) escribió:",
      "Em seg., 5 de jan. de 2024 às 10:00, [[Maria Tarrow]] <m@example.com> escreveu:",
      "Il giorno lun 5 gen 2024 alle ore 10:00 [[Marco Tarrow]] <m@example.com> ha scritto:",
      "Op ma 5 jan. 2024 om 10:00 schreef [[Jan Tarrow]] <j@example.com>:",
      "Den mån 5 jan. 2024 kl 10:00 skrev [[Ida Lind]] <i@example.com>:",
      "pon., 5 sty 2024 o 10:00 [[Jan Tarrow]] <j@example.com> napisał(a):",
      "5 янв. 2024 г., в 10:00, [[Иван Таров]] <i@example.com> написал(а):",
      "ma 5. tammik. 2024 klo 10:00 [[Ida Lind]] <i@example.com> kirjoitti:",
      "po 5. 1. 2024 v 10:00 odesílatel [[Ida Lind]] <i@example.com> napsal:",
      "[[Ida Lind]] <i@example.com>, 5 Oca 2024 Pzt, 10:00 tarihinde şunu yazdı:",
      "[[Ann Rey]] wrote:",
      "The old man wrote: nothing",
      "On Monday the team wrote: nothing",
      "She wrote 3 letters",
  });
}

TEST(TextCues, Greetings) {
  expect_cued({
      "Dear Ms [[Tarrow]],\nthe box is red.",
      "Dear Mr. [[Young]],",
      "Dear Dr. [[Ann Rey]]:",
      "Dear [[Quill]],",
      "Dear [[Ann]] and [[Bo]],",
      "Hi [[Ann]],",
      "Hi [[Quill]], is the box red?",
      "Hi, [[Ann]]!",
      "hey [[ann]]",
      "hey [[ann]] is the box red",
      "> Hi [[Ann]],",
      "first line\n\nHello [[Ann]] -",
      "Good morning [[Ann]],",
      "Liebe [[Anna]],",
      "Liebe [[Anna]], lieber Mensch",
      "Liebe [[Anna]] und lieber [[Bo]],",
      "Sehr geehrte Frau [[Schmidt]],",
      "Sehr geehrter Herr Dr. [[Tarrow]],",
      "Hallo Herr [[Schmidt]],",
      "Hola [[María]]:",
      "¡Hola [[María]]!",
      "Estimada señora [[Tárrez]]:",
      "Bonjour [[Luc]]",
      "Chère Madame [[Tarrow]],",
      "Cher [[Luc]],",
      "Beste [[Jan]],",
      "Geachte heer [[Tarrow]],",
      "Caro [[Marco]],",
      "Gentile Dott. [[Tarrow]],",
      "Prezada [[Maria]],",
      "Olá [[Maria]],",
      "Kære [[Ida]],",
      "Hei [[Ida]]!",
      "Cześć [[Jan]],",
      "Ahoj [[Jan]],",
      "Szia [[Ida]]!",
      "Dragă [[Maria]],",
      "Merhaba [[Ida]],",
      "Привет, [[Иван]]!",
      "Уважаемая [[Мария]],",
      "Γεια σου [[Ida]],",
  });
}

TEST(TextCues, WhatIsGreetedThatIsNobody) {
  expect_cued({
      "Dear Sir or Madam,",
      "Dear all,",
      "Dear Team,",
      "Dear Hiring Manager,",
      "Dear Customer Support,",
      "Hi there,",
      "Hi everyone!",
      "Hello World!",
      "Hello, how are you?",
      "hey what is it",
      "hi will the box be red",
      "Good morning Paris!",
      "Bonjour Oslo",
      "Hallo zusammen,",
      "Liebe Mitbewohner,",
      "Liebe Kolleginnen und Kollegen,",
      "Sehr geehrte Damen und Herren,",
      "Hola a todos,",
      "Bonjour à tous,",
      "Beste mensen,",
      "Привет всем!",
      "Best Western",
      "A dear friend came",
      "the box said hi Quill",
  });
}

TEST(TextCues, Signatures) {
  expect_cued({
      "Best regards,\n[[Ann]]",
      "Best regards,\n[[Quill Tarrow]]\nHead of Boxes",
      "Kind regards\n\n[[Quill Tarrow]]",
      "Regards,\r\n\r\n[[Quill]]\r\n",
      "Thanks!\n[[ann]]",
      "Cheers,\n- [[Quill]]",
      "Sincerely,\nDr. [[Quill Tarrow]], PhD",
      "Thanks, [[Ann]]",
      "text\nBest, [[Quill]]",
      "Yours,\n[[Quill Tarrow]] (she/her)",
      "> Best,\n> [[Quill]]",
      "Viele Grüße\n[[Anna Lind]]",
      "Mit freundlichen Grüßen\n\n[[Quill Tarrow]]",
      "LG\n[[Anna]]",
      "LG [[Anna]]",
      "Saludos,\n[[María]]",
      "Un abrazo,\n[[María Tárrez]]",
      "Cordialement,\n[[Luc Tarrow]]",
      "Abraços,\n[[Maria]]",
      "Cordiali saluti\n[[Marco Tarrow]]",
      "Met vriendelijke groet,\n[[Jan van der Tarrow]]",
      "Med vänlig hälsning\n[[Ida Lind]]",
      "Venlig hilsen\n[[Ida Lind]]",
      "Ystävällisin terveisin\n[[Ida Lind]]",
      "Pozdrawiam,\n[[Jan Tarrow]]",
      "S pozdravem\n[[Jan Tarrow]]",
      "Üdvözlettel,\n[[Ida Lind]]",
      "Cu stimă,\n[[Maria Tarrow]]",
      "Saygılarımla,\n[[Ida Lind]]",
      "С уважением,\n[[Иван Таров]]",
      "З повагою,\n[[Иван Таров]]",
      "Με εκτίμηση,\n[[Ida Lind]]",
  });
}

TEST(TextCues, WhatEndsALetterThatIsNobody) {
  expect_cued({
      "Best regards,\nThe Team",
      "Thanks,\nCustomer Support",
      "Thanks,\nMonday is fine",
      "Best regards,",
      "Cheers,\nthe box is red and the table is not",
      "Thanks\n\n\n\n\n\nQuill Tarrow",
      "Thanks for the red box",
      "LG\nZorktronics Flim",
      "Love\nQuill",
      "Best Box, Oslo",
      "Love the box",
      "thanks, will do",
  });
}

TEST(TextCues, Titles) {
  expect_cued({
      "we met Mr. [[Rey]] and Mrs [[Tarrow]] there",
      "we met Mr. and Mrs. [[Tarrow]] there",
      "ask Dr [[Ann Rey]] or Prof. [[Quill Tarrow]].",
      "ask Dr. [[Q. Tarrow]]",
      "Frau [[Schmidt]] und Herrn [[Tarrow]]",
      "Frau Dr. [[Tarrow]]",
      "vino la señora [[Tárrez]]",
      "Señora [[de la Tarrow]]",
      "avec Mme [[Tarrow]] et M. [[Rey]]",
      "con la Sra. [[Tárrez]]",
      "il signor [[Tarrow]]",
      "Dhr. [[Jan Tarrow]]",
      "dla Pani [[Lind]]",
      "To właśnie Pan [[Lind]].",
      "vino Don [[José]]",
      "Miss [[Tarrow]]'s box",
      // Not of anybody.
      "Mr President",
      "Mr. Box",
      "Quill M. Tarrow",
      "Miss World",
      "Oak Dr. North",
      "Pan American",
      "Pan Lind",
      "Don Valley",
      "DR Tarrow came by MS Quill",
      "MR [[TARROW]]",
      "a Ms. is a title",
      "Prime Minister",
      "Herr Oberinspektor kam",
      "Frau Ministerpräsidentin",
      "Frau Doktor",
      "M. le Maire",
      "Madame la Table",
      "A.F.M. Rey",
      "by S. M. Rey",
      "er war Herr der Lage",
      "promovierte zum Doktor der Medizin",
      "Dr. Coffee",
      "frau schmidt",
  });
}

TEST(TextCues, Introductions) {
  expect_cued({
      "hello, my name is [[ann]] and i am tired",
      "My name is [[Quill Tarrow]].",
      "I'm [[Ann Rey]], by the way",
      "i’m [[ann]]",
      "hi im [[ann]]",
      "I am [[Ida]].",
      "this is [[Ann]] from the office",
      "this is [[Ann Rey]]",
      "Ich heiße [[Anna]].",
      "Mein Name ist [[Quill Tarrow]].",
      "ich bin [[Anna]]",
      "Je m'appelle [[Luc]].",
      "Me llamo [[María]].",
      "Mi chiamo [[Marco Tarrow]].",
      "Meu nome é [[Maria]].",
      "Ik heet [[Jan]].",
      "Jeg heter [[Ida]].",
      "Jag heter [[Ida]].",
      "Nazywam się [[Jan Tarrow]].",
      "Jmenuji se [[Jan]].",
      "Меня зовут [[Иван]].",
      "Benim adım [[Ida]].",
      // Not of anybody.
      "my name is not important",
      "I'm tired",
      "I'm German",
      "I am in Paris",
      "I'm Head of Boxes",
      "im will",
      "das ist im Jan so, Im Anna",
      "it's Ann",
      "this is Important",
      "this is April",
      "this is [[Ann]]",
      "i'm in love",
      "this is Ann Street",
      "Ich bin Berliner",
      "soy nuevo",
  });
}

TEST(TextCues, AddressesSpellNames) {
  const auto spelled = [](std::string_view text) {
    NameReader reader(test_lexicon());
    TextCues cues(reader);
    cues.find(text);
    std::vector<Span<FieldSpace>> spans;
    for (const PersonName& name : cues.spelled()) spans.push_back({name.place.begin, name.place.end});
    return mark(text, spans);
  };
  const char* const cases[] = {
      "write to [[maria.tarrez]]@example.com",
      "[[ida_lind]]@example.com, [[quill.lind]]@example.com",
      "[[ann.q.rey]]@example.com",
      "no.reply@example.com",
      "customer.service@example.com",
      "quill.tarrow@example.com",  // nobody knows
      "mtarrez@example.com",
      "ann.lee2@example.com",
      "red.box@example.com",
      "a @ b",
  };
  for (const char* const expected : cases) EXPECT_EQ(spelled(unmarked(expected)), expected);
}

TEST(TextCues, Scores) {
  NameReader reader(test_lexicon());
  TextCues cues(reader);
  const std::pair<const char*, float> cases[] = {
      {"From: Ann Rey <ann@example.com>", 0.9F},
      {"Mr. Rey", 0.9F},
      {"Mr. Tambour", 0.7F},
      {"my name is Ann", 0.9F},
      {"Dear Ann,", 0.85F},
      {"Thanks,\nAnn", 0.85F},
      {"Ann: red", 0.8F},
  };
  for (const auto& [text, score] : cases) {
    cues.find(text);
    ASSERT_FALSE(cues.found().empty()) << text;
    EXPECT_EQ(cues.found()[0].score, score) << text;
  }
}

TEST(TextCues, TimeIsLinearInATextOfNothingButCues) {
  const char* const cues_of_a_kind[] = {
      "Dear ", "Best regards,\n", "Mr. ",          "<a@b> wrote:", "From: ",    "Ann: ",  "i'm ", "a.b@c ",
      "<",     "12:34 ",          "[12:34] Ann: ", "schrieb ",     "Ann Rey, ", "van de "};
  NameReader reader(test_lexicon());
  TextCues cues(reader);
  for (const char* const one : cues_of_a_kind) {
    expect_linear_time(1'000'000, one, [&](std::size_t bytes) {
      const std::string text = repeated(one, bytes);
      const double before = cpu_seconds();
      cues.find(text);
      return cpu_seconds() - before;
    });
  }
}

}  // namespace
}  // namespace privet
