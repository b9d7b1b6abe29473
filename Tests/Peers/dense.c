/* A dense classifier as a plain loop: 784 inputs that spike in a step with probability 0.05, 800 leaky neurons, 10
 * outputs, 100 steps a sample; weights normal with mean 0.01 and deviation 0.03, the same in all programs.
 *
 *   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 dense.c -o dense -lm
 *   ./dense SAMPLES SEED                                   prints one JSON object
 *
 * The input is drawn beforehand; what is timed is the way through the layers, one sample after another.
 */
#include "parts.h"

enum { INPUTS = 784, HIDDEN = 800, OUTPUTS = 16 /* 10, and what makes a row 64 bytes */, STEPS = 100, ROUNDS = 7 };

typedef struct {
  float *first, *second; /* rows by source */
  uint8_t *input;
} Layers;

static float *weights(int rows, int columns) {
  float *all = array((size_t)rows * columns * 4);
  for (int k = 0; k < rows * columns; k++) all[k] = normal(0.01, 0.03);
  return all;
}

/* v ← 0.9 v + what arrives; above 1 a spike, and back to 0. Returns the spikes of the hidden layer. */
static long present(const Layers *n, const uint8_t *input) {
  static float v[HIDDEN] __attribute__((aligned(64))), o[OUTPUTS] __attribute__((aligned(64)));
  long spikes = 0;
  memset(v, 0, sizeof v);
  memset(o, 0, sizeof o);
  for (int t = 0; t < STEPS; t++, input += INPUTS) {
    for (int k = 0; k < HIDDEN; k++) v[k] *= 0.9f;
    for (int k = 0; k < OUTPUTS; k++) o[k] *= 0.9f;
    for (int source = 0; source < INPUTS; source++)
      if (input[source])
        for (int k = 0; k < HIDDEN; k++) v[k] += n->first[source * HIDDEN + k];
    for (int source = 0; source < HIDDEN; source++)
      if (v[source] > 1) {
        v[source] = 0;
        spikes++;
        for (int k = 0; k < OUTPUTS; k++) o[k] += n->second[source * OUTPUTS + k];
      }
    for (int k = 0; k < OUTPUTS; k++) o[k] = o[k] > 1 ? 0 : o[k];
  }
  return spikes;
}

static int ascending(const void *a, const void *b) { return *(double *)a < *(double *)b ? -1 : *(double *)a > *(double *)b; }

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "dense SAMPLES SEED\n"), 2;
  int samples = atoi(argv[1]);
  size_t sample = STEPS * INPUTS;
  state = strtoull(argv[2], NULL, 10);
  Layers n = {weights(INPUTS, HIDDEN), weights(HIDDEN, OUTPUTS), array(samples * sample)};
  for (size_t k = 0; k < samples * sample; k++) n.input[k] = uniform() < 0.05;
  double walls[ROUNDS];
  long spikes = 0;
  for (int round = 0; round < ROUNDS; round++) {
    double start = seconds();
    spikes = 0;
    for (int k = 0; k < samples; k++) spikes += present(&n, n.input + k * sample);
    walls[round] = seconds() - start;
  }
  qsort(walls, ROUNDS, sizeof *walls, ascending);
  /* A step counts as a millisecond. */
  printf("{\"tool\": \"C loop\", \"network\": \"dense-%d\", \"wall_s\": %.6f, \"rate_hz\": %.3f}\n", samples,
         walls[ROUNDS / 2], spikes * 1000.0 / HIDDEN / STEPS / samples);
}
