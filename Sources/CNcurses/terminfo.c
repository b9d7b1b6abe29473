/* What the terminal's description says, and a description with what it lacks. */
#include "CNcurses.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <term.h>

static const char *string_named(const char *name) {
  const char *value = tigetstr((char *)name);
  return value == (char *)-1 ? NULL : value;
}

int ganglion_terminfo_load(int terminal) {
  int status = 1;
  if (setupterm(NULL, terminal, &status) != OK) {
    return status == -1 ? GANGLION_TERMINFO_NO_DATABASE
           : status == 1 ? GANGLION_TERMINFO_DUMB : GANGLION_TERMINFO_UNKNOWN;
  }
  return string_named("cup") && string_named("clear") ? GANGLION_TERMINFO_OK : GANGLION_TERMINFO_DUMB;
}

int ganglion_terminfo_colors(void) { return tigetnum((char *)"colors"); }

int ganglion_terminfo_has_direct_color(void) {
  return tigetflag((char *)"RGB") > 0 || tigetnum((char *)"RGB") > 0 || string_named("RGB") != NULL
         || tigetflag((char *)"Tc") > 0;
}

int ganglion_terminfo_is_ansi(void) {
  const char *cup = string_named("cup");
  return cup && strncmp(cup, "\033[", 2) == 0;
}

/* A compiled description as term(5) has it, with numbers of 32 bits; the library reads nothing beyond 32 KiB. */
struct image {
  unsigned char bytes[32 * 1024];
  size_t count;
  int overflowed;
};

static void put_byte(struct image *image, int value) {
  if (image->count < sizeof image->bytes) image->bytes[image->count++] = (unsigned char)value;
  else image->overflowed = 1;
}

static void put_number(struct image *image, uint32_t value, int size) {
  for (int index = 0; index < size; index++) put_byte(image, (int)(value >> (8 * index)) & 0xFF);
}

static void put_text(struct image *image, const char *text) {
  do put_byte(image, *text);
  while (*text++);
}

static void align(struct image *image) {
  if (image->count % 2) put_byte(image, 0);
}

/* Foreground or background by number for terminals with that many colours. */
static const char *color_string(int foreground, int colors) {
  if (colors > 256) {
    return foreground ? "\033[38;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm"
                      : "\033[48;2;%p1%{65536}%/%d;%p1%{256}%/%{255}%&%d;%p1%{255}%&%dm";
  }
  if (colors > 16) return foreground ? "\033[38;5;%p1%dm" : "\033[48;5;%p1%dm";
  return foreground ? "\033[%?%p1%{8}%<%t3%p1%d%e9%p1%{8}%-%d%;m" : "\033[%?%p1%{8}%<%t4%p1%d%e10%p1%{8}%-%d%;m";
}

static int is_one_of(const char *name, const char *const names[]) {
  for (; *names; names++)
    if (!strcmp(name, *names)) return 1;
  return 0;
}

/* The value of the string capability `index`, with the changes for `colors`. */
static const char *string_value(int index, int colors) {
  /* The older ways to colour, and those to change the palette, would be preferred or do harm. */
  static const char *const dropped[] = {"setf", "setb", "scp", "initc", "initp", "oc", NULL};
  const char *name = strnames[index], *value = string_named(name);
  if (!strcmp(name, "smam")) return value ? value : "\033[?7h";
  if (!strcmp(name, "rmam")) return value ? value : "\033[?7l";
  if (!colors) return value;
  if (!strcmp(name, "setaf")) return color_string(1, colors);
  if (!strcmp(name, "setab")) return color_string(0, colors);
  if (!strcmp(name, "op")) return "\033[39;49m";
  return is_one_of(name, dropped) ? NULL : value;
}

static void put_strings(struct image *image, int strings, int colors) {
  uint32_t offset = 0;
  for (int index = 0; index < strings; index++) {
    const char *value = string_value(index, colors);
    put_number(image, value ? offset : 0xFFFF, 2);
    if (value) offset += (uint32_t)strlen(value) + 1;
  }
  for (int index = 0; index < strings; index++) {
    const char *value = string_value(index, colors);
    if (value) put_text(image, value);
  }
}

static uint32_t number_value(int index, int colors) {
  if (colors && !strcmp(numnames[index], "colors")) return (uint32_t)colors;
  if (colors && !strcmp(numnames[index], "pairs")) return 0x7FFF;
  if (colors && !strcmp(numnames[index], "ncv")) return 0xFFFFFFFF;
  int value = tigetnum((char *)numnames[index]);
  return value < 0 ? 0xFFFFFFFF : (uint32_t)value;
}

static size_t size_of_strings(int strings, int colors) {
  size_t size = 0;
  for (int index = 0; index < strings; index++) {
    const char *value = string_value(index, colors);
    if (value) size += strlen(value) + 1;
  }
  return size;
}

static void put_description(struct image *image, int colors) {
  int booleans = 0, numbers = 0, strings = 0;
  while (boolnames[booleans]) booleans++;
  while (numnames[numbers]) numbers++;
  while (strnames[strings]) strings++;
  const char *names = ((TERMTYPE *)cur_term)->term_names;
  const uint32_t header[] = {01036, (uint32_t)strlen(names) + 1, (uint32_t)booleans, (uint32_t)numbers,
                             (uint32_t)strings, (uint32_t)size_of_strings(strings, colors)};
  for (int index = 0; index < 6; index++) put_number(image, header[index], 2);
  put_text(image, names);
  for (int index = 0; index < booleans; index++)
    put_byte(image, (!colors || strcmp(boolnames[index], "ccc")) && tigetflag((char *)boolnames[index]) > 0);
  align(image);
  for (int index = 0; index < numbers; index++) put_number(image, number_value(index, colors), 4);
  put_strings(image, strings, colors);
  align(image);
}

/* What the standard has no name for: SGR 39 and 49 give the default colours, and colours are 8 bits each of red,
   green and blue. */
static void put_extended_flags(struct image *image, int colors) {
  uint32_t flags = colors > 256 ? 2 : 1;
  const uint32_t header[] = {flags, 0, 0, flags, flags == 2 ? 7 : 3};
  for (int index = 0; index < 5; index++) put_number(image, header[index], 2);
  for (uint32_t flag = 0; flag < flags; flag++) put_byte(image, 1);
  align(image);
  put_number(image, 0, 2);
  if (flags == 2) put_number(image, 3, 2);
  put_text(image, "AX");
  if (flags == 2) put_text(image, "RGB");
}

char *ganglion_terminfo_improved(int colors) {
  struct image *image = calloc(1, sizeof *image);
  if (!image) return NULL;
  put_description(image, colors);
  if (colors || tigetflag((char *)"AX") > 0) put_extended_flags(image, colors);
  char *text = image->overflowed ? NULL : malloc(2 * image->count + 5);
  if (text) {
    static const char digits[] = "0123456789ABCDEF";
    char *at = text + 4;
    memcpy(text, "hex:", 4);
    for (size_t index = 0; index < image->count; index++) {
      *at++ = digits[image->bytes[index] >> 4];
      *at++ = digits[image->bytes[index] & 15];
    }
    *at = 0;
  }
  free(image);
  return text;
}
