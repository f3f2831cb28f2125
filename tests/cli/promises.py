#!/usr/bin/env python3
"""What must always hold, on every corpus line and in every configuration.

One function a promise; each runs the real program. The input is all of corpora/
without its marks, the sample, and records made to be awkward.
  promises.py --privet build/release/privet [NAME...]
"""
import argparse
import gzip
import itertools
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import marked_corpora  # noqa: E402

PRIVET = None
LONG = 15 << 20  # a record of this size is still scanned by default


def run(*arguments, stdin=b"", exit_codes=(0, 3)):
    done = subprocess.run([PRIVET, *map(str, arguments)], input=stdin, capture_output=True, timeout=600, check=False)
    assert done.returncode in exit_codes, f"{arguments}: exit {done.returncode}: {done.stderr.decode()[-300:]}"
    return done.stdout


def awkward_records():
    """Records whose shape is a trap of its own."""
    rng = random.Random(7)
    yield r'{"t":"jo\u0040example.com","k\u0040example.org":1,"n":4155550123,"e":"\ud83d\ude00 a@example.com \ud83d"}'
    yield r'{"t":"\uFF4A\uFF4F@example.com caf\u0065\u0301@example.org","z":"j\u200bo@example.net"}'
    yield r'[" a@example.com,b@example.com;c@example.com ", {"a@example.com":{"a@example.com":["a@example.com"]}}]'
    yield r'"top level jo@example.com"'
    yield r'{"t":"4111 1111 1111 1111 and 4111-1111-1111-1111, DE89 3704 0044 0532 0130 00, 078-05-1120"}'
    yield r'{"t":"&lt;jo&#64;example.com&gt; jo%40example.org jo [at] example [dot] com"}'
    yield r'{"t":"<EMAIL_ADDRESS> <PHONE_NUMBER_2>jo@example.com<PERSON>","u":"tel:<PHONE_NUMBER> 415 555 0123"}'
    yield '{"t":"phone +1 415 555 0123 +14155550124+14155550125 415-555-0126-415-555-0127"}'
    yield '{"phone":["415-555-0123","4155550124"],"u":"https://example.com/?q=415-555-0123&m=jo@example.com"}'
    pieces = ["jo@example.com", "+44 20 7946 0958", "192.0.2.1", "4111111111111111", "@jo_example", " ", "<", ">", "-", ".",
              "5", "é", "\\u00e9", "\\n", "x", "(", ")", "DE89370400440532013000", "078-05-1120", "00:00:5e:00:53:01",
              "call ", "ssn ", "https://github.com/jo-example", "&#64;", "%40", "\\u0040", "例え", "<EMAIL_ADDRESS>"]
    for _ in range(400):
        yield '{"t":"' + "".join(rng.choice(pieces) for _ in range(rng.randrange(1, 14))) + '"}'


def all_records():
    records = [raw for raw in marked_corpora_records()]
    records += (ROOT / "corpora/sample.jsonl").read_text(encoding="utf-8").splitlines()
    records += awkward_records()
    return [r.encode("utf-8") for r in records if "\n" not in r]


def marked_corpora_records():
    return (labelled.raw for labelled in marked_corpora.read(marked_corpora.files()))


def jsonl(records):
    return b"".join(r + b"\n" for r in records)


def findings_of(data, *options):
    lines = run("scan", "-", "--format", "jsonl", "--quiet", *options, stdin=data).splitlines()
    return [json.loads(line) for line in lines]


def field_at(value, pointer):
    """The (decoded) value at a pointer; its parent and key for keys."""
    for segment in pointer.split("/")[1:]:
        segment = segment.replace("~1", "/").replace("~0", "~")
        value = value[int(segment)] if isinstance(value, list) else value[segment]
    return value


def promise_1_byte_surgical(records):
    """Redacted output is the input but for the raw spans of its findings; one valid line a line."""
    data = jsonl(records)
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "f.jsonl")
        clean = run("redact", "-", "--report", report, "--quiet", "--operator", "DEFAULT=replace", stdin=data).splitlines()
        spans = {}
        for line in report.read_text(encoding="utf-8").splitlines():
            f = json.loads(line)
            if f["action"] != "keep":
                spans.setdefault(f["line"], []).append((f["raw_start"], f["raw_end"]))
    assert len(clean) == len(records), f"{len(records)} lines in, {len(clean)} out"
    offset = 0
    for number, (before, after) in enumerate(zip(records, clean), 1):
        json.loads(after)
        hidden = sorted((a - offset, b - offset) for a, b in spans.get(number, []))
        offset += len(before) + 1
        merged = []
        for a, b in hidden:
            if merged and a < merged[-1][1]:
                merged[-1][1] = max(b, merged[-1][1])
            else:
                merged.append([a, b])
        at = seen = 0
        for a, b in merged + [[len(before), len(before)]]:
            kept = before[at:a]
            found = after.find(kept, seen)
            assert found >= 0 and (at != 0 or found == 0), f"line {number}: bytes outside findings changed"
            seen, at = found + len(kept), b
        if not merged:
            assert before == after, f"line {number} changed without a finding"


def promise_2_ledger_balances(records):
    broken = [b"not json", b'{"a":', b"", b"   ", b'{"a":"\xff"}']
    data = jsonl(records[:50] + broken + records[50:100])
    with tempfile.TemporaryDirectory() as folder:
        ledger = pathlib.Path(folder, "l.json")
        run("scan", "-", "--count", "--quiet", "--ledger", ledger, stdin=data)
        book = json.loads(ledger.read_text(encoding="utf-8"))
    counts = book["counts"] if "counts" in book else book["totals"]
    withheld = sum(counts["withheld"].values())
    assert counts["records"] == counts["scanned"] + withheld == 103, counts
    assert withheld == 3 and counts["blank_lines"] == 2, counts


def promise_3_idempotent(records):
    """The second pass changes nothing and finds nothing, for every operator."""
    data = jsonl(records)
    with tempfile.TemporaryDirectory() as folder:
        key = pathlib.Path(folder, "key")
        key.write_bytes(b"k" * 32)
        key.chmod(0o600)
        for operator in ("replace", "number", "redact", "mask", "hash"):
            options = ["--operator", f"DEFAULT={operator}", "--key-file", key, "--quiet"]
            once = run("redact", "-", *options, stdin=data)
            report = pathlib.Path(folder, f"{operator}.jsonl")
            twice = run("redact", "-", "--report", report, *options, stdin=once)
            for a, b, number in zip(once.splitlines(), twice.splitlines(), itertools.count(1)):
                assert a == b, f"{operator}, line {number}: the second pass changed it"
            found = [f for f in map(json.loads, report.read_text(encoding="utf-8").splitlines()) if f["action"] != "keep"]
            assert not found, f"{operator}: the second pass finds {found[0]['entity']} in line {found[0]['line']}"


def promise_3_found_everywhere(records):
    values = {"jo.lind@example.com": "write to jo.lind@example.com", "415-555-0123": "phone: 415-555-0123",
              "078-05-1120": "SSN 078-05-1120"}
    for value, sentence in values.items():
        record = json.dumps({"a": f"see x={value}&y", "b": sentence, "c": f"({value})", value: 1, "d": [f"'{value}'"]})
        out = run("redact", "-", "--quiet", stdin=record.encode() + b"\n").decode()
        assert value not in out, out


def promise_4_offsets(records):
    """Code points, UTF-8 bytes and raw bytes name the same characters."""
    data = jsonl(records)
    checked = 0
    for f in findings_of(data, "--show-values"):
        line = data[:f["raw_start"]].count(b"\n")
        assert line + 1 == f["line"], f
        record = json.loads(records[line])
        raw = data[f["raw_start"]:f["raw_end"]].decode("utf-8")
        if f["part"] == "value" and "{key" not in f["pointer"]:
            value = field_at(record, f["pointer"])
            if not isinstance(value, str):
                assert raw == data[f["raw_start"]:f["raw_end"]].decode()
                continue
            value = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value)
            by_cp = value[f["cp_start"]:f["cp_end"]]
            by_byte = value.encode("utf-8")[f["byte_start"]:f["byte_end"]].decode("utf-8")
            decoded = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in json.loads(f'"{raw}"'))
            if records[line].count(f["pointer"].rsplit("/", 1)[-1].encode()) == 1 or decoded == by_cp:
                assert by_cp == by_byte == decoded, f
                checked += 1
    assert checked > 300, checked


def promise_5_deterministic(records):
    """The same bytes for any threads, batch sizes, codecs, file or pipe, and on the plain path."""
    data = jsonl(records)
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in.jsonl").write_bytes(data)

        def both(source, *options, stdin=b"", name="in.jsonl"):
            report = folder / "report.jsonl"
            out = run("redact", source, "--report", report, "--force", "--quiet", "--stdin-filename", name, *options, stdin=stdin)
            return out, report.read_bytes()

        expected = both(folder / "in.jsonl")
        for threads in (1, 2, 8):
            for batch in ("1", "997", "64KiB", "4MiB"):
                got = both(folder / "in.jsonl", "--threads", threads, "--batch-bytes", batch)
                assert got == expected, f"{threads} threads, batches of {batch}"
        assert both("-", stdin=data) == expected, "pipe"
        assert both(folder / "in.jsonl", "--reference") == expected, "reference path"
        packed = gzip.compress(data, mtime=0)
        assert both("-", stdin=packed) == expected, "gzip"
        for codec in ("gz", "zst"):
            outs = {run("redact", "-", "--compress", codec, "--threads", t, "--batch-bytes", b, "--quiet", stdin=data * 40)
                    for t, b in ((1, "64KiB"), (2, "1MiB"), (8, "4097"))}
            assert len(outs) == 1, f"--compress {codec} depends on threads or batches"


def promise_6_no_values_in_reports(records):
    data = jsonl(records)
    plain = findings_of(data, "--show-values")
    values = {f["value"] for f in plain if len(f["value"]) >= 8}
    assert len(values) > 200
    for fmt in ("jsonl", "csv", "text"):
        report = run("scan", "-", "--format", fmt, stdin=data).decode("utf-8")
        leaked = [v for v in values if v in report]
        assert not leaked, f"{fmt}: {len(leaked)} values are in the report"


def promise_7_bounded_memory(records):
    """64 MB at most, however long the input; 64 MB and twelve times the record otherwise."""
    record = records[3]
    base = jsonl(records)
    peaks = []
    for times in (1, 10, 100):
        peaks.append(peak_of(base * (times * 4)))
    assert max(peaks) <= 64 << 20, peaks
    big = b'{"t":"' + b"word jo@example.com \\u00e9 " * ((LONG // 2) // 27) + b'"}\n'
    peak = peak_of(base + big + base)
    assert peak <= (64 << 20) + 12 * len(big), (peak, len(big))
    over = b'{"t":"' + b"x" * (100 << 20) + b'"}\n'
    # What is over the limit is never held: with a limit of 1 MiB no record is larger.
    peak = peak_of(base + over + base, "--max-record-bytes", "1MiB")
    assert peak <= 64 << 20, peak
    assert record


def peak_of(data, *options):
    """Peak resident bytes of a redacting child that reads a file."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in.jsonl")
        source.write_bytes(data)
        code = ("import resource,subprocess,sys; subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run([sys.executable, "-c", code, PRIVET, "redact", str(source), "--report",
                               str(pathlib.Path(folder, "f.jsonl")), "--threads", "2", *options], capture_output=True, check=True)
        return int(done.stdout) * 1024


def promise_8_all_or_nothing(records):
    """A run that fails leaves the previous file; one that succeeds has the umask's mode."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        out = folder / "clean.jsonl"
        out.write_text("precious")
        whole = gzip.compress(jsonl(records), mtime=0)
        (folder / "cut.jsonl.gz").write_bytes(whole[:len(whole) // 2])
        run("redact", folder / "cut.jsonl.gz", "-o", out, "--force", "--quiet", exit_codes=(2,))
        assert out.read_text() == "precious"
        (folder / "ok.jsonl").write_bytes(jsonl(records))
        subprocess.run(f"umask 027; '{PRIVET}' redact ok.jsonl -o clean.jsonl --force --quiet", shell=True, check=True, cwd=folder)
        assert oct(out.stat().st_mode & 0o777) == "0o640", oct(out.stat().st_mode)
        left = [p.name for p in folder.iterdir() if "privet-tmp" in p.name]
        assert not left, left


def main():
    global PRIVET
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("--sanitized", action="store_true", help="a sanitizer's own memory breaks promise 7: leave it out")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    PRIVET = str(args.privet.resolve())
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    records = all_records()
    failed = passed = 0
    for name, check in sorted(globals().items()):
        if not name.startswith("promise_") or (args.names and not any(n in name for n in args.names)):
            continue
        if args.sanitized and "memory" in name:
            continue
        try:
            check(records)
            passed += 1
        except AssertionError as problem:
            failed += 1
            print(f"FAILED {name}: {problem}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
