#include "detect/gate/gate_set.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <map>
#include <tuple>

#include "base/rarity.h"
#include "detect/messages/header.h"
#include "detect/messages/json_part.h"
#include "text/gates_scalar.h"

namespace privet {
namespace {

// What hits of one scanned pattern mean is the union of what its rules want.
using PatternIds = std::map<std::tuple<std::string, bool, bool>, std::uint32_t>;

std::uint32_t id_of(PatternIds& ids, std::vector<ScanPattern>& patterns, ScanPattern pattern) {
  const auto id = static_cast<std::uint32_t>(patterns.size());
  const auto [it, added] = ids.try_emplace({pattern.text, pattern.literal, pattern.cased}, id);
  if (!added) return it->second;
  pattern.id = id;
  patterns.push_back(std::move(pattern));
  return id;
}

bool follows(std::string_view text, std::string_view rest, bool cased) {
  if (text.size() < rest.size()) return false;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  const auto same = [&](char a, char b) { return cased ? a == b : lower(a) == lower(b); };
  return std::equal(rest.begin(), rest.end(), text.begin(), same);
}

// Bit d: the rule's pattern may begin with the digit d.
std::uint16_t digits_of(RuleIndex rule, GateSet::MayBegin may_begin) {
  unsigned digits = 0;
  for (unsigned d = 0; d < 10; ++d) digits |= may_begin(rule, static_cast<char>('0' + d)) ? 1U << d : 0U;
  return static_cast<std::uint16_t>(digits);
}

constexpr std::uint32_t kOpeningHeaders = 2;

// Hyperscan looks for hundreds of literals faster if each is cut to so many bytes
// than for whole ones, and than for shorter pieces of some.
constexpr std::size_t kPiece = 8;  // bytes

// The piece of a literal that is least likely to stand anywhere else.
Span<ViewSpace> rare_piece(std::string_view literal) {
  const std::size_t size = std::min(literal.size(), kPiece);
  std::size_t best = 0;
  for (std::size_t at = 1; at + size <= literal.size(); ++at) {
    if (commonness(literal.substr(at, size)) < commonness(literal.substr(best, size))) best = at;
  }
  return {static_cast<std::uint32_t>(best), static_cast<std::uint32_t>(best + size)};
}

}  // namespace

Result<GateSet> GateSet::build(const RuleSet& rules, RuleView view, bool reference, MayBegin may_begin,
                               std::span<const WatchedLiteral> watched, std::vector<Picky> picky) {
  GateSet set;
  set.picky_ = std::move(picky);
  set.picky_.resize(rules.rules().size());
  set.reference_ = reference;
  PatternIds ids;
  std::vector<ScanPattern> patterns;
  for (std::size_t i = 0; i < rules.rules().size(); ++i) {
    const Rule& rule = rules.rules()[i];
    if (rule.view != view) continue;
    const RuleIndex at{static_cast<std::uint16_t>(i)};
    const auto scan_for = [&](const ScanPattern& pattern) {
      const std::uint32_t id = id_of(ids, patterns, pattern);
      set.literals_.resize(std::max<std::size_t>(set.literals_.size(), id + 1));
      set.literals_[id].push_back({at, pattern.literal ? static_cast<std::uint32_t>(pattern.text.size()) : 0});
    };
    switch (rule.gate.kind) {
      case GateKind::kLiteral:
        if (rule.gate.literals.empty()) set.anywhere_.push_back(at);
        for (const std::string& literal : rule.gate.literals) {
          if (literal[0] == '@') {
            set.at_signs_.push_back({at, literal.substr(1), rule.gate.cased});
          } else {
            scan_for({.text = literal, .literal = true, .cased = rule.gate.cased});
          }
        }
        break;
      case GateKind::kRegex:
        scan_for({.text = rule.gate.regex, .literal = false});
        break;
      case GateKind::kDigits:
        set.add_digits(at, rule.gate, digits_of(at, may_begin));
        break;
      case GateKind::kAlnum:
        for (const std::string& shape : rule.gate.shapes) set.tokens_.add(at, shape, false);
        break;
      case GateKind::kIp4:
        set.ip4_.push_back(at);
        break;
      case GateKind::kIp6:
        set.ip6_.push_back(at);
        break;
      case GateKind::kMac:
        set.mac_.push_back(at);
        break;
      case GateKind::kTerm:     // TermList finds where
      case GateKind::kMessage:  // asks for the whole record: pipeline/judge.h
      case GateKind::kName:     // has its own gate: detect/names/runs.h
      case GateKind::kAddress:  // asks what was found: detect/places/beside_street.h
      case GateKind::kField:    // asks for the field's name, not its text: Matcher::collect()
        break;
    }
  }
  for (const WatchedLiteral& one : watched) {
    const Span<ViewSpace> piece = rare_piece(one.text);
    const std::string text = one.text.substr(piece.begin, piece.size());
    const std::uint32_t id = id_of(ids, patterns, {.text = text, .literal = true, .cased = true});
    set.watches_.resize(std::max<std::size_t>(set.watches_.size(), id + 1));
    set.watches_[id].push_back({one, piece.begin, piece.size()});
  }
  set.watching_ = !watched.empty();
  set.literals_.resize(patterns.size());
  set.watches_.resize(patterns.size());
  set.signatures_.build();
  Result<LiteralScanner> scanner = LiteralScanner::compile(patterns, reference);
  if (!scanner) return fail(scanner);
  set.scanner_ = std::move(*scanner);
  // What opens only short texts would double the literals that long ones, most
  // of a corpus, are scanned for.
  const auto for_short = [&](const ScanPattern& pattern) {
    const auto& watches = set.watches_[pattern.id];
    return set.literals_[pattern.id].empty() &&
           std::all_of(watches.begin(), watches.end(), [](const Watch& w) { return w.literal.short_only; });
  };
  std::erase_if(patterns, for_short);
  Result<LiteralScanner> long_scanner = LiteralScanner::compile(patterns, reference);
  if (!long_scanner) return fail(long_scanner);
  set.long_scanner_ = std::move(*long_scanner);
  return set;
}

void GateSet::add_digits(RuleIndex rule, const Gate& gate, std::uint16_t first_digits) {
  for (const std::string& token : gate.digits.tokens) tokens_.add(rule, token, true);
  if (!gate.digits.lead.empty()) {
    leads_.push_back({rule, gate.digits.lead[0], gate.digits.min_digits, gate.digits.max_digits});
    return;
  }
  // The match may begin before the digits, and then with anything.
  if (gate.before_bytes > 0) first_digits = 0x3FF;
  for (const std::string& groups : gate.digits.groups) {
    DigitSignature signature = 0;
    for (const char* at = groups.data(); at < groups.data() + groups.size();) {
      std::uint32_t digits = 0;
      at = std::from_chars(at, groups.data() + groups.size(), digits).ptr + 1;
      signature = extend(signature, digits);
    }
    signatures_.add(signature, {rule, first_digits});
  }
}

GateSet::Scratch GateSet::make_scratch() const {
  Scratch scratch;
  scratch.literals = scanner_.make_scratch();
  scratch.long_literals = long_scanner_.make_scratch();
  return scratch;
}

void GateSet::collect(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                      Wanted wanted) const {
  // The reference path asks every gate: it has no masks to know better from.
  CharSummary has{.digit = true, .at = true, .colon = true};
  if (!reference_) has = scratch.masks.compute(text.text()).has;
  if (has.at && !at_signs_.empty()) collect_at_signs(field, text, scratch, out);
  if (!scanner_.empty()) collect_literals(field, text, scratch, out);
  if (has.digit) {
    collect_digits(field, text, scratch, out, {wanted});
    if (!tokens_.empty()) collect_tokens(field, text, scratch, out, {wanted});
  }
  collect_network(has, field, text, scratch, out);
  if (watching_ && has.digit && has.colon && scratch.openers.headers < kOpeningHeaders)
    watch_layout(text.text(), scratch);
  if (!anywhere_.empty()) collect_anywhere(field, text, out);
}

void GateSet::collect_picky(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                            Wanted wanted) const {
  if (!reference_ && !scratch.masks.compute(text.text()).has.digit) return;
  const Question question{wanted, true};
  collect_digits(field, text, scratch, out, question);
  if (!tokens_.empty()) collect_tokens(field, text, scratch, out, question);
}

bool GateSet::stands(const Watch& watch, std::string_view text, std::uint32_t piece_end) {
  const WatchedLiteral& literal = watch.literal;
  const std::uint32_t before = watch.offset + watch.piece;
  if (piece_end < before) return false;
  const std::uint32_t begin = piece_end - before;
  if (literal.at_begin && begin != 0) return false;
  if (literal.at_end && begin + literal.text.size() != text.size()) return false;
  return text.substr(begin, literal.text.size()) == literal.text;
}

void GateSet::watch_layout(std::string_view text, Scratch& scratch) const {
  scratch.places.clear();
  if (reference_) {
    scalar::find_clock_times(text, scratch.places);
  } else {
    find_clock_times(scratch.masks.words(), scratch.places);
  }
  if (!scratch.places.empty()) scratch.openers.headers += count_first_headers(text, scratch.places);
  scratch.watched = scratch.watched || scratch.openers.headers >= kOpeningHeaders;
}

void GateSet::collect_at_signs(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch,
                               std::vector<Suspect>& out) const {
  const std::string_view view = text.text();
  const auto open = [&](std::size_t at) {
    for (const AtGate& gate : at_signs_) {
      if (follows(view.substr(at + 1), gate.rest, gate.cased))
        out.push_back({field, gate.rule, static_cast<std::uint32_t>(at)});
    }
  };
  if (reference_) {
    for (std::size_t at = view.find('@'); at != std::string_view::npos; at = view.find('@', at + 1)) open(at);
    return;
  }
  const MaskWords& masks = scratch.masks.words();
  for (std::size_t w = 0; w < masks.words(); ++w) {
    for (std::uint64_t bits = masks.at[w]; bits != 0; bits &= bits - 1) {
      open(w * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
    }
  }
}

void GateSet::collect_anywhere(FieldIndex field, Bytes<ViewSpace> text, std::vector<Suspect>& out) const {
  const std::string_view view = text.text();
  bool after_word = false;
  for (std::size_t at = 0; at < view.size(); ++at) {
    const char c = view[at];
    const bool word = (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
                      static_cast<unsigned char>(c) >= 0x80;
    const bool starts = word ? !after_word : c != ' ' && c != '\n';
    after_word = word;
    if (!starts) continue;
    for (const RuleIndex rule : anywhere_) out.push_back({field, rule, static_cast<std::uint32_t>(at)});
  }
}

void GateSet::collect_literals(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch,
                               std::vector<Suspect>& out) const {
  const bool short_enough = text.size() <= kShortField || begins_like_json(text.text());
  scratch.hits.clear();
  if (short_enough) {
    scanner_.scan(text.text(), scratch.literals, scratch.hits);
  } else {
    long_scanner_.scan(text.text(), scratch.long_literals, scratch.hits);
  }
  for (const ScanHit& hit : scratch.hits) {
    for (const LiteralGate& gate : literals_[hit.id]) out.push_back({field, gate.rule, hit.end - gate.size});
    for (const Watch& watch : watches_[hit.id]) {
      if (watch.literal.short_only && !short_enough) continue;
      if (!stands(watch, text.text(), hit.end)) continue;
      scratch.watched = true;
      scratch.openers.add(watch.literal.marker);
    }
  }
}

void GateSet::collect_digits(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                             const Question& question) const {
  std::vector<DigitGroup>& groups = scratch.groups;
  groups.clear();
  if (reference_) {
    scalar::find_digit_groups(text.text(), groups);
  } else {
    find_digit_groups(text.text(), scratch.masks.words(), groups);
  }
  const std::string_view view = text.text();
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::uint32_t begin = groups[i].begin;
    const bool plus =
        begin > 0 && (view[begin - 1] == '+' || (begin > 1 && view[begin - 1] == '(' && view[begin - 2] == '+'));
    const bool zeros = view[begin] == '0' && groups[i].end - begin >= 2 && view[begin + 1] == '0';

    // The pattern may begin before the digits only where one of these stands.
    const bool lead = begin > 0 && (view[begin - 1] == '+' || view[begin - 1] == '(');
    const int first_digit = view[begin] - '0';

    DigitSignature signature = 0;
    std::uint32_t digits = 0;
    for (std::size_t k = i; k < groups.size() && k - i < kMaxSignatureGroups && (k == i || groups[k].joined); ++k) {
      const std::uint32_t size = groups[k].end - groups[k].begin;
      digits += size;
      if (size > kMaxGroupDigits || digits > 2 * kMaxGroupDigits) break;
      signature = extend(signature, size);
      const DigitTable::Entry entry = signatures_.find(signature);
      for (const DigitTable::Want& want : entry.wants) {
        if ((want.first_digits >> first_digit & 1) == 0 && !lead) continue;
        if (is_wanted(want.rule, view, begin, question)) out.push_back({field, want.rule, begin});
      }
      if (question.picky_only || (!plus && !zeros)) {
        if (!entry.known) break;
        continue;
      }
      for (const LeadGate& gate : leads_) {
        if (digits >= gate.min_digits && digits <= gate.max_digits && (gate.lead == '+' ? plus : zeros)) {
          out.push_back({field, gate.rule, begin});
        }
      }
    }
  }
}

void GateSet::collect_tokens(FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch, std::vector<Suspect>& out,
                             const Question& question) const {
  scratch.tokens.clear();
  if (reference_) {
    scalar::find_mixed_tokens(text.text(), scratch.tokens);
  } else {
    find_mixed_tokens(scratch.masks.words(), scratch.tokens);
  }
  for (const MixedToken& token : scratch.tokens) {
    tokens_.find(text.text().substr(token.begin, token.end - token.begin), [&](RuleIndex rule) {
      if (is_wanted(rule, text.text(), token.begin, question)) out.push_back({field, rule, token.begin});
    });
  }
}

void GateSet::collect_network(const CharSummary& has, FieldIndex field, Bytes<ViewSpace> text, Scratch& scratch,
                              std::vector<Suspect>& out) const {
  const auto collect_from = [&](const std::vector<RuleIndex>& rules, auto fast, auto plain) {
    if (rules.empty()) return;
    scratch.places.clear();
    if (reference_) {
      plain(text.text(), scratch.places);
    } else {
      fast(text.text(), scratch.masks.words(), scratch.places);
    }
    for (const std::uint32_t at : scratch.places) {
      for (const RuleIndex rule : rules) out.push_back({field, rule, at});
    }
  };
  if (has.digit) collect_from(ip4_, find_ip4_starts, scalar::find_ip4_starts);
  if (has.colon) collect_from(ip6_, find_ip6_starts, scalar::find_ip6_starts);
  collect_from(mac_, find_mac_starts, scalar::find_mac_starts);
}

}  // namespace privet
