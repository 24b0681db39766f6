public import Documents
public import Values

/// The language on one page, as `help language` shows it.
public enum LanguagePage {
    /// One part of the page.
    public struct Section: Sendable {
        /// What it is about.
        public let title: Text
        /// The rule, in a few sentences.
        public let words: Text
        /// Lines that show it; tests check every one of them.
        public let example: String
    }

    /// The page.
    public static var page: Document {
        var blocks: [Block] = [.heading(Text("The language", vi: "Ngôn ngữ"), level: 2)]
        for section in sections {
            blocks += [
                .heading(section.title, level: 3), .paragraph(RichText(section.words)),
                .verbatim(section.example.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n")),
            ]
        }
        blocks += [
            .heading(Text("How a run ends", vi: "Kết thúc một lần chạy"), level: 3),
            .fields(statuses.map { Field(Text(verbatim: $0.0), words: $0.1) }),
        ]
        return Document(blocks)
    }

    /// The parts in order.
    public static let sections = [sentences, tables, values, statements, fronts, scripts, steps]

    private static let sentences = Section(
        title: Text("A line is a sentence", vi: "Mỗi dòng là một câu"),
        words: Text(
            "Command words, then values, then name: value pairs in any order. A bare word is read by what the argument "
                + "expects; text has quotes. A line goes on behind |, a comma or an open bracket. # begins a comment.",
            vi:
                "Từ lệnh, rồi các giá trị, rồi các cặp tên: giá trị theo thứ tự bất kỳ. Từ không có "
                + "nháy được hiểu theo "
                + "tham số; văn bản có nháy. Dòng được nối tiếp sau |, dấu phẩy hoặc ngoặc mở. # mở đầu ghi chú."),
        example: """
            register unit HP-012 "THPT Thái Phiên" kind: thpt opened: 5/9/1960
            log training HP-012 "Lồng ghép giới" on: 2025-03-14 hours: 4 women: 38 men: 12
            """)

    private static let tables = Section(
        title: Text("Tables run through verbs", vi: "Bảng đi qua các động từ"),
        words: Text(
            "Behind | comes a verb: where, keep, drop, rename, add, sort by, first, last, distinct, "
                + "count, group by, join, "
                + "pivot, unpivot, fill; or a command that takes a table: show, save. In a clause a "
                + "bare word is a column, "
                + "text has quotes, $x is a variable.",
            vi:
                "Sau | là một động từ: where, keep, drop, rename, add, sort by, first, last, "
                + "distinct, count, group by, "
                + "join, pivot, unpivot, fill; hoặc lệnh nhận bảng: show, save. Trong mệnh đề, từ "
                + "không có nháy là cột, "
                + "văn bản có nháy, $x là biến."),
        example: """
            list trainings period: 2025 | where hours >= 4 | group by unit with n = count(), women = sum(women)
            list trainings | add share = share(women, people) | sort by share desc | first 5 | show as: csv
            """)

    private static let values = Section(
        title: Text("Values", vi: "Giá trị"),
        words: Text(
            "Text, exact numbers, percent, whole đồng, days, periods (year, half, quarter, month, "
                + "school year), durations, "
                + "yes and no, lists. A comparison with a missing value is false; sums skip it.",
            vi: "Văn bản, số chính xác, phần trăm, đồng, ngày, kỳ (năm, nửa năm, quý, tháng, năm học), thời lượng, "
                + "yes và no, danh sách. So sánh với giá trị thiếu là sai; tổng bỏ qua giá trị thiếu."),
        example: """
            let target = 33.5%
            let cost = 1_250_000 đ
            let month = last month
            log info "{$target} {$cost} {$month}"
            """)

    private static let statements = Section(
        title: Text("Statements", vi: "Câu điều khiển"),
        words: Text(
            "Blocks end with end. let never changes, set $x = … does. What stands in atomic is kept "
                + "together or not at all.",
            vi:
                "Khối kết thúc bằng end. let không đổi, set $x = … thì đổi. Mọi việc trong atomic "
                + "được giữ trọn vẹn hoặc "
                + "không giữ gì."),
        example: """
            def points(part: number, whole: number) -> percent
              return share($part, $whole)
            end
            for row in list trainings | where people > 0 do
              if $row.women > $row.men then
                log info "{$row.unit}: {points($row.women, $row.people)}"
              end
            end
            atomic "two units"
              register unit A-1 "A" kind: th
              register unit A-2 "B" kind: th
            end
            try
              register unit A-1 "again" kind: th
            catch problem
              log warn "{$problem.code}: {$problem.message}"
            end
            expect 1 + 1 = 2 else stop "the world has changed"
            """)

    private static let fronts = Section(
        title: Text("In front of a sentence", vi: "Trước một câu"),
        words: Text(
            "plan tries it out and changes nothing; explain describes it and runs nothing; as-of answers with what was "
                + "recorded by the end of a day, which also counts as today; time measures.",
            vi:
                "plan chạy thử, không thay đổi gì; explain mô tả, không chạy; as-of trả lời theo dữ "
                + "liệu đã ghi đến hết "
                + "một ngày, ngày đó cũng được coi là hôm nay; time đo thời gian."),
        example: """
            plan register unit HP-301 "THCS Chu Văn An" kind: thcs
            explain list trainings period: last month | group by unit with n = count()
            as-of 2025-12-05 list units
            """)

    private static let scripts = Section(
        title: Text("Scripts", vi: "Kịch bản"),
        words: Text(
            "A script begins with its signature; sen FILE.sen --month 2025-11 fills it. sen --help "
                + "lists how scripts run: "
                + "--plan, --explain, --trace, --step, --timeout, --again, --catch-up.",
            vi:
                "Kịch bản mở đầu bằng phần khai báo; sen TỆP.sen --month 2025-11 điền tham số. sen "
                + "--help kể các cách chạy: "
                + "--plan, --explain, --trace, --step, --timeout, --again, --catch-up."),
        example: """
            script digest version 1 "Monthly digest"
              param month: period = last month "Month to report"
            end
            let trainings = list trainings period: $month
            expect count($trainings) > 0 else warn "no trainings in {$month}"
            """)

    private static let steps = Section(
        title: Text("Steps are done once", vi: "Mỗi bước chỉ làm một lần"),
        words: Text(
            "A finished step is remembered together with what it wrote. A run that broke and is "
                + "started again with the same "
                + "arguments skips it and goes on; a run that ends well forgets its steps.",
            vi:
                "Bước đã xong được ghi nhớ cùng với những gì nó đã ghi. Lần chạy bị dở, khi chạy "
                + "lại với cùng tham số, sẽ bỏ "
                + "qua bước đó và làm tiếp; lần chạy kết thúc tốt thì quên các bước."),
        example: """
            script yearly version 1 "Opens the year"
            end
            step "department"
              register unit SGD "Sở" kind: so
            end
            step "school"
              register unit HP-1 "Trường" kind: th
            end
            """)

    private static let statuses: [(String, Text)] = [
        ("0", Text("done", vi: "xong")),
        ("1", Text("refused or failed", vi: "bị từ chối hoặc lỗi")),
        ("2", Text("not understood; nothing ran", vi: "không hiểu; chưa chạy gì")),
        ("3", Text("an expectation failed", vi: "một điều kiện không đạt")),
        (
            "4",
            Text(
                "done in part: finished steps or periods are kept, and the same line goes on behind them",
                vi: "xong một phần: các bước hoặc kỳ đã xong được giữ, chạy lại thì làm tiếp")
        ),
        ("5", Text("another program is writing", vi: "chương trình khác đang ghi")),
        ("6", Text("the database or the disk", vi: "cơ sở dữ liệu hoặc ổ đĩa")),
        ("130", Text("stopped", vi: "bị dừng")),
    ]
}
