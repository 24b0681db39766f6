import Commands
import Documents
import Values

/// `note case reading` writes down that a case was opened.
let noteCaseReading = Command(
    "note case reading",
    Text(
        "Notes that a case was opened; internal, the journal tells who and when.",
        vi: "Ghi nhận việc mở một vụ việc; lệnh nội bộ, nhật ký cho biết ai và khi nào."),
    effect: .writes, isLasting: true, run: note
) {
    Argument<CaseCode>("case", Text("The case.", vi: "Vụ việc."))
} examples: {
    Example("note case reading \(ExampleCase.code)").prints("Noted")
    Example("note case reading C-999999").reports(.unknownCode)
}

private func note(session: Session, code: CaseCode) throws -> Document {
    try CaseRegister(session).noteReading(of: code)
    return .done(Text("Noted that \(code.code) was opened.", vi: "Đã ghi nhận việc mở \(code.code)."))
}
