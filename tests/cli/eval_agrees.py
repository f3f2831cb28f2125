#!/usr/bin/env python3
"""Two scorers, written apart, agree: tools/eval's and privet eval's, on every marked corpus, entity and language.

  eval_agrees.py --privet build/release/privet
"""
import argparse
import importlib.machinery
import importlib.util
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "tools"))
import marked_corpora as corpora  # noqa: E402  pylint: disable=wrong-import-position


def scorer():
    loader = importlib.machinery.SourceFileLoader("eval_tool", str(ROOT / "tools/eval"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("eval_tool", loader))
    sys.modules["eval_tool"] = module
    loader.exec_module(module)
    return module


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--privet", required=True, type=pathlib.Path)
    privet = parser.parse_args().privet.resolve()
    tool = scorer()
    wrong, compared = [], 0
    for path in corpora.files():
        if path.name == corpora.UNSEEN:
            continue  # nobody reads its mistakes
        records = corpora.read([path])
        table = tool.table(records, tool.run(records, str(privet)))
        done = subprocess.run([privet, "eval", path, "--by", "lang", "--format", "jsonl", "--quiet"], capture_output=True,
                              text=True, check=False)
        if done.returncode != 0:
            wrong.append(f"{path.name}: {done.stderr}")
            continue
        for line in done.stdout.splitlines():
            row = json.loads(line)
            other = table.get((row["entity"], row["value"] if row["key"] else tool.ALL))
            if other is None:
                continue  # the sum of all, which the other does not make
            compared += 1
            pairs = [(row["gold"], other["gold"]), (row["found"], other["found"]), (row["exact"], other["true"]),
                     (row["false_alarms"], other["false_alarms"])]
            pairs += [(row[name], other[name]) for name in tool.FIGURES]
            if any(abs(a - b) > 1e-6 for a, b in pairs):
                wrong.append(f"{path.name} {row['entity']} {row['value']}: {pairs}")
    print("\n".join(wrong) or f"{compared} rows agree")
    return 1 if wrong or compared < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
