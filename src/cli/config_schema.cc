#include "cli/config_schema.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "cli/value_names.h"
#include "record/json_write.h"
#include "rule/allow_reader.h"

namespace privet {
namespace {

// A key of the file: an option, as all verbs that have it say it.
struct Key {
  const OptionEntry* option = nullptr;  // of the first
  std::set<std::string> words;          // that one of them takes
};

bool reads_config(const Command& verb) {
  return std::any_of(verb.options.begin(), verb.options.end(), [](const OptionEntry& option) {
    return std::find(option.names.begin(), option.names.end(), "--config") != option.names.end();
  });
}

void collect(const Command& command, std::map<std::string, Key>& keys) {
  for (const Command& verb : command.verbs) collect(verb, keys);
  if (!reads_config(command)) return;
  for (const OptionEntry& option : command.options) {
    for (const std::string& name : option.names) {
      if (!name.starts_with("--") || name == "--help" || name == "--config" || name == "--no-config") continue;
      Key& key = keys[name.substr(2)];
      if (key.option == nullptr) key.option = &option;
      key.words.insert(option.argument.words.begin(), option.argument.words.end());
    }
  }
}

void write_words(JsonWriter& json, const std::set<std::string>& words) {
  json.key("enum");
  json.begin_array();
  for (const std::string& word : words) json.string(word);
  json.end_array();
}

void write_type(JsonWriter& json, const char* type) { json.member("type", type); }

// `body` once for a value, and once for an array of such.
template <class Body>
void write_one_or_more(JsonWriter& json, const Body& body) {
  json.key("oneOf");
  json.begin_array();
  json.begin_object();
  body();
  json.end_object();
  json.begin_object();
  write_type(json, "array");
  json.key("items");
  json.begin_object();
  body();
  json.end_object();
  json.end_object();
  json.end_array();
}

class SchemaWriter {
 public:
  explicit SchemaWriter(const Command& tree) : tree_(tree), json_(out_) {}

  std::string run() {
    json_.begin_object();
    json_.member("$schema", "http://json-schema.org/draft-07/schema#");
    json_.member("title", "privet.toml");
    json_.member("description", "Configuration of privet: its long options as keys, and allow rules for privet check.");
    write_type(json_, "object");
    json_.member("additionalProperties", false);
    json_.key("properties");
    json_.begin_object();
    std::map<std::string, Key> keys;
    collect(tree_, keys);
    for (const auto& [name, key] : keys) write_key(name, key);
    write_allow();
    json_.end_object();
    json_.end_object();
    return out_ + "\n";
  }

 private:
  void write_key(const std::string& name, const Key& key) {
    const OptionEntry& option = *key.option;
    json_.key(name);
    json_.begin_object();
    json_.member("description",
                 option.description + (option.otherwise.empty() ? "" : " (default: " + option.otherwise + ")"));
    const std::string& type = option.argument.name;
    if (option.argument.takes == Takes::kNothing) {
      write_type(json_, "boolean");
    } else if (names_number(type)) {
      json_.key("type");
      json_.raw(type == "N" || type == "X" ? R"("number")" : R"(["integer","string"])");
    } else if (option.repeatable || type == "LIST") {
      write_one_or_more(json_, [&] { write_word(option.argument, key.words); });
    } else {
      write_word(option.argument, key.words);
    }
    json_.end_object();
  }

  // A closed list of words is all there is; of a set, one's own rules may have more.
  void write_word(const Argument& argument, const std::set<std::string>& words) {
    if (argument.takes == Takes::kWord && argument.set.empty()) return write_words(json_, words);
    if (argument.takes == Takes::kAssign || argument.set.empty()) return write_type(json_, "string");
    write_open(words_of_set(argument.set, tree_));
  }

  // These, which an editor offers, or any other.
  void write_open(const std::vector<std::string>& words) {
    json_.key("anyOf");
    json_.begin_array();
    json_.begin_object();
    write_words(json_, {words.begin(), words.end()});
    json_.end_object();
    json_.begin_object();
    write_type(json_, "string");
    json_.end_object();
    json_.end_array();
  }

  void write_allow() {
    json_.key(kAllowKey);
    json_.begin_object();
    json_.member("description", "Findings that no check fails for; all keys of a rule must fit.");
    write_type(json_, "array");
    json_.key("items");
    json_.begin_object();
    write_type(json_, "object");
    json_.member("additionalProperties", false);
    json_.key("required");
    json_.raw(R"(["reason"])");
    json_.key("anyOf");
    json_.begin_array();
    for (const std::string_view key : kAllowKeys) {
      if (!is_test(key)) continue;
      json_.begin_object();
      json_.key("required");
      json_.begin_array();
      json_.string(key);
      json_.end_array();
      json_.end_object();
    }
    json_.end_array();
    json_.key("properties");
    json_.begin_object();
    for (const std::string_view key : kAllowKeys) write_allow_key(key);
    json_.end_object();
    json_.end_object();
    json_.end_object();
  }

  static bool is_test(std::string_view key) { return key != "reason" && key != "expires" && key != "source-field"; }

  void write_allow_key(std::string_view key) {
    constexpr std::array<std::string_view, kAllowKeys.size()> kSay = {
        "why its findings are no matter",
        "the last day that it holds: YYYY-MM-DD",
        "findings of these entities",
        "e-mail addresses and URLs of this domain and those below it",
        "values that match this pattern (RE2) as a whole",
        "files that match, as in .gitignore, from the folder of this file",
        "what is at this JSON Pointer or below it, * for any one step",
        "records whose string at source-field is this",
        "where a record says its source (default: /source)"};
    const auto at = static_cast<std::size_t>(std::find(kAllowKeys.begin(), kAllowKeys.end(), key) - kAllowKeys.begin());
    json_.key(key);
    json_.begin_object();
    json_.member("description", kSay[at]);
    if (key == "entity") {
      const std::vector<std::string> entities = words_of_set("entities", tree_);
      write_one_or_more(json_, [&] { write_open(entities); });
    } else if (is_test(key)) {
      write_one_or_more(json_, [&] { write_type(json_, "string"); });
    } else {
      write_type(json_, "string");  // a date of TOML, too, as editors see it
    }
    json_.end_object();
  }

  const Command& tree_;
  std::string out_;
  JsonWriter json_;
};

}  // namespace

std::string config_schema(const Command& tree) { return SchemaWriter(tree).run(); }

}  // namespace privet
