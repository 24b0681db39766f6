"""The cases of papers: a report as Word and PDF, a long workbook, a digest, a balance of the budget."""

import os
import re
import shutil
import subprocess
import sys

from bench_frame import Case, has, path, process, sen, whole, write

YEARS, UNITS, ROWS = (2024, 2025), 104, 52_000
FONT = "/usr/share/fonts/truetype/liberation2/LiberationSerif-%s.ttf"


# Offices of some size with two years of work.

def office(units):
    """The sentences of an office: every unit holds trainings and sessions, makes things, counts its staff and spends."""
    names = ["Trường Tiểu học Nguyễn Tri Phương", "Trường THCS Chu Văn An", "Trường THPT Lê Chân", "Trường Mầm non Sao Sáng"]
    yield 'register unit SGD "Sở Giáo dục và Đào tạo" kind: so opened: 2015-01-01'
    yield ('set letterhead SGD symbol: "SGDĐT" place: "Hải Phòng" superior: "ỦY BAN NHÂN DÂN THÀNH PHỐ" mandate: "KT. GIÁM ĐỐC" '
           'signatory: "PHÓ GIÁM ĐỐC" signer: "Bùi Thị Hoa" recipients: ["Như trên", "Lưu: VT, TCCB"]')
    kinds = ["th", "thcs", "thpt", "mn"]
    for n in range(units):
        yield f'register unit HP-{n:03d} "{names[n % 4]} {n}" kind: {kinds[n % 4]} under: SGD opened: 2015-01-01'
    for year in YEARS:
        yield from year_of_work(units, year)


def year_of_work(units, year):
    for n in range(units):
        unit = f"HP-{n:03d}"
        for post, total in (("head", 1), ("deputy", 2), ("teacher", 20 + n % 60), ("party-member", 9 + n % 20)):
            yield f"record staff {unit} post: {post} on: {year}-09-15 total: {total} women: {n * 7 % (total + 1)}"
        for quarter in range(4):
            day = f"{year}-{quarter * 3 + 1 + n % 2:02d}-{n % 28 + 1:02d}"
            yield f'log training {unit} "Lồng ghép giới {quarter}" on: {day} hours: 4 women: {n % 60} men: {n % 50 + 1}'
            if n % 9 or quarter < 1:
                yield f'log session {unit} "Phòng, chống bạo lực {quarter}" on: {day} women: {n % 90} men: {n % 70 + 1} form: talk'
        yield f'record product {unit} "Áp phích {n}" kind: poster on: {year}-11-20 pieces: {n % 9 + 1} channel: board reach: {n * 3}'
        yield f'allocate budget {unit} year: {year} amount: {n % 40 + 5}_000_000 đ source: state on: {year}-01-15'
        yield f'record spending {unit} "In áp phích" on: {year}-06-10 amount: {n % 30 + 2}_150_000 đ category: k12 source: state'
    for n in range(units * 2 // 3):
        yield (f'record task NV-{year}-{n:03d} "Tổ chức hội thảo, tọa đàm chia sẻ kinh nghiệm số {n}" '
               f'owner: HP-{n:03d} due: {year}-{n % 12 + 1:02d}-20 section: "III.1"')
    for n in range(0, units, 5):
        yield f'record difficulty HP-{n:03d} "Thiếu báo cáo viên" on: {year}-11-03 proposal: "Sở hỗ trợ danh sách"'


def make_digest_office(units):
    name = f"office-{units}.db"
    if not os.path.exists(path(name)):
        sen("--today", "2024-01-02", os.path.join("seeds", "catalogue.sen"), database=name)
        write("papers.sen", 'atomic "x"\n' + "".join(f"  {line}\n" for line in office(units)) + "end\n")
        sen("--today", "2025-12-01", path("papers.sen"), database=name)
    return name


def render(name, ending, period="2025"):
    line = f'render report monthly-digest period: {period} under: SGD to: "{path("paper." + ending)}"'
    return ["--today", "2025-12-01", "--language", "vi", "-c", line], name


def printed(ending, period="2025", units=UNITS):
    """Prints a paper and gives what was said, without the file that the process leaves."""
    words, name = render(make_digest_office(units), ending, period)
    return whole(["sen", *words], database=name)


# The same paper by peers: they get what Sen wrote as Markdown, its charts as a picture.

READER = r"""
import re, sys
def blocks(path):
    table = []
    for line in open(path, encoding="utf-8").read().split("\n") + [""]:
        if line.startswith("|"):
            cells = [cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
            if not all(re.fullmatch(r":?-+:?", cell) for cell in cells):
                table.append(cells)
            continue
        if table:
            yield "table", table
            table = []
        if line.startswith("#"):
            yield "heading", line.lstrip("# ")
        elif line.strip():
            yield "text", line
"""
DOCX = READER + r"""
import docx
from docx.shared import Cm
made = docx.Document()
for kind, value in blocks(sys.argv[1]):
    if kind == "heading":
        made.add_heading(value, 2)
    elif kind == "text":
        made.add_paragraph(value)
    else:
        table = made.add_table(len(value), len(value[0]), style="Table Grid")
        for row, cells in zip(table.rows, value):
            for cell, words in zip(row.cells, cells):
                cell.text = words
for _ in range(3):
    made.add_picture(sys.argv[2], width=Cm(16))
made.save(sys.argv[3])
"""
REPORTLAB = READER + r"""
from reportlab.graphics.charts.barcharts import VerticalBarChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.colors import black
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle
from xml.sax.saxutils import escape
pdfmetrics.registerFont(TTFont("serif", sys.argv[2] % "Regular"))
pdfmetrics.registerFont(TTFont("bold", sys.argv[2] % "Bold"))
body = ParagraphStyle("body", fontName="serif", fontSize=14, leading=17, alignment=4, spaceAfter=6)
cell = ParagraphStyle("cell", fontName="serif", fontSize=11, leading=13)
head = ParagraphStyle("head", fontName="bold", fontSize=14, leading=17, spaceAfter=6)
grid = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, black), ("VALIGN", (0, 0), (-1, -1), "TOP"),
                   ("FONT", (0, 0), (-1, -1), "serif", 11)])
story, wide = [], A4[0] - 142
for kind, value in blocks(sys.argv[1]):
    if kind == "heading":
        story.append(Paragraph(escape(value), head))
    elif kind == "text":
        story.append(Paragraph(escape(value), body))
    else:
        longest = [max(len(row[at]) for row in value) for at in range(len(value[0]))]
        total = sum(min(size, 30) + 4 for size in longest)
        widths = [(min(size, 30) + 4) * wide / total for size in longest]
        fits = lambda words, width: pdfmetrics.stringWidth(words, "serif", 11) <= width - 12
        rows = [[words if fits(words, width) else Paragraph(escape(words), cell) for words, width in zip(row, widths)] for row in value]
        story.append(LongTable(rows, colWidths=widths, repeatRows=1, style=grid))
for _ in range(3):
    drawing, chart = Drawing(460, 220), VerticalBarChart()
    chart.x, chart.y, chart.width, chart.height = 40, 30, 400, 170
    chart.data = [[n * 7 % 90 for n in range(12)], [n * 5 % 80 for n in range(12)]]
    chart.categoryAxis.categoryNames = [f"T{n + 1}" for n in range(12)]
    drawing.add(chart)
    story.append(drawing)
number = lambda canvas, made: canvas.drawCentredString(A4[0] / 2, A4[1] - 40, str(made.page))
SimpleDocTemplate(sys.argv[3], pagesize=A4, leftMargin=85, rightMargin=57, topMargin=57, bottomMargin=57).build(story, onLaterPages=number)
"""
TYPST = READER + r"""
import typst
typst.compile(sys.argv[1], output=sys.argv[3], font_paths=[sys.argv[2]])
"""


def python(module, name, program, *words):
    """A way of a peer that Python can load; `None` with a message where it cannot."""
    if not has(module):
        print(f"  {name}: left out, Python has no module {module}", file=sys.stderr)
        return None
    return whole([sys.executable, write(f"paper_{module}.py", program), *words])


def typst_source():
    """The Markdown as typst writes it."""
    names = {}
    exec(READER, names)
    quoted = lambda words: "[#" + '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"]'
    lines = ['#set text(font: "Liberation Serif", size: 14pt, lang: "vi")', '#set page("a4", numbering: "1")']
    for kind, value in names["blocks"](path("paper.md")):
        if kind == "table":
            cells = [quoted(words) for row in value[1:] for words in row]
            head = ", ".join(quoted(words) for words in value[0])
            lines.append(f"#text(11pt)[#table(columns: {len(value[0])}, table.header({head}), {', '.join(cells)})]")
        else:
            lines.append(("= " if kind == "heading" else "") + "#" + quoted(value)[2:-1] + "\n")
    return write("paper.typ", "\n".join(lines))


def lead_out(name):
    if not shutil.which(name):
        print(f"  {name}: left out, it is not installed", file=sys.stderr)


def make_paper():
    """Prints the paper as Markdown and its charts as a picture, and tells how large it is."""
    for ending in ("md", "png", "pdf"):
        printed(ending)()
    tables = len(re.findall(r"(?m)^\|[ :|-]+\|$", open(path("paper.md"), encoding="utf-8").read()))
    pages = len(re.findall(rb"/Type /Page\b", open(path("paper.pdf"), "rb").read()))
    print(f"  the paper: {pages} pages, {tables} tables", file=sys.stderr)


def docx():
    case = Case("paper-docx", f"a digest of a year of {UNITS} units as a Word file, whole process; the peers get its Markdown", "ms",
                "≤ 0.25 × pandoc")
    make_paper()
    case.way("sen", printed("docx"))
    lead_out("pandoc")
    case.way("pandoc", whole(["pandoc", "-f", "gfm", path("paper.md"), "-o", path("pandoc.docx")]), "pandoc")
    other = python("docx", "python-docx", DOCX, path("paper.md"), path("paper.png"), path("python.docx"))
    return case.way("python-docx", other) if other else case


def pdf():
    case = Case("paper-pdf", "the same as a PDF file", "ms", "≤ 0.5 × reportlab")
    make_paper()
    case.way("sen", printed("pdf"))
    for who, module, program, words in (
            ("reportlab", "reportlab", REPORTLAB, [path("paper.md"), FONT, path("reportlab.pdf")]),
            ("typst", "typst", TYPST, [typst_source(), os.path.dirname(FONT), path("typst.pdf")])):
        way = python(module, who, program, *words)
        if way:
            case.way(who, way)
    return case


# A workbook of 52,000 rows and 12 columns.

HEADINGS = ["unit", "name", "kind", "on", "staff", "women", "men", "leaders", "share", "hours", "cost", "left"]
TYPES = ["text", "text", "text", "date"] + ["number"] * 8
WORKBOOK_C = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>
int main(int count, char **words) {
    char line[1024];
    FILE *file = fopen(words[1], "r");
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(words[2], &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Table");
    lxw_format *days = workbook_add_format(book), *bold = workbook_add_format(book);
    if (!file || !book) return 1;
    format_set_num_format(days, "dd/mm/yyyy");
    format_set_bold(bold);
    worksheet_freeze_panes(sheet, 1, 0);
    for (lxw_row_t row = 0; fgets(line, sizeof line, file); row++) {
        char *rest = line, *cell;
        line[strcspn(line, "\n")] = 0;
        for (lxw_col_t column = 0; (cell = strsep(&rest, ",")); column++) {
            lxw_datetime day = {0};
            if (row == 0) worksheet_write_string(sheet, row, column, cell, bold);
            else if (column < 3) worksheet_write_string(sheet, row, column, cell, NULL);
            else if (column == 3) {
                sscanf(cell, "%d-%d-%d", &day.year, &day.month, &day.day);
                worksheet_write_datetime(sheet, row, column, &day, days);
            } else worksheet_write_number(sheet, row, column, strtod(cell, NULL), NULL);
        }
    }
    return workbook_close(book);
}
"""
OPENPYXL = """
import csv, datetime, sys
import openpyxl
book = openpyxl.Workbook(write_only=True)
sheet = book.create_sheet("Table")
rows = csv.reader(open(sys.argv[1], encoding="utf-8"))
sheet.append(next(rows))
for row in rows:
    sheet.append(row[:3] + [datetime.date.fromisoformat(row[3])] + [float(cell) for cell in row[4:]])
book.save(sys.argv[2])
"""


def make_rows():
    with open(path("rows.csv"), "w") as file:
        file.write(",".join(HEADINGS) + "\n")
        for n in range(ROWS):
            file.write(f"HP-{n:05d},Trường THPT Nguyễn Tri Phương {n % 700},thpt,2025-{n % 12 + 1:02d}-{n % 28 + 1:02d},{n % 97 + 3},"
                       f"{n % 61},{n % 37 + 3},{n % 5},{n % 1000 / 1000},{n % 40 / 2},{n * 1250 % 99_999_999},{n % 7}\n")


SUMMED = r"""
import re, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as parts:
    sheet = next(part for part in parts.namelist() if part.startswith("xl/worksheets/sheet"))
    text = parts.read(sheet).decode()
numbers = re.findall(r'<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="n")?><v>([^<]*)', text)
print(len(re.findall("<c ", text)), f"{sum(map(float, numbers)):.1f}")
"""


def summed(name):
    """How many cells a workbook has and the sum of its numbers; told by another process, whose memory does not count."""
    script = write("summed.py", SUMMED)
    return lambda _: subprocess.run([sys.executable, script, path(name)], check=True, capture_output=True, text=True).stdout


def c_program(name, source, *libraries):
    """The path of a C program; `None` where it cannot be made."""
    compiler = shutil.which("cc") or shutil.which("clang")
    made = compiler and subprocess.run(
        [compiler, "-O2", "-o", path(name), write(name + ".c", source), *libraries], check=False, stderr=subprocess.DEVNULL)
    if made and made.returncode == 0:
        return path(name)
    print(f"  {name}: left out, it needs a C compiler and the headers of {' '.join(libraries)}", file=sys.stderr)
    return None


def workbook():
    make_rows()
    case = Case("workbook", f"{ROWS:,} rows of 12 columns from CSV to XLSX, whole process; C in constant memory", "ms",
                "≤ 1.1 × C, ≤ 40 MB")
    columns = ", ".join(map(" ".join, zip(HEADINGS, TYPES)))
    line = f'read table "{path("rows.csv")}" columns: "{columns}" | save "{path("sen.xlsx")}"'
    case.way("sen", whole(["sen", "-c", line], answer=summed("sen.xlsx")))
    program = c_program("libxlsxwriter", WORKBOOK_C, "-lxlsxwriter")
    if program:
        case.way("C", whole([program, path("rows.csv"), path("c.xlsx")], answer=summed("c.xlsx")))
    other = python("openpyxl", "openpyxl", OPENPYXL, path("rows.csv"), path("python.xlsx"))
    return case.way("openpyxl", other) if other else case


# A digest of a large office, and a balance.

def digest():
    case = Case("digest", "the digest of a month in an office of 800 units with two years of work, as a Word file", "ms", "≤ 1 s")
    return case.way("sen", printed("docx", "2025-11", 800))


def make_budget():
    """10,000 entries of a budget in Sen, and as a journal for ledger."""
    if os.path.exists(path("budget.db")):
        return
    lines = ['register unit SGD "Sở" kind: so opened: 2015-01-01']
    lines += [f'register unit HP-{n:03d} "Trường {n}" kind: thpt under: SGD opened: 2015-01-01' for n in range(200)]
    journal = []
    for n in range(10_000):
        unit, day, amount = f"HP-{n % 200:03d}", f"2025-{n % 12 + 1:02d}-{n % 28 + 1:02d}", n * 7919 % 4_000_000 + 1000
        if n % 7:
            lines.append(f'record spending {unit} "Chi {n}" on: {day} amount: {amount} đ category: k12 source: state')
            accounts = f"    Chi:{unit}    {amount} VND\n    Con:{unit}\n"
        else:
            lines.append(f"allocate budget {unit} year: 2025 amount: {amount * 20} đ source: state on: {day}")
            accounts = f"    Con:{unit}    {amount * 20} VND\n    Giao:{unit}\n"
        journal.append((day, f"{day} * {n}\n{accounts}\n"))
    write("budget.sen", 'atomic "x"\n' + "".join(f"  {line}\n" for line in lines) + "end\n")
    write("budget.ledger", "".join(entry for _, entry in sorted(journal)))
    sen("--today", "2025-12-31", path("budget.sen"), database="budget.db")


def left(text):
    """The sum of what units have left, however it is written."""
    rows = [re.split(r"[,\s]+", row.strip()) for row in text.split("\n") if "HP-" in row]
    amounts = [next(word for word in reversed(row) if re.fullmatch(r"-?\d+", word)) for row in rows]
    return f"{len(rows)} {sum(map(int, amounts))}"


def balance():
    make_budget()
    case = Case("balance", "what 200 units have left, from 10,000 entries of a budget, whole process", "ms", "≤ 0.2 × ledger")
    line = "list budget year: 2025 under: SGD | where unit != SGD | keep unit, balance | show as: csv"
    case.way("sen", whole(["sen", "--today", "2025-12-31", "-c", line], answer=left, database="budget.db"))
    for name, words in (("ledger", ["ledger", "-f", path("budget.ledger"), "balance", "^Con:", "--flat",
                                    "--format", "%(account) %(quantity(scrub(display_total)))\n%/"]),
                        ("hledger", ["hledger", "-f", path("budget.ledger"), "balance", "^Con:", "--flat", "-N", "-O", "csv"])):
        lead_out(name)
        case.way(name, whole(words, answer=left if name == "ledger" else None), name)
    return case


# The Phụ lục 1 of 200 units.

FILL = """
import datetime, glob, sys
import openpyxl
people = "A.1 A.2 A.3 A.4 A.5 A.6 B.1 B.2 B.4 C.1 C.2 C.3 C.4 D.1 D.2 D.3 E.1 E.2 E.3 E.4 E.5 F.1 F.2 F.3 F.4 H.2".split()
single = "H.1 I.1 I.2 I.3 K.1 K.2 K.3 K.4".split()
for path in glob.glob(sys.argv[1] + "/*.xlsx"):
    book = openpyxl.load_workbook(path)
    sheet = book["Phụ lục 1"]
    rows = {sheet.cell(row, 1).value: row for row in range(7, sheet.max_row + 1)}
    values = {code: (0, 0) for code in people} | {code: (0,) for code in single}
    values |= {"A.1": (40, 20), "A.3": (40, 20), "E.1": (40, 20), "1": (datetime.date(2025, 10, 31),)}
    values |= {code: ("Không",) for code in ["G.1", "G.7", "H.3", "H.4", "H.5", "H.6"]}
    for code, cells in values.items():
        for column, value in enumerate(cells, 3):
            sheet.cell(rows[code], column).value = value
    book.save(path)
"""


def make_round():
    """An office of 200 units that owe the returns of a year, and the filled-in workbooks; whether Sen knows them."""
    lines = ['register unit SGD "Sở" kind: so opened: 2015-01-01']
    lines += [f'register unit HP-{n:03d} "Trường {n}" kind: thpt under: SGD opened: 2015-01-01' for n in range(200)]
    lines += ['open round BC-2025 "Báo cáo năm 2025" period: 2025 before: 2025-12-05 under: SGD kinds: [thpt]']
    if not os.path.exists(path("round.db")):
        write("round.sen", 'atomic "x"\n' + "".join(f"  {line}\n" for line in lines) + "end\n")
        sen("--today", "2025-12-01", path("round.sen"), database="round.db")
        try:
            sen("--today", "2025-12-01", "-c", "define annex elements", database="round.db")
            sen("--today", "2025-12-01", "-c", f'write annexes BC-2025 to: "{path("filled")}"', database="round.db")
        except RuntimeError:
            os.remove(path("round.db"))
            print("  annexes: left out, this program does not write them", file=sys.stderr)
            return False
        process([sys.executable, write("fill.py", FILL), path("filled")])
    return True


def annexes_written():
    case = Case("annexes-written", "the blank Phụ lục 1 workbooks of 200 units written, whole process", "ms", "≤ 5 s")
    if make_round():
        words = ["sen", "--today", "2025-12-01", "-c", f'write annexes BC-2025 to: "{path("blank")}"']
        case.way("sen", whole(words, database="round.db"))
    return case


def annexes_read():
    case = Case("annexes-read", "the filled-in ones read back, checked and kept, whole process", "ms", "≤ 5 s")
    if not make_round():
        return case

    def run():
        for ending in ("", "-wal", "-shm"):
            if os.path.exists(path("received.db" + ending)):
                os.remove(path("received.db" + ending))
        shutil.copyfile(path("round.db"), path("received.db"))
        line = f'receive annexes BC-2025 from: "{path("filled")}"'
        seconds, text, held = sen("--today", "2025-12-01", "-c", line, database="received.db")
        if "200 stored" not in text:
            raise RuntimeError(text[:300])
        return seconds * 1000, None, held
    return case.way("sen", run)


CASES = {"paper-docx": docx, "paper-pdf": pdf, "workbook": workbook, "digest": digest, "balance": balance,
         "annexes-written": annexes_written, "annexes-read": annexes_read}
