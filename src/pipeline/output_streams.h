// The outputs of a run: text goes in in order, files come out, and compressing
// and committing are side work for any free thread.
//
// A stream is fed and closed by the ordered side only. Its frames are packed in
// any order and written in theirs; when the last is written, a closed stream
// brings its file to the disk, and takes its name if it was closed so. Plain
// streams are written as they are fed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline/batch_result.h"
#include "pipeline/compress.h"
#include "pipeline/frames.h"
#include "pipeline/output_file.h"

namespace privet {

class OutputStreams;

// What becomes of a stream's file when its text is complete.
enum class Closing : std::uint8_t {
  kSeal,     // on the disk, without its name yet: commit() gives it
  kCommit,   // takes its name at once
  kDiscard,  // is removed
};

class OutputStream {
 public:
  // Text whose parts tile it. An element's separator is left out if no record
  // came before it since begin_input().
  Status append(std::string_view text, std::span<const OutputPart> parts);
  // Whole lines; `ends` says where each ends.
  Status append_lines(std::string_view text, std::span<const std::uint32_t> ends);
  // Bytes that need not be whole lines.
  Status append_bytes(std::string_view bytes);
  // Another input's text follows: ends the last line of the one before, should
  // it have no end.
  Status begin_input();
  void close(Closing closing);
  // After drain(), of a stream that was closed with kSeal.
  Status commit() { return file_.commit(); }
  [[nodiscard]] bool direct() const { return direct_; }
  [[nodiscard]] const std::string& name() const { return file_.name(); }
  // Bytes of text so far.
  [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }

 private:
  friend class OutputStreams;
  struct Frame;
  OutputStream(OutputStreams& all, OutputFile file, OutputCodec codec, FrameSizes sizes);
  Status put(std::string_view text, Stretch what);
  void add_frame(std::string& text);

  OutputStreams& all_;
  OutputFile file_;
  OutputCodec codec_;
  bool direct_;
  FrameCutter cutter_;
  bool any_record_ = false;
  bool line_open_ = false;
  std::uint64_t text_bytes_ = 0;

  // Guarded by all_.mutex_.
  std::deque<std::unique_ptr<Frame>> frames_;  // in order, front first to be written
  bool busy_ = false;                          // some thread writes, or ends, the file
  bool any_frame_ = false;
  std::optional<Closing> closing_;
  bool finished_ = false;
};

// All streams of a run; the side work of for_each_ordered().
class OutputStreams {
 public:
  explicit OutputStreams(FrameSizes sizes = {}, std::size_t max_frames = 16);
  ~OutputStreams();

  // Valid until it is closed with kCommit or kDiscard; else as long as this.
  [[nodiscard]] OutputStream& add(OutputFile file, OutputCodec codec);

  [[nodiscard]] bool ready();
  [[nodiscard]] bool full();
  void run_one();

  // Does what is left, on the caller's thread. After that all frames are
  // written and all closed streams are sealed, committed or discarded.
  Status drain();
  // The first thing that went wrong in side work.
  [[nodiscard]] Status status();

 private:
  friend class OutputStream;
  struct Job;
  [[nodiscard]] std::optional<Job> find_job();
  // One record's text may fill any number of frames, while no others are taken
  // on: whoever adds frames sees to it that few wait.
  void make_room();
  void write_front(std::unique_lock<std::mutex>& lock, OutputStream& stream);
  void end(std::unique_lock<std::mutex>& lock, OutputStream& stream);
  void pack(std::unique_lock<std::mutex>& lock, OutputStream& stream, OutputStream::Frame& frame);
  [[nodiscard]] std::unique_ptr<OutputStream::Frame> take_spare();
  void note(Status status);

  const FrameSizes sizes_;
  const std::size_t max_frames_;
  std::mutex mutex_;  // guards everything below
  std::vector<std::unique_ptr<OutputStream>> streams_;
  std::size_t frames_ = 0;  // of all streams
  std::optional<Error> error_;
  std::vector<std::unique_ptr<OutputStream::Frame>> spare_;
  std::vector<Compressor> compressors_;
};

}  // namespace privet
