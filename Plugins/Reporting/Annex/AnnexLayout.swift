import Values
import Workbooks

/// Where the rows of a form stand on the sheet; those who write and those who read go by it.
struct AnnexLayout {
    let form: AnnexForm
    let lines: [Line]
    private let numbers: [String: Int]

    /// A line below the head.
    enum Line {
        case block(AnnexBlock)
        case row(AnnexRow)
    }

    /// The last row of the head.
    static let headEnd = 6
    /// How many columns there are, and which of them are what.
    static let columns = 8
    static let (total, women, share, before, reason, note) = (2, 3, 4, 5, 6, 7)

    /// The words over the columns.
    static let headings = [
        "TT", "Nội dung", "Tổng số", "Nữ", "Tỷ lệ nữ", "Tỷ lệ nữ năm trước", "Lý do không có số", "Ghi chú",
    ]

    /// How many letters a text may have.
    static let longestText = 4_000

    static let (yes, no) = ("Có", "Không")
    /// The reasons why a cell may have no number, each with the state it stands for.
    static let reasons: [(word: String, state: AnnexReason)] = [
        ("Không áp dụng", .notApplicable), ("Chưa có số liệu", .notReported), ("Không công bố", .withheld),
    ]

    static let advice = """
        Điền các ô màu vàng. Không có ai, không có việc gì thì ghi 0; không có số thì chọn lý do ở cột G. \
        Một người có thể thuộc nhiều nhóm nên không cộng các khối với nhau. Mẫu do đơn vị chủ quản đề xuất, \
        chưa đối chiếu được với mẫu chính thức. Không đổi tên trang, thêm, xóa dòng hay cột.
        """

    init(_ form: AnnexForm) {
        self.form = form
        lines = form.blocks.flatMap { block in [Line.block(block)] + block.rows.map { .row($0) } }
        var numbers: [String: Int] = [:]
        for (place, line) in lines.enumerated() {
            if case .row(let row) = line { numbers[row.code] = AnnexLayout.headEnd + place + 1 }
        }
        self.numbers = numbers
    }

    /// The number of a row on the sheet.
    func number(of code: String) -> Int { numbers[code] ?? 0 }

    func address(_ code: String, _ column: Int) -> String {
        CellAddress(row: number(of: code), column: column).description
    }

    /// The lines of the head that only the stamp tells.
    static func heads(_ form: AnnexForm, _ stamp: AnnexStamp) -> [Int: String] {
        [
            2:
                "\(form.sheet.uppercased()). SỐ LIỆU CÔNG TÁC VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ "
                + "VÀ BÌNH ĐẲNG GIỚI NĂM \(stamp.period)",
            3:
                "Mã đơn vị: \(stamp.unit) – Kỳ báo cáo: \(stamp.period) – Đợt: \(stamp.round) – "
                + "Nơi nhận: \(stamp.office)",
            5: advice,
        ]
    }

    /// What is printed in the locked cells of a sheet: all of it must come back as it was.
    func printed(_ stamp: AnnexStamp) -> [CellAddress: String] {
        var cells: [CellAddress: String] = [:]
        for (row, text) in AnnexLayout.heads(form, stamp) { cells[CellAddress(row: row, column: 0)] = text }
        for (column, text) in AnnexLayout.headings.enumerated() {
            cells[CellAddress(row: AnnexLayout.headEnd, column: column)] = text
        }
        for (place, line) in lines.enumerated() {
            let number = AnnexLayout.headEnd + place + 1
            let (code, name): (String, Text)
            switch line {
            case .block(let block): (code, name) = (block.letter, block.name)
            case .row(let row): (code, name) = (row.code, row.name)
            }
            if !code.isEmpty { cells[CellAddress(row: number, column: 0)] = code }
            cells[CellAddress(row: number, column: 1)] = name.vietnamese
        }
        return cells
    }
}

/// Why a cell has no number.
enum AnnexReason: String {
    case notApplicable = "not-applicable", notReported = "not-reported", withheld
}

extension AnnexRow {
    /// The columns of the cells that are filled in.
    var openColumns: [Int] {
        switch content {
        case .people: [AnnexLayout.total, AnnexLayout.women, AnnexLayout.reason, AnnexLayout.note]
        case .count, .money, .yesNo, .cases: [AnnexLayout.total, AnnexLayout.reason, AnnexLayout.note]
        case .choice, .day, .text: [AnnexLayout.total, AnnexLayout.note]
        case .remark: [AnnexLayout.total]
        case .sum: []
        }
    }

    /// The columns over which the cell of its answer reaches.
    var answerColumns: ClosedRange<Int> {
        switch content {
        case .choice, .text: AnnexLayout.total...AnnexLayout.reason
        case .remark: AnnexLayout.total...AnnexLayout.note
        default: AnnexLayout.total...AnnexLayout.total
        }
    }
}
