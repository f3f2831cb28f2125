#!/usr/bin/env python3
"""The hooks, with the real pre-commit in scratch repositories: what passes, what blocks, and what is then said.

  pre_commit.py --privet build/release/privet [--large]

Needs no network: pre-commit clones the hooks from a folder.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True
import checks  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parents[2]
VALUE = "1B4vmEWacZZQvGgSbjXwCtzNTV85xrH8H3"  # Base58Check of "nobody has this key!"
FINDING = json.dumps({"text": f"pay to {VALUE} please"}) + "\n"
CLEAN = json.dumps({"text": "nothing to see here"}) + "\n"
PRIVET = None
SANITIZED = False


class Repository:
    """A repository with the hook installed, and a count of how often privet is started."""

    def __init__(self, folder, hook="privet"):
        self.folder, self.hook = folder / "work", hook
        self.starts = folder / "starts"
        self.starts.touch()
        (folder / "bin").mkdir()
        shim = folder / "bin/privet"
        shim.write_text(f'#!/bin/sh\necho "$#" >> "{self.starts}"\nexec "{PRIVET}" "$@"\n')
        shim.chmod(0o755)
        (folder / "home").mkdir()
        self.env = dict(os.environ, PATH=f"{folder / 'bin'}:{os.environ['PATH']}", HOME=str(folder / "home"), LC_ALL="C.UTF-8",
                        PRE_COMMIT_HOME=str(folder / "cache"), GIT_CONFIG_GLOBAL=str(folder / "gitconfig"),
                        GIT_CONFIG_NOSYSTEM="1", NO_COLOR="1", PRE_COMMIT_COLOR="never")
        for name in [name for name in self.env if name.startswith(("PRIVET_", "GIT_DIR", "GIT_INDEX"))]:
            del self.env[name]
        (folder / "gitconfig").write_text("[user]\nname = Test\nemail = test@example.com\n[init]\ndefaultBranch = main\n")
        self.hooks = folder / "hooks"
        self.hooks.mkdir()

    def offer(self, *files):
        """The repository that the hooks come from: these files of ours, or with their content."""
        for name, content in files:
            target = self.hooks / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                shutil.copy2(ROOT / name, target)
            else:
                target.write_text(content)
        self.must("git init -q && git add -A && git commit -qm hooks", self.hooks)
        revision = self.must("git rev-parse HEAD", self.hooks).stdout.strip()
        self.folder.mkdir()
        self.must("git init -q")
        self.write(".pre-commit-config.yaml", f"repos:\n- repo: {self.hooks}\n  rev: {revision}\n  hooks:\n  - id: {self.hook}\n")
        self.must("pre-commit install")
        return self

    def run(self, command, folder=None, text=True):
        return subprocess.run(["bash", "-euo", "pipefail", "-c", command], cwd=folder or self.folder, env=self.env, check=False,
                              capture_output=True, text=text, errors="surrogateescape" if text else None)

    def must(self, command, folder=None):
        done = self.run(command, folder)
        assert done.returncode == 0, f"{command}: exit {done.returncode}: {done.stdout}{done.stderr}"
        return done

    def write(self, name, content):
        path = os.path.join(os.fsencode(self.folder), os.fsencode(name))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())

    def commit(self):
        """Commits everything; whether the hook let it pass, and what was printed."""
        done = self.run("git add -A && git commit -qm change")
        said = done.stdout + done.stderr
        assert VALUE not in said, f"the value is printed: {said}"
        return done.returncode == 0, said

    def passes(self):
        passed, said = self.commit()
        assert passed, said
        return said

    def blocks(self):
        passed, said = self.commit()
        assert not passed, f"not blocked: {said}"
        assert "exit code: 1" in said, said
        return said

    def times_started(self):
        return len(self.starts.read_text().splitlines())


def system_hook(folder):
    return Repository(pathlib.Path(folder)).offer((".pre-commit-hooks.yaml", None))


def check_clean_commit_passes(folder):
    repository = system_hook(folder)
    repository.write("data/a.jsonl", CLEAN)
    said = repository.passes()
    assert "Passed" in said and repository.times_started() == 1, said


def check_finding_blocks_until_it_is_in_the_baseline(folder):
    repository = system_hook(folder)
    repository.write("data/a.jsonl", CLEAN + FINDING)
    said = repository.blocks()
    found = re.search(r"^data/a\.jsonl:2:18: .*\[([0-9a-f]{12})\]", said, re.M)
    assert found, said
    repository.must(f"privet baseline add {found[1]} --reason 'a made-up account'")
    repository.passes()
    # Renamed, sorted and compressed it is the same record.
    repository.must("git mv data/a.jsonl data/b.jsonl && sort -r data/b.jsonl -o data/b.jsonl")
    repository.passes()
    repository.must("gzip data/b.jsonl")
    repository.passes()
    # Another is new.
    repository.write("data/c.jsonl", json.dumps({"note": f"my account {VALUE}"}) + "\n")
    assert "data/c.jsonl:1:" in repository.blocks()


def check_any_file_name(folder):
    names = ["with space.jsonl", "-n.jsonl", "--quiet.jsonl", "quo'te\".txt", "new\nline.md", "glob*.csv", "$(x).tsv", "caf\u00e9.json"]
    repository = system_hook(folder)
    for name in names:
        repository.write(name, CLEAN)
    repository.passes()
    for name in names:
        repository.write(name, FINDING)
        said = repository.blocks()
        assert re.search(re.escape(name.replace("\n", "?")).replace(r"\?", r".{1,4}") + r":1:\d+: ", said), f"{name}: {said}"
        repository.write(name, CLEAN)


def check_only_files_of_text_are_looked_at(folder):
    repository = system_hook(folder)
    for name in ("x.py", "x.jsonl.py", "xjsonl", "x.png"):
        repository.write(name, FINDING)
    said = repository.passes()
    assert "no files to check" in said and repository.times_started() == 0, said
    for name in ("a.jsonl", "a.ndjson", "a.json", "a.csv", "a.tsv", "a.txt", "a.md"):
        repository.write(name, FINDING)
        assert f"{name}:1:" in repository.blocks(), name
        repository.must(f"git rm -qf --cached {name} && rm {name}")
    for name, command in (("a.jsonl.gz", "gzip -c"), ("a.csv.zst", "zstd -qc")):
        repository.must(f"{command} x.py > {name}")
        assert f"{name}:1:" in repository.blocks(), name
        repository.must(f"git rm -qf --cached {name} && rm {name}")


def check_what_is_staged_counts(folder):
    """pre-commit puts aside what is not staged: a finding that is only in the index blocks, one only in the file does not."""
    repository = system_hook(folder)
    repository.write("a.jsonl", FINDING)
    repository.must("git add a.jsonl")
    repository.write("a.jsonl", CLEAN)
    assert repository.run("git commit -qm staged").returncode != 0
    repository.must("git add a.jsonl")
    repository.write("a.jsonl", FINDING)
    repository.must("git commit -qm staged")


def check_broken_baseline_blocks(folder):
    repository = system_hook(folder)
    repository.write(".privet-baseline.json", '{"schema":"privet.base')
    repository.write("a.jsonl", CLEAN)
    passed, said = repository.commit()
    assert not passed and "exit code: 2" in said and ".privet-baseline.json" in said, said


def check_options_are_in_the_configuration(folder):
    """The README's: identifiers whose check one number in 97 passes."""
    repository = system_hook(folder)
    repository.write("a.jsonl", json.dumps({"text": "pay to GB21TEST00000012345678"}) + "\n")  # no bank is called TEST
    repository.passes()
    args = re.search(r"`(args: \[.*?\])`", (ROOT / "README.md").read_text())[1]
    with open(repository.folder / ".pre-commit-config.yaml", "a", encoding="utf-8") as config:
        config.write(f"    {args}\n")
    repository.write("a.jsonl", json.dumps({"text": "do pay to GB21TEST00000012345678"}) + "\n")
    assert "a.jsonl:1:" in repository.blocks()


def check_thousand_files_in_one_run(folder):
    repository = system_hook(folder)
    text = "".join(json.dumps({"id": n, "text": "the train to the coast leaves at six and the sea is calm " * 2}) + "\n"
                   for n in range(74))[:10240].rsplit("\n", 1)[0] + "\n"
    for number in range(1000):
        repository.write(f"data/{number:05}.jsonl", text)
    began = time.monotonic()
    repository.passes()
    print(f"  1,000 files of {len(text)} bytes: {time.monotonic() - began:.2f} s for git, pre-commit and privet")
    assert repository.times_started() == 1, repository.times_started()
    repository.write("data/00500.jsonl", text + FINDING)
    assert "data/00500.jsonl:" in repository.blocks()


class LargeFile:
    """A file of lines of equal length, some of which are replaced in place."""

    def __init__(self, path, size, line_bytes=512):
        self.path, self.line_bytes, self.lines = path, line_bytes, size // line_bytes
        chunk = self.line("nothing to see here") * (LARGE_PIECE // line_bytes)
        with open(path, "wb") as file:
            for _ in range(size // len(chunk)):
                file.write(chunk)

    def line(self, text):
        record = json.dumps({"text": text, "more": ""})
        return (record[:-2] + "the sea is calm " * 40)[:self.line_bytes - 3].encode() + b'"}\n'

    def put(self, text, numbers):
        """Lines with these numbers, from 1."""
        line = self.line(text)
        with open(self.path, "r+b") as file:
            for number in numbers:
                file.seek((number - 1) * self.line_bytes)
                file.write(line)


LARGE_PIECE = 1 << 20
# Runs a command and prints the most KiB of memory that it held.
PEAK = """import resource, subprocess, sys
code = subprocess.run(sys.argv[1:]).returncode
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(code)"""


def large_file_is_read_in_part(folder):
    """1 GB: its head, its tail and some of what is between, and this is said; git has it by a filter, as large files are."""
    size, part = (64 << 20, 2 << 20) if SANITIZED else (954 * LARGE_PIECE, 32 << 20)
    repository = system_hook(folder)
    if SANITIZED:
        with open(repository.folder / ".pre-commit-config.yaml", "a", encoding="utf-8") as config:
            config.write(f"    args: [--max-bytes={part}, --]\n")
    repository.must("git config filter.large.clean 'head -c 1000 %f && tail -c 1000 %f'")
    repository.write(".gitattributes", "big.jsonl filter=large\n")
    large = LargeFile(repository.folder / "big.jsonl", size)
    repository.passes()
    assert int(repository.must("git cat-file -s HEAD:big.jsonl").stdout) == 2000

    found = f"pay to {VALUE} please"
    for number in (1, large.lines):
        large.put(found, [number])
        said = repository.blocks()
        assert re.findall(r"(?m)^big\.jsonl:(\d+):", said) == [str(number)], said
        assert f"big.jsonl: read in part: it has {size} bytes, more than --max-bytes" in said, said
        large.put("nothing to see here", [number])
    # In each block between: as many are seen as half of what is read holds.
    block = min(64 << 10, part // 64)
    between = range(part // large.line_bytes, large.lines - part // large.line_bytes, block // large.line_bytes)
    large.put(found, between)
    command = f"privet check --max-bytes {part} --format jsonl big.jsonl"
    done = repository.run(command)
    seen = [json.loads(line)["line"] for line in done.stdout.splitlines()]
    assert done.returncode == 1 and set(seen) <= set(between), f"exit {done.returncode}: {done.stderr}"
    assert 0.9 < len(seen) / (part / 2 / block) < 1.1 and max(seen) - min(seen) > large.lines / 2, seen
    assert repository.run(command).stdout == done.stdout, "other records in another run"
    large.put("nothing to see here", between)
    # What is passed over costs little: as a file of what is read, times a few, and no memory.
    LargeFile(repository.folder / "part.jsonl", part)
    seconds, peaks = [], []
    for name in ("part", "big"):
        began = time.monotonic()
        done = repository.must(f"python3 -c '{PEAK}' privet check --max-bytes {part} {name}.jsonl")
        seconds.append(time.monotonic() - began)
        peaks.append(int(done.stdout) * 1024)
    assert "1 file checked: no finding fails, 1 file only in part" in done.stderr, done.stderr
    print(f"  a file of {size} bytes: {seconds[1]:.2f} s, all of one of {part} bytes: {seconds[0]:.2f} s")
    assert seconds[1] < 5 * seconds[0] + 0.5, seconds
    assert SANITIZED or max(peaks) <= 64 << 20, peaks


# A stand-in for the program, which says what it was started with.
TOY = """cmake_minimum_required(VERSION 3.25)
project(toy LANGUAGES NONE)
add_custom_target(privet COMMAND ${CMAKE_COMMAND} -E copy ${CMAKE_SOURCE_DIR}/toy ${CMAKE_BINARY_DIR}/privet
                  COMMAND ${CMAKE_COMMAND} -E cat ${CMAKE_SOURCE_DIR}/must-be-there)
"""


def build_hook(folder, works=True):
    pathlib.Path(folder).mkdir(exist_ok=True)
    repository = Repository(pathlib.Path(folder), "privet-build")
    toy = f'#!/bin/sh\necho "$@" >> "{folder}/started"\n! grep -q {VALUE} -- *.jsonl\n'
    files = [(".pre-commit-hooks.yaml", None), ("tools/pre-commit-hook", None), ("CMakeLists.txt", TOY), ("toy", toy)]
    (repository.hooks / "toy").write_text(toy)
    (repository.hooks / "toy").chmod(0o755)
    return repository.offer(*files, *([("must-be-there", "x")] if works else []))


def check_hook_builds_once(folder):
    repository = build_hook(folder)
    repository.write("-a b.jsonl", CLEAN)
    assert "Passed" in repository.passes()
    repository.write("c.jsonl", FINDING)
    said = repository.blocks()
    assert "Building" not in said, said
    started = pathlib.Path(folder, "started").read_text().splitlines()
    assert started == ["check --quiet -- -a b.jsonl", "check --quiet -- c.jsonl"], started


def check_hook_says_why_it_cannot_build(folder):
    repository = build_hook(folder, works=False)
    repository.write("a.jsonl", CLEAN)
    for _ in range(2):  # what is half built is not taken for built
        passed, said = repository.commit()
        assert not passed and "exit code: 2" in said and "must-be-there" in said and "tools/deps" in said, said


def check_hook_is_built_by_one(folder):
    """Two commits at once, of two clones, with one cache."""
    repository = build_hook(folder)
    command = "pre-commit run --files .pre-commit-config.yaml x.jsonl"
    repository.write("x.jsonl", CLEAN)
    repository.must("git add -A")
    running = [subprocess.Popen(command.split(), cwd=repository.folder, env=repository.env, stdout=subprocess.PIPE,
                                stderr=subprocess.STDOUT, text=True) for _ in range(3)]
    for process in running:
        said = process.communicate()[0]
        assert process.returncode == 0, said


def main():
    global PRIVET, SANITIZED
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("--large", action="store_true", help="what needs 1 GB of disk, and nothing else")
    parser.add_argument("--sanitized", action="store_true", help="a sanitizer is slow: 64 MB will do")
    parser.add_argument("checks", nargs="*")
    arguments = parser.parse_args()
    PRIVET, SANITIZED = arguments.privet.resolve(), arguments.sanitized
    chosen = checks.named(globals(), "large_" if arguments.large else "check_", only=arguments.checks)
    return checks.run(chosen, checks.in_folder("privet-hook-", str))


if __name__ == "__main__":
    sys.exit(main())
