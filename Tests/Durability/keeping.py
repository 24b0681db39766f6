#!/usr/bin/env python3
"""Back-ups, restores and dumps under the same mishaps: kills, full disks, torn files, others who write.

    Tests/Durability/keeping.py [--only WORD] [--slow] PROGRAM
"""

import os
import pathlib
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "CommandLine"))
from program import Cases, LeftOut, check, findings  # noqa: E402

case = Cases()
SLOW = bool(os.environ.get("SEN_SLOW")) or "--slow" in sys.argv


def register(code):
    return f'register unit {code} "Trường {code}" kind: th under: SGD-HP'


def filled(place, count=200):
    """An office with so many schools."""
    place.office()
    answer = place.script('atomic "schools"\n' + "\n".join(register(f"U-{n}") for n in range(count)) + "\nend\n")
    check(answer.status == 0, "schools", answer)


def hidden(place):
    """What was left unfinished in the folder and those below it."""
    return [name for name in place.files() if "/." in "/" + name]


def sound(place, path=None):
    """A database in which nothing is wrong, and whose journal gives its tables."""
    front = ["--database", path or place.database]
    for text in ("check database", "replay journal"):
        answer = place.run(*front, "-c", text, database=False)
        check(answer.status == 0, f"‘{text}’ succeeds", path, answer)


def units_of(place, path):
    answer = place.run("--database", path, "--read-only", "-c", "list units | keep unit | show as: csv", database=False)
    check(answer.status == 0, "its units", answer)
    return answer.out.split()[1:]


# Copies.

@case("two writers and a clock that backs up at once: every sentence is there, every back-up is whole")
def three_at_once(place):
    place.office()
    writers = [(name, place.start(place.write(f"{name}.sen", "\n".join(register(f"{name}-{n}") for n in range(150)))))
               for name in ("A", "B")]
    copies, statuses = [], []
    started = time.monotonic()
    while any(process.poll() is None for _, process in writers) and time.monotonic() - started < 100:
        number = len(statuses)
        for text in (register(f"C-{number}"), f'back up to: "copies/{number}.db"'):
            answer = place.line(text)
            check(answer.status in (0, 5) and answer.seconds < 20, "done, or told that somebody writes", answer)
            statuses.append(answer.status)
        copies.append((place.folder / "copies" / f"{number}.db", answer.status))
    for name, process in writers:
        out, err = process.communicate(timeout=100)
        acknowledged = re.findall(r"Registered (\S+) ", out.decode())
        check(process.returncode in (0, 5), "done or locked", name, process.returncode, err.decode()[-300:])
        check(not set(acknowledged) - set(place.units()), "what was acknowledged is there", name)
    check(0 in statuses, "some back-ups were made", statuses)
    for path, status in copies:
        check(path.exists() == (status == 0), "a file for each back-up that was acknowledged", path, status)
        if status == 0:
            codes = units_of(place, path)
            check(set(codes) <= set(place.units()), "a moment of the database", path)
    sound(place, copies[-1][0] if copies[-1][1] == 0 else None)
    sound(place)
    check(not hidden(place), "nothing unfinished", hidden(place))


@case("killed while it backs up: no half back-up has its name, and what is left over goes with the next one")
def killed_copies(place):
    filled(place, 1500)
    started = time.monotonic()
    check(place.line('back up to: "copies/whole.db"').status == 0, "a back-up")
    whole, chance = time.monotonic() - started, random.Random(3)
    for turn in range(60 if SLOW else 8):
        process = place.start("-c", f'back up to: "copies/{turn}.db"')
        time.sleep(whole * chance.random())
        process.kill()
        process.wait()
        path = place.folder / "copies" / f"{turn}.db"
        if path.exists():
            check(len(units_of(place, path)) == 1502, "a file that has its name is whole", path)
    check(place.line('back up to: "copies/last.db"').status == 0, "the next back-up")
    check(not hidden(place), "nothing left over", hidden(place))
    sound(place)


@case("killed while it restores: the database is the former or the restored one, never a mixture")
def killed_restores(place):
    filled(place, 1500)
    check(place.line('back up to: "small.db"').status == 0, "a back-up")
    answer = place.script('atomic "more"\n' + "\n".join(register(f"V-{n}") for n in range(1500)) + "\nend\n")
    check(answer.status == 0, "more schools", answer)
    check(place.line('back up to: "large.db"').status == 0, "another back-up")
    started = time.monotonic()
    check(place.line('restore from: "small.db" replacing: yes').status == 0, "a restore")
    whole, chance, seen = time.monotonic() - started, random.Random(4), set()
    for turn in range(60 if SLOW else 8):
        process = place.start("-c", f'restore from: "{("large", "small")[turn % 2]}.db" replacing: yes')
        time.sleep(whole * chance.uniform(0.3, 1.2))
        process.kill()
        process.wait()
        seen.add(len(place.units()))
        check(len(place.units()) in (1502, 3002), "the one or the other", len(place.units()))
        check(place.line("check database").status == 0, "a sound database")
    print(f"          units after the kills: {sorted(seen)}")
    sound(place)


@case("5: restoring waits for one who writes, and says so; a reader goes on")
def restore_locked(place):
    filled(place, 20)
    check(place.line('back up to: "x.db"').status == 0, "a back-up")
    connection = sqlite3.connect(place.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    answer = place.line('restore from: "x.db"', "--errors", "json")
    check(answer.status == 5 and findings(answer)[0]["code"] == "database-locked", "status 5", answer)
    check(answer.seconds < 20, "after a patient while", answer.seconds)
    connection.execute("ROLLBACK")
    connection.execute("BEGIN")
    before = connection.execute("SELECT count(*) FROM unit").fetchone()
    check(place.line(register("NEW")).status == 0, "somebody writes")
    check(place.line('restore from: "x.db" replacing: yes').status == 0, "restored")
    check(connection.execute("SELECT count(*) FROM unit").fetchone() == before, "the reader's moment")
    connection.execute("ROLLBACK")
    check("NEW" not in place.units(), "the restored content")
    connection.close()
    sound(place)


@case("a database that cannot be opened is moved away, and its back-up fills a new one")
def restored_from_nothing(place):
    filled(place, 20)
    before = place.units()
    check(place.line('back up to: "x.db"').status == 0, "a back-up")
    place.database.write_bytes(b"Garbage\n" * 1000)
    check(place.line('restore from: "x.db"').status == 6, "the damaged file is not touched")
    check(place.database.read_bytes().startswith(b"Garbage"), "as it was")
    place.database.rename(place.folder / "damaged.db")
    answer = place.line('restore from: "x.db"')
    check(answer.status == 0 and place.units() == before, "the units of the back-up", answer)
    sound(place)


# Where there is no room or no right.

@case("no room for a back-up or a dump: nothing appears, the older one stays, the words are about the disk")
def no_room(place):
    filled(place, 800)
    check(place.line('back up to: "x.db"').status == 0, "a back-up")
    older = (place.folder / "x.db").read_bytes()
    check(place.line(register("NEW")).status == 0, "a change")

    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
    for text in ('back up to: "x.db"', 'back up to: "y.db"', 'export everything to: "all.jsonl"'):
        answer = place.line(text, preexec_fn=limit)
        check(answer.status in (1, 6) and answer.err.startswith("error["), "refused", text, answer)
        check("Fatal" not in answer.err, "an orderly end", answer)
    check((place.folder / "x.db").read_bytes() == older, "the older back-up")
    check(place.files() == ["script.sen", "x.db"], "nothing else", place.files())
    dump = place.line('export everything to: "all.jsonl"')
    check(dump.status == 0, "with room it is written", dump)
    answer = place.run("--database", place.folder / "new.db", "-c", 'import everything from: "all.jsonl"', database=False,
                       preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (700_000, 700_000)))
    check(answer.status == 6 and "disk" in answer.err, "no room to read it", answer)
    check(units_of(place, place.folder / "new.db") == [], "nothing of it")
    answer = place.run("--database", place.folder / "new.db", "-c", 'import everything from: "all.jsonl"', database=False)
    check(answer.status == 0, "with room it is read", answer)
    sound(place, place.folder / "new.db")


@case("a folder that takes nothing")
def no_right(place):
    filled(place, 5)
    place.folder.chmod(0o777)
    (place.folder / "shut").mkdir(mode=0o555)
    for name in place.folder.glob("office.db*"):
        name.chmod(0o666)
    # To an administrator every folder is open.
    nobody = {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}
    for text in ('back up to: "shut/x.db"', 'export everything to: "shut/all.jsonl"'):
        try:
            answer = place.line(text, **nobody)
        except PermissionError:
            raise LeftOut("the program lies where others cannot run it") from None
        check(answer.status in (1, 6) and "shut" in answer.err, "refused with the name", answer)
    check(not list((place.folder / "shut").iterdir()), "nothing there")


# What the power leaves behind.

@case("a torn end of the file of newest changes: the database opens with a beginning of the sentences")
def torn(place):
    place.office()
    acknowledged = [f"U-{n}" for n in range(60)]
    lines = place.write("many.sen", "\n".join(register(code) for code in acknowledged) + "\n")
    process = place.start("-", stdin=subprocess.PIPE)
    process.stdin.write(lines.read_bytes())
    process.stdin.close()
    check(process.wait(60) == 0, "the script")
    # One who reads keeps the changes in a file of their own, as a power cut does.
    reader = sqlite3.connect(place.database)
    reader.execute("SELECT count(*) FROM unit").fetchone()
    check(place.run(place.write("more.sen", "\n".join(register(f"V-{n}") for n in range(60)))).status == 0, "more")
    wal = place.folder / "office.db-wal"
    whole, base, chance = wal.read_bytes(), place.database.read_bytes(), random.Random(9)
    expected = place.units()
    reader.close()
    check(len(whole) > 100_000, "a file of changes", len(whole))
    ends = set()
    for turn in range(60 if SLOW else 12):
        for name in ("office.db-wal", "office.db-shm"):
            (place.folder / name).unlink(missing_ok=True)
        cut = chance.randrange(0, len(whole))
        torn = whole[:cut] + (chance.randbytes(min(4096, len(whole) - cut)) if turn % 2 else b"")
        place.database.write_bytes(base)
        wal.write_bytes(torn)
        answer = place.line("check database")
        check(answer.status == 0, "a sound database", cut, answer)
        codes = place.units()
        check(codes == expected[:len(codes)], "a beginning of the sentences", cut, codes[-3:])
        check(place.line("replay journal").status == 0, "the journal gives the tables", cut)
        ends.add(len(codes))
    check(len(ends) > 4, "different beginnings", sorted(ends))


@case("a clock that goes backwards: no entry is older than the one before it, and as-of finds its way")
def backwards(place):
    place.office()
    for day, code in (("2026-05-01", "LATE"), ("2025-03-01", "EARLY"), ("1999-01-01", "OLD")):
        answer = place.line(register(code), "--today", day)
        check(answer.status == 0, "recorded", answer)
    with sqlite3.connect(place.database) as connection:
        moments = [row[0] for row in connection.execute("SELECT at FROM entry ORDER BY seq")]
    connection.close()
    check(moments == sorted(moments) and len(moments) == 5, "in order", moments)
    answer = place.line("as-of 2026-04-30 list units | keep unit")
    check(answer.status == 0 and "LATE" not in answer.out and "OLD" not in answer.out, "the day before", answer)
    sound(place)


@case("staged files of killed programs go when the next one writes there")
def left_files(place):
    place.office()
    dead = subprocess.Popen(["true"])
    dead.wait()
    left = place.folder / f".units.csv.tmp-{dead.pid}-1"
    own = place.folder / f".units.csv.tmp-{os.getpid()}-1"
    other = place.folder / ".units.csv.tmp"
    for path in (left, own, other):
        path.write_text("x")
    check(place.line('list units | save "units.csv"').status == 0, "saved")
    check(not left.exists() and own.exists() and other.exists(), "only what nobody writes any more", place.files())


@case("from SQLite to lines of JSON and back, by the program: the same bytes")
def there_and_back(place):
    filled(place, 300)
    place.write("pupils.csv", "unit,name,kind,under\nU-900,Trường,th,SGD-HP\n".replace("unit,", "code,"))
    check(place.line('import units from: "pupils.csv"').status == 0, "an attachment")
    check(place.line('export everything to: "a.jsonl"').status == 0, "written")
    new = place.folder / "new.db"
    answer = place.run("--database", new, "-c", 'import everything from: "a.jsonl"', database=False)
    check(answer.status == 0, "read", answer)
    answer = place.run("--database", new, "-c", 'export everything to: "b.jsonl"', database=False)
    check((place.folder / "a.jsonl").read_bytes() == (place.folder / "b.jsonl").read_bytes(), "the same bytes")
    check((place.folder / "a.jsonl").stat().st_mode & 0o077 == 0, "for its owner alone")
    sound(place, new)
    shutil.copy(place.folder / "a.jsonl", place.folder / "cut.jsonl")
    with open(place.folder / "cut.jsonl", "r+b") as file:
        file.truncate(20_000)
    answer = place.run("--database", place.folder / "other.db", "-c", 'import everything from: "cut.jsonl"', "--errors",
                       "json", database=False)
    check(answer.status == 1 and "cut.jsonl" in findings(answer)[0]["message"]["en"], "the line", answer)
    check(units_of(place, place.folder / "other.db") == [], "nothing of it")


if __name__ == "__main__":
    case.main(__doc__)
