// The data of ICU that the program uses, in place of all 31 MB of it: ICU reads
// what stands at this name. 16 is the alignment that it asks for.
asm(".pushsection .rodata\n"
    ".globl " PRIVET_ICU_DATA_SYMBOL
    "\n"
    ".balign 16\n" PRIVET_ICU_DATA_SYMBOL
    ":\n"
    ".incbin \"" PRIVET_ICU_DATA_FILE
    "\"\n"
    ".popsection\n");
