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

    static func circularDefinition(_ word: String) -> Diagnostic {
        Diagnostic(
            .circularDefinition,
            Text(
                "The formula of ‘\(word)’ uses ‘\(word)’ itself.",
                vi: "Công thức của ‘\(word)’ lại dùng chính ‘\(word)’."),
            notes: [Diagnostic.madeOfElements])
    }

    static func indicatorInFormula(_ word: String) -> Diagnostic {
        Diagnostic(
            .unknownElement,
            Text("‘\(word)’ is an indicator and not an element.", vi: "‘\(word)’ là một chỉ tiêu, không phải số liệu."),
            notes: [Diagnostic.madeOfElements])
    }

    private static let madeOfElements = Text(
        "Formulas are made of elements, such as women(staff) ÷ staff.",
        vi: "Công thức chỉ gồm các số liệu, ví dụ women(staff) chia cho staff.")

    static func unknownFormulaFunction(_ name: String) -> Diagnostic {
        Diagnostic(
            .unknownFormulaFunction, Text("Formulas have no ‘\(name)(…)’.", vi: "Công thức không có hàm ‘\(name)(…)’."),
            notes: [Text("They have women, men, total and units.", vi: "Có các hàm women, men, total và units.")],
            replacement: nearest(to: name, among: ["women", "men", "total", "units"]))
    }

    static func formulaArguments(_ name: String) -> Diagnostic {
        Diagnostic(
            .formulaArguments, Text("‘\(name)(…)’ takes one thing.", vi: "‘\(name)(…)’ nhận đúng một đối số."))
    }

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
            "Formulas hold elements, numbers, + - * / and women, men, total, units.",
            vi: "Công thức chỉ gồm số liệu, con số, + - * / và women, men, total, units."))

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
    /// A function that formulas do not have.
    static let unknownFormulaFunction: Self = "unknown-formula-function"
    /// A function of a formula with more or less than it takes.
    static let formulaArguments: Self = "formula-arguments"
    /// A piece of a formula that is of another type than the one needed.
    static let formulaType: Self = "formula-type"
}
