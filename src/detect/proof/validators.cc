// The table of validators by name, and the normal forms of what they accept.
#include "detect/proof/validators.h"

#include <string>
#include <string_view>

#include "detect/contact/email.h"
#include "detect/identity/surroundings.h"
#include "detect/network/network.h"
#include "detect/phone/phone.h"
#include "detect/proof/chars.h"

namespace privet {
namespace {

struct Named {
  std::string_view name;
  Validate validate;
};
constexpr Named kValidators[] = {
    {"email", validate_email},
    {"spelled_email", validate_spelled_email},
    {"handle", validate_handle},
    {"reddit_user", validate_reddit_user},
    {"discord_tag", validate_discord_tag},
    {"named_user", validate_named_user},
    {"field_user", validate_field_user},
    {"profile", validate_profile},
    {"at_profile", validate_at_profile},
    {"phone", validate_phone},
    {"ip4", validate_ip4},
    {"ip6", validate_ip6},
    {"mac", validate_mac},
    {"card", validate_card},
    {"iban", validate_iban},
    {"us_ssn", validate_us_ssn},
    {"mrz", validate_mrz},
    {"coordinates", validate_coordinates},
    {"degrees", validate_degrees},
    {"coin_address", validate_coin_address},
    {"segwit_address", validate_segwit_address},
    {"ethereum_address", validate_ethereum_address},
    {"solana_address", validate_solana_address},
    {"monero_address", validate_monero_address},
    {"bic", validate_bic},
    {"branch_account", validate_branch_account},
    {"birth_label", validate_birth_label},
    {"born", validate_born},
    {"born_after", validate_born_after},
    {"birth_field", validate_birth_field},
    {"date", validate_date},
    {"time", validate_time},
    {"english_street", validate_english_street},
    {"cued_street", validate_cued_street},
    {"french_street", validate_french_street},
    {"type_first_street", validate_type_first_street},
    {"compound_street", validate_compound_street},
    {"postcode_street", validate_postcode_street},
    {"post_box", validate_post_box},
    {"postcode_of_town", validate_postcode_of_town},
    {"street_field", validate_street_field},
    {"address_field", validate_address_field},
    {"url", validate_url},
};

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out.push_back(to_lower(c));
  return out;
}

// Written with digits, separators and, in ASCII, letters and no more of them than digits and ten.
bool is_number(std::string_view text) {
  std::size_t digits = 0, letters = 0;
  for (const char c : text) {
    if (!is_ascii(c)) return false;
    digits += is_digit(c) ? 1 : 0;
    letters += is_letter(c) ? 1 : 0;
  }
  return digits >= 4 && letters <= digits + 10;
}

// Letters and digits only, capitals.
std::string compact(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (is_alnum(c)) out.push_back(to_upper(c));
  }
  return out;
}

// IPv6 has many spellings: eight groups in full. The zone names an interface
// of the machine that wrote it and is left out.
std::string plain_ip(std::string_view text) {
  const std::optional<Ip6> ip = parse_ip6(text.substr(0, text.find('%')));
  if (!ip) return std::string(text);
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out;
  for (const std::uint16_t group : *ip) {
    if (!out.empty()) out.push_back(':');
    for (int shift = 12; shift >= 0; shift -= 4) out.push_back(kDigits[group >> shift & 15]);
  }
  return out;
}

// A profile is the same with or without scheme, "www." and a last slash.
std::string plain_link(std::string_view text) {
  std::string out = lower(text);
  for (const std::string_view head : {"https:", "http:", "//", "www."}) {
    if (out.starts_with(head)) out.erase(0, head.size());
  }
  while (out.ends_with('/')) out.pop_back();
  return out;
}

std::string plain_handle(std::string_view text) {
  std::string out = lower(text);
  for (const std::string_view head : {"/u/", "u/", "@"}) {
    if (out.starts_with(head)) {
      out.erase(0, head.size());
      break;
    }
  }
  return out;
}

}  // namespace

Verdict Validator::operator()(const Match& match, const RecordContext& context) const {
  if (check_ == nullptr) return validate_(match, context);
  const std::string_view text = match.text.text();
  if (!stands_apart(text, match.span) || counts_something(text, match.span)) return {};
  const NumberFacts facts = check_(compact(text.substr(match.span.begin, match.span.size())));
  return {.accepted = facts.valid,
          .reserved = facts.reserved,
          .by_chance = true,
          .region = facts.region,
          .span = match.span};
}

Validator find_validator(std::string_view name) {
  for (const Named& known : kValidators) {
    if (known.name == name) return Validator(known.validate);
  }
  const NumberCheck check = find_number_check(name);
  return check == nullptr ? Validator() : Validator(check);
}

std::string normal_form(std::string_view entity, std::string_view value) {
  if (entity == "EMAIL_ADDRESS") return lower(plain_address(value));
  if (entity == "PHONE_NUMBER") return phone_normal_form(value);
  if (entity == "USER_HANDLE") return plain_handle(value);
  if (entity == "SOCIAL_PROFILE") return plain_link(value);
  if (entity == "IP_ADDRESS") return plain_ip(value);
  if (entity == "MAC_ADDRESS" || is_number(value)) return compact(value);
  return lower(value);
}

}  // namespace privet
