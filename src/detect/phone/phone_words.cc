#include "detect/phone/phone_words.h"

#include <algorithm>

namespace privet {
namespace {

bool holds(std::string_view words, std::string_view wanted) {
  if (wanted.empty()) return false;
  for (std::size_t at = words.find(wanted); at != std::string_view::npos; at = words.find(wanted, at + 1)) {
    const bool begins = at == 0 || words[at - 1] == ' ';
    const std::size_t end = at + wanted.size();
    if (begins && (end == words.size() || words[end] == ' ')) return true;
  }
  return false;
}

constexpr std::string_view kPhone =
    "phone phones ph tel tele telephone tfno tlfno telephones telefon telefono telefone telefoon telefonnummer "
    "telefonnr phonenumber cell cellphone "
    "mobile mobiles mobil mobiltelefon mob handy natel hp wa zap fax telefax whatsapp viber signal sms call portable "
    "movil celular cellulare "
    "mobiel gsm komorka puhelin puh tlf tfn tlfn telf telemovel gsm cep msisdn contact telephonenumber mobilenumber "
    "τηλ τηλέφωνο κιν κινητό sđt đt โทร جوال هاتف موبايل मोबाइल फोन फ़ोन "
    "téléphone teléfono telemóvel móvil tél komórka тел телефон факс моб 电话 電話 手机 手機 전화 휴대폰 טלפון טל נייד "
    "फोन";

constexpr std::string_view kNumber =
    "no nr num number numbers nummer numero is n num. número numéro номер n° numer "
    "est es ist lautet è é to är er";

constexpr std::string_view kOther =
    "isbn issn ismn isni isan orcid doi upc ean gtin sku asin lccn oclc pmid pmc arxiv bibcode rfc cve patent "
    "order orders invoice ticket case bug issue ref reference account acct acc serial imei imsi iccid meid mac uuid "
    "guid hash id ids uid gid pid tid sid key version ver build revision rev commit tracking parcel shipment lot batch "
    "barcode zip postcode timestamp epoch unix time date page pages pp vol volume edition chapter section line lines "
    "pin otp code tin ssn ein vat iban bic swift nif dni nie cif cpf cnpj rut curp rfc siret siren nip regon "
    "pesel bsn kvk cvr orgnr personnummer krs abn acn tfn pan aadhaar gstin inn kpp ogrn snils cnh oib hetu "
    "bestellnummer bestellnr rechnungsnummer rechnung kundennummer kontonummer konto artikelnummer auftragsnummer "
    "sendungsnummer bestellung auftrag vertragsnummer steuernummer aktenzeichen commande facture dossier pedido "
    "factura cuenta referencia fattura ordine conto pratica bestelling factuur rekening zamówienie faktura faktury "
    "konta ordernummer fakturanummer tilausnumero viite viitenumero encomenda fatura conta sipariş заказ заказа счет "
    "счёт инн кпп огрн "
    "référence réf prot protocollo artikel artikelnr article artículo articolo artigo artnr varenummer varenr "
    "tuotenumero "
    "produktnummer modell modelo modèle kunde kundennr klant "
    "model license licence policy protocol protocolo expediente zamówienia codice código codigo kode kod koden "
    "objednávka objednávky ičo "
    "comanda pesanan rekening παραγγελία παραγγελίας παραγγελια αφμ замовлення рахунок єдрпоу הזמנה الطلب طلب الفاتورة "
    "فاتورة "
    "снилс артикул coordinates lat lon latitude longitude bytes size byte offset checksum";

// How words for numbers of a kind end, in languages that join the two ("Losnummer", "주문번호").
constexpr std::string_view kNumberEnds[] = {"nummer", "nummern", "nummeret", "numret", "numero", "szám",
                                            "száma",  "单号",    "單號",     "订单号", "编号",   "編號",
                                            "番号",   "번호",    "พัสดุ",      "คำสั่งซื้อ"};

// ... unless they hold one of these.
constexpr std::string_view kPhoneStems[] = {
    "tel",     "tél",     "phon",    "fon",     "ruf",      "handy",  "mob",       "fax",      "gsm",
    "service", "kontakt", "contact", "hotline", "festnetz", "privat", "durchwahl", "whatsapp", "sms",
    "puhelin", "电话",    "電話",    "手机",    "手機",     "携帯",   "连絡",      "連絡",     "联系",
    "전화",    "휴대",    "핸드폰",  "연락",    "팩스",     "대표"};

// Only before a word for "number": "Best.-Nr.", "part number".
constexpr std::string_view kOtherBeforeNumber =
    "best art kd kdnr rg auftr mat ord inv part parts item model customer client member policy claim file room flight "
    "catalog "
    "catalogue contract registration license licence product stock student employee passport card patent prod cust "
    "kunden "
    "kunde vertrag kenn artikel produkt vare kund varu";

constexpr std::string_view kCurrency =
    "eur usd gbp chf jpy cny rub pln sek nok dkk czk huf inr brl mxn aud nzd cad zar ils try krw euro euros dollars "
    "dollar pounds pesos reais rubles yen won złotych kronor kroner lira";

// Left out are those that are words, countries or states somewhere: "v", "s", "w", "l", "mi", "em", "ha", "us", "ms".
constexpr std::string_view kUnit =
    "km m cm mm kg g mg ml ft lb lbs oz kb mb gb tb kib mib gib bytes byte bits bit hz khz mhz ghz px dpi rpm kwh mwh "
    "kw mw "
    "sec seconds minutes hours years people inhabitants einwohner habitantes habitants abitanti inwoners times "
    "million millions billion mio mrd percent prozent personas persone personnes pessoas personen personer stück stk "
    "stuks "
    "pièces piezas pezzi peças sztuk szt osób osoby ludzi kpl adet kişi человек чел штук шт чоловік осіб грн";

constexpr std::string_view kFileSuffix =
    "jpg jpeg png gif svg webp tif tiff pdf txt csv tsv json xml zip gz tar doc docx xls xlsx ppt mp avi mov html htm "
    "php log";

// Longest first where one begins another.
constexpr std::string_view kExtension[] = {
    "extension", "extensión", "extensao", "extensão", "extn", "ext",  "durchwahl",  "dw",      "poste",
    "interno",   "int.",      "anexo",    "ramal",    "wewn", "wew",  "anknytning", "toestel", "dahili",
    "доб",       "вн",        "внутр",    "内線",     "分机", "내선", "שלוחה",      "x",       "#"};

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

}  // namespace

bool is_phone_word(std::string_view word) { return holds(kPhone, word); }
bool is_number_word(std::string_view word) { return holds(kNumber, word); }
bool is_other_number_word(std::string_view word) {
  if (holds(kOther, word)) return true;
  if (is_number_word(word)) return false;
  const auto ends = [&](std::string_view end) { return word.ends_with(end); };
  const auto holds_stem = [&](std::string_view stem) { return word.find(stem) != std::string_view::npos; };
  if (std::none_of(std::begin(kNumberEnds), std::end(kNumberEnds), ends)) return false;
  // "番号" alone may be anything's.
  if (word == "番号" || word == "번호") return false;
  return std::none_of(std::begin(kPhoneStems), std::end(kPhoneStems), holds_stem);
}
bool is_other_before_number_word(std::string_view word) {
  return is_other_number_word(word) || holds(kOtherBeforeNumber, word);
}
bool is_currency_word(std::string_view word) { return holds(kCurrency, word); }
bool is_unit_word(std::string_view word) { return holds(kUnit, word); }

bool is_file_suffix(std::string_view word) { return holds(kFileSuffix, word); }

std::size_t extension_label_size(std::string_view text) {
  for (const std::string_view label : kExtension) {
    if (label.size() > text.size()) continue;
    if (std::equal(label.begin(), label.end(), text.begin(), [](char a, char b) { return a == lower(b); })) {
      return label.size();
    }
  }
  return 0;
}

}  // namespace privet
