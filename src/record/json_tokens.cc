#include "record/json_tokens.h"

#include <simdjson.h>

#include <bit>
#include <new>

namespace privet {

JsonTokens::JsonTokens() = default;
JsonTokens::~JsonTokens() = default;

bool JsonTokens::find(std::string_view json) {
  begins_ = {};
  if (json.empty()) return false;
  if (json.size() > capacity_) {
    // Powers of two, so that slowly growing records do not allocate each time.
    const std::size_t capacity = std::bit_ceil(std::max(json.size(), std::size_t{64} << 10));
    release();
    const simdjson::error_code error =
        simdjson::get_active_implementation()->create_dom_parser_implementation(capacity, 1, stage_);
    if (error != simdjson::SUCCESS) throw std::bad_alloc();
    capacity_ = capacity;
  }
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(json.data());
  if (stage_->stage1(bytes, json.size(), simdjson::stage1_mode::regular) != simdjson::SUCCESS) return false;
  begins_ = {stage_->structural_indexes.get(), stage_->n_structural_indexes};
  return true;
}

void JsonTokens::release() {
  stage_.reset();
  begins_ = {};
  capacity_ = 0;
}

std::string simdjson_version() {
  return std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." + std::to_string(simdjson::SIMDJSON_VERSION_MINOR) +
         "." + std::to_string(simdjson::SIMDJSON_VERSION_REVISION);
}

bool is_valid_utf8_fast(std::string_view text) { return simdjson::validate_utf8(text); }

}  // namespace privet
