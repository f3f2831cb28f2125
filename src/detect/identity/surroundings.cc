#include "detect/identity/surroundings.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "detect/context/column.h"
#include "detect/proof/chars.h"
#include "text/casefold.h"

namespace privet {
namespace {

// As far as folding leaves them: U+00A3, U+00A5, U+20AC, U+20B9, U+20BD.
constexpr std::string_view kMoney[] = {"$", "\xC2\xA3", "\xC2\xA5", "\xE2\x82\xAC", "\xE2\x82\xB9", "\xE2\x82\xBD"};

bool ends_with_money(std::string_view text) {
  return std::any_of(std::begin(kMoney), std::end(kMoney), [&](auto sign) { return text.ends_with(sign); });
}
bool begins_with_money(std::string_view text) {
  return std::any_of(std::begin(kMoney), std::end(kMoney), [&](auto sign) { return text.starts_with(sign); });
}

// Whether the text ends in a letter of a script that is written with spaces.
// Han and kana stand before a number without one, and so does Thai.
bool ends_with_spaced_letter(std::string_view text) {
  std::size_t lead = text.size();
  while (lead > 0 && is_continuation(text[lead - 1])) --lead;
  if (lead == 0) return false;
  const auto byte = static_cast<std::uint8_t>(text[lead - 1]);
  return (byte >= 0xC3 && byte <= 0xDF) || byte == 0xE1;
}

bool begins_with_spaced_letter(std::string_view text) {
  if (text.empty()) return false;
  const auto byte = static_cast<std::uint8_t>(text[0]);
  return (byte >= 0xC3 && byte <= 0xDF) || byte == 0xE1;
}

// What the parts of the number are parted by, if by one kind of sign.
char separator_in(std::string_view number) {
  for (const char c : number) {
    if (!is_alnum(c)) return c;
  }
  return '\0';
}

// "0,123456789", "12,345 678": a decimal comma, or one of thousands. A comma
// behind a date or a longer number parts columns.
bool ends_in_fraction(std::string_view head) {
  std::size_t digits = 0;
  std::size_t at = head.size() - 1;
  while (at > 0 && is_digit(head[at - 1])) --at, ++digits;
  const char before = before_or(head, at, ' ');
  return digits >= 1 && digits <= 3 && before != '-' && before != '/' && before != ':' && before != ',';
}

bool fits_before(std::string_view text, Span<ViewSpace> span, char separator) {
  if (span.begin == 0) return true;
  const std::string_view head = text.substr(0, span.begin);
  const char before = head.back();
  const char far = head.size() > 1 ? head[head.size() - 2] : ' ';
  if (is_word(before) || before == '\\' || before == '%' || before == '@') return false;
  if (ends_with_spaced_letter(head) || ends_with_money(head)) return false;
  if (before == ' ' && ends_with_money(head.substr(0, head.size() - 1))) return false;
  if (before == separator && is_digit(far)) return false;
  switch (before) {
    case '.':
    case '-':
    case '+':
      return !is_word(far);
    case '/':
      return is_space(far);
    case ',':
      return !ends_in_fraction(head) || at_or(text, span.end) == ',' || column_name(text, span.begin);
    case ':':
      return !is_digit(far);
    default:
      return true;
  }
}

// ",50", ",000": what makes a price or a larger number of the number before it.
bool begins_with_fraction(std::string_view tail) {
  std::size_t digits = 0;
  while (is_digit(at_or(tail, digits + 1))) ++digits;
  return digits >= 1 && digits <= 3 && !is_alnum(at_or(tail, digits + 1, ' '));
}

bool fits_after(std::string_view text, Span<ViewSpace> span, char separator) {
  const std::string_view tail = text.substr(span.end);
  if (tail.empty()) return true;
  const char after = tail[0];
  const char next = at_or(tail, 1, ' ');
  if (is_word(after) || after == '%' || after == '@') return false;
  if (begins_with_spaced_letter(tail) || begins_with_money(tail)) return false;
  if (after == ' ' && (next == '%' || begins_with_money(tail.substr(1)))) return false;
  if (after == separator && is_digit(next)) return false;
  switch (after) {
    case '.':
    case '-':
    case '/':
    case '+':
    case ':':
      return !is_alnum(next);
    case ',':
      return !begins_with_fraction(tail) || before_or(text, span.begin, '\n') == ',' ||
             before_or(text, span.begin, '\n') == '\n';
    default:
      return true;
  }
}

}  // namespace

bool stands_apart(std::string_view text, Span<ViewSpace> span) {
  const char separator = separator_in(text.substr(span.begin, span.size()));
  return fits_before(text, span, separator) && fits_after(text, span, separator) && !is_in_link(text, span.begin);
}

bool counts_something(std::string_view text, Span<ViewSpace> span) {
  // In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian.
  static constexpr std::string_view kCounted[] = {
      "dollars",  "euros",      "pounds",   "yen",       "rupees",   "people",    "persons",   "members",  "users",
      "patients", "customers",  "voters",   "drivers",   "accounts", "passports", "vehicles",  "times",    "pulses",
      "units",    "rows",       "items",    "records",   "bytes",    "steps",     "views",     "shares",   "votes",
      "tonnes",   "mitglieder", "personen", "menschen",  "kunden",   "nutzer",    "einwohner", "euro",     "mal",
      "membres",  "personnes",  "clients",  "habitants", "fois",     "miembros",  "personas",  "clientes", "habitantes",
      "pesos",    "veces",      "membri",   "persone",   "clienti",  "abitanti",  "volte",     "membros",  "pessoas",
      "reais",    "vezes",      "leden",    "mensen",    "klanten",  "inwoners",  "keer",      "osób",     "złotych",
      "klientów", "razy",       "рублей",   "человек",   "долларов", "клиентов",  "раз"};
  constexpr std::uint32_t kLongest = 16;
  if (span.end >= text.size() || text[span.end] != ' ') return false;
  const std::uint32_t begin = span.end + 1;
  const std::uint32_t end = word_end(text.substr(0, std::min<std::size_t>(text.size(), begin + kLongest + 1)), begin);
  if (end == begin || end - begin > kLongest) return false;
  std::string word;
  append_casefolded(text.substr(begin, end - begin), word);
  return std::find(std::begin(kCounted), std::end(kCounted), word) != std::end(kCounted);
}

bool is_in_link(std::string_view text, std::uint32_t begin) {
  std::uint32_t word = begin;
  while (word > 0 && begin - word < 200 && !is_space(text[word - 1]) && text[word - 1] != '"') --word;
  return text.substr(word, begin - word).find("://") != std::string_view::npos;
}

bool is_named_otherwise(std::string_view text, std::uint32_t begin) {
  // In English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, the
  // Nordic languages, Russian, Turkish.
  static constexpr std::string_view kOther[] = {
      "order",    "orders",     "part",       "parts",     "item",      "sku",        "model",       "invoice",
      "ticket",   "case",       "ref",        "reference", "serial",    "tracking",   "parcel",      "shipment",
      "catalog",  "catalogue",  "lot",        "batch",     "version",   "build",      "issue",       "bug",
      "commit",   "isbn",       "doi",        "article",   "product",   "bestellung", "auftrag",     "rechnung",
      "artikel",  "teil",       "teile",      "sendung",   "lieferung", "vorgang",    "produkt",     "modell",
      "commande", "facture",    "colis",      "pièce",     "produit",   "dossier",    "réf",         "pedido",
      "factura",  "remito",     "albarán",    "envío",     "pieza",     "producto",   "fatura",      "encomenda",
      "peça",     "produto",    "ordine",     "fattura",   "articolo",  "pezzo",      "prodotto",    "bestelling",
      "factuur",  "onderdeel",  "zamówienie", "faktura",   "część",     "produktu",   "beställning", "ordre",
      "tilaus",   "tuotekoodi", "varaosa",    "lasku",     "tuote",     "заказ",      "накладная",   "счёт",
      "артикул",  "деталь",     "sipariş",    "ürün",      "parça"};
  // The last words before it; a sign of number between is passed over.
  constexpr std::uint32_t kReach = 32;
  constexpr int kWords = 3;
  std::string folded;
  std::vector<CaseFoldedWord> words;
  fold_words(text, begin > kReach ? begin - kReach : 0, begin, folded, words);
  static constexpr std::string_view kSigns[] = {"no", "nr", "n", "num", "number", "nummer", "º", "o", "id", "code"};
  int seen = 0;
  for (auto word = words.rbegin(); word != words.rend() && seen < kWords; ++word, ++seen) {
    const std::string_view one =
        std::string_view(folded).substr(word->folded_begin, word->folded_end - word->folded_begin);
    if (std::find(std::begin(kOther), std::end(kOther), one) != std::end(kOther)) return true;
    if (std::find(std::begin(kSigns), std::end(kSigns), one) == std::end(kSigns)) return false;
  }
  return text.substr(0, begin).ends_with("料號 ") || text.substr(0, begin).ends_with("料号 ");
}

}  // namespace privet
