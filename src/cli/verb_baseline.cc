// privet baseline create|update|add|prune|show: which findings are known.
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/iso_date.h"
#include "base/utf8.h"
#include "cli/baseline_file.h"
#include "cli/check_run.h"
#include "cli/terminal.h"
#include "cli/verbs.h"
#include "gate/anchor.h"
#include "input/source.h"
#include "record/json_write.h"
#include "redact/keyed.h"

namespace privet {
namespace {

ExitCode usage(const std::string& message) { return complain({ErrorCode::kUsage, message}); }

// What the options say of entries to be made.
Status check_words(const Options& o) {
  for (const auto& [option, text] : {std::pair("--reason", &o.reason), std::pair("--who", &o.who)}) {
    if (!is_valid_utf8(*text)) return fail(ErrorCode::kUsage, fmt::format("{} must be UTF-8", option));
  }
  for (const auto& [option, date] : {std::pair("--added", &o.added), std::pair("--expires", &o.expires)}) {
    if (!date->empty() && !is_iso_date(*date))
      return fail(ErrorCode::kUsage, fmt::format("{} needs a date, YYYY-MM-DD", option));
  }
  return {};
}

// A path from the root of a machine tells whose it is.
std::string_view file_hint(std::string_view file) {
  return file.starts_with('/') || file.starts_with("..") ? std::string_view() : file;
}

BaselineEntry entry_of(const Options& o, std::string id, std::string_view entity, std::string_view file) {
  return {.id = std::move(id),
          .entity = std::string(entity),
          .file = std::string(file_hint(file)),
          .reason = o.reason,
          .who = o.who,
          .added = o.added,
          .expires = o.expires};
}

// Of a finding only what is kept or shown: there may be hundreds of thousands.
struct FoundOne {
  std::string id;
  std::string_view rule, entity, file;  // in Found::names
  std::uint64_t line = 0, column = 0;
};

// What a check of the files finds. Views are into it, so it moves and is not copied.
struct Found {
  Found() = default;
  Found(Found&&) = default;
  Found& operator=(Found&&) = default;

  std::deque<FoundOne> findings;             // each id once, in the order of the run
  std::unordered_set<std::string_view> ids;  // of them
  std::set<std::string, std::less<>> names;
  CheckTotals totals;

  std::string_view name(const std::string& text) {
    const auto known = names.find(text);
    return known != names.end() ? *known : *names.insert(text).first;
  }

  void add(CheckFinding&& finding) {
    if (ids.contains(finding.fingerprint)) return;
    findings.push_back({std::move(finding.fingerprint), name(finding.rule), name(finding.entity), name(finding.file),
                        finding.line, finding.column});
    ids.insert(findings.back().id);
  }
};

Result<Found> find(const Options& o) {
  Found found;
  Result<CheckTotals> totals = run_check(o, [&](CheckFinding&& finding) -> Status {
    found.add(std::move(finding));
    return {};
  });
  if (!totals) return fail(totals);
  found.totals = std::move(*totals);
  return found;
}

ExitCode done(const Found& found) { return found.totals.incomplete() ? ExitCode::kIncomplete : ExitCode::kDone; }

// "EMAIL_ADDRESS 10, PHONE_NUMBER 2"
std::string by_entity(const std::deque<FoundOne>& findings) {
  std::map<std::string_view, std::size_t> counts;
  for (const FoundOne& finding : findings) ++counts[finding.entity];
  std::string out;
  for (const auto& [entity, count] : counts) out += fmt::format("{}{} {}", out.empty() ? "" : ", ", entity, count);
  return out;
}

// Whether what was shown is to be done: --yes, or a person who says so.
bool is_agreed(const Options& o, const std::string& question) {
  if (o.yes) return true;
  if (!is_terminal(STDIN_FILENO) || !is_terminal(STDERR_FILENO)) {
    fmt::print(stderr, "privet: nothing was written; --yes does it\n");
    return false;
  }
  fmt::print(stderr, "{} [y/N] ", question);
  std::fflush(stderr);
  const int answer = std::getchar();
  return answer == 'y' || answer == 'Y';
}

ExitCode create(const Options& o, const std::string& path) {
  const std::string name = printable_path(path);
  if (!o.force && ::access(path.c_str(), F_OK) == 0)
    return usage(name + " exists already; privet baseline update adds what is new, --force makes it anew");
  Result<Found> found = find(o);
  if (!found) return complain(found.error());
  std::vector<BaselineEntry> entries;
  for (const FoundOne& finding : found->findings) {
    entries.push_back(entry_of(o, finding.id, finding.entity, finding.file));
    if (entries.back().reason.empty()) entries.back().reason = "known when the baseline was made";
  }
  Baseline baseline{.key = found->totals.key_name, .entries = {}};
  baseline.put_all(std::move(entries));
  if (Status made = make_baseline(path, baseline, o.force); !made) return complain(made.error());
  if (!o.quiet) {
    fmt::print(stderr, "{}: {} known{}{}\n", name, count_of(baseline.entries.size(), "finding"),
               found->findings.empty() ? "" : ": ", by_entity(found->findings));
    fmt::print(stderr, "For merges without conflicts: echo '{} merge=union' >> .gitattributes\n", kBaselineName);
  }
  return done(*found);
}

ExitCode update(const Options& o, const std::string& path) {
  const std::string name = printable_path(path);
  const Result<std::string> day = today();
  if (!day) return complain(day.error());
  const Result<std::optional<Baseline>> known = load_baseline(path);
  if (!known) return complain(known.error());
  if (!*known) return usage("there is no " + name + "; privet baseline create makes it");
  Result<Found> found = find(o);
  if (!found) return complain(found.error());
  if (Status same = check_key(**known, found->totals.key_name, path); !same) return complain(same.error());

  std::vector<const FoundOne*> fresh;
  for (const FoundOne& finding : found->findings) {
    const Known how = (*known)->knows(finding.id, *day);
    if (how == Known::kKnown) continue;
    fresh.push_back(&finding);
    fmt::print("{}:{}:{}: {} {} [{}]{}\n", finding.file, finding.line, finding.column, finding.rule, finding.entity,
               finding.id, how == Known::kExpired ? " expired" : "");
  }
  std::fflush(stdout);
  if (fresh.empty()) {
    if (!o.quiet) fmt::print(stderr, "{}: nothing is new\n", name);
    return done(*found);
  }
  if (o.reason.empty()) return usage("nothing was written: say why these are accepted, with --reason TEXT");
  if (!is_agreed(o, fmt::format("Accept {}?", fresh.size() == 1 ? "this finding" : "these findings")))
    return ExitCode::kError;
  const Status written = change_baseline(path, [&](std::optional<Baseline>& baseline) -> Result<bool> {
    if (!baseline) return fail(ErrorCode::kIo, name + " is gone");
    if (Status same = check_key(*baseline, found->totals.key_name, path); !same) return fail(same);
    std::vector<BaselineEntry> entries;
    for (const FoundOne* finding : fresh) {
      // Somebody else may have accepted it meanwhile: their words stay.
      if (baseline->knows(finding->id, *day) == Known::kKnown) continue;
      entries.push_back(entry_of(o, finding->id, finding->entity, finding->file));
    }
    return baseline->put_all(std::move(entries));
  });
  if (!written) return complain(written.error());
  if (!o.quiet) fmt::print(stderr, "{}: {} accepted\n", name, count_of(fresh.size(), "finding"));
  return done(*found);
}

// Ids come first; what is none is a file.
ExitCode add(Options o, const std::string& path) {
  const std::string name = printable_path(path);
  std::vector<std::string> ids;
  for (const std::string& typed : std::exchange(o.inputs, {})) (is_finding_id(typed) ? ids : o.inputs).push_back(typed);
  if (ids.empty())
    return usage("baseline add needs the id of a finding: 12 hexadecimal digits, as privet check shows it");
  if (o.reason.find_first_not_of(" \t") == std::string::npos)
    return usage("baseline add needs --reason TEXT: why the finding is accepted");

  std::vector<BaselineEntry> entries;
  std::optional<std::string> key;  // absent: not told, and taken for that of the baseline
  if (o.inputs.empty()) {
    if (!o.key_file.empty()) {
      const Result<Keyring> keys = Keyring::load(o.key_file);
      if (!keys) return complain(keys.error());
      key = keys->anchor_key_name();
    }
    for (const std::string& id : ids) entries.push_back(entry_of(o, id, "", ""));
  } else {
    Result<Found> found = find(o);
    if (!found) return complain(found.error());
    key = found->totals.key_name;
    for (const std::string& id : ids) {
      const auto it = std::find_if(found->findings.begin(), found->findings.end(),
                                   [&](const FoundOne& finding) { return finding.id == id; });
      if (it == found->findings.end()) return usage("no finding in these files has the id " + id);
      entries.push_back(entry_of(o, id, it->entity, it->file));
    }
  }
  const Status written = change_baseline(path, [&](std::optional<Baseline>& baseline) -> Result<bool> {
    if (!baseline) baseline = Baseline{.key = key.value_or(""), .entries = {}};
    if (key) {
      if (Status same = check_key(*baseline, *key, path); !same) return fail(same);
    }
    bool changed = false;
    for (BaselineEntry& entry : entries) {
      // Accepted again, with other words: what is known of its place stays.
      if (const BaselineEntry* const before = baseline->find(entry.id); before != nullptr && entry.entity.empty()) {
        entry.entity = before->entity;
        entry.file = before->file;
      }
      changed |= baseline->put(entry);
    }
    return changed;
  });
  if (!written) return complain(written.error());
  if (!o.quiet) fmt::print(stderr, "{}: {} accepted\n", name, count_of(ids.size(), "finding"));
  return ExitCode::kDone;
}

std::string shown(const BaselineEntry& entry, bool expired) {
  std::string line = entry.id;
  if (!entry.entity.empty()) line += "  " + entry.entity;
  if (!entry.file.empty()) line += "  " + entry.file;
  if (!entry.expires.empty()) line += (expired ? "  expired " : "  until ") + entry.expires;
  line += "  " + entry.reason;
  if (!entry.who.empty()) line += "  (" + entry.who + ")";
  return one_line(std::move(line));
}

ExitCode prune(const Options& o, const std::string& path) {
  const std::string name = printable_path(path);
  const Result<std::optional<Baseline>> known = load_baseline(path);
  if (!known) return complain(known.error());
  if (!*known) return usage("there is no " + name);
  Result<Found> found = find(o);
  if (!found) return complain(found.error());
  if (Status same = check_key(**known, found->totals.key_name, path); !same) return complain(same.error());
  if (found->totals.incomplete()) {
    fmt::print(stderr, "privet: nothing was pruned, since not everything was scanned\n");
    return ExitCode::kIncomplete;
  }
  std::set<std::string> gone;
  for (const BaselineEntry& entry : (*known)->entries) {
    if (found->ids.contains(entry.id)) continue;
    gone.insert(entry.id);
    fmt::print("{}\n", shown(entry, false));
  }
  std::fflush(stdout);
  if (gone.empty()) {
    if (!o.quiet) fmt::print(stderr, "{}: every entry is still found\n", name);
    return ExitCode::kDone;
  }
  if (!is_agreed(o, fmt::format("Remove {}?", gone.size() == 1 ? "this entry" : "these entries")))
    return ExitCode::kError;
  const Status written = change_baseline(path, [&](std::optional<Baseline>& baseline) -> Result<bool> {
    if (!baseline) return false;
    return std::erase_if(baseline->entries, [&](const BaselineEntry& entry) { return gone.contains(entry.id); }) > 0;
  });
  if (!written) return complain(written.error());
  if (!o.quiet)
    fmt::print(stderr, "{}: {} removed\n", name, gone.size() == 1 ? "1 entry" : fmt::format("{} entries", gone.size()));
  return ExitCode::kDone;
}

ExitCode show(const Options& o, const std::string& path) {
  const Result<std::string> day = today();
  if (!day) return complain(day.error());
  const Result<std::optional<Baseline>> baseline = load_baseline(path);
  if (!baseline) return complain(baseline.error());
  if (!*baseline) return usage("there is no " + printable_path(path));
  std::size_t expired = 0;
  for (const BaselineEntry& entry : (*baseline)->entries) {
    const bool is_over = has_expired(entry, *day);
    expired += is_over ? 1 : 0;
    if (o.format != "jsonl") {
      fmt::print("{}\n", shown(entry, is_over));
      continue;
    }
    std::string line;
    JsonWriter json(line);
    json.begin_object();
    json.member("id", entry.id);
    json.member("entity", entry.entity);
    json.member("file", entry.file);
    json.member("reason", entry.reason);
    json.member("who", entry.who);
    json.member("added", entry.added);
    json.member("expires", entry.expires);
    json.member("expired", is_over);
    json.end_object();
    fmt::print("{}\n", line);
  }
  if (!o.quiet) {
    const std::size_t entries = (*baseline)->entries.size();
    fmt::print(stderr, "{}: {} {}, {} expired\n", printable_path(path), entries, entries == 1 ? "entry" : "entries",
               expired);
  }
  return ExitCode::kDone;
}

}  // namespace

ExitCode run_baseline_verb(const Options& options) {
  if (Status fine = check_words(options); !fine) return complain(fine.error());
  const std::string path = baseline_path(options.baseline);
  switch (options.verb) {
    case Verb::kBaselineCreate:
      return create(options, path);
    case Verb::kBaselineUpdate:
      return update(options, path);
    case Verb::kBaselineAdd:
      return add(options, path);
    case Verb::kBaselinePrune:
      return prune(options, path);
    default:
      return show(options, path);
  }
}

}  // namespace privet
