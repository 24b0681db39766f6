import Commands
import Diagnostics
import Documents
import Programme
import Tables
import Values

/// `write annexes` writes the blank Phụ lục 1 of each unit that owes a return.
let writeAnnexes = Command(
    "write annexes",
    Text(
        "Writes a blank Phụ lục 1 workbook (.xlsx) for each unit that owes a return.",
        vi: "Ghi tệp Phụ lục 1 trống (.xlsx) cho mỗi đơn vị phải nộp báo cáo."),
    effect: .exports, run: write
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<FilePath>("to", Text("The folder.", vi: "Thư mục."))
    Label<UnitCode?>("unit", Text("Only the workbook of this unit.", vi: "Chỉ tệp của đơn vị này."))
    Label<Bool?>(
        "prefilled",
        Text(
            "Whether what is known is filled in, marked as such; no when left out.",
            vi: "Có điền sẵn số liệu đã có (có đánh dấu) hay không; bỏ trống là không."))
} examples: {
    Example("write annexes BC-2025 to: \"out/annex\"").reports(.annexElementsMissing)
    Example("define annex elements")
    Example("write annexes BC-2025 to: \"out/annex\"").prints("BC-2025-LE-CHAN.xlsx")
    Example("write annexes BC-2025 to: \"out/annex\" unit: SGD-HP").reports(.returnNotOwed)
    Example("open round SK-2025 \"Sơ kết\" period: 2025-H1 due: 2025-12-05 under: SGD-HP")
    Example("write annexes SK-2025 to: \"out/annex\"").reports(.annexOfYear)
}

private func write(
    session: Session, code: RoundCode, to folder: FilePath, unit: UnitCode?, prefilled: Bool?
) throws -> Document {
    let round = try Round.named(code, session)
    try round.refuseAnnexOfParts()
    let owing = try unit.map { [try round.openReturn(of: $0, session).unit] } ?? round.units(session)
    try round.refuseClosed()
    let form = AnnexForm.one
    let figures = try ReturnedFigures(session, of: form.rows.compactMap(\.element))
    if !figures.unknown.isEmpty { throw Diagnostic.annexElementsMissing(figures.unknown) }
    let layout = AnnexLayout(form)
    let before = try AnnexKnown(form, figures, in: round.period.advanced(by: -1), sharesOnly: true)
    let given = try prefilled == true ? AnnexKnown(form, figures, in: round.period) : AnnexKnown()
    let office = try Units(session).unit(round.top, on: round.unitsDay)?.code ?? ""
    var rows: [[Value]] = []
    try session.together {
        for (owed, path) in zip(owing, round.paths(of: owing, in: folder.path, ending: "xlsx")) {
            let stamp = AnnexStamp(
                form: form, office: office, round: round.code, unit: owed.code, period: round.period)
            let book = AnnexBook(
                layout: layout, stamp: stamp, unit: owed, round: round, before: before.rows(of: owed.id),
                given: given.rows(of: owed.id))
            try session.write(book.bytes(), to: path)
            rows.append([.text(owed.code), .text(owed.name), .text(path)])
        }
    }
    var document = Document.done(
        Text(
            "Wrote \(rows.count.counted("workbook")) to \(folder.path).",
            vi: "Đã ghi \(rows.count.vietnamese) tệp vào \(folder.path)."))
    document.blocks.append(.table(TableBlock(Table(columns, rows: rows))))
    document.blocks.append(
        .reservation(
            Text(
                "No official Phụ lục 1 could be read: rows and wording are a proposal of our own.",
                vi: "Chưa đọc được Phụ lục 1 chính thức: các mục và cách ghi là đề xuất, cần đối chiếu.")))
    return document
}

private let columns = Schema([
    ColumnInfo("unit", .code("unit"), Text("Code", vi: "Mã")),
    ColumnInfo("name", .text, Text("Unit", vi: "Đơn vị")),
    ColumnInfo("file", .text, Text("File", vi: "Tệp")),
])

/// What is known of the rows of a form, by units.
private struct AnnexKnown {
    private var figures: [String: [Int64: ReturnedFigure]] = [:]

    init() {}

    init(_ form: AnnexForm, _ known: ReturnedFigures, in period: Period, sharesOnly: Bool = false) throws {
        for row in form.rows where row.isShared || !sharesOnly {
            if let element = row.element { figures[row.code] = try known.known(of: element, in: period) }
        }
    }

    func rows(of unit: Int64) -> [String: ReturnedFigure] { figures.compactMapValues { $0[unit] } }
}

extension Round {
    /// Refuses a form of a year in a round of another period.
    func refuseAnnexOfParts() throws {
        guard period.kind != .year else { return }
        throw Diagnostic(
            .annexOfYear,
            Text(
                "Phụ lục 1 tells of a year; the round \(code) is of \(period).",
                vi: "Phụ lục 1 báo cáo theo năm; đợt \(code) là kỳ \(period)."),
            subject: "round",
            notes: [
                Text(
                    "‘open round … period: \(period.last.year)’ calls for the returns of a year.",
                    vi: "Gõ ‘open round … period: \(period.last.year)’ để mở đợt báo cáo năm.")
            ])
    }

    /// A path for each unit's file; two codes that would make the same name get numbers.
    func paths(of units: [OfficeUnit], in folder: String, ending: String) -> [String] {
        let place = folder.hasSuffix("/") || folder.isEmpty ? folder : folder + "/"
        var taken: [String: Int] = [:]
        return units.map { unit in
            let name = "\(Reminder.fileName(code))-\(Reminder.fileName(unit.code))"
            let count = (taken[name] ?? 0) + 1
            taken[name] = count
            return "\(place)\(name)\(count == 1 ? "" : ".\(count)").\(ending)"
        }
    }
}

extension Diagnostic.Code {
    /// A form of a year in a round of another period.
    static let annexOfYear: Self = "annex-of-year"
}
