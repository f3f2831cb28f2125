#!/usr/bin/env python3
"""The README says what is: its commands run, its tables and examples are what the program does.

  readme.py --privet build/release/privet
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
import checks  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
RECORDS = ('{"id":"a","text":"write to jo@example.com now","messages":[{"content":"call +1 415 555 0123"}]}\n'
           '{"id":"b","text":"customer ACME-123456, host 192.0.2.1","messages":[]}\n')
CHATS = ('{"t":"nothing here"}\n{"channel":"D04EXAMPLE1","user":"U04EXAMPLE1","ts":"1710178931.000100","type":"message",'
         '"text":"see you at six","client_msg_id":"6f1c1b1e-0000-4000-8000-000000000001"}\n')
PRIVET = None


def blocks(text=README):
    """Indented blocks, each a list of lines without the indent."""
    block = []
    for line in text.splitlines() + ["end"]:
        if line.startswith("    "):
            block.append(line[4:])
        elif line.strip() or not block:
            if block:
                yield block
            block = []


def sessions():
    """Of blocks that begin with "$ ", the commands and what they print."""
    for block in blocks():
        if block[0].startswith("$ "):
            yield [(said[0], "".join(line + "\n" for line in said[1:]))
                   for said in (part.split("\n") for part in "\n".join(block)[2:].split("\n$ "))]


def table_after(heading):
    rows = README.split(heading, 1)[1].split("|---", 1)[1].splitlines()[1:]
    for row in rows:
        if not row.startswith("|"):
            return
        yield [cell.strip() for cell in row.replace("\\|", "\0").strip("|").split("|")]


def shell(command, folder):
    env = dict(os.environ, PATH=f"{PRIVET.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8")
    return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder, env=env, capture_output=True, text=True,
                          check=False)


def prepare(folder):
    (folder / "corpus").mkdir()
    (folder / "corpus/x.jsonl").write_text(RECORDS)
    (folder / "corpus.jsonl").write_text(RECORDS)
    (folder / "data/documents").mkdir(parents=True)
    (folder / "data/documents/x.jsonl").write_text(RECORDS)
    (folder / "chats.jsonl").write_text(CHATS)
    (folder / "key").write_text("k" * 32)
    (folder / "key").chmod(0o600)
    (folder / "rules").mkdir()
    (folder / "rules/acme.toml").write_text(rule_block())
    (folder / "rules/policy").mkdir()
    (folder / "rules/policy/linkedin-eea.toml").write_text(policy_block())
    (folder / "privet.toml").write_text(config_block())
    (folder / "gold.jsonl").write_text(next(line for b in blocks() for line in b if line.startswith('{"record"')) + "\n")
    (folder / "spans.jsonl").write_text(next(line for b in blocks() for line in b if '"spans":[' in line) + "\n")
    (folder / "ledgers").mkdir()
    (folder / "names.txt").write_text("x.jsonl\n")
    shell("privet scan corpus/x.jsonl --quiet --ledger ledgers/x.json", folder)
    for session in sessions():
        for command, content in session:
            if command.startswith("cat "):
                (folder / command[4:]).write_text(content)
    subprocess.run(["zstd", "-q", folder / "corpus.jsonl", "-o", folder / "shard.jsonl.zst"], check=True)


def rule_block():
    return "\n".join(next(b for b in blocks() if b[0] == "[[rule]]")) + "\n"


def policy_block():
    return "\n".join(next(b for b in blocks() if re.match(r"default\s*=", b[0]))) + "\n"


def config_block():
    return "\n".join(next(b for b in blocks() if any(re.match(r"threads\s*=", line) for line in b))) + "\n"


def check_commands():
    """Every line that calls privet does its job."""
    alone = [block for block in blocks() if not block[0].startswith("$ ")]  # the others: check_sessions()
    commands = [line for block in alone for line in block if re.search(r"(^|\| |/)privet (scan|redact|rules|config|eval|merge)\b", line)]
    commands += re.findall(r"`(privet (?:scan|redact|rules|config|eval|merge) [^`]*)`", README)
    assert len(commands) >= 6, commands
    for command in commands:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            prepare(folder)
            done = shell(re.sub(r"\S*/privet\b", "privet", command), folder)
            assert done.returncode == 0, f"{command}: exit {done.returncode}: {done.stderr}"
            said = done.stdout + "".join(p.read_text() for p in folder.glob("clean*") if p.is_file())
            if "privet redact" in command and "--help" not in command and not (folder / "clean").is_dir():
                assert "jo@example.com" not in said and "EMAIL_ADDRESS" in said, f"{command}: {said}"


def check_finding():
    """The example finding has the keys of a real one, in order, with the same types."""
    block = next(b for b in blocks() if b[0].startswith('{"schema"'))
    example = json.loads("".join(line.strip() for line in block))
    with tempfile.TemporaryDirectory() as name:
        prepare(pathlib.Path(name))
        real = json.loads(shell("privet scan corpus.jsonl --format jsonl --quiet", name).stdout.splitlines()[0])
    assert list(example) == list(real), f"{list(example)} and {list(real)}"
    for key, value in example.items():
        assert type(value) is type(real[key]), key


def check_operators():
    """The table of operators: what each makes of an address."""
    rows = list(table_after("What happens to a finding is up to its entity:"))
    assert len(rows) == 6, rows
    for operator, becomes, _ in rows:
        operator, becomes = operator.split("`")[1], becomes.strip("`")
        with tempfile.TemporaryDirectory() as name:
            prepare(pathlib.Path(name))
            command = f"""echo '{{"t":"jo@example.com"}}' | privet redact --operator EMAIL_ADDRESS={operator} --key-file key --quiet"""
            done = shell(command, name)
            got = json.loads(done.stdout)["t"]
            assert re.fullmatch(re.escape(becomes).replace("…", "[g-z]{20}"), got), f"{operator}: {got}"


def defaults_of(verb):
    """Option to default, as help says it."""
    out = {}
    for line in shell(f"privet {verb} --help", ".").stdout.splitlines():
        found = re.match(r"  ((?:-\w,)?--[a-z,-]+)( \S+)? +(.*)", line)
        if not found or "--help" in found[1]:
            continue
        name = "--" + found[1].split("--")[1].rstrip(",")
        default = re.search(r"\(default: (.*)\)$", found[3])
        out[name] = default[1] if default else "none" if found[2] and found[2].strip() else "off"
    return out


def check_explained():
    """The example of --explain is what the program says."""
    with tempfile.TemporaryDirectory() as name:
        prepare(pathlib.Path(name))
        done = shell("privet scan chats.jsonl --entities PRIVATE_MESSAGE --explain --quiet", name)
        said = "".join("    " + line for line in done.stdout.splitlines(keepends=True))
        without_weights = [re.sub(r"\d+\.\d+", "#", text) for text in (said, README)]  # they are fitted anew now and then
        assert said and without_weights[0] in without_weights[1], said


def check_defaults():
    """Every option of every verb is in the table of defaults, with its default."""
    verbs = ("scan", "redact", "check", "rules list", "rules show", "rules check")
    real = {verb: defaults_of(verb) for verb in verbs}
    told = {verb: {} for verb in verbs}
    for row in table_after("### Every default"):
        for name in re.findall(r"--[a-z-]+", row[0]):
            for verb, cell in zip(verbs, row[1:]):
                if cell != "":
                    told[verb][name] = cell.strip("`")
    for verb in verbs:
        missing = [f"{n} = {d}" for n, d in real[verb].items() if told[verb].get(n) != d]
        invented = [n for n in told[verb] if n not in real[verb]]
        assert not missing and not invented, f"{verb}: README lacks {missing}, invents {invented}"
    # As the sentence below the table has it.
    lacking = {"--output", "--format", "--max-findings", "--show-values", "--no-baseline"}
    for verb in ("create", "update", "add", "prune"):
        options = defaults_of(f"baseline {verb}")
        for name, default in real["check"].items():
            assert (name in lacking) == (name not in options) or name == "--force", f"baseline {verb} {name}"
            assert options.get(name, default) == default, f"baseline {verb} {name}"


def check_own_rule():
    """The rule of one's own is accepted and finds what it says."""
    with tempfile.TemporaryDirectory() as name:
        prepare(pathlib.Path(name))
        done = shell("privet rules check --rules rules && privet redact corpus.jsonl --rules rules --quiet", name)
        assert done.returncode == 0 and "<CUSTOMER_NUMBER>" in done.stdout, done.stdout + done.stderr


def check_sessions():
    """Commands that are shown with what they print print that."""
    assert len(list(sessions())) >= 2
    for session in sessions():
        with tempfile.TemporaryDirectory() as name:
            prepare(pathlib.Path(name))
            for command, said in session:
                done = shell(command, name)
                assert done.returncode == 0 and done.stdout == said, f"{command}: {done.stdout}{done.stderr}"


def check_policy():
    """The example policy is the one of that name in rules/policy."""
    file = (pathlib.Path(__file__).parents[2] / "rules/policy/linkedin-eea.toml").read_text()
    rest = "\n".join(line for line in file.splitlines() if line and not line.startswith("#"))
    told = "\n".join(line for line in policy_block().splitlines() if line)
    assert told == rest, told


def check_config():
    """The example configuration is accepted."""
    with tempfile.TemporaryDirectory() as name:
        prepare(pathlib.Path(name))
        done = shell("privet redact corpus.jsonl --config privet.toml --quiet > clean.jsonl; ls", name)
        assert done.returncode == 0 and "findings.jsonl" in done.stdout, done.stderr


def check_allow():
    """The example allow rules are accepted, and let pass what they say."""
    block = "\n".join(next(b for b in blocks() if "[[allow]]" in b)) + "\n"
    pressed = '{"text":"ann@press.example"}\n'
    listed = '{"source":"yellow-pages","listing":[{"contact":"bob@shop.example"}]}\n'
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "privet.toml").write_text(block)
        (folder / "tests/fixtures").mkdir(parents=True)
        (folder / "tests/fixtures/a.jsonl").write_text('{"text":"cy@other.example"}\n')
        (folder / "a.jsonl").write_text(pressed + listed + listed.replace("yellow", "white"))
        done = shell("privet check a.jsonl tests --fail-on EMAIL_ADDRESS,reserved | cut -d: -f1,2; exit ${PIPESTATUS[0]}", name)
        assert done.returncode == 1 and done.stdout == "a.jsonl:3\n", done.stdout + done.stderr
        assert re.findall(r": (\d) findings? allowed: ", done.stderr) == ["1", "1", "1"], done.stderr


def main():
    global PRIVET
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    PRIVET = parser.parse_args().privet.resolve()
    return checks.run(checks.named(globals(), "check_"))


if __name__ == "__main__":
    sys.exit(main())
