#!/usr/bin/env python3
"""The steps of tools/github-action, run as a runner runs them: with its folders and files, and the inputs in the environment.

  github_action.py --privet build/release/privet
"""
import argparse
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tarfile

sys.dont_write_bytecode = True
import checks  # noqa: E402

ACTION = pathlib.Path(__file__).resolve().parents[2] / "tools/github-action"
VALUE = "1B4vmEWacZZQvGgSbjXwCtzNTV85xrH8H3"  # Base58Check of "nobody has this key!"
PRIVET = None


class Runner:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.work = self.folder / "work"
        self.work.mkdir()
        (self.folder / "temp").mkdir()
        self.path, self.output = self.folder / "path", self.folder / "output"
        self.path.touch()
        self.output.touch()
        subprocess.run(["git", "init", "-q"], cwd=self.work, check=True)

    def step(self, name, **inputs):
        """Exit code and what was printed."""
        env = {key: value for key, value in os.environ.items() if not key.startswith("PRIVET_")}
        env.update({"PRIVET_" + key.upper(): value for key, value in inputs.items()}, RUNNER_TEMP=str(self.folder / "temp"),
                   GITHUB_PATH=str(self.path), GITHUB_OUTPUT=str(self.output), GITHUB_ACTION_PATH=str(ACTION),
                   PATH=":".join([*self.path.read_text().split(), str(PRIVET.parent), os.environ["PATH"]]))
        done = subprocess.run(["bash", "-c", f'"$GITHUB_ACTION_PATH/{name}"'], cwd=self.work, env=env, capture_output=True, text=True,
                              check=False)
        said = done.stdout + done.stderr
        assert VALUE not in said, said
        return done.returncode, said

    def outputs(self):
        return dict(line.split("=", 1) for line in self.output.read_text().splitlines())

    def write(self, name, text):
        (self.work / name).write_text(json.dumps({"text": text}) + "\n")
        subprocess.run(["git", "add", "--", name], cwd=self.work, check=True)

    def report(self, name="privet.sarif"):
        return json.loads((self.work / name).read_text())["runs"][0]


def archive(runner, name="privet.tar.gz"):
    program = runner.folder / "program"
    program.write_text("#!/bin/sh\necho packed\n")
    program.chmod(0o755)
    with tarfile.open(runner.folder / name, "w:gz") as tar:
        tar.add(program, "privet-0.1.0-Linux/bin/privet")
    return str(runner.folder / name), hashlib.sha256((runner.folder / name).read_bytes()).hexdigest()


def test_package_comes_on_the_path(runner):
    package, digest = archive(runner)
    code, said = runner.step("install", package=package, sha256=digest)
    assert code == 0, said
    folder = runner.path.read_text().strip()
    assert subprocess.run([f"{folder}/privet"], capture_output=True, check=True).stdout == b"packed\n"


def test_package_that_is_not_the_one_is_refused(runner):
    package, digest = archive(runner)
    other, _ = archive(runner, "privet.zip")
    for inputs, why in (({"package": package, "sha256": digest[::-1]}, "not the one"), ({"package": "no.deb"}, "there is no package"),
                        ({"package": "https://example.com/privet.deb"}, "needs its sha256"), ({"package": other}, "a .deb or a .tar.gz"),
                        ({"package": "http://example.com/privet.deb", "sha256": digest}, "there is no package")):
        code, said = runner.step("install", **inputs)
        assert code == 2 and "::error::" in said and why in said, f"{inputs}: {code}: {said}"
    assert runner.path.read_text() == ""


def test_clean_repository_passes(runner):
    runner.write("a.jsonl", "nothing")
    code, said = runner.step("check")
    assert code == 0, said
    assert runner.outputs() == {"sarif": "privet.sarif", "exit-code": "0"}
    assert runner.report()["results"] == []


def test_finding_fails_and_is_reported(runner):
    runner.write("a.jsonl", f"pay to {VALUE}")
    for _ in range(2):  # the report of an earlier run is in no one's way
        code, said = runner.step("check", sarif="out.sarif")
        assert code == 1 and "::warning::" in said, said
        assert len(runner.report("out.sarif")["results"]) == 1
    assert runner.outputs() == {"sarif": "out.sarif", "exit-code": "1"}


def test_findings_need_not_fail(runner):
    runner.write("a.jsonl", f"pay to {VALUE}")
    code, said = runner.step("check", fail="false")
    assert code == 0 and runner.outputs()["exit-code"] == "1" and len(runner.report()["results"]) == 1, said


def test_files_and_options_are_one_a_line(runner):
    runner.write("a b.jsonl", f"pay to {VALUE}")
    runner.write("-c.jsonl", f"pay to {VALUE}")
    runner.write("d.jsonl", f"pay to {VALUE}")
    code, said = runner.step("check", files="a b.jsonl\n-c.jsonl\n", options="--quiet\n--threads=1\n")
    assert code == 1, said
    assert len(runner.report()["results"]) == 2


def test_error_fails_in_any_case(runner):
    runner.write("a.jsonl", "nothing")
    code, said = runner.step("check", fail="false", options="--no-such-option")
    assert code == 2 and "::error::" in said and runner.outputs()["exit-code"] == "2", said


def test_inputs_are_wired(_):
    """Every input of the action is the variable of a step, and every variable is read; none stands in a script's text."""
    text = (ACTION / "action.yml").read_text()
    wired = dict(re.findall(r"PRIVET_(\w+): \$\{\{ inputs\.(\w+) \}\}", text))
    inputs = re.findall(r"^  (\w+):$", text.split("inputs:", 1)[1].split("outputs:")[0], re.M)
    assert {name.lower(): name for name in inputs} == {k.lower(): v for k, v in wired.items()}, (inputs, wired)
    scripts = (ACTION / "install").read_text() + (ACTION / "check").read_text()
    for name in wired:
        assert f"PRIVET_{name}:" in scripts, name
    assert all("${{" not in line for line in re.findall(r"run: .*", text))


def main():
    global PRIVET
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("tests", nargs="*")
    arguments = parser.parse_args()
    PRIVET = arguments.privet.resolve()
    return checks.run(checks.named(globals(), "test_", only=arguments.tests), checks.in_folder("privet-action-", Runner))


if __name__ == "__main__":
    sys.exit(main())
