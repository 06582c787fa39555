"""One count, asked of each program: records by country and type, and the different organizations of each.

Each command prints three numbers: how many groups there are, the sum of their records, the sum of their organizations.
"""

import shutil
import sys

GROUP = '"Country", "Organization type"'

DUCKDB = """
import duckdb, sys
path, field = sys.argv[1:3]
connection = duckdb.connect()
connection.execute("SET threads = 2; SET enable_progress_bar = false")
if ".csv" in path:
    source = f"read_csv('{path}', header=true, all_varchar=true, delim=',', quote='\\"', escape='\\"')"
else:
    columns = {name: "VARCHAR" for name in ("Email", "Organization", "Organization type", "Country")}
    source = f"read_json('{path}', columns={columns})"
rows = connection.execute(
    'select "Country", "Organization type", count(*), count(distinct lower(trim("' + field + '"))) '
    f"from {source} group by 1, 2").fetchall()
print(len(rows), sum(row[2] for row in rows), sum(row[3] for row in rows))
"""

POLARS = """
import os, sys
os.environ.setdefault("POLARS_MAX_THREADS", "2")
import polars as pl
path, field = sys.argv[1:3]
names = ["Country", "Organization type", field]
if ".csv" in path:
    frame = pl.scan_csv(path, infer_schema=False)
elif path.endswith(".ndjson"):
    frame = pl.scan_ndjson(path, schema={name: pl.String for name in names})
else:
    frame = pl.read_json(path).lazy()
key = pl.col(field).str.strip_chars(" ").str.to_lowercase()
rows = (
    frame.select(names).group_by("Country", "Organization type")
    .agg(pl.len().alias("records"), key.filter(key != "").n_unique().alias("distinct")).collect(engine="streaming"))
print(rows.height, rows["records"].sum(), rows["distinct"].sum())
"""

MILLER = (
    "put '$o = tolower(strip($[\"FIELD\"]))' then count-distinct -f Country,'Organization type',o "
    "then stats1 -a count,sum -f count -g Country,'Organization type' then put -q "
    "'@g += 1; @r += $count_sum; @d += $count_count; end { print @g . \" \" . @r . \" \" . @d }'"
)

SUMS = (
    "import csv, sys; rows = list(csv.reader(sys.stdin))[1:]; "
    "print(len(rows), sum(int(row[-2]) for row in rows), sum(int(row[-1]) for row in rows))"
)


def commands(program, path, field):
    """The commands that can read a file, by name; each is a shell command or a list of arguments."""
    canonical = {"Organization": "organization", "Email": "email"}[field]
    found = {
        "undersigned": [program, "count", path, "--distinct", canonical, "--output"],
        "duckdb": [sys.executable, "-c", DUCKDB, path, field],
        "polars": [sys.executable, "-c", POLARS, path, field],
    }
    if shutil.which("mlr"):
        form = "--icsv" if ".csv" in path else "--ijsonl" if path.endswith(".ndjson") else "--ijson"
        unpack = "--gzin " if path.endswith(".gz") else ""
        found["miller"] = f"mlr {unpack}{form} --ocsv {MILLER.replace('FIELD', field)} {path}"
    if shutil.which("csvsql") and path.endswith(".csv"):
        query = f'select count(*), sum(n), sum(d) from (select {GROUP}, count(*) n, count(distinct lower(trim("{field}"))) d from export group by 1, 2)'
        found["csvkit"] = f"csvsql --no-inference --tables export --query '{query}' {path} | tail -n 1 | tr , ' '"
    if shutil.which("jq") and path.endswith("json"):
        each = ".[]" if path.endswith(".json") else "."
        found["jq (takes the fields out only)"] = (
            f"jq -r '{each} | [.Country, .\"Organization type\", (.[\"{field}\"] | ascii_downcase)] | @tsv' {path} | wc -l")
    return found
