import Commands
import Diagnostics
import Documents
import Values

/// `change unit` changes the kind or the place of a unit from a day on.
let changeUnit = Command(
    "change unit",
    Text(
        "Changes what a unit is or where it lies from a day on.",
        vi: "Đổi loại hoặc địa bàn của đơn vị kể từ một ngày."),
    effect: .writes, run: change
) {
    Argument<UnitCode>("unit", Text("The unit.", vi: "Đơn vị."))
    Label<UnitKind?>("kind", Text("What it is then.", vi: "Loại đơn vị mới."))
    Label<String?>("place", Text("Where it lies then: the commune.", vi: "Địa bàn mới: xã, phường."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("register unit TT-01 \"Trung tâm Hướng nghiệp\" kind: tt under: SGD-HP place: \"Phường Lê Chân\"")
    Example("change unit TT-01 kind: gdtx on: 2025-07-01").prints("continuing education centre")
    Example("change unit TT-01 on: 2025-07-01").reports(.nothingToChange)
}

private func change(
    session: Session, unit: UnitCode, kind: UnitKind?, place: String?, on day: Day, document: String?
) throws -> Document {
    guard kind != nil || place != nil else {
        throw Diagnostic(
            .nothingToChange,
            Text("Say what changes: ‘kind:’ or ‘place:’.", vi: "Hãy ghi nội dung thay đổi: ‘kind:’ hoặc ‘place:’."),
            subject: "unit",
            notes: [
                Text(
                    "A name changes with ‘rename unit’, a manager with ‘move unit’.",
                    vi: "Đổi tên bằng ‘rename unit’, đổi đơn vị quản lý bằng ‘move unit’.")
            ])
    }
    if let place { try requireWords(place, "place") }
    try session.requireDecided(day)
    let id = try Units(session).id(of: unit)
    let changes = UnitChanges(session)
    try changes.change(id, on: day, document: document) { state in
        state.kind = kind ?? state.kind
        state.place = place ?? state.place
    }
    let what = [kind?.meaning, place.map { Text("lies in \($0)", vi: "thuộc địa bàn \($0)") }].compactMap { $0 }
    let answer = Document.done(
        Text(
            "\(unit.code) from \(day) on: \(what.map(\.english).joined(separator: "; ")).",
            vi: "\(unit.code) từ ngày \(day): \(what.map(\.vietnamese).joined(separator: "; "))."))
    return try answer.reserving([id], on: day, changes.histories)
}

extension Diagnostic.Code {
    /// A change that does not say what.
    static let nothingToChange: Self = "nothing-to-change"
}
