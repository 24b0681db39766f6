import Diagnostics
import Values

/// What is asked to be recorded: the figure of an element for a unit and a period.
struct FigureClaim: Hashable {
    var total: Number?
    var women: Number?
    var state: FigureState = .reported

    /// What is wrong with the numbers themselves; the first finding that applies.
    func fault(_ element: FigureElement) -> Diagnostic? {
        guard state == .reported else {
            guard total != nil || women != nil else { return nil }
            return .figureFault(
                .stateWithValue, "total",
                Text(
                    "A figure that is \(state.rawValue) has no number.",
                    vi: "Số liệu ở trạng thái ‘\(state.rawValue)’ thì không ghi số."))
        }
        guard let total else {
            return .figureFault(
                .totalMissing, "total",
                Text(
                    "‘total’ is missing. If nobody reported it, say so: state: not-reported.",
                    vi: "Thiếu ‘total’. Nếu chưa có báo cáo, hãy ghi state: not-reported."))
        }
        return fault(of: total, element, "total") ?? women.flatMap { fault(ofWomen: $0, total, element) }
    }

    private func fault(ofWomen women: Number, _ total: Number, _ element: FigureElement) -> Diagnostic? {
        if element.bySex == false {
            return .figureFault(
                .notBySex, "women",
                Text("‘\(element.code)’ is not counted by sex.", vi: "‘\(element.code)’ không tách theo giới tính."))
        }
        if let fault = fault(of: women, element, "women") { return fault }
        guard women > total else { return nil }
        return .figureFault(
            .womenAboveTotal, "women",
            Text(
                "\(women) women of \(total) in all: the women are among the total.",
                vi: "\(women) nữ trên tổng số \(total): số nữ không thể lớn hơn tổng số."))
    }

    private func fault(of number: Number, _ element: FigureElement, _ argument: String) -> Diagnostic? {
        do {
            try refuseOutOfRange(number, argument)
        } catch {
            return Diagnostics.of(error).first
        }
        if element.type.isWhole, number.decimals > 0 {
            return .figureFault(
                .notWhole, argument,
                Text(
                    "‘\(element.code)’ is counted in whole numbers; \(number) is none.",
                    vi: "‘\(element.code)’ là số nguyên; \(number) không phải số nguyên."))
        }
        if element.type == .yesNo, number > 1 {
            return .figureFault(
                .notYesNo, argument,
                Text(
                    "‘\(element.code)’ is 1 for yes or 0 for no.",
                    vi: "‘\(element.code)’ chỉ nhận 1 (có) hoặc 0 (không)."))
        }
        return nil
    }
}

extension Diagnostic {
    static func figureFault(_ code: Code, _ argument: String, _ message: Text, notes: [Text] = []) -> Diagnostic {
        Diagnostic(code, message, subject: argument, notes: notes)
    }

    /// Says that figures of an element come from records and are not typed.
    static func figureDerived(_ element: String) -> Diagnostic {
        figureFault(
            .figureDerived, "element",
            Text(
                "The figures of ‘\(element)’ come from records; nobody types them.",
                vi: "Số liệu ‘\(element)’ được tính từ các bản ghi, không nhập tay."),
            notes: [
                Text(
                    "Record what happened instead, or define an element of your own.",
                    vi: "Hãy ghi chính sự việc, hoặc tạo một số liệu riêng bằng ‘define element’.")
            ])
    }

    /// Says that an element's figures are of another kind of period.
    static func wrongPeriodKind(_ element: String, _ period: Period, _ kind: Period.Kind) -> Diagnostic {
        let (noun, other) = (kind.noun, period.kind.noun)
        return figureFault(
            .wrongPeriodKind, "period",
            Text(
                "Figures of ‘\(element)’ are recorded by \(noun.english); \(period) is a \(other.english).",
                vi:
                    "Số liệu ‘\(element)’ ghi theo \(noun.vietnamese); \(period) là \(other.vietnamese)."
            ),
            notes: [
                Text(
                    "An element keeps one kind of period, so that nothing is counted twice.",
                    vi: "Mỗi số liệu chỉ ghi theo một loại kỳ để không bị tính hai lần.")
            ])
    }

    /// Says that a period has not begun.
    static func futurePeriod(_ period: Period) -> Diagnostic {
        figureFault(
            .futurePeriod, "period", Text("\(period) has not begun yet.", vi: "Kỳ \(period) chưa bắt đầu."))
    }
}

extension Period.Kind {
    /// What such a period is called in a sentence.
    var noun: Text {
        switch self {
        case .year: Text("year", vi: "năm")
        case .half: Text("half-year", vi: "nửa năm")
        case .quarter: Text("quarter", vi: "quý")
        case .month: Text("month", vi: "tháng")
        case .schoolYear: Text("school year", vi: "năm học")
        }
    }
}

extension Diagnostic.Code {
    /// A number beside a state that says that there is none.
    static let stateWithValue: Self = "state-with-value"
    /// A reported figure without a number.
    static let totalMissing: Self = "total-missing"
    /// Women of what is not counted by sex.
    static let notBySex: Self = "not-by-sex"
    /// More women than people.
    static let womenAboveTotal: Self = "women-above-total"
    /// A number with decimals where only whole ones can be.
    static let notWhole: Self = "not-whole"
    /// A number other than 1 and 0 for yes or no.
    static let notYesNo: Self = "not-yes-no"
    /// A figure typed for an element that comes from records.
    static let figureDerived: Self = "figure-derived"
    /// A period of another kind than the element's.
    static let wrongPeriodKind: Self = "wrong-period-kind"
    /// A period that has not begun.
    static let futurePeriod: Self = "future-period"
}
