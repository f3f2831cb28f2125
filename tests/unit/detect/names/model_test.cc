// Which model files are taken, and what each other one is told.
#include "detect/names/model.h"

#include <gtest/gtest.h>

#include <cstring>
#include <memory>
#include <string>

#include "detect/names/features.h"
#include "detect/names/model_layout.h"
#include "detect/names/tagger.h"

namespace privet {
namespace {

constexpr std::uint32_t kLexiconBytes = 64;
constexpr std::uint32_t kFeaturesKept = 3;

void seal(std::string& bytes) {
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  header.checksum = model_checksum(std::string_view(bytes).substr(sizeof header));
  std::memcpy(bytes.data(), &header, sizeof header);
}

// A model that knows nothing, as the trainer would lay it out.
std::string empty_model() {
  NameModelTables tables;
  tables.balanced_least = 1;
  const ModelHeader header{.magic = kModelMagic,
                           .layout = kModelLayout,
                           .features = kFeatureVersion,
                           .lexicon_bytes = kLexiconBytes,
                           .features_kept = kFeaturesKept};
  const std::size_t kContent = kLexiconBytes + FeatureTable::bytes_of(kFeaturesKept);
  std::string bytes(sizeof header + sizeof tables + kContent, '\0');
  std::memcpy(bytes.data(), &header, sizeof header);
  std::memcpy(bytes.data() + sizeof header, &tables, sizeof tables);
  seal(bytes);
  return bytes;
}

template <class Change>
std::string changed(Change change) {
  std::string bytes = empty_model();
  ModelHeader header;
  std::memcpy(&header, bytes.data(), sizeof header);
  change(header);
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

std::string refusal(const std::string& bytes) {
  const Result<NameModel> model = NameModel::read(bytes);
  return model ? "" : model.error().message;
}

TEST(NameModel, IsReadAsItWasWritten) {
  const std::string bytes = empty_model();
  const Result<NameModel> model = NameModel::read(bytes);
  ASSERT_TRUE(model.has_value()) << model.error().message;
  EXPECT_EQ(model->tables().balanced_least, 1);
  EXPECT_FALSE(model->lexicon().find("ann").known());
  EXPECT_EQ(model->features().find(12345), FeatureTable::kNone);
  EXPECT_NE(model->checksum(), 0U);
}

TEST(NameModel, OfAnotherKindIsRefusedWithWhatIsWrong) {
  const std::string version = std::to_string(kModelLayout) + "." + std::to_string(kFeatureVersion);
  const auto expect = [](const std::string& bytes, const std::string& what) {
    EXPECT_NE(refusal(bytes).find("name model: " + what), std::string::npos) << refusal(bytes);
    EXPECT_EQ(refusal(bytes).find('\n'), std::string::npos);
  };
  expect("", "cut off");
  expect(empty_model().substr(0, sizeof(ModelHeader) - 1), "cut off");
  expect(empty_model().substr(0, sizeof(ModelHeader)), "cut off");
  expect(std::string(1000, 'x'), "this is none");
  expect(changed([](ModelHeader& h) { ++h.layout; }), "of version");
  expect(changed([](ModelHeader& h) { ++h.features; }), "of version");
  expect(changed([](ModelHeader& h) { --h.features; }), "of version");
  EXPECT_NE(refusal(changed([](ModelHeader& h) { ++h.features; })).find("not " + version), std::string::npos);
  expect(changed([](ModelHeader& h) { ++h.features_kept; }), "cut off");
  expect(changed([](ModelHeader& h) { --h.features_kept; }), "damaged");
  expect(changed([](ModelHeader& h) { h.features_kept = 0xFFFFFFFF; }), "cut off");
  expect(changed([](ModelHeader& h) { h.features_kept = 0; }), "damaged");
  expect(changed([](ModelHeader& h) { h.lexicon_bytes = 0xFFFFFFFF; }), "cut off");
  expect(changed([](ModelHeader& h) { ++h.checksum; }), "damaged (its checksum is wrong)");
  expect(empty_model() + "x", "damaged");
}

TEST(NameModel, CutOffAnywhereIsRefused) {
  const std::string bytes = empty_model();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    // A copy of its own size, so that a sanitizer sees a read beyond it.
    const std::unique_ptr<char[]> copy(new char[size]);
    std::memcpy(copy.get(), bytes.data(), size);
    EXPECT_FALSE(NameModel::read({copy.get(), size}).has_value()) << size;
  }
}

TEST(NameModel, WithAnyBitWrongIsRefused) {
  const std::string bytes = empty_model();
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    std::string wrong = bytes;
    wrong[at] = static_cast<char>(wrong[at] ^ 1 << at % 8);
    EXPECT_FALSE(NameModel::read(wrong).has_value()) << at;
  }
}

TEST(NameModel, WhoseLexiconIsOfNoPowerOfTwoIsRefused) {
  std::string bytes = changed([](ModelHeader& h) {
    h.lexicon_bytes += sizeof(FeatureSlot);
    --h.features_kept;
  });
  seal(bytes);
  EXPECT_NE(refusal(bytes).find("lexicon"), std::string::npos) << refusal(bytes);
}

TEST(NameModel, ThatKnowsNothingFindsNothingProbable) {
  const std::string bytes = empty_model();
  const Result<NameModel> model = NameModel::read(bytes);
  ASSERT_TRUE(model.has_value());
  NameTagger tagger(*model);
  std::vector<NameSpan> found;
  tagger.tag(Bytes<ViewSpace>("we met Ann Lind and Wilma van Lonner"), 1, found);
  EXPECT_TRUE(found.empty());
}

TEST(Calibration, StepsGoUpAsCertaintyGoesDown) {
  EXPECT_EQ(Calibration::step_of(0), 0U);
  EXPECT_EQ(Calibration::step_of(kImpossible), Calibration::kSteps - 1);
  std::size_t before = 0;
  for (Score score = 0; score > -400'000; --score) {
    const std::size_t step = Calibration::step_of(score);
    ASSERT_GE(step, before);
    ASSERT_LE(step, before + 1);
    before = step;
  }
}

}  // namespace
}  // namespace privet
