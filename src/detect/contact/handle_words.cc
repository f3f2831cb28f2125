#include "detect/contact/handle_words.h"

#include "detect/proof/word_set.h"

namespace privet {
namespace {

// By use; a word may stand in several.
constexpr std::string_view kNoHandles =
    // Java, Kotlin, Scala, C#.
    "override deprecated suppresswarnings functionalinterface safevarargs test before after beforeeach aftereach "
    "beforeall "
    "afterall beforeclass afterclass ignore disabled parameterizedtest mock spy injectmocks autowired inject component "
    "service "
    "repository controller restcontroller requestmapping getmapping postmapping putmapping deletemapping pathvariable "
    "requestparam requestbody responsebody bean configuration entity table id column generatedvalue transactional "
    "nullable "
    "nonnull notnull notempty valid data getter setter builder value slf4j qualifier provides singleton named module "
    "jvmstatic jvmoverloads composable preview throws target retention documented inherited interface native "
    "jsonproperty "
    "path get post put delete consumes produces scheduled async enableautoconfiguration springbootapplication "
    // Python.
    "property staticmethod classmethod abstractmethod dataclass contextmanager wraps lru_cache cache cached_property "
    "total_ordering runtime_checkable overload final fixture pytest patch app route login_required asyncio coroutine "
    "jit njit functools typing click "
    // Swift, Objective-C, Dart, TypeScript, CSS, Sass, Blade, Razor.
    "objc escaping autoclosure discardableresult available main uiapplicationmain iboutlet ibaction ibinspectable "
    "state "
    "binding published observedobject environmentobject environment viewbuilder mainactor synthesize dynamic "
    "implementation "
    "protocol end class selector optional required public private protected package encode try catch finally throw "
    "synchronized autoreleasepool injectable input output viewchild hostlistener ngmodule pipe directive "
    "media import keyframes font-face charset supports page namespace include mixin extend apply tailwind layer use "
    "forward "
    "function return if else elseif endif for foreach endforeach each while warn error debug content at-root container "
    "section endsection yield extends csrf auth guest php isset empty switch case break json props once push stack "
    "slot "
    // Javadoc, JSDoc, Doxygen, PHPDoc, Texinfo, YARD.
    "param params returns throws exception see since version author link linkplain code inheritdoc serial serialdata "
    "docroot type typedef callback template prop method memberof constructor constant const default example deprecated "
    "file fileoverview license copyright brief details note warning todo bug ingroup defgroup addtogroup mainpage ref "
    "sa retval tparam pre post invariant covers dataprovider group var internal api ignore todo access static global "
    "yields fires listens augments async generator override readonly kind name requires this tutorial variation "
    "copydoc endcode endcond cond par stable draft endverbatim verbatim endlink htmlonly endif short post section "
    "anchor image "
    "node chapter subsection subsubsection itemize enumerate item samp kbd var emph strong email uref url footnote "
    "cindex "
    "findex menu detailmenu ifinfo iftex tex direntry dircategory settitle setfilename titlepage copying insertcopying "
    // BibTeX.
    "article book booklet inbook incollection inproceedings conference manual mastersthesis misc phdthesis proceedings "
    "techreport unpublished online string comment preamble "
    // cron, sudo, make, batch, systemd, assembler, linker.
    "only func none master main exit rem set setlocal endlocal goto cls reboot yearly annually monthly weekly daily "
    "midnight hourly includedir echo progbits nobits object plt gotpcrel "
    "tlsgd dtpoff tpoff note init_array notype "
    "cert-authority system-service system-setuid cpu-emulation raw-io basic-io file-system privileged io-event "
    "network-io resources obsolete clock swap "
    // Perl, Ruby, Lua.
    "argv inc isa export export_ok export_tags args array list "
    // Groups and places.
    "everyone here channel all team staff host hostname domain net latest next org myorg "
    "scope myscope timestamp version index admin admins mods support home work school gmail yahoo hotmail localhost "
    "attribute attributes text nil null undefined true false self";

constexpr WordSet<count_words(kNoHandles)> kWords(kNoHandles);

}  // namespace

bool is_no_handle(std::string_view name) { return kWords.holds(name); }

}  // namespace privet
