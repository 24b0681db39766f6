import Commands
public import Diagnostics
import Syntax
import Tables
import Values

/// Where the checker stands among the steps of a script.
struct StepPlaces {
    /// A step that is open, or the script around all of them.
    struct Level {
        /// The labels without expressions that have come.
        var labels: Set<String> = []
        /// Whether a `for` goes round here.
        var isRepeated = false
        /// How many scopes stood open when it began.
        var scopes = 0
    }

    /// Whether the script has a name by which its runs are known.
    var isNamed = false
    /// From the script itself to the innermost step.
    var levels = [Level()]
}

extension Compiler {
    /// Checks a step: its label, and that nothing leaves it which a run that skips it would miss.
    func step(_ label: StringLiteral, _ body: [Statement], at span: SourceSpan) -> Step {
        let text = checkText(label)
        checkLabel(label, at: span)
        steps.levels.append(StepPlaces.Level(scopes: scopes.count))
        defer { steps.levels.removeLast() }
        return .step(text, scoped { block(body) })
    }

    private func checkLabel(_ label: StringLiteral, at span: SourceSpan) {
        guard steps.isNamed else {
            report(
                .stepWithoutScript,
                Text(
                    "‘step’ remembers by the script's name, and this text has none.",
                    vi: "‘step’ ghi nhớ theo tên kịch bản, mà văn bản này chưa có tên."),
                at: label.span,
                notes: [
                    Text(
                        "Begin the script with: script NAME version 1 \"what it does\" … end. "
                            + "Without memory, ‘atomic’ keeps all or nothing.",
                        vi: "Hãy mở đầu bằng: script TÊN version 1 \"việc cần làm\" … end. "
                            + "Nếu không cần ghi nhớ, ‘atomic’ giữ tất cả hoặc không giữ gì.")
                ])
            return
        }
        guard let plain = label.plain else { return }
        let level = steps.levels.count - 1
        if steps.levels[level].isRepeated {
            report(
                .stepRepeated,
                Text(
                    "In a ‘for’ each step needs a label of its own.",
                    vi: "Trong ‘for’, mỗi bước cần một nhãn riêng."),
                at: label.span,
                notes: [
                    Text(
                        "Put something of the row into it: step \"\(plain) {$row.unit}\".",
                        vi: "Hãy đưa một giá trị của dòng vào nhãn: step \"\(plain) {$row.unit}\".")
                ])
        } else if !steps.levels[level].labels.insert(plain).inserted {
            report(
                .stepTwice,
                Text(
                    "There is a step ‘\(plain)’ already: a run that is started again could not tell them apart.",
                    vi: "Đã có bước ‘\(plain)’: khi chạy lại sẽ không phân biệt được hai bước."),
                at: label.span, replacement: SourceForm.text(plain + " 2"))
        }
    }

    /// Checks a block that is run several times.
    func repeated<R>(_ work: () -> R) -> R {
        let level = steps.levels.count - 1
        let outer = steps.levels[level].isRepeated
        steps.levels[level].isRepeated = true
        defer { steps.levels[level].isRepeated = outer }
        return work()
    }

    /// Checks the body of a function, whose steps are its own.
    func ownSteps<R>(_ work: () -> R) -> R {
        let outer = steps.levels
        steps.levels = [StepPlaces.Level()]
        defer { steps.levels = outer }
        return work()
    }

    /// Refuses to change, inside a step, a variable from outside it: a run that skips the step would not know
    /// the value.
    func checkSetInsideStep(_ variable: Variable) {
        guard let step = steps.levels.last, steps.levels.count > 1,
            let scope = scopes.lastIndex(where: { $0.types[variable.name.text] != nil }), scope < step.scopes
        else { return }
        report(
            .setAcrossStep,
            Text(
                "‘$\(variable.name.text)’ comes from outside the step: a run that skips the step "
                    + "would not know its value.",
                vi: "‘$\(variable.name.text)’ nằm ngoài bước này: lần chạy bỏ qua bước sẽ không biết giá trị của nó."),
            at: variable.span,
            notes: [
                Text(
                    "Work the value out in front of the step, or read it from the database behind it.",
                    vi: "Hãy tính giá trị trước bước, hoặc đọc lại từ cơ sở dữ liệu sau bước.")
            ])
    }

    /// Refuses `return` inside a step.
    func checkReturnInsideStep(at span: SourceSpan) {
        guard steps.levels.count > 1 else { return }
        report(
            .returnInsideStep,
            Text(
                "‘return’ leaves the step, and a run that skips the step would not know the value.",
                vi: "‘return’ rời khỏi bước, và lần chạy bỏ qua bước sẽ không biết giá trị trả về."),
            at: span)
    }
}

extension Diagnostic.Code {
    /// A step in a text that has no name.
    public static let stepWithoutScript: Self = "step-without-script"
    /// A step in a `for` whose label is always the same.
    public static let stepRepeated: Self = "step-repeated"
    /// A `set` inside a step of a variable from outside it.
    public static let setAcrossStep: Self = "set-across-step"
    /// A `return` inside a step.
    public static let returnInsideStep: Self = "return-inside-step"
}
