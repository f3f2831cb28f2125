#include "detect/gate/literal_scanner.h"

#include <hs/hs.h>
#include <re2/re2.h>

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "base/check.h"
#include "base/prepared.h"

namespace privet {
namespace {

// A match of a gate ends at most this many bytes after it begins; the plain
// twin looks back no farther.
constexpr std::size_t kReach = 96;

int on_match(unsigned id, unsigned long long, unsigned long long end, unsigned, void* context) {
  static_cast<std::vector<ScanHit>*>(context)->push_back({id, static_cast<std::uint32_t>(end)});
  return 0;
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// The literal as a regular expression that any engine reads the same way.
std::string quoted(const std::string& literal) {
  constexpr char kHex[] = "0123456789abcdef";
  std::string out;
  for (const char c : literal) {
    const auto byte = static_cast<unsigned char>(c);
    out += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
  }
  return out;
}

}  // namespace

struct ScanScratch::State {
  hs_scratch_t* scratch = nullptr;
  ~State() { hs_free_scratch(scratch); }
};

ScanScratch::ScanScratch() : state_(std::make_unique<State>()) {}
ScanScratch::~ScanScratch() = default;
ScanScratch::ScanScratch(ScanScratch&&) noexcept = default;
ScanScratch& ScanScratch::operator=(ScanScratch&&) noexcept = default;

// The plain twin of one pattern.
struct PlainPattern {
  std::string literal;  // lower case unless `cased`; empty: use `regex`
  bool cased = false;
  std::unique_ptr<re2::RE2> regex;
  bool begins[256] = {};  // bytes that a match of `regex` may begin with
  std::uint32_t id = 0;
};

namespace {

Result<PlainPattern> compile_plain(const ScanPattern& pattern) {
  PlainPattern plain;
  plain.id = pattern.id;
  if (pattern.literal) {
    plain.cased = pattern.cased;
    for (const char c : pattern.text) plain.literal.push_back(pattern.cased ? c : lower(c));
    return plain;
  }
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_case_sensitive(false);
  options.set_dot_nl(true);
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  plain.regex = std::make_unique<re2::RE2>(pattern.text, options);
  if (!plain.regex->ok()) return fail(ErrorCode::kConfig, plain.regex->error());
  std::string least, most;
  const bool known = plain.regex->PossibleMatchRange(&least, &most, 8) && !least.empty() && !most.empty();
  for (int b = 0; b < 256; ++b) {
    plain.begins[b] = !known || (b >= static_cast<unsigned char>(least[0]) && b <= static_cast<unsigned char>(most[0]));
  }
  return plain;
}

// Straight from the definition: every literal at every place; every end of
// every match from every start.
void scan_plain(const PlainPattern& pattern, std::string_view text, std::vector<ScanHit>& out) {
  const auto same = [&](char a, char b) { return (pattern.cased ? a : lower(a)) == b; };
  if (!pattern.literal.empty()) {
    for (std::size_t at = 0; at + pattern.literal.size() <= text.size(); ++at) {
      const std::string_view here = text.substr(at, pattern.literal.size());
      if (!std::equal(here.begin(), here.end(), pattern.literal.begin(), same)) continue;
      out.push_back({pattern.id, static_cast<std::uint32_t>(at + here.size())});
    }
    return;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!pattern.begins[static_cast<unsigned char>(text[at])]) continue;
    if (!pattern.regex->Match(text, at, text.size(), re2::RE2::ANCHOR_START, nullptr, 0)) continue;
    for (std::size_t end = at + 1; end <= std::min(text.size(), at + kReach); ++end) {
      if (pattern.regex->Match(text, at, end, re2::RE2::ANCHOR_BOTH, nullptr, 0)) {
        out.push_back({pattern.id, static_cast<std::uint32_t>(end)});
      }
    }
  }
}

// All that a database is compiled from.
std::string key_of(std::span<const ScanPattern> patterns) {
  PieceWriter key;
  key.text("literals");
  for (const ScanPattern& pattern : patterns) {
    key.number(pattern.id << 2 | (pattern.literal ? 2U : 0U) | (pattern.cased ? 1U : 0U)).text(pattern.text);
  }
  return key.take();
}

std::string serialised(const hs_database_t* database) {
  char* bytes = nullptr;
  std::size_t size = 0;
  PRIVET_CHECK(hs_serialize_database(database, &bytes, &size) == HS_SUCCESS);
  std::string out(bytes, size);
  std::free(bytes);  // NOLINT(cppcoreguidelines-no-malloc): the library's allocator, which nobody sets
  return out;
}

Result<hs_database_t*> compile_fast(std::span<const ScanPattern> patterns) {
  std::vector<std::string> regexes;
  for (const ScanPattern& pattern : patterns) {
    regexes.push_back(pattern.literal ? quoted(pattern.text) : pattern.text);
  }
  std::vector<const char*> texts;
  std::vector<unsigned> ids;
  std::vector<unsigned> flags(patterns.size(), HS_FLAG_CASELESS | HS_FLAG_DOTALL);
  for (std::size_t i = 0; i < patterns.size(); ++i) {
    texts.push_back(regexes[i].c_str());
    ids.push_back(patterns[i].id);
    if (patterns[i].cased) flags[i] = HS_FLAG_DOTALL;
  }
  hs_database_t* database = nullptr;
  hs_compile_error_t* error = nullptr;
  // What is kept must serve on any machine; it is no slower.
  const hs_platform_info_t any_machine{};
  const hs_error_t code =
      hs_compile_multi(texts.data(), flags.data(), ids.data(), static_cast<unsigned>(texts.size()), HS_MODE_BLOCK,
                       PreparedWriter::current() != nullptr ? &any_machine : nullptr, &database, &error);
  if (code == HS_SUCCESS) return database;
  std::string message = error != nullptr ? error->message : "Hyperscan failed";
  if (error != nullptr && error->expression >= 0) {
    message += " in gate pattern '" + patterns[static_cast<std::size_t>(error->expression)].text + "'";
  }
  hs_free_compile_error(error);
  return fail(ErrorCode::kConfig, message);
}

}  // namespace

struct LiteralScanner::Database {
  hs_database_t* fast = nullptr;
  std::vector<PlainPattern> plain;
  ~Database() { hs_free_database(fast); }
};

LiteralScanner::LiteralScanner() : database_(std::make_unique<Database>()) {}
LiteralScanner::LiteralScanner(std::unique_ptr<Database> database) : database_(std::move(database)) {}
LiteralScanner::LiteralScanner(LiteralScanner&&) noexcept = default;
LiteralScanner& LiteralScanner::operator=(LiteralScanner&&) noexcept = default;
LiteralScanner::~LiteralScanner() = default;

bool LiteralScanner::empty() const { return database_->fast == nullptr && database_->plain.empty(); }

Result<LiteralScanner> LiteralScanner::compile(std::span<const ScanPattern> patterns, bool reference) {
  auto database = std::make_unique<Database>();
  if (reference) {
    for (const ScanPattern& pattern : patterns) {
      Result<PlainPattern> plain = compile_plain(pattern);
      if (!plain) return fail(plain);
      database->plain.push_back(std::move(*plain));
    }
    return LiteralScanner(std::move(database));
  }
  if (patterns.empty()) return LiteralScanner(std::move(database));
  const std::string key = key_of(patterns);
  if (const auto piece = find_prepared(key)) {
    // Another version of the library, or a machine that lacks what it was
    // compiled for, does not take it.
    if (hs_deserialize_database(piece->data(), piece->size(), &database->fast) == HS_SUCCESS)
      return LiteralScanner(std::move(database));
    database->fast = nullptr;
  }
  Result<hs_database_t*> fast = compile_fast(patterns);
  if (!fast) return fail(fast);
  database->fast = *fast;
  if (PreparedWriter* writer = PreparedWriter::current()) writer->add(key, serialised(database->fast));
  return LiteralScanner(std::move(database));
}

ScanScratch LiteralScanner::make_scratch() const {
  ScanScratch scratch;
  if (database_->fast != nullptr) {
    PRIVET_CHECK(hs_alloc_scratch(database_->fast, &scratch.state_->scratch) == HS_SUCCESS);
  }
  return scratch;
}

void LiteralScanner::scan(std::string_view text, ScanScratch& scratch, std::vector<ScanHit>& out) const {
  if (database_->fast != nullptr) {
    const hs_error_t code = hs_scan(database_->fast, text.data(), static_cast<unsigned>(text.size()), 0,
                                    scratch.state_->scratch, on_match, &out);
    PRIVET_CHECK(code == HS_SUCCESS);
  }
  for (const PlainPattern& pattern : database_->plain) scan_plain(pattern, text, out);
}

}  // namespace privet
