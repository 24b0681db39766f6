import Diagnostics
import Values

// What is said of formulas.

extension Diagnostic {
    static func formulaEmpty(_ argument: String) -> Diagnostic {
        Diagnostic(
            .formulaEmpty, Text("The formula is empty.", vi: "Công thức trống."), subject: argument,
            notes: [
                Text(
                    "Leave ‘\(argument):’ out if the office cannot compute it.",
                    vi: "Bỏ ‘\(argument):’ nếu đơn vị không tính được.")
            ])
    }

    static func unknownElement(_ word: String, _ near: String?) -> Diagnostic {
        Diagnostic(
            .unknownElement, Text("There is no element ‘\(word)’.", vi: "Không có số liệu ‘\(word)’."),
            notes: [
                Text(
                    "‘list elements’ shows them; ‘define element’ adds one.",
                    vi: "Gõ ‘list elements’ để xem; ‘define element’ để thêm.")
            ], replacement: near)
    }

    /// Says that a formula leads back to where it began; the chain names every step.
    static func circularDefinition(_ chain: [String]) -> Diagnostic {
        let start = chain.last ?? ""
        let steps = chain.drop { $0 != start }.joined(separator: " → ")
        return Diagnostic(
            .circularDefinition,
            Text(
                "The formula of ‘\(start)’ uses ‘\(start)’ itself: \(steps).",
                vi: "Công thức của ‘\(start)’ lại dùng chính ‘\(start)’: \(steps)."),
            notes: [
                Text(
                    "Formulas are made of elements, such as women(staff) ÷ staff, and of other indicators.",
                    vi: "Công thức gồm các số liệu, ví dụ women(staff) chia cho staff, và các chỉ tiêu khác.")
            ])
    }

    static func indicatorWithoutFormula(_ code: String) -> Diagnostic {
        Diagnostic(
            .unknownElement,
            Text(
                "‘\(code)’ has no formula that could be worked out.", vi: "‘\(code)’ không có công thức để tính."),
            notes: [Text("‘show indicator \(code)’ tells more.", vi: "Gõ ‘show indicator \(code)’ để xem.")])
    }

    static func indicatorNotCounted(_ code: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text(
                "‘\(code)’ is an indicator; only elements are counted so.",
                vi: "‘\(code)’ là một chỉ tiêu; hàm này chỉ dùng cho số liệu."),
            notes: [
                Text(
                    "An indicator stands alone, or in previous(\(code), 1).",
                    vi: "Chỉ tiêu đứng một mình, hoặc trong previous(\(code), 1).")
            ])
    }

    static func otherUnits(_ code: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text(
                "‘\(code)’ is computed on other units (‘among’), so the two cannot be put together.",
                vi: "‘\(code)’ tính trên các đơn vị khác (‘among’), nên không ghép được."),
            notes: [
                Text(
                    "Give both the same ‘among’, or write out the formula.",
                    vi: "Hãy ghi cùng một ‘among’, hoặc viết hẳn công thức ra.")
            ])
    }

    static func unknownFormulaFunction(_ name: String) -> Diagnostic {
        let functions = formulaFunctions.joined(separator: ", ")
        return Diagnostic(
            .unknownFormulaFunction, Text("Formulas have no ‘\(name)(…)’.", vi: "Công thức không có hàm ‘\(name)(…)’."),
            notes: [Text("They have \(functions).", vi: "Có các hàm \(functions).")],
            replacement: nearest(to: name, among: formulaFunctions))
    }

    private static let formulaFunctions = [
        "women", "men", "total", "units", "previous", "year-to-date", "first-reported", "parity",
    ]

    static func formulaArguments(_ name: String) -> Diagnostic {
        let usage = formulaUsages[name] ?? "\(name)(staff)"
        return Diagnostic(
            .formulaArguments,
            Text("‘\(name)(…)’ takes one thing.", vi: "‘\(name)(…)’ nhận đúng một đối số."),
            notes: [Text("Write \(usage).", vi: "Hãy ghi \(usage).")])
    }

    private static let formulaUsages = [
        "women": "women(staff) or women(staff, under-30)", "men": "men(staff) or men(staff, under-30)",
        "total": "total(staff) or total(staff, under-30)", "previous": "previous(staff) or previous(staff, 2)",
        "units": "units(women(leaders) >= 1)",
    ]

    static let tooFewCounts = Diagnostic(
        .formulaArguments,
        Text(
            "‘first-reported(…)’ takes the counts that are tried one after the other.",
            vi: "‘first-reported(…)’ nhận từ hai số liệu trở lên, thử lần lượt."),
        notes: [
            Text("Write first-reported(staff, previous(staff)).", vi: "Hãy ghi first-reported(staff, previous(staff)).")
        ])

    static let periodsBack = Diagnostic(
        .formulaArguments,
        Text(
            "How many periods back is a whole number from 1 to 120.",
            vi: "Số kỳ lùi lại là số nguyên từ 1 đến 120."))

    static let formulaTooLarge = Diagnostic(
        .formulaTooLarge,
        Text(
            "With the indicators in it the formula has more than \(FormulaReader.largest) pieces.",
            vi: "Kể cả các chỉ tiêu bên trong, công thức có hơn \(FormulaReader.largest) phần."))

    static func formulaNeedsCount(_ name: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text("‘\(name)(…)’ takes counts of elements.", vi: "‘\(name)(…)’ nhận số đếm của số liệu."),
            notes: [Text("Such as staff or women(staff).", vi: "Ví dụ staff hoặc women(staff).")])
    }

    static func notOverTime(_ element: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text(
                "The figures of ‘\(element)’ stand alone; they make no year to date.",
                vi: "Số liệu ‘\(element)’ không gộp theo thời gian nên không có luỹ kế."))
    }

    static func unknownCategory(_ word: String, _ element: String, _ known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .unknownCategory,
            word.isEmpty
                ? Text("A category of ‘\(element)’ is needed here.", vi: "Ở đây cần một nhóm của ‘\(element)’.")
                : Text("‘\(element)’ has no category ‘\(word)’.", vi: "‘\(element)’ không có nhóm ‘\(word)’."),
            notes: [
                known.isEmpty
                    ? Text("It is not divided.", vi: "Số liệu này không chia nhóm.")
                    : Text("It has \(list).", vi: "Có các nhóm \(list).")
            ], replacement: nearest(to: word, among: known))
    }

    static func unknownLabel(_ word: String, _ trait: UnitTrait, _ known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        let (english, vietnamese) = (trait.noun.english, trait.noun.vietnamese)
        return Diagnostic(
            .unknownLabel,
            word.isEmpty
                ? Text("A \(english) is needed here.", vi: "Ở đây cần một \(vietnamese).")
                : Text("‘\(word)’ is no \(english).", vi: "‘\(word)’ không phải là \(vietnamese)."),
            notes: [
                known.isEmpty
                    ? Text("‘group unit’ makes groups.", vi: "Lệnh ‘group unit’ xếp đơn vị vào nhóm.")
                    : Text("There are \(list).", vi: "Có \(list).")
            ], replacement: nearest(to: word, among: known))
    }

    static func traitCompared(_ trait: UnitTrait) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text(
                "‘\(trait.rawValue)’ is a word: it is compared with = and !=.",
                vi: "‘\(trait.rawValue)’ là từ, chỉ so sánh bằng = và !=."))
    }

    static let conditionOnFigures = Diagnostic(
        .formulaType,
        Text(
            "Only kind, group and owner of a unit can be asked here, not its figures.",
            vi: "Ở đây chỉ hỏi được kind, group và owner của đơn vị, không hỏi số liệu."),
        notes: [Text("Figures belong in units(…) of a formula.", vi: "Số liệu để trong units(…) của công thức.")])

    static func formulaNeedsElement(_ name: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text("‘\(name)(…)’ takes the code of an element.", vi: "‘\(name)(…)’ nhận mã của một số liệu."))
    }

    static let formulaNeedsNumber = Diagnostic(
        .formulaType,
        Text("A number is needed here, and this is a condition.", vi: "Ở đây cần một số, còn đây là điều kiện."),
        notes: [
            Text("units(condition) counts the units that fulfil it.", vi: "units(điều kiện) đếm số đơn vị thoả mãn.")
        ])

    static let formulaNeedsCondition = Diagnostic(
        .formulaType,
        Text("A condition is needed here, and this is none.", vi: "Ở đây cần một điều kiện."),
        notes: [Text("For example units(women(leaders) >= 1).", vi: "Ví dụ units(women(leaders) >= 1).")])

    static let unitsInsideUnits = Diagnostic(
        .formulaType,
        Text("units(…) cannot stand inside units(…).", vi: "units(…) không được nằm trong units(…)."))

    static let notInFormulas = Diagnostic(
        .formulaType,
        Text(
            "Formulas hold elements, indicators, numbers, + - * / and functions such as women(…).",
            vi: "Công thức chỉ gồm số liệu, chỉ tiêu, con số, + - * / và các hàm như women(…)."))

    static func formulaNotBySex(_ word: String) -> Diagnostic {
        Diagnostic(
            .formulaType, Text("‘\(word)’ is not counted by sex.", vi: "‘\(word)’ không tách theo giới tính."))
    }

    static func formulaNotYesNo(_ word: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text("‘\(word)’ is a number and no condition.", vi: "‘\(word)’ là con số, không phải điều kiện."),
            notes: [Text("Compare it: units(\(word) >= 1).", vi: "Hãy so sánh: units(\(word) >= 1).")])
    }

    static func formulaYesNo(_ word: String) -> Diagnostic {
        Diagnostic(
            .formulaType,
            Text("‘\(word)’ is yes or no and cannot be added.", vi: "‘\(word)’ là có hoặc không, không cộng được."),
            notes: [Text("Count the units: units(\(word)).", vi: "Hãy đếm đơn vị: units(\(word)).")])
    }
}

extension Diagnostic.Code {
    /// A formula without content.
    static let formulaEmpty: Self = "formula-empty"
    /// A word in a formula that names no element.
    static let unknownElement: Self = "unknown-element"
    /// A formula that uses what it defines.
    static let circularDefinition: Self = "circular-definition"
    /// A category that an element does not have.
    static let unknownCategory: Self = "unknown-category"
    /// A kind, group or owner that no unit has.
    static let unknownLabel: Self = "unknown-label"
    /// A formula of too many pieces.
    static let formulaTooLarge: Self = "formula-too-large"
    /// A function that formulas do not have.
    static let unknownFormulaFunction: Self = "unknown-formula-function"
    /// A function of a formula with more or less than it takes.
    static let formulaArguments: Self = "formula-arguments"
    /// A piece of a formula that is of another type than the one needed.
    static let formulaType: Self = "formula-type"
}
