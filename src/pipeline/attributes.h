// A file of documents to its attributes (report/dolma.h): a line for each line,
// whatever is in it.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/batch_result.h"
#include "pipeline/worker.h"
#include "report/dolma.h"

namespace privet {

// Appends the line, without its end, of the record that `worker` scanned last.
// Its text is the string at /text: the mixer changes no other. `counts` has what
// was found elsewhere and so is not in the line.
void append_document(const ScanPlan& plan, Worker& worker, std::string& out, AttributeCounts& counts);

// Writes the lines of a batch, piece by piece.
class AttributeLines {
 public:
  explicit AttributeLines(BatchResult& out) : out_(out) {}

  // Of a record that was scanned; the line is what is written into room().
  [[nodiscard]] std::string& room() { return out_.output; }
  void end_record();
  // Of a withheld record, once.
  void withheld();
  // What stands between records, all of it: a blank line has a line, too.
  void glue(std::string_view text);

 private:
  void end_line();

  BatchResult& out_;
  std::size_t begin_ = 0;  // of the line under way, in out_.output
  bool in_line_ = false;   // its line of the documents has not ended yet
};

}  // namespace privet
