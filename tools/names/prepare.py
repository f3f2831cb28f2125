"""Prepares what privet_train reads: a word list and labelled text.

Called by tools/train; see there. Everything is made from three things: the name lists and labelled text of the data
folder, and the templates, fillers and words beside this file. Random choices are seeded: the same input, the same bytes.
"""

import argparse
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True
from fill_templates import Expander, Names  # noqa: E402
from lexicon_words import name_lists, open_text, sections, stem, write_words  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
SEED = 20261130

# ---------------------------------------------------------------- copies of the labelled text


def rebuilt(text, entities, change):
    """The text with each entity's text replaced by change(entity, text of it), and the entities where they are now."""
    out, spans, at = [], [], 0
    size = 0
    for e in sorted(entities, key=lambda e: (e["start"], -e["end"])):
        if e["start"] < at:
            continue  # inside another
        out.append(text[at:e["start"]])
        size += e["start"] - at
        new = change(e, text[e["start"]:e["end"]])
        spans.append({"start": size, "end": size + len(new), "label": e["label"]})
        out.append(new)
        size += len(new)
        at = e["end"]
    out.append(text[at:])
    return {"text": "".join(out), "entities": spans}


def swapped(record, lang, names, rng):
    table = {}  # the same word gets the same other word: a record stays one story

    def change(e, text):
        if e["label"] != "PERSON":
            return text
        words = text.split(" ")
        new = []
        for i, word in enumerate(words):
            plain = word.strip(".")
            if len(plain) < 3 or not plain[0].isupper() or not plain.isalpha():
                new.append(word)
                continue
            if plain not in table:
                table[plain] = names.given(lang, rng) if i + 1 < len(words) else names.family(lang, rng) if len(words) > 1 or rng.random() < 0.7 else names.given(lang, rng)
            other = table[plain]
            new.append(word.replace(plain, other.upper() if plain.isupper() and len(plain) > 2 else other))
        return " ".join(new)

    return rebuilt(record["text"], record["entities"], change)


def cased(record, case):
    """Only where the length in characters stays: else the spans would be wrong."""
    text = case(record["text"])
    return {"text": text, "entities": record["entities"]} if len(text) == len(record["text"]) else None


# ---------------------------------------------------------------- main


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--texts", type=pathlib.Path, nargs="*", default=[HERE])
    parser.add_argument("--words", type=int, default=380_000)
    parser.add_argument("--leave-out", action="append", default=[], help="a set that is not read; repeatable")
    parser.add_argument("--each", type=int, default=4, help="times each template is filled in")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    lists = list(name_lists(options.data / "names"))
    names = Names(lists)
    samples, sets = [], {}
    for path in sorted((options.data / "ner" / "train").glob("*.jsonl*")):
        if path.name.split(".")[0] in options.leave_out:
            continue
        with open_text(path) as lines:
            records = [json.loads(line) for line in lines]
        sets[stem(path)] = records
        samples += [(stem(path).split(".")[1], r) for r in records]

    def write(name, records):
        with open(options.out / f"{name}.jsonl", "w", encoding="utf-8") as file:
            for r in records:
                file.write(json.dumps({"text": r["text"], "entities": [{k: e[k] for k in ("start", "end", "label")} for e in r["entities"]]}, ensure_ascii=False) + "\n")

    for name, records in sets.items():
        rng = random.Random(f"{SEED} {name}")
        origin, lang = name.split(".")
        write(name, records)
        write(f"{origin}+swap.{lang}", [swapped(r, lang, names, rng) for r in records if rng.random() < 0.5 and any(e["label"] == "PERSON" for e in r["entities"])])
        for kind, case, often in (("lower", str.lower, 0.25), ("upper", str.upper, 0.08), ("title", str.title, 0.04)):
            chosen = [cased(r, case) for r in records if rng.random() < often]
            write(f"{origin}+{kind}.{lang}", [r for r in chosen if r])
    for folder in options.texts:
        for path in sorted((folder / "templates").glob("*.txt")):
            lang = path.stem.split(".")[-1]  # "neg.de": text without names
            rng = random.Random(f"{SEED} templates {path.stem}")
            own = folder / "slots" / f"{lang}.txt"
            fillers = sections(own if own.exists() else folder / "slots" / "en.txt")
            expander = Expander(lang, fillers, names, rng)
            lines = [l for l in path.read_text(encoding="utf-8").splitlines() if l.strip() and not l.startswith("#")]
            times = 1 if path.stem.startswith("neg.") else options.each
            write(f"templates.{path.stem}", [expander.expand(l) for l in lines for _ in range(times)])
    count = write_words(options.out / "words.tsv", lists, samples, options.texts, options.words)
    print(f"{count} words, {sum(len(r) for r in sets.values())} records")


if __name__ == "__main__":
    main()
