/* What this machine can do: the benchmark networks as plain loops over arrays, written from the equations.
 *
 *   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 loop.c -o loop -lm
 *   ./loop cuba|coba|cobahh|brunel SECONDS SEED        prints one JSON object
 *
 * Single precision, dt 0.1 ms, one thread, one weight for each projection, synapses as rows of two-byte targets.
 * Networks of Brette et al. 2007 (doi:10.1007/s10827-007-0038-6, appendix 2) and Brunel 2000
 * (doi:10.1023/A:1008925309027). A step is: neurons, threshold, reset, and then delivery into what the next steps read.
 */
#include "parts.h"

/* `excitatory` and `inhibitory` inputs to every neuron, drawn with replacement; counted, then put into rows. */
static Synapses fixed_inputs(int count, int sources, int excitatory, int inhibitory) {
  size_t inputs = excitatory + inhibitory, total = inputs * count;
  Synapses s = {array((count + 2) * 4), array(total * 2)};
  uint16_t *source = array(total * 2);
  for (size_t k = 0; k < total; k++) {
    int is_excitatory = k % inputs < (size_t)excitatory;
    source[k] = is_excitatory ? word() % sources : sources + word() % (count - sources);
    s.start[source[k] + 2]++;
  }
  for (int row = 1; row <= count; row++) s.start[row + 1] += s.start[row];
  for (size_t k = 0; k < total; k++) s.target[s.start[source[k] + 1]++] = k / inputs;
  free(source);
  return s;
}

/* dv/dt = (g_e + g_i − (v − E)) / τ and g decaying, all linear: exact. g in mV. */
static __attribute__((noinline)) void step_cuba(Neurons *p) {
  const float tau = 20, rest = -49, leak = expf(-DT / 20), e = expf(-DT / 5), i_ = expf(-DT / 10);
  const float from_e = 5 / (5 - tau) * (e - leak), from_i = 10 / (10 - tau) * (i_ - leak);
  float *restrict v = p->v, *restrict ge = p->ge, *restrict gi = p->gi;
  int32_t *restrict refractory = p->refractory;
  uint8_t *restrict fired = p->fired;
  const int count = p->count; /* a byte written to `fired` might be anything that p points to */
  for (int k = 0; k < count; k++) {
    float next = rest + (v[k] - rest) * leak + ge[k] * from_e + gi[k] * from_i;
    int left = refractory[k];
    next = left > 0 ? v[k] : next;
    int spikes = next > -50;
    v[k] = spikes ? -60 : next;
    refractory[k] = spikes ? 50 : left > 0 ? left - 1 : 0;
    fired[k] = spikes;
    ge[k] *= e;
    gi[k] *= i_;
  }
}

/* τ dv/dt = g_e (E_e − v) + g_i (E_i − v) − (v − E), g in units of the leak: v by Euler's step, the cheapest there is;
 * the rate does not show it. */
static __attribute__((noinline)) void step_coba(Neurons *p) {
  const float e = expf(-DT / 5), i_ = expf(-DT / 10);
  float *restrict v = p->v, *restrict ge = p->ge, *restrict gi = p->gi;
  int32_t *restrict refractory = p->refractory;
  uint8_t *restrict fired = p->fired;
  const int count = p->count;
  for (int k = 0; k < count; k++) {
    float next = v[k] + DT / 20 * (-ge[k] * v[k] + gi[k] * (-80 - v[k]) - (v[k] + 60));
    int left = refractory[k];
    next = left > 0 ? v[k] : next;
    int spikes = next > -50;
    v[k] = spikes ? -60 : next;
    refractory[k] = spikes ? 50 : left > 0 ? left - 1 : 0;
    fired[k] = spikes;
    ge[k] *= e;
    gi[k] *= i_;
  }
}

/* x / (e^x − 1), and its limit where both vanish. */
static inline float ratio(float x) {
  float general = x / (expf(x) - 1); /* outside the choice, so that no branch keeps the loop from being a vector's */
  return fabsf(x) < 1e-3f ? 1 - x / 2 : general;
}

/* Traub and Miles: every variable by the exponential of its own rate, all from the values at the start of the step,
 * as Brian2's exponential Euler. Densities: mS/cm², µF/cm². */
static __attribute__((noinline)) void advance_cobahh(
    int count, float *restrict v, float *restrict ge, float *restrict gi, float *restrict m, float *restrict h,
    float *restrict n, int32_t *restrict refractory, uint8_t *restrict fired) {
  const float e = expf(-DT / 5), i_ = expf(-DT / 10);
  for (int k = 0; k < count; k++) {
    float u = v[k] + 63, gna = 100 * m[k] * m[k] * m[k] * h[k], gk = 30 * n[k] * n[k] * n[k] * n[k];
    float am = 1.28f * ratio((13 - u) / 4), bm = 1.4f * ratio((u - 40) / 5);
    float ah = 0.128f * expf((17 - u) / 18), bh = 4 / (1 + expf((40 - u) / 5));
    float an = 0.16f * ratio((15 - u) / 5), bn = 0.5f * expf((10 - u) / 40);
    float total = 0.05f + ge[k] + gi[k] + gna + gk;
    float goal = (0.05f * -60 + gi[k] * -80 + gna * 50 + gk * -90) / total;
    v[k] = goal + (v[k] - goal) * expf(-DT * total);
    m[k] = am / (am + bm) + (m[k] - am / (am + bm)) * expf(-DT * (am + bm));
    h[k] = ah / (ah + bh) + (h[k] - ah / (ah + bh)) * expf(-DT * (ah + bh));
    n[k] = an / (an + bn) + (n[k] - an / (an + bn)) * expf(-DT * (an + bn));
    int left = refractory[k], spikes = left <= 0 && v[k] > -20;
    refractory[k] = spikes ? 30 : left > 0 ? left - 1 : 0;
    fired[k] = spikes;
    ge[k] *= e;
    gi[k] *= i_;
  }
}

/* As parameters the arrays are known to be apart; as variables of a block gcc would check that, and gives up on eight. */
static void step_cobahh(Neurons *p) {
  advance_cobahh(p->count, p->v, p->ge, p->gi, p->m, p->h, p->n, p->refractory, p->fired);
}

/* A Poisson number for each neuron, by comparing one uniform number with the cumulative distribution. */
#define MOST 20
static float cumulative[MOST];
static uint32_t *streams;

static void prepare_input(int count, double mean) {
  double term = exp(-mean), sum = term;
  for (int k = 0; k < MOST; k++, sum += term) {
    cumulative[k] = (float)sum;
    term *= mean / (k + 1);
  }
  streams = array((size_t)count * 4 + 256);
  for (int k = 0; k < count; k++) streams[k] = (uint32_t)word() | 1;
}

static __attribute__((noinline)) void step_brunel(Neurons *p, float *restrict arriving) {
  const float leak = expf(-DT / 20);
  float *restrict v = p->v;
  int32_t *restrict refractory = p->refractory;
  uint32_t *restrict stream = streams;
  uint8_t *restrict fired = p->fired;
  const int count = p->count;
  for (int k = 0; k < count; k++) {
    uint32_t x = stream[k];
    x ^= x << 13;
    x ^= x >> 17;
    x ^= x << 5;
    stream[k] = x;
    float chance = (x >> 8) * 0x1p-24f;
    int external = 0;
    for (int j = 0; j < MOST; j++) external += chance >= cumulative[j];
    int left = refractory[k];
    float next = left > 0 ? v[k] : v[k] * leak + arriving[k] + 0.1f * external;
    arriving[k] = 0;
    int spikes = next >= 20;
    v[k] = spikes ? 10 : next;
    refractory[k] = spikes ? 20 : left > 0 ? left - 1 : 0;
    fired[k] = spikes;
  }
}

static void begin(Neurons *p, const char *name) {
  for (int k = 0; k < p->count; k++) {
    if (!strcmp(name, "cuba")) p->v[k] = -60 + 10 * uniform();
    if (strcmp(name, "coba") && strcmp(name, "cobahh")) continue;
    float unit = strcmp(name, "coba") ? 0.05f : 1; /* of the leak, or mS/cm² */
    p->v[k] = normal(-65, 5);
    p->ge[k] = unit * fmax(0, normal(4, 1.5));
    p->gi[k] = unit * fmax(0, normal(20, 12));
  }
}

int main(int argc, char **argv) {
  if (argc < 4) return fprintf(stderr, "loop cuba|coba|cobahh|brunel SECONDS SEED\n"), 2;
  const char *name = argv[1];
  int is_brunel = !strcmp(name, "brunel"), count = is_brunel ? 12500 : 4000;
  long steps = lround(atof(argv[2]) * 1e4), spikes = 0, events = 0;
  state = strtoull(argv[3], NULL, 10);
  double start = seconds();
  Neurons p = make_neurons(count, is_brunel);
  Synapses s = is_brunel ? fixed_inputs(count, 10000, 1000, 250) : random_pairs(count, 0.02);
  double built = seconds() - start;
  begin(&p, name);
  if (is_brunel) prepare_input(count, 2); /* 20 kHz · 0.1 ms */
  float weight[2] = {1.62f, -9}; /* mV; 0.0162 and 0.09 nA times 100 MΩ */
  if (!strcmp(name, "coba")) weight[0] = 0.6f, weight[1] = 6.7f;
  if (!strcmp(name, "cobahh")) weight[0] = 0.03f, weight[1] = 0.335f;
  if (is_brunel) weight[0] = 0.1f, weight[1] = -0.5f;
  void (*step)(Neurons *) = !strcmp(name, "cuba") ? step_cuba : !strcmp(name, "coba") ? step_coba : step_cobahh;
  size_t row = (count + 63) / 64 * 64;
  uint16_t *who = array(row * 2);

  start = seconds();
  for (long t = 0; t < steps; t++) {
    if (is_brunel) step_brunel(&p, p.ring + t % SLOTS * row);
    else step(&p);
    int fired = collect(&p, who);
    spikes += fired;
    for (int k = 0; k < fired; k++) {
      int source = who[k], inhibits = source >= p.excitatory;
      float *restrict cells = is_brunel ? p.ring + (t + 15) % SLOTS * row : inhibits ? p.gi : p.ge, w = weight[inhibits];
      for (uint32_t j = s.start[source]; j < s.start[source + 1]; j++) cells[s.target[j]] += w;
      events += s.start[source + 1] - s.start[source];
    }
  }
  double wall = seconds() - start, biological = steps * 1e-4;
  printf("{\"tool\": \"C loop\", \"network\": \"%s\", \"wall_per_s\": %.6f, \"build_s\": %.4f, \"rate_hz\": %.3f, "
         "\"events\": %ld}\n", name, wall / biological, built, spikes / biological / count, events);
}
