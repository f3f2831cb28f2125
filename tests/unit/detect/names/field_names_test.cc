// Names in fields whose keys say so, and what stands there that is none.
#include <gtest/gtest.h>

#include "unit/detect/names/names_harness.h"

namespace privet {
namespace {

TEST(FieldNames, ValuesThatAKeyCallsAName) {
  NamesOf names;
  const char* const cases[] = {
      // A key that is sure needs only the form.
      R"({"sender_name":"[[Quill Tarrow]]"})",
      R"({"senderName":"[[Quill]]"})",
      R"({"full_name":"[[Ann-Marie O'Tarrow]]"})",
      R"({"customer_name":"[[Ann Rey]]","sku":"T-4711"})",
      R"({"emergency_contact_name":"[[Quill Tarrow]]"})",
      R"({"sender_name_2":"[[Quill Tarrow]]"})",
      R"({"nombre completo":"[[María de la Cruz Tárrez]]"})",
      R"({"фио":"[[Мария Тарова]]"})",
      R"({"姓名":"[[李小明]]"})",
      R"({"이름":"[[김다라]]"})",
      // Others want a whole name, or a word that the lexicon knows.
      R"({"author":"[[Quill Tarrow]]"})",
      R"({"author":"[[Ann]]"})",
      R"({"patient":"[[Ann Rey]]"})",
      R"({"participants":["[[Ann]]","[[Bo]]","[[Quill Tarrow]]"]})",
      R"({"participants":[{"name":"[[Ann Rey]]"},{"name":"[[Quill Tarrow]]"}]})",
      R"({"Absender":"[[Anna Schmidt]]"})",
      // A weak key wants more.
      R"({"name":"[[Ann Rey]]"})",
      R"({"name":"[[Quill Tarrow]]","email":"x@example.com"})",
      R"({"email":"x@example.com","tags":["a1","b2"],"name":"[[Quill Tarrow]]"})",
      R"({"user":{"name":"[[Quill Tarrow]]"}})",
      R"({"user":{"id":12345,"full_name":"[[Quill Tarrow]]"}})",
      R"({"contacts":[{"name":"[[Quill Tarrow]]"}]})",
      R"({"owner":"[[Ida Lind]]"})",
      R"({"from":"[[Ann Rey]]","to":"[[Ida Lind]]"})",
      // Parts of a name.
      R"({"first_name":"[[Quill]]","last_name":"[[Tarrow]]"})",
      R"({"user_first_name":"[[quill]]","user_last_name":"[[TARROW]]"})",
      R"({"Vorname":"[[Anna]]","Nachname":"[[von Tarrow]]"})",
      R"({"prenom":"[[Luc]]","nom":"[[Tarrow]]"})",
      R"({"nom":"[[Tarrow]]","prénom":"[[Luc]]"})",
      R"({"nombre":"[[María]]","apellidos":"[[Tárrez Tarrow]]"})",
      // Only the name of it.
      R"({"from":"[[Ann Rey]] <ann@example.com>"})",
      R"({"from":"\"[[Ann Rey]]\" <ann@example.com>"})",
      R"({"from":"[[Quill]] <q@example.com>"})",
      R"({"author":"[[Rey, Ann]]"})",
      R"({"author":"[[REY, Ann M.]]"})",
      R"-({"author":"[[Ann Rey]] (she/her)"})-",
      R"({"author":"[[Ann Rey]] [External]"})",
      R"({"author":"Dr. [[Ann Rey]]"})",
      R"({"author":"Prof. Dr. [[Ann Rey]], PhD"})",
      R"({"author":"[[Ann M. Rey Jr.]]"})",
      R"({"author":"[[ann rey]]"})",
      R"({"author":"[[ANN REY]]"})",
      R"({"author":"[[J. R. Tarrow]]"})",
      R"({"sender_name":"[[Ann Rey]] ✨"})",
      // Several.
      R"({"to":"[[Ann Rey]] <ann@example.com>, [[Bo Tarrow]] <bo@example.org>"})",
      R"({"authors":"[[Ann Rey]], [[Quill Tarrow]] and [[Ida Lind]]"})",
      R"({"to":"[[Rey, Ann]] <ann@example.com>; [[Lind, Ida]] <ida@example.org>"})",
      R"({"attendees":"[[Ann Rey]]; [[Ida Lind]]"})",
  };
  for (const char* const expected : cases) EXPECT_EQ(names.in(unmarked(expected)).marked, expected);
}

TEST(FieldNames, WhatIsNoName) {
  NamesOf names;
  const char* const cases[] = {
      R"({"sender_name":"Support Team"})",
      R"({"sender_name":"Acme GmbH"})",
      R"({"sender_name":"admin"})",
      R"({"sender_name":"N/A"})",
      R"({"sender_name":"Unknown"})",
      R"({"sender_name":"ann@example.com"})",
      R"({"sender_name":"U04EXAMPLE1"})",
      R"({"sender_name":"user_4711"})",
      R"({"sender_name":"+1 555 555 0123"})",
      R"({"sender_name":"Prime Minister"})",
      R"({"author":"Newsroom"})",
      R"({"author":"NASA"})",
      R"({"author":"YouTube"})",
      R"({"author":"Editorial Staff"})",
      R"({"author":"https://example.com/ann"})",
      R"({"author":"12, Long Street"})",
      R"({"author":"I wrote this because the box was red."})",
      R"({"name":"Quill Tarrow"})",
      R"({"name":"Rose"})",
      R"({"name":"Oslo"})",
      R"({"name":"Red Box","price":12.50})",
      R"({"name":"Acme Widgets","email":"info@example.com"})",
      R"({"file_name":"Ann Rey"})",
      R"({"product_name":"Ann Rey"})",
      R"({"from":"Oslo","to":"Bergen"})",
      R"({"from":"Paris","to":"Oslo"})",
      R"({"date_from":"January","valid_to":"June"})",
      R"({"owner":"Example Org"})",
      R"({"first_name":"N/A","last_name":"null"})",
      R"({"first_name":"string"})",
      R"({"title":"Ann Rey"})",
      R"({"user":"ann_lee42"})",
      R"({"user":{"city":"Ann Rey"}})",
      R"({"from":"2024-01-01","to":"2024-02-01"})",
      R"({"role":"user","content":"red box"})",
  };
  for (const char* const text : cases) EXPECT_EQ(names.in(text).marked, text);
}

TEST(NameFolder, WordsAreEqualWithoutCaseAndAccents) {
  NameFolder folder(test_lexicon());
  const auto folded = [&](std::string_view word) {
    folder.fold(word);
    return std::string(folder.folded());
  };
  EXPECT_EQ(folded("JOSÉ"), "jose");
  EXPECT_EQ(folded("Þóra"), "þora");
  EXPECT_EQ(folded("Łucja"), "lucja");
  EXPECT_EQ(folded("Weiß"), "weiss");
  EXPECT_EQ(folded("O’Neil"), "o'neil");
  EXPECT_EQ(folded("Nguyễn"), "nguyen");
  EXPECT_EQ(folded("Jose\u0301"), "jose");
  EXPECT_EQ(folded("АЛЁНА"), "алена");
  EXPECT_EQ(folded("Νίκος"), "νικοσ");
  EXPECT_EQ(folder.fold("Jan-Quill").facts.given(), 3);  // by its first part
  EXPECT_EQ(folder.fold("María").facts.given(), 3);      // without its accent
}

TEST(FieldNames, ScoreIsThatOfAnExplicitField) {
  NamesOf names;
  EXPECT_EQ(names.in(R"({"sender_name":"Ann Rey"})").scores, std::vector<float>{0.9F});
}

TEST(FieldNames, WorkWithoutALexicon) {
  const Lexicon empty;
  NamesOf names(empty);
  EXPECT_EQ(names.in(R"({"author":"Ann Rey"})").marked, R"({"author":"[[Ann Rey]]"})");
  EXPECT_EQ(names.in(R"({"name":"Ann Rey"})").marked, R"({"name":"Ann Rey"})");
}

// "<PERSON_1>": a part of a name is the person who alone has it.
TEST(RecordNames, SaysWhoIsMeant) {
  NamesOf names;
  names.in(R"({"author":"Ann Rey","reviewer":"Ida Lind","editor":"Rey, Ann"})");
  EXPECT_EQ(names.names.person_form("Ann Rey"), "ann rey");
  EXPECT_EQ(names.names.person_form("ann"), "ann rey");
  EXPECT_EQ(names.names.person_form("Ms Rey"), "ann rey");
  EXPECT_EQ(names.names.person_form("REY"), "ann rey");
  EXPECT_EQ(names.names.person_form("Rey, Ann"), "ann rey");
  EXPECT_EQ(names.names.person_form("Dr. A. Lind"), "ida lind");
  EXPECT_EQ(names.names.person_form("Ida Rey"), "");
  EXPECT_EQ(names.names.person_form("Bo"), "");

  names.in(R"({"author":"Ann Rey","reviewer":"Bo Rey","contact":"Ann"})");
  EXPECT_EQ(names.names.person_form("Rey"), "");
  EXPECT_EQ(names.names.person_form("Bo Rey"), "bo rey");
  EXPECT_EQ(names.names.person_form("Ann"), "ann rey");

  names.in(R"({"first_name":"Quill","last_name":"Tarrow","n":12345})");
  EXPECT_EQ(names.names.person_form("Tarrow"), "quill tarrow");

  names.in(R"({"n":12345})");
  EXPECT_EQ(names.names.person_form("Tarrow"), "");
}

}  // namespace
}  // namespace privet
