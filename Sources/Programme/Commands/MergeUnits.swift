import Commands
import Diagnostics
import Documents
import Values

/// `merge units` lets several units become one from a day on.
let mergeUnits = Command(
    "merge units",
    Text(
        "Lets units become one from a day on; those that are not it close, and their figures count for it.",
        vi: "Sáp nhập các đơn vị thành một kể từ một ngày; đơn vị cũ đóng, số liệu tính cho đơn vị mới."),
    effect: .writes, run: merge
) {
    Argument<[UnitCode]>("units", Text("The units that merge: [A, B].", vi: "Các đơn vị sáp nhập: [A, B]."))
    Label<SuccessorCode>(
        "into", Text("The unit that they become: one of them, another, or a new one.", vi: "Đơn vị sau sáp nhập."))
    Label<String?>("name", Text("Its name, when it is new or renamed.", vi: "Tên, nếu là đơn vị mới hoặc đổi tên."))
    Label<UnitKind?>("kind", Text("What it is, when that is new.", vi: "Loại, nếu mới hoặc thay đổi."))
    Label<UnitCode?>("under", Text("The unit that manages it, when that is new.", vi: "Đơn vị quản lý, nếu thay đổi."))
    Label<String?>("place", Text("Where it lies, when that is new.", vi: "Địa bàn, nếu thay đổi."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("register unit HP-1 \"THPT Cát Bà\" kind: thpt under: SGD-HP")
    Example("register unit HP-2 \"THPT Cát Hải\" kind: thpt under: SGD-HP")
    Example("merge units [HP-1, HP-2] into: HP-3 name: \"THPT Cát Hải\" on: 2025-09-01 document: \"45/QĐ-UBND\"")
        .prints("merged into HP-3")
    Example("merge units [HP-1, HP-2] into: HP-4 on: 2025-10-01").reports(.successorUnnamed)
    Example("merge units [HP-3] into: HP-3 on: 2025-10-01").reports(.nothingToMerge)
}

private func merge(
    session: Session, sources: [UnitCode], into: SuccessorCode, name: String?, kind: UnitKind?, under: UnitCode?,
    place: String?, on day: Day, document: String?
) throws -> Document {
    try session.requireDecided(day)
    let units = Units(session)
    let codes = sources.map(\.code).filter { $0 != into.code }
    guard !codes.isEmpty, Set(codes).count == codes.count else { throw Diagnostic.nothingToMerge }
    let ids = try codes.map { try units.id(of: UnitCode(code: $0)) }
    let manager = try under.map { try units.id(of: $0) }
    let changes = UnitChanges(session)
    let reorganisation = Reorganisation(changes, on: day, document: document)
    let target: Int64
    if let id = try units.id(of: into.code) {
        target = id
        try changes.adapt(id, on: day, document: document) { state in
            state.name = name ?? state.name
            state.kind = kind ?? state.kind
            state.manager = manager ?? state.manager
            state.place = place ?? state.place
        }
    } else {
        guard let name else { throw Diagnostic.successorUnnamed(into.code) }
        try requireWords(name, "name")
        guard var state = try ids.compactMap({ try changes.histories.versions(of: $0).nearest(to: day)?.state }).first
        else { throw Diagnostic.nothingToMerge }
        state = UnitState(name: name, kind: kind ?? state.kind, manager: manager ?? state.manager, place: place)
        target = try reorganisation.open(into.code, state)
    }
    try reorganisation.merge(ids, into: target)
    let list = codes.joined(separator: ", ")
    let answer = Document.done(
        Text(
            "\(list) merged into \(into.code) on \(day).", vi: "Đã sáp nhập \(list) vào \(into.code) từ ngày \(day)."))
    return try answer.reserving([target], on: day, changes.histories)
}

extension UnitChanges {
    /// Changes a unit from a day on, unless it is so already.
    func adapt(_ unit: Int64, on day: Day, document: String?, _ edit: (inout UnitState) -> Void) throws {
        let versions = try histories.versions(of: unit)
        guard let place = versions.index(on: day) else { throw try notOpen(unit, day, "into") }
        var state = versions[place].state
        edit(&state)
        guard state != versions[place].state else { return }
        try change(unit, on: day, document: document, edit)
    }
}

extension Diagnostic {
    fileprivate static let nothingToMerge = Diagnostic(
        .nothingToMerge,
        Text(
            "Name the units that merge, each once, besides the one that they become.",
            vi: "Hãy ghi các đơn vị sáp nhập, mỗi đơn vị một lần, ngoài đơn vị sau sáp nhập."),
        subject: "units")

    static func successorUnnamed(_ code: String) -> Diagnostic {
        Diagnostic(
            .successorUnnamed,
            Text(
                "There is no unit ‘\(code)’; to open it, give its name.",
                vi: "Chưa có đơn vị ‘\(code)’; để mở đơn vị này, hãy ghi tên."),
            subject: "into")
    }
}

extension Diagnostic.Code {
    /// A merger of nothing.
    static let nothingToMerge: Self = "nothing-to-merge"
    /// A successor that is not in the register and has no name.
    static let successorUnnamed: Self = "successor-unnamed"
}
