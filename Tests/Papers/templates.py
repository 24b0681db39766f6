#!/usr/bin/env python3
"""Fills templates of an office from outside: templates.py SEN

Word files are made by python-docx with their placeholders cut into runs as Word cuts them, and opened again by python-docx
and, where it is installed, LibreOffice; workbooks by openpyxl.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

try:
    import docx
    import openpyxl
    from docx.enum.text import WD_BREAK
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn
    from openpyxl.chart import BarChart, Reference
    from openpyxl.formatting.rule import CellIsRule
    from openpyxl.styles import Font, PatternFill
    from openpyxl.workbook.defined_name import DefinedName
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.table import Table
except ImportError:
    print("templates: skipped without python3-docx and python3-openpyxl")
    sys.exit(0)

SEN = os.path.abspath(sys.argv[1])
HOME = tempfile.mkdtemp()
OFFICE = """
register unit SGD-HP "Sở Giáo dục và Đào tạo" kind: so opened: 2020-01-01
register unit LE-CHAN "Trường THPT Lê Chân & <Hồng Bàng>" kind: thpt under: SGD-HP opened: 2021-09-05
register unit NGO-QUYEN "Trường THPT Ngô Quyền" kind: thpt under: SGD-HP opened: 2022-09-05
register unit THAI-PHIEN "Trường THPT Thái Phiên" kind: thpt under: SGD-HP opened: 2023-09-05
set letterhead SGD-HP symbol: "SGDĐT" place: "Hải Phòng" signatory: "PHÓ GIÁM ĐỐC" signer: "Bùi Thị Hoa" \
recipients: ["Như trên", "Lưu: VT"]
log training LE-CHAN "Lồng ghép giới" on: 2025-01-14 hours: 4 women: 1038 men: 12
log training NGO-QUYEN "Bình đẳng giới" on: 2025-01-20 hours: 8 women: 21 men: 9
"""
SCHOOLS = ["Trường THPT Lê Chân & <Hồng Bàng>", "Trường THPT Ngô Quyền", "Trường THPT Thái Phiên"]
LIST = "list units kind: thpt | add women = 1234, share = 33.5%, seen = yes, place = \"Hải Phòng\""


def at(name):
    return os.path.join(HOME, name)


def sen(*lines, fails=False, language="vi"):
    command = [SEN, "--database", at("sen.db"), "--today", "2025-02-01", "--language", language]
    done = subprocess.run([*command, "-c", "\n".join(lines)], capture_output=True, text=True, cwd=HOME)
    assert done.returncode >= 0, f"{lines} ended by a signal\n{done.stderr}"
    assert (done.returncode != 0) == fails, f"{lines}\n{done.stdout}{done.stderr}"
    return done.stdout + done.stderr


def cut(paragraph, text, bold=0):
    """Writes a text in runs of two letters with proofing marks between, as Word leaves it; some of them bold."""
    for start in range(0, len(text), 2):
        run = paragraph.add_run(text[start : start + 2])
        run.bold = start < bold
        paragraph._p.append(OxmlElement("w:proofErr"))
    return paragraph


def parts(path):
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        return {name: file.read(name) for name in file.namelist()}


def fill(template, out, pipeline=LIST, more=""):
    sen(f'{pipeline} | write paper template: "{template}" to: "{out}" {more}')
    first = parts(at(out))
    with open(at(out), "rb") as file:
        once = file.read()
    sen(f'{pipeline} | write paper template: "{template}" to: "{out}" {more}')
    with open(at(out), "rb") as file:
        assert file.read() == once, f"{out} has other bytes the second time"
    return first


def letter():
    paper = docx.Document()
    paper.sections[0].header.paragraphs[0].text = "{{place}}, {{today}}"
    cut(paper.sections[0].footer.paragraphs[0], "Người ký: {{signer}}")
    cut(paper.add_paragraph(), "Kính gửi {{place}}: có {{rows.count}} trường.", bold=12)
    paper.add_paragraph("{{! chỉ dành cho văn thư }}")
    table = paper.add_table(rows=3, cols=4)
    for cell, text in zip(table.rows[0].cells, ["TT", "Đơn vị", "Từ ngày", "Nữ"]):
        cell.text = text
    for cell, text in zip(table.rows[1].cells, ["{{#rows}}{{stt}}", "{{Tên đơn vị}}", "{{since}}", "{{women}} {{/rows}}"]):
        cut(cell.paragraphs[0], text)
    table.rows[2].cells[1].text = "Tổng số {{rows.count}}"
    cut(paper.add_paragraph(), "{{#rows}}")
    cut(paper.add_paragraph(style="List Bullet"), "{{name}} ({{share:0.0}}; {{since:yyyy}})")
    cut(paper.add_paragraph(), "{{/rows}}")
    cut(paper.add_paragraph(), "Gồm: {{#rows}}{{unit}}{{#seen}}*{{/seen}} {{/rows}}hết.")
    paper.add_paragraph("{{^rows}}Không có trường nào.{{/rows}}")
    paper.add_paragraph("{{#rows}}- {{unit}}{{/rows}}")
    paper.add_paragraph("{{địa chỉ}}")
    paper.add_paragraph("{{người nhận?}}")
    box = (
        f'<w:r {nsdecls("w")}><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        "<w:p><w:r><w:t>Hộp {{pla</w:t></w:r><w:r><w:t>ce}}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    paper.add_paragraph("Trước hộp ")._p.append(parse_xml(box))
    paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    paper.save(at("letter.docx"))
    return parts(at("letter.docx"))


def check_letter():
    before = letter()
    address = r'"địa chỉ: 12 Lê Lợi\nHải Phòng"'
    after = fill("letter.docx", "out.docx", more=f'with: ["signer: Bùi Thị Hoa", {address}]')
    assert list(before) == list(after), "the parts changed"
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "word/header1.xml", "word/footer1.xml"}, changed
    paper = docx.Document(at("out.docx"))
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert paper.sections[0].header.paragraphs[0].text == "Hải Phòng, 01/02/2025"
    assert paper.sections[0].footer.paragraphs[0].text == "Người ký: Bùi Thị Hoa"
    assert said[0] == "Kính gửi Hải Phòng: có 3 trường."
    name = next(run for run in paper.paragraphs[0].runs if "Hải Phòng" in run.text)
    assert name.bold, "the look of the first run is lost"
    bullets = [f"{school} (33,5 %; {2021 + place})" for place, school in enumerate(SCHOOLS)]
    assert said[1:4] == bullets, said
    assert all(paper.paragraphs[place].style.name == "List Bullet" for place in [1, 2, 3])
    assert said[4] == "Gồm: LE-CHAN* NGO-QUYEN* THAI-PHIEN* hết.", said[4]
    assert said[5:8] == ["- LE-CHAN", "- NGO-QUYEN", "- THAI-PHIEN"], said
    assert said[8] == "12 Lê Lợi\nHải Phòng", said[8]
    assert said[9] == "" and "Hộp Hải Phòng" in after["word/document.xml"].decode().replace(
        '</w:t></w:r><w:r><w:t xml:space="preserve">', "")
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert rows[1] == ["1", SCHOOLS[0], "05/09/2021", "1.234 "], rows
    assert len(rows) == 5 and rows[4][1] == "Tổng số 3", rows
    empty = fill("letter.docx", "none.docx", LIST + ' | where unit = "NONE"', f'with: ["signer: ", "place: ", {address}]')
    paper = docx.Document(at("none.docx"))
    assert len(paper.tables[0].rows) == 2 and "Không có trường nào." in [part.text for part in paper.paragraphs]
    assert b"{{" not in empty["word/document.xml"]


def check_kind():
    """A template of Word's own kind (.dotx) gives an ordinary paper."""
    kind = b"wordprocessingml.document.main+xml"
    with zipfile.ZipFile(at("letter.dotx"), "w") as file:
        for name, text in parts(at("letter.docx")).items():
            file.writestr(name, text.replace(kind, b"wordprocessingml.template.main+xml"))
    after = fill("letter.dotx", "kind.docx", more='with: ["signer: x", "địa chỉ: y"]')
    assert kind in after["[Content_Types].xml"] and docx.Document(at("kind.docx")).paragraphs


def check_same_bytes():
    docx.Document().save(at("plain.docx"))
    before = parts(at("plain.docx"))
    assert fill("plain.docx", "plain-out.docx") == before, "a template without placeholders changed"


def check_report():
    paper = docx.Document()
    paper.add_paragraph("{{tiêu đề}} – {{đơn vị.tên}} – {{kỳ báo cáo}}")
    paper.add_paragraph("{{#Tập huấn, bồi dưỡng}}")
    paper.add_paragraph("{{lời văn}}")
    table = paper.add_table(rows=2, cols=2)
    for cell, text in zip(table.rows[1].cells, ["{{#Tập huấn theo đơn vị}}{{Đơn vị}}", "{{Tỷ lệ nữ}}{{/}}"]):
        cell.text = text
    paper.add_paragraph("{{/}}")
    paper.add_paragraph("{{#nơi nhận}}- {{nội dung}};{{/nơi nhận}}")
    paper.save(at("hidden.docx"))
    paper.add_paragraph("{{#lưu ý}}Lưu ý: {{nội dung}}{{/lưu ý}}")
    paper.save(at("month.docx"))
    report = "render report monthly-digest period: 2025-01 under: SGD-HP"
    said = sen(f'{report} template: "hidden.docx" to: "month-out.docx"', fails=True)
    assert "template-hides-reservations" in said and not os.path.exists(at("month-out.docx")), said
    sen(f'{report} template: "month.docx" to: "month-out.docx"')
    assert "không có gì thay đổi" in sen(f'{report} template: "month.docx" to: "month-out.docx" once: yes')
    assert "month-out.docx" in sen("list papers")
    paper = docx.Document(at("month-out.docx"))
    said = [paragraph.text for paragraph in paper.paragraphs]
    assert said[0].endswith("Sở Giáo dục và Đào tạo – tháng 01 năm 2025") or "Sở Giáo dục" in said[0], said[0]
    assert "1.059 lượt nữ" in said[1], said
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert [SCHOOLS[0], "98,86 %"] in rows and len(rows) == 4, rows
    assert "- Như trên;" in said and any(text.startswith("Lưu ý: ") for text in said), said


def check_refusals():
    def refused(texts, code, *words):
        paper = docx.Document()
        for text in texts:
            if isinstance(text, list):
                table = paper.add_table(rows=1, cols=len(text))
                for cell, words_of_cell in zip(table.rows[0].cells, text):
                    cell.text = words_of_cell
            else:
                paper.add_paragraph(text)
        paper.save(at("faulty.docx"))
        said = sen(f'{LIST} | write paper template: "faulty.docx" to: "never.docx"', fails=True, language="en")
        assert code in said and all(word in said for word in words), said
        assert not os.path.exists(at("never.docx")), "something was written"

    refused(["{{#rows}}", "{{name}}"], "template-malformed", "{{#rows}} has no {{/rows}}", "paragraph 1")
    refused(["{{/rows}}"], "template-malformed", "ends nothing")
    refused(["{{name"], "template-malformed", "has no ‘}}’")
    refused(["{{na|me}}"], "template-malformed", "is no placeholder")
    refused(["{{#rows}}{{#seen}}{{/rows}}{{/seen}}"], "template-malformed", "must end first")
    refused(["{{#rows}}", ["{{name}}{{/rows}}"]], "template-malformed", "in text, table 1, row 1, cell 1")
    refused(["Tên {{#rows}} a", "{{/rows}}"], "template-malformed", "a paragraph of its own")
    refused(["{{nmae}} {{shrae}} {{unit}}"], "template-name-missing", "did you mean ‘name’?", "‘share’", "rows differ")
    refused(["{{#rows}}{{women:dd/mm/yyyy}}{{/rows}}"], "template-name-missing", "does not fit a number")


def check_hostile():
    """Bytes turned over, cut and shuffled: an answer or a finding, never a fall."""
    with open(at("letter.docx"), "rb") as file:
        whole = file.read()
    body = parts(at("letter.docx"))
    chance = random.Random(7)
    lines = []
    for number in range(60):
        name = f"mutant-{number}.docx"
        if number % 3 == 0:
            data = bytearray(whole)
            for _ in range(chance.randint(1, 30)):
                data[chance.randrange(len(data))] = chance.randrange(256)
            with open(at(name), "wb") as file:
                file.write(data)
        elif number % 3 == 1:
            with open(at(name), "wb") as file:
                file.write(whole[: chance.randrange(len(whole))])
        else:
            words = re.split(r"(<[^>]*>)", body["word/document.xml"].decode())
            for _ in range(chance.randint(1, 6)):
                first, second = chance.randrange(len(words)), chance.randrange(len(words))
                words[first], words[second] = words[second], words[first]
            with zipfile.ZipFile(at(name), "w") as file:
                for part, text in body.items():
                    file.writestr(part, "".join(words) if part == "word/document.xml" else text)
        lines.append(f'try\n  list placeholders "{name}"\ncatch problem\n  log warn "{number}"\nend')
        lines.append(f'try\n  {LIST} | write paper template: "{name}" to: "m.docx" with: ["signer: x", "địa chỉ: y"]\n'
                     f'catch problem\n  log warn "{number}"\nend')
    sen(*lines)
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbbbb">]><w:document xmlns:w="w"><w:body/></w:document>'
    with zipfile.ZipFile(at("bomb.docx"), "w") as file:
        for part, text in body.items():
            file.writestr(part, bomb if part == "word/document.xml" else text)
    assert "workbook-hostile" in sen('list placeholders "bomb.docx"', fails=True)
    with zipfile.ZipFile(at("swells.docx"), "w", zipfile.ZIP_DEFLATED) as file:
        for part, text in body.items():
            file.writestr(part, text)
        file.writestr("word/media/image.bin", bytes(100 << 20))
    assert "workbook-hostile" in sen('list placeholders "swells.docx"', fails=True)


def define(book, name, sheet=None):
    """Names a cell, in the way of openpyxl 3.0 or of 3.1."""
    if hasattr(book.defined_names, "append"):
        name.localSheetId = sheet
        book.defined_names.append(name)
    else:
        (book if sheet is None else book.worksheets[sheet]).defined_names[name.name] = name


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Tổng hợp"
    sheet["A1"] = "Danh sách trường"
    sheet.merge_cells("A1:E1")
    sheet["A2"], sheet["B2"], sheet["D2"] = "Nơi:", "mẫu", "Ngày:"
    sheet["E2"].number_format = "dd/mm/yyyy"
    sheet.append(["Mã", "Tên", "Nữ", "Tỷ lệ", "Lũy kế"])
    sheet["A4"], sheet["B4"] = "x", "y"
    sheet["B4"].font = Font(bold=True)
    sheet["C4"].number_format, sheet["D4"].number_format = "#,##0", "0.0%"
    sheet["E4"] = "=C4*2+$E$2*0"
    sheet["G4"] = "ghi chú bên lề"
    sheet["A5"], sheet["C5"], sheet["D5"], sheet["E5"] = "Tổng", "=SUM(C4:C4)", "=SUM(C4)", "=C5/C4"
    sheet.merge_cells("A5:B5")
    sheet["A7"] = "Người lập"
    sheet.merge_cells("A7:B8")
    sheet.conditional_formatting.add("C4:C5", CellIsRule(operator="lessThan", formula=["$C$5"], fill=PatternFill(bgColor="FF0000")))
    check = DataValidation(type="list", formula1='"x,y"')
    check.add("D4")
    check.add("D7")
    sheet.add_data_validation(check)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=3, max_row=4), titles_from_data=True)
    sheet.add_chart(chart, "A10")
    other = book.create_sheet("Trang khác")
    other["A1"], other["A2"] = "='Tổng hợp'!C5", "=SUM('Tổng hợp'!C4:C5)"
    other.append(["Tên đơn vị", "women", "Gấp đôi"])
    other.append(["", 0, "=B4*2"])
    other["A6"] = "Dưới bảng"
    other.add_table(Table(displayName="rows", ref="A3:C4"))
    other.sheet_properties.tabColor = "00FF00"
    plain = book.create_sheet("Nguyên")
    plain["A1"] = "không đổi"
    names = {"place": "$B$2", "today": "$E$2", "unit": "$A$4", "name": "$B$4", "women": "$C$4", "share": "$D$4",
             "tong": "$C$5", "danh_muc": "$G$1:$G$3"}
    for name, cell in names.items():
        define(book, DefinedName(name, attr_text=f"'Tổng hợp'!{cell}"))
    define(book, DefinedName("rows", attr_text="'Tổng hợp'!$A$4:$E$4"), sheet=0)
    sheet.print_area = "A1:E8"
    book.save(at("book.xlsx"))
    return parts(at("book.xlsx"))


def check_workbook():
    before = workbook()
    after = fill("book.xlsx", "out.xlsx")
    assert list(before) == list(after)
    same = {name for name in before if before[name] == after[name]}
    assert {"xl/worksheets/sheet3.xml", "xl/styles.xml", "xl/theme/theme1.xml", "[Content_Types].xml"} <= same, same
    book = openpyxl.load_workbook(at("out.xlsx"))
    sheet = book["Tổng hợp"]
    assert sheet["B2"].value == "Hải Phòng" and sheet["E2"].value.day == 1 and sheet["E2"].is_date
    codes = [sheet.cell(row, 1).value for row in range(4, 8)]
    assert codes == ["LE-CHAN", "NGO-QUYEN", "THAI-PHIEN", "Tổng"], codes
    assert [sheet.cell(row, 2).value for row in range(4, 7)] == SCHOOLS
    assert all(sheet.cell(row, 2).font.bold and sheet.cell(row, 3).value == 1234 for row in range(4, 7))
    assert sheet["D6"].value == 0.335 and sheet["D6"].number_format == "0.0%"
    assert [sheet[f"E{row}"].value for row in range(4, 7)] == [f"=C{row}*2+$E$2*0" for row in range(4, 7)]
    assert (sheet["G4"].value, sheet["G5"].value) == ("ghi chú bên lề", None)
    assert [sheet[name].value for name in ["C7", "D7", "E7"]] == ["=SUM(C4:C6)", "=SUM(C4:C6)", "=C7/C4"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:E1", "A7:B7", "A9:B10"}, sheet.merged_cells
    assert sheet["A9"].value == "Người lập"
    assert [str(rule.sqref) for rule in sheet.conditional_formatting] == ["C4:C7"]
    assert str(sheet.data_validations.dataValidation[0].sqref) in ["D4:D6 D9", "D9 D4:D6"]
    assert "A1:E10" in str(sheet.print_area).replace("$", ""), sheet.print_area
    assert b"<row>11</row>" in after["xl/drawings/drawing1.xml"].replace(b"xdr:", b"")
    assert "'Tổng hợp'!$C$4:$C$6" in after["xl/charts/chart1.xml"].decode()
    other = book["Trang khác"]
    assert (other["A1"].value, other["A2"].value) == ("='Tổng hợp'!C7", "=SUM('Tổng hợp'!C4:C7)")
    assert [other.cell(row, 1).value for row in range(4, 7)] == SCHOOLS and other["C6"].value == "=B6*2"
    assert other.tables["rows"].ref == "A3:C6" and other["A8"].value == "Dưới bảng"
    assert book.calculation.fullCalcOnLoad and book["Nguyên"]["A1"].value == "không đổi"
    fill("book.xlsx", "none.xlsx", LIST + ' | where unit = "NONE"', 'with: ["place: "]')
    sheet = openpyxl.load_workbook(at("none.xlsx"))["Tổng hợp"]
    assert sheet["A4"].value is None and sheet["A5"].value == "Tổng" and sheet["C5"].value == "=SUM(C4:C4)"
    said = sen(f'{LIST} | drop share | write paper template: "book.xlsx" to: "never.xlsx"', fails=True, language="en")
    assert "share" in said and "D4" in said and not os.path.exists(at("never.xlsx")), said
    book = openpyxl.Workbook()
    book.active["B2"] = "Nơi: {{place}}"
    book.save(at("braces.xlsx"))
    assert "{{place}}" in sen('list placeholders "braces.xlsx"', fails=True)
    assert "danh_muc" not in sen('list placeholders "book.xlsx"')


def check_hostile_workbooks():
    chance = random.Random(11)
    body = parts(at("book.xlsx"))
    lines = []
    for number in range(60):
        name = f"mutant-{number}.xlsx"
        part = chance.choice(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml",
                              "xl/tables/table1.xml", "xl/drawings/drawing1.xml", "xl/styles.xml"])
        words = re.split(r"(<[^>]*>|\"[^\"]*\")", body[part].decode())
        for _ in range(chance.randint(1, 6)):
            first, second = chance.randrange(len(words)), chance.randrange(len(words))
            words[first], words[second] = words[second], words[first]
        if number % 4 == 0:
            words = [re.sub(r"\d+", lambda found: str(chance.choice([0, 1, 1048576, 10**19, -5])), word) for word in words]
        with zipfile.ZipFile(at(name), "w") as file:
            for one, text in body.items():
                file.writestr(one, "".join(words) if one == part else text)
        lines.append(f'try\n  {LIST} | write paper template: "{name}" to: "m.xlsx"\ncatch problem\n  log warn "{number}"\nend')
    sen(*lines)


def check_office():
    """LibreOffice reads what was written, with its blanks."""
    if not shutil.which("soffice"):
        return print("templates: without LibreOffice, which would open the papers too")
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{HOME}/office", "--convert-to", "txt:Text"]
    subprocess.run([*command, "--outdir", HOME, at("out.docx")], capture_output=True, check=True, timeout=300)
    with open(at("out.txt"), encoding="utf-8-sig") as file:
        text = file.read()
    command[-1] = "csv:Text - txt - csv (StarCalc):44,34,76"
    subprocess.run([*command, "--outdir", HOME, at("out.xlsx")], capture_output=True, check=True, timeout=300)
    # A LibreOffice without its spreadsheet writes nothing.
    if os.path.exists(at("out.csv")):
        with open(at("out.csv"), encoding="utf-8-sig") as file:
            assert 'Tổng,,3702,3702,3' in file.read().replace('"3,702"', "3702"), "the formulas are not worked out"
    assert "Kính gửi Hải Phòng: có 3 trường." in text and "Gồm: LE-CHAN* NGO-QUYEN* THAI-PHIEN* hết." in text, text


try:
    with open(at("office.sen"), "w") as file:
        file.write(OFFICE)
    subprocess.run(
        [SEN, "--database", at("sen.db"), "--today", "2025-02-01", at("office.sen")], check=True, capture_output=True)
    check_letter()
    check_kind()
    check_same_bytes()
    check_report()
    check_refusals()
    check_hostile()
    check_workbook()
    check_hostile_workbooks()
    check_office()
finally:
    shutil.rmtree(HOME, ignore_errors=True)
print("templates: filled, opened again and refused as they should be")
