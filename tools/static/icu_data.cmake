cmake_minimum_required(VERSION 3.25)
# Writes the part of ICU's data that the program uses:
#   cmake -DARCHIVE=libicudata.a -DAR=ar -DOBJCOPY=objcopy -DICUPKG=icupkg -DOUT=file -P icu_data.cmake
# Normalisation but NFC and NFD, and properties of emoji: the rest that is used is code of ICU. What is missing here
# would be an error of ICU at run time; tools/package compares the two programs on corpora/.
set(items nfkc.nrm nfkc_cf.nrm uemoji.icu ulayout.icu)

get_filename_component(name ${OUT} NAME)
get_filename_component(folder ${OUT} DIRECTORY)
set(work ${folder}/icu)
file(REMOVE_RECURSE ${work})
file(MAKE_DIRECTORY ${work})
function(run)
  execute_process(COMMAND ${ARGV} WORKING_DIRECTORY ${work} COMMAND_ERROR_IS_FATAL ANY)
endfunction()
run(${AR} x ${ARCHIVE})
file(GLOB object ${work}/*.o)
run(${OBJCOPY} -O binary --only-section=.rodata ${object} ${name})
list(JOIN items "\n" lines)
file(WRITE ${work}/items.txt "${lines}\n")
run(${ICUPKG} -d ${work} -x items.txt ${name})
run(${ICUPKG} -s ${work} -a items.txt new ${OUT})
file(REMOVE_RECURSE ${work})
