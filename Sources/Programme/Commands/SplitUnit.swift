import Commands
import Diagnostics
import Documents
import Values

/// `split unit` lets a unit become several from a day on.
let splitUnit = Command(
    "split unit",
    Text(
        "Lets a unit become several from a day on; it closes unless it is one of them.",
        vi: "Chia, tách đơn vị kể từ một ngày; đơn vị cũ đóng nếu không nằm trong các đơn vị mới."),
    effect: .writes, run: split
) {
    Argument<UnitCode>("unit", Text("The unit that splits.", vi: "Đơn vị bị chia, tách."))
    Label<[SuccessorCode]>("into", Text("What it becomes: [A, B].", vi: "Các đơn vị sau khi tách: [A, B]."))
    Label<[String]?>(
        "names",
        Text("The names of those that are new, in their order.", vi: "Tên các đơn vị mới, theo đúng thứ tự."))
    Label<[Number]?>(
        "shares",
        Text(
            "The share of each, in order, as weights: [3, 2], or [0.6, 0.4]. Left out when nobody knows.",
            vi: "Tỷ lệ của từng đơn vị theo thứ tự: [3, 2] hoặc [0.6, 0.4]. Bỏ trống nếu không xác định được."))
    ChangeParameters.on
    ChangeParameters.document
} examples: {
    Example("register unit TH-1 \"TH&THCS Hòa Bình\" kind: thcs under: NGO-QUYEN")
    Example(
        "split unit TH-1 into: [TH-2, TH-3] names: [\"TH Hòa Bình\", \"THCS Hòa Bình\"] shares: [3, 2] on: 2025-08-01"
    ).prints("TH-2 3/5, TH-3 2/5")
    Example("split unit TH-2 into: [TH-4, TH-5] on: 2025-09-01").reports(.successorUnnamed)
    Example("split unit TH-2 into: [TH-3] on: 2025-09-01").reports(.tooFewSuccessors)
    Example("split unit TH-2 into: [TH-2, TH-3] shares: [0.5, 0.4] on: 2025-09-01").reports(.sharesNotWhole)
}

private func split(
    session: Session, unit: UnitCode, into: [SuccessorCode], names: [String]?, shares weights: [Number]?, on day: Day,
    document: String?
) throws -> Document {
    try session.requireDecided(day)
    let units = Units(session)
    let source = try units.id(of: unit)
    guard into.count > 1, Set(into).count == into.count else { throw Diagnostic.tooFewSuccessors }
    let shares = try weights.map { try Share.stated($0, count: into.count) }
    let changes = UnitChanges(session)
    guard let state = try changes.histories.versions(of: source).nearest(to: day)?.state else {
        throw try changes.notOpen(source, day)
    }
    let reorganisation = Reorganisation(changes, on: day, document: document)
    var left = (names ?? [])[...]
    var targets: [Int64] = []
    for code in into.map(\.code) {
        if let id = try units.id(of: code) {
            targets.append(id)
        } else {
            guard let name = left.popFirst() else { throw Diagnostic.successorUnnamed(code) }
            try requireWords(name, "names")
            var new = state
            new.name = name
            targets.append(try reorganisation.open(code, new))
        }
    }
    if let spare = left.first { throw Diagnostic.nameLeft(spare) }
    try reorganisation.split(source, into: targets, shares: shares)
    let parts = into.enumerated().map { place, code in
        shares.map { "\(code.code) \($0[place].words)" } ?? code.code
    }.joined(separator: ", ")
    var answer = Document.done(
        Text("\(unit.code) split on \(day): \(parts).", vi: "Đã chia tách \(unit.code) từ ngày \(day): \(parts)."))
    if shares == nil { answer.blocks.append(.reservation(Share.unknown)) }
    return try answer.reserving(targets, on: day, changes.histories)
}

extension Share {
    /// What unknown shares mean for what was counted before.
    static let unknown = Text(
        "The shares are not known: figures before the day are not comparable with those after it.",
        vi: "Không rõ tỷ lệ: số liệu trước và sau ngày này không so sánh được.")

    /// The shares behind `shares:`; refused where they are not one for each unit, or decimals that do not make one.
    static func stated(_ weights: [Number], count: Int) throws -> [Share] {
        guard weights.count == count else {
            throw sharesNotWhole(
                Text(
                    "\(weights.count) shares for \(count) units.",
                    vi: "Có \(weights.count) tỷ lệ cho \(count) đơn vị."))
        }
        guard let sum = Number.sum(weights), let shares = Share.of(weights) else {
            throw sharesNotWhole(Text("Every share is above 0.", vi: "Mỗi tỷ lệ phải lớn hơn 0."))
        }
        if weights.contains(where: { $0.decimals > 0 }), sum != .one {
            throw sharesNotWhole(
                Text("The shares make \(sum), not 1.", vi: "Tổng các tỷ lệ là \(sum), không phải 1."))
        }
        return shares
    }

    private static func sharesNotWhole(_ why: Text) -> Diagnostic {
        Diagnostic(
            .sharesNotWhole, why, subject: "shares",
            notes: [
                Text(
                    "Write whole weights, such as the numbers of pupils: shares: [320, 180].",
                    vi: "Có thể ghi số nguyên làm tỷ trọng, như số học sinh: shares: [320, 180].")
            ])
    }
}

extension Diagnostic {
    fileprivate static let tooFewSuccessors = Diagnostic(
        .tooFewSuccessors,
        Text("A unit splits into two or more, each named once.", vi: "Phải tách thành ít nhất hai đơn vị khác nhau."),
        subject: "into")

    fileprivate static func nameLeft(_ name: String) -> Diagnostic {
        Diagnostic(
            .nameLeft,
            Text(
                "‘\(name)’ is the name of no new unit.", vi: "Không có đơn vị mới nào để mang tên ‘\(name)’."),
            subject: "names",
            notes: [
                Text(
                    "Names are for those units behind ‘into:’ that the register does not have.",
                    vi: "Chỉ ghi tên cho các đơn vị trong ‘into:’ chưa có trong sổ.")
            ])
    }
}

extension Diagnostic.Code {
    /// A split into fewer than two units.
    static let tooFewSuccessors: Self = "too-few-successors"
    /// Shares that do not make a whole.
    static let sharesNotWhole: Self = "shares-not-whole"
    /// A name for which there is no new unit.
    static let nameLeft: Self = "name-left"
}
