// Payment card numbers: a known issuer's range and length, the Luhn digit, and
// how the digits are grouped.
#include <algorithm>
#include <string>
#include <string_view>

#include "detect/identity/checksums.h"
#include "detect/identity/surroundings.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"

namespace privet {
namespace {

// Issuer ranges by their first six digits, after ISO/IEC 7812 and the brands'
// public lists; `major` ones are common enough to stand undivided.
struct Brand {
  std::uint32_t first, last;  // issuer numbers, six digits
  std::uint32_t lengths;      // bit n: n digits
  bool major;
};
constexpr std::uint32_t len(int a, int b = 0, int c = 0, int d = 0) {
  return 1U << a | (b != 0 ? 1U << b : 0) | (c != 0 ? 1U << c : 0) | (d != 0 ? 1U << d : 0);
}
constexpr std::uint32_t kMaestroLengths = 0xFF << 12;  // 12 to 19
constexpr Brand kBrands[] = {
    {340000, 349999, len(15), true},  // American Express
    {370000, 379999, len(15), true},
    {300000, 305999, len(14, 16, 19), false},  // Diners Club
    {309500, 309599, len(14, 16, 19), false},
    {360000, 369999, len(14, 16, 19), false},
    {380000, 399999, len(14, 16, 19), false},
    {352800, 358999, len(16, 17, 18, 19), true},  // JCB
    {400000, 499999, len(13, 16, 19), true},      // Visa
    {500000, 509999, kMaestroLengths, false},     // Maestro, Elo, Verve
    {510000, 559999, len(16), true},              // Mastercard
    {560000, 589999, kMaestroLengths, false},     // Maestro
    {600000, 600099, kMaestroLengths, false},
    {601100, 601199, len(16, 19), true},       // Discover
    {606282, 606282, len(13, 16, 19), false},  // Hipercard
    {607000, 608999, len(16), false},          // RuPay
    {610000, 619999, kMaestroLengths, false},
    {620000, 629999, len(16, 17, 18, 19), true},   // UnionPay
    {630000, 639999, kMaestroLengths, false},      // Maestro, Elo
    {640000, 659999, len(16, 19), true},           // Discover, RuPay, Elo
    {670000, 679999, kMaestroLengths, false},      // Maestro, Troy's partner range
    {810000, 817199, len(16, 17, 18, 19), false},  // UnionPay
    {817200, 819999, len(16), false},              // RuPay
    {220000, 220499, len(16, 17, 18, 19), true},   // Mir
    {222100, 272099, len(16), true},               // Mastercard 2-series
    {979200, 979299, len(16), false},              // Troy
};

// Published for testing by the schemes' and processors' own manuals: nobody's.
constexpr std::string_view kTestNumbers[] = {
    "4111111111111111", "4012888888881881", "4242424242424242", "4222222222222",       "4000056655665556",
    "4000000000000002", "4000000000000077", "4000000000000341", "4000000000003220",    "4000000000009995",
    "4000002500003155", "4000002760003184", "4000000000000069", "4000000000000119",    "4000000000000127",
    "4005519200000004", "4009348888881881", "4012000033330026", "4012000077777777",    "4012000088888881",
    "4012001037141112", "4012001038443335", "4012001038488884", "4111111145551142",    "4217651111111119",
    "4484070000000000", "4500600000000061", "4007000000027",    "4988438843884305",    "4166676667666746",
    "4646464646464644", "4917610000000000", "4000620000000007", "4444333322221111",    "4911830000000",
    "4462030000000000", "4917300800000000", "4508750015741019", "4000160000000004",    "4012000000000000",
    "5555555555554444", "5105105105105100", "5454545454545454", "5200828282828210",    "5555341244441115",
    "5577000055770004", "5424000000000015", "5431111111111111", "5499740000000057",    "5111010030175156",
    "5185540810000019", "5420923878724339", "5424180279791732", "5506900490000436",    "2223003122003222",
    "2223000048400011", "2223000010309703", "2223000010309711", "2222400070000005",    "2222420000001113",
    "2221000000000009", "2720990000000007", "2720994326581252", "5100000000000008",    "5100290029002909",
    "5399999999999999", "378282246310005",  "371449635398431",  "378734493671000",     "370000000000002",
    "371144371144376",  "341111111111111",  "374245455400126",  "343434343434343",     "374200000000004",
    "340000000000009",  "370000000100018",  "6011111111111117", "6011000990139424",    "6011000000000004",
    "6011981111111113", "6011000991300009", "6011601160116611", "6445644564456445",    "6510000000000034",
    "6011000000000012", "30569309025904",   "38520000023237",   "36227206271667",      "36006666333344",
    "36700102000000",   "36148900647913",   "36438936438936",   "3056930009020004",    "38000000000006",
    "30000000000004",   "3530111333300000", "3566002020360505", "3566000020000410",    "3569990010095841",
    "3528000000000007", "3528000700000000", "6200000000000005", "6205500000000000004", "6243030000000001",
    "6212345678901265", "6212345678901232", "6250941006528599", "6759649826438453",    "6799990100000000019",
    "6771798021000008", "6771798025000004", "6304000000000000", "6761000000000006",    "5019717010103742",
    "6062826786276634", "6062828888666688", "6363680000457013", "5066991111111118",    "2200000000000004",
    "2200770239097761", "6521111111111117", "6073849700004947", "9792030394440796",
};

const Brand* brand_of(std::string_view digits) {
  std::uint32_t issuer = 0;
  for (const char c : digits.substr(0, 6)) issuer = issuer * 10 + static_cast<std::uint32_t>(c - '0');
  for (const Brand& brand : kBrands) {
    if (issuer >= brand.first && issuer <= brand.last && (brand.lengths >> digits.size() & 1) != 0) return &brand;
  }
  return nullptr;
}

struct Card {
  std::string digits;
  std::uint32_t end = 0;
  bool grouped = false;
};

// Groups as they are printed on cards. The longest first, so that the last
// three digits of nineteen are not left behind.
constexpr std::string_view kLayouts[] = {"\4\4\4\4\3", "\4\4\4\4", "\4\6\5", "\4\6\4"};

bool read_layout(std::string_view text, std::uint32_t begin, std::string_view layout, Card& out) {
  out.digits.clear();
  std::uint32_t at = begin;
  char separator = '\0';
  for (std::size_t group = 0; group < layout.size(); ++group) {
    if (group > 0) {
      const char c = at_or(text, at);
      if ((c != ' ' && c != '-' && c != '.') || (separator != '\0' && c != separator)) return false;
      separator = c;
      ++at;
    }
    for (int i = 0; i < layout[group]; ++i, ++at) {
      if (!is_digit(at_or(text, at))) return false;
      out.digits.push_back(text[at]);
    }
  }
  out.end = at;
  out.grouped = true;
  return true;
}

bool is_number(const Card& card) {
  return brand_of(card.digits) != nullptr && has_luhn_digit(card.digits) && !all_same(card.digits);
}

// Whether a card in printed groups begins at `begin`.
bool is_grouped_card(std::string_view text, std::uint32_t begin) {
  Card card;
  return std::any_of(std::begin(kLayouts), std::end(kLayouts), [&](std::string_view layout) {
    return read_layout(text, begin, layout, card) && is_number(card);
  });
}

// "1227", "2027": when the card before expires.
bool is_expiry(std::string_view group) {
  const int first = (group[0] - '0') * 10 + (group[1] - '0');
  const int last = (group[2] - '0') * 10 + (group[3] - '0');
  return ((first >= 1 && first <= 12) || first == 20) && last >= 20 && last < 50;
}

// Part of a longer token: a decimal, an id, a path.
bool stands_alone(std::string_view text, std::uint32_t begin, const Card& card) {
  const char before = before_or(text, begin, ' ');
  const char after = at_or(text, card.end, ' ');
  const char next = at_or(text, card.end + 1, ' ');
  if (is_word(before) || is_word(after) || before == '%' || before == '+' || before == '&') return false;
  const char far = before_or(text, begin > 0 ? begin - 1 : 0, ' ');
  if (before == '.' || before == '$' || before == '\\' || (before == '-' && is_alnum(far)) ||
      (before == '/' && !is_space(far))) {
    return false;
  }
  // "0,4111111111111111": a fraction, unless another column follows.
  if (before == ',' && is_digit(far) && after != ',') return false;
  if ((after == '-' || after == '.' || after == '/') && is_alnum(next)) return false;
  // In groups of four, a group before or behind makes another number of it,
  // but for another card or the date it expires.
  constexpr std::uint32_t kFours = 19;  // what sixteen digits in groups of four take
  if (card.grouped && (before == ' ' || before == '-') && is_digit(far)) {
    std::uint32_t word = begin - 1;
    while (word > 0 && begin - word < 6 && is_digit(text[word - 1])) --word;
    if (begin - 1 - word == 4 && !(begin > kFours && is_grouped_card(text, begin - 1 - kFours))) return false;
  }
  if (card.grouped && after == ' ' && is_digit(next)) {
    std::uint32_t n = 0;
    while (n < 6 && is_digit(at_or(text, card.end + 1 + n))) ++n;
    if (n == 4 && at_or(text, card.end + 5) != '/' && !is_expiry(text.substr(card.end + 1, 4)) &&
        !is_grouped_card(text, card.end + 1)) {
      return false;
    }
  }
  return true;
}

}  // namespace

// Takes a match that begins with the number. The official grouping stands
// alone; undivided, a major brand stands at a lower score (one in ten random
// numbers has a Luhn digit, and ids of that length are common).
Verdict validate_card(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t begin = match.span.begin;
  Card card;
  const auto found = [&] {
    for (const std::string_view layout : kLayouts) {
      if (read_layout(text, begin, layout, card) && is_number(card) && stands_alone(text, begin, card)) return true;
    }
    card = {};
    card.end = begin;
    while (is_digit(at_or(text, card.end)) && card.digits.size() < 20) card.digits.push_back(text[card.end++]);
    return card.digits.size() >= 12 && card.digits.size() <= 19 && is_number(card) && stands_alone(text, begin, card);
  }();
  if (!found || is_in_link(text, begin)) return {};
  const std::string_view* test = std::find(std::begin(kTestNumbers), std::end(kTestNumbers), card.digits);
  Verdict verdict{.accepted = true, .reserved = test != std::end(kTestNumbers), .span = {begin, card.end}};
  const bool major = brand_of(card.digits)->major;
  verdict.alone = card.grouped || verdict.reserved || (major && card.digits.size() >= 15);
  verdict.by_chance = !verdict.reserved;
  if (!card.grouped) verdict.score = 0.6F;
  return verdict;
}

}  // namespace privet
