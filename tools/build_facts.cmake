cmake_minimum_required(VERSION 3.25)
# Writes cli/build_facts.h's values, for `privet --version` and the ledger:
#   cmake -DSOURCE=folder -DOUT=file -DVERSION=v -DRE2=v -DPHONE=v -P build_facts.cmake
# Run at each build; the file changes only if what it says does. Holds no time
# and no place, so that the same source gives the same program.
set(id "")
find_program(GIT git)
if(GIT)
  # Of a clone of ours: sources that were unpacked inside some other repository have no id.
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --show-prefix OUTPUT_VARIABLE prefix RESULT_VARIABLE failed
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT failed AND prefix STREQUAL "")
    # A length of its own: git's default grows with the clone.
    execute_process(COMMAND ${GIT} -C ${SOURCE} describe --always --tags --dirty --abbrev=12 OUTPUT_VARIABLE id
                    OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  endif()
endif()
file(CONFIGURE OUTPUT ${OUT} @ONLY CONTENT "// Written by tools/build_facts.cmake.
#include \"cli/build_facts.h\"

namespace privet {
const std::string_view kProgramVersion = \"@VERSION@\";
const std::string_view kBuildId = \"@id@\";
const std::string_view kRe2Version = \"@RE2@\";
const std::string_view kPhoneVersion = \"@PHONE@\";
}  // namespace privet
")
