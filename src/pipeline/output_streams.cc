#include "pipeline/output_streams.h"

#include <algorithm>
#include <new>
#include <utility>

#include "base/check.h"

namespace privet {
namespace {

// Buffers of frames that grew past this are not kept.
constexpr std::size_t kMostSpareBytes = std::size_t{2} << 20;

}  // namespace

struct OutputStream::Frame {
  enum class State : std::uint8_t { kWaiting, kPacking, kPacked };
  State state = State::kWaiting;
  std::string text;
  PackedFrame packed;
};

struct OutputStreams::Job {
  enum class Kind : std::uint8_t { kWrite, kEnd, kPack };
  Kind kind;
  OutputStream* stream;
  OutputStream::Frame* frame;
};

// --- The ordered side.

OutputStream::OutputStream(OutputStreams& all, OutputFile file, OutputCodec codec, FrameSizes sizes)
    : all_(all), file_(std::move(file)), codec_(codec), direct_(file_.direct()), cutter_(sizes) {}

Status OutputStream::put(std::string_view text, Stretch what) {
  if (text.empty()) return {};
  text_bytes_ += text.size();
  line_open_ = text.back() != '\n';
  if (codec_ == OutputCodec::kPlain) return file_.write(text);
  cutter_.append(text, what, [&](std::string& full) {
    add_frame(full);
    all_.make_room();
  });
  return {};
}

Status OutputStream::append(std::string_view text, std::span<const OutputPart> parts) {
  if (Status before = all_.status(); !before) return before;
  std::size_t at = 0;
  for (const OutputPart& part : parts) {
    // A plain text, once all separators stay, need not be taken apart.
    if (any_record_ && codec_ == OutputCodec::kPlain) return put(text.substr(at), {});
    const std::size_t dropped = any_record_ ? 0 : part.separator_bytes;
    const Stretch what{part.record || part.separator_bytes != 0, part.record};
    if (Status done = put(text.substr(at + dropped, part.size - dropped), what); !done) return done;
    any_record_ |= part.record || (part.separator_bytes != 0 && part.size > part.separator_bytes);
    at += part.size;
  }
  PRIVET_CHECK(at == text.size());
  return {};
}

Status OutputStream::append_lines(std::string_view text, std::span<const std::uint32_t> ends) {
  if (Status before = all_.status(); !before) return before;
  if (codec_ == OutputCodec::kPlain) return put(text, {});
  std::size_t at = 0;
  for (const std::uint32_t end : ends) {
    if (Status done = put(text.substr(at, end - at), kWholeRecord); !done) return done;
    at = end;
  }
  PRIVET_CHECK(at == text.size());
  return {};
}

Status OutputStream::append_bytes(std::string_view bytes) {
  if (Status before = all_.status(); !before) return before;
  return put(bytes, {});
}

Status OutputStream::begin_input() {
  any_record_ = false;
  return line_open_ ? put("\n", {}) : Status();
}

void OutputStream::add_frame(std::string& text) {
  const std::lock_guard lock(all_.mutex_);
  std::unique_ptr<Frame> frame = all_.take_spare();
  frame->state = Frame::State::kWaiting;
  frame->text.swap(text);
  frames_.push_back(std::move(frame));
  any_frame_ = true;
  ++all_.frames_;
}

void OutputStream::close(Closing closing) {
  PRIVET_CHECK(!closing_);
  // An empty file is one empty frame.
  const bool last = codec_ != OutputCodec::kPlain && (!cutter_.rest().empty() || !any_frame_);
  if (last && closing != Closing::kDiscard) add_frame(cutter_.rest());
  const std::lock_guard lock(all_.mutex_);
  closing_ = closing;
  if (closing == Closing::kDiscard) {
    all_.frames_ -= std::erase_if(frames_, [](const auto& frame) { return frame->state == Frame::State::kWaiting; });
  }
  ++all_.frames_;  // the end is a piece of work, too
}

// --- The side work.

OutputStreams::OutputStreams(FrameSizes sizes, std::size_t max_frames) : sizes_(sizes), max_frames_(max_frames) {}
OutputStreams::~OutputStreams() = default;

OutputStream& OutputStreams::add(OutputFile file, OutputCodec codec) {
  std::unique_ptr<OutputStream> stream(new OutputStream(*this, std::move(file), codec, sizes_));
  const std::lock_guard lock(mutex_);
  streams_.push_back(std::move(stream));
  return *streams_.back();
}

// What is nearest to the disk comes first: it frees memory.
std::optional<OutputStreams::Job> OutputStreams::find_job() {
  using State = OutputStream::Frame::State;
  if (error_) return std::nullopt;
  for (const auto& stream : streams_) {
    if (stream->busy_ || stream->finished_) continue;
    if (!stream->frames_.empty() && stream->frames_.front()->state == State::kPacked) {
      return Job{Job::Kind::kWrite, stream.get(), stream->frames_.front().get()};
    }
    if (stream->frames_.empty() && stream->closing_) return Job{Job::Kind::kEnd, stream.get(), nullptr};
  }
  for (const auto& stream : streams_) {
    for (const auto& frame : stream->frames_) {
      if (frame->state == State::kWaiting) return Job{Job::Kind::kPack, stream.get(), frame.get()};
    }
  }
  return std::nullopt;
}

bool OutputStreams::ready() {
  const std::lock_guard lock(mutex_);
  return find_job().has_value();
}

bool OutputStreams::full() {
  const std::lock_guard lock(mutex_);
  // After an error the ordered side must come and see it.
  return !error_ && frames_ >= max_frames_;
}

void OutputStreams::make_room() {
  while (full() && ready()) run_one();
}

void OutputStreams::run_one() {
  std::unique_lock lock(mutex_);
  const std::optional<Job> job = find_job();
  if (!job) return;
  try {
    switch (job->kind) {
      case Job::Kind::kWrite:
        write_front(lock, *job->stream);
        break;
      case Job::Kind::kEnd:
        end(lock, *job->stream);
        break;
      case Job::Kind::kPack:
        pack(lock, *job->stream, *job->frame);
        break;
    }
  } catch (const std::bad_alloc&) {
    if (!lock.owns_lock()) lock.lock();
    note(fail(ErrorCode::kIo, "cannot write " + job->stream->name() + ": out of memory"));
  }
}

void OutputStreams::write_front(std::unique_lock<std::mutex>& lock, OutputStream& stream) {
  OutputStream::Frame& frame = *stream.frames_.front();
  stream.busy_ = true;
  lock.unlock();
  Status done = stream.file_.write(frame.packed.view());
  lock.lock();
  stream.busy_ = false;
  std::unique_ptr<OutputStream::Frame> written = std::move(stream.frames_.front());
  stream.frames_.pop_front();
  --frames_;
  if (written->packed.capacity <= kMostSpareBytes) spare_.push_back(std::move(written));
  note(std::move(done));
}

void OutputStreams::end(std::unique_lock<std::mutex>& lock, OutputStream& stream) {
  const Closing closing = *stream.closing_;
  stream.busy_ = true;
  lock.unlock();
  Status done;
  switch (closing) {
    case Closing::kSeal:
      done = stream.file_.seal();
      break;
    case Closing::kCommit:
      done = stream.file_.commit();
      break;
    case Closing::kDiscard:
      stream.file_.discard();
      break;
  }
  lock.lock();
  stream.busy_ = false;
  stream.finished_ = true;
  --frames_;
  note(std::move(done));
  if (closing != Closing::kSeal) std::erase_if(streams_, [&](const auto& s) { return s.get() == &stream; });
}

void OutputStreams::pack(std::unique_lock<std::mutex>& lock, OutputStream& stream, OutputStream::Frame& frame) {
  frame.state = OutputStream::Frame::State::kPacking;
  Compressor compressor = [&] {
    if (compressors_.empty()) return Compressor();
    Compressor last = std::move(compressors_.back());
    compressors_.pop_back();
    return last;
  }();
  lock.unlock();
  compressor.compress(stream.codec_, frame.text, frame.packed);
  // The text is not needed any more; its memory may be large.
  if (frame.text.capacity() > kMostSpareBytes) std::string().swap(frame.text);
  frame.text.clear();
  lock.lock();
  frame.state = OutputStream::Frame::State::kPacked;
  compressors_.push_back(std::move(compressor));
}

std::unique_ptr<OutputStream::Frame> OutputStreams::take_spare() {
  if (spare_.empty()) return std::make_unique<OutputStream::Frame>();
  std::unique_ptr<OutputStream::Frame> frame = std::move(spare_.back());
  spare_.pop_back();
  return frame;
}

void OutputStreams::note(Status status) {
  if (!status && !error_) error_ = std::move(status.error());
}

Status OutputStreams::drain() {
  while (ready()) run_one();
  return status();
}

Status OutputStreams::status() {
  const std::lock_guard lock(mutex_);
  if (error_) return tl::unexpected<Error>(*error_);
  return {};
}

}  // namespace privet
