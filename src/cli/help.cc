#include "cli/help.h"

#include <CLI/CLI.hpp>

#include "cli/examples.h"

namespace privet {
namespace {

constexpr std::size_t kColumn = 33;
constexpr std::size_t kWidth = 120;

// "rules list"; of the program itself, nothing.
std::string verb_path(const CLI::App& app) {
  const CLI::App* const above = app.get_parent();
  if (above == nullptr) return {};
  const std::string path = verb_path(*above);
  return path.empty() ? app.get_name() : path + " " + app.get_name();
}

// Paragraphs, one a line, to lines of at most kWidth.
std::string wrapped(const std::string& text) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    if (column != 0 && column + 1 + (end - at) > kWidth) {
      out += '\n';
      column = 0;
    }
    out += (column == 0 ? "" : " ") + text.substr(at, end - at);
    column += (column == 0 ? 0 : 1) + end - at;
    if (end == text.size() || text[end] == '\n') {
      out += '\n';
      column = 0;
    }
    at = end + 1;
  }
  return out;
}

class HelpFormatter final : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(kColumn); }

  std::string make_usage(const CLI::App* app, std::string name) const override {
    const bool verbs = !app->get_subcommands([](const CLI::App*) { return true; }).empty();
    std::string operands;
    for (const CLI::Option* option : app->get_options()) {
      if (!option->get_positional()) continue;
      const std::string operand = option->get_name(true) + (option->get_expected_max() > 1 ? "..." : "");
      operands += option->get_required() ? " " + operand : " [" + operand + "]";
    }
    std::string out = "\nUsage: " + name + (verbs && operands.empty() ? " VERB" : " [OPTIONS]" + operands) + "\n";
    if (verbs && !operands.empty()) out += "       " + name + " VERB\n";
    return out;
  }

  std::string make_positionals(const CLI::App* app) const override {
    std::string out;
    for (const CLI::Option* option : app->get_options()) {
      if (option->get_positional()) out += option->get_name(true) + ": " + option->get_description() + "\n";
    }
    return out;
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    std::string out = "\n" + group + ":\n";
    for (const CLI::Option* option : options) out += make_option(option, is_positional);
    return out;
  }

  // CLI11 puts an empty line between groups; make_group() has done so.
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    return CLI::detail::find_and_replace(Formatter::make_help(app, std::move(name), mode), "\n\n\n", "\n\n");
  }

  std::string make_footer(const CLI::App* app) const override {
    std::string out = wrapped(app->get_footer());
    const std::span<const Example> examples = examples_of(verb_path(*app));
    if (!examples.empty()) out += "\nExamples:\n";
    for (const Example& example : examples)
      out += "  " + std::string(example.what) + ":\n      " + std::string(example.command) + "\n";
    return out;
  }

  // Not the list of what is accepted, which the description says.
  std::string make_option_opts(const CLI::Option* option) const override {
    return option->get_option_text().empty() ? "" : " " + option->get_option_text();
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    const std::string otherwise = option->get_default_str();
    return option->get_description() + (otherwise.empty() ? "" : " (default: " + otherwise + ")");
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<HelpFormatter>(); }

}  // namespace privet
