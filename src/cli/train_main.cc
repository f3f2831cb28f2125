// Builds the name model.
//
//   privet_train --lexicon WORDS --out MODEL [--calibrate-on SET]... SAMPLES...
//
// SAMPLES are files of labelled text (train/sample.h), each with its weight as
// "FILE" or "FILE=0.5". tools/train prepares them and calls this.
#include <algorithm>
#include <array>
#include <atomic>
#include <cstdio>
#include <exception>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "detect/names/model.h"
#include "train/calibrate.h"
#include "train/feature_choice.h"
#include "train/judge.h"
#include "train/learner.h"
#include "train/lexicon_builder.h"
#include "train/model_writer.h"
#include "train/sample.h"
#include "train/sequences.h"

namespace privet {
namespace {

// Together not quite four megabytes.
constexpr std::size_t kMostLexiconBytes = std::size_t{1} << 21;
constexpr std::uint32_t kFeatureSlots = 228'000;
constexpr unsigned kFirstRowBits = 22;
constexpr std::size_t kWorkers = 2;  // each holds all samples' features: 500 MB
// Where the two operating points stand on the calibrated probability.
constexpr double kBalanced = 0.48;
constexpr double kStrict = 0.92;

struct Arguments {
  std::string lexicon, out, report, errors;
  std::vector<std::string> calibrate_on;  // sets, or some with commas between that are left out together
  std::vector<std::string> samples;
  std::vector<std::string> judge;  // sets that are only scored
  LearnOptions learn;
};

struct Weighted {
  SampleSet set;
  float weight = 1;
};

int usage() {
  std::fputs(
      "Usage: privet_train --lexicon WORDS --out MODEL [--report FILE] [--errors FILE] [--judge FILE]...\n"
      "                    [--calibrate-on SET[,SET]...]... [--epochs N] [--rate R] [--drop P] [--drop-word P]\n"
      "                    SAMPLES[=WEIGHT]...\n",
      stderr);
  return 2;
}

struct Learned {
  std::string features;
  Weights weights;
  std::string note;
};

Learned learn_from(const std::vector<const Weighted*>& sets, const Lexicon& lexicon, const LearnOptions& options) {
  Sequences data;
  for (const Weighted* one : sets) append_sequences(one->set, lexicon, one->weight, data);
  Learned out;
  out.note = std::to_string(data.all.size()) + " runs, " + std::to_string(data.keys.size()) + " tokens, " +
             std::to_string(data.persons_whole) + " of " + std::to_string(data.persons) + " persons whole in a run\n";
  // First with nearly all features, each in a row nearly of its own; then with those that matter.
  Rows rows = data.keys;
  for (FeatureKeys& keys : rows) {
    for (std::uint32_t& key : keys) key >>= 32 - kFirstRowBits;
  }
  out.features =
      choose_features(data, rows, learn(data, rows, std::size_t{1} << kFirstRowBits, options), kFeatureSlots);
  const FeatureTable table(out.features.data(), kFeatureSlots);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t f = 0; f < kFeatures; ++f) rows[i][f] = table.find(data.keys[i][f]);
  }
  out.weights = learn(data, rows, kFeatureSlots, options);
  return out;
}

// A model without some sets, and what it finds in them.
struct HeldOut {
  std::vector<std::string_view> origins;
  std::vector<SetScores> judgements;
  std::string errors;

  [[nodiscard]] bool holds(const SampleSet& set) const {
    return std::find(origins.begin(), origins.end(), set.origin()) != origins.end();
  }
};

std::vector<HeldOut> held_out_of(const std::vector<std::string>& arguments) {
  std::vector<HeldOut> all;
  for (std::string_view rest : arguments) {
    HeldOut& one = all.emplace_back();
    while (!rest.empty()) {
      const std::size_t comma = std::min(rest.find(','), rest.size());
      one.origins.push_back(rest.substr(0, comma));
      rest.remove_prefix(std::min(rest.size(), comma + 1));
    }
  }
  return all;
}

// Judges what was left out, and its copies in another case: lines in lower case have a calibration of their own.
void judge_held_out(const std::vector<Weighted>& sets, const NameModel& model, HeldOut& out) {
  for (const Weighted& one : sets) {
    if (!out.holds(one.set) || one.set.name.ends_with("+swap")) continue;
    const SetScores& scores = out.judgements.emplace_back(judge_set(model, one.set));
    out.errors += errors_of(model, one.set, scores);
  }
}

Status write_text(const std::string& path, std::string_view text) {
  if (path.empty()) return {};
  std::ofstream out(path, std::ios::binary);
  out << text;
  if (!out.flush()) return fail(ErrorCode::kIo, path + ": cannot be written");
  return {};
}

Result<std::vector<Weighted>> read_sets(const std::vector<std::string>& arguments) {
  std::vector<Weighted> sets;
  for (const std::string& argument : arguments) {
    const std::size_t equals = argument.rfind('=');
    Result<SampleSet> set = read_samples(argument.substr(0, equals));
    if (!set) return fail(set);
    sets.push_back({std::move(*set), equals == std::string::npos ? 1.0F : std::stof(argument.substr(equals + 1))});
  }
  return sets;
}

// A large set does not rule.
std::array<Calibration, kLineStyles> calibration_from(const std::vector<HeldOut>& held_out) {
  std::vector<Judged> all;
  for (const HeldOut& one : held_out) {
    for (const SetScores& scores : one.judgements) {
      const float weight = 1000.0F / static_cast<float>(std::max<std::size_t>(scores.found.size(), 200));
      for (Judged finding : scores.found) {
        finding.weight = weight;
        all.push_back(finding);
      }
    }
  }
  return all.empty() ? uncalibrated() : calibrate(all);
}

Status train(const Arguments& arguments) {
  Result<std::string> table = build_lexicon(arguments.lexicon, kMostLexiconBytes);
  if (!table) return tl::unexpected(table.error());
  const Result<Lexicon> lexicon = Lexicon::read(*table);
  if (!lexicon) return tl::unexpected(lexicon.error());
  const Result<std::vector<Weighted>> sets = read_sets(arguments.samples);
  if (!sets) return tl::unexpected(sets.error());

  NameModelTables tables;
  tables.calibration = uncalibrated();
  std::vector<HeldOut> held_out = held_out_of(arguments.calibrate_on);
  Learned whole;
  // Each a computation of its own, the last with nothing left out; two at a time.
  const auto run = [&](std::size_t task) {
    HeldOut none;
    HeldOut& one = task < held_out.size() ? held_out[task] : none;
    std::vector<const Weighted*> seen;
    for (const Weighted& set : *sets) {
      if (!one.holds(set.set)) seen.push_back(&set);
    }
    Learned learned = learn_from(seen, *lexicon, arguments.learn);
    if (task == held_out.size()) {
      whole = std::move(learned);
      return;
    }
    const std::string bytes = write_model(*table, std::move(learned.features), learned.weights, tables);
    const Result<NameModel> model = NameModel::read(bytes);
    PRIVET_CHECK(model.has_value());
    judge_held_out(*sets, *model, one);
  };
  {
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    workers.reserve(kWorkers);
    for (std::size_t i = 0; i < kWorkers; ++i) {
      workers.emplace_back([&] {
        for (std::size_t task = next++; task <= held_out.size(); task = next++) run(task);
      });
    }
  }

  tables.calibration = calibration_from(held_out);
  tables.balanced_least = static_cast<std::uint16_t>(kBalanced * 65535);
  tables.strict_least = static_cast<std::uint16_t>(kStrict * 65535);
  const std::string bytes = write_model(*table, std::move(whole.features), whole.weights, tables);
  const Result<NameModel> model = NameModel::read(bytes);
  PRIVET_CHECK(model.has_value());

  std::string report = whole.note, errors;
  const auto add_to_report = [&](const SetScores& scores) {
    report += figures_of(scores, tables.calibration, {kBalanced, kStrict});
  };
  for (const HeldOut& one : held_out) {
    for (const SetScores& scores : one.judgements) add_to_report(scores);
    errors += one.errors;
  }
  for (const std::string& path : arguments.judge) {
    const Result<SampleSet> set = read_samples(path);
    if (!set) return tl::unexpected(set.error());
    add_to_report(judge_set(*model, *set));
  }
  std::fputs(report.c_str(), stderr);
  if (Status status = write_text(arguments.out, bytes); !status) return status;
  if (Status status = write_text(arguments.errors, errors); !status) return status;
  return write_text(arguments.report, report);
}

bool parse(int argc, char** argv, Arguments& out) {
  const std::map<std::string_view, std::function<void(const char*)>> options = {
      {"--lexicon", [&](const char* value) { out.lexicon = value; }},
      {"--out", [&](const char* value) { out.out = value; }},
      {"--report", [&](const char* value) { out.report = value; }},
      {"--errors", [&](const char* value) { out.errors = value; }},
      {"--calibrate-on", [&](const char* value) { out.calibrate_on.emplace_back(value); }},
      {"--judge", [&](const char* value) { out.judge.emplace_back(value); }},
      {"--epochs", [&](const char* value) { out.learn.epochs = std::stoi(value); }},
      {"--rate", [&](const char* value) { out.learn.rate = std::stof(value); }},
      {"--drop", [&](const char* value) { out.learn.drop_feature = std::stof(value); }},
      {"--drop-word", [&](const char* value) { out.learn.drop_word = std::stof(value); }},
  };
  for (int i = 1; i < argc; ++i) {
    if (!std::string_view(argv[i]).starts_with("--")) {
      out.samples.emplace_back(argv[i]);
      continue;
    }
    const auto option = options.find(argv[i]);
    if (option == options.end() || ++i == argc) return false;
    option->second(argv[i]);
  }
  return !out.lexicon.empty() && !out.out.empty() && !out.samples.empty();
}

}  // namespace
}  // namespace privet

int main(int argc, char** argv) {
  using namespace privet;
  try {
    Arguments arguments;
    if (!parse(argc, argv, arguments)) return usage();
    if (const Status status = train(arguments); !status) {
      std::fprintf(stderr, "privet_train: %s\n", status.error().message.c_str());
      return 1;
    }
    return 0;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "privet_train: %s\n", error.what());
    return 1;
  }
}
