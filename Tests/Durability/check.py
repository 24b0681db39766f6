#!/usr/bin/env python3
"""Tries to lose or damage what an office has recorded: kills, full disks, locks, broken files, two writers.

    Tests/Durability/check.py [--only WORD] [--slow] PROGRAM

`--slow`, or SEN_SLOW in the environment, adds the cases that take long.
"""

import os
import pathlib
import random
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "CommandLine"))
from program import Cases, LeftOut, check, findings  # noqa: E402

case = Cases()


def register(code, indent=""):
    return f'{indent}register unit {code} "Trường {code}" kind: th under: SGD-HP'


def unopened(place, code, *options, text="list units"):
    """Opening the database is refused with status 6 and a code, and the file stays as it was."""
    before = place.database.read_bytes() if place.database.is_file() else None
    answer = place.line(text, "--errors", "json", *options)
    found = findings(answer)
    check(answer.status == 6, "status 6", answer)
    check(found and found[0]["code"] == code, f"the code {code}", answer)
    check(str(place.database) in found[0]["message"]["en"] and str(place.database) in found[0]["message"]["vi"],
          "the file's name in both languages", found[0])
    check(before is None or place.database.read_bytes() == before, "the file as it was")
    return found[0]


def as_nobody():
    """What keeps a run from the rights of an administrator, to whom every file is open."""
    return {"user": 65534, "group": 65534, "extra_groups": []} if os.geteuid() == 0 else {}


# What cannot be opened.

@case("6: a text file, another program's database, a folder")
def foreign(place):
    place.database.write_text("Danh sách trường\n" * 500)
    unopened(place, "database-damaged")
    unopened(place, "database-damaged", "--read-only")
    place.database.unlink()
    with sqlite3.connect(place.database) as connection:
        connection.execute("CREATE TABLE book (title TEXT)")
    connection.close()
    unopened(place, "database-foreign")
    unopened(place, "database-foreign", "--read-only")
    place.database.unlink()
    place.database.mkdir()
    unopened(place, "database-foreign")
    place.database.rmdir()


@case("6: a database of a newer Sen, by its format and by a pack's tables")
def newer(place):
    place.office()
    with sqlite3.connect(place.database) as connection:
        connection.execute("INSERT INTO migration VALUES ('programme', 9999)")
    connection.close()
    finding = unopened(place, "database-newer")
    check("newer Sen" in finding["notes"][0]["en"], "what to do", finding)
    with sqlite3.connect(place.database) as connection:
        connection.execute("DELETE FROM migration WHERE number = 9999")
        connection.execute("INSERT INTO migration VALUES ('weather', 1)")
    connection.close()
    check("weather" in unopened(place, "database-pack-missing")["message"]["en"], "the pack's name")
    with sqlite3.connect(place.database) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    unopened(place, "database-newer")
    unopened(place, "database-newer", "--read-only")


@case("6: a cut file and a zeroed beginning; an empty file is a new database")
def cut(place):
    place.office()
    whole = place.database.read_bytes()
    place.database.write_bytes(bytes(4096) + whole[4096:])
    unopened(place, "database-damaged")
    place.database.write_bytes(whole[: len(whole) // 2])
    answer = place.line("list units")
    check(answer.status in (0, 6) and "Fatal" not in answer.err, "no crash", answer)
    answer = place.line("verify journal")
    check(answer.status in (1, 6), "a cut file does not verify", answer)
    place.database.write_bytes(b"")
    check(place.line("list units").status == 0, "a new database")


@case("damage anywhere in the file is never a crash, and never a changed answer that verifies")
def scratched(place):
    place.office()
    answer = place.script("\n".join(register(f"U-{n}") for n in range(200)))
    check(answer.status == 0, "200 units", answer)
    whole, chance = place.database.read_bytes(), random.Random(7)
    good = place.line("list units | keep unit, name").out
    found = 0
    for _ in range(100 if os.environ.get("SEN_SLOW") else 12):
        damaged = bytearray(whole)
        start = chance.randrange(100, len(whole) - 64)
        damaged[start:start + 64] = chance.randbytes(64)
        place.database.write_bytes(damaged)
        for name in ("office.db-wal", "office.db-shm"):
            (place.folder / name).unlink(missing_ok=True)
        answers = [place.line(text) for text in ("list units | keep unit, name", "verify journal", "replay journal")]
        for answer in answers:
            check(answer.status in (0, 1, 6), "an orderly end", start, answer)
            check(answer.status == 0 or answer.err.startswith("error["), "a finding", start, answer)
        if answers[0].out != good:
            check(any(answer.status for answer in answers), "a changed answer is found out", start, answers[0])
        found += any(answer.status for answer in answers)
    check(found > 0, "some damage was found out")


@case("a journal that was changed from outside does not verify; neither do changed tables replay")
def tampered(place):
    place.office()
    with sqlite3.connect(place.database) as connection:
        connection.execute("UPDATE unit_version SET name = 'Khác' WHERE id = 2")
    connection.close()
    check(place.line("verify journal").status == 0, "the journal itself holds")
    answer = place.line("replay journal")
    check(answer.status == 1 and "unit_version" in answer.err, "the table that differs", answer)
    with sqlite3.connect(place.database) as connection:
        connection.execute("UPDATE entry SET sentence = replace(sentence, 'Ngô Quyền', 'Khác') WHERE seq = 2")
    connection.close()
    answer = place.line("verify journal")
    check(answer.status == 1 and "2" in answer.err, "the entry", answer)


# What can only be read.

@case("a file that can only be read, a folder that can only be read, a file of somebody else")
def rights(place):
    place.office()
    place.folder.chmod(0o777)
    place.database.chmod(0o444)
    nobody = as_nobody()
    try:
        answer = place.line("list units", **nobody)
    except PermissionError:
        raise LeftOut("the program lies where others cannot run it") from None
    check(answer.status == 6 and "read" in answer.err, "refused without --read-only", answer)
    check("--read-only" in answer.err, "what to type", answer)
    answer = place.line("list units", "--read-only", **nobody)
    check(answer.status == 0 and "NGO-QUYEN" in answer.out, "the units of a file that can only be read", answer)
    for left in place.folder.glob("office.db-*"):
        left.unlink()
    place.folder.chmod(0o555)
    answer = place.line("list units", "--read-only", **nobody)
    check(answer.status == 0 and "NGO-QUYEN" in answer.out, "the units in a folder that can only be read", answer)
    answer = place.line("list units | save \"units.csv\"", "--read-only", **nobody)
    check(answer.status == 1 and "units.csv" in answer.err, "no file can be saved there", answer)
    place.folder.chmod(0o755)
    place.database.chmod(0o000)
    answer = place.line("list units", "--read-only", **nobody)
    check(answer.status == 6 and "no right" in answer.err, "no right", answer)
    answer = place.run("--database", "/proc/1/none.db", "-c", "list units", database=False, **nobody)
    check(answer.status == 6, "a place where nothing can be made", answer)


# Who else is there.

@case("5: another program holds the database; a reader does not mind")
def locked(place):
    place.office()
    connection = sqlite3.connect(place.database, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO unit (code, recorded) VALUES ('X', 99)")
    answer = place.line("list units | keep unit")
    check(answer.status == 0 and answer.seconds < 2 and "X" not in answer.out, "readers read on", answer)
    answer = place.line(register("A"), "--errors", "json")
    check(answer.status == 5 and findings(answer)[0]["code"] == "database-locked", "status 5", answer)
    check(answer.seconds < 8, "after a patient while", answer.seconds)
    release = threading.Timer(1.0, lambda: None)
    process = place.start("-c", register("B"))
    release.start()
    release.join()
    connection.execute("ROLLBACK")
    connection.close()
    check(process.wait(10) == 0 and "B" in place.units(), "it waits for one who ends soon", process.stderr.read())
    place.journal_holds()


@case("two writers at once lose nothing")
def writers(place):
    place.office()
    processes = []
    for name in ("A", "B"):
        lines = "\n".join(register(f"{name}-{n}") for n in range(300))
        processes.append((name, place.start(place.write(f"{name}.sen", lines + "\n"))))
    for name, process in processes:
        out, err = process.communicate(timeout=120)
        acknowledged = re.findall(r"Registered (\S+) ", out.decode())
        check(process.returncode in (0, 5), "done or locked", name, process.returncode, err.decode()[-500:])
        check(len(acknowledged) == 300 or process.returncode == 5, "all of its units", name, len(acknowledged))
        missing = set(acknowledged) - set(place.units())
        check(not missing, "what was acknowledged is there", name, missing)
    check(place.entries() == len(place.units()), "an entry for each unit")
    place.journal_holds()


@case("twenty at once take one code only once")
def same_code(place):
    place.office()
    processes = [place.start("-c", register("SAME")) for _ in range(20)]
    statuses = sorted(process.wait(60) for process in processes)
    check(statuses.count(0) == 1 and set(statuses) <= {0, 1, 5}, "one succeeds", statuses)
    check(place.units().count("SAME") == 1, "one unit")
    place.journal_holds()


# Where there is no room.

def fills(place, answer):
    """A script ran out of room: what it acknowledged is there, and only that."""
    check(answer.status == 6, "status 6", answer.status, answer.err[-500:])
    check("disk" in answer.err and "Fatal" not in answer.err, "words about the disk", answer.err[-500:])
    acknowledged = re.findall(r"Registered (\S+) ", answer.out)
    check(acknowledged, "it went well for a while", answer)
    return acknowledged


def limited(size):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


@case("a limit on the size of files: what was acknowledged stays, atomic leaves nothing")
def file_limit(place):
    place.office()
    lines = [register(f"U-{n}") for n in range(4000)]
    answer = place.run(place.write("many.sen", "\n".join(lines)), preexec_fn=limited(400_000))
    acknowledged = fills(place, answer)
    check(place.units()[2:] == acknowledged, "the same units", len(place.units()), len(acknowledged))
    place.journal_holds()
    before = place.units()
    block = place.write("block.sen", 'atomic "all"\n' + "\n".join(f"  {line}".replace("U-", "V-") for line in lines) + "\nend\n")
    answer = place.run(block, preexec_fn=limited(place.database.stat().st_size + 100_000))
    check(answer.status == 6, "status 6", answer.status, answer.err[-300:])
    check(place.units() == before, "nothing of the block", len(place.units()), len(before))
    place.journal_holds()
    check(place.run(block).status == 0, "it goes on where there is room again")
    answer = place.line('list units | save "units.csv"', preexec_fn=limited(40_000))
    check(answer.status == 1 and "units.csv" not in place.files(), "no half file", answer, place.files())
    check(not [name for name in place.files() if "tmp" in name], "nothing left behind", place.files())


@case("a full disk: what was acknowledged stays, and it goes on where there is room again")
def full_disk(place):
    place.office()
    disk = place.folder / "disk"
    disk.mkdir()
    lines = "\n".join(register(f"U-{n}") for n in range(6000))
    path = place.write("many.sen", lines)
    words = " ".join(f"'{word}'" for word in place.words([path])).replace(str(place.database), str(disk / "office.db"))
    steps = (f"mount -t tmpfs -o size=900k none '{disk}' && cp '{place.database}' '{disk}/office.db' || exit 99\n"
             f"{words} >'{place.folder}/out' 2>'{place.folder}/err'; status=$?\n"
             f"cp '{disk}'/office.db* '{place.folder}/' || exit 98\nexit $status\n")
    run = subprocess.run(["unshare", "--user", "--map-root-user", "--mount", "bash", "-c", steps], capture_output=True,
                         text=True, env=place.environment, cwd=place.folder, timeout=120)
    if run.returncode in (1, 99) and not (place.folder / "out").exists():
        raise LeftOut(f"no disk can be mounted: {run.stderr.strip()[:80]}")
    (place.folder / "office.db-shm").unlink(missing_ok=True)

    class Answered:
        status, out, err = run.returncode, (place.folder / "out").read_text(), (place.folder / "err").read_text()
    acknowledged = fills(place, Answered)
    check(place.units()[2:] == acknowledged, "the same units", len(place.units()), len(acknowledged))
    place.journal_holds()
    check(place.line(register("AFTER")).status == 0, "it goes on")
    place.journal_holds()


# What is killed.

def long_script(blocks, size):
    """Sentences outside atomic, blocks of them, and files saved in the blocks."""
    lines = []
    for block in range(blocks):
        lines += [register(f"O{block}-{n}") for n in range(size // 5)]
        lines += [f'atomic "block {block}"'] + [register(f"A{block}-{n}", "  ") for n in range(size)]
        lines += [f'  list units | keep unit | save "units-{block}.csv"', "end"]
    lines += [register(f"O{blocks}-{n}") for n in range(size)]
    return "\n".join(lines) + "\n"


def survived(place, out, blocks, size):
    """What is there after a kill is what may be there."""
    acknowledged = re.findall(r"Registered (\S+) .*entry \d+\n", out)
    units = place.units()[2:]
    there = set(units)
    outside = [code for code in acknowledged if code.startswith("O")]
    check(not set(outside) - there, "what was acknowledged outside atomic", sorted(set(outside) - there)[:5])
    unspoken = [code for code in units if code.startswith("O") and code not in set(acknowledged)]
    check(len(unspoken) <= 1, "at most the last sentence unspoken", unspoken[:5])
    for block in range(blocks):
        count = sum(code.startswith(f"A{block}-") for code in units)
        check(count in (0, size), f"block {block} whole or not at all", count)
        later = any(code.startswith(f"O{block + 1}-") for code in acknowledged)
        check(count == size or not later, f"block {block}, which was done")
        saved = place.folder / f"units-{block}.csv"
        if saved.exists():
            check(count == size, f"no file of block {block}, which was not done")
            check(f"A{block}-{size - 1}" in saved.read_text(), f"the whole file of block {block}")
    check(place.entries() == len(units) + 2, "an entry for each unit", place.entries(), len(units))
    place.journal_holds()


def killed(place, path, delay, number=signal.SIGKILL, answered=False):
    """Ends a script some time after its start, or after its first answer."""
    with open(place.folder / "out", "wb") as out:
        process = place.start(path, stdout=out, stderr=subprocess.DEVNULL)
        while answered and process.poll() is None and (place.folder / "out").stat().st_size == 0:
            time.sleep(0.01)
        time.sleep(delay)
        process.send_signal(number)
        process.wait(30)
    return (place.folder / "out").read_text()


def kill_often(place, times, blocks, size):
    place.office()
    path = place.write("long.sen", long_script(blocks, size))
    saved = place.database.read_bytes()
    answer = place.run(path)
    check(answer.status == 0, "the whole script", answer)
    survived(place, answer.out, blocks, size)
    whole, chance, seen = answer.seconds, random.Random(11), set()
    for turn in range(times):
        for left in place.folder.glob("office.db*"):
            left.unlink()
        for left in place.folder.glob("units-*.csv"):
            left.unlink()
        place.database.write_bytes(saved)
        delay = whole * (turn + chance.random()) / times
        out = killed(place, path, delay)
        seen.add(len(place.units()))
        try:
            survived(place, out, blocks, size)
        except AssertionError as failure:
            raise AssertionError(f"killed after {delay:.3f} s of {whole:.3f} s\n{failure}") from None
        check(place.line('list units | save "units-after.csv"').status == 0, "the next start")
        check(not [name for name in place.files() if ".tmp-" in name], "no staged file is left", place.files())
    check(len(seen) > times // 4, "kills at many different moments", sorted(seen))
    print(f"          killed {times} times, {len(seen)} different ends")


@case("kill -9 at four moments of a script")
def kill_some(place):
    kill_often(place, 4, 2, 80)


@case("kill -9 at two hundred moments of a script", slow=True)
def kill_many(place):
    kill_often(place, 200, 3, 100)


@case("killed again and again, the script goes on from what is there", slow=True)
def kill_and_go_on(place):
    place.office()
    chance, done = random.Random(5), 0
    for _ in range(30):
        there = set(place.units())
        lines = [register(f"U-{n}") for n in range(2000) if f"U-{n}" not in there]
        out = killed(place, place.write("rest.sen", "\n".join(lines)), chance.random() * 0.3, answered=True)
        acknowledged = re.findall(r"Registered (\S+) .*entry \d+\n", out)
        check(not set(acknowledged) - set(place.units()), "what was acknowledged")
        done += len(acknowledged)
    check(done > 0, "something was done")
    place.journal_holds()


@case("ended by SIGTERM and SIGHUP in a block")
def ended(place):
    place.office()
    block = 'atomic "all"\n' + "\n".join(register(f"U-{n}", "  ") for n in range(6000)) + "\nend\n"
    path = place.write("block.sen", block)
    for number in (signal.SIGTERM, signal.SIGHUP):
        killed(place, path, 0.4, number)
        check(len(place.units()) in (2, 6002), "all or nothing", len(place.units()))
    place.journal_holds()


@case("^C stops long single sentences too", slow=True)
def long_sentence(place):
    place.office()
    block = 'atomic "all"\n' + "\n".join(register(f"U-{n}", "  ") for n in range(20_000)) + "\nend\n"
    check(place.run(place.write("block.sen", block)).status == 0, "20,000 units")
    for text in ("replay journal", "verify journal"):
        process = place.start("-c", text)
        time.sleep(0.25)
        started = time.monotonic()
        process.send_signal(signal.SIGINT)
        process.wait(30)
        seconds = time.monotonic() - started
        check(process.returncode in (130, 0) and seconds < 1, f"‘{text}’ stops", process.returncode, seconds)


# Steps.

STEPPED = 'script opening version 1 "Opens"\nend\n'


def stepped(steps, size):
    """A script whose steps write units and a file each."""
    lines = [STEPPED]
    for step in range(steps):
        lines += [f'step "step {step}"'] + [register(f"S{step}-{n}", "  ") for n in range(size)]
        lines += [f'  list units | keep unit | save "step-{step}.csv"', "end"]
    return "\n".join(lines) + "\n"


def remembered(place):
    """How much is remembered of steps."""
    with sqlite3.connect(place.database) as connection:
        count = connection.execute(
            "SELECT (SELECT count(*) FROM finished_step) + (SELECT count(*) FROM finished_step_file)").fetchone()[0]
    connection.close()
    return count


@case("kill -9 in the middle of a script with steps: started again, each write happens exactly once")
def kill_steps(place, steps=12, size=25):
    place.office()
    path = place.write("steps.sen", stepped(steps, size))
    saved = place.database.read_bytes()
    whole = place.run(path)
    check(whole.status == 0, "the whole script", whole)
    chance, resumed = random.Random(13), set()
    for turn in range(12 if os.environ.get("SEN_SLOW") else 5):
        for left in [*place.folder.glob("office.db*"), *place.folder.glob("step-*.csv")]:
            left.unlink()
        place.database.write_bytes(saved)
        expected = [f"S{step}-{n}" for step in range(steps) for n in range(size)]
        for kills in range(1, 4):
            killed(place, path, whole.seconds * chance.uniform(0.2, 0.9) / kills)
            # One that was too quick to be killed has ended well, and the next would rightly do all again.
            if sorted(place.units()[2:]) == sorted(expected) and remembered(place) == 0:
                break
        else:
            answer = place.run(path)
            check(answer.status == 0, "started again it ends well", turn, answer)
            resumed.add(answer.out.count("done before, skipped"))
        check(sorted(place.units()[2:]) == sorted(expected), "each unit exactly once", turn, len(place.units()))
        check(place.entries() == len(expected) + 2, "an entry for each", place.entries())
        for step in range(steps):
            saved_file = place.folder / f"step-{step}.csv"
            check(saved_file.exists() and f"S{step}-{size - 1}" in saved_file.read_text(), f"the file of step {step}", turn)
        check(remembered(place) == 0, "nothing is remembered of a run that ended well", turn)
        place.journal_holds()
    check(max(resumed) > 0, "some runs went on behind finished steps", sorted(resumed))
    print(f"          went on behind {sorted(resumed)} finished steps")


@case("killed between the rows and the names of the files, a step's files get their names when the run goes on")
def kill_before_names(place):
    place.office()
    path = place.write("steps.sen", stepped(2, 3) + 'expect 1 = 2 else stop "broken"\n')
    check(place.run(path).status == 4, "done in part")
    # As it stands when the power fails there: the rows are kept, the file lies under its temporary name.
    staged = place.folder / ".step-1.csv.tmp-1-1"
    (place.folder / "step-1.csv").rename(staged)
    with sqlite3.connect(place.database) as connection:
        connection.execute("UPDATE finished_step_file SET staged = ? WHERE path = 'step-1.csv'", (staged.name,))
    connection.close()
    place.write("steps.sen", stepped(2, 3))
    answer = place.run(path)
    check(answer.status == 0 and answer.out.count("skipped") == 2, "both steps are skipped", answer)
    check((place.folder / "step-1.csv").exists() and not staged.exists(), "the file has its name", place.files())


# Copies.

@case("a copy of the file while nobody writes is a whole database; replay makes another")
def copies(place):
    place.office()
    shutil.copy(place.database, place.folder / "copy.db")
    answer = place.run("--database", place.folder / "copy.db", "-c", "verify journal", database=False)
    check(answer.status == 0, "the copy", answer)
    answer = place.line('replay journal to: "again.db"')
    check(answer.status == 0, "the replay", answer)
    answer = place.run("--database", place.folder / "again.db", "-c", "list units", database=False)
    check(answer.status == 0 and "NGO-QUYEN" in answer.out, "its units", answer)
    answer = place.line('replay journal to: "again.db"')
    check(answer.status == 1, "no file is written over", answer)


if __name__ == "__main__":
    case.main(__doc__)
