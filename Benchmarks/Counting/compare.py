#!/usr/bin/env python3
"""Runs undersigned beside other programs on the same files, and prints the ratios as a Markdown table.

    compare.py FILE ... [--rounds 5] [--distinct Organization|Email] [--only NAME ...] [--chart FILE.svg]

In each round every program reads every file once, one after the other, so that whatever else the machine does is shared.
CPU seconds are of the whole process with all its threads and children; the median of the rounds counts. A ratio says how
many times the CPU seconds of undersigned a program takes, by the median of the rounds' own ratios.
"""

import argparse
import csv
import os
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

from chart import chart
from peers import commands

PROGRAM = Path(__file__).resolve().parents[2] / ".build" / "release" / "undersigned"


def run(command, output):
    """Runs a command; gives its answer, CPU seconds, seconds by the clock and peak memory in MB."""
    is_ours = isinstance(command, list) and command[-1] == "--output"
    arguments = command + [output] if is_ours else command
    start = time.monotonic()
    process = subprocess.Popen(arguments, shell=isinstance(command, str), stdout=subprocess.PIPE)
    text = process.stdout.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.monotonic() - start
    if status != 0:
        return None
    if is_ours:
        with open(output, newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))[1:]
        text = f"{len(rows)} {sum(int(row[-2]) for row in rows)} {sum(int(row[-1]) for row in rows)}"
    return text.strip(), usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss / 1024


def median(runs, index):
    return statistics.median(run[index] for run in runs)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--distinct", default="Organization", choices=["Organization", "Email"])
    parser.add_argument("--program", default=str(PROGRAM))
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--chart")
    options = parser.parse_args()
    results = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(options.rounds):
            for path in options.files:
                for name, command in commands(options.program, path, options.distinct).items():
                    if options.only and name != "undersigned" and name not in options.only:
                        continue
                    result = run(command, os.path.join(folder, "count.csv"))
                    results.setdefault(path, {}).setdefault(name, []).append(result)
    print("| file | program | CPU s | ratio | wall s | peak MB | groups, records, different |")
    print("|---|---|---:|---:|---:|---:|---|")
    for path, programs in results.items():
        ours = programs["undersigned"]
        for name, runs in programs.items():
            if None in runs:
                print(f"| {os.path.basename(path)} | {name} | failed | | | | |")
                continue
            ratio = statistics.median(run[1] / our[1] for run, our in zip(runs, ours))
            print(
                f"| {os.path.basename(path)} | {name} | {median(runs, 1):.2f} | {ratio:.1f} | {median(runs, 2):.2f} "
                f"| {median(runs, 3):.0f} | {runs[0][0]} |")
    if options.chart:
        points = {}
        for programs in results.values():
            for name, runs in programs.items():
                if None not in runs and len(runs[0][0].split()) == 3:
                    points.setdefault(name, []).append((int(runs[0][0].split()[1]), median(runs, 1)))
        Path(options.chart).write_text(chart(points), encoding="utf-8")


if __name__ == "__main__":
    main()
