/* The only place that includes ncurses, and the C that Swift cannot say: macros, globals, signal handlers. */
#ifndef GANGLION_CNCURSES_H
#define GANGLION_CNCURSES_H

#ifndef _XOPEN_SOURCE_EXTENDED
#define _XOPEN_SOURCE_EXTENDED 1
#endif
#ifndef NCURSES_WIDECHAR
#define NCURSES_WIDECHAR 1
#endif
#include <locale.h>
#include <ncurses.h>

#include "cells.h"
#include "frames.h"
#include "rescue.h"
#include "session.h"
#include "signals.h"
#include "terminfo.h"

#endif
