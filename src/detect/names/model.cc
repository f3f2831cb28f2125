#include "detect/names/model.h"

#include <bit>
#include <cstring>

#include "detect/names/features.h"
#include "detect/names/model_layout.h"

namespace privet {
namespace {

constexpr std::string_view kBuildAgain = "; build it again with tools/train";

tl::unexpected<Error> refuse(std::string_view what) {
  return fail(ErrorCode::kConfig, "name model: " + std::string(what) + std::string(kBuildAgain));
}

}  // namespace

std::size_t Calibration::step_of(Score log_probability) {
  const auto below = static_cast<std::uint32_t>(-std::min<Score>(log_probability, 0)) + 4;
  const auto doublings = static_cast<std::uint32_t>(std::max<int>(static_cast<int>(std::bit_width(below)), 3)) - 3;
  const std::uint32_t quarter = below >> doublings & 3;
  return std::min<std::size_t>(kSteps - 1, doublings * 4 + quarter);
}

Result<NameModel> NameModel::read(std::string_view bytes) {
  ModelHeader header;
  if (bytes.size() < sizeof header) return refuse("cut off");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.magic != kModelMagic) return refuse("this is none");
  if (header.layout != kModelLayout || header.features != kFeatureVersion) {
    return refuse("of version " + std::to_string(header.layout) + "." + std::to_string(header.features) + ", not " +
                  std::to_string(kModelLayout) + "." + std::to_string(kFeatureVersion));
  }
  NameModel model;
  if (header.features_kept == 0) return refuse("damaged");
  const std::size_t weights = FeatureTable::bytes_of(header.features_kept);
  const std::string_view content = bytes.substr(sizeof header);
  const std::size_t size = sizeof(NameModelTables) + header.lexicon_bytes + weights;
  if (content.size() != size) return refuse(content.size() < size ? "cut off" : "damaged");
  if (model_checksum(content) != header.checksum) return refuse("damaged (its checksum is wrong)");
  std::memcpy(static_cast<void*>(&model.tables_), content.data(), sizeof(NameModelTables));
  Result<Lexicon> lexicon = Lexicon::read(content.substr(sizeof(NameModelTables), header.lexicon_bytes));
  if (!lexicon) return fail(lexicon);
  model.lexicon_ = *lexicon;
  model.features_ = FeatureTable(content.data() + sizeof(NameModelTables) + header.lexicon_bytes, header.features_kept);
  model.checksum_ = header.checksum;
  return model;
}

}  // namespace privet
