// What takes long to compute from the rules that we are built with, computed
// when we are built: the rules without their TOML, the databases of the literal
// scanners, the tables of the pattern banks, the bytes that matches of patterns
// begin with; and what folding knows of Unicode.
//
// Each piece stands under a key that spells out all that it is computed from,
// so other rules, or the same ones in part, find nothing and are computed when
// they are needed; so is everything where nothing was prepared, with the same
// results.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace privet {

// Where find_prepared() looks from now on: what PreparedWriter wrote, which must
// outlive all use. Before the first thread starts; "" is nothing.
void use_prepared(std::string_view pieces);

[[nodiscard]] std::optional<std::string_view> find_prepared(std::string_view key);

// While one lives, what is computed for lack of a prepared piece is given to
// it. One at a time, before the first thread starts.
class PreparedWriter {
 public:
  PreparedWriter();
  ~PreparedWriter();
  PreparedWriter(const PreparedWriter&) = delete;
  PreparedWriter& operator=(const PreparedWriter&) = delete;

  // The one that lives; null: none.
  static PreparedWriter* current();

  void add(std::string key, std::string piece) { pieces_.insert_or_assign(std::move(key), std::move(piece)); }

  // All of it, for use_prepared(); for this machine's byte order.
  [[nodiscard]] std::string written() const;

 private:
  std::map<std::string, std::string> pieces_;
};

// Numbers and texts one after the other, to make keys and pieces of.
class PieceWriter {
 public:
  PieceWriter& number(std::uint32_t value);
  PieceWriter& text(std::string_view value);  // of less than 4 GiB
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class PieceReader {
 public:
  explicit PieceReader(std::string_view piece) : rest_(piece) {}
  // 0 and "" where the piece has ended.
  std::uint32_t number();
  std::string_view text();
  [[nodiscard]] bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

}  // namespace privet
