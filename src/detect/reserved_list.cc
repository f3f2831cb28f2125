#include "detect/reserved_list.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>

#include "detect/proof/validator.h"

namespace privet {
namespace {

// Those whose normal form is not just lower case; "" stands for all others.
constexpr std::array<std::string_view, 10> kEntities = {
    "EMAIL_ADDRESS", "PHONE_NUMBER", "USER_HANDLE", "SOCIAL_PROFILE", "IP_ADDRESS",
    "MAC_ADDRESS",   "CREDIT_CARD",  "IBAN_CODE",   "US_SSN",         ""};

std::string_view own_entity(std::string_view entity) {
  for (const std::string_view known : kEntities) {
    if (known == entity) return entity;
  }
  return "";
}

std::string key_of(std::string_view entity, std::string_view normal) {
  std::string key(entity);
  key.push_back('\0');
  key += normal;
  return key;
}

std::string_view trimmed(std::string_view line) {
  const std::size_t begin = line.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos) return {};
  return line.substr(begin, line.find_last_not_of(" \t\r") + 1 - begin);
}

}  // namespace

ReservedList ReservedList::parse(std::string_view text) {
  ReservedList list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.front() == '#') continue;
    list.lines_.emplace_back(line);
    for (const std::string_view entity : kEntities) list.known_.insert(key_of(entity, normal_form(entity, line)));
    if (line.front() == '@') list.known_.insert(key_of("@", normal_form("", line)));
  }
  return list;
}

Result<ReservedList> ReservedList::load(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in) return fail(ErrorCode::kConfig, "--reserved-list: cannot read " + path);
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return parse(text);
}

bool ReservedList::has(std::string_view entity, std::string_view normal) const {
  return known_.contains(key_of(entity, normal));
}

bool ReservedList::holds(std::string_view entity, std::string_view value) const {
  const std::string normal = normal_form(entity, value);
  if (has(own_entity(entity), normal)) return true;
  if (entity != "EMAIL_ADDRESS") return false;
  const std::size_t at = normal.rfind('@');
  return at != std::string::npos && has("@", std::string_view(normal).substr(at));
}

}  // namespace privet
