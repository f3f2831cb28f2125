// The text in a zstd file, frame after frame.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "input/input_buffer.h"
#include "input/source.h"

namespace privet {

class ZstdSource final : public Source {
 public:
  // `name`: of the file, in messages. `max_window`: bytes a frame may ask for.
  ZstdSource(InputBuffer in, std::string name, std::size_t max_window);
  ~ZstdSource() override;

  Result<std::size_t> read(char* into, std::size_t room) override;
  [[nodiscard]] bool changed() const override { return in_.changed(); }

 private:
  struct Decoder;
  bool begin_frame();
  void stop(std::string_view what);
  void refuse_window(std::uint64_t needed);

  InputBuffer in_;
  std::string name_;
  std::size_t max_window_;
  std::unique_ptr<Decoder> decoder_;
  std::size_t hint_ = 0;  // input the decoder asks for next
  bool between_frames_ = true;
  bool may_hold_output_ = false;  // the last call filled its room
  bool ended_ = false;
  std::optional<Error> error_;
  std::uint64_t text_bytes_ = 0;
};

// "1.5.4".
[[nodiscard]] std::string_view zstd_version();

}  // namespace privet
