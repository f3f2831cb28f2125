#include "detect/messages/speakers.h"

#include <algorithm>
#include <array>

#include "detect/proof/chars.h"

namespace privet {
namespace {

constexpr std::size_t kLongest = 60;
constexpr std::size_t kMostWords = 6;

constexpr std::array<std::string_view, 97> kMachineWords = {
    "a",          "admin",     "agent",    "ai",         "anlage",      "answer",      "assistant",   "audience",
    "author",     "automat",   "automate", "bediener",   "bot",         "caller",      "chair",       "chairman",
    "chapter",    "chatgpt",   "client",   "control",    "controlador", "controller",  "cron",        "daemon",
    "date",       "debug",     "device",   "dispatcher", "doctor",      "error",       "fatal",       "gateway",
    "gpt",        "guest",     "host",     "human",      "info",        "interviewee", "interviewer", "judge",
    "kernel",     "kontroler", "location", "machine",    "main",        "maschine",    "moderator",   "monitor",
    "narrator",   "note",      "notice",   "operator",   "opérateur",   "plc",         "presenter",   "presse",
    "printer",    "prompt",    "pump",     "pumpe",      "q",           "question",    "reporter",    "response",
    "robot",      "robotnik",  "runner",   "scanner",    "scheduler",   "sensor",      "sensore",     "server",
    "serveur",    "servidor",  "sistema",  "speaker",    "sps",         "steuerung",   "subject",     "superviseur",
    "supervisor", "system",    "systemd",  "système",    "task",        "teacher",     "time",        "title",
    "trace",      "user",      "venue",    "verbose",    "warn",        "warning",     "watchdog",    "witness",
    "worker"};
constexpr std::size_t kLongestMachineWord = [] {
  std::size_t longest = 0;
  for (const std::string_view word : kMachineWords) longest = std::max(longest, word.size());
  return longest;
}();

}  // namespace

bool is_speaker(std::string_view name) {
  if (name.empty() || name.size() > kLongest) return false;
  if (name.front() == ' ' || name.back() == ' ') return false;
  if (name.find_first_of("\n\r\t=\"{}<>;|\\/[]`$%*") != std::string_view::npos) return false;
  const bool number = name.front() >= '0' && name.front() <= '9';
  if (number && name.find_first_not_of("0123456789 -()+.") == std::string_view::npos && name.size() < 7) return false;
  const auto spaces = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
  if (spaces + 1 > kMostWords) return false;
  if (name.find(": ") != std::string_view::npos || name.find("::") != std::string_view::npos) return false;
  // A module or a method of a program.
  const std::size_t dot = name.find('.');
  const bool tight = spaces == 0 && dot != std::string_view::npos && dot > 0 && dot + 1 < name.size();
  return !(tight && name.find('.', dot + 1) != std::string_view::npos) && name.find("()") == std::string_view::npos;
}

bool is_machine_speaker(std::string_view name) {
  // Of more letters than any of the words, one more than these are enough.
  std::array<char, kLongestMachineWord + 1> room;
  std::size_t size = 0;
  std::size_t letters = 0, upper = 0, digits = 0, spaces = 0;
  for (const char c : name) {
    letters += is_letter(c) ? 1 : 0;
    upper += is_upper(c) ? 1 : 0;
    digits += is_digit(c) ? 1 : 0;
    spaces += c == ' ' ? 1 : 0;
    if (c != ' ' && !is_digit(c) && c != '#' && c != '-' && c != '_' && size < room.size()) room[size++] = to_lower(c);
  }
  const std::string_view word(room.data(), size);
  if (size < room.size() && std::binary_search(kMachineWords.begin(), kMachineWords.end(), word)) return true;
  // "INFO", "HTTP GET": capitals only; "worker-3": a thread.
  if (letters >= 3 && upper == letters && letters == name.size() - spaces - digits) return true;
  const std::size_t dash = name.find('-');
  return spaces == 0 && digits > 0 && dash != std::string_view::npos && upper == 0 &&
         name.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
}

}  // namespace privet
