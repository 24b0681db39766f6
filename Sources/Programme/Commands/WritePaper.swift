import Commands
import Diagnostics
import Documents
import Papers
import Syntax
import Tables
import Values

/// `write paper` fills a Word file or workbook of the office with the rows of a table.
let writePaper = Command(
    "write paper",
    Text(
        "Fills a Word file (.docx) or workbook (.xlsx) of the office with the table.",
        vi: "Điền bảng vào mẫu Word (.docx) hoặc Excel (.xlsx) của cơ quan."),
    effect: .exports, run: write
) {
    Input("table", Text("What {{#rows}} … {{/rows}} repeats.", vi: "Các dòng để lặp giữa {{#rows}} … {{/rows}}."))
    Label<FilePath>("template", Text("The file with placeholders.", vi: "Tệp mẫu có các chỗ điền."))
    Label<FilePath>("to", Text("The file that it gives.", vi: "Tệp kết quả."))
    Label<[String]?>(
        "with",
        Text(
            "Further values, each behind its name: [\"signer: Bùi Thị Hoa\"].",
            vi: "Các giá trị khác, mỗi giá trị kèm tên: [\"người ký: Bùi Thị Hoa\"]."))
    Label<Bool?>(
        "once",
        Text("Whether a paper that is there already stays as it is.", vi: "Giữ nguyên văn bản đã lập trước đó."))
} examples: {
    Example("list units | keep name | first 1 | add mark = '{{#rows}}{{name}}{{/rows}}' | save \"template.docx\"")
    Example("list units | write paper template: \"template.docx\" to: \"out/units.docx\"").prints("out/units.docx")
    Example("list units | drop name | write paper template: \"template.docx\" to: \"out/units.docx\"")
        .reports(.templateNameMissing)
    Example("list units | write paper template: \"template.docx\" to: \"out/units.pdf\"").reports(.templateOtherFormat)
    Example("list units | write paper template: \"template.docx\" to: \"out/units.docx\" with: [\"signer\"]")
        .reports(.valueUnnamed)
}

private func write(
    session: Session, table: Table, file: FilePath, to: FilePath, with: [String]?, once: Bool?
) throws -> Document {
    let template = try Template.read(file, to: to, session)
    var values = TemplateValues()
    for line in with ?? [] {
        let (name, value) = try TemplateLine.read(line)
        values.add(name, .value(.text(value)))
    }
    values.add(rows: table, as: Text("rows", vi: "các dòng"))
    values.add(Text("today", vi: "hôm nay"), .value(.date(session.today), .date))
    let bytes = try template.filled(with: values, in: session.surroundings.language)
    let further = with.map { list in " with: [\(list.map { SourceForm.text($0) }.joined(separator: ", "))]" } ?? ""
    let command = "write paper template: \(SourceForm.text(file.path)) to: \(SourceForm.text(to.path))\(further)"
    return try PrintedPapers.publish(bytes, to: to, command, once: once == true, session)
}

/// A value behind its name: `signer: Bùi Thị Hoa`.
private enum TemplateLine {
    static func read(_ line: String) throws -> (name: String, value: String) {
        guard let colon = line.firstIndex(of: ":"), line[..<colon].contains(where: { !$0.isWhitespace }) else {
            throw Diagnostic(
                .valueUnnamed,
                Text("‘\(line)’ has no name in front of a colon.", vi: "‘\(line)’ thiếu tên và dấu hai chấm ở trước."),
                subject: "with",
                notes: [Text("For example \"signer: Bùi Thị Hoa\".", vi: "Ví dụ \"người ký: Bùi Thị Hoa\".")])
        }
        let value = line[line.index(after: colon)...].drop(while: \.isWhitespace)
        return (String(line[..<colon]), String(value))
    }
}

extension Template {
    /// Reads a template that is to give a file.
    static func read(_ file: FilePath, to: FilePath, _ session: Session) throws -> Template {
        let template = try read(file, session)
        guard to.format == template.ending else { throw Diagnostic.templateOtherFormat(file.path, template.ending) }
        return template
    }

    /// Reads a template.
    static func read(_ file: FilePath, _ session: Session) throws -> Template {
        do {
            return try Template(session.surroundings.files.read(file.path), name: file.path)
        } catch var finding as Diagnostic {
            finding.subject = "template"
            throw finding
        }
    }
}

extension Diagnostic.Code {
    /// A value for a template without a name.
    static let valueUnnamed: Self = "value-unnamed"
}
