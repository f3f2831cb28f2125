// Rows of CSV as records, and what their columns are called.
#include <gtest/gtest.h>

#include <string>

#include "record/csv_header.h"
#include "record/path_view.h"
#include "record/pointer.h"
#include "record/pointer_set.h"
#include "record/record_reader.h"
#include "support/exact_buffer.h"

namespace privet {
namespace {

// Pointer and text of each field, in one line; "damaged at N" if it is.
std::string read_all(std::string_view header_row, std::string_view row, RecordFormat format = RecordFormat::kCsvRow,
                     const ReadOptions& options = {.every_leaf = true}, char delimiter = ',') {
  const CsvHeader header(header_row, delimiter);
  RecordReader reader;
  Record record;
  const ExactBuffer buffer(row);
  const Read read = reader.read({format, &header}, buffer.text(), options, record);
  if (!read.ok()) return "damaged at " + std::to_string(read.at);
  std::string all;
  for (std::uint32_t i = 0; i < record.fields.size(); ++i) {
    if (i > 0) all += ' ';
    all += pointer_of(record, FieldIndex{i}) + '=' + std::string(record.text(record.fields[i]).text());
    if (record.id == static_cast<std::int32_t>(i)) all += " (id)";
  }
  return all;
}

TEST(CsvRow, NamesCellsByTheHeader) {
  const struct {
    const char* name;
    const char* header;
    const char* row;
    const char* fields;
  } kCases[] = {
      {"plain", "a,b", "1,xyz", "/a=1 /b=xyz"},
      {"numbers, empty cells", "a,b,c", "-1.5e3,,", "/a=-1.5e3 /b= /c="},
      {"fewer cells", "a,b,c", "1", "/a=1"},
      {"more cells", "a,b", "1,2,3,4", "/a=1 /b=2 /2=3 /3=4"},
      {"empty cells behind the header are none", "a", "1,,,4,", "/a=1 /3=4"},
      {"a name for a pointer", "a/b,~", "1,2", "/a~1b=1 /~0=2"},
      {"a quoted name", "\"a,\"\"b\"\"\",c", "1,2", "/a,\"b\"=1 /c=2"},
      {"empty names", ",a,", "1,2,3", "/0=1 /a=2 /2=3"},
      {"equal names", "a,a,a_2,a", "1,2,3,4", "/a=1 /a_3=2 /a_2=3 /a_4=4"},
      {"a number as a name", "2,,,5", "1,2,3,4,5,6", "/2=1 /1=2 /2_2=3 /5=4 /4=5 /5_2=6"},
      {"no names", "", "1,2", "/0=1 /1=2"},
      {"a damaged header", "\"a,b", "1,2", "/0=1 /1=2"},
      {"a header that is no UTF-8", "a\xFF,b", "1,2", "/0=1 /1=2"},
      // Quotes.
      {"quoted", "a,b", "\"x, \"\"y\"\"\n\",\"\"", "/a=x, \"y\"\n /b="},
      {"a quote in the middle", "a,b", "5\" pipe,\"6\"\" pipe\"", "/a=5\" pipe /b=6\" pipe"},
      {"text behind the closing quote", "a,b", "\"x, y\"z\"\",w", "/a=x, yz\"\" /b=w"},
      {"a space before the quote", "a,b", " \"x, y", "/a= \"x /b= y"},
      {"never closed", "a,b", "1,\"x\"\"", "damaged at 2"},
      {"damaged text", "a,b", "1,x\xFF", "damaged at 3"},
  };
  for (const auto& c : kCases) EXPECT_EQ(read_all(c.header, c.row), c.fields) << c.name;
}

TEST(CsvRow, KnowsOtherDelimiters) {
  EXPECT_EQ(read_all("a\tb", "1,2\t\"3\t4\"", RecordFormat::kCsvRow, {.every_leaf = true}, '\t'), "/a=1,2 /b=3\t4");
  EXPECT_EQ(read_all("a", "1,\"2", RecordFormat::kCsvRow, {.every_leaf = true}, '\0'), "/a=1,\"2");
}

TEST(CsvRow, ListsTheHeaderAsKeys) {
  EXPECT_EQ(read_all("phone,,phone", "phone,,phone", RecordFormat::kCsvHeader), "/phone=phone /1= /phone_2=phone");
}

TEST(CsvRow, LeavesOutWhatIsTooSmallAndFindsTheId) {
  EXPECT_EQ(read_all("t,id,lang", "x,7,de", RecordFormat::kCsvRow, {}), "/id=7 (id) /lang=de");
  EXPECT_EQ(read_all("t,ID", "abc,7", RecordFormat::kCsvRow, {.id_field = JsonPointer{{"ID"}}}), "/t=abc /ID=7 (id)");
  EXPECT_EQ(read_all("t", "abc,7", RecordFormat::kCsvRow, {.id_field = JsonPointer{{"1"}}}), "/t=abc /1=7 (id)");
}

TEST(CsvRow, LeadsBackThroughTheQuotes) {
  const CsvHeader header("a", ',');
  RecordReader reader;
  Record record;
  //                          0 1 23 45 6 7 8
  const std::string_view row = R"("a""b"cd)";
  ASSERT_TRUE(reader.read({RecordFormat::kCsvRow, &header}, row, {}, record).ok());
  const Field& field = record.fields[0];
  EXPECT_EQ(record.text(field).text(), "a\"bcd");
  const auto raw = [&](std::uint32_t begin, std::uint32_t end) {
    return record.raw.slice(record.escapes(field).to_source({begin, end}));
  };
  EXPECT_EQ(raw(0, 1), "a");
  EXPECT_EQ(raw(1, 2), "\"\"");
  EXPECT_EQ(raw(2, 3), "b");
  EXPECT_EQ(raw(2, 4), "b\"c");
  EXPECT_EQ(raw(3, 5), "cd");
}

TEST(CsvRow, FieldsAreSelectedByName) {
  const CsvHeader header("FROM,\"CON\"\"TENT\",x", ',');
  Result<PointerSet> set = PointerSet::parse({"/CON\"TENT", "/3"});
  PointerSelector selector(&*set);
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read({RecordFormat::kCsvHeader, &header}, header.row(), {.every_leaf = true}, record).ok());
  selector.begin(record);
  EXPECT_FALSE(selector.selects(record, FieldIndex{0}));
  EXPECT_TRUE(selector.selects(record, FieldIndex{1}));
  ASSERT_TRUE(reader.read({RecordFormat::kCsvRow, &header}, "a,b,c,d", {.every_leaf = true}, record).ok());
  selector.begin(record);
  std::string selected;
  for (std::uint32_t i = 0; i < 4; ++i) selected += selector.selects(record, FieldIndex{i}) ? 'y' : 'n';
  EXPECT_EQ(selected, "nyny");
  EXPECT_TRUE(selector.all_matched());
}

TEST(CsvRow, HasPathsLikeAFlatObject) {
  const CsvHeader header("CONVERSATION ID,a.b,n", ',');
  RecordReader reader;
  Record record;
  ASSERT_TRUE(reader.read({RecordFormat::kCsvRow, &header}, "2-x,\"l\n\",415,x", {.every_leaf = true}, record).ok());
  Arena arena;
  const PathView view = make_path_view(record, arena);
  EXPECT_EQ(view.text.text(), "CONVERSATION ID=2-x\na%2Eb=l%0A\nn=415\n3=x\n");
  EXPECT_EQ(view.left_out, 0U);
}

TEST(CsvHeader, NamesOnlySoManyColumns) {
  std::string row = "a";
  for (std::size_t i = 0; i < CsvHeader::kMostNames; ++i) row += ",a";
  const CsvHeader header(row, ',');
  EXPECT_EQ(header.size(), CsvHeader::kMostNames);
  std::string room;
  EXPECT_EQ(header.name(1, room), "a_2");
  EXPECT_EQ(header.name(65'535, room), "a_65536");
  EXPECT_EQ(header.name(65'536, room), "65536");
  EXPECT_EQ(header.column_of("a_65536"), 65'535U);
  EXPECT_EQ(header.column_of("65536"), 65'536U);
  EXPECT_EQ(header.column_of("7"), std::nullopt);
}

}  // namespace
}  // namespace privet
