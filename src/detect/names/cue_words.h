// Words and phrases beside which a text names somebody, by what they are. In
// small letters; capitals are looked for as well.
#pragma once

#include <cstdint>
#include <string_view>

namespace privet {

enum class Cue : std::uint8_t {
  kHeader,       // "From: Ann Rey <ann@example.com>", at a line's beginning
  kGreeting,     // "Dear Ms Rey,": what follows is somebody, if it has a capital
  kHello,        // "Hi Ann,": or the world
  kSignOff,      // "Best regards,": a name on the next line, or in this one
  kTitle,        // "Frau Schmidt"
  kSmallTitle,   // "señora Tárrez": written small as often as not
  kCareTitle,    // "M. Dupont", "Pan Kowalski": is something else as often as not
  kNamed,        // "my name is Ann"
  kIAm,          // "I'm Ann": or tired
  kThisIs,       // "this is Ann from": or a table
  kWroteAfter,   // "…, Ann Rey wrote:"
  kWroteBefore,  // "… schrieb Ann Rey:"
};

// The header words are those of rules/private-message/email.toml.
inline constexpr std::string_view kHeaderWords[] = {
    "from",        "to",       "cc",      "bcc",        "reply-to",   "sender", "signed-off-by", "co-authored-by",
    "reviewed-by", "author",   "attn",    "von",        "an",         "kopie",  "absender",      "empfänger",
    "de",          "à",        "para",    "copie",      "expéditeur", "da",     "mittente",      "remitente",
    "para",        "van",      "aan",     "afzender",   "från",       "fra",    "till",          "til",
    "od",          "do",       "nadawca", "odesílatel", "komu",       "feladó", "címzett",       "kimden",
    "kime",        "gönderen", "от",      "кому",       "від",        "копия",  "lähettäjä",     "vastaanottaja",
    "από",         "προς",     "către",   "expeditor",  "từ",         "đến",    "dari",          "kepada",
    "送信元",      "差出人",   "宛先",    "发件人",     "收件人",     "寄件者", "보낸 사람",     "받는 사람",
    "من",          "إلى",      "מאת",     "אל"};

inline constexpr std::string_view kGreetingWords[] = {
    "dear",     "dearest",   "my dear",   "liebe",   "lieber",     "sehr geehrte",  "sehr geehrter", "geehrte",
    "werter",   "werte",     "cher",      "chère",   "chers",      "querida",       "querido",       "estimada",
    "estimado", "apreciado", "apreciada", "cara",    "caro",       "gentile",       "egregio",       "egregia",
    "prezado",  "prezada",   "caríssimo", "beste",   "geachte",    "lieve",         "kära",          "käre",
    "bästa",    "kære",      "kjære",     "hyvä",    "rakas",      "drogi",         "droga",         "szanowny",
    "szanowna", "milý",      "milá",      "vážený",  "vážená",     "drahá",         "drahý",         "kedves",
    "tisztelt", "dragă",     "draga",     "dragi",   "stimate",    "stimată",       "poštovani",     "poštovana",
    "sevgili",  "sayın",     "αγαπητέ",   "αγαπητή", "дорогой",    "дорогая",       "уважаемый",     "уважаемая",
    "шановний", "шановна",   "дорога",    "дорогий", "kepada yth", "yang terhormat"};

inline constexpr std::string_view kHelloWords[] = {"good morning",  "good afternoon",
                                                   "good evening",  "guten tag",
                                                   "guten morgen",  "guten abend",
                                                   "moin",          "bonjour",
                                                   "bonsoir",       "buenos días",
                                                   "buenas tardes", "buongiorno",
                                                   "buonasera",     "bom dia",
                                                   "boa tarde",     "boa noite",
                                                   "goedemorgen",   "goedemiddag",
                                                   "goedenavond",   "goedendag",
                                                   "god morgen",    "god dag",
                                                   "godmorgen",     "dzień dobry",
                                                   "dobrý den",     "bună ziua",
                                                   "добрый день",   "доброе утро",
                                                   "chào",          "hi",
                                                   "hey",           "hello",
                                                   "hiya",          "heya",
                                                   "howdy",         "yo",
                                                   "hallo",         "hej",
                                                   "hei",           "hi there",
                                                   "servus",        "salut",
                                                   "coucou",        "hola",
                                                   "ciao",          "olá",
                                                   "ola",           "oi",
                                                   "hoi",           "dag",
                                                   "moi",           "terve",
                                                   "cześć",         "czesc",
                                                   "hejka",         "ahoj",
                                                   "čau",           "szia",
                                                   "sziasztok",     "helló",
                                                   "bok",           "zdravo",
                                                   "salutare",      "bună",
                                                   "selam",         "merhaba",
                                                   "γεια σου",      "γεια",
                                                   "привет",        "здравствуйте",
                                                   "здравствуй",    "привіт",
                                                   "вітаю",         "xin chào",
                                                   "halo",          "hai",
                                                   "shalom",        "salam"};

inline constexpr std::string_view kSignOffWords[] = {
    // English
    "best regards", "kind regards", "warm regards", "warmest regards", "kindest regards", "many thanks", "with regards",
    "regards", "best wishes", "all the best", "best", "sincerely", "yours sincerely", "sincerely yours", "yours truly",
    "yours faithfully", "yours", "faithfully", "respectfully", "respectfully yours", "cordially", "warmly", "cheers",
    "thanks", "thank you", "thanks again", "thanks so much", "thanks in advance", "thx", "take care", "love",
    "lots of love", "much love", "with love", "hugs", "xoxo", "xx", "cheers and thanks", "talk soon", "see you",
    "signed", "br", "kr", "rgds",
    // German
    "viele grüße", "viele gruesse", "liebe grüße", "liebe gruesse", "beste grüße", "herzliche grüße", "schöne grüße",
    "freundliche grüße", "mit freundlichen grüßen", "mit freundlichen gruessen", "mit besten grüßen",
    "mit herzlichen grüßen", "mit freundlichem gruß", "herzlichst", "gruß", "grüße", "lg", "vg", "mfg", "danke",
    "bis bald", "hochachtungsvoll", "viele grüsse", "liebe grüsse", "freundliche grüsse",
    // French
    "cordialement", "bien cordialement", "bien à vous", "bien à toi", "amicalement", "sincèrement", "bises", "bisous",
    "salutations", "salutations distinguées", "respectueusement", "à bientôt", "merci", "cdt", "cdlt",
    // Spanish, Portuguese, Italian
    "saludos", "un saludo", "saludos cordiales", "cordialmente", "atentamente", "un abrazo", "abrazos", "besos",
    "gracias", "muchas gracias", "atenciosamente", "cumprimentos", "com os melhores cumprimentos",
    "melhores cumprimentos", "abraços", "um abraço", "abraço", "beijos", "obrigado", "obrigada", "att", "saudações",
    "cordiali saluti", "distinti saluti", "un caro saluto", "saluti", "grazie", "a presto", "un abbraccio", "baci",
    "cari saluti",
    // Dutch, the North
    "met vriendelijke groet", "met vriendelijke groeten", "vriendelijke groet", "vriendelijke groeten", "groeten",
    "groetjes", "groet", "hartelijke groet", "mvg", "liefs", "bedankt", "med vänliga hälsningar", "vänliga hälsningar",
    "med vänlig hälsning", "vänligen", "hälsningar", "mvh", "kram", "tack", "med venlig hilsen", "venlig hilsen",
    "med vennlig hilsen", "vennlig hilsen", "hilsen", "kærlig hilsen", "mange hilsner", "tak", "takk", "klem", "knus",
    "ystävällisin terveisin", "terveisin", "parhain terveisin", "terv", "kiitos",
    // The East
    "pozdrawiam", "serdecznie pozdrawiam", "z poważaniem", "z wyrazami szacunku", "pozdrowienia", "dziękuję", "dzięki",
    "s pozdravem", "s pozdravom", "zdraví", "děkuji", "üdvözlettel", "üdv", "köszönettel", "köszönöm", "cu stimă",
    "cu respect", "mulțumesc", "saygılarımla", "sevgiler", "selamlar", "teşekkürler", "lijep pozdrav",
    "srdačan pozdrav", "lep pozdrav", "pozdrav", "με εκτίμηση", "ευχαριστώ", "φιλικά", "с уважением",
    "с наилучшими пожеланиями", "всего доброго", "спасибо", "з повагою", "дякую", "с поздрави", "trân trọng",
    "thân mến", "salam", "hormat saya", "terima kasih"};

// Without the dot, which may follow any of them.
inline constexpr std::string_view kTitleWords[] = {
    "mr",     "mrs",      "ms",       "mx",      "miss",         "prof",   "professor", "herr",   "herrn",
    "frau",   "fräulein", "mme",      "mlle",    "mademoiselle", "sra",    "srta",      "dott",   "dott.ssa",
    "sig.ra", "sig",      "dhr",      "mevr",    "mevrouw",      "fröken", "rouva",     "domnul", "doamna",
    "г-н",    "г-жа",     "господин", "госпожа", "kyrios",       "κύριος", "κυρία",     "κος",    "sayın",
    "rev",    "reverend", "avv",      "sgt",     "capt",         "sir"};
inline constexpr std::string_view kSmallTitleWords[] = {
    "madame",  "monsieur", "señor",   "señora",  "señorita", "senhor", "senhora", "signor", "signora", "signorina",
    "pani",    "paní",     "panna",   "pana",    "panu",     "doña",   "dona",    "meneer", "heer",    "doktor",
    "doctora", "doutor",   "doutora", "docteur", "maître",   "пан",    "пані",    "doamna"};
inline constexpr std::string_view kCareTitleWords[] = {"m", "mm", "pan", "dr", "sr", "don", "hr", "fru", "fr", "mw"};

inline constexpr std::string_view kNamedWords[] = {
    "my name is",    "my name's",      "my full name is", "name's",         "i am called",     "i'm called",
    "im called",     "people call me", "ich heiße",       "ich heisse",     "mein name ist",   "mein name lautet",
    "je m'appelle",  "mon nom est",    "je me nomme",     "me llamo",       "mi nombre es",    "mi chiamo",
    "il mio nome è", "meu nome é",     "me chamo",        "chamo-me",       "ik heet",         "mijn naam is",
    "jeg heter",     "jeg hedder",     "mit navn er",     "navnet mitt er", "mitt navn er",    "jag heter",
    "mitt namn är",  "nimeni on",      "minun nimeni on", "nazywam się",    "mam na imię",     "jmenuji se",
    "jmenuju se",    "volám sa",       "a nevem",         "mă numesc",      "numele meu este", "mă cheamă",
    "benim adım",    "adım",           "меня зовут",      "мене звати",     "мене звуть",      "με λένε",
    "ονομάζομαι",    "nama saya",      "tên tôi là",      "tôi tên là",     "zovem se",        "moje ime je",
    "казвам се"};

inline constexpr std::string_view kIAmWords[] = {
    "i'm",  "im",     "i am",  "ich bin", "ich bin die", "ich bin der", "je suis", "soy",
    "sono", "eu sou", "sou o", "sou a",   "sou",         "ik ben",      "jag är",  "jeg er",
    "olen", "jestem", "jsem",  "vagyok",  "sunt",        "ben",         "я"};

inline constexpr std::string_view kThisIsWords[] = {"this is", "hier ist", "hier spricht", "ici",  "aquí",
                                                    "qui è",   "aqui é",   "hier is",      "tady", "to ja"};

inline constexpr std::string_view kWroteAfterWords[] = {
    "wrote",   "writes",   "a écrit",    "escribió", "escreveu",   "ha scritto", "schreef",  "skrev",      "kirjoitti",
    "napisał", "napisała", "napisał(a)", "napsal",   "napsala",    "napsal(a)",  "napísal",  "írta",       "ezt írta",
    "a scris", "yazdı",    "şunu yazdı", "έγραψε",   "пишет",      "написал",    "написала", "написал(а)", "пише",
    "написав", "đã viết",  "menulis",    "schrieb",  "je napisao", "je napisala"};
inline constexpr std::string_view kWroteBeforeWords[] = {"schrieb", "schreef", "escribió", "skrev"};

}  // namespace privet
