/* Cells, pairs and keys: ncurses calls that are macros or touch its globals, as functions. */
/* wcwidth is not in plain C. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif
#include "CNcurses.h"

#include <string.h>
#include <wchar.h>

const attr_t ganglion_bold = A_BOLD, ganglion_dim = A_DIM, ganglion_reverse = A_REVERSE;
const attr_t ganglion_underline = A_UNDERLINE;

void ganglion_set_cell(cchar_t *cell, uint32_t scalar, attr_t attributes, int pair) {
  wchar_t text[2] = {(wchar_t)scalar, 0};
  /* The short is ignored when an extended pair is given. */
  setcchar(cell, text, attributes, (short)(pair & 0x7FFF), &pair);
}

int ganglion_columns(uint32_t scalar) { return wcwidth((wchar_t)scalar); }

void ganglion_put_cells(int y, int x, const cchar_t *cells, int count) {
  if (y < LINES && x < COLS) mvadd_wchnstr(y, x, cells, count);
}

void ganglion_refresh(int y, int x) {
  int visible = y >= 0 && y < LINES && x >= 0 && x < COLS;
  if (visible) move(y, x);
  leaveok(stdscr, !visible);
  wnoutrefresh(stdscr);
  doupdate();
}

void ganglion_forget_contents(void) { clearok(curscr, TRUE); }

int ganglion_lines(void) { return LINES; }
int ganglion_columns_of_screen(void) { return COLS; }
int ganglion_color_pairs(void) { return COLOR_PAIRS; }

WINDOW *ganglion_input_pad(void) {
  WINDOW *pad = newpad(1, 1);
  if (pad) {
    keypad(pad, TRUE);
    /* Read by us, whatever the description says of the mouse: many know only the older coding, which ends at column 223.
       By now ncurses has taken over the description's own keys, which would win otherwise. */
    define_key("\033[<", 0);
    define_key("\033[<", GANGLION_MOUSE_BEGINS);
    nodelay(pad, TRUE);
  }
  return pad;
}

int ganglion_read(WINDOW *pad, uint32_t *value) {
  wint_t read = 0;
  int kind = wget_wch(pad, &read);
  *value = (uint32_t)read;
  return kind == KEY_CODE_YES ? 1 : kind == OK ? 0 : -1;
}
