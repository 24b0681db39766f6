import Commands
import Diagnostics
import Documents
import Language
import Values

/// `check database` looks through the whole database and tells every fault with what to do about it.
let checkDatabase = Command(
    "check database",
    Text(
        "Looks through the whole database: storage, journal, rows, references.",
        vi: "Kiểm tra toàn bộ cơ sở dữ liệu: lưu trữ, nhật ký, dòng dữ liệu, tham chiếu."),
    effect: .reads, run: check
) {
} examples: {
    Example("check database").prints("The database is sound")
    Example("check database again: yes").reports(.unknownArgument)
}

private func check(session: Session) throws -> Document {
    let parts = try DatabaseCheck(session.database, in: session).parts()
    let faults = parts.flatMap(\.faults)
    guard faults.isEmpty else {
        let sound = parts.filter(\.faults.isEmpty)
        let english = sound.map(\.name.english).joined(separator: ", ")
        let vietnamese = sound.map(\.name.vietnamese).joined(separator: ", ")
        let summary = Diagnostic(
            .databaseFaulty,
            Text(
                "The database has \(faults.count == 1 ? "a fault" : "\(faults.count) faults").",
                vi: "Cơ sở dữ liệu có \(faults.count) lỗi."),
            notes: sound.isEmpty ? [] : [Text("Sound: \(english).", vi: "Không có lỗi: \(vietnamese).")])
        throw Diagnostics(faults + [summary])
    }
    return Document([
        .fields(parts.map { Field($0.name, words: $0.extent) }),
        .message(RichText(Text("The database is sound.", vi: "Cơ sở dữ liệu không có lỗi."), .success), remark: nil),
    ])
}
