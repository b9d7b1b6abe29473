"""The benchmark networks in Brian2, C++ standalone, one thread.

    python networks_brian2.py cuba|coba|cobahh|brunel|cuba-stdp|song|song-10000|dense SECONDS SEED FOLDER

The first call for a folder generates and compiles; later ones run the binary that is there. Prints one JSON object; the
time is that of the simulation loop alone, as Brian2's own program notes it down.
"""
import glob
import json
import os
import subprocess
import sys

import brian2 as b
import numpy as np
from brian2 import Hz, ms, mV, nF, nS, second, uS

name, seconds, seed, folder = sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
b.prefs.codegen.cpp.extra_compile_args_gcc = [
    "-w", "-O3", "-march=native", "-ffast-math", "-fno-finite-math-only", "-std=c++17"]


def pairs(group, weights, variables, p=0.02):
    """Every pair with probability p; the first four fifths of the neurons excite."""
    border = len(group) * 4 // 5
    synapses = []
    for part, weight, variable in zip((group[:border], group[border:]), weights, variables):
        synapses.append(b.Synapses(part, group, on_pre=f"{variable}_post += weight", namespace={"weight": weight}))
        synapses[-1].connect(p=p)
    return synapses


def cuba_neurons():
    group = b.NeuronGroup(
        4000, """dv/dt = (ge + gi - (v + 49*mV)) / (20*ms) : volt (unless refractory)
                 dge/dt = -ge / (5*ms) : volt
                 dgi/dt = -gi / (10*ms) : volt""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    group.v = "-60*mV + rand() * 10*mV"
    return group


def cuba():
    group = cuba_neurons()
    return group, pairs(group, (1.62 * mV, -9 * mV), ("ge", "gi"))


def coba():
    group = b.NeuronGroup(
        4000, """dv/dt = (ge * -v + gi * (-80*mV - v) - (v + 60*mV)) / (20*ms) : volt (unless refractory)
                 dge/dt = -ge / (5*ms) : 1
                 dgi/dt = -gi / (10*ms) : 1""",
        threshold="v > -50*mV", reset="v = -60*mV", refractory=5 * ms, method="euler")
    group.v = "-65*mV + randn() * 5*mV"
    group.ge = "4 + 1.5 * randn()"
    group.gi = "20 + 12 * randn()"
    return group, pairs(group, (0.6, 6.7), ("ge", "gi"))


def cobahh():
    group = b.NeuronGroup(
        4000, """dv/dt = (gl * (-60*mV - v) + ge * -v + gi * (-80*mV - v)
                          - gna * m**3 * h * (v - 50*mV) - gk * n**4 * (v + 90*mV)) / C : volt
                 dm/dt = am * (1 - m) - bm * m : 1
                 dh/dt = ah * (1 - h) - bh * h : 1
                 dn/dt = an * (1 - n) - bn * n : 1
                 dge/dt = -ge / (5*ms) : siemens
                 dgi/dt = -gi / (10*ms) : siemens
                 u = (v + 63*mV) / mV : 1
                 am = 1.28 / exprel((13 - u) / 4) / ms : Hz
                 bm = 1.4 / exprel((u - 40) / 5) / ms : Hz
                 ah = 0.128 * exp((17 - u) / 18) / ms : Hz
                 bh = 4 / (1 + exp((40 - u) / 5)) / ms : Hz
                 an = 0.16 / exprel((15 - u) / 5) / ms : Hz
                 bn = 0.5 * exp((10 - u) / 40) / ms : Hz""",
        threshold="v > -20*mV", refractory=3 * ms, method="exponential_euler",
        namespace=dict(C=0.2 * nF, gl=10 * nS, gna=20 * uS, gk=6 * uS))
    group.v = "-65*mV + randn() * 5*mV"
    group.ge = "(4 + 1.5 * randn()) * 10*nS"
    group.gi = "(20 + 12 * randn()) * 10*nS"
    return group, pairs(group, (6 * nS, 67 * nS), ("ge", "gi"))


def brunel():
    group = b.NeuronGroup(
        12500, "dv/dt = -v / (20*ms) : volt (unless refractory)", threshold="v >= 20*mV", reset="v = 10*mV",
        refractory=2 * ms, method="exact")
    random = np.random.default_rng(seed)
    synapses = []
    for part, sources, inputs, weight in ((group[:10000], 10000, 1000, 0.1 * mV), (group[10000:], 2500, 250, -0.5 * mV)):
        synapses.append(b.Synapses(part, group, on_pre="v_post += weight", delay=1.5 * ms, namespace={"weight": weight}))
        synapses[-1].connect(i=random.integers(0, sources, 12500 * inputs), j=np.repeat(np.arange(12500), inputs))
    return group, synapses + [b.PoissonInput(group, "v", N=1000, rate=20 * Hz, weight=0.1 * mV)]


def pair_rule(unit, greatest, steps, weight):
    """Additive STDP by all pairs within 20 ms; `steps` are parts of the greatest weight."""
    return dict(
        model=f"""w : {unit}
                  dbefore/dt = -before / (20*ms) : 1 (event-driven)
                  dafter/dt = -after / (20*ms) : 1 (event-driven)""",
        on_pre=f"""ge_post += {weight}
                   before += 1
                   w = clip(w - weaker * after, least, greatest)""",
        on_post="""after += 1
                   w = clip(w + stronger * before, least, greatest)""",
        namespace=dict(least=0 * greatest, greatest=greatest, stronger=steps * greatest, weaker=1.05 * steps * greatest))


def cuba_stdp():
    group, weight = cuba_neurons(), 1.62 * mV
    excitatory, inhibitory = group[:3200], group[3200:]
    learned = b.Synapses(excitatory, excitatory, **pair_rule("volt", 2 * weight, 0.001, "w"))
    static = b.Synapses(excitatory, inhibitory, on_pre="ge_post += weight", namespace=dict(weight=weight))
    inhibition = b.Synapses(inhibitory, group, on_pre="gi_post += weight", namespace=dict(weight=-9 * mV))
    for synapses in (learned, static, inhibition):
        synapses.connect(p=0.02)
    learned.w = weight
    return group, [learned, static, inhibition]


def song(inputs=1000):
    source = b.PoissonGroup(inputs, rates=15 * Hz)
    neuron = b.NeuronGroup(
        1, """dv/dt = (ge * -v - 74*mV - v) / (10*ms) : volt
              dge/dt = -ge / (5*ms) : 1""", threshold="v > -54*mV", reset="v = -60*mV", method="euler")
    neuron.v = -74 * mV
    synapses = b.Synapses(source, neuron, **pair_rule("1", 0.01, 0.01, f"w * {1000 / inputs}"))
    synapses.connect()
    synapses.w = "rand() * 0.01"
    return neuron, [source, synapses]


def dense():
    source = b.PoissonGroup(784, rates=50 * Hz)
    layers = [b.NeuronGroup(size, "dv/dt = -v / (10*ms) : 1", threshold="v > 1", reset="v = 0", method="exact")
              for size in (800, 10)]
    synapses = []
    for left, right in zip((source, layers[0]), layers):
        synapses.append(b.Synapses(left, right, "w : 1", on_pre="v_post += w"))
        synapses[-1].connect()
        synapses[-1].w = "0.01 + 0.03 * randn()"
    return layers[0], [source, layers[1], *synapses]


NETWORKS = {
    "cuba": cuba, "coba": coba, "cobahh": cobahh, "brunel": brunel, "cuba-stdp": cuba_stdp, "song": song,
    "song-10000": lambda: song(10_000), "dense": dense}


def build():
    b.set_device("cpp_standalone", directory=folder, build_on_run=False)
    b.defaultclock.dt = (1 if name == "dense" else 0.1) * ms
    b.seed(seed)
    group, others = NETWORKS[name]()
    monitor = b.SpikeMonitor(group, record=False)
    b.Network(group, monitor, *others).run(seconds * second)
    b.device.build(directory=folder, compile=True, run=False)
    with open(os.path.join(folder, "neurons"), "w") as file:
        file.write(str(len(group)))


if not os.path.exists(os.path.join(folder, "neurons")):
    build()
subprocess.run(["./main"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
wall = float(open(os.path.join(folder, "results", "last_run_info.txt")).read().split()[0])
counts = glob.glob(os.path.join(folder, "results", "_array_spikemonitor*_count_*"))
spikes = int(np.fromfile(counts[0], dtype=np.int32).sum())
neurons = int(open(os.path.join(folder, "neurons")).read())
print(json.dumps(dict(tool=f"Brian2 {b.__version__}", network=name, wall_per_s=wall / seconds,
                      rate_hz=spikes / neurons / seconds)))
