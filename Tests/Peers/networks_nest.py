"""The benchmark networks in NEST, one thread.

    python networks_nest.py cuba|coba|cobahh|brunel|cuba-stdp|song|song-10000|dense SECONDS SEED

Prints one JSON object; the time is that of `Run` after `Prepare`, without building.
"""
import json
import sys
import time

import nest
import numpy as np

name, seconds, seed = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
nest.verbosity = nest.VerbosityLevel.ERROR
nest.resolution = 1.0 if name == "dense" else 0.1
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


def cuba_neurons():
    neurons = nest.Create("iaf_psc_exp", 4000, dict(
        C_m=200.0, tau_m=20.0, E_L=-49.0, V_th=-50.0, V_reset=-60.0, t_ref=5.0, **synapses))
    neurons.V_m = list(random.uniform(-60, -50, 4000))
    return neurons


def cuba():
    neurons = cuba_neurons()
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


def pair_rule(greatest, steps):
    """Additive STDP by all pairs within 20 ms; a synapse model."""
    nest.CopyModel("stdp_synapse", "learning", {
        "Wmax": greatest, "tau_plus": 20.0, "lambda": steps, "alpha": 1.05, "mu_plus": 0.0, "mu_minus": 0.0})
    return "learning"


def cuba_stdp():
    neurons = cuba_neurons()
    excitatory, inhibitory = neurons[:3200], neurons[3200:]
    excitatory.tau_minus = 20.0
    model = pair_rule(32.4, 0.001)
    for part, target, synapse in (
            (excitatory, excitatory, {"synapse_model": model, "weight": 16.2}), (excitatory, inhibitory, {"weight": 16.2}),
            (inhibitory, neurons, {"weight": -90.0})):
        nest.Connect(part, target, {"rule": "pairwise_bernoulli", "p": 0.02}, {**synapse, "delay": 0.1})
    return neurons


def song(inputs=1000):
    neuron = nest.Create("iaf_cond_exp", 1, dict(
        C_m=200.0, g_L=20.0, E_L=-74.0, V_th=-54.0, V_reset=-60.0, t_ref=0.1, E_ex=0.0, **synapses))
    neuron.tau_minus = 20.0
    source = nest.Create("poisson_generator", params={"rate": 15.0})
    parrots = nest.Create("parrot_neuron", inputs)
    nest.Connect(source, parrots)
    greatest = 0.2 * 1000 / inputs
    nest.Connect(parrots, neuron, "all_to_all", {
        "synapse_model": pair_rule(greatest, 0.01), "weight": nest.random.uniform(0.0, greatest), "delay": 0.1})
    return neuron


def dense():
    source = nest.Create("poisson_generator", params={"rate": 50.0})
    layers = [nest.Create("parrot_neuron", 784)] + [
        nest.Create("iaf_psc_delta", size, dict(
            C_m=1.0, tau_m=10.0, E_L=0.0, V_reset=0.0, V_th=1.0, V_m=0.0, t_ref=1.0)) for size in (800, 10)]
    nest.Connect(source, layers[0])
    for left, right in zip(layers, layers[1:]):
        nest.Connect(left, right, "all_to_all", {"weight": nest.random.normal(0.01, 0.03), "delay": 1.0})
    return layers[1]


NETWORKS = {
    "cuba": cuba, "coba": coba, "cobahh": cobahh, "brunel": brunel, "cuba-stdp": cuba_stdp, "song": song,
    "song-10000": lambda: song(10_000), "dense": dense}

start = time.perf_counter()
neurons = NETWORKS[name]()
built = time.perf_counter() - start
nest.Prepare()
nest.Run(100.0)
start = time.perf_counter()
nest.Run(1000.0 * seconds)
wall = time.perf_counter() - start
# Of the last `Run`; parrots are counted with the rest.
rate = None if nest.GetNodes({"model": "parrot_neuron"}) else nest.local_spike_counter / len(neurons) / seconds
nest.Cleanup()
print(json.dumps(dict(tool=f"NEST {nest.__version__}", network=name, wall_per_s=wall / seconds, build_s=built, rate_hz=rate)))
