"""Checks corpora/private-messages/: what a labelled record may say, and whose ids it may hold.

The format is described in corpora/private-messages/README.md. heldout.jsonl was written
before any rule and may not change: its digest stands in that README. No text of it may
turn up in the other file, or it would judge what it taught.
"""

import collections
import hashlib
import json
import re

HELDOUT = "heldout.jsonl"
FILES = {"README.md", HELDOUT, "dev.jsonl", "probe.jsonl", "probe2.jsonl", "scores.tsv"}
FIELDS = ("id", "lang", "label", "class", "platform", "form", "tier", "path", "why", "record")

PRIVATE_CLASSES = set("dm_1to1 dm_group dm_inmail private_group private_email support".split())
CLASSES = {
    "private": PRIVATE_CLASSES,
    "embedded": PRIVATE_CLASSES,
    "not_private": set("""chatbot_log public_channel public_post mailing_list instruction synthetic_dialogue docs code
                          schema fixture news_quote fiction machine_log other""".split()),
}
PLATFORMS = set("""
linkedin slack teams skype google_chat hangouts zoom twitter facebook messenger instagram discord reddit whatsapp telegram
signal imessage sms line kakaotalk wechat viber snapchat tiktok matrix xmpp bluesky mastodon tinder nextdoor zendesk
intercom hubspot email irc generic
""".split())
FORMS = set("structure flat_text message conversation text_meta source_field csv mail".split())
# How strong the evidence of a private record is; how tempting one that is not.
TIERS = {"private": {"strong", "medium", "weak", "hard"}, "embedded": {"strong", "medium", "weak", "hard"},
         "not_private": {"none", "weak", "medium", "hard"}}

# Accounts and conversations have the form of an address and are none; a number in one is somebody's phone.
PHONE_ACCOUNT = re.compile(r"\b(\d+)@(?:s\.whatsapp\.net|c\.us)\b|\bwa\.me/(\d+)")
CONVERSATION = re.compile(r"\b[\d-]+@g\.us\b|\b\d+:[^\s\"'`]+@(?:unq\.gbl\.spaces|thread\.(?:v2|tacv2|skype))\b")
BARE_SUFFIX = re.compile(r"@(?:s\.whatsapp\.net|c\.us|g\.us|unq\.gbl\.spaces|thread\.(?:v2|tacv2|skype))\b")
# Machines of a service that write in a member's name.
SERVICE_SENDER = re.compile(
    r"\b(?:(?:inmail-)?hit-reply|messages-noreply|messaging-digest-noreply)@linkedin\.com\b"
    r"|\bnotifications@github\.com\b|\b[\w-]+@noreply\.github\.com\b", re.IGNORECASE)
# An id in data names an account somewhere, unless it says that it is made up.
ACCOUNT_ID = re.compile(
    r"\b(?:wxid|gh)_\w+|\bdid:plc:\w+|\blinkedin\.com/in/[\w-]+|\bACoA\w+|\b\d{17,20}\b"
    r"|\b[CDGTUW](?=[A-Z]*\d)[A-Z0-9]{8,}\b"
    r"|(?<![0-9a-fA-F])[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9a-fA-F])"
    r"|(?<![\w-])2-(?=\w*[A-Z])[\w-]{8,}")  # a LinkedIn thread
# In base64 too: ZmFrZ begins "fake", RVhBTVBM "EXAMPL".
MADE_UP_ID = re.compile(r"0{3}|example|ejemplo|exemplo|beispiel|eksempel|esempio|ZmFrZ|RVhBTVBM", re.IGNORECASE)
PLACEHOLDER = re.compile(r"[{}<>]|YOUR|\.\.\.|…")

LONG_TEXT = 40  # characters; shorter ones ("thank you") may well be written twice


def parse(path):
    """The labelled records of a file and what is wrong with its lines."""
    records, problems = [], []
    for number, line in enumerate(path.read_text(encoding="utf-8").rstrip("\n").split("\n"), 1):
        where = f"{path.name}:{number}"
        try:
            labelled = json.loads(line)
        except ValueError as error:
            problems.append(f"{where}: {error}")
            continue
        if not isinstance(labelled, dict) or set(labelled) != set(FIELDS):
            problems.append(f"{where}: the fields are not {', '.join(FIELDS)}")
        elif not all(isinstance(labelled[f], str) for f in FIELDS[:-1]):
            problems.append(f"{where}: a field other than record is no string")
        else:
            records.append(labelled)
    return records, problems


def check_labels(labelled):
    """What a record's label says that the format does not know."""
    label = labelled["label"]
    if label not in CLASSES:
        return [f"label {label!r}"]
    known = (("class", CLASSES[label]), ("tier", TIERS[label]), ("form", FORMS),
             ("platform", PLATFORMS | {""} if label == "not_private" else PLATFORMS))
    wrong = [f"{field} {labelled[field]!r} of a record that is {label}" for field, values in known
             if labelled[field] not in values]
    if not re.fullmatch(r"[a-z]{2}", labelled["lang"]):
        wrong.append(f"lang {labelled['lang']!r}")
    if not labelled["id"] or not labelled["why"].strip():
        wrong.append("no id, or no word on why it is here")
    if not isinstance(labelled["record"], dict) or not labelled["record"]:
        wrong.append("the record is no JSON object, or an empty one")
    return wrong


def check_ids(text, is_free_phone):
    """Accounts and conversations in a text that somebody may own, and the text without those that are none."""
    found = [m[0] for m in PHONE_ACCOUNT.finditer(text) if not is_free_phone(m[1] or m[2])]
    # Code and manuals write patterns: 19:{guid}_{guid}@unq.gbl.spaces, messaging/thread/2-YOUR-THREAD.
    found += [m[0] for pattern in (CONVERSATION, ACCOUNT_ID) for m in pattern.finditer(text)
              if not MADE_UP_ID.search(m[0]) and not PLACEHOLDER.search(m[0])]
    for pattern in (PHONE_ACCOUNT, CONVERSATION, SERVICE_SENDER, BARE_SUFFIX):
        text = pattern.sub(" ", text)
    return sorted(set(found)), text


def check(folder, strings, values, is_free_phone):
    """All records of the folder, and problems.

    `strings(record)` gives every text of a record, `values(text)` what in it may belong to
    somebody, `is_free_phone(digits)` whether nobody can own a number.
    """
    problems = [f"{p.name}: not a file of this folder" for p in sorted(folder.iterdir()) if p.name not in FILES]
    readme = (folder / "README.md").read_text(encoding="utf-8")
    if hashlib.sha256((folder / HELDOUT).read_bytes()).hexdigest() not in readme:
        problems.append(f"{HELDOUT}: the digest is not the one in its README.md; this file does not change")
    records = []
    ids, seen, texts = set(), {}, {}
    for path in sorted(folder.glob("*.jsonl")):
        found, wrong = parse(path)
        problems += wrong
        for labelled in found:
            name = f"{path.name}: {labelled['id']}"
            problems += [f"{name}: {w}" for w in check_labels(labelled)]
            if labelled["id"] in ids:
                problems.append(f"{name}: the id is used twice")
            ids.add(labelled["id"])
            same = seen.setdefault(json.dumps(labelled["record"], sort_keys=True), name)
            if same != name:
                problems.append(f"{name}: the same record as {same}")
            for text in strings({"path": labelled["path"], "why": labelled["why"], "record": labelled["record"]}):
                owned, rest = check_ids(text, is_free_phone)
                problems += [f"{name}: {v!r} may belong to somebody" for v in owned + values(rest)]
                if len(text) >= LONG_TEXT and " " in text and texts.setdefault(text, path.name) != path.name:
                    problems.append(f"{name}: {text[:LONG_TEXT]!r} also stands in {texts[text]}")
        records += found
    return records, problems


def report(records):
    labels = collections.Counter(r["label"] for r in records)
    tempting = sum(r["label"] == "not_private" and r["tier"] in ("medium", "hard") for r in records)
    print(f"private messages: {len(records)} records, " + " ".join(f"{k} {labels[k]}" for k in CLASSES) +
          f" ({tempting} tempting); {len({r['platform'] for r in records} - {''})} platforms, "
          f"{len({r['lang'] for r in records})} languages")
