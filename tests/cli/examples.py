#!/usr/bin/env python3
"""Every example that help shows does what it says: three or four to a verb, each run in a folder that has what it names.

  examples.py --privet build/release/privet
"""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

RECORDS = ('{"id":"a","text":"write to jo@example.com now","messages":[{"content":"call +1 415 555 0123"}]}\n'
           '{"id":"b","text":"customer ACME-123456, host 192.0.2.1","messages":[]}\n')
CHATS = ('{"t":"nothing here"}\n{"channel":"D04EXAMPLE1","user":"U04EXAMPLE1","ts":"1710178931.000100","type":"message",'
         '"text":"see you at six","client_msg_id":"6f1c1b1e-0000-4000-8000-000000000001"}\n')
RULE = """[[rule]]
id     = "acme.customer"
entity = "CUSTOMER_NUMBER"
regex  = '\\bACME-\\d{6}\\b'
"""
GOLD = '{"lang":"en","record":{"text":"write to ⟦EMAIL_ADDRESS:jo@example.com⟧ now"}}\n'
SPANS = ('{"text":"é jo@example.com","spans":[{"start":2,"end":16,"label":"EMAIL"}]}\n'
         '{"full_text":"Dear Jane Roe,","spans":[{"start_position":5,"end_position":13,"entity_type":"PER"}]}\n')
# What an example must say or write, besides ending well.
SAYS = {
    "privet scan corpus/ --count": r"EMAIL_ADDRESS +1\b",
    "privet scan chats.jsonl --entities PRIVATE_MESSAGE --explain": r"PRIVATE_MESSAGE",
    "privet redact chats.jsonl -o clean.jsonl --private-messages quarantine --quarantine private.jsonl": r"1 quarantined",
    "privet eval gold.jsonl --by lang": r"(?m)^EMAIL_ADDRESS +lang=en +1 +1 +1 +1\.000",
    "privet eval spans.jsonl --map EMAIL=EMAIL_ADDRESS --map PER=PERSON": r"(?m)^all +2 +2 +2 +1\.000",
    "privet rules show email.address": r"(?m)^email\.address",
    "privet config show redact --operator PERSON=number": r'(?m)^operator = \["PERSON=number"\] +# typed$',
    "privet rules check --rules rules acme.customer": r"1 rules checked, 0 with problems",
}
# A shell other than bash, and what an example cannot have of this machine.
SHELLS = {"fish": ["fish", "--no-config", "-c"], "zsh": ["zsh", "-fc"]}
STAND_INS = {"sudo": '#!/bin/sh\ncat >/dev/null\n', "man": '#!/bin/sh\ncat >/dev/null\n'}


def help_of(privet, verb):
    return subprocess.run([privet, *verb, "--help"], capture_output=True, text=True, check=True).stdout


def verbs(privet, above=()):
    yield above
    listed = help_of(privet, above).split("\nVerbs:\n")
    if len(listed) == 2:
        for name in re.findall(r"(?m)^  (\S+)", listed[1].split("\n\n")[0]):
            yield from verbs(privet, (*above, name))


def examples(privet, verb):
    text = help_of(privet, verb)
    if "\nExamples:\n" not in text:
        return []
    return re.findall(r"(?m)^      (.*)\n?", text.split("\nExamples:\n")[1])


def prepare(privet, folder):
    (folder / "corpus").mkdir()
    (folder / "corpus/x.jsonl").write_text(RECORDS)
    (folder / "corpus.jsonl").write_text(RECORDS)
    (folder / "data/documents").mkdir(parents=True)
    (folder / "data/documents/x.jsonl").write_text(RECORDS)
    (folder / "chats.jsonl").write_text(CHATS)
    (folder / "gold.jsonl").write_text(GOLD)
    (folder / "spans.jsonl").write_text(SPANS)
    (folder / "rules").mkdir()
    (folder / "rules/acme.toml").write_text(RULE)
    subprocess.run(["zstd", "-q", folder / "corpus.jsonl", "-o", folder / "shard.jsonl.zst"], check=True)
    (folder / "ledgers").mkdir()
    subprocess.run([privet, "scan", "corpus/x.jsonl", "--quiet", "--ledger", "ledgers/x.json"], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)
    for place in ("zfunc", "config/fish/completions", "local/share/bash-completion/completions"):
        (folder / f".{place}").mkdir(parents=True)
    (folder / ".privet-key").write_text("a key of sixteen bytes or more\n")
    (folder / ".privet-key").chmod(0o600)
    for command in (["git", "init", "-q"], ["git", "add", "corpus", "corpus.jsonl"]):
        subprocess.run(command, cwd=folder, check=True)
    for name, script in STAND_INS.items():
        (folder / name).write_text(script)
        (folder / name).chmod(0o755)


def shell_of(command):
    """Most are for any shell. These are for one."""
    if "| source" in command:
        return "fish"
    return "zsh" if command == "source <(privet completion zsh)" else None


def run(privet, command):
    """What is wrong with it, or nothing."""
    shell = shell_of(command)
    if shell and not shutil.which(shell):
        return None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prepare(privet, folder)
        env = dict(os.environ, PATH=f"{folder}:{privet.parent}:{os.environ['PATH']}", HOME=name, LC_ALL="C.UTF-8")
        if re.search(r"privet baseline (update|prune|show)", command):
            subprocess.run([privet, "baseline", "create", "-q"], cwd=folder, env=env, check=True)
        start = SHELLS.get(shell, ["bash", "-euo", "pipefail", "-c"])
        text = "autoload -U compinit; compinit -u -D; " + command if shell == "zsh" else command
        done = subprocess.run([*start, text], cwd=folder, env=env, stdin=subprocess.DEVNULL, capture_output=True, text=True,
                              timeout=120, check=False)
        said = done.stdout + done.stderr
        if done.returncode != 0:
            return f"exit {done.returncode}: {said[-400:]}"
        if command in SAYS and not re.search(SAYS[command], said):
            return f"does not say {SAYS[command]}: {said[-400:]}"
        for word in re.findall(r"(?:-o|>|--report|--quarantine|--into) ([~\w./-]+)", command):
            path = pathlib.Path(word.replace("~", name)) if word.startswith("~") else folder / word
            if not path.exists() or (path.is_file() and path.stat().st_size == 0):
                return f"wrote no {word}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    privet = parser.parse_args().privet.resolve()
    failed, passed, seen = 0, 0, {}
    for verb in verbs(privet):
        shown = examples(privet, verb)
        if not 3 <= len(shown) <= 4:
            failed += 1
            print(f"FAILED privet {' '.join(verb)} --help shows {len(shown)} examples, not three or four")
        for command in shown:
            if command not in seen:
                seen[command] = run(privet, command)
            if seen[command]:
                failed += 1
                print(f"FAILED {command}: {seen[command]}")
            else:
                passed += 1
    missing = set(SAYS) - set(seen)
    if missing:
        failed += 1
        print(f"FAILED no help shows {missing}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
