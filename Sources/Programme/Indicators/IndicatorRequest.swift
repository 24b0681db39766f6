import Commands
import Diagnostics
import Values

/// What of indicators is asked for: over which units, and how the results are divided.
struct IndicatorRequest {
    /// The unit below which everything counts; `nil` for the whole register.
    var top: UnitCode?
    /// The kinds of units that count; `nil` for all.
    var kinds: Set<UnitKind>?
    /// How the results are divided.
    var division: IndicatorComputation.Division
    /// The kinds of units that get a result of their own, where results go by the tree; `nil` for all.
    var heads: Set<UnitKind>?

    /// The kinds of units at the head of a branch, a bit for each.
    var headKinds: UInt32 { heads.map { UnitKind.bits($0) } ?? .max }

    /// The same for units of some kinds, each together with all below it.
    func at(_ kinds: [UnitKind]?) throws -> IndicatorRequest {
        guard let kinds else { return self }
        guard division == .total || division == .tree else { throw Diagnostic.headsOutsideTree() }
        var request = self
        (request.division, request.heads) = (.tree, Set(kinds))
        return request
    }

    /// The label under which commands take the kinds.
    static let at = Label<[UnitKind]?>(
        "at",
        Text(
            "One result for each unit of these kinds, together with all below it.",
            vi: "Một kết quả cho từng đơn vị thuộc những loại này, gộp cả các đơn vị trực thuộc."))
}

extension Diagnostic {
    fileprivate static func headsOutsideTree() -> Diagnostic {
        Diagnostic(
            .headsOutsideTree,
            Text(
                "‘at’ names units of the tree and cannot stand beside another ‘by’.",
                vi: "‘at’ chọn đơn vị trong cây quản lý nên không dùng chung với cách chia khác ở ‘by’."),
            subject: "at", notes: [Text("Leave ‘by’ out, or say ‘by: tree’.", vi: "Hãy bỏ ‘by’ hoặc ghi ‘by: tree’.")])
    }
}

extension Diagnostic.Code {
    /// Units at whose head results are asked for, where results do not go by the tree.
    static let headsOutsideTree: Self = "heads-outside-tree"
}
