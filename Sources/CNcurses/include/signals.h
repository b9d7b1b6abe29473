/* Signals as bytes in a pipe, so that everything they ask for is done outside of the handler. */
#ifndef GANGLION_SIGNALS_H
#define GANGLION_SIGNALS_H

/* What is written to the pipe. */
enum { GANGLION_RESIZED = 'W', GANGLION_ENDED = 'E', GANGLION_STOPPED = 'S', GANGLION_CONTINUED = 'C' };

/* Remembers what the signals did before. To be called before ncurses installs handlers of its own. */
void ganglion_signals_remember(void);

/* Installs the handlers, in place of ncurses's own for SIGWINCH; returns the end of the pipe to poll, or -1. */
int ganglion_signals_install(void);

/* Puts back what was remembered and closes the pipe. */
void ganglion_signals_restore(void);

/* Stops this process as Ctrl-Z does, its process group first if asked (make, sudo: who waits for us must stop, too).
   Returns once it is continued. */
void ganglion_stop_self(int with_group);

#endif
