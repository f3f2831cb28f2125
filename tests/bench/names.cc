#include "bench/names.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <vector>

#include "bench/roofline.h"
#include "cli/builtin_names.h"
#include "detect/names/caseless.h"
#include "detect/names/tagger.h"
#include "record/record_reader.h"

namespace privet::bench {
namespace {

std::vector<std::string> texts_of(const std::string& file) {
  std::vector<std::string> texts;
  std::ifstream in(file, std::ios::binary);
  RecordReader reader;
  Record record;
  for (std::string line; std::getline(in, line);) {
    if (!reader.read(RecordForm{RecordFormat::kJson}, line, {}, record).ok()) continue;
    for (const Field& field : record.fields) {
      if (field.kind() == FieldKind::kString) texts.emplace_back(record.text(field).text());
    }
  }
  return texts;
}

}  // namespace

void print_names(const std::string& file, int runs) {
  const Result<NameModel> model = NameModel::read(builtin_name_model());
  PRIVET_CHECK(model.has_value());
  const std::vector<std::string> texts = texts_of(file);
  std::size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  std::vector<Token> tokens;
  RunCutter cutter(model->lexicon());
  NameTagger tagger(*model);
  std::vector<NameSpan> found;
  std::vector<CaselessName> caseless;
  std::size_t all = 0, scored = 0, names = 0;
  const auto best = [&](const std::function<void(const std::string&)>& body) {
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
      all = scored = names = 0;
      const double before = process_cpu_seconds();
      for (const std::string& text : texts) body(text);
      least = std::min(least, process_cpu_seconds() - before);
    }
    return least / static_cast<double>(bytes) * 1e9;
  };
  const double cut = best([&](const std::string& text) {
    tokens.clear();
    append_tokens(text, 0, text.size(), tokens);
    all += tokens.size();
  });
  const std::size_t token_count = all;
  const double gated =
      best([&](const std::string& text) { cutter.cut(text, [&](const Run& run) { scored += run.tokens.size(); }); });
  const std::size_t scored_count = scored;
  const double tagged = best([&](const std::string& text) {
    found.clear();
    tagger.tag(Bytes<ViewSpace>(text), model->tables().balanced_least, found);
    names += found.size();
  });
  const std::size_t name_count = names;
  const double other = best([&](const std::string& text) {
    caseless.clear();
    find_caseless_names(Bytes<ViewSpace>(text), caseless);
  });
  fmt::print(stderr,
             "names by themselves, {} bytes of text, ns a byte: tokens {:.1f}, gate {:.1f}, scores {:.1f}, "
             "in all {:.1f} ({:.0f} MB/s); scripts without capitals {:.1f}\n",
             bytes, cut, gated - cut, tagged - gated, tagged, 1e3 / tagged, other);
  fmt::print(stderr, "{} of {} tokens scored ({:.1f} %), {} names\n", scored_count, token_count,
             100.0 * static_cast<double>(scored_count) / static_cast<double>(std::max<std::size_t>(token_count, 1)),
             name_count);
}

}  // namespace privet::bench
