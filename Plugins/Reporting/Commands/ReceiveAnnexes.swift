import Commands
import Database
import Diagnostics
import Documents
import Programme
import Tables
import Values
import Workbooks

/// `receive annexes` reads every filled-in Phụ lục 1 of a folder.
let receiveAnnexes = Command(
    "receive annexes",
    Text(
        "Reads every filled-in Phụ lục 1 of a folder, each by itself: one that is refused keeps no other back.",
        vi: "Nhận mọi tệp Phụ lục 1 trong thư mục, từng tệp riêng: tệp bị từ chối không ảnh hưởng tệp khác."),
    effect: .composes, run: receive
) {
    Argument<RoundCode>("round", Text("The round.", vi: "Đợt báo cáo."))
    Label<FilePath>("from", Text("The folder.", vi: "Thư mục."))
    Label<Day?>("on", Text("The day they came in; today when left out.", vi: "Ngày nhận; bỏ trống là hôm nay."))
} examples: {
    Example("define annex elements")
    Example("write annexes BC-2025 to: \"out\"")
    Example("receive annexes BC-2025 from: \"out\"").prints("1 file = 0 stored + 0 unchanged + 1 refused")
    Example("receive annexes BC-2025 from: \"empty\"").reports(.annexFolderEmpty)
}

private func receive(session: Session, code: RoundCode, from: FilePath, on: Day?) throws -> Document {
    let round = try Round.named(code, session)
    try round.refuseClosed()
    let folder = from.path.isEmpty || from.path.hasSuffix("/") ? from.path : from.path + "/"
    let names = session.surroundings.files.entries(of: folder).filter { name in
        name.lowercased().hasSuffix(".xlsx") && !name.hasPrefix("~$") && !name.hasPrefix(".")
    }
    guard !names.isEmpty else { throw Diagnostic.annexFolderEmpty(from.path) }
    var given: [String: Value] = ["round": .text(code.code)]
    if let on { given["on"] = .date(on) }
    var (rows, findings): ([[Value]], [[Value]]) = ([], [])
    try session.together {
        for name in names {
            if session.isStopped() { throw Diagnostic.interrupted }
            let path = folder + name
            do {
                let document = try session.perform("receive annex", given.merging(["from": .text(path)]) { $1 })
                if let table = document.table { rows.append(receivedColumns.columns.indices.map { table[0, $0] }) }
            } catch {
                let found = Diagnostics.of(error)
                rows.append(refused(path, found, session))
                guard found.first?.code != .annexUnchanged else { continue }
                findings += found.map { told($0, path, session) }
            }
        }
    }
    return answer(rows, findings)
}

/// The line of a file that was not kept; the unit by its stamp, where it has one.
private func refused(_ path: String, _ found: [Diagnostic], _ session: Session) -> [Value] {
    var isWhole = false
    let book = try? XLSXFile.read(session.surroundings.files.read(path), name: path)
    let unit = book.flatMap { AnnexStamp($0, isWhole: &isWhole)?.unit }
    let isUnchanged = found.first?.code == .annexUnchanged
    return [
        .text(path), unit.value, (isUnchanged ? AnnexOutcome.unchanged : .refused).value, .missing, .missing, .missing,
        .missing, .missing, .number(Number(isUnchanged ? 0 : found.count)),
    ]
}

private func told(_ finding: Diagnostic, _ path: String, _ session: Session) -> [Value] {
    let language = session.surroundings.language
    return [
        .text(path), .text(finding.message(in: language)), (finding.notes.first.map { $0(in: language) }).value,
    ]
}

private func answer(_ rows: [[Value]], _ findings: [[Value]]) -> Document {
    func count(_ outcome: AnnexOutcome) -> Int { rows.count { $0[2] == outcome.value } }
    let (stored, unchanged, refused) = (count(.stored), count(.unchanged), count(.refused))
    var document = Document.says(
        Text(
            "\(rows.count.counted("file")) = \(stored) stored + \(unchanged) unchanged + \(refused) refused",
            vi: "\(rows.count) tệp = \(stored) đã nhận + \(unchanged) không đổi + \(refused) bị từ chối"))
    document.blocks.append(.table(TableBlock(Table(receivedColumns, rows: rows))))
    if !findings.isEmpty { document.blocks.append(.table(TableBlock(Table(findingColumns, rows: findings)))) }
    return document
}

private let findingColumns = Schema([
    ColumnInfo("file", .text, Text("File", vi: "Tệp")),
    ColumnInfo("finding", .text, Text("What is wrong", vi: "Nội dung lỗi")),
    ColumnInfo("mend", .text, Text("What to do", vi: "Cách sửa")),
])

extension Diagnostic {
    fileprivate static func annexFolderEmpty(_ folder: String) -> Diagnostic {
        Diagnostic(
            .annexFolderEmpty,
            Text("There is no workbook (.xlsx) in ‘\(folder)’.", vi: "Thư mục ‘\(folder)’ không có tệp .xlsx nào."),
            subject: "from",
            notes: [
                Text(
                    "‘receive annex … from:’ takes a single file.",
                    vi: "Muốn nhận một tệp, gõ ‘receive annex … from:’.")
            ])
    }
}

extension Diagnostic.Code {
    /// A folder without workbooks.
    static let annexFolderEmpty: Self = "annex-folder-empty"
}
