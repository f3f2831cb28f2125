// Rules and markers as bytes that are read at once: the built-in ones are
// written when we are built (base/prepared.h), since reading half a megabyte of
// TOML took half the time of a short run.
//
// An image is read by the build that wrote it only: it has no version, and its
// layout is the order in which rule_image.cc lists the members.
#pragma once

#include <string>
#include <string_view>

#include "rule/marker.h"
#include "rule/rule_set.h"

namespace privet {

// All that a rule says, but for terms, which built-in rules have none of.
[[nodiscard]] std::string write_image(const RuleSet& rules);
// Before weights are applied; they are in it.
[[nodiscard]] std::string write_image(const MarkerSet& markers);

// Adds what is in the image, in its order.
void read_image(std::string_view image, RuleSet& rules);
void read_image(std::string_view image, MarkerSet& markers);

}  // namespace privet
