"""The benchmark networks in NEST, one thread.

    python networks_nest.py cuba|coba|cobahh|brunel SECONDS SEED

Prints one JSON object; the time is that of `Run` after `Prepare`, without building.
"""
import json
import sys
import time

import nest
import numpy as np

name, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
nest.verbosity = nest.VerbosityLevel.ERROR
nest.resolution = 0.1
nest.rng_seed = seed
random = np.random.default_rng(seed)
synapses = dict(tau_syn_ex=5.0, tau_syn_in=10.0)


def pairs(neurons, weights):
    """Every pair with probability 0.02; the first four fifths excite. A delay of one step."""
    border = len(neurons) * 4 // 5
    for part, weight in zip((neurons[:border], neurons[border:]), weights):
        nest.Connect(part, neurons, {"rule": "pairwise_bernoulli", "p": 0.02}, {"weight": weight, "delay": 0.1})


def open_synapses(neurons):
    """Without conductances at first nobody would ever fire."""
    neurons.V_m = list(random.normal(-65, 5, len(neurons)))
    neurons.g_ex = list(np.maximum(0, random.normal(40, 15, len(neurons))))
    neurons.g_in = list(np.maximum(0, random.normal(200, 120, len(neurons))))


def cuba():
    neurons = nest.Create("iaf_psc_exp", 4000, dict(
        C_m=200.0, tau_m=20.0, E_L=-49.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, **synapses))
    neurons.V_m = list(random.uniform(-60, -50, 4000))
    pairs(neurons, (16.2, -90.0))
    return neurons


def coba():
    neurons = nest.Create("iaf_cond_exp", 4000, dict(
        C_m=200.0, g_L=10.0, E_L=-60.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, E_ex=0.0, E_in=-80.0, **synapses))
    open_synapses(neurons)
    pairs(neurons, (6.0, -67.0))
    return neurons


def cobahh():
    neurons = nest.Create("hh_cond_exp_traub", 4000, dict(
        C_m=200.0, g_L=10.0, E_L=-60.0, E_K=-90.0, E_Na=50.0, g_Na=20000.0, g_K=6000.0, V_T=-63.0, E_ex=0.0,
        E_in=-80.0, t_ref=3.0, **synapses))
    neurons.V_m = list(random.normal(-65, 5, 4000))
    # This model's conductances cannot be set at the start: it is woken up from outside instead, before the clock runs.
    source = nest.Create("poisson_generator", params={"rate": 1600.0, "stop": 50.0})
    nest.Connect(source, neurons, syn_spec={"weight": 6.0, "delay": 0.1})
    pairs(neurons, (6.0, -67.0))
    return neurons


def brunel():
    neurons = nest.Create("iaf_psc_delta", 12500, dict(
        C_m=1.0, tau_m=20.0, E_L=0.0, V_th=20.0, V_reset=10.0, t_ref=2.0, V_m=0.0))
    source = nest.Create("poisson_generator", params={"rate": 20000.0})
    nest.Connect(source, neurons, syn_spec={"weight": 0.1, "delay": 1.5})
    for part, inputs, weight in ((neurons[:10000], 1000, 0.1), (neurons[10000:], 250, -0.5)):
        nest.Connect(part, neurons, {"rule": "fixed_indegree", "indegree": inputs}, {"weight": weight, "delay": 1.5})
    return neurons


start = time.perf_counter()
neurons = dict(cuba=cuba, coba=coba, cobahh=cobahh, brunel=brunel)[name]()
built = time.perf_counter() - start
nest.Prepare()
nest.Run(100.0)
start = time.perf_counter()
nest.Run(1000.0 * seconds)
wall = time.perf_counter() - start
spikes = nest.local_spike_counter  # of the last `Run`
nest.Cleanup()
print(json.dumps(dict(tool=f"NEST {nest.__version__}", network=name, wall_per_s=wall / seconds, build_s=built,
                      rate_hz=spikes / len(neurons) / seconds)))
