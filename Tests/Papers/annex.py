#!/usr/bin/env python3
"""Fills in the Phụ lục 1 of 60 units from outside and has it read back: annex.py SEN

Every workbook is written by Sen, filled in and saved by openpyxl (where LibreOffice Calc is installed, some are saved by
it too), read back with one line, and each cell compared; damaged ones are refused with their place and keep nothing.
"""
import csv
import datetime
import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
import tempfile

try:
    import openpyxl
except ImportError:
    print("annex: skipped, python3-openpyxl is not installed")
    sys.exit(0)

SEN = os.path.abspath(sys.argv[1])
UNITS = 60
TODAY = "2025-12-01"
PEOPLE = "A.1 A.2 A.3 A.4 A.5 A.6 B.1 B.2 B.4 C.1 C.2 C.3 C.4 D.1 D.2 D.3 E.1 E.2 E.3 E.4 E.5 F.1 F.2 F.3 F.4 H.2".split()
BOARD = "G.5 G.8".split()
REASONS = {"Không áp dụng": "n/a", "Chưa có số liệu": "none", "Không công bố": "withheld"}
# Rows whose numbers must lie within those of another.
WITHIN = {"A.2": "A.1", "A.5": "A.1", "A.6": "A.1", "C.1": "A.1", "C.2": "C.1", "C.3": "C.1", "C.4": "A.1",
          "B.4": "A.1", "F.4": "F.3", "G.8": "G.5", "K.2": "K.1", "K.3": "K.1", "K.4": "K.1"}
# Rows that share the numbers of another among them.
SHARED = [("A.1", ["A.3", "A.4"]), ("A.2", ["B.1", "B.2"]), ("A.1", ["E.1", "E.2", "E.3"]), ("A.1", ["E.4", "E.5"])]


def sen(folder, *lines, ok=True, extra=()):
    done = subprocess.run(
        [SEN, "--database", os.path.join(folder, "sen.db"), "--today", TODAY, "--language", "en", *extra],
        input="\n".join(lines), text=True, capture_output=True, cwd=folder)
    if ok and done.returncode != 0:
        sys.exit(f"annex: {lines[:3]} failed: {done.stdout[-2000:]}{done.stderr[-3000:]}")
    return done


def listed(folder, line):
    return list(csv.DictReader(io.StringIO(sen(folder, line, extra=("--as", "csv")).stdout)))


def codes(sheet):
    return {sheet.cell(row, 1).value: row for row in range(7, sheet.max_row + 1) if sheet.cell(row, 1).value}


def part(dice, whole):
    women = dice.randint(0, whole[1])
    return women + dice.randint(0, whole[0] - whole[1]), women


def numbers(dice):
    """Random people for every row, true together."""
    told = {}
    for code in PEOPLE + BOARD:
        women = dice.randint(0, 60)
        told[code] = (women + dice.randint(0, 60), women)
    told["A.1"] = (dice.choice([1, 40, 137]), 0)
    told["A.1"] = (told["A.1"][0], dice.randint(0, told["A.1"][0]))
    for code, whole in WITHIN.items():
        if code in told:
            told[code] = part(dice, told[whole])
    for whole, parts in SHARED:
        left = told[whole]
        for code in parts:
            told[code] = part(dice, left)
            if code == "B.1" and told[code][0] > 1:
                women = dice.randint(0, min(1, told[code][1]))
                told[code] = (1 if women or left[0] > left[1] else 0, women)
            left = (left[0] - told[code][0], left[1] - told[code][1])
    return told


def fill(sheet, dice):
    """Fills in a sheet; gives what must come back, by rows."""
    rows, told, expected = codes(sheet), numbers(dice), {}
    reasoned = set(dice.sample(["C.2", "D.1", "D.2", "D.3", "F.1", "F.2", "H.2"], dice.randint(0, 3)))
    board = dice.random() < 0.8

    def put(code, column, value):
        sheet.cell(rows[code], column).value = value

    def reason(code):
        word = dice.choice(list(REASONS))
        put(code, 7, word)
        expected[code] = ("", "", REASONS[word])

    sheet.cell(rows["1"], 3).value = datetime.date(2025, 10, 31)
    expected["1"] = ("", "", "2025-10-31")
    for code in PEOPLE + (BOARD if board else []):
        if code in reasoned:
            reason(code)
            continue
        put(code, 3, told[code][0])
        put(code, 4, told[code][1])
        expected[code] = (str(told[code][0]), str(told[code][1]), "")
    expected["B.3"] = (str(told["B.1"][0] + told["B.2"][0]), str(told["B.1"][1] + told["B.2"][1]), "")
    expected["B.5"] = ("", "", "n/a")
    put("G.1", 3, "Có" if board else "Không")
    expected["G.1"] = ("1" if board else "0", "", "")
    if board:
        put("G.2", 3, "45/QĐ-THPT")
        expected["G.2"] = ("", "", "45/QĐ-THPT")
        put("G.3", 3, datetime.date(2024, 9, 20))
        expected["G.3"] = ("", "", "2024-09-20")
    else:
        for code in BOARD + ["G.4", "G.6"]:
            expected[code] = ("", "", "n/a")
    for code in ["G.7", "H.3", "H.4", "H.5", "H.6"] + (["G.4", "G.6"] if board else []):
        yes = dice.random() < 0.5
        put(code, 3, "Có" if yes else "Không")
        expected[code] = ("1" if yes else "0", "", "")
    for code, most in [("H.1", 9), ("I.1", 90_000_000), ("I.2", 90_000_000), ("I.3", 90_000_000)]:
        number = dice.randint(0, most)
        put(code, 3, number)
        expected[code] = (str(number), "", "")
    if dice.random() < 0.5:
        put("I.4", 3, "Xã hội hóa")
        expected["I.4"] = ("", "", "Xã hội hóa")
    cases = dice.randint(0, 8)
    for code in ["K.1", "K.2", "K.3", "K.4"]:
        number = cases if code == "K.1" else dice.randint(0, cases)
        put(code, 3, number)
        expected[code] = ("" if 0 < number < 5 else str(number), "", "")
    put("L.3", 3, "Thiếu báo cáo viên “giới” & tài liệu <mới>")
    expected["L.3"] = ("", "", "Thiếu báo cáo viên “giới” & tài liệu <mới>")
    put("A.1", 8, "Tính cả hợp đồng")
    return expected


def compare(unit, expected, rows):
    found = {}
    for row in rows:
        words = row["words"]
        for start, short in [("the question", "n/a"), ("due and not", "none"), ("known and", "withheld")]:
            if words.startswith(start):
                words = short
        total = row["total"] if row["total"].lstrip("-").isdigit() else ""
        found[row["line"]] = (total, row["women"] if row["women"].isdigit() else "", words)
    wrong = [(code, expected.get(code), found.get(code)) for code in sorted(expected.keys() | found.keys())
             if expected.get(code) != found.get(code)]
    if wrong:
        sys.exit(f"annex: {unit} came back otherwise: {wrong[:5]}")
    return len(found)


def calc():
    """Whether LibreOffice opens workbooks here."""
    return os.environ.get("SEN_SOFFICE") or (
        shutil.which("soffice") if os.path.exists("/usr/lib/libreoffice/program/libsclo.so") else None)


def resaved(office, folder, paths):
    """Has LibreOffice open workbooks and save them in place."""
    out = os.path.join(folder, "resaved")
    done = subprocess.run(
        [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir",
         out, *paths], capture_output=True, text=True, timeout=300)
    for path in paths:
        saved = os.path.join(out, os.path.basename(path))
        if not os.path.exists(saved):
            sys.exit(f"annex: LibreOffice did not save {path}: {done.stdout}{done.stderr}")
        shutil.move(saved, path)


def damage(book, kind):
    """Changes a filled-in workbook; gives the code and the place with which it must be refused."""
    sheet = book["Phụ lục 1"]
    rows = codes(sheet)
    if kind == "label":
        sheet.cell(rows["A.3"], 2).value = "Giáo viên và nhân viên"
        return "annex-changed", f"B{rows['A.3']}"
    if kind == "row":
        sheet.delete_rows(rows["B.4"])
        return "annex-changed", f"A{rows['B.4']}"
    if kind == "negative":
        sheet.cell(rows["A.1"], 3).value = -3
        return "annex-cell", f"C{rows['A.1']}"
    if kind == "half":
        sheet.cell(rows["I.1"], 3).value = 2.5
        return "annex-cell", f"C{rows['I.1']}"
    if kind == "word":
        sheet.cell(rows["G.7"], 3).value = "Có lẽ"
        return "annex-cell", f"C{rows['G.7']}"
    if kind == "women":
        sheet.cell(rows["F.3"], 4).value = sheet.cell(rows["F.3"], 3).value + 1
        return "annex-rule", f"D{rows['F.3']}"
    if kind == "empty":
        sheet.cell(rows["H.1"], 3).value = None
        return "annex-empty", f"C{rows['H.1']}"
    if kind == "heads":
        sheet.cell(rows["B.1"], 3).value = 2
        return "annex-rule", f"C{rows['B.1']}"
    if kind == "stamp":
        book["Sen"]["B5"].value = "T-02"
        return "annex-not-stamped", ""
    if kind == "bare":
        del book["Sen"]
        return "annex-not-stamped", ""
    sheet.cell(rows["A.2"] + 1, 10).value = "tự thêm"
    return "annex-changed", "J"


def main():
    folder = tempfile.mkdtemp(prefix="sen-annex-")
    try:
        run(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(folder):
    lines = ['register unit SGD "Sở Giáo dục và Đào tạo" kind: so opened: 2020-01-01']
    units = [f"T-{number:02}" for number in range(1, UNITS + 1)]
    lines += [f'register unit {unit} "Trường THPT số {place} & Đầm Sen" kind: thpt under: SGD opened: 2020-01-01'
              for place, unit in enumerate(units, 1)]
    lines += ['open round BC-2025 "Báo cáo năm 2025" period: 2025 before: 2025-12-05 under: SGD',
              "define annex elements", 'write annexes BC-2025 to: "blank"', 'write annexes BC-2025 to: "again"']
    sen(folder, *lines)
    blank, filled = os.path.join(folder, "blank"), os.path.join(folder, "filled")
    os.mkdir(filled)
    expected, paths = {}, {}
    for place, unit in enumerate(units):
        name = f"BC-2025-{unit}.xlsx"
        first, second = (open(os.path.join(folder, part, name), "rb").read() for part in ("blank", "again"))
        if hashlib.sha256(first).digest() != hashlib.sha256(second).digest():
            sys.exit(f"annex: {name} is not the same twice")
        book = openpyxl.load_workbook(os.path.join(blank, name))
        sheet = book["Phụ lục 1"]
        if not sheet.protection.sheet or sheet["C10"].protection.locked or not sheet["B10"].protection.locked:
            sys.exit("annex: the cells to fill in are not the open ones")
        expected[unit] = fill(sheet, random.Random(place))
        paths[unit] = os.path.join(filled, name)
        book.save(paths[unit])
    office = calc()
    if office:
        resaved(office, folder, [paths[unit] for unit in units[::6]])
    else:
        print("annex: without libreoffice-calc, which would save some workbooks too")
    refusals(folder, paths[units[0]])
    answer = sen(folder, 'receive annexes BC-2025 from: "filled"').stdout
    if f"{UNITS} files = {UNITS} stored + 0 unchanged + 0 refused" not in answer:
        sys.exit(f"annex: the folder was not read whole: {answer}")
    rows = listed(folder, "list annexes BC-2025")
    cells = sum(compare(unit, expected[unit], [row for row in rows if row["unit"] == unit]) for unit in units)
    again = sen(folder, 'receive annexes BC-2025 from: "filled"').stdout
    if f"0 stored + {UNITS} unchanged + 0 refused" not in again:
        sys.exit(f"annex: the second reading changed something: {again}")
    if len(listed(folder, "list remarks period: 2025 kind: difficulty")) != UNITS:
        sys.exit("annex: the difficulties are not all there")
    sen(folder, "check database")
    print(f"annex: {UNITS} workbooks and {cells} rows came back as they were filled in")


def refusals(folder, path):
    """Every damage is refused with its code and place, and nothing is kept."""
    tables = ["list annexes BC-2025", "list remarks", "list figures period: 2025", "list returns BC-2025 state: received"]
    for kind in ["label", "row", "negative", "half", "word", "women", "empty", "heads", "stamp", "bare", "outside"]:
        book = openpyxl.load_workbook(path)
        code, place = damage(book, kind)
        book.save(os.path.join(folder, "damaged.xlsx"))
        done = sen(folder, 'receive annex BC-2025 from: "damaged.xlsx"', ok=False)
        text = done.stdout + done.stderr
        if done.returncode == 0 or f"error[{code}]" not in text or place not in text:
            sys.exit(f"annex: ‘{kind}’ was not refused with {code} at {place}: {text[:1500]}")
        if any(listed(folder, line) for line in tables):
            sys.exit(f"annex: ‘{kind}’ was refused and something was kept")


main()
