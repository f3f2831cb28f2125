#include "audit/ledger_merge.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "record/json_write.h"
#include "rule/message_kind.h"

namespace privet {
namespace {

constexpr std::string_view kSchema = "privet.ledger/1";
constexpr std::array<std::string_view, 4> kHead = {"schema", "program", "verb", "options"};

std::uint64_t number_at(const JsonValue& object, std::string_view key) { return object.get_uint(key).value_or(0); }

// Records in = scanned + withheld, by whatever reason.
bool is_balanced(const JsonValue& counts) {
  std::uint64_t records = number_at(counts, "scanned");
  const JsonValue* const withheld = counts.find("withheld");
  if (withheld == nullptr || withheld->object() == nullptr) return false;
  for (const JsonMember& reason : *withheld->object()) records += reason.value.unsigned_integer().value_or(0);
  return records == number_at(counts, "records");
}

std::string text_of(const JsonValue& value) {
  std::string out;
  JsonWriter json(out);
  write_json(value, json);
  return out;
}

// Where a word stands in a list that has an order of its own; others come behind it.
template <class Words>
std::size_t place_in(const Words& words, std::string_view word) {
  return static_cast<std::size_t>(std::find(words.begin(), words.end(), word) - words.begin());
}

// As pipeline/ledger.cc writes them: classes and platforms in the order of their lists, anything else by name.
bool comes_before(std::string_view within, std::string_view a, std::string_view b) {
  const auto class_place = [](std::string_view name) { return place_in(kMessageClasses, name == "none" ? "" : name); };
  const auto platform_place = [](std::string_view name) { return place_in(kPlatforms, name == "none" ? "" : name); };
  if (within == "by_class") return class_place(a) < class_place(b);
  if (within == "by_platform") return platform_place(a) < platform_place(b);
  return a < b;
}

// What tells an element of a list of counts from the others: its strings, in the order of the list.
std::tuple<std::size_t, std::string, std::string> name_of(const JsonValue& element) {
  const auto text = [&](std::string_view key) { return std::string(element.get_string(key).value_or("")); };
  if (element.find("entity") != nullptr) return {0, text("entity"), ""};
  return {place_in(kMessageClasses, text("class")), text("key"), text("value")};
}

void add_to(JsonValue& sum, const JsonValue& more, std::string_view within);

void add_members(JsonValue::Object& sum, const JsonValue::Object& more, std::string_view within) {
  for (const JsonMember& member : more) {
    const auto same = [&](const JsonMember& other) { return other.key == member.key; };
    if (const auto it = std::find_if(sum.begin(), sum.end(), same); it != sum.end()) {
      add_to(it->value, member.value, member.key);
      continue;
    }
    const auto behind = [&](const JsonMember& other) { return comes_before(within, member.key, other.key); };
    sum.insert(std::find_if(sum.begin(), sum.end(), behind), member);
  }
}

void add_elements(JsonValue::Array& sum, const JsonValue::Array& more) {
  // Both are in the order of their names.
  for (const JsonValue& element : more) {
    const auto it = std::lower_bound(sum.begin(), sum.end(), name_of(element),
                                     [](const JsonValue& other, const auto& name) { return name_of(other) < name; });
    if (it != sum.end() && name_of(*it) == name_of(element)) {
      add_to(*it, element, "");
    } else {
      sum.insert(it, element);
    }
  }
}

// Numbers are added, objects and lists member by member; strings are what both have.
//   within: the key that the value stands at
void add_to(JsonValue& sum, const JsonValue& more, std::string_view within) {
  if (const auto a = sum.unsigned_integer(), b = more.unsigned_integer(); a && b) {
    sum = JsonValue(static_cast<std::int64_t>(*a + *b));  // no corpus has 2^63 of anything
  } else if (sum.object() != nullptr && more.object() != nullptr) {
    add_members(*sum.object(), *more.object(), within);
  } else if (sum.array() != nullptr && more.array() != nullptr) {
    add_elements(*sum.array(), *more.array());
  }
}

}  // namespace

Status LedgerMerger::add(std::string_view text, std::string_view where) {
  const Result<JsonValue> ledger = parse_json(text, where);
  if (!ledger) return tl::unexpected<Error>(ledger.error());
  const std::string name(where);
  const auto wrong = [&](const std::string& what) { return fail(ErrorCode::kUsage, name + ": " + what); };
  const Result<std::string_view> schema = ledger->get_string("schema");
  if (!schema || !schema->starts_with("privet.ledger/")) return wrong("this is no ledger of privet");
  if (*schema != kSchema) return wrong("a ledger of another version of privet: " + std::string(*schema));
  const Result<std::span<const JsonValue>> files = ledger->get_array("files");
  const JsonValue* const totals = ledger->find("totals");
  const JsonValue* const not_looked_at = ledger->find("not_looked_at");
  if (!files || totals == nullptr || totals->object() == nullptr || not_looked_at == nullptr ||
      not_looked_at->object() == nullptr)
    return wrong("the ledger lacks files, totals or what was not looked at");
  std::uint64_t records = 0;
  Files fresh;
  for (const JsonValue& entry : *files) {
    const Result<std::string_view> file = entry.get_string("name");
    if (!file) return wrong("a file of the ledger has no name");
    if (!is_balanced(entry)) return wrong("the ledger does not balance");
    records += number_at(entry, "records");
    std::pair key(std::string(*file), std::string(entry.get_string("digest").value_or("")));
    if (const auto it = files_.find(key); it != files_.end())
      return wrong(key.first + " is in " + it->second.from + " already");
    if (!fresh.try_emplace(std::move(key), File{name, entry}).second) return wrong("a file is in the ledger twice");
  }
  if (!ledger->get_bool("balanced").value_or(false) || number_at(*totals, "files_seen") != files->size() ||
      number_at(*totals, "records") != records || !is_balanced(*totals))
    return wrong("the ledger does not balance");
  if (Status status = check_same(*ledger, where); !status) return status;

  if (ledgers_++ == 0) {
    first_ = name;
    for (const std::string_view key : kHead) head_.push_back({std::string(key), *ledger->find(key)});
    totals_ = *totals;
    not_looked_at_ = *not_looked_at;
  } else {
    add_to(totals_, *totals, "");
    add_to(not_looked_at_, *not_looked_at, "");
  }
  files_.merge(fresh);
  return {};
}

// What would make sums of unlike things.
Status LedgerMerger::check_same(const JsonValue& ledger, std::string_view where) const {
  for (const std::string_view key : kHead) {
    const JsonValue* const value = ledger.find(key);
    if (value == nullptr)
      return fail(ErrorCode::kUsage, std::string(where) + ": the ledger has no " + std::string(key));
  }
  for (const JsonMember& member : head_) {
    const JsonValue& value = *ledger.find(member.key);
    if (text_of(value) == text_of(member.value)) continue;
    std::string what = member.key;
    // The first of its members that differs says more.
    for (const JsonMember& part : member.value.object() != nullptr ? *member.value.object() : JsonValue::Object()) {
      const JsonValue* const other = value.find(part.key);
      if (other != nullptr && text_of(*other) == text_of(part.value)) continue;
      what += " (" + part.key + ")";
      break;
    }
    return fail(ErrorCode::kUsage,
                std::string(where) + ": made by another " + what + " than " + first_ + "; such counts do not add up");
  }
  return {};
}

std::string LedgerMerger::write() const {
  std::string out;
  JsonWriter json(out);
  const auto member = [&](std::string_view key, const JsonValue& value) {
    json.key(key);
    write_json(value, json);
  };
  // Lines are cut as pipeline/ledger.cc cuts them.
  json.begin_object();
  for (const JsonMember& part : head_) {
    member(part.key, part.value);
    if (part.key != "verb") out += '\n';
  }
  json.key("files");
  json.begin_array();
  for (const auto& [key, file] : files_) {
    out += '\n';
    write_json(file.entry, json);
  }
  json.end_array();
  out += '\n';
  member("not_looked_at", not_looked_at_);
  out += '\n';
  member("totals", totals_);
  out += '\n';
  json.member("balanced", true);
  json.end_object();
  return out + "\n";
}

std::vector<std::string> LedgerMerger::missing(const std::vector<std::string>& expected) const {
  std::vector<std::string> out;
  std::copy_if(expected.begin(), expected.end(), std::back_inserter(out), [&](const std::string& name) {
    const auto it = files_.lower_bound({name, ""});
    return it == files_.end() || it->first.first != name;
  });
  return out;
}

LedgerMerger::Summary LedgerMerger::summary() const {
  Summary out{.ledgers = ledgers_, .files = files_.size()};
  out.not_read = out.files - number_at(totals_, "files_read");
  out.records = number_at(totals_, "records");
  out.withheld = out.records - number_at(totals_, "scanned");
  return out;
}

}  // namespace privet
