// Names in scripts without capitals. All of them are invented.
#include "detect/names/caseless.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "rule/marked.h"
#include "support/exact_buffer.h"
#include "support/growth.h"

namespace privet {
namespace {

std::vector<CaselessName> find(std::string_view text) {
  const ExactBuffer exact(text);
  std::vector<CaselessName> found;
  find_caseless_names(Bytes<ViewSpace>(exact.text()), found);
  return found;
}

std::string marked(std::string_view text) {
  std::vector<Span<FieldSpace>> spans;
  for (const CaselessName& name : find(text)) spans.push_back({name.span.begin, name.span.end});
  return mark(text, spans);
}

void expect_marked(std::initializer_list<const char*> cases) {
  for (const char* const text : cases) EXPECT_EQ(marked(parse_marked(text).text), text);
}

TEST(CaselessNames, Chinese) {
  expect_marked({
      // A title behind.
      "[[高]]先生您好",
      "请联系[[王]]总，谢谢",
      "[[李晓婷]]女士昨天来过",
      "[[陈]]老师说明天考试",
      "我和[[欧阳]]教授谈过",
      // A label, a role, a speaker's place, a salutation.
      "姓名: [[赵梓涵]]",
      "联系人:[[孙奕泽]]",
      "记者[[周雅婷]]报道",
      "[[吴佳琪]]: 你到了吗?",
      "尊敬的[[徐静怡]]女士:",
      "我叫[[郑晓峰]],今年三十岁",
      // A verb behind.
      "[[何倩雯]]表示,公司很好",
      "但[[刘伟]]说不行",
      // Two parts from lists.
      "会议由[[蒋俊杰]]和[[沈雨桐]]主持",
      "[[陳怡婷]]是我的同事",
      // Addressed, alone, in a list.
      "[[何婷]],你好",
      "[[郭伟泽]]",
      "出席的有[[孙菁]]、[[罗明]]、[[董萍]]。",
      "把文件发给[[董琳]]。",
      "[[曹国平]]的书",
      // A foreign name.
      "[[玛丽·科恩]]来自伦敦",
  });
}

TEST(CaselessNames, NoneInChinese) {
  expect_marked({
      "王国在山的那边",
      "林业和森林",
      "北京大学位于海淀区",
      "中国人民银行",
      "提高老师的水平",
      "对方经理没有来",
      "高校老师表示欢迎",
      "许多老师来了",
      "周一: 开会",
      "黄金价格上涨",
      "由于先生不在",
      "石油公司的经理",
      "王",
      "李树开花",
      "方法: 单击按钮",
      "谢谢大家",
      "蘇利南和盧安達的首都",
      "或许刚到家",
      "任何人说的话",
      "张开双臂",
  });
}

TEST(CaselessNames, Japanese) {
  expect_marked({
      // A title behind.
      "[[田中]]さんはもう来ました",
      "[[佐々木]]様、いつもお世話になっております",
      "[[鈴木健太]]君と話した",
      "昨日[[森]]先生に会った",
      "[[桐谷]]部長が決めた",
      "[[美咲]]ちゃんの誕生日",
      "[[小鳥遊]]さんに聞いた",
      "[[ジョン・ウェストン]]氏が来た",
      "[[さくら]]ちゃんへ",
      // A label, a role, a speaker's place.
      "氏名: [[渡辺 真由美]]",
      "担当: [[久保田]]まで",
      "[[高橋]]: 今どこ?です",
      "社長[[山田大樹]]の挨拶",
      "営業部の[[山本]]です",
      "[[吉田]]と申します",
      "私は[[佐藤]]です",
      "[[清水]]は「行きます」と言った",
      // Two parts from lists, or a form.
      "[[伊藤 ひなた]]が書いた",
      "これは[[斎藤優太]]の本だ",
      "[[近藤 貴紀]]と[[中村拓真]]が出た",
  });
}

TEST(CaselessNames, NoneInJapanese) {
  expect_marked({
      "皆さん、こんにちは",
      "患者さんの話を聞く",
      "お客様へのお知らせ",
      "東京都に住んでいる",
      "山口県の知事です",
      "同様に設定します",
      "両氏は会った",
      "ユーザーさんの声",
      "田中一行が着いた",
      "森林の中を歩く",
      "本屋さんに行く",
      "千葉市長が話した",
      "仕様の変更について",
      "担当: 営業部です",
      "石川です",
      "原因は明らかだ",
      "上野の公園へ行く",
  });
}

TEST(CaselessNames, Korean) {
  expect_marked({
      // A title behind, apart or not.
      "[[김민준]] 씨가 왔다",
      "[[박서연]]씨는 학생이다",
      "[[최]] 과장님께 전해 주세요",
      "[[김]]대리가 보냈다",
      "[[남궁]] 교수님",
      "[[이도윤]] 기자",
      // A label, a role, a speaker's place, a salutation.
      "이름: [[정하은]]",
      "담당자: [[강태식]]",
      "[[윤지호]]: 어디야?",
      "저는 [[임수빈]]입니다",
      "친구 [[오준혁]]과 만났다",
      "안녕하세요, [[한소윤]]님",
      "[[지윤]] 씨가 왔어요",
      "[[이현]] 씨에게",
      // A verb behind, or the lists alone.
      "[[송민재]]는 말했다",
      "어제 [[홍서윤]]을 만났다",
      "[[조윤찬]], [[신예린]]",
  });
}

TEST(CaselessNames, NoneInKorean) {
  expect_marked({
      "김치를 먹었다",
      "이것은 책이다",
      "전 대통령이 왔다",
      "이 과장은 일이다",
      "외국인 교수가 말했다",
      "지역구 의원",
      "민주당 의원이 말했다",
      "이사장님께",
      "공사장 근처",
      "설정은 여기에 있다",
      "날씨가 좋다",
      "이용자님 안녕하세요",
      "조건을 지정은 하지만",
      "주소: 서울",
      "박물관에 갔다",
      "최신 버전으로",
  });
}

TEST(CaselessNames, ArabicPersianUrdu) {
  expect_marked({
      // A title before, or behind.
      "السيد [[طارق الحمداني]] حضر اليوم",
      "وصلت الدكتورة [[ليلى]] أمس",
      "د. [[سمير عطار]]",
      "آقای [[رضایی]] آمد",
      "[[کیوان احمدی نژاد]] نوشت",
      "[[نوید قریشی]] صاحب",
      // A label, a speaker's place, a salutation, a leave.
      "الاسم: [[خالد بن ناصر العتيبي]]",
      "نام: [[شهلا نظری]]",
      "[[سعاد]]: أين أنت؟",
      "عزيزي [[ياسر]]،",
      "مع تحياتي،\n[[هشام]]",
      // A verb.
      "قال [[زياد]] إن الطقس جميل",
      // Lists alone.
      "زارت [[مريم القحطاني]] المدينة",
      "مع [[عبد الرحمن خوري]]",
      "كتب له [[يوسف أبو زيد]]",
      "دیروز [[بهرام زارعی]] را دیدم",
  });
}

TEST(CaselessNames, NoneInArabicPersianUrdu) {
  expect_marked({
      "السيد الرئيس",
      "على التوالي",
      "أحمد الله على ذلك",
      "اسم الملف: صورة الخلفية الجديدة الكبيرة جدا هنا",
      "ملاحظة: اقرأ هذا",
      "هذا أمر جميل",
      "العمل الكريم والصالح",
      "الفريق السعودي فاز",
      "عزيزي القارئ،",
      "الأمين العام",
      "این کتاب خوب است",
      "نام کاربری: را وارد کنید",
      "عبد",
      "شكرا جزيلا",
  });
}

TEST(CaselessNames, Hebrew) {
  expect_marked({
      "מר [[יוסי לוי]] הגיע",
      "גב' [[אורנה]] בחדר",
      "ד\"ר [[שלומית ברקוביץ']] בחופשה",
      "עו\"ד [[ירון דרוזנר]], תל אביב",
      "פרופ' [[נתן]] כתב",
      "שם: [[תמר אזולאי]]",
      "שם מלא: [[גלעד סבירנוב]]",
      "[[אביגיל]]: איפה את?",
      "היי [[יונתן]],",
      "בברכה,\n[[מיכל]]",
      "אמר [[איתמר]] בשקט",
      "[[רונית]] אמרה שכן",
      "[[גלעד סבירנוב]] אמר שלא",
      "פגשתי את [[דניאל מזרחי]] אתמול",
      "נתתי ל[[נועה פרידמן]] ספר",
      "[[יוסף בן דוד]] גר כאן",
  });
}

TEST(CaselessNames, NoneInHebrew) {
  expect_marked({
      "קפה מר מאוד",
      "שלום לכולם",
      "אור גדול בים",
      "שיר של גל",
      "בית ספר יסודי",
      "ראש הממשלה",
      "הערה: קרא את זה",
      "שם הקובץ: מסמך",
      "מר נשיא",
      "הוא אמר לי",
      "עוד מעט",
      "בן כמה אתה",
      "כל הזמן הזה",
  });
}

TEST(CaselessNames, HindiMarathiNepali) {
  expect_marked({
      "श्री [[रमेश शर्मा]] आज आए",
      "श्रीमती [[सुनीता]] घर पर हैं",
      "डॉ. [[नीलेश साठे]]",
      "डॉ [[बृजकिशन]] ने बताया",
      "[[राहुल]] जी नमस्ते",
      "[[सुरेश]]जी आए",
      "माझे नाव [[वैशाली]] आहे",
      "[[मुकेश बघेलवाल]] ने कहा",
      "नाम: [[प्रियंका वर्मा]]",
      "पूरा नाम: [[हरदयाल बघेल]]",
      "[[स्नेहा]]: कहाँ हो?",
      "प्रिय [[मनीष]],",
      "भवदीय,\n[[अनिल पारेख]]",
      "[[दिनेश]] ने कहा कि ठीक है",
      "पत्रकार [[मुकेश]] यहाँ हैं",
      "कल [[स्नेहा बंसल]] से मिला",
      "[[मनोज साळुंखे]]ने सांगितले",
      "[[दीपेन्द्र बराल]]ले भन्नुभयो",
  });
}

TEST(CaselessNames, NoneInHindi) {
  expect_marked({
      "श्री लंका एक द्वीप है",
      "प्रकाश की गति",
      "विकास ने गति पकड़ी",
      "आशा है कि आप ठीक हैं",
      "पूजा के लिए फूल",
      "नोट: इसे पढ़ें",
      "फ़ाइल का नाम: नया दस्तावेज़",
      "प्रधानमंत्री ने कहा",
      "लाल रंग का चयन करें",
      "माता जी आईं",
      "सीमा रेखा बदलें",
      "श्री मुख्यमंत्री महोदय",
      "कविता और रचना",
  });
}

TEST(CaselessNames, ScoreSaysWhichEvidence) {
  const struct {
    const char* text;
    float score;
  } cases[] = {
      {"李晓婷女士", kCueAndList}, {"小鳥遊さんに", kCueAndForm},  {"تحدثت مريم القحطاني", kListsAlone},
      {"김민준 씨", kCueAndList},  {"어제 홍서윤을", kListsAlone}, {"עו\"ד ירון דרוזנר", kCueAndList},
  };
  for (const auto& c : cases) {
    const std::vector<CaselessName> found = find(c.text);
    ASSERT_EQ(found.size(), 1U) << c.text;
    EXPECT_EQ(found[0].score, c.score) << c.text;
  }
}

TEST(CaselessNames, SeveralScriptsOnALineComeInOrder) {
  expect_marked({"[[김민준]] 씨, מר [[יוסי לוי]], [[李晓婷]]女士, श्री [[रमेश शर्मा]]"});
}

// Most texts hold none of these scripts, which is found out eight bytes at a time.
TEST(CaselessNames, WhereverTheyStand) {
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t behind = 0; behind < 20; ++behind) {
      const std::string text = std::string(before, '.') + "李晓婷女士" + std::string(behind, '.');
      std::vector<CaselessName> found;
      find_caseless_names(Bytes<ViewSpace>(text), found);
      ASSERT_EQ(found.size(), 1U) << before << " " << behind;
      EXPECT_EQ(found[0].span.begin, before);
    }
  }
}

TEST(CaselessNames, NothingElsewhere) {
  expect_marked({"", "Mr John Example wrote to Иван Иванов — “yes” 😀", "\n\n", "的"});
}

TEST(CaselessNames, AreLinear) {
  for (const char* const piece : {"王小明先生和", "王", "·", "محمد بن ", "محمد", "عبد ", "a:", "田中", "の", "김민준 ",
                                  "김", "नाम राम ", "ש'", "王\n", "の\n王\n", "شم: "}) {
    const std::string one(piece);
    std::string text;
    std::vector<CaselessName> found;
    expect_linear_time(5'000'000, one, [&](std::size_t bytes) {
      text = repeated(one, bytes);
      found.clear();
      const double before = cpu_seconds();
      find_caseless_names(Bytes<ViewSpace>(text), found);
      return cpu_seconds() - before;
    });
    std::uint32_t end = 0;
    for (const CaselessName& name : found) {
      ASSERT_LE(end, name.span.begin) << one;
      ASSERT_LT(name.span.begin, name.span.end) << one;
      end = name.span.end;
    }
    ASSERT_LE(end, text.size());
  }
}

}  // namespace
}  // namespace privet
