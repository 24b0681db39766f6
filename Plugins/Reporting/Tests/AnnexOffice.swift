import Commands
import Database
import Diagnostics
import Programme
import TestSupport
import Values
import Workbooks

@testable import Reporting

/// A department with the schools A and B and the round R, whose blank files lie in `blank`.
struct AnnexOffice {
    let files = MemoryFiles()
    let session: Session

    init(today: String = "2025-12-01") throws {
        session = try Session.empty(today: today, files: files)
        for (code, kind) in [("S", "so"), ("A", "thpt"), ("B", "thpt")] {
            try session.say(
                "register unit", code,
                ["name": .text(code), "kind": .text(kind), "under": code == "S" ? .missing : .text("S")])
        }
        try session.openRound("R", elements: [])
        _ = try session.perform("define annex elements", [:])
        try session.say("write annexes", "R", ["to": .text("blank")])
    }

    /// The blank file of a school, to be filled in.
    func blank(_ unit: String) throws -> AnnexFilling {
        try AnnexFilling(files.contents["blank/R-\(unit).xlsx"] ?? [])
    }

    /// What is found wrong when a file is received; nothing when it was taken.
    func findings(_ bytes: [UInt8], round: String = "R") -> [Diagnostic] {
        files.contents["in.xlsx"] = bytes
        do {
            try session.say("receive annex", round, ["from": .text("in.xlsx")])
            return []
        } catch { return Diagnostics.of(error) }
    }

    func code(_ bytes: [UInt8], round: String = "R") -> String? {
        findings(bytes, round: round).first?.code.description
    }

    /// The code with which work is refused.
    static func code(_ work: () throws -> Void) -> String? {
        do {
            try work()
            return nil
        } catch { return Diagnostics.of(error).first?.code.description }
    }

    /// How many rows stand of what a return brings.
    func rows() throws -> [Int64] {
        let tables: [SQL] = [
            "figure", "exchange_count", "annex_return", "annex_answer", "unit_remark", "reporting_return",
        ]
        return try tables.map { table in
            try session.database.first("SELECT count(*) FROM \(table) WHERE retired IS NULL")?.value(0) ?? -1
        }
    }
}

/// A workbook that is being filled in.
struct AnnexFilling {
    private(set) var rows: [[PlainBook.Cell]] = []
    var stamp: AnnexStamp
    /// Another checksum than the right one.
    var checksum: String?
    private let layout = AnnexLayout(.one)

    init(_ bytes: [UInt8]) throws {
        let book = try XLSXFile.read(bytes, name: "blank")
        var isWhole = false
        guard let stamp = AnnexStamp(book, isWhole: &isWhole), isWhole, let sheet = book.sheets.first else {
            throw Diagnostic(.annexNotStamped, Text(verbatim: "blank"))
        }
        self.stamp = stamp
        for row in sheet.rows {
            while rows.count < row.number { rows.append([]) }
            rows[row.number - 1] = row.cells.map { cell in
                if case .text(let text)? = cell { .text(text) } else { .empty }
            }
        }
    }

    var bytes: [UInt8] {
        var values = stamp.values
        if let checksum { values[6] = checksum }
        var book = PlainBook()
        book.add(layout.form.sheet, rows)
        book.add("Sen", zip(AnnexStamp.names, values).map { [.text($0), .text($1)] }, isHidden: true)
        return book.bytes
    }

    mutating func put(_ cell: PlainBook.Cell, _ place: CellAddress) {
        while rows.count < place.row { rows.append([]) }
        while rows[place.row - 1].count <= place.column { rows[place.row - 1].append(.empty) }
        rows[place.row - 1][place.column] = cell
    }

    mutating func put(_ cell: PlainBook.Cell, row: String, column: Int = AnnexLayout.total) {
        put(cell, CellAddress(row: layout.number(of: row), column: column))
    }

    /// Fills in every cell that must be, with numbers that are true together; gives the figures by rows.
    mutating func fill(_ dice: inout Dice) -> [String: ReturnedFigure] {
        var told: [String: ReturnedFigure] = [:]
        let hasBoard = dice.below(3) > 0
        for row in layout.form.rows {
            if row.condition != nil, !hasBoard {
                if row.element != nil { told[row.code] = ReturnedFigure(total: nil, women: nil, state: .notApplicable) }
            } else if row.content.hasReason, row.code != "G.1", !Self.wholes.contains(row.code), dice.below(6) == 0 {
                let reason = AnnexLayout.reasons[dice.below(3)]
                put(.text(reason.word), row: row.code, column: AnnexLayout.reason)
                told[row.code] = FigureState(rawValue: reason.state.rawValue).map {
                    ReturnedFigure(total: nil, women: nil, state: $0)
                }
            } else {
                told[row.code] = fill(row, hasBoard, &dice)
            }
        }
        put("Thiếu báo cáo viên", row: "L.3")
        if let head = told["B.1"], let deputies = told["B.2"], let one = head.total, let other = deputies.total {
            told["B.3"] = ReturnedFigure(
                total: one.adding(other), women: (head.women ?? .zero).adding(deputies.women ?? .zero))
        }
        return told
    }

    /// The rows among which others are counted.
    private static let wholes: Set<String> = ["A.1", "A.2", "C.1", "F.3", "G.5", "K.1"]

    private mutating func fill(_ row: AnnexRow, _ hasBoard: Bool, _ dice: inout Dice) -> ReturnedFigure? {
        let isWhole = Self.wholes.contains(row.code)
        let women = row.code == "A.1" ? 500 : isWhole ? 50 : row.code == "B.1" ? dice.below(2) : dice.below(6)
        let men = row.code == "A.1" ? 500 : isWhole ? 50 : row.code == "B.1" ? 0 : dice.below(6)
        // A row that is not asked says so already.
        put(.empty, row: row.code, column: AnnexLayout.reason)
        switch row.content {
        case .people:
            put(.number(String(women + men)), row: row.code)
            put(.number(String(women)), row: row.code, column: AnnexLayout.women)
            return ReturnedFigure(total: Number(women + men), women: Number(women))
        case .count, .money, .cases:
            put(.number(String(women + men)), row: row.code)
            return ReturnedFigure(total: Number(women + men), women: nil)
        case .yesNo:
            let yes = row.code == "G.1" ? hasBoard : dice.below(2) == 0
            put(.text(yes ? "Có" : "không"), row: row.code)
            return ReturnedFigure(total: yes ? .one : .zero, women: nil)
        case .day: put(dice.below(2) == 0 ? .day(45_961) : "31/10/2025", row: row.code)
        case .text: put("45/QĐ-THPT", row: row.code)
        case .choice, .remark, .sum: break
        }
        return nil
    }
}
