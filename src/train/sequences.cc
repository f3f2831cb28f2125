#include "train/sequences.h"

#include <algorithm>

#include "detect/names/runs.h"
#include "detect/names/tokens.h"
#include "text/casefold.h"

namespace privet {
namespace {

constexpr LabelSet kNotPerson = only(Label::kNone) | only(Label::kOther);

LabelSet allowed_in(SpanKind kind, bool begins) {
  switch (kind) {
    case SpanKind::kPerson:
      return only(begins ? Label::kBegin : Label::kInside);
    case SpanKind::kPlace:
      return only(Label::kPlace);
    case SpanKind::kOrganisation:
      return only(Label::kOrganisation);
    case SpanKind::kNotPerson:
      return kNotPerson;
  }
  return kNotPerson;
}

const LabelledSpan* span_over(std::span<const LabelledSpan> spans, const Token& token) {
  const auto covers = [&](const LabelledSpan& s) { return s.begin < token.end && token.begin < s.end; };
  const auto it = std::find_if(spans.begin(), spans.end(), covers);
  return it == spans.end() ? nullptr : &*it;
}

void append_run(const Run& run, std::span<const LabelledSpan> spans, float weight, Sequences& out) {
  const LabelledSpan* before = nullptr;
  out.all.push_back(
      {static_cast<std::uint32_t>(out.keys.size()), static_cast<std::uint32_t>(run.tokens.size()), weight});
  for (std::size_t i = 0; i < run.tokens.size(); ++i) {
    const LabelledSpan* const span = span_over(spans, run.tokens[i]);
    out.allowed.push_back(span == nullptr ? only(Label::kNone) : allowed_in(span->kind, span != before));
    before = span;
    features_of(run, i, out.keys.emplace_back());
  }
}

}  // namespace

LabelledSpan without_title(const Lexicon& lexicon, std::string_view text, LabelledSpan span) {
  std::vector<Token> tokens;
  append_tokens(text.substr(0, span.end), span.begin, kLongestRun, tokens);
  const auto word_of = [&](const Token& token) { return text.substr(token.begin, token.end - token.begin); };
  const auto folded = [&](const Token& token) {
    std::string word;
    append_casefolded(word_of(token), word);
    return word;
  };
  const bool has_capital = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == TokenKind::kWord && folded(token) != word_of(token);
  });
  std::size_t i = 0;
  for (; i + 1 < tokens.size(); ++i) {
    const std::string word = folded(tokens[i]);
    if (i > 0 && word == ".") continue;
    if (tokens[i].kind != TokenKind::kWord) break;
    const WordFacts facts = lexicon.find(word);
    const bool title = facts.is(WordPart::kTitle) || (facts.is(WordPart::kRole) && facts.given() < 2);
    // "the late Mr Lonner", "old Wilma".
    const bool led_by = has_capital && word == word_of(tokens[i]) && !facts.is(WordPart::kParticle) &&
                        tokens[i].end - tokens[i].begin > 2;
    if (!title && !led_by) break;
  }
  if (i < tokens.size() && tokens[i].kind == TokenKind::kWord) span.begin = tokens[i].begin;
  return span;
}

void append_sequences(const SampleSet& set, const Lexicon& lexicon, float weight, Sequences& out) {
  RunCutter cutter(lexicon, Runs::kAll);
  for (const Sample& sample : set.samples) {
    std::vector<LabelledSpan> spans = sample.spans;
    for (LabelledSpan& span : spans) {
      if (span.kind == SpanKind::kPerson) span = without_title(lexicon, sample.text, span), ++out.persons;
    }
    cutter.cut(sample.text, [&](const Run& run) {
      append_run(run, spans, weight, out);
      const std::uint32_t begin = run.tokens.front().begin, end = run.tokens.back().end;
      out.persons_whole +=
          static_cast<std::uint64_t>(std::count_if(spans.begin(), spans.end(), [&](const LabelledSpan& s) {
            return s.kind == SpanKind::kPerson && begin <= s.begin && s.end <= end;
          }));
    });
  }
}

}  // namespace privet
