#include "detect/messages/participants.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>
#include <string>

#include "detect/messages/speakers.h"

namespace privet {
namespace {

// What clients write for oneself and for nobody.
constexpr std::array<std::string_view, 16> kNobody = {"me",   "you",       "self", "unknown", "null", "none",
                                                      "n/a",  "anonymous", "moi",  "ich",     "yo",   "я",
                                                      "自分", "나",        "我",   "deleted"};

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

struct ParticipantFinder::Patterns {
  std::unique_ptr<re2::RE2> path;
};

ParticipantFinder::ParticipantFinder(std::unique_ptr<Patterns> patterns) : patterns_(std::move(patterns)) {}
ParticipantFinder::ParticipantFinder(ParticipantFinder&&) noexcept = default;
ParticipantFinder::~ParticipantFinder() = default;

Result<ParticipantFinder> ParticipantFinder::build(const MarkerSet& markers) {
  auto patterns = std::make_unique<Patterns>();
  std::string all;
  for (const ParticipantPath& one : markers.participants()) all += (all.empty() ? "" : "|") + one.pattern;
  if (!all.empty()) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    patterns->path = std::make_unique<re2::RE2>("(?:^|\\.)(?:" + all + ")$", options);
    if (!patterns->path->ok()) return fail(ErrorCode::kConfig, "participants: " + patterns->path->error());
  }
  return ParticipantFinder(std::move(patterns));
}

void ParticipantFinder::find(const Record& record, const PathView& paths, std::vector<FieldIndex>& out) const {
  if (patterns_->path == nullptr) return;
  const std::string_view text = paths.text.text();
  for (const PathLine& line : paths.lines) {
    if (record.field(line.leaf).kind() != FieldKind::kString) continue;
    const std::string_view path = text.substr(line.begin, text.find('=', line.begin) - line.begin);
    if (re2::RE2::PartialMatch(path, *patterns_->path)) out.push_back(line.leaf);
  }
}

NameForm name_form(std::string_view value) {
  if (!is_speaker(value) || is_machine_speaker(value) || value.size() < 2) return NameForm::kNone;
  if (value.find_first_of("@:,") != std::string_view::npos) return NameForm::kNone;
  std::string lower;
  std::size_t digits = 0, letters = 0, upper = 0;
  bool mark = false;
  for (const char c : value) {
    const bool is_upper = c >= 'A' && c <= 'Z';
    lower.push_back(is_upper ? static_cast<char>(c + 32) : c);
    digits += c >= '0' && c <= '9' ? 1 : 0;
    upper += is_upper ? 1 : 0;
    letters += is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 ? 1 : 0;
    mark = mark || c == '_' || c == '#';
  }
  if (std::find(kNobody.begin(), kNobody.end(), lower) != kNobody.end()) return NameForm::kNone;
  const bool one_word = value.find(' ') == std::string_view::npos;
  // Ids: U04EXAMPLE1, 5f3a…, numbers.
  if (letters == 0 || (one_word && digits > 2 && upper > 0) || digits > letters) return NameForm::kNone;
  if (one_word && (digits > 0 || mark || value.find('.') != std::string_view::npos)) return NameForm::kNickname;
  if (digits > 2) return NameForm::kNone;
  if (one_word && upper == 0 &&
      std::all_of(value.begin(), value.end(), [](char c) { return is_ascii_letter(c) || c == '-'; }))
    return NameForm::kNickname;
  return NameForm::kPerson;
}

}  // namespace privet
