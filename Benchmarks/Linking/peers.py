#!/usr/bin/env python3
"""Runs undersigned beside other ways of finding duplicate names, and prints a Markdown table.

    peers.py LABELLED.csv [--program PATH] [--limit SECONDS] [--only NAME ...]

LABELLED.csv has row_id, name, country and entity_id. Each runs as a process of its own, whole: start, reading the
file, grouping, writing the groups. Seconds are by the clock; CPU seconds are of all its threads and children; memory is
the largest resident set.
"""

import argparse
import csv
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from methods import METHODS
from scoring import score

csv.field_size_limit(10**9)
PROGRAM = Path(__file__).resolve().parents[2] / ".build" / "release" / "undersigned"


def read(path):
    with open(path, newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def group(method, source, target):
    """Runs one method in this process, and writes a group for each row."""
    rows = read(source)
    names = [row["name"] for row in rows]
    countries = [row.get("country") or "" for row in rows]
    groups = METHODS[method](names, countries)
    with open(target, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["row_id", "group"])
        writer.writerows((row["row_id"], number) for row, number in zip(rows, groups))


def run(command, limit):
    """Runs a command; returns its seconds, CPU seconds and peak memory in MB, or why there are none."""
    started = time.monotonic()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True)
    expired = False

    def expire(*_):
        nonlocal expired
        expired = True
        os.killpg(process.pid, signal.SIGKILL)

    signal.signal(signal.SIGALRM, expire)
    signal.alarm(limit)
    messages = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    signal.alarm(0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if expired:
        return None, "over limit"
    if process.returncode != 0:
        return None, "failed: " + (messages.strip().splitlines() or ["no message"])[-1]
    return (time.monotonic() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024), None


def groups_of(path, column, rows):
    """The group of each row; a row without one stands alone."""
    found = {row["row_id"]: row[column] for row in read(path)}
    return [found.get(row["row_id"]) or ("alone", row["row_id"]) for row in rows]


def line(name, source, rows, program, limit, folder):
    target = os.path.join(folder, name + ".csv")
    if name == "undersigned":
        command, column = [str(program), "resolve", source, "--output", target], "organization_id"
    else:
        command, column = [sys.executable, __file__, "--group", name, target, source], "group"
    usage, problem = run(command, limit)
    if problem:
        return f"| {name} | {problem} | | | | | | |"
    seconds, cpu, memory = usage
    figures = score([row["entity_id"] for row in rows], groups_of(target, column, rows))
    return (
        f"| {name} | {figures['precision']:.4f} | {figures['recall']:.4f} | {figures['f1']:.4f} "
        f"| {figures['count_error_percent']:+.2f} % | {seconds:.1f} | {cpu:.1f} | {memory:.0f} |"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("labelled", help="a labelled CSV file")
    parser.add_argument("--program", default=PROGRAM, help="undersigned, built for release")
    parser.add_argument("--limit", type=int, default=900, metavar="SECONDS", help="what a peer may take (900)")
    parser.add_argument("--only", nargs="+", choices=["undersigned", *METHODS], help="which to run; all by default")
    parser.add_argument("--group", nargs=2, metavar=("METHOD", "TARGET"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.group:
        group(options.group[0], options.labelled, options.group[1])
        return
    rows = read(options.labelled)
    entities = len({row["entity_id"] for row in rows})
    print(f"{os.path.basename(options.labelled)}: {len(rows)} rows, {entities} organizations\n")
    print("| method | precision | recall | F1 | count error | seconds | CPU seconds | peak MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for name in options.only or ["undersigned", *METHODS]:
            print(line(name, options.labelled, rows, options.program, options.limit, folder), flush=True)


if __name__ == "__main__":
    main()
