"""How a case is measured, and what the command line of bench.py says."""

import importlib.util
import os
import random
import shutil
import statistics
import sys
import time

SEN, FOLDER = sys.argv[1], sys.argv[2]
PYTHON = os.path.realpath(sys.executable)
WORDS = sys.argv[3:]
AS_JSON = "--json" in WORDS
ROUNDS = int(WORDS[WORDS.index("--rounds") + 1]) if "--rounds" in WORDS else 5
NAMES = [word for word in WORDS if not word.startswith("--") and not word.isdigit()]
TRAININGS, UNITS, TOPICS = 1_000_000, 52_000, 30


def path(name):
    return os.path.join(FOLDER, name)


def write(name, text):
    with open(path(name), "w") as file:
        file.write(text)
    return path(name)


def process(words):
    """Runs a command; gives its seconds, its answer and the most memory it held, in MB.

    The system counts the 12 MB or so of this program itself where a command held less.
    """
    out = path("answer.txt")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    actions = [(os.POSIX_SPAWN_OPEN, 1, out, flags, 0o644), (os.POSIX_SPAWN_OPEN, 2, out + ".err", flags, 0o644)]
    begin = time.perf_counter()
    child = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    seconds = time.perf_counter() - begin
    with open(out) as file:
        answer = file.read().strip()
    if status:
        with open(out + ".err") as file:
            raise RuntimeError(f"{' '.join(words)[:200]}: status {status}\n{file.read()[:2000]}")
    return seconds, answer, usage.ru_maxrss / 1024


def has(module):
    """Whether Python finds a module. It is not loaded here, where it would count as memory of every command."""
    return importlib.util.find_spec(module) is not None


def sen(*words, database="small.db"):
    return process([SEN, "--database", path(database), "--language", "en", "--color", "never", *words])


class Case:
    """One thing to measure: how each program does it. A way gives (value, answer, memory)."""

    def __init__(self, name, what, unit, goal=""):
        self.name, self.what, self.unit, self.goal = name, what, unit, goal
        self.ways = {}

    def way(self, who, run, needs=None):
        if needs is None or shutil.which(needs):
            self.ways[who] = run
        return self

    def measure(self):
        figures = {who: [] for who in self.ways}
        memory, answers = {}, {}
        for _ in range(ROUNDS):
            for who, run in self.ways.items():
                value, answer, held = run()
                figures[who].append(value)
                memory[who] = max(memory.get(who, 0), held or 0)
                answers.setdefault(who, answer)
        result = {"case": self.name, "what": self.what, "unit": self.unit, "goal": self.goal, "figures": []}
        for who, values in figures.items():
            ratios = [ours / theirs for ours, theirs in zip(figures["sen"], values) if theirs]
            result["figures"].append({
                "who": who, "median": statistics.median(values), "least": min(values), "most": max(values),
                "memory-mb": round(memory[who], 1),
                "sen-is": round(statistics.median(ratios), 3) if ratios and who != "sen" else None,
            })
        expected = {answer for answer in answers.values() if answer is not None}
        result["same-answer"] = len(expected) <= 1
        if not result["same-answer"]:
            result["answers"] = {who: str(answer)[:300] for who, answer in answers.items()}
        return result


def whole(words, scale=1000, answer=None, database="small.db"):
    """A whole process, in milliseconds."""
    def run():
        seconds, text, held = process(words) if words[0] != "sen" else sen(*words[1:], database=database)
        return seconds * scale, answer(text) if answer else None, held
    return run


def per(long, short, count, scale=1e9, answer=None):
    """The difference of a long and a short run, for each of `count` things."""
    def run():
        quick = (process(short) if short[0] != "sen" else sen(*short[1:]))[0]
        seconds, text, held = process(long) if long[0] != "sen" else sen(*long[1:])
        return max(seconds - quick, 1e-9) * scale / count, answer(text) if answer else None, held
    return run


def digits(text):
    """The last number of an answer, whatever stands between its digits."""
    return "".join(c for c in text.split("\n")[-1] if c.isdigit())


def make_tables():
    """A million trainings of 52,000 units, 46 MB; the same ones every time."""
    if os.path.exists(path("trainings.csv")):
        return
    dice = random.Random(383)
    days = []
    for number in range(1826):
        moment = time.gmtime(1_609_459_200 + number * 86_400)
        days.append(time.strftime("%Y-%m-%d", moment))
    with open(path("trainings.csv.part"), "w") as file:
        file.write("unit,on,topic,hours,women,men\n")
        for _ in range(TRAININGS):
            file.write(f"HP-{dice.randrange(UNITS):05d},{dice.choice(days)},topic-{dice.randrange(TOPICS):02d}-"
                       f"lồng ghép,{dice.randrange(2, 17) / 2:.1f},{dice.randrange(60)},{dice.randrange(60)}\n")
    with open(path("units.csv"), "w") as file:
        file.write("unit,kind,province\n")
        for unit in range(UNITS):
            file.write(f"HP-{unit:05d},{dice.choice(['th', 'thcs', 'thpt', 'mn'])},P{unit % 34:02d}\n")
    os.rename(path("trainings.csv.part"), path("trainings.csv"))
