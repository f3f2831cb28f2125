#!/usr/bin/env python3
"""The pages of the manual: readers take them without a warning, and they say what help says.

  manual.py --privet build/release/privet man|mandoc
"""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import tempfile

COMMANDS = {
    "man": ["man", "--warnings=w", "-l"],
    "mandoc": ["mandoc", "-Tlint", "-Wwarning"],
}
# Pages bear no date, so that the same source makes the same bytes.
BEARABLE = re.compile(r'missing date, using "": TH$')


def said(command, **more):
    return subprocess.run(command, capture_output=True, text=True, check=False, **more)


def problems(reader, page):
    env = dict(os.environ, MANWIDTH="100", LC_ALL="C.UTF-8", MAN_KEEP_FORMATTING="")
    done = said([*COMMANDS[reader], str(page)], env=env)
    complaints = done.stderr if reader == "man" else done.stdout + done.stderr
    for line in complaints.splitlines():
        if not BEARABLE.search(line):
            yield line


def as_read(reader, page):
    env = dict(os.environ, MANWIDTH="200", LC_ALL="C.UTF-8")
    text = said(["man", "-l", str(page)] if reader == "man" else ["mandoc", "-Tutf8", "-Owidth=200", str(page)], env=env).stdout
    return re.sub(r".\x08", "", text)


def help_of(privet, verb):
    return said([privet, *verb, "--help"]).stdout


def verbs_in(text):
    listed = text.split("\nVerbs:\n")
    return re.findall(r"(?m)^  (\S+)", listed[1].split("\n\n")[0]) if len(listed) == 2 else []


def lacks(privet, reader, page, verb):
    """What help says of a verb, and the verbs below it, and the page does not."""
    text, shown = help_of(privet, verb), " ".join(as_read(reader, page).split())
    for option in re.findall(r"(?m)^  ((?:-\w,)?--[a-z,-]+(?: \S+)?) {2,}\S", text):
        if option.replace(",", ", ") not in shown:
            yield option
    for example in re.findall(r"(?m)^      (\S.*)", text.split("\nExamples:\n")[-1]):
        if " ".join(example.split()) not in shown:
            yield example
    for below in verbs_in(text) if verb else []:
        yield from lacks(privet, reader, page, (*verb, below))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("reader", choices=COMMANDS)
    args = parser.parse_args()
    privet, failures = str(args.privet.resolve()), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name) / "man1"
        subprocess.run([privet, "completion", "man", "--into", folder], check=True)
        names = {"privet.1": ()} | {f"privet-{verb}.1": (verb,) for verb in verbs_in(help_of(privet, ()))}
        if {page.name for page in folder.iterdir()} != set(names):
            failures.append(f"pages are {sorted(p.name for p in folder.iterdir())}, verbs {sorted(names)}")
        for file, verb in names.items():
            failures += [f"{file}: {line}" for line in problems(args.reader, folder / file)]
            failures += [f"{file} lacks {what}" for what in lacks(privet, args.reader, folder / file, verb)]
            if said([privet, "completion", "man", *verb]).stdout != (folder / file).read_text():
                failures.append(f"{file} is not what completion man {' '.join(verb)} prints")
    for failure in failures:
        print(f"FAILED {failure}")
    print(f"{len(names)} pages, {len(failures)} problems")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
