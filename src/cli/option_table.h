// Options of one verb, as the parser is told of them. Who declares options sees
// nothing of the parser itself.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/accept.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace privet {

// What more there is to say of an option.
class OptionHandle {
 public:
  explicit OptionHandle(CLI::Option* option) : option_(option) {}
  // The default, as help says it.
  OptionHandle otherwise(const std::string& words);
  // What completion offers (cli/command_tree.h: type_name).
  OptionHandle words(const std::string& set);
  OptionHandle required();

 private:
  CLI::Option* option_;
};

// Values must outlive the parser.
class OptionTable {
 public:
  explicit OptionTable(CLI::App& app) : app_(app) {}

  // Of the options that follow; "": they are not listed.
  void group(const char* name) { group_ = name; }

  //   names: "-o,--output"
  //   type: what help calls the value; it tells what the value is (cli/value_names.h)
  // A vector takes the option repeatedly.
  OptionHandle add(const char* names, const char* type, std::string& value, const char* description);
  OptionHandle add(const char* names, const char* type, std::vector<std::string>& value, const char* description);
  // Refuses what `accept` does, in its words.
  OptionHandle add(const char* names, const char* type, std::string& value, const char* description, Accept accept);
  OptionHandle add(const char* names, const char* type, std::uint64_t& value, const char* description, Accept accept);
  OptionHandle add(const char* names, const char* type, unsigned& value, const char* description, Accept accept);
  OptionHandle add(const char* names, const char* type, double& value, const char* description, Accept accept);
  OptionHandle add(const char* names, const char* type, std::optional<double>& value, const char* description,
                   Accept accept);
  void flag(const char* names, bool& value, const char* description);

  // What follows the options: one, or several.
  OptionHandle operand(const char* name, std::string& value, const char* description);
  OptionHandle operand(const char* name, std::vector<std::string>& values, const char* description);

 private:
  template <class T>
  CLI::Option* add_plain(const char* names, const char* type, T& value, const char* description);
  template <class T>
  OptionHandle add_checked(const char* names, const char* type, T& value, const char* description, Accept accept);

  CLI::App& app_;
  const char* group_ = "";
};

}  // namespace privet
