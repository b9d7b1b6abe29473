/* What the terminal's description says, and a description with what it lacks. */
#ifndef GANGLION_TERMINFO_H
#define GANGLION_TERMINFO_H

#include <stddef.h>

/* Loads the description of TERM: 0 if it can carry a screen, otherwise why not. */
enum { GANGLION_TERMINFO_OK, GANGLION_TERMINFO_NO_DATABASE, GANGLION_TERMINFO_UNKNOWN, GANGLION_TERMINFO_DUMB };
int ganglion_terminfo_load(int terminal);

int ganglion_terminfo_colors(void);
/* It takes colours as 24 bits by itself (RGB, or tmux's Tc). */
int ganglion_terminfo_has_direct_color(void);
/* It speaks ECMA-48: only then are sequences sent that no description has. */
int ganglion_terminfo_is_ansi(void);

/* The loaded description of a terminal that speaks ECMA-48, improved, as a value for the variable TERMINFO ("hex:…"):
   ncurses has no other way to say that a terminal can do more than its description knows. NULL where it cannot be made;
   to be freed.
   - `colors` (8, 16, 256 or 2^24, or 0 for its own) by the sequences that every terminal with that many takes.
   - The switch for automatic margins where it is missing (screen, tmux): without it ncurses fills the last column of the
     last line by inserting, and fails where a wide character stands before it. */
char *ganglion_terminfo_improved(int colors);

#endif
