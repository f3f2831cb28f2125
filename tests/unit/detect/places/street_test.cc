// Street addresses in text: alone with a postcode or a state behind them, else by a cue.
// Streets are invented, or of offices and sights.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("places/street.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // The US.
    {"state and ZIP", "at [[123 Main Street]], Springfield, IL 62704, or [[123 Main St]], Springfield IL 62704-1234."},
    {"lines", "Jo Doe\n[[123 Main St\nApt 4B]]\nSpringfield, IL 62704\nUSA"},
    {"HTML lines", "<p>[[123 Main St]].<br>Springfield, IL 62704</p>"},
    {"units",
     "[[123 Main St Apt 4B]], Springfield, IL 62704; [[9 Elm Rd., Suite 200]], Austin, TX 78701; [[9 Elm Rd #5]], "
     "Austin, TX 78701"},
    {"words right behind", "[[45 N. Main St]] Springfield IL 62704; he lives at [[12 Elm Ct]] now"},
    {"directions", "[[1600 Example Avenue NW]], Washington, DC 20500, [[45 N. 10th St]]., Boise, ID 83702"},
    {"capitals", "[[123 MAIN ST]], SPRINGFIELD, IL 62704"},
    {"a state's name",
     "[[123 Main Street]], Springfield, Illinois 62704, [[5 Example Lane]], New York, New York 10001"},
    {"state alone", "[[123 Main Street]], Springfield, IL"},
    {"no type", "[[123 Broadway]], New York, NY 10006; [[350 Example Plaza West, Suite 12]], New York, NY 10001"},
    {"a type in the name of the city", "[[45 Elm St]] Oak Park, IL 60301; [[45 Avenue Road]], Oak Park, IL 60301"},
    {"a cue", "lives at [[123 Main Street]], ship to: [[99 north example road]]; his address is [[12 Elm Ct, Unit 5]]"},
    {"a phrase that only an address follows",
     "She lives at [[123 Broadway]]. Home address: [[12 The Green]], mailing address is [[5 Crystal Prairie]]"},
    // Elsewhere in English.
    {"UK", "[[10 Example Street]], London SW1A 2AA, [[Flat 2, 12 Example Road]], Headingley, Leeds LS6 1AB"},
    {"Canada and Australia", "[[12 Example Avenue]], Ottawa, ON K1A 0B1; [[5/12 Example Street]], Sydney NSW 2000"},
    // German, Dutch, Nordic.
    {"German",
     "[[Musterstraße 12]], 12345 Musterstadt; [[Musterstr. 5a]], 80331 München; [[Lange Gasse 3/2/5]], 1080 Wien"},
    {"in a sentence", "Sie wohnt in der [[Musterstraße 12]] und er in der Musterstraße."},
    {"prefixes", "[[Am Alten Markt 3]], 12345 Musterstadt; [[Unter den Linden 5]], 10117 Berlin"},
    {"the country", "[[Bahnhofstrasse 1]], CH-8001 Zürich, [[Hauptplatz 2]], A-8010 Graz"},
    {"floors", "[[Musterstraße 12, 2. OG]], 12345 Musterstadt"},
    {"Dutch", "[[Dorpsstraat 12]], 1234 AB Ede; [[Korte Voorbeeldgracht 12-2]], 1012 AB Amsterdam"},
    {"Swedish", "[[Storgatan 5]], 123 45 Exempelstad"},
    // French.
    {"French", "[[12 bis rue de la Paix]], 75002 Paris, [[5, avenue du Général-Exemple]], 69001 Lyon"},
    {"French by a cue", "demeurant [[12 rue de l'Exemple]] à Lyon"},
    // The type first.
    {"Spanish",
     "[[Calle Mayor 12, 2º B]], 28013 Madrid; vive en [[C/ de la Rosa, 5]]; [[Avenida Ejemplo nº 7]], 28001 Madrid"},
    {"Latin America", "domicilio: [[Calle 72 # 10-34]], dirección [[Carrera 7 No. 71-21]]"},
    {"the city before the code",
     "[[Calle Ejemplo 19]], Alicante, 03001; [[Via Morucci 17]], 36028, Rossano Veneto (VI)"},
    {"Italian", "[[Via Roma 12]], 00184 Roma; abita in [[via Giuseppe Verdi, 5]]"},
    {"Portuguese",
     "[[Rua Augusta, 123]], Consolação, São Paulo - SP, 01305-000; [[Rua de São Bento 12]], 1200-109 Lisboa"},
    {"Polish", "[[ul. Długa 5 m. 12]], 00-238 Warszawa; zamieszkały [[ul. Jana Pawła II 5]]"},
    {"Russian", "г. Москва, [[ул. Ленина, д. 5, кв. 12]]; адрес: [[улица Мира, 5]]"},
    // Boxes.
    {"boxes",
     "[[P.O. Box 123]], Springfield, IL 62704; [[Postfach 12 34]], 12345 Musterstadt; write to [[PO Box 4711]]"},
    // No address.
    {"streets without numbers",
     "address: Wall Street, 5th Avenue, 42nd Street, Via Roma, Musterstraße, rue de la Paix"},
    {"no cue",
     "123 Main Street, Musterstraße 12, 12 rue de la Paix, Via Roma 12, Calle Mayor 12, ul. Długa 5, PO Box 12"},
    {"counted streets",
     "address this 2 way street, a 4 lane road, the 3 mile drive, a 10 minute drive at this address"},
    {"names", "the address of the 12 Street Fighters; address 3 St. Louis teams"},
    {"years", "In 1985 Wall Street crashed; by 2001 Main Street's address"},
    {"numbers", "address v2.12 Main Street, $12 Main Street, +12 Main Street, 3.5 Main Street, 123456 Main Street"},
    {"German words", "Anschrift auf Platz 3; Adresse: während 1985, string 12, Startplatz 12.5, Musterweg 5 km"},
    {"French words", "adresse : les 12 rues, 2 place"},
    {"Italian and English via", "address: sent via Amazon, via HTTP 2.0; indirizzo via email 3"},
    {"cities alone", "New York, NY 10006; 12345 Musterstadt; London SW1A 2AA"},
    {"phrases without an address", "lives at 5 PM, lives at 12 in the morning; mailing address: 192.0.2.1"},
    {"code", "address = 0x12; int street = 5; address 12 streetlights; Seite 3, 12345 Treffer"},
    {"doctors", "address at 10 Dr. Example spoke"},
};

TEST(Street, IsFoundWhereItsStructureOrACueTells) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(Street, TheFormTellsTheCountry) {
  const struct {
    const char* text;
    const char* region;
  } cases[] = {
      {"123 Main Street, Springfield, IL 62704", "US"},
      {"10 Example Street, London SW1A 2AA", "GB"},
      {"12 Example Avenue, Ottawa, ON K1A 0B1", "CA"},
      {"5 Example Street, Sydney NSW 2000", "AU"},
      {"Musterstraße 12, 12345 Musterstadt", "DE"},
      {"Bahnhofstrasse 1, CH-8001 Zürich", "CH"},
      {"Dorpsstraat 12, 1234 AB Ede", "NL"},
      {"12 rue de la Paix, 75002 Paris", "FR"},
      {"Via Roma 12, 00184 Roma", "IT"},
      {"ul. Długa 5, 00-238 Warszawa", "PL"},
      {"Rua de São Bento 12, 1200-109 Lisboa", "PT"},
  };
  for (const auto& c : cases) {
    const std::vector<RuleHarness::Find> found = harness().find(c.text);
    ASSERT_FALSE(found.empty()) << c.text;
    EXPECT_EQ(std::string_view(found[0].candidate.region.data(), 2), c.region) << c.text;
  }
  EXPECT_EQ(harness().find("address 123 Main Street")[0].candidate.region[0], 0);
}

}  // namespace
}  // namespace privet
