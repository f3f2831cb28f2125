# The program for machines without our libraries: `privet_static`, which has all
# of them within that Debian has in static form or as headers. What is left:
#   - the C library, of the machine;
#   - simdjson, a shared library only, and with it the C++ run time that it
#     needs. They travel along and are found beside the program:
#       bin/privet  lib/privet/libsimdjson.so.14 libstdc++.so.6 libgcc_s.so.1
# Links the objects of `privet` once more, and compiles nothing of ours again.
#
#   cmake --build --preset release --target privet_static
function(privet_find_static out)
  set(found "")
  foreach(name IN LISTS ARGN)
    find_library(PRIVET_STATIC_${name} NAMES lib${name}.a)
    if(NOT PRIVET_STATIC_${name})
      message(STATUS "No target privet_static: there is no lib${name}.a")
      set(${out} "" PARENT_SCOPE)
      return()
    endif()
    list(APPEND found ${PRIVET_STATIC_${name}})
  endforeach()
  set(${out} ${found} PARENT_SCOPE)
endfunction()

# libphonenumber is built with Abseil and protobuf.
pkg_check_modules(ABSL QUIET absl_hash absl_raw_hash_set absl_strings)
set(names ${ABSL_STATIC_LIBRARIES})
list(FILTER names INCLUDE REGEX "^absl_")
list(REMOVE_DUPLICATES names)
privet_find_static(PRIVET_STATIC_LIBRARIES hs re2 phonenumber protobuf ${names} icui18n icuuc deflate zstd z crypto)
find_program(ICUPKG icupkg PATHS /usr/sbin)
privet_find_static(PRIVET_ICU_DATA icudata)
if(NOT PRIVET_STATIC_LIBRARIES OR NOT PRIVET_ICU_DATA OR NOT ICUPKG OR NOT ABSL_FOUND)
  return()
endif()

string(REGEX MATCH "^[0-9]+" icu "${ICU_VERSION}")
set(symbol icudt${icu}_dat)
set(data ${PROJECT_BINARY_DIR}/static/icudt${icu}l.dat)
add_custom_command(
  OUTPUT ${data}
  COMMAND ${CMAKE_COMMAND} -DARCHIVE=${PRIVET_ICU_DATA} -DAR=${CMAKE_AR} -DOBJCOPY=${CMAKE_OBJCOPY} -DICUPKG=${ICUPKG}
          -DOUT=${data} -P ${PROJECT_SOURCE_DIR}/tools/static/icu_data.cmake
  DEPENDS ${PROJECT_SOURCE_DIR}/tools/static/icu_data.cmake ${PRIVET_ICU_DATA}
  COMMENT "Taking ICU's data that the program uses" VERBATIM)
set_source_files_properties(tools/static/icu_data.cc PROPERTIES OBJECT_DEPENDS ${data}
  COMPILE_DEFINITIONS "PRIVET_ICU_DATA_SYMBOL=\"${symbol}\";PRIVET_ICU_DATA_FILE=\"${data}\"")

add_executable(privet_static EXCLUDE_FROM_ALL $<TARGET_OBJECTS:privet> $<TARGET_OBJECTS:privet_prepared>
  tools/static/fmt.cc tools/static/tomlplusplus.cc tools/static/icu_data.cc ${data})
add_dependencies(privet_static privet_core)
# Beside the program, or, in the build, where the shared libraries are anyway. The old form of the entry, since it
# holds for what the libraries need of each other, and no LD_LIBRARY_PATH goes before it.
set_target_properties(privet_static PROPERTIES OUTPUT_NAME privet RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/static
  INSTALL_RPATH "$ORIGIN/../lib/privet")
target_link_options(privet_static PRIVATE -Wl,--disable-new-dtags)
target_link_libraries(privet_static PRIVATE privet_options $<TARGET_FILE:privet_core> -Wl,--start-group ${PRIVET_STATIC_LIBRARIES}
  -Wl,--end-group simdjson::simdjson Threads::Threads)
