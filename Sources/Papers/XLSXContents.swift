import Documents
import Tables
import Values

/// The sheets of a document: its text first, then each table and each chart.
struct XLSXContents {
    private(set) var sheets: [XLSXSheet]
    private let language: DisplayLanguage
    private var names: Set<String> = []

    init(_ document: Document, _ language: DisplayLanguage) {
        self.language = language
        sheets = [XLSXSheet(name: "", language: language)]
        sheets[0].name = named(Text("Report", vi: "Báo cáo")(in: language))
        sheets[0].lines = document.letterhead.map(head) ?? []
        let end = document.bodyEnd
        let labels = document.annexLabels
        for (place, block) in document.blocks.enumerated() {
            if place == end { foot(document) }
            if let label = labels[place] { line(label(in: language), .strong) }
            add(block)
        }
        if end == document.blocks.count { foot(document) }
    }

    private mutating func line(_ words: String, _ style: XLSXStyle = .wrapped, value: Value? = nil) {
        sheets[0].lines.append(.init(words, style, value: value))
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading(let text, _): line(text(in: language), .strong)
        case .annex(let text): line(text(in: language), .title)
        case .paragraph(let text): line(plain(text))
        case .message(let text, let remark):
            line(plain(text) + (remark.map { " – " + $0(in: language) } ?? ""))
        case .fields(let list):
            for field in list {
                line(field.label(in: language), value: field.words.map { .text($0(in: language)) } ?? field.value)
            }
        case .items(let items, let numbered):
            for (place, item) in items.enumerated() { line((numbered ? "\(place + 1). " : "- ") + plain(item)) }
        case .verbatim(let text): line(text)
        case .reservation(let text): line(text(in: language))
        case .table(let block): add(block)
        case .chart(let chart): add(chart)
        }
    }

    private func plain(_ text: RichText) -> String { text.runs.map { $0.text(in: language) }.joined() }

    /// A sheet of a table; the text says where it is.
    private mutating func add(_ block: TableBlock) {
        let caption = block.caption?(in: language)
        let name = named(caption ?? Text("Table", vi: "Bảng")(in: language))
        var sheet = XLSXSheet(name: name, block: block, language: language)
        if let caption { sheet.lines.append(.init(caption, .title)) }
        sheets.append(sheet)
        pointer(caption ?? name, to: name)
        if let remark = block.remark { line(remark(in: language)) }
    }

    /// A sheet of a chart and its values.
    private mutating func add(_ chart: Chart) {
        let title = chart.title(in: language)
        let name = named(Text("Chart", vi: "Biểu đồ")(in: language))
        let drawn = DOCXChart(chart, language, sheet: XLSXSheet.quoted(name))
        let columns =
            [ColumnInfo("category", .text, Text(verbatim: " "))]
            + drawn.columns.enumerated().map { ColumnInfo("s\($0)", chart.type, Text(verbatim: $1.name)) }
        let rows = chart.categories.indices.map { place in
            [Value.text(chart.categories[place](in: language))]
                + drawn.columns.map { column in
                    column.values.indices.contains(place) ? value(column.values[place], chart.type) : .missing
                }
        }
        let table = TableBlock(Table(Schema(columns), rows: rows))
        sheets.append(XLSXSheet(name: name, block: table, chart: drawn, language: language))
        pointer(title.isEmpty ? name : title, to: name)
    }

    private func value(_ number: Number?, _ type: ValueType) -> Value {
        guard let number else { return .missing }
        if type == .percent { return .percent(number) }
        guard type == .money, let amount = Int64(number.description) else { return .number(number) }
        return .money(amount)
    }

    private mutating func pointer(_ words: String, to sheet: String) {
        line("\(words) → \(sheet)")
    }

    private mutating func foot(_ document: Document) {
        guard let head = document.letterhead, head.hasFoot else { return }
        for words in head.signatureLines + [head.signer].compactMap({ $0 }) { line(words, .strong) }
        guard !head.recipients.isEmpty else { return }
        line(Letterhead.recipientsLabel(in: language))
        for words in head.recipientLines { line(words) }
    }

    private func head(_ head: Letterhead) -> [XLSXSheet.Line] {
        var lines = [head.superior, head.issuerLine, head.numberLine(in: language), head.placeAndDate(in: language)]
            .compactMap { $0 }.map { XLSXSheet.Line($0) }
        lines += [head.kind(in: language), head.subject(in: language)].filter { !$0.isEmpty }.map { .init($0, .title) }
        if !head.addresseeLines.isEmpty {
            lines.append(.init(Letterhead.addresseesLabel(in: language)))
            lines += head.addresseeLines.map { .init($0) }
        }
        return lines + head.basisLines.map { .init($0) }
    }

    /// A name that spreadsheets take: 31 letters at most, without their signs, each once.
    private mutating func named(_ wanted: String) -> String {
        let signs: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\", "'", "\n"]
        let bare = Canvas.printable(wanted).filter { !signs.contains($0) }
        let words = bare.trimmed.isEmpty ? "Sheet" : bare.trimmed
        var (name, number) = (String(decoding: Array(words.utf16.prefix(31)), as: UTF16.self), 1)
        while !names.insert(name.lowercased()).inserted {
            number += 1
            let end = " (\(number))"
            name = String(decoding: Array(words.utf16.prefix(31 - end.utf16.count)), as: UTF16.self) + end
        }
        return name
    }
}

extension String {
    fileprivate var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
        else {
            return ""
        }
        return String(self[first...last])
    }
}

extension DOCXChart {
    /// The values behind the chart, column by column as its formulas name them: series, target, ends of the fan.
    var columns: [(name: String, values: [Number?])] {
        var list = chart.series.map { (name: $0.name(in: language), values: $0.values) }
        let target = chart.target.map { target in chart.categories.map { _ in target.value as Number? } }
        guard target != nil || chart.fan != nil else { return list }
        list.append((chart.target?.name(in: language) ?? "", target ?? []))
        guard let fan = chart.fan else { return list }
        let (low, widths) = fan.stacked
        return list + [("", low), (fan.name(in: language), widths)]
    }
}
