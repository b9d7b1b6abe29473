// Put in front of the C library's allocator (LD_PRELOAD), this library counts what a program asks of it. At its end the
// program writes the number of blocks that it was given, or had moved to another size, into the file that the variable
// GANGLION_ALLOCATIONS names. Does nothing where there is no glibc to hand on to.
