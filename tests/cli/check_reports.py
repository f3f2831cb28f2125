#!/usr/bin/env python3
"""What `privet check` writes for code scanning and for GitLab, read by others: a validator of SARIF and a JSON schema.

  check_reports.py --privet build/release/privet --sarif .../Sarif.Multitool     (npm: @microsoft/sarif-multitool)
  check_reports.py --privet build/release/privet --gitlab                        (python3-jsonschema)
"""
import argparse
import gzip
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse

sys.dont_write_bytecode = True
import checks  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent
VALUE = "1B4vmEWacZZQvGgSbjXwCtzNTV85xrH8H3"  # Base58Check of "nobody has this key!"
CHAT = ('{"channel":"D04EXAMPLE1","user":"U04EXAMPLE1","ts":"1710178931.000100","type":"message","text":"see you at six",'
        '"client_msg_id":"6f1c1b1e-0000-4000-8000-000000000001"}\n')
ODD_NAMES = [b"with space.jsonl", b"-n.jsonl", b"new\nline.jsonl", "caf\u00e9 100%.txt".encode(), b"a:b#c?.txt", b"[x]{0}.txt"]
PRIVET = VALIDATOR = None


def check(folder, form, *files):
    """The report and its text; findings are no failure here, anything else is."""
    done = subprocess.run([PRIVET, "check", "--quiet", "--format", form, "--", *files], cwd=folder, capture_output=True, check=False)
    text = done.stdout.decode()
    assert done.returncode in (0, 1), f"exit {done.returncode}: {done.stderr.decode(errors='replace')}"
    assert VALUE not in text, "the value is in the report"
    return json.loads(text), text, done.returncode


def write(folder, name, text):
    with open(os.path.join(os.fsencode(folder), name), "wb") as file:
        file.write(text.encode())
    return name


def corpus(folder):
    """Files of every kind with findings, and their places: (file, line, column, end line, end column)."""
    places = set()
    for name in ODD_NAMES:
        # Columns are code points of the raw line: é is one, an emoji one, \\u00e9 six.
        line = f'caf\u00e9 \U0001F600 {VALUE}' if name.endswith(b".txt") else f'{{"text":"caf\\u00e9 \U0001F600 {VALUE}"}}'
        write(folder, name, "nothing\n" + line + "\n" if name.endswith(b".txt") else '{"text":"nothing"}\n' + line + "\n")
        begin = line.index(VALUE) + 1
        places.add((name, 2, begin, 2, begin + len(VALUE)))
    write(folder, b"chat.jsonl", CHAT)
    places.add((b"chat.jsonl", 1, 1, 1, len(CHAT)))
    return places, [*ODD_NAMES, b"chat.jsonl"]


def problems_of(report_text, folder):
    """What the validator says. It exits 0 whatever it finds, so its own report is read."""
    source, verdict = pathlib.Path(folder, "in.sarif"), pathlib.Path(folder, "verdict.sarif")
    source.write_text(report_text)
    verdict.unlink(missing_ok=True)
    env = dict(os.environ, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT="1", DOTNET_BUNDLE_EXTRACT_BASE_DIR=str(folder))
    done = subprocess.run([VALIDATOR, "validate", source, "--rule-kind", "Sarif;Ghas", "-o", verdict], env=env,
                          capture_output=True, text=True, check=False)
    assert verdict.exists(), f"the validator wrote nothing: {done.stdout}{done.stderr}"
    runs = json.loads(verdict.read_text())["runs"]
    assert all(i["executionSuccessful"] for run in runs for i in run["invocations"]), done.stdout
    found = [(result["ruleId"], result["message"].get("arguments")) for run in runs for result in run.get("results", [])]
    return [problem for problem in found if problem[0] not in LEFT_OUT]


# What is left out on purpose: an address of the project (it has none to give).
LEFT_OUT = {"SARIF2005"}


def sarif_is_valid(folder):
    places, files = corpus(folder)
    report, text, code = check(folder, "sarif", *files)
    assert code == 1
    problems = problems_of(text, folder)
    assert not problems, problems
    run = report["runs"][0]
    got = set()
    for result in run["results"]:
        assert re.fullmatch(r"[0-9a-f]{12}:[1-9][0-9]*", result["partialFingerprints"]["primaryLocationLineHash"]), result
        at = result["locations"][0]["physicalLocation"]
        name, region = urllib.parse.unquote_to_bytes(at["artifactLocation"]["uri"]), at["region"]
        got.add((name, *(region[key] for key in ("startLine", "startColumn", "endLine", "endColumn"))))
    assert got == places, f"{sorted(got)}\n{sorted(places)}"
    assert run["properties"]["findings"] == len(places)
    assert "see you at six" not in text and "snippet" not in text


def sarif_without_findings_is_valid(folder):
    write(folder, b"a.jsonl", '{"text":"nothing"}\n')
    report, text, code = check(folder, "sarif", b"a.jsonl")
    assert code == 0 and report["runs"][0]["results"] == []
    assert not problems_of(text, folder)


def sarif_of_too_much_is_valid(folder):
    """12,000 findings: the limits of code scanning hold, and none is missing from the numbers."""
    files = [write(folder, b"%d.jsonl" % n, f'{{"text":"pay to {VALUE}"}}\n' * 1000) for n in range(12)]
    report, text, _ = check(folder, "sarif", *files)
    assert not problems_of(text, folder)
    run = report["runs"][0]
    assert len(run["results"]) <= 5000 and len(gzip.compress(text.encode())) < 10_000_000
    more = [int(r["message"]["text"].split()[1]) for r in run["results"] if r["message"]["text"].startswith("And ")]
    assert more and len(run["results"]) - len(more) + sum(more) == run["properties"]["findings"] == 12_000


def sarif_validator_objects(folder):
    """The validator sees what is wrong, or the tests above would say nothing."""
    _, files = corpus(folder)
    _, text, _ = check(folder, "sarif", *files)
    for right, wrong in (('"startLine":2', '"startLine":0'), ('"ruleIndex":1', '"ruleIndex":99'), ("with%20space", "with space"),
                         ('"results":[', '"result":[')):
        assert right in text, right
        assert problems_of(text.replace(right, wrong), folder), wrong


def schema_problems(report):
    import jsonschema  # pylint: disable=import-outside-toplevel
    schema = json.loads((HERE / "gitlab-code-quality.schema.json").read_text())
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(report)]


def gitlab_is_valid(folder):
    places, files = corpus(folder)
    report, _, code = check(folder, "gitlab", *files)
    assert code == 1 and not schema_problems(report), schema_problems(report)
    assert {(os.fsencode(r["location"]["path"]), r["location"]["lines"]["begin"]) for r in report} == {p[:2] for p in places}
    assert len({r["fingerprint"] for r in report}) == len(report) == len(places)
    write(folder, b"clean.jsonl", '{"text":"nothing"}\n')
    assert check(folder, "gitlab", b"clean.jsonl")[0] == []


def gitlab_schema_objects(folder):
    _, files = corpus(folder)
    report, _, _ = check(folder, "gitlab", *files)
    for damage in (lambda r: r.pop("fingerprint"), lambda r: r.update(severity="high"), lambda r: r["location"].update(path="/x"),
                   lambda r: r["location"]["lines"].update(begin=0), lambda r: r.update(value="x")):
        damaged = json.loads(json.dumps(report))
        damage(damaged[0])
        assert schema_problems(damaged)


def main():
    global PRIVET, VALIDATOR
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("--sarif", type=pathlib.Path)
    parser.add_argument("--gitlab", action="store_true")
    arguments = parser.parse_args()
    PRIVET, VALIDATOR = arguments.privet.resolve(), arguments.sarif
    chosen = [*(["sarif_"] if VALIDATOR else []), *(["gitlab_"] if arguments.gitlab else [])]
    return checks.run(checks.named(globals(), tuple(chosen)), checks.in_folder("privet-reports-", str))


if __name__ == "__main__":
    sys.exit(main())
