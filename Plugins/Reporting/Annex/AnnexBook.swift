import Papers
import Programme
import Values
import Workbooks

/// The blank workbook of a unit.
struct AnnexBook {
    let layout: AnnexLayout
    let stamp: AnnexStamp
    let unit: OfficeUnit
    let round: Round
    /// What stood a year before, by rows.
    let before: [String: ReturnedFigure]
    /// What is filled in beforehand, by rows.
    let given: [String: ReturnedFigure]

    private static let listSheet = "Danh mục"
    static let largest = 999_999
    static let mostMoney = 999_999_999_999

    /// The bytes of the file.
    func bytes() throws -> [UInt8] {
        let names = AnnexStamp.names.enumerated().map { place, name in
            EntryBook.Name(name, "'\(AnnexStamp.sheet)'!$B$\(place + 1)")
        }
        return try EntryBook(sheets: [main, lists, stamped], names: names)
            .bytes(titled: "\(layout.form.sheet) – \(unit.code) – \(stamp.period)")
    }

    private var stamped: EntrySheet {
        var sheet = EntrySheet(AnnexStamp.sheet, sight: .veryHidden, widths: [20, 30])
        sheet.rows = zip(AnnexStamp.names, stamp.values).map { name, value in
            EntryRow([EntryCell(name, .plain), EntryCell(value, .plain)])
        }
        return sheet
    }

    /// The words that cells take: yes and no, the reasons, then those of each row.
    private var wordLists: [[String]] {
        [[AnnexLayout.yes, AnnexLayout.no], AnnexLayout.reasons.map(\.word)] + choices.map(\.1)
    }

    private var choices: [(AnnexRow, [String])] {
        layout.form.rows.compactMap { row in
            if case .choice(let words) = row.content { (row, words) } else { nil }
        }
    }

    private var lists: EntrySheet {
        let lists = wordLists
        var sheet = EntrySheet(AnnexBook.listSheet, sight: .hidden, widths: lists.map { _ in 30 })
        sheet.rows = (0..<(lists.map(\.count).max() ?? 0)).map { place in
            EntryRow(lists.map { $0.indices.contains(place) ? EntryCell($0[place], .plain) : nil })
        }
        return sheet
    }

    private func cells(ofList place: Int) -> String {
        let column = CellAddress.letters(place)
        return "'\(AnnexBook.listSheet)'!$\(column)$1:$\(column)$\(wordLists[place].count)"
    }

    private var main: EntrySheet {
        var sheet = EntrySheet(layout.form.sheet, widths: [7, 46, 16, 10, 10, 12, 20, 34])
        sheet.headEnd = AnnexLayout.headEnd
        sheet.rows = head
        sheet.merges = (1..<AnnexLayout.headEnd).map { "A\($0):H\($0)" }
        for line in layout.lines {
            let number = sheet.rows.count + 1
            switch line {
            case .block(let block):
                let rest = (2..<AnnexLayout.columns).map { _ in EntryCell(.block) }
                sheet.rows.append(
                    EntryRow([EntryCell(block.letter, .block), EntryCell(block.name.vietnamese, .block)] + rest))
                sheet.merges.append("B\(number):H\(number)")
            case .row(let row):
                sheet.rows.append(cells(of: row, number))
                let columns = row.answerColumns
                if columns.count > 1 {
                    sheet.merges.append(
                        "\(CellAddress.letters(columns.lowerBound))\(number)"
                            + ":\(CellAddress.letters(columns.upperBound))\(number)")
                }
            }
        }
        sheet.rows += foot(sheet.rows.count + 1, &sheet.merges)
        sheet.rules = rules
        return sheet
    }

    private var head: [EntryRow] {
        let printed = AnnexLayout.heads(layout.form, stamp)
        func row(_ text: String, _ look: EntryLook, _ height: Int? = nil) -> EntryRow {
            EntryRow([EntryCell(text, look)], height: height)
        }
        return [
            row("Đơn vị: \(unit.name)", .plain), row(printed[2] ?? "", .title, 40), row(printed[3] ?? "", .strong),
            row("\(round.name); nộp \(round.dueWords.vietnamese)", .remark), row(printed[5] ?? "", .remark, 66),
            EntryRow(AnnexLayout.headings.map { EntryCell($0, .heading) }, height: 34),
        ]
    }

    private func foot(_ number: Int, _ merges: inout [String]) -> [EntryRow] {
        merges += ["A\(number + 1):C\(number + 1)", "E\(number + 1):H\(number + 1)"]
        return [
            EntryRow([]),
            EntryRow([
                EntryCell(AnnexLayout.signatures.0, .strong), nil, nil, nil,
                EntryCell(AnnexLayout.signatures.1, .strong),
            ]),
        ]
    }

    // MARK: rows

    private func cells(of row: AnnexRow, _ number: Int) -> EntryRow {
        var cells: [EntryCell] = [EntryCell(row.code, .label), EntryCell(row.name.vietnamese, .label)]
        cells += (2..<AnnexLayout.columns).map { _ in EntryCell(.shut) }
        let isAsked = row.asks(unit.kind)
        let value = given[row.code]
        for column in row.openColumns { cells[column] = EntryCell(look(row, column)) }
        for column in row.answerColumns.dropFirst() { cells[column] = EntryCell(look(row, AnnexLayout.total)) }
        if row.content.hasReason, !isAsked {
            cells[AnnexLayout.reason] = EntryCell(AnnexLayout.reasons[0].word, .openChoice)
        }
        if let total = value?.total { cells[AnnexLayout.total] = prefilled(total, row) }
        if let women = value?.women, row.content.isBySex { cells[AnnexLayout.women] = EntryCell(women, .given) }
        if value?.total != nil { cells[AnnexLayout.note] = EntryCell(AnnexLayout.givenNote, .openText) }
        if case .sum(let parts) = row.content {
            for column in [AnnexLayout.total, AnnexLayout.women] {
                let places = parts.map { layout.address($0, column) }
                let formula =
                    "IF(COUNT(\(places.joined(separator: ",")))<\(parts.count),\"\",\(places.joined(separator: "+")))"
                cells[column] = EntryCell(formula: formula, .number)
            }
        }
        if row.isShared {
            cells[AnnexLayout.share] = EntryCell(
                formula: "IF(OR(NOT(ISNUMBER(C\(number))),N(C\(number))=0),\"\",D\(number)/C\(number))", .share)
            cells[AnnexLayout.before] = shareBefore(row).map { EntryCell($0, .share) } ?? EntryCell(.share)
        }
        let isLong = if case .remark = row.content { true } else { row.name.vietnamese.count > 44 }
        return EntryRow(cells, height: isLong ? 34 : 20)
    }

    private func look(_ row: AnnexRow, _ column: Int) -> EntryLook {
        if column == AnnexLayout.note { return .openText }
        if column == AnnexLayout.reason { return .openChoice }
        return switch row.content {
        case .people, .count, .cases, .sum: .openNumber
        case .money: .openMoney
        case .yesNo, .choice: .openChoice
        case .day: .openDay
        case .text, .remark: .openText
        }
    }

    private func prefilled(_ total: Number, _ row: AnnexRow) -> EntryCell {
        guard row.content == .yesNo else { return EntryCell(total, .given) }
        return EntryCell(total == .zero ? AnnexLayout.no : AnnexLayout.yes, .given)
    }

    private func shareBefore(_ row: AnnexRow) -> Number? {
        guard let figure = before[row.code], let total = figure.total, let women = figure.women, total > .zero else {
            return nil
        }
        return women.divided(by: total)?.rounded(to: 4)
    }

    // MARK: what cells take

    private var rules: [EntryRule] {
        let rows = layout.form.rows
        let period = round.period
        func cells(_ columns: [Int], where isMeant: (AnnexRow) -> Bool) -> String {
            rows.filter(isMeant).flatMap { row in columns.map { layout.address(row.code, $0) } }.joined(separator: " ")
        }
        let total = [AnnexLayout.total]
        let reasons = AnnexLayout.reasons.map(\.word).joined(separator: ", ")
        return [
            EntryRule(
                cells([AnnexLayout.total, AnnexLayout.women]) { $0.content == .people },
                .whole(atMost: AnnexBook.largest),
                help: "Ghi số người, số nguyên từ 0; số nữ không lớn hơn tổng số."),
            EntryRule(
                cells(total) { $0.content == .count || $0.content == .cases }, .whole(atMost: AnnexBook.largest),
                help: "Ghi số nguyên từ 0."),
            EntryRule(
                cells(total) { $0.content == .money }, .whole(atMost: AnnexBook.mostMoney),
                help: "Ghi số đồng, không lẻ."
            ),
            EntryRule(
                cells(total) { $0.content == .yesNo }, .list(self.cells(ofList: 0)), help: "Chọn Có hoặc Không."),
            EntryRule(
                cells([AnnexLayout.reason]) { $0.content.hasReason }, .list(self.cells(ofList: 1)),
                help: "Chỉ chọn khi không có số: \(reasons)."),
            EntryRule(
                cells(total) { $0.content == .day },
                .day(period.first.adding(days: -3660), period.last.adding(days: 92)),
                help: "Ghi ngày/tháng/năm."),
            EntryRule(
                cells(total) { row in
                    if case .remark = row.content { true } else { row.content == .text }
                }, .text(AnnexLayout.longestText), help: "Ghi ngắn gọn; không ghi tên người."),
        ]
            + choices.enumerated().map { place, choice in
                EntryRule(
                    layout.address(choice.0.code, AnnexLayout.total), .list(self.cells(ofList: place + 2)),
                    help: "Chọn một mục trong danh sách.")
            }
    }
}

extension AnnexLayout {
    /// Who signs below.
    static let signatures = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
    /// What stands beside a number that Sen has filled in; the unit may write over it.
    static let givenNote = "Điền sẵn từ số liệu đã có; đề nghị kiểm tra"
}

extension AnnexRow {
    /// Whether the share of women is told.
    var isShared: Bool { if case .sum = content { true } else { content.isBySex } }
}
