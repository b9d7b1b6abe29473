/* Cells, pairs and keys: ncurses calls that are macros or touch its globals, as functions. */
#ifndef GANGLION_CELLS_H
#define GANGLION_CELLS_H

#include <stdint.h>

/* The attributes of ncurses, which are macros with casts. */
extern const attr_t ganglion_bold, ganglion_dim, ganglion_reverse, ganglion_underline;

/* Fills one cell: a scalar that has a width of its own, attributes, an extended colour pair. */
void ganglion_set_cell(cchar_t *cell, uint32_t scalar, attr_t attributes, int pair);

/* Columns of a scalar as the C library has it, which is what ncurses will believe; -1 where it cannot be shown. */
int ganglion_columns(uint32_t scalar);

/* Puts a run of cells on the standard screen, cut off at its border; nothing is sent yet. */
void ganglion_put_cells(int y, int x, const cchar_t *cells, int count);

/* Sends what has changed, with the cursor at (y, x), or hidden where y is negative. */
void ganglion_refresh(int y, int x);

/* The next refresh repaints every cell. */
void ganglion_forget_contents(void);

int ganglion_lines(void);
int ganglion_columns_of_screen(void);
int ganglion_color_pairs(void);

/* A window that is only read from: wgetch refreshes the window it reads, unless it is a pad. */
WINDOW *ganglion_input_pad(void);

/* 1 and a key code, 0 and a character, -1 when nothing waits. */
int ganglion_read(WINDOW *pad, uint32_t *value);

#endif
