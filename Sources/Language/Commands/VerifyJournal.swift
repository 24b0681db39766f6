import Commands
import Diagnostics
import Documents
import Journal
import Values

/// `verify journal` proves that no entry was changed, removed, moved or put in.
let verifyJournal = Command(
    "verify journal",
    Text(
        "Proves that no entry of the journal was changed, removed, moved or put in.",
        vi: "Kiểm chứng nhật ký: không mục nào bị sửa, xoá, đổi chỗ hay chèn thêm."),
    effect: .reads, run: verify
) {
} examples: {
    Example("verify journal").prints("The journal holds")
    Example("verify journal now: yes").reports(.unknownArgument)
}

private func verify(session: Session) throws -> Document {
    switch try session.journal.verify() {
    case .intact(let entries, let last):
        return .done(
            Text(
                "The journal holds: \(entries) entries, last \(last).",
                vi: "Nhật ký nguyên vẹn: \(entries) mục, mục cuối \(last)."))
    case .broken(let entry):
        throw Diagnostic(
            .journalBroken, entry.message,
            notes: [
                Text(
                    "Entries before it hold. Compare with a copy of the database.",
                    vi: "Các mục trước đó còn nguyên. Hãy đối chiếu với bản sao cơ sở dữ liệu.")
            ])
    }
}

extension Diagnostic.Code {
    /// A journal that was changed behind Sen's back.
    static let journalBroken: Self = "journal-broken"
}
