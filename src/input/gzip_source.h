// The text in a gzip file, member after member.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "input/input_buffer.h"
#include "input/source.h"

namespace privet {

class GzipSource final : public Source {
 public:
  // `name`: of the file, in messages.
  GzipSource(InputBuffer in, std::string name);
  ~GzipSource() override;

  Result<std::size_t> read(char* into, std::size_t room) override;
  [[nodiscard]] bool changed() const override { return in_.changed(); }

 private:
  struct Inflater;
  bool begin_member();
  void stop(std::string_view what);

  InputBuffer in_;
  std::string name_;
  std::unique_ptr<Inflater> inflater_;
  bool between_members_ = false;
  bool ended_ = false;
  std::optional<Error> error_;
  std::uint64_t text_bytes_ = 0;
};

}  // namespace privet
