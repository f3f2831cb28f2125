// Hardware addresses in text. Addresses are those of documentation (RFC 9542)
// or made up with the locally administered bit set.
#include <gtest/gtest.h>

#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("network/mac.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // As it is written.
    {"colons, dashes, dots", "[[00:00:5e:00:53:01]] [[00-00-5E-00-53-AF]] [[0000.5e00.53af]]"},
    {"ends", "([[00:00:5e:00:53:01]]), \"[[00:00:5e:00:53:02]]\", <[[00:00:5e:00:53:03]]>. [[00:00:5e:00:53:04]];"},
    {"labels",
     "ether [[02:00:5e:10:00:01]] HWaddr [[02:00:5e:10:00:02]] mac=[[02:00:5e:10:00:03]],MAC:[[02:00:5e:10:00:04]]"},
    {"other scripts touch it", "端末[[00:00:5e:00:53:6d]]が"},
    {"nobody's", "[[ff:ff:ff:ff:ff:ff]] [[00:00:00:00:00:00]]"},
    {"eight groups, with a cue", "EUI-64 [[02:00:5e:ff:fe:00:53:01]]"},
    {"eight groups, without", "key 02:00:5e:ff:fe:00:53:01"},
    {"decimal digits alone, with a cue", "bssid [[22:33:44:55:66:77]]"},
    {"decimal digits alone, without", "10:20:30:40:50:60 12-31-20-10-15-30"},
    {"in the name of a host", "x1-6-[[00-00-5e-00-53-af]].cable.example.net"},
    {"both in the head of a frame", "OUT= MAC=[[00:00:5e:00:53:01]]:[[02:00:5e:10:00:02]]:08:00 SRC=192.0.2.1"},
    {"a frame of IPv6", "MAC=[[00:00:5e:00:53:01]]:[[02:00:5e:10:00:02]]:86:dd SRC=2001:db8::1"},
    // Part of something else.
    {"fourteen groups of another kind", "00:00:5e:00:53:01:02:00:5e:10:00:02:08:01"},
    {"fingerprints",
     "SHA1 00:00:5E:00:53:11:22:33:44:55:66:77:88:99:AA:BB:CC:DD:EE:FF MD5 "
     "16:27:ac:a5:76:28:2d:36:63:1b:56:4d:eb:df:a6:48"},
    {"five and seven groups", "00:00:5e:00:53 and 00:00:5e:00:53:01:02"},
    {"mixed separators", "00:00:5e-00:53:01 and 0000.5e00-53af"},
    {"UUIDs", "6f9619ff-8b86-d011-b42d-00005e005311 123e4567-e89b-12d3-a456-426614174000"},
    {"hashes", "00005e005301aabbccddeeff00112233 sha256:00005e0053010000"},
    {"words and more digits at the ends", "x00:00:5e:00:53:01 00:00:5e:00:53:01f 00:00:5e:00:53:01_"},
    {"dates and times", "04-11-29-19:50:15 2024-03-05T10:11:12 01:02:03:04 12-34-56-78-90-12"},
    {"notes", "tuned E2-A2-D3-G3-B3-E4"},
    {"quads of digits", "1234.5678.9012"},
    {"IPv6", "2001:db8:aa:bb:cc:dd:ee:ff"},
    {"letters beyond f", "AB-CD-EF-GH-IJ-KL"},
};

TEST(Mac, IsFoundWhereItStands) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(Mac, ReservedIsWhatNoDeviceHas) {
  for (const char* reserved : {"00:00:5e:00:53:01", "00-00-5E-00-53-FF", "0000.5e00.5301", "ff:ff:ff:ff:ff:ff",
                               "01:00:5e:90:10:01", "00:00:00:00:00:00"}) {
    EXPECT_TRUE(harness().all_reserved(reserved)) << reserved;
  }
  EXPECT_FALSE(harness().all_reserved("02:00:5e:00:53:01"));
}

TEST(Mac, SpellingsOfOneAddressAreEqual) {
  EXPECT_EQ(normal_form("MAC_ADDRESS", "00:00:5e:00:53:af"), normal_form("MAC_ADDRESS", "0000.5E00.53AF"));
}

}  // namespace
}  // namespace privet
