import Values

/// What the text of a cell is as a value of a type; the words of a file, which are those of spreadsheets.
enum CellValue {
    /// Reads a text without blanks at its ends that is not empty; `nil` when it is none of the type.
    static func read(_ text: String, as type: ValueType) -> Value? {
        switch type {
        case .number: Number(text).map { .number($0) }
        case .percent: percent(text)
        case .money: money(text)
        case .date: (Day(iso: text) ?? Day(dayFirst: text)).map { .date($0) }
        case .period: Period(text).map { .period($0) }
        case .yesNo: yesNo(text).map { .yesNo($0) }
        case .time: time(text).map { .time($0) }
        case .choice(let choices): choices.contains(text) ? .text(text) : nil
        case .text, .path, .code, .newCode: .text(text)
        case .list, .record, .table, .anyTable, .nothing: nil
        }
    }

    /// Yes or no by its word in either language.
    static func yesNo(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "yes", "có": true
        case "no", "không": false
        default: nil
        }
    }

    /// A share in percent points, with its sign or without: `33.5%`, `33.5`.
    private static func percent(_ text: String) -> Value? {
        let points = text.hasSuffix("%") ? withoutBlanksBehind(text.dropLast()) : text[...]
        guard let number = Number(points) else { return nil }
        return Number(mantissa: Int128(number.mantissa), decimals: Int(number.decimals) + 2).map { .percent($0) }
    }

    /// Whole đồng, with or without the sign and the marks between groups of three: `1250000`, `1.250.000 đ`.
    private static func money(_ text: String) -> Value? {
        var amount = text[...]
        if let sign = ["đ", "₫", "VND", "VNĐ"].first(where: amount.hasSuffix) {
            amount = withoutBlanksBehind(amount.dropLast(sign.count))
        }
        let negative = amount.hasPrefix("-")
        let groups = (negative ? amount.dropFirst() : amount).split(
            omittingEmptySubsequences: false, whereSeparator: { $0 == "." || $0 == "," })
        let marks = Set(amount.filter { $0 == "." || $0 == "," })
        guard marks.count <= 1, groups.count == 1 || (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 }),
            let number = Number((negative ? "-" : "") + groups.joined()), let whole = number.whole
        else { return nil }
        return .money(whole)
    }

    private static func time(_ text: String) -> TimeAmount? {
        for unit in TimeAmount.Unit.allCases where text.hasSuffix(unit.rawValue) {
            let amount = withoutBlanksBehind(text.dropLast(unit.rawValue.count))
            if let number = Number(amount) { return TimeAmount(number, unit) }
        }
        return nil
    }

    private static func withoutBlanksBehind(_ text: Substring) -> Substring {
        var text = text
        while text.last == " " { text.removeLast() }
        return text
    }
}
