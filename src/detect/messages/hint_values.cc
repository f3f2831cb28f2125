#include "detect/messages/hint_values.h"

#include <algorithm>
#include <iterator>

#include "detect/context/country.h"
#include "detect/proof/chars.h"
#include "rule/policy.h"
#include "rule/regions.h"
#include "text/casefold.h"

namespace privet {
namespace {

// ISO 639-1, and languages without a code of two letters that are in wide use.
constexpr std::string_view kLanguages =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu fil yue gsw";

// Words of kConsentWords' three values.
constexpr std::string_view kYes = "true yes 1";
constexpr std::string_view kNo = "false no 0";
constexpr std::string_view kUndecided = "pending";
constexpr std::string_view kOptedIn = "opt_in opt-in optin opted_in opted-in";
constexpr std::string_view kOptedOut = "opt_out opt-out optout opted_out opted-out";
constexpr std::string_view kGranted = "granted given accepted allowed allow";
constexpr std::string_view kDenied = "none denied deny refused rejected withdrawn revoked disallowed disallow";
constexpr std::size_t kLongestWord = 32;

struct Zone {
  std::string_view name;
  std::string_view country;
};
constexpr Zone kZones[] = {
#include "detect/messages/tables/time_zones.inc"
};

// The word of the list that `text` is, in the list's own spelling.
std::string_view word_of(std::string_view words, std::string_view text) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (equal_ignoring_case(words.substr(0, end), text)) return words.substr(0, end);
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return {};
}

// The country that was added to an empty set.
std::string only_one(const CountrySet& countries) {
  for (const std::string_view code : country_codes()) {
    if (countries.has(code)) return std::string(code);
  }
  return "";
}

const Zone* zone_of(std::string_view name) {
  const auto* const it = std::lower_bound(std::begin(kZones), std::end(kZones), name,
                                          [](const Zone& zone, std::string_view wanted) { return zone.name < wanted; });
  return it != std::end(kZones) && it->name == name ? it : nullptr;
}

}  // namespace

std::string locale_value(std::string_view text) {
  text = trimmed(text.substr(0, text.find_first_of(",;.@")));
  std::string_view parts[3];
  std::size_t count = 0;
  while (!text.empty()) {
    if (count == std::size(parts)) return "";
    const std::size_t end = std::min(text.find_first_of("-_"), text.size());
    parts[count++] = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (count == 0) return "";
  std::string out(word_of(kLanguages, parts[0]));
  if (out.empty()) return "";
  std::size_t at = 1;
  if (at < count && parts[at].size() == 4 && std::all_of(parts[at].begin(), parts[at].end(), is_letter)) {
    // ISO 15924: those that tell variants of a language apart.
    const std::string_view script = word_of("Arab Cyrl Deva Hans Hant Hebr Latn Thai Jpan Kore", parts[at++]);
    if (script.empty()) return "";
    out += "-";
    out += script;
  }
  if (at < count) {
    const std::string region = parts[at].size() == 2 ? region_value(parts[at]) : "";
    if (region.empty() || ++at < count) return "";
    out += "-" + region;
  }
  return out;
}

std::string_view locale_region(std::string_view tag) {
  if (tag == "en-US") return {};  // what programs begin with says nothing of where somebody is
  const std::size_t dash = tag.rfind('-');
  return dash != std::string_view::npos && tag.size() - dash == 3 ? tag.substr(dash + 1) : std::string_view();
}

std::string region_value(std::string_view text) {
  text = trimmed(text);
  if (equal_ignoring_case(text, kUnion) || equal_ignoring_case(text, "European Union")) return std::string(kUnion);
  if (equal_ignoring_case(text, "NA")) return "";
  CountrySet countries;
  expect_from_region_value(text, countries);
  return only_one(countries);
}

std::string host_region(std::string_view host) {
  CountrySet countries;
  expect_from_domain(host, countries);
  return only_one(countries);
}

std::string time_zone_value(std::string_view text) {
  text = trimmed(text);
  if (zone_of(text) != nullptr) return std::string(text);
  if (holds_word("UTC GMT Z Etc/UTC Etc/GMT", text)) return "UTC";
  if (text.starts_with("UTC") || text.starts_with("GMT")) text.remove_prefix(3);
  // +2, +02, +0200, +02:00
  if (text.size() < 2 || text.size() > 6 || (text[0] != '+' && text[0] != '-')) return "";
  std::string digits;
  for (const char c : text.substr(1)) {
    if (c == ':' && (digits.size() == 1 || digits.size() == 2)) continue;
    if (!is_digit(c)) return "";
    digits.push_back(c);
  }
  if (digits.size() == 1 || digits.size() == 3) digits.insert(0, "0");
  if (digits.size() == 2) digits += "00";
  if (digits.size() != 4 || digits > "1400" || digits[2] > '5') return "";
  digits.insert(2, 1, ':');
  digits.insert(0, 1, text[0]);
  return digits.insert(0, "UTC");
}

std::string_view time_zone_region(std::string_view zone) {
  const Zone* const known = zone_of(zone);
  return known == nullptr ? std::string_view() : known->country;
}

std::string_view consent_value(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view words : {kYes, kOptedIn, kGranted}) {
    if (holds_word(words, text)) return "true";
  }
  for (const std::string_view words : {kNo, kOptedOut, kDenied}) {
    if (holds_word(words, text)) return "false";
  }
  return holds_word(kUndecided, text) ? "pending" : std::string_view();
}

std::string_view opt_out_value(std::string_view text) {
  text = trimmed(text);
  if (holds_word(kYes, text) || holds_word(kOptedOut, text)) return "true";
  if (holds_word(kNo, text) || holds_word(kOptedIn, text)) return "false";
  return holds_word(kUndecided, text) ? "pending" : std::string_view();
}

std::string_view visibility_value(std::string_view text) {
  if (text.size() > kLongestWord) return {};
  const std::string key = folded_key(text);
  for (const std::string_view word : kVisibilityWords) {
    if (folded_key(word) == key) return word;
  }
  return {};
}

std::string_view incoming_value(std::string_view text) {
  text = trimmed(text);
  for (const std::string_view word : kIncomingWords) {
    if (equal_ignoring_case(word, text)) return word;
  }
  return {};
}

}  // namespace privet
