# Sets PRIVET_RE2_VERSION and PRIVET_PHONE_VERSION, for `privet --version`.
# These libraries cannot say it themselves: Debian's package does, elsewhere the
# name of the shared library has to do.
function(privet_library_version out package library)
  execute_process(COMMAND dpkg-query -W -f \${source:Upstream-Version} ${package} OUTPUT_VARIABLE version
                  RESULT_VARIABLE failed ERROR_QUIET)
  if(failed OR version STREQUAL "")
    file(REAL_PATH "${library}" version)
    string(REGEX REPLACE "^.*[.]so[.]?" "soname " version "${version}")
  endif()
  string(REGEX REPLACE "[+](dfsg|ds).*$" "" version "${version}")  # how Debian marks what it left out
  set(${out} "${version}" PARENT_SCOPE)
endfunction()

find_library(RE2_LIBRARY re2 REQUIRED)
privet_library_version(PRIVET_RE2_VERSION libre2-dev ${RE2_LIBRARY})
privet_library_version(PRIVET_PHONE_VERSION libphonenumber-dev ${PHONENUMBER_LIBRARY})
