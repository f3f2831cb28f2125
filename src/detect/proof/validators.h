// The validators by name; find_validator() is the table. Each is documented
// where it is defined.
#pragma once

#include "detect/proof/validator.h"

namespace privet {

Verdict validate_email(const Match& match, const RecordContext& context);
Verdict validate_spelled_email(const Match& match, const RecordContext& context);
Verdict validate_handle(const Match& match, const RecordContext& context);
Verdict validate_reddit_user(const Match& match, const RecordContext& context);
Verdict validate_discord_tag(const Match& match, const RecordContext& context);
Verdict validate_named_user(const Match& match, const RecordContext& context);
Verdict validate_field_user(const Match& match, const RecordContext& context);
Verdict validate_profile(const Match& match, const RecordContext& context);
Verdict validate_at_profile(const Match& match, const RecordContext& context);
Verdict validate_phone(const Match& match, const RecordContext& context);
Verdict validate_ip4(const Match& match, const RecordContext& context);
Verdict validate_ip6(const Match& match, const RecordContext& context);
Verdict validate_mac(const Match& match, const RecordContext& context);
Verdict validate_card(const Match& match, const RecordContext& context);
Verdict validate_iban(const Match& match, const RecordContext& context);
Verdict validate_us_ssn(const Match& match, const RecordContext& context);
Verdict validate_mrz(const Match& match, const RecordContext& context);
Verdict validate_coordinates(const Match& match, const RecordContext& context);
Verdict validate_degrees(const Match& match, const RecordContext& context);
Verdict validate_coin_address(const Match& match, const RecordContext& context);
Verdict validate_segwit_address(const Match& match, const RecordContext& context);
Verdict validate_ethereum_address(const Match& match, const RecordContext& context);
Verdict validate_solana_address(const Match& match, const RecordContext& context);
Verdict validate_monero_address(const Match& match, const RecordContext& context);
Verdict validate_bic(const Match& match, const RecordContext& context);
Verdict validate_branch_account(const Match& match, const RecordContext& context);
Verdict validate_birth_label(const Match& match, const RecordContext& context);
Verdict validate_born(const Match& match, const RecordContext& context);
Verdict validate_born_after(const Match& match, const RecordContext& context);
Verdict validate_birth_field(const Match& match, const RecordContext& context);
Verdict validate_date(const Match& match, const RecordContext& context);
Verdict validate_time(const Match& match, const RecordContext& context);
Verdict validate_english_street(const Match& match, const RecordContext& context);
Verdict validate_cued_street(const Match& match, const RecordContext& context);
Verdict validate_french_street(const Match& match, const RecordContext& context);
Verdict validate_type_first_street(const Match& match, const RecordContext& context);
Verdict validate_compound_street(const Match& match, const RecordContext& context);
Verdict validate_postcode_street(const Match& match, const RecordContext& context);
Verdict validate_postcode_of_town(const Match& match, const RecordContext& context);
Verdict validate_post_box(const Match& match, const RecordContext& context);
Verdict validate_street_field(const Match& match, const RecordContext& context);
Verdict validate_address_field(const Match& match, const RecordContext& context);
Verdict validate_url(const Match& match, const RecordContext& context);

}  // namespace privet
