#include "cli/accept.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

#include "rule/nearest.h"

namespace privet {
namespace {

template <class Number>
std::optional<Number> parse(std::string_view text) {
  Number value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// What a suffix multiplies by; 0: unknown.
std::uint64_t factor_of(std::string suffix) {
  std::transform(suffix.begin(), suffix.end(), suffix.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (suffix.empty() || suffix == "b") return 1;
  const std::size_t power = std::string_view("kmg").find(suffix[0]);
  if (power == std::string_view::npos) return 0;
  const std::string unit = suffix.substr(1);
  if (!unit.empty() && unit != "b" && unit != "ib") return 0;
  std::uint64_t factor = 1;
  for (std::size_t i = 0; i <= power; ++i) factor *= unit == "b" ? 1000 : 1024;
  return factor;
}

std::optional<std::uint64_t> parse_size(const std::string& text) {
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::optional<std::uint64_t> value = parse<std::uint64_t>(std::string_view(text).substr(0, digits));
  const std::uint64_t factor = factor_of(text.substr(digits));
  if (!value || factor == 0 || *value > UINT64_MAX / factor) return std::nullopt;
  return *value * factor;
}

}  // namespace

std::string list_of(const std::vector<std::string>& names, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    out += i == 0 ? names[i] : i + 1 < names.size() ? ", " + names[i] : fmt::format(" {} {}", last, names[i]);
  }
  return out;
}

Accept one_of(std::vector<std::string> names) {
  const auto check = [names](const std::string& text) -> std::string {
    if (std::find(names.begin(), names.end(), text) != names.end()) return "";
    // Of words as short as these, two edits would make "stop" of "drop".
    const std::vector<std::string_view> known(names.begin(), names.end());
    return "must be " + list_of(names) + did_you_mean(nearest_word(text, known, text.size() / 3));
  };
  return {check, std::move(names)};
}

Accept whole_number(std::uint64_t least, std::uint64_t most) {
  return {[=](std::string& text) {
    const std::optional<std::uint64_t> value = parse<std::uint64_t>(text);
    if (value && *value >= least && *value <= most) return std::string();
    return "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most);
  }};
}

Accept number(double least, double most) {
  return {[=](std::string& text) {
    const std::optional<double> value = parse<double>(text);
    if (value && *value >= least && *value <= most) return std::string();
    return fmt::format("must be a number from {} to {}", least, most);
  }};
}

Accept size(std::uint64_t least, std::uint64_t most, const std::string& range) {
  return {[=](std::string& text) {
    const std::optional<std::uint64_t> value = parse_size(text);
    if (!value || *value < least || *value > most) return "must be a size " + range + ", such as 64MiB";
    text = std::to_string(*value);
    return std::string();
  }};
}

}  // namespace privet
