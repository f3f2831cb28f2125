// Hints: what a record says of place, time and consent, in closed values.
#include "detect/messages/hints.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "detect/messages/hint_days.h"
#include "detect/messages/hint_values.h"
#include "rule/policy.h"
#include "support/record_builder.h"

namespace privet {
namespace {

std::string shown(const std::vector<Hint>& hints) {
  std::string out;
  for (const Hint& hint : hints)
    out.append(out.empty() ? "" : ", ").append(kind_name(hint.kind)).append(" ").append(hint.value);
  return out;
}

std::string hints_in(const std::string& json) {
  const TestRecord built = json_record(json);
  return shown(find_hints(built.record(), {}));
}

struct Case {
  std::string_view text;
  std::string_view value;
};

TEST(Hints, RegionsAreCodes) {
  for (const auto& [text, value] : {Case{"CH", "CH"},
                                    {" ch ", "CH"},
                                    {"CHE", "CH"},
                                    {"UK", "GB"},
                                    {"Schweiz", "CH"},
                                    {"US-CA", "US"},
                                    {"eu", "EU"},
                                    {"European Union", "EU"},
                                    // North America, or "not available".
                                    {"NA", ""},
                                    {"EMEA", ""},
                                    {"eu-west-1", ""},
                                    {"Ida Lind", ""},
                                    {"", ""}})
    EXPECT_EQ(region_value(text), value) << text;
}

TEST(Hints, HostsHaveTheCountryOfTheirDomain) {
  for (const auto& [host, value] :
       {Case{"shop.example.ch", "CH"}, {"example.co.uk", "GB"}, {"example.com", ""}, {"example.io", ""}, {"", ""}})
    EXPECT_EQ(host_region(host), value) << host;
}

TEST(Hints, LocalesAreLanguagesWithACountryOrScript) {
  for (const auto& [text, value] : {Case{"de", "de"},
                                    {"de_ch.UTF-8", "de-CH"},
                                    {"de-CH,de;q=0.9", "de-CH"},
                                    {"ZH-hant-tw", "zh-Hant-TW"},
                                    {"en-XX", ""},
                                    {"english", ""},
                                    {"de-CH-1996-x", ""},
                                    {"ida", ""},
                                    {"", ""}})
    EXPECT_EQ(locale_value(text), value) << text;
}

TEST(Hints, TimeZonesAreNamesOrOffsets) {
  for (const auto& [text, value] : {Case{"Europe/Zurich", "Europe/Zurich"},
                                    {"US/Pacific", "US/Pacific"},
                                    {"GMT", "UTC"},
                                    {"+2", "UTC+02:00"},
                                    {"UTC-0330", "UTC-03:30"},
                                    {"GMT+5:45", "UTC+05:45"},
                                    {"+99:00", ""},
                                    {"Ida/Lind", ""},
                                    {"", ""}})
    EXPECT_EQ(time_zone_value(text), value) << text;
  EXPECT_EQ(time_zone_region("Europe/Zurich"), "CH");
  EXPECT_EQ(time_zone_region("UTC"), "");
}

TEST(Hints, DaysHaveAnOrderThatIsKnown) {
  for (const auto& [text, value] : {Case{"2024-03-11", "2024-03-11"},
                                    {"2024-03-11T08:14:52.000Z", "2024-03-11"},
                                    {"2024/03/11 08:14", "2024-03-11"},
                                    {"20240311", "2024-03-11"},
                                    {"Mon, 11 Mar 2024 08:14:52 +0000", "2024-03-11"},
                                    {"March 11, 2024 at 8:14 AM", "2024-03-11"},
                                    // Of numbers, the length tells the unit.
                                    {"1710144892", "2024-03-11"},
                                    {"1710144892.000200", "2024-03-11"},
                                    {"1710144892000", "2024-03-11"},
                                    {"1710144892000000000", "2024-03-11"},
                                    {"1709164800", "2024-02-29"},
                                    // Apple counts from 2001.
                                    {"731865600", ""},
                                    {"731865600000000000", ""},
                                    // The 11th of March, or the 3rd of November.
                                    {"11/03/2024", ""},
                                    {"2023-02-29", ""},
                                    {"1876-03-11", ""},
                                    {"+44 7700 900123", ""},
                                    {"", ""}})
    EXPECT_EQ(day_value(text), value) << text;
}

TEST(Hints, LinesBeginWithADayOrNameIt) {
  for (const auto& [line, value] : {Case{"[2024-03-11 08:14:52] Ida: yes", "2024-03-11"},
                                    {"2024-03-11 08:14 Ida: yes", "2024-03-11"},
                                    {"Date: Mon, 11 Mar 2024 08:14:52 +0000", "2024-03-11"},
                                    {"Sent: Monday, March 11, 2024 8:14 AM", "2024-03-11"},
                                    {"20240311 pieces: 5", ""},
                                    // Of birth, perhaps.
                                    {"2024-03-11", ""},
                                    {"2024-03-11T00:00:00Z", ""},
                                    {"see you on 2024-03-11", ""},
                                    {"[03/11/2024, 08:14:52] Ida: yes", ""},
                                    {"[", ""},
                                    {"", ""}})
    EXPECT_EQ(day_of_line(line), value) << line;
}

TEST(Hints, ConsentHasThreeWords) {
  for (const auto& [text, value] : {Case{"true", "true"},
                                    {"1", "true"},
                                    {"Granted", "true"},
                                    {"withdrawn", "false"},
                                    {"opt_out", "false"},
                                    {"pending", "pending"},
                                    {"Ida Lind", ""},
                                    {"", ""}})
    EXPECT_EQ(consent_value(text), value) << text;
  for (const auto& [text, value] :
       {Case{"true", "true"}, {"opted_out", "true"}, {"opted_in", "false"}, {"0", "false"}, {"granted", ""}})
    EXPECT_EQ(opt_out_value(text), value) << text;
}

TEST(Hints, VisibilityIsOfThePolicysWords) {
  for (const std::string_view word : kVisibilityWords) EXPECT_EQ(visibility_value(word), word);
  for (const std::string_view word : kIncomingWords) EXPECT_EQ(incoming_value(word), word);
  for (const std::string_view word : kConsentWords) EXPECT_EQ(consent_value(word), word);
  EXPECT_EQ(visibility_value("Friends of friends"), "friends_of_friends");
  EXPECT_EQ(visibility_value("ONLY-ME"), "only_me");
  EXPECT_EQ(visibility_value("for Ida"), "");
}

TEST(Hints, AFieldsNameSaysWhatItIs) {
  const struct {
    const char* json;
    const char* hints;
  } cases[] = {
      {R"({"country":"CH","text":"DE"})", "region CH"},
      {R"({"sender":{"countryCode":"ch"}})", "region CH"},
      {R"({"lang":"de","locale":"de_CH"})", "region CH, locale de-CH, language de"},
      {R"({"tz":"Europe/Zurich"})", "region CH, time_zone Europe/Zurich"},
      {R"({"ts":"1710144892.1","messages":[{"date":"2023-05-02"},{"date":"2024-05-02"}]})",
       "date_first 2023-05-02, date_last 2024-05-02"},
      {R"({"createdAt":1710144892000})", "date_first 2024-03-11, date_last 2024-03-11"},
      {R"({"birthday":"1990-05-02","date_of_birth":"1990-05-02"})", ""},
      {R"({"consent":"yes","do_not_train":0})", "consent true, opt_out false"},
      {R"({"marketing_consent":"yes","consent_required":"yes","opt_in":"yes"})", ""},
      {R"({"allowIncoming":"following","visibility":"PUBLIC"})", "allow_incoming following, visibility public"},
      {R"({"is_public":0})", "visibility private"},
      {R"({"is_private":"yes"})", "visibility private"},
      {R"({"is_private":"false"})", ""},  // a direct message may say so too
      {R"({"locale":"en-US","consent":"unknown"})", "locale en-US"},
      {R"({"is_private":null,"consent":null,"country":null})", ""},
      {R"({"country":"Ida Lind","locale":"Ida","tz":"Ida","date":"Ida","visibility":"Ida","consent":"Ida"})", ""},
      {R"({"text":"[2024-03-11 08:14:52] Ida: yes\n[2024-03-12 08:14:52] Odo: no"})",
       "date_first 2024-03-11, date_last 2024-03-12"},
  };
  for (const auto& c : cases) EXPECT_EQ(hints_in(c.json), c.hints) << c.json;
}

TEST(Hints, TheStrongestRegionStandsFirst) {
  const TestRecord built =
      json_record(R"({"tz":"Asia/Tokyo","locale":"fr-FR","text":"x","country":"US","lang":"de-DE"})");
  const FieldIndex text{5};
  const RegionClue clues[] = {{text, {'I', 'T'}, RegionSource::kDomain}, {text, {'D', 'E'}, RegionSource::kPhone}};
  std::vector<Hint> hints = find_hints(built.record(), clues);
  std::string regions;
  for (const Hint& hint : hints) regions += hint.kind == HintKind::kRegion ? hint.value + " " : "";
  EXPECT_EQ(regions, "US DE IT FR JP ");
  EXPECT_EQ(strongest_region(hints), "US");
  // The place of what is strongest: DE is a locale's, and a number's.
  EXPECT_EQ(hints[1].field, text);
  EXPECT_EQ(strongest_region({}), "");
}

TEST(Hints, OfManyAReportShowsSomeOfEachKind) {
  std::string json = R"({"lang":"de")";
  for (const char* code : {"AT", "BE", "CH", "DE", "ES", "FR", "GB", "HU", "IE", "JP",
                           "KR", "LU", "MX", "NL", "PL", "QA", "RO", "SE", "TR", "US"})
    json.append(R"(,")").append(code).append(R"(_country":")").append(code).append("\"");
  const TestRecord built = json_record(json + R"(,"consent":1})");
  const std::vector<Hint> all = find_hints(built.record(), {});
  EXPECT_EQ(all.size(), 22U);
  const std::vector<Hint> some = hints_to_show(all);
  EXPECT_EQ(some.size(), kMostHints);
  EXPECT_EQ(some.front().value, "AT");
  EXPECT_EQ(some[kMostHints - 2].kind, HintKind::kLanguage);
  EXPECT_EQ(some.back().kind, HintKind::kConsent);
}

}  // namespace
}  // namespace privet
