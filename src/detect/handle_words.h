// Words behind an `@` that are no person's handle: annotations, at-rules,
// directives, macros, groups. Lower case, split by use.
#pragma once

#include <string_view>

namespace privet {

inline constexpr std::string_view kNotHandles =
    // Java, Kotlin, Scala, C#.
    "override deprecated suppresswarnings functionalinterface safevarargs test before after beforeeach aftereach beforeall "
    "afterall beforeclass afterclass ignore disabled parameterizedtest mock spy injectmocks autowired inject component service "
    "repository controller restcontroller requestmapping getmapping postmapping putmapping deletemapping pathvariable "
    "requestparam requestbody responsebody bean configuration entity table id column generatedvalue transactional nullable "
    "nonnull notnull notempty valid data getter setter builder value slf4j qualifier provides singleton named module "
    "jvmstatic jvmoverloads composable preview throws target retention documented inherited interface native jsonproperty "
    "path get post put delete consumes produces scheduled async enableautoconfiguration springbootapplication "
    // Python.
    "property staticmethod classmethod abstractmethod dataclass contextmanager wraps lru_cache cache cached_property "
    "overload final fixture pytest patch app route login_required asyncio coroutine jit njit functools typing click "
    // Swift, Objective-C, Dart, TypeScript, CSS, Sass, Blade, Razor.
    "objc escaping autoclosure discardableresult available main uiapplicationmain iboutlet ibaction ibinspectable state "
    "binding published observedobject environmentobject environment viewbuilder mainactor synthesize dynamic implementation "
    "protocol end class selector optional required public private protected package encode try catch finally throw "
    "synchronized autoreleasepool injectable input output viewchild hostlistener ngmodule pipe directive "
    "media import keyframes font-face charset supports page namespace include mixin extend apply tailwind layer use forward "
    "function return if else elseif endif for foreach endforeach each while warn error debug content at-root container "
    "section endsection yield extends csrf auth guest php isset empty switch case break json props once push stack slot "
    // Javadoc, JSDoc, Doxygen, PHPDoc, Texinfo, YARD.
    "param params returns throws exception see since version author link linkplain code inheritdoc serial serialdata "
    "docroot type typedef callback template prop method memberof constructor constant const default example deprecated "
    "file fileoverview license copyright brief details note warning todo bug ingroup defgroup addtogroup mainpage ref "
    "sa retval tparam pre post invariant covers dataprovider group var internal api ignore todo access static global "
    "yields fires listens augments async generator override readonly kind name requires this tutorial variation "
    "node chapter subsection subsubsection itemize enumerate item samp kbd var emph strong email uref url footnote cindex "
    "findex menu detailmenu ifinfo iftex tex direntry dircategory settitle setfilename titlepage copying insertcopying "
    // BibTeX.
    "article book booklet inbook incollection inproceedings conference manual mastersthesis misc phdthesis proceedings "
    "techreport unpublished online string comment preamble "
    // cron, sudo, make, batch, systemd, assembler, linker.
    "reboot yearly annually monthly weekly daily midnight hourly includedir echo progbits nobits object plt gotpcrel "
    "tlsgd dtpoff tpoff note init_array notype "
    // Groups and places.
    "everyone here channel all team staff admin admins mods support home work school gmail yahoo hotmail localhost "
    "attribute attributes text nil null undefined true false self";

// What follows an annotation in a program.
inline constexpr std::string_view kCodeWords =
    "def class public private protected static final void async import function export const let var abstract int "
    "string boolean bool long double float char interface enum struct func fun override internal extern virtual open "
    "data sealed object synchronized native begin select where";

// What stands before a variable with an `@`: SQL, Perl, Ruby.
inline constexpr std::string_view kVariableWords =
    "declare set select into exec execute print my our local push pop shift unshift foreach scalar join map grep sort "
    "where and or values return in like between output";

}  // namespace privet
