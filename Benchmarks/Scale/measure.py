#!/usr/bin/env python3
"""Tallies ever more records that are made in a stream and stored nowhere, and prints a Markdown table.

    measure.py UNDERSIGNED GENERATOR [--part 10000000] [--parts 10] [--organizations 5000] [--report]

GENERATOR is the program of `Scripts/bench`. Each part is piped into `undersigned tally -`; the tallies are merged after
1, 2, 5, 10, ... parts, and with --report each sum is reported. CPU seconds are those of undersigned alone."""

import argparse
import os
import pathlib
import subprocess
import tempfile
import time


def measured(arguments, **options):
    """CPU seconds, wall seconds and peak megabytes of a program that must succeed."""
    started = time.monotonic()
    process = subprocess.Popen(arguments, **options)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(map(str, arguments))}: status {status}")
    return usage.ru_utime + usage.ru_stime, time.monotonic() - started, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("undersigned")
    parser.add_argument("generator")
    parser.add_argument("--part", type=int, default=10_000_000, help="records in a part")
    parser.add_argument("--parts", type=int, default=10)
    parser.add_argument("--organizations", type=int, default=5_000)
    parser.add_argument("--report", action="store_true", help="report each sum")
    options = parser.parse_args()
    print("| records | tally CPU s | peak MB | bytes of the sum | merge CPU s | peak MB | report CPU s | peak MB |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        tallies, seconds, peak = [], 0.0, 0.0
        for part in range(options.parts):
            generator = subprocess.Popen(
                [options.generator, str(options.part), str(options.organizations), "--write", str(part)],
                stdout=subprocess.PIPE)
            tallies.append(folder / f"{part}.tally")
            # Standard input has one name, and parts of one name and other bytes would be told as such: a name each.
            os.symlink("/dev/stdin", folder / f"part-{part}")
            cpu, _, megabytes = measured(
                [options.undersigned, "tally", folder / f"part-{part}", "--output", tallies[-1]],
                stdin=generator.stdout)
            generator.stdout.close()
            if generator.wait() != 0:
                raise SystemExit("the generator failed")
            seconds, peak = seconds + cpu, max(peak, megabytes)
            count = part + 1
            if str(count)[0] not in "125" or str(count).strip("0")[1:]:
                continue
            total = folder / "sum.tally"
            merge = measured([options.undersigned, "tally", *tallies, "--output", total])
            line = [f"{count * options.part:,}", f"{seconds:.1f}", f"{peak:.0f}", f"{total.stat().st_size:,}",
                    f"{merge[0]:.2f}", f"{merge[2]:.0f}"]
            if options.report:
                report = measured(
                    [options.undersigned, "report", total, "--quiet", "--output", folder / "Reports"],
                    stderr=subprocess.DEVNULL)
                line += [f"{report[0]:.1f}", f"{report[2]:.0f}"]
            else:
                line += ["", ""]
            print("| " + " | ".join(line) + " |", flush=True)


if __name__ == "__main__":
    main()
