#!/usr/bin/env python3
"""The JSON Schema of privet.toml and the program take and refuse the same files.

  config_schema.py --privet build/release/privet     (python3-jsonschema)
"""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import tomllib

import jsonschema

# What is in a file; whether it is right. `scan` reads keys of all verbs and checks those that it has.
FILES = [
    ("", True),
    ('threads = 2\nentities = ["+URL", "-PERSON", "+MINE"]\nfield = "/text"\n', True),
    ('entities = "EMAIL_ADDRESS,URL"\nrules = ["r"]\nmax-bytes = "64MiB"\nmax-record-bytes = 5000\n', True),
    ('max-withheld = "1%"\nmin-score = 0.5\nquiet = true\noperator = ["DEFAULT=mask"]\ncolor = "never"\n', True),
    ('format = "jsonl"\nnames = "strict"\nid-countries = ["DE", "EU"]\ndefault-region = "CH"\n', True),
    ('[[allow]]\nreason = "x"\npath = "a"\n', True),
    ('[[allow]]\nreason = "x"\nentity = ["EMAIL_ADDRESS"]\ndomain = "example.com"\nexpires = "2030-01-01"\n', True),
    ('[[allow]]\nreason = "x"\nsource = ["a", "b"]\nsource-field = "/m"\nvalue = "a"\npointer = "/a"\n', True),
    ("thread = 2\n", False),
    ('threads = "2"\n', False),
    ("quiet = 1\n", False),
    ('names = "loud"\n', False),
    ("field = 3\n", False),
    ("entities = [3]\n", False),
    ("report = 3\n", False),
    ("config = 'x'\n", False),
    ("no-config = true\n", False),
    ("batch-bytes = 5\n", False),
    ("[check]\nthreads = 2\n", False),
    ('[[allow]]\npath = "a"\n', False),
    ('[[allow]]\nreason = "x"\n', False),
    ('[[allow]]\nreason = "x"\npath = 3\n', False),
    ('[[allow]]\nreason = "x"\npath = "a"\nwho = "me"\n', False),
    ('[allow]\nreason = "x"\npath = "a"\n', False),
]


def run(privet, *args, cwd=None):
    return subprocess.run([privet, *args], capture_output=True, text=True, check=False, cwd=cwd, stdin=subprocess.DEVNULL)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    privet = parser.parse_args().privet.resolve()
    schema = json.loads(run(privet, "config", "schema").stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    failed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "r").mkdir()
        (folder / "r/mine.toml").write_text('[[rule]]\nid = "mine.x"\nentity = "MINE"\nregex = "ACME-[0-9]{6}"\n')
        (folder / "in.jsonl").write_text('{"text":"x"}\n')
        for text, right in FILES:
            (folder / "c.toml").write_text(text)
            rules = [] if "rules" in text else ["--rules", "r"]
            done = run(privet, "scan", "in.jsonl", "--config", "c.toml", *rules, cwd=folder)
            if (done.returncode == 0) != right:
                failed.append(f"the program says {done.returncode} of {text!r}: {done.stderr}")
            if validator.is_valid(tomllib.loads(text)) != right:
                failed.append(f"the schema says {not right} of {text!r}")
    # Every key that is shown may stand in a file, and says what it is for.
    for verb in (["scan"], ["redact"], ["check"], ["baseline", "add"], ["eval"]):
        shown = run(privet, "config", "show", "--json", *verb).stdout.splitlines()
        if not shown:
            failed.append(f"config show {' '.join(verb)} shows nothing")
        for line in shown:
            key = json.loads(line)["key"]
            if not schema["properties"].get(key, {}).get("description"):
                failed.append(f"no {key} of {' '.join(verb)} in the schema")
    print("\n".join(failed) or f"{len(FILES)} files, {len(schema['properties'])} keys")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
