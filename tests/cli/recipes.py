#!/usr/bin/env python3
"""The README's lines for other tools, run by these tools from its own text; what comes out is what one plain run gives.

  recipes.py --privet build/release/privet python
  recipes.py --privet build/release/privet parallel
  recipes.py --privet build/release/privet duckdb .../node_modules/@duckdb/node-api     (npm: @duckdb/node-api)
"""
import argparse
import collections
import json
import os
import pathlib
import re
import subprocess
import sys

sys.dont_write_bytecode = True
import checks  # noqa: E402
import readme  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SECTION = readme.README.split("\n## From other tools\n", 1)[1].split("\n## ", 1)[0]
PRIVET = DUCKDB = None


def recipe(tool):
    """The blocks below the tool's name, as one text."""
    text = SECTION.split(f"**{tool}**", 1)[1].split("\n**", 1)[0]
    return "".join("\n".join(block) + "\n" for block in readme.blocks(text))


def run(command, folder, stdin="", **env):
    env = dict(os.environ, PATH=f"{PRIVET.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8", PARALLEL_HOME=str(folder), **env)
    try:
        return subprocess.run(command, cwd=folder, env=env, input=stdin, capture_output=True, text=True, check=False, timeout=600)
    except subprocess.TimeoutExpired as expired:
        raise AssertionError(f"it waits for ever: {expired.output!r}") from expired


def shell(command, folder, **env):
    return run(["bash", "-euo", "pipefail", "-c", command], folder, **env)


def must(command, folder, **env):
    done = shell(command, folder, **env)
    assert done.returncode == 0, f"{command}: exit {done.returncode}: {done.stderr}"
    return done.stdout


def records_of(count):
    """Records with and without findings, of every size, an id and a source each."""
    for n in range(count):
        text = (f"write to jo.lind{n}@example.com, ida.lind@example.org or +1 415 555 0123", "nothing here", f"caf\u00e9 \U0001F600 192.0.2.{n % 250}")[n % 3]
        yield {"id": f"r{n}", "source": ("mail", "web")[n % 2], "text": text, "more": "the sea is calm " * (n % 7)}


def jsonl(records):
    return "".join(json.dumps(record) + "\n" for record in records)


# Python

def run_python(folder, records, **env):
    """What the block prints, with these records."""
    (folder / "records.json").write_text(json.dumps(records))
    (folder / "it.py").write_text('import json\nrecords = json.load(open("records.json"))\n' + recipe("Python"))
    (folder / "in.jsonl").write_text(jsonl(records))
    return run([sys.executable, "it.py"], folder, **env)


def python_answers_a_line_for_a_line(folder):
    # More of both than two pipes hold, and a record that is longer than they are.
    records = [*records_of(600), {"id": "long", "text": "jo@example.com, " * 20_000}, *records_of(12_000)]
    done = run_python(folder, records)
    assert done.returncode == 0, f"exit {done.returncode}: {done.stderr[-400:]}"
    plain = must("privet redact in.jsonl --quiet --line-buffered", folder)
    assert "<EMAIL_ADDRESS>" in plain
    rows = map(json.loads, must("privet scan in.jsonl --format jsonl --quiet --line-buffered", folder).splitlines())
    found = [f'{records[row["line"] - 1]["id"]} {row["pointer"]} {row["entity"]}' for row in rows]
    assert len(found) > 20_000 and done.stdout == plain + "".join(line + "\n" for line in found)


def python_says_what_was_not_scanned(folder):
    records = [*records_of(3), {"id": "long", "text": "jo@example.com, " * 20_000}, *records_of(5)]
    done = run_python(folder, records, PRIVET_MAX_RECORD_BYTES="64KiB")
    assert done.returncode == 1 and "privet: exit code 3" in done.stderr, f"exit {done.returncode}: {done.stderr[-400:]}"
    lines = done.stdout.splitlines()
    assert len(lines) == len(records) and json.loads(lines[3]) == {"privet": "withheld", "line": 4}, lines
    assert "".join(line + "\n" for line in lines) == shell(
        "PRIVET_MAX_RECORD_BYTES=64KiB privet redact in.jsonl --quiet --line-buffered --on-bad-record stub", folder).stdout.replace(
            lines[3].replace(" ", ""), lines[3])


# GNU parallel

FILES = 20


def shards(folder):
    (folder / "corpus").mkdir()
    for n in range(FILES):
        (folder / f"corpus/{n:02} of {FILES}.jsonl").write_text(jsonl(records_of(n + 1)))
    must("privet redact corpus/ -o plain/ --report plain.jsonl --quiet", folder)


def lines_for_parallel():
    """The blocks' lines, by what they begin with."""
    first, again, huge = re.findall(r"(?m)^parallel (?:.*\\\n)*.*", recipe("GNU parallel"))
    return recipe("GNU parallel").split("parallel ", 1)[0], first, again, huge


def jobs_of(folder):
    """Exit codes in jobs.tsv, by file."""
    rows = [row.split("\t") for row in (folder / "jobs.tsv").read_text().splitlines()]
    files = collections.defaultdict(list)
    for row in rows[1:]:
        files[re.search(r"corpus/(\d\d)", row[8])[1]].append(int(row[6]))
    return files


def same_as_plain(folder):
    for file in sorted((folder / "plain").iterdir()):
        assert (folder / "clean" / file.name).read_bytes() == file.read_bytes(), file.name
    findings = "".join(file.read_text() for file in sorted((folder / "findings").glob("*.jsonl")))
    assert findings == (folder / "plain.jsonl").read_text() and findings.count("EMAIL_ADDRESS") > FILES


def parallel_gives_what_one_run_gives(folder):
    shards(folder)
    before, first, _, _ = lines_for_parallel()
    must(before + first, folder)
    same_as_plain(folder)
    assert jobs_of(folder) == {f"{n:02}": [0] for n in range(FILES)}, "findings alone are no failure"


def parallel_stops_and_goes_on(folder):
    shards(folder)
    before, first, again, _ = lines_for_parallel()
    damaged = folder / f"corpus/03 of {FILES}.jsonl"
    whole = damaged.read_text()
    damaged.write_text(whole + "not json\n")
    done = shell(before + first, folder)
    jobs = jobs_of(folder)
    assert done.returncode == 3 and jobs["03"] == [3], f"exit {done.returncode}: {jobs}: {done.stderr}"
    assert 4 <= len(jobs) < FILES, f"it goes on: {jobs}"
    damaged.write_text(whole)
    must(again, folder)
    same_as_plain(folder)
    assert jobs_of(folder) == {f"{n:02}": [3, 0] if n == 3 else [0] for n in range(FILES)}, "what was done is done again"
    must(again, folder)
    assert sum(map(len, jobs_of(folder).values())) == FILES + 1, "nothing is left to do"


def parallel_cuts_one_file(folder):
    records = list(records_of(5000))
    (folder / "huge.jsonl").write_text(jsonl(records))
    *_, huge = lines_for_parallel()
    must(huge, folder)
    clean = (folder / "clean.jsonl").read_text()
    assert clean == must("privet redact huge.jsonl --quiet", folder)
    assert [json.loads(line)["id"] for line in clean.splitlines()] == [record["id"] for record in records]
    # With a record that cannot be scanned there are as many lines, in their order, and the exit code is privet's.
    lines = jsonl(records).splitlines(keepends=True)
    lines[len(lines) // 2] = "not json\n"
    (folder / "huge.jsonl").write_text("".join(lines))
    done = shell(huge.replace(" --halt soon,fail=1", ""), folder)
    clean = (folder / "clean.jsonl").read_text().splitlines()
    assert done.returncode != 0 and len(clean) == len(lines), f"exit {done.returncode}, {len(clean)} lines"
    assert '"withheld"' in clean[len(lines) // 2] and json.loads(clean[-1])["id"] == records[-1]["id"]
    done = shell(huge, folder)
    assert done.returncode == 3, f"exit {done.returncode}: {done.stderr}"


# DuckDB

def ask(sql, folder):
    done = run(["node", HERE / "duckdb.mjs", DUCKDB], folder, stdin=sql)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def duckdb_counts_and_joins(folder):
    for name, records in (("words", list(records_of(300))), ("numbers", [dict(r, id=n) for n, r in enumerate(records_of(300))])):
        (folder / name).mkdir()
        counts_and_joins(folder / name, records)


def counts_and_joins(folder, records):
    (folder / "corpus").mkdir()
    for n in range(3):
        (folder / f"corpus/{n}.jsonl").write_text(jsonl(records[n::3]))
    must(re.search(r"`(privet scan corpus/ -o [^`]*)`", SECTION)[1], folder)
    rows = [json.loads(line) for line in (folder / "findings.jsonl").read_text().splitlines()]
    shown = ask(recipe("DuckDB"), folder)

    findings, lines = collections.Counter(), collections.defaultdict(set)
    for row in rows:
        findings[row["file"], row["entity"]] += 1
        lines[row["file"], row["entity"]].add(row["line"])
    counts = [{"file": file, "entity": entity, "findings": str(findings[file, entity]), "records": str(len(lines[file, entity]))}
              for file, entity in sorted(findings)]
    assert len(counts) >= 3 and shown == counts == ask("from 'counts.parquet'", folder), shown

    source = {str(record["id"]): record["source"] for record in records}
    joined = ask("from 'findings.parquet'", folder)
    assert len(joined) == len(rows) >= 300, f"{len(joined)} of {len(rows)} findings have their record"
    for got, row in zip(joined, rows):
        assert got.pop("source") == source[row["id"]], got
        del row["schema"]
        whole = {name: str(value) if type(value) is int else value for name, value in row.items()}  # as DuckDB writes a BIGINT
        assert got == whole, f"{got}\n{whole}"


def duckdb_needs_no_schema(folder):
    """A column that is empty in the first 100,000 rows is text all the same."""
    (folder / "in.jsonl").write_text('{"t":"jo@example.com"}\n' * 100_000 + '{"t":"call +41 44 234 56 78"}\n')
    must("privet scan in.jsonl -o findings.jsonl --quiet", folder)
    for name in ("'findings.jsonl'", "read_json('findings.jsonl')"):
        assert ask(f"select line, entity from {name} where region = 'CH'", folder) == [{"line": "100001", "entity": "PHONE_NUMBER"}], name
        types = {row["column_name"]: row["column_type"] for row in ask(f"describe select * from {name}", folder)}
        assert [types[key] for key in ("region", "fingerprint", "line", "reserved", "score")] == [
            "VARCHAR", "VARCHAR", "BIGINT", "BOOLEAN", "DOUBLE"], types


def main():
    global PRIVET, DUCKDB
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("tool", choices=("python", "parallel", "duckdb"))
    parser.add_argument("duckdb", nargs="?", type=pathlib.Path)
    arguments = parser.parse_args()
    PRIVET, DUCKDB = arguments.privet.resolve(), arguments.duckdb
    return checks.run(checks.named(globals(), f"{arguments.tool}_"), checks.in_folder("privet-recipes-"))


if __name__ == "__main__":
    sys.exit(main())
