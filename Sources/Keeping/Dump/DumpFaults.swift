import Database
import Diagnostics
import Values

/// Says what is wrong with a dump, and in which line.
struct DumpFaults {
    let path: String

    func callAsFunction(_ line: Int, _ what: Text, notes: [Text] = []) -> Diagnostic {
        Diagnostic(
            .dumpUnreadable,
            Text(
                "‘\(path)’, line \(line): \(what.english)", vi: "‘\(path)’, dòng \(line): \(what.vietnamese)"),
            subject: "from",
            notes: notes + [
                Text("Nothing was kept of it.", vi: "Không có gì trong tệp được lưu vào cơ sở dữ liệu.")
            ])
    }

    /// An error of the database while a line was read, in the place of that line.
    func placed(_ problem: Diagnostic, _ line: Int) -> Diagnostic {
        let ofTheLine: [Diagnostic.Code] = [.databaseRule, .databaseStatement]
        guard ofTheLine.contains(problem.code) else { return problem }
        return self(line, Text("the database refuses it.", vi: "cơ sở dữ liệu không nhận."), notes: problem.notes)
    }

    static let notJSON = Text("this is no line of a dump.", vi: "đây không phải là dòng của tệp xuất toàn bộ.")
    static let head = Text(
        "the file does not begin as ‘export everything’ begins it.",
        vi: "phần đầu tệp không giống tệp do ‘export everything’ ghi.")
    static let newer = Text(
        "a newer Sen wrote this file; install it to read it.",
        vi: "tệp do bản Sen mới hơn ghi; hãy cài bản đó để đọc.")
    static let cut = Text("the file ends too early.", vi: "tệp bị cụt.")
    static let behind = Text("something stands behind the end.", vi: "còn nội dung sau dòng kết thúc.")
    static let count = Text(
        "the count of rows or lines does not agree.", vi: "số dòng không khớp.")
    static let changed = Text(
        "the file was changed: its fingerprint does not agree.", vi: "tệp đã bị sửa: dấu vân tay không khớp.")
    static let journal = Text(
        "the journal in the file does not hold.", vi: "nhật ký trong tệp không nguyên vẹn.")

    static func table(_ name: String) -> Text {
        Text(
            "there is no table ‘\(name)’ with these columns.", vi: "không có bảng ‘\(name)’ với các cột này.")
    }
}

extension Diagnostic.Code {
    /// A file of all lines of a database that cannot be read back.
    static let dumpUnreadable: Self = "dump-unreadable"
    /// A database that holds something already, where an empty one is needed.
    static let databaseNotEmpty: Self = "database-not-empty"
}
