import Commands
import Diagnostics
import Tables
public import Values

extension ValueType {
    /// Reads what stands behind `--name` on the command line.
    public func read(_ text: String, today: Day, name: String) throws -> Value {
        let text = text.composed
        let value: Value? =
            switch self {
            case .text, .path, .code, .newCode: .text(text)
            case .choice(let choices): choices.contains(text) ? .text(text) : nil
            case .number: Number(text).map { .number($0) }
            case .date: (Day(iso: text) ?? Day(dayFirst: text)).map { .date($0) }
            case .period: (Period(text) ?? Period.relative(text, today: today)).map { .period($0) }
            case .yesNo: text == "yes" ? .yesNo(true) : text == "no" ? .yesNo(false) : nil
            case .percent:
                text.hasSuffix("%")
                    ? Number(text.dropLast()).flatMap { $0.divided(by: 100) }.map { .percent($0) } : nil
            case .money: Number(text).flatMap(\.whole).map { .money($0) }
            default: nil
            }
        guard let value else {
            throw Diagnostic(
                .wrongType,
                Text(
                    "‘\(name)’ expects a \(self.name), not ‘\(text)’.",
                    vi: "‘\(name)’ cần kiểu \(self.name), không phải ‘\(text)’."),
                notes: hints)
        }
        return value
    }
}

extension Period {
    /// Reads `last month`, `this year` and the like.
    static func relative(_ text: String, today: Day) -> Period? {
        let words = text.split(separator: " ")
        guard words.count == 2, let kind = Kind(rawValue: String(words[1])),
            let step = ["last": -1, "this": 0, "next": 1][words[0]]
        else { return nil }
        return Period(kind, containing: today).advanced(by: step)
    }
}
