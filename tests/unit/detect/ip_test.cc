// IP addresses in text, and what looks like them. Addresses are those of
// documentation (RFC 5737, RFC 3849) or private, other numbers are invented.
#include <gtest/gtest.h>

#include "detect/network/network.h"
#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

const RuleHarness& harness() {
  static const RuleHarness shared("network/ip.toml");
  return shared;
}

const MarkedCase kCases[] = {
    // IPv4, as it is written.
    {"alone", "[[192.0.2.1]]"},
    {"in brackets and quotes", "([[192.0.2.1]]) [[[192.0.2.2]]] \"[[192.0.2.3]]\" <[[192.0.2.4]]> '[[192.0.2.5]]'"},
    {"at the end of a sentence", "it was [[192.0.2.1]]. Then [[192.0.2.2]], and [[192.0.2.3]]!"},
    {"port, prefix, path", "[[192.0.2.1]]:8080 [[192.0.2.0]]/24 https://[[192.0.2.1]]/a [[192.0.2.1]]:443/x"},
    {"user and password in a link", "ftp://jo:pw@[[192.0.2.1]]:21/"},
    {"assignments", "src=[[192.0.2.1]] dst=[[198.51.100.9]];ip:[[203.0.113.4]]"},
    {"ranges", "[[192.0.2.10]]-[[192.0.2.20]], [[192.0.2.10]]-20, [[192.0.2.10]] - 20"},
    {"columns", "1,[[192.0.2.1]],5\t[[192.0.2.2]]|[[192.0.2.3]]"},
    {"other scripts touch it", "接続元は[[198.51.100.33]]です 아이피 [[203.0.113.101]]으로"},
    {"a Hebrew prefix and a hyphen", "מ-[[203.0.113.12]]"},
    {"a Turkish suffix", "[[198.51.100.7]]'den"},
    {"of a host in Java", "db.example.com/[[192.0.2.9]]:5432, localhost/[[127.0.0.1]], /[[192.0.2.1]]:80"},
    {"of a wiki's anonymous user", "Special:Contributions/[[203.0.113.5]]"},
    {"name of a host that begins with it",
     "jo@[[203.0.113.5]].dyn.example.net, ppp-[[198.51.100.38]].pool.example.org"},
    {"name of a host, of any address",
     "dialup-[[10.120.63.122]].Dial1.example.net, jo@[[10.66.233.220]].cable.example.com.au"},
    {"name of a package", "foo-1.120.33.4.x64.zip, foo-1.120.33.4.tar.gz, 10.66.233.4.in-addr.arpa"},
    {"name of a file that begins with it", "[[203.0.113.5]].log"},
    {"full width", "ip [[１９２．０．２．１]]"},
    {"private, loopback, link-local, any", "[[10.0.0.1]] [[172.16.5.4]] [[192.168.1.1]] [[127.0.0.1]] [[169.254.1.1]]"},
    {"every address, with a port or a cue", "[[0.0.0.0]]:80, bind [[0.0.0.0]]"},
    {"public resolvers", "[[1.1.1.1]] [[8.8.8.8]] [[8.8.4.4]] [[9.9.9.9]] [[4.2.2.2]]"},
    {"not equal, with a mask", "daddr != [[127.0.0.0]]/8 and ip == [[192.0.2.1]]"},
    // Small numbers.
    {"small with a cue", "ping [[1.2.3.4]], ip [[5.6.7.8]], address: [[4.3.2.1]]"},
    {"small with a port, a prefix, a scheme",
     "to [[1.2.3.4]]:8080, [[1.2.3.0]]/24, http://[[1.2.3.4]]/, root from [[1.2.3.4]] port 22"},
    {"small in a list of addresses", "[[192.0.2.53]], [[4.3.2.1]]"},
    {"small without", "then 1.2.3.4 was out"},
    {"10.x without", "then [[10.1.2.3]] was out"},
    // Versions.
    {"by word", "version 192.0.2.1, v1.2.3.4, Version: 10.0.40.2, firmware 7.57.0.1, ver. 3.5.2.10"},
    {"by word in other languages",
     "Version 4.1.2.3, versión 11.2.0.4, versão 5.1.10.2, wersja 4.12.0.7, версия 8.3.24.146, 版本5.1.22.3"},
    {"by product", "Firefox 3.0.0.11, Flash 11.2.202.235, kernel 2.6.32.60, Ubuntu 10.0.4.4 LTS, plugin 10.1.19.4"},
    {"user agents", "Chrome/112.0.34.56 curl/7.88.1.3 Safari/5.1.7.4"},
    {"packages", "libfoo-1.20.33.4.tar.gz, foo_1.2.3.4-1_amd64.deb, vmlinuz-3.16.0.29-generic"},
    {"package revisions", "2.6.32.5-1, 1.3.3.0-7ubuntu4.2, 10.0.1.218+dfsg, 3.0.5.9~rc1, 112.0.34.56-1"},
    {"what packages depend on", "(>= 192.0.2.4), libfoo==1.2.3.4, ~> 5.0.0.1, <= 10.0.0.3, (= 2.8.12.1-6)"},
    {"at an at sign", "pkg@1.2.3.4"},
    {"image tags", "BIND: [[0.0.0.0]]:5432\nTAG: 15.4.2.1"},
    // Headings and sections.
    {"numbered headings", "done.\n\n10.3.1.1. Setting up\n\n3.2.1.1 Network addresses\n\n## 8.3.1.2. The hosts file"},
    {"a heading in running text", "as before. 11.1.3.1. IP-based rules follow"},
    {"sections", "see section 10.3.1.1, § 4.2.1.3, Annex 1.2.3.4, Abschnitt 10.3.2.1, раздел 10.1.2.4, 第10.2.1.4节"},
    {"an address that begins a line", "[[10.0.0.1]] gateway\n[[192.168.0.1]] printer"},
    {"OIDs and more parts", "1.3.6.1.4.1 and 1.2.3.4.5 and 192.0.2.1.7"},
    // Other numbers.
    {"masks", "255.255.255.0 and 255.255.0.0 and 0.0.0.255"},
    {"out of range, leading zeros", "300.1.2.3, 192.0.2.256, 192.000.002.001, 1992.0.2.1, 192.0.2.1000"},
    {"thousands", "2.147.483.647"},
    {"reversed", "1.2.0.192.in-addr.arpa, 44.113.0.203.in-addr.arpa"},
    {"part of a word", "x192.0.2.1, 192.0.2.1x, lib_192.168.1.2_amd64"},
    // IPv6.
    {"forms of RFC 4291",
     "[[2001:db8:0:0:8:800:200c:417a]] [[2001:db8::8:800:200C:417A]] [[ff01::101]] [[::ffff:192.0.2.128]]"},
    {"loopback, unspecified", "[[::1]] or ::"},
    {"in brackets with a port", "[[[2001:db8::1]]]:443, https://[[[2001:db8::1]]]/"},
    {"prefix length", "[[2001:db8::]]/32, [[fd00:1234::]]/48"},
    {"the zone stays outside", "[[fe80::1]]%eth0, [[fe80::5efe:c000:204]]%12"},
    {"labels and ends", "IPv6:[[2001:db8::1]], addr:[[fe80::1]]. It is [[2001:db8::2]]."},
    {"columns and quotes", "1,[[2001:db8::5]],x \"[[2001:db8::6]]\""},
    {"short, with a cue", "ping6 [[::2]], ip [[a::b1]]"},
    {"scopes", "std::string ACE::add a::b std::a::b dead::beef Foo::~Foo ::new abc::def::fed std::f32::MAX"},
    {"times and ratios", "10:20:30, 12:34:56:07, 1:02:33, 16:9, 1:2:4:8:16:32:64:128, 2004:13:33:34, 00:00:05:12"},
    {"hardware addresses and fingerprints", "00:00:5e:00:53:01 00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff"},
    {"too many groups", "1:2:3:4:5:6:7:8:9 and 2001:db8::1::2 and 12345::1"},
    {"bus and disk addresses", "0000:00:1f.2 4:0:0:0 PCI:0:2:0"},
    {"lines of passwd and shadow", "root:x:0:0:root:/root x:15401:0:99999:7:::"},
};

TEST(Ip, IsFoundWhereItStands) {
  for (const MarkedCase& c : kCases) {
    EXPECT_EQ(harness().marked(c.text), c.text) << c.name;
    EXPECT_EQ(harness().marked(c.text, true), c.text) << c.name << ", on the reference path";
  }
}

TEST(Ip, ReservedIsWhatNobodyOwns) {
  for (const char* reserved :
       {"192.0.2.1", "198.51.100.1", "203.0.113.1", "10.1.2.3", "172.31.0.1", "192.168.0.1", "127.0.0.1", "169.254.0.1",
        "100.64.0.1", "224.0.0.1", "2001:db8::1", "fe80::1", "fd00::1", "::1", "::ffff:10.0.0.1"}) {
    EXPECT_TRUE(harness().all_reserved(reserved)) << reserved;
  }
  for (const char* owned :
       {"192.0.3.1", "172.32.0.1", "11.200.0.1", "100.128.0.1", "2001:db9::1", "2a00::1", "::ffff:192.0.3.1"}) {
    EXPECT_FALSE(harness().all_reserved(owned)) << owned;
  }
}

TEST(Ip, SpellingsOfOneAddressAreEqual) {
  EXPECT_EQ(normal_form("IP_ADDRESS", "2001:DB8::1"), normal_form("IP_ADDRESS", "2001:db8:0:0:0:0:0:1"));
  EXPECT_NE(normal_form("IP_ADDRESS", "2001:db8::1"), normal_form("IP_ADDRESS", "2001:db8::1:0"));
}

TEST(Ip, ParsersRefuseWhatIsNoAddress) {
  for (const char* bad : {"", "1", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4", "1.2.3.4 ", "a.b.c.d", "1..2.3"}) {
    EXPECT_FALSE(parse_ip4(bad)) << bad;
  }
  for (const char* bad : {"", ":", ":::", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "::1::", "12345::", "1::2:", ":1::2",
                          "::1.2.3", "1.2.3.4::"}) {
    EXPECT_FALSE(parse_ip6(bad)) << bad;
  }
}

}  // namespace
}  // namespace privet
