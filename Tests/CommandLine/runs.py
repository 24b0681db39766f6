#!/usr/bin/env python3
"""Runs scripts from outside in every way the program offers: steps, trying out, tracing, asking, time limits, ^C.

    Tests/CommandLine/runs.py [--only WORD] PROGRAM
"""

import os
import pty
import select
import signal
import sqlite3
import time

from program import Cases, check, findings

case = Cases()

HEAD = ('script monthly version 1 "Monthly"\n  param month: period = last month "Month"\n'
        '  param under: unit = SGD-HP "Unit"\nend\n')
STEPS = HEAD + (
    'step "first"\n  register unit A "A" kind: th under: $under\n  list units | save "first.csv"\nend\n'
    'step "second {$month}"\n  register unit B "B" kind: th under: $under\nend\n')


# Steps.

@case("4: a run that broke goes on behind its finished steps, and forgets them when it ends well")
def steps(place):
    place.office()
    answer = place.script(STEPS + 'expect 1 = 2 else stop "broken"\n')
    check(answer.status == 4 and "expectation-failed" in answer.err and "done-in-part" in answer.err, "status 4", answer)
    for words, shown in ((["--language", "vi"], 'bước "first": đã làm trước đó, bỏ qua'), ([], 'step "first": done before, skipped')):
        answer = place.run(*words, place.write("script.sen", STEPS + "expect 1 = 2 else stop \"broken\"\n"))
        check(answer.status == 4 and shown in answer.out, shown, answer)
    answer = place.script(STEPS + 'register unit C "C" kind: th\n')
    check(answer.status == 0 and 'second 2025-11": done before' in answer.out, "through", answer)
    check(place.units()[2:] == ["A", "B", "C"], "each once", place.units())
    answer = place.script(STEPS)
    check(answer.status == 1 and "unit-code-taken" in answer.err, "the next run does all again", answer)
    place.journal_holds()


@case("--again does finished steps again; other arguments are another run")
def again(place):
    place.office()
    path = place.write("script.sen", STEPS + 'expect 1 = 2 else stop "broken"\n')
    check(place.run(path).status == 4, "4")
    check(place.run(path, "--month", "2025-10").status == 1, "another month begins at the first step")
    answer = place.run("run", "--again", path)
    check(answer.status == 1 and "unit-code-taken" in answer.err, "again", answer)


@case("check finds steps that could not be told apart")
def step_checks(place):
    place.office()
    bad = place.write("bad.sen", HEAD + 'step "a"\nend\nstep "a"\nend\nfor n in [1, 2] do\n  step "b"\n  end\nend\nlog info "{$month} {$under}"\n')
    answer = place.run("--errors", "json", "check", bad)
    codes = [finding["code"] for finding in findings(answer)]
    check(answer.status == 2 and codes == ["step-twice", "step-repeated"], "both", answer)
    answer = place.line('step "x"\nend')
    check(answer.status == 2 and "step-without-script" in answer.err, "a line has no name", answer)


# Trying out, describing, reading.

@case("--plan changes nothing and tells entries and files by name")
def plan(place):
    place.office()
    before = place.entries()
    path = place.write("script.sen", STEPS + 'import units from: "new.csv"\n')
    place.write("new.csv", "unit,name,kind,under\nX,Trường X,th,SGD-HP\n")
    answer = place.run("run", "--plan", path)
    check(answer.status == 0, "status 0", answer)
    for shown in ('register unit A "A" kind: th', "first.csv", "Nothing was changed", "entries, 1 file"):
        check(shown in answer.out, shown, answer)
    check(place.entries() == before and place.files() == ["new.csv", "script.sen"], "nothing changed", place.files())
    answer = place.run("run", "--plan", place.write("script.sen", STEPS + 'list units | save "deep/er/x.csv"\nexpect 1 = 2 else stop "no"\n'))
    check(answer.status == 3 and "first.csv" in answer.out, "how it would end, and what was changed by then", answer)
    check(not (place.folder / "deep").exists(), "no folder is made")
    check(place.line(STEPS, "--plan").status == 0, "a line too")


@case("--explain describes a script and runs nothing")
def explain(place):
    place.office()
    path = place.write("script.sen", STEPS + 'expect 1 = 2 else stop "broken"\n')
    place.run(path)
    before = place.entries()
    answer = place.run("run", "--explain", path, "--month", "2025-11")
    for shown in ("monthly 1", "2025-11", "register unit", "save", 'step "first"', 'Done before, and skipped: "first"', "Nothing was run"):
        check(shown in answer.out, shown, answer)
    check(answer.status == 0 and place.entries() == before, "nothing ran", answer)
    answer = place.line("explain list units | where kind = th | group by kind with n = count()", "--language", "vi")
    check(answer.status == 0 and "gộp thành một dòng" in answer.out and "Chưa chạy gì cả" in answer.out, "Vietnamese", answer)


@case("--as-of answers from the past, moves today, and refuses to write")
def as_of(place):
    place.office()
    answer = place.line('let m = last month\nlog info "{$m}"\nlist units | count', "--as-of", "2024-03-15")
    check(answer.status == 0 and "2024-02" in answer.err and answer.out == "0\n", "nothing was recorded then", answer)
    answer = place.line('register unit A "A" kind: th', "--as-of", "2024-03-15", "--errors", "json")
    check(answer.status == 2 and findings(answer)[0]["code"] == "effect-not-allowed", "refused", answer)
    check(place.line("list units | count", "--as-of", "2025-12-01").out == "2\n", "the end of the day counts")
    answer = place.line('as-of 2024-03-15 list units | count')
    check(answer.status == 0 and answer.out == "0\n", "the word in front of a line", answer)


# Watching.

@case("--trace tells each statement with its line, then its time and rows")
def trace(place):
    place.office()
    answer = place.run("run", "--trace", place.write("script.sen", "let all = list units\nfor u in $all do\n  log info \"{$u.unit}\"\nend\nlist units | first 1\n"))
    check(answer.status == 0, "status 0", answer)
    lines = answer.err.splitlines()
    starts = [line.split("script.sen:")[1] for line in lines if "script.sen:" in line]
    check(starts[0].startswith("1 let all = list units") and " ms, 2 rows" in starts[1], "the first", starts)
    check(sum(start.startswith("3 log info") for start in starts) == 2, "the inner one, twice", starts)
    check(" ms, 1 row" in starts[-1] and starts[-1].startswith("5 "), "the last", starts)


class Terminal:
    """The program on a terminal, without a screen."""

    def __init__(self, place, *arguments):
        self.place, self.text = place, ""
        self.master, other = pty.openpty()
        self.process = place.start(*arguments, stdin=other, stdout=other, stderr=other, environment={"TERM": "dumb"},
                                   start_new_session=True)
        os.close(other)

    def read(self, seconds=0.2):
        while select.select([self.master], [], [], seconds)[0]:
            try:
                data = os.read(self.master, 65536)
            except OSError:
                return self.text
            if not data:
                return self.text
            self.text += data.decode("utf-8", "replace")
        return self.text

    def sees(self, text, seconds=10):
        end = time.monotonic() + seconds
        while text not in self.text:
            check(time.monotonic() < end, f"‘{text}’", self.text)
            self.read(0.05)
        return self

    def types(self, text):
        self.text = ""
        os.write(self.master, text.encode())
        return self

    def ends(self):
        self.process.wait(10)
        self.read()
        os.close(self.master)
        return self.process.returncode


@case("--step asks before each statement: Enter, s, v, q; without a terminal it is refused")
def step_by_step(place):
    place.office()
    path = place.write("script.sen", 'let n = 41 + 1\nregister unit A "A" kind: th\nregister unit B "B" kind: th\nregister unit C "C" kind: th\n')
    terminal = Terminal(place, "run", "--step", path)
    terminal.sees("let n = 41 + 1").sees("q stops")
    terminal.types("\n").sees("register unit A").sees("q stops")
    terminal.types("v\n").sees("$n").sees("42").sees("q stops")
    terminal.types("s\n").sees("register unit B").sees("q stops")
    terminal.types("\n").sees("Registered B").sees("register unit C").sees("q stops")
    terminal.types("q\n")
    check(terminal.ends() == 130, "status 130", terminal.process.returncode, terminal.text)
    check(place.units()[2:] == ["B"], "only B", place.units())
    answer = place.run("run", "--step", path)
    check(answer.status == 1 and "nobody-to-ask" in answer.err and "--trace" in answer.err, "refused", answer)
    check(place.units()[2:] == ["B"], "nothing ran", place.units())


# Catching up.

@case("--catch-up runs each period since the last run that went well, oldest first")
def catch_up(place):
    place.office()
    good = HEAD + 'log info "ran {$month} {$under}"\n'
    def run(content, today, *more):
        return place.run("--today", today, "run", "--catch-up", place.write("script.sen", content), *more)
    def ran(answer):
        return [line.split()[2] for line in answer.err.splitlines() if line.startswith("info: ran")]
    check(ran(run(good, "2025-08-10")) == ["2025-07"], "the first time the last period only")
    answer = run(good, "2025-08-20")
    check(answer.status == 0 and not ran(answer) and "nothing to catch up" in answer.out, "nothing", answer)
    answer = run(good, "2025-11-02")
    check(ran(answer) == ["2025-08", "2025-09", "2025-10"], "oldest first", answer)
    bad = good + 'if $month = 2026-01 then\n  expect 1 = 2 else stop "no data"\nend\n'
    answer = run(bad, "2026-03-01")
    check(answer.status == 4 and ran(answer) == ["2025-11", "2025-12", "2026-01"], "stops, done in part", answer)
    answer = run(bad, "2026-03-02")
    check(answer.status == 3 and ran(answer) == ["2026-01"], "begins there, and nothing is done", answer)
    answer = run(good, "2026-03-02")
    check(answer.status == 0 and ran(answer) == ["2026-01", "2026-02"], "through", answer)
    check(ran(run(good, "2026-03-02", "--under", "NGO-QUYEN")) == ["2026-02"], "other arguments are caught up by themselves")
    for content, words in ((good, ["--month", "2025-10"]), ("list units\n", [])):
        answer = run(content, "2026-03-02", *words)
        check(answer.status == 1 and "cannot-catch-up" in answer.err, "refused", answer)
    place.journal_holds()


# Usage.

@case("2: options where they do not belong")
def usage(place):
    place.office()
    path = place.write("script.sen", "list units\n")
    for words in (["--timeout", "soon", path], ["--timeout", "0s", path], ["--plan", "--catch-up", path], ["--trace", "check", path],
                  ["--catch-up", "-c", "list units"], ["--read-only", "--catch-up", path], ["--as-of", "yesterday", path], [path, "--plan"]):
        answer = place.run("--errors", "json", *words)
        check(answer.status == 2 and findings(answer)[0]["code"] == "usage", "usage", words, answer)
        check(findings(answer)[0]["message"]["vi"], "both languages", answer)
    for language in ("en", "vi"):
        answer = place.run("--language", language, "--help")
        for option in ("--plan", "--explain", "--trace", "--step", "--timeout", "--again", "--catch-up", "--as-of", "130"):
            check(option in answer.out, option, language, answer)
    answer = place.line('log warn "look"\nlet n = 1\nexpect $n = 2 else warn "odd"', "--errors", "json")
    check([sorted(one)[0] for one in findings(answer)] == ["log", "code"], "every line is JSON", answer)


# Stopping.

LIMIT = 0.2


def big_table(rows):
    """A script that has a table of many rows in a variable, from a few."""
    lines = ["let a = list units | keep unit | rename unit to a | add one = 1"]
    for turn in range(4):
        lines.append(f"let b{turn} = $a | rename a to a{turn} | keep a{turn}, one")
    text = "\n".join(lines) + "\nlet all = $a"
    for turn in range(rows):
        text += f" | join ($b{turn}) on one"
    return text + "\n"


def stops(place, path, what, ready=None, before=1.0):
    """^C and --timeout stop a script within 200 ms, three times each; nothing of its transaction is left."""
    seconds = []
    for _ in range(3):
        process = place.start(path)
        if ready:
            check(ready in process.stdout.readline().decode() + process.stderr.readline().decode(), "it began", what)
        time.sleep(before)
        check(process.poll() is None, f"{what} is still at work", process.returncode)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(20)
        seconds.append(time.monotonic() - started)
        check(process.returncode == 130, f"status 130 for {what}", process.returncode, process.stderr.read())
    check(min(seconds) < LIMIT, f"^C stops {what} within 200 ms", seconds)
    over = []
    for _ in range(3):
        answer = place.run("--timeout", "1.5s", "--errors", "json", path)
        check(answer.status == 130, f"status 130 for {what}", answer)
        check("timed-out" in answer.err, "words about the time", answer)
        over.append(answer.seconds - 1.5)
    check(min(over) < LIMIT + 0.1, f"--timeout stops {what} within 200 ms", over)
    check(place.units()[:2] == ["SGD-HP", "NGO-QUYEN"] and len(place.units()) == place.kept, "nothing is left", len(place.units()))
    check(not [name for name in place.files() if "tmp" in name], "no file is left", place.files())
    place.journal_holds()
    print(f"          {what}: ^C {max(seconds) * 1000:.0f} ms, --timeout {max(over) * 1000:.0f} ms at worst")


def within(body):
    """A script that has written before it comes to what takes long."""
    return 'atomic "all"\n  register unit GONE "Gone" kind: th\n  list units | save "gone.csv"\n' + body + "end\n"


@case("^C and --timeout stop a loop")
def stops_loop(place):
    place.office().kept = 2
    body = ("let list = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\nlet n = 0\n" + "".join("for i{} in $list do\n".format(i) for i in range(9))
            + "set $n = $n + 1\n" + "end\n" * 9)
    stops(place, place.write("script.sen", within(body)), "a loop")


@case("^C and --timeout stop a function that calls itself")
def stops_calls(place):
    place.office().kept = 2
    function = "def fib(n: number) -> number\n  if $n < 2 then\n    return $n\n  end\n  return fib($n - 1) + fib($n - 2)\nend\n"
    stops(place, place.write("script.sen", function + within('log info "{fib(60)}"\n')), "a function")


@case("^C and --timeout stop verbs over a big table")
def stops_verbs(place):
    place.office()
    units = 'atomic "u"\n' + "".join(f'register unit U-{n} "Trường {n}" kind: th\n' for n in range(38)) + "end\n"
    check(place.script(units).status == 0, "units")
    place.kept = 40
    sort = big_table(4) + "let sorted = $all | sort by a3 desc, a2, a1 desc, a0, a\nlet n = $sorted | distinct a, a1, a2 | count\n"
    stops(place, place.write("script.sen", within(sort)), "a join and a sort")


@case("^C and --timeout stop a long statement of the database")
def stops_statement(place):
    place.office().kept = 2
    with sqlite3.connect(place.database) as connection:
        # A view that never ends stands in the way of the first statement that reads the units.
        connection.execute("ALTER TABLE unit_version RENAME TO unit_version_kept")
        connection.execute(
            "CREATE VIEW unit_version AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) "
            "SELECT v.* FROM unit_version_kept v WHERE (SELECT max(i) FROM n) > 0")
    connection.close()
    path = place.write("script.sen", "list units\n")
    try:
        place.journal_holds = lambda: None
        stops(place, path, "a statement of the database")
    finally:
        del place.journal_holds


@case("^C and --timeout stop a sentence that waits for another program and for a file")
def stops_waiting(place):
    place.office().kept = 2
    connection = sqlite3.connect(place.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    path = place.write("script.sen", 'register unit LATE "Late" kind: th\n')
    holds, place.journal_holds = place.journal_holds, lambda: None
    stops(place, path, "a wait for the database")
    connection.execute("ROLLBACK")
    connection.close()
    place.journal_holds = holds
    os.mkfifo(place.folder / "never.csv")
    stops(place, place.write("script.sen", 'atomic "x"\n  register unit GONE "Gone" kind: th\n  list units | save "gone.csv"\n  import units from: "never.csv"\nend\n'),
          "a wait for a file")


if __name__ == "__main__":
    case.main(__doc__)
