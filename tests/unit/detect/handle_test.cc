// Mentions, and the many things in programs that begin with `@`.
#include "detect/proof/validators.h"

#include <gtest/gtest.h>

#include "detect/contact/handle_words.h"
#include "unit/detect/rule_harness.h"

namespace privet {
namespace {

void expect_marked(const char* text) {
  static const RuleHarness shared("contact/handle.toml");
  EXPECT_EQ(shared.marked(text), text);
  EXPECT_EQ(shared.marked(text, true), text) << "reference path";
}

const char* const kMentions[] = {
    // In a sentence.
    "[[@jo_doe]]",
    "thanks [[@jo_doe]]!",
    "[[@jo_doe]], [[@ann_ex]] and [[@bob_ex]]: lunch?",
    "with [[@jo_doe]] & [[@ann_ex]] + [[@bob_ex]]",
    "my [[@jo_doe]] mug; our [[@ann_ex]] tickets in [[@bob_ex]]",
    "[[@jo_doe]]'s new song, by [[@ann_ex]]...",
    "[[@jo_doe]] where are you? {shrugs}",
    "[[@jo_doe]] =) <3 [[@ann_ex]] < 3",
    "[[@2good4jo]] [[@5doves]]",
    "see [[@jo.doe.ex]]. Then",
    "thanks [[@jo-doe-ex]], merged",
    // Beside signs.
    "([[@jo_doe]]) \"[[@jo_doe]]\" “[[@jo_doe]]: hi” *[[@jo_doe]]* | [[@jo_doe]] |",
    ".[[@jo_doe]] yes",
    "w/[[@jo_doe]] cc/[[@ann_ex]]",
    "RT [[@jo_doe]]:great",
    // Chat logs, with the sign of an operator.
    "[12:01] <[[@skipper]]> hi all",
    "[12:01] <jo> [[@ann_ex]]: try { } and run();",
    // Other scripts, without a space.
    "感谢[[@jo_doe]]的分享",
    "תודה ל-[[@jo_doe]] על",
    // Elsewhere.
    "find me as [[@jo@social.example.org]]",
    "admin is [[@jo:matrix.example.org]]",
    "[[@jo.bsky.social]]",
    // Named.
    "[[u/jo_doe]]: I agree",
    "my username is [[jodoe]]",
    "Benutzername: [[jo_doe]]",
    "discord: [[jo_ex#0042]]",
};

const char* const kPrograms[] = {
    // Annotations and decorators.
    "@Override\npublic void run() {}",
    "    @cached_view\n    def total(self):",
    "@cached_view\n@app.route(\"/x\")\nasync def total(self):",
    "@pytest.mark.slow\n@lru_cache(maxsize=None)",
    "@Injectable({ providedIn: 'root' })",
    "@Autowired private Thing thing;",
    // At-rules and variables of style sheets.
    "@media print { }",
    "@primary: #036; .a { color: @primary; }",
    "  @include rounded;",
    // Perl, Ruby, SQL.
    "my ($self, @rest) = @_;",
    "push @things, $one; print @things;",
    "foreach my $x (@things) { }",
    "return join(', ', @parts);",
    "SELECT @rows, @cols FROM t",
    // Comments and documentation.
    "/**\n * @handle_ex what to free\n */",
    "// @overall docs",
    "=item @things",
    "C<@things> holds them",
    // Shells, make, cron, configuration.
    "all:\n\t@install -d out",
    "@echo off\r\n@set A=1",
    "@reboot /usr/bin/job",
    "cfg = @PREFIX@/bin",
    // Packages and versions.
    "npm install @scope/pkg",
    "go get example.com/pkg/...@v1.2.0",
    "pkg@latest",
    // Hosts, amounts, groups.
    "postmaster for @example.com",
    "thin:@dbhost:1521:orcl",
    "nick!*@host-ex-1",
    "video @60fps, doors @7pm, @1080p",
    "@everyone hello",
    "mail jo@example.com",
    // Prose with a name's label.
    "my old username is still running",
    "username: required",
    "https://example.com/u/name",
    "discord issue#1234",
};

TEST(Handle, finds_mentions) {
  for (const char* text : kMentions) expect_marked(text);
}

TEST(Handle, ignores_programs) {
  for (const char* text : kPrograms) expect_marked(text);
}

TEST(Handle, keys_that_begin_with_the_sign_are_attributes) {
  const auto accepted = [](std::string_view text, bool key) {
    const Span<ViewSpace> all{0, static_cast<std::uint32_t>(text.size())};
    return validate_handle({Bytes<ViewSpace>(text), all, {}, key}, {}).accepted;
  };
  EXPECT_FALSE(accepted("@odata", true));
  EXPECT_TRUE(accepted("@odata", false));
  EXPECT_TRUE(accepted("@jo_doe", true));
}

TEST(Handle, words_of_programs_in_any_case) {
  for (const char* word : {"Override", "PARAM", "everyone", "font-face"}) EXPECT_TRUE(is_no_handle(word)) << word;
  for (const char* word : {"", "jo_doe", "overrides", "a_name_that_is_longer_than_any_word_of_the_list"})
    EXPECT_FALSE(is_no_handle(word)) << word;
}

}  // namespace
}  // namespace privet
