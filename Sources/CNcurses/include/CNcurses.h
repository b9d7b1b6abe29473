/* The only place that includes ncurses. */
#ifndef GANGLION_CNCURSES_H
#define GANGLION_CNCURSES_H
#define _XOPEN_SOURCE_EXTENDED 1
#define NCURSES_WIDECHAR 1
#include <locale.h>
#include <ncurses.h>
#endif
