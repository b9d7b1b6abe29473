/* Gives the terminal back when the program ends in a way that nobody planned. */
#ifndef GANGLION_RESCUE_H
#define GANGLION_RESCUE_H

/* Computes, while ncurses is healthy, the bytes that undo what it did to the terminal, and remembers the line
   settings. To be called twice: before newterm (settings), and after it (bytes and handlers). */
void ganglion_rescue_remember(int terminal);
void ganglion_rescue_arm(void);

/* From here on the end of the process leaves the terminal alone. Puts the former handlers back. */
void ganglion_rescue_disarm(void);

/* Standard error into memory while the screen is up (only where it is a terminal): words of the runtime or of a
   library would land in the picture and be lost with it. Shown by `release`, and after a crash. Keeps 64 KiB. */
void ganglion_errors_hold(void);
void ganglion_errors_release(void);

#endif
