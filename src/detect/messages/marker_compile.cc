// Markers to banks of patterns: what is done once, before any record.
#include <map>
#include <utility>

#include "detect/messages/marker_matcher.h"

namespace privet {
namespace {

// Patterns of one view, each once.
class PatternTable {
 public:
  std::uint32_t id_of(const std::string& pattern) {
    const auto [it, added] = ids_.try_emplace(pattern, static_cast<std::uint32_t>(list_.size()));
    if (added) list_.push_back(pattern);
    return it->second;
  }
  [[nodiscard]] const std::vector<std::string>& list() const { return list_; }

 private:
  std::map<std::string, std::uint32_t> ids_;
  std::vector<std::string> list_;
};

// Where patterns say that a name begins, or a file's own line, that is meant of
// the names of a line and not of the value behind its first `=`, in which
// anybody can write "source=". Done on the text of the pattern, since RE2 has
// neither look-behind nor names for parts, and the long form in each of some
// thousand patterns would hide what they say. Only these spellings are known:
// what is written otherwise means what RE2 takes it for.
std::string in_names(std::string pattern) {
  constexpr std::pair<std::string_view, std::string_view> kMeant[] = {
      {R"((^|\.|%2E))", R"((?:^|^[^=\n]*(?:\.|%2E)))"}, {R"((^|\.))", R"((?:^|^[^=\n]*\.))"}, {"(%path|", "(^%path|"}};
  for (const auto& [written, meant] : kMeant) {
    for (std::size_t at = pattern.find(written); at != std::string::npos; at = pattern.find(written, at + meant.size()))
      pattern.replace(at, written.size(), meant);
  }
  return pattern;
}

// Whether the pattern is about a line that says where the record was read: such
// a line's name begins with `%`, which in other names is followed by a digit.
bool names_context(std::string_view pattern) {
  for (std::size_t at = pattern.find('%'); at != std::string_view::npos; at = pattern.find('%', at + 1)) {
    if (at + 1 < pattern.size() && pattern[at + 1] >= 'a' && pattern[at + 1] <= 'z') return true;
  }
  return false;
}

}  // namespace

Result<MarkerMatcher> MarkerMatcher::build(const MarkerSet& markers, bool reference) {
  PatternTable paths, texts, against;
  std::vector<Compiled> compiled;
  for (const Marker& marker : markers.markers()) {
    PatternTable& table = marker.view == MarkerView::kPath ? paths : marker.weight < 0 ? against : texts;
    Compiled one;
    const auto id_of = [&](const std::string& pattern) {
      return table.id_of(marker.view == MarkerView::kPath ? in_names(pattern) : pattern);
    };
    for (const std::string& pattern : marker.all) one.all.push_back(id_of(pattern));
    for (const std::string& pattern : marker.none) one.none.push_back(id_of(pattern));
    static_assert(kLayouts.size() <= 32);
    for (const std::string& layout : marker.layouts) {
      if (const auto bit = find_name(kLayouts, layout)) one.layouts |= std::uint32_t{1} << *bit;  // else: rules check
    }
    compiled.push_back(std::move(one));
  }
  std::vector<char> about_context;
  for (const std::string& pattern : paths.list()) about_context.push_back(names_context(pattern) ? 1 : 0);
  using Over = PatternBank::Over;
  const auto bank_of = [&](const PatternTable& table, Over over) {
    return Bank{PatternBank(table.list(), reference, over), table.list().size()};
  };
  MarkerMatcher matcher(markers, bank_of(paths, Over::kPaths), bank_of(texts, Over::kText),
                        bank_of(against, Over::kText));
  matcher.about_context_ = std::move(about_context);
  matcher.compiled_ = std::move(compiled);
  if (markers.has_unproven()) {
    if (Status status = matcher.compile(); !status) return fail(status);
  }
  return matcher;
}

Status MarkerMatcher::compile() const {
  for (const Bank* bank : {&paths_, &texts_, &against_}) {
    if (Status status = bank->patterns.compile(); !status) return status;
  }
  return {};
}

void MarkerMatcher::set_up() const {
  for (const Bank* bank : {&paths_, &texts_, &against_}) bank->patterns.set_up();
}

PatternBank::Size MarkerMatcher::size() const {
  PatternBank::Size sum;
  for (const Bank* bank : {&paths_, &texts_, &against_}) {
    const PatternBank::Size one = bank->patterns.size();
    sum.instructions += one.instructions;
    sum.literals += one.literals;
  }
  return sum;
}

std::vector<WatchedLiteral> MarkerMatcher::watched(const MarkerSet& markers) {
  std::vector<WatchedLiteral> out;
  for (std::size_t i = 0; i < markers.markers().size(); ++i) {
    const Marker& marker = markers.markers()[i];
    for (const std::string& trigger : marker.triggers) {
      WatchedLiteral one{.text = trigger, .marker = static_cast<std::uint16_t>(i)};
      // Keys, and the beginnings of values: what the path view shows.
      one.short_only = marker.view == MarkerView::kPath;
      one.at_begin = one.text.front() == '^';
      one.at_end = one.text.back() == '$';
      if (one.at_end) one.text.pop_back();
      if (one.at_begin) one.text.erase(0, 1);
      out.push_back(std::move(one));
    }
  }
  return out;
}

}  // namespace privet
