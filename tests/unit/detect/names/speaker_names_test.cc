// Who speaks in a text, and who is named before an honorific.
#include "unit/detect/names/names_harness.h"

namespace privet {
namespace {

TEST(SpeakerNames, KnownOrTakingTurns) {
  expect_cued({
      // Known to the lexicon.
      "[[Ann Rey]]: is the box red?",
      "[10:02] [[Ann Rey]]: is the box red?",
      "<[[ann]]> is the box red?",
      "[10:02] <[[ann]]> is the box red?",
      "**[[Ann]]:** is the box red?",
      "[[ann]]: is the box red?",
      // Taking turns.
      "[[Quill]]: red?\n[[Zork Tarrow]]: no\n[[Quill]]: blue?\n[[Zork Tarrow]]: yes",
      "[[Ann]]: red?\n[[Quill]]: no\n[[Ann]]: blue?",
      "[03/02/2024, 14:05:11] [[Ida Lind]]: see you\n[03/02/2024, 14:06:11] [[Ann]]: yes",
      "[03/02/2024, 14:05:11] [[Quill]]: a\n[03/02/2024, 14:06:11] [[Zork]]: b\n"
      "[03/02/2024, 14:07:11] [[Quill]]: c\n[03/02/2024, 14:08:11] [[Zork]]: d",
      // Not of anybody.
      "Quill: a feather",
      "Note: the box is red",
      "Warning: the box is red\nQuestion: is it?\nWarning: it is\nQuestion: is it?",
      "Title: Box\nAuthor: nobody\n",
      "Pros: red\nCons: box\nPros: red\nCons: box",
      "User: red?\nAssistant: no\nUser: blue?\nAssistant: yes",
      "[Ann, 14:05] hm\nMe: red\nYou: no\nMe: blue\nYou: box",
      "INFO: red\nERROR: box\nINFO: red\nERROR: box",
      "Q: red?\nA: no\nQ: blue?\nA: no",
      "Ann Box: red",
      "Ann:\nthe box is red",
      "Ingredients: box\nDirections: bread",
      "Quill: one\nZork: two\nFlim: three\nBram: four",
      "<p> is the box red?</p>",
      "<Quill> text",
      "[10:02] <Quill> a\n[10:03] <Zork> b\n[10:04] <Quill> c\n[10:05] <Zork> d",
      "Quill:\na\nZork:\nb\nQuill:\nc\nZork:\nd",
      "std::Ann: x",
      "at 10:02 Ann came",
  });
}

TEST(Honorifics, OfNamesWithoutSpaces) {
  expect_cued({
      "[[田中]]さん、箱は赤いですか",
      "昨日、[[佐藤花子]]様から",
      "[[クイル]]さんが来た",
      "[[김다라]]님, 안녕하세요",
      "어제 [[김다라]] 씨가",
      "昨天[[李小明]]先生来了",
      "[[王]]女士：",
      // Of nobody.
      "お客さん、皆様、奥様",
      "様々な箱、この様子",
      "선생님, 사장님, 고객님",
      "김선생님",
      "先生们，高兴的先生",
      "彼氏",
  });
}

}  // namespace
}  // namespace privet
