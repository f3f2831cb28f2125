#include "pipeline/frames.h"

namespace privet {

void FrameCutter::append(std::string_view text, Stretch what, FunctionRef<void(std::string&)> closed) {
  if (due_ && what.starts) close(closed);
  if (due_) {
    const std::size_t feed = text.find('\n');
    if (feed != std::string_view::npos) {
      put(text.substr(0, feed + 1), closed);
      if (due_) close(closed);
      text.remove_prefix(feed + 1);
    }
  }
  put(text, closed);
  if (!what.ends || frame_.size() < sizes_.target) return;
  due_ = true;
  if (frame_.back() == '\n') close(closed);
}

void FrameCutter::put(std::string_view text, FunctionRef<void(std::string&)> closed) {
  while (frame_.size() + text.size() >= sizes_.limit) {
    const std::size_t fits = sizes_.limit - frame_.size();
    frame_.append(text.substr(0, fits));
    text.remove_prefix(fits);
    close(closed);
  }
  frame_.append(text);
}

void FrameCutter::close(FunctionRef<void(std::string&)> closed) {
  closed(frame_);
  frame_.clear();
  due_ = false;
}

}  // namespace privet
