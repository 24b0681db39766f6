import Commands
import Tables
import Values

/// Something that happened to a unit on a day, told by the versions on both sides of the day and by the successions.
struct UnitChange: Hashable {
    /// What happened.
    enum Kind: String, ChoiceType {
        case opened, renamed, retyped, moved, relocated, closed, reopened, merged, split

        static let listName = "unit change"

        var meaning: Text {
            switch self {
            case .opened: Text("opened", vi: "thành lập")
            case .renamed: Text("given another name", vi: "đổi tên")
            case .retyped: Text("made a unit of another kind", vi: "đổi loại")
            case .moved: Text("put under another unit", vi: "chuyển đơn vị quản lý")
            case .relocated: Text("placed elsewhere", vi: "đổi địa bàn")
            case .closed: Text("closed", vi: "ngừng hoạt động")
            case .reopened: Text("opened again", vi: "hoạt động trở lại")
            case .merged: Text("merged into another unit", vi: "sáp nhập vào đơn vị khác")
            case .split: Text("split into other units", vi: "chia, tách")
            }
        }
    }

    let day: Day
    let unit: String
    let kind: Kind
    let before: String?
    let after: String?
    /// The share that passes to another unit.
    let share: String?
    let document: String?

    static let columns = Schema([
        ColumnInfo("on", .date, Text("On", vi: "Ngày")),
        ColumnInfo("unit", .code("unit"), Text("Unit", vi: "Đơn vị")),
        ColumnInfo("change", Kind.type, Text("Change", vi: "Thay đổi")),
        ColumnInfo("before", .text, Text("Before", vi: "Trước")),
        ColumnInfo("after", .text, Text("After", vi: "Sau")),
        ColumnInfo("share", .text, Text("Share", vi: "Tỷ lệ")),
        ColumnInfo("document", .text, Text("Document", vi: "Văn bản")),
    ])

    /// The change as a row.
    var cells: [Value] {
        [.date(day), .text(unit), kind.value, before.value, after.value, share.value, document.value]
    }

    /// All changes, by day and then unit.
    static func all(_ session: Session) throws -> [UnitChange] {
        let histories = UnitHistories(session)
        try histories.readAll()
        return try all(histories, histories.all.keys, UnitSuccession.all(session))
    }

    /// The changes of some units.
    static func all(
        _ histories: UnitHistories, _ units: some Sequence<Int64>, _ successions: [UnitSuccession]
    ) throws -> [UnitChange] {
        var found: [UnitChange] = []
        let followed = Set(successions.map { Followed(unit: $0.source, day: $0.day) })
        for unit in units {
            found += try changes(of: unit, histories, followed)
        }
        for succession in successions {
            found.append(try change(succession, histories))
        }
        return found.enumerated().sorted {
            ($0.element.day, $0.element.unit, $0.offset) < ($1.element.day, $1.element.unit, $1.offset)
        }.map(\.element)
    }

    /// A unit that another one follows from a day on, so that its end is told by that.
    private struct Followed: Hashable {
        let unit: Int64
        let day: Day
    }

    private static func changes(
        of unit: Int64, _ histories: UnitHistories, _ followed: Set<Followed>
    ) throws -> [UnitChange] {
        let code = try histories.code(of: unit)
        var found: [UnitChange] = []
        var earlier: UnitVersion?
        for version in try histories.versions(of: unit) {
            if let day = version.since {
                if let earlier, earlier.until == day {
                    for part in earlier.state.differences(to: version.state) {
                        found.append(
                            UnitChange(
                                day: day, unit: code, kind: part.change, before: try histories.words(part, earlier),
                                after: try histories.words(part, version), share: nil, document: version.document))
                    }
                } else {
                    found.append(
                        UnitChange(
                            day: day, unit: code, kind: earlier == nil ? .opened : .reopened, before: nil,
                            after: version.state.name, share: nil, document: version.document))
                }
            }
            earlier = version
        }
        for (place, version) in try histories.versions(of: unit).enumerated() {
            let versions = try histories.versions(of: unit)
            guard let day = version.until, place + 1 == versions.count || versions[place + 1].since != day,
                !followed.contains(Followed(unit: unit, day: day))
            else { continue }
            found.append(
                UnitChange(
                    day: day, unit: code, kind: .closed, before: version.state.name, after: nil, share: nil,
                    document: version.ending))
        }
        return found
    }

    private static func change(_ succession: UnitSuccession, _ histories: UnitHistories) throws -> UnitChange {
        UnitChange(
            day: succession.day, unit: try histories.code(of: succession.source),
            kind: succession.kind == .merge ? .merged : .split,
            before: try histories.versions(of: succession.source).nearest(to: succession.day.adding(days: -1))?
                .state.name,
            after: try histories.code(of: succession.target),
            share: succession.kind == .merge ? nil : succession.share?.words ?? "?", document: succession.document)
    }
}

extension UnitState.Part {
    /// What a change of the part is called.
    fileprivate var change: UnitChange.Kind {
        switch self {
        case .name: .renamed
        case .kind: .retyped
        case .manager: .moved
        case .place: .relocated
        }
    }
}

extension UnitHistories {
    /// A part of a version in words.
    fileprivate func words(_ part: UnitState.Part, _ version: UnitVersion) throws -> String? {
        switch part {
        case .name: version.state.name
        case .kind: version.state.kind.rawValue
        case .manager: try version.state.manager.map { try code(of: $0) }
        case .place: version.state.place
        }
    }
}
