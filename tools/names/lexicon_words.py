"""The name lists, the words of labelled text and the words beside this file: what the lexicon is made of."""

import collections
import lzma
import math
import re
import unicodedata

def open_text(path):
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")


def stem(path):
    return path.name.split(".jsonl")[0].split(".tsv")[0]


def sections(path):
    """{"org": [lines]} of a file of [org] headings and lines."""
    found, at = collections.defaultdict(list), None
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("[") and line.endswith("]"):
            at = line[1:-1]
        elif at is not None:
            found[at].append(line)
    return found


def name_lists(folder):
    """(kind, lang, [(name, count or None)]) of every list."""
    for path in sorted(folder.glob("*.tsv*")):
        if "." not in stem(path):
            continue  # MANIFEST, SOURCES
        kind, lang = stem(path).split(".")
        rows = []
        with open_text(path) as lines:
            next(lines)
            for line in lines:
                name, count, _ = line.rstrip("\n").split("\t")
                rows.append((name, int(count) if count else None))
        yield kind, lang, rows


# ---------------------------------------------------------------- words


def fold(word):
    return "".join(c if c == "ß" else unicodedata.normalize("NFC", c.casefold()) for c in word).replace("’", "'")


def without_accents(word):
    flat = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return flat.translate(str.maketrans("øłđıæœß", "oldiaos")) if flat != word or re.search("[øłđı]", word) else word


def grades_of(rows):
    """Grade of each name of a list: 3 for those that four bearers in five have, 2 for the next sixth, 1 for the rest."""
    counted = [(n, c) for n, c in rows if c]
    total = sum(c for _, c in counted)
    graded, so_far = [], 0
    for name, count in sorted(counted, key=lambda r: -r[1]):
        share = so_far / total
        graded.append((name, 3 if share < 0.80 else 2 if share < 0.96 else 1, count))
        so_far += count
    # A list without counts is short and of usual names.
    uncounted = [(n, 2 if len(rows) < 6000 else 1, 1) for n, c in rows if not c]
    return graded + uncounted


# Languages whose names are common in text of Latin letters; of the others' lists the usual names count less.
USUAL = "en de es fr nl it pt nb no da sv fi pl ro tr cs hu hr ru-Latn ar-Latn hi-Latn zh-Latn ja-Latn ko-Latn el-Latn ru uk".split()
MOST_UNUSUAL = 2
PERSONS = 0.01  # of all words of a text, more or less

PARTS = ["title", "suffix", "particle", "calendar", "greeting", "signoff", "org", "street", "kin", "speech", "role",
         "nationality", "place"]
SUFFIXES = "jr sr ii iii iv esq phd"
PARTICLES = ("van von der den de del della di da do dos das du la le el al bin ibn bint ben abu af av zu zum zur ter ten "
             "te y e st san santa mac mc ap op het d' l' dell' 't vom du des les lo")
NO_PARTICLES = "in on at an auf am im i o a"  # inside names seldom, between names and places often
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def plain_words(samples):
    """How often a word stands in lower case, and in how many records capitalised inside a sentence without being
    part of any name."""
    lower, capital, person = collections.Counter(), collections.Counter(), collections.Counter()
    for lang, record in samples:
        text = record["text"]
        named = [(e["start"], e["end"], e["label"]) for e in record["entities"]]
        for match in WORD.finditer(text):
            word = match.group()
            key = fold(word)
            inside = [label for a, b, label in named if a < match.end() and match.start() < b]
            if "PERSON" in inside:
                person[key] += 1
            elif word[0].islower():
                lower[key] += 1
            elif not inside and match.start() > 0 and text[match.start() - 1] == " " and text[match.start() - 2:].strip()[:1] not in ".!?":
                capital[key] += 1
    grades = {}
    for word, n in lower.items():
        rest = person[word]
        if n >= 300 and n > 10 * rest:
            grades[word] = 3
        elif n >= 12 and n > 3 * rest:
            grades[word] = 2
        elif n >= 3 and n > rest:
            grades[word] = 1
    for word, n in capital.items():
        if n >= 8 and person[word] == 0 and grades.get(word, 0) < 2:
            grades[word] = 2
        elif n >= 3 and person[word] == 0 and grades.get(word, 0) < 1:
            grades[word] = 1
    return grades, lower


def write_words(out, lists, samples, texts, most):
    given, family, weight = collections.Counter(), collections.Counter(), collections.Counter()
    share = {"given": collections.Counter(), "family": collections.Counter()}
    for kind, lang, rows in lists:
        if kind == "mixed":
            continue  # whole names, of one script; the gate of that script has its own list
        grades = given if kind == "given" else family
        total = sum(c for _, c in rows if c) or 1
        for name, grade, count in grades_of(rows):
            if lang not in USUAL:
                grade = min(grade, MOST_UNUSUAL)
            pieces = name.split()
            for piece in pieces:
                g = grade if len(pieces) == 1 else max(1, grade - 1)
                key = fold(piece).strip(".")
                if len(key) < 2 or len(key.encode()) > 40:
                    continue
                for spelling, less in ((key, 0), (without_accents(key), 1)):
                    value = max(1, g - (less if spelling != key else 0))
                    grades[spelling] = max(grades[spelling], value)
                    weight[spelling] = max(weight[spelling], value * 1e3 + math.log1p(count))
                    share[kind][spelling] = max(share[kind][spelling], count / total if count > 1 else 1e-6)
    lean = {}
    for word in weight:
        g, f = share["given"][word], share["family"][word]
        lean[word] = 0 if g + f < 2e-6 else 3 if g > 8 * f else 1 if f > 8 * g else 2
    plain, lower = plain_words(samples)
    # What is hardly ever a name where it is written, though some have it ("the", "will").
    all_lower = sum(lower.values())
    for word, grade in plain.items():
        named = PERSONS * max(share["given"][word], share["family"][word])
        if grade > 1 and named < 0.02 * lower[word] / all_lower:
            for grades in (given, family):
                grades[word] = min(grades[word], 1)
    part = {}
    for folder in texts:
        for path in sorted((folder / "words").glob("*.txt")):
            found = sections(path)
            for name in reversed(PARTS):
                for line in found.get(name, []):
                    for word in line.split():
                        part[fold(word)] = name
            for word in (w for line in found.get("common", []) for w in line.split()):
                plain[fold(word)] = max(plain.get(fold(word), 0), 2)
            for word in (w for line in found.get("ambiguous", []) for w in line.split()):
                plain[fold(word)] = min(max(plain.get(fold(word), 0), 1), 2)
        for path in sorted((folder / "slots").glob("*.txt")):
            found = sections(path)
            for slot, name in (("place", "place"), ("country", "place"), ("nationality", "nationality")):
                for line in found.get(slot, []):
                    words = line.split()
                    if len(words) == 1:
                        part.setdefault(fold(words[0]), name)
    for word in NO_PARTICLES.split():
        part.pop(word, None)
    for word in SUFFIXES.split():
        part[word] = "suffix"
    for word in PARTICLES.split():
        part[word] = "particle"
    must = set(plain) | set(part)
    rest = sorted((w for w in weight if w not in must), key=lambda w: (-weight[w], w))
    words = sorted(must) + rest[: max(0, most - len(must))]
    with open(out, "w", encoding="utf-8") as file:
        for word in words:
            file.write(f"{word}\t{given[word]}\t{family[word]}\t{plain.get(word, 0)}\t{part.get(word, '-')}\t{lean.get(word, 0)}\n")
    return len(words)
