import Values

/// Who manages which kind of unit since the two-tier government of 1 July 2025, as a rule of thumb to check by: local
/// decisions may differ, so it never refuses.
enum ManagingRule {
    /// The day from which the rule is held against anything.
    private static let since = Day(iso: "2025-07-01")

    /// What is to be checked when a unit of one kind stands under one of another from a day on; `nil` when nothing is.
    static func reservation(_ code: String, _ kind: UnitKind, under manager: UnitKind, on day: Day) -> Text? {
        guard let since, day >= since, manager == .so || manager == .vhxh else { return nil }
        let usual: UnitKind? =
            switch kind {
            case .mn, .th, .thcs, .ttthcd: .vhxh
            case .thpt, .lc, .cb, .gdtx, .gdnn: .so
            default: nil
            }
        guard let usual, usual != manager else { return nil }
        let (department, commune) = (
            Text("the department", vi: "Sở"), Text("the commune", vi: "UBND cấp xã")
        )
        let (owner, other) = usual == .so ? (department, commune) : (commune, department)
        return Text(
            "Please check \(code): such units usually stand under \(owner.english) since 1 July 2025, this one under"
                + " \(other.english).",
            vi: "Đề nghị kiểm tra \(code): từ 01/7/2025 loại đơn vị này thường thuộc \(owner.vietnamese), ở đây ghi"
                + " thuộc \(other.vietnamese).")
    }
}
