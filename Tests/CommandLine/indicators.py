#!/usr/bin/env python3
"""Works indicators out a second time, in exact fractions, from nothing but what `explain indicator` lists.

    Tests/CommandLine/indicators.py [--only WORD] PROGRAM
"""

import collections
import csv
import fractions
import io
import random

from program import Cases, check

case = Cases()
Fraction = fractions.Fraction

UNITS = [f"U{number}" for number in range(1, 9)]
DEFINITIONS = """
define element people "people" type: people over-time: last over-units: sum every: month by-sex: yes
define element talks "talks" type: count over-time: sum over-units: sum every: month
define element load "hours a week" type: hours over-time: average over-units: sum every: month
define indicator A "women" vi: "nữ" numerator: "women(people)" denominator: "people" direction: info source: "x" confidence: local
define indicator B "talks" vi: "buổi" numerator: "year-to-date(talks)" denominator: "men(people) + load" unit: ratio direction: info source: "x" confidence: local
define indicator C "change" vi: "thay đổi" numerator: "people - previous(people)" unit: number direction: info source: "x" confidence: local
"""

# Each indicator over what its formula names in the listing.
FORMULAS = {
    "A": lambda sums: (sums["women(people)"], sums["people"]),
    "B": lambda sums: (sums["year-to-date(talks)"], sums["men(people)"] + sums["load"]),
    "C": lambda sums: (sums["people"] - sums["previous(people, 1)"], None),
}


def table(answer):
    check(answer.status == 0, "status 0", answer)
    return list(csv.DictReader(io.StringIO(answer.out)))


def figures(dice):
    """Random figures with gaps, noughts and figures kept back."""
    lines = ["element,unit,period,total,women,state"]
    for element in ("people", "talks", "load"):
        for unit in UNITS:
            for month in range(1, 10):
                if dice.random() < 0.15:
                    continue
                total = dice.randint(0, 40)
                women = str(dice.randint(0, total)) if element == "people" else ""
                row = ["", "", "withheld"] if dice.random() < 0.04 else [str(total), women, ""]
                lines.append(",".join([element, unit, f"2024-{month:02}", *row]))
    return "\n".join(lines) + "\n"


@case("a second evaluator comes to the same numbers from the listing alone")
def again(place):
    place.office()
    place.write("figures.csv", figures(random.Random(place.database.stat().st_mtime_ns)))
    lines = [f'register unit {unit} "THPT {unit}" kind: thpt under: SGD-HP' for unit in UNITS]
    answer = place.script("\n".join(lines) + DEFINITIONS + 'import figures from: "figures.csv"\n')
    check(answer.status == 0, "the figures are in", answer)
    compared = 0
    for code, formula in FORMULAS.items():
        for period in ("2024-03", "2024-09", "2024-Q2"):
            said = table(place.run("--as", "csv", "-c", f"compute indicators period: {period} indicator: {code}"))[0]
            listed = table(place.run("--as", "csv", "-c", f"explain indicator {code} period: {period}"))
            sums = collections.defaultdict(Fraction)
            for row in listed:
                if row["counted"] == row["used"] == "yes":
                    sums[row["input"]] += Fraction(row["value"]) / int(row["periods"])
            if not said["value"]:
                check(said["status"] in ("no-data", "withheld"), f"{code} {period}: a reason", said)
                continue
            above, below = formula(sums)
            check(near(said["numerator"], above), f"{code} {period}: numerator {above}", said)
            check(below is None or near(said["denominator"], below), f"{code} {period}: denominator {below}", said)
            factor = 100 if code == "A" else 1
            check(
                near(said["value"], factor * (above / below if below is not None else above), 2 if code == "B" else 15),
                f"{code} {period}: value", said)
            compared += 1
    check(compared >= 5, "most have a value", compared)


def near(text, exact, decimals=12):
    return abs(Fraction(text) - exact) <= Fraction(1, 10**decimals)


@case("--as writes tables alone to standard output")
def alone(place):
    place.office()
    answer = place.run("--as", "csv", "-c", "list units | keep unit")
    check(answer.out == "unit\nNGO-QUYEN\nSGD-HP\n" or answer.out.split() == ["unit", "NGO-QUYEN", "SGD-HP"], "csv", answer)
    answer = place.run("--as", "json", "-c", 'register unit A "A" kind: th')
    check(answer.out == "" and "Registered A" in answer.err, "messages go beside", answer)
    check(place.run("--as", "xml", "-c", "list units").status == 2, "an unknown form")


if __name__ == "__main__":
    case.main(__doc__)
