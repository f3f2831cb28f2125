#include "cli/option_table.h"

#include <CLI/CLI.hpp>
#include <utility>

namespace privet {

OptionHandle OptionHandle::otherwise(const std::string& words) {
  option_->default_str(words);
  return *this;
}

OptionHandle OptionHandle::words(const std::string& set) {
  option_->type_name(set);
  return *this;
}

OptionHandle OptionHandle::required() {
  option_->required();
  return *this;
}

template <class T>
CLI::Option* OptionTable::add_plain(const char* names, const char* type, T& value, const char* description) {
  CLI::Option* const option =
      app_.add_option(names, value, description)->option_text(type)->type_name("")->group(group_);
  // Each of several is one argument: what follows is an INPUT.
  if (option->get_expected_max() > 1) option->allow_extra_args(false);
  return option;
}

template <class T>
OptionHandle OptionTable::add_checked(const char* names, const char* type, T& value, const char* description,
                                      Accept accept) {
  return OptionHandle(add_plain(names, type, value, description)
                          ->type_name(CLI::detail::join(accept.words, "|"))
                          ->transform(CLI::Validator(std::move(accept.check), "")));
}

OptionHandle OptionTable::add(const char* names, const char* type, std::string& value, const char* description) {
  return OptionHandle(add_plain(names, type, value, description));
}
OptionHandle OptionTable::add(const char* names, const char* type, std::vector<std::string>& value,
                              const char* description) {
  return OptionHandle(add_plain(names, type, value, description));
}
OptionHandle OptionTable::add(const char* names, const char* type, std::string& value, const char* description,
                              Accept accept) {
  return add_checked(names, type, value, description, std::move(accept));
}
OptionHandle OptionTable::add(const char* names, const char* type, std::uint64_t& value, const char* description,
                              Accept accept) {
  return add_checked(names, type, value, description, std::move(accept));
}
OptionHandle OptionTable::add(const char* names, const char* type, unsigned& value, const char* description,
                              Accept accept) {
  return add_checked(names, type, value, description, std::move(accept));
}
OptionHandle OptionTable::add(const char* names, const char* type, double& value, const char* description,
                              Accept accept) {
  return add_checked(names, type, value, description, std::move(accept));
}
OptionHandle OptionTable::add(const char* names, const char* type, std::optional<double>& value,
                              const char* description, Accept accept) {
  return add_checked(names, type, value, description, std::move(accept));
}

void OptionTable::flag(const char* names, bool& value, const char* description) {
  app_.add_flag(names, value, description)->group(group_);
}

OptionHandle OptionTable::operand(const char* name, std::string& value, const char* description) {
  return OptionHandle(app_.add_option(name, value, description)->type_name(""));
}

// They are taken as they are: where it may end the list itself, CLI11 takes
// "[a,b]" for one; so it waits for more than any system passes.
OptionHandle OptionTable::operand(const char* name, std::vector<std::string>& values, const char* description) {
  return OptionHandle(app_.add_option(name, values, description)
                          ->type_name("")
                          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
                          ->expected(1 << 28, 1 << 28)
                          ->allow_extra_args(false));
}

}  // namespace privet
