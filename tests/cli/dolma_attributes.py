#!/usr/bin/env python3
"""What Dolma's mixer makes of documents and of our attributes beside them.

  dolma_attributes.py --privet build/release/privet                              by the oracle of dolma_mixer.py
  dolma_attributes.py --privet build/release/privet --dolma .../bin/dolma        by Dolma itself (PyPI: dolma)
"""
import argparse
import gzip
import itertools
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

sys.dont_write_bytecode = True
import checks  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
import dolma_mixer  # noqa: E402

PRIVET = DOLMA = None
# What Dolma 1.2.1 makes of spans; real_dolma_ asks it again.
WALKS = [
    ("plain", [], "plain"),
    ("\U0001F600\u00e9 e\u0301 bob@example.org ok", [[6, 21, 1]], "\U0001F600\u00e9 e\u0301 <REDACTED> ok"),
    ("to the end", [[3, 10, 1]], "to <REDACTED>"),
    ("touching", [[5, 8, 1], [0, 5, 1]], "<REDACTED><REDACTED>"),
    ("write to anna.meyer@example.org now", [[9, 19, 1], [9, 31, 1]], "write to <REDACTED>@example.org now"),
    ("abcdefgh", [[1, 4, 1], [3, 6, 1]], "a<REDACTED>efgh"),
    ("abcdef", [[3, 3, 1]], "abc<REDACTED>ef<REDACTED>"),
]
ANY = "privet__redact__any"
MARK = "\u00ab\u00bb"  # in no record
# Two rules whose findings overlap, and one that holds others whole.
RULES = """[[rule]]
id     = "test.left"
entity = "TEST_LEFT"
regex  = 'LL-\\d{4,6}-MM'
[[rule]]
id     = "test.right"
entity = "TEST_RIGHT"
regex  = '\\d{4,6}-MM-[a-z]{2,9}'
[[rule]]
id     = "test.whole"
entity = "TEST_WHOLE"
regex  = 'ref:[a-z0-9.@_-]{4,60}'
"""
PIECES = ["jo@example.com", "anna.meyer@example.org", "+1 415 555 0123", "4111 1111 1111 1111", "LL-123456-MM-abc", "1234-MM-xyz",
          "ref:anna.meyer@example.org", "ref:LL-1234-MM-q", "ref:jo@example.com.LL-12345-MM-rs", "127.0.0.1", "192.0.2.7", "Anna Meyer",
          "Dear Anna Meyer,\n", "\U0001F600", "e\u0301", "\u00e9", "\u200b", "\u200d", "\U0001F469\u200d\U0001F4BB", "\uff4a\uff4f@example.net",
          "j\u200bo@example.net", "\u4f8b", "\x00", "\t", '"', "\\", "/", " ", " ", ",", "<EMAIL_ADDRESS>", "x", "", "jo [at] example [dot] com",
          "a@example.com,b@example.com", "a@example.comLL-123456-MM-ab", "\u0130\u0307", "\ufb01", "DE89370400440532013000"]


def privet(*arguments, stdin=b"", codes=(0,)):
    done = subprocess.run([PRIVET, *map(str, arguments)], input=stdin, capture_output=True, timeout=600, check=False)
    assert done.returncode in codes, f"{arguments}: exit {done.returncode}: {done.stderr.decode()[-400:]}"
    return done.stdout


def json_string(text, rng):
    """As one of the many ways to write it."""
    out = []
    for character in text:
        how = rng.random()
        if character in '"\\' or character < " " or "\ud800" <= character <= "\udfff" or how < 0.1:
            for unit in character.encode("utf-16-be", "surrogatepass").hex(" ", 2).split():
                out.append("\\u" + (unit.upper() if how < 0.05 else unit))
        elif character == "/" and how < 0.5:
            out.append("\\/")
        else:
            out.append(character)
    return '"' + "".join(out) + '"'


def make_document(number, rng, lone):
    pieces = [*PIECES, "\ud83d", "\ude00x"] if lone else PIECES
    text = "".join(rng.choice(pieces) for _ in range(rng.randrange(0, 12)))
    if lone:  # halves that meet are whole
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
    ident = rng.choice([f'"d-{number}"', f'"\\u0064-{number}"', str(number), f"{number}.50", "null", "", f'{{"n":[{number},"}}]"]}}'])
    members = [f'"text"{rng.choice([":", " : "])}{json_string(text, rng)}', '"metadata":{"text":"jo@example.com","id":7}', '"source":"x"']
    if ident:
        members.append(f'{rng.choice(["", " "])}"{rng.choice(["id", chr(92) + "u0069d"])}":{ident}')
    rng.shuffle(members)
    return "{" + ",".join(members) + "}"


def make_documents(lone=False, count=1500):
    rng = random.Random(11)
    return "".join(make_document(n, rng, lone) + "\n" for n in range(count)).encode("utf-8")


def rules(folder):
    at = pathlib.Path(folder, "rules")
    at.mkdir(exist_ok=True)
    (at / "test.toml").write_text(RULES)
    return ["--rules", at]


def attributes_of(folder, documents, *options, codes=(0,)):
    return privet("scan", "-", "--format", "dolma", *rules(folder), *options, stdin=documents, codes=codes)


def without_marks(text, mark=re.escape(MARK)):
    """Of what is hidden, only where it was: two that touch may have been one."""
    return re.sub(f"(?:{mark})+", MARK, text)


def oracle_agrees_with_redact(folder):
    """What the mixer leaves of a text is what `privet redact` leaves of it."""
    for lone in (False, True):
        documents = make_documents(lone)
        style = ["--placeholder", "[~{entity}~]"]  # the same: it is the neighbour of what is left
        mixed = dolma_mixer.mix(documents, attributes_of(folder, documents, *style), [ANY], MARK, lone_surrogates=lone)
        redacted = privet("redact", "-", *rules(folder), *style, stdin=documents).splitlines()
        assert len(mixed) == len(redacted) == 1500
        changed = 0
        for document, line, before in zip(mixed, redacted, documents.splitlines()):
            expected = without_marks(json.loads(line)["text"], r"\[~[A-Z0-9_]+~\]")
            assert without_marks(document["text"]) == expected, f"{before!r}\nmixed    {document['text']!r}\nredacted {expected!r}"
            changed += MARK in document["text"]
        assert changed > 900, changed


def oracle_walks_as_dolma_does(_):
    """Of spans that overlap the rest of the longer one stays, and an empty one does harm: why attributes hold a union."""
    for text, spans, expected in WALKS:
        assert dolma_mixer.replace_spans(text, spans, "<REDACTED>") == expected, text


def oracle_leaks_without_merging(folder):
    """Spans of single entities, all handed to the mixer, leave pieces of findings readable; the union does not."""
    documents = make_documents()
    attributes = attributes_of(folder, documents)
    leaks = 0
    for line, found in zip(documents.splitlines(), map(json.loads, attributes.splitlines())):
        text, union = json.loads(line)["text"], found["attributes"][ANY]
        hidden = {i for begin, end, _ in union for i in range(begin, end)}
        raw = [span for key, spans in found["attributes"].items() if key.startswith("privet__entity__") for span in spans
               if hidden.issuperset(range(span[0], span[1]))]
        kept = "".join(c for i, c in enumerate(text) if i not in hidden)
        assert dolma_mixer.replace_spans(text, union, MARK).replace(MARK, "") == kept
        leaks += len(dolma_mixer.replace_spans(text, raw, MARK).replace(MARK, "")) > len(kept)
    assert leaks > 100, leaks


def oracle_spans_are_fit_to_walk(folder):
    """In order, disjoint, not empty, inside the text; and only keys that are told of."""
    documents = make_documents(lone=True)
    keys = set()
    for line, found in zip(documents.splitlines(), attributes_of(folder, documents).splitlines()):
        text = json.loads(line).get("text")
        for key, spans in json.loads(found)["attributes"].items():
            keys.add(key)
            assert re.fullmatch(r"privet__(redact__any|entity__[A-Z0-9_]+|record__PRIVATE_MESSAGE)", key), key
            assert spans or key == ANY
            ends = [0, *(end for _, end, _ in spans)]
            for (begin, end, score), before in zip(spans, ends):
                assert before <= begin < end <= len(text) and 0 <= score <= 1, (key, spans, text)
    assert {"privet__entity__" + e for e in ("EMAIL_ADDRESS", "TEST_LEFT", "TEST_WHOLE", "IP_ADDRESS", "PERSON")} <= keys, keys


def oracle_finds_what_scan_finds(folder):
    """Every finding of the report that stands in /text is in its key, and the summary counts the others."""
    documents = make_documents()
    report = [json.loads(line) for line in privet("redact", "-", "-o", "/dev/null", "--report", "/dev/stdout", "--format", "jsonl", "--operator",
                                                  "DEFAULT=replace", *rules(folder), stdin=documents).splitlines()]
    attributes = [json.loads(line)["attributes"] for line in attributes_of(folder, documents).splitlines()]
    elsewhere = 0
    for row in report:
        if row["pointer"] != "/text" or row["part"] != "value":
            elsewhere += 1
            continue
        spans = attributes[row["line"] - 1]["privet__entity__" + row["entity"]]
        assert any(b <= row["cp_start"] and row["cp_end"] <= e and s >= row["score"] for b, e, s in spans), row
        union = attributes[row["line"] - 1][ANY]
        hidden = any(b <= row["cp_start"] and row["cp_end"] <= e for b, e, _ in union)
        assert hidden or row["action"] == "keep", row
    said = subprocess.run([PRIVET, "scan", "-", "--format", "dolma", "--rules", os.path.join(folder, "rules")], input=documents,
                          capture_output=True, check=True).stderr.decode()
    assert re.search(rf"(?m)^{elsewhere:,} findings outside /text: not in the attributes$", said), (elsewhere, said)


def oracle_stops_at_what_was_not_scanned(folder):
    """A line for each line; where a record was withheld the mixer stops, whatever its id."""
    good = b'{"id":"a","text":"jo@example.com"}\n'
    bad = {b"{bad\n": 3, b'{"id":"x","text":"\xff"}\n': 3, b'{"id":null,"text":"' + b"x" * 4000 + b'"}\n': 3,
           b'{"text":"' + b"a@example.com " * 60 + b'"}\n': 3, b'{"text":' + b"[" * 2000 + b"]" * 2000 + b"}\n": 3, b"\n": 0, b" \t\r\n": 0}
    for line, code in bad.items():
        limits = ["--max-record-bytes", 3000, "--max-findings-per-record", 50]
        # The last line of a file may have no end.
        last = attributes_of(folder, good + line.rstrip(b"\n"), *limits, codes=(code,)).splitlines()
        assert [json.loads(one)["id"] for one in last] == ["a"] + [None] * (line != b"\n"), (line[:40], last)
        documents = good + line + good
        found = attributes_of(folder, documents, *limits, codes=(code,))
        lines = found.splitlines()
        assert len(lines) == 3 and lines[0] == lines[2] and json.loads(lines[1]) == {"id": None, "attributes": None}, (line[:40], found)
        if b"\xff" in line:  # it reads no further, by itself
            assert len(dolma_mixer.mix(documents, found, [ANY], MARK)) == 1
            continue
        try:
            dolma_mixer.mix(documents, found, [ANY], MARK)
        except dolma_mixer.Stopped:
            continue
        raise AssertionError(f"passed on: {line[:40]!r}")


def oracle_same_bytes_in_every_way(folder):
    """Threads, batches, the plain definitions, a pipe, a file, a folder, and what codec it all is in."""
    documents = make_documents(lone=True, count=600) + b"\n{bad\n" + make_documents(count=300)
    expected = attributes_of(folder, documents, codes=(3,))
    for threads, batch in itertools.product((1, 2, 8), (1, 997, 1 << 20)):
        assert attributes_of(folder, documents, "--threads", threads, "--batch-bytes", batch, codes=(3,)) == expected, (threads, batch)
    assert attributes_of(folder, documents, "--reference", codes=(3,)) == expected
    into = pathlib.Path(folder, "data/documents/deep")
    into.mkdir(parents=True)
    (into / "a.jsonl").write_bytes(documents)
    (into / "b.json.gz").write_bytes(gzip.compress(documents))
    subprocess.run(["zstd", "-q", into / "a.jsonl", "-o", into / "c.jsonl.zst"], check=True)
    out = pathlib.Path(folder, "data/attributes/privet")
    privet("scan", into.parent, "-o", out, "--format", "dolma", *rules(folder), codes=(3,))
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.*")) == ["deep/a.jsonl", "deep/b.json.gz", "deep/c.jsonl.zst"]
    assert (out / "deep/a.jsonl").read_bytes() == expected
    assert gzip.decompress((out / "deep/b.json.gz").read_bytes()) == expected
    assert subprocess.run(["zstd", "-dcq", out / "deep/c.jsonl.zst"], capture_output=True, check=True).stdout == expected


def readme_configuration():
    """The configuration of the mixer that README shows."""
    blocks = re.findall(r"(?m)(?:^ {4}.*\n)+", (HERE.parents[1] / "README.md").read_text(encoding="utf-8"))
    chosen = [block for block in blocks if "span_replacement" in block]
    assert len(chosen) == 1
    return json.loads(chosen[0])


def oracle_knows_the_configuration_of_readme(folder):
    """JSON, with our key and a layout that the mixer finds attributes by."""
    stream, = readme_configuration()["streams"]
    replace, = stream["span_replacement"]
    assert replace["span"] == "$.attributes." + ANY and stream["attributes"] == ["privet"]
    assert all("/documents/" in pattern for pattern in stream["documents"])
    documents = b'{"id":1,"text":"to jo@example.com now"}\n'
    mixed = dolma_mixer.mix(documents, attributes_of(folder, documents), [ANY], replace["replacement"], replace["min_score"])
    assert mixed == [{"id": 1, "text": f"to {replace['replacement']} now"}]


def run_dolma(folder, documents, attributes):
    """Dolma's own mixer on one file, as README configures it: what comes out, or None if it gives up."""
    data = pathlib.Path(folder, "data")
    shutil.rmtree(data, ignore_errors=True)
    for part, text in (("documents", documents), ("attributes/privet", attributes)):
        (data / part).mkdir(parents=True)
        if text is not None:
            (data / part / "00000.jsonl.gz").write_bytes(gzip.compress(text))
    configuration = pathlib.Path(folder, "mixer.json")
    configuration.write_text(json.dumps(readme_configuration()))
    # It would write a cache, and look for a file of nltk's on the network.
    env = dict(os.environ, HOME=str(folder), NLTK_DATA=str(folder), no_proxy="*")
    done = subprocess.run([DOLMA, "-c", configuration, "mix"], cwd=folder, env=env, capture_output=True, timeout=300, check=False)
    mixed = sorted((data / "mixed").glob("*.gz"))
    if done.returncode != 0 or not mixed:
        return None, done.stderr.decode()
    documents_out = [json.loads(line) for file in mixed for line in gzip.decompress(file.read_bytes()).splitlines()]
    for document in documents_out:
        document.get("metadata", {}).pop("provenance", None)
    return documents_out, done.stderr.decode()


def real_dolma_does_what_the_oracle_does(folder):
    documents = make_documents()
    attributes = attributes_of(folder, documents)
    mixed, said = run_dolma(folder, documents, attributes)
    replacement = readme_configuration()["streams"][0]["span_replacement"][0]["replacement"]
    expected = dolma_mixer.mix(documents, attributes, [ANY], replacement)
    assert mixed is not None and len(mixed) == len(expected), said[-600:]
    for got, want in zip(mixed, expected):
        assert got["text"] == want["text"] and got.get("id") == want.get("id"), (got, want)
    assert sum(replacement in d["text"] for d in mixed) > 900


def real_dolma_walks_as_the_oracle_does(folder):
    """Of what it does to each, also to what our attributes never hold."""
    documents = "".join(json.dumps({"id": i, "text": text}) + "\n" for i, (text, _, _) in enumerate(WALKS)).encode()
    attributes = "".join(json.dumps({"id": i, "attributes": {ANY: spans}}) + "\n" for i, (_, spans, _) in enumerate(WALKS)).encode()
    mixed, said = run_dolma(folder, documents, attributes)
    assert mixed is not None, said[-600:]
    assert [document["text"] for document in mixed] == [expected for _, _, expected in WALKS], mixed


def real_dolma_stops_where_a_record_was_withheld(folder):
    for ident in (b'"x"', b"null"):
        documents = b'{"id":"a","text":"jo@example.com"}\n{"id":' + ident + b',"text":"' + b"x" * 4000 + b'"}\n'
        attributes = attributes_of(folder, documents, "--max-record-bytes", 3000, codes=(3,))
        mixed, said = run_dolma(folder, documents, attributes)
        assert mixed is None and re.search("Missing attributes|Mismatched ids", said), (mixed, said[-600:])


def real_dolma_passes_on_what_has_no_attributes(folder):
    """Which is why a file that was not read makes the exit code 3."""
    documents = b'{"id":"a","text":"jo@example.com"}\n'
    mixed, said = run_dolma(folder, documents, None)
    assert mixed == [{"id": "a", "text": "jo@example.com", "metadata": {}}], (mixed, said[-600:])


def main():
    global PRIVET, DOLMA
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("--dolma", type=pathlib.Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    PRIVET, DOLMA = arguments.privet.resolve(), arguments.dolma
    chosen = {name: test for name, test in checks.named(globals(), "real_dolma_" if DOLMA else "oracle_").items()
              if not arguments.names or any(n in name for n in arguments.names)}
    return checks.run(chosen, checks.in_folder("privet-dolma-", str), (AssertionError, dolma_mixer.Stopped))


if __name__ == "__main__":
    sys.exit(main())
