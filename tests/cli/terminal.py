#!/usr/bin/env python3
"""What is written to a terminal: the line of progress, in tmux, and colour, behind pseudo-terminals.

  terminal.py --privet build/release/privet
"""
import argparse
import contextlib
import os
import pathlib
import pty
import re
import shlex
import signal
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import checks  # noqa: E402

WAIT = 20
RECORD = '{"text":"write to jo@example.com now"}\n'
# Records for some seconds, or until the reader is gone; batches are small, so that the line changes often.
FEED = f"""
import sys, time
for _ in range(%d):
    sys.stdout.write({RECORD!r} * 2000)
    sys.stdout.flush()
    time.sleep(0.05)
"""
# Reads what comes, slowly.
SIP = """
import sys, time
while sys.stdin.buffer.read(65536):
    time.sleep(0.05)
"""
WHOLE = re.compile(r"[\d.]+ [kMG]?B(, [\d.]+ [kMG]?B/s(, [\d,]+ findings)?)?")  # parts of it, none cut
BEFORE = [str(line) for line in range(1, 31)]
PRIVET = None


def python(program):
    return shlex.join([sys.executable, "-c", program])


class Tmux:
    """One window of a tmux of our own, in which a script runs. It stays when that has ended.

    The screen is full before: of a nearly empty one tmux moves the upper lines out of reach when lower ones are wrapped.
    """

    def __init__(self, folder, script, columns):
        (folder / "script").write_text(f"seq {len(BEFORE)}\n{script}\necho after; exec sleep {WAIT * 3}\n")
        self.socket = str(folder / "tmux")
        self("new-session", "-d", "-x", str(columns), "-y", "24", f"bash {folder}/script")

    def __call__(self, *words):
        env = dict(os.environ, TERM="xterm", LC_ALL="C.UTF-8", PATH=f"{PRIVET.parent}:{os.environ['PATH']}")
        env.pop("TMUX", None)
        done = subprocess.run(["tmux", "-f", "/dev/null", "-S", self.socket, *words], env=env, capture_output=True, text=True,
                              check=False)
        assert done.returncode == 0, f"tmux {words}: {done.stderr}"
        return done.stdout

    def screen(self):
        """With what has scrolled away: tmux does that where lines get more by being wrapped."""
        return self("capture-pane", "-p", "-S", "-").rstrip("\n").splitlines()

    def until(self, wanted):
        end = time.monotonic() + WAIT
        while True:
            lines = self.screen()
            if wanted(lines):
                return lines
            assert time.monotonic() < end, "\n".join(lines)
            time.sleep(0.05)

    def resize(self, columns):
        self("resize-window", "-x", str(columns), "-y", "24")


@contextlib.contextmanager
def window(script, columns=80, files=()):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for file, text in files:
            (folder / file).write_text(text)
        tmux = Tmux(folder, f"cd {name}\n{script}", columns)
        try:
            yield tmux
        finally:
            tmux("kill-server")


def one_line(lines):
    """The line of progress, alone below what was there."""
    return lines[:-1] == BEFORE and lines[-1] != BEFORE[-1] and lines[-1][:1].isdigit()


def feed(steps):
    return f"{python(FEED % steps)} 2>/dev/null | privet scan - --batch-bytes 32KiB --names off -o f.jsonl"


def check_redraws_on_one_line():
    """It changes where it stands, and goes when the run ends: the summary is all that stays."""
    with window(feed(60)) as tmux:
        first = tmux.until(one_line)[-1]
        assert WHOLE.fullmatch(first) and first.endswith("findings"), first
        second = tmux.until(lambda lines: lines[-1:] != [first] and one_line(lines))
        assert one_line(second)
        ended = tmux.until(lambda lines: "after" in lines)
        assert ended[len(BEFORE)].startswith("120,000 records"), ended
        assert ended[:len(BEFORE)] == BEFORE and not any("B/s" in line for line in ended), ended


def check_narrow_and_resized():
    """Narrow windows show less. One made narrower keeps nothing of what was wrapped; one made wider shows more again."""
    with window(feed(400), columns=26) as tmux:
        narrow = tmux.until(one_line)
        assert len(narrow[-1]) < 26 and "findings" not in narrow[-1], narrow
        for columns in (80, 20, 9, 3, 60, 12, 45):
            tmux.resize(columns)
            time.sleep(0.5)  # twice redrawn: what is left over then stays

            def fits(lines, columns=columns):
                return (one_line(lines) and len(lines[-1]) < columns and ("findings" in lines[-1]) == (columns >= 45) and
                        (columns < 9 or WHOLE.fullmatch(lines[-1])))
            tmux.until(fits)


def check_time_left():
    """Of a file the size is known, and so is the time left."""
    with window(f"privet redact big.jsonl --batch-bytes 32KiB --names off | {python(SIP)}",
                files=[("big.jsonl", RECORD * 100_000)]) as tmux:
        line = tmux.until(one_line)[-1]
        assert re.search(r", \d+:\d\d left$", line), line


def check_stopped():
    """A run that is stopped takes its line with it."""
    with window(f"trap : INT; {feed(400)}") as tmux:
        tmux.until(one_line)
        tmux("send-keys", "C-c")
        ended = tmux.until(lambda lines: "after" in lines)
        assert not any("MB" in line or "kB" in line for line in ended), ended


def check_nothing_among_data():
    """Where the data goes to the terminal itself, there is no line of progress among it."""
    with window(f"{python(FEED % 20)} | privet scan - --batch-bytes 32KiB --names off | tail -n 3; "
                f"{python(FEED % 20)} | privet scan - --batch-bytes 32KiB --names off") as tmux:
        tmux("set-option", "history-limit", "100000")
        tmux.until(lambda lines: "after" in lines)
        told = [line for line in tmux.screen() if "B/s" in line]
        assert not told, told[:3]


def run(command, *, terminals=(), env=None, stdin=RECORD):
    """What comes out of stdout and stderr, those of `terminals` (1, 2) being terminals."""
    settings = {"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8"} | (env or {})
    settings = {name: value for name, value in settings.items() if value is not None}
    ends = {stream: pty.openpty() if stream in terminals else os.pipe() for stream in (1, 2)}
    with subprocess.Popen([str(PRIVET), *command], stdin=subprocess.PIPE, stdout=ends[1][1], stderr=ends[2][1], env=settings) as process:
        for end in ends.values():
            os.close(end[1])
        process.stdin.write(stdin.encode())
        process.stdin.close()
        said = {}
        for stream, (end, _) in ends.items():
            parts = []
            with contextlib.suppress(OSError):  # a terminal's end
                while part := os.read(end, 65536):
                    parts.append(part)
            os.close(end)
            said[stream] = b"".join(parts).decode()
    assert process.returncode == 0, said
    return said[1], said[2]


BOLD = "\x1b[1m"
VERBS = {
    "scan": ["scan", "--format", "text"],
    "redact": ["redact", "-o", os.devnull, "--report", "-", "--format", "text"],
    "rules list": ["rules", "list", "email.address", "name.slack"],
    "rules show": ["rules", "show", "email.address"],
}


def check_color():
    """On a terminal that is not dumb, unless NO_COLOR says something; --color says it otherwise."""
    for verb, command in VERBS.items():
        for wanted, terminals, env, option in [
            (True, (1,), {}, []),
            (True, (1,), {}, ["--color", "auto"]),
            (True, (1,), {"NO_COLOR": ""}, []),
            (False, (1,), {"NO_COLOR": "1"}, []),
            (False, (1,), {"TERM": "dumb"}, []),
            (False, (1,), {"TERM": None}, []),
            (False, (1,), {}, ["--color", "never"]),
            (False, (), {}, []),
            (True, (), {"NO_COLOR": "1", "TERM": "dumb"}, ["--color=always"]),
            # stderr is no matter of stdout's.
            (False, (2,), {}, []),
        ]:
            out, err = run([*command, *option], terminals=terminals, env=env)
            assert (BOLD in out) == wanted, f"{verb}: terminals {terminals}, {env}, {option}: {out!r}"
            assert "\x1b" not in err.replace("\r \x1b[J\r", ""), err


def check_streams_apart():
    """Progress is of stderr, colour of stdout: each looks at its own."""
    many = RECORD * 200_000
    slow = ["scan", "--batch-bytes", "32KiB", "--threads", "1", "--format", "text", "-o", os.devnull, "--force"]
    _, err = run(slow, terminals=(2,), stdin=many)
    assert re.search(r"\r\x1b\[\?7l[\d.]+ [kM]B, .* findings\x1b\[J\x1b\[\?7h\r", err), err
    assert re.search(r"\r \x1b\[J\r200,000 records", err), err
    for terminals, env, option in [((), {}, []), ((1,), {}, []), ((2,), {"TERM": "dumb"}, []), ((2,), {}, ["--quiet"]),
                                   ((2,), {}, ["--progress", "off"])]:
        _, err = run([*slow, *option], terminals=terminals, env=env, stdin=many)
        assert "\x1b" not in err and "B/s" not in err, f"{terminals}, {env}, {option}: {err!r}"


def check_quiet():
    """--quiet leaves unsaid what is no data: notices, summaries, tables of what is right."""
    with tempfile.TemporaryDirectory() as name:
        rules = pathlib.Path(name) / "rules"
        rules.mkdir()
        (rules / "own.toml").write_text("[[rule]]\nid = 'email.address'\nentity = 'EMAIL_ADDRESS'\nregex = '\\bACME-\\d{6}\\b'\n")
        for command in (["scan"], ["redact"]):
            assert "1 record" in run(command)[1]
            assert run([*command, "-q"])[1] == "", command
        for verb in ("list", "show", "check"):
            command = ["rules", verb, "--rules", str(rules), "email.address"]
            told, quiet = run(command), run([*command, "--quiet"])
            assert "is overridden" in told[1] and quiet[1] == "", (told, quiet)
            assert quiet[0] == ("" if verb == "check" else told[0]), quiet


def main():
    global PRIVET
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    PRIVET = parser.parse_args().privet.resolve()
    signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    return checks.run(checks.named(globals(), "check_"))


if __name__ == "__main__":
    sys.exit(main())
