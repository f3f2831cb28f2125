#include "resolve/resolve.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "rule/rule_reader.h"
#include "support/record_builder.h"

namespace privet {
namespace {

Rule make_rule(std::string id, Strength strength) {
  Rule rule;
  rule.id = std::move(id);
  rule.strength = strength;
  return rule;
}

// Every entity of the order with a validated, a shaped and a weak rule, and a
// second validated one.
struct Rules {
  RuleSet set;
  Rules() {
    for (const char* entity : {"ZZ_CUSTOM", "AA_CUSTOM", "PERSON", "USER_HANDLE", "SOCIAL_PROFILE", "MAC_ADDRESS",
                               "IP_ADDRESS", "PHONE_NUMBER", "US_SSN", "CREDIT_CARD", "IBAN_CODE", "EMAIL_ADDRESS"}) {
      const std::string name = entity;
      set.add(make_rule(name + ".z", Strength::kValidated), name);
      set.add(make_rule(name + ".validated", Strength::kValidated), name);
      set.add(make_rule(name + ".shaped", Strength::kShaped), name);
      set.add(make_rule(name + ".weak", Strength::kWeak), name);
    }
  }
  [[nodiscard]] RuleIndex rule(const std::string& id) const {
    const int i = set.find_rule(id);
    EXPECT_GE(i, 0) << id;
    return RuleIndex{static_cast<std::uint16_t>(i)};
  }
};

struct Claim {
  const char* rule;
  Span<ViewSpace> span;
  float score = 0.5F;
};

// The rules that win, in order, over one plain field.
std::vector<std::string> winners(const Rules& rules, const std::vector<Claim>& claims) {
  const TestRecord test = json_record("[\"" + std::string(60, 'x') + "\"]");
  const Record record = test.record();
  std::vector<Candidate> candidates;
  for (const Claim& c : claims) {
    candidates.push_back({.field = FieldIndex{0}, .span = c.span, .score = c.score, .rule = rules.rule(c.rule)});
  }
  Resolver resolver(rules.set);
  std::vector<Finding> out;
  resolver.resolve(
      candidates, record,
      [&](FieldIndex f) {
        return View{Bytes<ViewSpace>(record.text(record.field(f)).text()), {}};
      },
      out);
  std::vector<std::string> ids;
  for (const Finding& f : out) ids.push_back(rules.set.rule(f.rule).id);
  return ids;
}

TEST(Resolve, EntitiesThatClaimTheSameCharactersFollowTheOrderPairByPair) {
  const Rules rules;
  const std::vector<std::string> order = {"EMAIL_ADDRESS", "IBAN_CODE",  "CREDIT_CARD", "US_SSN",
                                          "PHONE_NUMBER",  "IP_ADDRESS", "MAC_ADDRESS", "SOCIAL_PROFILE",
                                          "USER_HANDLE",   "PERSON",     "AA_CUSTOM",   "ZZ_CUSTOM"};
  for (std::size_t a = 0; a < order.size(); ++a) {
    for (std::size_t b = a + 1; b < order.size(); ++b) {
      const std::string first = order[a] + ".shaped";
      const std::string second = order[b] + ".shaped";
      EXPECT_EQ(winners(rules, {{second.c_str(), {3, 9}}, {first.c_str(), {3, 9}}}), std::vector<std::string>{first});
      EXPECT_EQ(winners(rules, {{first.c_str(), {3, 9}}, {second.c_str(), {3, 9}}}), std::vector<std::string>{first});
    }
  }
}

// Of all entities that the built-in rules know, each by one rule, of one strength:
// the same one wins whichever comes first, and no three win from each other in a circle.
TEST(Resolve, BuiltInEntitiesThatClaimTheSameCharactersHaveOneWinner) {
  RuleSet all;
  ASSERT_TRUE(read_builtin_rules(all));
  Rules rules;
  rules.set = {};
  for (const std::string& entity : all.entities()) {
    const auto first = std::find_if(all.rules().begin(), all.rules().end(),
                                    [&](const Rule& rule) { return all.entity(rule.entity) == entity; });
    ASSERT_NE(first, all.rules().end()) << entity;
    Rule rule = *first;
    rule.id = entity;
    rule.strength = Strength::kShaped;
    rules.set.add(std::move(rule), entity);
  }
  const std::vector<std::string>& names = rules.set.entities();
  ASSERT_GT(names.size(), 100U);
  std::vector<std::size_t> wins(names.size());
  for (std::size_t a = 0; a < names.size(); ++a) {
    for (std::size_t b = a + 1; b < names.size(); ++b) {
      const Claim one{names[a].c_str(), {3, 9}}, other{names[b].c_str(), {3, 9}};
      const std::vector<std::string> winner = winners(rules, {one, other});
      ASSERT_EQ(winner.size(), 1U) << names[a] << " and " << names[b];
      ASSERT_EQ(winners(rules, {other, one}), winner) << names[a] << " and " << names[b];
      ++wins[winner[0] == names[a] ? a : b];
    }
  }
  // In an order, the best wins from all others, the next from all but one, ...
  std::sort(wins.begin(), wins.end());
  for (std::size_t i = 0; i < wins.size(); ++i) EXPECT_EQ(wins[i], i);
}

struct Case {
  const char* name;
  std::vector<Claim> claims;
  std::vector<std::string> wins;
};

TEST(Resolve, OneWinnerPerPlace) {
  const Rules rules;
  const Case kCases[] = {
      // Equal spans.
      {"validated beats shaped, whatever the score and the entity",
       {{"EMAIL_ADDRESS.shaped", {0, 9}, 0.9F}, {"PERSON.validated", {0, 9}, 0.1F}},
       {"PERSON.validated"}},
      {"shaped beats weak", {{"EMAIL_ADDRESS.weak", {0, 9}, 0.9F}, {"PERSON.shaped", {0, 9}, 0.1F}}, {"PERSON.shaped"}},
      {"the higher score beats the entity's order",
       {{"EMAIL_ADDRESS.shaped", {0, 9}, 0.4F}, {"PERSON.shaped", {0, 9}, 0.6F}},
       {"PERSON.shaped"}},
      {"the smaller rule id is last", {{"PERSON.z", {0, 9}}, {"PERSON.validated", {0, 9}}}, {"PERSON.validated"}},
      {"the same twice is one", {{"PERSON.z", {0, 9}}, {"PERSON.z", {0, 9}}}, {"PERSON.z"}},
      {"the same entity twice is one", {{"PERSON.weak", {0, 9}}, {"PERSON.z", {0, 9}}}, {"PERSON.z"}},
      // One inside the other.
      {"the longer beats the score",
       {{"CREDIT_CARD.validated", {2, 8}, 0.9F}, {"PERSON.validated", {0, 9}, 0.1F}},
       {"PERSON.validated"}},
      {"at its begin", {{"CREDIT_CARD.validated", {0, 8}}, {"PERSON.validated", {0, 9}}}, {"PERSON.validated"}},
      {"at its end", {{"CREDIT_CARD.validated", {2, 9}}, {"PERSON.validated", {0, 9}}}, {"PERSON.validated"}},
      {"longer and validated beats shorter and shaped",
       {{"EMAIL_ADDRESS.shaped", {2, 8}}, {"PERSON.validated", {0, 9}}},
       {"PERSON.validated"}},
      {"a validated one inside a shaped one leaves both",
       {{"EMAIL_ADDRESS.validated", {2, 8}}, {"PERSON.shaped", {0, 9}}},
       {"PERSON.shaped", "EMAIL_ADDRESS.validated"}},
      {"of one entity the longer stays, even if shaped",
       {{"PHONE_NUMBER.validated", {2, 8}, 0.9F}, {"PHONE_NUMBER.shaped", {0, 9}, 0.1F}},
       {"PHONE_NUMBER.shaped"}},
      {"three deep",
       {{"US_SSN.weak", {3, 5}}, {"PERSON.shaped", {2, 8}}, {"IP_ADDRESS.validated", {0, 9}}},
       {"IP_ADDRESS.validated"}},
      // Neither inside the other.
      {"overlapping ones both stay",
       {{"EMAIL_ADDRESS.validated", {0, 6}}, {"PERSON.weak", {5, 9}}},
       {"EMAIL_ADDRESS.validated", "PERSON.weak"}},
      {"also of one entity", {{"PERSON.z", {0, 6}}, {"PERSON.weak", {5, 9}}}, {"PERSON.z", "PERSON.weak"}},
      {"touching ones both stay",
       {{"EMAIL_ADDRESS.z", {0, 5}}, {"PERSON.weak", {5, 9}}},
       {"EMAIL_ADDRESS.z", "PERSON.weak"}},
      {"inside the union of two, but in neither",
       {{"EMAIL_ADDRESS.z", {0, 6}}, {"PERSON.z", {5, 12}}, {"US_SSN.z", {4, 8}}},
       {"EMAIL_ADDRESS.z", "US_SSN.z", "PERSON.z"}},
      {"an empty one is nothing", {{"EMAIL_ADDRESS.z", {4, 4}}}, {}},
  };
  for (const Case& c : kCases) EXPECT_EQ(winners(rules, c.claims), c.wins) << c.name;
}

TEST(Resolve, TheOrderOfCandidatesDoesNotMatter) {
  const Rules rules;
  std::vector<Claim> claims = {{"EMAIL_ADDRESS.z", {0, 6}},
                               {"PERSON.z", {5, 12}},
                               {"US_SSN.weak", {4, 8}},
                               {"PERSON.weak", {5, 12}},
                               {"IP_ADDRESS.shaped", {5, 20}}};
  const auto expected = winners(rules, claims);
  std::vector<std::size_t> order = {0, 1, 2, 3, 4};
  do {
    std::vector<Claim> shuffled;
    for (const std::size_t i : order) shuffled.push_back(claims[i]);
    ASSERT_EQ(winners(rules, shuffled), expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

// The definition in the header, written down quadratically.
TEST(Resolve, AgreesWithItsDefinitionOnRandomClaims) {
  const Rules rules;
  std::uint32_t seed = 1;
  const auto draw = [&](std::uint32_t n) {
    seed = seed * 1664525 + 1013904223;
    return (seed >> 8) % n;
  };
  for (int round = 0; round < 2000; ++round) {
    std::vector<Claim> claims;
    static const char* const kIds[] = {"PERSON.z", "PERSON.weak",     "US_SSN.shaped",
                                       "US_SSN.z", "IP_ADDRESS.weak", "EMAIL_ADDRESS.shaped"};
    for (std::uint32_t i = draw(9); i > 0; --i) {
      const std::uint32_t begin = draw(12);
      claims.push_back({kIds[draw(6)], {begin, begin + 1 + draw(8)}, 0.1F * static_cast<float>(1 + draw(3))});
    }
    const auto rule = [&](const Claim& c) -> const Rule& { return rules.set.rule(rules.rule(c.rule)); };
    const auto better = [&](const Claim& a, const Claim& b) {  // for spans of which one contains the other
      const auto rank = [&](const Claim& c) {
        return std::make_tuple(static_cast<int>(rule(c).strength), -static_cast<int>(c.span.size()), -c.score,
                               entity_rank(rules.set.entity(rule(c).entity)), rule(c).id);
      };
      return rank(a) < rank(b);
    };
    // Step 1: within an entity. Step 2: between them.
    std::vector<Claim> whole;
    for (std::size_t i = 0; i < claims.size(); ++i) {
      bool dropped = false;
      for (std::size_t j = 0; j < claims.size(); ++j) {
        if (i == j || rule(claims[i]).entity != rule(claims[j]).entity || !claims[j].span.contains(claims[i].span))
          continue;
        if (claims[i].span != claims[j].span)
          dropped = true;
        else
          dropped |= better(claims[j], claims[i]) || (!better(claims[i], claims[j]) && j < i);
      }
      if (!dropped) whole.push_back(claims[i]);
    }
    std::vector<std::string> expected;
    std::sort(whole.begin(), whole.end(), [&](const Claim& a, const Claim& b) {
      if (a.span.begin != b.span.begin) return a.span.begin < b.span.begin;
      return a.span.end > b.span.end;
    });
    for (const Claim& c : whole) {
      if (std::none_of(whole.begin(), whole.end(),
                       [&](const Claim& w) { return w.span.contains(c.span) && better(w, c); })) {
        expected.push_back(c.rule);
      }
    }
    ASSERT_EQ(winners(rules, claims), expected) << "round " << round;
  }
}

// Three coordinate systems.

struct SpanCase {
  const char* name;
  const char* json;   // an array of one string
  const char* value;  // decoded
  const char* raw;    // what must be hidden
  std::uint32_t cp_begin, cp_end;
};

TEST(Resolve, AllSpansNameTheSameCharacters) {
  const Rules rules;
  const SpanCase kCases[] = {
      {"plain", R"(["write jo@x.com now"])", "jo@x.com", "jo@x.com", 6, 14},
      {"escaped at sign", R"(["jo\u0040x.com"])", "jo@x.com", R"(jo\u0040x.com)", 0, 8},
      {"after a two-byte letter", R"(["é jo@x.com"])", "jo@x.com", "jo@x.com", 2, 10},
      {"after a surrogate pair", R"(["\ud83d\ude00jo@x.com"])", "jo@x.com", "jo@x.com", 1, 9},
      {"with four bytes in it", R"(["a 😀@x.com b"])", "😀@x.com", "😀@x.com", 2, 9},
      {"between newlines", R"(["a\njo@x.com\n"])", "jo@x.com", "jo@x.com", 2, 10},
  };
  for (const SpanCase& c : kCases) {
    const TestRecord test = json_record(c.json);
    const Record record = test.record();
    const std::string_view text = record.text(record.fields[0]).text();
    const auto begin = static_cast<std::uint32_t>(text.find(c.value));
    Candidate candidate{.field = FieldIndex{0},
                        .span = {begin, begin + static_cast<std::uint32_t>(std::string_view(c.value).size())},
                        .score = 0.7F,
                        .rule = rules.rule("EMAIL_ADDRESS.z"),
                        .region = {'C', 'H'},
                        .reserved = true};
    Resolver resolver(rules.set);
    std::vector<Finding> out;
    resolver.resolve(
        {&candidate, 1}, record,
        [&](FieldIndex) {
          return View{Bytes<ViewSpace>(text), {}};
        },
        out);
    ASSERT_EQ(out.size(), 1U) << c.name;
    EXPECT_EQ(record.text(record.fields[0]).slice(out[0].bytes), c.value) << c.name;
    EXPECT_EQ(record.raw.slice(out[0].raw), c.raw) << c.name;
    EXPECT_EQ(out[0].cp_begin, c.cp_begin) << c.name;
    EXPECT_EQ(out[0].cp_end, c.cp_end) << c.name;
    EXPECT_EQ(out[0].region, (std::array<char, 2>{'C', 'H'})) << c.name;
    EXPECT_TRUE(out[0].reserved) << c.name;
    EXPECT_EQ(out[0].score, 0.7F) << c.name;
  }
}

TEST(Resolve, SpansOfAFoldedViewLeadBackThroughBothMaps) {
  const Rules rules;
  // "ｊo" is full-width, U+200B stands after it as an escape; the view is "x jo@x.com".
  const TestRecord test = json_record(R"(["x ｊ\u200bo@x.com"])");
  const Record record = test.record();
  Arena arena;
  OffsetMapBuilder builder;
  builder.copied(2);
  builder.replaced(3, 1, EditFlag::kCompatibility);
  builder.replaced(3, 0, EditFlag::kInvisible);
  builder.copied(7);
  const View view{Bytes<ViewSpace>("x jo@x.com"), builder.finish<FieldSpace, ViewSpace>(0, arena)};
  Candidate candidate{.field = FieldIndex{0}, .span = {2, 10}, .rule = rules.rule("EMAIL_ADDRESS.z")};
  Resolver resolver(rules.set);
  std::vector<Finding> out;
  resolver.resolve(
      {&candidate, 1}, record, [&](FieldIndex) { return view; }, out);
  ASSERT_EQ(out.size(), 1U);
  EXPECT_EQ(record.raw.slice(out[0].raw), R"(ｊ\u200bo@x.com)");
  EXPECT_EQ(out[0].bytes, (Span<FieldSpace>{2, 15}));
  EXPECT_EQ(out[0].cp_begin, 2U);
  EXPECT_EQ(out[0].cp_end, 11U);
  EXPECT_EQ(out[0].view, candidate.span);
}

TEST(Resolve, FindingsComeByFieldThenPlace) {
  const Rules rules;
  const TestRecord test = json_record(R"(["aaaaaaaa", "bbbbbbbb", "cccccccc"])");
  const Record record = test.record();
  const RuleIndex rule = rules.rule("PERSON.z");
  std::vector<Candidate> candidates = {{.field = FieldIndex{2}, .span = {0, 2}, .rule = rule},
                                       {.field = FieldIndex{0}, .span = {5, 7}, .rule = rule},
                                       {.field = FieldIndex{0}, .span = {1, 3}, .rule = rule},
                                       {.field = FieldIndex{1}, .span = {1, 3}, .rule = rule}};
  Resolver resolver(rules.set);
  std::vector<Finding> out;
  std::vector<std::size_t> asked;
  resolver.resolve(
      candidates, record,
      [&](FieldIndex f) {
        asked.push_back(index(f));
        return View{Bytes<ViewSpace>(record.text(record.field(f)).text()), {}};
      },
      out);
  ASSERT_EQ(out.size(), 4U);
  EXPECT_EQ(record.raw.slice(out[0].raw), "aa");
  EXPECT_EQ(out[0].bytes.begin, 1U);
  EXPECT_EQ(out[1].bytes.begin, 5U);
  EXPECT_EQ(record.raw.slice(out[2].raw), "bb");
  EXPECT_EQ(record.raw.slice(out[3].raw), "cc");
  EXPECT_EQ(asked, (std::vector<std::size_t>{0, 1, 2}));
}

TEST(Resolve, AHundredThousandFindingsInOneFieldAreCountedOnce) {
  const Rules rules;
  const std::size_t n = 100000;
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += "é ";
  const TestRecord test = json_record("[\"" + text + "\"]");
  const Record record = test.record();
  std::vector<Candidate> candidates;
  for (std::uint32_t i = 0; i < n; ++i) {
    candidates.push_back({.field = FieldIndex{0}, .span = {3 * i, 3 * i + 2}, .rule = rules.rule("PERSON.z")});
  }
  Resolver resolver(rules.set);
  std::vector<Finding> out;
  const auto start = std::chrono::steady_clock::now();
  resolver.resolve(
      candidates, record,
      [&](FieldIndex) {
        return View{Bytes<ViewSpace>(text), {}};
      },
      out);
  ASSERT_EQ(out.size(), n);
  EXPECT_EQ(out.back().cp_begin, 2 * (n - 1));
  // Quadratic counting would read 15 GB.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(2));
}

}  // namespace
}  // namespace privet
