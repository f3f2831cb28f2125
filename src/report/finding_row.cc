#include "report/finding_row.h"

#include <charconv>

#include "record/json_write.h"
#include "report/plain_text.h"
#include "report/score.h"

namespace privet {
namespace {

template <class Integer>
void append_number(Integer value, std::string& out) {
  char digits[24];
  out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

void append_string(std::string_view name, std::string_view value, std::string& out) {
  out += name;
  escape_json(value, out);
  out.push_back('"');
}

void append_cell(std::string_view cell, std::string& out) {
  if (!out.empty() && out.back() != '\n') out.push_back(',');
  const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos;
  if (!formula && cell.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += cell;
    return;
  }
  out.push_back('"');
  if (formula) out.push_back('\'');
  for (const char c : cell) {
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  out.push_back('"');
}

template <class Integer>
void append_number_cell(Integer value, std::string& out) {
  out.push_back(',');
  append_number(value, out);
}

}  // namespace

void append_jsonl(const FindingRow& row, std::string& out) {
  append_string(R"({"schema":"privet.finding/1","file":")", row.file, out);
  out += R"(,"line":)";
  append_number(row.line, out);
  append_string(R"(,"id":")", row.id, out);
  append_string(R"(,"pointer":")", row.pointer, out);
  out += row.is_key ? R"(,"part":"key","rule":")" : R"(,"part":"value","rule":")";
  out += row.rule;
  append_string(R"(","entity":")", row.entity, out);
  append_string(R"(,"strength":")", row.strength, out);
  out += R"(,"score":)";
  append_score(row.score, out);
  out += row.reserved ? R"(,"reserved":true)" : R"(,"reserved":false)";
  out += row.embedded ? R"(,"embedded":true)" : R"(,"embedded":false)";
  out += R"(,"cp_start":)";
  append_number(row.cp_start, out);
  out += R"(,"cp_end":)";
  append_number(row.cp_end, out);
  out += R"(,"byte_start":)";
  append_number(row.byte_start, out);
  out += R"(,"byte_end":)";
  append_number(row.byte_end, out);
  out += R"(,"raw_start":)";
  append_number(row.raw_start, out);
  out += R"(,"raw_end":)";
  append_number(row.raw_end, out);
  append_string(R"(,"action":")", row.action, out);
  append_string(R"(,"shape":")", row.shape, out);
  append_string(R"(,"fingerprint":")", row.fingerprint, out);
  append_string(R"(,"region":")", row.region, out);
  append_string(R"(,"class":")", row.message_class, out);
  append_string(R"(,"platform":")", row.platform, out);
  append_string(R"(,"policy":")", row.policy, out);
  append_string(R"(,"policy_rule":")", row.policy_rule, out);
  out += R"(,"evidence":)";
  out += row.evidence;
  out += R"(,"hints":)";
  out += row.hints;
  if (row.show_value) append_string(R"(,"value":")", row.value, out);
  out += "}\n";
}

void append_csv_header(bool show_values, std::string& out) {
  out +=
      "schema,file,line,id,pointer,part,rule,entity,strength,score,reserved,embedded,cp_start,cp_end,byte_start,byte_"
      "end,"
      "raw_start,raw_end,action,shape,fingerprint,region,class,platform,policy,policy_rule,evidence,hints";
  out += show_values ? ",value\r\n" : "\r\n";
}

void append_csv(const FindingRow& row, std::string& out) {
  out += "privet.finding/1";
  append_cell(row.file, out);
  append_number_cell(row.line, out);
  for (const std::string_view cell : {row.id, row.pointer}) append_cell(cell, out);
  for (const std::string_view cell :
       {std::string_view(row.is_key ? "key" : "value"), row.rule, row.entity, row.strength})
    append_cell(cell, out);
  out.push_back(',');
  append_score(row.score, out);
  append_cell(row.reserved ? "true" : "false", out);
  append_cell(row.embedded ? "true" : "false", out);
  for (const std::int64_t number : {row.cp_start, row.cp_end, row.byte_start, row.byte_end})
    append_number_cell(number, out);
  for (const std::uint64_t number : {row.raw_start, row.raw_end}) append_number_cell(number, out);
  for (const std::string_view cell : {row.action, row.shape, row.fingerprint, row.region, row.message_class,
                                      row.platform, row.policy, row.policy_rule, row.evidence, row.hints})
    append_cell(cell, out);
  if (row.show_value) append_cell(row.value, out);
  out += "\r\n";
}

void append_text(const FindingRow& row, bool color, std::string& out) {
  append_plain(row.file, out);
  out.push_back(':');
  append_number(row.line, out);
  out += ": ";
  if (color) out += "\x1b[1m";
  out += row.entity;
  if (color) out += "\x1b[0m";
  out.push_back(' ');
  append_plain(row.pointer.empty() ? std::string_view("(record)") : row.pointer, out);
  if (row.is_key) out += " (key)";
  const std::string_view what = row.show_value ? row.value : row.shape;
  if (!what.empty()) out.push_back(' ');
  append_plain(what, out);
  if (!row.message_class.empty()) {
    out += ' ';
    out += row.message_class;
    out += ' ';
    out += row.platform;
  }
  out += " (";
  out += row.rule;
  out += ", ";
  append_score(row.score, out);
  if (row.reserved) out += ", reserved";
  out += ")\n";
}

}  // namespace privet
