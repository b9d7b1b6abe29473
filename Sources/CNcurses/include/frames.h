/* A frame as one piece. */
#ifndef GANGLION_FRAMES_H
#define GANGLION_FRAMES_H

/* ncurses writes at every jump of the cursor, some hundred times a frame; each write may wake the terminal up and show
   a part. Between these two calls what it writes to the descriptor `ncurses` goes to memory, and then to `terminal`
   in pieces as large as it takes, between `prefix` and `suffix` unless nothing was written. */
void ganglion_frame_begin(int ncurses);
void ganglion_frame_end(int ncurses, int terminal, const char *prefix, const char *suffix);

#endif
