#include "detect/names/no_names.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace privet {
namespace {

// Given names are not among them: "may", "june", "grace".
constexpr std::string_view kNoNames =
    // Roles and places of work.
    "account accounts admin administration administrator agency agent alert alerts api assistant automation billing "
    "board bot branch bureau captain ceo cfo chair client clients college commission committee communications "
    "community "
    "company contact council crew cto customer customers daemon department dept desk director doctor editor editorial "
    "editors employee executive faculty feedback finance foundation ggmbh gmbh group guest help helpdesk host hotel hr "
    "inc info information institute it jobs kg legal limited llc llp logistics ltd mailer maintainer maintainers "
    "management manager marketing media member members ministry mod moderator moderators network news newsletter "
    "noreply notification notifications nurse office official operations operator order orders org organisation "
    "organization owner parents partner partners plc police postmaster president press principal professor project "
    "public reception recruiter recruiting recruitment redaction registrar reporter reply research robot root sales "
    "sarl school secretary security server service services shipping shop society solutions speaker spokesperson srl "
    "staff store student students studio subscriber support system systems teacher team teams tech technologies test "
    "tester trust university update updates user users webmaster writer writers "
    // Nobody, or everybody.
    "all anon anonymous anybody anyone both class colleague colleagues comrade darling dad daddy deleted dude "
    "everybody "
    "everyone example fellow fellows folk folks friend friends gentleman gentlemen guys guy hidden honey ladies lady "
    "love lover mom mommy mum na nobody none null people person private self sender sir sirs somebody someone "
    "sweetheart there undefined unknown us world you y'all yall me myself madam maam ma'am mister miss human recipient "
    "reader readers sweetie team-mates teammates valued visitor "
    // Small words of English.
    "a about after again am an and any are as at be because been before but by can could did do does everything for "
    "from get go going good great had happy has have he hello her here hey hi his how i i'm if im in into is its just "
    "let like may's might more most much my never new no not nothing now of off oh ok okay on one only or other our "
    "out "
    "over please re really she should so some sorry still such sure thank thanks that the their them then these they "
    "this those to today tomorrow tonight too up very was we welcome were what when where which who why with would yes "
    "yesterday your congratulations morning afternoon evening night dear regards best sincerely cheers kind warm "
    // What labels a line.
    "address age answer appendix attention background birthday body caution chapter cons conclusion contents copyright "
    "date day definition description details discussion edit email error exercise fact figure file format fw fwd goal "
    "hint id important input instructions introduction item keywords key label language lesson license link list "
    "location mail message method mobile month name names note notes notice number objective option output overview "
    "page paragraph part password phase phone place point price problem prompt pros purpose query question reason "
    "reference references remark response result results review sample section size solution source status step steps "
    "string subject summary table task tel telephone text time tip title todo topic total type url usage value version "
    "via warning website week year "
    // Days, and the months that are no given names.
    "monday tuesday wednesday thursday friday saturday sunday january february march july september october november "
    "december mon tue tues wed thu thurs fri sat sun feb mar apr jun jul aug sep sept oct nov dec "
    "pm utc gmt cet cest est edt pst pdt uhr "
    // Other languages.
    "alle allemaal allen alla allihop allihopa alles amici amigas amigos amis amor bien bitte buro chers cliente "
    "clientes collega collegae collegas collegues colleghi compte compagnie compagnia damen danke das dame dames das "
    "dem den der deine dein die doamna doamnelor ein eine einen einer el ela elle equipa equipe equipo er es estimados "
    "familie famille firma freunde freundin galera geehrte geehrter gracias grazie heren herren hola iedereen ihr "
    "ihre ik il ils je kaikki kinder kolega koledzy kolleginnen kollegen kunde kunden kundenservice kundin leute "
    "lieben "
    "mama mamma maman mann meine mein meneer mensen mesdames messieurs mesdemoiselles mevrouw mundo mondo obrigada "
    "obrigado oi papa pessoal por qui ragazze ragazzi redaktion redaccion redazione sammen senhor senhora senhores "
    "senor senora senores servicio servizio signora signore signori sie squadra todas todos tous toutes tout tutte "
    "tutti tudo und une welt wir xin zespol zusammen pani panie panstwo pan herr frau monsieur madame merci";

constexpr std::string_view kOtherNoNames =
    "всем все друзья коллеги команда клиент господа администратор админ модератор поддержка "
    "пользователь всім команді 客服 管理员 匿名 先生 女士 各位 大家 皆様 管理者 担当者 고객 관리자 여러분 익명 ολοι "
    "φιλοι "
    "الجميع المدير";

constexpr std::string_view kParticles =
    "van von vom der den de del della dello degli dei di da das dos do du des la le los las lo el al ul bin binti bint "
    "ibn ben ter ten te zu zum zur af av st san santa d' mac saint abu umm zur ap of't 't";

constexpr std::string_view kSuffixes = "jr sr ii iii iv phd md esq mba msc bsc dds cpa rn jd";

// Those that are names or words as often stand in cue_words.h only.
constexpr std::string_view kTitles =
    "mr mrs ms mx dr prof professor sir rev reverend capt sgt lt herr herrn frau fraulein doktor mme mlle monsieur "
    "madame mademoiselle docteur sr sra srta srs senor senora senorita senhor senhora doctora doutor doutora sig sigra "
    "signor signora signorina dott dottssa dottore dottoressa avv dhr mevr mw meneer mevrouw fru herra rouva pan pani "
    "panna domnul doamna dnul sayin kyrios kyria господин госпожа пан пані пани κυριος κυρια κος";

enum : std::uint8_t { kNoName = 1, kParticle = 2, kSuffix = 4, kTitle = 8 };

// Open addressing by the hash of the word.
class KindTable {
 public:
  KindTable() {
    add(kNoNames, kNoName);
    add(kOtherNoNames, kNoName);
    add(kParticles, kParticle);
    add(kSuffixes, kSuffix);
    add(kTitles, kTitle);
  }
  [[nodiscard]] std::uint8_t of(std::uint64_t hash) const {
    std::size_t at = hash % kSlots;
    while (slots_[at].kinds != 0 && slots_[at].hash != hash) at = (at + 1) % kSlots;
    return slots_[at].kinds;
  }

 private:
  static constexpr std::size_t kSlots = 4096;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint8_t kinds = 0;
  };

  void add(std::string_view words, std::uint8_t kind) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      const std::uint64_t hash = Lexicon::hash_of(words.substr(0, end));
      std::size_t at = hash % kSlots;
      while (slots_[at].kinds != 0 && slots_[at].hash != hash) at = (at + 1) % kSlots;
      slots_[at].hash = hash;
      slots_[at].kinds |= kind;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }

  std::array<Slot, kSlots> slots_{};
};

}  // namespace

std::uint8_t word_kinds(std::uint64_t hash) {
  static const KindTable table;
  return table.of(hash);
}

bool is_no_name(const FoldedWord& word) {
  const WordFacts facts = word.facts;
  if ((word.kinds & kTitle) != 0) return true;
  if (facts.given() >= 2 && facts.given() > facts.plain()) return false;
  if ((word.kinds & kNoName) != 0) return true;
  if (facts.given() > 0) return false;
  switch (facts.part()) {
    case WordPart::kOrganisation:
    case WordPart::kEponym:
    case WordPart::kGreeting:
    case WordPart::kSignOff:
    case WordPart::kSpeech:
      return true;
    case WordPart::kRole:
    case WordPart::kCalendar:
    case WordPart::kKin:
    case WordPart::kPlace:
    case WordPart::kNationality:
      return facts.family() == 0;
    default:
      return facts.plain() >= 2 && facts.family() == 0;
  }
}

bool is_particle(const FoldedWord& word) { return word.facts.is(WordPart::kParticle) || (word.kinds & kParticle) != 0; }

bool is_name_suffix(const FoldedWord& word) { return word.facts.is(WordPart::kSuffix) || (word.kinds & kSuffix) != 0; }

bool is_title_word(const FoldedWord& word) {
  return (word.facts.is(WordPart::kTitle) && word.facts.given() == 0) || (word.kinds & kTitle) != 0;
}

}  // namespace privet
