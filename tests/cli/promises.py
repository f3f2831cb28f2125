#!/usr/bin/env python3
"""What must always hold, on every corpus line and in every configuration.

One function a promise; each runs the real program. The input is all of corpora/
without its marks, the sample, and records made to be awkward.
  promises.py --privet build/release/privet [NAME...]
"""
import argparse
import bisect
import concurrent.futures
import csv
import gzip
import hashlib
import hmac
import io
import itertools
import json
import os
import pathlib
import random
import re
import resource
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import checks  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import marked_corpora  # noqa: E402

PRIVET = None
STEP = 1  # each nth record
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
    return [r.encode("utf-8") for r in records if "\n" not in r][::STEP]


def message_records():
    """Private messages and what looks like them, of all forms."""
    lines = (ROOT / "corpora" / "private-messages" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.dumps(json.loads(line)["record"], ensure_ascii=i % 3 == 0).encode() for i, line in enumerate(lines)][::STEP]


def marked_corpora_records():
    return (labelled.raw for labelled in marked_corpora.read(marked_corpora.files()))


def jsonl(records):
    return b"".join(r + b"\n" for r in records)


def findings_of(data, *options):
    lines = run("scan", "-", "--format", "jsonl", "--quiet", *options, stdin=data).splitlines()
    return [json.loads(line) for line in lines]


def field_at(value, finding, found):
    """The text of the finding's field. Of several with one pointer, the first that holds `found` at its place."""
    def fits(text):
        return not isinstance(text, str) or text[finding["cp_start"]:finding["cp_end"]] == found

    def walk(value, steps):
        if not steps:
            yield "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in value) if isinstance(value, str) else value
            return
        step = steps[0].replace("~1", "/").replace("~0", "~")
        if isinstance(value, list):
            yield from walk(value[int(step)], steps[1:])
            return
        for ordinal, (key, member) in enumerate(value.pairs, 1):
            if step not in (f"{{key {ordinal}}}", key):
                continue
            if finding["part"] == "key" and len(steps) == 1:
                yield "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in key)
            else:
                yield from walk(member, steps[1:])

    return next((text for text in walk(value, finding["pointer"].split("/")[1:]) if fits(text)), None)


# What an operator may write in place of a finding; two side by side may have met.
WRITTEN = re.compile(rb"(<[A-Z_]+(_\d+)?>|null)+")


def shape_of(value):
    """The structure of a JSON value: kinds and numbers of members, not their text."""
    if isinstance(value, Members):
        return ["object", *(shape_of(v) for _, v in value.pairs)]
    if isinstance(value, list):
        return ["array", *map(shape_of, value)]
    return "string" if isinstance(value, str) else "other"


class Members:
    """An object with all its members, also those whose names are equal."""

    def __init__(self, pairs):
        self.pairs = pairs


def load(line):
    return json.loads(line, object_pairs_hook=Members)


def hidden_spans(report):
    spans = {}
    for line in report.read_text(encoding="utf-8").splitlines():
        f = json.loads(line)
        if f["action"] != "keep":
            spans.setdefault(f["line"], []).append((f["raw_start"], f["raw_end"]))
    return spans


TOKENS = re.compile(rb'"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*')


def widened(spans, line):
    """A number goes as a whole, whatever part of it was found."""
    numbers = [m.span() for m in TOKENS.finditer(line) if not m[0].startswith(b'"')]
    for a, b in spans:
        yield next(((x, y) for x, y in numbers if x <= a and b <= y), (a, b))


def merged(spans):
    out = []
    for a, b in sorted(spans):
        if out and a < out[-1][1]:
            out[-1][1] = max(b, out[-1][1])
        else:
            out.append([a, b])
    return out


def promise_1_byte_surgical(records):
    """Redacted output is the input, byte for byte, with a placeholder for each hidden span and nothing else."""
    # A BOM, blank lines, CRLF and spaces at the ends, no line end at the end: all of it stays.
    lines = [b"\xef\xbb\xbf" + records[0], b"", b"  \t"]
    lines += [r + (b"", b"\r", b"  ", b" \t\r")[i % 4] for i, r in enumerate(records)] + [b'{"t":"jo@example.com"}']
    data = b"\n".join(lines)
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder, "f.jsonl")
        clean = run("redact", "-", "--report", report, "--quiet", stdin=data).split(b"\n")
        spans = hidden_spans(report)
    assert len(clean) == len(lines), f"{len(lines)} lines in, {len(clean)} out"
    offset = changed = 0
    for number, (before, after) in enumerate(zip(lines, clean), 1):
        if before.strip(b" \t\r\n"):
            bare = [load(line.removeprefix(b"\xef\xbb\xbf")) for line in (before, after)]
            assert shape_of(bare[0]) == shape_of(bare[1]), f"line {number}: another structure"
        pattern, at = b"", 0
        for a, b in merged(widened([(a - offset, b - offset) for a, b in spans.get(number, [])], before)):
            pattern += re.escape(before[at:a]) + b"(?:" + WRITTEN.pattern + b")"
            at = b
        pattern += re.escape(before[at:])
        assert re.fullmatch(pattern, after), f"line {number}: bytes outside findings changed"
        assert spans.get(number) or before == after, f"line {number} changed without a finding"
        changed += before != after
        offset += len(before) + 1
    assert changed > 200 // STEP, changed


def spread_out(records):
    """Documents of more than one line."""
    return [r.replace(b"{", b"{\n", 1).replace(b'":', b'"\r\n:\t', i % 3 == 0) for i, r in enumerate(records)]


def promise_1_documents_byte_surgical(records):
    """A document is redacted as a line is, its white space and what is between documents stay; cut off, only the last is lost."""
    lines = [r for r in records if r.startswith(b"{")]
    spaces = (b"\n", b"\n\n", b" ", b"\r\n\t", b"")
    before = b"".join(r.replace(b"{", b"{\n", 1) + spaces[i % 5] for i, r in enumerate(lines))
    names = ("--stdin-filename", "x.json", "--quiet")
    redacted = run("redact", "-", *names, stdin=jsonl(lines)).splitlines()
    after = run("redact", "-", *names, stdin=before)
    assert len(redacted) == len(lines)
    assert after == b"".join(r.replace(b"{", b"{\n", 1) + spaces[i % 5] for i, r in enumerate(redacted))
    assert after != before
    cut = before.rindex(b"}")
    last = before.rindex(b"{\n", 0, cut)
    assert run("redact", "-", *names, stdin=before[:cut], exit_codes=(3,)) == after[:after.rindex(b"{\n")], before[last:last + 50]


def promise_2_ledger_balances(records):
    """Every record and file is in the ledger by what became of it, and every withheld byte in --withheld."""
    broken = {"not_json": [b"not json", b'{"a":', b'{"a":1}{"b":2}', b'{"a":"\x00"}'], "invalid_utf8": [b'{"a":"\xff"}'],
              "too_long": [b'{"a":"' + b"x" * 70000 + b'"}', b"y" * 300000], "too_deep": [b"[" * 3000 + b"]" * 3000],
              "too_many_findings": [b'{"t":"' + b"a@example.com " * 60 + b'"}'], "not_csv": []}
    small = [r for r in records if len(r) < 60000][:100]
    withheld = [line for lines in broken.values() for line in lines]
    data = jsonl(small[:50] + withheld + [b"", b"   "] + small[50:])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in").mkdir()
        (folder / "in/a.jsonl").write_bytes(data)
        (folder / "in/b.parquet").write_bytes(b"PAR1")
        (folder / "in/c.jsonl.gz").write_bytes(gzip.compress(data, mtime=0)[:-9])
        (folder / "in/.hidden.jsonl").write_bytes(data)
        limits = ["--max-record-bytes", "64KiB", "--max-findings-per-record", "50"]
        for threads, batch in ((1, "4MiB"), (3, "1000")):
            options = [*limits, "--threads", threads, "--batch-bytes", batch, "--force"]
            clean = run("redact", folder / "in/a.jsonl", "--withheld", folder / "w", "--ledger", folder / "l.json", *options, exit_codes=(3,))
            assert (folder / "w").read_bytes() == jsonl(withheld), "--withheld is not what was withheld"
            assert clean.count(b"\n") == len(small) + 2 and not any(line in clean.split(b"\n") for line in withheld)
            counts = json.loads((folder / "l.json").read_text())["totals"]
            assert counts["withheld"] == {reason: len(lines) for reason, lines in broken.items()}, counts["withheld"]
            assert counts["records"] == counts["scanned"] + len(withheld) == len(small) + len(withheld), counts
            assert counts["blank_lines"] == 2 and counts["bytes"] == len(data), counts
            assert counts["records_changed"] == sum(a != b for a, b in zip(small, (c for c in clean.split(b"\n") if c.strip()))), counts
        stub = run("redact", folder / "in/a.jsonl", "--on-bad-record", "stub", *limits, exit_codes=(3,)).split(b"\n")
        assert [json.loads(line)["line"] for line in stub if line.startswith(b'{"privet":')] == list(range(51, 51 + len(withheld)))
        assert len(stub) == data.count(b"\n") + 1, "stubs do not keep the lines"

        run("scan", folder / "in", "--count", "--ledger", folder / "l.json", "--force", *limits, exit_codes=(3,))
        book = json.loads((folder / "l.json").read_text())
        totals = book["totals"]
        assert totals["files_seen"] == totals["files_read"] + sum(totals["files_not_read"].values()) == 3, totals
        assert totals["files_read"] == 1 and book["not_looked_at"] == {"hidden": 1, "links": 0, "other_files": 0}, book
        # What --field leaves out is counted.
        fields = b'{"t":"a","u":["b",{"v":"c"}],"n":4}\n' * 3
        run("scan", "-", "--field", "/t", "--ledger", folder / "l.json", "--force", stdin=fields)
        assert json.loads((folder / "l.json").read_text())["totals"]["strings_outside_fields"] == 6


CSV_NAMES = ["id", "CONVERSATION ID", "CONTENT", "SUBJECT, \"of\"", "phone"]


def csv_rows(records, delimiter, line_end):
    """Rows as bytes, and what they say: texts with quotes, delimiters and line ends, and shapes that only real files have."""
    def written(cells, quoting):
        out = io.StringIO()
        csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator=line_end).writerow(cells)
        return out.getvalue().encode("utf-8")

    yield written(CSV_NAMES, csv.QUOTE_MINIMAL), CSV_NAMES
    for i, record in enumerate(records):
        text = record.decode("utf-8")[:3000]
        cells = [str(i), text, text[5:].replace(" ", line_end, 3), f'"{text[:9]}"', "415-555-0123"][:5 if i % 7 else 3]
        cells += ["more jo@example.com"] * (i % 5 == 0)
        yield written(cells, csv.QUOTE_ALL if i % 3 == 0 else csv.QUOTE_MINIMAL), cells
    for raw, cells in (('5" jo@example.com "|x"y"z', ['5" jo@example.com "', 'xy"z']), ('"jo@exam"ple.com|"a|"jo@example.com', ["jo@example.com", "a|jo@example.com"]),
                       ('"jo@example.com"', ["jo@example.com"]), ('||jo@example.com', ["", "", "jo@example.com"])):
        yield (raw.replace("|", delimiter) + line_end).encode("utf-8"), [c.replace("|", delimiter) for c in cells]


def csv_files(records):
    """Each file as rows, and what they say, by delimiter."""
    for delimiter, line_end in ((",", "\r\n"), (";", "\n"), ("\t", "\r\n")):
        yield delimiter, list(csv_rows(records[::5], delimiter, line_end))


CSV = ("--input-format", "csv", "--max-withheld", "1")


def promise_1_csv_byte_surgical(records):
    """A redacted row is its row with a placeholder for each hidden span; a BOM, blank lines and a missing line end stay."""
    for delimiter, rows in csv_files(records):
        parts = [b"\xef\xbb\xbf" + rows[0][0], b"\r\n", *(raw for raw, _ in rows[1:]), b" \n", b"x,jo@example.com"]
        data = b"".join(parts)
        with tempfile.TemporaryDirectory() as folder:
            report = pathlib.Path(folder, "f.jsonl")
            clean = run("redact", "-", "--report", report, *CSV, stdin=data)
            found = [json.loads(line) for line in report.read_text(encoding="utf-8").splitlines()]
        spans = merged((f["raw_start"], f["raw_end"]) for f in found if f["action"] != "keep")
        assert len(spans) > 200 // STEP, len(spans)
        at = out = 0
        for a, b in spans:
            assert clean[out:out + a - at] == data[at:a], f"{delimiter!r}: bytes before {a} changed"
            out += a - at
            hidden = re.compile(rb"<[A-Z_]+(_\d+)?>").match(clean, out)
            assert hidden, f"{delimiter!r}: no placeholder for {a}"
            # The quote that closed a cell inside the finding stands behind it.
            out, at = hidden.end() + (clean[hidden.end():].startswith(b'"') and data[a:b] == b'jo@exam"ple.com'), b
        assert clean[out:] == data[at:], f"{delimiter!r}: the rest changed"
        before, after = (list(csv.reader(io.StringIO(text.decode("utf-8-sig"), newline=""), delimiter=delimiter)) for text in (data, clean))
        assert [len(row) for row in before] == [len(row) for row in after], "another structure"


def promise_3_csv_idempotent(records):
    """The second pass changes nothing, and no operator changes how many rows and cells there are."""
    for delimiter, rows in csv_files(records):
        data = b"".join(raw for raw, _ in rows)
        for options in ([], ["--operator", "DEFAULT=redact"], ["--operator", "DEFAULT=mask", "--mask-keep-last", "4"],
                        ["--placeholder", "<{entity},;>"], ["--operator", "DEFAULT=number"]):
            once = run("redact", "-", *CSV, *options, stdin=data)
            assert once != data and run("redact", "-", *CSV, *options, stdin=once) == once, f"{options}: the second pass changed it"
            shapes = [[len(row) for row in csv.reader(io.StringIO(text.decode("utf-8"), newline=""), delimiter=delimiter)] for text in (data, once)]
            assert shapes[0] == shapes[1], f"{options}: another structure"


def promise_4_csv_offsets(records):
    """Code points, UTF-8 bytes and raw bytes name the same characters of a cell, whatever its quotes."""
    for delimiter, rows in csv_files(records):
        data = b"".join(raw for raw, _ in rows)
        starts = list(itertools.accumulate((len(raw) for raw, _ in rows), initial=0))
        lines = list(itertools.accumulate((raw.count(b"\n") for raw, _ in rows), initial=1))
        found = [f for f in findings_of(data, *CSV, "--show-values") if f["entity"] != "PRIVATE_MESSAGE"]
        assert len(found) > 300 // STEP, len(found)
        for f in found:
            index = bisect.bisect_right(starts, f["raw_start"]) - 1
            assert f["line"] == lines[index], f
            raw, cells = rows[index]
            name = f["pointer"][1:].replace("~1", "/").replace("~0", "~")
            text = cells[CSV_NAMES.index(name) if name in CSV_NAMES else int(name)]
            assert text[f["cp_start"]:f["cp_end"]] == f["value"], f
            assert text.encode()[f["byte_start"]:f["byte_end"]].decode() == f["value"], f
            bytes_found = data[f["raw_start"]:f["raw_end"]].decode()
            assert f["value"] in (bytes_found, bytes_found.replace('""', '"')) or bytes_found == 'jo@exam"ple.com', f


def promise_5_csv_deterministic(records):
    """The same bytes for any threads, batches and reads, whatever row they end in."""
    for _, rows in csv_files(records):
        data = b"".join(raw for raw, _ in rows) + b'9,"never closed jo@example.com\n' * 3
        with tempfile.TemporaryDirectory() as folder:
            def both(*options):
                report = pathlib.Path(folder, "f.jsonl")
                out = run("redact", "-", "--report", report, "--force", "--max-record-bytes", "4000", *CSV, *options, stdin=data)
                return out, report.read_bytes(), pathlib.Path(f"{report}.ledger.json").read_bytes()

            expected = both("--threads", "1")
            for threads, batch in itertools.product((1, 2, 8), ("1", "997", "64KiB")):
                assert both("--threads", threads, "--batch-bytes", batch) == expected, f"{threads} threads, batches of {batch}"
            assert both("--reference") == expected, "reference path"
        part = data[:20000]
        assert trickled(part, *CSV) == run("redact", "-", *CSV, stdin=part), "a pipe that trickles"


def promise_7_csv_bounded_memory(records):
    """64 MB at most for a long file, a wide header, a quote that is never closed; twelve times the record otherwise."""
    rows = b"".join(raw for raw, _ in csv_rows(records[::5], ",", "\n"))
    csv_options = ("--input-format", "csv", "--max-withheld", "100%")
    assert peak_of(rows * 100, *csv_options) <= 64 << 20
    never_closed = rows + b'1,"' + b"word jo@example.com\n" * (4 << 20)
    assert peak_of(never_closed, *csv_options, "--max-record-bytes", "1MiB") <= 64 << 20
    wide = b"a,b," * (1 << 17) + b"c\n" + b"1,jo@example.com\n" * 100000
    assert peak_of(wide, *csv_options) <= (64 << 20) + 12 * (1 << 19)
    for row in (b"," * LONG, b'"' + b'""' * (LONG // 2) + b'"', b"word jo@example.com," * (LONG // 2 // 20)):
        peak = peak_of(rows + row + b"\n" + rows, *csv_options)
        assert peak <= (64 << 20) + 12 * len(row), (peak, row[:10])


def promise_7_csv_linear_time(records):
    """As promise_7_linear_time, for what makes a row of CSV."""
    for piece in (b'"', b'""', b"x\"", b",", b'",', b',"', b"\n", b'"\n', b'\n"', b'x"\r\n', b"a\""):
        short, long = (seconds_of(b"a,b\n1,\"" + piece * (size // len(piece)), *CSV) for size in (1 << 17, 1 << 21))
        assert long < 40 * max(short, 0.05) + 0.5, f"{piece!r}: {short:.2f} s, of sixteen times the size {long:.2f} s"


def promise_3_idempotent(records):
    """The second pass changes nothing and finds nothing, for every operator; also in private messages, with their people."""
    messages = message_records()
    assert sum(f["entity"] == "PRIVATE_MESSAGE" for f in findings_of(jsonl(messages))) > 300 // STEP
    data = jsonl([*records, *messages])
    with tempfile.TemporaryDirectory() as folder:
        key = pathlib.Path(folder, "key")
        key.write_bytes(b"k" * 32)
        key.chmod(0o600)
        keyed = ["--key-file", key]
        for operator, more in (("replace", []), ("number", []), ("redact", []), ("mask", []), ("hash", keyed),
                               ("mask", ["--mask-keep-last", "4"]), ("number", ["--placeholder", "[{entity}_{n}]"]),
                               ("replace", ["--min-score", "0", "--default-region", "US"]), ("redact", ["--min-score", "0"])):
            options = ["--operator", f"DEFAULT={operator}", *more, "--quiet"]
            once = run("redact", "-", *options, stdin=data)
            report = pathlib.Path(folder, "report.jsonl")
            twice = run("redact", "-", "--report", report, "--force", *options, stdin=once)
            for a, b, number in zip(once.splitlines(), twice.splitlines(), itertools.count(1)):
                assert a == b, f"{operator}, line {number}: the second pass changed it"
            found = [f for f in map(json.loads, report.read_text(encoding="utf-8").splitlines()) if f["action"] != "keep"]
            assert not found, f"{operator}: the second pass finds {found[0]['entity']} in line {found[0]['line']}"


def promise_3_found_everywhere(records):
    """A value found once is found everywhere in its record: glued, spelled otherwise, as a key, as a number."""
    values = {"jo.lind@example.com": "write to jo.lind@example.com", "415-555-0123": "phone: 415-555-0123",
              "078-05-1120": "SSN 078-05-1120", "123456782": "BSN 123456782"}
    for value, sentence in values.items():
        escaped = "".join(f"\\u{ord(c):04x}" for c in value)
        record = json.dumps({"a": f"see x={value}&y", "b": sentence, "c": f"({value})", value: 1, "d": [f"'{value}'"]})
        record = record[:-1] + f', "e": "{escaped}"}}'
        for more in ([], ["--reference"]):
            out = run("redact", "-", "--quiet", *more, stdin=record.encode() + b"\n").decode()
            assert value not in out and escaped not in out, out
        alone = json.dumps({"a": f"see x={value}&y"})
        both = run("redact", "-", "--quiet", stdin=f"{alone}\n{record}\n".encode()).decode().splitlines()
        assert both[1] == out.strip() and run("redact", "-", "--quiet", stdin=alone.encode()).decode() == both[0], "records touch each other"


def text_of(raw):
    """What raw bytes of a JSON string say; a lone surrogate is U+FFFD."""
    decoded = json.loads(b'"' + raw + b'"')
    return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in decoded)


def promise_4_offsets(records):
    """Code points, UTF-8 bytes and raw bytes name the same characters, in lines, arrays and documents, after a BOM and CRLF."""
    separators = {"lines": (b"", b"\n", b"\n"), "windows": (b"\xef\xbb\xbf", b"\r\n", b""), "array": (b"[\n", b",\n", b"]"),
                  "documents": (b"\xef\xbb\xbf{\n}", b"\r\n", b"")}
    one_a_line = records
    for name, (head, between, tail) in separators.items():
        records = spread_out(one_a_line) if name == "documents" else one_a_line
        data = head + between.join(records) + tail
        starts, at = [], len(head)
        for record in records:
            starts.append(at)
            at += len(record) + len(between)
        checked = 0
        for f in findings_of(data, "--show-values"):
            index = bisect.bisect_right(starts, f["raw_start"]) - 1
            assert f["line"] == 1 + data.count(b"\n", 0, starts[index]), (name, f)
            if f["entity"] == "PRIVATE_MESSAGE":
                assert "value" not in f, "a private message is never shown whole"
                continue
            record = load(records[index])
            raw = data[f["raw_start"]:f["raw_end"]]
            if raw.decode("utf-8") == f["value"] and not isinstance(field_at(record, f, f["value"]), str):
                continue  # a number's text
            assert text_of(raw) == f["value"], (name, f)
            assert f["cp_end"] - f["cp_start"] == len(f["value"]), (name, f)
            assert f["byte_end"] - f["byte_start"] == len(f["value"].encode("utf-8")), (name, f)
            text = field_at(record, f, f["value"])
            assert text is not None, (name, f)
            assert text[f["cp_start"]:f["cp_end"]] == f["value"], (name, f)
            assert text.encode("utf-8")[f["byte_start"]:f["byte_end"]].decode("utf-8") == f["value"], (name, f)
            checked += 1
        assert checked > 1000 // STEP, checked


def promise_5_deterministic(records):
    """The same bytes for any threads, batch sizes, codecs, file or pipe, and on the plain path; private messages too."""
    data = jsonl([*records, *message_records()])
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in.jsonl").write_bytes(data)

        def both(source, *options, stdin=b"", name="in.jsonl"):
            report = folder / "report.jsonl"
            out = run("redact", source, "--report", report, "--force", "--quiet", "--stdin-filename", name, *options, stdin=stdin)
            return out, report.read_bytes(), pathlib.Path(f"{report}.ledger.json").read_bytes()

        expected = both(folder / "in.jsonl")
        for threads in (1, 2, 8):
            for batch in ("1", "997", "64KiB", "4MiB"):
                got = both(folder / "in.jsonl", "--threads", threads, "--batch-bytes", batch)
                assert got == expected, f"{threads} threads, batches of {batch}"
        assert both("-", stdin=data) == expected, "pipe"
        assert trickled(data[:20000]) == run("redact", "-", stdin=data[:20000], exit_codes=(0, 3)), "a pipe that trickles"
        elsewhere = folder / "another place"
        elsewhere.mkdir()
        shutil.copy(folder / "in.jsonl", elsewhere)
        os.utime(elsewhere / "in.jsonl", (0, 0))
        assert both(elsewhere / "in.jsonl") == expected, "another folder, another time"
        assert str(folder).encode() not in expected[1] + expected[2], "a path of the machine"
        assert both(folder / "in.jsonl", "--reference") == expected, "reference path"
        explain = ("--format", "text", "--explain")
        explained = both(folder / "in.jsonl", *explain)
        assert b"log-odds" in explained[1]
        for more in (("--threads", 8, "--batch-bytes", "997"), ("--reference",)):
            assert both(folder / "in.jsonl", *explain, *more) == explained, f"--explain, {more}"
        packed = gzip.compress(data, mtime=0)
        assert both("-", stdin=packed) == expected, "gzip"
        # Frames are of 1 MiB: many, or four where each is slow.
        much = data * (40 if STEP == 1 else (3 << 20) // len(data) + 1)
        for codec in ("gz", "zst"):
            outs = {run("redact", "-", "--compress", codec, "--threads", t, "--batch-bytes", b, "--quiet", stdin=much)
                    for t, b in ((1, "64KiB"), (2, "1MiB"), (8, "4097"))}
            assert len(outs) == 1, f"--compress {codec} depends on threads or batches"


def promise_5_documents_deterministic(records):
    """JSON documents: the same bytes for any threads, batch sizes, codecs, file or pipe, whole, damaged or cut off."""
    documents = spread_out([r for r in [*records, *message_records()] if r.startswith(b"{")])
    documents[10:10] = [b'{"a":\n tru}', b'{"a":1}},', b'{\n"a":"' + b"jo@example.com " * 6000 + b'"}', b'17 "x" nul']
    data = b"\n\n".join(documents)[:-3]
    limits = ("--max-record-bytes", "64KiB", "--withheld")
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "in.json").write_bytes(data)
        (folder / "zst").write_bytes(subprocess.run(["zstd", "-qc"], input=data, capture_output=True, check=True).stdout)

        def all_of(source, *options, stdin=b""):
            names = [folder / n for n in ("f.jsonl", "w")]
            out = run("redact", source, "--report", names[0], *limits, names[1], "--force", "--quiet", "--stdin-filename", "in.json",
                      *options, stdin=stdin, exit_codes=(3,))
            return out, *(n.read_bytes() for n in names), (folder / "f.jsonl.ledger.json").read_bytes()

        expected = all_of(folder / "in.json")
        book = json.loads(expected[3])
        assert book["files"][0]["container"] == "json" and book["totals"]["withheld"]["too_long"] == 1, book["files"]
        assert book["totals"]["withheld"]["not_json"] == 5 and book["totals"]["bytes"] == len(data), book["totals"]["withheld"]
        assert book["totals"]["records"] == len(documents) + 4, "each comma, brace, number and name is a record"
        for threads, batch in ((1, "1"), (2, "997"), (8, "64KiB"), (3, "4MiB")):
            assert all_of(folder / "in.json", "--threads", threads, "--batch-bytes", batch) == expected, f"{threads} threads, batches of {batch}"
        for what, packed in (("pipe", data), ("gzip", gzip.compress(data, mtime=0)), ("zstd", (folder / "zst").read_bytes())):
            assert all_of("-", stdin=packed) == expected, what
        part = data[:20000]
        assert trickled(part, "--stdin-filename", "in.json") == run("redact", "-", "--stdin-filename", "in.json", stdin=part), "a pipe that trickles"


def strings_of(value, pointer=""):
    """Pointers and texts of all string values."""
    if isinstance(value, str):
        yield pointer, value
    elif isinstance(value, (dict, list)):
        for key, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from strings_of(one, f"{pointer}/{key}")


def promise_5_message_actions(records):
    """What is done with private messages: every record is somewhere, as it came, the same on every road, and settled at once."""
    lines = [*records[:400], *message_records()]
    data = jsonl(lines)
    policy = ROOT / "rules" / "policy" / "linkedin-eea.toml"
    ways = {"blank": ["--private-messages", "blank"], "drop": ["--private-messages", "drop"],
            "quarantine": ["--private-messages", "quarantine"], "policy": ["--policy", policy]}
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        (folder / "aside").mkdir()
        for name, way in ways.items():
            aside = ["--quarantine", folder / "aside" / "q.jsonl"] if name in ("quarantine", "policy") else []

            def all_of(*options, stdin=data):
                report = folder / "report.jsonl"
                out = run("redact", "-", "--report", report, "--force", "--quiet", *way, *aside, *options, stdin=stdin)
                parts = [out, report.read_bytes(), pathlib.Path(f"{report}.ledger.json").read_bytes()]
                return [*parts, (folder / "aside" / "q.jsonl").read_bytes()] if aside else parts

            expected = all_of("--threads", "1")
            for threads, batch in ((2, "1"), (8, "997"), (2, "64KiB")):
                assert all_of("--threads", threads, "--batch-bytes", batch) == expected, f"{name}: {threads}, {batch}"
            assert all_of("--reference") == expected, f"{name}: reference path"
            ledger = json.loads(expected[2])
            done = ledger["totals"]["messages"]["actions"]
            left_out = done["dropped"] + done["quarantined"]
            assert sum(done.values()) > 300 // STEP and (left_out + done["blanked"] > 20 // STEP), done
            assert len(expected[0].splitlines()) == len(lines) - left_out - ledger["totals"]["withheld_left_out"], name
            if aside:
                set_aside = expected[3].splitlines()
                assert len(set_aside) == done["quarantined"], name
                for line in set_aside:
                    at = json.loads(line)["line"]
                    assert line.endswith(b',"record":' + lines[at - 1] + b"}"), f"{name}: line {at} is not as it came"
                assert stat.S_IMODE((folder / "aside" / "q.jsonl").stat().st_mode) == 0o600, name
            if name == "blank":
                rows = map(json.loads, expected[1].splitlines())
                blanked = {r["line"] for r in rows if r["action"] == "blank" and r["entity"] == "PRIVATE_MESSAGE"}
                assert len(blanked) == done["blanked"]
                for at in blanked:
                    record = json.loads(expected[0].splitlines()[at - 1])
                    left = {text for pointer, text in strings_of(record) if pointer != "/id"} - {"<PRIVATE_MESSAGE>"}
                    assert not left, f"line {at} keeps {len(left)} strings"
            again = all_of(stdin=expected[0])
            assert again[0] == expected[0], f"{name}: the second pass changed something"


def trickled(data, *options):
    """What redact makes of a pipe that brings a few bytes at a time."""
    it = subprocess.Popen([PRIVET, "redact", "--quiet", *options], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    rng = random.Random(3)
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        out = pool.submit(it.stdout.read)
        at = 0
        while at < len(data):
            size = rng.choice((1, 1, 2, 3, 7, 100, 1000))
            os.write(it.stdin.fileno(), data[at:at + size])
            at += size
        it.stdin.close()
        it.wait()
        return out.result()


# Markers of the test's own: what it shows must not change with the weights of ours.
THIN_RULES = """
[[marker]]
id = "test.thin"
category = "identifier"
class = "dm_1to1"
weight = 4
trigger = ["^X9"]
all = ['^conv=X9[0-9]+$']

[[marker]]
id = "test.open"
category = "public"
class = "public_channel"
weight = -8
all = ['^place=square$']

[weights]
"shape.private" = 4
"shape.public" = -4
"""


def thin_rows():
    """Rows of an export that show little: a conversation's id and a text."""
    rng = random.Random(11)
    words = "ok yes later maybe home train lunch tomorrow keys parcel window garden".split()
    return [json.dumps({"conv": f"X9{rng.randrange(10**8):08}", "what": " ".join(rng.choices(words, k=rng.randrange(2, 6)))}).encode()
            for _ in range(1200)]


def promise_5_shape_of_the_input(records):
    """Thin rows are judged by the rows around them: by the prefix of the input, however it is read."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        rules = folder / "rules/private-message/thin.toml"
        rules.parent.mkdir(parents=True)
        rules.write_text(THIN_RULES)
        with_rules = ("--rules", folder / "rules")
        what_the_prefix_settles(folder, with_rules)
        same_bytes_with_shapes(folder, with_rules, records)


def what_the_prefix_settles(folder, with_rules):
    def messages_of(rows, *options):
        return {f["line"] for f in findings_of(jsonl(rows), *with_rules, *options) if f["rule"] == "message.origin"}

    def shapes_of(rows):
        run("scan", "-", "--quiet", "--ledger", folder / "l.json", "--force", *with_rules, stdin=jsonl(rows))
        return json.loads((folder / "l.json").read_text())["files"][0]["shapes"]

    rows = thin_rows()
    assert not messages_of(rows[:1]) and not messages_of(rows[:19]), "single rows are too thin"
    assert len(messages_of(rows[:20])) == 20, "twenty rows are enough"
    assert messages_of(rows) == set(range(1, len(rows) + 1)), "all rows of the shape, behind the prefix too"
    [shape] = shapes_of(rows)
    assert shape["is"] == "private" and shape["records"] == shape["private"] == 1000, f"the prefix is 1,000 records: {shape}"
    assert shape["keys"] == ["/conv", "/what"], shape

    other = [b'{"conv":"Y912345678","what":"ok"}'] * 3
    assert not messages_of([*rows[:17], *other]), "85 % of the rows are not enough"
    assert len(messages_of([*rows[:18], *other[:2]])) == 18, "90 % are, and rows that show nothing stay what they are"
    # What else there is does not matter, nor does what comes behind the prefix; the order of rows does.
    filler = [b'{"title":"Apples","body":"An apple is a fruit."}'] * 1000
    assert messages_of([*rows[:30], *filler]) == set(range(1, 31))
    assert not messages_of([*filler, *rows[:30]]), "behind 1,000 records nothing is settled"
    long = json.dumps({"title": "Long", "body": "apple " * 800_000}).encode()
    assert not messages_of([long, *rows[:30]]), "behind 4 MiB nothing is settled"
    assert not messages_of(rows, "--line-buffered"), "line by line there is no prefix"
    secret = [json.dumps({"conv": f"X9{i:08}", "jo@example.com": "ok"}).encode() for i in range(30)]
    assert shapes_of(secret)[0]["keys"] == ["/conv", "/{key}"], shapes_of(secret)

    # A public place lowers what single rows show.
    public = [json.dumps({"conv": f"X9{i:08}", "place": "square"}).encode() for i in range(40)]
    assert [s["is"] for s in shapes_of(public)] == ["public"], shapes_of(public)
    closed = b'{"conv":"X900000000","place":"cellar"}'
    low = "--private-threshold", "0.1"
    assert 1 in messages_of([closed], *low) and 41 not in messages_of([*public, closed], *low), "it holds for all of the shape"


def same_bytes_with_shapes(folder, with_rules, records):
    def both(source, *options, stdin=b""):
        run("redact", source, "-o", folder / "out", "--report", folder / "f.jsonl", "--force", "--quiet", *with_rules, *options, stdin=stdin)
        return [(folder / n).read_bytes() for n in ("out", "f.jsonl", "f.jsonl.ledger.json")]

    rows = thin_rows()
    filler = [b'{"title":"Apples","body":"An apple is a fruit."}'] * 50
    tail = [b'{"conv":"X900000000","what":"see jo@example.com"}', b"not json", b"", *rows[:5], *filler]
    data = jsonl([*records[:200], *rows, *tail])
    (folder / "in.jsonl").write_bytes(data)
    expected = both(folder / "in.jsonl", "--threads", "1")
    assert b"shape.private" in expected[1]
    for threads in (1, 2, 8):
        for batch in ("1KiB", "4MiB"):
            got = both(folder / "in.jsonl", "--threads", threads, "--batch-bytes", batch)
            assert got == expected, f"{threads} threads, batches of {batch}"
    assert both("-", "--stdin-filename", "in.jsonl", stdin=data) == expected, "a pipe"
    # Many small files are in flight together, each with its own prefix.
    many = [folder / f"in{i}.jsonl" for i in range(20)]
    for i, file in enumerate(many):
        file.write_bytes(jsonl(rows[i:i + 25]))
    outs = {run("redact", *many, "--quiet", "--report", folder / "m.jsonl", "--force", "--threads", t, *with_rules)
            + (folder / "m.jsonl").read_bytes() for t in (1, 2, 8)}
    assert len(outs) == 1, "many small files"
    assert (folder / "m.jsonl").read_bytes().count(b'"message.origin"') == 20 * 25
    # A table of CSV is of one shape.
    table = b"conv,what\n" + b"".join(b"X9%08d,ok\n" % i for i in range(30))
    found = run("scan", "-", "--stdin-filename", "t.csv", "--format", "jsonl", "--quiet", *with_rules, stdin=table)
    assert found.count(b'"message.origin"') == 30, found.count(b'"message.origin"')


def promise_6_one_type_for_each_key(records):
    """Every key of a finding is always there, in one order, with one type: readers that guess a schema guess right."""
    types = {"schema": str, "file": str, "line": int, "id": str, "pointer": str, "part": str, "rule": str, "entity": str,
             "strength": str, "score": float, "reserved": bool, "embedded": bool, "cp_start": int, "cp_end": int, "byte_start": int,
             "byte_end": int, "raw_start": int, "raw_end": int, "action": str, "shape": str, "fingerprint": str, "region": str,
             "class": str, "platform": str, "policy": str, "policy_rule": str, "evidence": list, "hints": list}
    # An id of a number's digits, a key that looks like a number, a region that comes late: still strings.
    odd = [b'{"id":12,"7":"jo@example.com"}', b'{"id":"0012","t":"jo@example.com"}'] * 50 + [b'{"t":"call +41 44 234 56 78"}']
    for level in ("findings", "records"):
        found = findings_of(jsonl(odd + records), "--report-level", level, "--min-score", "0")
        assert {f["region"] for f in found[:100]} == {""} and "CH" in {f["region"] for f in found}
        for f in found:
            assert list(f) == list(types), f
            for key, kind in types.items():
                assert type(f[key]) is kind or (kind is float and type(f[key]) is int), (key, f)


def promise_6_fingerprints(records):
    """A fingerprint and a token are HMACs under keys of their own, as documented; without a key there is none."""
    value, key = "jo.lind@example.com", b"k" * 32
    data = json.dumps({"t": value.title()}).encode() + b"\n"

    def keyed(name):
        derived = hmac.new(key, name, hashlib.sha256).digest()
        return hmac.new(derived, b"EMAIL_ADDRESS\0" + value.encode(), hashlib.sha256).digest()

    letters = ""
    for group in (keyed(b"privet token v1")[:8], keyed(b"privet token v1")[8:16]):
        number = int.from_bytes(group, "big")
        for _ in range(10):
            letters += chr(ord("g") + number % 20)
            number //= 20
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "key")
        file.write_bytes(key + b"\n")
        file.chmod(0o600)
        assert findings_of(data)[0]["fingerprint"] == ""
        assert findings_of(data, "--key-file", file)[0]["fingerprint"] == "h1:" + keyed(b"privet report v1")[:16].hex()
        clean = run("redact", "-", "--operator", "DEFAULT=hash", "--key-file", file, "--quiet", stdin=data)
        assert clean == b'{"t": "<EMAIL_ADDRESS:' + letters.encode() + b'>"}\n', clean


def promise_6_no_values_in_reports(records):
    data = jsonl(records)
    plain = findings_of(data, "--show-values")
    values = {f["value"] for f in plain if len(f.get("value", "")) >= 8}
    assert len(values) > 200 // STEP
    with tempfile.TemporaryDirectory() as folder:
        key, ledger = pathlib.Path(folder, "key"), pathlib.Path(folder, "l")
        key.write_bytes(b"k" * 32)
        for fmt, level in itertools.product(("jsonl", "csv", "text"), ("findings", "records")):
            options = ["--format", fmt, "--report-level", level, "--key-file", key, "--ledger", ledger, "--force"]
            options += ["--explain"] if fmt == "text" else []
            done = subprocess.run([PRIVET, "scan", "-", *map(str, options)], input=data, capture_output=True, check=True)
            text = (done.stdout + done.stderr + ledger.read_bytes()).decode("utf-8")
            leaked = [v for v in values if v in text]
            assert not leaked, f"{fmt}, {level}: {len(leaked)} values are in the report"
            unkeyed = {hashlib.sha256(v.encode()).hexdigest()[:32] for v in values}
            assert not any(u in text for u in unkeyed), "an unkeyed hash"


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
    # Findings of a record are held until it is done: rows weigh twenty times what they tell of here.
    dense = b'{"t":"' + b"jo@example.com \\u00e9, " * (8_000_000 // 23) + b'"}\n'
    for report in ("f.jsonl", "f.jsonl.zst"):
        peak = peak_of(base + dense + base, "--max-findings-per-record", "1000000", report=report)
        assert peak <= (64 << 20) + 12 * len(dense), (report, peak, len(dense))
    # Numbers that a dozen rules may claim, with nothing that speaks for them and with a word for each.
    for piece in (b"12345678, ", b"my bsn is 123456782 now, ", b"4000000000000010 "):
        numbers = b'{"t":"' + piece * (8_000_000 // len(piece)) + b'"}\n'
        peak = peak_of(base + numbers + base)
        assert peak <= (64 << 20) + 12 * len(numbers), (piece, peak, len(numbers))
    over = b'{"t":"' + b"x" * (100 << 20) + b'"}\n'
    # What is over the limit is never held: with a limit of 1 MiB no record is larger.
    peak = peak_of(base + over + base, "--max-record-bytes", "1MiB")
    assert peak <= 64 << 20, peak
    assert record


FOUND = "1B4vmEWacZZQvGgSbjXwCtzNTV85xrH8H3"  # Base58Check of "nobody has this key!"


def rows_with_findings(count):
    """A finding each, in rows of few words: most are of another shape each, the rest are alike."""
    rng = random.Random(5)
    words = ["Al", "Beta", "gammaray", "DELTA", "x9", "epsilonlong", "12", "\u00e9\u00e9"]
    return [json.dumps({"text": f"{' '.join(rng.choices(words, k=14 * (n % 3 != 0)))} {FOUND}"}).encode() for n in range(count)]


def checked(folder, name, *options, verb=("check",), part="4GiB", exit_codes=(1,)):
    """Of a check of the file, or of `part` of it: peak resident bytes, CPU seconds, what it prints and says. Reserved values fail it, too."""
    code = ("import resource,sys; from subprocess import run; done=run(sys.argv[2:]); used=resource.getrusage(resource.RUSAGE_CHILDREN);"
            "open(sys.argv[1],'w').write(f'{used.ru_maxrss} {used.ru_utime+used.ru_stime}'); sys.exit(done.returncode)")
    done = subprocess.run([sys.executable, "-c", code, "used", PRIVET, *verb, "--threads", "2", "--fail-on", "default,reserved",
                           "--max-bytes", part, *options, name], cwd=folder, capture_output=True, check=False)
    assert done.returncode in exit_codes, f"{verb} {options}: exit {done.returncode}: {done.stderr.decode()[-300:]}"
    peak, seconds = pathlib.Path(folder, "used").read_text().split()
    return int(peak) * 1024, float(seconds), done.stdout, done.stderr.decode()


FORMATS = (("text",), ("jsonl", "--max-findings", "0"), ("sarif",), ("gitlab",))


def promise_7_check_bounded_memory(records):
    """A check keeps to it, in each of its formats: 300,000 findings, large records, what is over a limit."""
    count, limit = 300_000, 64 << 20
    rows = rows_with_findings(count)
    some = jsonl(rows[:50])
    many = ["--max-findings-per-record", "1000000"]
    with tempfile.TemporaryDirectory() as folder:
        def peaks_of(name, data, allowed, *options, exit_codes=(1,)):
            pathlib.Path(folder, name).write_bytes(data)
            for form in FORMATS:
                peak, _, out, said = checked(folder, name, "--format", *form, *options, exit_codes=exit_codes)
                assert peak <= allowed, f"{name}, {form[0]}: {peak >> 20} MiB of {allowed >> 20}"
                yield form[0], out, said

        for form, out, said in peaks_of("rows.json", b"[" + b",\n".join(rows) + b"]", limit):
            assert f" {count} findings fail" in said, said
            if form == "jsonl":
                assert len({json.loads(line)["id"] for line in out.splitlines()}) == count, "each has an id of its own"
        for name, record in (("text", b'{"t":"' + b"word jo@example.com \\u00e9 " * (LONG // 58) + b'"}\n'),
                             ("leaves", b'{"t":[' + b",".join([b'"jo@example.com"'] * (LONG // 40)) + b"]}\n"),
                             ("keys", b"{" + b",".join(b'"k%d@example.com":1' % n for n in range(LONG // 80)) + b"}\n")):
            for _ in peaks_of(f"{name}.jsonl", some + record + some, limit + 12 * len(record), *many):
                pass
        never_closed = b"a,b\n" + b"x,jo@example.com\n" * 50 + b'1,"' + b"word \n" * (1 << 21)
        for _ in peaks_of("never.csv", never_closed, limit, "--max-record-bytes", "1MiB"):
            pass
        # A line of 1 GB, in a file that is full of holes.
        for _ in peaks_of("long.jsonl", some, limit):
            pass
        with open(f"{folder}/long.jsonl", "r+b") as file:
            file.truncate(1_000_000_000)
            file.seek(0, os.SEEK_END)
            file.write(b"\n" + some)
        for form in FORMATS:
            for part in ("4GiB", "1MiB"):
                peak, _, _, said = checked(folder, "long.jsonl", "--format", *form, part=part)
                assert peak <= limit and "100 findings fail" in said, (peak, said)


def promise_7_baseline_bounded(records):
    """A baseline takes memory as its file is large, and time in proportion to the findings."""
    count = 100_000
    rows = rows_with_findings(count)
    with tempfile.TemporaryDirectory() as folder:
        small, large, file = (pathlib.Path(folder, name) for name in ("small.jsonl", "large.jsonl", "b.json"))
        small.write_bytes(jsonl(rows[:count // 16]))
        large.write_bytes(jsonl(rows))
        seconds = {}
        for name in (small, large):
            for verb, more in (("create", ["--force"]), ("update", [])):
                peak, seconds[verb, name], _, _ = checked(folder, name, "--baseline", file, *more, verb=("baseline", verb), exit_codes=(0,))
                assert peak <= (64 << 20) + 6 * file.stat().st_size, f"{verb}: {peak >> 20} MiB for {file.stat().st_size >> 20}"
        peak, _, _, said = checked(folder, large, "--baseline", file, exit_codes=(0,))
        assert f"{count} known" in said and peak <= (64 << 20) + 6 * file.stat().st_size, (peak, said)
        for verb in ("create", "update"):
            short, long = seconds[verb, small], seconds[verb, large]
            assert long < 40 * max(short, 0.05) + 0.5, f"{verb}: {short:.2f} s, of sixteen times the findings {long:.2f} s"
        # What is new, all at once.
        checked(folder, small, "--baseline", file, "--force", verb=("baseline", "create"), exit_codes=(0,))
        _, long, _, _ = checked(folder, large, "--baseline", file, "--yes", "--reason", "x", verb=("baseline", "update"), exit_codes=(0,))
        assert long < 40 * max(seconds["create", small], 0.05) + 0.5, f"update: {long:.2f} s"


def promise_7_linear_time_of_reports(_):
    """Rows of a report, too: their pointers are of any number of leaves and keys, each with a finding."""
    def leaves(size):
        return b'{"t":[' + b",".join([b'"jo@example.com"'] * (size // 19)) + b"]}\n"

    def keys(size):
        return b"{" + b",".join(b'"k%d@example.com":1' % n for n in range(size // 25)) + b"}\n"

    def cells(size):
        return b"a\n" + b"jo@example.com," * (size // 17) + b"\n"

    with tempfile.TemporaryDirectory() as folder:
        for make in (leaves, keys, cells):
            for options in ([], ["--keys", "skip"]):
                seconds = []
                for size in (1 << 17, 1 << 21):
                    name = f"{make.__name__}.{'csv' if make is cells else 'jsonl'}"
                    pathlib.Path(folder, name).write_bytes(make(size))
                    _, used, _, _ = checked(folder, name, "--max-findings-per-record", "1000000", *options, exit_codes=(0, 1))
                    seconds.append(used)
                short, long = seconds
                assert long < 40 * max(short, 0.05) + 0.5, f"{name} {options}: {short:.2f} s, of sixteen times the size {long:.2f} s"


def promise_7_linear_time(records):
    """Sixteen times the record takes about sixteen times as long, whatever it is made of."""
    pieces = ["a@", "@", "a.a@a.", "1-", "415 ", "4111 ", "+1 ", "a [at] ", "1.1.", "00:", "aa:bb:", "DE89 ", "<EMAIL_", "<", "&#64;", "%40",
              "\\u0040", "jo@example.com ", "https://", "u/", "é", "a\u0301", "\u200b", "http://a@", "\\n", "message-id: <",
              "bsn 123456782 ", "123456782,", "a,1\\n", "AB12 CDE ", "jo@example.com(Jo), "]  # the last: a name that only the second look at the record finds
    idle = seconds_of(b"{}\n")
    for piece in pieces:
        short, long = (seconds_of(b'{"t":"' + (piece * (size // len(piece.encode()))).encode() + b'"}\n') for size in (1 << 17, 1 << 21))
        assert long - idle < 40 * max(short - idle, 0.01) + 0.5, f"{piece!r}: {short:.2f} s, of sixteen times the size {long:.2f} s"


def promise_7_linear_time_of_messages(_):
    """Judging takes time in proportion too: transcripts of any size, and what only looks like one."""
    turn = "[03/02/2024, 14:0%d:11] Ida Lind: see you at the gate\\n[03/02/2024, 14:0%d:40] Odo Karr: yes, two minutes\\n"
    texts = [turn % (1, 2), "Ida Lind  2:05 PM\\nsee you\\n\\n", "03/02/2024, 14:05 - Ida: yes ", "1:00 ", "[1:00 ", "[1:00] ", "(1:00)", "1:00 - ",
             "[[", "Ida: x\\n", "2024-02-03 14:05:11 INFO: x\\n", "14:05\\tIda\\t", "14:05:11 From Ida to Odo(Direct Message) : x\\n",
             "On Mon, Feb 3, 2024 at 14:05 Ida <ida@example.com> wrote:\\n> ", "From: ida@example.com\\n", "<Media omitted>", "오후 2:05 "]
    judged = '{"is_im":true,"text":"'  # so that all of it is looked at

    def text_record(piece, size):
        return f'{judged}{piece * (size // len(piece.encode()))}"}}'.encode()

    def leaves(size):  # a long key above many leaves
        return b'{"is_im":true,"' + b"k" * (size // 4) + b'":[' + b",".join([b'"a b"'] * (size // 8)) + b"]}"

    def deep(size):
        return b'{"is_im":true,"messages":[' + b",".join([b'{"from":"Ida Lind","m":{"text":"see you"}}'] * (size // 44)) + b"]}"

    def string_of_json(size):
        return b'{"is_im":true,"payload":"[' + b",".join([b'{\\"from\\":\\"Ida\\"}'] * (size // 20)) + b']"}'

    makers = [(piece, lambda size, piece=piece: text_record(piece, size)) for piece in texts]
    makers += [(make.__name__, make) for make in (leaves, deep, string_of_json)]
    idle = seconds_of(b'{"is_im":true}\n')
    for name, make in makers:
        short, long = (seconds_of(make(size) + b"\n") for size in (1 << 17, 1 << 21))
        assert long - idle < 40 * max(short - idle, 0.01) + 0.5, f"{name!r}: {short:.2f} s, of sixteen times the size {long:.2f} s"


def seconds_of(data, *options):
    """CPU time of redacting."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run("redact", "-", "--quiet", "--threads", "1", "--max-findings-per-record", "10000000", *options, stdin=data)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def peak_of(data, *options, report="f.jsonl"):
    """Peak resident bytes of a redacting child that reads a file."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder, "in.jsonl")
        source.write_bytes(data)
        code = ("import resource,subprocess,sys; subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,stderr=subprocess.DEVNULL);"
                "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
        done = subprocess.run([sys.executable, "-c", code, PRIVET, "redact", str(source), "--report",
                               str(pathlib.Path(folder, report)), "--threads", "2", *options], capture_output=True, check=True)
        return int(done.stdout) * 1024


def promise_8_all_or_nothing(records):
    """Outputs appear whole at the end, or not at all; a temporary is private and does not stay."""
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        out, temporary = folder / "clean.jsonl", folder / ".clean.jsonl.privet-tmp"
        out.write_text("precious")
        whole = gzip.compress(jsonl(records), mtime=0)
        (folder / "cut.jsonl.gz").write_bytes(whole[:len(whole) // 2])
        (folder / "ok.jsonl").write_bytes(jsonl(records))
        run("redact", folder / "cut.jsonl.gz", "-o", out, "--report", folder / "f.jsonl", "--force", "--quiet", exit_codes=(2,))
        assert out.read_text() == "precious" and not (folder / "f.jsonl").exists()

        # Killed while it writes: the previous file stays, and the next run takes the temporary over.
        os.mkfifo(folder / "in")
        arguments = ["redact", folder / "in", "-o", out, "--report", folder / "f.jsonl", "--force", "--quiet", "--batch-bytes", "4096"]
        for ending in (signal.SIGKILL, signal.SIGTERM):
            it = subprocess.Popen([PRIVET, *map(str, arguments)])
            with open(folder / "in", "wb") as pipe:
                pipe.write(jsonl(records) * 20)
                pipe.flush()
                deadline = time.monotonic() + 30
                while (not temporary.exists() or temporary.stat().st_size == 0) and time.monotonic() < deadline:
                    time.sleep(0.02)
                assert stat.S_IMODE(temporary.stat().st_mode) == 0o600, oct(temporary.stat().st_mode)
                assert out.read_text() == "precious" and not (folder / "f.jsonl").exists(), "an output appeared before its end"
                it.send_signal(ending)
                it.wait()
            assert it.returncode == -ending, it.returncode
            assert out.read_text() == "precious" and not (folder / "f.jsonl").exists()
        assert not temporary.exists(), "a run that was told to end left its temporary"

        assert subprocess.run([PRIVET, "redact", "ok.jsonl", "-o", "clean.jsonl", "--quiet"], cwd=folder, stderr=subprocess.DEVNULL).returncode == 2
        assert out.read_text() == "precious", "overwritten without --force"
        subprocess.run(f"umask 027; '{PRIVET}' redact ok.jsonl -o clean.jsonl --report f.jsonl --force --quiet", shell=True, check=True, cwd=folder)
        assert out.read_bytes() == run("redact", folder / "ok.jsonl", "--quiet")
        for file in ("clean.jsonl", "f.jsonl", "f.jsonl.ledger.json"):
            assert stat.S_IMODE((folder / file).stat().st_mode) == 0o640, file
        refused = subprocess.run([PRIVET, "redact", "ok.jsonl", "-o", "./ok.jsonl", "--force"], cwd=folder, stderr=subprocess.PIPE)
        assert refused.returncode == 2 and (folder / "ok.jsonl").read_bytes() == jsonl(records), "the input was overwritten"

        # A folder: file by file. What is damaged is not there, what is whole is.
        (folder / "d").mkdir()
        (folder / "d/a.jsonl.gz").write_bytes(whole[:len(whole) // 2])
        (folder / "d/b.jsonl").write_bytes(jsonl(records))
        run("redact", folder / "d", "-o", folder / "o", "--quiet", exit_codes=(2, 3))
        assert [p.name for p in (folder / "o").iterdir()] == ["b.jsonl"] and (folder / "o/b.jsonl").read_bytes() == out.read_bytes()
        left = [str(p) for p in folder.rglob("*") if "privet-tmp" in p.name]
        assert not left, left


def main():
    global PRIVET, STEP
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("--sanitized", action="store_true", help="a sanitizer's own memory and time break promise 7: leave it out; every fourth record")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    PRIVET = str(args.privet.resolve())
    STEP = 4 if args.sanitized else 1
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    records = all_records()
    chosen = {name: check for name, check in sorted(checks.named(globals(), "promise_").items())
              if (not args.names or any(n in name for n in args.names)) and not (args.sanitized and "promise_7" in name)}
    return checks.run(chosen, lambda check: check(records))


if __name__ == "__main__":
    sys.exit(main())
