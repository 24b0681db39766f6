"""The cases of indicators: 60 ratios over every school of the country and every month of a year, beside data frames."""

import array
import json
import os
import random
import shutil
import sqlite3
import sys

from bench_frame import FOLDER, Case, has, path, process, sen, whole, write

PROVINCES, ELEMENTS, MONTHS = 34, 60, 12
# A multiple of 4096, so that the last figure of each month is the one with which Sen packs.
SCHOOLS = int(os.environ.get("SCHOOLS", "53248"))
COMMUNES = max(SCHOOLS // 16, PROVINCES)
KEPT = os.path.join(".build", "bench", f"schools-{SCHOOLS}")


def kept(name):
    return os.path.join(KEPT, name)


def commune(school):
    return school * COMMUNES // SCHOOLS


def province(commune):
    return commune * PROVINCES // COMMUNES


def make_register():
    """The register, the elements, and 60 indicators, each the ratio of two elements that follow each other."""
    lines = ['atomic "register"']
    lines += [f'  register unit P{p:02d} "Sở {p}" kind: so' for p in range(PROVINCES)]
    lines += [f'  register unit C{c:04d} "Xã {c}" kind: vhxh under: P{province(c):02d}' for c in range(COMMUNES)]
    lines += [f'  register unit S{s:05d} "Trường {s}" kind: th under: C{commune(s):04d}' for s in range(SCHOOLS)]
    lines += [f'  define element e{e:02d} "element {e}" type: count over-time: sum over-units: sum' for e in range(ELEMENTS)]
    lines += [f'  define indicator I{i:02d} "ratio {i}" vi: "tỷ lệ {i}" numerator: "e{i:02d}" denominator: '
              f'"e{(i + 1) % ELEMENTS:02d}" source: "bench" confidence: local direction: info' for i in range(ELEMENTS)]
    return "\n".join(lines + ["end\n"])


def make_figures():
    """The database, and the same cells as numbers for data frames; made once, which takes minutes, and kept.

    The first row comes by a sentence, and so does the last one of every month, with which Sen packs what came. The
    others are put in as `import figures` leaves them, without the hour that it would take to check them.
    """
    if os.path.exists(kept("done")):
        return
    shutil.rmtree(KEPT, ignore_errors=True)
    os.makedirs(KEPT)
    print(f"  making {SCHOOLS * ELEMENTS * MONTHS:,} figures", file=sys.stderr)
    write("register.sen", make_register())
    at = ["--today", "2026-01-15", "--database", kept("figures.db")]
    process([sys.argv[1], *at, path("register.sen")])
    write("first.csv", "element,unit,period,total\ne00,S00000,2025-01,1\n")
    process([sys.argv[1], *at, "-c", f'import figures from: "{path("first.csv")}"'])
    dice = random.Random(16)
    with open(kept("cells.part"), "wb") as cells:
        for month in range(1, MONTHS + 1):
            numbers = array.array("H", (n % 2000 + 1 for n in array.array("H", dice.randbytes(SCHOOLS * ELEMENTS * 2))))
            if month == 1:
                numbers[0] = 1
            numbers.tofile(cells)
            put(month, numbers)
            last = f"record figure e59 unit: S{SCHOOLS - 1:05d} period: 2025-{month:02d} total: {numbers[-1]}"
            print(f"  month {month}: {process([sys.argv[1], *at, '-c', last])[0]:.0f} s", file=sys.stderr)
    os.rename(kept("cells.part"), kept("cells"))
    open(kept("done"), "w").close()


def put(month, numbers):
    """Puts the figures of a month in, all but the last, and in January the first."""
    base = sqlite3.connect(kept("figures.db"))
    recorded = base.execute("select max(seq) from entry").fetchone()[0]
    units = [row[0] for row in base.execute("select id from unit where code like 'S%' order by code")]
    elements = [row[0] for row in base.execute("select id from element order by code")]

    def rows():
        for e, element in enumerate(elements):
            for s, unit in enumerate(units):
                if (month, e, s) != (1, 0, 0) and (e, s) != (ELEMENTS - 1, SCHOOLS - 1):
                    yield element, unit, f"2025-{month:02d}", str(numbers[s * ELEMENTS + e]), recorded
    base.executemany("insert into figure (element, unit, period, total, state, recorded) values (?, ?, ?, ?, 'reported', ?)", rows())
    base.commit()
    base.close()


PEER = """
import json, sys, time
what, folder = sys.argv[1], sys.argv[2]
names = [f"e{e:02d}" for e in range(60)]
def cells():
    import numpy
    cells = numpy.fromfile(f"{folder}/cells", dtype="uint16").reshape(12, -1, 60).astype("int32")
    schools = numpy.arange(cells.shape[1])
    communes = max(len(schools) // 16, 34)
    commune = schools * communes // len(schools)
    columns = {"commune": numpy.tile(commune, 12), "province": numpy.tile(commune * 34 // communes, 12)}
    columns["month"] = numpy.repeat(numpy.arange(1, 13), len(schools))
    columns = {name: column.astype("int32") for name, column in columns.items()}
    return columns | {name: cells[:, :, e].reshape(-1) for e, name in enumerate(names)}
def timed(work, times):
    spans = []
    for _ in range(times):
        begin = time.perf_counter()
        answer = work()
        spans.append(time.perf_counter() - begin)
    return sorted(spans)[len(spans) // 2], answer
"""
POLARS = PEER + """
import os
import polars as pl
file = f"{folder}/cells.parquet"
if not os.path.exists(file):
    pl.DataFrame(cells()).write_parquet(file)
def ratios(frame, keys):
    sums = frame.group_by(keys).agg(pl.col(names).sum().cast(pl.Int64))
    told = sums.select([(pl.col(a) / pl.col(b)).max().alias(a) for a, b in zip(names, names[1:] + names[:1])])
    return sum((told.collect() if isinstance(told, pl.LazyFrame) else told).row(0))
keys = ["province", "month"]
keys = ["commune", "month"] if what == "tree" else keys
work = lambda frame: ratios(frame, keys)
if what == "warm":
    frame = pl.read_parquet(file)
    seconds, answer = timed(lambda: ratios(frame.lazy(), keys), 9)
else:
    seconds, answer = timed(lambda: work(pl.scan_parquet(file)), 1)
print(json.dumps([seconds, f"{answer:.4f}"]))
"""
DUCKDB = PEER + """
import os
import duckdb
file = f"{folder}/cells.duckdb"
if not os.path.exists(file):
    held = cells()
    made = duckdb.connect(file)
    made.execute("create table cells (" + ", ".join(f"{name} integer" for name in held) + ")")
    import pandas
    made.register("frame", pandas.DataFrame(held))
    made.execute("insert into cells select * from frame")
    made.close()
base = duckdb.connect(file, read_only=True)
base.execute("set threads = 2")
sums = ", ".join(f"sum({name}) as {name}" for name in names)
told = " + ".join(f"max({a} / {b})" for a, b in zip(names, names[1:] + names[:1]))
def ratios(groups):
    return float(base.execute(f"select {told} from (select {sums} from cells group by {groups})").fetchone()[0])
by = "grouping sets ((commune, month), (province, month), (month))" if what == "tree" else "province, month"
if what == "warm":
    base.execute("create temp table held as select * from cells")
    base.execute("select count(*) from held").fetchone()
seconds, answer = timed(lambda: ratios(by), 9 if what == "warm" else 1)
print(json.dumps([seconds, f"{answer:.4f}"]))
"""


def peers(case, what):
    for name, program in (("polars", POLARS), ("duckdb", DUCKDB)):
        if not has(name):
            continue
        script = write(f"figures_{name}.py", program)

        def run(script=script):
            _, text, held = process([sys.executable, script, what, KEPT])
            seconds, answer = json.loads(text)
            return seconds * 1000, answer, held
        run()
        case.way(name, run)


def line(at):
    return f"compute indicators from: 2025-01 to: 2025-12 at: [{at}] | group by indicator with most = max(value)"


def told(text):
    """The sum of the largest ratios of the indicators, as the peers tell it."""
    return f"{sum(float(line.split(',')[1]) for line in text.split()[1:]) / 100:.4f}"


def words(*lines):
    return [sys.argv[1], "--database", os.path.abspath(kept("figures.db")), "--language", "en", "--color", "never", *lines]


def measured(name, what, goal, at):
    make_figures()
    return Case(name, what, "ms", goal).way("sen", whole(words("-c", line(at) + " | show as: csv"), answer=told))


def warm():
    """The same question asked eleven times in a session, less the time of one."""
    make_figures()
    case = Case("indicators-warm", "the same question again in the same session; the peers have all cells in memory", "ms", "≤ 0.5 × polars")
    scripts = [write(f"warm{times}.sen", f"for i in range(1, {times}) do\n  let r = {line('so')}\n"
                     f"  expect count($r) = 60 else stop \"not all\"\nend\n{line('so')} | show as: csv\n") for times in (1, 11)]

    def run():
        short = process(words(scripts[0]))[0]
        seconds, text, held = process(words(scripts[1]))
        return max(seconds - short, 1e-9) * 100, told(text), held
    case.way("sen", run)
    peers(case, "warm")
    return case


def provinces():
    case = measured("indicators", f"60 ratios of {SCHOOLS:,} schools by month and province, from the file; Sen as a whole "
                    "process, the peers' query alone", "≤ 0.4 × polars, ≤ 250 MB", "so")
    peers(case, "file")
    return case


def tree():
    case = measured("indicators-tree", "the same for every commune and province", "≤ 0.3 × duckdb", "so, vhxh")
    peers(case, "tree")
    return case


def corrected():
    """The time of the question after one figure was corrected, less that before it."""
    make_figures()
    case = Case("indicators-corrected", "60 ratios by month and province after one corrected figure, beyond the same without", "ms", "≤ 5 ms")
    words_before = words("-c", line("so") + " | show as: csv")
    if not os.path.exists(kept("corrected.db")):
        shutil.copyfile(kept("figures.db"), kept("corrected.part"))
        os.rename(kept("corrected.part"), kept("corrected.db"))
    words_after = [kept("corrected.db") if word.endswith("figures.db") else word for word in words_before]
    figure = "record figure e07 unit: S00017 period: 2025-05 total: %d"

    def run():
        for total in (random.randrange(2000), 5):
            process([sys.argv[1], "--today", "2026-01-15", "--database", kept("corrected.db"), "-c", figure % total])
        spans = [[process(w)[0] for _ in range(3)] for w in (words_before, words_after)]
        return max(min(spans[1]) - min(spans[0]), 1e-9) * 1000, None, None
    case.way("sen", run)
    return case


def forecasts():
    """Twelve months of every indicator and province continued for a year."""
    make_figures()
    case = Case("forecasts", f"{ELEMENTS} indicators of {PROVINCES} provinces forecast from twelve months", "ms", "≤ 1 s")
    question = "forecast indicators period: 2025-12 back: 1 years: 1 at: [so] | count"
    case.way("sen", whole(words("-c", question), answer=lambda text: text))
    return case


CASES = {"indicators": provinces, "indicators-warm": warm, "indicators-tree": tree, "indicators-corrected": corrected,
         "forecasts": forecasts}
