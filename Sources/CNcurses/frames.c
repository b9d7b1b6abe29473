/* A frame as one piece. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "CNcurses.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* As large as a frame ever was. */
static int memory = -1;

static int send_all(int terminal, const char *bytes, size_t count) {
  while (count > 0) {
    ssize_t sent = write(terminal, bytes, count);
    if (sent < 0 && errno == EINTR) continue;
    if (sent < 0 && errno == EAGAIN) {
      /* Another process has made the terminal non-blocking. */
      struct pollfd room = {.fd = terminal, .events = POLLOUT};
      poll(&room, 1, -1);
      continue;
    }
    if (sent <= 0) return 0;
    bytes += sent;
    count -= (size_t)sent;
  }
  return 1;
}

void ganglion_frame_begin(int ncurses) {
#ifdef __linux__
  if (memory < 0) memory = memfd_create("frame", MFD_CLOEXEC);
  if (memory < 0) return;
  lseek(memory, 0, SEEK_SET);
  dup3(memory, ncurses, O_CLOEXEC);
#else
  (void)ncurses;
#endif
}

void ganglion_frame_end(int ncurses, int terminal, const char *prefix, const char *suffix) {
#ifdef __linux__
  if (memory < 0) return;
  dup3(terminal, ncurses, O_CLOEXEC);
  static char block[64 * 1024];
  size_t held = strlen(prefix);
  memcpy(block, prefix, held);
  off_t end = lseek(memory, 0, SEEK_CUR);
  for (off_t at = 0; at < end;) {
    size_t room = sizeof block - held - 16;
    size_t wanted = (size_t)(end - at) < room ? (size_t)(end - at) : room;
    ssize_t count = pread(memory, block + held, wanted, at);
    if (count <= 0) return;
    at += count;
    held += (size_t)count;
    if (at == end) {
      memcpy(block + held, suffix, strlen(suffix));
      held += strlen(suffix);
    }
    if (!send_all(terminal, block, held)) return;
    held = 0;
  }
#else
  (void)ncurses, (void)terminal, (void)prefix, (void)suffix;
#endif
}
