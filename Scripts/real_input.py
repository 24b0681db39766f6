"""Prepares the real lists as CSV, has the program take them in, and compares its answers with what was published."""

import collections
import csv
import fractions
import json
import os
import pathlib
import pty
import re
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from xml.etree import ElementTree

OFFICE = "SGD-HP"
PROVINCES = {"03": "Hải Phòng", "21": "Hải Dương"}
TODAY = "2025-12-01"
PASSPHRASE = "mười hai chữ chỉ để thử"
CASES = [
    "kind: psychological sex: female age: 15-17 to: counsellor consent: guardian context: [school, online]",
    "kind: physical-assault sex: female age: 11-14 to: commune-police consent: guardian danger: yes survivor: learner",
    "kind: denial sex: female age: 18-plus to: health consent: yes survivor: staff",
]
# How the program names the kinds of these cases when it opens one.
OPENED = ["psychological", "physical assault", "denial of resources"]
LIMIT = 0.05

deviations = []


def check(holds, words):
    """Prints a finding; what does not hold makes the run fail."""
    print(("  ok    " if holds else "  WRONG ") + words)
    if not holds:
        deviations.append(words)


class Program:
    """The program on one database."""

    def __init__(self, path, database):
        self.base = [path, "--database", str(database), "--language", "en", "--today", TODAY]

    def run(self, *words):
        done = subprocess.run(self.base + list(words), capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"{' '.join(words)}\nended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def ask(self, line, answers):
        """Runs a line on a terminal and answers its questions as an officer would."""
        child, terminal = pty.fork()
        if child == 0:
            os.execv(self.base[0], self.base + ["-c", line])
        shown, waiting, asked = b"", list(answers), 0
        end = time.monotonic() + 60
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 0.05)[0]:
                continue
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            shown += piece
            if waiting and shown[asked:].rstrip(b" ").endswith(b":"):
                asked = len(shown)
                os.write(terminal, waiting.pop(0).encode() + b"\n")
        else:
            os.kill(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        os.close(terminal)
        return status, shown.decode()


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path, headings, lines):
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(headings)
        out.writerows(lines)


def prepare_communes(data, path):
    """The communes of Hải Phòng after 1 July 2025."""
    found = {
        row["newWardCode"]: row["newWard"]
        for row in rows(data / "admin-units/convert_legacy_2025_simple.csv") if row["newProvinceCode"] == "31"
    }
    write(
        path, ["code", "name", "kind", "under", "opened"],
        [[f"HP-{code}", name, "vhxh", OFFICE, "2025-07-01"] for code, name in sorted(found.items())])
    return len(found)


def kind_of(name):
    """The kind of a unit by its name in the list."""
    for beginning, kind in (("TT ", "gdtx"), ("TC ", "gdnn"), ("PT ", "lc"), ("Trường PT Nội Trú", "dtnt")):
        if name.startswith(beginning):
            return kind
    return "thpt"


def prepare_schools(data, path):
    """Every row of the list for the two old provinces, pseudo-units too; the key is province and code."""
    with open(data / "schools/thpt_2020_School.json", encoding="utf-8-sig") as file:
        found = [row for row in json.load(file) if row["CityId"] in PROVINCES]
    write(
        path, ["code", "name", "kind", "under", "place"],
        [
            [
                f"{row['CityId']}-{row['SchoolCode']}", row["SchoolName"], kind_of(row["SchoolName"]), OFFICE,
                f"{row['DistrictName']}, {PROVINCES[row['CityId']]}",
            ] for row in found
        ])
    return len(found)


def series(data, name):
    """The values of Viet Nam by year, as they were published."""
    found = {}
    for row in rows(data / f"indicators/wb_edstats_{name}.csv"):
        if row["country"] == "vnm" and row[name]:
            found[int(row["year"])] = row[name]
    return found


def whole(text):
    return text[:-2] if text.endswith(".0") else text


def prepare_figures(data, path):
    total, women = series(data, "se_prm_tchr"), series(data, "se_prm_tchr_fe")
    years = sorted(total.keys() | women.keys())
    write(
        path, ["element", "unit", "period", "total", "women"],
        [["primary-teachers", "VNM", year, whole(total.get(year, "")), whole(women.get(year, ""))] for year in years])
    return total, women


WORLD = {
    "teachers-primary": ("WB-02", "se_prm_tchr", "se_prm_tchr_fe", "se_prm_tchr_fe_zs"),
    "teachers-lower": ("WB-03", "uis_t_2", "uis_t_2_f", "uis_ftp_2"),
}


def world(data, name):
    """The published values of every country and region, by country and year."""
    return {
        (row["country"], row["year"]): row[name] for row in rows(data / f"indicators/wb_edstats_{name}.csv") if row[name]
    }


def prepare_countries(data, units, figures):
    """Every country and region that has the number of teachers or of women among them."""
    lines, found = [], set()
    for element, (_, total, women, _) in WORLD.items():
        totals, womens = world(data, total), world(data, women)
        for country, year in sorted(totals):
            found.add(country)
            key = country, year
            lines.append([element, f"WB-{country}", year, whole(totals[key]), whole(womens.get(key, ""))])
    write(units, ["code", "name", "kind"], [[f"WB-{country}", country, "country"] for country in sorted(found)])
    write(figures, ["element", "unit", "period", "total", "women"], lines)
    return len(found), len(lines)


def compare_countries(program, data, folder):
    """Holds the share of every country and year against the published one."""
    for element, (indicator, total, women, published) in WORLD.items():
        totals, womens, shares = world(data, total), world(data, women), world(data, published)
        all_three = totals.keys() & womens.keys() & shares.keys()
        years = sorted(year for _, year in totals)
        path = folder / f"{indicator}.csv"
        wanted = f"compute indicators from: {years[0]} to: {years[-1]} indicator: {indicator} by: unit"
        program.run("-c", f'{wanted} | keep unit, period, value | save "{path}"')
        computed = {(row["unit"][3:], row["period"]): row["value"] for row in rows(path) if row["value"]}
        near = sum(
            key in computed and abs(float(computed[key]) - float(shares[key])) <= LIMIT for key in all_three)
        check(
            near >= 0.999 * len(all_three),
            f"{indicator}: {near} of {len(all_three)} country-years are within {LIMIT} points of the published share")
        check(not computed.keys() - (totals.keys() & womens.keys()), f"{indicator}: no value where a part is missing")
        recompute(program, folder, indicator, element)


def worked_example(program):
    """Progress, forecast and explanation of one country's real series; the target is made up for the example."""
    print("\nWomen among primary teachers in Viet Nam, World Bank EdStats (the target is an example's):")
    program.run(
        "-c", 'set target WB-02 year: 2030 value: 75 operator: at-most source: "made up for the example" confidence: local')
    answers = {}
    for line in (
            "compute progress period: 2015 under: WB-vnm indicator: WB-02"
            " | keep base-year, baseline, value, target, gap, pace, required-pace, ratio, status",
            "forecast indicators period: 2015 under: WB-vnm indicator: WB-02 years: 15 back: 20"
            " | where period >= 2012 | keep period, expected, value, low-80, high-80, low-95, high-95, target, chance",
            "explain indicator WB-02 unit: WB-vnm period: 2015 | keep input, unit, value, counted, entry, on, by, from, cell"):
        answers[line.split()[0]] = program.run("-c", line)
        print(f"> {line}\n{answers[line.split()[0]]}")
    check("2030" in answers["forecast"], "the forecast of Viet Nam reaches 2030, with the chance of the target")
    check("countries-figures.csv" in answers["explain"], "its explanation leads to the line of the file")


def recompute(program, folder, indicator, element):
    """Works a number out once more, from nothing but what ‘explain’ lists."""
    path, year = folder / "explained.csv", 2015
    line = f"period: {year} | where counted = yes | keep input, unit, value, used, periods, entry, from"
    program.run("-c", f'explain indicator {indicator} {line} | save "{path}"')
    sums = collections.defaultdict(fractions.Fraction)
    for row in rows(path):
        if row["used"] in ("yes", "có"):
            sums[row["input"]] += fractions.Fraction(row["value"]) / int(row["periods"])
    answer = program.run(
        "-c", f"compute indicators period: {year} indicator: {indicator} | keep value | show as: csv")
    said = fractions.Fraction(answer.split()[-1])
    again = 100 * sums[f"women({element})"] / sums[element]
    check(
        abs(said - again) < fractions.Fraction(1, 10**15),
        f"{indicator} {year}: {float(again):.6f} % again from the {len(rows(path))} figures that are explained")


def equation(answer, name, read):
    """Holds the program to its count: rows read = stored + unchanged + refused + duplicates."""
    parts = ("stored", "unchanged", "refused", "duplicates")
    found = re.search(rf"{name}’: ([\d,]+) rows? read = " + r" \+ ".join(rf"([\d,]+) {part}" for part in parts), answer)
    if not found:
        check(False, f"{name}: no count of rows in the answer")
        return
    said, stored, unchanged, refused, doubled = (int(number.replace(",", "")) for number in found.groups())
    check(
        said == read == stored + refused + doubled and unchanged == 0,
        f"{name}: {said} rows read = {stored} stored + {refused} refused + {doubled} duplicates")
    reasons = re.findall(r"^ +[A-Z]+\d+ +\d+  .+?  (\S.*)$", re.split("rows? read =", answer[found.end():])[0], re.M)
    if refused:
        check(len(reasons) == refused, f"{name}: {len(reasons)} reasons for {refused} refused rows")


def every_file(path, data, folder):
    """Tries to take in every file there is: each is read or refused with a finding, soon and in little memory."""
    base = [path, "--database", str(folder / "every.db"), "--language", "en", "--today", TODAY, "-c"]
    codes, read, slowest = {}, 0, 0.0
    kinds = ("xlsx", "csv", "legacy-text", "schools", "admin-units")
    files = sorted(file for kind in kinds for file in (data / kind).rglob("*") if file.is_file())
    for file in files:
        begun = time.monotonic()
        line = f'plan import units from: "{file}"'
        try:
            done = subprocess.run(
                base + [line], capture_output=True, timeout=60, preexec_fn=lambda: resource.setrlimit(
                    resource.RLIMIT_AS, (4 << 30, 4 << 30)))
        except subprocess.TimeoutExpired:
            check(False, f"{file.name}: not done after a minute")
            continue
        slowest = max(slowest, time.monotonic() - begun)
        told = (done.stdout + done.stderr).decode(errors="replace")
        found = re.findall(r"error\[([a-z0-9-]+)\]", told)
        if done.returncode == 0 and re.search("rows? read = ", told):
            read += 1
        elif done.returncode > 0 and found:
            codes[found[0]] = codes.get(found[0], 0) + 1
        else:
            check(False, f"{file.name}: ended with {done.returncode} and says {told[:200]!r}")
    refused = ", ".join(f"{count} {code}" for code, count in sorted(codes.items()))
    check(
        read + sum(codes.values()) == len(files),
        f"{len(files)} files of every kind: {read} read, the others refused ({refused}); the slowest {slowest:.2f} s")


def sheet_rows(file):
    """The rows of the first sheet of a workbook with at least two headings, read without the program: (name, rows)."""
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    linked = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    with zipfile.ZipFile(file) as book:
        names = book.namelist()
        if len(names) != len(set(names)) or sum(part.file_size for part in book.infolist()) > 30 << 20:
            return None
        texts = []
        if "xl/sharedStrings.xml" in names:
            for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml")).iter(space + "si"):
                runs = item.findall(space + "t") + [run.find(space + "t") for run in item.findall(space + "r")]
                texts.append("".join(run.text or "" for run in runs if run is not None))
        links = ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels"))
        parts = {link.get("Id"): link.get("Target") for link in links}
        for sheet in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(space + "sheet"):
            part = parts[sheet.get(linked)].lstrip("/")
            rows = cells(book.read(part if part.startswith("xl/") else "xl/" + part), texts, space)
            if any(len(headings(row)) > 1 for _, row in rows):
                return sheet.get("name"), rows
    return None


def cells(part, texts, space):
    """The rows of a sheet as (number, cells)."""
    rows, number = [], 0
    for row in ElementTree.fromstring(part).iter(space + "row"):
        number = int(row.get("r") or number + 1)
        found = []
        for cell in row.findall(space + "c"):
            value, kind = cell.find(space + "v"), cell.get("t")
            inline = cell.find(space + "is")
            if kind == "s" and value is not None:
                found.append((texts[int(value.text)], True))
            elif inline is not None:
                found.append(("".join(text.text or "" for text in inline.iter(space + "t")), True))
            else:
                found.append((value.text or "" if value is not None else "", kind == "str"))
        rows.append((number, found))
    return rows


def separated_rows(file, data):
    """The rows of a text file as (line, cells), read without the program; those of old letters by their transcript."""
    raw = file.read_bytes()
    transcript = None
    if file.parent.name == "legacy-text":
        transcript, text = transcript_of(file), raw.decode("latin-1")
        if transcript is None:
            return None
    else:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            return None
    first = text.split("\n", 1)[0]
    mark = max(";,\t|", key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=mark)
    rows, line = [], 1
    for place, row in enumerate(reader):
        words = transcript[place] if transcript else row
        rows.append((line, [(word, True) for word in words[:len(row)]]))
        line = reader.line_num + 1
    return None, rows


def transcript_of(file):
    """The rows of an old sheet in Unicode; None where its workbook has sheets that are not kept beside it."""
    workbook = file.name
    while not (file.parent / (workbook + ".truth.txt")).exists():
        workbook = workbook.rpartition("__")[0]
    lines = (file.parent / (workbook + ".truth.txt")).read_text(encoding="utf-8").split("\n")[:-1]
    sheets = sorted(file.parent.glob(workbook + "__*.legacy.csv"))
    counts = [
        sum(1 for _ in csv.reader(sheet.read_text(encoding="latin-1").splitlines(keepends=True), delimiter=";"))
        for sheet in sheets
    ]
    if sum(counts) != len(lines):
        return None
    start = sum(counts[:sheets.index(file)])
    return [line.split("\t") for line in lines[start:start + counts[sheets.index(file)]]]


def headings(row):
    """The cells of a row that can be headings: words that stand in it once."""
    words = [" ".join(word.split()) for word, is_text in row if is_text]
    return [word for word in words if re.search(r"\w", word) and words.count(word) == 1 and len(word) < 80]


def every_row(path, data, folder):
    """Takes in every file whose rows can be counted without the program, its first two headings as codes and names."""
    files = [file for kind in ("xlsx", "csv", "legacy-text", "schools", "admin-units")
             for file in sorted((data / kind).rglob("*")) if file.suffix in (".xlsx", ".csv", ".tsv")]
    taken, total, left = 0, 0, []
    for file in files:
        try:
            found = sheet_rows(file) if file.suffix == ".xlsx" else separated_rows(file, data)
        except (zipfile.BadZipFile, LookupError, ElementTree.ParseError, ValueError, TypeError, RuntimeError):
            found = None
        said = found and take_rows(path, file, found, folder)
        if said:
            taken, total = taken + 1, total + said
        else:
            left.append(file.name)
    check(taken > 60, f"{taken} files with {total} rows: each row is told of once; {len(left)} have no two headings")


def take_rows(path, file, found, folder):
    """Takes one file in; every row below its headings is in the equation or named as no record."""
    sheet, rows = found
    head = next((row for _, row in rows[:40] if len(headings(row)) > 1), None)
    if head is None:
        return None
    names = headings(head)
    lines = [f'column {quoted(names[0])} -> code', f'column {quoted(names[1])} -> name']
    lines += [f"column {quoted(name)} -> ignored" for name in names[2:]] + ["others -> ignored", "value kind -> thpt"]
    lines += [f"sheet {quoted(sheet)}"] if sheet else []
    (folder / "rows.map").write_text("\n".join(lines), encoding="utf-8")
    base = [path, "--database", str(folder / "rows.db"), "--language", "en", "--today", TODAY, "-c"]
    done = subprocess.run(
        base + [f'plan import units from: "{file}" map: "{folder}/rows.map"'], capture_output=True, timeout=120)
    told = done.stdout.decode(errors="replace")
    equation = re.search(r"’: ([\d,]+) rows? read = (\d+) stored \+ (\d+) unchanged \+ (\d+) refused \+ (\d+) dup", told)
    if done.returncode != 0 or equation is None:
        return None
    read, *parts = (int(number.replace(",", "")) for number in equation.groups())
    above = int((re.search(r"headings in line (?:\d+–)?(\d+)\.", told) or [0, "0"])[1])
    passed = 0
    for kind in ("repeated headings", "column numbers", "totals"):
        listed = re.search(rf"{kind}: ([\d–, ]+)", told)
        for run in listed[1].split(",") if listed else []:
            first, _, last = run.strip().partition("–")
            passed += int(last or first) - int(first) + 1 if first else 0
    counted = sum(1 for line, row in rows if line > above and any(word.strip() for word, _ in row))
    holds = read == sum(parts) and read + passed == counted
    stored, unchanged, refused, doubled = parts
    words = f"{read} {'row' if read == 1 else 'rows'} read = {stored} stored + {unchanged} unchanged + {refused} refused + {doubled} duplicates"
    check(holds, f"{file.name}: {words}" + (f"; {passed} no records" if passed else "") + (
        "" if holds else f", but {counted} rows stand below line {above}"))
    return read


def quoted(text):
    return '"' + text.replace('"', '""') + '"'


def compare(program, data, folder, total, women):
    """Computes the share of every year and holds it against the published one."""
    published = series(data, "se_prm_tchr_fe_zs")
    span = range(min(total), max(total) + 1)
    script = folder / "years.sen"
    wanted = "keep period, numerator, denominator, value | show as: csv"
    script.write_text(
        "".join(f"compute indicators period: {year} under: VNM indicator: WB-01 | {wanted}\n" for year in span))
    answers = [row for row in csv.DictReader(program.run(str(script)).splitlines()) if row["period"] != "period"]
    computed = {int(row["period"]): row["value"] for row in answers}
    both = sorted(total.keys() & women.keys())
    worst = 0.0
    for year in both:
        if not computed.get(year) or year not in published:
            check(False, f"{year}: no value to compare")
            continue
        distance = abs(float(computed[year]) - float(published[year]))
        worst = max(worst, distance)
        if distance > LIMIT:
            check(False, f"{year}: {computed[year]} computed, {published[year]} published")
    check(len(both) > 0, f"{len(both)} years with both parts compared; farthest apart {worst:.6f} points")
    gaps = [year for year in span if year not in both]
    named = ", ".join(map(str, gaps))
    check(not any(computed.get(year) for year in gaps), f"no value in the years with a gap: {named}")


def seal(program, units, database):
    """Makes the key and three cases, opens one, and looks for the words in the file."""
    status, shown = program.ask("create case key", [PASSPHRASE, PASSPHRASE])
    check(status == 0 and PASSPHRASE not in shown, "the key is made; the passphrase is not shown")
    for unit, words in zip(units, CASES):
        program.run("-c", f'record case referral "{unit}" {words} on: 2025-11-20')
    sealed = list(csv.DictReader(program.run("-c", "list case referrals | show as: csv").splitlines()))
    check(len(sealed) == len(CASES), f"{len(sealed)} cases are sealed")
    code, words = sealed[0]["case"], ["physical-assault", "psychological", PASSPHRASE]
    status, shown = program.ask(f'show case referral "{code}"', [PASSPHRASE])
    check(status == 0 and any(word in shown for word in OPENED), "a case opens with the passphrase")
    status, shown = program.ask(f'show case referral "{code}"', ["một câu khác hẳn câu kia"])
    check(status != 0 and not any(word in shown for word in words), "it stays sealed with another one")
    kept = b"".join(path.read_bytes() for path in database.parent.glob(database.name + "*"))
    check(not any(word.encode() in kept for word in words), "neither cases nor passphrase stand readable in the file")


def mapping(data):
    """The wards before and after 1 July 2025 and which follows which; a ward that the list leaves unnamed is named by
    its district."""
    old, new, pairs, provinces = {}, {}, {}, {}
    for row in rows(data / "admin-units/convert_legacy_2025_simple.csv"):
        ward = whole(row["wardCode"]) or row["districtCode"] + "-0"
        source, target = "O-" + ward.zfill(5), "X-" + row["newWardCode"].zfill(5)
        before, after = "P-" + row["provinceCode"].zfill(2), "N-" + row["newProvinceCode"].zfill(2)
        old[source] = (f"{row['ward']}, {row['district']}", before)
        new[target] = (row["newWard"], after)
        pairs[source, target] = None
        provinces[before] = (row["province"], after, row["newProvince"])
    return old, new, list(pairs), provinces


def reorganise(sen, data, folder):
    """Puts invented counts on the wards before 1 July 2025 and tells them by the wards after it, exactly."""
    old, new, pairs, provinces = mapping(data)
    units = [["VN", "Cả nước", "so", ""]] + [[code, name, "so", "VN"] for code, (name, _, _) in provinces.items()]
    write(folder / "old.csv", ["code", "name", "kind", "under"], units + [
        [code, name, "vhxh", province] for code, (name, province) in old.items()])
    months = [f"2024-{month:02}" for month in range(1, 13)]
    counts = {(code, month): (place * 7 + number * 13) % 401
              for number, month in enumerate(months) for place, code in enumerate(old)}
    write(folder / "counts.csv", ["element", "unit", "period", "total", "women"], [
        ["ward-teachers", code, month, count, count * 2 // 3] for (code, month), count in counts.items()])
    splits = collections.Counter(source for source, _ in pairs)
    lines = [[code, after, name, "so", "VN", ""] for code, (_, after, name) in provinces.items()]
    write(folder / "map.csv", ["source", "target", "name", "kind", "under", "share"], lines + [
        [source, target, new[target][0], "vhxh", new[target][1], 1 if splits[source] > 1 else ""]
        for source, target in pairs])
    program = Program(sen, folder / "wards.db")
    program.run("-c", f'import units from: "{folder}/old.csv"')
    program.run("-c", 'define element ward-teachers "Giáo viên" type: people over-time: last over-units: sum every: month')
    program.run("-c", f'import figures from: "{folder}/counts.csv"')
    before = program.run("-c", "list units on: 2025-06-30 | show as: csv")
    start = time.monotonic()
    answer = program.run("-c", f'import reorganisation from: "{folder}/map.csv" on: 2025-07-01')
    took = time.monotonic() - start
    equation(answer, "map.csv", len(lines) + len(pairs))
    start = time.monotonic()
    program.run("-c", f'recast figures structure: 2026-01-01 element: ward-teachers | save "{folder}/recast.csv"')
    check(True, f"the import took {took:.2f} s, a series of {len(counts)} figures {time.monotonic() - start:.2f} s")
    sums, women, found, of_women = (collections.Counter() for _ in range(4))
    for (code, month), count in counts.items():
        after = provinces[old[code][1]][1]
        sums[after, month] += count
        women[after, month] += count * 2 // 3
    for row in rows(folder / "recast.csv"):
        after = new[row["unit"]][1]
        found[after, row["period"]] += int(row["total"])
        of_women[after, row["period"]] += int(row["women"])
        if int(row["women"]) > int(row["total"]):
            check(False, f"{row['unit']} {row['period']} has more women than people")
    check(len(new) == 3321 and len(old) == 10040, f"{len(old)} wards became {len(new)}")
    check(sums == found and women == of_women, f"{len(sums)} sums of provinces and months are the same, exactly")
    check(program.run("-c", "list units on: 2025-06-30 | show as: csv") == before, "the day before is told as it was")


def unknown_shares(sen, data, folder):
    """The same with shares that nobody knows: what a province had stays exact wherever a ward went within it."""
    old, new, pairs, provinces = mapping(data)
    month = "2024-01"
    after = {code: provinces[province][1] for code, (_, province) in old.items()}
    counts = {code: (place * 7) % 401 + 1 for place, code in enumerate(old)}
    write(folder / "month.csv", ["element", "unit", "period", "total", "women"], [
        ["ward-teachers", code, month, count, count * 2 // 3] for code, count in counts.items()])
    lines = [[code, target, name, "so", "VN", ""] for code, (_, target, name) in provinces.items()]
    write(folder / "unshared.csv", ["source", "target", "name", "kind", "under"], [line[:5] for line in lines] + [
        [source, target, new[target][0], "vhxh", new[target][1]] for source, target in pairs])
    program = Program(sen, folder / "unshared.db")
    program.run("-c", f'import units from: "{folder}/old.csv"')
    program.run("-c", 'define element ward-teachers "Giáo viên" type: people over-time: last over-units: sum every: month')
    program.run("-c", f'import figures from: "{folder}/month.csv"')
    program.run("-c", f'import reorganisation from: "{folder}/unshared.csv" on: 2025-07-01')
    program.run("-c", f'recast figures structure: 2026-01-01 element: ward-teachers | save "{folder}/unshared-recast.csv"')
    sums, found, untold, together = collections.Counter(), collections.Counter(), 0, 0
    for code, count in counts.items():
        sums[after[code]] += count
    crossing = 0
    for row in rows(folder / "unshared-recast.csv"):
        if not row["total"]:
            untold += 1
            continue
        together += row["state"] == "together"
        province = new[row["unit"]][1] if row["unit"] in new else row["unit"]
        crossing += province == "VN"
        found[province] += int(row["total"])
    check(sum(sums.values()) == sum(found.values()), f"{untold} wards without a share: the country's sum is the same")
    same = sum(found[province] == sums[province] for province in sums)
    check(
        same == len(sums) if not crossing else same > 0,
        f"{same} of {len(sums)} provinces have their sum, by {together} rows of wards together, {crossing} of them across")


def digest(program, folder):
    """Renders the digest in three formats."""
    for ending in ("md", "html", "docx"):
        line = f'render report monthly-digest period: 2025-11 under: {OFFICE} to: "{folder}/digest.{ending}"'
        program.run("--language", "vi", "-c", line)
    text = (folder / "digest.md").read_text()
    check("36 lớp tập huấn" in text and "I. TẬP HUẤN" in text, "the digest tells of 36 trainings")
    check("</html>" in (folder / "digest.html").read_text(), "the same in HTML")
    with zipfile.ZipFile(folder / "digest.docx") as paper:
        check(paper.testzip() is None and "word/document.xml" in paper.namelist(), "the same in DOCX")


def main():
    start = time.monotonic()
    sen, data, folder = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    database = folder / "real.db"
    program = Program(sen, database)
    with tempfile.TemporaryDirectory() as name:
        prepared = pathlib.Path(name)
        communes = prepare_communes(data, prepared / "communes.csv")
        schools = prepare_schools(data, prepared / "schools.csv")
        total, women = prepare_figures(data, prepared / "figures.csv")
        countries, country_figures = prepare_countries(
            data, prepared / "countries.csv", prepared / "countries-figures.csv")
        answer = program.run("Scripts/real-input.sen", "--from", str(prepared), "--to", str(folder))
        shown = answer.replace(f"{prepared}/", "")
        print("\n".join(line for line in shown.splitlines() if not line.startswith("Logged training")))
        print("\nHeld against the lists:")
        check(communes == 114, f"{communes} communes of Hải Phòng after 1 July 2025")
        equation(answer, "communes.csv", communes)
        equation(answer, "schools.csv", schools)
        equation(answer, "figures.csv", len(total.keys() | women.keys()))
        equation(answer, "countries.csv", countries)
        equation(answer, "countries-figures.csv", country_figures)
        every_file(sen, data, prepared)
        every_row(sen, data, prepared)
        compare(program, data, prepared, total, women)
        compare_countries(program, data, prepared)
        worked_example(program)
        reorganise(sen, data, prepared)
        unknown_shares(sen, data, prepared)
    trainings = rows(folder / "trainings.csv")
    units = rows(folder / "units.csv")
    check(len(trainings) == 36, f"{len(trainings)} trainings logged by script")
    seal(program, [row["unit"] for row in trainings], database)
    digest(program, folder)
    program.run("-c", "verify journal")
    program.run("-c", "replay journal")
    check(True, "the journal holds, and done again it gives the same tables")
    seconds = time.monotonic() - start
    print(f"\n{len(units)} units, {len(trainings)} trainings, 3 cases in {seconds:.1f} s; papers and tables in {folder}")
    if deviations:
        sys.exit(f"{len(deviations)} deviations:\n  " + "\n  ".join(deviations))


main()
