import Documents
import Tables
import Values

/// A report with everything a paper can hold, as an office would write it.
enum Sample {
    static func same(_ texts: [String]) -> [Text] { texts.map { Text(verbatim: $0) } }

    static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(number: 0)
    }

    static let names = ["report", "hostile", "empty", "head only"]

    static func named(_ name: String) -> Document {
        switch name {
        case "report": report
        case "hostile": hostile
        case "head only": Document([], letterhead: letterhead)
        default: Document()
        }
    }

    static let letterhead = Letterhead(
        superior: "ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG", issuer: "SỞ GIÁO DỤC VÀ ĐÀO TẠO", symbol: "BC-SGDĐT",
        place: "Hải Phòng", date: day(2025, 2, 5), kind: Text("REPORT", vi: "BÁO CÁO"),
        subject: Text(
            "Work for the advancement of women and gender equality in 2024",
            vi: "Kết quả công tác vì sự tiến bộ của phụ nữ và bình đẳng giới năm 2024"),
        addressees: ["Bộ Giáo dục và Đào tạo", "Ủy ban nhân dân thành phố Hải Phòng"],
        bases: [
            "Căn cứ Nghị quyết số 28/NQ-CP ngày 03 tháng 3 năm 2021 của Chính phủ ban hành Chiến lược quốc gia về bình "
                + "đẳng giới giai đoạn 2021 - 2030",
            "Theo đề nghị của Trưởng Ban Vì sự tiến bộ của phụ nữ ngành Giáo dục;",
        ], mandate: "KT. GIÁM ĐỐC", signatory: "PHÓ GIÁM ĐỐC", signer: "Bùi Thị Hoa",
        recipients: ["Bộ Giáo dục và Đào tạo (để b/c)", "UBND thành phố (để b/c);", "Lưu: VT, TCCB."])

    static let indicators = Table(
        Schema([
            ColumnInfo("indicator", .text, Text("Indicator", vi: "Chỉ tiêu")),
            ColumnInfo("numerator", .number, Text("Numerator", vi: "Tử số")),
            ColumnInfo("denominator", .number, Text("Denominator", vi: "Mẫu số")),
            ColumnInfo("value", .percent, Text("Value", vi: "Kết quả")),
            ColumnInfo("target", .percent, Text("Target 2025", vi: "Mục tiêu 2025")),
            ColumnInfo("status", .text, Text("Status", vi: "Đánh giá")),
        ]),
        rows: [
            [
                .text("Tỷ lệ nữ trong quy hoạch các chức danh lãnh đạo, quản lý"), .number(212), .number(498),
                .percent(Number("0.4257") ?? 0), .percent(Number("0.4") ?? 0), .text("Đạt"),
            ],
            [
                .text("Tỷ lệ đơn vị có nữ trong ban lãnh đạo"), .number(101), .number(206),
                .percent(Number("0.4903") ?? 0), .percent(Number("0.6") ?? 0), .text("Chậm"),
            ],
            [
                .text("Tỷ lệ nữ được đào tạo, bồi dưỡng"), .number(1250), .missing(.notReported),
                .missing(.notReported), .percent(Number("0.35") ?? 0), .text("Chưa tính được"),
            ],
        ])

    /// A table whose head has cells over several columns and rows.
    static let staff = TableBlock(
        Table(
            Schema([
                ColumnInfo("post", .text, Text("Post", vi: "Chức vụ")),
                ColumnInfo("total", .number, Text("Total", vi: "Tổng số")),
                ColumnInfo("women", .number, Text("Number", vi: "Số lượng")),
                ColumnInfo("share", .percent, Text("Share", vi: "Tỷ lệ (%)")),
            ]),
            rows: ["Hiệu trưởng", "Phó hiệu trưởng", "Tổ trưởng chuyên môn"].enumerated().map { place, post in
                [
                    .text(post), .number(Number(206 + place * 311)), .number(Number(98 + place * 200)),
                    .percent(Number(rounding: Double(98 + place * 200) / Double(206 + place * 311), decimals: 4) ?? 0),
                ]
            }),
        caption: Text("Posts", vi: "Bảng 1. Đội ngũ cán bộ quản lý"),
        groups: [ColumnGroup(Text("Of them women", vi: "Trong đó nữ"), over: 2..<4)])

    static let schools = [
        "THPT Thái Phiên", "THPT chuyên Trần Phú", "THCS Chu Văn An", "THCS Ngô Quyền", "Tiểu học Nguyễn Tri Phương",
        "Mầm non Sao Sáng 2",
    ]

    static let wide: Table = {
        let months = (1...12).map { ColumnInfo("t\($0)", .number, Text("Month \($0)", vi: "Tháng \($0)")) }
        let schema = Schema(
            [ColumnInfo("unit", .text, Text("Unit", vi: "Đơn vị"))] + months
                + [ColumnInfo("cost", .money, Text("Cost", vi: "Kinh phí"))])
        let rows = (0..<36).map { row -> [Value] in
            let counts = (1...12).map { month in Value.number(Number(row * 37 * month % 211)) }
            return [.text(schools[row % 6])] + counts + [.money(Int64(row) * 12_500_000)]
        }
        return Table(schema, rows: rows)
    }()

    static let charts = [
        Chart(
            .bar,
            title: Text("Units with a woman in leadership", vi: "Tỷ lệ đơn vị có nữ trong ban lãnh đạo theo cấp học"),
            categories: same(["Mầm non", "Tiểu học", "THCS", "THPT", "GDTX"]),
            series: [
                .init(
                    Text("Share", vi: "Tỷ lệ"),
                    [Number("0.98"), Number("0.7425"), Number("0.512"), Number("0.31"), nil])
            ],
            type: .percent, target: (Text("Target 2025", vi: "Mục tiêu 2025"), Number("0.6") ?? 0)),
        Chart(
            .line, title: Text("Trainings", vi: "Số lượt người được tập huấn qua các năm"),
            categories: same(["2019", "2020", "2021", "2022", "2023", "2024"]),
            series: [
                .init(Text("Women", vi: "Nữ"), [820, 640, nil, 1105, 1342, 1587]),
                .init(Text("Men", vi: "Nam"), [410, 395, nil, 502, 611, 702]),
            ]),
        Chart(
            .stacked, title: Text("Cost", vi: "Kinh phí theo nguồn (đồng)"), categories: same(schools),
            series: [
                .init(
                    Text("Budget", vi: "Ngân sách"), [125_000_000, 80_000_000, 45_500_000, 0, 12_000_000, 7_000_000]),
                .init(
                    Text("Others", vi: "Nguồn khác"), [15_000_000, nil, 22_000_000, 9_000_000, 4_000_000, 1_000_000]),
            ], type: .money),
        Chart(
            .bar, title: Text("Change", vi: "Thay đổi so với năm trước (điểm phần trăm)"),
            categories: same(schools + ["Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên quận Hồng Bàng"]),
            series: [
                .init(Text("Change", vi: "Thay đổi"), [Number("2.57"), Number("-10.97"), 0, Number("4.2"), -3, 8, nil])
            ]),
        Chart(
            .line, title: Text("Forecast", vi: "Tỷ lệ nữ lãnh đạo và dự báo đến năm 2027"),
            categories: same(["2021", "2022", "2023", "2024", "2025", "2026", "2027"]),
            series: [
                .init(Text("value", vi: "Kết quả"), [31, 33, 36, 38, nil, nil, nil]),
                .init(Text("forecast", vi: "Dự báo"), [nil, nil, nil, nil, 40, 42, 44]),
            ], target: (Text("Target 2025", vi: "Mục tiêu 2025"), 45),
            fan: Chart.Fan(
                Text("expected with 80 %", vi: "Khoảng dự báo 80 %"), low: [nil, nil, nil, nil, 38, 38, 38],
                high: [nil, nil, nil, nil, 42, 46, 50])),
        Chart(
            .dots, title: Text("Women and men", vi: "Cán bộ, giáo viên nữ và nam theo trường"),
            categories: same(schools),
            series: [
                .init(Text("Women", vi: "Nữ"), [61, 72, 44, 51, 38, 29]),
                .init(Text("Men", vi: "Nam"), [42, 31, nil, 28, 9, 0]),
            ]),
        Chart(
            .panels, title: Text("Units", vi: "Số cuộc tập huấn từng đơn vị, 2021 - 2024"),
            categories: same(["2021", "2022", "2023", "2024"]),
            series: schools.enumerated().map { place, name in
                .init(Text(verbatim: name), [Number(place), Number(place + 2), nil, Number(9 - place)])
            }, target: (Text("At least", vi: "Tối thiểu"), 2)),
    ]

    static let report = Document(
        [
            .heading(Text("I. GENERAL", vi: "I. TÌNH HÌNH CHUNG"), level: 2),
            .paragraph(
                RichText(
                    Text(
                        "In carrying out the plan, the department and its units did what follows.",
                        vi: "Thực hiện Kế hoạch hành động vì bình đẳng giới của ngành Giáo dục giai đoạn 2021-2025, "
                            + "Sở Giáo dục và Đào tạo đã chỉ đạo các đơn vị trực thuộc triển khai đồng bộ các nhiệm "
                            + "vụ; kết quả cụ thể như sau:"))),
            .fields([
                Field(Text("Units that owe a return", vi: "Số đơn vị phải báo cáo"), .number(211), .number),
                Field(Text("Units that reported", vi: "Số đơn vị đã báo cáo"), .number(206), .number),
                Field(Text("As of", vi: "Số liệu tính đến"), .date(day(2025, 1, 31)), .date),
            ]),
            .heading(Text("II. RESULTS", vi: "II. KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU"), level: 2),
            .heading(Text("1. Leadership", vi: "1. Nữ tham gia lãnh đạo, quản lý"), level: 3),
            .table(
                TableBlock(
                    indicators, caption: Text("Table 1. Indicators", vi: "Bảng 1. Kết quả thực hiện chỉ tiêu năm 2024"),
                    remark: Text("Coverage 206 of 211 units.", vi: "Tính trên 206/211 đơn vị đã báo cáo."))),
            .reservation(
                Text(
                    "The target of 35 % has not been verified.",
                    vi: "Mục tiêu 35 % chưa được đối chiếu với văn bản gốc, không dùng làm căn cứ đánh giá.")),
            .chart(charts[0]), .chart(charts[1]),
            .heading(Text("2. Trainings", vi: "2. Tập huấn, truyền thông"), level: 3),
            .table(
                TableBlock(
                    wide,
                    caption: Text("Table 2. By month", vi: "Bảng 2. Số lượt người tham gia theo tháng và kinh phí"))),
            .chart(charts[2]), .chart(charts[3]), .table(staff), .chart(charts[4]), .chart(charts[5]),
            .heading(Text("III. DIFFICULTIES", vi: "III. KHÓ KHĂN, VƯỚNG MẮC"), level: 2),
            .items(
                [
                    RichText(Text("Few trainers.", vi: "Đội ngũ báo cáo viên về giới còn mỏng, chủ yếu kiêm nhiệm.")),
                    RichText([
                        .init(Text("Money came late: ", vi: "Kinh phí phân bổ chậm: ")),
                        .init(Text("after 20 July", vi: "sau ngày 20 tháng 7"), .strong),
                        .init(Text(verbatim: ".")),
                    ]),
                ], numbered: false),
            .heading(Text("IV. PROPOSALS", vi: "IV. ĐỀ XUẤT, KIẾN NGHỊ"), level: 2),
            .items(
                [
                    RichText(
                        Text("Give guidance early.", vi: "Đề nghị Bộ Giáo dục và Đào tạo ban hành hướng dẫn sớm.")),
                    RichText(Text("Add trainers.", vi: "Bổ sung chỉ tiêu bồi dưỡng báo cáo viên.")),
                ], numbered: true),
            .paragraph(
                RichText(
                    Text(
                        "So much for the report.",
                        vi: "Trên đây là báo cáo kết quả công tác vì sự tiến bộ của phụ nữ và bình đẳng giới năm 2024 "
                            + "của Sở Giáo dục và Đào tạo./."))),
            .annex(Text("UNITS", vi: "DANH SÁCH ĐƠN VỊ BÁO CÁO")), .chart(charts[6]), .table(TableBlock(indicators)),
            .annex(Text("FIGURES", vi: "SỐ LIỆU CHI TIẾT THEO THÁNG")), .table(TableBlock(wide)),
        ], letterhead: letterhead)

    /// Everything that could break out of markup, in every place where text can stand.
    static let hostileText =
        "a<b>&\"'\u{0}\u{1B}\u{7F}\u{85}\u{FFFE}\u{FFFF}]]></w:t><script>alert(1)</script>\n"
        + "😀👩‍🏫e\u{301}\u{202E}{{x}} -->"

    static let hostile: Document = {
        let text = Text(verbatim: hostileText)
        let rich = RichText(RichText.Role.allCases.map { .init(text, $0) })
        let schema = Schema([ColumnInfo(hostileText, .text, text), ColumnInfo("n", .number, text)])
        let table = Table(schema, rows: [[.text(hostileText), .number(1)], [.missing, .missing(.withheld)]])
        let series = [Chart.Series(text, [1, nil]), Chart.Series(text, [-3])]
        let charts = Chart.Kind.allCases.map { kind in
            Block.chart(Chart(kind, title: text, categories: [text, text], series: series, target: (text, 2)))
        }
        return Document(
            [
                .heading(text, level: 9), .heading(text, level: -1), .paragraph(rich), .message(rich, remark: text),
                .fields([Field(text, .text(hostileText))]), .fields([]),
                .table(TableBlock(table, caption: text, remark: text)), .table(TableBlock(Table(Schema([]), rows: []))),
                .items([rich, rich], numbered: true), .items([], numbered: false), .reservation(text), .annex(text),
                .verbatim(hostileText),
            ] + charts,
            letterhead: Letterhead(
                superior: hostileText, issuer: hostileText, symbol: hostileText, place: hostileText,
                date: day(2025, 12, 31), kind: text, subject: text, addressees: [hostileText], bases: [hostileText],
                mandate: hostileText, signatory: hostileText, signer: hostileText, recipients: [hostileText, ";."]))
    }()
}
