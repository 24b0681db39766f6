"""Measures Sen beside its peers: python3 bench.py SEN FOLDER [--json] [--rounds N] [CASE…]

Every case is measured in interleaved rounds (Sen, peer, peer, Sen, …); told are medians, and for each peer the median of
the rounds' ratios. A whole process is timed from its start to its end; a figure "per" something is the difference of a
long and a short run of the same program, so that starting and reading are not in it. Every answer is compared with the
peers' before a figure counts.
"""

import json
import os
import sys

import bench_indicators
import bench_papers
import bench_store
from bench_frame import (
    AS_JSON, FOLDER, NAMES, PYTHON, TRAININGS, Case, digits, has, make_tables, path, per, process, sen, whole, write)


# Scripts of interpreters.

def loops():
    case = Case("loop", "ten million additions of whole numbers in a loop", "ns each", "≤ 2 × lua5.4")
    body = "let s = 0\nfor i in range(1, %d) do\n  set $s = $s + $i\nend\nlog warn \"sum\"\n$s\n"
    write("loop.sen", body % 10_000_000), write("loop0.sen", body % 10)
    write("loop.lua", "local s = 0\nfor i = 1, 10000000 do s = s + i end\nprint(s)")
    write("loop0.lua", "local s = 0\nfor i = 1, 10 do s = s + i end\nprint(s)")
    write("loop.py", "def f(n):\n    s = 0\n    for i in range(1, n + 1):\n        s = s + i\n    print(s)\nimport sys\nf(int(sys.argv[1]))\n")
    write("loop.tcl", "proc f {n} {set s 0; for {set i 1} {$i <= $n} {incr i} {set s [expr {$s + $i}]}; puts $s}\nf [lindex $argv 0]")
    n = 10_000_000
    case.way("sen", per(["sen", path("loop.sen")], ["sen", path("loop0.sen")], n, answer=digits))
    case.way("lua5.4", per(["lua5.4", path("loop.lua")], ["lua5.4", path("loop0.lua")], n, answer=digits), "lua5.4")
    case.way("python3", per([PYTHON, path("loop.py"), str(n)], [PYTHON, path("loop.py"), "10"], n, answer=digits))
    case.way("tclsh", per(["tclsh", path("loop.tcl"), str(n)], ["tclsh", path("loop.tcl"), "10"], n, answer=digits), "tclsh")
    return case


def fib():
    case = Case("fib", "naive fib(27), 832,039 calls", "ns each call", "≤ 2 × lua5.4")
    body = ("def fib(n: number) -> number\n  if $n < 2 then\n    return $n\n  end\n"
            "  return fib($n - 1) + fib($n - 2)\nend\nfib(%d)\n")
    write("fib.sen", body % 27), write("fib0.sen", body % 1)
    lua = "local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end\nprint(fib(%d))"
    write("fib.lua", lua % 27), write("fib0.lua", lua % 1)
    write("fib.py", "import sys\ndef fib(n):\n    return n if n < 2 else fib(n - 1) + fib(n - 2)\nprint(fib(int(sys.argv[1])))")
    write("fib.tcl", "proc fib {n} {if {$n < 2} {return $n}; expr {[fib [expr {$n - 1}]] + [fib [expr {$n - 2}]]}}\nputs [fib [lindex $argv 0]]")
    calls = 832_039
    case.way("sen", per(["sen", path("fib.sen")], ["sen", path("fib0.sen")], calls, answer=digits))
    case.way("lua5.4", per(["lua5.4", path("fib.lua")], ["lua5.4", path("fib0.lua")], calls, answer=digits), "lua5.4")
    case.way("python3", per([PYTHON, path("fib.py"), "27"], [PYTHON, path("fib.py"), "1"], calls, answer=digits))
    case.way("tclsh", per(["tclsh", path("fib.tcl"), "27"], ["tclsh", path("fib.tcl"), "1"], calls, answer=digits), "tclsh")
    return case


def text():
    case = Case("text", "a text appended to a million times", "ns each", "≤ 1.0 × tclsh, linear")
    body = "let t = \"\"\nfor i in range(1, %d) do\n  set $t = \"{$t}abc{$i:0};\"\nend\nlength($t)\n"
    write("text.sen", body % 1_000_000), write("text0.sen", body % 10)
    write("text.tcl", "proc f {n} {set t {}; for {set i 1} {$i <= $n} {incr i} {append t abc$i\\;}; puts [string length $t]}\nf [lindex $argv 0]")
    write("text.py", "import sys\ndef f(n):\n    t = ''\n    for i in range(1, n + 1):\n        t += f'abc{i};'\n    print(len(t))\nf(int(sys.argv[1]))\n")
    n = 1_000_000
    case.way("sen", per(["sen", path("text.sen")], ["sen", path("text0.sen")], n, answer=digits))
    case.way("tclsh", per(["tclsh", path("text.tcl"), str(n)], ["tclsh", path("text.tcl"), "10"], n, answer=digits), "tclsh")
    case.way("python3", per([PYTHON, path("text.py"), str(n)], [PYTHON, path("text.py"), "10"], n, answer=digits))
    return case


def check():
    case = Case("check", "a script of 5,000 lines read and checked, whole process", "ms", "≤ 50 ms")
    lines, python = [], []
    for index in range(500):
        lines += [
            f"# Part {index}",
            f"let t{index} = list trainings period: 2025 under: SGD-HP | where hours >= 4 and women > men",
            f"let by{index} = $t{index} | group by unit with n = count(), women = sum(women), people = sum(women + men) |",
            "  add share = share(women, people) | sort by n desc, unit",
            f"expect count($t{index}) >= 0 else warn \"none in part {index}\"",
            f"for row in $by{index} | first 3 do",
            f"  if $row.share > 50% then log info \"{{$row.unit}}: {{$row.share}}\" end" if False else
            f"  log info \"{{$row.unit}}: {{$row.share}}\"",
            "end",
            f"list units under: SGD-HP | where kind = thpt | join ($by{index}) on unit keep unmatched | keep unit, name, n",
            f"log training SGD-HP \"Lồng ghép giới {index}\" on: 2025-03-14 hours: 4 women: {index} men: 12",
        ]
        python += [f"def f{index}(a, b):", "    c = [x for x in a if x['hours'] >= 4 and x['women'] > x['men']]"] + [
            f"    d{line} = sum(x['women'] for x in c) + b * {line}" for line in range(8)]
    write("check.sen", "\n".join(lines) + "\n"), write("check.py", "\n".join(python) + "\n")
    sen("-c", 'register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so')
    case.way("sen", whole(["sen", "check", path("check.sen")]))
    case.way("python3 (compile)", whole([PYTHON, "-c", f"compile(open('{path('check.py')}').read(), 'x', 'exec')"]))
    return case


# Tables.

COLUMNS = "unit text, on date, topic text, hours number, women number, men number"
GROUP = "where hours >= 4 | group by topic with n = count(), women = sum(women)"


def read_sen(name="trainings.csv", columns=COLUMNS):
    return f'read table "{path(name)}" columns: "{columns}"'


PEER = """
import json, sys, time
what, folder, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
def timed(work):
    best = []
    for _ in range(repeats):
        begin = time.perf_counter()
        answer = work()
        best.append(time.perf_counter() - begin)
    return sorted(best)[len(best) // 2], answer
"""
POLARS = PEER + """
import polars as pl
t = f"{folder}/trainings.csv"
kinds = {"on": pl.Date, "hours": pl.Float64, "women": pl.Int64, "men": pl.Int64}
group = lambda f: f.filter(pl.col("hours") >= 4).group_by("topic").agg(pl.len().alias("n"), pl.col("women").sum())
tell = lambda f: sum(f["n"].to_list()) * 1000003 + sum(f["women"].to_list())
if what == "csv":
    seconds, answer = timed(lambda: tell(group(pl.scan_csv(t, schema_overrides=kinds)).collect()))
else:
    f = pl.read_csv(t, schema_overrides=kinds)
    u = pl.read_csv(f"{folder}/units.csv")
    works = {
        "group": lambda: tell(group(f.lazy()).collect()),
        "sort-number": lambda: f.sort("women", descending=True, maintain_order=True).height,
        "sort-text": lambda: f.sort("unit", maintain_order=True).height,
        "join": lambda: f.join(u, on="unit", how="inner").height,
    }
    seconds, answer = timed(works[what])
print(json.dumps([seconds, str(answer)]))
"""
DUCKDB = PEER + """
import duckdb
t = f"{folder}/trainings.csv"
c = duckdb.connect()
c.execute("set threads = 2")
group = "select count(*) n, sum(women) w, topic from %s where hours >= 4 group by topic"
tell = lambda rows: sum(r[0] for r in rows) * 1000003 + sum(int(r[1]) for r in rows)
if what == "csv":
    seconds, answer = timed(lambda: tell(c.execute(group % f"'{t}'").fetchall()))
else:
    c.execute(f"create table t as select * from '{t}'")
    c.execute(f"create table u as select * from '{folder}/units.csv'")
    made = lambda sql: (c.execute("create or replace temp table r as " + sql), c.execute("select count(*) from r").fetchone()[0])[1]
    works = {
        "group": lambda: tell(c.execute(group % "t").fetchall()),
        "sort-number": lambda: made("select * from t order by women desc"),
        "sort-text": lambda: made("select * from t order by unit"),
        "join": lambda: made("select t.*, kind, province from t join u using (unit)"),
    }
    seconds, answer = timed(works[what])
print(json.dumps([seconds, str(answer)]))
"""


def peer(case, what, scale):
    """Adds the peers that Python can load; they are timed inside, without their start and import."""
    for name, program in (("polars", POLARS), ("duckdb", DUCKDB)):
        if not has(name):
            continue
        script = write(f"peer_{name}.py", program)

        def run(script=script):
            _, text, held = process([sys.executable, script, what, FOLDER, "1" if what == "csv" else "5"])
            seconds, answer = json.loads(text)
            return seconds * scale, answer, held
        case.way(name, run)


def told(text):
    """The answer of `GROUP` as CSV in one number, as the peers tell it."""
    rows = [line.split(",") for line in text.split("\n")[1:] if line]
    return str(sum(int(row[1]) for row in rows) * 1000003 + sum(int(row[2]) for row in rows))


def csv():
    make_tables()
    case = Case(
        "csv", "a million trainings from CSV to 30 groups; Sen as a whole process, the peers' query alone", "ms",
        "≤ 1.0 × polars, ≤ 300 MB")
    line = f"{read_sen()} | {GROUP} | show as: csv"
    case.way("sen", whole(["sen", "-c", line], answer=told))
    peer(case, "csv", 1000)
    return case


def memory(name, what, pipeline, goal, answer):
    """A pipeline over a million rows in memory, by the difference of eleven runs and one."""
    make_tables()
    case = Case(name, what, "ns a row", goal)
    last = f"$t | {pipeline} | {answer}"
    units = f"let u = {read_sen('units.csv', 'unit text, kind text, province text')}\n" if "$u" in pipeline else ""

    # Rows are gathered when somebody reads them: the sums read three columns in their new order.
    read = "sum($r, hours) + sum($r, women) + sum($r, men)" if "group" not in pipeline else "sum($r, women)"

    def script(times):
        return (f"let t = {read_sen()}\n{units}for i in range(1, {times}) do\n  let r = $t | {pipeline}\n"
                f"  expect {read} > 0 else stop \"nothing\"\nend\n{last}\n")
    write(f"{name}.sen", script(11)), write(f"{name}0.sen", script(1))
    case.way("sen", per(["sen", path(f"{name}.sen")], ["sen", path(f"{name}0.sen")], 10 * TRAININGS,
                        answer=told if "csv" in answer else digits))
    peer(case, name, 1e9 / TRAININGS)
    return case


def group():
    return memory("group", "where and group by (30 groups) over a million rows in memory", GROUP, "≤ 15 ns a row", "show as: csv")


def sort_number():
    return memory("sort-number", "sort by a number over a million rows", "sort by women desc", "≤ 2 × the better peer", "count")


def sort_text():
    return memory("sort-text", "sort by a text of 52,000 over a million rows", "sort by unit", "≤ 2 × the better peer", "count")


def join():
    return memory("join", "join a million rows to 52,000", "join ($u) on unit", "≤ 2 × the better peer", "count")


CASES = {
    "loop": loops, "fib": fib, "text": text, "check": check, "csv": csv, "group": group, "sort-number": sort_number,
    "sort-text": sort_text, "join": join, **bench_store.CASES, **bench_indicators.CASES,
    **bench_papers.CASES,
}


def show(result):
    print(f"\n{result['case']}: {result['what']}" + (f"   (goal {result['goal']})" if result["goal"] else ""))
    for figure in result["figures"]:
        ratio = f"   Sen is {figure['sen-is']:.2f} ×" if figure["sen-is"] is not None else ""
        print(f"  {figure['who']:<18} {figure['median']:>10.2f} {result['unit']:<12} "
              f"({figure['least']:.2f}..{figure['most']:.2f}) {figure['memory-mb']:>7.1f} MB{ratio}")
    if not result["same-answer"]:
        print(f"  THE ANSWERS DIFFER: {result['answers']}")


def main():
    os.makedirs(FOLDER, exist_ok=True)
    for name in os.listdir(FOLDER):
        if ".db" in name:
            os.remove(path(name))
    unknown = [name for name in NAMES if name not in CASES]
    if unknown:
        sys.exit(f"No case {', '.join(unknown)}; there are: {', '.join(CASES)}")
    results = []
    for name in NAMES or CASES:
        try:
            results.append(CASES[name]().measure())
        except RuntimeError as problem:
            results.append({"case": name, "failed": str(problem)})
            print(f"\n{name}: FAILED {problem}", file=sys.stderr)
            continue
        if not AS_JSON:
            show(results[-1])
    if AS_JSON:
        print(json.dumps(results, ensure_ascii=False, indent=1))
    if any("failed" in result or not result["same-answer"] for result in results):
        sys.exit(1)


main()
