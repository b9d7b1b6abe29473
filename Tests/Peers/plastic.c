/* CUBA with learning as a plain loop: every synapse among the excitatory neurons has a weight of its own, which additive
 * pair STDP moves; all others are as in loop.c.
 *
 *   gcc -O3 -march=native -ffast-math -mprefer-vector-width=512 plastic.c -o plastic -lm
 *   ./plastic SECONDS SEED                                 prints one JSON object
 *
 * One trace a neuron serves both ends, for both have 20 ms. A+ is a thousandth of the greatest weight, A- 1.05 of that.
 */
#include "parts.h"

typedef struct {
  Synapses rows;
  int excitatory;
  uint32_t *learned; /* of every excitatory row, the end of its targets that excite */
  float *weight;     /* by synapse; read where it learns */
  /* The same synapses by target: those onto neuron n are from first[n] to first[n + 1]. */
  uint32_t *first, *number;
  uint16_t *source;
} Learning;

static const float usual = 1.62f, greatest = 3.24f, stronger = 0.00324f, weaker = 0.003402f; /* mV */

static Learning make_learning(int count, int excitatory) {
  Learning s = {.rows = random_pairs(count, 0.02), .excitatory = excitatory};
  uint32_t total = s.rows.start[count], made = 0;
  s.learned = array(excitatory * 4);
  s.weight = array((size_t)total * 4);
  s.first = array((excitatory + 2) * 4);
  for (uint32_t k = 0; k < total; k++) s.weight[k] = usual;
  for (int row = 0; row < excitatory; row++) {
    uint32_t end = s.rows.start[row];
    for (; end < s.rows.start[row + 1] && s.rows.target[end] < excitatory; end++) s.first[s.rows.target[end] + 2]++;
    s.learned[row] = end;
    made += end - s.rows.start[row];
  }
  for (int n = 0; n < excitatory; n++) s.first[n + 2] += s.first[n + 1];
  s.number = array((size_t)made * 4);
  s.source = array((size_t)made * 2);
  for (int row = 0; row < excitatory; row++)
    for (uint32_t k = s.rows.start[row]; k < s.learned[row]; k++) {
      uint32_t place = s.first[s.rows.target[k] + 1]++;
      s.number[place] = k;
      s.source[place] = row;
    }
  return s;
}

/* As in loop.c, and the traces decay. */
static __attribute__((noinline)) void step(
    int count, float *restrict v, float *restrict ge, float *restrict gi, float *restrict trace,
    int32_t *restrict refractory, uint8_t *restrict fired) {
  const float tau = 20, rest = -49, leak = expf(-DT / 20), e = expf(-DT / 5), i_ = expf(-DT / 10);
  const float from_e = 5 / (5 - tau) * (e - leak), from_i = 10 / (10 - tau) * (i_ - leak);
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
    trace[k] *= leak;
  }
}

/* An arrival is served with the weight that it then lowers. */
static void deliver(const Learning *s, Neurons *p, const float *restrict trace, int source) {
  uint32_t k = s->rows.start[source], end = s->rows.start[source + 1];
  const uint16_t *restrict target = s->rows.target;
  float *restrict weight = s->weight, *restrict ge = p->ge, *restrict gi = p->gi;
  if (source >= s->excitatory) {
    for (; k < end; k++) gi[target[k]] -= 9;
    return;
  }
  for (; k < s->learned[source]; k++) {
    float now = weight[k], next = now - weaker * trace[target[k]];
    ge[target[k]] += now;
    weight[k] = next < 0 ? 0 : next;
  }
  for (; k < end; k++) ge[target[k]] += usual;
}

/* A spike raises the weights of the synapses that end on its neuron. */
static void strengthen(const Learning *s, const float *restrict trace, int neuron) {
  float *restrict weight = s->weight;
  for (uint32_t k = s->first[neuron]; k < s->first[neuron + 1]; k++) {
    float next = weight[s->number[k]] + stronger * trace[s->source[k]];
    weight[s->number[k]] = next > greatest ? greatest : next;
  }
}

int main(int argc, char **argv) {
  if (argc < 3) return fprintf(stderr, "plastic SECONDS SEED\n"), 2;
  const int count = 4000;
  long steps = lround(atof(argv[1]) * 1e4), spikes = 0;
  state = strtoull(argv[2], NULL, 10);
  Neurons p = make_neurons(count, 0);
  Learning s = make_learning(count, p.excitatory);
  float *trace = p.m; /* of no use otherwise */
  uint16_t *who = array((count + 63) / 64 * 128);
  for (int k = 0; k < count; k++) p.v[k] = -60 + 10 * uniform();

  double start = seconds();
  for (long t = 0; t < steps; t++) {
    step(count, p.v, p.ge, p.gi, trace, p.refractory, p.fired);
    int fired = collect(&p, who);
    spikes += fired;
    for (int k = 0; k < fired; k++) deliver(&s, &p, trace, who[k]);
    for (int k = 0; k < fired && who[k] < s.excitatory; k++) strengthen(&s, trace, who[k]);
    for (int k = 0; k < fired; k++) trace[who[k]] += 1;
  }
  double wall = seconds() - start, biological = steps * 1e-4;
  printf("{\"tool\": \"C loop\", \"network\": \"cuba-stdp\", \"wall_per_s\": %.6f, \"rate_hz\": %.3f}\n",
         wall / biological, spikes / biological / count);
}
