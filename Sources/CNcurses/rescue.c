/* Gives the terminal back when the program ends in a way that nobody planned. */
#include "CNcurses.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>
#include <termios.h>
#include <unistd.h>

static const int fatal[] = {SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP, SIGFPE};
enum { FATAL = sizeof fatal / sizeof fatal[0], BYTES = 512 };

static struct sigaction before[FATAL];
static struct termios settings;
static int terminal_descriptor = -1;
static char bytes[BYTES];
static size_t byte_count;
static volatile sig_atomic_t armed;
/* Room for the handler when it is the stack that has run out. */
static _Alignas(16) char spare_stack[64 * 1024];

static void send(int descriptor, const char *text, size_t count) {
  while (count > 0) {
    ssize_t sent = write(descriptor, text, count);
    if (sent <= 0) return;
    text += sent;
    count -= (size_t)sent;
  }
}

/* Async-signal-safe: write and tcsetattr alone. */
static void restore(void) {
  if (!armed) return;
  armed = 0;
  send(terminal_descriptor, bytes, byte_count);
  tcsetattr(terminal_descriptor, TCSANOW, &settings);
}

static const char *name_of(int signal) {
  switch (signal) {
  case SIGSEGV: return "segmentation fault";
  case SIGABRT: return "abort";
  case SIGBUS: return "bus error";
  case SIGFPE: return "arithmetic error";
  default: return "trap";
  }
}

static void crashed(int signal) {
  int was_armed = armed;
  restore();
  ganglion_errors_release();
  if (was_armed) {
    static const char start[] = "ganglion: crashed (", end[] = "); the terminal was restored\n";
    send(STDERR_FILENO, start, sizeof start - 1);
    send(STDERR_FILENO, name_of(signal), strlen(name_of(signal)));
    send(STDERR_FILENO, end, sizeof end - 1);
  }
  /* To whoever was there before us: the runtime's own reporter, or the kernel, once we return. */
  for (int index = 0; index < FATAL; index++) sigaction(fatal[index], &before[index], NULL);
  raise(signal);
}

/* exit() from anywhere. */
static void at_exit(void) {
  restore();
  ganglion_errors_release();
}

/* Appends a capability without its padding, "$<…>", which only slow terminals of glass and iron need. */
static void append(const char *capability) {
  if (!capability || capability == (char *)-1) return;
  for (const char *at = capability; *at && byte_count < BYTES; at++) {
    const char *close = at[0] == '$' && at[1] == '<' ? strchr(at, '>') : NULL;
    if (close) at = close;
    else bytes[byte_count++] = *at;
  }
}

void ganglion_rescue_remember(int terminal) {
  terminal_descriptor = terminal;
  tcgetattr(terminal, &settings);
}

void ganglion_rescue_arm(void) {
  static const char *const undo[] = {"rmkx", "sgr0", "op", "cnorm", "rmcup"};
  byte_count = 0;
  for (size_t index = 0; index < sizeof undo / sizeof undo[0]; index++) append(tigetstr((char *)undo[index]));
  const char *cup = tigetstr("cup");
  if (cup && cup != (char *)-1 && strncmp(cup, "\033[", 2) == 0) append("\033[?1006l\033[?1002l\033[?2004l\033[?2026l");

  stack_t stack = {.ss_sp = spare_stack, .ss_size = sizeof spare_stack};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK;
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < FATAL; index++) sigaction(fatal[index], &action, &before[index]);

  static int registered;
  if (!registered) atexit(at_exit);
  registered = 1;
  armed = 1;
}

void ganglion_rescue_disarm(void) {
  if (!armed) return;
  armed = 0;
  for (int index = 0; index < FATAL; index++) sigaction(fatal[index], &before[index], NULL);
}
