// Any text searched for names: by the model, in scripts without capitals, and as
// a record with a sender. Spans are of whole characters, in order and apart, and
// what was searched before has no influence.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.h"
#include "base/utf8.h"
#include "cli/builtin_names.h"
#include "detect/names/caseless.h"
#include "detect/names/record_names.h"
#include "detect/names/tagger.h"
#include "record/json_write.h"
#include "record/record_reader.h"

namespace privet {
namespace {

void check_place(std::string_view text, Span<ViewSpace> span, std::uint32_t& done) {
  PRIVET_CHECK(span.begin < span.end && span.end <= text.size() && span.begin >= done);
  PRIVET_CHECK(!is_continuation(text[span.begin]));
  PRIVET_CHECK(span.end == text.size() || !is_continuation(text[span.end]));
  done = span.end;
}

void check_record(const Lexicon& lexicon, std::string_view text) {
  std::string json = R"({"from":")";
  escape_json(text.substr(0, text.find('\n')), json);
  json += R"(","text":")";
  escape_json(text, json);
  json += "\"}";
  RecordReader reader;
  Record record;
  PRIVET_CHECK(reader.read(RecordForm{RecordFormat::kJson}, json, {}, record).ok());
  RecordViews views;
  views.begin(record);
  std::vector<FieldIndex> searched;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) searched.push_back(FieldIndex{i});
  RecordNames names(lexicon, RuleIndex{0});
  std::vector<Candidate> found;
  names.find(views, searched, found);
  for (const Candidate& candidate : found) {
    std::uint32_t done = 0;
    check_place(views.view_of(candidate.field).text.text(), candidate.span, done);
  }
}

}  // namespace
}  // namespace privet

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace privet;
  static const Result<NameModel> model = NameModel::read(builtin_name_model());
  PRIVET_CHECK(model.has_value());
  static auto* const used = new NameTagger(*model);
  const std::string text(reinterpret_cast<const char*>(data), size);
  if (!is_valid_utf8(text)) return 0;
  std::vector<NameSpan> by_used, by_new;
  used->tag(Bytes<ViewSpace>(text), 0, by_used);
  NameTagger(*model).tag(Bytes<ViewSpace>(text), 0, by_new);
  PRIVET_CHECK(by_used.size() == by_new.size());
  std::uint32_t done = 0;
  for (std::size_t i = 0; i < by_used.size(); ++i) {
    PRIVET_CHECK(by_used[i].span == by_new[i].span && by_used[i].log_probability == by_new[i].log_probability);
    check_place(text, by_used[i].span, done);
  }
  std::vector<CaselessName> caseless;
  find_caseless_names(Bytes<ViewSpace>(text), caseless);
  done = 0;
  for (const CaselessName& name : caseless) check_place(text, name.span, done);
  check_record(model->lexicon(), text);
  return 0;
}
