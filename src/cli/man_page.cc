#include "cli/man_page.h"

#include <fmt/format.h>

#include "cli/examples.h"
#include "cli/version.h"

namespace privet {
namespace {

constexpr std::string_view kExitCodes = "Exit codes: ";

// troff reads \ as its own, a - as a hyphen and a line's first . or ' as a macro.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (out.empty() && (c == '.' || c == '\'')) out += R"(\&)";
    switch (c) {
      case '\\':
        out += R"(\e)";
        break;
      case '-':
        out += R"(\-)";
        break;
      case '^':
        out += R"(\(ha)";
        break;
      case '~':
        out += R"(\(ti)";
        break;
      case '\'':
        out += R"(\(aq)";
        break;
      case '`':
        out += R"(\(ga)";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string bold(std::string_view text) { return fmt::format(R"(\fB{}\fR)", escaped(text)); }
std::string italic(std::string_view text) { return fmt::format(R"(\fI{}\fR)", escaped(text)); }

std::string upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

std::string first_sentence(const std::string& text) {
  const std::size_t end = std::min(text.find(". "), text.size());
  return text.substr(0, end - (end == text.size() && text.ends_with('.') ? 1 : 0));
}

// A line for each way to call it: with what it takes itself, and with a verb of its own.
std::string synopsis(const Command& command) {
  const std::string name = bold(name_of(command.path));
  const std::string verb = command.verbs.empty() ? "" : fmt::format("{} {}\n", name, italic("VERB"));
  if (!command.operand && !command.verbs.empty()) return verb;
  std::string operand = command.operand ? italic(command.operand->argument.name) : "";
  if (command.operand && command.operand->repeatable) operand += " ...";
  std::string out = fmt::format("{} [{}]", name, italic("OPTIONS"));
  if (command.operand) out += command.operand->required ? fmt::format(" {}", operand) : fmt::format(" [{}]", operand);
  return verb.empty() ? out + "\n" : out + "\n.br\n" + verb;
}

// An option's names, what it takes, what it does and what it is without.
std::string entry(const OptionEntry& option) {
  std::string out = ".TP\n";
  for (const std::string& name : option.names)
    out += fmt::format("{}{}", name == option.names.front() ? "" : ", ", bold(name));
  if (option.argument.takes != Takes::kNothing) out += fmt::format(" {}", italic(option.argument.name));
  out += fmt::format("\n{}\n", escaped(option.description));
  if (!option.otherwise.empty()) out += fmt::format("(default: {})\n", escaped(option.otherwise));
  return out;
}

void add_operand(const Command& command, std::string& out) {
  if (!command.operand) return;
  out += ".TP\n" + italic(command.operand->argument.name) + "\n" + escaped(command.operand->description) + "\n";
}

// Below headings of level `heading` for each group.
void add_options(const Command& command, const char* heading, std::string& out) {
  std::string group;
  for (const OptionEntry& option : command.options) {
    if (option.group != group && *heading != '\0') out += std::string(heading) + " \"" + escaped(option.group) + "\"\n";
    group = option.group;
    out += entry(option);
  }
}

// `between`: what stands before the first, ".PP\n" where no heading does.
void add_examples(const Command& command, const char* between, std::string& out) {
  for (const Example& example : examples_of(name_of({command.path.begin() + 1, command.path.end()}))) {
    out +=
        fmt::format("{}{}:\n.PP\n.RS 4\n.EX\n{}\n.EE\n.RE\n", between, escaped(example.what), escaped(example.command));
    between = ".PP\n";
  }
}

// Paragraphs of a footer: those of exit codes apart.
void add_footer(const Command& command, std::string& out) {
  std::string notes, codes;
  for (std::size_t at = 0; at < command.footer.size();) {
    const std::size_t end = std::min(command.footer.find('\n', at), command.footer.size());
    const std::string line = command.footer.substr(at, end - at);
    if (line.starts_with(kExitCodes)) {
      // "0 the whole job was done; 2 ...": an entry each.
      for (std::size_t from = kExitCodes.size(); from < line.size();) {
        const std::size_t to = std::min(line.find("; ", from), line.size());
        const std::size_t blank = std::min(line.find(' ', from), to);
        std::string what = line.substr(std::min(blank + 1, to), to - std::min(blank + 1, to));
        if (what.ends_with('.')) what.pop_back();
        codes += ".TP\n" + bold(line.substr(from, blank - from)) + "\n" + escaped(what) + "\n";
        from = to + 2;
      }
    } else if (!line.empty()) {
      notes += fmt::format("{}{}\n", notes.empty() ? "" : ".PP\n", escaped(line));
    }
    at = end + 1;
  }
  if (!codes.empty()) out += ".SH \"EXIT STATUS\"\n" + codes;
  if (!notes.empty()) out += ".SH NOTES\n" + notes;
}

void add_verb_section(const Command& verb, std::string& out) {
  out += ".SS \"" + escaped(name_of(verb.path)) + "\"\n" + synopsis(verb) + ".PP\n" + escaped(verb.description) + "\n";
  add_operand(verb, out);
  add_options(verb, "", out);
  add_examples(verb, ".PP\n", out);
  for (const Command& below : verb.verbs) add_verb_section(below, out);
}

}  // namespace

std::string page_name(const Command& command) { return name_of(command.path, "-"); }

std::string man_page(const Command& command, const Command& tree) {
  const bool whole = command.path.size() == 1;
  // No date: the same source makes the same page.
  std::string out =
      fmt::format(".TH {} 1 \"\" \"privet {}\" \"User Commands\"\n", upper(page_name(command)), program_version());
  out +=
      fmt::format(".SH NAME\n{} \\- {}\n", escaped(page_name(command)), escaped(first_sentence(command.description)));
  out += fmt::format(".SH SYNOPSIS\n{}.SH DESCRIPTION\n{}\n", synopsis(command), escaped(command.description));
  add_operand(command, out);
  if (!command.verbs.empty()) out += ".SH VERBS\n";
  for (const Command& verb : command.verbs) {
    if (!whole) {
      add_verb_section(verb, out);
      continue;
    }
    out += fmt::format(".TP\n{}\n{}\nSee\n.BR {} (1).\n", bold(verb.path.back()), escaped(verb.description),
                       escaped(page_name(verb)));
  }
  out += ".SH OPTIONS\n";
  add_options(command, command.verbs.empty() ? ".SS" : "", out);
  add_footer(command, out);
  if (!examples_of(name_of({command.path.begin() + 1, command.path.end()})).empty()) out += ".SH EXAMPLES\n";
  add_examples(command, "", out);
  out += ".SH \"SEE ALSO\"\n";
  std::vector<std::string> others;
  if (!whole) others.push_back(page_name(tree));
  for (const Command& verb : tree.verbs) {
    if (verb.path != command.path) others.push_back(page_name(verb));
  }
  for (const std::string& other : others)
    out += fmt::format(".BR {} (1){}\n", escaped(other), other == others.back() ? "" : ",");
  return out;
}

}  // namespace privet
