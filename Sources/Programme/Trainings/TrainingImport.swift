import Commands
import Database
import Diagnostics
import Documents
import Values

/// Takes trainings from a sheet, row by row. A training of the same unit, day and topic is the same training.
struct TrainingImport {
    /// The columns of the sheet; what `list trainings` saves can be taken in again.
    static let columns = [
        ImportColumn("training", ["code", "mã", "mã lớp"]),
        ImportColumn("unit", ["đơn vị", "mã đơn vị", "tên đơn vị", "đơn vị tổ chức", "trường"], required: true),
        ImportColumn("place", ["địa bàn", "quận/huyện", "huyện", "quận", "xã/phường", "xã", "phường"]),
        ImportColumn("topic", ["nội dung", "nội dung tập huấn", "chủ đề"], required: true),
        ImportColumn("day", ["on", "date", "ngày", "ngày tổ chức", "thời gian"], required: true),
        ImportColumn("hours", ["số giờ", "giờ"], .number, required: true),
        ImportColumn("women", ["nữ", "số nữ", "số nữ tham dự"], .number),
        ImportColumn("men", ["nam", "số nam", "số nam tham dự"], .number),
        ImportColumn("people", ["total", "tổng số", "số người", "số người tham dự"], .number),
        ImportColumn("audience", ["đối tượng"]),
        ImportColumn("trainers", ["số báo cáo viên", "báo cáo viên"], .number),
        ImportColumn("cost", ["kinh phí", "kinh phí (đồng)"], .money),
    ]

    private let session: Session
    private let sheet: SheetImport
    private let reader: TrainingReader

    init(_ session: Session, _ sheet: SheetImport) throws {
        self.session = session
        self.sheet = sheet
        let known = try KnownTrainings(session, more: sheet.sheet.rowCount)
        reader = TrainingReader(sheet, known, today: session.today, entry: session.entry)
    }

    /// Takes all rows: they are read and checked while those before them are inserted. A row that differs from another
    /// of its unit, day and topic is looked at when all others are in their places.
    func run() throws -> Document {
        let insert = { values in try self.insert(values) }
        var tally = try session.database.filling(TrainingRow.table, rows: sheet.sheet.rowCount) {
            defer { reader.forgetTwins() }
            return try sheet.read(["unit", "topic", "day"], rows: 16_384, reader.take, keep: insert)
        }
        tally.settle(try reader.doubtful.map(decide))
        return try tally.document()
    }

    private func insert(_ values: [SQLValue]) throws {
        let width = TrainingRow.width
        try session.database.insert(into: TrainingRow.columns, width: width, count: values.count / width) {
            row, cells in
            for place in 0..<width { cells[place] = values[row * width + place] }
        }
    }

    /// What becomes of a row whose unit, day and topic the list seems to have with other details.
    private func decide(_ training: TrainingRow) throws -> Result<ImportOutcome, ImportConflict> {
        let twin = try session.database.first(
            """
            SELECT code, hours, women, men, audience, trainers, cost, recorded, cell FROM training
            WHERE unit = \(training.unit.id) AND day = \(training.day) AND topic = \(training.topic)
              AND \(session.visible())
            """)
        guard let twin else {
            do {
                var values: [SQLValue] = []
                try reader.settle(training, &values)
                try insert(values)
                return .success(.stored)
            } catch let conflict as ImportConflict {
                return .failure(conflict)
            }
        }
        let code = try twin.text(0)
        let isSame =
            try twin.value(1) == training.hours && twin.value(2) == training.women && twin.value(3) == training.men
            && twin.value(4, as: Audience?.self) == training.audience && twin.value(5) == training.trainers
            && twin.value(6) == training.cost && (training.given ?? code) == code
        guard isSame else { return .failure(.twin(code, training.unit.code)) }
        guard try twin.value(7) == session.entry, let cell = try twin.value(8, as: String?.self) else {
            return .success(.unchanged)
        }
        return .success(.duplicate(of: Int(String(cell.reversed().prefix { $0.isNumber }.reversed())) ?? 0))
    }
}

extension ImportConflict {
    fileprivate static func twin(_ code: String, _ unit: String) -> ImportConflict {
        ImportConflict(
            Text(
                "\(code) is a training of \(unit) on this topic and day, with other details.",
                vi: "\(code) là lớp tập huấn của \(unit) cùng nội dung, cùng ngày, thông tin khác."),
            proposal: Text(
                "If it was held twice that day, say so in the topic: … (afternoon).",
                vi: "Nếu trong ngày có hai lớp, ghi rõ trong nội dung: … (buổi chiều)."))
    }
}
