#!/usr/bin/env python3
"""Prints every report of the demo office in every format and opens it: demo.py SEN

The pages against check.py's and page.py's rules; the Word file and the PDF file say the same, also as LibreOffice draws the
Word file; workbooks open. What is not installed is left out with a message.
"""
import os
import shutil
import subprocess
import tempfile

import check
import page

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
# The office as a whole, then one of its units for reports that only a unit has.
TOPS = ["SGD-SEN", "THPT-01"]


def reports(sen):
    rows = check.run(*sen, "-c", "list reports | show as: csv").split("\n")[1:]
    return [row.split(",")[0] for row in rows if row]


def render(sen, name, path):
    """Prints the report under the first unit that has it."""
    for top in TOPS:
        line = f'render report {name} period: {"2025-11" if "monthly" in name else 2025} under: {top} to: "{path}" unaccepted: yes'
        done = subprocess.run([*sen, "-c", line], capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
    raise AssertionError(f"{name}: {done.stderr}")


def margins(path):
    """Nothing stands outside the margins, and every page behind the first has its number."""
    found = check.pages(path)
    for number, (width, height, lines) in enumerate(found, 1):
        body = lines if number == 1 or not lines[0].text.isdigit() else lines[1:]
        assert body, f"{path}: page {number} is empty"
        check.near(min(line.left for line in body) / check.MM, 29.9, 400, f"{path}, page {number}: margin on the left, mm")
        check.near((width - max(line.right for line in body)) / check.MM, 15, 400, f"{path}, page {number}: margin on the right")
        check.near((height - max(line.bottom for line in body)) / check.MM, 19.5, 400, f"{path}, page {number}: margin below")
        # Numbers begin anew with an annex, whose first page has none either.
        isFirst = number == 1 or any(line.text.startswith("Phụ lục ") for line in lines)
        assert isFirst or lines[0].text.isdigit(), f"{path}: page {number} has no number"


def drawn_by_libreoffice(words):
    """LibreOffice opens the Word files, and what it draws says the same."""
    if not shutil.which("soffice"):
        print("papers: without LibreOffice, which would draw the Word files too")
        return
    folder = os.path.dirname(words[0])
    drawn = os.path.join(folder, "drawn")
    check.run("soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to", "pdf",
              "--outdir", drawn, *words)
    for path in words:
        text = check.bare(check.run("pdftotext", "-raw", os.path.join(drawn, os.path.basename(path)[:-4] + "pdf"), "-"))
        lost = [part for part in check.paragraphs(path) if check.bare(part) and check.bare(part) not in text]
        # A paragraph that goes on over the next page has that page's number in its midst.
        assert len(lost) <= 5 and not any(len(part) < 60 for part in lost), f"LibreOffice does not draw: {lost[:5]}"


def main():
    with tempfile.TemporaryDirectory() as home:
        sen = [check.SEN, "--database", os.path.join(home, "demo.db"), "--today", "2025-12-01", "--language", "vi"]
        check.run(*sen, os.path.join(ROOT, "seeds", "demo.sen"))
        words, pages = [], []
        for name in reports(sen):
            paths = {ending: os.path.join(home, f"{name}.{ending}") for ending in ["pdf", "docx", "html", "md", "xlsx"]}
            for path in paths.values():
                render(sen, name, path)
            margins(paths["pdf"])
            check.same_text(paths["docx"], paths["pdf"])
            assert not page.faults(paths["html"]), f"{name}: {page.faults(paths['html'])}"
            if check.openpyxl:
                book = check.openpyxl.load_workbook(paths["xlsx"])
                assert all(sheet.max_row > 0 for sheet in book.worksheets), f"{name}: an empty sheet"
            words.append(paths["docx"])
            pages.append(paths["html"])
        check.check_console(pages)
        drawn_by_libreoffice(words)
    print(f"papers: {len(words)} papers of the demo office are right in every format")


main()
