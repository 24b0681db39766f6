"""The cases: what an officer does at the prompt, and what the screen then shows."""

import os
import re
import signal
import stat
import statistics
import time
import unicodedata

from session import Session, TmuxSession

UP, DOWN, RIGHT, LEFT, HOME, DELETE = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[H", "\x1b[3~"
BACKSPACE, ENTER, TAB, ESCAPE = "\x7f", "\r", "\t", "\x1b"
CTRL_A, CTRL_C, CTRL_D, CTRL_E, CTRL_L, CTRL_R, CTRL_Z = "\x01", "\x03", "\x04", "\x05", "\x0c", "\x12", "\x1a"
CASES = []


class Case:
    def __init__(self, name, body, kinds, needs):
        self.name, self.body, self.kinds, self.needs = name, body, kinds, needs


def case(name, kinds=(Session,), needs=None):
    def add(body):
        CASES.append(Case(name, body, kinds, needs))
        return body
    return add


def paste(text):
    return f"\x1b[200~{text}\x1b[201~"


def expect(condition, what, session):
    if not condition:
        raise AssertionError(f"{what}; the screen shows:\n{session.picture()}\n  cursor {session.cursor()}")


def types(session, keys, shown):
    session.send(keys).wait(lambda: session.typed() == shown, f"‘{shown}’ behind the prompt")


@case("first prompt within half a second")
def first_prompt(stage, kind):
    times = []
    for _ in range(5):
        session = stage.start(kind).at_prompt()
        times.append(time.monotonic() - session.started)
    print(f"          start to prompt: {statistics.median(times) * 1000:.0f} ms")
    expect(statistics.median(times) < 0.5, f"the prompt took {statistics.median(times):.2f} s", session)


@case("key echo within 20 ms for 19 keys of 20")
def key_echo(stage, kind):
    session = stage.start(kind).at_prompt()
    session.settle()
    times = []
    for letter in "list units của trường THCS Nẵng " * 6:
        before = len(session.raw)
        start = time.perf_counter()
        session.send(letter)
        while len(session.raw) == before:
            session.pump(0.5)
        times.append(time.perf_counter() - start)
        session.settle(0.01)
    times.sort()
    p50, p95 = times[len(times) // 2], times[len(times) * 95 // 100]
    print(f"          key to echo: p50 {p50 * 1e6:.0f} µs, p95 {p95 * 1e6:.0f} µs")
    expect(p95 < 0.02, f"95 of 100 keys took up to {p95 * 1000:.1f} ms", session)


@case("Vietnamese letters, arrows and Backspace (L1)", kinds=(Session, TmuxSession))
def vietnamese(stage, kind):
    session = stage.start(kind).at_prompt()
    types(session, "Nẵng Đà lệ", "Nẵng Đà lệ")
    types(session, LEFT * 2 + BACKSPACE + BACKSPACE, "Nẵng Đlệ")
    types(session, CTRL_A + DELETE + "Ằ", "Ằẵng Đlệ")


@case("letters in parts become one (L2, L3)", kinds=(Session, TmuxSession))
def parts(stage, kind):
    session = stage.start(kind).at_prompt()
    types(session, unicodedata.normalize("NFD", "Nẵng Đà lệ cafẻ"), "Nẵng Đà lệ cafẻ")
    types(session, BACKSPACE, "Nẵng Đà lệ caf")
    types(session, LEFT * 4 + BACKSPACE, "Nẵng Đà l caf")
    session.send(CTRL_L)
    session.settle()
    expect(session.typed() == "Nẵng Đà l caf", "^L changed the line", session)


@case("no letter is lost where the environment has no UTF-8 locale (L4, L5)")
def locale(stage, kind):
    session = stage.start(kind, environment={"LC_ALL": "C"}).at_prompt()
    types(session, "Nẵng Đà", "Nẵng Đà")


@case("wide letters at the right edge (L9)", kinds=(Session, TmuxSession))
def wide(stage, kind):
    session = stage.start(kind, columns=30).at_prompt()
    session.send("x" * (29 - session.cursor()[1]) + "河内河")
    session.sees("河内河")
    session.send(BACKSPACE * 4 + "y").settle()
    expect("河" not in session.text() and session.lines()[session.cursor()[0]].endswith("xy"), "leftovers", session)


@case("pasted lines wait for Enter (L10, L11)", kinds=(Session, TmuxSession))
def pasted(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send(paste("list units |\r\nfirst 3\n")).sees("first 3")
    session.settle()
    row, column = session.cursor()
    lines = session.lines()
    expect(session.prompts() == 1 and lines[row] == "first 3" and column == 7, "not one text of two rows", session)
    expect(lines[row - 1].endswith("> list units |"), "the first row is not above", session)
    session.send("\x03").at_prompt()


@case("a pasted control character does nothing")
def pasted_control(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send(paste("list\x03 un\x1b[31mits\x07")).sees("list un[31mits")
    expect(session.prompts() == 1, "the line was dropped", session)


@case("Enter goes on while the text is not complete (L12)", kinds=(Session, TmuxSession))
def multiline(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send("list units |" + ENTER + "first 3").sees("  first 3")
    top = session.cursor()[0] - 1
    session.send(UP).wait(lambda: session.cursor()[0] == top, "the cursor in the row above")
    session.send(DOWN).wait(lambda: session.cursor()[0] == top + 1, "the cursor in the row below")
    session.send(UP + CTRL_A + "x").sees("> xlist units |")
    expect(session.prompts() == 1, "something ran", session)
    session.send(ENTER).at_prompt()
    lines = session.lines()
    expect(lines[top + 1].startswith("  first 3") and session.cursor()[0] > top + 1, "the answer is not below", session)


@case("a text without its closing quote is told at once, a block goes on")
def unclosed(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send('log info "abc' + ENTER).sees("unfinished-text").at_prompt()
    session.send("for n in [1, 2] do" + ENTER + 'log info "number {$n}"' + ENTER + "end" + ENTER)
    session.sees("number 2").at_prompt()


@case("a hint of the next argument, gone from the line that has run (L29)", kinds=(Session, TmuxSession))
def hint(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send("register unit").settle()
    expect("CODE" not in session.typed(), "a hint before the space", session)
    session.send(" ").wait(lambda: "CODE NAME kind:" in session.typed(), "a hint at the right")
    session.send("HP-1").settle()
    expect(session.before_cursor().endswith("register unit HP-1"), "the hint disturbs the line", session)
    row = session.cursor()[0]
    session.send(ENTER).at_prompt()
    expect(session.lines()[row].endswith("register unit HP-1"), "the hint is left behind", session)


@case("a text taller than the window is held, not garbled (L13)")
def tall(stage, kind):
    session = stage.start(kind, rows=10).at_prompt()
    session.send(paste("\n".join(f"list units | first {n}" for n in range(40)))).sees("40 lines")
    expect("first 39" not in session.text(), "the text is drawn", session)
    session.send(CTRL_C).at_prompt()
    types(session, "help", "help")


@case("the editing keys")
def editing(stage, kind):
    session = stage.start(kind).at_prompt()
    types(session, "some units under" + "\x17", "some units")
    types(session, "\x19", "some units under")
    types(session, "\x1bb\x1bb\x0b", "some")
    types(session, CTRL_A + "\x1bf" + " big" + CTRL_E + "!", "some big !")
    types(session, CTRL_A + "\x1bd", " big !")
    types(session, "\x15", "")
    types(session, "ab\x14", "ba")
    types(session, HOME + "x" + "\x1b[F" + "y" + "\x1b[1;5D" + "z", "zxbay")
    types(session, DELETE + "\x1bOC" + LEFT + RIGHT + "-", "zb-ay")
    session.send(CTRL_L).settle()
    expect(session.cursor()[0] == 0 and session.typed() == "zb-ay", "^L does not begin at the top", session)


@case("Tab completes a word (Tab)", kinds=(Session, TmuxSession))
def completes(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send("register uni" + TAB).wait(lambda: "> register unit " in session.before_cursor(), "register unit")
    session.send(CTRL_C).at_prompt()
    session.send("list trai" + TAB).wait(lambda: "> list trainings " in session.before_cursor(), "list trainings")


@case("Tab completes choices, codes, columns, verbs and files, each with what follows")
def completes_values(stage, kind):
    session = stage.start(kind, columns=120).at_prompt()
    session.send('register unit SGD-HP "Sở GDĐT" kind: so' + ENTER).sees("Registered").at_prompt()
    expect(session.before_cursor().startswith("SGD-HP "), "the prompt does not name the office", session)
    pairs = (("register unit A \"x\" kind: thp", "kind: thpt "), ("register unit A \"x\" un", "under: "),
             ("show unit sg", "show unit SGD-HP "), ("list units | whe", "| where "), ("list units | keep na", "keep name "),
             ("list units | where kind = thp", "= thpt "), ("let t = list trai", "= list trainings "))
    for typed, completed in pairs:
        session.send("\x15" + typed).settle(0.05)
        session.send(TAB).wait(lambda: session.before_cursor().endswith(completed), f"‘{completed}’")
    open(os.path.join(stage.home, "danh sách.csv"), "w").close()
    session.send("\x15" + f'import units from: "{stage.home}/danh')
    session.send(TAB).wait(lambda: session.before_cursor().endswith('/danh sách.csv" '), "the file with its quote")


@case("Tab lists what fits below the line")
def lists(stage, kind):
    session = stage.start(kind, rows=60).at_prompt()
    session.send("list " + TAB).sees("units")
    session.settle()
    rows = [line for line in session.lines() if re.match(r" ?units  +Shows the units", line)]
    expect(len(rows) == 1, "the list does not say what each candidate is", session)
    expect(session.typed() == "list" and session.cursor()[0] > 1, "the line does not follow the list", session)


@case("a misspelt command is answered with the right one")
def did_you_mean(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send('regster unit HP-301 "THCS Chu Văn An" kind: thcs' + ENTER)
    session.sees("unknown-command").sees("register unit").at_prompt()


@case("^C drops the line and gives a new prompt (L21)", kinds=(Session, TmuxSession))
def interrupt(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send("abc").sees("> abc")
    session.send(CTRL_C).at_prompt()
    types(session, "help", "help")
    expect("> abc" in session.text(), "the dropped line is gone", session)


@case("^C while a command runs cancels it")
def cancel(stage, kind):
    session = stage.start(kind, rows=40).at_prompt()
    loops = [f"for n{depth} in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] do" for depth in range(9)]
    session.send(paste("\n".join(loops + ["expect 1 = 1 else stop \"no\""] + ["end"] * 9)) + ENTER).settle(0.5)
    expect(not session.before_cursor().rstrip().endswith(">"), "it is over already", session)
    start = time.monotonic()
    session.send(CTRL_C).at_prompt()
    expect(time.monotonic() - start < 2, "it ran on", session)
    types(session, "help", "help")


@case("the third ^C ends a command that does not let itself be cancelled", needs="stubborn")
def third_interrupt(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send(stage.options.stubborn + ENTER).settle(0.3)
    for _ in range(3):
        session.send(CTRL_C).settle(0.2)
    expect(session.ended() == 130 and session.echoes(), f"the status is {session.status}", session)


@case("^D on an empty line leaves with 0, in a line it deletes")
def leave(stage, kind):
    session = stage.start(kind).at_prompt()
    types(session, "ab" + LEFT + CTRL_D, "a")
    types(session, BACKSPACE, "")
    session.send(CTRL_D)
    expect(session.ended() == 0, f"the status is {session.status}", session)
    expect(session.echoes(), "the terminal stays silent", session)


@case("Up finds lines of an earlier session; secrets of the officer stay out (L26)")
def history(stage, kind):
    session = stage.start(kind).at_prompt()
    for line in ("help", " list trainings", "list units |" + ENTER + "first 1", "list units |" + ENTER + "first 1"):
        session.send(line + ENTER).settle(0.3)
    session.send("\x15" + CTRL_D).ended()
    session = stage.start(kind).at_prompt()
    session.send(UP).sees("first 1")
    session.send(UP + UP)
    session.wait(lambda: session.typed() == "help", "help, two lines up")
    kept = [path for path in stage.files() if b"list units |\\n" in open(path, "rb").read()]
    expect(len(kept) == 1, "the lines are not in one file", session)
    text = open(kept[0]).read()
    expect(stat.S_IMODE(os.stat(kept[0]).st_mode) == 0o600, "others can read the history", session)
    expect("trainings" not in text and text.count("first 1") == 1, f"the history holds {text!r}", session)


@case("two sessions at once lose no line (L26)")
def two_sessions(stage, kind):
    first, second = stage.start(kind).at_prompt(), stage.start(kind).at_prompt()
    first.send("help" + ENTER).settle(0.3)
    second.send("list units" + ENTER).settle(0.3)
    first.send(CTRL_D).ended()
    second.send(CTRL_D).ended()
    third = stage.start(kind).at_prompt()
    third.send(UP).wait(lambda: third.typed() == "list units", "the second session's line")
    third.send(UP).wait(lambda: third.typed() == "help", "the first session's line")


@case("^R finds without tones and marks (L14)", kinds=(Session, TmuxSession))
def search(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send('help "đơn vị"' + ENTER).settle(0.3)
    session.send("help x" + ENTER).settle(0.3)
    session.send(CTRL_R + "don vi").sees("‘don vi’")
    session.sees('help "đơn vị"')
    session.send(CTRL_C).wait(lambda: session.before_cursor().rstrip().endswith(">"), "the empty prompt")
    session.send(CTRL_R + "đơn" + ENTER).wait(lambda: session.typed() == 'help "đơn vị"', "the line found")


@case("what the history goes on with is taken with Right (L30)")
def ghost(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send('help "đơn vị"' + ENTER).settle(0.3)
    session.send("hel").wait(lambda: session.typed() == 'help "đơn vị"', "the rest of the line")
    expect(session.before_cursor().endswith("> hel"), "the cursor has moved", session)
    types(session, "x", "helx")
    session.send(BACKSPACE).wait(lambda: session.typed() == 'help "đơn vị"', "the rest of the line")
    session.send(RIGHT).wait(lambda: session.before_cursor().endswith('help "đơn vị"'), "the line taken")


def squeezed(session):
    """Every letter on the screen, without spaces and rows."""
    return "".join(session.text().split())


def resized(stage, kind, widths):
    session = stage.start(kind, columns=80).at_prompt()
    for _ in range(4):
        session.send("show version" + ENTER).settle(0.3)
    text = "listunitsunder:NGO-QUYEN|wherename=\"TrườngNẵng\"|first3"
    session.send("list units under: NGO-QUYEN | where name = \"Trường Nẵng\" | first 3")
    session.wait(lambda: text in squeezed(session), "the whole line")
    for width in widths:
        session.resize(24, width)
        session.settle(0.4)
        expect(squeezed(session).count("listunits") == 1, f"a second copy at {width} columns", session)
        expect(squeezed(session).endswith(text), f"the line is garbled at {width} columns", session)
    session.send(BACKSPACE + "7" + HOME + "x").settle(0.3)
    expect(squeezed(session).endswith(">x" + text[:-1] + "7"), "editing goes wrong afterwards", session)


@case("a narrower and a wider window where rows are folded (L15, L17)", kinds=(TmuxSession,))
def resize_folding(stage, kind):
    resized(stage, kind, (40, 100, 33, 80))


@case("a wider window where rows are cut (L16)")
def resize_cutting(stage, kind):
    session = stage.start(kind, columns=60, environment={"XTERM_VERSION": "XTerm(379)"}).at_prompt()
    session.send("list units under: NGO-QUYEN").sees("QUYEN")
    session.resize(24, 90)
    session.send(" | first 3").settle()
    expect(session.typed().endswith("list units under: NGO-QUYEN | first 3"), "the line is garbled", session)


@case("^Z and fg (L18, L19)")
def stopped(stage, kind):
    session = stage.start(kind, command=["bash", "--norc", "--noprofile", "-i"], environment={"PS1": "shell$ "})
    session.sees("shell$")
    session.send(" ".join(stage.command) + ENTER).at_prompt()
    session.send("list un").sees("> list un")
    session.send(CTRL_Z).sees("Stopped")
    session.settle(0.3)
    session.send("echo between" + ENTER).settle(0.3)
    session.send("fg" + ENTER).wait(lambda: session.before_cursor().endswith("> list un"), "the line after fg")
    types(session, "its", "list units")
    session.send(CTRL_Z).settle(0.3)
    session.send("fg" + ENTER).wait(lambda: session.before_cursor().endswith("> list units"), "the line after fg")
    session.send("\x15" + CTRL_D).sees("shell$")


@case("a signal from outside leaves the terminal as it was")
def terminated(stage, kind):
    session = stage.start(kind).at_prompt()
    session.settle()
    expect(not session.echoes(), "the terminal echoes while a line is edited", session)
    session.kill(signal.SIGTERM)
    expect(session.ended() in (143, -15), f"the status is {session.status}", session)
    expect(session.echoes() and 2004 not in session.screen.modes, "the terminal is not as it was", session)


@case("colours unless NO_COLOR has a value")
def colours(stage, kind):
    for value, wanted in ((None, True), ("", True), ("1", False)):
        session = stage.start(kind, environment={"NO_COLOR": value}).at_prompt()
        session.send("help").settle()
        found = re.search(rb"\x1b\[[0-9;]*m", session.raw) is not None
        expect(found == wanted, f"NO_COLOR={value!r} gives {'' if found else 'no '}colours", session)


@case("TERM=dumb sends no sequence at all")
def dumb(stage, kind):
    session = stage.start(kind, environment={"TERM": "dumb"}).at_prompt()
    session.send("list units |" + ENTER).settle()
    session.send("first 3" + ENTER).at_prompt()
    session.send("abc" + CTRL_C).at_prompt()
    session.send(CTRL_D)
    expect(session.ended() == 0 and b"\x1b" not in session.raw, f"it sent {session.raw!r}", session)


@case("an unknown terminal is taken for an xterm")
def unknown_terminal(stage, kind):
    session = stage.start(kind, environment={"TERM": "xterm-nobody"}).at_prompt()
    types(session, "help" + LEFT + "x", "helxp")
    expect(b"terminal" not in session.raw, "libedit complains", session)


@case("8,000 letters typed and 100,000 pasted (L22)")
def many(stage, kind):
    session = stage.start(kind, rows=200, columns=200).at_prompt()
    session.send("ă" * 8000 + "!").sees("ă!", seconds=10)
    session.send(CTRL_C).at_prompt()
    start = time.monotonic()
    session.send(paste("x" * 100_000)).settle(0.5)
    expect(time.monotonic() - start < 5, "the paste took long", session)
    session.send(CTRL_C).at_prompt()


@case("a secret is not shown and ^C gives the terminal back", needs="secret")
def secret(stage, kind):
    session = stage.start(kind).at_prompt()
    session.send(stage.options.secret + ENTER).settle(0.5)
    expect(session.status is None and not session.echoes(), "the terminal echoes", session)
    session.send("Mật khẩu").settle()
    expect("Mật" not in session.text(), "the secret is shown", session)
    session.send(CTRL_C).at_prompt()
    types(session, "help", "help")
    session.send(CTRL_C).at_prompt()
    session.send(stage.options.secret + ENTER).settle(0.5)
    session.kill(signal.SIGTERM)
    session.ended()
    expect(session.echoes(), "the terminal stays silent", session)
