import Commands
import Database
import Documents
import Programme
import Tables
import Values

extension CommunicationsDigest {
    /// The most rows that a table of the digest has before it is cut and says so.
    private static let longest = 30

    /// Sessions and participants of each unit, with their total.
    var sessionTable: [Block] {
        guard total.sessions > 0 else { return [] }
        let holders = units.filter { counts[$0.id] != nil }
        var rows = holders.enumerated().map { index, unit in
            row(.number(Number(index + 1)), unit.name, counts[unit.id] ?? SessionCounts())
        }
        rows.append(row(.missing, Text("Total", vi: "Tổng cộng")(in: session.surroundings.language), total))
        return [
            .table(
                TableBlock(
                    Table(CommunicationsDigest.sessionColumns, rows: rows),
                    caption: Text("Communication sessions by unit", vi: "Các cuộc truyền thông theo đơn vị")))
        ]
    }

    private func row(_ number: Value, _ name: String, _ counts: SessionCounts) -> [Value] {
        [
            number, .text(name), .number(Number(counts.sessions)), .number(Number(counts.participants)),
            .number(Number(counts.women)), .number(Number(counts.men)),
            Share.value(counts.women, of: counts.participants).map { .percent($0) } ?? .missing(.notApplicable),
        ]
    }

    private static let sessionColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("sessions", .number, Text("Sessions", vi: "Số cuộc")),
        ColumnInfo("participants", .number, Text("Participants", vi: "Lượt người")),
        ColumnInfo("women", .number, Text("Women", vi: "Nữ")),
        ColumnInfo("men", .number, Text("Men", vi: "Nam")),
        ColumnInfo("share", .percent, Text("Women, %", vi: "Tỷ lệ nữ")),
    ])

    /// Participants by sex in each month of the year so far.
    func chart() throws -> [Block] {
        guard let january = Period(.month, year: day.year) else { return [] }
        let ids = Set(units.map(\.id))
        let months = (0..<day.month).map { january.advanced(by: $0) }
        let counts = try months.map { month in
            try SessionCounts.byUnit(from: month.first, to: min(month.last, day), session)
                .reduce(into: SessionCounts()) { if ids.contains($1.key) { $0 += $1.value } }
        }
        guard counts.contains(where: { $0.participants > 0 }) else { return [] }
        return [
            .chart(
                Chart(
                    .stacked,
                    title: Text(
                        "Participants of communication sessions by month, \(day.year)",
                        vi: "Lượt người tham gia truyền thông theo tháng, năm \(day.year)"),
                    categories: months.map { Text("\($0.index)", vi: "T\($0.index)") },
                    series: [
                        Chart.Series(Text("Women", vi: "Nữ"), counts.map { Number($0.women) }),
                        Chart.Series(Text("Men", vi: "Nam"), counts.map { Number($0.men) }),
                    ]))
        ]
    }

    /// The products of the period, by kind.
    func products() throws -> [Block] {
        let ids = Set(units.map(\.id))
        var found: [ProductKind: ProductCounts] = [:]
        try session.database.forEach(
            """
            SELECT unit, kind, count(*), sum(pieces), sum(reach) FROM communication_product
            WHERE made_on BETWEEN \(period.first) AND \(day) AND \(session.visible()) GROUP BY unit, kind
            """
        ) { row in
            guard ids.contains(try row.value(0)) else { return }
            let counts = ProductCounts(
                products: try row.value(2), pieces: try row.value(3), reach: try row.value(4, as: Int?.self))
            found[try row.value(1), default: ProductCounts()] += counts
        }
        guard !found.isEmpty else { return [] }
        let rows = ProductKind.allCases.filter { found[$0] != nil }.enumerated().map { index, kind -> [Value] in
            let counts = found[kind] ?? ProductCounts()
            let name = kind.name(in: session.surroundings.language)
            return [
                .number(Number(index + 1)), .text(name), .number(Number(counts.products)),
                .number(Number(counts.pieces)), counts.reach.map { .number(Number($0)) } ?? .missing(.notReported),
            ]
        }
        return [
            .table(
                TableBlock(
                    Table(CommunicationsDigest.productColumns, rows: rows),
                    caption: Text("Communication products", vi: "Sản phẩm truyền thông")))
        ]
    }

    private static let productColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("kind", .text, Text("Kind", vi: "Loại sản phẩm")),
        ColumnInfo("products", .number, Text("Products", vi: "Số sản phẩm")),
        ColumnInfo("pieces", .number, Text("Pieces", vi: "Số lượng")),
        ColumnInfo("reach", .number, Text("People reached", vi: "Lượt tiếp cận")),
    ])

    /// Which units are below two sessions in the year so far.
    func yearlyRule() throws -> [Block] {
        let standings = try YearlyRule.standings(until: day, under: top, session)
        guard !standings.isEmpty else { return [] }
        let below = standings.filter { $0.missing > 0 }
        let met = standings.count - below.count
        let sentence = Text(
            "Up to \(day.formatted(in: .english)), \(met.english) of \(standings.count.counted("unit")) have held at "
                + "least 2 communication sessions in \(day.year), as Decision 1790/QĐ-TTg of 23 Oct 2021 asks"
                + (below.isEmpty ? "." : "; \(below.count.english) have not yet."),
            vi: "Tính đến hết ngày \(day.formatted(in: .vietnamese)), \(met.vietnamese)/\(standings.count.vietnamese) "
                + "đơn vị đã tổ chức từ 02 cuộc truyền thông trở lên trong năm \(day.year) theo Quyết định số "
                + "1790/QĐ-TTg ngày 23/10/2021 của Thủ tướng Chính phủ"
                + (below.isEmpty ? "." : "; còn \(below.count.vietnamese) đơn vị chưa đủ số cuộc."))
        return [.paragraph(RichText(sentence))] + (below.isEmpty ? [] : [table(of: below)])
    }

    private func table(of below: [YearlyRule.Standing]) -> Block {
        let shown = below.prefix(CommunicationsDigest.longest)
        let rows = shown.enumerated().map { index, standing -> [Value] in
            [
                .number(Number(index + 1)), .text(standing.unit.name), .number(Number(standing.sessions)),
                .number(Number(standing.missing)),
            ]
        }
        let rest = below.count - shown.count
        return .table(
            TableBlock(
                Table(CommunicationsDigest.belowColumns, rows: rows),
                caption: Text(
                    "Units below 2 sessions in \(day.year)",
                    vi: "Đơn vị chưa đủ 02 cuộc truyền thông trong năm \(day.year)"),
                remark: rest == 0
                    ? nil
                    : Text(
                        "The first \(shown.count) are shown; \(rest.english) more are below.",
                        vi: "Bảng nêu \(shown.count) đơn vị đầu; còn \(rest.vietnamese) đơn vị khác chưa đủ.")))
    }

    private static let belowColumns = Schema([
        ColumnInfo("number", .number, Text("No.", vi: "TT")),
        ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị")),
        ColumnInfo("sessions", .number, Text("Held", vi: "Đã tổ chức")),
        ColumnInfo("lacking", .number, Text("Lacking", vi: "Còn thiếu")),
    ])
}

/// How many products there were.
private struct ProductCounts {
    var products = 0
    var pieces = 0
    var reach: Int?

    static func += (left: inout ProductCounts, right: ProductCounts) {
        left.products += right.products
        left.pieces += right.pieces
        left.reach = left.reach.map { $0 + (right.reach ?? 0) } ?? right.reach
    }
}

extension ProductKind {
    /// The kind as the first words of a table's row.
    fileprivate func name(in language: DisplayLanguage) -> String {
        let words = meaning(in: language)
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}
