#include "train/judge.h"

#include <algorithm>
#include <cstdio>

#include "train/sequences.h"

namespace privet {
namespace {

using ViewSpan = Span<ViewSpace>;

std::vector<ViewSpan> persons_of(const NameModel& model, const Sample& sample) {
  std::vector<ViewSpan> persons;
  for (const LabelledSpan& span : sample.spans) {
    if (span.kind != SpanKind::kPerson) continue;
    const LabelledSpan name = without_title(model.lexicon(), sample.text, span);
    persons.push_back({name.begin, name.end});
  }
  return persons;
}

// By person, whether one run holds all of it.
std::vector<bool> whole_in_a_run(RunCutter& cutter, const Sample& sample, const std::vector<ViewSpan>& persons) {
  std::vector<bool> whole(persons.size());
  cutter.cut(sample.text, [&](const Run& run) {
    for (std::size_t i = 0; i < persons.size(); ++i) {
      if (run.tokens.front().begin <= persons[i].begin && persons[i].end <= run.tokens.back().end) whole[i] = true;
    }
  });
  return whole;
}

struct Count {
  double found = 0, exact = 0, overlap = 0;
  void add(const Judged& one) {
    ++found;
    exact += one.exact ? 1 : 0;
    overlap += one.overlap ? 1 : 0;
  }
  [[nodiscard]] double precision() const { return found > 0 ? exact / found : 0; }
  [[nodiscard]] double recall(std::uint64_t persons) const {
    return persons > 0 ? exact / static_cast<double>(persons) : 0;
  }
  [[nodiscard]] double f1(std::uint64_t persons) const {
    const double p = precision(), r = recall(persons);
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
  }
};

struct Best {
  std::size_t step = 0;
  Count count;
  double recall_at_95 = 0;
};

Best best_of(const SetScores& scores) {
  std::array<Count, Calibration::kSteps> steps{};
  for (const Judged& one : scores.found) steps[Calibration::step_of(one.span.log_probability)].add(one);
  Best best;
  Count so_far;
  for (std::size_t step = 0; step < steps.size(); ++step) {
    so_far.found += steps[step].found;
    so_far.exact += steps[step].exact;
    so_far.overlap += steps[step].overlap;
    if (so_far.precision() > 0.95) best.recall_at_95 = std::max(best.recall_at_95, so_far.recall(scores.persons));
    if (so_far.f1(scores.persons) > best.count.f1(scores.persons)) {
      best.count = so_far;
      best.step = step;
    }
  }
  return best;
}

std::string one_line(std::string_view text) {
  std::string line(text);
  for (char& c : line) c = c == '\n' || c == '\t' || c == '\r' ? ' ' : c;
  return line;
}

std::string error_line(const SetScores& scores, std::string_view kind, std::size_t step, const Sample& sample,
                       ViewSpan span) {
  constexpr std::uint32_t kAround = 60;  // bytes
  const std::string_view text = sample.text;
  const std::uint32_t from = span.begin > kAround ? span.begin - kAround : 0;
  std::string line = scores.name + "\t" + std::string(kind) + "\t" + std::to_string(step) + "\t";
  line += one_line(text.substr(span.begin, span.size())) + "\t" + one_line(text.substr(from, span.begin - from)) + "[[";
  return line + one_line(text.substr(span.begin, span.size())) + "]]" + one_line(text.substr(span.end, kAround)) + "\n";
}

}  // namespace

SetScores judge_set(const NameModel& model, const SampleSet& set) {
  SetScores scores;
  scores.name = set.title;
  NameTagger tagger(model);
  RunCutter cutter(model.lexicon());
  std::vector<NameSpan> found;
  for (std::size_t i = 0; i < set.samples.size(); ++i) {
    const Sample& sample = set.samples[i];
    const std::vector<ViewSpan> persons = persons_of(model, sample);
    const std::vector<bool> whole = whole_in_a_run(cutter, sample, persons);
    scores.persons += persons.size();
    scores.persons_whole += static_cast<std::uint64_t>(std::count(whole.begin(), whole.end(), true));
    found.clear();
    tagger.tag(Bytes<ViewSpace>(sample.text), 0, found);
    for (const NameSpan& span : found) {
      Judged one{.span = span, .sample = static_cast<std::uint32_t>(i)};
      one.exact = std::find(persons.begin(), persons.end(), span.span) != persons.end();
      one.overlap = std::any_of(persons.begin(), persons.end(), [&](ViewSpan p) { return p.overlaps(span.span); });
      scores.found.push_back(one);
    }
  }
  return scores;
}

std::string figures_of(const SetScores& scores, const std::array<Calibration, kLineStyles>& calibration,
                       const std::vector<double>& least) {
  std::array<char, 256> line{};
  const int width = static_cast<int>(scores.name.size());
  const Best best = best_of(scores);
  std::snprintf(
      line.data(), line.size(), "%-20.*s best exact F1 %.3f (P %.3f R %.3f) at step %zu; R@P95 %.3f; in runs %.3f\n",
      width, scores.name.data(), best.count.f1(scores.persons), best.count.precision(),
      best.count.recall(scores.persons), best.step, best.recall_at_95,
      static_cast<double>(scores.persons_whole) / static_cast<double>(std::max<std::uint64_t>(scores.persons, 1)));
  std::string lines = line.data();
  for (const double threshold : least) {
    Count count;
    for (const Judged& one : scores.found) {
      const Calibration& table = calibration[static_cast<std::size_t>(one.span.style)];
      if (table.probability[Calibration::step_of(one.span.log_probability)] >= threshold * 65535) count.add(one);
    }
    std::snprintf(line.data(), line.size(),
                  "%-20.*s at %.2f: persons %6llu found %6.0f exact P %.3f R %.3f F1 %.3f, overlap P %.3f\n", width,
                  scores.name.data(), threshold, static_cast<unsigned long long>(scores.persons), count.found,
                  count.precision(), count.recall(scores.persons), count.f1(scores.persons),
                  count.found > 0 ? count.overlap / count.found : 0);
    lines += line.data();
  }
  return lines;
}

std::string errors_of(const NameModel& model, const SampleSet& set, const SetScores& scores) {
  const std::size_t best = best_of(scores).step;
  RunCutter cutter(model.lexicon());
  std::string lines;
  auto at = scores.found.begin();
  for (std::size_t i = 0; i < set.samples.size(); ++i) {
    const Sample& sample = set.samples[i];
    const std::vector<ViewSpan> persons = persons_of(model, sample);
    const std::vector<bool> whole = whole_in_a_run(cutter, sample, persons);
    std::vector<bool> right(persons.size());
    for (; at != scores.found.end() && at->sample == i; ++at) {
      const std::size_t step = Calibration::step_of(at->span.log_probability);
      if (step > best) continue;
      if (!at->exact) lines += error_line(scores, at->overlap ? "bound" : "false", step, sample, at->span.span);
      for (std::size_t p = 0; p < persons.size(); ++p) right[p] = right[p] || persons[p] == at->span.span;
    }
    for (std::size_t p = 0; p < persons.size(); ++p) {
      if (!right[p]) lines += error_line(scores, whole[p] ? "miss" : "gate", 0, sample, persons[p]);
    }
  }
  return lines;
}

}  // namespace privet
