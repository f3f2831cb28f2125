"""Reads the labelled records of corpora/: what is scanned, and what should be found.

A gold span is written in place, `⟦EMAIL_ADDRESS:jo@example.com⟧`. Markers are cut
out of the raw text of "record", never out of decoded text, so that escapes stay as
they are and a span is known in raw bytes without anybody counting them.
The format is described in corpora/README.md.
"""

import json
import pathlib
import re
from dataclasses import dataclass, field

import identifier_checks

# Every file marks these, but PERSON.
COMMON = (
    "EMAIL_ADDRESS", "PHONE_NUMBER", "IP_ADDRESS", "MAC_ADDRESS", "SOCIAL_PROFILE",
    "USER_HANDLE", "CREDIT_CARD", "IBAN_CODE", "US_SSN", "PERSON",
)
ENTITIES = COMMON + identifier_checks.ENTITIES + identifier_checks.UNSEEN_ENTITIES
# Written later, by a hand that had not seen the rules: scored apart, with tools/eval --unseen.
UNSEEN = "identity-unseen.jsonl"
# Entities that some files mark. The others may hold such values too, unmarked, and are not judged by them.
MARKED_ONLY_IN = (
    {"PERSON": ("person.jsonl",)}
    | dict.fromkeys(identifier_checks.ENTITIES, ("identity.jsonl", UNSEEN))
    | dict.fromkeys(identifier_checks.UNSEEN_ENTITIES, (UNSEEN,))
)

ROOT = pathlib.Path(__file__).resolve().parent.parent
CORPORA = ROOT / "corpora"
# Records without markers: the quickstart's input, not gold.
UNMARKED = {"sample.jsonl"}

_MARKER = re.compile(r"⟦([^:⟦⟧]*):([^⟦⟧]*)⟧")
_SPACE = re.compile(r"[ \t\r\n]*")
_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')


class CorpusError(Exception):
    """A line of a corpus that cannot be used; the message says which and why."""


@dataclass
class Leaf:
    """One key, string or other scalar of a record; [start, end) as in Gold, quotes not counted."""

    pointer: str
    part: str  # "value" or "key"
    kind: str  # "string", "number" or "word"
    start: int
    end: int


@dataclass(frozen=True)
class Gold:
    """One span that should be found, in bytes from the start of the record's raw text."""

    entity: str
    start: int
    end: int
    pointer: str
    text: str  # raw: escapes as they stand


@dataclass
class Labelled:
    """One line of a corpus."""

    id: str
    lang: str
    kind: str
    note: str
    near: list  # entities that the record only seems to hold
    raw: str  # what is scanned: the record's raw text without markers
    gold: list = field(default_factory=list)
    entities: tuple = ENTITIES  # what is marked wherever it stands


def members(line):
    """The top-level members of a JSON object: {name: (value, raw text of the value)}."""
    decoder = json.JSONDecoder()
    found = {}
    at = _SPACE.match(line, 0).end()
    if line[at:at + 1] != "{":
        raise ValueError("not a JSON object")
    at = _SPACE.match(line, at + 1).end()
    while line[at:at + 1] != "}":
        name, at = decoder.raw_decode(line, at)
        at = _SPACE.match(line, at).end()
        if line[at:at + 1] != ":":
            raise ValueError("a colon is missing")
        start = _SPACE.match(line, at + 1).end()
        value, at = decoder.raw_decode(line, start)
        found[name] = (value, line[start:at])
        at = _SPACE.match(line, at).end()
        if line[at:at + 1] == ",":
            at = _SPACE.match(line, at + 1).end()
    if line[at + 1:].strip():
        raise ValueError("text behind the object")
    return found


def strip_markers(marked):
    """The raw text without markers, and [(entity, start, end, text)] in its bytes."""
    plain = []
    spans = []
    size = 0
    last = 0
    for hit in _MARKER.finditer(marked):
        before = marked[last:hit.start()]
        size += len(before.encode())
        length = len(hit[2].encode())
        spans.append((hit[1], size, size + length, hit[2]))
        plain += [before, hit[2]]
        size += length
        last = hit.end()
    plain.append(marked[last:])
    text = "".join(plain)
    if "⟦" in text or "⟧" in text:
        raise ValueError("a marker is not closed, or nested")
    return text, spans


def leaves(raw):
    """Every key and scalar of a JSON text, in document order, with its place in bytes."""
    found = []
    offsets = [0]
    for c in raw:
        offsets.append(offsets[-1] + len(c.encode()))

    def skip(at):
        return _SPACE.match(raw, at).end()

    def escaped(name):
        return name.replace("~", "~0").replace("/", "~1")

    def walk(at, pointer):
        at = skip(at)
        if raw[at] == "{":
            at = skip(at + 1)
            while raw[at] != "}":
                key = _STRING.match(raw, at)
                below = f"{pointer}/{escaped(json.loads(key[0]))}"
                found.append(Leaf(below, "key", "string", offsets[at + 1], offsets[key.end() - 1]))
                at = skip(walk(skip(key.end()) + 1, below))
                at = skip(at + 1) if raw[at] == "," else at
            return at + 1
        if raw[at] == "[":
            at = skip(at + 1)
            index = 0
            while raw[at] != "]":
                at = skip(walk(at, f"{pointer}/{index}"))
                index += 1
                at = skip(at + 1) if raw[at] == "," else at
            return at + 1
        if raw[at] == '"':
            end = _STRING.match(raw, at).end()
            found.append(Leaf(pointer, "value", "string", offsets[at + 1], offsets[end - 1]))
            return end
        number = _NUMBER.match(raw, at)
        end = number.end() if number else at + re.match(r"[a-z]+", raw[at:]).end()
        found.append(Leaf(pointer, "value", "number" if number else "word", offsets[at], offsets[end]))
        return end

    walk(0, "")
    return found


def parse_line(line):
    """A Labelled from one line of a corpus; ValueError says what is wrong with it."""
    parts = members(line)
    for name in ("id", "lang", "kind", "record"):
        if name not in parts:
            raise ValueError(f'"{name}" is missing')
    raw, spans = strip_markers(parts["record"][1])
    json.loads(raw)
    places = leaves(raw)
    gold = []
    for entity, start, end, text in spans:
        inside = [p for p in places if p.kind == "string" and p.start <= start and end <= p.end]
        if not inside:
            raise ValueError(f"a marker of {entity} is not inside one string")
        gold.append(Gold(entity, start, end, inside[0].pointer, text))
    for item in parts.get("gold", ([], ""))[0]:
        hit = [p for p in places if p.pointer == item["pointer"] and p.kind == "number"]
        if len(hit) != 1:
            raise ValueError(f'"gold" names {item["pointer"]}, which is not one number')
        text = raw.encode()[hit[0].start:hit[0].end].decode()
        gold.append(Gold(item["entity"], hit[0].start, hit[0].end, hit[0].pointer, text))
    for g in gold:
        if g.entity not in ENTITIES:
            raise ValueError(f"unknown entity {g.entity}")
        if g.start == g.end:
            raise ValueError(f"an empty marker of {g.entity}")
    near = parts.get("near", ([], ""))[0]
    for entity in near:
        if entity not in ENTITIES:
            raise ValueError(f'unknown entity {entity} in "near"')
    value = {name: part[0] for name, part in parts.items()}
    return Labelled(value["id"], value["lang"], value["kind"], value.get("note", ""), near, raw, gold)


def files(folder=CORPORA):
    """The marked corpora, by name."""
    return [p for p in sorted(folder.glob("*.jsonl")) if p.name not in UNMARKED]


def read(paths):
    """Every Labelled of the files, in order; CorpusError for the first bad line."""
    records = []
    for path in paths:
        entities = tuple(e for e in ENTITIES if path.name in MARKED_ONLY_IN.get(e, (path.name,)))
        for number, line in enumerate(path.read_bytes().decode().split("\n"), 1):
            if not line:
                continue
            try:
                record = parse_line(line)
                stray = {g.entity for g in record.gold}.union(record.near).difference(entities)
                if stray:
                    raise ValueError(f"{', '.join(sorted(stray))} is not marked in this file")
                record.entities = entities
                records.append(record)
            except ValueError as error:
                raise CorpusError(f"{path.name}:{number}: {error}") from None
    return records
