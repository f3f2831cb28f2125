#include "gate/common_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <unordered_set>

namespace privet {
namespace {

// By language; words of several stand with the first.
constexpr std::string_view kCommonWords[] = {
    // English
    "the of and to that is was for on it with as be at by this are from had not but what all when we there your "
    "which their if has more about would been who could other these them into its only then our over also did after "
    "where most through before too any same while here should each because those such how why whether without within "
    "against during until very again never always often please thank thanks they his you me us am being does doing "
    "having have out up some get got",
    // Spanish
    "que en las por con para como sus más este entre cuando sobre también hasta desde nos estos ni contra otros ese "
    "eso ellos esto antes algunos qué otro otras otra porque está están fue ser hay donde quien ahora siempre cómo "
    "estoy usted ustedes hola se",
    // Portuguese
    "não as dos aos pelo pela pelos pelas foi são está isso esse essa este esta você vocês também já só até quando "
    "muito nos depois mesmo seu sua seus suas onde porque então ainda obrigado obrigada",
    // French
    "des est qui sur plus avec sont par ce cette ces mais où donc ni nous vous ils elles leur été être avoir comme "
    "tout tous toute toutes aussi entre après avant chez très quand quoi même encore toujours merci je aux ne me se "
    "et",
    // Italian
    "non gli delle dei degli nelle alle dal dalla con come anche sono stato questo questa questi queste quello "
    "quella essere loro suo sua più quando dove perché molto senza dopo ancora sempre grazie ciao io noi voi ci",
    // German
    "und der den dem des ist nicht sich mit auf für von zu auch als es werden hat nach wird bei noch wie über zum "
    "war haben oder aber vor bis durch sein wurde sei wenn ihr ihre ihren ihrem ich wir sie uns euch mich dir dich "
    "dieser diese dieses sehr hier dann schon doch immer wieder danke bitte gegen ohne unter zwischen also muss soll",
    // Dutch
    "het ik te dat die niet zijn op aan met als voor er maar zou of wat mijn dit zo door over ze bij ook tot je mij "
    "uit naar heb hoe heeft hebben deze nog zal zich zij geen omdat iets worden toch waren veel meer doen toen moet "
    "zonder dus onder wie werd wordt bedankt",
    // Swedish
    "och att det på är av för med inte har sig så från vi när nu ska hade skulle där också mycket efter utan varit "
    "över detta ut här mot några dessa sedan någon",
    // Danish and Norwegian
    "og at det på er af til ikke jeg har med for den vi så fra havde hvor når nu skal meget blev efter også været "
    "hvad hvis over mig dig deres alle noget være bliver mye deg blir hva hvordan hvorfor noen takk tak",
    // Finnish
    "on ei että se hän mutta niin myös ovat joka kuin sitä mitä minä sinä me te tämä siitä nyt vain voi mukaan hänen "
    "sekä kanssa jälkeen kaikki vielä ennen koska kiitos",
    // Polish
    "nie się że jest jak za od po to przez przy tylko dla już był była było być może przed gdy ich tego jego jej czy "
    "tak także między które który która ponieważ bardzo jestem są mnie ci dziękuję proszę",
    // Czech and Slovak
    "že je se ve od za po jako jsou byl bylo být pro také jeho jejich který která které až už nebo podle mezi před "
    "když tak proto jsem jsme díky prosím aby ako sú bolo byť sa ktorý ktorá ktoré lebo pretože",
    // Hungarian
    "az és hogy nem is ez volt csak mint még már azt vagy ezt úgy kell nagyon minden után lehet itt pedig akkor fel "
    "köszönöm",
    // Romanian
    "și în pe cu nu este sunt pentru care sau după între prin fost fără când unde foarte acest această acum către "
    "despre mulțumesc",
    // Croatian, Serbian, Bosnian, Slovenian
    "je se da za od koji koja koje kao što ili kako bio bila biti samo još već može nije nisu kada gdje zbog prije "
    "poslije između ki pa bi tudi lahko ter pri ob ker",
    // Turkish
    "ve bu için ile çok gibi daha olarak olan ne kadar sonra önce şey değil var yok ki mu göre kendi ya diye nasıl "
    "neden teşekkürler",
    // Vietnamese
    "và của là không có những này với để nhưng vì cũng đã đang sẽ rất thì nào các được trong người",
    // Indonesian and Malay
    "untuk dengan tidak ini dari dalam pada juga saya karena tersebut bisa mereka lebih sudah atau kami telah "
    "seperti banyak sebagai hanya jadi belum tetapi kepada adalah dapat",
    // Swahili
    "kwa ya wa ni katika hii hiyo kuwa lakini yake wake wao bila baada kabla hapa",
    // Tagalog
    "sa mga hindi ito iyon siya kami kayo nang kung para dahil",
    // Russian
    "не на что он как это она они но по же из за бы от так то мы вы меня мне его её ему или ещё уже если когда где "
    "чтобы быть был была было были для до при без под над очень только также того этого потому после перед между "
    "который которая которые спасибо пожалуйста есть нет да",
    // Ukrainian
    "та що це як від він вона вони але або якщо коли дуже тільки також був була було були для після перед між який "
    "яка які бути немає ще вже щоб дякую",
    // Bulgarian
    "на се за от да са със по че като това беше при до или само още ще много след преди който която които",
    // Greek
    "και το του της την τον των τα οι στο στη στην στον για με από που είναι δεν θα να ότι αλλά αυτό αυτή πολύ μετά "
    "πριν όταν όπως ευχαριστώ",
    // Arabic
    "في من إلى عن هذا هذه التي الذي كان كانت أن إن مع أو ثم قد هو هي كل بعد قبل بين لكن حتى كما منذ لا ما لم لن كيف "
    "أين متى لماذا نحن هم أنا أنت الذين تلك ذلك شكرا",
    // Persian
    "به از که این است را با برای آن تا هم بر می بود شد خود اما یا هر ولی اگر چون بعد قبل بسیار نیست هست شما آنها "
    "ممنون",
    // Urdu
    "کے کی کا میں سے کو اور پر نہیں یہ وہ بھی ہیں ہے تھا تھی تھے کہ جو تو ہی نے ہو لیے کیا آپ ہم",
    // Hebrew
    "של את על לא זה הוא היא עם כי אם גם אבל או יש אין כל מה אני אתה אנחנו הם היה הייתה להיות רק עוד כבר אחרי לפני "
    "בין תודה",
    // Hindi and Marathi
    "है के की का में से को और नहीं यह वह भी हैं था थी थे कि जो तो ही ने हो इस उस लिए कुछ क्या मैं हम आप अपने जब तक "
    "बहुत या कोई आहे आणि नाही हे मी तुम्ही आम्ही पण",
    // Bengali
    "এবং এই করে থেকে জন্য না হয় তার আমি আপনি আমরা কিন্তু যে সেই তিনি ছিল হবে সঙ্গে পরে",
    // Tamil, Telugu
    "மற்றும் இந்த என்று அந்த நான் அவர் இது என அல்லது ఈ మరియు ఆ నేను మీరు కానీ కోసం ఉంది లేదా",
    // Korean
    "그리고 그러나 하지만 그런데 이것은 그것은 나는 저는 우리는 너는 있는 있습니다 없는 없습니다 합니다 입니다 그래서 "
    "때문에 대한 위해 함께 그 이런 그런 것을 것이 것은 수 더 매우 너무 다시 지금 "
    "이제 감사합니다",
};

// Names of members as corpora, exports and tables have them, part by part.
constexpr std::string_view kKeyWords[] = {
    "account action added address age agent alt amount annotation annotations answer answers api app args array "
    "article "
    "articles assistant attachment attachments attributes audio author authors avatar bank bcc bio birth body bot "
    "brand "
    "bytes caption category categories cc channel channels chat chats chosen choices city class code column columns "
    "comment comments company completion contact contacts content contents context conversation conversations count "
    "country created creator currency customer data dataset date day dialog dialogue dialogues display doc docs "
    "document "
    "documents domain edited email emails end entities entity entry entries error event events example examples extra "
    "field fields file filename files first flags folder forward forwarded from full function gender given group "
    "groups "
    "guild handle hash header headers height history home host html iban id ids image images inbox index info input "
    "inputs instruction instructions invoice ip is item items json key keys kind label labels lang language last lat "
    "length level license line lines link links list lng location lon mail mailbox member members mention mentions "
    "message messages meta metadata method middle mime mobile model month name names nationality new nick nickname "
    "note "
    "notes num number object old online open order origin original output outputs owner page pages paragraph "
    "paragraphs "
    "params parent participant participants passport password path payload payment people person phone phones platform "
    "post posts postcode private profile project prompt prompts properties provider public question questions quote "
    "quoted rank rating raw reactions read recipient recipients record records ref reference region rejected reply "
    "replies report request response responses result results review reviews role room root row rows sample score "
    "section sections sender sent sentence sentences sequence server service session sex shard shop signature site "
    "size "
    "snippet source sources speaker split ssn start state status street subject subreddit subtype summary surname "
    "system "
    "tag tags target task tax team tel telephone text texts thread threads time timestamp title to token tokens tool "
    "topic topics transcript translation turn turns tweet type types unread updated uri url urls user username users "
    "uuid value values version video view views warc website weight width word words workspace year zip"};

class WordTable {
 public:
  explicit WordTable(std::span<const std::string_view> lists) {
    for (std::string_view words : lists) {
      while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        words_.insert(words.substr(0, end));
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
  }
  [[nodiscard]] bool holds(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace

bool is_common_word(std::string_view word) {
  static const WordTable kTable(kCommonWords);
  return kTable.holds(word);
}

bool is_key_word(std::string_view word) {
  static const WordTable kTable(kKeyWords);
  return kTable.holds(word);
}

}  // namespace privet
