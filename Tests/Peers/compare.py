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
# Biological seconds a run: long enough for the fast programs, bearable for the slow ones.
SECONDS = {
    "cuba": dict(ganglion=5, loop=5, brian2=5, nest=1), "coba": dict(ganglion=5, loop=5, brian2=5, nest=0.3),
    "cobahh": dict(ganglion=2, loop=2, brian2=1, nest=0.2), "brunel": dict(ganglion=1, loop=1, brian2=0.3, nest=0.3)}
TITLES = {
    "cuba": "CUBA, 4,000 neurons", "coba": "COBA, 4,000 neurons", "cobahh": "COBAHH, 4,000 neurons",
    "brunel": "Brunel, 12,500 neurons, 15.6 million synapses"}


def output(command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def ganglion(binary, network, seconds, seed):
    # The preset of Brunel's network is called by its regime.
    preset = {"brunel": "brunel-ai"}.get(network, network)
    report = json.loads(output([binary, "run", preset, "--for", f"{seconds}s", "--seed", str(seed), "--json", "--quiet"]))
    populations = report["rates_hz"]
    return dict(tool="Ganglion", wall_per_s=report["wall_s"] / seconds,
                rate_hz=sum(report["spikes"].values()) / seconds / report["neurons"], populations=len(populations))


def runners(options, folder):
    def script(name, *rest):
        return lambda network, seconds, seed: json.loads(output(
            [sys.executable, os.path.join(HERE, name), network, str(seconds), str(seed)]
            + [part.format(network) for part in rest]).splitlines()[-1])

    loop = os.path.join(folder, "loop")
    subprocess.run(["gcc", "-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512",
                    os.path.join(HERE, "loop.c"), "-o", loop, "-lm"], check=True)
    every = {
        "ganglion": lambda network, seconds, seed: ganglion(options.ganglion, network, seconds, seed),
        "loop": lambda network, seconds, seed: json.loads(output([loop, network, str(seconds), str(seed)])),
        "brian2": script("networks_brian2.py", os.path.join(folder, "{}")),
        "nest": script("networks_nest.py")}
    return {name: run for name, run in every.items() if name not in options.without.split(",")}


def measure(network, programs, rounds):
    """Wall time for one biological second [s] and rate, by program: medians."""
    results = {name: [] for name in programs}
    for seed in range(1, rounds + 1):
        for name, run in list(programs.items()):
            try:
                results[name].append(run(network, SECONDS[network][name], seed))
            except subprocess.CalledProcessError as error:
                print(f"{name} {network}: {(error.stderr or error.stdout or '').strip()[-300:]}", file=sys.stderr)
    return {name: dict(tool=runs[0]["tool"], wall=statistics.median(run["wall_per_s"] for run in runs),
                       rate=statistics.median(run["rate_hz"] for run in runs))
            for name, runs in results.items() if runs}


def processor():
    try:
        lines = open("/proc/cpuinfo").read().splitlines()
        return next(line.split(":")[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ganglion", default=os.path.join(HERE, "..", "..", ".build", "release", "ganglion"))
    parser.add_argument("--networks", default="cuba,coba,cobahh,brunel")
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
        cells = [f"{row[name]['wall'] * 1000:.3g} ms ({row[name]['rate']:.3g} Hz)" if name in row else "–" for name in tools]
        print(f"| {TITLES[network]} | " + " | ".join(cells) + " |")


if __name__ == "__main__":
    main()
