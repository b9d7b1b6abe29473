/* Standard error, held back in memory while the screen is up. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CNcurses.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

static volatile int shown = -1, held = -1;

void ganglion_errors_hold(void) {
#ifdef __linux__
  if (held >= 0 || !isatty(STDERR_FILENO)) return;
  int memory = memfd_create("errors", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (memory < 0) return;
  /* A file that cannot grow: whoever writes for ever fails, and takes no memory. */
  int copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
  if (copy < 0 || ftruncate(memory, 64 * 1024) != 0 || fcntl(memory, F_ADD_SEALS, F_SEAL_GROW) != 0
      || dup2(memory, STDERR_FILENO) < 0) {
    if (copy >= 0) close(copy);
    close(memory);
    return;
  }
  shown = copy;
  held = memory;
#endif
}

/* Async-signal-safe: a crash calls it. */
void ganglion_errors_release(void) {
  if (held < 0) return;
  int memory = held;
  held = -1;
  off_t end = lseek(memory, 0, SEEK_CUR);
  dup2(shown, STDERR_FILENO);
  close(shown);
  char block[4096];
  for (off_t at = 0; at < end;) {
    size_t wanted = end - at < (off_t)sizeof block ? (size_t)(end - at) : sizeof block;
    ssize_t count = pread(memory, block, wanted, at);
    if (count <= 0 || write(STDERR_FILENO, block, (size_t)count) <= 0) break;
    at += count;
  }
  close(memory);
}
