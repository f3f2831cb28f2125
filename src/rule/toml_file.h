// A TOML file as our readers want it: values of a known type, and the first
// mistake named by file and line.
//
// The first mistake is kept and reading goes on, so that the code that reads a
// file stays a straight line; whoever opened the file asks for status() at the
// end. What has a mistake in it is read as if it were not there.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace privet {

class TomlFile;

// A table of the file; valid as long as the TomlFile.
class TomlTable {
 public:
  [[nodiscard]] bool has(std::string_view key) const;
  [[nodiscard]] bool has_text(std::string_view key) const;
  [[nodiscard]] bool has_values(std::string_view key) const;  // an array that is not empty
  // Empty if the key is not there; a mistake if it has another type.
  [[nodiscard]] std::string text(std::string_view key) const;
  [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;  // a string or an array of strings
  // YYYY-MM-DD, of a date or a string that is one.
  [[nodiscard]] std::string day(std::string_view key) const;
  [[nodiscard]] bool flag(std::string_view key) const;
  [[nodiscard]] double number(std::string_view key, double otherwise, double least, double most) const;
  // An array of whole numbers; of anything else empty, without a mistake.
  [[nodiscard]] std::vector<int> whole_numbers(std::string_view key) const;
  // A table within this one; of another type it is the mistake `what`.
  [[nodiscard]] std::optional<TomlTable> table(std::string_view key, const std::string& what) const;
  [[nodiscard]] std::vector<TomlTable> tables(std::string_view key) const;  // [[key]]
  // A table of numbers, by name.
  [[nodiscard]] std::vector<std::pair<std::string, double>> numbers(std::string_view key) const;
  // One of `known`, or empty if the key is not there; anything else is a mistake.
  [[nodiscard]] std::string word(std::string_view key, std::span<const std::string_view> known) const;

  // The same of a string, true or false, or an array of these, which must not
  // be empty; what is no known word is left out.
  [[nodiscard]] std::vector<std::string> words(std::string_view key, std::span<const std::string_view> known) const;

  // Any other key is a mistake, with the nearest known one.
  void allow_keys(std::span<const std::string_view> known) const;
  // "email.toml:14"
  [[nodiscard]] std::string place() const;
  [[nodiscard]] std::string place(std::string_view key) const;  // of the table, if the key is not there
  void mistake(const std::string& what) const;
  // At the key if it is there, else at the table.
  void mistake(std::string_view key, const std::string& what) const;
  // No mistake in the file so far.
  [[nodiscard]] bool ok() const;

 private:
  friend class TomlFile;
  TomlTable(TomlFile* file, const void* table) : file_(file), table_(table) {}
  [[nodiscard]] std::size_t line(std::string_view key) const;

  TomlFile* file_;
  const void* table_;
};

class TomlFile {
 public:
  //   text: the file's content; name: what messages call it
  // What is not TOML is an error here.
  static Result<std::unique_ptr<TomlFile>> parse(std::string_view text, std::string_view name);
  ~TomlFile();

  [[nodiscard]] TomlTable root();
  // The first mistake, if there was one.
  [[nodiscard]] Status status() const;

 private:
  friend class TomlTable;
  struct Content;
  TomlFile(std::string_view name, std::unique_ptr<Content> content);
  void note(std::size_t line, const std::string& what);

  std::string name_;
  std::unique_ptr<Content> content_;
  std::string mistake_;
};

}  // namespace privet
