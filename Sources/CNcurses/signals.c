/* Signals as bytes in a pipe, so that everything they ask for is done outside of the handler. */
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int caught[] = {SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static struct sigaction before[CAUGHT];
static volatile int pipe_in = -1;
static int pipe_out = -1;

static char byte_for(int signal) {
  switch (signal) {
  case SIGWINCH: return GANGLION_RESIZED;
  case SIGTSTP: return GANGLION_STOPPED;
  case SIGCONT: return GANGLION_CONTINUED;
  default: return GANGLION_ENDED;
  }
}

static void notify(int signal) {
  int saved = errno;
  char byte = byte_for(signal);
  /* A full pipe loses nothing: the reader is told already. */
  ssize_t ignored = write(pipe_in, &byte, 1);
  (void)ignored;
  errno = saved;
}

static void set_handler(int signal, void (*handler)(int), struct sigaction *old) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, old);
}

void ganglion_signals_remember(void) {
  for (int index = 0; index < CAUGHT; index++) sigaction(caught[index], NULL, &before[index]);
}

int ganglion_signals_install(void) {
  int ends[2];
  if (pipe(ends) != 0) return -1;
  for (int end = 0; end < 2; end++) {
    fcntl(ends[end], F_SETFL, O_NONBLOCK);
    fcntl(ends[end], F_SETFD, FD_CLOEXEC);
  }
  pipe_out = ends[0];
  pipe_in = ends[1];
  /* The handler of ncurses is not called: its next refresh would ask for the size, and a frame does not go to the
     terminal at once, which then has none. See ganglion_take_size. */
  for (int index = 0; index < CAUGHT; index++) {
    /* What nohup or a shell without job control has set to be ignored stays ignored. */
    int may_be_ignored = caught[index] != SIGWINCH && caught[index] != SIGCONT;
    if (may_be_ignored && before[index].sa_handler == SIG_IGN) sigaction(caught[index], &before[index], NULL);
    else set_handler(caught[index], notify, NULL);
  }
  return pipe_out;
}

void ganglion_signals_restore(void) {
  for (int index = 0; index < CAUGHT; index++) sigaction(caught[index], &before[index], NULL);
  if (pipe_in >= 0) close(pipe_in);
  if (pipe_out >= 0) close(pipe_out);
  pipe_in = pipe_out = -1;
}

void ganglion_stop_self(int with_group) {
  struct sigaction ours;
  if (with_group) {
    /* Not by this signal to the group: it may reach another thread, and this one would run on for a moment. */
    set_handler(SIGTSTP, SIG_IGN, &ours);
    kill(0, SIGTSTP);
  }
  set_handler(SIGTSTP, SIG_DFL, with_group ? NULL : &ours);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
}
