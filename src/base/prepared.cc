#include "base/prepared.h"

#include <algorithm>
#include <cstring>

#include "base/check.h"

namespace privet {
namespace {

std::string_view prepared_pieces;
PreparedWriter* current_writer = nullptr;

}  // namespace

void use_prepared(std::string_view pieces) { prepared_pieces = pieces; }

// A hundred pieces, of keys that mostly differ in size.
std::optional<std::string_view> find_prepared(std::string_view key) {
  PieceReader reader(prepared_pieces);
  while (!reader.at_end()) {
    const std::string_view at = reader.text();
    const std::string_view piece = reader.text();
    if (at == key) return piece;
  }
  return std::nullopt;
}

PreparedWriter::PreparedWriter() {
  PRIVET_CHECK(current_writer == nullptr);
  current_writer = this;
}
PreparedWriter::~PreparedWriter() { current_writer = nullptr; }

PreparedWriter* PreparedWriter::current() { return current_writer; }

std::string PreparedWriter::written() const {
  PieceWriter out;
  for (const auto& [key, piece] : pieces_) out.text(key).text(piece);
  return out.take();
}

PieceWriter& PieceWriter::number(std::uint32_t value) {
  char bytes[sizeof value];
  std::memcpy(bytes, &value, sizeof value);
  out_.append(bytes, sizeof bytes);
  return *this;
}

PieceWriter& PieceWriter::text(std::string_view value) {
  number(static_cast<std::uint32_t>(value.size()));
  out_ += value;
  return *this;
}

std::uint32_t PieceReader::number() {
  std::uint32_t value = 0;
  const std::size_t bytes = std::min(rest_.size(), sizeof value);
  if (bytes == sizeof value) std::memcpy(&value, rest_.data(), bytes);
  rest_.remove_prefix(bytes);
  return value;
}

std::string_view PieceReader::text() {
  const std::size_t size = number();
  const std::string_view value = rest_.substr(0, size);
  rest_.remove_prefix(value.size());
  return value;
}

}  // namespace privet
