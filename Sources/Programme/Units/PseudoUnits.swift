import Values

/// Names that stand in lists of schools and are no institutions: where candidates of an examination are filed who
/// belong to none, and codes that a school no longer uses.
enum PseudoUnits {
    /// What is said of such a name; `nil` for the name of an institution.
    static func refusal(of name: String) -> Text? {
        let words = name.folded
        if let phrase = phrases.first(where: { words.hasPrefix($0.beginning) }) { return phrase.why }
        guard let mark = words.range(ofText: "(truoc ") else { return nil }
        let day = words[mark.upperBound...].prefix { $0 != ")" }
        return Text(
            "A code that was in use before \(day) only; the school has a newer one.",
            vi: "Mã chỉ dùng trước \(day); trường đã có mã mới.")
    }

    private static let noInstitution = Text(
        "Not an institution: a heading under which examination candidates are filed.",
        vi: "Không phải cơ sở giáo dục: đây là nhóm thí sinh, không phải đơn vị.")

    private static let phrases: [(beginning: String, why: Text)] = [
        "hoc o nuoc ngoai", "quan nhan", "cong an, quan nhan", "cong an tai ngu", "thi sinh tu do", "bo doi, cong an",
    ].map { ($0, noInstitution) }
}

extension String {
    /// Where a text first stands inside this one, or `nil`.
    fileprivate func range(ofText text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            formIndex(after: &start)
        }
        return nil
    }
}
