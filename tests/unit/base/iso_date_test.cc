#include "base/iso_date.h"

#include <gtest/gtest.h>

namespace privet {
namespace {

TEST(IsoDate, IsADayOfTheCalendar) {
  for (const char* const date : {"2026-01-31", "2024-02-29", "0001-01-01"}) EXPECT_TRUE(is_iso_date(date)) << date;
  for (const char* const date : {"", "2026-1-31", "2026-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31",
                                 "20260131", "2026/01/31", "2026-01-31T", "+026-01-31", "0000-01-01", "2026-01--1"})
    EXPECT_FALSE(is_iso_date(date)) << date;
}

}  // namespace
}  // namespace privet
