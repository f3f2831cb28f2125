#include "rule/toml_file.h"

#include <toml++/toml.h>
#include <algorithm>
#include <optional>
#include <sstream>

#include "base/iso_date.h"
#include "rule/nearest.h"

namespace privet {
namespace {

std::string trimmed(double value) {
  std::string out = std::to_string(value);
  out.erase(out.find_last_not_of('0') + 1);
  if (out.back() == '.') out.pop_back();
  return out;
}

const toml::table& table_of(const void* table) { return *static_cast<const toml::table*>(table); }
std::string quoted(std::string_view key) { return std::string("\"").append(key).append("\""); }
std::size_t line_of(const toml::node& node) { return node.source().begin.line; }

}  // namespace

struct TomlFile::Content {
  toml::table root;
};

TomlFile::TomlFile(std::string_view name, std::unique_ptr<Content> content)
    : name_(name), content_(std::move(content)) {}
TomlFile::~TomlFile() = default;

Result<std::unique_ptr<TomlFile>> TomlFile::parse(std::string_view text, std::string_view name) {
  try {
    auto content = std::make_unique<Content>(Content{toml::parse(text, name)});
    return std::unique_ptr<TomlFile>(new TomlFile(name, std::move(content)));
  } catch (const toml::parse_error& error) {
    return fail(ErrorCode::kConfig, std::string(name) + ":" + std::to_string(error.source().begin.line) +
                                        ": not valid TOML: " + std::string(error.description()));
  }
}

TomlTable TomlFile::root() { return {this, &content_->root}; }

Status TomlFile::status() const {
  if (mistake_.empty()) return {};
  return fail(ErrorCode::kConfig, mistake_);
}

void TomlFile::note(std::size_t line, const std::string& what) {
  if (mistake_.empty()) mistake_ = name_ + ":" + std::to_string(line) + ": " + what;
}

bool TomlTable::has(std::string_view key) const { return table_of(table_).contains(key); }

std::size_t TomlTable::line(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  return line_of(node != nullptr ? *node : table_of(table_));
}

std::string TomlTable::place() const { return file_->name_ + ":" + std::to_string(line_of(table_of(table_))); }

std::string TomlTable::place(std::string_view key) const { return file_->name_ + ":" + std::to_string(line(key)); }

void TomlTable::mistake(const std::string& what) const { file_->note(line_of(table_of(table_)), what); }

void TomlTable::mistake(std::string_view key, const std::string& what) const { file_->note(line(key), what); }

bool TomlTable::ok() const { return file_->mistake_.empty(); }

bool TomlTable::has_text(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  return node != nullptr && node->is_string();
}

bool TomlTable::has_values(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  return node != nullptr && node->is_array() && !node->as_array()->empty();
}

std::string TomlTable::text(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return {};
  if (const auto* value = node->as_string()) return value->get();
  mistake(key, quoted(key) + " must be a string");
  return {};
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return {};
  if (const auto* value = node->as_string()) return {value->get()};
  std::vector<std::string> out;
  const toml::array* values = node->as_array();
  if (values == nullptr) {
    mistake(key, quoted(key) + " must be a string or an array of strings");
    return out;
  }
  for (const toml::node& element : *values) {
    if (const auto* value = element.as_string()) {
      out.push_back(value->get());
    } else {
      file_->note(line_of(element), quoted(key) + " must hold strings only");
    }
  }
  return out;
}

std::string TomlTable::day(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return {};
  std::string typed;
  if (const auto* text = node->as_string()) typed = text->get();
  if (const auto* date = node->as_date()) {
    std::ostringstream out;
    out << date->get();
    typed = out.str();
  }
  if (is_iso_date(typed)) return typed;
  mistake(key, quoted(key) + " must be a day, YYYY-MM-DD");
  return {};
}

bool TomlTable::flag(std::string_view key) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  mistake(key, quoted(key) + " must be true or false");
  return false;
}

double TomlTable::number(std::string_view key, double otherwise, double least, double most) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return otherwise;
  const std::optional<double> value = node->value<double>();
  if (value && *value >= least && *value <= most) return *value;
  mistake(key, quoted(key) + " must be a number from " + trimmed(least) + " to " + trimmed(most));
  return otherwise;
}

std::vector<int> TomlTable::whole_numbers(std::string_view key) const {
  std::vector<int> out;
  const toml::array* values = table_of(table_).get_as<toml::array>(key);
  if (values == nullptr) return out;
  for (const toml::node& element : *values) {
    const std::optional<int> value = element.value<int>();
    if (!value) return {};
    out.push_back(*value);
  }
  return out;
}

std::optional<TomlTable> TomlTable::table(std::string_view key, const std::string& what) const {
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return {};
  if (const toml::table* table = node->as_table()) return TomlTable(file_, table);
  mistake(key, what);
  return {};
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> out;
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return out;
  const toml::array* values = node->as_array();
  const auto is_table = [](const toml::node& element) { return element.is_table(); };
  if (values == nullptr || !std::all_of(values->begin(), values->end(), is_table)) {
    mistake(key, std::string(key) + "s are written as [[" + std::string(key) + "]]");
    return out;
  }
  for (const toml::node& element : *values) out.push_back({file_, element.as_table()});
  return out;
}

std::vector<std::pair<std::string, double>> TomlTable::numbers(std::string_view key) const {
  std::vector<std::pair<std::string, double>> out;
  const toml::node* node = table_of(table_).get(key);
  if (node == nullptr) return out;
  if (!node->is_table()) {
    mistake(key, quoted(key) + " must be a table of numbers");
    return out;
  }
  for (const auto& [name, value] : *node->as_table()) {
    const std::optional<double> number = value.value<double>();
    if (!number) mistake(key, quoted(key) + " must hold numbers only");
    out.emplace_back(std::string(name.str()), number.value_or(0));
  }
  return out;
}

std::string TomlTable::word(std::string_view key, std::span<const std::string_view> known) const {
  std::string typed = text(key);
  if (!has(key) || std::find(known.begin(), known.end(), typed) != known.end()) return typed;
  mistake(key, "unknown " + std::string(key) + " \"" + typed + "\"" + did_you_mean(typed, known));
  return {};
}

std::vector<std::string> TomlTable::words(std::string_view key, std::span<const std::string_view> known) const {
  const toml::node* node = table_of(table_).get(key);
  std::vector<std::string> out;
  if (node == nullptr) return out;
  const auto add = [&](const toml::node& one) {
    std::string typed;
    if (const auto* text = one.as_string()) {
      typed = text->get();
    } else if (const auto* flag = one.as_boolean()) {
      typed = flag->get() ? "true" : "false";
    } else {
      return mistake(key, quoted(key) + " must hold words only");
    }
    if (std::find(known.begin(), known.end(), typed) == known.end())
      return mistake(key, "unknown " + std::string(key) + " \"" + typed + "\"" + did_you_mean(typed, known));
    out.push_back(std::move(typed));
  };
  if (const toml::array* values = node->as_array()) {
    for (const toml::node& element : *values) add(element);
  } else {
    add(*node);
  }
  if (out.empty()) mistake(key, quoted(key) + " must name one at least");
  return out;
}

void TomlTable::allow_keys(std::span<const std::string_view> known) const {
  for (const auto& [key, value] : table_of(table_)) {
    if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
    mistake(key.str(), "unknown key " + quoted(key.str()) + did_you_mean(key.str(), known));
  }
}

}  // namespace privet
