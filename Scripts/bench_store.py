"""The cases of the store: starting, writing durably and in bulk, looking up, looking back."""

import os
import shutil
import subprocess
import sys

from bench_frame import (
    PYTHON, UNITS, Case, digits, make_tables, path, process, sen, whole, write)


def start():
    case = Case("start", "start, one trivial command, end", "ms", "≤ 2 × sqlite3")
    case.way("sen", whole(["sen", "-c", "show version"]))
    case.way("sqlite3", whole(["sqlite3", ":memory:", "select 1"]), "sqlite3")
    case.way("python3", whole([PYTHON, "-c", "print(1)"]))
    return case


def start_cold():
    case = Case("start-cold", "the same with nothing in the page cache", "ms", "≤ 2 × sqlite3")

    def cold(words):
        run = whole(words)

        def dropped():
            os.sync()
            with open("/proc/sys/vm/drop_caches", "w") as file:
                file.write("3")
            return run()
        return dropped
    if os.access("/proc/sys/vm/drop_caches", os.W_OK):
        case.way("sen", cold(["sen", "-c", "show version"]))
        case.way("sqlite3", cold(["sqlite3", ":memory:", "select 1"]), "sqlite3")
    return case


# A register of 200 units with 100,000 trainings.

def training(n, code=""):
    return (f'log training HP-{n % 200:03d} "Lồng ghép giới {n}" on: 2025-{n % 11 + 1:02d}-{n % 28 + 1:02d} '
            f'hours: 4 women: {n % 60} men: {n % 50 + 1}{code}\n')


def insertion(n):
    """The same training as a row, without its entry in a journal."""
    return (f"INSERT INTO training (code, unit, topic, day, hours, women, men, recorded) VALUES ('TR-{n:04d}', "
            f"{n % 200 + 2}, 'Lồng ghép giới {n}', '2025-{n % 11 + 1:02d}-{n % 28 + 1:02d}', '4', {n % 60}, "
            f"{n % 50 + 1}, 1);\n")


def make_office():
    """A database with units only, at rest, to be copied."""
    if os.path.exists(path("office.db")):
        return
    with open(path("office.sen"), "w") as file:
        file.write('register unit SGD-HP "Sở GDĐT Hải Phòng" kind: so\natomic "units"\n')
        for n in range(200):
            file.write(f'  register unit HP-{n:03d} "Trường {n}" kind: thpt under: SGD-HP\n')
        file.write("end\n")
    sen("--today", "2025-01-15", path("office.sen"), database="office.db")


def make_store():
    if os.path.exists(path("store.db")):
        return
    make_office()
    shutil.copyfile(path("office.db"), path("store.db"))
    write("store.sen", 'atomic "trainings"\n' + "".join("  " + training(n) for n in range(100_000)) + "end\n")
    sen("--today", "2025-12-01", path("store.sen"), database="store.db")


def fresh(name, base="office.db"):
    """A copy of a database, synced, so that its pages are not written during the measurement."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path(name + ending)):
            os.remove(path(name + ending))
    shutil.copyfile(path(base), path(name))
    with open(path(name), "r+b") as file:
        os.fsync(file.fileno())


def on_copies(long, short, count, scale):
    """The difference of a long and a short run, each on a fresh copy of the office, for each of `count` things."""
    def run():
        def timed(words):
            fresh("copy.db")
            return process(words)[0] if words[0] != "sen" else sen(*words[1:], database="copy.db")[0]
        quick = timed(short)
        return max(timed(long) - quick, 1e-9) * scale / count, trainings("copy.db"), None
    return run


def trainings(name):
    return process(["sqlite3", path(name), "select count(*), sum(women), max(code) from training"])[1]


def sqlite(script):
    return ["sqlite3", path("copy.db"), "PRAGMA journal_mode=WAL;", "PRAGMA synchronous=FULL;", f".read {path(script)}"]


DURABLE_C = r"""
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
int main(int count, char **words) {
    sqlite3 *db; sqlite3_stmt *insert; char code[32], topic[64], day[32];
    if (sqlite3_open(words[1], &db)) return 1;
    sqlite3_exec(db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL", 0, 0, 0);
    if (sqlite3_prepare_v2(db, "INSERT INTO training (code, unit, topic, day, hours, women, men, recorded) "
                               "VALUES (?, ?, ?, ?, '4', ?, ?, 1)", -1, &insert, 0)) return 1;
    for (int n = 1; n <= atoi(words[2]); n++) {
        snprintf(code, sizeof code, "TR-%04d", n);
        snprintf(topic, sizeof topic, "Lồng ghép giới %d", n);
        snprintf(day, sizeof day, "2025-%02d-%02d", n % 11 + 1, n % 28 + 1);
        sqlite3_bind_text(insert, 1, code, -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, 2, n % 200 + 2);
        sqlite3_bind_text(insert, 3, topic, -1, SQLITE_STATIC);
        sqlite3_bind_text(insert, 4, day, -1, SQLITE_STATIC);
        sqlite3_bind_int(insert, 5, n % 60);
        sqlite3_bind_int(insert, 6, n % 50 + 1);
        if (sqlite3_step(insert) != SQLITE_DONE) return 1;
        sqlite3_reset(insert);
    }
    sqlite3_finalize(insert);
    return sqlite3_close(db);
}
"""


def compiled(name, source):
    """The path of a C program made of a source; `None` where there is no compiler."""
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler:
        return None
    made = subprocess.run([compiler, "-O2", "-o", path(name), write(name + ".c", source), "-lsqlite3"], check=False)
    return path(name) if made.returncode == 0 else None


def durable():
    make_office()
    case = Case("durable", "one sentence a transaction, each on the disk before the next; the peers keep no journal", "µs each",
                "≤ 1.0 × sqlite3, ≤ 1.18 × C")
    few, many = 10, 3000
    for count in (few, many):
        write(f"durable{count}.sen", "".join(training(n) for n in range(1, count + 1)))
        write(f"durable{count}.sql", "".join(insertion(n) for n in range(1, count + 1)))
    today = ["--today", "2025-12-01"]
    case.way("sen", on_copies(["sen", *today, path(f"durable{many}.sen")], ["sen", *today, path(f"durable{few}.sen")],
                              many - few, 1e6))
    case.way("sqlite3", on_copies(sqlite(f"durable{many}.sql"), sqlite(f"durable{few}.sql"), many - few, 1e6), "sqlite3")
    program = compiled("durable", DURABLE_C)
    if program:
        case.way("C", on_copies([program, path("copy.db"), str(many)], [program, path("copy.db"), str(few)], many - few, 1e6))
    return case


def atomic(name, what, script, goal="≤ 10 µs"):
    make_office()
    case = Case(name, what, "µs each", goal)
    few, many = 100, 50_000
    for count in (few, many):
        write(f"{name}{count}.sen", script(count))
    today = ["--today", "2025-12-01"]
    words = lambda count: ["sen", *today, path(f"{name}{count}.sen")]
    case.way("sen", on_copies(words(many), words(few), many - few, 1e6))
    return case


def sentences():
    case = atomic("sentences", "lines `log training` inside atomic: read, checked, run, journaled",
                  lambda count: 'atomic "x"\n' + "".join("  " + training(n) for n in range(1, count + 1)) + "end\n")
    checks = on_copies(["sen", "check", path("sentences50000.sen")], ["sen", "check", path("sentences100.sen")], 49_900, 1e6)
    case.way("only checked", lambda: (checks()[0], None, None))
    return case


def sentence_loop():
    return atomic("sentence-loop", "one `log training` in a loop inside atomic: checked once, run, journaled", lambda count:
                  f'atomic "x"\n  for i in range(1, {count}) do\n    log training HP-012 "Lồng ghép giới {{$i:0}}" '
                  'on: 2025-03-14 hours: 4 women: 12 men: 5\n  end\nend\n')


def figures():
    definition = 'define element books "books" type: count over-time: sum over-units: sum\n'
    return atomic("figures", "lines `record figure` inside atomic: read, checked, run, journaled", lambda count:
                  definition + 'atomic "x"\n' + "".join(
                      f"  record figure books unit: HP-{n % 200:03d} period: {1700 + n // 200} total: {n}\n"
                      for n in range(count)) + "end\n")


def lookup():
    make_store()
    case = Case("lookup", "99,001 look-ups by code in a script, whole process", "ms", "≤ 0.5 × sqlite3")
    write("lookup.sen", """let women = 0
for i in range(1000, 100000) do
  let code = "TR-{$i:0}"
  let found = list trainings | where training = $code | keep women
  set $women = $women + sum($found, women)
end
$women
""")
    write("lookup.sql", "".join(
        "SELECT t.women FROM training t JOIN unit u ON u.id = t.unit WHERE t.retired IS NULL AND t.code = "
        f"'TR-{n}';\n" for n in range(1000, 100_001)))
    case.way("sen", whole(["sen", path("lookup.sen")], answer=digits, database="store.db"))
    words = ["sqlite3", path("store.db"), f".read {path('lookup.sql')}"]
    case.way("sqlite3", whole(words, answer=lambda text: str(sum(map(int, text.split())))), "sqlite3")
    return case


def make_history():
    """100,000 figures, each recorded twice: on 1 November and, one higher, on 1 December."""
    if os.path.exists(path("history.db")):
        return
    make_office()
    shutil.copyfile(path("office.db"), path("history.db"))
    for day, more in (("2025-11-01", 0), ("2025-12-01", 1)):
        definition = "" if more else 'define element books "books" type: count over-time: sum over-units: sum\n'
        write("history.sen", definition + 'atomic "figures"\n' + "".join(
            f"  record figure books unit: HP-{n % 200:03d} period: {1500 + n // 200} total: {n + more}\n"
            for n in range(100_000)) + "end\n")
        sen("--today", day, path("history.sen"), database="history.db")


def as_of():
    make_history()
    case = Case("as-of", "100,000 figures listed and grouped as of a day, beside the same of today; as many are retired",
                "ms", "≤ 2 × now")
    line = "list figures element: books | group by unit with n = count(), books = sum(total) | sort by unit"
    case.way("sen", whole(["sen", "--today", "2025-12-05", "-c", f"as-of 2025-11-15 {line}"], database="history.db"))
    case.way("now", whole(["sen", "--today", "2025-12-05", "-c", line], database="history.db"))
    return case


def make_large():
    """The office with a million entries and files of 800 MB: more than a gigabyte, at rest."""
    if os.path.exists(path("large.db")):
        return
    make_office()
    shutil.copyfile(path("office.db"), path("large.db"))
    process(["sqlite3", path("large.db"), """
        INSERT INTO attachment (sha256, bytes)
            SELECT randomblob(32), zeroblob(80000000) FROM (SELECT 1 FROM unit LIMIT 10);
        INSERT INTO entry (at, actor, origin, sentence, previous, hash)
            WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000)
            SELECT '2025-12-01T08:00:00+07:00', 'office', 'script', printf('note %200d', i), zeroblob(32), zeroblob(32)
            FROM n;
        PRAGMA wal_checkpoint(TRUNCATE);"""])


def open_large():
    make_large()
    case = Case("open-large", "a line that opens a database of more than 1 GB, beside one of 200 units", "ms", "≤ 5 ms more")
    case.way("sen", whole(["sen", "-c", "list units | count"], answer=digits, database="large.db"))
    case.way("small", whole(["sen", "-c", "list units | count"], answer=digits, database="office.db"))
    return case


def make_register():
    """The trainings as a file, and a database with their 52,000 units."""
    make_tables()
    if not os.path.exists(path("units.db")):
        write("units.sen", 'register unit SGD "Sở GDĐT" kind: so\natomic "units"\n' + "".join(
            f'  register unit HP-{n:05d} "Trường {n}" kind: thpt under: SGD\n' for n in range(UNITS)) + "end\n")
        sen("--today", "2025-01-15", path("units.sen"), database="units.db")


def bulk():
    make_register()
    case = Case("import", "a million trainings from CSV: checked, units found, journaled; the peer only stores them", "ms",
                "≤ 1.0 × sqlite3, ≤ 200 MB, file ≤ 2 × the CSV")

    def stored(words):
        def run():
            fresh("copy.db", "units.db")
            run = process(words) if words[0] != "sen" else sen(*words[1:], database="copy.db")
            size = (os.path.getsize(path("copy.db")) - os.path.getsize(path("units.db"))) / os.path.getsize(path("trainings.csv"))
            print(f"  {words[0]}: the file grows by {size:.2f} × the CSV", file=sys.stderr)
            return run[0] * 1000, None, run[2]
        return run
    case.way("sen", stored(["sen", "--today", "2026-12-01", "-c", f'import trainings from: "{path("trainings.csv")}"']))
    case.way("sqlite3", stored(["sqlite3", path("copy.db"), "PRAGMA journal_mode=WAL;", "PRAGMA synchronous=FULL;",
                                ".mode csv", f".import {path('trainings.csv')} plain"]), "sqlite3")
    return case


def make_imported():
    """The register with the million trainings, imported by one line."""
    if os.path.exists(path("imported.db")):
        return
    make_register()
    shutil.copyfile(path("units.db"), path("imported.db"))
    sen("--today", "2026-12-01", "-c", f'import trainings from: "{path("trainings.csv")}"', database="imported.db")


def undo():
    make_imported()
    case = Case("undo", "an import of a million trainings taken back; the peer only marks the rows", "ms", "≤ 2 × sqlite3")

    def on_copy(words):
        def run():
            fresh("copy.db", "imported.db")
            run = process(words) if words[0] != "sen" else sen(*words[1:], database="copy.db")
            return run[0] * 1000, None, run[2]
        return run
    case.way("sen", on_copy(["sen", "--today", "2026-12-02", "-c", "undo"]))
    case.way("sqlite3", on_copy(["sqlite3", path("copy.db"), "PRAGMA journal_mode=WAL;", "PRAGMA synchronous=FULL;",
                                 "UPDATE training SET retired = 9 WHERE recorded = (SELECT max(recorded) FROM training);"]),
             "sqlite3")
    return case


STORED = "select count(*) from training t join unit u on u.id = t.unit where t.retired is null and "


def stored(name, what, line, sql):
    make_store()
    case = Case(name, what, "ms", "≤ 1.5 × sqlite3")
    case.way("sen", whole(["sen", "-c", line], answer=digits, database="store.db"))
    case.way("sqlite3", whole(["sqlite3", path("store.db"), sql], answer=digits), "sqlite3")
    return case


def store_count():
    return stored("store-count", "one unit's trainings counted among 100,000 in the database, whole process",
                  "list trainings | where unit = HP-007 | count", STORED + "u.code = 'HP-007'")


def store_filter():
    return stored("store-filter", "trainings with more than 50 women counted among 100,000 in the database",
                  "list trainings | where women > 50 | count", STORED + "t.women > 50")


CASES = {
    "start": start, "start-cold": start_cold, "durable": durable, "sentences": sentences,
    "sentence-loop": sentence_loop, "figures": figures, "lookup": lookup, "as-of": as_of, "open-large": open_large, "import": bulk, "undo": undo,
    "store-count": store_count, "store-filter": store_filter,
}
