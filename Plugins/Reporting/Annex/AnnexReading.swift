import Diagnostics
import Programme
import Values
import Workbooks

/// What a filled-in sheet says, with all that is wrong with it.
struct AnnexReading {
    let layout: AnnexLayout
    private(set) var figures: [String: ReturnedFigure] = [:]
    /// Words, days and choices, by rows.
    private(set) var answers: [String: String] = [:]
    private(set) var notes: [String: String] = [:]
    private(set) var findings: [AnnexFinding] = []
    let stamp: AnnexStamp
    /// What stands in the cells, those without anything to see left out.
    private(set) var cells: [CellAddress: SheetCell] = [:]
    private var empty: [CellAddress] = []

    /// Reads the sheet of a form; a file without one is refused.
    init(_ book: Workbook, _ layout: AnnexLayout, _ stamp: AnnexStamp, name: String) throws {
        (self.layout, self.stamp) = (layout, stamp)
        guard let sheet = book.sheets.first(where: { $0.name == layout.form.sheet }) else {
            throw Diagnostic.annexWithoutSheet(name, layout.form.sheet)
        }
        for row in sheet.rows {
            for (column, cell) in row.cells.enumerated() {
                guard let cell, !cell.isBlank else { continue }
                cells[CellAddress(row: row.number, column: column)] = cell
            }
        }
        guard holdTogether() else { return }
        if isUntouched {
            noteUntouched()
            return
        }
        for row in layout.form.rows { read(row) }
        AnnexChecks(layout, figures).findings.forEach { findings.append($0) }
        noteEmpty()
        findings.sort { $0.order < $1.order }
    }

    mutating func note(_ code: Diagnostic.Code, _ address: CellAddress, _ what: Text, _ mend: Text) {
        findings.append(
            AnnexFinding(code: code, sheet: layout.form.sheet, cells: [address], what: what, mend: mend))
    }

    // MARK: what is filled in

    private func cell(_ row: AnnexRow, _ column: Int) -> SheetCell? { cells[address(row, column)] }

    private func address(_ row: AnnexRow, _ column: Int) -> CellAddress {
        CellAddress(row: layout.number(of: row.code), column: column)
    }

    private mutating func read(_ row: AnnexRow) {
        if row.openColumns.contains(AnnexLayout.note), let note = cell(row, AnnexLayout.note)?.typed,
            note != AnnexLayout.givenNote
        {
            notes[row.code] = note.composed
        }
        if isSkipped(row) { return refuseAnswer(of: row) }
        switch row.content {
        case .people, .count, .money, .yesNo, .cases: readFigure(row)
        case .choice(let words): readChoice(row, words)
        case .day: readDay(row)
        case .text, .remark: readText(row)
        case .sum(let parts): readSum(row, parts)
        }
    }

    /// Whether the row that must say yes says no, or has no answer.
    private func isSkipped(_ row: AnnexRow) -> Bool {
        guard let condition = row.condition, let answer = figures[condition] else { return false }
        return answer.total.map { $0 == .zero } ?? true
    }

    private mutating func refuseAnswer(of row: AnnexRow) {
        if row.element != nil {
            figures[row.code] = ReturnedFigure(total: nil, women: nil, state: .notApplicable)
        }
        for column in [AnnexLayout.total, AnnexLayout.women] where row.openColumns.contains(column) {
            guard let stands = cell(row, column)?.typed else { continue }
            note(
                .annexRule, address(row, column),
                Text(
                    "‘\(stands)’ stands here, but \(row.condition ?? "") says there is none.",
                    vi: "Ô này có ghi ‘\(stands)’ trong khi mục \(row.condition ?? "") không chọn Có."),
                Text(
                    "Empty this cell, or answer \(row.condition ?? "") with Có.",
                    vi: "Hãy xóa ô này, hoặc chọn Có ở mục \(row.condition ?? "")."))
        }
    }

    private mutating func readFigure(_ row: AnnexRow) {
        let before = findings.count
        let reason = reason(row)
        let total = row.content == .yesNo ? yesNo(row) : number(row, AnnexLayout.total)
        let women = row.content.isBySex ? number(row, AnnexLayout.women) : nil
        guard findings.count == before else { return }
        if let reason {
            guard total == nil, women == nil else {
                return note(
                    .annexCell, address(row, AnnexLayout.reason),
                    Text(
                        "There is a number, and a reason why there is none.",
                        vi: "Vừa có số, vừa chọn lý do không có số."),
                    Text("Keep one of the two.", vi: "Hãy giữ một trong hai."))
            }
            figures[row.code] = ReturnedFigure(total: nil, women: nil, state: reason)
            return
        }
        if total == nil { noteEmpty(row, AnnexLayout.total) }
        if row.content.isBySex, women == nil { return noteEmpty(row, AnnexLayout.women) }
        guard let total else { return }
        if let women, women > total {
            return note(
                .annexRule, address(row, AnnexLayout.women),
                Text("\(women) women of \(total) in all.", vi: "Số nữ \(women) lớn hơn tổng số \(total)."),
                Text("The women are among the total.", vi: "Số nữ phải nằm trong tổng số."))
        }
        figures[row.code] = ReturnedFigure(total: total, women: women)
    }

    private mutating func noteEmpty(_ row: AnnexRow, _ column: Int) { empty.append(address(row, column)) }

    /// Whether nobody has filled in anything yet.
    private var isUntouched: Bool {
        layout.form.rows.allSatisfy { row in
            row.openColumns.allSatisfy { $0 == AnnexLayout.reason || cell(row, $0) == nil }
        }
    }

    private mutating func noteUntouched() {
        guard let first = layout.form.rows.first else { return }
        note(
            .annexEmpty, address(first, AnnexLayout.total),
            Text("Nothing is filled in yet.", vi: "Tệp chưa được điền."),
            Text("Fill in the yellow cells, and save.", vi: "Hãy điền các ô màu vàng rồi lưu lại."))
    }

    /// Notes the cells that are empty and must not be, those of a block together.
    private mutating func noteEmpty() {
        for block in layout.form.blocks {
            let rows = Set(block.rows.map { layout.number(of: $0.code) })
            let cells = empty.filter { rows.contains($0.row) }
            guard !cells.isEmpty else { continue }
            let hasReason = block.rows.contains { $0.content.hasReason }
            findings.append(
                AnnexFinding(
                    code: .annexEmpty, sheet: layout.form.sheet, cells: cells,
                    what: Text(
                        "\(cells.count.counted("cell")) of ‘\(block.name.english)’ left empty.",
                        vi: "\(cells.count.vietnamese) ô của mục ‘\(block.name.vietnamese)’ chưa điền."),
                    mend: hasReason
                        ? Text(
                            "0 is a number; without a number, choose the reason in column G.",
                            vi: "Không có thì ghi 0; không có số thì chọn lý do ở cột G.")
                        : Text("Fill it in.", vi: "Hãy điền vào ô này.")))
        }
    }

    // MARK: single cells

    private mutating func number(_ row: AnnexRow, _ column: Int) -> Number? {
        guard let cell = cell(row, column) else { return nil }
        let most = Number(row.content == .money ? AnnexBook.mostMoney : AnnexBook.largest)
        var found: Number?
        if case .number(let number) = cell { found = number }
        if case .text(let text) = cell, text.utf8.allSatisfy({ 48...57 ~= $0 }) { found = Number(text) }
        if let found, found.rounded(to: 0) == found, !found.isNegative, !(found > most) {
            return found.rounded(to: 0)
        }
        note(
            .annexCell, address(row, column),
            Text("‘\(cell.typed)’ is no whole number from 0.", vi: "‘\(cell.typed)’ không phải số nguyên từ 0."),
            Text("Write digits only, up to \(most).", vi: "Chỉ ghi chữ số, lớn nhất là \(most)."))
        return nil
    }

    private mutating func reason(_ row: AnnexRow) -> FigureState? {
        guard let cell = cell(row, AnnexLayout.reason) else { return nil }
        let words = AnnexLayout.reasons.map(\.word)
        if let place = words.firstIndex(where: { $0.folded == cell.typed.folded }) {
            return FigureState(rawValue: AnnexLayout.reasons[place].state.rawValue)
        }
        noteUnknown(cell, address(row, AnnexLayout.reason), words)
        return nil
    }

    private mutating func yesNo(_ row: AnnexRow) -> Number? {
        guard let cell = cell(row, AnnexLayout.total) else { return nil }
        if case .yesNo(let yes) = cell { return yes ? .one : .zero }
        if cell.typed.folded == AnnexLayout.yes.folded { return .one }
        if cell.typed.folded == AnnexLayout.no.folded { return .zero }
        noteUnknown(cell, address(row, AnnexLayout.total), [AnnexLayout.yes, AnnexLayout.no])
        return nil
    }

    private mutating func noteUnknown(_ cell: SheetCell, _ address: CellAddress, _ words: [String]) {
        let list = words.joined(separator: ", ")
        note(
            .annexCell, address,
            Text("‘\(cell.typed)’ is not in the list.", vi: "‘\(cell.typed)’ không có trong danh sách."),
            Text("Choose one of: \(list).", vi: "Hãy chọn một trong các mục: \(list)."))
    }

    private mutating func readChoice(_ row: AnnexRow, _ words: [String]) {
        guard let cell = cell(row, AnnexLayout.total) else {
            if !row.isOptional { noteEmpty(row, AnnexLayout.total) }
            return
        }
        guard let word = words.first(where: { $0.folded == cell.typed.folded }) else {
            return noteUnknown(cell, address(row, AnnexLayout.total), words)
        }
        answers[row.code] = word
    }

    private mutating func readDay(_ row: AnnexRow) {
        guard let cell = cell(row, AnnexLayout.total) else {
            if !row.isOptional { noteEmpty(row, AnnexLayout.total) }
            return
        }
        var day: Day?
        if case .date(let found) = cell { day = found }
        if case .text(let text) = cell { day = Day(dayFirst: text) ?? Day(iso: text) }
        guard let day, (1990...2100).contains(day.year) else {
            return note(
                .annexCell, address(row, AnnexLayout.total),
                Text("‘\(cell.typed)’ is no day.", vi: "‘\(cell.typed)’ không phải là ngày."),
                Text("Write it as 31/10/2025.", vi: "Hãy ghi theo dạng 31/10/2025."))
        }
        answers[row.code] = day.description
    }

    private mutating func readText(_ row: AnnexRow) {
        guard let text = cell(row, AnnexLayout.total)?.typed.composed else {
            if !row.isOptional { noteEmpty(row, AnnexLayout.total) }
            return
        }
        guard text.contains(where: { $0.isLetter || $0.isNumber }), text.count <= AnnexLayout.longestText else {
            return note(
                .annexCell, address(row, AnnexLayout.total),
                Text("This says nothing, or too much.", vi: "Nội dung trống hoặc quá dài."),
                Text("Write words, 4,000 letters at most.", vi: "Hãy ghi bằng lời, tối đa 4.000 ký tự."))
        }
        answers[row.code] = text
    }

    /// A sum is worked out anew; one that was typed over with another number is refused.
    private mutating func readSum(_ row: AnnexRow, _ parts: [String]) {
        let figures = parts.compactMap { self.figures[$0] }
        guard figures.count == parts.count, figures.allSatisfy({ $0.state == .reported }),
            let total = Number.sum(figures.compactMap(\.total)), let women = Number.sum(figures.compactMap(\.women))
        else { return }
        for (column, sum) in [(AnnexLayout.total, total), (AnnexLayout.women, women)] {
            guard let cell = cell(row, column), cell != .number(sum) else { continue }
            note(
                .annexChanged, address(row, column),
                Text("‘\(cell.typed)’ is not the sum, which is \(sum).", vi: "‘\(cell.typed)’ khác tổng là \(sum)."),
                Text("Put the formula back, or empty the cell.", vi: "Hãy khôi phục công thức hoặc để trống ô này."))
        }
        self.figures[row.code] = ReturnedFigure(total: total, women: women)
    }
}

extension AnnexRow {
    var isSum: Bool { if case .sum = content { true } else { false } }
}

extension SheetCell {
    /// Whether nobody would see anything in it.
    fileprivate var isBlank: Bool {
        if case .text(let text) = self { text.allSatisfy(\.isWhitespace) } else { false }
    }
}

extension Diagnostic {
    fileprivate static func annexWithoutSheet(_ file: String, _ sheet: String) -> Diagnostic {
        Diagnostic(
            .annexChanged,
            Text("‘\(file)’ has no sheet ‘\(sheet)’ any more.", vi: "Tệp ‘\(file)’ không còn trang ‘\(sheet)’."),
            subject: "from",
            notes: [
                Text("Fill in the file as it was sent.", vi: "Hãy điền vào đúng tệp đã gửi, không đổi tên trang tính.")
            ])
    }
}
