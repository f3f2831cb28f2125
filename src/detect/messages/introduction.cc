#include "detect/messages/introduction.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/utf8.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kMostLines = 3;

// Words and their like, in small letters; with a capital the case counts. A
// word stands alone; with `*` behind it more letters may follow. What is written
// without spaces between words, and Arabic with its prefixes, is found anywhere.

// Private by itself, whoever says it.
constexpr std::string_view kPrivate[] = {
    // English
    "dms", "dm'd", "dmed", "dm'ed", "dm’d", "dming", "a dm", "this dm", "the dm i", "whole dm", "dm from", "dm i got",
    "pms", "pm'd", "pmed", "pm’d", "a pm", "pm i got", "pm from", "this pm", "inmail*", "group dm", "direct message*",
    "private message*", "private chat*", "private conversation*", "private exchange", "private group", "texted me",
    "texts me", "text me", "messaged me", "messages me", "wrote to me", "wrote me", "message request*", "texts from my",
    "my texts", "our texts", "text messages from", "texts with", "my dm", "our chat*", "my chat with", "family chat",
    "family group", "whatsapped me", "snapped me", "in my inbox", "from my inbox",
    // German
    "privatnachricht*", "private nachricht*", "privaten nachricht*", "direktnachricht*", "schrieb mir", "schreibt mir",
    "mir geschrieben", "chatverlauf", "privaten chat", "privater chat", "unser chat", "unserem chat",
    // French
    "message privé", "messages privés", "échange privé", "échanges privés", "conversation privée", "m'a écrit",
    "m’a écrit", "m'écrit", "messages directs", "en mp", "en dm", "mes sms", "ses sms", "nos sms", "ses textos",
    "nos textos", "m'a envoyé", "m’a envoyé", "notre conversation", "notre échange", "nos messages", "ses messages",
    // Spanish
    "mensaje privado", "mensajes privados", "mensaje directo", "mensajes directos", "me escribió", "me mandó",
    "me escribe", "por privado", "por interno", "nuestra conversación", "nuestro chat", "sus mensajes",
    // Portuguese
    "mensagem privada", "mensagens privadas", "mensagem direta", "mensagens diretas", "no privado", "me mandou",
    "me escreveu", "no direct", "da dm", "na dm", "nossa conversa", "minha conversa",
    // Italian
    "messaggio privato", "messaggi privati", "in privato", "mi ha scritto", "mi scrive", "messaggi diretti",
    "nostra chat", "nostra conversazione", "suoi messaggi", "in dm",
    // Dutch
    "privébericht*", "appte me", "appt me", "stuurde me", "stuurde mij", "appgesprek", "app-gesprek", "groepsapp*",
    "onze app", "zijn appjes", "haar appjes", "schreef me", "schreef mij",
    // The North
    "privata meddelanden", "privat meddelande", "skrev till mig", "smsade mig", "vår chatt", "private beskeder",
    "privat besked", "private meldinger", "privat melding", "skrev til mig", "skrev til meg", "vores chat",
    "yksityisviest*", "kirjoitti minulle", "laittoi minulle", "viestimme",
    // Slavic
    "prywatn*", "napisał do mnie", "napisała do mnie", "na priv", "na privie", "pisze do mnie", "nasza rozmowa",
    "личку", "личке", "личные сообщения", "личных сообщени*", "переписк*", "написал мне", "написала мне",
    "мне написал*", "пишет мне", "мне пишет", "наш чат", "нашего чата", "листуванн*", "написав мені", "написала мені",
    "мені написа*", "приватн*", "soukromá zpráva", "soukromé zprávy", "soukromých zpráv", "napsal mi", "napsala mi",
    "náš chat", "privatna poruka", "privatne poruke", "napisao mi", "napisala mi",
    // Others
    "privát üzenet*", "írta nekem", "nekem írta", "mesaj privat", "mesaje private", "mi-a scris", "özel mesaj*",
    "özelden", "bana yaz*", "mesajlaşma*", "yazışma*", "προσωπικό μήνυμα", "προσωπικά μηνύματα", "μου έγραψε",
    "tin nhắn riêng", "nhắn cho mình", "nhắn cho tôi", "nhắn tin cho", "bạn mình nhắn", "japri", "pesan pribadi",
    "chat pribadi", "とのdm", "のやりとり", "のやり取り", "個チャ", "카톡", "갠톡", "단톡", "디엠", "私信", "聊天记录",
    "聊天紀錄", "私聊", "رسالة خاصة", "رسائل خاصة", "رسائلي", "محادثتي", "محادثتنا", "على الخاص", "محادثة خاصة",
    "הודעה פרטית", "הודעות פרטיות", "בפרטי", "כתב לי", "כתבה לי", "پیام خصوصی", "دایرکت", "निजी संदेश", "डीएम",
    "ข้อความส่วนตัว", "แชทส่วนตัว"};

// Private if the one who says it speaks of himself, or shows it as it came.
constexpr std::string_view kTalk[] = {"texted",
                                      "messaged",
                                      "on slack",
                                      "on discord",
                                      "on teams",
                                      "on telegram",
                                      "on instagram",
                                      "on insta",
                                      "on facebook",
                                      "on linkedin",
                                      "geschrieben",
                                      "auf insta*",
                                      "auf linkedin",
                                      "auf facebook",
                                      "sur insta*",
                                      "sur facebook",
                                      "por instagram",
                                      "no instagram",
                                      "su instagram",
                                      "op insta*",
                                      "na instagram*",
                                      "в инстаграм*",
                                      "в телеграм*",
                                      "chat*",
                                      "messages",
                                      "message",
                                      "texts",
                                      "sms*",
                                      "conversation*",
                                      "exchange",
                                      "message thread",
                                      "inbox",
                                      "whatsapp*",
                                      "messenger*",
                                      "imessage*",
                                      "wechat",
                                      "snapchat*",
                                      "viber*",
                                      "tinder",
                                      "Signal*",
                                      "nachricht*",
                                      "gruppe",
                                      "gespräch",
                                      "messages",
                                      "échange*",
                                      "mensaje*",
                                      "charla",
                                      "conversa*",
                                      "mensagens",
                                      "mensagem",
                                      "zap",
                                      "messaggi*",
                                      "bericht*",
                                      "gesprek",
                                      "appje*",
                                      "wiadomoś*",
                                      "rozmow*",
                                      "czat*",
                                      "чат*",
                                      "сообщени*",
                                      "повідомленн*",
                                      "смс*",
                                      "zpráv*",
                                      "meddeland*",
                                      "besked*",
                                      "melding*",
                                      "viesti*",
                                      "üzenet*",
                                      "mesaj*",
                                      "konuşma*",
                                      "grup*",
                                      "grub*",
                                      "μηνύματα",
                                      "nhắn",
                                      "pesan",
                                      "LINE",
                                      "トーク",
                                      "メッセージ",
                                      "会話",
                                      "대화",
                                      "메시지",
                                      "微信",
                                      "消息",
                                      "对话",
                                      "對話",
                                      "رسائل",
                                      "رسالة",
                                      "محادثة",
                                      "واتساب",
                                      "הודעות",
                                      "צ'אט",
                                      "پیام",
                                      "चैट",
                                      "मैसेज",
                                      "व्हाट्सऐप",
                                      "แชท",
                                      "ไลน์",
                                      "whatsappgroep",
                                      "-groep",
                                      "-gruppe"};
constexpr std::string_view kOwn[] = {
    "i",      "i'm",     "i’m",     "i've",   "me",   "my",      "mine", "we",      "us",     "our",   "ich",
    "mir",    "mich",    "mein*",   "unser*", "wir",  "je",      "j'ai", "j’ai",    "moi",    "mon",   "ma",
    "mes",    "notre",   "nos",     "nous",   "mi",   "mis",     "yo",   "nuestr*", "guardo", "copio", "minha*",
    "meu",    "meus",    "nosso*",  "nossa*", "eu",   "copiei",  "mio",  "mia",     "miei",   "mie",   "nostr*",
    "mijn",   "mij",     "ons",     "onze",   "ik",   "mój",     "moja", "moje",    "moim",   "moją",  "mną",
    "mnie",   "nasz*",   "wklejam", "мне",    "мной", "мой",     "моя",  "мои",     "моей",   "моим",  "мені",
    "мій",    "мною",    "моєю",    "наш*",   "můj",  "moje",    "mnou", "náš",     "naše",   "min",   "mitt",
    "mina",   "mig",     "jag",     "vår*",   "mit",  "mine",    "meg",  "jeg",     "vores",  "minun", "mun",
    "meidän", "minulle", "nekem",   "mea",    "mele", "noastr*", "bana", "benim",   "bizim",  "mình",  "tôi",
    "aku",    "saya",    "gue",     "kami",   "kita", "μου",     "μας",  "私",      "僕",     "俺",    "うち",
    "彼氏",   "彼女",    "내",      "저",     "우리", "我",      "لي",   "بيننا",   "מי",     "שלי",   "मेरे",
    "मेरी",    "हमारे",    "ของผม",   "ของฉัน",  "เรา"};

constexpr std::string_view kShown[] = {"unedited",
                                       "verbatim",
                                       "in full",
                                       "word for word",
                                       "the entire",
                                       "the whole",
                                       "whole thread",
                                       "untouched",
                                       "uncut",
                                       "unredacted",
                                       "as it came",
                                       "copied",
                                       "pasted",
                                       "pasting",
                                       "copying",
                                       "screenshot*",
                                       "wörtlich*",
                                       "ungekürzt",
                                       "unverändert",
                                       "kopiert",
                                       "en entier",
                                       "textuellement",
                                       "mot pour mot",
                                       "in extenso",
                                       "copié*",
                                       "je colle",
                                       "tal cual",
                                       "textual*",
                                       "palabra por palabra",
                                       "copiad*",
                                       "na íntegra",
                                       "parola per parola",
                                       "copio",
                                       "letterlijk",
                                       "integraal",
                                       "gekopieerd",
                                       "dosłownie",
                                       "w całości",
                                       "wklej*",
                                       "дословно",
                                       "целиком",
                                       "полностью",
                                       "скопиров*",
                                       "дослівно",
                                       "повністю",
                                       "ordagrant",
                                       "aynen",
                                       "olduğu gibi",
                                       "nguyên văn",
                                       "原文",
                                       "全文",
                                       "コピペ",
                                       "그대로",
                                       "كما هي",
                                       "كاملة"};

// Who says so speaks to the public, and writes no mail himself.
constexpr std::string_view kPublished[] = {"we print",
                                           "we printed",
                                           "we publish*",
                                           "i publish",
                                           "am posting",
                                           "i'm posting",
                                           "i’m posting",
                                           "i post",
                                           "i'll post",
                                           "posting the",
                                           "posting this",
                                           "i paste",
                                           "i pasted",
                                           "pasting",
                                           "we reproduce",
                                           "printed here",
                                           "dear readers",
                                           "je colle",
                                           "je publie",
                                           "je poste",
                                           "nous publions",
                                           "ich veröffentliche",
                                           "wir veröffentlichen",
                                           "ich poste",
                                           "wir drucken",
                                           "liebe leser*",
                                           "lo publico",
                                           "pego aquí",
                                           "copio aquí",
                                           "publicamos",
                                           "colo aqui",
                                           "publico aqui",
                                           "incollo",
                                           "pubblico qui",
                                           "pubblichiamo",
                                           "ik plaats",
                                           "ik plak",
                                           "wij publiceren",
                                           "lieve lezers",
                                           "beste lezers",
                                           "wklejam",
                                           "publikuję",
                                           "публикую",
                                           "выкладываю",
                                           "вставляю",
                                           "публікую",
                                           "викладаю",
                                           "lägger upp",
                                           "klistrar in",
                                           "jag publicerar",
                                           "julkaisen",
                                           "zveřejňuji",
                                           "vkládám",
                                           "közzéteszem",
                                           "paylaşıyorum",
                                           "yayınlıyorum",
                                           "転載",
                                           "貼ります",
                                           "晒します",
                                           "转载",
                                           "贴出来",
                                           "올립니다",
                                           "공개합니다",
                                           "أنشر"};

// Messages that somebody calls his and everybody reads, or a program writes.
constexpr std::string_view kOpen[] = {
    "server*", "app",         "bot",         "bots",       "channel*",    "stream*",  "live",         "coverage",
    "report*", "my thread",   "this thread", "the thread", "comment*",    "my post",  "this post",    "our post",
    "forum*",  "tweet*",      "replies",     "readers",    "tutorial*",   "lecture*", "faq",          "answers",
    "hope",    "customers",   "program*",    "kommentar*", "öffentlich*", "kanal*",   "commentaire*", "public",
    "publics", "comentario*", "comentário*", "kommentit",  "комментари*", "канал*",   "yorum*",       "コメント",
    "评论",    "댓글",        "التعليقات"};

// Not of anybody: a sample, a format, a scene, a task to write one.
constexpr std::string_view kMadeUp[] = {"example*",
                                        "sample*",
                                        "e.g",
                                        "for instance",
                                        "imagine*",
                                        "fictional",
                                        "fictitious",
                                        "novel",
                                        "scene",
                                        "script",
                                        "format",
                                        "parse*",
                                        "regex",
                                        "template*",
                                        "generate*",
                                        "generated",
                                        "invented",
                                        "made up",
                                        "made-up",
                                        "made it up",
                                        "role-play",
                                        "roleplay*",
                                        "simulated",
                                        "synthetic",
                                        "short story",
                                        "meme",
                                        "looks like",
                                        "look like",
                                        "such as",
                                        "error*",
                                        "log file*",
                                        "logfile*",
                                        "documentation",
                                        "test data",
                                        "dungeon*",
                                        "campaign",
                                        "d&d",
                                        "livestream*",
                                        "interview*",
                                        "podcast",
                                        "twitch",
                                        "chatgpt",
                                        "gpt*",
                                        "claude",
                                        "gemini",
                                        "copilot",
                                        "assistant*",
                                        "chatbot*",
                                        "an ai",
                                        "she asked",
                                        "he asked",
                                        "she said,",
                                        "he said,",
                                        "irc",
                                        "syslog",
                                        "console*",
                                        "debug*",
                                        "commit message*",
                                        "stack trace",
                                        "transcript of the",
                                        "suppose",
                                        "hypothetical",
                                        "beispiel*",
                                        "erfunden*",
                                        "exemple*",
                                        "imaginez",
                                        "inventé*",
                                        "ejemplo*",
                                        "inventad*",
                                        "esempio",
                                        "inventat*",
                                        "exemplo*",
                                        "voorbeeld*",
                                        "verzonnen",
                                        "przykład*",
                                        "пример*",
                                        "приклад*",
                                        "выдуман*",
                                        "příklad*",
                                        "exempel*",
                                        "eksempel*",
                                        "esimerk*",
                                        "például",
                                        "exemplu*",
                                        "örnek*",
                                        "παράδειγμα",
                                        "ví dụ",
                                        "contoh*",
                                        "例えば",
                                        "例：",
                                        "例:",
                                        "サンプル",
                                        "예시",
                                        "예를",
                                        "例如",
                                        "示例",
                                        "مثال",
                                        "דוגמ",
                                        "उदाहरण",
                                        "ตัวอย่าง",
                                        "public channel",
                                        "open channel",
                                        "lesson*",
                                        "exercise",
                                        "dialogue for"};

constexpr std::string_view kGroup[] = {"group chat*",   "groupchat*",     "group dm*",      "group text*",
                                       "our group",     "my group",       "family group",   "family chat",
                                       "gruppenchat*",  "-gruppe",        "whatsappgruppe", "familiengruppe",
                                       "unsere gruppe", "unserer gruppe", "notre groupe",   "groupe whatsapp",
                                       "groupe de",     "nuestro grupo",  "grupo de",       "nosso grupo",
                                       "nosso zap",     "gruppo",         "groepsapp*",     "-groep",
                                       "appgroep*",     "groepschat",     "onze groep",     "naszej grupie",
                                       "grupie",        "группов*",       "нашей группе",   "нашего чата",
                                       "наш чат",       "общего чата",    "grup*",          "grub*",
                                       "グループ",      "단톡",           "群聊",           "群里",
                                       "nhóm",          "مجموعة"};

struct Name {
  std::string_view word;
  std::string_view platform;
};
// The first that is there: what may be meant otherwise comes last.
constexpr Name kNames[] = {
    {"linkedin*", "linkedin"},
    {"inmail*", "linkedin"},
    {"whatsapp*", "whatsapp"},
    {"ватсап*", "whatsapp"},
    {"вотсап*", "whatsapp"},
    {"whats", "whatsapp"},
    {"zap", "whatsapp"},
    {"appje*", "whatsapp"},
    {"groepsapp*", "whatsapp"},
    {"appte me", "whatsapp"},
    {"واتساب", "whatsapp"},
    {"व्हाट्सऐप", "whatsapp"},
    {"instagram*", "instagram"},
    {"insta", "instagram"},
    {"インスタ", "instagram"},
    {"인스타", "instagram"},
    {"Messenger*", "messenger"},
    {"fb messenger", "messenger"},
    {"мессенджере фейсбук", "messenger"},
    {"facebook*", "facebook"},
    {"Slack*", "slack"},
    {"on slack", "slack"},
    {"my slack", "slack"},
    {"our slack", "slack"},
    {"discord*", "discord"},
    {"дискорд*", "discord"},
    {"MS Teams", "teams"},
    {"microsoft teams", "teams"},
    {"Teams-Chat*", "teams"},
    {"on Teams", "teams"},
    {"Teams chat", "teams"},
    {"twitter*", "twitter"},
    {"Telegram*", "telegram"},
    {"телеграм*", "telegram"},
    {"تلگرام", "telegram"},
    {"تيليجرام", "telegram"},
    {"Signal", "signal"},
    {"Signal-*", "signal"},
    {"imessage*", "imessage"},
    {"LINE", "line"},
    {"LINEの*", "line"},
    {"ライン", "line"},
    {"ไลน์", "line"},
    {"카톡", "kakaotalk"},
    {"kakao*", "kakaotalk"},
    {"微信", "wechat"},
    {"wechat", "wechat"},
    {"viber*", "viber"},
    {"вайбер*", "viber"},
    {"snapchat*", "snapchat"},
    {"snapped me", "snapchat"},
    {"on snap", "snapchat"},
    {"tinder*", "tinder"},
    {"tiktok*", "tiktok"},
    {"skype*", "skype"},
    {"hangouts", "hangouts"},
    {"google chat", "google_chat"},
    {"Zoom", "zoom"},
    {"reddit*", "reddit"},
    {"nextdoor", "nextdoor"},
    {"bluesky", "bluesky"},
    {"mastodon", "mastodon"},
    {"zendesk*", "zendesk"},
    {"Intercom", "intercom"},
    {"hubspot", "hubspot"},
    {"texts", "sms"},
    {"texts me", "sms"},
    {"text messages", "sms"},
    {"sms*", "sms"},
    {"смс*", "sms"},
    {"textos", "sms"},
};

// Two bytes begin letters of the alphabets, three those that are written
// without spaces or whose words take others before them; Arabic and Hebrew are
// between the two.
bool is_glued(char lead) { return static_cast<unsigned char>(lead) >= 0xD6; }
bool is_part(char c) { return is_alnum(c) || !is_ascii(c); }
// Foreign words have those of glued languages around them.
constexpr unsigned char kGluedLead = 0xE3;
bool goes_on_before(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  const char lead = text[previous_utf8(text, at)];
  return is_part(lead) && static_cast<unsigned char>(lead) < kGluedLead;
}
bool goes_on_behind(std::string_view text, std::size_t at) {
  const char lead = at_or(text, at);
  return is_part(lead) && static_cast<unsigned char>(lead) < kGluedLead;
}

// What is looked in: as it is, and in small letters, of the same size.
struct Heard {
  std::string_view written;
  std::string lowered;

  [[nodiscard]] bool says(std::string_view word) const {
    const bool cased = std::any_of(word.begin(), word.end(), is_upper);
    const std::string_view text = cased ? written : std::string_view(lowered);
    const bool open = word.ends_with('*');
    if (open) word.remove_suffix(1);
    const bool glued = is_glued(word.front());
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      if (glued) return true;
      if (is_part(word.front()) && goes_on_before(text, at)) continue;
      if (open || !goes_on_behind(text, at + word.size())) return true;
    }
    return false;
  }
  [[nodiscard]] bool says_any(std::span<const std::string_view> words) const {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return says(word); });
  }
};

// The last lines with words before `begin`.
std::string_view lines_before(std::string_view text, std::size_t begin) {
  std::size_t least = begin > kLongestIntroduction ? begin - kLongestIntroduction : 0;
  while (least < begin && is_continuation(text[least])) ++least;
  std::size_t at = begin;
  for (std::size_t lines = 0; lines < kMostLines && at > least;) {
    const std::size_t end = at;
    const std::size_t feed = text.substr(least, end - least).rfind('\n', end - least - 1);
    at = feed == std::string_view::npos ? least : least + feed;
    lines += std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                         text.begin() + static_cast<std::ptrdiff_t>(end), is_part)
                 ? 1
                 : 0;
  }
  return text.substr(at, begin - at);
}

}  // namespace

Introduction introduction_before(std::string_view text, std::uint32_t begin) {
  Introduction out;
  Heard heard;
  heard.written = lines_before(text, std::min<std::size_t>(begin, text.size()));
  if (heard.written.find_first_not_of(" \n\r>") == std::string_view::npos) return out;
  heard.lowered = heard.written;
  lower_name(heard.lowered);
  out.made_up = heard.says_any(kMadeUp);
  out.personal = !out.made_up && (heard.says_any(kPrivate) || (heard.says_any(kTalk) && !heard.says_any(kOpen) &&
                                                               (heard.says_any(kOwn) || heard.says_any(kShown))));
  out.published = !out.made_up && heard.says_any(kPublished);
  out.group = heard.says_any(kGroup);
  const auto* const name =
      std::find_if(std::begin(kNames), std::end(kNames), [&](const Name& one) { return heard.says(one.word); });
  if (name != std::end(kNames)) {
    out.platform = Platform{static_cast<std::uint8_t>(find_name(kPlatforms, name->platform).value())};
  }
  return out;
}

}  // namespace privet
