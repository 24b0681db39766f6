#!/usr/bin/env python3
"""Holds the text of every paper of the invented office against the files beside this one: check.py SEN [--update]"""
import difflib
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
SEN = os.path.abspath(sys.argv[1])
# The paper, its period and its unit; each report that the program has must stand here.
PAPERS = [
    ("annual-report", "2025", "SGD-SEN"),
    ("budget-settlement", "2025", "SGD-SEN"),
    ("campaign-report", "2025", "SGD-SEN"),
    ("cost-estimate", "2026", "SGD-SEN"),
    ("indicators", "2025", "SGD-SEN"),
    ("monthly-digest", "2025-11", "SGD-SEN"),
    ("unit-report", "2025", "THPT-06"),
]


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, cwd=os.path.join(HERE, "..", ".."))
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


def office(home):
    """The invented office as a database, and the program on it."""
    sen = [SEN, "--database", os.path.join(home, "demo.db"), "--today", "2025-12-01", "--language", "vi"]
    run(*sen, "seeds/demo.sen")
    return sen


def render(sen, paper, path):
    name, period, unit = paper
    run(*sen, "-c", f'render report {name} period: {period} under: {unit} unaccepted: yes to: "{path}"')


def main():
    with tempfile.TemporaryDirectory() as home:
        sen = office(home)
        listed = set(run(*sen, "-c", 'list reports | keep report | save "' + os.path.join(home, "list.csv") + '"') and
                     open(os.path.join(home, "list.csv"), encoding="utf-8-sig").read().split()[1:])
        assert listed == {name for name, _, _ in PAPERS}, f"papers without a golden text: {listed}"
        changed = []
        for paper in PAPERS:
            path = os.path.join(home, paper[0] + ".md")
            render(sen, paper, path)
            golden = os.path.join(HERE, paper[0] + ".md")
            with open(path, encoding="utf-8") as file:
                text = file.read()
            before = open(golden, encoding="utf-8").read() if os.path.exists(golden) else ""
            if text == before:
                continue
            changed.append(paper[0])
            if "--update" in sys.argv:
                with open(golden, "w", encoding="utf-8") as file:
                    file.write(text)
            else:
                lines = difflib.unified_diff(before.splitlines(), text.splitlines(), golden, path, lineterm="", n=1)
                print("\n".join(list(lines)[:60]))
    if "--update" in sys.argv:
        print(f"golden: {', '.join(changed) or 'nothing'} written anew")
    else:
        assert not changed, f"golden: other texts than before: {', '.join(changed)}; --update takes them"
        print(f"golden: {len(PAPERS)} papers say what they said")


if __name__ == "__main__":
    main()
