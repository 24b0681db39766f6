"""The built program, run from outside in a fresh folder, and the runner of the cases that do so."""

import argparse
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time


class Answer:
    """What a run gave: its status, what it wrote, and the time it took."""

    def __init__(self, status, out, err, seconds):
        self.status, self.out, self.err, self.seconds = status, out, err, seconds

    def __repr__(self):
        return f"status {self.status}\n--- out\n{self.out[-2000:]}\n--- err\n{self.err[-2000:]}"


def standing(number):
    """Where a process stands that has not ended: its state, its time, and what its threads wait for."""
    lines = []
    for thread in sorted(pathlib.Path(f"/proc/{number}/task").glob("*")):
        try:
            words = (thread / "stat").read_text().rpartition(")")[2].split()
            waits = (thread / "wchan").read_text() or "-"
            lines.append(f"thread {thread.name}: {words[0]}, {words[11]} + {words[12]} ticks, waits in {waits}")
        except OSError:
            lines.append(f"thread {thread.name}: gone")
    return "; ".join(lines) or "it has ended"


class Place:
    """A fresh folder with a home and a database, and the program in it."""

    def __init__(self, program):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="sen-case-"))
        self.program = os.path.abspath(program)
        self.database = self.folder / "office.db"
        self.environment = {"HOME": str(self.folder), "LANG": "C.UTF-8", "PATH": os.environ["PATH"], "SEN_ACTOR": "lan"}
        self.processes = []

    def words(self, arguments, database=True):
        front = ["--database", str(self.database)] if database else []
        return [self.program, *front, "--today", "2025-12-01", *map(str, arguments)]

    def start(self, *arguments, database=True, environment=None, **more):
        """Starts the program and does not wait for it."""
        values = {**self.environment, **(environment or {})}
        more.setdefault("stdin", subprocess.DEVNULL)
        more.setdefault("stdout", subprocess.PIPE)
        more.setdefault("stderr", subprocess.PIPE)
        process = subprocess.Popen(
            self.words(arguments, database), cwd=self.folder,
            env={name: value for name, value in values.items() if value is not None}, **more)
        self.processes.append(process)
        return process

    def run(self, *arguments, input=None, timeout=120, **more):
        """Runs the program to its end."""
        if input is not None:
            input = input if isinstance(input, bytes) else input.encode()
            more["stdin"] = subprocess.PIPE
        started = time.monotonic()
        process = self.start(*arguments, **more)
        try:
            out, err = process.communicate(input, timeout)
        except subprocess.TimeoutExpired as late:
            raise AssertionError(f"{late}; {standing(process.pid)}") from None
        text = [data.decode("utf-8", "replace") if data is not None else "" for data in (out, err)]
        return Answer(process.returncode, *text, time.monotonic() - started)

    def line(self, text, *options, **more):
        return self.run(*options, "-c", text, **more)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def script(self, content, *arguments, **more):
        return self.run(self.write("script.sen", content), *arguments, **more)

    def office(self):
        """Registers a department and a commune."""
        answer = self.script(
            'register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so\n'
            'register unit NGO-QUYEN "Phường Ngô Quyền" kind: vhxh under: SGD-HP\n')
        check(answer.status == 0, "the office is registered", answer)
        return self

    def units(self):
        """The codes of the units, read past the program."""
        with sqlite3.connect(self.database) as connection:
            codes = [row[0] for row in connection.execute("SELECT code FROM unit WHERE retired IS NULL ORDER BY id")]
        connection.close()
        return codes

    def entries(self):
        with sqlite3.connect(self.database) as connection:
            count = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        connection.close()
        return count

    def files(self):
        """The names of all files but the database's own."""
        names = [path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()]
        return sorted(name for name in names if not name.startswith("office.db"))

    def journal_holds(self):
        """The journal holds, and replaying it gives the same tables."""
        for text in ("verify journal", "replay journal"):
            answer = self.line(text)
            check(answer.status == 0, f"‘{text}’ succeeds", answer)

    def close(self):
        for process in self.processes:
            if process.poll() is None:
                process.send_signal(signal.SIGKILL)
                process.wait()
            for stream in (process.stdin, process.stdout, process.stderr):
                if stream:
                    stream.close()
        for path in self.folder.rglob("*"):
            if path.is_dir():
                path.chmod(0o755)
        shutil.rmtree(self.folder, ignore_errors=True)


def check(condition, what, *shown):
    if not condition:
        raise AssertionError(f"expected: {what}\n" + "\n".join(str(one) for one in shown))


def findings(answer):
    """The findings of a run with --errors json; every line of the error output is one."""
    found = []
    for line in answer.err.splitlines():
        try:
            found.append(json.loads(line))
        except ValueError:
            raise AssertionError(f"not JSON: {line!r}\n{answer}") from None
    return found


class LeftOut(Exception):
    """A case that cannot be tried here."""


class Cases:
    """The cases of a check, in order."""

    def __init__(self):
        self.all = []

    def __call__(self, name, slow=False):
        def add(body):
            self.all.append((name, body, slow))
            return body
        return add

    def main(self, description):
        parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
        parser.add_argument("--only", help="run the cases whose name holds this")
        parser.add_argument("--slow", action="store_true", default=bool(os.environ.get("SEN_SLOW")), help="all cases")
        parser.add_argument("program", help="the built program")
        options = parser.parse_args()
        failures = sum(not self.passes(options, *case) for case in self.all)
        sys.exit(1 if failures else 0)

    def passes(self, options, name, body, slow):
        if options.only and options.only not in name:
            return True
        if slow and not options.slow:
            print(f"left out  {name} (slow)")
            return True
        place = Place(options.program)
        started = time.monotonic()
        try:
            body(place)
            result, reason = "ok     ", ""
        except LeftOut as missing:
            result, reason = "left out", f" ({missing})"
        except AssertionError as failure:
            result, reason = "FAILED ", f"\n{failure}"
        except subprocess.TimeoutExpired as failure:
            result, reason = "FAILED ", f"\n{failure}"
        finally:
            place.close()
        print(f"{result}   {name} ({time.monotonic() - started:.1f} s){reason}", flush=True)
        return result != "FAILED "
