# What `cmake --install` installs, and the two packages of `cpack` (tools/package
# builds and checks them):
#   privet_0.1.0-1_amd64.deb             the program with Debian's shared libraries
#   privet-0.1.0-Linux-x86_64.tar.gz     the one that brings its libraries (tools/static.cmake)
#
# Components: program, data and notes make an ordinary installation; debian and
# portable are for the packages alone.
include(GNUInstallDirs)
set(PRIVET_DATA ${CMAKE_INSTALL_DATADIR}/privet)

install(TARGETS privet RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)

# The program holds its rules and its name model. The rules are to be read, copied and changed (--rules); the policies
# are examples for --policy.
install(DIRECTORY rules/ DESTINATION ${PRIVET_DATA}/rules COMPONENT data
        PATTERN policy EXCLUDE PATTERN names.model EXCLUDE)
install(DIRECTORY rules/policy/ DESTINATION ${PRIVET_DATA}/policies COMPONENT data)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT data)
# Written when the program is built.
install(DIRECTORY ${PROJECT_BINARY_DIR}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT data OPTIONAL
        FILES_MATCHING PATTERN *.1)
install(FILES ${PROJECT_BINARY_DIR}/privet.schema.json DESTINATION ${PRIVET_DATA} COMPONENT data OPTIONAL)
set(completions ${PROJECT_BINARY_DIR}/completions)
install(FILES ${completions}/privet.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME privet
        COMPONENT data OPTIONAL)
install(FILES ${completions}/_privet DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions COMPONENT data OPTIONAL)
install(FILES ${completions}/privet.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT data
        OPTIONAL)

install(FILES CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT notes)

# As Debian's policy names them; tools/debian/prepare.cmake compresses them.
install(FILES tools/debian/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME changelog COMPONENT debian EXCLUDE_FROM_ALL)
install(FILES tools/debian/changelog DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME changelog.Debian COMPONENT debian
        EXCLUDE_FROM_ALL)

if(TARGET privet_static)
  install(TARGETS privet_static RUNTIME_DEPENDENCY_SET privet_bundled RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR}
          COMPONENT portable EXCLUDE_FROM_ALL)
  # All but what belongs to the machine: the C library and its loader.
  install(RUNTIME_DEPENDENCY_SET privet_bundled PRE_EXCLUDE_REGEXES "^lib(c|m)[.]so" "^ld-linux"
          LIBRARY DESTINATION lib/privet COMPONENT portable EXCLUDE_FROM_ALL)
  # Their licences ask for their notices to go along: those of all that is linked, bundled or compiled from headers.
  foreach(package IN ITEMS libhyperscan-dev libre2-dev libphonenumber-dev libprotobuf-dev libabsl-dev libicu-dev
          libdeflate-dev libzstd-dev zlib1g-dev libssl-dev libfmt-dev libtomlplusplus-dev libhwy-dev libsimdjson-dev
          libcli11-dev libexpected-dev libstdc++6 libgcc-s1)
    install(FILES /usr/share/doc/${package}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR}/third-party RENAME ${package}
            COMPONENT portable EXCLUDE_FROM_ALL)
  endforeach()
endif()

set(PRIVET_PACKAGER "The privet authors <privet@example.com>" CACHE STRING "Who builds the packages: name <address>")
set(CPACK_GENERATOR DEB)
if(TARGET privet_static)
  list(APPEND CPACK_GENERATOR TGZ)
endif()
set(CPACK_PACKAGE_NAME privet)
set(CPACK_PACKAGE_CONTACT ${PRIVET_PACKAGER})
set(CPACK_PACKAGE_VENDOR "The privet authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "finds personal data in training corpora and redacts it")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGE_FILE_NAME privet-${PROJECT_VERSION}-${CMAKE_SYSTEM_NAME}-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_STRIP_FILES ON)
set(CPACK_PROJECT_CONFIG_FILE ${PROJECT_SOURCE_DIR}/tools/debian/choose.cmake)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Streams JSONL and CSV, flags names, e-mail addresses, phone numbers,
identifiers of some 60 countries and records that came from private messages,
and writes them redacted, with a report of what was found and where.
.
Bytes outside a finding stay as they are. Works offline. A finding is evidence,
not a determination.")
include(CPack)
