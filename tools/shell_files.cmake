# Writes completion for shells, the pages of the manual and the schema of privet.toml, as the built program prints them:
#   cmake -DPRIVET=build/release/privet -DOUT=build/release -P shell_files.cmake
# makes OUT/completions/{privet.bash,_privet,privet.fish}, OUT/man/privet*.1 and OUT/privet.schema.json.
cmake_minimum_required(VERSION 3.25)

# A page of a verb that is gone is gone too.
file(REMOVE_RECURSE ${OUT}/man ${OUT}/completions)
file(MAKE_DIRECTORY ${OUT}/man ${OUT}/completions)

foreach(made IN ITEMS bash=privet.bash zsh=_privet fish=privet.fish)
  string(REPLACE "=" ";" made ${made})
  list(POP_FRONT made shell file)
  execute_process(COMMAND ${PRIVET} completion ${shell} OUTPUT_FILE ${OUT}/completions/${file} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${PRIVET} completion man --into ${OUT}/man COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND ${PRIVET} config schema OUTPUT_FILE ${OUT}/privet.schema.json COMMAND_ERROR_IS_FATAL ANY)
