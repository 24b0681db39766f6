#!/usr/bin/env python3
"""Measures the papers of a small office from outside: check.py SEN

Positions of the PDF files (pdftotext -bbox, pdftocairo -svg) against Phụ lục I of Nghị định 30/2020/NĐ-CP; the same text in
the Word and the PDF file of every kind of paper, also of those of the invented office in seeds/; the same bytes twice.
"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml
import zipfile

import page

try:
    import docx
    import openpyxl
except ImportError:
    docx = openpyxl = None
    print("papers: without python3-docx and python3-openpyxl, which would open the Word file and the workbook too")

SEN = os.path.abspath(sys.argv[1])
MM = 72 / 25.4
# The ascent and descent of the letters, in sizes of them.
LETTER = 1.107

OFFICE = """
register unit SGD-HP "Sở Giáo dục và Đào tạo" kind: so opened: 2020-01-01
register unit LE-CHAN "Trường THPT Lê Chân" kind: thpt under: SGD-HP opened: 2020-01-01
set letterhead SGD-HP symbol: "SGDĐT" place: "Hải Phòng" superior: "ỦY BAN NHÂN DÂN THÀNH PHỐ" \
mandate: "KT. GIÁM ĐỐC" signatory: "PHÓ GIÁM ĐỐC" signer: "Bùi Thị Hoa" \
addressees: ["Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân thành phố"] \
bases: ["Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ"] \
recipients: ["Như trên", "Các đơn vị trực thuộc", "Lưu: VT, TCCB"]
log training LE-CHAN "Lồng ghép giới" on: 2025-01-14 hours: 4 women: 38 men: 12
log training SGD-HP "Bình đẳng giới" on: 2025-01-20 hours: 8 women: 21 men: 9
record task NV-1 "Tập huấn nghiệp vụ" owner: SGD-HP due: 2025-01-31 element: trainings planned: 3
open campaign QTPN "Kỷ niệm ngày Quốc tế Phụ nữ" from: 2025-01-10 to: 2025-01-20
log session LE-CHAN "Bình đẳng giới" on: 2025-01-18 women: 31 men: 29 campaign: QTPN
estimate cost LE-CHAN "Tọa đàm" category: k7 role: speaker year: 2025 people: 2 norm: 300_000 đ
allocate budget LE-CHAN year: 2025 amount: 5_000_000 đ source: contribution on: 2025-01-10
"""

# Each paper of the small office that carries its head, with its period.
HEADED = [
    ("monthly-digest", "2025-01"), ("annual-report", "2025"), ("campaign-report", "2025"), ("cost-estimate", "2025"),
    ("budget-settlement", "2025"), ("indicators", "2025"), ("unit-report", "2025"),
]


class Word:
    def __init__(self, node):
        self.text = node.text or ""
        self.left, self.right = float(node.get("xMin")), float(node.get("xMax"))
        self.top, self.bottom = float(node.get("yMin")), float(node.get("yMax"))

    @property
    def size(self):
        return (self.bottom - self.top) / LETTER


class Line:
    """Words on one height without a wide gap between them."""

    def __init__(self, words):
        self.words, self.text = words, " ".join(word.text for word in words)
        self.left, self.right, self.top = words[0].left, words[-1].right, words[0].top
        self.bottom, self.size = words[0].bottom, words[0].size

    @property
    def middle(self):
        return (self.left + self.right) / 2


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True)
    assert done.returncode == 0, f"{' '.join(arguments)}\n{done.stdout}{done.stderr}"
    return done.stdout


def pages(path):
    text = run("pdftotext", "-bbox", path, "-")
    text = re.sub(r"<!DOCTYPE[^>]*>", "", text).replace(' xmlns="http://www.w3.org/1999/xhtml"', "")
    found = []
    for page in xml.fromstring(text).iter("page"):
        lines, words = [], []
        for word in map(Word, page.iter("word")):
            if words and (abs(word.top - words[-1].top) > 2 or not -1 < word.left - words[-1].right < 7):
                lines.append(Line(words))
                words = []
            words.append(word)
        if words:
            lines.append(Line(words))
        found.append((float(page.get("width")), float(page.get("height")), lines))
    return found


def near(value, low, high, what):
    assert low - 0.05 <= value <= high + 0.05, f"{what}: {value:.2f} is not between {low} and {high}"


def line(lines, start):
    found = next((line for line in lines if line.text.startswith(start)), None)
    assert found, f"no line begins with {start!r}: {[line.text for line in lines][:30]}"
    return found


def rules(path):
    """The rules of the first page as (left, right, height)."""
    drawing = run("pdftocairo", "-svg", "-f", "1", "-l", "1", path, "-")
    found = []
    for steps in re.findall(r'stroke-width:0\.75;[^>]*? d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) "', drawing):
        x1, y1, x2, _ = map(float, steps)
        found.append((x1, x2, y1))
    return sorted(found, key=lambda rule: rule[2])


def below(all_rules, text, low, high, length=None):
    """A rule stands below a line, centred on it, as long as a share of it, or of the longest line above."""
    close = [rule for rule in all_rules if 0 <= rule[2] - text.bottom < 6 and rule[0] < text.middle < rule[1]]
    assert len(close) == 1, f"{len(close)} rules below {text.text!r}"
    left, right, _ = close[0]
    near((left + right) / 2, text.middle - 1, text.middle + 1, f"middle of the rule below {text.text!r}")
    near((right - left) / (length or text.right - text.left), low, high, f"length of the rule below {text.text!r}")


def measure(path):
    found = pages(path)
    number = 0
    for width, height, lines in found:
        # An annex begins to count its pages anew, and its first one shows no number.
        number = 1 if any(line.text.startswith("Phụ lục") for line in lines[:5]) else number + 1
        near(min(width, height) / MM, 209.9, 210.1, "short side of the page, mm")
        near(max(width, height) / MM, 296.9, 297.1, "long side of the page, mm")
        body = lines if number == 1 else lines[1:]
        if number > 1:
            assert lines[0].text == str(number), f"page {number} begins with {lines[0].text!r}"
            near(lines[0].size, 13, 14, "size of the page number")
            near(lines[0].bottom / MM, 5, 20, "page number in the margin above, mm")
            middle = (30 + (width / MM - 20)) / 2
            near(lines[0].middle / MM, middle - 1, middle + 1, "middle of the page number, mm")
        assert body, f"page {number} is empty"
        near(min(line.left for line in body) / MM, 30, 400, "margin on the left, mm")
        near((width - max(line.right for line in body)) / MM, 15, 400, "margin on the right, mm")
        near(min(line.top for line in body) / MM, 19.5, 400, "margin above, mm")
        near((height - max(line.bottom for line in body)) / MM, 19.5, 400, "margin below, mm")
    width, _, first = found[0]
    nation, motto = line(first, "CỘNG HÒA XÃ HỘI"), line(first, "Độc lập")
    superior, issuer = line(first, "ỦY BAN"), line(first, "SỞ GIÁO DỤC")
    number, date = line(first, "Số:"), line(first, "Hải Phòng, ngày 01 tháng 02 năm 2025")
    assert "/BC-SGDĐT" in " ".join(part.text for part in first), "the symbol is missing"
    near(nation.size, 12, 13, "size of the national name")
    near(motto.size, 13, 14, "size of the motto")
    near(superior.size, 12, 13, "size of the body above")
    near(issuer.size, 12, 13, "size of the issuing body")
    near(number.size, 13, 13, "size of the number")
    near(date.size, 13, 14, "size of the date")
    assert abs(number.top - date.top) < 0.5, "number and date are not on one line"
    assert abs(superior.top - nation.top) < 0.5, "the two columns do not begin together"
    assert issuer.right < nation.left, "the two columns touch"
    assert abs(nation.middle - motto.middle) < 1 and nation.middle > width / 2, "nation and motto are not on the right"
    drawn = rules(path)
    below(drawn, motto, 0.98, 1.02)
    below(drawn, issuer, 1 / 3, 1 / 2)
    kind = next(item for item in first if item.text == "BÁO CÁO")
    near(kind.size, 13, 14, "size of the kind")
    near(kind.middle / MM, (30 + 190) / 2 - 1, (30 + 190) / 2 + 1, "middle of the kind, mm")
    subject = [first[first.index(kind) + 1]]
    for item in first[first.index(kind) + 2:]:
        if item.top - subject[-1].bottom < 4 and abs(item.middle - kind.middle) < 1:
            subject.append(item)
        else:
            break
    below(drawn, subject[-1], 1 / 3, 1 / 2, max(item.right - item.left for item in subject))
    near(line(first, "Căn cứ").size, 13, 14, "size of what the paper rests on")
    near((line(first, "Căn cứ").left / MM) - 30, 9.9, 12.8, "first line drawn in, mm")
    near(line(first, "Kính gửi:").size, 13, 14, "size of Kính gửi")
    everything = [item for page in found for item in page[2]]
    near(line(everything, "Nơi nhận:").size, 12, 12, "size of Nơi nhận")
    near(line(everything, "- Lưu: VT").size, 11, 11, "size of the recipients")
    mandate, post, signer = (line(everything, text) for text in ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Bùi Thị Hoa"])
    for part in [mandate, post, signer]:
        near(part.size, 13, 14, f"size of {part.text}")
        assert abs(part.middle - mandate.middle) < 1, f"{part.text} is not below the mandate"
    near((signer.top - post.bottom) / MM, 20, 40, "room for signature and seal, mm")


def faces(path):
    names = {row.split()[0].split("+")[-1] for row in run("pdffonts", path).splitlines()[2:]}
    embedded = [row.split()[-5] for row in run("pdffonts", path).splitlines()[2:]]
    assert set(embedded) == {"yes"}, "a font is not embedded"
    assert all(re.match(r"LiberationSerif|TimesNewRoman|Tinos", name) for name in names), names
    facts = run("pdfinfo", path)
    assert re.search(r"Tagged: +yes", facts) and re.search(r"Title: +BÁO CÁO", facts), facts
    assert "(block)" in run("pdfinfo", "-struct", path), "no structure"
    with open(path, "rb") as file:
        assert b"/Lang (vi)" in file.read(), "no language"


def bare(text):
    return re.sub(r"\s", "", text)


def paragraphs(path):
    """Every paragraph of a Word file in order, cells of tables among them."""
    with zipfile.ZipFile(path) as parts:
        body = xml.fromstring(parts.read("word/document.xml"))
    for node in body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p"):
        words = [part for part in node.iter() if re.search("}(t|br)$", part.tag)]
        yield "".join(part.text or "" if part.tag.endswith("}t") else " " for part in words)


def same_text(word, pdf):
    """What the Word file says stands in the PDF file, and no word of the PDF file is missing in the Word file."""
    drawn = ""
    for page in run("pdftotext", "-raw", pdf, "-").split("\f"):
        drawn += re.sub(r"^\d+\n", "", page)
    said = [text for text in paragraphs(word) if text.strip()]
    if docx:
        opened = docx.Document(word)
        tables = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
        seen = bare(" ".join([part.text for part in opened.paragraphs] + tables))
        assert all(bare(text) in seen for text in said), "python-docx reads something else"
    for text in said:
        assert bare(text) in bare(drawn), f"the PDF file does not say: {text}"
    with zipfile.ZipFile(word) as parts:
        charts = [parts.read(name).decode() for name in parts.namelist() if "charts/" in name]
    known = bare("".join(said) + re.sub("<[^>]*>", " ", "".join(charts))) + "-1.2.3.4.5.6.7.8.9."
    strange = [text for text in drawn.split() if bare(text) not in known and not re.fullmatch(r"[\d.,%]+", text)]
    assert not strange, f"the Word file does not say: {strange}"


def workbook(path):
    """Numbers are numbers with formats, and the heads of tables stay in sight."""
    book = openpyxl.load_workbook(path)
    sheet = book["Tập huấn theo đơn vị"]
    head = {cell.value: cell for cell in sheet[2]}
    row = {name: sheet.cell(3, cell.column) for name, cell in head.items()}
    assert sheet.freeze_panes == "A3" and head["Đơn vị"].font.bold, "the head does not stay in sight"
    assert row["Lượt người"].value == 50 and row["Tỷ lệ nữ"].value == 0.76, [cell.value for cell in sheet[3]]
    assert row["Tỷ lệ nữ"].number_format == "0.00%", row["Tỷ lệ nữ"].number_format
    assert sheet.print_title_rows in ["2:2", "$2:$2"], sheet.print_title_rows
    assert book.worksheets[0].title == "Báo cáo"


def check_page(path):
    """The HTML page has no faults, and what makes it worse is found."""
    assert not page.faults(path), page.faults(path)
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for good, bad in [
            ('<html lang="vi">', "<html>"), ('scope="col"', ""), ("<h2", "<h4"), ('tabindex="0"', ""), ("<main>", "<div>"),
            ("</main>", "</main><p>x</p>"), ("</title>", "</title><script></script>"), ("color:#555", "color:#999"),
            ("<tbody>", "<tbody><tr><td>x</td></tr>"), ('class="wide', 'onclick="x" class="wide')]:
        assert good in text, f"the page lacks {good}"
        worse = path + ".worse.html"
        with open(worse, "w", encoding="utf-8") as file:
            file.write(text.replace(good, bad).replace("</h2", "</h4") if good == "<h2" else text.replace(good, bad, 1))
        assert page.faults(worse), f"{bad!r} for {good!r} is not found"


def check_console(paths):
    """Chromium has nothing to say of the pages."""
    for path in paths:
        said = page.console(path)
        if said is None:
            print("papers: without Chromium, which would open the pages too")
            return
        assert not said, f"{path}: {said}"


def check_golden():
    """Every paper of the demo office has the same text in Word and as PDF."""
    sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Golden"))
    golden = __import__("check")
    with tempfile.TemporaryDirectory() as home:
        sen = golden.office(home)
        for paper in golden.PAPERS:
            names = [os.path.join(home, f"{paper[0]}.{ending}") for ending in ["docx", "pdf"]]
            for path in names:
                golden.render(sen, paper, path)
            same_text(*names)


def main():
    with tempfile.TemporaryDirectory() as home:
        database = os.path.join(home, "sen.db")
        script = os.path.join(home, "office.sen")
        with open(script, "w") as file:
            file.write(OFFICE)
        sen = [SEN, "--database", database, "--today", "2025-02-01", "--language", "vi"]
        run(*sen, script)
        names = {ending: os.path.join(home, f"digest.{ending}") for ending in ["pdf", "docx", "html", "xlsx"]}
        command = "render report monthly-digest period: 2025-01 under: SGD-HP to: "
        for path in names.values():
            run(*sen, "-c", f'{command}"{path}"')
            with open(path, "rb") as file:
                once = file.read()
            run(*sen, "-c", f'{command}"{path}"')
            with open(path, "rb") as file:
                assert file.read() == once, f"{path} has other bytes the second time"
        faces(names["pdf"])
        for report, period in HEADED:
            for ending in ["pdf", "docx"]:
                path = os.path.join(home, f"{report}.{ending}")
                run(*sen, "-c", f'render report {report} period: {period} under: SGD-HP to: "{path}"')
            measure(os.path.join(home, f"{report}.pdf"))
            same_text(os.path.join(home, f"{report}.docx"), os.path.join(home, f"{report}.pdf"))
        check_page(names["html"])
        check_console([names["html"]])
        if openpyxl:
            workbook(names["xlsx"])
    check_golden()
    print("papers: positions, fonts, structure, text and bytes are right")


if __name__ == "__main__":
    main()
