"""Runs the checks of a test, which are functions of its module, and counts them."""
import pathlib
import tempfile


def named(module, beginning, *, only=()):
    """The functions of globals() whose names begin so, in their order; with `only`, those of these names."""
    return {name: check for name, check in list(module.items()) if name.startswith(beginning) and (not only or name in only)}


def in_folder(prefix, wrap=pathlib.Path):
    """Calls a check with a fresh folder of its own, as `wrap` makes it of its name."""
    def call(check):
        with tempfile.TemporaryDirectory(prefix=prefix) as folder:
            check(wrap(folder))
    return call


def run(checks, call=lambda check: check(), failures=AssertionError):
    """The exit code: 0 if there was a check and none failed."""
    failed = 0
    for name, check in checks.items():
        try:
            call(check)
        except failures as problem:
            failed += 1
            print(f"FAILED {name}: {str(problem)[:4000]}")
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed or not checks else 0
