#include "text/entities.h"

#include <algorithm>
#include <iterator>

namespace privet {
namespace {

struct Entity {
  std::string_view name;
  char32_t code_point;
};

// The HTML standard's names (13.5, Named character references), sorted.
constexpr Entity kEntities[] = {
    {"AElig", 0x00C6},   {"Aacute", 0x00C1}, {"Abreve", 0x0102},
    {"Acirc", 0x00C2},   {"Agrave", 0x00C0}, {"Aogon", 0x0104},
    {"Aring", 0x00C5},   {"Atilde", 0x00C3}, {"Auml", 0x00C4},
    {"Cacute", 0x0106},  {"Ccaron", 0x010C}, {"Ccedil", 0x00C7},
    {"Dcaron", 0x010E},  {"Dstrok", 0x0110}, {"ETH", 0x00D0},
    {"Eacute", 0x00C9},  {"Ecaron", 0x011A}, {"Ecirc", 0x00CA},
    {"Egrave", 0x00C8},  {"Eogon", 0x0118},  {"Euml", 0x00CB},
    {"Gbreve", 0x011E},  {"Iacute", 0x00CD}, {"Icirc", 0x00CE},
    {"Idot", 0x0130},    {"Igrave", 0x00CC}, {"Iuml", 0x00CF},
    {"Lstrok", 0x0141},  {"Nacute", 0x0143}, {"Ncaron", 0x0147},
    {"NoBreak", 0x2060}, {"Ntilde", 0x00D1}, {"OElig", 0x0152},
    {"Oacute", 0x00D3},  {"Ocirc", 0x00D4},  {"Odblac", 0x0150},
    {"Ograve", 0x00D2},  {"Oslash", 0x00D8}, {"Otilde", 0x00D5},
    {"Ouml", 0x00D6},    {"Rcaron", 0x0158}, {"Sacute", 0x015A},
    {"Scaron", 0x0160},  {"Scedil", 0x015E}, {"THORN", 0x00DE},
    {"Uacute", 0x00DA},  {"Ucirc", 0x00DB},  {"Udblac", 0x0170},
    {"Ugrave", 0x00D9},  {"Uring", 0x016E},  {"Uuml", 0x00DC},
    {"Yacute", 0x00DD},  {"Yuml", 0x0178},   {"Zacute", 0x0179},
    {"Zcaron", 0x017D},  {"Zdot", 0x017B},   {"ZeroWidthSpace", 0x200B},
    {"aacute", 0x00E1},  {"abreve", 0x0103}, {"acirc", 0x00E2},
    {"aelig", 0x00E6},   {"agrave", 0x00E0}, {"amacr", 0x0101},
    {"amp", 0x0026},     {"angst", 0x00C5},  {"aogon", 0x0105},
    {"apos", 0x0027},    {"aring", 0x00E5},  {"ast", 0x002A},
    {"atilde", 0x00E3},  {"auml", 0x00E4},   {"bsol", 0x005C},
    {"bull", 0x2022},    {"cacute", 0x0107}, {"ccaron", 0x010D},
    {"ccedil", 0x00E7},  {"colon", 0x003A},  {"comma", 0x002C},
    {"commat", 0x0040},  {"copy", 0x00A9},   {"dash", 0x2010},
    {"dcaron", 0x010F},  {"deg", 0x00B0},    {"div", 0x00F7},
    {"divide", 0x00F7},  {"dollar", 0x0024}, {"dstrok", 0x0111},
    {"eacute", 0x00E9},  {"ecaron", 0x011B}, {"ecirc", 0x00EA},
    {"egrave", 0x00E8},  {"emacr", 0x0113},  {"emsp", 0x2003},
    {"emsp13", 0x2004},  {"emsp14", 0x2005}, {"ensp", 0x2002},
    {"eogon", 0x0119},   {"equals", 0x003D}, {"eth", 0x00F0},
    {"euml", 0x00EB},    {"excl", 0x0021},   {"gbreve", 0x011F},
    {"grave", 0x0060},   {"gt", 0x003E},     {"hairsp", 0x200A},
    {"hellip", 0x2026},  {"horbar", 0x2015}, {"hyphen", 0x2010},
    {"iacute", 0x00ED},  {"icirc", 0x00EE},  {"igrave", 0x00EC},
    {"imacr", 0x012B},   {"imath", 0x0131},  {"inodot", 0x0131},
    {"iuml", 0x00EF},    {"laquo", 0x00AB},  {"lbrace", 0x007B},
    {"lbrack", 0x005B},  {"lcub", 0x007B},   {"ldquo", 0x201C},
    {"lowbar", 0x005F},  {"lpar", 0x0028},   {"lrm", 0x200E},
    {"lsqb", 0x005B},    {"lsquo", 0x2018},  {"lstrok", 0x0142},
    {"lt", 0x003C},      {"mdash", 0x2014},  {"midast", 0x002A},
    {"middot", 0x00B7},  {"minus", 0x2212},  {"nacute", 0x0144},
    {"nbsp", 0x00A0},    {"ncaron", 0x0148}, {"ndash", 0x2013},
    {"ntilde", 0x00F1},  {"num", 0x0023},    {"numsp", 0x2007},
    {"oacute", 0x00F3},  {"ocirc", 0x00F4},  {"odblac", 0x0151},
    {"oelig", 0x0153},   {"ograve", 0x00F2}, {"omacr", 0x014D},
    {"ordf", 0x00AA},    {"ordm", 0x00BA},   {"oslash", 0x00F8},
    {"otilde", 0x00F5},  {"ouml", 0x00F6},   {"percnt", 0x0025},
    {"period", 0x002E},  {"plus", 0x002B},   {"puncsp", 0x2008},
    {"quest", 0x003F},   {"quot", 0x0022},   {"raquo", 0x00BB},
    {"rbrace", 0x007D},  {"rbrack", 0x005D}, {"rcaron", 0x0159},
    {"rcub", 0x007D},    {"rdquo", 0x201D},  {"reg", 0x00AE},
    {"rlm", 0x200F},     {"rpar", 0x0029},   {"rsqb", 0x005D},
    {"rsquo", 0x2019},   {"sacute", 0x015B}, {"sbquo", 0x201A},
    {"scaron", 0x0161},  {"scedil", 0x015F}, {"semi", 0x003B},
    {"shy", 0x00AD},     {"sol", 0x002F},    {"sup1", 0x00B9},
    {"sup2", 0x00B2},    {"sup3", 0x00B3},   {"szlig", 0x00DF},
    {"tcaron", 0x0165},  {"thinsp", 0x2009}, {"thorn", 0x00FE},
    {"times", 0x00D7},   {"trade", 0x2122},  {"uacute", 0x00FA},
    {"ucirc", 0x00FB},   {"udblac", 0x0171}, {"ugrave", 0x00F9},
    {"umacr", 0x016B},   {"uring", 0x016F},  {"uuml", 0x00FC},
    {"verbar", 0x007C},  {"vert", 0x007C},   {"yacute", 0x00FD},
    {"yuml", 0x00FF},    {"zacute", 0x017A}, {"zcaron", 0x017E},
    {"zdot", 0x017C},    {"zwj", 0x200D},    {"zwnj", 0x200C},
};
static_assert(std::is_sorted(std::begin(kEntities), std::end(kEntities),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

}  // namespace

char32_t entity_code_point(std::string_view name) {
  const auto* it = std::lower_bound(std::begin(kEntities), std::end(kEntities), name,
                                    [](const Entity& e, std::string_view n) { return e.name < n; });
  return it != std::end(kEntities) && it->name == name ? it->code_point : 0;
}

}  // namespace privet
