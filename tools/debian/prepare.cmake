# Run by cpack on the tree of the .deb: what Debian's policy wants otherwise than
# an installation from source has it.
set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
if(NOT EXISTS ${share}/doc/privet/changelog.Debian)
  message(FATAL_ERROR "no changelog in ${share}/doc/privet")
endif()
file(GLOB compressed ${share}/doc/privet/changelog* ${share}/man/man1/*.1)
foreach(file IN LISTS compressed)
  execute_process(COMMAND gzip -9n ${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
if(EXISTS ${share}/zsh/site-functions)
  file(RENAME ${share}/zsh/site-functions ${share}/zsh/vendor-completions)
endif()
