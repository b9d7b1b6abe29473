/* Taking the terminal, giving it back, taking it again. */
#include "CNcurses.h"

#include <fcntl.h>
#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/ioctl.h>
#include <unistd.h>

static int is_utf8(void) { return !strcasecmp(nl_langinfo(CODESET), "UTF-8"); }

/* The first of the three that is set decides, as setlocale has it. */
static int environment_asks_for_utf8(void) {
  static const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
  for (int index = 0; index < 3; index++) {
    const char *value = getenv(names[index]);
    if (!value || !*value) continue;
    const char *codeset = strchr(value, '.');
    return codeset && (!strncasecmp(codeset, ".UTF-8", 6) || !strncasecmp(codeset, ".UTF8", 5));
  }
  return 0;
}

int ganglion_use_locale(int insist) {
  setlocale(LC_CTYPE, "");
  if (!is_utf8() && (insist || environment_asks_for_utf8())) setlocale(LC_CTYPE, "C.UTF-8");
  return is_utf8();
}

static SCREEN *with_description(const char *description, FILE *output, FILE *input) {
  const char *set = getenv("TERMINFO");
  char *former = set ? strdup(set) : NULL;
  if (description) setenv("TERMINFO", description, 1);
  SCREEN *screen = newterm(NULL, output, input);
  if (description && former) setenv("TERMINFO", former, 1);
  if (description && !former) unsetenv("TERMINFO");
  free(former);
  return screen;
}

static void configure(void) {
  raw();
  noecho();
  nonl();
  /* A frame is never given up halfway because a key was struck. */
  typeahead(-1);
  scrollok(stdscr, FALSE);
  idlok(stdscr, FALSE);
  if (!getenv("ESCDELAY")) set_escdelay(25);
  define_key("\033[200~", GANGLION_PASTE_BEGINS);
  define_key("\033[201~", GANGLION_PASTE_ENDS);
}

SCREEN *ganglion_open(int input, int output, const char *description, int *ncurses) {
  int own_input = fcntl(input, F_DUPFD_CLOEXEC, 3), own_output = fcntl(output, F_DUPFD_CLOEXEC, 3);
  FILE *in = fdopen(own_input, "r");
  FILE *out = fdopen(own_output, "w");
  /* The size is the terminal's own: LINES and COLUMNS, where exported, are of the past after the first resize. */
  use_tioctl(TRUE);
  SCREEN *screen = in && out ? with_description(description, out, in) : NULL;
  if (screen) {
    configure();
    *ncurses = own_output;
  } else {
    if (in) fclose(in);
    if (out) fclose(out);
  }
  return screen;
}

void ganglion_take_size(int output) {
  struct winsize size;
  if (ioctl(output, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0
      && is_term_resized(size.ws_row, size.ws_col))
    resizeterm(size.ws_row, size.ws_col);
}

void ganglion_reopen(int output) {
  reset_prog_mode();
  ganglion_take_size(output);
  clearok(curscr, TRUE);
  doupdate();
}

void ganglion_reset_line(void) { reset_prog_mode(); }

void ganglion_close(SCREEN *screen, WINDOW *pad) {
  endwin();
  if (pad) delwin(pad);
  delscreen(screen);
}
