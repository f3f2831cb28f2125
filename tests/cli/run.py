#!/usr/bin/env python3
"""Runs the command-line cases: one text file a case.

A case is sections, each begun by a line "--- name: argument":

  --- file: NAME          the lines that follow are that file
  --- setup               a bash script run first, in the case's folder
  --- run                 the bash script under test; `privet` is on the path
  --- stdout              exactly this
  --- stderr              exactly this
  --- stdout~ / stderr~   each line is a regular expression found in it, in order
  --- exit: N             its exit code (0 if not given)
  --- output: NAME        the file NAME holds exactly these lines afterwards
  --- absent: TEXT        TEXT is nowhere in stdout, stderr or any new file but those named
                          clean* (outputs of redact --operator keep would hold it)
  --- no-file: GLOB       no file of that name is left

Text before the first section says what the case is about.
  run.py --privet build/release/privet [CASE...]
"""
import argparse
import concurrent.futures
import difflib
import fnmatch
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def parse(path):
    sections, current = [], None
    for line in path.read_text(encoding="utf-8", errors="surrogateescape").splitlines(keepends=True):
        if line.startswith("--- "):
            name, _, argument = line[4:].strip().partition(": ")
            current = [name, argument.strip(), ""]
            sections.append(current)
        elif current is not None:
            current[2] += line
    return sections


def read(path):
    return path.read_text(encoding="utf-8", errors="surrogateescape")


def diff(expected, got, what):
    lines = difflib.unified_diff(expected.splitlines(), got.splitlines(), "expected " + what, "got", lineterm="", n=2)
    return "\n".join(list(lines)[:40]) or f"{what}: differs in white space or line ends: {got[-80:]!r}"


def run_case(path, privet):
    sections = parse(path)
    problems = []
    with tempfile.TemporaryDirectory(prefix="privet-case-") as folder:
        work = pathlib.Path(folder)
        env = dict(os.environ, PATH=f"{privet.parent}:{os.environ['PATH']}", LC_ALL="C.UTF-8", NO_COLOR="1", PRIVET=str(privet))
        script, exit_code, before = "", 0, set()
        for name, argument, body in sections:
            if name == "file":
                (work / argument).parent.mkdir(parents=True, exist_ok=True)
                (work / argument).write_text(body, encoding="utf-8", errors="surrogateescape", newline="")
            elif name == "setup":
                done = subprocess.run(["bash", "-euo", "pipefail", "-c", body], cwd=work, env=env, capture_output=True, check=False)
                if done.returncode != 0:
                    return path.name, [f"setup failed: {done.stderr.decode(errors='replace')}"]
            elif name == "run":
                script = body
            elif name == "exit":
                exit_code = int(argument)
        before = {p for p in work.rglob("*")}
        done = subprocess.run(["bash", "-c", script], cwd=work, env=env, stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=120, check=False)
        out = done.stdout.decode("utf-8", "surrogateescape")
        err = done.stderr.decode("utf-8", "surrogateescape")
        if done.returncode != exit_code:
            problems.append(f"exit code {done.returncode}, expected {exit_code}; stderr: {err[-400:]}")
        for name, argument, body in sections:
            stream = {"stdout": out, "stderr": err}.get(name.rstrip("~"))
            if name in ("stdout", "stderr") and stream != body:
                problems.append(diff(body, stream, name))
            elif name in ("stdout~", "stderr~"):
                at = 0
                for line in body.splitlines():
                    found = re.compile(line, re.M).search(stream, at)
                    if not found:
                        problems.append(f"{name[:-1]} holds no /{line}/ (in this order): {stream[-600:]}")
                        break
                    at = found.end()
            elif name == "output":
                target = work / argument
                got = read(target) if target.exists() else "(no such file)"
                if got != body:
                    problems.append(diff(body, got, argument))
            elif name == "absent":
                if argument in out + err:
                    problems.append(f"{argument!r} is in stdout or stderr")
                for file in work.rglob("*"):
                    if file.is_file() and file not in before and not file.name.startswith("clean") and argument in read(file):
                        problems.append(f"{argument!r} is in {file.name}")
            elif name == "no-file":
                left = [p.name for p in work.rglob("*") if fnmatch.fnmatch(p.name, argument)]
                if left:
                    problems.append(f"left behind: {left}")
    return path.name, problems


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("cases", nargs="*")
    args = parser.parse_args()
    paths = sorted((HERE / "cases").glob("*.case"))
    if args.cases:
        paths = [p for p in paths if any(c in p.name for c in args.cases)]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, problems in pool.map(lambda p: run_case(p, args.privet.resolve()), paths):
            if problems:
                failed += 1
                print(f"FAILED {name}")
                for problem in problems:
                    print("  " + problem.replace("\n", "\n  "))
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if failed or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
