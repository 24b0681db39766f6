import Commands
import Diagnostics
import Values

/// Holds a norm against the circular: paragraph 7 names a role, whose range the norm must keep; no other amount is
/// judged or changed.
func requireRole(_ role: SeminarRole?, _ category: CostCategory, _ norm: Money) throws {
    guard category == .k7 else {
        guard let role else { return }
        throw Diagnostic(
            .roleWithoutSeminar,
            Text(
                "‘role: \(role.rawValue)’ belongs to k7, not to \(category.rawValue).",
                vi: "‘role: \(role.rawValue)’ chỉ dùng cho k7, không dùng cho \(category.rawValue)."),
            subject: "role",
            notes: [Text("Leave ‘role:’ out, or give ‘category: k7’.", vi: "Bỏ ‘role:’ hoặc ghi ‘category: k7’.")])
    }
    guard let role else {
        let roles = SeminarRole.allCases.map(\.rawValue).joined(separator: ", ")
        throw Diagnostic(
            .roleNeeded,
            Text(
                "k7 has a norm for each role; say whose it is.",
                vi: "Khoản 7 có định mức theo vai trò; hãy ghi rõ vai trò."),
            subject: "category",
            notes: [Text("Add ‘role:’, one of: \(roles).", vi: "Thêm ‘role:’, một trong: \(roles).")])
    }
    guard let range = role.norm, !range.contains(norm.dong) else { return }
    throw Diagnostic(
        .normOutOfRange,
        Text(
            "\(norm.dong.english) is not the norm for ‘\(role.rawValue)’: \(role.normInWords.english).",
            vi: "\(norm.dong.vietnamese) không đúng định mức cho ‘\(role.rawValue)’: \(role.normInWords.vietnamese)."),
        subject: "norm",
        notes: [
            Text(verbatim: "\(CostCategory.k7.reference)."),
            Circular191.standing.map { $0 + "." },
        ],
        replacement: "\(min(max(norm.dong, range.lowerBound), range.upperBound)) đ")
}

extension SeminarRole {
    /// The norm as readers see it: `200.000 đ đến 300.000 đ mỗi báo cáo`.
    var normInWords: Text {
        guard let norm else { return Text("by the rules on conferences", vi: "theo chế độ hội nghị") }
        let each =
            self == .speaker
            ? Text(" a report", vi: " mỗi báo cáo") : Text(" a person and session", vi: " mỗi người, mỗi buổi")
        guard norm.lowerBound < norm.upperBound else {
            return Text(norm.lowerBound.english, vi: norm.lowerBound.vietnamese) + each
        }
        return Text(
            "\(norm.lowerBound.english) to \(norm.upperBound.english)",
            vi: "từ \(norm.lowerBound.vietnamese) đến \(norm.upperBound.vietnamese)") + each
    }
}

extension Diagnostic.Code {
    /// A seminar's cost without saying who is paid.
    static let roleNeeded: Self = "role-needed"
    /// A role at a seminar for a cost of another category.
    static let roleWithoutSeminar: Self = "role-without-seminar"
    /// A norm outside the range of the circular.
    static let normOutOfRange: Self = "norm-out-of-range"
}
