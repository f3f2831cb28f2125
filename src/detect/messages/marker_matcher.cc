#include "detect/messages/marker_matcher.h"

#include <algorithm>
#include <array>
#include <span>

#include "detect/messages/json_part.h"
#include "detect/proof/chars.h"
#include "record/unescape.h"

namespace privet {
namespace {

constexpr std::size_t kLeastNested = 16;                    // bytes of JSON in a string
constexpr std::size_t kMostNested = std::size_t{16} << 20;  // looked into
constexpr std::size_t kLeastText = 4;
constexpr std::size_t kMostValues = 8;                          // of JSON in a text that are read
constexpr std::size_t kLeastSayings = 2;                        // in them
constexpr std::ptrdiff_t kLeastSpaces = 3, kLeastForeign = 24;  // of a saying: blanks, bytes beyond ASCII
// Log-odds by structure, layouts and what opened the record, below which the
// other texts are not looked for: they would have to overcome the prior alone.
constexpr double kWorthReading = 2;
// A text says early what it is; of long ones the rest is not searched for what
// speaks against.
constexpr std::size_t kReadAgainst = std::size_t{64} << 10;

bool looks_like_json(std::string_view text) {
  if (text.size() < kLeastNested || text.size() > kMostNested) return false;
  const std::size_t first = text.find_first_not_of(" \n\r\t");
  const std::size_t last = text.find_last_not_of(" \n\r\t");
  if (first == std::string_view::npos) return false;
  return (text[first] == '{' && text[last] == '}') || (text[first] == '[' && text[last] == ']');
}

// Names of objects and arrays, each once and with a dot behind it: where paths
// do not fit into the path view, their first steps are missing there.
void gather_names(const Record& record, std::string& names) {
  names.clear();
  for (const JsonNode& node : record.containers) {
    if (node.name.empty()) continue;
    const std::size_t begin = names.size();
    append_unescaped(record.raw.slice(node.name), names);
    // No name can write a line, or what follows one.
    const auto forges = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '=' || c == '%'; };
    std::replace_if(names.begin() + static_cast<std::ptrdiff_t>(begin), names.end(), forges, '?');
    names += ".\n";
  }
}

// Strings with four words or more, or that are written without spaces and long.
std::size_t count_sayings(const Record& record) {
  std::size_t sayings = 0;
  for (const Field& field : record.fields) {
    if (field.kind() != FieldKind::kString) continue;
    const std::string_view text = record.text(field).text();
    const auto foreign = std::count_if(text.begin(), text.end(), [](char c) { return !is_ascii(c); });
    sayings += std::count(text.begin(), text.end(), ' ') >= kLeastSpaces || foreign >= kLeastForeign ? 1 : 0;
  }
  return sayings;
}

// Words that speak for a message; the others are looked for by themselves.
bool is_about_text(const Marker& marker) { return marker.view == MarkerView::kText && marker.weight >= 0; }

bool is_text(const Field& field) { return field.kind() == FieldKind::kString && field.size >= kLeastText; }

}  // namespace

void MarkerMatcher::Scratch::Found::begin(std::size_t patterns) {
  there.assign(patterns, 0);
  waits.assign(patterns, 0);
  place.assign(patterns, kNoField);
  span.assign(patterns, {});
}

void MarkerMatcher::prepare(FileContext& context) const {
  PatternBank::Scratch scratch;
  context.matched.assign(paths_.count, 0);
  const auto wanted = [&](std::uint32_t pattern) { return about_context_[pattern] != 0; };
  const auto found = [&](std::uint32_t pattern, std::uint32_t, std::uint32_t) { context.matched[pattern] = 1; };
  if (!context.lines.empty()) paths_.patterns.find(context.lines, scratch, wanted, found);
  context.tells = false;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const Marker& marker = markers_->markers()[i];
    if (marker.view != MarkerView::kPath || marker.weight <= 0) continue;
    const auto there = [&](std::uint32_t pattern) { return context.matched[pattern] != 0; };
    context.tells = context.tells || (std::all_of(compiled_[i].all.begin(), compiled_[i].all.end(), there) &&
                                      std::none_of(compiled_[i].none.begin(), compiled_[i].none.end(), there));
  }
}

// Most patterns are of no interest once another of their marker is missing, so
// each is tried when a marker comes to it.
const std::vector<Evidence>& MarkerMatcher::structure_of(const PathView& paths, const FileContext& context,
                                                         Scratch& scratch) const {
  if (scratch.structure_known) return scratch.structure;
  scratch.structure_known = true;
  scratch.structure.clear();
  const PatternBank& bank = paths_.patterns;
  Scratch::Found& found = scratch.paths;
  const std::string_view lines = paths.text.text(), names = scratch.names;
  PatternBank::Look& in_lines = found.bank.look;
  PatternBank::Look& in_names = scratch.names_bank.look;
  bank.look(lines, found.bank, in_lines);
  bank.look(names, scratch.names_bank, in_names);
  scratch.tried.assign(paths_.count, 0);
  const auto in_file = [&](std::uint32_t p) { return !context.matched.empty() && context.matched[p] != 0; };
  const auto possible = [&](std::uint32_t p) {
    if (scratch.tried[p] != 0 || found.there[p] != 0) return found.there[p] != 0;
    return in_file(p) || bank.is_possible(p, lines, in_lines) || bank.is_possible(p, names, in_names);
  };
  const auto note = [&](std::uint32_t p, std::uint32_t begin, std::uint32_t end) {
    // A match may begin with the line feed before its line.
    const auto last = static_cast<std::uint32_t>(lines.size() - 1);
    found.there[p] = 1;
    found.place[p] = paths.leaf_at(std::min(end > begin ? end - 1 : begin, last));
  };
  const auto note_name = [&](std::uint32_t p, std::uint32_t, std::uint32_t) { found.there[p] = 1; };
  const auto there = [&](std::uint32_t p) {
    if (scratch.tried[p] != 0) return found.there[p] != 0;
    scratch.tried[p] = 1;
    if (found.place[p] == kNoField && !lines.empty() && bank.is_possible(p, lines, in_lines))
      bank.find_one(lines, p, in_lines, found.bank, note);
    if (found.there[p] == 0 && !names.empty() && bank.is_possible(p, names, in_names))
      bank.find_one(names, p, in_names, scratch.names_bank, note_name);
    if (in_file(p)) found.there[p] = 1;
    return found.there[p] != 0;
  };
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const Marker& marker = markers_->markers()[i];
    if (marker.view != MarkerView::kPath) continue;
    const Compiled& compiled = compiled_[i];
    if (!std::all_of(compiled.all.begin(), compiled.all.end(), possible) ||
        !std::all_of(compiled.all.begin(), compiled.all.end(), there) ||
        std::any_of(compiled.none.begin(), compiled.none.end(), there))
      continue;
    scratch.structure.push_back({static_cast<MarkerIndex>(i), found.place[compiled.all.front()], {}, false});
  }
  return scratch.structure;
}

const PatternBank::Look& MarkerMatcher::look_at(FieldIndex field, std::string_view text, Scratch& scratch) const {
  const std::size_t place = std::min<std::size_t>(static_cast<std::size_t>(field), Scratch::kKeptLooks - 1);
  if (scratch.looked[place] != field) texts_.patterns.look(text, scratch.texts.bank, scratch.looks[place]);
  scratch.looked[place] = field;
  return scratch.looks[place];
}

// Which loose patterns are worth trying now: those of markers whose others are
// all there. False: none.
bool MarkerMatcher::choose_loose(Scratch::Found& found) const {
  found.waits.assign(found.waits.size(), 1);
  bool any = false;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const Marker& marker = markers_->markers()[i];
    if (marker.view != MarkerView::kText || marker.weight < 0) continue;
    const auto there = [&](std::uint32_t p) { return found.there[p] != 0 || texts_.patterns.is_loose(p); };
    if (!std::all_of(compiled_[i].all.begin(), compiled_[i].all.end(), there)) continue;
    for (const std::vector<std::uint32_t>* patterns : {&compiled_[i].all, &compiled_[i].none}) {
      for (const std::uint32_t p : *patterns) {
        if (!texts_.patterns.is_loose(p)) continue;
        found.waits[p] = 0;
        any = true;
      }
    }
  }
  return any;
}

void MarkerMatcher::find_layouts(FieldIndex field, std::string_view text, Scratch& scratch,
                                 std::vector<FieldTranscript>& transcripts) {
  const std::size_t first = scratch.headers.size();
  scratch.transcripts.clear();
  find_headers(text, scratch.headers);
  sum_up(text, std::span(scratch.headers).subspan(first), scratch.transcripts);
  for (const Transcript& one : scratch.transcripts) transcripts.push_back({field, one, first, scratch.headers.size()});
  if (scratch.transcripts.empty()) scratch.headers.resize(first);
}

// JSON inside a string: the field, and the place in it, stand for every leaf.
// False: it is none.
bool MarkerMatcher::read_json(std::string_view json, FieldIndex field, Span<ViewSpace> place, Arena& arena,
                              Scratch& scratch, Scratch::Found& found) const {
  ReadOptions options;
  options.every_leaf = true;
  if (json.size() > kMostNested) return false;
  if (!scratch.nested->read(RecordFormat::kJson, json, options, scratch.nested_record).ok()) return false;
  gather_names(scratch.nested_record, scratch.names);
  const auto wanted = [&](std::uint32_t pattern) { return found.there[pattern] == 0; };
  const auto note = [&](std::uint32_t pattern, std::uint32_t, std::uint32_t) {
    found.there[pattern] = 1;
    found.place[pattern] = field;
    found.span[pattern] = place;
  };
  const std::string_view lines = make_path_view(scratch.nested_record, arena).text.text();
  for (const std::string_view text : {lines, std::string_view(scratch.names)}) {
    if (!text.empty()) paths_.patterns.find(text, found.bank, wanted, note);
  }
  return true;
}

// JSON with something around it: what its structure tells is of that part of
// the text.
void MarkerMatcher::find_json_in_texts(const RecordViews& views, Arena& arena, Scratch& scratch,
                                       std::vector<Evidence>& evidence,
                                       std::vector<FieldTranscript>& transcripts) const {
  const Record& record = views.record();
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (!is_text(record.fields[i])) continue;
    const std::string_view text = views.view_of(FieldIndex{i}).text.text();
    if (looks_like_json(text)) continue;  // read as a whole
    scratch.parts.clear();
    find_json_parts(text, scratch.parts);
    for (const Span<ViewSpace> place : scratch.parts) {
      const std::size_t known = evidence.size();
      find_in_part(FieldIndex{i}, place, text.substr(place.begin, place.size()), arena, scratch, evidence);
      if (evidence.size() == known) continue;
      transcripts.push_back(
          {FieldIndex{i}, {.layout = Layout::kJson, .headers = 1, .speakers = 0, .place = place}, 0, 0});
    }
  }
}

bool MarkerMatcher::shows_json(const RecordViews& views, Scratch& scratch) {
  const Record& record = views.record();
  scratch.parts.clear();
  for (std::uint32_t i = 0; i < record.fields.size() && scratch.parts.empty(); ++i) {
    if (!is_text(record.fields[i])) continue;
    const std::string_view text = views.view_of(FieldIndex{i}).text.text();
    if (!looks_like_json(text)) find_json_parts(text, scratch.parts);
  }
  return !scratch.parts.empty();
}

// Not for a sample of one: who shows a conversation shows what was said.
void MarkerMatcher::find_in_part(FieldIndex field, Span<ViewSpace> place, std::string_view part, Arena& arena,
                                 Scratch& scratch, std::vector<Evidence>& evidence) const {
  scratch.part.begin(paths_.count);
  std::size_t sayings = 0, values = 0;
  while (!part.empty() && values++ < kMostValues) {
    const std::string_view value = first_value(part);
    part.remove_prefix(std::min(part.find_first_of("{[", value.size()), part.size()));
    if (!read_json(value, field, place, arena, scratch, scratch.part)) break;
    sayings += count_sayings(scratch.nested_record);
  }
  if (sayings < kLeastSayings) return;
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const Marker& marker = markers_->markers()[i];
    if (marker.view == MarkerView::kPath) add_found(static_cast<MarkerIndex>(i), scratch.part, evidence);
  }
}

// A conversation may stand in one field, or have a field for each message.
void MarkerMatcher::add_layouts(MarkerIndex at, const std::vector<FieldTranscript>& transcripts,
                                std::vector<Evidence>& evidence) const {
  const Marker& marker = markers_->marker(at);
  const std::uint32_t layouts = compiled_[static_cast<std::size_t>(at)].layouts;
  std::uint32_t headers = 0, speakers = 0;
  const FieldTranscript* first = nullptr;
  for (const FieldTranscript& one : transcripts) {
    if ((layouts >> static_cast<unsigned>(one.transcript.layout) & 1) == 0) continue;
    if (first == nullptr) first = &one;
    headers += one.transcript.headers;
    speakers = std::max(speakers, one.transcript.speakers);
    if (one.transcript.headers >= marker.least_headers && one.transcript.speakers >= marker.least_speakers) {
      evidence.push_back({.marker = at, .field = one.field, .place = one.transcript.place, .in_text = true});
      return;
    }
  }
  // Where fields have a message each, the speakers alternate in other fields.
  if (first == nullptr || headers < marker.least_headers) return;
  if (first->transcript.headers > 1 && speakers < marker.least_speakers) return;
  evidence.push_back({.marker = at, .field = first->field, .place = first->transcript.place, .in_text = true});
}

// Of what was found in a text: words, or the structure of JSON in it.
void MarkerMatcher::add_found(MarkerIndex at, const Scratch::Found& found, std::vector<Evidence>& evidence) const {
  const Compiled& compiled = compiled_[static_cast<std::size_t>(at)];
  const auto there = [&](std::uint32_t pattern) { return found.there[pattern] != 0; };
  if (!std::all_of(compiled.all.begin(), compiled.all.end(), there)) return;
  if (std::any_of(compiled.none.begin(), compiled.none.end(), there)) return;
  const std::uint32_t first = compiled.all.front();
  evidence.push_back({.marker = at, .field = found.place[first], .place = found.span[first], .in_text = true});
}

bool MarkerMatcher::speaks(const std::vector<Evidence>& evidence) const {
  double sum = 0;
  for (const Evidence& e : evidence) sum += std::max(0.0, markers_->marker(e.marker).weight);
  return sum >= kWorthReading;
}

// The texts of the next of the markers that opened the record.
void MarkerMatcher::ask_next_opener(const RecordViews& views, const Openers& openers, Scratch& scratch,
                                    std::vector<Evidence>& evidence) const {
  const std::uint16_t at = openers.markers[scratch.openers_asked++];
  if (!is_about_text(markers_->markers()[at])) return;
  const Record& record = views.record();
  Scratch::Found& found = scratch.texts;
  const auto there = [&](std::uint32_t pattern) {
    for (std::uint32_t i = 0; i < record.fields.size() && found.there[pattern] == 0; ++i) {
      if (!is_text(record.fields[i])) continue;
      const std::string_view text = views.view_of(FieldIndex{i}).text.text();
      const PatternBank::Look& look = look_at(FieldIndex{i}, text, scratch);
      if (texts_.patterns.is_possible(pattern, text, look))
        texts_.patterns.find_one(text, pattern, look, found.bank, found.note_in(FieldIndex{i}));
    }
    return found.there[pattern] != 0;
  };
  // What is not asked here is asked with all others, if it comes to that.
  if (!std::all_of(compiled_[at].all.begin(), compiled_[at].all.end(), there)) return;
  std::for_each(compiled_[at].none.begin(), compiled_[at].none.end(), there);
  add_found(static_cast<MarkerIndex>(at), scratch.texts, evidence);
}

// Whether a marker whose literal the gates saw is there indeed, or a layout: of
// most records neither is, and nothing else of them is of interest. By what
// costs least first.
bool MarkerMatcher::is_opened(const RecordViews& views, const PathView& paths, const FileContext& context,
                              const Openers& openers, Scratch& scratch, std::vector<Evidence>& evidence) const {
  if (openers.all || openers.headers > 0) return true;
  bool by_structure = false;
  for (const std::uint16_t at : openers.markers) {
    const Marker& marker = markers_->markers()[at];
    if (marker.view == MarkerView::kLayout) return true;
    by_structure = by_structure || marker.view == MarkerView::kPath;
  }
  if (by_structure && !structure_of(paths, context, scratch).empty()) return true;
  while (scratch.openers_asked < openers.markers.size() && evidence.empty())
    ask_next_opener(views, openers, scratch, evidence);
  if (!evidence.empty()) return true;
  // What opened it may stand in JSON that a text shows.
  return by_structure && shows_json(views, scratch);
}

void MarkerMatcher::find(const RecordViews& views, const PathView& paths, const FileContext& context,
                         const Openers& openers, Arena& arena, Scratch& scratch, std::vector<Evidence>& evidence,
                         std::vector<FieldTranscript>& transcripts) const {
  const Record& record = views.record();
  const auto each_text = [&](auto visit) {
    for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
      if (is_text(record.fields[i])) visit(FieldIndex{i}, views.view_of(FieldIndex{i}).text.text());
    }
  };
  scratch.headers.clear();
  scratch.structure_known = false;
  scratch.openers_asked = 0;
  scratch.looked.fill(kNoField);
  scratch.paths.begin(paths_.count);
  scratch.texts.begin(texts_.count);
  each_text([&](FieldIndex field, std::string_view text) {
    if (looks_like_json(text)) read_json(text, field, {}, arena, scratch, scratch.paths);
  });
  gather_names(record, scratch.names);
  if (!is_opened(views, paths, context, openers, scratch, evidence)) return;
  each_text([&](FieldIndex field, std::string_view text) { find_layouts(field, text, scratch, transcripts); });
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    if (markers_->markers()[i].view == MarkerView::kLayout)
      add_layouts(static_cast<MarkerIndex>(i), transcripts, evidence);
  }
  find_json_in_texts(views, arena, scratch, evidence, transcripts);
  gather_names(record, scratch.names);  // of the record again, not of JSON in its texts
  const std::vector<Evidence>& structure = structure_of(paths, context, scratch);
  evidence.insert(evidence.end(), structure.begin(), structure.end());
  while (!openers.all && scratch.openers_asked < openers.markers.size())
    ask_next_opener(views, openers, scratch, evidence);
  if (!openers.all && !speaks(evidence)) return;
  std::erase_if(evidence, [&](const Evidence& e) { return markers_->marker(e.marker).view == MarkerView::kText; });
  for (std::uint32_t p = 0; p < texts_.count; ++p) scratch.texts.waits[p] = texts_.patterns.is_loose(p) ? 1 : 0;
  Scratch::Found& found = scratch.texts;
  const auto wanted = [&](std::uint32_t pattern) { return found.there[pattern] == 0 && found.waits[pattern] == 0; };
  const auto find_in_texts = [&] {
    each_text([&](FieldIndex field, std::string_view text) {
      texts_.patterns.find(text, look_at(field, text, scratch), found.bank, wanted, found.note_in(field));
    });
  };
  find_in_texts();
  if (choose_loose(scratch.texts)) find_in_texts();
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    if (is_about_text(markers_->markers()[i])) add_found(static_cast<MarkerIndex>(i), scratch.texts, evidence);
  }
}

void MarkerMatcher::find_against(const RecordViews& views, Scratch& scratch, std::vector<Evidence>& evidence) const {
  const Record& record = views.record();
  scratch.against.begin(against_.count);
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (!is_text(record.fields[i])) continue;
    const std::string_view text = views.view_of(FieldIndex{i}).text.text().substr(0, kReadAgainst);
    const auto wanted = [&](std::uint32_t pattern) { return scratch.against.there[pattern] == 0; };
    against_.patterns.find(text, scratch.against.bank, wanted, scratch.against.note_in(FieldIndex{i}));
  }
  for (std::size_t i = 0; i < compiled_.size(); ++i) {
    const Marker& marker = markers_->markers()[i];
    if (marker.view == MarkerView::kText && marker.weight < 0)
      add_found(static_cast<MarkerIndex>(i), scratch.against, evidence);
  }
}

}  // namespace privet
