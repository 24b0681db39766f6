public import Diagnostics
import Syntax
import Values

// The way through a program: what is never reached, functions that may end without a value or are never called.
extension Compiler {
    /// Checks the ways through statements and the blocks in them.
    func checkFlow(_ statements: [Statement]) {
        for (index, statement) in statements.enumerated() {
            if index > 0, statements[index - 1].leaves, !statements[..<(index - 1)].contains(where: \.leaves) {
                warn(
                    .neverReached,
                    Text("This line is never reached.", vi: "Dòng này không bao giờ được chạy đến."), at: statement.span
                )
            }
            if case .function(let function) = statement.kind { checkReturn(function) }
            if case .exit(let status?) = statement.kind { checkStatus(status) }
            for block in statement.blocks { checkFlow(block) }
        }
    }

    private func checkReturn(_ function: Function) {
        guard !function.body.contains(where: \.leaves) else { return }
        report(
            Diagnostic(
                .missingReturn,
                Text(
                    "‘\(function.name.text)’ may end without a ‘return’.",
                    vi: "Hàm ‘\(function.name.text)’ có thể kết thúc mà không có ‘return’."),
                notes: [
                    Text(
                        "Every way through it ends with `return …` or `exit`; an `if` needs an `else` for that.",
                        vi: "Mọi nhánh phải kết thúc bằng `return …` hoặc `exit`; `if` phải có `else`.")
                ]), at: function.name.span)
    }

    private func checkStatus(_ status: Expression) {
        guard case .literal(.number(let number)) = status.kind, !(0...255).contains(number.whole ?? -1) else { return }
        report(
            .exitOutOfRange,
            Text("An exit status is a whole number from 0 to 255.", vi: "Mã kết thúc là số nguyên từ 0 đến 255."),
            at: status.span)
    }

    /// Warns of functions of a script that nothing calls; a file without a signature may be for others to use.
    func warnOfUncalled(_ program: Program) {
        guard program.header != nil else { return }
        for case .function(let function) in program.statements.map(\.kind) where !called.contains(function.name.text) {
            warn(
                .unusedFunction,
                Text(
                    "Nothing calls ‘\(function.name.text)’.",
                    vi: "Hàm ‘\(function.name.text)’ được khai báo nhưng không được gọi."), at: function.name.span)
        }
    }
}

extension Statement {
    /// Whether no line behind it is reached: it returns, exits, or all its branches do.
    var leaves: Bool {
        switch kind {
        case .giveBack, .exit: true
        case .condition(let branches, let otherwise?):
            (branches.map(\.block) + [otherwise]).allSatisfy { $0.contains(where: \.leaves) }
        case .attempt(let body, _, let cure): [body, cure].allSatisfy { $0.contains(where: \.leaves) }
        case .atomic(_, let body), .step(_, let body): body.contains(where: \.leaves)
        default: false
        }
    }

    /// The blocks in it.
    var blocks: [[Statement]] {
        switch kind {
        case .condition(let branches, let otherwise): branches.map(\.block) + [otherwise ?? []]
        case .loop(_, _, let body), .atomic(_, let body), .step(_, let body): [body]
        case .function(let function): [function.body]
        case .attempt(let body, _, let cure): [body, cure]
        default: []
        }
    }
}

extension Diagnostic.Code {
    /// A line behind one that always leaves.
    public static let neverReached: Self = "never-reached"
    /// A function with a way through it that gives no value.
    public static let missingReturn: Self = "missing-return"
    /// A function that nothing calls.
    public static let unusedFunction: Self = "unused-function"
    /// A status that the system cannot hand on.
    public static let exitOutOfRange: Self = "exit-out-of-range"
}
