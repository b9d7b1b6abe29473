/* What the loops share: random numbers, a clock, neurons as arrays, and rows of synapses. Each program is one file that
 * includes this one. */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DT 0.1f
#define SLOTS 16 /* steps of delay that the ring of Brunel's network keeps */

typedef struct {
  int count, excitatory;
  float *v, *ge, *gi, *m, *h, *n;
  int32_t *refractory;
  uint8_t *fired;
  float *ring; /* SLOTS rows of what arrives, Brunel only */
} Neurons;

typedef struct {
  uint32_t *start;
  uint16_t *target;
} Synapses;

/* Random numbers: splitmix64. */
static uint64_t state;
static uint64_t word(void) {
  uint64_t z = state += 0x9E3779B97F4A7C15u;
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
  z = (z ^ z >> 27) * 0x94D049BB133111EBu;
  return z ^ z >> 31;
}
static double uniform(void) { return (word() >> 11) * 0x1p-53; }
static inline double normal(double mean, double deviation) {
  return mean + deviation * sqrt(-2 * log(1 - uniform())) * cos(2 * M_PI * uniform());
}

static double seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec + 1e-9 * now.tv_nsec;
}

static void *array(size_t bytes) {
  bytes = (bytes + 63) / 64 * 64;
  void *memory = aligned_alloc(64, bytes);
  if (!memory) exit(1);
  return memset(memory, 0, bytes);
}

static inline Neurons make_neurons(int count, int with_ring) {
  size_t padded = (count + 63) / 64 * 64, bytes = padded * 4;
  Neurons p = {count, count * 4 / 5, array(bytes), array(bytes), array(bytes), array(bytes), array(bytes),
               array(bytes), array(bytes), array(padded), with_ring ? array(bytes * SLOTS) : NULL};
  return p;
}

/* Every pair with probability p: the distance from one synapse to the next is geometric. */
static inline Synapses random_pairs(int count, double p) {
  Synapses s = {array((count + 1) * 4), array((size_t)(count * (double)count * p * 1.1 + 10000) * 2)};
  uint32_t made = 0;
  for (int row = 0; row < count; row++) {
    s.start[row] = made;
    for (double place = floor(log(1 - uniform()) / log1p(-p)); place < count;
         place += 1 + floor(log(1 - uniform()) / log1p(-p)))
      s.target[made++] = (uint16_t)place;
  }
  s.start[count] = made;
  return s;
}

/* Who fired, ascending. */
static inline int collect(const Neurons *p, uint16_t *spikes) {
  int count = 0;
  for (int block = 0; block < p->count; block += 8) {
    uint64_t any;
    memcpy(&any, p->fired + block, 8);
    if (any)
      for (int k = block; k < block + 8 && k < p->count; k++)
        if (p->fired[k]) spikes[count++] = k;
  }
  return count;
}
