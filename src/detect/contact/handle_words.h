// Words behind an `@` that are no person's handle, and words around one that
// tell a program.
#pragma once

#include <string_view>

namespace privet {

// Annotations, at-rules, directives, doc tags, macros, groups: "Override",
// "media", "param", "everyone". ASCII letters in either case.
[[nodiscard]] bool is_no_handle(std::string_view name);

// What follows an annotation in a program.
inline constexpr std::string_view kCodeWords =
    "def class public private protected static void async function import export const var abstract int string boolean "
    "bool "
    "long double float char interface enum struct func fun final override internal extern virtual sealed synchronized "
    "native "
    "lateinit";

// What stands before a variable and is no word of a sentence: SQL, Perl.
inline constexpr std::string_view kVariableWords =
    "declare exec execute push unshift splice puts foreach scalar wantarray qw elsif";

// What stands before a variable and is an English word too.
inline constexpr std::string_view kProseWords =
    "set select into print my our local pop shift join map grep sort where and or if unless while until for values "
    "return in "
    "like between output keys each delete exists defined reverse undef use vars die warn not qw from update insert "
    "call";

}  // namespace privet
