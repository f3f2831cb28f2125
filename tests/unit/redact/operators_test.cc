#include "redact/operators.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

TEST(Operators, NamesLeadToActionsAndBack) {
  for (const char* name : {"keep", "replace", "number", "redact", "mask", "hash"}) {
    ASSERT_TRUE(find_action(name).has_value()) << name;
    EXPECT_EQ(action_name(*find_action(name)), name);
  }
  EXPECT_EQ(find_action("surrogate"), std::nullopt);
  EXPECT_EQ(find_action("Replace"), std::nullopt);
  EXPECT_EQ(find_action(""), std::nullopt);
  EXPECT_EQ(find_keys_mode("redact"), KeysMode::kRedact);
  EXPECT_EQ(find_keys_mode("report"), KeysMode::kReport);
  EXPECT_EQ(find_keys_mode("skip"), KeysMode::kSkip);
  EXPECT_EQ(find_keys_mode("keep"), std::nullopt);
}

struct Case {
  const char* name;
  FieldKind kind;
  bool reserved;
  const char* entity;
  Action expected;
  bool keep_reserved = false;
  bool keep_reserved_ip = true;
  KeysMode keys = KeysMode::kRedact;
};

TEST(Operators, ThePlanDecidesByEntityKindAndReservation) {
  const FieldKind s = FieldKind::kString;
  const FieldKind k = FieldKind::kKey;
  const Case kCases[] = {
      {"by entity", s, false, "PERSON", Action::kMask},
      {"in keys", k, false, "PERSON", Action::kMask},
      {"in numbers", FieldKind::kNumber, false, "PERSON", Action::kMask},
      {"keys are only reported", k, false, "PERSON", Action::kKeep, false, true, KeysMode::kReport},
      {"which is not about values", s, false, "PERSON", Action::kMask, false, true, KeysMode::kReport},
      {"reserved values go like others", s, true, "PHONE_NUMBER", Action::kMask},
      {"unless they are to be kept", s, true, "PHONE_NUMBER", Action::kKeep, true},
      {"which is not about others", s, false, "PERSON", Action::kMask, true},
      {"reserved addresses of hosts stay", s, true, "IP_ADDRESS", Action::kKeep},
      {"names of nobody stay", s, true, "PERSON", Action::kKeep},
      {"other addresses of hosts do not", s, false, "IP_ADDRESS", Action::kMask},
      {"unless it is asked for", s, true, "IP_ADDRESS", Action::kMask, false, false},
  };
  for (const Case& c : kCases) {
    RedactPlan plan;
    plan.by_entity = {Action::kHash, Action::kMask};
    plan.keep_reserved = c.keep_reserved;
    plan.keep_reserved_ip = c.keep_reserved_ip;
    plan.keys = c.keys;
    Finding f;
    f.entity = EntityIndex{1};
    f.reserved = c.reserved;
    EXPECT_EQ(action_for(f, c.kind, c.entity, plan), c.expected) << c.name;
  }
  EXPECT_EQ(action_for(Finding{}, s, "PERSON", RedactPlan{}), Action::kReplace) << "by default";
}

}  // namespace
}  // namespace privet
