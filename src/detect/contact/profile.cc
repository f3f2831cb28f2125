// Profile pages: links that name a person on a site.
//
// The span is the link up to the name and the number that belongs to it, and
// no query, fragment or deeper page. A page below a person (a status, a video)
// still names the person and is found up to the name; below a repository host
// (github.com/owner/repo) it is a project and is not.
#include <algorithm>
#include <string>
#include <string_view>

#include "detect/contact/domains.h"
#include "detect/proof/chars.h"
#include "detect/proof/validators.h"
#include "detect/proof/word_set.h"

namespace privet {
namespace {

struct Site {
  std::string_view host;
  std::string_view subdomains;  // "*": short names of a language or device
  std::string_view path;        // before the name, without the first slash
  char name;                    // n name, w word characters, d digits, p number or number/name, f Flickr's, o ORCID
  bool only;                    // no page below it
};
constexpr Site kSites[] = {
#include "detect/contact/tables/profile_sites.inc"
};

// The sites' own pages, at any of them.
constexpr std::string_view kPages =
    "about login signin signup sign-up sign-in register join logout features topics explore search share sharer "
    "sharer.php intent hashtag "
    "hashtags company companies groups group watch p reel reels tv tags tag stories explore home help contact "
    "contact-us legal terms "
    "tos privacy policy policies settings notifications messages inbox trending marketplace pricing enterprise "
    "security "
    "customer-stories readme collections events sponsors orgs organizations apps site blog blogs careers jobs press "
    "developers developer docs api download downloads mobile premium plus i status oauth account accounts session "
    "password new issues pulls gist gists stars codespaces copilot actions packages team teams dashboard projects "
    "users user people photos videos photo video pages page business ads ad gaming live media music games directory "
    "plugins dialog tr permalink.php story.php photo.php profile.php events.php l.php home.php video.php notes note "
    "joinchat addstickers addemoji proxy socks addtheme setlanguage iv c s "
    "store shop cart checkout feed feeds rss discover popular latest charts upload stream you stations "
    "pin board ideas today categories category creators brands following followers "
    "wall im feed.php audio docs.php index.html index.php index favicon.ico robots.txt assets static images img js css "
    "models datasets spaces papers tasks learn competitions code discussions course courses notebooks "
    "support community faq guidelines cookies imprint impressum news welcome start get-started public "
    "repos repositories workspace workspaces account-login snippets translate widgets badge badges shots tutorials "
    "designers hiring galleries joblist rankings membership posts create invite kids explore-projects embed";
constexpr WordSet<count_words(kPages)> kPageWords(kPages);

bool is_host(char c) { return is_alnum(c) || c == '-' || c == '.'; }

struct Link {
  std::uint32_t begin = 0;  // of the scheme, or of the host
  std::uint32_t host = 0;
  bool scheme = false;
};

// The link whose host ends at `host_end`: its scheme and all of its host.
Link link_before(std::string_view text, std::uint32_t host_end) {
  Link out;
  out.host = host_end;
  while (out.host > 0 && host_end - out.host < 80 && is_host(text[out.host - 1])) --out.host;
  out.begin = out.host;
  for (const std::string_view scheme : {"https://", "http://", "//"}) {
    if (out.host < scheme.size()) continue;
    const auto at = static_cast<std::uint32_t>(out.host - scheme.size());
    if (!equal_ignoring_case(text.substr(at, scheme.size()), scheme)) continue;
    out.begin = at;
    out.scheme = true;
    break;
  }
  return out;
}

// The link has a scheme of its own, not only the two slashes of a path.
bool is_http(std::string_view text, const Link& link) { return link.scheme && to_lower(text[link.begin]) == 'h'; }

// A subdomain that shows the same pages.
bool is_same_site(std::string_view prefix, std::string_view allowed) {
  if (prefix.empty()) return true;
  prefix.remove_suffix(1);  // the dot
  if (allowed == "*") {
    if (prefix.size() == 2 && is_letter(prefix[0]) && is_letter(prefix[1])) return true;
    if (prefix.size() == 5 && prefix[2] == '-') return true;
    return holds_word("www m mobile old new np web touch mbasic free music gaming meta pt-br zh-cn es-la", prefix);
  }
  return holds_word(allowed, prefix);
}

bool is_name_byte(char c, char kind) {
  switch (kind) {
    case 'w':
      return is_word(c);
    case 'd':
      return is_digit(c);
    case 'o':
      return is_digit(c) || c == '-' || to_lower(c) == 'x';
    case 's':
      return is_lower(c) || c == '.';
    case 'b':
      return is_alnum(c) || c == '-' || c == '.' || c == ':';
    case 'f':
      return is_word(c) || c == '-' || c == '@';
    case 'p':
      return is_word(c) || c == '-' || c == '.' || !is_ascii(c);
    default:
      return is_word(c) || c == '-' || c == '.' || c == '%' || !is_ascii(c);
  }
}

std::uint32_t name_end(std::string_view text, std::uint32_t at, char kind) {
  const std::uint32_t begin = at;
  while (at < text.size() && at - begin < 100) {
    if (!is_ascii(text[at])) {
      const Decoded c = decode_utf8(text, at);
      if (!is_name_byte(text[at], kind) || script_of(c.code_point) == Script::kNone) break;
      // A Latin name ends where text without spaces goes on.
      if (at > begin && is_ascii(text[at - 1]) && is_glued(script_of(c.code_point))) break;
      at += c.bytes;
      continue;
    }
    if (!is_name_byte(text[at], kind)) break;
    ++at;
  }
  while (at > begin && std::string_view(".-%:").find(text[at - 1]) != std::string_view::npos) --at;
  return at;
}

// ISO 7064 mod 11-2 over sixteen digits in four groups.
bool is_orcid(std::string_view id) {
  if (id.size() != 19) return false;
  int total = 0;
  for (std::size_t i = 0; i < 18; ++i) {
    if (i % 5 == 4) {
      if (id[i] != '-') return false;
      continue;
    }
    if (!is_digit(id[i])) return false;
    total = (total + (id[i] - '0')) * 2 % 11;
  }
  const int check = (12 - total) % 11;
  return id[18] == (check == 10 ? 'X' : static_cast<char>('0' + check)) || (check == 10 && id[18] == 'x');
}

// club123, wall-1_2: groups and posts, beside id123 and names.
bool is_page_of_vk(std::string_view name) {
  const std::size_t letters =
      static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), is_letter) - name.begin());
  return letters < name.size() && (is_digit(name[letters]) || name[letters] == '-') &&
         holds_word("club public event wall topic photo video album page app doc clip market", name.substr(0, letters));
}

// The end of the name that `site` shows at `path`, or 0.
std::uint32_t profile_end(std::string_view text, std::uint32_t path, const Site& site) {
  if (!equal_ignoring_case(text.substr(path, site.path.size()), site.path)) return 0;
  const auto begin = path + static_cast<std::uint32_t>(site.path.size());
  std::uint32_t end = name_end(text, begin, site.name);
  std::string_view name = text.substr(begin, end - begin);
  if (name.size() < 2 && site.name != 'p' && site.name != 'd') return 0;
  if (name.empty()) return 0;
  if (site.path.empty() && (kPageWords.holds(name) || name[0] == '.')) return 0;
  if (site.host == "facebook.com" || site.host == "fb.com") {
    if (name.find(".php") != std::string_view::npos) return 0;
  }
  if (site.name == 'o' && !is_orcid(name)) return 0;
  if (site.name == 's' && is_alnum(at_or(text, end))) return 0;
  if (site.host == "vk.com" && is_page_of_vk(name)) return 0;
  if (site.name == 'p') {
    // users/123/name, people/Name/123: both parts belong together.
    const bool number = std::all_of(name.begin(), name.end(), is_digit);
    if (number && name.size() < 2 && site.path == "users/") return 0;
    if (at_or(text, end) == '/') {
      const std::uint32_t second = name_end(text, end + 1, 'p');
      const std::string_view part = text.substr(end + 1, second - end - 1);
      if (!part.empty() && (number || std::all_of(part.begin(), part.end(), is_digit)))
        end = second;
      else if (!number)
        return 0;
    } else if (!number) {
      return 0;
    }
  }
  if (site.only && at_or(text, end) == '/' && (is_word(at_or(text, end + 1)))) return 0;
  return end;
}

// With the slash behind the name, if nothing but a query follows it.
std::uint32_t with_slash(std::string_view text, std::uint32_t end) {
  if (at_or(text, end) != '/') return end;
  const char next = at_or(text, end + 1, ' ');
  return is_word(next) || !is_ascii(next) || std::string_view("/+~@%-.&=").find(next) != std::string_view::npos
             ? end
             : end + 1;
}

// Hosts on which /@name is a package or a file, not a person.
bool is_package_host(std::string_view host) {
  for (const std::string_view name :
       {"unpkg.com",  "npmjs.com",        "npmjs.org",  "jsdelivr.net", "esm.sh",     "skypack.dev",
        "esm.run",    "yarnpkg.com",      "deno.land",  "jsr.io",       "github.com", "githubusercontent.com",
        "gitlab.com", "bundlephobia.com", "google.com", "goo.gl",       "runkit.com", "snyk.io",
        "socket.dev", "packagephobia.com"}) {
    if (ends_with_ignoring_case(host, name)) return true;
  }
  return false;
}

}  // namespace

// Takes a match that begins with the site's host (without a subdomain) and
// goes on into the path.
Verdict validate_profile(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::size_t slash = text.find('/', match.span.begin);
  if (slash == std::string_view::npos || slash >= match.span.end) return {};
  const auto host_end = static_cast<std::uint32_t>(slash);
  const Link link = link_before(text, host_end);
  const char before = before_or(text, link.begin, ' ');
  // A path goes on (example.com/x.com/jo), unless it is a link in a link.
  if ((before == '@' || before == '/' || before == '_') && !is_http(text, link)) return {};
  const std::string_view host = text.substr(link.host, host_end - link.host);
  for (const Site& site : kSites) {
    if (!ends_with_ignoring_case(host, site.host)) continue;
    const std::string_view prefix = host.substr(0, host.size() - site.host.size());
    if (!prefix.empty() && prefix.back() != '.') continue;
    if (!is_same_site(prefix, site.subdomains)) continue;
    if (std::uint32_t end = profile_end(text, host_end + 1, site); end != 0) {
      if (before == '_' && text[end - 1] == '_') --end;  // emphasis
      return {.accepted = true, .alone = true, .span = {link.begin, with_slash(text, end)}};
    }
  }
  return {};
}

// Takes a match that begins at "/@": Mastodon and other sites that write
// profiles as host/@name, on any host.
Verdict validate_at_profile(const Match& match, const RecordContext&) {
  const std::string_view text = match.text.text();
  const std::uint32_t slash = match.span.begin;
  if (at_or(text, slash) != '/' || at_or(text, slash + 1) != '@') return {};
  // Mastodon's own client: host/web/@name.
  const std::uint32_t host_stop = text.substr(0, slash).ends_with("/web") ? slash - 4 : slash;
  const Link link = link_before(text, host_stop);
  const std::string_view host = text.substr(link.host, host_stop - link.host);
  if (host.empty() || domain_end(host, 0) != host.size() || is_package_host(host)) return {};
  const char before = before_or(text, link.begin, ' ');
  if (before == '@' || before == '\\' || ((before == '/' || before == '_') && !is_http(text, link))) return {};
  std::uint32_t end = slash + 2;
  while (end < text.size() && end - slash < 66 && (is_word(text[end]) || text[end] == '.' || text[end] == '-')) ++end;
  while (end > slash + 2 && !is_word(text[end - 1])) --end;
  const std::string_view name = text.substr(slash + 2, end - slash - 2);
  if (name.size() < 2 || std::none_of(name.begin(), name.end(), is_alnum)) return {};
  // A page below a post is a number; below a scope, a package's name.
  if (at_or(text, end) == '/' && is_letter(at_or(text, end + 1)) &&
      !holds_word("video videos posts status with_replies media followers following featured photo live about",
                  text.substr(end + 1, text.find_first_of("/?# \n\t\"')", end + 1) - end - 1))) {
    const bool known = ends_with_ignoring_case(host, "medium.com") || ends_with_ignoring_case(host, "tiktok.com") ||
                       ends_with_ignoring_case(host, "youtube.com") || ends_with_ignoring_case(host, "threads.net") ||
                       ends_with_ignoring_case(host, "threads.com");
    if (!known) return {};
  }
  // @user@host: seen through another instance.
  if (at_or(text, end) == '@') {
    const std::uint32_t remote = domain_end(text, end + 1);
    if (remote > end + 1) end = remote;
  }
  return {.accepted = true,
          .reserved = is_reserved_domain(host),
          .alone = link.scheme || at_or(text, end) != '/',
          .span = {link.begin, with_slash(text, end)}};
}

}  // namespace privet
