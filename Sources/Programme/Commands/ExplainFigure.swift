import Commands
import Database
import Diagnostics
import Documents
import Journal
import Values

/// `explain figure` leads from a figure to the line, the file and the cell that it comes from.
let explainFigure = Command(
    "explain figure",
    Text(
        "Tells where a figure comes from: who recorded it, with which line, and from which cell of which file.",
        vi: "Cho biết nguồn của một số liệu: ai ghi, bằng lệnh nào, lấy từ ô nào của tệp nào."),
    effect: .reads, run: explain
) {
    Argument<ElementCode>("element", Text("What is counted.", vi: "Loại số liệu."))
    Label<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<Period>("period", Text("The period.", vi: "Kỳ báo cáo."))
} examples: {
    Example("define element masters \"holders of a master’s degree\" type: people over-time: last over-units: sum")
    Example("record figure masters unit: NGO-QUYEN period: 2024 total: 12 women: 7")
    Example("explain figure masters unit: NGO-QUYEN period: 2024").prints("record figure masters")
    Example("explain figure masters unit: NGO-QUYEN period: 2023").reports(.noSuchFigure)
    Example("explain figure trainings unit: NGO-QUYEN period: 2024").reports(.figureDerived)
}

private func explain(session: Session, element: ElementCode, unit: UnitCode, period: Period) throws -> Document {
    guard let id = try Elements(session).element(element.code)?.id else { throw Diagnostic.figureDerived(element.code) }
    let row = try session.database.first(
        """
        SELECT total, women, state, recorded, cell FROM figure
        WHERE element = \(id) AND unit = \(try Units(session).id(of: unit)) AND period = \(period)
          AND \(session.visible())
        """)
    guard let row, let entry = try session.journal.entries(from: row.integer(3), limit: 1).first else {
        throw Diagnostic.noSuchFigure("\(element.code) \(unit.code) \(period)")
    }
    let state: FigureState = try row.value(2)
    var fields = [
        Field(Text("total", vi: "tổng số"), try row.value(0, as: Number?.self).value, .number),
        Field(Text("women", vi: "nữ"), try row.value(1, as: Number?.self).value, .number),
        Field(Text("state", vi: "trạng thái"), words: state.meaning),
        Field(Text("entry", vi: "mục nhật ký"), .number(Number(entry.number)), .number),
        Field(Text("recorded", vi: "ghi lúc"), .text(entry.at.description)),
        Field(Text("by", vi: "người ghi"), .text(entry.actor)),
        Field(Text("line", vi: "lệnh"), .text(entry.sentence)),
    ]
    if let cell = try row.value(4, as: String?.self) { fields += try cellFields(session, entry, cell) }
    return .fields(fields)
}

/// The file that an entry took in, the cell, and what stands in it there.
private func cellFields(_ session: Session, _ entry: Entry, _ cell: String) throws -> [Field] {
    var fields = [Field(Text("cell", vi: "ô"), .text(cell))]
    guard let name = ImportedFile.name(of: entry), let kept = entry.attachments.first(where: { $0.name == name }),
        let file = try session.journal.attachment(named: name, of: entry.number)
    else { return fields }
    fields.insert(Field(Text("file", vi: "tệp"), .text(name)), at: 0)
    fields.append(
        Field(Text("fingerprint of the file", vi: "dấu vân tay của tệp"), .text(kept.fingerprint.description)))
    if let number = Int(cell), let line = Package.line(number, of: file.bytes, name: name) {
        fields.insert(Field(Text("stands there", vi: "nội dung ô"), .text(line)), at: 2)
    } else if let content = try ImportFile(file.bytes, name: name).typed(at: cell) {
        fields.insert(Field(Text("stands there", vi: "nội dung ô"), .text(content)), at: 2)
    }
    return fields
}

extension Diagnostic {
    fileprivate static func noSuchFigure(_ what: String) -> Diagnostic {
        Diagnostic(
            .noSuchFigure, Text("There is no figure \(what).", vi: "Không có số liệu \(what)."), subject: "period",
            notes: [Text("‘list figures’ shows those there are.", vi: "Gõ ‘list figures’ để xem các số liệu đã có.")])
    }
}

extension Diagnostic.Code {
    /// A figure that nobody recorded.
    static let noSuchFigure: Self = "no-such-figure"
}
