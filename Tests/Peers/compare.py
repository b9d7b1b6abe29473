"""Ganglion beside Brian2, NEST and a loop in C: the same networks, one thread each, run in turn.

    python compare.py [--ganglion FILE] [--networks cuba,coba] [--rounds 5] [--without nest,brian2]

Identical runs of one program differ by up to a factor of 1.6 on machines that others use, too; so every round runs all
programs one after the other, and the medians over the rounds are compared. Prints a table in Markdown.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
# Biological seconds a run: long enough for the fast programs, bearable for the slow ones. Who is not named has no such
# network.
SECONDS = {
    "cuba": dict(ganglion=5, loop=5, brian2=5, nest=1), "coba": dict(ganglion=5, loop=5, brian2=5, nest=0.3),
    "cobahh": dict(ganglion=2, loop=2, brian2=1, nest=0.2), "brunel": dict(ganglion=1, loop=1, brian2=0.3, nest=0.3),
    "cuba-stdp": dict(ganglion=1, loop=5, brian2=5, nest=1), "song": dict(ganglion=10, brian2=10, nest=2),
    "song-10000": dict(ganglion=10, brian2=5, nest=0.5), "dense": dict(ganglion=0.1, loop=0.1, brian2=0.1, nest=0.1),
    "dense-64": dict(ganglion=6.4, loop=6.4)}
TITLES = {
    "cuba": "CUBA, 4,000 neurons", "coba": "COBA, 4,000 neurons", "cobahh": "COBAHH, 4,000 neurons",
    "brunel": "Brunel, 12,500 neurons, 15.6 million synapses", "cuba-stdp": "CUBA, excitation learns by pairs",
    "song": "Song, Miller and Abbott, 1,000 inputs", "song-10000": "Song, Miller and Abbott, 10,000 inputs",
    "dense": "784-800-10, one sample of 100 steps, in all", "dense-64": "784-800-10, 64 samples of 100 steps, in all"}
# Where the whole is shown, and not a second of it [s].
WHOLE = {"dense": 0.1, "dense-64": 6.4}


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ganglion(binary, network, seconds, seed):
    if network not in ("cuba", "coba", "cobahh", "brunel"):
        return ganglion_bench(binary, network)
    # The preset of Brunel's network is called by its regime.
    preset = {"brunel": "brunel-ai"}.get(network, network)
    report = json.loads(output([binary, "run", preset, "--for", f"{seconds}s", "--seed", str(seed), "--json", "--quiet"]))
    return dict(tool="Ganglion", wall_per_s=report["wall_s"] / seconds,
                rate_hz=sum(report["spikes"].values()) / seconds / report["neurons"])


def ganglion_bench(binary, network):
    """No preset: the network of the built-in benchmark, always with the same seed."""
    report = json.loads(output([binary, "bench", network, "--runs", "3", "--json"]))[0]
    return dict(tool="Ganglion", wall_per_s=report["wall_s"]["median"] * 1000 / report["simulated_ms"],
                rate_hz=report["rate_hz"])


def loop(folder, network, seconds, seed):
    if network.startswith("dense"):
        report = json.loads(output([os.path.join(folder, "dense"), str(round(seconds * 10)), str(seed)]))
        return report | dict(wall_per_s=report["wall_s"] / seconds)
    if network == "cuba-stdp":
        return json.loads(output([os.path.join(folder, "plastic"), str(seconds), str(seed)]))
    return json.loads(output([os.path.join(folder, "loop"), network, str(seconds), str(seed)]))


def runners(options, folder):
    def script(name, *rest):
        return lambda network, seconds, seed: json.loads(output(
            [sys.executable, os.path.join(HERE, name), network, str(seconds), str(seed)]
            + [part.format(network) for part in rest]).splitlines()[-1])

    for name in ("loop", "plastic", "dense"):
        subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512",
                        os.path.join(HERE, name + ".c"), "-o", os.path.join(folder, name), "-lm"], check=True)
    every = {
        "ganglion": lambda network, seconds, seed: ganglion(options.ganglion, network, seconds, seed),
        "loop": lambda network, seconds, seed: loop(folder, network, seconds, seed),
        "brian2": script("networks_brian2.py", os.path.join(folder, "brian2-{}")),
        "nest": script("networks_nest.py")}
    return {name: run for name, run in every.items() if name not in options.without.split(",")}


def measure(network, programs, rounds):
    """Wall time for one biological second [s] and rate, by program: medians."""
    results = {name: [] for name in programs if name in SECONDS[network]}
    for seed in range(1, rounds + 1):
        for name in results:
            try:
                results[name].append(programs[name](network, SECONDS[network][name], seed))
            except subprocess.CalledProcessError as error:
                print(f"{name} {network}: {(error.stderr or error.stdout or '').strip()[-300:]}", file=sys.stderr)
    return {name: dict(tool=runs[0]["tool"], wall=statistics.median(run["wall_per_s"] for run in runs),
                       rate=statistics.median(run["rate_hz"] for run in runs) if runs[0]["rate_hz"] is not None else None)
            for name, runs in results.items() if runs}


def cell(network, result):
    if result is None:
        return "–"
    wall = result["wall"] * WHOLE.get(network, 1) * 1000
    return f"{wall:.3g} ms" + (f" ({result['rate']:.3g} Hz)" if result["rate"] is not None else "")


def processor():
    try:
        lines = open("/proc/cpuinfo").read().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ganglion", default=os.path.join(HERE, "..", "..", ".build", "release", "ganglion"))
    parser.add_argument("--networks", default=",".join(SECONDS))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--without", default="")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        programs = runners(options, folder)
        rows = {network: measure(network, programs, options.rounds) for network in options.networks.split(",")}
    tools = {name: next((row[name]["tool"] for row in rows.values() if name in row), name) for name in programs}
    print(f"{processor()}, {os.cpu_count()} cores, {platform.system()}; one thread each, {options.rounds} rounds in turn, "
          "medians.\nMilliseconds of wall time for one second of biological time, and the mean rate.\n")
    print("| Network | " + " | ".join(tools.values()) + " |")
    print("|---" * (len(tools) + 1) + "|")
    for network, row in rows.items():
        print(f"| {TITLES[network]} | " + " | ".join(cell(network, row.get(name)) for name in tools) + " |")


if __name__ == "__main__":
    main()
