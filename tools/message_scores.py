"""Scores the built program on corpora/private-messages/: which records it takes for private messages, and as what.

A record is a positive if its label is private or embedded. It counts as found if the
program makes a finding of either kind for it; whether that is the right kind, class and
platform is counted apart, of what was rightly found. Nothing here prints a record: the
held-out ones are read by the program alone.
"""

import collections
import concurrent.futures
import json
import math
import os
import subprocess
from dataclasses import dataclass

import marked_corpora

FOLDER = marked_corpora.CORPORA / "private-messages"
SCORES = FOLDER / "scores.tsv"
ALL = "all"
GROUPS = ("label", "platform", "form", "class", "tier")
COUNTS = ("records", "gold", "found", "true", "label_right", "class_right", "platform_right")
COLUMNS = ("file", "by", "value") + COUNTS
BINS = 10
RULES = {"message.origin": "private", "message.embedded": "embedded"}


@dataclass(frozen=True)
class Verdict:
    """What the program says of one record."""

    label: str = "not_private"
    message_class: str = ""
    platform: str = ""
    score: float = 0.0


def read(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def findings(records, program, *options):
    """The PRIVATE_MESSAGE findings of each record; one run for each path that records are said to come from."""
    found = [[] for _ in records]
    by_path = collections.defaultdict(list)
    for i, labelled in enumerate(records):
        by_path[labelled["path"]].append(i)

    def run(path):
        lines = "".join(json.dumps(records[i]["record"], ensure_ascii=False) + "\n" for i in by_path[path])
        command = [program, "scan", "-", "--entities", "PRIVATE_MESSAGE", "--format", "jsonl", "--input-format", "jsonl",
                   "--quiet", *options] + (["--stdin-filename", path] if path else [])
        done = subprocess.run(command, input=lines.encode(), capture_output=True, check=False)
        if done.returncode not in (0, 3):
            raise ValueError(f"{program} scan: exit code {done.returncode}: {done.stderr.decode()[-200:]}")
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, out in zip(by_path, pool.map(run, by_path)):
            for finding in out:
                if finding["rule"] in RULES:
                    found[by_path[path][finding["line"] - 1]].append(finding)
    return found


def verdict(hits):
    """The record's own classification before that of what is quoted in it; of those the surest."""
    if not hits:
        return Verdict()
    best = max(hits, key=lambda f: (f["rule"] == "message.origin", f["score"]))
    return Verdict(RULES[best["rule"]], best["class"], best["platform"], best["score"])


def is_gold(labelled):
    return labelled["label"] != "not_private"


def count(pairs):
    """The counts of [(labelled record, verdict)]."""
    row = dict.fromkeys(COUNTS, 0)
    for labelled, said in pairs:
        row["records"] += 1
        row["gold"] += is_gold(labelled)
        row["found"] += said.label != "not_private"
        if not is_gold(labelled) or said.label == "not_private":
            continue
        row["true"] += 1
        row["label_right"] += said.label == labelled["label"]
        row["class_right"] += said.message_class == labelled["class"]
        row["platform_right"] += said.platform == labelled["platform"]
    return row


def table(name, records, verdicts):
    pairs = list(zip(records, verdicts))
    rows = {(name, ALL, ALL): count(pairs)}
    for by in GROUPS:
        for value in sorted({r[by] for r in records}):
            rows[name, by, value or "-"] = count([p for p in pairs if p[0][by] == value])
    return rows


def ratio(part, whole):
    return part / whole if whole else math.nan


def show(rows, out):
    head = ("by", "value", "records", "gold", "found", "true", "P", "R", "F1", "label", "class", "platform")
    widths = (9, 19, 8, 6, 6, 6, 7, 7, 7, 7, 7, 9)
    name = None
    for (file, by, value), row in rows.items():
        if file != name:
            name = file
            out(f"\n{file}: label, class, platform: right, of what was rightly found")
            out("".join(h.ljust(w) if i < 2 else h.rjust(w) for i, (h, w) in enumerate(zip(head, widths))))
        p, r = ratio(row["true"], row["found"]), ratio(row["true"], row["gold"])
        figures = [p, r, ratio(2 * row["true"], row["found"] + row["gold"])]
        figures += [ratio(row[c], row["true"]) for c in ("label_right", "class_right", "platform_right")]
        cells = [by, value] + [str(row[c]) for c in COUNTS[:4]] + ["-" if math.isnan(f) else f"{f:.3f}" for f in figures]
        out("".join(c.ljust(w) if i < 2 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths))))


def reliability(records, scores):
    """By tenths of the score: how many records, their mean score, and the share that is private.

    Only records that are a message as a whole, or none: an embedded one has a score of its own.
    """
    bins = [[] for _ in range(BINS)]
    for labelled, score in zip(records, scores):
        if labelled["label"] != "embedded":
            bins[min(int(score * BINS), BINS - 1)].append((score, labelled["label"] == "private"))
    whole = [pair for pairs in bins for pair in pairs]
    error = sum(abs(sum(s for s, _ in b) - sum(p for _, p in b)) for b in bins) / max(len(whole), 1)
    brier = sum((s - p) ** 2 for s, p in whole) / max(len(whole), 1)
    return bins, error, brier


def share_of_private(records):
    """The prior at which a true score would be calibrated on these records, to three places."""
    private, other = (sum(r["label"] == label for r in records) for label in ("private", "not_private"))
    return round(private / max(private + other, 1), 3)


def show_reliability(name, records, scores, out):
    bins, error, brier = reliability(records, scores)
    out(f"\n{name}: the score at --prior {share_of_private(records):g}, the share of private records here")
    out(f"{'score':<12}{'records':>8}{'mean':>8}{'private':>9}")
    for i, pairs in enumerate(bins):
        if not pairs:
            continue
        mean, share = (sum(p[k] for p in pairs) / len(pairs) for k in (0, 1))
        out(f"{i / BINS:.1f} to {(i + 1) / BINS:.1f}  {len(pairs):>8}{mean:>8.3f}{share:>9.3f}")
    out(f"calibration error {error:.3f}, Brier score {brier:.3f}")


def score_files(program, files=None):
    """{file name: (records, verdicts)} of the corpora there are."""
    out = {}
    for path in files or sorted(FOLDER.glob("*.jsonl")):
        records = read(path)
        out[path.name] = records, [verdict(hits) for hits in findings(records, program)]
    return out


def scores_at_share(records, program):
    """At the prior that is right for them: the score of each record's own origin; a record that was not worth judging has 0."""
    hits = findings(records, program, "--prior", f"{share_of_private(records):g}", "--private-threshold", "0")
    return [max((f["score"] for f in of if f["rule"] == "message.origin"), default=0.0) for of in hits]


def text_table(rows):
    lines = ["\t".join(COLUMNS)]
    lines += ["\t".join([*key, *(str(row[c]) for c in COUNTS)]) for key, row in rows.items()]
    return "\n".join(lines) + "\n"


def parse_table(text):
    lines = text.splitlines()
    if not lines or tuple(lines[0].split("\t")) != COLUMNS:
        raise ValueError("private-messages/scores.tsv has other columns: run tools/eval --update")
    cells = [line.split("\t") for line in lines[1:]]
    return {tuple(c[:3]): dict(zip(COUNTS, map(int, c[3:]))) for c in cells}


def falls(now, before):
    """What got worse, one sentence each."""
    worse = []
    for key in {**before, **now}:
        name = "private messages, " + " ".join(key)
        old, new = before.get(key), now.get(key)
        if not old or not new or old["records"] != new["records"] or old["gold"] != new["gold"]:
            worse.append(f"{name}: the records are others than in scores.tsv; look at the table, then --update")
            continue
        alarms = [row["found"] - row["true"] for row in (old, new)]
        if alarms[1] > alarms[0]:
            worse.append(f"{name}: false alarms rose from {alarms[0]} to {alarms[1]}")
        for what in ("true", "label_right", "class_right", "platform_right"):
            if new[what] < old[what]:
                worse.append(f"{name}: {what} fell from {old[what]} to {new[what]} of {new['gold']}")
    return worse


def errors(records, verdicts):
    """What is not right, `id what`, for records that may be read."""
    out = []
    for labelled, said in zip(records, verdicts):
        wanted = (labelled["label"], labelled["class"], labelled["platform"])
        got = (said.label, said.message_class, said.platform)
        if labelled["label"] == "not_private" and said.label == "not_private":
            continue
        if wanted != got:
            out.append(f"{labelled['id']}\t{' '.join(wanted)}\t{' '.join(got).strip()}\t{said.score:.3f}")
    return out


def self_test(expect):
    """The scorer on verdicts made up for it."""
    def record(label, message_class="dm_1to1", platform="slack"):
        return {"label": label, "class": message_class, "platform": platform, "form": "message", "tier": "hard"}

    records = [record("private"), record("private"), record("embedded"), record("not_private", "docs", ""),
               record("not_private", "docs", "")]
    said = [Verdict("private", "dm_1to1", "slack", 0.9), Verdict(), Verdict("private", "dm_group", "teams", 0.8),
            Verdict("private", "dm_1to1", "slack", 0.7), Verdict()]
    rows = table("x", records, said)
    expect("message counts", list(rows["x", ALL, ALL].values()), [5, 3, 3, 2, 1, 1, 1])
    expect("alarms by class", list(rows["x", "class", "docs"].values()), [2, 0, 1, 0, 0, 0, 0])
    expect("no platform", rows["x", "platform", "-"]["records"], 2)
    expect("the same is no fall", falls(rows, parse_table(text_table(rows))), [])
    better = table("x", records, [said[0], said[0], *said[2:]])
    expect("a miss is a fall", any("true fell" in w for w in falls(rows, better)), True)
    expect("better is no fall", falls(better, rows), [])
    quiet = table("x", records, [*said[:3], Verdict(), Verdict()])
    expect("an alarm is a fall", any("false alarms rose from 0 to 1" in w for w in falls(rows, quiet)), True)
    expect("another corpus is told", any("others" in w for w in falls(table("x", records[:4], said[:4]), rows)), True)
    expect("message errors", len(errors([dict(r, id=str(i)) for i, r in enumerate(records)], said)), 3)
    bins, error, brier = reliability(records, [0.95, 0.05, 0.5, 0.95, 0.0])
    expect("bins", [len(b) for b in bins], [2, 0, 0, 0, 0, 0, 0, 0, 0, 2])
    expect("the share of private ones", share_of_private(records), 0.5)
    expect("calibration", [round(error, 4), round(brier, 4)], [round((0.9 + 0.95) / 4, 4), round((0.05**2 + 2 * 0.95**2) / 4, 4)])
    origin, quoted = ({"rule": rule, "class": "c", "platform": "p", "score": score}
                      for rule, score in (("message.origin", 0.6), ("message.embedded", 0.9)))
    expect("the record comes before what is in it", verdict([quoted, origin]).label, "private")
    expect("what is quoted", verdict([quoted]).label, "embedded")
