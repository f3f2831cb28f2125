#include "detect/names/mentions.h"

#include <algorithm>
#include <bit>

#include "base/utf8.h"
#include "detect/proof/chars.h"
#include "text/script.h"

namespace privet {
namespace {

constexpr float kWhole = 0.9F;
constexpr float kPart = 0.85F;
constexpr float kSmall = 0.75F;

constexpr std::size_t kTokensAtOnce = 4;
constexpr std::size_t kTokensBehind = 8;  // of a name, and what stands behind it
constexpr std::size_t kMostGlued = 16;    // each is looked for by itself
constexpr std::uint32_t kLookBack = 16;   // bytes in which an initial or a particle stands

// Of a byte: letters in either case are one, and bytes beyond ASCII are told
// from them.
constexpr std::uint32_t code_of(char c) {
  if (!is_ascii(c)) return 32U | (static_cast<std::uint8_t>(c) & 31U);
  return is_letter(c) ? static_cast<std::uint8_t>(c) & 31U : 0;
}
constexpr std::uint32_t beginning_of(char first, char second) { return code_of(first) << 6 | code_of(second); }

// The first byte of letters and of marks alike, as of “ » 」.
bool may_be_mark(char c) {
  const auto byte = static_cast<std::uint8_t>(c);
  return byte == 0xC2 || byte >= 0xE2;
}

bool is_gap(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  return begin < end && end - begin <= 2 &&
         std::all_of(text.begin() + begin, text.begin() + end, [](char c) { return c == ' '; });
}

bool is_glued(std::string_view form) { return !form.empty() && begins_cjk(form.front()); }

// Where something new begins, a capital says nothing.
bool begins_sentence(std::string_view text, std::uint32_t at) {
  while (at > 0 && std::string_view(" \t\"'([*_>").find(text[at - 1]) != std::string_view::npos) --at;
  if (at == 0 || std::string_view(".!?:;\n\r-").find(text[at - 1]) != std::string_view::npos) return true;
  if (is_ascii(text[at - 1])) return false;
  return !is_word(decode_utf8(text, previous_utf8(text, at)).code_point);
}

}  // namespace

void Mentions::begin(const Roster& roster) {
  roster_ = &roster;
  beginnings_.fill(0);
  hashes_.fill(0);
  glued_.clear();
  spaced_ = false;
  for (std::size_t i = 0; i < roster.persons().size(); ++i) {
    const std::string_view form = roster.form_of(static_cast<PersonIndex>(i));
    if (is_glued(form) && glued_.size() < kMostGlued && form.size() >= 6) glued_.push_back(form);
  }
  const auto set = [&](std::uint32_t beginning) {
    beginnings_[beginning / 64] |= std::uint64_t{1} << (beginning % 64);
  };
  // Letters with accents stand for those without.
  constexpr std::string_view kAccentLeads = "\xC3\xC4\xC5\xC6\xC8\xE1";
  for (const Roster::Word& word : roster.words()) {
    if (word.part == NamePart::kInitial || word.part == NamePart::kParticle || word.part == NamePart::kSuffix) continue;
    const auto [first, second] = word.lead;
    spaced_ = true;
    hashes_[word.hash >> 6 & 63] |= std::uint64_t{1} << (word.hash & 63);
    set(beginning_of(first, second));
    if (is_ascii(first)) {
      set(beginning_of(first, '\xE2'));  // "O’Neil"
      for (const char lead : kAccentLeads) {
        set(beginning_of(first, lead));
        for (std::uint32_t any = 0; any < 32; ++any) set(code_of(lead) << 6 | 32U | any);
      }
      continue;
    }
    // Greek and Cyrillic have their capitals under two leads.
    const std::string_view leads = first == '\xCE' || first == '\xCF'   ? std::string_view("\xCE\xCF")
                                   : first == '\xD0' || first == '\xD1' ? std::string_view("\xD0\xD1")
                                                                        : std::string_view(&word.lead[0], 1);
    for (const char lead : leads) {
      for (std::uint32_t any = 0; any < 32; ++any) set(code_of(lead) << 6 | 32U | any);
    }
  }
}

void Mentions::find(std::string_view text, std::vector<Mention>& out) {
  if (!glued_.empty()) find_glued(text, out);
  if (!spaced_) return;
  const MaskWords& masks = masks_.compute(text);
  std::uint64_t word_before = 0;
  std::uint32_t done = 0;
  for (std::size_t w = 0; w < masks.words(); ++w) {
    const std::uint64_t word = masks.ascii_letter[w] | masks.digit[w] | masks.non_ascii[w];
    std::uint64_t starts = word & ~(word << 1 | word_before) & ~masks.digit[w];
    word_before = word >> 63;
    for (; starts != 0; starts &= starts - 1) {
      const auto hit = static_cast<std::uint32_t>(w * 64 + static_cast<std::size_t>(std::countr_zero(starts)));
      if (hit < done || hit + 1 >= text.size()) continue;
      // A mark beyond ASCII is a part of the word by the masks: “Ann”.
      const std::size_t begin = hit + (text[hit] == '\xE2' ? 3U : text[hit] == '\xC2' ? 2U : 0U);
      if (begin + 1 >= text.size()) continue;
      const std::uint32_t beginning = beginning_of(text[begin], text[begin + 1]);
      if ((beginnings_[beginning / 64] >> (beginning % 64) & 1) == 0 || is_other_word(text, begin)) continue;
      // From a place where a token begins, whatever stands before it.
      std::uint32_t from = hit;
      while (from > done && !is_space(text[from - 1])) --from;
      std::uint32_t back = from;
      while (back > done && hit - back < kLookBack) --back;
      while (back < from && !is_space(text[back])) ++back;
      while (back < from && is_space(text[back])) ++back;
      done = look(text, back, hit, out);
    }
  }
  masks_.release();
}

// Names of Han, kana and Hangul have no spaces around them.
void Mentions::find_glued(std::string_view text, std::vector<Mention>& out) const {
  for (const std::string_view name : glued_) {
    for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + name.size())) {
      const auto begin = static_cast<std::uint32_t>(at);
      out.push_back({{begin, begin + static_cast<std::uint32_t>(name.size())}, kWhole});
    }
  }
}

// Most words that begin like one of the roster are told from it by their hash.
bool Mentions::is_other_word(std::string_view text, std::size_t begin) {
  std::array<char, kLongestWord> word;
  std::size_t size = 0;
  bool ascii = true;
  for (std::size_t at = begin; at < text.size() && (is_letter(text[at]) || !is_ascii(text[at])); ++at) {
    if (size == word.size() || may_be_mark(text[at])) return false;
    ascii = ascii && is_ascii(text[at]);
    word[size++] = to_lower(text[at]);
  }
  const char next = at_or(text, begin + size);
  if (size == 0 || next == '-' || next == '\'') return false;
  const std::string_view whole(word.data(), size);
  const std::uint64_t hash = ascii ? Lexicon::hash_of(whole) : folder_->fold(whole).hash;
  return (hashes_[hash >> 6 & 63] >> (hash & 63) & 1) == 0;
}

// The mention at the word at `hit`, if it is one. `from` is where its token, or
// one before it, begins. Says how far the text is done.
std::uint32_t Mentions::look(std::string_view text, std::uint32_t from, std::uint32_t hit, std::vector<Mention>& out) {
  std::size_t i = 0;
  std::uint32_t stop = from;
  // Without a space in it, a text may have many tokens before the word.
  do {
    tokens_.clear();
    stop = append_tokens(text, stop, kTokensAtOnce, tokens_);
    i = 0;
    while (i < tokens_.size() && tokens_[i].end <= hit) ++i;
  } while (i == tokens_.size() && stop <= hit && !tokens_.empty());
  if (i == tokens_.size()) return std::max(hit, stop);
  append_tokens(text, stop, kTokensBehind, tokens_);
  if (tokens_[i].kind == TokenKind::kMark && i + 1 < tokens_.size() && tokens_[i + 1].begin == tokens_[i].end) ++i;
  return match(text, i, out);
}

Mentions::Seen Mentions::see(std::string_view text, const Token& token) {
  const std::string_view word = text.substr(token.begin, token.end - token.begin);
  Seen seen;
  seen.folded = folder_->fold(word);
  seen.words = roster_->words_of(seen.folded.hash);
  seen.capital = begins_with_capital(word);
  seen.upper = seen.capital && is_all_upper(word);
  return seen;
}

bool Mentions::begin_run(const Seen& seen, const Token& token, Run& run) const {
  for (const Roster::Word& word : seen.words) {
    if (word.part == NamePart::kInitial || word.part == NamePart::kParticle || word.part == NamePart::kSuffix) continue;
    if (run.person_count == Run::kMostPersons) break;
    if (run.person_count == 0) run.first = word.part;
    run.persons[run.person_count++] = word.person;
  }
  if (run.person_count == 0) return false;
  run.hashes[run.words++] = seen.folded.hash;
  run.end = token.end;
  run.capital = seen.capital;
  run.all_plain = seen.folded.facts.plain() >= 2;
  return true;
}

// Keeps those who have this word, too.
bool Mentions::extend_run(const Seen& seen, const Token& token, Run& run) const {
  if (run.words == run.hashes.size()) return false;
  if (std::find(run.hashes.begin(), run.hashes.begin() + static_cast<std::ptrdiff_t>(run.words), seen.folded.hash) !=
      run.hashes.begin() + static_cast<std::ptrdiff_t>(run.words)) {
    return false;
  }
  std::size_t kept = 0;
  bool full = false;
  for (std::size_t p = 0; p < run.person_count; ++p) {
    for (const Roster::Word& word : seen.words) {
      if (word.person != run.persons[p] || word.part == NamePart::kInitial) continue;
      full = full || (word.part != NamePart::kParticle && word.part != NamePart::kSuffix);
      run.persons[kept++] = run.persons[p];
      break;
    }
  }
  if (kept == 0) return false;
  run.person_count = kept;
  if (full) run.hashes[run.words++] = seen.folded.hash;
  run.end = token.end;
  run.capital = run.capital || seen.capital;
  if (full) run.all_plain = run.all_plain && seen.folded.facts.plain() >= 2;
  return true;
}

// The words behind the first one: "Ann [M. Rey]", "Rey[, Ann]".
void Mentions::read_on(std::string_view text, std::size_t i, Run& run) {
  Run sure = run;  // up to the last word that is of the name
  std::uint32_t end = run.end;
  for (std::size_t k = i + 1; k < tokens_.size(); ++k) {
    const Token& token = tokens_[k];
    const char mark = text[token.begin];
    if (token.kind == TokenKind::kMark) {
      const bool dot = mark == '.' && token.begin == end && k > i + 1 && tokens_[k - 1].end - tokens_[k - 1].begin == 1;
      const bool comma = mark == ',' && token.begin == end && k == i + 1 && run.first == NamePart::kFamily;
      if (!dot && !comma) break;
      end = token.end;
      continue;
    }
    if (token.kind != TokenKind::kWord || !is_gap(text, end, token.begin)) break;
    const Seen seen = see(text, token);
    if (text[end - 1] == ',' && !seen.capital) break;
    if (!seen.words.empty() && extend_run(seen, token, run)) {
      end = token.end;
      const bool particle = std::all_of(seen.words.begin(), seen.words.end(),
                                        [](const Roster::Word& w) { return w.part == NamePart::kParticle; });
      if (!particle) sure = run;
      continue;
    }
    // "Ann M. Rey" where the record has Ann Rey elsewhere.
    if (seen.folded.letters != 1 || !seen.capital) break;
    end = token.end;
  }
  run = sure;
}

// Where the mention begins: with the initial or the particles before its word.
std::uint32_t Mentions::begin_of(std::string_view text, std::size_t i, const Run& run) {
  std::uint32_t begin = tokens_[i].begin;
  while (i > 0) {
    const Token& before = tokens_[i - 1];
    if (before.kind == TokenKind::kMark && i > 1 && text[before.begin] == '.' &&
        (before.end == begin || is_gap(text, before.end, begin)) && tokens_[i - 2].end == before.begin) {
      const Token& initial = tokens_[i - 2];
      const std::string_view form = roster_->form_of(run.persons[0]);
      if (initial.kind != TokenKind::kWord || initial.end - initial.begin != 1 || !is_upper(text[initial.begin])) break;
      if (run.first != NamePart::kFamily || to_lower(text[initial.begin]) != at_or(form, 0)) break;
      begin = initial.begin;
      i -= 2;
      continue;
    }
    if (before.kind != TokenKind::kWord || (before.end != begin && !is_gap(text, before.end, begin))) break;
    const Seen seen = see(text, before);
    const bool particle = std::any_of(seen.words.begin(), seen.words.end(), [&](const Roster::Word& w) {
      return w.part == NamePart::kParticle && w.person == run.persons[0];
    });
    if (!particle) break;
    begin = before.begin;
    --i;
  }
  return begin;
}

// "Rey Street", "Rey Inc".
bool Mentions::before_no_person(std::string_view text, std::size_t i) {
  if (i + 1 >= tokens_.size()) return false;
  const Token& next = tokens_[i + 1];
  if (next.kind != TokenKind::kWord || !is_gap(text, tokens_[i].end, next.begin)) return false;
  const Seen seen = see(text, next);
  const WordFacts facts = seen.folded.facts;
  return seen.capital && facts.given() == 0 && (facts.is(WordPart::kEponym) || facts.is(WordPart::kOrganisation));
}

// A given or a family name by itself; 0: it may be a word.
float Mentions::score_alone(std::string_view text, std::size_t i, const Seen& seen, const Run& run) {
  const Roster::Person& person = roster_->person(run.persons[0]);
  const WordFacts facts = seen.folded.facts;
  const bool family = run.first == NamePart::kFamily;
  const bool other = !facts.is(WordPart::kNone) && !facts.is(WordPart::kParticle) && !facts.is(WordPart::kSuffix);
  const int plain = other ? std::max(facts.plain(), 2) : facts.plain();
  const std::uint32_t letters = seen.folded.letters;
  const bool by_address = person.by == NamedBy::kAddress;
  if (by_address && (!seen.capital || facts.given() + facts.family() == 0)) return 0;
  if (!seen.capital) return plain == 0 && letters >= (family ? 4U : 3U) ? kSmall : 0;
  if (letters < 2 || (letters == 2 && seen.upper)) return 0;  // "AL"
  const float score = by_address ? kSmall : kPart;
  const std::size_t dot = i > 0 && text[tokens_[i - 1].begin] == '.' ? 1 : 0;
  if (i > dot && tokens_[i - 1 - dot].kind == TokenKind::kWord) {
    const Seen before = see(text, tokens_[i - 1 - dot]);
    if (before.capital && is_title_word(before.folded)) return score;  // "Ms Young"
  }
  if (plain == 0) return score;
  if (seen.upper || begins_sentence(text, tokens_[i].begin)) return plain == 1 && !family && !seen.upper ? score : 0;
  if (!family || plain == 1) return score;
  if (plain == 3) return 0;
  // "Black Stone" is another thing.
  const auto capital_word = [&](std::size_t at) {
    return at < tokens_.size() && tokens_[at].kind == TokenKind::kWord && see(text, tokens_[at]).capital;
  };
  return (i > 0 && capital_word(i - 1)) || capital_word(i + 1) ? 0 : score;
}

// Says how far the text is done.
std::uint32_t Mentions::match(std::string_view text, std::size_t i, std::vector<Mention>& out) {
  const Token& token = tokens_[i];
  if (token.kind != TokenKind::kWord) return token.end;
  const Seen seen = see(text, token);
  if (seen.words.empty()) return token.end;
  Run run;
  if (!begin_run(seen, token, run) || is_glued(text.substr(token.begin))) return token.end;
  read_on(text, i, run);
  float score = 0;
  if (run.words > 1) {
    // "will Rey come?": a small plain word is a word.
    if (!seen.capital && run.capital && seen.folded.facts.plain() >= 2) return token.end;
    if (!run.capital && run.all_plain) return run.end;
    score = run.capital ? kWhole : kSmall;
    if (roster_->person(run.persons[0]).by == NamedBy::kAddress) score = std::min(score, kPart);
  } else {
    run.end = token.end;
    if (before_no_person(text, i)) return token.end;
    score = score_alone(text, i, seen, run);
  }
  if (score == 0) return token.end;
  out.push_back({{begin_of(text, i, run), run.end}, score});
  return run.end;
}

}  // namespace privet
