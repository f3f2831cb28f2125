#include "support/scan_oracle.h"

#include <algorithm>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "pipeline/message_rows.h"
#include "rule/marker_reader.h"
#include "rule/rule_reader.h"
#include "support/exact_buffer.h"
#include "support/json_reference.h"

namespace privet::test {
namespace {

RuleSet builtin_rules() {
  RuleSet rules;
  PRIVET_CHECK(read_builtin_rules(rules).has_value());
  return default_rules(rules);
}

Keyring invented_key() {
  Result<Keyring> keys = Keyring::from_bytes("a key that nobody uses");
  PRIVET_CHECK(keys.has_value());
  return std::move(*keys);
}

using Leaves = std::vector<ReferenceLeaf>;

// What the plain reader sees; nothing if it refuses the record.
std::optional<Leaves> leaves_of(RecordFormat format, std::string_view raw) {
  if (format == RecordFormat::kJson) return ReferenceReader(raw).read();
  if (!is_valid_utf8(raw)) return std::nullopt;
  return Leaves{{FieldKind::kString, "", std::string(raw), 0, raw.size()}};
}

bool is_text(FieldKind kind) { return kind == FieldKind::kString || kind == FieldKind::kKey; }

// A leaf, the findings in it that are hidden, and what `mask` may keep.
struct Hidden {
  std::vector<Span<RecordSpace>> unions;  // ascending, apart
};

class Checker {
 public:
  Checker(RecordFormat format, const RuleSet& rules, const OracleOptions& options, const RecordScan& scan,
          const Leaves& leaves)
      : format_(format), rules_(rules), options_(options), scan_(scan), leaves_(leaves), hidden_(leaves.size()) {}

  std::string check_offsets() {
    for (const Finding& f : scan_.findings) {
      if (std::string wrong = check_finding(f); !wrong.empty()) return rules_.rule(f.rule).id + ": " + wrong;
    }
    for (const EmbeddedMessage& one :
         scan_.judgement.judged ? scan_.judgement.embedded : std::vector<EmbeddedMessage>()) {
      if (std::string wrong = check_embedded(one); !wrong.empty()) return "embedded conversation: " + wrong;
    }
    return {};
  }

  std::string check_output(std::string_view out) const {
    const std::optional<Leaves> after = leaves_of(format_, out);
    if (!after) return "the output is not valid";
    if (after->size() != leaves_.size()) return "the output has more or fewer leaves";
    const std::string_view raw = scan_.record.raw.text();
    std::size_t at = 0, out_at = 0;
    for (std::size_t i = 0; i <= leaves_.size(); ++i) {
      const bool end = i == leaves_.size();
      const std::size_t begin = end ? raw.size() : leaves_[i].begin;
      const std::size_t out_begin = end ? out.size() : (*after)[i].begin;
      if (raw.substr(at, begin - at) != out.substr(out_at, out_begin - out_at)) return "bytes between strings changed";
      if (end) break;
      at = leaves_[i].end, out_at = (*after)[i].end;
      if (std::string wrong = check_leaf(i, out.substr(out_begin, out_at - out_begin)); !wrong.empty()) return wrong;
    }
    if (all_keys_differ(leaves_) && !all_keys_differ(*after)) return "two keys became the same";
    return check_found_everywhere(*after);
  }

 private:
  // The text that a part of a leaf stands for, read the plain way.
  std::string decoded(const ReferenceLeaf& leaf, Span<RecordSpace> raw) const {
    const std::string part(scan_.record.raw.slice(raw));
    if (format_ == RecordFormat::kText || !is_text(leaf.kind)) return part;
    const auto read = ReferenceReader('"' + part + '"').read();
    return read && read->size() == 1 ? read->front().text : "\xFF";
  }

  std::string check_finding(const Finding& f) {
    const auto holds = [&](const ReferenceLeaf& l) {
      return l.begin <= f.raw.begin && f.raw.end <= l.end && !f.raw.empty();
    };
    const auto it = std::find_if(leaves_.begin(), leaves_.end(), holds);
    if (it == leaves_.end()) return "its raw bytes are in no leaf";
    const ReferenceLeaf& leaf = *it;
    const Field& field = scan_.record.field(f.field);
    if (field.kind() != leaf.kind || field.raw.begin != leaf.begin) return "its field is another";
    const std::string_view text = leaf.text;
    if (f.bytes.begin >= f.bytes.end || f.bytes.end > text.size()) return "its bytes are not in the field";
    const std::string_view before = text.substr(0, f.bytes.begin);
    const std::string_view value = text.substr(f.bytes.begin, f.bytes.size());
    if (!is_valid_utf8(before) || !is_valid_utf8(value)) return "its bytes cut a character";
    if (f.cp_begin != count_code_points(before) || f.cp_end != f.cp_begin + count_code_points(value))
      return "its code points are not its bytes";
    if (decoded(leaf, {static_cast<std::uint32_t>(leaf.begin), f.raw.begin}) != before)
      return "its raw begin is not its bytes' begin";
    if (decoded(leaf, f.raw) != value) return "its raw bytes are not its bytes";
    if (f.view.end > scan_.views.view_of(f.field).text.size()) return "it reaches beyond the view";
    if (f.action != Action::kKeep) hide(static_cast<std::size_t>(it - leaves_.begin()), f.raw);
    return {};
  }

  // Its three spans name the same characters of one string.
  [[nodiscard]] std::string check_embedded(const EmbeddedMessage& message) const {
    const EmbeddedPlace place = place_of(scan_, message);
    const auto holds = [&](const ReferenceLeaf& l) {
      return l.begin <= place.raw.begin && place.raw.end <= l.end && !place.raw.empty();
    };
    const auto it = std::find_if(leaves_.begin(), leaves_.end(), holds);
    if (it == leaves_.end() || it->kind != FieldKind::kString) return "its raw bytes are in no string";
    if (place.bytes.end > it->text.size()) return "its bytes are not in the string";
    const std::string before = it->text.substr(0, place.bytes.begin);
    const std::string value = it->text.substr(place.bytes.begin, place.bytes.size());
    if (!is_valid_utf8(before) || !is_valid_utf8(value)) return "its bytes cut a character";
    if (place.cp_begin != count_code_points(before) || place.cp_end != place.cp_begin + count_code_points(value))
      return "its code points are not its bytes";
    if (decoded(*it, {static_cast<std::uint32_t>(it->begin), place.raw.begin}) != before)
      return "its raw begin is not its bytes' begin";
    return decoded(*it, place.raw) == value ? "" : "its raw bytes are not its bytes";
  }

  void hide(std::size_t leaf, Span<RecordSpace> raw) {
    auto& unions = hidden_[leaf].unions;
    unions.push_back(raw);
    std::sort(unions.begin(), unions.end());
    std::size_t kept = 0;
    for (const Span<RecordSpace>& span : std::vector(unions)) {
      // Removals side by side are one; others may stand side by side.
      const bool joined = kept > 0 && (span.begin < unions[kept - 1].end ||
                                       (span.begin == unions[kept - 1].end && options_.action == Action::kRedact));
      if (joined) {
        unions[kept - 1].end = std::max(unions[kept - 1].end, span.end);
      } else {
        unions[kept++] = span;
      }
    }
    unions.resize(kept);
  }

  std::string check_leaf(std::size_t i, std::string_view out) const {
    const ReferenceLeaf& leaf = leaves_[i];
    const auto& unions = hidden_[i].unions;
    const std::string_view raw = scan_.record.raw.text().substr(leaf.begin, leaf.end - leaf.begin);
    if (unions.empty()) return raw == out ? "" : "a string or number without a finding changed";
    if (leaf.kind == FieldKind::kNumber) return out == "null" ? "" : "a number did not become null";
    return matches(leaf, 0, out) ? ""
                                 : "a string changed outside its findings, or holds another replacement than it should";
  }

  // Whether `out` is the leaf from its nth stretch on, with replacements for unions.
  bool matches(const ReferenceLeaf& leaf, std::size_t nth, std::string_view out) const {
    const auto& unions = hidden_[static_cast<std::size_t>(&leaf - leaves_.data())].unions;
    const std::size_t begin = nth == 0 ? leaf.begin : unions[nth - 1].end;
    const std::size_t end = nth == unions.size() ? leaf.end : unions[nth].begin;
    const std::string_view kept = scan_.record.raw.text().substr(begin, end - begin);
    if (!out.starts_with(kept)) return false;
    out.remove_prefix(kept.size());
    if (nth == unions.size()) return out.empty();
    for (const std::size_t size : replacements(leaf.kind, out)) {
      if (matches(leaf, nth + 1, out.substr(size))) return true;
    }
    return false;
  }

  // How long what the operator writes may be at the beginning of `out`.
  std::vector<std::size_t> replacements(FieldKind kind, std::string_view out) const {
    std::vector<std::size_t> sizes;
    if (const std::size_t size = options_.style.match_at(out, 0); size > 0) sizes.push_back(size);
    const bool key = kind == FieldKind::kKey;
    const auto add = [&](std::size_t size) {
      sizes.push_back(size);
      if (!key || out.substr(size, 1) != "_") return;
      std::size_t digits = size + 1;
      while (digits < out.size() && out[digits] >= '0' && out[digits] <= '9') ++digits;
      if (digits > size + 1) sizes.push_back(digits);
    };
    if (options_.action == Action::kRedact) {
      add(0);
      if (out.starts_with(' ')) add(1);
    } else if (options_.action == Action::kMask && out.starts_with("***")) {
      // A character takes at most twelve bytes, as two escapes.
      for (std::size_t tail = 0; tail <= options_.mask_keep_last * 12 && 3 + tail <= out.size(); ++tail) add(3 + tail);
    }
    return sizes;
  }

  // By their pointers: two objects with one pointer, of an equal key above, may share keys.
  static bool all_keys_differ(const Leaves& leaves) {
    std::set<std::string_view> pointers;
    const auto is_new = [&](const ReferenceLeaf& leaf) {
      return leaf.kind != FieldKind::kKey || pointers.insert(leaf.pointer).second;
    };
    return std::all_of(leaves.begin(), leaves.end(), is_new);
  }

  std::string check_found_everywhere(const Leaves& after) const {
    if (scan_.findings.size() > 60) return {};  // RepeatFinder looks for so many lengths only
    for (const Finding& f : scan_.findings) {
      if (f.action == Action::kKeep) continue;
      const std::string_view value = scan_.views.view_of(f.field).text.slice(f.view);
      if (value.size() < 5 || value.find_first_of("&%\\") != std::string_view::npos) continue;
      for (const ReferenceLeaf& leaf : after) {
        const bool looked_at =
            leaf.kind == FieldKind::kString || (leaf.kind == FieldKind::kKey && options_.keys == KeysMode::kRedact);
        if (looked_at && leaf.text == value)
          return rules_.rule(f.rule).id + ": its value is a whole string of the output";
      }
    }
    return {};
  }

  RecordFormat format_;
  const RuleSet& rules_;
  const OracleOptions& options_;
  const RecordScan& scan_;
  const Leaves& leaves_;
  std::vector<Hidden> hidden_;  // by leaf
};

auto key_of(const Finding& f) {
  return std::tie(f.field, f.raw, f.bytes, f.view, f.cp_begin, f.cp_end, f.rule, f.entity, f.score, f.region,
                  f.reserved, f.embedded, f.action);
}

// What is said of one conversation, weights and all.
std::string said_of(const Classification& judged, const MarkerSet& markers) {
  std::string out(class_name(judged.message_class));
  out += '/';
  out += platform_name(judged.platform);
  out += ' ' + std::to_string(judged.score) + (judged.confirmed ? " confirmed" : "");
  for (const WeighedEvidence& one : judged.evidence) {
    out += ' ' + markers.marker(one.evidence.marker).id + '@' +
           std::to_string(static_cast<std::uint32_t>(one.evidence.field)) + ':' +
           std::to_string(one.evidence.place.begin) + '-' + std::to_string(one.evidence.place.end);
  }
  return out;
}

// Everything that a judgement says, without any text of the record.
std::string said_of(const Judgement& judgement, const MarkerSet& markers) {
  if (!judgement.judged) return "not judged";
  std::string out = judgement.is_message ? "a message: " : judgement.blanked ? "blanked: " : "none: ";
  out += said_of(judgement.origin, markers);
  for (const EmbeddedMessage& one : judgement.embedded) {
    out += "; in field " + std::to_string(static_cast<std::uint32_t>(one.field)) + ' ' +
           std::to_string(one.place.begin) + '-' + std::to_string(one.place.end) + ' ' +
           said_of(one.classification, markers);
  }
  for (const Participant& one : judgement.participants) {
    out += "; by " + std::to_string(static_cast<std::uint32_t>(one.field)) + ' ' + std::to_string(one.place.begin) +
           '-' + std::to_string(one.place.end) + (one.is_nickname ? " nickname" : "");
  }
  return out;
}

}  // namespace

ScanOracle::ScanOracle()
    : rules_(builtin_rules()), keys_(invented_key()), fast_(make_side(false)), plain_(make_side(true)) {}

std::unique_ptr<ScanOracle::Side> ScanOracle::make_side(bool reference) {
  auto side = std::make_unique<Side>();
  MarkerSet markers;
  PRIVET_CHECK(read_builtin_markers(markers).has_value() && markers.apply_weights(nullptr));
  PRIVET_CHECK(side->messages.set_up(rules_, std::move(markers), reference, side->plan.messages).has_value());
  side->plan.messages.matcher->prepare(side->context);
  Result<Matcher> matcher =
      Matcher::build(rules_, {.reference = reference, .default_region = {}, .watched = side->messages.watched()});
  PRIVET_CHECK(matcher.has_value());
  side->matcher.emplace(std::move(*matcher));
  Result<PathMatcher> paths = PathMatcher::build(rules_, reference);
  PRIVET_CHECK(paths.has_value());
  side->paths.emplace(std::move(*paths));
  side->plan.rules = &rules_;
  side->plan.matcher = side->plan.name_matcher = &*side->matcher;
  side->plan.paths = &*side->paths;
  side->plan.redaction.tokens = &keys_;
  side->worker = std::make_unique<Worker>(side->plan);
  return side;
}

void ScanOracle::scan(Side& side, RecordFormat format, std::string_view raw) const {
  side.worker->output.clear();
  side.outcome = scan_record(side.plan, {format, &side.context}, *side.worker, raw);
}

std::string ScanOracle::difference() const {
  const RecordOutcome& a = fast_->outcome;
  const RecordOutcome& b = plain_->outcome;
  if (a.fate != b.fate || a.reason != b.reason || a.damaged_at != b.damaged_at)
    return "the paths differ in whether it is scanned";
  if (a.fate == RecordFate::kWithheld) return {};
  const auto& found = fast_->worker->original.findings;
  const auto& expected = plain_->worker->original.findings;
  for (std::size_t i = 0; i < std::max(found.size(), expected.size()); ++i) {
    if (i < found.size() && i < expected.size() && key_of(found[i]) == key_of(expected[i])) continue;
    const auto named = [&](const std::vector<Finding>& list) {
      return i < list.size() ? rules_.rule(list[i].rule).id + " at " + std::to_string(list[i].raw.begin) + ".." +
                                   std::to_string(list[i].raw.end)
                             : "nothing";
    };
    return "the fast path finds " + named(found) + " where the plain one finds " + named(expected);
  }
  const MarkerSet& markers = fast_->plan.messages.matcher->markers();
  const std::string judged = said_of(fast_->worker->original.judgement, markers);
  const std::string expected_judgement = said_of(plain_->worker->original.judgement, markers);
  if (judged != expected_judgement)
    return "the fast path judges " + judged + " where the plain one judges " + expected_judgement;
  if (a.changed != b.changed || fast_->worker->output != plain_->worker->output)
    return "the paths write different output";
  return {};
}

std::string ScanOracle::compare_paths(RecordFormat format, std::string_view raw) {
  for (Side* side : {fast_.get(), plain_.get()}) {
    side->plan.redact = false;
    scan(*side, format, raw);
  }
  findings_ = fast_->outcome.fate == RecordFate::kScanned ? fast_->worker->original.findings.size() : 0;
  return difference();
}

std::string ScanOracle::check(RecordFormat format, std::string_view raw, const OracleOptions& options) {
  const ExactBuffer input(raw);
  for (Side* side : {fast_.get(), plain_.get()}) {
    side->plan.redact = true;
    RedactPlan& redaction = side->plan.redaction;
    redaction.by_entity.assign(rules_.entities().size(), options.action);
    redaction.style = options.style;
    redaction.keys = options.keys;
    redaction.mask_keep_last = options.mask_keep_last;
    redaction.keep_reserved_ip = options.keep_reserved_ip;
    scan(*side, format, input.text());
  }
  findings_ = 0;
  if (std::string wrong = difference(); !wrong.empty()) return wrong;
  const std::optional<Leaves> leaves = leaves_of(format, raw);
  if (fast_->outcome.fate == RecordFate::kWithheld) return leaves ? "a valid record is withheld" : "";
  if (!leaves) return "a damaged record is scanned";

  Worker& worker = *fast_->worker;
  findings_ = worker.original.findings.size();
  Checker checker(format, rules_, options, worker.original, *leaves);
  if (std::string wrong = checker.check_offsets(); !wrong.empty()) return wrong;
  const bool acts = std::any_of(worker.original.findings.begin(), worker.original.findings.end(),
                                [](const Finding& f) { return f.action != Action::kKeep; });
  if (fast_->outcome.changed != acts) return "it changed without a finding, or did not with one";
  if (!acts) return {};
  if (std::string wrong = checker.check_output(worker.output); !wrong.empty()) return wrong;

  const ExactBuffer once(worker.output);
  scan(*fast_, format, once.text());
  if (fast_->outcome.fate != RecordFate::kScanned) return "the output cannot be scanned";
  for (const Finding& f : worker.original.findings) {
    if (f.action != Action::kKeep) return rules_.rule(f.rule).id + ": found in the output";
  }
  return fast_->outcome.changed ? "the second pass changes the output" : "";
}

}  // namespace privet::test
