# Writes the rule files as a C++ source: cmake -DRULES=folder -DOUT=file -P embed_rules.cmake
file(GLOB_RECURSE files RELATIVE ${RULES} ${RULES}/*.toml)
list(FILTER files EXCLUDE REGEX "^policy/")  # examples for --policy
list(SORT files)
set(out "// Written by tools/embed_rules.cmake from rules/.\n#include \"rule/builtin.h\"\n\nnamespace privet {\nnamespace {\n")
set(table "")
set(n 0)
foreach(file IN LISTS files)
  file(READ ${RULES}/${file} hex HEX)
  # Octal escapes of at most three digits end by themselves, whatever follows;
  # hexadecimal ones would not. A byte list is plainest of all.
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "char(0x\\1)," bytes "${hex}")
  string(APPEND out "constexpr char kFile${n}[] = {${bytes}};\n")
  string(APPEND table "    {\"${file}\", {kFile${n}, sizeof(kFile${n})}},\n")
  math(EXPR n "${n}+1")
endforeach()
string(APPEND out "constexpr BuiltinFile kFiles[] = {\n${table}};\n}  // namespace\n\n")
string(APPEND out "std::span<const BuiltinFile> builtin_rule_files() { return kFiles; }\n\n}  // namespace privet\n")
file(WRITE ${OUT} "${out}")
