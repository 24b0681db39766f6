#!/usr/bin/env python3
"""Runs the program from outside: its ways in, its options, its exit statuses, what it refuses.

    Tests/CommandLine/check.py [--only WORD] PROGRAM
"""

import json
import os
import pty
import re
import signal
import subprocess

from program import Cases, check, findings

case = Cases()


def refused(place, text, code, status=1):
    """A line is refused with a code, and the database stays as it was."""
    before = place.units() if place.database.exists() else None
    answer = place.line(text, "--errors", "json")
    found = findings(answer)
    check(answer.status == status, f"status {status}", text, answer)
    check(code in [finding["code"] for finding in found], f"the code {code}", text, answer)
    for finding in found:
        check(finding["message"]["en"] and finding["message"]["vi"], "both languages", answer)
    if before is not None:
        check(place.units() == before, "the database as it was", place.units())
    return found[0]


@case("0: a line, a script, standard input, help and version")
def done(place):
    for arguments in (["-c", "show version"], ["--version"], ["--help"], ["-h"], ["help"]):
        answer = place.run(*arguments)
        check(answer.status == 0 and answer.out and not answer.err, "an answer and nothing else", arguments, answer)
    answer = place.run(input='register unit SGD-HP "Sở" kind: so\nlist units | keep unit\n')
    check(answer.status == 0 and "SGD-HP" in answer.out.splitlines()[-2], "the unit listed", answer)
    answer = place.run(input="")
    check(answer.status == 0 and answer.out == "", "nothing for no lines", answer)
    answer = place.run("run", place.write("a.sen", "list units | keep unit\n"))
    check(answer.status == 0 and "SGD-HP" in answer.out, "a script by ‘run’", answer)


@case("1: a sentence that is refused")
def status_refused(place):
    place.office()
    refused(place, 'register unit SGD-HP "Sở khác" kind: so', "unit-code-taken")
    refused(place, 'register unit A "Trường" kind: th under: NGO-QUYE', "unknown-code")
    refused(place, 'register unit A "Trường" kind: th opened: 2030-01-01', "future-day")
    refused(place, 'log training NGO-QUYEN "Giới" on: 2025-12-02 hours: 4 women: 3 men: 2', "future-day")


@case("2: a line that is not understood, before anything runs")
def status_misread(place):
    place.office()
    refused(place, "regster unit X", "unknown-command", 2)
    refused(place, 'register unit A "Trường" kind: thx', "not-a-choice", 2)
    refused(place, 'register unit A "Trường" kind: th opened: 5', "wrong-type", 2)
    refused(place, 'register unit A "Trường" kynd: th', "unknown-argument", 2)
    refused(place, 'register unit A "Trường"', "missing-argument", 2)
    refused(place, "list units | where nmae = \"x\"", "unknown-column", 2)
    refused(place, 'register unit A "Trường', "unfinished-text", 2)
    answer = place.script('register unit A "A" kind: th\nregister unit B "B" kind: thx\n')
    check(answer.status == 2 and "A" not in place.units(), "nothing ran", answer)


@case("2: words behind the program's name that it does not know")
def status_usage(place):
    for words in (["--nonsense"], ["--database"], ["--language", "fr"], ["--today", "31/2"], ["-c"], ["run"],
                  ["a.sen", "stray"], ["--errors", "xml"], ["--color", "sometimes"], ["check"]):
        answer = place.run(*words)
        check(answer.status == 2 and "sen --help" in answer.err, "status 2 and what to type", words, answer)


@case("3: an expectation that does not hold; a warning goes on")
def status_expectation(place):
    place.office()
    script = 'register unit A "A" kind: th\nexpect 1 + 1 > 9 else stop "too few"\nregister unit B "B" kind: th\n'
    answer = place.script(script)
    check(answer.status == 3 and "too few" in answer.err, "status 3 and the words", answer)
    check(place.units()[-1] == "A", "what stood in front of it is kept", place.units())
    answer = place.script('expect 1 > 2 else warn "look"\nregister unit B "B" kind: th\n')
    check(answer.status == 0 and "look" in answer.err and place.units()[-1] == "B", "a warning only", answer)


@case("exit gives its own status")
def status_own(place):
    check(place.line("exit 7").status == 7, "7")
    check(place.line("exit").status == 0, "0")


@case("130: ^C within 200 ms; what was inside atomic is gone")
def status_cancelled(place):
    place.office()
    lines = [f'  register unit U-{n} "Trường {n}" kind: th' for n in range(8000)]
    path = place.write("long.sen", 'atomic "all"\n' + "\n".join(lines) + "\nend\n")
    times = []
    for _ in range(3):
        process = place.start(path)
        process.stdout.readline()
        process.send_signal(signal.SIGINT)
        times.append(wait_seconds(process))
        check(process.returncode == 130, "status 130", process.returncode, process.stderr.read())
        check(place.units() == ["SGD-HP", "NGO-QUYEN"], "nothing of it is there", len(place.units()))
    check(min(times) < 0.2, "200 ms", times)
    path = place.write("long.sen", "\n".join(lines) + "\n")
    process = place.start(path)
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    process.wait(10)
    check(process.returncode == 130, "status 130 outside atomic", process.returncode)
    place.journal_holds()


def wait_seconds(process):
    import threading
    import time
    started = time.monotonic()
    reader = threading.Thread(target=process.stdout.read)
    reader.start()
    process.wait(10)
    seconds = time.monotonic() - started
    reader.join()
    return seconds


@case("a script's parameters: given, standard, wrong, missing, unknown, help")
def parameters(place):
    place.office()
    path = place.write("p.sen", (
        'script digest version 1 "Digest of an office"\n'
        '  param month: period = last month "Month to report"\n'
        '  param under: unit "Top unit"\n'
        '  param least: number = 2\n'
        'end\n'
        'log info "{$month} {$under} {$least}"\n'))
    for words, shown in ((["--under", "SGD-HP"], "2025-11 SGD-HP 2"), (["--under=SGD-HP", "--month", "2025-Q3"], "2025-Q3 SGD-HP 2"),
                         (["--under", "SGD-HP", "--least=7.5"], "7.5")):
        answer = place.run(path, *words)
        check(answer.status == 0 and shown in answer.err.replace(",", "."), f"‘{shown}’", words, answer)
    for words, status in ((["--under", "SGD-HP", "--least", "many"], 2), ([], 2), (["--under", "SGD-HP", "--mnth", "2025"], 2),
                          (["--under"], 2), (["--under", "NOBODY"], 1)):
        answer = place.run(path, *words)
        check(answer.status == status and answer.err and not answer.out, f"status {status}", words, answer)
    answer = place.run(path, "--help")
    check(answer.status == 0, "status 0", answer)
    for shown in ("digest", "Digest of an office", "--month", "last month", "Month to report", "--under", "--least"):
        check(shown in answer.out, shown, answer)
    answer = place.run(place.folder / "none.sen", "--help")
    check(answer.status != 0 and "none.sen" in answer.err, "a script that is not there", answer)


@case("check finds every mistake and runs nothing")
def checks(place):
    place.office()
    good = place.write("good.sen", 'register unit A "A" kind: th\n')
    bad = place.write("bad.sen", 'register unit B "B" kind: thx\nregster unit C "C" kind: th\nlist units | keep nmae\n')
    answer = place.run("check", good)
    check(answer.status == 0 and not answer.err, "no finding", answer)
    answer = place.run("--errors", "json", "check", good, bad)
    check(answer.status == 2, "status 2", answer)
    codes = [finding["code"] for finding in findings(answer)]
    check(codes == ["not-a-choice", "unknown-command", "unknown-column"], "all three", codes)
    check([finding["line"] for finding in findings(answer)] == [1, 2, 3], "their lines", answer)
    check(place.units() == ["SGD-HP", "NGO-QUYEN"], "nothing ran")
    check(place.run("check", place.folder / "none.sen").status == 1, "a script that is not there")


@case("a script that fails leaves what stood in front of the failing sentence")
def failing(place):
    place.office()
    answer = place.script('register unit A "A" kind: th\nregister unit A "A" kind: th\nregister unit B "B" kind: th\n')
    check(answer.status == 1 and "script.sen:2" in answer.err, "the place of the failing sentence", answer)
    check(place.units() == ["SGD-HP", "NGO-QUYEN", "A"], "only the first", place.units())
    check(place.entries() == 3, "its entry", place.entries())
    place.journal_holds()


@case("a failing atomic block leaves nothing, files included")
def failing_atomic(place):
    place.office()
    answer = place.script(
        'register unit A "A" kind: th\n'
        'atomic "both"\n'
        '  register unit B "B" kind: th\n'
        '  list units | save "out/units.csv"\n'
        '  atomic "inner"\n'
        '    register unit C "C" kind: th\n'
        '    list units | save "inner.json"\n'
        '  end\n'
        '  register unit B "again" kind: th\n'
        'end\n'
        'list units | save "later.csv"\n')
    check(answer.status == 1, "status 1", answer)
    check(place.units() == ["SGD-HP", "NGO-QUYEN", "A"], "only what stood in front", place.units())
    check(place.files() == ["script.sen"], "no file", place.files())
    place.journal_holds()


@case("an atomic block that succeeds brings its rows and files together")
def atomic(place):
    place.office()
    place.write("units.csv", "old")
    answer = place.script(
        'atomic "both"\n  register unit B "B" kind: th\n  list units | save "units.csv"\n'
        '  try\n    register unit C "C" kind: th\n    list units | save "lost.csv"\n'
        '    register unit C "C" kind: th\n  catch problem\n    log info "{$problem.code}"\n  end\nend\n')
    check(answer.status == 0 and "unit-code-taken" in answer.err, "status 0 and the caught code", answer)
    check(place.units() == ["SGD-HP", "NGO-QUYEN", "B"], "B and not C", place.units())
    check(place.files() == ["script.sen", "units.csv"], "one file", place.files())
    check("NGO-QUYEN" in (place.folder / "units.csv").read_text(), "the new content")


@case("files that cannot be read or written")
def files(place):
    place.office()
    refused(place, 'import units from: "none.csv"', "file-unreadable")
    refused(place, 'list units | save "/proc/none/x.csv"', "file-unwritable")
    refused(place, 'list units | save "x.xyz"', "unknown-file-format")
    (place.folder / "folder.csv").mkdir()
    refused(place, 'import units from: "folder.csv"', "file-unreadable")
    refused(place, 'list units | save "folder.csv"', "file-unwritable")
    check(place.files() == ["script.sen"], "no file left", place.files())
    for name in ("none.sen", "folder.csv"):
        answer = place.run(place.folder / name)
        check(answer.status == 1 and name in answer.err, "the script's name", answer)
    answer = place.script('use "none.sen"\n')
    check(answer.status == 2 and "none.sen" in answer.err, "‘use’ of what is not there", answer)


@case("scripts that are no clean text are refused with a place")
def unclean(place):
    place.office()
    line = 'register unit A "Trường" kind: th\n'.encode()
    for name, content in (
            ("invalid UTF-8", line.replace("ư".encode(), b"\xc6")), ("Latin-1", 'log info "Hải Phòng"'.encode("cp1252", "replace")),
            ("UTF-16", line.decode().encode("utf-16")), ("NUL", line.replace(b"T", b"\0")),
            ("right-to-left override", line.replace(b"T", "\u202e".encode())), ("isolate", line.replace(b"T", "\u2066".encode())),
            ("escape", line.replace(b"T", b"\x1b[2J")), ("random bytes", bytes(range(256)) * 40), ("a program", b"\x7fELF" + bytes(4000))):
        answer = place.run("--errors", "json", place.write("script.sen", content))
        found = findings(answer)
        check(answer.status == 2, f"status 2 for {name}", answer)
        check(found[0]["line"] is not None, f"a place for {name}", answer)
        plain = place.run(place.folder / "script.sen")
        check(plain.status == 2 and "\x1b" not in plain.err and "\0" not in plain.err, f"harmless words for {name}", plain)
    check(place.units() == ["SGD-HP", "NGO-QUYEN"], "nothing ran")


@case("bytes that are no UTF-8 are refused at every door")
def malformed(place):
    place.office()
    for bad in (b"\x80", b"\xc0\x80", b"\xc3", b"\xe0\x80\xaf", b"\xe1\xba", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xf4\x90\x80\x80", b"\xff"):
        content = b'list units\nregister unit A "' + bad + b'" kind: th\n'
        doors = {
            "a script": place.run("--errors", "json", place.write("script.sen", content)),
            "standard input": place.run("--errors", "json", input=content),
            "-c": place.line(os.fsdecode(content), "--errors", "json"),
        }
        for door, answer in doors.items():
            found = findings(answer)
            check(answer.status == 2 and found[0]["code"] == "not-utf8", f"{bad} in {door} refused", answer)
            check((found[0]["line"], found[0]["column"]) == (2, 18), f"the place of {bad} in {door}", answer)
    check(place.units() == ["SGD-HP", "NGO-QUYEN"], "nothing ran")


@case("ten megabytes are answered within seconds, with few words")
def huge(place):
    size = 10_000_000 if os.environ.get("SEN_SLOW") else 300_000
    for name, content in (
            ("one word", "a" * size), ("one line of words", "a " * (size // 2)), ("one text", 'log info "' + "a" * (size - 12) + '"'),
            ("short lines", "exit 1 # \n" * (size // 10)), ("brackets", "let x = " + "(" * (size - 9)), ("findings", "let = 5\n" * (size // 8)),
            ("findings in one line", "@ a " * (size // 4)), ("findings behind a long text", "log info '" + "é" * (size // 2 - 60) + "' @ \u202e @ kind:a"),
            ("unknown commands", "lsit units\n" * (size // 11)), ("one letter more", "a" * 10_000_001)):
        answer = place.run("check", place.write("script.sen", content), timeout=100)
        check(answer.status in (0, 2) and len(answer.err) < 500_000, f"an answer to {name}", answer)


@case("long lines and deep nesting are answered, not crashed on")
def extreme(place):
    place.office()
    deep = 20_000
    million = "x" * 1_000_000
    for name, content in (
            ("a line of 1 MB", f"regster {million}\n"), ("a word of 1 MB", million + "\n"),
            ("round brackets", "let x = " + "(" * deep + "1" + ")" * deep), ("open brackets", "let x = " + "(" * deep),
            ("square brackets", "list units under: " + "[" * deep), ("blocks", "if 1 = 1 then\n" * deep + "end\n" * deep),
            ("open blocks", "atomic \"a\"\n" * deep), ("not", "let x = " + "not " * deep + "yes"),
            ("minus", "let x = " + "- " * deep + "1"), ("texts", 'log info "' + '{"' * deep), ("pipes", "list units " + "| count " * deep),
            ("plus", "let x = 1" + " + 1" * deep), ("calls", "let x = " + "abs(" * deep + "1" + ")" * deep)):
        answer = place.run(place.write("script.sen", content), timeout=20)
        check(answer.status == 2 and "error[" in answer.err, f"status 2 for {name}", answer)
        check(len(answer.err) < 200_000, f"a short answer for {name}", len(answer.err))
    answer = place.script(f'log info "{million}"\n')
    check(answer.status == 0, "a long text is no mistake", answer.status)


@case("--read-only reads, refuses to write, and changes no byte")
def read_only(place):
    place.office()
    before = place.database.read_bytes()
    answer = place.line("list units | keep unit", "--read-only")
    check(answer.status == 0 and "NGO-QUYEN" in answer.out, "the units", answer)
    refused_line = place.line('register unit A "A" kind: th', "--read-only", "--errors", "json")
    check(refused_line.status == 2 and findings(refused_line)[0]["code"] == "effect-not-allowed", "refused", refused_line)
    answer = place.line('list units | save "units.csv"', "--read-only")
    check(answer.status == 0 and "units.csv" in place.files(), "a file is no change to the database", answer)
    check(place.database.read_bytes() == before, "the same bytes")
    place.database = place.folder / "none.db"
    answer = place.line("list units", "--read-only")
    check(answer.status == 6 and not place.database.exists(), "nothing is made", answer)


@case("--errors json gives one object a line")
def json_errors(place):
    answer = place.run("--errors", "json", place.write("x.sen", "list untis\nlist units | where nmae = 1\n"))
    found = findings(answer)
    check(len(found) == 2, "two findings", answer)
    check([f["line"] for f in found] == [1, 2] and found[0]["column"] == 1, "their places", answer)
    check(found[0]["try"] == "list units" and found[0]["file"].endswith("x.sen"), "what to type, and where", found[0])
    check(set(found[0]) == {"code", "severity", "message", "file", "line", "column", "start", "end", "notes", "replacement", "try"}, "its names")
    answer = place.run("--errors", "json", "--nonsense")
    check(answer.status == 2, "usage", answer)


@case("answers in Vietnamese: by option, by SEN_LANGUAGE, by the system")
def vietnamese(place):
    place.office()
    ways = ((["--language", "vi"], {}), ([], {"SEN_LANGUAGE": "vi"}), ([], {"LANG": "vi_VN.UTF-8"}),
            (["--language", "vi"], {"LANG": "en_US.UTF-8"}))
    for options, environment in ways:
        answer = place.line("regster unit X", *options, environment=environment)
        check("lỗi[unknown-command]" in answer.err and "không phải" in answer.err, "Vietnamese", options, environment, answer)
        answer = place.line("show unit SGD-HP", *options, environment=environment)
        check("mã" in answer.out and "trực thuộc" in answer.out, "Vietnamese", answer)
    answer = place.line("show unit SGD-HP", "--language", "en", environment={"LANG": "vi_VN.UTF-8"})
    check("under" in answer.out, "English by option", answer)
    check("Cách" in place.run("--language", "vi", "--help").out or "kịch bản" in place.run("--language", "vi", "--help").out, "help")


def on_terminal(place, arguments, environment):
    """What the program sends to a terminal."""
    terminal, other = pty.openpty()
    process = place.start(*arguments, stdout=other, stderr=other, environment={"TERM": "xterm-256color", **environment})
    os.close(other)
    data = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            break
        if not more:
            break
        data += more
    process.wait(10)
    os.close(terminal)
    return data


@case("colours on a terminal only, and never with NO_COLOR")
def colours(place):
    place.office()
    escape = re.compile(rb"\x1b\[[0-9;]*m")
    for words in (["-c", "list units"], ["-c", "regster unit X"]):
        check(escape.search(on_terminal(place, words, {})), "colours", words)
        check(not escape.search(on_terminal(place, words, {"NO_COLOR": "1"})), "none with NO_COLOR", words)
        check(not escape.search(on_terminal(place, words, {"TERM": "dumb"})), "none on a dumb terminal", words)
        check(not escape.search(on_terminal(place, ["--color", "never", *words], {})), "none with --color never", words)
        answer = place.run(*words)
        check("\x1b" not in answer.out + answer.err, "none in a pipe", answer)
    check("\x1b" in place.run("--color", "always", "-c", "list units").out, "colours where they are asked for")


@case("the database: --database, then SEN_DATABASE, then the user's own folder")
def databases(place):
    line = ["-c", 'register unit A "A" kind: th']
    place.run(*line, database=False)
    check((place.folder / ".local/share/sen/sen.db").exists(), "the home", place.files())
    place.run(*line, database=False, environment={"XDG_DATA_HOME": str(place.folder / "data")})
    own = place.folder / "data/sen/sen.db"
    check(own.exists() and own.stat().st_mode & 0o077 == 0, "XDG_DATA_HOME, for nobody else", place.files())
    place.run(*line, database=False, environment={"SEN_DATABASE": str(place.folder / "named.db")})
    check((place.folder / "named.db").exists(), "SEN_DATABASE", place.files())
    place.run("--database", place.folder / "option.db", *line, database=False, environment={"SEN_DATABASE": "/nowhere/x.db"})
    check((place.folder / "option.db").exists(), "--database", place.files())


@case("a reader that goes away ends the program quietly")
def closed_pipe(place):
    place.office()
    place.script("\n".join(f'register unit U-{n} "Trường {n}" kind: th' for n in range(300)))
    path = place.write("many.sen", "list units\n" * 200)
    words = " ".join(f"'{word}'" for word in place.words([path]))
    run = subprocess.run(["bash", "-c", f"{words} | head -1; echo ${{PIPESTATUS[0]}}"], capture_output=True, text=True, timeout=60,
                         env=place.environment, cwd=place.folder)
    check(run.stdout.splitlines()[-1] in ("141", "0", "1"), "no crash", run.stdout[-200:], run.stderr)
    check(run.stderr == "", "no noise", run.stderr)
    place.journal_holds()


@case("an output that cannot be written is no success")
def full_output(place):
    if not os.path.exists("/dev/full"):
        return
    place.office()
    with open("/dev/full", "w") as full:
        answer = place.line("list units", stdout=full)
    check(answer.status == 1 and "output" in answer.err, "status 1 and a word about it", answer)


@case("closed standard streams do no harm")
def closed_streams(place):
    place.office()
    words = " ".join(f"'{word}'" for word in place.words(["-c", "list units"]))
    for streams in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
        run = subprocess.run(["bash", "-c", f"{words} {streams}"], capture_output=True, env=place.environment, timeout=20)
        check(run.returncode in (0, 1), f"no crash with {streams}", run)
    place.journal_holds()


if __name__ == "__main__":
    case.main(__doc__)
