#!/usr/bin/env python3
"""Whether Spark and one machine make the same report, byte for byte, while a worker process and an executor are killed.

    Tests/Spark/same_bytes.py PROGRAM [FOLDER]

PROGRAM is `undersigned`; `spark-submit` of a `pip install pyspark` has to be in the path, and Java 17. Without FOLDER it
makes a letter of 60,000 records in CSV, NDJSON and gzip, in folders that share names. Runs on two executors on this
machine. Nobody in these files exists.
"""

import filecmp
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]

# The program with an accident: the first task loses its Python process, the second one its whole executor.
WRAPPER = """#!/bin/sh
if [ "$2" = --files-from ]; then
  if mkdir '{marks}/worker' 2>/dev/null; then kill -9 $PPID; exit 1; fi
  if mkdir '{marks}/executor' 2>/dev/null; then
    daemon=$(awk '{{print $4}}' /proc/$PPID/stat)
    kill -9 $(awk '{{print $4}}' /proc/$daemon/stat); exit 1
  fi
fi
exec '{program}' "$@"
"""


def make_letter(folder):
    """Exports of 16 forms; a form's files are in one folder, and some of its people sign in two of them."""
    dice = random.Random(5)
    words = ["Kora", "Mital", "Duvor", "Bentoham", "Stagra", "Lohim", "Su\u0308dwind", "団体", "Réseau"]
    kinds = ["Union {}", "{} e.V.", "University of {}", "{} Foundation", "Asociación {}", "Friends of {}"]
    names = [dice.choice(kinds).format(f"{a} {b}") for a in words for b in words for _ in range(3)]
    countries = ["Austria", "Brazil", "Kenya", "IN", "Österreich", ""]
    for form in range(16):
        place = folder / f"Form {form}" / ("ü" if form % 2 else "b [1]")
        place.mkdir(parents=True)
        for part in range(3):
            rows = []
            for number in range(1250):
                # Some of the first file's people sign once more in the second one.
                person = f"testa{form}-{0 if part == 1 and number < 50 else part}-{number}@example.org"
                dice.seed(person)
                rows.append({"organization": dice.choice(names), "country": dice.choice(countries), "email": person,
                             "date": f"2026-0{1 + number % 9}-1{number % 10}"})
            write(place / "export", part, rows)


def write(stem, part, rows):
    if part == 0:
        lines = [",".join(rows[0])] + [",".join(row.values()) for row in rows]
        stem.with_suffix(".csv").write_text("\n".join(lines) + "\n")
    elif part == 1:
        stem.with_suffix(".ndjson").write_text("".join(json.dumps(row) + "\n" for row in rows))
    else:
        lines = [";".join(rows[0])] + [";".join(row.values()) for row in rows]
        with gzip.GzipFile(stem.with_suffix(".csv.gz"), "wb", mtime=0) as file:
            file.write("\r\n".join(lines).encode())


def timed(words, **options):
    start = time.monotonic()
    done = subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)
    children = os.times()
    print(f"{time.monotonic() - start:7.1f} s  {children.children_user + children.children_system:7.1f} CPU s so far  "
          f"{' '.join(map(str, words[:3]))} … ended with {done.returncode}")
    return done


def differences(left, right, path=""):
    found = filecmp.dircmp(left, right)
    own = [f"{path}{name}" for name in found.left_only + found.right_only + found.funny_files]
    equal, unequal, errors = filecmp.cmpfiles(left, right, found.common_files, shallow=False)
    own += [f"{path}{name}" for name in unequal + errors]
    for name in found.common_dirs:
        own += differences(left / name, right / name, f"{path}{name}/")
    return own


def main():
    program = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory(prefix="same-bytes-") as name:
        work = pathlib.Path(name)
        inputs = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else work / "letter"
        if len(sys.argv) == 2:
            make_letter(inputs)
        marks, local = work / "marks", work / "local"
        marks.mkdir()
        local.mkdir()
        wrapper = work / "undersigned"
        wrapper.write_text(WRAPPER.format(marks=marks, program=program))
        wrapper.chmod(0o755)
        files = sorted(str(path) for path in inputs.rglob("*") if path.is_file())
        alone = timed([program, "report", *files, "--output", work / "alone", "--quiet"])
        assert alone.returncode == 0, alone.stderr
        letter = next((work / "alone").iterdir()).name
        environment = dict(os.environ, SPARK_LOCAL_DIRS=str(local), SPARK_SCALA_VERSION="2.13", TMPDIR=str(work))
        submit = ["spark-submit", "--master", "local-cluster[2,1,2048]", "--conf", "spark.executor.memory=2g",
                  "--conf", "spark.ui.enabled=false", ROOT / "Spark/tally.py", "--program", wrapper,
                  "--output", work / f"{letter}.tally"] + (["--together"] if len(sys.argv) == 2 else [])
        spark = timed([*submit, inputs.as_uri().replace("%20", " ")], env=environment, cwd=work)
        assert spark.returncode == 0, spark.stderr[-4000:]
        both = {"worker", "executor"} == set(os.listdir(marks))
        report = timed([program, "report", work / f"{letter}.tally", "--output", work / "spark", "--quiet"])
        assert report.returncode == 0, report.stderr

        unequal = differences(work / "alone", work / "spark")
        left_behind = [path for path in work.rglob("undersigned-*")]
        bad = inputs / "damaged.csv.gz" if len(sys.argv) == 2 else None
        failure = ""
        if bad:
            bad.write_bytes(b"\x1f\x8b damaged")
            failure = timed([*submit, inputs.as_uri().replace("%20", " ")], env=environment, cwd=work).stderr
            left_behind += [path for path in work.rglob("undersigned-*")]
        checks = {
            "a worker process and an executor were killed": both,
            "the reports are the same bytes": not unequal,
            "nothing was counted twice": b"counted-twice" not in (work / "spark" / letter / "findings.csv").read_bytes(),
            "no copy of an export is left": not left_behind,
            "a damaged file ends the job with the program's message": not bad or "damaged.csv.gz: error:" in failure,
        }
        for check, holds in checks.items():
            print("ok  " if holds else "FAIL", check)
        print("\n".join([*unequal, *map(str, left_behind)]))
        sys.exit(not all(checks.values()))


if __name__ == "__main__":
    main()
