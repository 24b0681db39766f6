import Commands
import Diagnostics
import Documents
import Papers
import Tables
import Values

/// What a report offers to a template of the office: its facts, sections and tables by their names.
struct ReportValues {
    private(set) var values = TemplateValues()
    private var sections: [Section] = []
    private var tables = 0
    private var reservations: [Text] = []
    private let language: DisplayLanguage

    /// A stretch of a report below one heading; the first has none.
    private struct Section {
        var title: Text?
        var values = TemplateValues()
        var text: [Text] = []
        var items: [Text] = []
        var reservations: [Text] = []
    }

    /// The names under which what a report reserves is offered.
    static let reservations = Text("reservations", vi: "lưu ý")

    init(_ document: Document, of report: String, _ request: ReportRequest, _ session: Session) throws {
        language = session.surroundings.language
        values.add(Text("title", vi: "tiêu đề"), .words(ReportValues.title(of: document)))
        values.add(Text("period", vi: "kỳ báo cáo"), .words(request.period.words))
        var unit = TemplateValues()
        unit.add(Text("name", vi: "tên"), .value(.text(request.unit.name)))
        unit.add(Text("code", vi: "mã"), .value(.text(request.unit.code)))
        values.add(Text("unit", vi: "đơn vị"), .group(unit))
        values.add(Text("today", vi: "hôm nay"), .value(.date(session.today), .date))
        values.add(
            Text("entry", vi: "mục nhật ký"),
            .value(.number(Number(try session.horizon ?? session.lastEntry())), .number))
        if let letterhead = document.letterhead { add(letterhead) }
        sections = [Section()]
        for block in document.blocks { add(block) }
        close()
        let absent = session.registry.contributions(ReportSection.self).filter { $0.report == report }
        for section in absent { values.add(section.title, .absent) }
    }

    /// Refuses a template that would keep quiet about what the report reserves.
    func requirePlaceForReservations(in template: Template) throws {
        guard !reservations.isEmpty, !template.asks(for: ReportValues.reservations) else { return }
        throw Diagnostic(
            .templateHidesReservations,
            Text(
                "‘\(template.name)’ has no place for what the report reserves.",
                vi: "Mẫu ‘\(template.name)’ không có chỗ cho các lưu ý của báo cáo."),
            subject: "template",
            notes: reservations + [
                Text(
                    "Write {{#reservations}}{{text}}{{/reservations}} in a paragraph of the template.",
                    vi: "Hãy thêm vào mẫu một đoạn {{#lưu ý}}{{nội dung}}{{/lưu ý}}.")
            ])
    }

    private static func title(of document: Document) -> Text {
        if let letterhead = document.letterhead { return letterhead.subject }
        for case .heading(let text, _) in document.blocks { return text }
        return Text(verbatim: "")
    }

    private mutating func add(_ head: Letterhead) {
        let words = { (text: String?) in
            TemplateValues.Content.value(text.map { .text($0) } ?? .missing)
        }
        values.add(Text("superior", vi: "cơ quan chủ quản"), words(head.superior))
        values.add(Text("issuer", vi: "cơ quan ban hành"), words(head.issuer))
        values.add(Text("symbol", vi: "ký hiệu"), words(head.symbol))
        values.add(Text("place", vi: "địa danh"), words(head.place))
        values.add(Text("date", vi: "ngày ban hành"), .value(.date(head.date), .date))
        values.add(Text("place and date", vi: "địa danh và ngày"), .words(head.placeAndDate))
        values.add(Text("kind", vi: "tên loại"), .words(head.kind))
        values.add(Text("subject", vi: "trích yếu"), .words(head.subject))
        values.add(Text("mandate", vi: "thẩm quyền ký"), words(head.mandate))
        values.add(Text("signatory", vi: "chức vụ ký"), words(head.signatory))
        values.add(Text("signer", vi: "người ký"), words(head.signer))
        let lists = [
            (Text("addressees", vi: "kính gửi"), head.addressees), (Text("bases", vi: "căn cứ"), head.bases),
            (Text("recipients", vi: "nơi nhận"), head.recipients),
        ]
        for (name, lines) in lists {
            values.add(name, .rows(rows(lines.map { Text(verbatim: $0) })))
        }
    }

    private mutating func add(_ block: Block) {
        let here = sections.count - 1
        switch block {
        case .heading(_, level: 1) where sections.count == 1 && sections[0].text.isEmpty, .chart: return
        case .heading(let title, _), .annex(let title): sections.append(Section(title: title))
        case .paragraph(let text), .message(let text, _): sections[here].text.append(text.words)
        case .verbatim(let text): sections[here].text.append(Text(verbatim: text))
        case .items(let items, _): sections[here].items += items.map(\.words)
        case .reservation(let text):
            sections[here].reservations.append(text)
            reservations.append(text)
        case .fields(let fields):
            for field in fields {
                let content = field.words.map { TemplateValues.Content.words($0) } ?? .value(field.value, field.type)
                sections[here].values.add(field.label, content)
                values.add(field.label, content)
            }
        case .table(let block): add(block)
        }
    }

    private mutating func add(_ block: TableBlock) {
        let here = sections.count - 1
        tables += 1
        let rows = TemplateValues.Content.rows(block.table)
        if let caption = block.caption, !caption.hasDigits {
            values.add(caption, rows)
            sections[here].values.add(caption, rows)
        }
        values.add(Text("table \(tables)", vi: "bảng \(tables)"), rows)
        sections[here].values.add(Text("table", vi: "bảng"), rows)
    }

    /// Offers the sections: each by its heading and by its number. A heading that tells of a day or period is no name.
    private mutating func close() {
        for (number, section) in sections.enumerated() {
            var group = section.values
            group.add(Text("text", vi: "lời văn"), .words(section.text.joined))
            group.add(Text("items", vi: "các ý"), .rows(rows(section.items)))
            group.add(ReportValues.reservations, .rows(rows(section.reservations)))
            guard let title = section.title?.withoutNumber else {
                for entry in group.entries where entry.name != ReportValues.reservations {
                    values.add(entry.name, entry.content)
                }
                continue
            }
            group.add(Text("title", vi: "tiêu đề"), .words(title))
            if !title.hasDigits { values.add(title, .group(group)) }
            values.add(Text("section \(number)", vi: "mục \(number)"), .group(group))
        }
        values.add(ReportValues.reservations, .rows(rows(reservations)))
    }

    private func rows(_ texts: [Text]) -> Table {
        Table(
            Schema([ColumnInfo("text", .text, Text("Text", vi: "Nội dung"))]),
            rows: texts.map { [.text($0(in: language))] })
    }
}

extension RichText {
    fileprivate var words: Text { runs.reduce(Text(verbatim: "")) { $0 + $1.text } }
}

extension [Text] {
    /// The texts on lines of their own.
    fileprivate var joined: Text {
        Text(map(\.english).joined(separator: "\n"), vi: map(\.vietnamese).joined(separator: "\n"))
    }
}

extension Text {
    fileprivate var hasDigits: Bool { (english + vietnamese).contains(where: \.isNumber) }

    /// A heading without the Roman number in front of it.
    fileprivate var withoutNumber: Text {
        map { heading in
            let number = heading.prefix { "IVX".contains($0) }
            guard !number.isEmpty, heading.dropFirst(number.count).hasPrefix(". ") else { return heading }
            return String(heading.dropFirst(number.count + 2))
        }
    }
}
