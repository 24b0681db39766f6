#!/usr/bin/env python3
"""Drives the prompt on a real terminal and checks what the screen shows.

    Tests/Terminal/check.py [--only WORD] [--stubborn LINE] [--secret LINE] PROGRAM [ARGUMENT…]

Each case starts the program anew with an empty home; `{home}` in an argument stands for it. `--stubborn` names a line
that runs for some seconds and cannot be cancelled; without it its case is left out. `--secret` names another line that
asks for a secret. Cases in tmux are left out where there is no tmux.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time

from cases import CASES
from session import Session, TmuxSession


class Stage:
    """What a case needs: sessions of the program, all with one home."""

    def __init__(self, command, options):
        self.home = tempfile.mkdtemp(prefix="sen-home-")
        self.command = [word.replace("{home}", self.home) for word in command]
        self.options = options
        self.sessions = []

    def start(self, kind=Session, command=None, **more):
        session = kind(command or self.command, self.home, **more)
        self.sessions.append(session)
        return session

    def files(self):
        """Every file below the home."""
        return [os.path.join(folder, name) for folder, _, names in os.walk(self.home) for name in names]

    def close(self):
        for session in self.sessions:
            session.close()
        shutil.rmtree(self.home, ignore_errors=True)


def run(case, command, options):
    stage = Stage(command, options)
    started = time.monotonic()
    try:
        for kind in case.kinds:
            case.body(stage, kind)
        return None, time.monotonic() - started
    except AssertionError as failure:
        return str(failure), time.monotonic() - started
    finally:
        stage.close()


def left_out(case, options):
    if case.needs and not getattr(options, case.needs):
        return f"needs --{case.needs}"
    if TmuxSession in case.kinds and not shutil.which("tmux"):
        return "needs tmux"
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="run the cases whose name holds this")
    parser.add_argument("--stubborn", help="a line that runs for some seconds and cannot be cancelled")
    parser.add_argument("--secret", default="create case key", help="a line that asks for a secret")
    parser.add_argument("program", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if not options.program:
        parser.error("name the program")
    failures = 0
    for case in CASES:
        if options.only and options.only not in case.name:
            continue
        reason = left_out(case, options)
        if reason:
            print(f"left out  {case.name} ({reason})")
            continue
        failure, seconds = run(case, options.program, options)
        print(f"{'FAILED ' if failure else 'ok     '}   {case.name} ({seconds:.1f} s)", flush=True)
        if failure:
            failures += 1
            print(failure)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
