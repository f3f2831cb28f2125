#!/usr/bin/env python3
"""Completion, in the shells themselves: what each offers where.

  completion.py --privet build/release/privet bash|zsh|fish

bash and zsh run interactively behind a terminal, and the key that completes is pressed; fish is asked with `complete -C`.
"""
import argparse
import os
import pathlib
import pty
import re
import select
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import time

FILES = {"one two.jsonl", "plain.jsonl", "sub/"}
WAIT = 20  # seconds that a shell may take to answer

# What is typed, what must be offered, and what must not ("all else": nothing but that).
ALL_ELSE = object()
CASES = [
    # Verbs, of verbs too; words that only look like verbs are none.
    ("privet ", {"scan", "redact", "rules", "completion"}, FILES | {"list", "bash"}),
    ("privet re", {"redact"}, ALL_ELSE),
    ("privet rules ", {"list", "show", "check"}, ALL_ELSE),
    ("privet completion ", {"bash", "zsh", "fish", "man"}, ALL_ELSE),
    ("privet completion man ", {"scan", "redact", "rules", "completion"}, FILES | {"list"}),
    ("privet completion bash ", set(), ALL_ELSE),
    # Options of the verb that is typed, and of no other.
    ("privet scan --", {"--entities", "--count", "--format", "--help"}, {"--operator", "--strength", "--batch-bytes"}),
    ("privet redact --op", {"--operator"}, ALL_ELSE),
    ("privet rules check --s", {"--strength"}, ALL_ELSE),
    ("privet rules list --strengt", set(), ALL_ELSE),
    ("privet --ver", {"--version"}, ALL_ELSE),
    ("privet scan --report redact --coun", {"--count"}, ALL_ELSE),
    ("privet scan redact --coun", {"--count"}, ALL_ELSE),
    # Words of closed lists, behind a blank and behind =.
    ("privet scan --format ", {"text", "jsonl", "csv", "dolma"}, ALL_ELSE),
    ("privet scan --format=", {"text", "jsonl", "csv", "dolma"}, ALL_ELSE),
    ("privet scan --format=js", {"jsonl"}, ALL_ELSE),
    ("privet redact --names str", {"strict"}, ALL_ELSE),
    ("privet scan --default-region C", {"CH", "CN", "CZ"}, ALL_ELSE),
    ("privet scan --default-region Q", set(), ALL_ELSE),
    # Lists with commas, edits, assignments.
    ("privet scan --entities EMAIL_ADDRESS,PHON", {"PHONE_NUMBER"}, ALL_ELSE),
    ("privet scan --entities=IP_", {"IP_ADDRESS"}, ALL_ELSE),
    ("privet scan --entities +URL,-IP_", {"IP_ADDRESS"}, ALL_ELSE),
    ("privet scan --id-countries DE,F", {"FI", "FR", "FJ", "FK", "FM", "FO"}, ALL_ELSE),
    ("privet scan --id-countries non", {"none"}, ALL_ELSE),
    ("privet redact --operator PHONE_N", {"PHONE_NUMBER"}, ALL_ELSE),
    ("privet redact --operator DEF", {"DEFAULT"}, ALL_ELSE),
    ("privet redact --operator PHONE_NUMBER=", {"replace", "number", "redact", "mask", "hash", "keep"}, ALL_ELSE),
    ("privet redact --operator=PHONE_NUMBER=ma", {"mask"}, ALL_ELSE),
    # Rules, entities and platforms.
    ("privet rules show email.add", {"email.address"}, ALL_ELSE),
    ("privet rules list IBAN", {"IBAN_CODE"}, ALL_ELSE),
    ("privet rules check slac", {"slack"}, {"email.address"} | FILES),
    # Files where one is asked for, folders where one is, and nothing where neither is.
    ("privet scan ", FILES, {"scan"}),
    ("privet scan pl", {"plain.jsonl"}, ALL_ELSE),
    ("privet scan one\\ t", {"one two.jsonl"}, ALL_ELSE),
    ("privet scan plain.jsonl -o ", FILES, {"--count"}),
    ("privet redact --report=pl", {"plain.jsonl"}, ALL_ELSE),
    ("privet scan -- ", FILES, {"scan"}),
    ("privet scan --rules ", {"sub/"}, ALL_ELSE),
    ("privet scan --rules=s", {"sub/"}, ALL_ELSE),
    ("privet scan --threads ", set(), ALL_ELSE),
    ("privet scan --threads=", set(), ALL_ELSE),
    ("privet scan --field ", set(), ALL_ELSE),
    ("privet redact --placeholder ", set(), ALL_ELSE),
]


def word_of(offered):
    """What the user picks, whether or not the shell repeats what is typed before it."""
    word = re.sub(r"^--?[a-z-]+=", "", offered)
    word = re.sub(r"^[A-Z_]+=(?=.)", "", word)
    return re.sub(r"^[+-](?=[A-Z])", "", word.rsplit(",", 1)[-1]).replace("\\", "").rstrip("=")


class Terminal:
    """A shell behind a terminal."""

    def __init__(self, command, folder, env):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, env)

    def send(self, text):
        os.write(self.fd, text.encode())

    def until(self, done):
        """Reads on until done() is; what the shell prints is of no interest."""
        end = time.monotonic() + WAIT
        while not done():
            if time.monotonic() > end:
                raise AssertionError("the shell does not answer")
            if select.select([self.fd], [], [], 0.02)[0]:
                os.read(self.fd, 65536)

    def close(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def ask(shell, folder, line, keys):
    """Types a line, presses keys, and returns what the shell then wrote into the file `answer`."""
    answer = folder / "answer"
    shell.send("\x15" + line + keys)
    shell.until(lambda: answer.exists() and answer.read_text().endswith("\0"))
    text = answer.read_text()[:-1]
    answer.unlink()
    return text


def bash(folder, work, env):
    """Meta-* inserts all that is offered; then the line is looked at."""
    (folder / "rc").write_text("source <(privet completion bash)\nPS1='$ '\nbind 'set mark-directories on'\n"
                               f"""bind -x '"\\C-xg": printf "%s\\0" "$READLINE_LINE" > {folder}/answer'\n""")
    shell = Terminal(["bash", "--noprofile", "--rcfile", str(folder / "rc"), "-i"], work, env)
    try:
        for line, *_ in CASES:
            got = ask(shell, folder, line, "\x1b*\x18g")
            typed = len(shlex.split(line + "x"))
            yield [] if got == line else shlex.split(got)[typed - 1:]
    finally:
        shell.close()


ZSH = r"""
PROMPT='%% '
fpath=({0} $fpath)
autoload -U compinit && compinit -u -D
zstyle ':completion:*' menu no
compadd() {{
  if (( ! ${{argv[(I)-[OAD]*]}} )); then
    local -a offered
    builtin compadd -A offered "$@"
    (( $#offered )) && print -rl -- "$offered[@]" >> {0}/offered
  fi
  builtin compadd "$@"
}}
answer() {{ : >> {0}/offered; mv {0}/offered {0}/answer; printf '\0' >> {0}/answer }}
zle -N answer
bindkey '^Xg' answer
bindkey '^U' kill-whole-line
"""


def zsh(folder, work, env):
    """What reaches compadd is what is offered; _privet is loaded as an installed function is."""
    (folder / "_privet").write_text(subprocess.run(["privet", "completion", "zsh"], env=env, capture_output=True, text=True,
                                                   check=True).stdout)
    (folder / ".zshrc").write_text(ZSH.format(folder))
    sourced = subprocess.run(["zsh", "-fc", "autoload -U compinit; compinit -u -D; source <(privet completion zsh); "
                              "print $_comps[privet]"], env=env, capture_output=True, text=True, check=False)
    assert sourced.stdout == "_privet\n", sourced
    shell = Terminal(["zsh", "-i"], work, dict(env, ZDOTDIR=str(folder)))
    try:
        for line, *_ in CASES:
            offered = ask(shell, folder, line, "\t\x18g").splitlines()
            yield offered
    finally:
        shell.close()


def fish(_folder, work, env):
    script = "privet completion fish | source\n"
    script += "".join(f"complete -C {shlex.quote(line)}; echo end\n" for line, *_ in CASES)
    done = subprocess.run(["fish", "--no-config", "-c", script], cwd=work, env=env, capture_output=True, text=True,
                          timeout=120, check=False)
    assert done.returncode == 0 and done.stderr == "", done.stderr
    answers = done.stdout.split("end\n")[:-1]
    assert len(answers) == len(CASES), done.stdout
    for answer in answers:
        yield [line.split("\t")[0] for line in answer.splitlines()]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    parser.add_argument("shell", choices=["bash", "zsh", "fish"])
    args = parser.parse_args()
    assert shutil.which(args.shell), f"{args.shell} is not installed"
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder, work = pathlib.Path(name) / "home", pathlib.Path(name) / "work"
        (work / "sub").mkdir(parents=True)
        folder.mkdir()
        for file in FILES - {"sub/"}:
            (work / file).touch()
        env = {"PATH": f"{args.privet.resolve().parent}:{os.environ['PATH']}", "HOME": str(folder), "TERM": "xterm",
               "LC_ALL": "C.UTF-8"}
        for (line, wanted, unwanted), offered in zip(CASES, {"bash": bash, "zsh": zsh, "fish": fish}[args.shell](folder, work, env)):
            words = {word_of(word) for word in offered}
            # Shells mark folders when they list them; of the word it is no part.
            words = {word.rstrip("/") + "/" if (work / word).is_dir() else word for word in words if word}
            wrong = words - wanted if unwanted is ALL_ELSE else words & unwanted
            if wanted - words or wrong:
                failed += 1
                print(f"FAILED {line!r}: lacks {sorted(wanted - words)}, has {sorted(wrong)}")
    print(f"{len(CASES) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
