/* Taking the terminal, giving it back, taking it again. */
#ifndef GANGLION_SESSION_H
#define GANGLION_SESSION_H

/* Uses the environment's locale for characters alone (numbers keep their point); where the environment asks for UTF-8
   in a language that this machine lacks, or `insist` is set, UTF-8 without a language. Returns whether it is UTF-8. */
int ganglion_use_locale(int insist);

/* Starts ncurses for TERM on copies of two descriptors, with `description` (may be NULL) in place of the variable
   TERMINFO. Keys come raw, one by one, and nothing is drawn. The copy for output is `*ncurses`. NULL where the
   terminal cannot be used. */
SCREEN *ganglion_open(int input, int output, const char *description, int *ncurses);

/* The bytes between which a terminal hands over pasted text, and those before a report of the mouse, as key codes of
   our own. */
enum { GANGLION_PASTE_BEGINS = KEY_MAX + 100, GANGLION_PASTE_ENDS, GANGLION_MOUSE_BEGINS };

/* Takes a terminal back that was given away by endwin, at its present size. */
void ganglion_reopen(int output);

/* Takes note of the terminal's present size. Where it is another than before the next read is answered by KEY_RESIZE. */
void ganglion_take_size(int output);

/* Sets the line up again: somebody may have changed it while the process was stopped. */
void ganglion_reset_line(void);

/* Gives the terminal back and forgets the screen. */
void ganglion_close(SCREEN *screen, WINDOW *pad);

#endif
