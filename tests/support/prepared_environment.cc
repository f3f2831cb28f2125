// Unit tests run on what was prepared, as the program does; also, compiling the
// rules anew for each takes minutes under the sanitizers.
#include <gtest/gtest.h>

#include "base/prepared.h"
#include "cli/prepared_pieces.h"

namespace privet {
namespace {

class PreparedEnvironment : public testing::Environment {
 public:
  void SetUp() override { use_prepared(prepared_pieces()); }
};

[[maybe_unused]] const testing::Environment* const kEnvironment =
    testing::AddGlobalTestEnvironment(new PreparedEnvironment);

}  // namespace
}  // namespace privet
