// Attributes of Dolma: keys, and spans that its mixer can walk through.
#include "report/dolma.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace privet {
namespace {

// Not in the order of their names.
const std::vector<std::string> kEntities = {"PRIVATE_MESSAGE", "PERSON", "EMAIL_ADDRESS"};
constexpr std::uint16_t kMessage = 0, kPerson = 1, kEmail = 2;

std::string line_of(std::vector<AttributeSpan> spans, const std::optional<AttributeSpan>& whole = {}) {
  std::string out;
  append_attributes("\"a\"", kEntities, spans, whole, out);
  EXPECT_EQ(out.substr(0, 22), R"({"id":"a","attributes")");
  return out.substr(22, out.size() - 23);
}

TEST(Dolma, MakesOneOfSpansThatOverlapAndLeavesTheOthers) {
  const struct {
    const char* name;
    std::vector<AttributeSpan> spans;
    std::string_view any, email, person;
  } cases[] = {
      {"none", {}, "[]", "", ""},
      {"one", {{9, 30, 0.98F, kEmail, true}}, "[[9,30,0.98]]", "[[9,30,0.98]]", ""},
      // The mixer would leave "@example.org" of the longer one.
      {"a name inside an address, which begins with it",
       {{9, 18, 0.7F, kPerson, true}, {9, 30, 0.98F, kEmail, true}},
       "[[9,30,0.98]]",
       "[[9,30,0.98]]",
       "[[9,18,0.7]]"},
      {"partly over each other",
       {{5, 12, 0.5F, kPerson, true}, {0, 8, 1, kEmail, true}},
       "[[0,12,1]]",
       "[[0,8,1]]",
       "[[5,12,0.5]]"},
      {"one behind the end of what was merged",
       {{0, 4, 0.5F, kEmail, true}, {2, 9, 0.6F, kEmail, true}, {8, 10, 0.7F, kEmail, true}},
       "[[0,10,0.7]]",
       "[[0,10,0.7]]",
       ""},
      {"inside a long one, behind another",
       {{0, 9, 0.5F, kEmail, true}, {1, 2, 0.6F, kPerson, true}, {4, 5, 0.7F, kPerson, true}},
       "[[0,9,0.7]]",
       "[[0,9,0.5]]",
       "[[1,2,0.6],[4,5,0.7]]"},
      {"touching",
       {{4, 8, 0.5F, kEmail, true}, {0, 4, 0.6F, kEmail, true}},
       "[[0,4,0.6],[4,8,0.5]]",
       "[[0,4,0.6],[4,8,0.5]]",
       ""},
      {"what redact leaves is in no union",
       {{0, 4, 0.5F, kPerson, false}, {2, 6, 0.6F, kEmail, true}},
       "[[2,6,0.6]]",
       "[[2,6,0.6]]",
       "[[0,4,0.5]]"},
  };
  for (const auto& c : cases) {
    std::string expected = R"(:{"privet__redact__any":)" + std::string(c.any);
    if (!c.email.empty()) expected += R"(,"privet__entity__EMAIL_ADDRESS":)" + std::string(c.email);
    if (!c.person.empty()) expected += R"(,"privet__entity__PERSON":)" + std::string(c.person);
    EXPECT_EQ(line_of(c.spans), expected + "}") << c.name;
    // In whatever order they come.
    EXPECT_EQ(line_of({c.spans.rbegin(), c.spans.rend()}), expected + "}") << c.name;
  }
}

TEST(Dolma, SaysThatADocumentIsAPrivateMessageAsAWhole) {
  EXPECT_EQ(line_of({}, AttributeSpan{0, 17, 0.974F, kMessage}),
            R"(:{"privet__redact__any":[],"privet__record__PRIVATE_MESSAGE":[[0,17,0.97]]})");
}

TEST(Dolma, LeavesTheIdAsItIs) {
  for (const std::string_view id : {R"("\u0061\/")", "17", "1.0", "null", R"({"k": [1]})"}) {
    std::string out;
    append_attributes(id, kEntities, {}, {}, out);
    EXPECT_EQ(out, "{\"id\":" + std::string(id) + R"(,"attributes":{"privet__redact__any":[]}})");
  }
}

}  // namespace
}  // namespace privet
