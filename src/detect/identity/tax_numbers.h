// Numbers that are one thing at home and another behind a country's prefix: a
// tax number that is a VAT number too, so that two checks need it.
#pragma once

#include <string_view>

namespace privet {

// Spain: DNI, NIE or the K, L, M numbers of those without either; the last
// letter is modulo 23 (Real Decreto 1553/2005, article 11). The DNI's leading
// zero may be left out.
[[nodiscard]] bool is_spanish_nif(std::string_view number);
// Spain: a legal person's NIF, once CIF: a letter for its kind, seven digits,
// a Luhn digit or the letter that stands for it (Orden EHA/451/2008).
[[nodiscard]] bool is_spanish_cif(std::string_view number);
// Italy: partita IVA, seven digits, the issuing office, a Luhn digit (D.P.R.
// 633/1972, article 35; offices 001 to 100, 120, 121, 888, 999).
[[nodiscard]] bool is_italian_vat(std::string_view digits);
// France: SIREN, nine digits with a Luhn digit (Code de commerce R123-221).
[[nodiscard]] bool is_siren(std::string_view digits);
// Portugal: NIF, nine digits, weights 9 to 2 modulo 11, remainders 0 and 1 give
// 0; the first digits say what kind of holder (Decreto-Lei 14/2013).
[[nodiscard]] bool is_portuguese_nif(std::string_view digits);
// The Netherlands: nine digits, weights 9 to 2 and -1, modulo 11 (Regeling
// burgerservicenummer, article 2).
[[nodiscard]] bool is_dutch_bsn(std::string_view digits);
// Ireland: seven digits, a letter modulo 23 and perhaps a second letter that
// counts nine times, A as 1 (Social Welfare Consolidation Act 2005, section 262).
[[nodiscard]] bool is_irish_pps(std::string_view number);

}  // namespace privet
