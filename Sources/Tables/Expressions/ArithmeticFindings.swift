public import Diagnostics
import Values

extension Diagnostic.Code {
    /// A result that has more digits than an exact number can hold, or a date outside the years 1 to 9999.
    public static let numberOverflow: Self = "number-overflow"
    /// A duration that cannot be used here.
    public static let wrongDuration: Self = "wrong-duration"
}

extension Diagnostic {
    static let overflow = Diagnostic(
        .numberOverflow,
        Text("The result is too large to be exact.", vi: "Kết quả quá lớn, không thể tính chính xác."),
        notes: [Text("Numbers have at most 18 digits.", vi: "Số có tối đa 18 chữ số.")])

    static let outsideCalendar = Diagnostic(
        .numberOverflow,
        Text("The result lies outside the years 1 to 9999.", vi: "Kết quả nằm ngoài các năm 1 đến 9999."))

    static func unfit(_ value: Value) -> Diagnostic {
        let noun = value.evidentType?.noun ?? Text("a missing value", vi: "giá trị trống")
        return Diagnostic(
            .wrongType,
            Text(
                "\(noun.english.capitalizedFirst) cannot be used here.",
                vi: "Không dùng được \(noun.vietnamese) ở đây."))
    }

    static func wrongDuration(_ time: TimeAmount) -> Diagnostic {
        Diagnostic(
            .wrongDuration,
            Text(
                "A date moves by whole days, weeks or working days, not by ‘\(time)’.",
                vi: "Ngày chỉ cộng trừ được theo số ngày, số tuần hoặc số ngày làm việc tròn, không theo ‘\(time)’."),
            notes: [
                Text(
                    "Write `3 d`, `2 w` or `5 working days`.",
                    vi: "Hãy viết `3 d` (ngày), `2 w` (tuần) hoặc `5 working days` (ngày làm việc).")
            ])
    }

    static func mixedDurations(_ left: TimeAmount, _ right: TimeAmount) -> Diagnostic {
        Diagnostic(
            .wrongDuration,
            Text(
                "‘\(left)’ and ‘\(right)’ have no common unit: a working day has no fixed length.",
                vi: "‘\(left)’ và ‘\(right)’ không có đơn vị chung: ngày làm việc không có độ dài cố định."))
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
