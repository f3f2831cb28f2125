"""What Dolma's mixer does with documents and attributes: an oracle, from how it behaves (dolma 1.2.1).

It goes through both files line by line and stops where ids differ or a line has no attributes; in a document's text it
replaces the spans of the keys that it was told, counted in code points, with one span at a time.
"""
import json


class Stopped(Exception):
    """The mixer gives up the shard, and nothing of it is written."""


def read_value(line, lone_surrogates):
    """A JSON value as the mixer's parser takes it; `lone_surrogates`: also what it would stop at."""
    def refuse(word):
        raise Stopped(f"{word} is not JSON")
    try:
        value = json.loads(line, parse_constant=refuse)
    except (ValueError, RecursionError) as problem:  # it goes 128 levels down
        raise Stopped(str(problem)) from None
    if not lone_surrogates and any("\ud800" <= c <= "\udfff" for c in json.dumps(value, ensure_ascii=False)):
        raise Stopped("a lone surrogate")
    return value


def member(value, name):
    """null where there is none, and where there is no object."""
    return value.get(name) if isinstance(value, dict) else None


def same(a, b):
    """Equal as JSON: 1 is neither true nor 1.0."""
    return json.dumps(a, sort_keys=True) == json.dumps(b, sort_keys=True)


def replace_spans(text, spans, replacement):
    """The text with its spans replaced, as the mixer's walk has it. `{}` in the replacement is what stood there."""
    spans = sorted(spans, key=lambda span: span[0])
    out, at, begin = [], 0, 0
    for i, character in enumerate(text):
        if at == len(spans):
            out.append(text[i:])
            break
        start, end = spans[at][:2]
        if i == start:
            begin = i
        if start <= i < end:
            continue
        if i == end:
            out.append(replacement.replace("{}", text[begin:i]))
            # Behind the end of a span all are done with that began before, wherever they end.
            while at < len(spans) and spans[at][0] < i:
                at += 1
        if at < len(spans) and spans[at][0] == i:
            begin = i
        else:
            out.append(character)
    else:
        if at < len(spans):
            out.append(replacement.replace("{}", text[begin:]))
    return "".join(out)


def mix(documents, attributes, keys, replacement, min_score=0.0, lone_surrogates=False):
    """The documents as they come out. `attributes` is None if there is no such file: no reason to stop, nor are too few
    lines. Both are bytes; `keys` are those of span_replacement."""
    out = []
    beside = (attributes or b"").splitlines()
    for i, line in enumerate(documents.split(b"\n")[:documents.count(b"\n") + (not documents.endswith(b"\n"))]):
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            break  # what follows is not read, and that is all that happens
        document = read_value(text, lone_surrogates)
        found = {}
        if i < len(beside):
            line_of_attributes = read_value(beside[i].decode("utf-8"), lone_surrogates)
            if not same(member(line_of_attributes, "id"), member(document, "id")):
                raise Stopped(f"line {i + 1}: ids differ")
            found = member(line_of_attributes, "attributes")
            if not isinstance(found, dict):
                raise Stopped(f"line {i + 1}: no attributes")
        spans = [span for key in keys for span in found.get(key, []) if span[2] >= min_score]
        for start, end, score in spans:
            assert isinstance(start, int) and isinstance(end, int) and not isinstance(score, bool), "the mixer panics"
        if not isinstance(document, dict) or not isinstance(document.get("text"), str):
            raise Stopped(f"line {i + 1}: no text; the mixer panics")
        document["text"] = replace_spans(document["text"], spans, replacement)
        out.append(document)
    return out
